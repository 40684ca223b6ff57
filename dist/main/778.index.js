export const id = 778;
export const ids = [778];
export const modules = {

/***/ 84778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runServices: () => (/* binding */ runServices)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/cache/session.js
var session = __webpack_require__(27076);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/builder/workspace.js + 1 modules
var builder_workspace = __webpack_require__(9543);
// EXTERNAL MODULE: ./build/src/diagnosis/system-error.js
var system_error = __webpack_require__(99557);
;// CONCATENATED MODULE: ./build/src/host/service-host.js
/**
 * A host for one of several builds of a run: says whose a message is, and keeps apart what each saves. Outputs are the run's, not
 * its own.
 * @param linesToo whether others write to the log at the same time
 */
function serviceHost(host, service, linesToo) {
    const said = (message) => `${service}: ${message}`;
    return {
        ...host,
        info: (message) => host.info(said(message)),
        notice: (message, location) => host.notice(said(message), location),
        warning: (message, location) => host.warning(said(message), location),
        error: (message, location) => host.error(said(message), location),
        openLog: (title) => {
            const log = host.openLog(said(title));
            return {
                line: linesToo ? (text) => log.line(`${service} ${text}`) : log.line,
                progress: (subject, progress) => log.progress?.(`${service} ${subject}`, progress),
                close: log.close,
            };
        },
        saveState: (name, value) => host.saveState(`${name}-${service}`, value),
        setOutput: () => undefined,
    };
}

// EXTERNAL MODULE: ./build/src/podman/info.js
var info = __webpack_require__(78507);
// EXTERNAL MODULE: ./build/src/podman/store-pool.js
var store_pool = __webpack_require__(709);
// EXTERNAL MODULE: ./build/src/request/references.js
var references = __webpack_require__(29021);
// EXTERNAL MODULE: ./build/src/pipeline/stores.js
var pipeline_stores = __webpack_require__(76856);
// EXTERNAL MODULE: ./build/src/pipeline/tell-failure.js
var tell_failure = __webpack_require__(43622);
;// CONCATENATED MODULE: ./build/src/pipeline/build-services.js










/**
 * Builds services on this machine, each with its platforms at once: as many services at the same time as `max-parallel` has room for. When
 * one fails the others are built all the same. Base images are pulled once for each service that is built at the same time.
 * @param build builds one
 * @throws {InputError} when two would have the same tag
 * @throws {Interrupted} when the signal fired
 */
async function buildServices(services, build, run) {
    (0,references/* refuseSharedTags */.z1)(services.map(({ request }) => request));
    const podman = await (0,info/* podmanInfo */.Km)(run.signal);
    const workspace = await builder_workspace/* Workspace */.aR.open(run.host, podman, undefined, run.env);
    try {
        const requests = services.map(({ request }) => request);
        const kept = await (0,pipeline_stores/* keptStores */.xZ)(requests, podman, run);
        // A podman elsewhere has all in its own storage.
        const stores = podman.isRemote
            ? {}
            : { stores: await store_pool/* StorePool */.e.open(podman, workspace.storage, pipeline_stores/* isBase */._E, kept) };
        // In one storage of another machine builds of several services meet, and of an old podman's they get each other's base images.
        const isElsewhere = podman.isRemote || services.some(({ request }) => request.builders.size > 0);
        const atOnce = isElsewhere ? 1 : servicesAtOnce(services);
        const limit = (0,p_limit/* default */.A)(atOnce);
        const settled = await Promise.allSettled(services.map(({ name, request }, at) => limit(async () => {
            if (run.signal.aborted)
                throw new errors/* Interrupted */.j$();
            const host = serviceHost(run.host, name, atOnce > 1);
            run.host.info(`${name} (${at + 1} of ${services.length}): ${request.repositories[0].text}`);
            return outcomeOf(name, host, () => build(request, { ...run, host, ...stores }));
        })));
        // Only now, when none uses the stores any more.
        await stores.stores?.close().catch((error) => run.host.warning((0,pipeline_stores/* notKept */.EM)(error)));
        return settled.map((each) => {
            if (each.status === 'rejected')
                throw each.reason;
            return each.value;
        });
    }
    finally {
        await workspace.close();
    }
}
/** How many services are built at the same time: as many as their platforms leave room for. */
function servicesAtOnce(services) {
    return Math.max(1, Math.min(...services.map(({ request: { maxParallel = 1, platforms } }) => Math.floor(maxParallel / platforms.length))));
}
async function outcomeOf(name, host, build) {
    try {
        return { name, report: await build() };
    }
    catch (thrown) {
        const error = (0,system_error/* asHostError */.F)(thrown) ?? thrown;
        if (!(error instanceof errors/* Failure */.HR) || error instanceof errors/* Interrupted */.j$)
            throw error;
        (0,tell_failure/* tellFailure */.s)(host, error);
        return { name, failure: error };
    }
}

// EXTERNAL MODULE: ./build/src/pipeline/site.js + 1 modules
var site = __webpack_require__(86299);
// EXTERNAL MODULE: ./build/src/report/images.js
var report_images = __webpack_require__(38856);
// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(3558);
// EXTERNAL MODULE: ./build/src/request/git.js + 1 modules
var request_git = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/src/request/parse.js + 4 modules
var parse = __webpack_require__(30301);
// EXTERNAL MODULE: ./build/src/request/plan-request.js
var plan_request = __webpack_require__(62892);
// EXTERNAL MODULE: ./build/src/services/plan.js + 6 modules
var plan = __webpack_require__(62952);
// EXTERNAL MODULE: ./build/src/services/service-inputs.js
var service_inputs = __webpack_require__(42971);
// EXTERNAL MODULE: ./build/src/entrypoints/run-build.js + 72 modules
var run_build = __webpack_require__(84550);
;// CONCATENATED MODULE: ./build/src/entrypoints/run-services.js














/**
 * From a list of services to outputs: each is built as a step of its own would.
 * @returns the `metadata` object
 * @throws {BuildError} when one failed, after all were tried and what was built is told
 */
async function runServices(inputs, host, signal, onTag) {
    const surroundings = { host, env: process.env, signal };
    const services = await requestsOf(inputs, surroundings);
    const { request } = services[0];
    for (const notice of new Set(services.flatMap((each) => each.request.notices)))
        host.notice(notice);
    const cache = new session/* CacheSession */.R(request, {
        ...surroundings,
        registryClient: () => (0,site/* registryClient */.R)(request, surroundings),
    });
    const run = { ...surroundings, cache, onTag };
    const outcomes = await buildServices(services, run_build/* buildAndShow */.V, run).finally(() => cache.end());
    const built = outcomes.flatMap((each) => ('report' in each ? [each.report] : []));
    const reports = built.map(asImage);
    for (const [name, value] of (0,report_images/* imagesOutputs */.t$)(reports, true))
        host.setOutput(name, value);
    host.setOutput('docker-config', built[0]?.dockerConfig ?? '');
    if (request.summary && reports.length > 0)
        await host.summarize((0,report_images/* imagesSummary */.lg)(reports, 'built'));
    const failed = outcomes.flatMap((each) => ('failure' in each ? [each] : []));
    if (failed.length > 0)
        throw servicesFailed(failed, services.length);
    return (0,report_images/* imagesMetadata */.aB)(reports, true);
}
async function requestsOf(inputs, surroundings) {
    for (const name of ['image', 'context', 'file', 'target']) {
        if (inputs[name].trim() === '' || (name === 'context' && inputs[name] === '.'))
            continue;
        throw new errors/* InputError */.dz(name, 'is given beside services', { cure: `write ${name} into the list` });
    }
    const { services, platforms } = inputs;
    // Of one checkout all services are told the same.
    const git = { ...surroundings, known: new Map() };
    const { planned } = await (0,plan/* planServices */.M)((0,plan_request/* parsePlanRequest */.aO)({ services, platforms }), surroundings, process.cwd());
    const requests = [];
    for (const { service } of planned) {
        const own = inputsOf(inputs, service);
        const facts = await (0,request_git/* gitFacts */.gi)({ ...own, context: checkoutOf(own.context) }, git);
        requests.push({ name: service.name, request: requestOf(service, own, facts) });
    }
    return requests;
}
/** The folder of the checkout that a folder is in; itself where it is in none. */
function checkoutOf(folder) {
    for (let at = (0,external_node_fs_.existsSync)(folder) ? (0,external_node_fs_.realpathSync)(folder) : (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if (at === (0,external_node_path_.dirname)(at))
            return folder;
    }
}
function requestOf({ name }, inputs, git) {
    try {
        return (0,parse/* parseBuildRequest */.r)(inputs, git, process.env);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        const { cure, location } = error;
        throw new errors/* InputError */.dz('services', `${name}: ${error.message}`, {
            cause: error,
            ...(cure !== undefined && { cure }),
            ...(location && { location }),
        });
    }
}
function inputsOf(inputs, service) {
    const own = (0,service_inputs/* serviceInputs */.r)(service);
    const both = (name) => `${inputs[name]}\n${own[name]}`;
    const isLeg = ['digest', 'layout'].includes(inputs.push.trim());
    return {
        ...inputs,
        ...own,
        services: '',
        context: own.context,
        platforms: service.platforms?.map(({ text }) => text).join(',') ?? inputs.platforms,
        'build-args': both('build-args'),
        'verify-allow': both('verify-allow'),
        'smoke-test': own['smoke-test'] || inputs['smoke-test'],
        // The layouts of all would fill the disk.
        layout: inputs.layout.trim() === 'auto' && !isLeg ? 'false' : inputs.layout,
    };
}
function asImage(report) {
    const platforms = report.platforms.map((each) => ({ ...each, metadata: (0,outputs/* platformMetadata */.nC)(each) }));
    return { ...report, platforms };
}
function servicesFailed(failed, all) {
    const said = failed.map(({ name, failure }) => `${name}: ${failure.message.split('\n')[0]}`).join('; ');
    return new errors/* BuildError */.zS(`${failed.length} of ${all} services failed: ${said}`, {
        cause: failed[0].failure,
        cure: 'see above what each needs, and run it again: what is built already is not built twice',
        quotes: failed.flatMap(({ failure }) => failure.quotes),
    });
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

/***/ 62892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VN: () => (/* binding */ PLAN_OPTIONS),
/* harmony export */   aO: () => (/* binding */ parsePlanRequest),
/* harmony export */   mv: () => (/* binding */ runnerOf)
/* harmony export */ });
/* unused harmony export PLAN_OUTPUTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23856);
/* harmony import */ var _closest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70659);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32062);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24065);





/** Options of `plan`, in the order of the help. */
const PLAN_OPTIONS = [
    { name: 'services', description: 'file that lists the services, or its text' },
    { name: 'platforms', description: 'platforms of services that name none' },
    { name: 'runners', description: 'platform=label or platform=["label","label"], one a line' },
    {
        name: 'base',
        description: 'commit since which changes count, or auto: the base of a pull request, and on a branch the last commit up to which all was merged; without it all services are planned',
    },
    { name: 'all', description: 'plan all services, whatever changed', form: 'boolean' },
    { name: 'push', description: 'auto, true or false, as for a build: what the output push says of this run' },
];
/** What the step gives: each is JSON. */
const PLAN_OUTPUTS = [
    { name: 'build', description: 'Matrix with a job for each service and platform.' },
    { name: 'merge', description: 'Matrix with a job for each service; also the input `plan` of the merge.' },
    { name: 'services', description: 'Names of the services to build; `[]` if there are none.' },
    { name: 'unchanged', description: 'Names of the others.' },
    { name: 'push', description: '`true` or `false`: whether this run pushes.' },
    { name: 'reasons', description: 'Why each is built, by its name.' },
    {
        name: 'record',
        description: 'Name under which the merge remembers that this commit is merged, for `base: auto` of later runs: the input `record` of the merge.',
    },
];
/** Native where GitHub has a runner for it. */
const RUNNERS = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
const EMULATING_RUNNER = 'ubuntu-24.04';
/**
 * Reads the options of `plan`.
 * @throws {InputError}
 */
function parsePlanRequest(given) {
    const names = PLAN_OPTIONS.map(({ name }) => name);
    const foreign = Object.keys(given).find((name) => !names.includes(name));
    if (foreign !== undefined) {
        const near = (0,_closest_js__WEBPACK_IMPORTED_MODULE_4__/* .closest */ .k)(foreign, names);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(foreign, 'is no option of plan', {
            cure: near === undefined ? `use ${names.join(', ')}` : `did you mean ${near}?`,
        });
    }
    const services = given.services ?? '';
    if (services.trim() === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('services', 'is missing', {
            cure: 'name the file that lists the services, such as --services services.yaml',
        });
    }
    return {
        services,
        platforms: orInputError('platforms', () => (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatforms */ .qA)((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .completeInputs */ .h5)({ platforms: given.platforms ?? '' }), 'platforms'))),
        runners: parseRunners(given.runners ?? ''),
        base: parseBase(given.base ?? ''),
        all: parseAll(given.all ?? ''),
        everyCommit: false,
        push: (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)({ push: given.push?.trim() || 'auto' }, 'push', ['auto', 'true', 'false']),
    };
}
/** The labels of the runner for a platform. */
function runnerOf({ runners }, { text }) {
    return runners.get(text) ?? RUNNERS[text] ?? EMULATING_RUNNER;
}
function parseBase(text) {
    const base = text.trim();
    if (base === '')
        return undefined;
    if (!base.startsWith('-') && !/[\s\0]/.test(base))
        return base;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('base', `${JSON.stringify(base)} is no commit`, {
        cure: 'name a commit, a branch or a tag',
    });
}
function parseAll(text) {
    if (/^(true|false|)$/i.test(text.trim()))
        return text.trim().toLowerCase() === 'true';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('all', `${JSON.stringify(text)} is no boolean; allowed are true and false`);
}
function parseRunners(text) {
    const runners = new Map();
    for (const line of text.split('\n').map((each) => each.trim())) {
        if (line === '' || line.startsWith('#'))
            continue;
        const at = line.indexOf('=');
        if (at < 1) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${JSON.stringify(line)} is not of the form platform=label`, {
                cure: 'write one a line, such as linux/arm64=ubuntu-24.04-arm',
            });
        }
        const platform = orInputError('runners', () => (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .Y8)(line.slice(0, at)));
        if (runners.has(platform.text))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${platform.text} is there twice`);
        runners.set(platform.text, parseLabels(line.slice(at + 1).trim(), platform));
    }
    return runners;
}
function parseLabels(text, { text: platform }) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${platform} has no label`);
    if (!text.startsWith('['))
        return text;
    const labels = orInputError('runners', () => JSON.parse(text));
    if (Array.isArray(labels) && labels.length > 0 && labels.every((each) => typeof each === 'string' && each))
        return labels;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${platform}: ${text} is no list of labels`, {
        cure: 'write a list in JSON, such as ["self-hosted","arm64"]',
    });
}
function orInputError(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(input, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), { cause });
    }
}


/***/ })

};
