export const id = 675;
export const ids = [675];
export const modules = {

/***/ 42675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeFromCommandLine: () => (/* binding */ mergeFromCommandLine),
  C: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/legs/record.js
var record = __webpack_require__(90454);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(84974);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/oci/image.js
var oci_image = __webpack_require__(78342);
// EXTERNAL MODULE: ./build/src/oci/layout.js
var oci_layout = __webpack_require__(57545);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
// EXTERNAL MODULE: ./build/src/publish/immutable-tags.js
var immutable_tags = __webpack_require__(62051);
// EXTERNAL MODULE: ./build/src/publish/publish.js
var publish_publish = __webpack_require__(6458);
// EXTERNAL MODULE: ./build/src/request/references.js
var request_references = __webpack_require__(29021);
// EXTERNAL MODULE: ./build/src/verify/allowed.js
var allowed = __webpack_require__(31251);
// EXTERNAL MODULE: ./build/src/verify/image.js
var verify_image = __webpack_require__(71266);
// EXTERNAL MODULE: ./build/src/verify/index.js
var verify = __webpack_require__(23543);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(45190);
// EXTERNAL MODULE: ./build/src/pipeline/found-image.js
var found_image = __webpack_require__(5620);
// EXTERNAL MODULE: ./build/src/pipeline/judge.js
var judge = __webpack_require__(75791);
;// CONCATENATED MODULE: ./build/src/pipeline/merge-checks.js

/**
 * One source for each platform, in the order asked for.
 * @throws {MergeError} when one is missing, not asked for, or there twice
 */
function inOrder(sources, request) {
    const image = request.repositories[0].text;
    const of = ({ text }) => sources.filter((source) => platformOf(source).text === text);
    const missing = request.platforms.filter((platform) => of(platform).length === 0);
    if (missing.length > 0) {
        const names = missing.map(({ text }) => text).join(', ');
        const others = sources.map((source) => platformOf(source).text).join(', ') || 'nothing';
        throw new errors/* MergeError */.VX(`${image}: ${names} is missing: there is ${others}; no tag was set`, {
            cure: `run the job that builds ${names} again, then this one; or take it out of platforms`,
        });
    }
    const unasked = sources.filter((source) => !request.platforms.some(({ text }) => text === platformOf(source).text));
    if (unasked.length > 0) {
        const { text } = platformOf(unasked[0]);
        throw new errors/* MergeError */.VX(`${image}: ${unasked[0].from} gives ${text}, which platforms doesn’t name`, {
            cure: `add ${text} to platforms, or don’t build it`,
        });
    }
    return request.platforms.map((platform) => {
        const [first, second] = of(platform);
        // Two references may name the same image.
        const other = of(platform).find(({ image: { descriptor } }) => descriptor.digest !== digestOf(first));
        if (other === undefined)
            return first;
        throw new errors/* MergeError */.VX(`${image}: ${platform.text} is there twice: ${digestOf(first)} of ${first.from}, and ${digestOf(other)} of ${(second ?? other).from}`, { cure: 'let one leg build each platform' });
    });
}
/** What a source was handed over or named as; its config is checked against that later. */
function platformOf({ record, image }) {
    return record?.platform ?? image.platform;
}
function digestOf({ image }) {
    return image.descriptor.digest;
}
/** @throws {MergeError} when legs have built different commits, or another than tags and annotations are of */
function refuseOtherCommits(sources, request) {
    const commits = new Map(sources.flatMap(({ record }) => (record?.commit ? [[record.commit, record]] : [])));
    const image = request.repositories[0].text;
    const said = [...commits].map(([commit, { platform }]) => `${platform.text} of ${commit}`).join(', ');
    if (commits.size > 1) {
        throw new errors/* MergeError */.VX(`${image}: the platforms are of different commits: ${said}`, {
            cure: 'let all legs check out the same commit',
        });
    }
    if (commits.size === 0 || request.commit === undefined || commits.has(request.commit))
        return;
    throw new errors/* MergeError */.VX(`${image}: ${said}, and this checkout is of ${request.commit}; no tag was set`, {
        cure: 'check out the same commit here as in the legs: what the tags and annotations say comes from it',
    });
}

// EXTERNAL MODULE: ./build/src/pipeline/merge-sources.js
var merge_sources = __webpack_require__(4051);
// EXTERNAL MODULE: ./build/src/pipeline/site.js + 1 modules
var site = __webpack_require__(86299);
;// CONCATENATED MODULE: ./build/src/pipeline/merge.js






















const IMAGES_AT_ONCE = 4;
/**
 * Puts the images of several runs together. No tag of any is set before all are right; of several that are not, the first is thrown and
 * the others are told.
 * @throws {Failure} with what happened, where, and what to do
 */
async function mergeImages(images, run) {
    const limit = (0,p_limit/* default */.A)(IMAGES_AT_ONCE);
    const all = async (from, step) => Promise.allSettled(from.map((each) => limit(() => step(each))));
    (0,request_references/* refuseSharedTags */.z1)(images.map(({ request }) => request));
    const prepared = await all(images, (image) => prepare(image, run));
    try {
        const ready = fulfilled(prepared, run);
        // The last that may be refused: an index, or an immutable tag.
        const indexed = fulfilled(await all(ready, (each) => each.publish()), run);
        return fulfilled(await all(indexed, (setTags) => setTags()), run);
    }
    finally {
        for (const each of prepared)
            if (each.status === 'fulfilled')
                await each.value.close();
    }
}
function fulfilled(settled, { host, signal }) {
    const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (reasons.length === 0)
        return settled.map((each) => each.value);
    if (!signal.aborted)
        for (const reason of reasons.slice(1))
            host.error((0,errors/* describeFailure */.Ic)(reason));
    throw reasons[0];
}
/** Reads each platform's image back from where it is, and verifies it again, since a record's word is not enough. */
async function prepare({ request, handedOver }, run) {
    const started = performance.now();
    const warnings = [];
    const warn = (message, location) => {
        run.host.warning(message, location);
        warnings.push({ message, ...(location && { location }) });
    };
    const client = await (0,site/* registryClient */.R)(request, run);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'multiarch-build-merge-'));
    const close = async () => {
        await client.close();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        const layout = await oci_layout/* Layout */.P.create(folder);
        const sources = inOrder(await collect(request, handedOver, client), request);
        refuseOtherCommits(sources, request);
        const publication = publicationOf(sources, { client, layout, request, run });
        const isDocker = sources.some(({ image }) => image.descriptor.mediaType === types/* mediaType */.JL.dockerManifest);
        // Docker's format has no annotations.
        const annotations = isDocker ? new Map() : request.indexAnnotations;
        if (request.push) {
            await (0,publish_publish/* checkLogins */.DF)(publication);
            await (0,immutable_tags/* refuseWhatWillDiffer */.B)(client, request.immutable, annotations.get(types/* REVISION */.sP));
        }
        await Promise.all(sources.map((source) => take(source, { publication, request, warn, run })));
        const images = sources.map(({ image }) => image);
        const { descriptor, index } = await (0,oci_image/* writeIndex */._M)(layout, images, annotations);
        (0,judge/* judge */.S)((0,verify/* verifyIndex */.M)(index, request.platforms), request.verify, warn);
        const publish = async () => {
            const { push, references, immutable } = request;
            const setTags = push
                ? await (0,publish_publish/* publishIndex */.cN)(publication, descriptor, references, immutable)
                : async () => undefined;
            return async () => {
                await setTags();
                const seconds = (performance.now() - started) / 1000;
                return reportOf(request, sources, { index: descriptor, seconds, warnings });
            };
        };
        return { publish, close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
function reportOf({ repositories, references, platforms, push, notices }, sources, made) {
    return {
        ...made,
        repositories,
        references,
        platforms: sources.map(({ image, record }, at) => ({
            platform: platforms[at],
            image,
            ...(record && { metadata: record.metadata }),
        })),
        pushed: push,
        notices,
    };
}
async function collect(request, handedOver, client) {
    if (request.sources === undefined) {
        return Promise.all(handedOver.map((each) => (0,merge_sources/* recordedSource */.sT)(each, client)));
    }
    const found = request.sources.map((source) => (0,merge_sources/* namedSources */.A1)(source, request.repositories[0], client));
    return (await Promise.all(found)).flat();
}
function publicationOf(sources, { client, layout, request, run }) {
    const layers = new Map();
    for (const source of sources)
        for (const { digest } of source.image.manifest.layers)
            layers.set(digest, source);
    const openBlob = (blob) => {
        const source = layers.get(blob.digest);
        if (source === undefined)
            return (0,external_node_fs_.createReadStream)(layout.blobPath(blob.digest));
        return external_node_stream_.Readable.from((async function* () {
            yield* await source.layer(blob);
        })(), { objectMode: false });
    };
    return {
        client,
        layout,
        openBlob,
        repositories: request.repositories,
        blobs: new Map(),
        onTag: (reference) => run.onTag(reference.text),
    };
}
/** Verifies one platform's image, and sees to it that all repositories have it. */
async function take(source, { publication, request, warn, run, }) {
    const { image, manifest, config } = source;
    await publication.layout.putBytes(image.descriptor.mediaType, manifest);
    await publication.layout.putBytes(image.manifest.config.mediaType, config);
    if (!source.hasLayers && request.push)
        throw withoutLayers(source);
    if (!source.hasLayers)
        (0,judge/* judge */.S)((0,verify_image/* verifyImage */.Z)(image, platformOf(source)), request.verify, warn);
    else if (request.verify !== 'off') {
        const layers = new verify_layers/* Layers */.z((layer) => source.layer(layer), run.signal);
        const context = { allowed: (0,allowed/* pathMatcher */.k)(request.verifyAllow), explain: () => undefined };
        (0,judge/* judge */.S)(await (0,found_image/* foundFindings */.p)(image, platformOf(source), layers, context), request.verify, warn);
    }
    const standing = source.standing === undefined ? [] : [source.standing];
    if (request.push)
        await (0,publish_publish/* publishImage */.N0)(publication, image, run.signal, standing);
}
function withoutLayers({ image: { descriptor }, from }) {
    return new errors/* MergeError */.VX(`${from} did not push ${descriptor.digest}, and handed over no layers`, {
        cure: 'let the legs push, with push: digest, or leave their layout: false out; or merge with push: false',
    });
}

// EXTERNAL MODULE: ./build/src/pipeline/merged-commit.js
var merged_commit = __webpack_require__(24374);
// EXTERNAL MODULE: ./build/src/report/images.js
var report_images = __webpack_require__(38856);
// EXTERNAL MODULE: ./build/src/request/git.js + 1 modules
var request_git = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var inputs = __webpack_require__(32062);
// EXTERNAL MODULE: ./build/src/request/logins.js
var logins = __webpack_require__(24077);
// EXTERNAL MODULE: ./build/src/request/merge-contract.js
var merge_contract = __webpack_require__(56182);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/request/annotations.js
var request_annotations = __webpack_require__(82965);
// EXTERNAL MODULE: ./build/src/request/git-labels.js
var git_labels = __webpack_require__(69355);
// EXTERNAL MODULE: ./build/src/request/immutable-tags.js
var request_immutable_tags = __webpack_require__(96441);
// EXTERNAL MODULE: ./build/src/request/push.js
var request_push = __webpack_require__(99651);
// EXTERNAL MODULE: ./build/src/request/values.js
var values = __webpack_require__(24065);
;// CONCATENATED MODULE: ./build/src/request/merge-request.js












/**
 * The images of `plan`.
 * @throws {InputError}
 */
function parsePlannedImages(inputs) {
    const other = ['image', 'digests'].find((name) => inputs[name].trim() !== '');
    if (other !== undefined)
        throw new errors/* InputError */.dz(other, 'can’t be given together with plan');
    const isPlanned = (value) => {
        const { image, platforms } = (value ?? {});
        return typeof image === 'string' && typeof platforms === 'string';
    };
    const found = isJson(inputs.plan) ? JSON.parse(inputs.plan) : undefined;
    const list = found?.include;
    if (Array.isArray(list) && list.length > 0 && list.every(isPlanned))
        return list;
    throw new errors/* InputError */.dz('plan', 'is no list of images', {
        cure: 'give the output merge of multiarch-build/plan, which is {"include": [{"image": …, "platforms": …}]}',
    });
}
/**
 * The images of `digests`, where that is the output `digests` of builds of several services, one a line: image to platform to digest.
 * @returns undefined where it is anything else
 */
function imagesOfDigests({ digests, platforms, }) {
    const texts = isJson(digests) ? [digests] : (0,values/* lines */.Mn)({ digests }, 'digests');
    const found = new Map();
    for (const text of texts) {
        const object = isJson(text) ? JSON.parse(text) : undefined;
        const entries = Object.entries((object ?? {}));
        if (entries.length === 0 || entries.some(([, value]) => typeof value !== 'object'))
            return undefined;
        for (const [image, own] of entries)
            found.set(image, [...(found.get(image) ?? []), JSON.stringify(own)]);
    }
    if (found.size === 0)
        return undefined;
    return [...found].map(([image, own]) => ({ image, platforms, digests: own.join('\n') }));
}
/**
 * Turns inputs into the request of one image.
 * @param image the repository names, in place of the input
 * @throws {InputError} naming the input, the value and what is allowed
 */
function parseMergeRequest(inputs, git, image = inputs.image) {
    const { repositories, references, notices } = (0,request_references/* parseReferences */.IO)({ ...inputs, image }, git);
    const word = (0,values/* choice */.Yq)(inputs, 'push', ['auto', 'true', 'false']);
    const push = word === 'auto'
        ? (0,request_push/* automaticPush */.O)(git)
        : word === 'true'
            ? (0,request_push/* wantedPush */._)(git, repositories, (0,logins/* passwords */.L)(inputs))
            : { push: false };
    const fromGit = (0,git_labels/* gitLabels */.Q)({ ...inputs, labels: '' }, git, repositories[0], references);
    const annotations = (0,request_annotations/* parseAnnotations */.K)((0,values/* lines */.Mn)(inputs, 'annotations'), 'index');
    if (annotations.some(({ level }) => level === 'manifest')) {
        throw new errors/* InputError */.dz('annotations', 'those of manifests can’t be changed any more', {
            cure: 'give them to the legs, and to the merge those of the index alone',
        });
    }
    const isOfCommit = inputs.tags.trim() === '' || inputs.record.trim() !== '' || fromGit.labels.has(types/* REVISION */.sP);
    return {
        repositories,
        references,
        platforms: (0,request_references/* platformsOf */.Wt)(inputs),
        push: push.push,
        immutable: (0,request_immutable_tags/* immutableAmong */.z)(references, (0,values/* lines */.Mn)(inputs, 'immutable-tags')),
        sources: inputs.digests.trim() === '' ? undefined : parseSources(inputs),
        indexAnnotations: new Map([
            ...fromGit.labels,
            ...annotations.map(({ key, value }) => [key, value]),
        ]),
        commit: isOfCommit ? git.commit : undefined,
        logins: (0,logins/* parseLogins */.w)((0,values/* lines */.Mn)(inputs, 'registry'), (0,values/* lines */.Mn)(inputs, 'username'), (0,logins/* passwords */.L)(inputs), repositories, push.push),
        tlsVerify: (0,values/* boolean */.zM)(inputs, 'tls-verify'),
        retries: (0,values/* wholeNumber */.rD)(inputs, 'retries', 1, 100),
        verify: (0,values/* choice */.Yq)(inputs, 'verify', ['strict', 'warn', 'off']),
        verifyAllow: (0,values/* items */.ld)(inputs, 'verify-allow'),
        summary: (0,values/* boolean */.zM)(inputs, 'summary'),
        notices: [...notices, push.notice, fromGit.notice].filter((notice) => notice !== undefined),
    };
}
function parseSources(inputs) {
    // A single object may be written over several lines.
    if (inputs.digests.trim().startsWith('{') && isJson(inputs.digests))
        return parseDigests(inputs.digests);
    return (0,values/* lines */.Mn)(inputs, 'digests').flatMap((line) => line.startsWith('{') ? parseDigests(line) : [parseReference(line)]);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return false;
        throw error;
    }
}
function parseDigests(text) {
    if (!isJson(text))
        throw new errors/* InputError */.dz('digests', `${JSON.stringify(text)} is no JSON`);
    return Object.entries(JSON.parse(text)).map(([name, digest]) => {
        if (!(0,oci_digest/* isDigest */.Bc)(digest))
            throw new errors/* InputError */.dz('digests', `${name}: ${JSON.stringify(digest)} is no digest`);
        return { kind: 'digest', platform: told(() => (0,platform/* parsePlatform */.Y8)(name)), digest };
    });
}
function parseReference(text) {
    return told(() => {
        const { name, tag, digest } = (0,oci_reference/* splitName */.W0)(text.replace(/^docker:\/\//, ''));
        const reference = digest ?? tag;
        if (reference === undefined)
            throw new Error(`${JSON.stringify(text)} has neither a digest nor a tag`);
        return { kind: 'reference', repository: (0,oci_reference/* parseRepository */.SU)(name), reference };
    });
}
function told(parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw new errors/* InputError */.dz('digests', cause.message, { cause });
    }
}

;// CONCATENATED MODULE: ./build/src/entrypoints/run-merge.js
















/** Merges what the command line names. @returns the `metadata` object */
async function mergeFromCommandLine(given, host, signal, onTag) {
    return runMerge((0,inputs/* completeValues */.S6)(given, merge_contract/* MERGE_INPUTS */.H), host, signal, onTag);
}
/** From inputs to outputs: what the merge's step and the command line have in common. @returns the `metadata` object */
async function runMerge(inputs, host, signal, onTag) {
    for (const password of (0,logins/* passwords */.L)(inputs))
        host.mask(password);
    if (inputs.record.trim() !== '' && inputs.plan.trim() === '') {
        throw new errors/* InputError */.dz('record', 'is given without plan, and a merge of less than was planned is not all of it', {
            cure: 'give plan, the output merge of multiarch-build/plan, or leave record out',
        });
    }
    const run = { host, env: process.env, signal, onTag };
    const git = await (0,request_git/* gitFacts */.gi)(inputs, run);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'multiarch-build-records-'));
    try {
        const record = inputs.record.trim();
        if (record !== '')
            await (0,merged_commit/* refuseOvertaken */.CP)(record, run);
        const reports = await mergeAll(inputs, git, await handedOver(inputs, folder, run), run);
        if (record !== '' && git.commit !== undefined && reports.every(({ pushed }) => pushed))
            await (0,merged_commit/* writeMerged */.Ce)(record, git.commit, run);
        const isList = inputs.image.trim() === '';
        for (const [name, value] of (0,report_images/* imagesOutputs */.t$)(reports, isList))
            host.setOutput(name, value);
        if ((0,values/* boolean */.zM)(inputs, 'summary'))
            await host.summarize((0,report_images/* imagesSummary */.lg)(reports, 'merged'));
        for (const { index, repositories, pushed } of reports)
            host.info(`${pushed ? 'pushed' : 'merged'} ${repositories[0].text}@${index.digest}`);
        return (0,report_images/* imagesMetadata */.aB)(reports, isList);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function mergeAll(inputs, git, records, run) {
    const nameOf = ({ record }) => record.repositories[0].text;
    const of = (image) => records.filter((each) => nameOf(each) === image);
    const images = [...new Set(records.map(nameOf))];
    const requests = wanted(inputs, images).map(({ image, 'verify-allow': allowed = '', ...own }) => {
        const both = `${inputs['verify-allow']}\n${allowed}`;
        return parseMergeRequest({ ...inputs, ...own, 'verify-allow': both }, git, namesOf(image, of(image)));
    });
    for (const notice of new Set(requests.flatMap(({ notices }) => notices)))
        run.host.notice(notice);
    const toMerge = requests.map((request) => ({ request, handedOver: of(request.repositories[0].text) }));
    return mergeImages(toMerge, run);
}
/** The images that are to be merged: those of a plan or of digests, the one that was named, or all that were handed over. */
function wanted(inputs, handedOver) {
    const { image, platforms } = inputs;
    if (inputs.plan.trim() !== '')
        return parsePlannedImages(inputs);
    if (image.trim() !== '')
        return [{ image, platforms }];
    if (inputs.digests.trim() !== '')
        return imagesOfDigests(inputs) ?? [{ image, platforms }];
    return handedOver.map((each) => ({ image: each, platforms }));
}
/** All names that an image's legs pushed it to. */
function namesOf(image, group) {
    const names = group.flatMap(({ record }) => record.repositories.map(({ text }) => text));
    return [...new Set([image, ...names])].join('\n');
}
async function handedOver(inputs, folder, { host }) {
    if (inputs.digests.trim() !== '')
        return [];
    if (host.artifacts === undefined) {
        throw new errors/* InputError */.dz('digests', 'is missing, and this is no job of a workflow run, whose legs could be found', {
            cure: 'give the output digests of the builds, or references of the images to merge',
        });
    }
    const [image] = (0,values/* items */.ld)(inputs, 'image');
    const prefix = inputs.name.trim() || (0,record/* recordPrefix */.Kg)(image === undefined ? undefined : (0,oci_reference/* parseRepository */.SU)(image));
    const names = await (await host.artifacts()).fetch(prefix, folder);
    if (names.length === 0 && image === undefined) {
        throw new errors/* MergeError */.VX('no leg of this run has handed anything over', {
            cure: 'build with push: digest in the jobs before this one, and let this one need them',
        });
    }
    return (0,merge_sources/* readRecords */.T3)(names.map((name) => (0,external_node_path_.join)(folder, name)));
}


/***/ }),

/***/ 24374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ refuseOvertaken),
/* harmony export */   Ce: () => (/* binding */ writeMerged),
/* harmony export */   Tb: () => (/* binding */ recordOutput),
/* harmony export */   pA: () => (/* binding */ readMerged),
/* harmony export */   uU: () => (/* binding */ mergedRecord)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _cache_open_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78745);
/* harmony import */ var _cache_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87945);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27406);







const COMMIT = /^[0-9a-f]{40,64}$/;
const HASH_LENGTH = 16;
const EVENTS = ['push', 'schedule', 'workflow_dispatch'];
/**
 * The name under which it is remembered up to which commit all services of a list are merged on a branch, by one workflow and for its
 * platforms. What came before a push says less: the run of that commit may have failed, and what it was to build would never be.
 * @returns undefined where the run is of no branch
 */
function mergedRecord(env, { services, platforms }) {
    const ref = env.GITHUB_REF ?? '';
    if (!EVENTS.includes(env.GITHUB_EVENT_NAME ?? '') || !ref.startsWith('refs/heads/'))
        return undefined;
    const of = [env.GITHUB_WORKFLOW_REF ?? '', ref, services.trim(), platforms.map(({ text }) => text).join()];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(of.join('\n')).digest('hex');
    return `merged-${hash.slice(0, HASH_LENGTH)}`;
}
/** What the plan says to the merge: the record's name, and the attempt of the run that planned. */
function recordOutput(record, env) {
    return `${record}:${env.GITHUB_RUN_ATTEMPT || '1'}`;
}
/** What is remembered; undefined when nothing is, or the cache can't be read. */
async function readMerged(record, surroundings) {
    const bytes = await withStore(surroundings, (store) => store.readDocument(record));
    const [commit = '', run = ''] = bytes?.toString('utf8').trim().split('\n') ?? [];
    return COMMIT.test(commit) ? { commit, run: numberOf(run) } : undefined;
}
/**
 * Refuses to set tags back by a run that a newer one has overtaken, as a re-run of an older one's failed jobs would. All of its jobs run
 * again are another thing: they plan anew.
 * @param output what {@link recordOutput} gave
 * @throws {MergeError}
 */
async function refuseOvertaken(output, surroundings) {
    const { record, attempt } = parseOutput(output);
    const { GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: now = '1' } = surroundings.env;
    const run = numberOf(number ?? '');
    const isPlannedAnew = now !== '1' && attempt === now;
    if (record === undefined || run === undefined || isPlannedAnew)
        return;
    const merged = await readMerged(record, surroundings);
    if (merged?.run === undefined || merged.run <= run)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .MergeError */ .VX(`run ${merged.run} of this workflow, newer than this one (${run}), has merged ${merged.commit} already; no tag was set`, { cure: 'run the newest run’s jobs again; to go back to this commit, run all jobs of this run again' });
}
/**
 * Remembers a commit. That it can't costs a warning.
 * @param output what {@link recordOutput} gave
 */
async function writeMerged(output, commit, surroundings) {
    const { record } = parseOutput(output);
    if (record === undefined)
        return;
    const text = `${commit}\n${surroundings.env.GITHUB_RUN_NUMBER ?? ''}\n`;
    await withStore(surroundings, (store) => store.writeDocument(record, Buffer.from(text)));
}
function parseOutput(output) {
    const [name = '', attempt] = output.trim().split(':');
    return { record: (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_6__/* .isDocumentName */ .B)(name) ? name : undefined, attempt };
}
function numberOf(text) {
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
async function withStore({ host, env, signal }, use) {
    const place = (0,_cache_open_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)({ kind: 'auto', folder: undefined, repository: undefined }, env, host);
    if (place === undefined)
        return undefined;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'multiarch-build-merged-'));
    const registryClient = () => Promise.reject(new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HostError */ .dh('no registry keeps this'));
    try {
        const store = await (0,_cache_open_js__WEBPACK_IMPORTED_MODULE_4__/* .openStore */ .C)(place, { folder, env, registryClient }, { writable: true, signal, tell: host });
        try {
            return await use(store);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 38856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ imagesMetadata),
/* harmony export */   lg: () => (/* binding */ imagesSummary),
/* harmony export */   t$: () => (/* binding */ imagesOutputs)
/* harmony export */ });
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78342);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84974);
/* harmony import */ var _request_contract_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75557);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45845);




/** The `metadata` object: of one image, or of a list of them by their names. */
function imagesMetadata(reports, isList) {
    if (!isList)
        return metadataOf(reports[0]);
    return {
        images: Object.fromEntries(reports.map((each) => [each.repositories[0].text, metadataOf(each)])),
    };
}
function metadataOf(report) {
    return {
        'containerimage.digest': report.index.digest,
        'containerimage.descriptor': report.index,
        'image.name': report.references.map(({ text }) => text).join(','),
        digest: report.index.digest,
        digests: digestsOf(report),
        image: referenceOf(report),
        tags: report.references.map(({ text }) => text),
        pushed: report.pushed,
        platforms: report.platforms.map(({ platform }) => platform.text),
        size: (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctSize */ .Sy)(report.platforms.map(({ image }) => image)),
        builds: Object.fromEntries(report.platforms.map(({ platform, image, metadata }) => [
            platform.text,
            { ...metadata, digest: image.descriptor.digest, size: sizeOf(image) },
        ])),
    };
}
function digestsOf({ platforms }) {
    return Object.fromEntries(platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]));
}
function referenceOf({ repositories, index }) {
    return (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .digestReference */ .O9)(repositories[0], index.digest);
}
function sizeOf(image) {
    return (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .imageBlobs */ .aR)(image).reduce((sum, blob) => sum + blob.size, 0);
}
/**
 * All outputs, by name. Of a list, however long, `digest`, `image` and `tags` have a line or more for each image, and `digests` an
 * object.
 */
function imagesOutputs(reports, isList) {
    const byImage = reports.map((each) => [each.repositories[0].text, digestsOf(each)]);
    const digests = isList ? Object.fromEntries(byImage) : digestsOf(reports[0]);
    const platforms = reports.flatMap((each) => each.platforms.map(({ platform }) => platform.text));
    return new Map([
        ['digest', reports.map(({ index }) => index.digest).join('\n')],
        ['digests', JSON.stringify(digests)],
        ...(isList ? [] : Object.entries(digestsOf(reports[0])).map(platformOutput)),
        ['image', reports.map(referenceOf).join('\n')],
        ['tags', reports.flatMap(({ references }) => references.map(({ text }) => text)).join('\n')],
        ['pushed', String(reports.some(({ pushed }) => pushed))],
        ['platforms', [...new Set(platforms)].join(',')],
        ['metadata', JSON.stringify(imagesMetadata(reports, isList))],
    ]);
}
function platformOutput([platform, digest]) {
    return [(0,_request_contract_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOutput */ .g1)(platform), digest];
}
/**
 * The job summary of several images, as Markdown: one table for all.
 * @param done what was done to them: `merged`, `built`
 */
function imagesSummary(reports, done) {
    const pushed = reports.some((report) => report.pushed);
    const count = `${reports.length} ${reports.length === 1 ? 'image' : 'images'}`;
    const rows = reports.flatMap((report) => [
        row(report, 'index', report.index.digest, (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctSize */ .Sy)(report.platforms.map(({ image }) => image))),
        ...report.platforms.map(({ platform, image }) => row(report, platform.text, image.descriptor.digest, sizeOf(image))),
    ]);
    const notices = new Set(reports.flatMap((report) => report.notices));
    return [
        `### ✅ ${count} ${done}${pushed ? '' : ', not pushed'}`,
        ...reports.flatMap(({ warnings }) => warnings.map(({ message }) => `> [!WARNING]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(message)}`)),
        ...[...notices].map((notice) => `> [!NOTE]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(notice)}`),
        ['| Image | Platform | Digest | Size |', '|:--|:--|:--|--:|', ...rows].join('\n'),
        ...reports.map(({ references, index }) => `\`${index.digest}\`: ${references.map(({ text }) => `\`${text}\``).join(', ')}`),
    ].join('\n\n');
}
function row({ repositories }, platform, digest, size) {
    return `| ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(repositories[0].text)} | ${platform} | \`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .VK)(digest)}\` | ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(size)} |`;
}


/***/ }),

/***/ 56182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ MERGE_INPUTS)
/* harmony export */ });
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75557);

/** The inputs of a merge that mean the same as a build's. */
const SHARED = [
    'git-labels',
    'registry',
    'username',
    'password',
    'tls-verify',
    'immutable-tags',
    'retries',
    'verify',
    'verify-allow',
    'summary',
];
const shared = _contract_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc.filter((input) => SHARED.some((name) => name === input.name));
/** Every input of the merge, in the order of the documentation. */
const MERGE_INPUTS = [
    {
        name: 'image',
        description: 'Repository name(s) without tag, one a line, as the legs had them. Default: every image that legs of this run handed over.',
    },
    {
        name: 'tags',
        description: 'Bare tags, or full references, one a line. Default: from the Git ref, as for a build.',
    },
    {
        name: 'platforms',
        description: 'Platforms that must be there, no more and no fewer.',
        default: 'linux/amd64,linux/arm64',
    },
    {
        name: 'plan',
        description: 'Which images to merge and the platforms of each, in place of `image` and `platforms`: the output `merge` of a plan.',
    },
    {
        name: 'record',
        description: 'Name under which it is remembered that all of this commit is merged: the output `record` of a plan.',
    },
    {
        name: 'digests',
        description: 'What to merge, in place of what legs handed over: the output `digests` of one or several legs, one a line (of one image, or of several services), or references of images that anybody pushed, one a line.',
    },
    {
        name: 'name',
        description: 'Names of the artifacts that legs handed over begin with this. Default: as legs name them.',
    },
    { name: 'annotations', description: 'Annotations of the index, `name=value` one a line.' },
    {
        name: 'push',
        description: 'Whether to push: `auto` (as for a build), `true`, `false`.',
        default: 'auto',
    },
    { name: 'context', description: 'Folder of the checkout, which Git is asked about.', default: '.' },
    ...shared,
];


/***/ })

};
