export const id = 550;
export const ids = [550];
export const modules = {

/***/ 76435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UX: () => (/* binding */ Pending),
/* harmony export */   bK: () => (/* binding */ CACHE_STATE),
/* harmony export */   ct: () => (/* binding */ readPending),
/* harmony export */   fE: () => (/* binding */ savePending)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6559);




/** Name under which the step's post part finds the folder with what is to be saved. */
const CACHE_STATE = 'cache';
const LIST = 'pending.json';
const STAGED = 'staged';
/**
 * What a run found worth keeping, put aside in a folder, for a later part of the run to save: sending it must not hold
 * up the build.
 */
class Pending {
    folder;
    list;
    writing = Promise.resolve();
    constructor(folder, target) {
        this.folder = folder;
        this.list = { ...target, blobs: [], documents: [] };
    }
    /** Bytes of what was put aside, but for documents. */
    get bytes() {
        const sizes = new Map(this.list.blobs.map(({ descriptor }) => [descriptor.digest, descriptor.size]));
        return [...sizes.values()].reduce((sum, size) => sum + size, 0);
    }
    /** Puts a file aside, whose bytes must not change any more. */
    async addBlob(path, options) {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        const digest = await (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfFile */ .Mk)(path);
        const descriptor = { mediaType: options.mediaType, digest, size };
        // Two platforms may come with the same layer.
        if (this.holds(descriptor))
            return descriptor;
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(STAGED, (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .encodedPart */ .eA)(digest));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, STAGED), { recursive: true, mode: 0o700 });
        await linkOrCopy(path, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, file));
        await this.write({
            ...this.list,
            blobs: [...this.list.blobs, { descriptor, file, replace: options.broken.has(digest) }],
        });
        return descriptor;
    }
    /** Whether a blob was put aside. */
    holds({ digest }) {
        return this.list.blobs.some(({ descriptor }) => descriptor.digest === digest);
    }
    /** Puts a document aside, which is saved once the blobs are that it needs. */
    async addDocument(name, bytes, keeps) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(STAGED, (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .encodedPart */ .eA)((0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes)));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, STAGED), { recursive: true, mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, file), bytes, { mode: 0o600 });
        const others = this.list.documents.filter((document) => document.name !== name);
        await this.write({ ...this.list, documents: [...others, { name, file, keeps }] });
    }
    // Whole at any time, since the run may be killed; and one after the other, since platforms come here at the same time.
    write(list) {
        this.list = list;
        this.writing = this.writing.then(async () => {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, LIST);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(`${path}.new`, JSON.stringify(this.list), { mode: 0o600 });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(`${path}.new`, path);
        });
        return this.writing;
    }
}
// A second name costs neither time nor room, where the file system has both.
async function linkOrCopy(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(from, to);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            return;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(from, to, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE);
    }
}
/** What was put aside in a folder; undefined when nothing was. */
async function readPending(folder) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, LIST), 'utf8'));
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
/** Saves what was put aside: blobs side by side, then the documents whose blobs are all there. */
async function savePending(folder, list, store) {
    const saved = new Set();
    await Promise.all(list.blobs.map(async ({ descriptor, file, replace }) => {
        if (await store.saveBlob(descriptor, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file), { replace }))
            saved.add(descriptor.digest);
    }));
    const isKept = async (blob) => saved.has(blob.digest) || (await store.hasBlob(blob));
    await Promise.all(list.documents.map(async ({ name, file, keeps }) => {
        if (!(await Promise.all(keeps.map(isKept))).every((kept) => kept))
            return;
        await store.writeDocument(name, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file)), keeps);
    }));
}


/***/ }),

/***/ 27076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ CacheSession),
/* harmony export */   g: () => (/* binding */ saveLeftovers)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _directory_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33807);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78745);
/* harmony import */ var _pending_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76435);







const FOLDER_PREFIX = 'multiarch-build-cache-';
/** A run's use of the cache: nothing is opened or made before it is asked for. */
class CacheSession {
    request;
    surroundings;
    opened;
    constructor(request, surroundings) {
        this.request = request;
        this.surroundings = surroundings;
    }
    /** The store, what is put aside for it, and a folder for files that last as long as the run; undefined without a cache. */
    open() {
        this.opened ??= this.begin();
        return this.opened;
    }
    /**
     * Ends the use of the cache. On a runner what was put aside waits for the step's post part; elsewhere it is saved now.
     * Never throws.
     */
    async end() {
        const { host, signal } = this.surroundings;
        const opened = await this.opened;
        if (opened === undefined)
            return;
        const { folder, store } = opened;
        try {
            const list = await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .readPending */ .ct)(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
        }
        finally {
            await store.close();
        }
    }
    async begin() {
        const { host, env, signal, registryClient } = this.surroundings;
        const { cache, logins, tlsVerify } = this.request;
        try {
            const place = (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(cache, env, host);
            if (place === undefined)
                return undefined;
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), FOLDER_PREFIX));
            host.saveState(_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .CACHE_STATE */ .bK, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .C)(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new _pending_js__WEBPACK_IMPORTED_MODULE_6__/* .Pending */ .UX(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
            return undefined;
        }
    }
}
/**
 * Saves what an earlier part of the run has put aside, and removes the folder. Only a folder with this product's own name
 * is touched, whatever the state says.
 * @param state what the earlier part noted under {@link CACHE_STATE}
 */
async function saveLeftovers(state, surroundings) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(state) || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(state).startsWith(FOLDER_PREFIX))
        return;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(state).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    try {
        const list = await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .readPending */ .ct)(state);
        if (list === undefined)
            return;
        const { host, env, signal, registryClient } = surroundings;
        const means = { folder: await transferFolder(state), env, registryClient: () => registryClient(list) };
        const store = await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .C)(list.place, means, { writable: true, signal, tell: host });
        try {
            await save(state, list, store, host);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(state, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function save(folder, list, store, host) {
    await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .savePending */ .fE)(folder, list, store);
    if (store instanceof _directory_store_js__WEBPACK_IMPORTED_MODULE_4__/* .DirectoryStore */ .f)
        await store.sweep();
    const { blobsSaved, bytesSaved } = store.usage;
    if (blobsSaved > 0) {
        const megabytes = (bytesSaved / 1e6).toFixed(1);
        host.info(`cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`);
    }
}
async function transferFolder(folder) {
    const transfer = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'transfer');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(transfer, { recursive: true, mode: 0o700 });
    return transfer;
}


/***/ }),

/***/ 84550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ buildAndShow),
  runBuild: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: ./build/src/cache/session.js
var session = __webpack_require__(27076);
// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var parse = __webpack_require__(55555);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(78229);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/image.js
var oci_image = __webpack_require__(78342);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/podman/info.js
var info = __webpack_require__(78507);
;// CONCATENATED MODULE: ./build/src/plan/plan.js



/** Decides, from what is asked and what is there, how to build. */
function makePlan(request, dockerfile, host) {
    const { platforms } = request;
    const execution = (0,dockerfile_stages/* executionOf */.eo)(dockerfile, request.build.target);
    const here = platforms.filter(({ text }) => !host.remotes?.has(text));
    const onTarget = execution.onTarget || request.qemu === 'always' ? here : [];
    // It is run here, whoever has built the image, where anything can be.
    const targets = request.smokeTest === undefined || host.podman.isRemote ? onTarget : platforms;
    // In one storage of an old podman a name is that of the platform which pulled it last (docs/traps.md, 2 and 10).
    const old = [...(host.remotes?.values() ?? [])].filter(({ cacheKnowsPlatforms }) => !cacheKnowsPlatforms);
    const sharesImages = old.length > 1;
    const named = here.length === 0 ? [] : execution.onNamed.flatMap(platformOrNone);
    return {
        platforms,
        mustRun: distinct([...targets, ...named]),
        emulate: request.qemu !== 'never',
        executes: execution.onTarget,
        explicitPlatforms: (0,info/* stagePlatformsLeak */.Q1)(host.podman) && !dockerfile.path.endsWith('.in'),
        parallel: sharesImages ? 1 : (request.maxParallel ?? Math.max(1, Math.min(platforms.length, host.cores))),
    };
}
function distinct(platforms) {
    return [...new Map(platforms.map((platform) => [platform.text, platform])).values()];
}
// What is no platform is left for podman to refuse.
function platformOrNone(text) {
    try {
        return [(0,oci_platform/* parsePlatform */.Y8)(text)];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/publish/immutable-tags.js
var immutable_tags = __webpack_require__(62051);
// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(73185);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
;// CONCATENATED MODULE: ./build/src/podman/archive.js











/** Begins the name that an image has while it is brought. */
const PASSING_NAME = 'localhost/multiarch-build-load-';
const OWN_PASSING_NAME = `${PASSING_NAME}${process.pid}-`;
// A runner kills soon after its signal, and the signal may be what ended the load.
const CLEANING_MS = 2000;
/**
 * Brings an image of a layout, the very bytes that are published, into the storage of a podman elsewhere, where no name leads to it:
 * its client takes archives alone.
 * @returns its id
 * @throws {HostError} when podman refuses
 * @throws {Interrupted} when the signal fired
 */
async function loadArchive(image, source) {
    const { layout, exportFolder, signal } = source;
    const folder = (0,external_node_path_.join)(exportFolder, `load-${(0,oci_platform/* platformSlug */.DN)(image.platform)}`);
    const part = await layout.part(folder, (0,oci_image/* imageBlobs */.aR)(image));
    const name = `${OWN_PASSING_NAME}${(0,external_node_crypto_.randomBytes)(6).toString('hex')}:latest`;
    await part.writeEntry(image.descriptor, name);
    const archive = `${folder}.tar`;
    try {
        const tar = (0,tar_stream.pack)();
        await Promise.all([writeLayout(part, image, tar), (0,external_node_stream_promises_.pipeline)(tar, (0,external_node_fs_.createWriteStream)(archive), { signal })]);
        const id = (0,oci_digest/* encodedPart */.eA)(image.manifest.config.digest);
        await load(archive, { id, name }, source);
        return id;
    }
    finally {
        await Promise.all([(0,promises_.rm)(archive, { force: true }), (0,promises_.rm)(folder, { recursive: true, force: true })]);
    }
}
/** Lets podman load an archive, and takes the name away that it has in it. */
async function load(archive, { id, name }, { env, signal }) {
    await removeNames(await leftNames(env, signal), env, signal);
    const wasThere = (await (0,host_process/* stream */.Td)('podman', ['image', 'exists', id], { env, signal })).exitCode === 0;
    let last = '';
    let isLoaded = false;
    try {
        const onLine = (line) => {
            last = line;
        };
        const args = ['load', '--quiet', `--input=${archive}`];
        const { exitCode } = await (0,host_process/* stream */.Td)('podman', args, { env, signal, onLine });
        if (exitCode !== 0) {
            throw new errors/* HostError */.dh(`the image could not be loaded into podman: ${last || `exit code ${exitCode}`}`);
        }
        isLoaded = true;
    }
    finally {
        // podman may have all of it by then, whatever became of its client.
        const limit = isLoaded ? undefined : AbortSignal.timeout(CLEANING_MS);
        if (isLoaded || wasThere)
            await removeNames([name], env, limit);
        else
            await unlessTooLate((0,host_process/* stream */.Td)('podman', ['rmi', name], { env, ...(limit && { signal: limit }) }));
    }
}
/** Whether another run has left a name. One that is at it now has no need of it. */
function isLeft(name) {
    return name.startsWith(PASSING_NAME) && !name.startsWith(OWN_PASSING_NAME);
}
/** Names that ended runs have left, since nobody answered them any more. */
async function leftNames(env, signal) {
    const names = [];
    const args = ['images', '--format={{.Repository}}:{{.Tag}}'];
    const onLine = (line) => void (isLeft(line.trim()) && names.push(line.trim()));
    await (0,host_process/* stream */.Td)('podman', args, { env, signal, onLine });
    return names;
}
/** Images keep what else leads to them, such as a manifest list. */
async function removeNames(names, env, signal) {
    for (const name of names) {
        await unlessTooLate((0,host_process/* stream */.Td)('podman', ['untag', name, name], { env, ...(signal && { signal }) }));
    }
}
async function unlessTooLate(cleaning) {
    await cleaning.catch((error) => {
        if (!(error instanceof errors/* Interrupted */.j$))
            throw error;
    });
}
/** Writes a layout as https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md has it, in a tar archive. */
async function writeLayout(layout, image, tar) {
    try {
        for (const name of ['oci-layout', 'index.json'])
            tar.entry({ name }, await (0,promises_.readFile)((0,external_node_path_.join)(layout.folder, name)));
        const blobs = new Map((0,oci_image/* imageBlobs */.aR)(image).map((blob) => [blob.digest, blob]));
        for (const { digest, size } of blobs.values()) {
            const entry = tar.entry({ name: `blobs/sha256/${(0,oci_digest/* encodedPart */.eA)(digest)}`, size });
            await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(layout.blobPath(digest)), entry);
        }
        tar.finalize();
    }
    catch (error) {
        tar.destroy(error);
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/podman/store.js
var podman_store = __webpack_require__(77034);
;// CONCATENATED MODULE: ./build/src/podman/layout.js








/**
 * Brings an image of a layout, the very bytes that are published, into a store, where no name leads to it.
 * @returns its id
 * @throws {HostError} when podman refuses
 */
async function pullFromLayout(image, source) {
    const { layout, exportFolder, store } = source;
    const folder = (0,external_node_path_.join)(exportFolder, `load-${(0,oci_platform/* platformSlug */.DN)(image.platform)}`);
    const part = await layout.part(folder, (0,oci_image/* imageBlobs */.aR)(image));
    await part.writeEntry(image.descriptor, undefined);
    // podman 4 names the image after the path, which has to make a valid, lower-case name.
    const path = (0,external_node_path_.join)('/tmp', `multiarch-build-load-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    await (0,promises_.symlink)(folder, path);
    const own = store === undefined ? [] : (0,podman_store/* storeArguments */.UI)(store);
    const output = [];
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)('podman', [...own, 'pull', '--quiet', `oci:${path}`], {
            env: { ...source.env, TMPDIR: source.temporary },
            signal: source.signal,
            onLine: (line) => output.push(line),
        });
        const id = output.findLast((line) => /^[0-9a-f]{64}$/.test(line.trim()))?.trim();
        if (exitCode !== 0 || id === undefined) {
            throw new errors/* HostError */.dh(`the image could not be loaded into podman: ${output.at(-1) ?? `exit code ${exitCode}`}`);
        }
        await (0,host_process/* stream */.Td)('podman', [...own, 'untag', id, `localhost${path}:latest`]);
        return id;
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/src/publish/load.js




/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
async function loadIntoPodman(source, platforms, reference) {
    const loaded = [];
    const bring = source.podman.isRemote ? loadArchive : pullFromLayout;
    for (const { image } of platforms)
        loaded.push({ image, id: await bring(image, source) });
    await makeList(reference.text, loaded);
}
async function makeList(name, loaded) {
    if (await succeeds('podman', ['manifest', 'exists', name]))
        await podman(['manifest', 'rm', name]);
    else if (await succeeds('podman', ['image', 'exists', name]))
        await podman(['untag', name, name]);
    await podman(['manifest', 'create', name]);
    for (const { image, id } of loaded) {
        const { os, architecture, variant } = image.platform;
        const platform = [
            '--os',
            os,
            '--arch',
            architecture,
            ...(variant === undefined ? [] : ['--variant', variant]),
        ];
        await podman(['manifest', 'add', ...platform, name, `containers-storage:${id}`]);
    }
}
async function podman(args) {
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', args);
    if (exitCode !== 0) {
        throw new errors/* HostError */.dh(`podman ${args.slice(0, 2).join(' ')} failed: ${stderr.trim().split('\n').at(-1)}`);
    }
}
async function succeeds(program, args) {
    return (await (0,host_process/* capture */.Fg)(program, args)).exitCode === 0;
}

// EXTERNAL MODULE: ./build/src/publish/publish.js
var publish = __webpack_require__(6458);
// EXTERNAL MODULE: ./build/src/report/emulation-cost.js
var emulation_cost = __webpack_require__(48436);
// EXTERNAL MODULE: ./build/src/verify/image.js
var verify_image = __webpack_require__(71266);
// EXTERNAL MODULE: ./build/src/verify/index.js
var verify = __webpack_require__(23543);
// EXTERNAL MODULE: ./build/src/dockerfile/image-references.js
var image_references = __webpack_require__(95264);
// EXTERNAL MODULE: ./build/src/dockerfile/settings.js
var dockerfile_settings = __webpack_require__(61119);
// EXTERNAL MODULE: ./build/src/oci/parse.js
var oci_parse = __webpack_require__(62612);
// EXTERNAL MODULE: ./build/src/registry/base-image.js
var base_image = __webpack_require__(66392);
// EXTERNAL MODULE: ./build/src/pipeline/arguments.js
var pipeline_arguments = __webpack_require__(8720);
;// CONCATENATED MODULE: ./build/src/pipeline/base-triggers.js







/**
 * Looks for cache mounts in what base images add to builds on other machines. They are in no Dockerfile, so that they can't be given an id
 * of a platform's own (docs/traps.md, 26).
 * @throws {BuildError} where there is one
 */
async function refuseTriggeredMounts(site) {
    const there = site.request.platforms.flatMap((platform) => {
        const remote = site.remotes.get(platform.text);
        return remote === undefined ? [] : [{ platform, remote }];
    });
    await Promise.all(there.map(({ platform, remote }) => refuseOf(platform, remote, site)));
}
async function refuseOf(platform, remote, site) {
    const { dockerfile, request } = site;
    const args = (0,pipeline_arguments/* argumentValues */.Q)(request.build.buildArgs, site.env);
    const bases = (0,image_references/* imageReferences */.E)(dockerfile, request.build.target).filter(({ by }) => by === 'FROM');
    for (const { image, platform: written, line } of bases) {
        const name = (0,dockerfile_settings/* expandedName */.b)(image, dockerfile, { args, platform });
        if (name === undefined)
            continue;
        const of = written !== undefined && (0,dockerfile_stages/* isBuildPlatform */._G)(written) ? remote.platform : platform;
        const added = await triggersOf(name, of, site);
        const mounts = added.find((text) => /--mount/i.test(text) && /cache/i.test(text));
        if (mounts === undefined)
            continue;
        throw new errors/* BuildError */.zS(`${platform.text}: the base image ${name} adds a step with a cache mount (ONBUILD), which builds of other platforms on that machine might get: ${mounts}`, {
            location: { file: dockerfile.path, line },
            quotes: [mounts],
            cure: 'use a base image without it, or build on this machine',
        });
    }
}
/** What a base image adds, by its registry. Of one that a machine has and no registry, podman doesn't tell. */
async function triggersOf(name, platform, { resolver, publication }) {
    try {
        const found = await resolver.resolve(name, platform);
        const image = found.kind === 'image' && (await (0,base_image/* openBaseImage */.n)(publication.client, found.repository, found.digest));
        return image ? image.onBuild : [];
    }
    catch (error) {
        // What can't be asked now is for podman to fail at.
        const isRefusal = error instanceof errors/* Failure */.HR || error instanceof oci_parse/* MalformedError */.G4;
        if (!isRefusal || error instanceof errors/* Interrupted */.j$)
            throw error;
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/podman/build.js
var podman_build = __webpack_require__(95231);
// EXTERNAL MODULE: ./build/src/podman/images.js
var podman_images = __webpack_require__(35173);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/podman/ask.js
var ask = __webpack_require__(25778);
;// CONCATENATED MODULE: ./build/src/podman/remote.js







// Before, podman's cache takes steps for another platform, and drops timestamps (docs/traps.md, 2, 7 and 9).
const CACHE_TOLD_PLATFORMS = '5.6.0';
/**
 * Asks a podman on another machine who it is.
 * @throws {HostError} when it doesn't answer within half a minute, or is too old
 * @throws {Interrupted} when `signal` fired
 */
async function reachPodman({ name, arguments: address }, env, signal) {
    const args = ['--remote', ...address, 'info', '--format', 'json'];
    const { exitCode, stdout, said } = await (0,ask/* ask */.k)(args, { env, signal, isLimited: true });
    if (exitCode !== 0)
        throw unreachable(name, said);
    const { host, version } = remote_parse(name, stdout);
    const known = semver.coerce(version.Version);
    if (known === null || semver.lt(known, info/* OLDEST_PODMAN */.yZ)) {
        throw new errors/* HostError */.dh(`builder ${name}: podman ${version.Version} is too old`, {
            cure: `install podman ${info/* OLDEST_PODMAN */.yZ} or newer on that machine`,
        });
    }
    const platform = (0,oci_platform/* normalizePlatform */.FL)({
        os: host.os,
        architecture: host.arch,
        ...(host.variant && { variant: host.variant }),
    });
    return remotePodman(name, ['--remote', ...address], {
        version: known.version,
        platform,
        rootless: host.security?.rootless ?? false,
    });
}
/** The service that podman on this machine is a client of. */
function ownService(podman) {
    return remotePodman('podman’s service', [], podman);
}
function remotePodman(name, address, { version, platform, rootless }) {
    return {
        name,
        arguments: address,
        version,
        rootless,
        platform,
        explicitPlatforms: (0,info/* stagePlatformsLeak */.Q1)({ version }),
        cacheKnowsPlatforms: semver.gte(version, CACHE_TOLD_PLATFORMS),
    };
}
function remote_parse(name, stdout) {
    try {
        return JSON.parse(stdout);
    }
    catch (cause) {
        throw unreachable(name, 'it answered with something that is no JSON', cause);
    }
}
function unreachable(name, said, cause) {
    return new errors/* HostError */.dh(`builder ${name} can’t be reached: ${said}`, {
        cause,
        cure: 'see whether podman system connection list has it and podman --connection NAME info works; for ssh:// the key must need no passphrase, or an agent',
    });
}
/** The arguments that bring an image of another machine into a folder here, as an OCI image layout. */
function saveArguments(remote, imageId, folder) {
    return [...remote.arguments, 'save', '--quiet', '--format=oci-dir', `--output=${folder}`, imageId];
}
/**
 * The digests under which another machine has an image: its own manifest's, and of each index that it came by. `Digest` is the latest index's.
 */
async function remoteDigests(remote, name) {
    const args = [...remote.arguments, 'image', 'inspect', '--format={{json .RepoDigests}}', '--', name];
    const { exitCode, stdout } = await (0,host_process/* capture */.Fg)('podman', args);
    if (exitCode !== 0)
        return [];
    const names = (JSON.parse(stdout) ?? []);
    return [...new Set(names.map((each) => each.replace(/^.*@/, '')))].filter(oci_digest/* isDigest */.Bc);
}

;// CONCATENATED MODULE: ./build/src/builder/builder.js





/** podman here, with a platform's own store. */
function localBuilder(site, store) {
    return {
        podman: (0,podman_store/* storeArguments */.UI)(store),
        platform: site.buildPlatform,
        explicitPlatforms: site.explicitPlatforms,
        // The layers of the user's store were built with unknown arguments, bind mounts and platforms (docs/traps.md).
        layers: false,
        mustPull: false,
        isHere: true,
        folders: [store.graphRoot],
        fetch: (imageId, format, folder) => (0,podman_build/* exportArguments */.L)(store, imageId, format, folder),
        form: 'dir',
        withBase: (manifest) => withDigest(manifest, (name) => (0,podman_images/* manifestDigest */.It)(store, name)),
    };
}
/**
 * podman elsewhere, with the storage of its own machine.
 * @param digestOf the digest of a base image's manifest there; undefined where that can't be told
 */
function remoteBuilder(remote, { layers, mustPull }, digestOf) {
    return {
        podman: remote.arguments,
        platform: remote.platform,
        explicitPlatforms: remote.explicitPlatforms,
        layers,
        mustPull,
        isHere: false,
        folders: [],
        fetch: (imageId, _format, folder) => saveArguments(remote, imageId, folder),
        form: 'layout',
        withBase: (manifest) => withDigest(manifest, digestOf),
    };
}
/** A manifest whose note of the base image has the digest of what podman took; without one where that can't be told. */
async function withDigest(manifest, digestOf) {
    const base = (0,oci_image/* baseOf */.bx)(manifest);
    if (base === undefined)
        return manifest;
    return (0,oci_image/* noteBase */.Ed)(manifest, { name: base.name, digest: await digestOf(base.name) });
}

// EXTERNAL MODULE: ./build/src/fingerprint/build-contexts.js
var build_contexts = __webpack_require__(79967);
// EXTERNAL MODULE: ./build/src/pipeline/named-images.js
var named_images = __webpack_require__(39232);
;// CONCATENATED MODULE: ./build/src/pipeline/builders.js








/**
 * Reaches the machines that are to build platforms: those of `builders`, and the one that podman here is a client of, if it is one.
 * @returns those that answered, by platform; a platform whose machine did not is built as without it where that is allowed
 * @throws {HostError} where it is not
 */
async function reachBuilders(request, podman, { host, env, signal }) {
    if (request.builders.size > 0 || podman.isRemote)
        refuseWhatStaysHere(request);
    const reached = new Map();
    for (const [platform, address] of request.builders) {
        try {
            reached.set(platform, await reachPodman(address, env, signal));
        }
        catch (error) {
            if (!(error instanceof errors/* HostError */.dh) || !request.builderFallback)
                throw error;
            host.warning(`${error.message}; ${platform} is built without it`);
        }
    }
    if (podman.isRemote) {
        const missing = request.platforms.filter(({ text }) => !reached.has(text));
        for (const { text } of missing)
            reached.set(text, ownService(podman));
    }
    return reached;
}
/** @throws {InputError} for what can't be had from, or given to, a podman on another machine */
function refuseWhatStaysHere({ build }) {
    const elsewhere = 'by a podman on another machine (builders, podman machine, CONTAINER_HOST)';
    if (build.ssh.length > 0) {
        throw new errors/* InputError */.dz('ssh', `can’t be used ${elsewhere}`, {
            cure: 'use secrets, or build on this machine',
        });
    }
    const folder = [...(0,build_contexts/* buildContexts */.j)(build.buildContexts)].find(([, { kind }]) => kind === 'folder');
    if (folder !== undefined) {
        // Its path would be read there: https://github.com/containers/podman/issues/22621
        throw new errors/* InputError */.dz('build-contexts', `${folder[0]} is a folder, which can’t be used ${elsewhere}`, {
            cure: 'copy it into the context, make it an image, or build on this machine',
        });
    }
    if (build.format === 'docker') {
        // podman 4's client gets an image of this format as an archive without its compressed layers.
        throw new errors/* InputError */.dz('format', `docker can’t be built ${elsewhere}`, {
            cure: 'use format: oci, or build on this machine',
        });
    }
}
/** The podman that builds a platform. */
async function builderOf(site, platform) {
    const remote = site.remotes.get(platform.text);
    if (remote === undefined)
        return localBuilder(site, site.stores.get(platform.text));
    const { cache, secrets, build } = site.request;
    const mayVary = secrets.length > 0 ||
        platform.architecture === 'arm' ||
        build.extraArgs.length > 0 ||
        site.dockerfile.path.endsWith('.in');
    const layers = cache.kind !== 'off' &&
        !mayVary &&
        mayTakeLayers(remote, site.dockerfile, build.target) &&
        (await basesAreDated(site, platform));
    // A name in its storage is that of the platform which pulled it last (docs/traps.md, 2 and 10): when the registry can't be
    // asked, podman takes what is there.
    const mustPull = !remote.cacheKnowsPlatforms || site.remotes.size > 1;
    return remoteBuilder(remote, { layers, mustPull }, (name) => baseDigest(name, platform, remote, site));
}
// Builds that are to be the same each time use the beginning of 1970 (ko, jib) or of 1980 (Bazel, buildpacks).
const DATED_SINCE = Date.UTC(1990, 0);
/**
 * Whether base images that differ have different histories. podman compares those, and not what else is in their config
 * (`historyAndDiffIDsMatch`, https://github.com/containers/buildah/blob/v1.41.0/imagebuildah/stage_executor.go): where all times are the same, a base
 * image with other variables or labels is not noticed.
 */
async function basesAreDated(site, platform) {
    const { resolver, publication } = site;
    const dated = (0,named_images/* imagesOf */.I)(platform, site).map(async ({ image, platform: of }) => {
        const found = await resolver.resolve(image, of);
        if (found.kind !== 'image')
            return false;
        try {
            const base = await (0,base_image/* openBaseImage */.n)(publication.client, found.repository, found.digest);
            return base !== undefined && base.builtAt > DATED_SINCE;
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.gl || error instanceof oci_parse/* MalformedError */.G4)
                return false;
            throw error;
        }
    });
    return (await Promise.all(dated)).every(Boolean);
}
/** Whether another machine's podman took what names of images mean here: it may have been refused by a registry, or know other short names. */
async function tookWhatIsMeant(site, platform, remote) {
    for (const { image, platform: of } of (0,named_images/* imagesOf */.I)(platform, site)) {
        const found = await site.resolver.resolve(image, of);
        if (found.kind !== 'image')
            return false;
        const there = await remoteDigests(remote, image);
        if (!there.some((digest) => digest === found.digest || digest === found.index))
            return false;
    }
    return true;
}
async function baseDigest(name, platform, remote, { resolver }) {
    const there = await remoteDigests(remote, name);
    if (there.length === 1)
        return there[0];
    const meant = await resolver.resolve(name, platform);
    if (meant.kind !== 'image')
        return undefined;
    // The name may have gone to another platform since, by the same index.
    const isThere = [meant.digest, meant.index].some((digest) => digest !== undefined && there.includes(digest));
    return isThere ? meant.digest : undefined;
}
const WITH_VALUES = ['FROM', 'ARG', 'RUN'];
const KEPT_MOUNT = /^--mount=type=(?:cache|tmpfs)(?:,(?!from=)[\w-]+(?:=[^,\s]*)?)*$/;
/**
 * Whether layers that are in another machine's storage can be relied on. podman looks for a step by its text, and by the values of
 * arguments in RUN alone (docs/traps.md, 6); what a RUN mounts of another stage, and secrets, count for nothing
 * (`getCreatedBy`, https://github.com/containers/buildah/blob/v1.41.0/imagebuildah/stage_executor.go). Older ones know less than that.
 */
function mayTakeLayers(remote, dockerfile, target) {
    const instructions = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target).flatMap((stage) => stage.instructions);
    const varies = instructions.some(({ keyword, text }) => {
        if (!WITH_VALUES.includes(keyword))
            return text.includes('$');
        return keyword === 'RUN' && (text.match(/--mount=\S*/g) ?? []).some((mount) => !KEPT_MOUNT.test(mount));
    });
    return remote.cacheKnowsPlatforms && !varies;
}

// EXTERNAL MODULE: ./build/src/oci/layout.js
var layout = __webpack_require__(57545);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
// EXTERNAL MODULE: ./build/src/podman/transfer.js
var transfer = __webpack_require__(69048);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/registry/retry.js
var retry = __webpack_require__(83399);
;// CONCATENATED MODULE: ./build/src/builder/base-image-pulls.js



/**
 * Builds until it goes well, or fails for a lasting reason. podman gives up on a base image at the first 5xx, half an answer or page of a
 * proxy (4.3 whatever `--retry` says). That image alone is then tried again, so that the steps before a later FROM run once more at most.
 * @throws {BuildError} the build's, or that of an image's last pull
 * @throws {Interrupted} when the signal fired
 */
async function untilPulled(tries, build) {
    const failures = new Map();
    for (;;) {
        const failed = await build();
        if (failed === undefined)
            return;
        const { error, unpulled } = failed;
        if (unpulled === undefined)
            throw error;
        const before = failures.get(unpulled.image) ?? 0;
        failures.set(unpulled.image, await pullAgain(tries, unpulled, error, before + 1));
        tries.log.again();
    }
}
/** Pulls one image until it is there or fails for a lasting reason, and gives how many tries have failed. */
async function pullAgain({ retries, log, signal, pull }, { image, platform }, first, before) {
    let error = first;
    for (let failed = before; failed < retries; failed++) {
        const delay = (0,retry/* delayAfter */.Ee)(failed, undefined, Math.random());
        log.line(`${error.message}; try ${failed + 1} of ${retries} in ${(delay / 1000).toFixed(1)} s`);
        await (0,external_node_timers_promises_.setTimeout)(delay, undefined, { signal }).catch(() => {
            throw new errors/* Interrupted */.j$();
        });
        // What has no name can only be pulled by the build.
        if (image === undefined)
            return failed;
        const again = await pull(image, platform);
        if (again === undefined)
            return failed;
        error = again.error;
        if (again.unpulled === undefined)
            break;
    }
    throw error;
}

// EXTERNAL MODULE: ./build/src/diagnosis/diagnose.js + 4 modules
var diagnose = __webpack_require__(68670);
// EXTERNAL MODULE: ./build/src/dockerfile/steps.js
var dockerfile_steps = __webpack_require__(86243);
// EXTERNAL MODULE: ./build/src/emulation/emulation.js + 1 modules
var emulation = __webpack_require__(17582);
// EXTERNAL MODULE: ./build/src/emulation/proof.js
var proof = __webpack_require__(88892);
// EXTERNAL MODULE: ./build/src/host/space.js
var host_space = __webpack_require__(8474);
;// CONCATENATED MODULE: ./build/src/host/process-group.js

/**
 * What the programs of a process group have read so far; undefined when the kernel doesn't tell. What has ended counts no more.
 * @param leader process number of the group's leader
 */
async function readsOfGroup(leader) {
    const pids = (await (0,promises_.readdir)('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const members = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === leader ? [pid] : [])));
    const known = (await Promise.all(members.flat().map(readsOf))).filter((reads) => reads !== undefined);
    if (known.length === 0)
        return undefined;
    return known.reduce((sum, reads) => ({ bytes: sum.bytes + reads.bytes, calls: sum.calls + reads.calls }));
}
// The name, in parentheses, may hold anything; state, parent and group follow it.
async function groupOf(pid) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
    return group === undefined ? undefined : Number(group);
}
async function readsOf(pid) {
    const io = await (0,promises_.readFile)(`/proc/${pid}/io`, 'utf8').catch(() => '');
    const [, bytes, calls] = /^rchar: (\d+)$[\s\S]*^syscr: (\d+)$/m.exec(io) ?? [];
    return bytes === undefined ? undefined : { bytes: Number(bytes), calls: Number(calls) };
}

;// CONCATENATED MODULE: ./build/src/builder/stalled-pull.js


/** Milliseconds without a byte after which a registry is taken to have fallen silent. */
const STALLED_MS = 120_000;
const LOOK_MS = 5_000;
// An answer that asks to wait (429) is longer than that.
const NOTHING_BYTES = 200;
// podman's own threads wake each other some times a second, each time by a number of eight bytes (eventfd(2)); an answer's reads are longer.
const WAKING_BYTES = 8;
// The last line of podman's log, but for messages of its own, while it takes an image from a registry.
const PULLING = /^(?:Trying to pull |Getting image source signatures|Copying (?:blob|config) |(?:\[\d+\/\d+\] )?STEP \d+\/\d+: (?:FROM |(?:COPY|ADD) .*--from=))/;
/**
 * Runs podman, and ends it when it stands still while it takes an image from a registry: it waits for one that says nothing for as
 * long as the connection lasts (https://github.com/containers/image sets no time for answers).
 * @param pulling whether it is taking an image
 * @param run runs it until it ends or its signal fires, and says its process number at the beginning
 * @returns undefined when it was ended for that
 * @throws {Interrupted} when `signal` fired
 */
async function unlessStalled(pulling, signal, run) {
    const stalled = new AbortController();
    let timer;
    const watch = (pid) => {
        let before;
        let since = performance.now();
        const look = async () => {
            const reads = await readsOfGroup(pid);
            if (!isStill(before, reads) || !pulling())
                since = performance.now();
            before = reads;
            if (performance.now() - since >= STALLED_MS)
                stalled.abort();
        };
        timer = setInterval(() => void look(), LOOK_MS);
    };
    try {
        return await run(AbortSignal.any([signal, stalled.signal]), watch);
    }
    catch (error) {
        if (error instanceof errors/* Interrupted */.j$ && stalled.signal.aborted && !signal.aborted)
            return undefined;
        throw error;
    }
    finally {
        clearInterval(timer);
    }
}
/** Whether a group has read nothing from a registry between two looks. Where a program of it has ended, there is less than before. */
function isStill(before, after) {
    if (before === undefined || after === undefined || after.bytes < before.bytes)
        return false;
    return after.bytes - before.bytes - WAKING_BYTES * (after.calls - before.calls) < NOTHING_BYTES;
}
/**
 * Whether a build is taking an image from a registry, by its log. What a RUN step prints may look like podman's own lines, and a program
 * may well be silent for long.
 */
function isPulling({ tail, step }) {
    return (!/^RUN\b/i.test(step?.text ?? '') && PULLING.test(tail.findLast((line) => !/^time="/.test(line)) ?? ''));
}

;// CONCATENATED MODULE: ./build/src/builder/build-failure.js









// What follows a line's first words says nothing about its kind, and patterns are to end soon.
const LONGEST_LINE = 2000;
const LONGEST_REASON = 300;
// https://github.com/containers/buildah/blob/v1.41.0/pull.go and podman’s own pulls
const TRYING = /^Trying to pull (\S+?)(?:\.\.\.)?$/;
/**
 * The error of a build, or of a pull for its FROM, that podman ended: the Dockerfile's line, the likely cause, podman's last words and the cure; and the image whose
 * pull is worth another try.
 */
async function buildFailure(site, builder, ended) {
    const { platform, log, exitCode } = ended;
    const failed = await gather(site, builder, ended);
    const { instruction } = failed;
    const diagnosis = (0,diagnose/* diagnose */.h)(failed);
    const what = instruction ? `${instruction.keyword} failed` : 'podman build failed';
    const reason = shortened(failed.reason) || `exit code ${exitCode}`;
    const why = diagnosis === undefined ? reason : `${diagnosis.cause} (podman: ${reason})`;
    const error = new errors/* BuildError */.zS(`${platform.text}: ${what}: ${why}`, {
        quotes: [reason],
        ...(diagnosis && { cure: diagnosis.cure }),
        ...locationOf(site, instruction),
    });
    if (diagnosis?.unpulled === undefined)
        return { error };
    const image = diagnosis.unpulled.image ?? baseOfStep(log);
    return { error, unpulled: { image, platform: failed.platform } };
}
/**
 * The error of a pull that was ended since nothing came from the registry any more.
 * @param pulled the image, where it is known
 */
function stalledPull(site, platform, log, pulled) {
    const asked = linesOfLastStep(log.tail).findLast((line) => TRYING.test(line));
    const image = pulled ?? baseOfStep(log) ?? TRYING.exec(asked ?? '')?.[1];
    const instruction = log.step && (0,dockerfile_steps/* instructionOfStep */.QP)(site.dockerfile, log.step);
    const what = `${instruction?.keyword ?? 'FROM'} failed`;
    const minutes = STALLED_MS / 60_000;
    const error = new errors/* BuildError */.zS(`${platform.text}: ${what}: the registry of ${image ?? 'the base image'} sent nothing for ${minutes} minutes`, {
        cure: 'run it again when the network or the server is well; retries sets the number of tries; behind a proxy set HTTPS_PROXY',
        ...locationOf(site, instruction),
    });
    return {
        error,
        unpulled: { image, platform: platformOfStep(site, instruction, site.buildPlatform) ?? platform },
    };
}
function locationOf(site, instruction) {
    if (instruction === undefined)
        return {};
    const { line, endLine } = instruction;
    return { location: { file: site.dockerfile.path, line, endLine } };
}
/** The base image of the FROM that a build is at: podman writes it with its variables' values. */
function baseOfStep({ step }) {
    const [keyword, ...words] = step?.text.split(/\s+/) ?? [];
    return keyword?.toUpperCase() === 'FROM' ? words.find((word) => !word.startsWith('--')) : undefined;
}
async function gather(site, builder, { platform, log, exitCode, folders }) {
    const instruction = log.step && (0,dockerfile_steps/* instructionOfStep */.QP)(site.dockerfile, log.step);
    const failing = platformOfStep(site, instruction, builder.platform) ?? platform;
    // A RUN that nobody saw coming (ONBUILD of a base image) has run, if the host had an emulator.
    const runnable = builder.isHere
        ? (site.runnable.get(failing.text) ?? (await (0,emulation/* probe */.d)(failing).catch(() => undefined)))
        : undefined;
    // What is full elsewhere isn't seen here.
    const written = builder.isHere ? folders : [];
    const space = await Promise.all(written.map(async (folder) => ({ folder, freeBytes: (await (0,host_space/* freeBytes */.g)(folder)) ?? Infinity })));
    return {
        platform: failing,
        elsewhere: !builder.isHere,
        runs: failing.text === builder.platform.text ? 'native' : runnable?.how,
        ...(runnable?.how === 'emulated' && {
            emulator: { path: runnable.interpreter, version: await (0,proof/* emulatorAtWork */.SZ)(failing.architecture) },
        }),
        podman: site.podman,
        dockerfile: site.dockerfile,
        target: site.request.build.target,
        instruction,
        exitCode,
        reason: lastWords(log.tail),
        lines: linesOfLastStep(log.tail),
        space,
    };
}
/** The platform of the stage that an instruction stands in, where the Dockerfile writes one. */
function platformOfStep({ dockerfile }, instruction, buildPlatform) {
    const stage = dockerfile.stages.find(({ instructions }) => instructions.some((each) => each === instruction));
    const written = stage && (0,dockerfile_stages/* platformOf */.tj)(dockerfile, stage);
    if (written === undefined)
        return undefined;
    if ((0,dockerfile_stages/* isBuildPlatform */._G)(written))
        return buildPlatform;
    try {
        return (0,oci_platform/* parsePlatform */.Y8)(written);
    }
    catch {
        return undefined;
    }
}
function lastWords(tail) {
    const at = tail.findLastIndex((line) => /^Error: /.test(line));
    if (at < 0)
        return '';
    // Several errors at once are listed below it.
    const more = tail.slice(at + 1).filter((line) => /^\s+\* /.test(line));
    return [tail[at].replace(/^Error: /, ''), ...more].map(cut).join(' ');
}
function linesOfLastStep(tail) {
    return tail.slice(tail.findLastIndex((line) => (0,dockerfile_steps/* parseStep */.kq)(line) !== undefined) + 1).map(cut);
}
function cut(line) {
    return line.slice(0, LONGEST_LINE);
}
// The step is in the message already, with its line.
function shortened(reason) {
    const text = reason
        .replace(/^building at STEP ".{0,2000}?": /, '')
        .replace(/^(committing container) for step \{.{0,2000}?\}: /, '$1: ');
    return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}

// EXTERNAL MODULE: ./build/src/dockerfile/lines.js
var dockerfile_lines = __webpack_require__(11475);
;// CONCATENATED MODULE: ./build/src/dockerfile/run-flags.js
/**
 * Reads the flags of an instruction, where it is not read by a shell: a quote or a backslash can stand anywhere in a flag, its name
 * included, but not before it (`extractBuilderFlags`, https://github.com/openshift/imagebuilder/blob/v1.2.15/dockerfile/parser/line_parsers.go).
 */
function runFlags({ text, offsets }) {
    const flags = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(text[at] ?? ''))
            at += 1;
        if (!text.startsWith('--', at))
            return flags;
        const { word, next } = readWord(text, offsets, at);
        at = next;
        if (word.length > 2)
            flags.push(toFlag(word));
    }
}
function readWord(text, offsets, from) {
    const word = [];
    let quote;
    let at = from;
    for (; at < text.length; at++) {
        const char = text[at];
        if (char === quote)
            quote = undefined;
        else if (quote === undefined && /["']/.test(char))
            quote = char;
        else if (quote === undefined && /\s/.test(char))
            break;
        else {
            if (char === '\\')
                at += 1;
            if (at < text.length)
                word.push({ value: text[at], offset: offsets[at] });
        }
    }
    return { word, next: at };
}
function toFlag(word) {
    const equals = word.findIndex(({ value }) => value === '=');
    const end = equals < 0 ? word.length : equals;
    return { name: textOf(word.slice(2, end)), value: word.slice(end + 1) };
}
/** The text of some characters. */
function textOf(characters) {
    return characters.map(({ value }) => value).join('');
}

;// CONCATENATED MODULE: ./build/src/dockerfile/cache-mount-ids.js


const TYPES = new Set(['bind', 'cache', 'secret', 'ssh', 'tmpfs']);
const TARGET = /^(?:target|dst|destination)$/;
/**
 * Gives every cache mount an id of a platform's own. Where several platforms are built on one machine podman would give them one and the
 * same folder (docs/traps.md, 26). Nothing else is changed, and lines keep their numbers. What ONBUILD mounts stays as it is: an image in
 * OCI's format has no ONBUILD.
 * @param suffix what tells the platform
 */
function withCacheMountIds(text, suffix) {
    const { lines, doubts: unclear } = (0,dockerfile_lines/* logicalLines */.N)(text);
    if (unclear.length > 0)
        return { text, doubts: /mount/i.test(text) && /cache/i.test(text) ? unclear : [] };
    const doubts = [];
    const insertions = [];
    for (const each of lines.filter(({ keyword }) => keyword === 'RUN')) {
        for (const flag of runFlags(each).filter(({ name }) => name === 'mount')) {
            const options = optionsOf(flag);
            const problem = problemOf(options);
            if (problem !== undefined)
                doubts.push({ line: each.line, problem });
            else
                insertions.push(...ownId(options, suffix));
        }
    }
    return { text: inserted(text, insertions), doubts };
}
function optionsOf({ value }) {
    const options = [];
    let start = 0;
    for (let at = 0; at <= value.length; at++) {
        if (at < value.length && value[at].value !== ',')
            continue;
        const [name = '', ...rest] = textOf(value.slice(start, at)).split('=');
        options.push({ name, value: rest.join('='), end: (value[at - 1]?.offset ?? 0) + 1 });
        start = at + 1;
    }
    return options;
}
// podman takes away a second layer of quotes, and puts in the values of variables, before it looks for commas.
function problemOf(options) {
    const strange = options.find(({ name }) => !/^[\w-]*$/.test(name));
    if (strange !== undefined)
        return `${strange.name} in its mount can be read in several ways`;
    const unknown = options.find(({ name, value }) => name === 'type' && !TYPES.has(value));
    return unknown && `the type of its mount is ${unknown.value || 'empty'}`;
}
/** What makes a mount a platform's own; nothing for one that no other build meets. */
function ownId(options, suffix) {
    const last = (wanted) => options.findLast((option) => wanted(option) && option.value !== '');
    const from = last(({ name }) => name === 'from');
    if (!options.some(({ name, value }) => name === 'type' && value === 'cache'))
        return [];
    if (from !== undefined && !from.value.includes('$'))
        return [];
    const ids = options.filter(({ name }) => name === 'id');
    // The value of a variable may hold a comma, and an id behind it: the last id counts.
    const isPlain = options.every(({ name, value }) => name === 'id' || !value.includes('$'));
    if (isPlain && ids.length > 0 && ids.every(({ value }) => value !== '')) {
        return ids.map(({ end }) => ({ offset: end, text: `-${suffix}` }));
    }
    const key = last(({ name }) => name === 'id') ?? last(({ name }) => TARGET.test(name));
    if (key === undefined)
        return [];
    return [{ offset: options.at(-1).end, text: `,id=${escaped(key.value)}-${suffix}` }];
}
// A variable keeps its meaning; blanks and the like have lost the quotes that they had.
function escaped(value) {
    return value.replace(/[^\w./:@%+=${}-]/g, '\\$&');
}
function inserted(text, insertions) {
    let result = text;
    // From the end on, so that what comes before keeps its place.
    for (const { offset, text: more } of insertions.toReversed()) {
        result = `${result.slice(0, offset)}${more}${result.slice(offset)}`;
    }
    return result;
}

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
;// CONCATENATED MODULE: ./build/src/dockerfile/explicit-platforms.js


/**
 * Gives every FROM that names no platform the one that it means: the target's, or that of the earlier stage which
 * it goes on from. In podman before 5.8 the platform of a stage holds for the stages after it too, so that
 * `FROM --platform=$BUILDPLATFORM a` lets a later `FROM b` take b for the building machine (docs/traps.md, 35).
 * Lines keep their numbers.
 * @returns undefined when there is nothing to change
 */
function withExplicitPlatforms(text, target) {
    const froms = main.DockerfileParser.parse(text)
        .getInstructions()
        .filter((instruction) => instruction.getKeyword() === 'FROM');
    if (!froms.some((from) => from.getPlatformFlag() !== null))
        return undefined;
    const platforms = new Map();
    const lines = text.split('\n');
    for (const from of froms) {
        const own = from.getPlatformFlag()?.getValue() ?? undefined;
        const platform = own ?? platforms.get(from.getImage()?.toLowerCase() ?? '') ?? target;
        const name = from.getBuildStage()?.toLowerCase();
        if (name)
            platforms.set(name, platform);
        if (own !== undefined)
            continue;
        const { line, character } = from.getInstructionRange().end;
        lines[line] = `${lines[line].slice(0, character)} --platform=${platform}${lines[line].slice(character)}`;
    }
    return lines.join('\n');
}
const TARGET_VARIABLE = /\$(?:\{(TARGET(?:PLATFORM|OS|ARCH|VARIANT))(?::-[^{}$]*)?\}|(TARGET(?:PLATFORM|OS|ARCH|VARIANT))\b)/g;
/**
 * Writes out what TARGETARCH and its like are, in FROM and in defaults of ARGs before the first FROM: podman 4.3 knows
 * them there only when an ARG declares them, and takes what follows a `:-` for every platform (docs/traps.md, 47). Lines
 * keep their numbers.
 */
function withTargetValues(text, platform) {
    const values = (0,oci_platform/* platformArguments */.Qo)('TARGET', platform);
    const lines = text.split('\n');
    for (const { start, end } of beforeStages(text)) {
        for (let at = start.line; at <= end.line; at++) {
            lines[at] = lines[at].replace(TARGET_VARIABLE, (written, braced, bare) => values.get(braced ?? bare) ?? written);
        }
    }
    return lines.join('\n');
}
/** Where FROMs are, and the ARGs before the first one. */
function beforeStages(text) {
    const instructions = main.DockerfileParser.parse(text).getInstructions();
    const first = instructions.findIndex((each) => each.getKeyword() === 'FROM');
    return instructions
        .filter((each, at) => each.getKeyword() === 'FROM' || (at < first && each.getKeyword() === 'ARG'))
        .map((each) => each.getRange());
}

// EXTERNAL MODULE: ./build/src/dockerfile/ignore-files.js
var ignore_files = __webpack_require__(1582);
;// CONCATENATED MODULE: ./build/src/dockerfile/preprocessed-mounts.js


const INCLUDES = /^\s*#\s*(?:include|include_next|import)\b\s*(.*)$/;
const MOUNT = /mount/i;
/**
 * Mounts that a Dockerfile may get from the C preprocessor (`Containerfile.in`), where they can't be seen: of macros, of other files, of
 * its arguments, and behind what stands between RUN and its flags.
 * @param extraArgs further arguments of podman
 * @param read the text of a file that the context holds; undefined where there is none
 */
function preprocessedMounts(text, extraArgs, read) {
    return [...ofArguments(extraArgs), ...ofDirectives(text, read), ...ofLines(text)];
}
function ofArguments(extraArgs) {
    const all = extraArgs.join(' ');
    const isHidden = all.includes('--cpp-flag') && /mount|(?:^|[\s=])-i/i.test(all);
    return isHidden ? [{ line: 1, problem: 'an argument of the preprocessor may hold it' }] : [];
}
function ofDirectives(text, read) {
    // A directive goes on after a backslash at the end of its line.
    const lines = text.split('\n');
    return lines.flatMap((line, at) => {
        if (!/^\s*#/.test(line))
            return [];
        const whole = wholeDirective(lines, at);
        const [, name] = INCLUDES.exec(line) ?? [];
        const problem = name === undefined
            ? /^\s*#\s*define\b/.test(line) && MOUNT.test(whole) && 'a macro may hold it'
            : includedProblem(name, read, new Set());
        return problem ? [{ line: at + 1, problem }] : [];
    });
}
function wholeDirective(lines, from) {
    let end = from;
    while (/\\\s*$/.test(lines[end] ?? ''))
        end += 1;
    return lines.slice(from, end + 1).join('\n');
}
function includedProblem(written, read, seen) {
    const [, name] = /^"([^"]+)"/.exec(written) ?? [];
    if (name !== undefined && seen.has(name))
        return undefined;
    const text = name === undefined ? undefined : read(name);
    if (name === undefined || text === undefined)
        return `${written.trim()} can’t be read here`;
    if (MOUNT.test(text))
        return `${name} may hold it`;
    seen.add(name);
    const more = text.split('\n').flatMap((line) => INCLUDES.exec(line)?.[1] ?? []);
    return more.map((each) => includedProblem(each, read, seen)).find((problem) => problem !== undefined);
}
function ofLines(text) {
    return (0,dockerfile_lines/* logicalLines */.N)(text).lines.flatMap((line) => {
        const read = line.keyword === 'RUN' ? runFlags(line).filter(({ name }) => name === 'mount') : [];
        const written = line.text.match(/--mount/g) ?? [];
        return written.length > read.length ? [{ line: line.line, problem: 'it does not follow its RUN' }] : [];
    });
}

;// CONCATENATED MODULE: ./build/src/builder/sent-dockerfile.js










/**
 * The Dockerfile that podman gets: the user's, or a copy for what is left to do, with what podman needs written out.
 * @param folder where a copy goes
 * @param left its text, when stages go on from images that are in the store
 * @throws {BuildError} for a cache mount that another machine's builds might share
 */
async function dockerfileFor(request, platform, { explicitPlatforms, isHere }, folder, left) {
    const original = request.dockerfile;
    // Before the C preprocessor has run, its stages can't be told.
    const isPreprocessed = left === undefined && original.endsWith('.in');
    if (isPreprocessed && isHere)
        return original;
    const given = left ?? (await (0,promises_.readFile)(original, 'utf8'));
    const explicit = explicitPlatforms && !isPreprocessed ? explicitText(given, platform) : given;
    // Here each platform has a folder for them.
    const text = isHere ? explicit : withOwnMounts(explicit, request, platform);
    if (left === undefined && text === given)
        return original;
    const dockerfile = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(original));
    await (0,promises_.writeFile)(dockerfile, text);
    await copyIgnoreFiles(original, dockerfile);
    return dockerfile;
}
function withOwnMounts(text, request, platform) {
    const { dockerfile, context, build } = request;
    const written = withCacheMountIds(text, suffixOfMounts(request, platform));
    const included = (name) => readOrNothing((0,external_node_path_.join)(context, name));
    const hidden = dockerfile.endsWith('.in') ? preprocessedMounts(text, build.extraArgs, included) : [];
    const [doubt] = [...written.doubts, ...hidden];
    if (doubt === undefined)
        return written.text;
    throw new errors/* BuildError */.zS(`${platform.text}: builds of other platforms on that machine might get this cache mount: ${doubt.problem}`, {
        location: { file: dockerfile, line: doubt.line },
        cure: 'write the mount with the RUN, and each of its options in full, such as --mount=type=cache,target=/folder; or build on this machine',
    });
}
function readOrNothing(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** What tells a platform's cache mounts elsewhere, where those of earlier builds are; of this run alone when none is to be used. */
function suffixOfMounts({ cache }, platform) {
    const isKept = cache.kind !== 'off' && cache.mounts;
    return isKept ? (0,oci_platform/* platformSlug */.DN)(platform) : `${(0,oci_platform/* platformSlug */.DN)(platform)}-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
}
function explicitText(text, platform) {
    const written = withTargetValues(text, platform);
    return withExplicitPlatforms(written, platform.text) ?? written;
}
// podman looks for these beside the Dockerfile that it is given. Told by `--ignorefile`, podman 4.3 would read them in another
// way: a pattern that begins with a slash hides nothing then.
async function copyIgnoreFiles(original, copy) {
    for (const suffix of ignore_files/* IGNORE_FILES */.h) {
        if ((0,external_node_fs_.existsSync)(`${original}${suffix}`))
            await (0,promises_.copyFile)(`${original}${suffix}`, `${copy}${suffix}`);
    }
}

;// CONCATENATED MODULE: ./build/src/builder/build-platform.js















/** podman's own tries of one image, beside ours: they cost little, and double their time at each. */
const PODMAN_RETRIES = 2;
/**
 * Builds one platform and takes its layers into the layout.
 * @param left the Dockerfile's text for what is left to do, when stages go on from images that are in the store
 * @throws {BuildError} with the Dockerfile's line when podman fails
 * @throws {Interrupted} when `signal` fired
 */
async function buildPlatform(site, platform, builder, log, signal, left) {
    const { request } = site;
    const iidFile = (0,external_node_path_.join)(site.exportFolder, `${(0,oci_platform/* platformSlug */.DN)(platform)}.iid`);
    const folder = (0,external_node_path_.join)(site.exportFolder, (0,oci_platform/* platformSlug */.DN)(platform));
    // podman keeps cache mounts below TMPDIR, under a name that holds no platform (docs/traps.md, 26).
    const env = { ...site.env, TMPDIR: temporaryFolder(site, platform) };
    await (0,promises_.mkdir)(env.TMPDIR, { recursive: true });
    const onLine = (line) => void (isOwnNoise(line) || log.line(line));
    const run = (args) => (0,host_process/* stream */.Td)('podman', args, { env, signal, onLine });
    const dockerfile = await dockerfileFor(request, platform, builder, env.TMPDIR, left);
    const build = (0,podman_build/* buildArguments */.f)({
        podman: builder.podman,
        layers: builder.layers,
        platform,
        buildPlatform: builder.platform,
        context: request.context,
        dockerfile,
        // podman doesn't pull what is named by its id, and with “always” calls it a mistake.
        settings: left === undefined
            ? { ...request.build, pull: request.build.pull || builder.mustPull }
            : { ...request.build, pull: false },
        secrets: site.secrets,
        iidFile,
        retries: Math.min(PODMAN_RETRIES, request.retries - 1),
    });
    const started = performance.now();
    const folders = [...builder.folders, env.TMPDIR, site.exportFolder];
    const tried = async (args, pulling, pulled) => {
        // What another machine reads is not to be seen here.
        const ended = await unlessStalled(() => builder.isHere && pulling(), signal, (until, onStart) => (0,host_process/* stream */.Td)('podman', args, { env, signal: until, onLine, onStart }));
        if (ended === undefined)
            return stalledPull(site, platform, log, pulled);
        const { exitCode } = ended;
        return exitCode === 0 ? undefined : buildFailure(site, builder, { platform, log, exitCode, folders });
    };
    const pull = (image, of) => tried((0,transfer/* basePullArguments */.VW)(builder.podman, image, of), () => true, image);
    // Only the build is told how its registries are trusted.
    const mustBuild = request.build.extraArgs.some((each) => /^--(?:tls-verify|cert-dir|decryption-key)\b/.test(each));
    await untilPulled({ retries: request.retries, log, signal, pull }, async () => {
        const failed = await tried(build, () => isPulling(log));
        return failed?.unpulled && mustBuild
            ? { ...failed, unpulled: { ...failed.unpulled, image: undefined } }
            : failed;
    });
    const buildSeconds = (performance.now() - started) / 1000;
    const imageId = (await (0,promises_.readFile)(iidFile, 'utf8')).trim();
    log.doing('taking the layers over');
    const exported = await run(builder.fetch(imageId, request.build.format, folder));
    if (exported.exitCode !== 0) {
        throw new errors/* BuildError */.zS(`${platform.text}: the image was built but could not be read from podman’s storage`, {
            cure: 'the end of the log has podman’s own words; a full disk is the usual cause',
        });
    }
    const { manifest, config } = await takeOver(folder, builder.form, site.layout, platform);
    return {
        platform,
        manifest: await builder.withBase(manifest),
        config,
        buildSeconds,
        exportSeconds: (performance.now() - started) / 1000 - buildSeconds,
    };
}
/** What podman gets as TMPDIR for a platform. */
function temporaryFolder({ temporary }, platform) {
    return (0,external_node_path_.join)(temporary, (0,oci_platform/* platformSlug */.DN)(platform));
}
// podman says so of every platform argument that a Dockerfile doesn't use, those that it sets itself included.
function isOwnNoise(line) {
    return /^\[Warning\] one or more build args were not consumed: \[(?:(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT) ?)+\]$/.test(line);
}
/** Moves the layers of an image that podman wrote to a folder into a layout. */
async function takeOver(folder, form, layout, platform) {
    const { manifest, blobFile } = form === 'dir' ? await readFolder(folder) : await readLayout(folder);
    if ((0,types/* isIndexType */.$U)(manifest.mediaType) || manifest.layers === undefined) {
        throw new errors/* BuildError */.zS(`${platform.text}: podman made no image manifest but ${manifest.mediaType}`);
    }
    const config = JSON.parse(await (0,promises_.readFile)(blobFile(manifest.config.digest), 'utf8'));
    const distinct = new Map(manifest.layers.map((layer) => [layer.digest, layer]));
    for (const layer of distinct.values())
        await layout.moveIn(blobFile(layer.digest), layer);
    return { manifest, config };
}
async function readFolder(folder) {
    return {
        manifest: JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'manifest.json'), 'utf8')),
        blobFile: (digest) => (0,external_node_path_.join)(folder, (0,oci_digest/* encodedPart */.eA)(digest)),
    };
}
async function readLayout(folder) {
    const written = await layout/* Layout */.P.open(folder);
    const entry = (0,oci_parse/* parseIndex */.A1)(await written.readEntries()).manifests[0];
    const manifest = JSON.parse((await written.readBytes(entry.digest)).toString('utf8'));
    // podman 4 leaves the type out, which image-spec allows.
    return {
        manifest: { ...manifest, mediaType: manifest.mediaType ?? entry.mediaType },
        blobFile: (digest) => written.blobPath(digest),
    };
}

// EXTERNAL MODULE: ./build/src/report/format.js
var format = __webpack_require__(45845);
;// CONCATENATED MODULE: ./build/src/pipeline/estimate.js



/**
 * What to expect of a build under emulation, in one line, before it starts; undefined when none of its steps compiles.
 * @param dockerfile what is left to do
 * @param before seconds that an earlier build took under emulation
 */
function emulationEstimate(dockerfile, target, before) {
    const lines = (0,dockerfile_stages/* runsOnTarget */.RV)(dockerfile, target)
        .filter(({ text }) => (0,emulation_cost/* compiles */.X)(text))
        .map(({ line }) => line);
    if (lines.length === 0)
        return undefined;
    const [what, compile] = lines.length === 1 ? ['line', 'compiles'] : ['lines', 'compile'];
    return [
        `${what} ${lines.join(', ')} ${compile} under emulation, which takes ${SLOWER} times as long as on a machine of this platform`,
        ...(before === undefined ? [] : [`an earlier build took ${(0,format/* formatSeconds */.Xo)(before)}`]),
        'a stage on $BUILDPLATFORM would compile natively',
    ].join('; ');
}
// The lower end is a small Go service on two cores, both platforms at once (`scripts/test e2e podman58-user -- shapes`); large programs and other
// compilers take longer.
const SLOWER = '4 to 20';

// EXTERNAL MODULE: ./build/src/pipeline/kept-bases.js
var kept_bases = __webpack_require__(19837);
// EXTERNAL MODULE: ./build/src/dockerfile/mount-options.js
var mount_options = __webpack_require__(22558);
;// CONCATENATED MODULE: ./build/src/cache/mounts/dockerfile.js




const UNKNOWN = 'unknown';
/** The cache mounts of the stages that a target needs. Mounts with `from=` keep nothing on this machine. */
function cacheMounts(dockerfile, target, variables) {
    const stages = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target);
    // A file for the C preprocessor can't be read before it has run.
    if (stages.length === 0 || dockerfile.path.endsWith('.in'))
        return { mounts: [], complete: false };
    const found = new Map();
    for (const stage of stages) {
        for (const [at, instruction] of stage.instructions.entries()) {
            for (const { name, value } of instruction.flags) {
                const options = name === 'mount' ? (0,mount_options/* mountOptions */.g)(value) : undefined;
                if (options?.get('type') !== 'cache' || options.has('from'))
                    continue;
                const mount = toMount(options, (text) => evaluated(dockerfile, stage, at, text, variables));
                found.set(JSON.stringify([mount.name, mount.key, mount.uid, mount.gid]), mount);
            }
        }
    }
    return { mounts: [...found.values()], complete: true };
}
function toMount(options, evaluate) {
    const id = options.get('id');
    const target = options.get('target') ?? '';
    const knownTarget = evaluate(target);
    const number = (name) => {
        const text = evaluate(options.get(name) ?? '0');
        return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
    };
    return {
        name: `${knownTarget ?? target}${id === undefined ? '' : ` (${evaluate(id) ?? id})`}`,
        // A relative target lies below the working folder, which can be the base image's.
        key: id === undefined ? (knownTarget?.startsWith('/') ? knownTarget : undefined) : evaluate(id),
        uid: number('uid'),
        gid: number('gid'),
    };
}
/** A text with the values that its variables have at an instruction, by way of a label that says the same there. */
function evaluated(dockerfile, stage, at, text, variables) {
    if (!text.includes('$'))
        return text;
    const label = {
        keyword: 'LABEL',
        text: '',
        line: 0,
        endLine: 0,
        flags: [],
        assignments: [{ name: UNKNOWN, value: text, form: 'expands' }],
    };
    const until = { ...stage, instructions: [...stage.instructions.slice(0, at), label] };
    const stages = dockerfile.stages.map((each) => (each === stage ? until : each));
    const settings = (0,dockerfile_settings/* expectedSettings */.W)({ ...dockerfile, stages }, String(stage.index), {
        ...variables,
        environment: new Set(),
    });
    return settings.labels.get(UNKNOWN)?.value;
}
/** A path without `.`, `..` and doubled slashes; undefined when it leads out. */
function insidePath(path) {
    const clean = external_node_path_.posix.normalize(path).replace(/^\/+|\/+$/g, '');
    return clean === '' || clean === '.' || clean.split('/').includes('..') ? undefined : clean;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/record.js


/** The document of a scope and platform. */
function recordName({ scope, platform }) {
    return `cache-mounts-${(0,oci_digest/* digestOf */.ol)(scope).slice('sha256:'.length, 'sha256:'.length + 16)}-${(0,oci_platform/* platformSlug */.DN)(platform)}`;
}
/** Writes a record. */
function encodeRecord({ scope, platform }, mounts) {
    const record = { version: 1, scope, platform: platform.text, mounts };
    return Buffer.from(`${JSON.stringify(record, undefined, 1)}\n`);
}
/** Reads a record; undefined for one that is not believed, or not this owner's. */
function decodeRecord({ scope, platform }, bytes) {
    try {
        const record = JSON.parse(Buffer.from(bytes).toString('utf8'));
        const own = record.version === 1 && record.scope === scope && record.platform === platform.text;
        return own && record.mounts.every(isKeptMount) ? record : undefined;
    }
    catch {
        return undefined;
    }
}
function isKeptMount(mount) {
    const texts = [mount.name, mount.folder, mount.podman, mount.used];
    return (texts.every((text) => typeof text === 'string' && text.length < 5000) &&
        [mount.idle, mount.bytes].every((number) => Number.isSafeInteger(number) && number >= 0) &&
        mount.packs.length < 10_000 &&
        [mount.index, ...mount.packs].every(isDescriptor) &&
        mount.packs.every(({ bytes }) => Number.isSafeInteger(bytes) && bytes > 0));
}
function isDescriptor({ mediaType, digest, size }) {
    return typeof mediaType === 'string' && (0,oci_digest/* isDigest */.Bc)(digest) && Number.isSafeInteger(size) && size >= 0;
}
/** What a record needs in the store. */
function recordBlobs(bytes) {
    const { mounts } = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return mounts.flatMap(({ index, packs }) => [index, ...packs]);
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
;// CONCATENATED MODULE: ./build/src/cache/mounts/entry.js
const entry_TYPES = { f: 'file', d: 'directory', l: 'symlink', h: 'hardlink' };
const LETTERS = { file: 'f', directory: 'd', symlink: 'l', hardlink: 'h' };
// What no cache mount has, so that a hostile index takes neither all memory nor all time.
const MOST_ENTRIES = 500_000;
const LONGEST_INDEX = 256 << 20;
const LONGEST_PATH = 4096;
const LARGEST_ID = 2 ** 32 - 2;
/** Writes an index as text, one line an entry. */
function encodeIndex({ entries }) {
    const lines = entries.map((entry) => JSON.stringify([
        LETTERS[entry.type],
        entry.path,
        entry.mode,
        entry.uid,
        entry.gid,
        entry.mtime,
        entry.size,
        entry.age,
        entry.target ?? '',
        entry.hash ?? '',
        entry.pack ?? -1,
        entry.offset ?? 0,
    ]));
    return Buffer.from(`${lines.join('\n')}\n`);
}
/** An index that can't be read, or is not believed. */
class BadArchive extends Error {
}
/**
 * Reads an index and checks it: a cache can be written by others than those who read it. Every path is below the mount's
 * folder and through real folders only, hard links name files of the index, there are no devices, and no program gets the
 * rights of another user.
 * @throws {BadArchive}
 */
function decodeIndex(bytes, packs) {
    const entries = [];
    const types = new Map();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let start = 0; start < text.length;) {
        const end = text.indexOf(10, start);
        if (end < 0)
            throw new BadArchive('its index is cut off');
        const entry = toEntry(text.toString('utf8', start, end), packs);
        checkPlace(entry, types);
        types.set(entry.path, entry.type);
        entries.push(entry);
        if (entries.length > MOST_ENTRIES)
            throw new BadArchive(`it has more than ${MOST_ENTRIES} files`);
        start = end + 1;
    }
    if (entries[0]?.path !== '')
        throw new BadArchive('its index does not begin with the mount’s folder');
    for (const { type, target } of entries) {
        if (type === 'hardlink' && types.get(target) !== 'file')
            throw new BadArchive('it has a hard link to no file of it');
    }
    return { entries };
}
function toEntry(line, packs) {
    const parsed = parseLine(line);
    const [letter, path, mode, uid, gid, mtime, size, age, target, hash, pack, offset] = parsed;
    const type = entry_TYPES[letter];
    const natural = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
    const sound = type !== undefined &&
        [path, mtime, target, hash].every((value) => typeof value === 'string') &&
        path.length <= LONGEST_PATH &&
        target.length <= LONGEST_PATH &&
        !path.includes('\0') &&
        !target.includes('\0') &&
        natural(mode, 0o7777) &&
        natural(uid, LARGEST_ID) &&
        natural(gid, LARGEST_ID) &&
        /^\d{1,12}(\.\d{1,9})?$/.test(mtime) &&
        natural(size, Number.MAX_SAFE_INTEGER) &&
        natural(age, 1000) &&
        natural(offset, Number.MAX_SAFE_INTEGER) &&
        (pack === -1 || natural(pack, packs - 1)) &&
        (type === 'file' ? size === 0 || pack !== -1 : size === 0 && pack === -1) &&
        (type === 'symlink' || type === 'hardlink') === (target !== '');
    if (!sound)
        throw new BadArchive(`its index has a line that makes no sense: ${line.slice(0, 200)}`);
    return {
        type,
        path,
        // Nobody's cache needs files that run as another user.
        mode: type === 'directory' ? mode & 0o3777 : mode & 0o777,
        uid,
        gid,
        mtime,
        size,
        age,
        ...(target !== '' && { target }),
        ...(hash !== '' && { hash }),
        ...(pack !== -1 && { pack, offset }),
    };
}
function parseLine(line) {
    try {
        const parsed = JSON.parse(line);
        if (Array.isArray(parsed) && parsed.length === 12)
            return parsed;
    }
    catch {
        // Said below.
    }
    throw new BadArchive(`its index has a line that is none: ${line.slice(0, 200)}`);
}
/** Folders come before what is in them, so that nothing can lie beyond a link. */
function checkPlace({ path, type }, types) {
    if (path === '') {
        if (types.size > 0 || type !== 'directory')
            throw new BadArchive('its folder is none');
        return;
    }
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..')) {
        throw new BadArchive(`it has a file outside its folder: ${path}`);
    }
    if (types.has(path))
        throw new BadArchive(`it has a file twice: ${path}`);
    if (types.get(parts.slice(0, -1).join('/')) !== 'directory') {
        throw new BadArchive(`it has a file below what is no folder: ${path}`);
    }
}
/** In the order of paths, folders before what is in them, the same everywhere. */
function byPath(a, b) {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/codec.js








const CHUNK = 1 << 20;
const KIND = 'application/vnd.multiarch-build.cache-mount';
// From Node 22.15 on (https://nodejs.org/api/zlib.html#zlibcreatezstdcompressoptions).
const { createZstdCompress, createZstdDecompress, constants } = external_node_zlib_namespaceObject;
/** Fast rather than small: level 3 takes half as long again, and a Go build cache gets 5 % smaller by it. */
const LEVEL = 1;
function compressor() {
    if (createZstdCompress === undefined) {
        return { stream: external_node_zlib_.createGzip({ level: LEVEL, chunkSize: CHUNK }), suffix: 'gzip' };
    }
    // Not with ZSTD_c_nbWorkers: Node ends the stream too early then (https://github.com/nodejs/node/issues/59899).
    const params = { [constants.ZSTD_c_compressionLevel]: LEVEL };
    return { stream: createZstdCompress({ params, chunkSize: CHUNK }), suffix: 'zstd' };
}
/** Compresses what is written into a file, and says what it became. */
class ArchiveWriter {
    path;
    part;
    /** Bytes written, before compression. */
    written = 0;
    compress;
    suffix;
    done;
    hash = (0,external_node_crypto_.createHash)('sha256');
    size = 0;
    constructor(path, part) {
        this.path = path;
        this.part = part;
        const { stream, suffix } = compressor();
        this.compress = stream;
        this.suffix = suffix;
        const count = new external_node_stream_.PassThrough({ highWaterMark: CHUNK });
        count.on('data', (chunk) => {
            this.hash.update(chunk);
            this.size += chunk.length;
        });
        this.done = (0,external_node_stream_promises_.pipeline)(this.compress, count, (0,external_node_fs_.createWriteStream)(path));
        this.done.catch(() => undefined);
    }
    async write(bytes) {
        this.written += bytes.length;
        await writeTo(this.compress, bytes, this.done);
    }
    async finish() {
        this.compress.end();
        await this.done;
        return {
            mediaType: `${KIND}.${this.part}+${this.suffix}`,
            digest: `sha256:${this.hash.digest('hex')}`,
            size: this.size,
        };
    }
    /** Gives it up. */
    abandon() {
        this.compress.destroy();
    }
}
/** Writes to a stream as fast as it takes it. `broken` ends the waiting when the stream does not go on. */
async function writeTo(stream, bytes, broken) {
    if (stream.write(bytes))
        return;
    const drained = new AbortController();
    try {
        await Promise.race([(0,external_node_events_.once)(stream, 'drain', { signal: drained.signal }), broken]);
    }
    finally {
        drained.abort();
    }
}
/** The bytes of an archive's file, as they come. */
class ArchiveReader {
    chunks;
    source;
    rest = Buffer.alloc(0);
    /** Where the next byte is. */
    position = 0;
    constructor(path, { mediaType }) {
        const file = (0,external_node_fs_.createReadStream)(path, { highWaterMark: CHUNK });
        const decompress = decompressor(mediaType);
        (0,external_node_stream_promises_.pipeline)(file, decompress).catch(() => undefined);
        this.source = decompress;
        this.chunks = decompress[Symbol.asyncIterator]();
    }
    /** Up to `most` bytes, as they lie in memory; undefined at the end. */
    async some(most) {
        if (this.rest.length === 0) {
            const next = await this.next();
            if (next === undefined)
                return undefined;
            this.rest = next;
        }
        const taken = this.rest.subarray(0, most);
        this.rest = this.rest.subarray(taken.length);
        this.position += taken.length;
        return taken;
    }
    /** Exactly so many bytes. */
    async *exactly(length) {
        for (let left = length; left > 0;) {
            const chunk = await this.some(left);
            if (chunk === undefined)
                throw new BadArchive('it is cut off');
            left -= chunk.length;
            yield chunk;
        }
    }
    /** Goes on to a place further back. */
    async skipTo(position) {
        if (position < this.position)
            throw new BadArchive('its files overlap');
        for await (const _ of this.exactly(position - this.position)) {
            // Contents that the mount does not have any more.
        }
    }
    close() {
        this.source.destroy();
    }
    async next() {
        try {
            const { done, value } = await this.chunks.next();
            return done ? undefined : value;
        }
        catch (cause) {
            throw new BadArchive('it is broken', { cause });
        }
    }
}
function decompressor(mediaType) {
    if (mediaType.endsWith('+gzip'))
        return external_node_zlib_.createGunzip({ chunkSize: CHUNK });
    if (!mediaType.endsWith('+zstd'))
        throw new BadArchive(`it is of an unknown kind, ${mediaType}`);
    if (createZstdDecompress)
        return createZstdDecompress({ chunkSize: CHUNK });
    throw new errors/* Failure */.HR(`it is compressed with zstd, which Node ${process.versions.node} can’t read`);
}
/** A whole archive, up to some size. */
async function readArchive(path, descriptor, most) {
    const reader = new ArchiveReader(path, descriptor);
    const chunks = [];
    try {
        for (let chunk = await reader.some(most); chunk !== undefined; chunk = await reader.some(most)) {
            chunks.push(chunk);
            if (reader.position > most)
                throw new BadArchive(`it is larger than ${most} bytes`);
        }
    }
    finally {
        reader.close();
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/folders.js


/** The builder's locks: a folder beside the mounts, and at first a file within each. */
const LOCKS_FOLDER = 'buildah-cache-lockfiles';
const LOCK_FILE = 'buildah-cache-lockfile';
/**
 * The folder of all cache mounts, below TMPDIR. In buildah 1.28 (podman 4.3) it has no user in its name
 * (https://github.com/containers/buildah/blob/v1.38.0/internal/volumes/volumes.go, CacheParent); root's number is 0.
 */
function parentFolders() {
    return [`buildah-cache-${process.getuid?.() ?? 0}`, 'buildah-cache'];
}
/**
 * The folders, below TMPDIR, that a mount can have: named by its id or target itself (buildah 1.28), by a hash of it, or by a hash
 * of it and its owner (GetCacheMount in the same file). Distributions mend old versions, so the version doesn't tell which.
 */
function foldersOf(mount) {
    return parentFolders().flatMap((parent) => namesOf(mount).map((name) => `${parent}/${name}`));
}
function namesOf({ key, uid, gid }) {
    if (key === undefined)
        return [];
    const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
    const path = insidePath(key);
    return [
        ...(uid === undefined || gid === undefined ? [] : [hash(`${key}:${uid}:${gid}`)]),
        hash(key),
        ...(path === undefined ? [] : [path]),
    ];
}
/** A folder's name for a record: without the number of this machine's user. */
function portableFolder(folder) {
    return folder.replace(/^buildah-cache-\d+\//, 'buildah-cache-UID/');
}
/** The folder on this machine that a record means. */
function localFolder(folder) {
    return folder.replace(/^buildah-cache-UID\//, `${parentFolders()[0]}/`);
}
/** Whether a folder has a name by which the mount behind it can't be told, one of the builder's hashes. */
function isHashFolder(folder) {
    return /^buildah-cache(-\d+)?\/[0-9a-f]{16}$/.test(folder);
}
/** Whether a path is a folder or lies below it. */
function isWithin(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/go-build-cache.js

const FILE = /^[0-9a-f]{2}\/[0-9a-f]{64}-([ad])$/;
const SUBFOLDERS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));
/** The Go build caches among some paths: folders with a README and all of 00 to ff. */
function goBuildCaches(entries) {
    const readmes = entries.filter(({ type, path }) => type === 'file' && external_node_path_.posix.basename(path) === 'README');
    if (readmes.length === 0)
        return [];
    const folders = new Set(entries.filter(({ type }) => type === 'directory').map(({ path }) => path));
    return readmes
        .map(({ path }) => ({ folder: external_node_path_.posix.dirname(path) === '.' ? '' : external_node_path_.posix.dirname(path) }))
        .filter(({ folder }) => SUBFOLDERS.every((name) => folders.has(external_node_path_.posix.join(folder, name))));
}
/**
 * What a file of a Go build cache is. `action`: what a step gave; `data`: a content, whose name is its digest; `clock`: when Go
 * last cleaned up, which it does by itself when there is none. Undefined for everything else.
 */
function goFile(caches, path) {
    for (const { folder } of caches) {
        const inside = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
        if (inside === undefined)
            continue;
        if (inside === 'trim.txt')
            return 'clock';
        const kind = FILE.exec(inside)?.[1];
        if (kind !== undefined)
            return kind === 'a' ? 'action' : 'data';
    }
    return undefined;
}
/**
 * Bytes of a file that say something. An action's file ends with the time at which it was written, in 20 places and a line's end (putIndexEntry in
 * the same file), and linking writes it anew in every build.
 */
function tellingBytes(kind, size) {
    return kind === 'action' ? Math.max(0, size - 21) : size;
}
/**
 * Seconds before the restoring that its files are dated. Go notes that it used a file only when that is an hour old, and removes
 * what it did not use for five days.
 */
const GO_FILES_BEFORE = 2 * 3600;

;// CONCATENATED MODULE: ./build/src/cache/mounts/namespace.js


/**
 * Runs a program as the one to whom all files of a build belong.
 * @throws {Failure} when it fails
 */
async function runAsOwner(access, command, streams) {
    const [program, ...args] = access.rootless ? ['podman', 'unshare', ...command] : command;
    const { exitCode, stderr } = await (0,host_process/* pipe */.Fs)(program, args, {
        ...streams,
        // Messages that are looked at, and numbers with a point, whatever the user's language is.
        env: { LC_ALL: 'C' },
        ...(access.signal && { signal: access.signal }),
    });
    if (exitCode === 0)
        return;
    const said = stderr.trim().split('\n').at(-1) ?? '';
    throw new errors/* Failure */.HR(`${command[0]} ended with ${exitCode}${said === '' ? '' : `: ${said}`}`);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/unpack.js





const IN_MEMORY = 1 << 20;
const REGULAR = 0o100000;
/**
 * Puts a mount's content into a folder that is there. The tar that does it sees names, types, owners and modes of the checked
 * index alone; the packs give bytes and nothing else. Links come last, so that nothing goes through one.
 * @throws {BadArchive} when the packs don't hold what the index says
 * @throws {Failure} when it can't be written
 */
async function unpack(access, folder, index, packs, mtimeOf) {
    const tar = (0,tar_stream.pack)();
    const write = async (stdin) => {
        // Where a pack turns out to be broken, tar must not take what it has for everything.
        const filling = fill(tar, index, packs, mtimeOf).catch((error) => {
            tar.destroy(error);
            throw error;
        });
        const [filled, piped] = await Promise.allSettled([
            filling,
            (0,external_node_stream_promises_.pipeline)(tar, stdin),
        ]);
        // Either can have broken the other.
        const problems = [filled, piped].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
        const bad = problems.find((problem) => problem instanceof BadArchive) ?? problems.at(-1);
        if (bad !== undefined)
            throw bad;
    };
    await runAsOwner(access, [
        'tar',
        '--extract',
        '--file=-',
        `--directory=${folder}`,
        '--numeric-owner',
        '--same-owner',
        '--preserve-permissions',
        '--delay-directory-restore',
    ], { input: write });
}
async function fill(tar, { entries }, packs, mtimeOf) {
    const add = (entry, content = Buffer.alloc(0)) => new Promise((done, fail) => {
        const sink = tar.entry(headerOf(entry, mtimeOf(entry)), content, (error) => error ? fail(error) : done());
        // The callback has it too, but an error that nobody listens for ends the process.
        sink.on('error', fail);
    });
    const of = (type) => entries.filter((entry) => entry.type === type);
    for (const entry of of('directory'))
        await add(entry);
    for (const entry of of('file').filter(({ size }) => size === 0))
        await add(entry);
    for (const [number, { path, descriptor }] of packs.entries()) {
        const files = entries.filter(({ pack }) => pack === number).sort((a, b) => a.offset - b.offset);
        const reader = new ArchiveReader(path, descriptor);
        try {
            for (const entry of files) {
                await reader.skipTo(entry.offset);
                if (entry.size > IN_MEMORY)
                    await addLarge(tar, headerOf(entry, mtimeOf(entry)), reader);
                else
                    await add(entry, await collect(reader, entry.size));
            }
        }
        finally {
            reader.close();
        }
    }
    for (const type of ['hardlink', 'symlink'])
        for (const entry of of(type))
            await add(entry);
    tar.finalize();
}
async function collect(reader, size) {
    const chunks = [];
    for await (const chunk of reader.exactly(size))
        chunks.push(chunk);
    return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}
async function addLarge(tar, header, reader) {
    let fail = () => undefined;
    let done = () => undefined;
    const taken = new Promise((resolve, reject) => {
        done = resolve;
        fail = reject;
    });
    taken.catch(() => undefined);
    const sink = tar.entry(header, (error) => (error ? fail(error) : done()));
    sink.on('error', fail);
    for await (const chunk of reader.exactly(header.size))
        await writeTo(sink, chunk, taken);
    sink.end();
    await taken;
}
function headerOf({ type, path, mode, uid, gid, size, target }, mtime) {
    return {
        name: path === '' ? './' : path,
        type: type === 'hardlink' ? 'link' : type,
        // tar-stream takes a mode of 0 for none.
        mode: mode | REGULAR,
        uid,
        gid,
        size,
        mtime: new Date(Math.floor(Number(mtime)) * 1000),
        ...(target !== undefined && { linkname: target }),
        pax: {
            // Numbers that the old header's octal digits can't hold, and the parts of a second.
            mtime,
            ...(uid > 0o7777777 && { uid: String(uid) }),
            ...(gid > 0o7777777 && { gid: String(gid) }),
            ...(size > 0o77777777777 && { size: String(size) }),
        },
    };
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/restore.js












const FETCHES = 4;
/** What has to be free after the restoring, for the build. */
const SPACE_LEFT = 1 << 30;
/**
 * Puts the mounts of an earlier build where podman looks for them. Whatever is wrong with one costs a warning, and the mount is
 * empty.
 * @throws {Interrupted} when the signal fired; nothing else
 */
async function restoreMounts(site, wanted) {
    const started = performance.now();
    const warnings = [];
    const mounts = [];
    const broken = new Set();
    let kept = [];
    const others = [];
    let transferred = 0;
    if (wanted.mounts.length > 0 || !wanted.complete) {
        const attempt = async (what, action, parts = []) => {
            try {
                await action();
            }
            catch (error) {
                if (error instanceof errors/* Interrupted */.j$ || site.signal?.aborted)
                    throw new errors/* Interrupted */.j$();
                if (error instanceof BadArchive)
                    for (const { digest } of parts)
                        broken.add(digest);
                warnings.push(`${site.platform.text}: ${what}: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        };
        await attempt('the record of the cache mounts can’t be read, so they start empty', async () => {
            const bytes = await site.store.readDocument(recordName(site));
            kept = (bytes && decodeRecord(site, bytes)?.mounts) ?? [];
        });
        for (const each of kept) {
            const folder = localFolder(each.folder);
            const place = placeOf(folder, wanted);
            if (place === 'elsewhere')
                continue;
            if (place === 'unknown') {
                const rests = wanted.resting !== undefined && placeOf(folder, wanted.resting) === 'here';
                others.push({ ...each, idle: rests ? each.idle : each.idle + 1 });
                continue;
            }
            if (mounts.some((mount) => isWithin(folder, mount.folder) || isWithin(mount.folder, folder)))
                continue;
            const known = { ...each, name: nameOf(folder, wanted) ?? each.name };
            const parts = [each.index, ...each.packs];
            const restoring = async () => {
                const index = await restore(site, each, folder, wanted);
                mounts.push({ kept: known, folder, index });
                transferred += parts.reduce((sum, { size }) => sum + size, 0);
            };
            await attempt(`the cache mount ${known.name} could not be restored, so it starts empty`, restoring, parts);
        }
    }
    const { mark, notesReads } = await probe(site.temporary);
    return {
        mounts,
        others,
        broken,
        mark,
        notesReads,
        wanted,
        facts: {
            mounts: mounts.map(({ kept: { name, bytes } }) => ({ name, bytes })),
            transferred,
            seconds: (performance.now() - started) / 1000,
            warnings,
        },
    };
}
/** Whether a kept mount is one of this build; an untrusted record can name any folder. */
function placeOf(folder, { mounts, complete }) {
    if (mounts.some((mount) => foldersOf(mount).includes(folder)))
        return 'here';
    const unclear = !complete || mounts.some(({ key, uid, gid }) => [key, uid, gid].includes(undefined));
    if (isHashFolder(folder))
        return unclear ? 'here' : 'unknown';
    return /^buildah-cache(-\d+)?\//.test(folder) ? 'unknown' : 'elsewhere';
}
/** What the Dockerfile says; a record's own words come from whoever wrote it. */
function nameOf(folder, { mounts }) {
    const names = mounts
        .filter((mount) => foldersOf(mount).some((each) => isWithin(each, folder)))
        .map(({ name }) => name);
    return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
async function restore(site, kept, folder, wanted) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.work, 'restore-'));
    const final = (0,external_node_path_.join)(site.temporary, folder);
    // Beside it, since a folder that belongs to another can't be moved elsewhere.
    const staging = (0,external_node_path_.join)((0,external_node_path_.dirname)(final), `${STAGING}${(0,external_node_path_.basename)(final)}`);
    try {
        const fetched = async (descriptor, name) => {
            const path = (0,external_node_path_.join)(work, name);
            if (!(await site.store.fetchBlob(descriptor, path)))
                throw new BadArchive('a part of it is not in the cache any more');
            return { path, descriptor };
        };
        const { path } = await fetched(kept.index, 'index');
        const index = decodeIndex(await readArchive(path, kept.index, LONGEST_INDEX), kept.packs.length);
        refuseLinksOnTheWay(index, folder, wanted);
        await refuseLackOfSpace(site, index);
        const fetch = (0,p_limit/* default */.A)(FETCHES);
        const packs = await Promise.all(kept.packs.map((pack, number) => fetch(() => fetched(pack, `pack-${number}`))));
        const go = goBuildCaches(index.entries);
        const goTime = String(Math.floor(Date.now() / 1000) - GO_FILES_BEFORE);
        const mtimeOf = (entry) => (goFile(go, entry.path) === undefined ? entry.mtime : goTime);
        await (0,promises_.mkdir)(staging, { recursive: true });
        await unpack(site, staging, index, packs, mtimeOf);
        await (0,promises_.rename)(staging, final);
        return index;
    }
    catch (error) {
        await (0,podman_store/* removeFolders */.cw)([staging], site.rootless).catch(() => undefined);
        throw error;
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
/** How a folder begins that is not a mount (yet). */
const STAGING = '.multiarch-build-';
/**
 * In podman 4.3 one mount's folder can lie in another's, and the builder goes there by its path on this machine: through a link it
 * would mount any folder of the machine.
 */
function refuseLinksOnTheWay({ entries }, folder, { mounts }) {
    const links = entries.filter(({ type }) => type === 'symlink').map(({ path }) => `${folder}/${path}`);
    const inner = mounts.flatMap(foldersOf).filter((each) => isWithin(each, folder));
    const link = links.find((path) => inner.some((each) => isWithin(each, path)));
    if (link !== undefined)
        throw new BadArchive(`a link is in the way to another mount: ${link}`);
}
async function refuseLackOfSpace(site, { entries }) {
    const needed = entries.reduce((sum, { size }) => sum + size, 0);
    const free = await (0,host_space/* freeBytes */.g)(site.temporary);
    if (free !== undefined && free < needed + SPACE_LEFT) {
        throw new errors/* Failure */.HR(`it needs ${Math.ceil(needed / 1e6)} MB, and the disk has ${Math.floor(free / 1e6)} MB`);
    }
}
/**
 * The file system's clock, and whether it notes reads: not with `noatime`. With `relatime`, the usual, it notes the first read
 * after a change, which all restored files have behind them (https://man7.org/linux/man-pages/man8/mount.8.html).
 */
async function probe(folder) {
    const path = (0,external_node_path_.join)(folder, `${STAGING}probe`);
    await (0,promises_.writeFile)(path, 'x');
    const past = new Date(Date.now() - 3_600_000);
    await (0,promises_.utimes)(path, past, past);
    const { ctimeMs } = await (0,promises_.stat)(path);
    await (0,promises_.readFile)(path);
    const { atimeMs } = await (0,promises_.stat)(path);
    await (0,promises_.rm)(path);
    return { mark: ctimeMs / 1000, notesReads: atimeMs > past.getTime() };
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/assign.js



/**
 * Which mount each file belongs to. Folders that no mount of the Dockerfile explains (variables that only the builder knows, steps
 * that a base image brings) are mounts too. Where one mount's folder lies in another's, the outer one has both.
 * @param found paths are relative to TMPDIR
 */
function assign_assign(found, { wanted, mounts: restored }) {
    const there = new Set(found.filter(({ type }) => type === 'directory').map(({ path }) => path));
    const known = new Map();
    const moved = new Map();
    for (const mount of wanted.mounts) {
        const folders = foldersOf(mount).filter((folder) => there.has(folder));
        const stale = folders.length > 1 ? restored.filter(({ folder }) => folders.includes(folder)) : [];
        // The builder made the other one, so it does not look at this.
        for (const { folder, kept } of stale)
            moved.set(folder, { name: mount.name, podman: kept.podman });
        for (const folder of folders)
            known.set(folder, [...(known.get(folder) ?? []), mount]);
    }
    const units = new Map();
    for (const each of found) {
        const unit = unitOf(each, known, units);
        if (unit === undefined || moved.has(unit))
            continue;
        const path = external_node_path_.posix.relative(unit, each.path);
        if (path === LOCK_FILE)
            continue;
        const target = each.type === 'hardlink' ? external_node_path_.posix.relative(unit, each.target) : undefined;
        // A file that two mounts share is kept in each, by its own name in the first alone.
        if (target?.startsWith('..'))
            continue;
        units.get(unit).push({ ...each, path, ...(target !== undefined && { target }) });
    }
    const unclear = wanted.mounts.filter((mount) => foldersOf(mount).every((folder) => !there.has(folder)));
    const unexplained = [...units.keys()].filter((unit) => ![...known.keys()].some((folder) => isWithin(folder, unit)));
    const nameOf = (unit) => {
        const explained = [...known].filter(([folder]) => isWithin(folder, unit)).flatMap(([, mounts]) => mounts);
        if (explained.length > 0)
            return [...new Set(explained.map(({ name }) => name))].join(', ');
        if (unclear.length === 1 && unexplained.length === 1)
            return unclear[0].name;
        return restored.find(({ folder }) => folder === unit)?.kept.name ?? external_node_path_.posix.basename(unit);
    };
    return {
        mounts: [...units].map(([folder, files]) => ({ name: nameOf(folder), folder, found: files })),
        moved: [...moved.values()],
    };
}
/** The mount that a file belongs to, which its folder begins when it is the first. */
function unitOf({ path, type }, known, units) {
    const parts = path.split('/');
    // The parent of all mounts is none, and the builder's locks and what was left half restored aren't either.
    if (parts.length < 2 || parts[1] === LOCKS_FOLDER)
        return undefined;
    for (let depth = 2; depth <= parts.length; depth++) {
        const folder = parts.slice(0, depth).join('/');
        if (units.has(folder))
            return folder;
        if (parts[depth - 1].startsWith(STAGING))
            return undefined;
        if (depth < parts.length)
            continue;
        const onTheWay = !known.has(folder) && [...known.keys()].some((each) => isWithin(each, folder));
        if (type === 'directory' && !onTheWay) {
            units.set(folder, []);
            return folder;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/packs.js
/** Bytes of files in a pack, but for a file that is larger by itself: what one changed file can cost at most. */
const PACK_BYTES = 128 << 20;
/**
 * A pack stays while at least half of it is in use. Small ones are put together with what is new, so that there are never many:
 * those that are less than twice as large.
 * @param kept entries whose content is in one of the packs
 * @param added bytes of the files that are in none
 */
function repacking(packs, kept, added, packBytes = PACK_BYTES) {
    const used = packs.map(() => 0);
    for (const { pack, size } of kept)
        if (pack !== undefined)
            used[pack] += size;
    const staying = packs
        .map((_, number) => number)
        .filter((number) => used[number] > 0 && used[number] * 2 >= packs[number].bytes);
    let pending = added + used.reduce((sum, bytes, number) => sum + (staying.includes(number) ? 0 : bytes), 0);
    const bySize = [...staying].sort((a, b) => used[a] - used[b]);
    const absorbed = new Set();
    for (const number of bySize) {
        // Without anything new there is nothing to put them with.
        if (pending === 0 || used[number] >= Math.min(2 * pending, packBytes / 2))
            break;
        absorbed.add(number);
        pending += used[number];
    }
    const rest = staying.filter((number) => !absorbed.has(number));
    return {
        stays: new Map(rest.map((number, at) => [number, at])),
        packs: rest.map((number) => packs[number]),
    };
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/pack-files.js








/**
 * Reads files in the order given, which is what they are kept in.
 * @throws {Failure} when one can't be read, or changes meanwhile
 */
async function readFiles(access, folder, files, work, take) {
    if (files.length === 0)
        return;
    const list = (0,external_node_path_.join)(work, 'files');
    await (0,promises_.writeFile)(list, files.map(({ path }) => `${path}\0`).join(''));
    const tar = [
        'tar',
        '--create',
        '--file=-',
        '--format=posix',
        '--numeric-owner',
        '--hard-dereference',
        '--no-recursion',
        `--directory=${folder}`,
        '--null',
        '--verbatim-files-from',
        `--files-from=${list}`,
    ];
    await runAsOwner(access, tar, {
        output: async (stdout) => {
            let at = 0;
            const changed = (name) => new errors/* Failure */.HR(`it changed while it was read: ${name}`);
            const untar = (0,tar_stream.extract)();
            stdout.pipe(untar);
            for await (const entry of untar) {
                const { name, size = 0 } = entry.header;
                const file = files[at++];
                if (file === undefined || name !== file.path || size !== file.size)
                    throw changed(name);
                await take(file, entry);
            }
            if (at !== files.length)
                throw changed(files[at].path);
        },
    });
}
/** The sha256 of files’ telling bytes, in base64, in their order. */
async function hashFiles(access, folder, files, work) {
    const hashes = [];
    await readFiles(access, folder, files, work, async ({ telling }, content) => {
        hashes.push(await hashOf(content, telling));
    });
    return hashes;
}
/** Puts files into packs, in their order, and says where each is. */
async function packFiles(access, folder, files, work, packBytes = PACK_BYTES) {
    const packs = [];
    const packed = [];
    let writer;
    const finish = async () => {
        if (writer === undefined)
            return;
        const { path, written } = writer;
        packs.push({ path, descriptor: { ...(await writer.finish()), bytes: written } });
        writer = undefined;
    };
    try {
        await readFiles(access, folder, files, work, async ({ size, telling }, content) => {
            if (writer !== undefined && writer.written + size > packBytes)
                await finish();
            writer ??= new ArchiveWriter((0,external_node_path_.join)(work, `pack-${packs.length}`), 'pack');
            const offset = writer.written;
            const into = writer;
            const hash = await hashOf(content, telling, (chunk) => into.write(chunk));
            packed.push({ hash, pack: packs.length, offset });
        });
        await finish();
    }
    finally {
        ;
        writer?.abandon();
    }
    return { packs, packed };
}
async function hashOf(content, telling, also = async () => undefined) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let left = telling;
    for await (const chunk of content) {
        hash.update(chunk.subarray(0, left));
        left -= Math.min(left, chunk.length);
        await also(chunk);
    }
    return hash.digest('base64');
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/compare.js


// find's times and Node's are numbers that were rounded differently.
const SLACK = 0.001;
/** The time that is noted for files whose own says nothing. */
const NO_TIME = '0.000000000';
/** Compares what is in a mount with what was restored, reading only files of which the times don't say enough. */
async function compare(access, folder, { found }, before, since, work) {
    const go = goBuildCaches(found);
    const old = new Map(before?.entries.map((entry) => [entry.path, entry]));
    const relevant = found
        .map((file) => ({ file, kind: goFile(go, file.path), before: old.get(file.path) }))
        .filter(({ kind }) => kind !== 'clock');
    const unsure = relevant.filter(({ file, kind, before }) => before?.pack !== undefined && sameSize(file, before) && changedSince(file, since) && kind !== 'data');
    const files = unsure.map(({ file: { path, size }, kind }) => ({
        path,
        size,
        telling: tellingBytes(kind, size),
    }));
    const hashes = await hashFiles(access, folder, files, work);
    const hashOf = new Map(files.map(({ path }, at) => [path, hashes[at]]));
    const all = relevant.map(({ file, kind, before }) => {
        const hash = hashOf.get(file.path);
        const same = before !== undefined && sameSize(file, before) && (hash === undefined || hash === before.hash);
        const used = file.type !== 'directory' &&
            (before === undefined ||
                changedSince(file, since) ||
                file.atime > since.mark + SLACK ||
                // Go notes in the time of a change, too, that it used a file.
                (!since.notesReads && kind === undefined));
        return { file, before, same, used, single: kind !== undefined };
    });
    const anyUsed = all.some(({ used }) => used);
    return all.map(({ file, before, same, used, single }) => ({
        before,
        used,
        usedAt: used ? Math.max(file.atime, file.ctime) : 0,
        single,
        entry: {
            ...withoutTimes(file),
            mtime: single ? NO_TIME : file.mtime,
            // Where the step did not run at all, nothing can be said of its files.
            age: !single || used || before === undefined ? 0 : before.age + (anyUsed ? 1 : 0),
            ...(same && before !== undefined && compare_placeOf(before)),
        },
    }));
}
function changedSince({ ctime }, { mark }) {
    return ctime > mark + SLACK;
}
function sameSize(file, before) {
    return file.type === 'file' && before.type === 'file' && file.size === before.size;
}
function withoutTimes({ atime: _, ctime: __, ...file }) {
    return file;
}
function compare_placeOf({ hash, pack, offset }) {
    return { ...(hash !== undefined && { hash }), ...(pack !== undefined && { pack, offset: offset }) };
}
/** Whether a mount is just what was restored. */
function isUnchanged(currents, before) {
    return (currents.length === before.entries.length &&
        currents.every(({ entry, before: old, single }) => {
            if (old === undefined || old.type !== entry.type || old.target !== entry.target)
                return false;
            if (entry.size !== old.size || entry.pack !== old.pack)
                return false;
            const timeless = single || entry.type === 'directory';
            return (entry.mode === old.mode &&
                entry.uid === old.uid &&
                entry.gid === old.gid &&
                (timeless || entry.mtime === old.mtime));
        }));
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/keep.js








/** Writes what is new of a mount to the store, and says what it is made of now. */
async function keep(site, broken, { mount, before, currents, used, idle }, work) {
    let transferred = 0;
    const send = async (descriptor, path) => {
        if (broken.has(descriptor.digest) || !(await site.store.hasBlob(descriptor))) {
            await site.store.saveBlob(descriptor, path);
            transferred += descriptor.size;
        }
        await (0,promises_.rm)(path, { force: true });
    };
    const entries = currents.map(({ entry }) => entry);
    const added = entries.filter(({ size, pack }) => size > 0 && pack === undefined);
    const { stays, packs } = repacking(before?.kept.packs ?? [], entries, bytesOf(added), site.packBytes);
    const moving = entries.filter(({ size, pack }) => size > 0 && (pack === undefined || !stays.has(pack)));
    const go = goBuildCaches(entries);
    const wanted = moving.map(({ path, size }) => ({
        path,
        size,
        telling: tellingBytes(goFile(go, path), size),
    }));
    const made = await packFiles(site, (0,external_node_path_.join)(site.temporary, mount.folder), wanted, work, site.packBytes);
    for (const { descriptor, path } of made.packs)
        await send(descriptor, path);
    const places = new Map(moving.map(({ path }, at) => [path, made.packed[at]]));
    const placed = entries.map((entry) => {
        const place = places.get(entry.path);
        if (place === undefined) {
            return entry.pack === undefined ? entry : { ...entry, pack: stays.get(entry.pack) };
        }
        const at = { pack: packs.length + place.pack, offset: place.offset };
        // Go's own name for it is its digest.
        return goFile(go, entry.path) === 'data' ? { ...entry, ...at } : { ...entry, ...at, hash: place.hash };
    });
    const path = (0,external_node_path_.join)(work, 'index');
    const writer = new ArchiveWriter(path, 'index');
    await writer.write(encodeIndex({ entries: placed }));
    const index = await writer.finish();
    await send(index, path);
    const current = used || before === undefined;
    const kept = {
        name: mount.name,
        folder: portableFolder(mount.folder),
        podman: current ? site.podman : before.kept.podman,
        idle,
        used: current ? new Date().toISOString() : before.kept.used,
        bytes: bytesOf(entries),
        index,
        packs: [...packs, ...made.packs.map(({ descriptor }) => descriptor)],
    };
    return { kept, transferred };
}
function bytesOf(entries) {
    return entries.reduce((sum, { size }) => sum + size, 0);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/scan.js



const scan_TYPES = { f: 'file', d: 'directory', l: 'symlink' };
const FIELDS = ['%y', '%m', '%U', '%G', '%s', '%i', '%n', '%T@', '%A@', '%C@'];
/**
 * Everything below a folder, in the order of the paths. Sockets, pipes and devices are left out.
 * @throws {Failure} when it can't be read, or holds names that aren't UTF-8
 */
async function scan(access, folder) {
    const raw = [];
    const take = (head, path, target) => {
        const [letter, mode, uid, gid, size, inode, links, mtime, atime, ctime] = head.split(' ');
        const type = scan_TYPES[letter];
        if (type === undefined)
            return;
        if (path.includes('\ufffd') || target.includes('\ufffd')) {
            throw new errors/* Failure */.HR('it has file names that are not UTF-8');
        }
        if (raw.length >= MOST_ENTRIES)
            throw new errors/* Failure */.HR(`it has more than ${MOST_ENTRIES} files`);
        raw.push({
            inode: type === 'file' && Number(links) > 1 ? inode : '',
            found: {
                type,
                path,
                // As in an index: nobody's cache needs files that run as another user.
                mode: Number.parseInt(mode, 8) & (type === 'directory' ? 0o3777 : 0o777),
                uid: Number(uid),
                gid: Number(gid),
                mtime: normalTime(mtime),
                size: type === 'file' ? Number(size) : 0,
                ...(type === 'symlink' && { target }),
                atime: Number(atime),
                ctime: Number(ctime),
            },
        });
    };
    await runAsOwner(access, ['find', folder, '-xdev', '-printf', `${FIELDS.join(' ')}\\0%P\\0%l\\0`], {
        output: async (stdout) => {
            stdout.setEncoding('utf8');
            let rest = [''];
            for await (const chunk of stdout) {
                const parts = chunk.split('\0');
                rest[rest.length - 1] += parts[0];
                rest.push(...parts.slice(1));
                const whole = rest.length - 1 - ((rest.length - 1) % 3);
                for (let at = 0; at < whole; at += 3)
                    take(rest[at], rest[at + 1], rest[at + 2]);
                rest = rest.slice(whole);
            }
        },
    });
    raw.sort((a, b) => byPath(a.found, b.found));
    return withHardLinks(raw);
}
function withHardLinks(raw) {
    const first = new Map();
    return raw.map(({ found, inode }) => {
        const target = inode === '' ? undefined : first.get(inode);
        if (target !== undefined)
            return { ...found, type: 'hardlink', size: 0, target };
        if (inode !== '')
            first.set(inode, found.path);
        return found;
    });
}
/** find prints ten decimals, of which a file system has nine; times before 1970 become 1970. */
function normalTime(text) {
    const [seconds = '0', decimals = ''] = text.split('.');
    return seconds.startsWith('-') ? '0.000000000' : `${seconds}.${decimals.padEnd(9, '0').slice(0, 9)}`;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/trim.js
/** A file that this many builds in a row did not use goes. One is too few: a branch may build a part of it. */
const OLDEST_FILE = 3;
/** The same for a whole mount. More, since its step may have come from a layer cache. */
const OLDEST_MOUNT = 30;
/** What has to go so that the rest fits: what was not used longest first. */
function overLimit(units, limit) {
    let total = units.reduce((sum, { bytes }) => sum + bytes, 0);
    const going = new Set();
    if (total <= limit)
        return going;
    for (const unit of [...units].sort((a, b) => b.age - a.age || a.used - b.used || b.bytes - a.bytes)) {
        if (total <= limit)
            break;
        going.add(unit);
        total -= unit.bytes;
    }
    return going;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/trimming.js


/** Compressed size of what was never compressed yet, as a part of its size. */
const USUAL_RATIO = 0.4;
/** Makes the plan of a mount in which everything stays. */
function planOf(mount, currents, before) {
    const used = before === undefined || currents.some((each) => each.used);
    return { mount, before, used, idle: used ? 0 : before.kept.idle + 1, currents };
}
/** Whether there is anything to keep in it. */
function hasFiles({ currents, idle }) {
    return idle < OLDEST_MOUNT && currents.some(({ entry }) => entry.type !== 'directory');
}
/**
 * Whether a mount has to be written anew. That files grew older alone is no reason; that one was used again just before it would
 * have gone is.
 */
function isChanged(plan) {
    const { before, currents } = plan;
    if (before === undefined)
        return hasFiles(plan);
    if (!isUnchanged(currents, before.index))
        return true;
    return currents.some((each) => each.entry.age === 0 && (each.before?.age ?? 0) >= OLDEST_FILE - 1);
}
/**
 * Takes out what is too old, then what is too much. Only files of a cache whose files stand for themselves go one by one; a mount
 * of anything else stays or goes as a whole, since a part of it may be taken for the whole.
 */
function trim(plans, others, limit) {
    const young = plans.map((plan) => without(plan, ({ single, entry }) => single && entry.age >= OLDEST_FILE));
    const going = overLimit([...young.flatMap(unitsOf), ...others.map(unitOfOther)], limit);
    const left = young.map((plan) => {
        const mine = [...going].filter((unit) => unit.plan === plan);
        if (mine.length === 0)
            return plan;
        const whole = mine.some(({ current }) => current === undefined);
        const singles = new Set(mine.map(({ current }) => current));
        return without(plan, (current) => whole || singles.has(current));
    });
    const count = (all) => all.flatMap(({ currents }) => currents);
    const bytes = (all) => count(all).reduce((sum, { entry }) => sum + entry.size, 0);
    const gone = new Set([...going].map(({ other }) => other));
    return {
        plans: left,
        others: others.filter((other) => !gone.has(other) && other.idle < OLDEST_MOUNT),
        files: count(plans).length - count(left).length,
        bytes: bytes(plans) - bytes(left),
    };
}
function without(plan, goes) {
    const currents = plan.currents.filter((current) => !goes(current));
    const files = new Set(currents.map(({ entry }) => (entry.type === 'file' ? entry.path : undefined)));
    const whole = currents.filter(({ entry }) => entry.type !== 'hardlink' || files.has(entry.target));
    return whole.length === plan.currents.length ? plan : { ...plan, currents: whole };
}
function unitsOf(plan) {
    const { before, currents, used, idle } = plan;
    const ratio = ratioOf(before?.kept.packs ?? []);
    const singles = currents
        .filter(({ single }) => single)
        .map((current) => ({
        age: current.entry.age + idle,
        used: current.usedAt,
        bytes: current.entry.size * ratio,
        plan,
        current,
    }));
    const rest = currents.filter(({ single }) => !single).reduce((sum, { entry }) => sum + entry.size, 0);
    // What a cache of single files has besides (a README) goes with nothing.
    if (singles.length > 0 && rest * 100 < singles.reduce((sum, { current }) => sum + current.entry.size, 0)) {
        return singles;
    }
    const when = used ? Date.now() / 1000 : secondsOf(before?.kept.used);
    return [...singles, { age: idle, used: when, bytes: rest * ratio, plan }];
}
function unitOfOther(other) {
    const bytes = other.packs.reduce((sum, { size }) => sum + size, 0);
    return { age: other.idle, used: secondsOf(other.used), bytes, other };
}
function ratioOf(packs) {
    const bytes = packs.reduce((sum, pack) => sum + pack.bytes, 0);
    return bytes === 0 ? USUAL_RATIO : packs.reduce((sum, { size }) => sum + size, 0) / bytes;
}
function secondsOf(time = '') {
    return Date.parse(time) / 1000 || 0;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/save.js









const NOTHING = { mounts: [], transferred: 0, trimmed: { files: 0, bytes: 0 }, warnings: [] };
/**
 * Keeps the mounts of a build that succeeded: what it used, and for some builds longer what it did not. Nothing is written
 * when nothing changed. Whatever goes wrong costs a warning.
 * @throws {Interrupted} when the signal fired; nothing else
 */
async function saveMounts(site, restored) {
    const { mounts, complete } = restored.wanted;
    if (mounts.length === 0 && complete)
        return { ...NOTHING, seconds: 0 };
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    let work;
    try {
        work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.work, 'save-'));
        return { ...(await save(site, restored, work)), seconds: seconds() };
    }
    catch (error) {
        if (error instanceof errors/* Interrupted */.j$ || site.signal?.aborted)
            throw new errors/* Interrupted */.j$();
        const warning = `${site.platform.text}: the cache mounts could not be saved: ${(0,errors/* messageOf */.bD)(error)}`;
        return { ...NOTHING, seconds: seconds(), warnings: [warning] };
    }
    finally {
        if (work !== undefined)
            await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function save(site, restored, work) {
    const { mounts, moved } = assign_assign(await scanAll(site), restored);
    const warnings = moved.map(({ name, podman }) => `${site.platform.text}: podman ${site.podman} keeps the cache mount ${name} in another folder than podman ${podman} did, so it started empty this time`);
    const plans = [];
    for (const mount of mounts)
        plans.push(await planFor(site, restored, mount, work));
    const trimmed = trim(plans, restored.others, site.limit);
    const lost = plans.filter(({ before }) => before !== undefined).length < restored.mounts.length;
    const facts = trimmed.plans.filter(hasFiles).map(factsOf);
    if (!lost && restored.broken.size === 0 && trimmed.files === 0 && !plans.some(isChanged)) {
        return { ...NOTHING, mounts: facts, warnings };
    }
    const kept = [];
    let transferred = 0;
    for (const plan of trimmed.plans.filter(hasFiles)) {
        const result = await keep(site, restored.broken, plan, await (0,promises_.mkdtemp)((0,external_node_path_.join)(work, 'mount-')));
        kept.push(result.kept);
        transferred += result.transferred;
    }
    const others = await complete(site, trimmed.others);
    const record = encodeRecord(site, [...kept, ...others]);
    await site.store.writeDocument(recordName(site), record);
    const { files, bytes } = trimmed;
    return { mounts: facts, transferred: transferred + record.length, trimmed: { files, bytes }, warnings };
}
/** The mounts of which the store has lost nothing: with others the record would not be saved. */
async function complete({ store }, mounts) {
    const found = [];
    for (const mount of mounts) {
        const there = await Promise.all([mount.index, ...mount.packs].map((part) => store.hasBlob(part)));
        if (there.every((each) => each))
            found.push(mount);
    }
    return found;
}
/** All that the builder keeps for mounts, by its path below TMPDIR. */
async function scanAll(site) {
    const parents = (await (0,promises_.readdir)(site.temporary)).filter((name) => /^buildah-cache(-\d+)?$/.test(name));
    const all = [];
    for (const parent of parents) {
        const below = (path) => (path === '' ? parent : `${parent}/${path}`);
        for (const found of await scan(site, (0,external_node_path_.join)(site.temporary, parent))) {
            const target = found.type === 'hardlink' ? { target: below(found.target) } : {};
            all.push({ ...found, path: below(found.path), ...target });
        }
    }
    return all;
}
async function planFor(site, restored, mount, work) {
    const before = restored.mounts.find(({ folder }) => folder === mount.folder);
    const folder = (0,external_node_path_.join)(site.temporary, mount.folder);
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(work, 'compare-'));
    return planOf(mount, await compare(site, folder, mount, before?.index, restored, own), before);
}
function factsOf({ mount, currents }) {
    return { name: mount.name, bytes: currents.reduce((sum, { entry }) => sum + entry.size, 0) };
}

;// CONCATENATED MODULE: ./build/src/cache/records.js


/** Nothing remembered. */
const NO_RECORDS = { builds: new Map(), checkpoints: new Map() };
const FORMAT = 1;
/** The layers that a checkpoint keeps itself. */
function ownLayers({ manifest, baseLayers }) {
    return manifest.layers.slice(baseLayers);
}
/** Writes records down. */
function encodeRecords({ builds, checkpoints }) {
    return Buffer.from(JSON.stringify({
        format: FORMAT,
        builds: Object.fromEntries(builds),
        checkpoints: Object.fromEntries(checkpoints),
    }));
}
/**
 * Reads records, which came from a place that others may write to: entries that are not as they should be are left out, and a
 * text that is none of ours gives none.
 */
function decodeRecords(bytes) {
    let content;
    try {
        content = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return NO_RECORDS;
    }
    if (!(0,oci_parse/* isFields */.Ce)(content) || content.format !== FORMAT)
        return NO_RECORDS;
    return {
        builds: entries(content.builds, isBuildRecord),
        checkpoints: entries(content.checkpoints, isCheckpointRecord),
    };
}
function entries(value, is) {
    const found = new Map();
    for (const [key, entry] of Object.entries((0,oci_parse/* isFields */.Ce)(value) ? value : {})) {
        if ((0,oci_digest/* isDigest */.Bc)(key) && is(entry))
            found.set(key, entry);
    }
    return found;
}
function isBuildRecord(value) {
    return ((0,oci_parse/* isFields */.Ce)(value) &&
        isImage(value) &&
        isTimed(value) &&
        isTexts(value.repositories) &&
        isExecution(value.execution));
}
function isCheckpointRecord(value) {
    if (!(0,oci_parse/* isFields */.Ce)(value) || !isImage(value) || !isTimed(value))
        return false;
    const { baseLayers, manifest } = value;
    const count = manifest.layers.length;
    return Number.isSafeInteger(baseLayers) && baseLayers >= 0 && baseLayers <= count;
}
function isImage({ manifest, config }) {
    return ((0,oci_parse/* isFields */.Ce)(manifest) &&
        typeof manifest.mediaType === 'string' &&
        records_isDescriptor(manifest.config) &&
        Array.isArray(manifest.layers) &&
        manifest.layers.every(records_isDescriptor) &&
        (manifest.annotations === undefined ||
            ((0,oci_parse/* isFields */.Ce)(manifest.annotations) && isTexts(Object.values(manifest.annotations)))) &&
        (0,oci_parse/* isFields */.Ce)(config) &&
        typeof config.os === 'string' &&
        typeof config.architecture === 'string' &&
        (0,oci_parse/* isFields */.Ce)(config.rootfs) &&
        Array.isArray(config.rootfs.diff_ids) &&
        config.rootfs.diff_ids.length === manifest.layers.length &&
        config.rootfs.diff_ids.every(oci_digest/* isDigest */.Bc));
}
function records_isDescriptor(value) {
    return ((0,oci_parse/* isFields */.Ce)(value) &&
        typeof value.mediaType === 'string' &&
        (0,oci_digest/* isDigest */.Bc)(value.digest) &&
        Number.isSafeInteger(value.size) &&
        value.size >= 0);
}
function isTimed({ ran, used, seconds }) {
    return [ran, used, seconds].every((time) => typeof time === 'number' && Number.isFinite(time) && time >= 0);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
function isExecution(value) {
    return value === 'native' || value === 'emulated' || value === 'cross-built';
}

;// CONCATENATED MODULE: ./build/src/cache/retention.js

/**
 * What is still worth remembering at a time: nothing that ran longer ago than the ttl, and of the rest what was used last as
 * far as there is room. Layers that several records share take room once.
 * @param now seconds since 1970
 */
function retained(records, { ttl, maxSize }, now) {
    const { builds, checkpoints } = records;
    const current = [...builds.values(), ...checkpoints.values()].filter(({ ran }) => now - ran < ttl);
    const kept = new Set();
    const counted = new Set();
    let size = 0;
    for (const record of current.sort((a, b) => b.used - a.used)) {
        const added = blobsOf(record).filter(({ digest }) => !counted.has(digest));
        const more = added.reduce((sum, blob) => sum + blob.size, 0);
        if (size + more > maxSize)
            continue;
        size += more;
        for (const { digest } of added)
            counted.add(digest);
        kept.add(record);
    }
    return only(records, (record) => kept.has(record));
}
/** The blobs that the store keeps for some records. */
function keptBlobs({ builds, checkpoints }) {
    const blobs = [...builds.values(), ...checkpoints.values()].flatMap(blobsOf);
    return new Map(blobs.map((blob) => [blob.digest, blob]));
}
/** The records all of whose kept blobs are there. */
function retention_complete(records, has) {
    return only(records, (record) => blobsOf(record).every(has));
}
function only({ builds, checkpoints }, holds) {
    return {
        builds: new Map([...builds].filter(([, record]) => holds(record))),
        checkpoints: new Map([...checkpoints].filter(([, record]) => holds(record))),
    };
}
/** The layers that the store keeps for a record: of an image those that no registry has, of a step its own. */
function blobsOf(record) {
    if ('baseLayers' in record)
        return ownLayers(record);
    return record.repositories.length > 0 ? [] : record.manifest.layers;
}

;// CONCATENATED MODULE: ./build/src/cache/record-book.js





// A list of scopes that somebody else wrote may be of any length.
const MOST_SCOPES = 64;
// Younger notes of a use are left: a run that used nothing but what it knew need not write.
const NOTE_AFTER = 86_400;
/**
 * The records of one scope and platform. Each scope writes its own document, so that builds at the same time never overwrite each
 * other's; all scopes of the platform can be read, since a list of them is kept, too.
 */
class RecordBook {
    cache;
    retention;
    scope;
    slug;
    records;
    scopes;
    others;
    constructor(scope, platform, cache, retention) {
        this.cache = cache;
        this.retention = retention;
        this.scope = (0,oci_digest/* encodedPart */.eA)((0,oci_digest/* digestOf */.ol)(scope)).slice(0, 16);
        this.slug = (0,oci_platform/* platformSlug */.DN)(platform);
    }
    /** What this scope remembers, what this run has added included. */
    read() {
        this.records ??= this.readScope(this.scope);
        return this.records;
    }
    /** What the other scopes of the platform remember. */
    readOthers() {
        this.others ??= this.readScopes().then((scopes) => {
            const names = [...scopes.keys()].filter((scope) => scope !== this.scope);
            return Promise.all(names.map((scope) => this.readScope(scope)));
        });
        return this.others;
    }
    /**
     * Adds records to this scope's, in place of those with the same key. What is too old or too much goes, and what the store has lost: with
     * that the document would not be saved.
     */
    async add(added) {
        const { store, pending } = this.cache;
        if (!store.writable)
            return;
        const known = await this.readComplete();
        const kept = retained({
            builds: new Map([...known.builds, ...(added.builds ?? [])]),
            checkpoints: new Map([...known.checkpoints, ...(added.checkpoints ?? [])]),
        }, this.retention, now());
        this.records = Promise.resolve(kept);
        await pending.addDocument(this.document(this.scope), encodeRecords(kept), [...keptBlobs(kept).values()]);
        await this.noteScope();
    }
    async readComplete() {
        const { store, pending } = this.cache;
        const known = await this.read();
        const blobs = [...keptBlobs(known).values()];
        const there = await Promise.all(blobs.map(async (blob) => pending.holds(blob) || store.hasBlob(blob)));
        const found = new Set(blobs.filter((_, at) => there[at]).map(({ digest }) => digest));
        return retention_complete(known, ({ digest }) => found.has(digest));
    }
    async readScope(scope) {
        const bytes = await this.cache.store.readDocument(this.document(scope));
        return bytes === undefined ? NO_RECORDS : decodeRecords(bytes);
    }
    /** When each scope was noted last, by this run too, in seconds since 1970. */
    readScopes() {
        this.scopes ??= this.readList();
        return this.scopes;
    }
    async readList() {
        const bytes = await this.cache.store.readDocument(this.list);
        const noted = bytes === undefined ? {} : parseScopes(bytes);
        const newest = Object.entries(noted).sort(([, a], [, b]) => b - a);
        return new Map(newest.slice(0, MOST_SCOPES));
    }
    // Two builds at the same time may each miss the other's note; the next run of either writes it again.
    async noteScope() {
        const scopes = await this.readScopes();
        if (!isOld(scopes.get(this.scope) ?? 0))
            return;
        scopes.set(this.scope, now());
        const { pending } = this.cache;
        for (const [scope, noted] of scopes) {
            if (now() - noted < this.retention.ttl + NOTE_AFTER || (await this.remembersAny(scope)))
                continue;
            scopes.delete(scope);
            // Or else the document would keep its blobs for as long as the store keeps documents.
            await pending.addDocument(this.document(scope), encodeRecords(NO_RECORDS), []);
        }
        await pending.addDocument(this.list, Buffer.from(JSON.stringify({ scopes: Object.fromEntries(scopes) })), []);
    }
    /** Whether a scope has something that is not too old. */
    async remembersAny(scope) {
        const { builds, checkpoints } = retained(await this.readScope(scope), this.retention, now());
        return builds.size + checkpoints.size > 0;
    }
    document(scope) {
        return `builds-${scope}-${this.slug}`;
    }
    get list() {
        return `scopes-${this.slug}`;
    }
}
/** Whether a note of a use, in seconds since 1970, is so old that it is worth writing it again. */
function isOld(used) {
    return now() - used > NOTE_AFTER;
}
/** Seconds since 1970. */
function now() {
    return Math.floor(Date.now() / 1000);
}
function parseScopes(bytes) {
    let content;
    try {
        content = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return {};
    }
    const scopes = (0,oci_parse/* isFields */.Ce)(content) && (0,oci_parse/* isFields */.Ce)(content.scopes) ? content.scopes : {};
    const valid = Object.entries(scopes).filter((entry) => /^[0-9a-f]{16}$/.test(entry[0]) && typeof entry[1] === 'number' && Number.isFinite(entry[1]));
    return Object.fromEntries(valid);
}

// EXTERNAL MODULE: ./build/src/emulation/registration.js
var registration = __webpack_require__(15157);
// EXTERNAL MODULE: ./build/src/fingerprint/file-reader.js
var file_reader = __webpack_require__(396);
// EXTERNAL MODULE: ./build/src/fingerprint/flags.js
var flags = __webpack_require__(12897);
// EXTERNAL MODULE: ./build/src/fingerprint/ignore.js
var fingerprint_ignore = __webpack_require__(37206);
// EXTERNAL MODULE: ./build/src/fingerprint/origins.js
var origins = __webpack_require__(17649);
;// CONCATENATED MODULE: ./build/src/fingerprint/salt.js
// Raised with every change to what goes into a key, so that no older record is believed.
const salt_FORMAT = 2;
/** Options of `podman build` whose text is all that they bring in. */
const PLAIN = new Set([
    ...[
        'add-host',
        'cap-add',
        'cap-drop',
        'cgroupns',
        'compress',
        'cpu-period',
        'cpu-quota',
        'cpu-shares',
        'c',
    ],
    ...['cpuset-cpus', 'cpuset-mems', 'disable-compression', 'D', 'dns', 'dns-option', 'dns-search'],
    ...['force-rm', 'group-add', 'http-proxy', 'ignorefile', 'inherit-annotations', 'inherit-labels', 'ipc'],
    ...[
        'isolation',
        'jobs',
        'layer-label',
        'log-level',
        'memory',
        'm',
        'memory-swap',
        'network',
        'no-hostname',
    ],
    ...['no-hosts', 'omit-history', 'os-feature', 'os-version', 'pid', 'pull', 'retry', 'retry-delay', 'rm'],
    ...['runtime', 'runtime-flag', 'shm-size', 'skip-unused-stages', 'squash', 'squash-all', 'tls-verify'],
    ...['ulimit', 'unsetannotation', 'unsetenv', 'unsetlabel', 'userns', 'uts'],
]);
/** The option of `extra-args` that may bring in what is not known here; undefined when there is none. */
function unknownExtraArgument(args) {
    return args.find((argument, at) => {
        const [, name, equals] = /^--?([A-Za-z][A-Za-z-]*)(=)?/.exec(argument) ?? [];
        if (name === undefined)
            return !isValueOf(args[at - 1]);
        // With a value only, else it is the environment's.
        if (name === 'env')
            return !/^--env=[^=]+=/.test(argument);
        if (name === 'security-opt')
            return equals === undefined || argument.includes('/');
        return !PLAIN.has(name);
    });
}
function isValueOf(option) {
    return option !== undefined && /^--?[A-Za-z]/.test(option) && !option.includes('=');
}
/** The ignore file that `extra-args` name; the last one counts. */
function ignoreFileArgument(args) {
    return args
        .map((argument, at) => {
        if (argument === '--ignorefile')
            return args[at + 1];
        return /^--ignorefile=(.*)$/s.exec(argument)?.[1];
    })
        .findLast((path) => path !== undefined);
}
const PROXIES = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy'];
/** What every key of a stage depends on. */
function saltOf(inputs, platform) {
    const { tools, settings, env } = inputs;
    // Arguments that every step sees though none is declared.
    const proxies = settings.buildArgs.filter((each) => PROXIES.includes(each.split('=')[0].toLowerCase()));
    const names = Object.keys(env).filter((name) => PROXIES.includes(name.toLowerCase()) || /^BUILDAH_|^SOURCE_DATE_EPOCH$/.test(name));
    return [
        salt_FORMAT,
        tools.product,
        tools.podman.version,
        tools.podman.rootless,
        tools.settings,
        platform.text,
        inputs.platform.text,
        inputs.buildPlatform.text,
        settings.format,
        settings.timestamp,
        settings.network,
        settings.shmSize,
        settings.addHosts,
        settings.ulimits,
        settings.extraArgs,
        proxies,
        names.sort().map((name) => [name, env[name]]),
    ].map((each) => each ?? null);
}

// EXTERNAL MODULE: ./build/src/fingerprint/scope.js
var fingerprint_scope = __webpack_require__(72342);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/fingerprint/secrets.js





const hash = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
/**
 * Secrets as they go into keys. Keys are stored and shown, and many secrets could be guessed, so it is a slow hash; its salt is
 * fixed, since keys of two runs are compared.
 */
class SecretHashes {
    files;
    hashes = new Map();
    constructor(files) {
        this.files = files;
    }
    /** The hash of a secret, or that there is none. */
    of(id) {
        const known = this.hashes.get(id);
        if (known !== undefined)
            return known;
        const file = this.files.findLast((each) => each.id === id)?.file;
        const found = file === undefined ? Promise.resolve('none') : secrets_hashOf(id, file);
        this.hashes.set(id, found);
        return found;
    }
}
async function secrets_hashOf(id, file) {
    const content = await (0,promises_.readFile)(file).catch((error) => {
        throw new file_reader/* Unreadable */.I(`the secret ${id} can’t be read: ${(0,errors/* messageOf */.bD)(error)}`);
    });
    return (await hash(content, `multiarch-build secret ${id}`, 32)).toString('hex');
}

// EXTERNAL MODULE: ./build/src/fingerprint/steps.js + 1 modules
var fingerprint_steps = __webpack_require__(29274);
// EXTERNAL MODULE: ./build/src/fingerprint/types.js
var fingerprint_types = __webpack_require__(25611);
;// CONCATENATED MODULE: ./build/src/fingerprint/fingerprint.js














/**
 * Computes what a build would be made from: for each stage that its target needs a chain of keys, one for each step. Two
 * builds whose keys are equal are made from the same inputs up to there; “changed” may be said needlessly, “unchanged”
 * never wrongly. See docs/fingerprint.md for what is an input and what is not.
 */
async function fingerprint(inputs) {
    return new Computation(inputs, new file_reader/* FileReader */.q()).run();
}
/**
 * Computes all keys again after a build. Those that are what they were before belong to inputs that have not changed meanwhile, so that
 * the build was made from them: a file that was touched counts as changed.
 */
async function fingerprintAgain(inputs, before) {
    return new Computation(inputs, new file_reader/* FileReader */.q(before.reader)).run();
}
class Computation {
    inputs;
    reader;
    ineligible = [];
    stages = new Map();
    args;
    globals;
    origins;
    secrets;
    ignore;
    lineOf;
    constructor(inputs, reader) {
        this.inputs = inputs;
        this.reader = reader;
        const { settings, env, platform, buildPlatform, secrets } = inputs;
        this.args = {
            given: (0,fingerprint_scope/* buildArguments */.fb)(settings.buildArgs, env),
            platform: (0,fingerprint_scope/* automaticArguments */.M3)(platform, buildPlatform),
        };
        this.globals = (0,fingerprint_scope/* globalScope */.gm)(inputs.dockerfile, this.args);
        const contexts = (0,build_contexts/* buildContexts */.j)(settings.buildContexts);
        this.origins = new origins/* Origins */.Cy(inputs, contexts, reader, async (stage) => (await this.stage(stage)).key);
        this.secrets = new SecretHashes(secrets);
    }
    async run() {
        const { dockerfile, text, context, settings } = this.inputs;
        const { of, doubts } = (0,dockerfile_lines/* linesOf */.D)(dockerfile, text);
        this.lineOf = of;
        this.ineligible.push(...wholeBuild(this.inputs, of));
        this.ineligible.push(...doubts.map(({ line, problem }) => ({
            line,
            reason: `builders may read it differently: ${problem}`,
        })));
        const target = (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, settings.target);
        if (target === undefined)
            this.ineligible.push({ line: undefined, reason: 'the Dockerfile has no such stage' });
        if (target === undefined || this.ineligible.length > 0)
            return this.result(undefined);
        const given = ignoreFileArgument(settings.extraArgs) ?? this.inputs.ignoreFile;
        this.ignore = await (0,fingerprint_ignore/* readIgnoreRules */.yH)(this.origins.tree(context), dockerfile.path, given);
        return this.result((await this.stage(target)).key);
    }
    async result(key) {
        const stages = await Promise.all(this.stages.values());
        return {
            stages: stages.map(({ scope: _scope, ...keys }) => keys).sort((a, b) => a.stage.index - b.stage.index),
            key,
            ineligible: this.ineligible,
            reader: this.reader,
        };
    }
    stage(stage) {
        const known = this.stages.get(stage);
        if (known !== undefined)
            return known;
        const keys = this.computeStage(stage);
        this.stages.set(stage, keys);
        return keys;
    }
    async computeStage(stage) {
        const { inputs, origins, secrets, ignore } = this;
        const begun = await this.orIneligible(stage.instructions[0].line, () => this.begin(stage));
        const scope = new fingerprint_scope/* Scope */.HG(this.args, this.globals, begun?.variables);
        const platform = begun?.platform ?? inputs.platform;
        const sources = {
            ...{ stage, platform, origins, secrets, ignore, scope },
            context: origins.tree(inputs.context),
            execution: inputs.tools.execution(platform),
        };
        let key = begun === undefined ? undefined : (0,oci_digest/* digestOf */.ol)(JSON.stringify(begun.description));
        const base = key;
        const steps = [];
        for (const instruction of stage.instructions.slice(1)) {
            const step = await this.orIneligible(instruction.line, async () => ({
                description: await (0,fingerprint_steps/* describeStep */.E)(this.lineOf(instruction), sources),
            }));
            key = step && key && (0,oci_digest/* digestOf */.ol)(JSON.stringify([key, step.description]));
            (0,fingerprint_steps/* applyToScope */.S)(instruction, scope);
            steps.push({ instruction, key });
        }
        return { stage, platform: begun?.platform, image: begun?.image, base, steps, key, scope };
    }
    /** What a stage begins with. */
    async begin(stage) {
        const { inputs, origins } = this;
        const { rest } = (0,flags/* splitFlags */.g0)(this.lineOf(stage.instructions[0]).text);
        const written = (0,flags/* words */.aL)(rest)[0] ?? '';
        const name = (0,fingerprint_scope/* expandInFrom */.SX)(written, this.globals, this.args);
        if (name === undefined || name === '')
            throw new fingerprint_types/* NotEligible */.p(`what FROM names (${written}) depends on an unknown value`);
        if (/^\d+$/.test(name))
            throw new fingerprint_types/* NotEligible */.p(`what FROM ${name} names can be read in several ways`);
        const platform = this.platformOf(stage);
        const salt = saltOf(inputs, platform);
        const origin = origins.named(name, stage);
        if (origin.kind === 'image' && origin.reference === 'scratch')
            return { platform, image: undefined, variables: new Map(), description: [salt, 'scratch'] };
        if (origin.kind === 'folder')
            throw new fingerprint_types/* NotEligible */.p(`it goes on from the build context “${name}”, a folder`);
        const key = await origins.key(origin, platform);
        if (origin.kind === 'stage') {
            const triggers = origin.stage.instructions.some(({ keyword }) => keyword === 'ONBUILD');
            if (triggers)
                throw new fingerprint_types/* NotEligible */.p(`the stage ${name} adds instructions (ONBUILD)`);
            const { scope } = await this.stage(origin.stage);
            return { platform, image: undefined, variables: scope.variables, description: [salt, ...key] };
        }
        const image = await origins.image(origin.reference, platform);
        if (image.onBuild.length > 0)
            throw new fingerprint_types/* NotEligible */.p(`the base image ${origin.reference} adds instructions of its own (ONBUILD)`);
        const variables = image.environment.map((each) => {
            const [, variable = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? [];
            return [variable, { text: value, identity: value }];
        });
        // The name goes into the image, as an annotation.
        return {
            platform,
            image: origin.reference,
            variables: new Map(variables),
            description: [salt, ...key, name, origin.reference],
        };
    }
    platformOf(stage) {
        const written = (0,dockerfile_stages/* platformOf */.tj)(this.inputs.dockerfile, stage);
        if (written === undefined)
            return this.inputs.platform;
        const text = (0,fingerprint_scope/* expandInFrom */.SX)(written, this.globals, this.args);
        if (text === undefined || text === '')
            throw new fingerprint_types/* NotEligible */.p(`the platform of the stage (${written}) depends on an unknown value`);
        try {
            return (0,oci_platform/* parsePlatform */.Y8)(text);
        }
        catch {
            throw new fingerprint_types/* NotEligible */.p(`${text} is no platform`);
        }
    }
    async orIneligible(line, compute) {
        try {
            return await compute();
        }
        catch (error) {
            if (error instanceof origins/* NoKey */.j$)
                return undefined;
            if (!(error instanceof fingerprint_types/* NotEligible */.p || error instanceof file_reader/* Unreadable */.I))
                throw error;
            this.ineligible.push({ line, reason: error.message });
            return undefined;
        }
    }
}
/** What makes a whole build one that can't be recognised. */
function wholeBuild(inputs, lineOf) {
    const { settings, dockerfile, tools } = inputs;
    const reasons = [];
    if (settings.timestamp === undefined)
        reasons.push('its layers have the time of the build (source-date-epoch: off)');
    if (dockerfile.path.endsWith('.in'))
        reasons.push('the Dockerfile goes through the C preprocessor (.in)');
    const unknown = unknownExtraArgument(settings.extraArgs);
    if (unknown !== undefined)
        reasons.push(`what extra-args brings in with ${unknown} isn’t known`);
    const instructions = dockerfile.stages.flatMap((stage) => [...stage.instructions]);
    const heredoc = instructions.find((each) => (lineOf(each)?.heredocs.length ?? 0) > 0);
    return [
        ...reasons.map((reason) => ({ reason, line: undefined })),
        ...(heredoc !== undefined && !readsHeredocs(tools.podman.version)
            ? [{ reason: 'podman before 4.8 reads no here-documents', line: heredoc.line }]
            : []),
    ];
}
function readsHeredocs(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 4 || (major === 4 && minor >= 8);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/src/podman/settings.js




/**
 * The digest of all settings of containers that may matter to what a build makes: the files that podman reads of
 * containers.conf, registries.conf, policy.json, mounts.conf and seccomp.json, by path and content.
 * https://github.com/containers/common/blob/v0.64.0/docs/containers.conf.5.md
 */
async function settingsDigest(env) {
    const own = (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.config'), 'containers');
    const folders = ['/usr/share/containers', '/etc/containers', own];
    const named = [env.CONTAINERS_CONF, env.CONTAINERS_CONF_OVERRIDE, env.CONTAINERS_REGISTRIES_CONF];
    const files = folders.flatMap((folder) => ['containers.conf', 'registries.conf', 'policy.json', 'mounts.conf', 'seccomp.json'].map((name) => (0,external_node_path_.join)(folder, name)));
    const dropIns = folders.flatMap((folder) => ['containers.conf.d', 'registries.conf.d'].map((name) => (0,external_node_path_.join)(folder, name)));
    const inDropIns = await Promise.all(dropIns.map(filesIn));
    const all = [...named.filter((path) => path !== undefined && path !== ''), ...files, ...inDropIns.flat()];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of all) {
        const content = await (0,promises_.readFile)(path).catch(() => undefined);
        if (content !== undefined)
            hash.update(JSON.stringify([path, content.length])).update(content);
    }
    return `sha256:${hash.digest('hex')}`;
}
async function filesIn(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.sort().map((name) => (0,external_node_path_.join)(folder, name));
}

// EXTERNAL MODULE: ./build/src/registry/resolve-image.js + 1 modules
var resolve_image = __webpack_require__(7465);
// EXTERNAL MODULE: ./build/src/version.js
var version = __webpack_require__(28009);
;// CONCATENATED MODULE: ./build/src/pipeline/build-inputs.js









/** What a platform's build would be made from, as it was when it was looked at. */
class BuildInputs {
    platform;
    site;
    env;
    inputs;
    resolver;
    fingerprint;
    again;
    constructor(platform, site, env, inputs, 
    /** What references to images meant then. */
    resolver, fingerprint) {
        this.platform = platform;
        this.site = site;
        this.env = env;
        this.inputs = inputs;
        this.resolver = resolver;
        this.fingerprint = fingerprint;
    }
    /** Reads all that the build would read. */
    static async read(platform, site, env) {
        const { resolver } = site;
        const inputs = await inputsOf(platform, site, env, resolver);
        return new BuildInputs(platform, site, env, inputs, resolver, await fingerprint(inputs));
    }
    /** The Dockerfile as it was read, which the fingerprint's stages are parts of. */
    get dockerfile() {
        return this.inputs.dockerfile;
    }
    /** Its text. */
    get text() {
        return this.inputs.text;
    }
    /** Why the build can't be recognised, in plain words. */
    get reasons() {
        return this.fingerprint.ineligible.map(({ reason, line }) => line === undefined ? reason : `line ${line}: ${reason}`);
    }
    /** The keys after the build: those that are the same still are of what it was made from. */
    afterBuild() {
        this.again ??= this.readAgain();
        return this.again;
    }
    async readAgain() {
        const { platform, site, env } = this;
        // What was found for one look at the inputs says nothing of a later one.
        const resolver = new resolve_image/* ImageResolver */.w(site.publication.client);
        return fingerprintAgain(await inputsOf(platform, site, env, resolver), this.fingerprint);
    }
}
async function inputsOf(platform, site, env, resolver) {
    const { request, secrets } = site;
    const tools = await toolsOf(platform, site, env);
    const text = await (0,promises_.readFile)(request.dockerfile, 'utf8');
    return {
        // As it is now, like all the rest.
        dockerfile: (0,parse/* parseDockerfile */.A)(text, request.dockerfile),
        text,
        context: request.context,
        platform,
        buildPlatform: tools.platform,
        settings: request.build,
        secrets,
        env: { ...env, ...site.env },
        tools: {
            product: version/* VERSION */.x,
            podman: tools.podman,
            settings: tools.settings,
            execution: ({ architecture }) => (tools.isNative(architecture) ? 'native' : 'emulated'),
        },
        resolveImage: resolving(site.publication.client, resolver),
    };
}
/** The podman that builds a platform, as far as images differ with it. */
async function toolsOf(platform, site, env) {
    const remote = site.remotes.get(platform.text);
    if (remote === undefined) {
        const { podman, buildPlatform } = site;
        return { podman, platform: buildPlatform, settings: await settingsDigest(env), isNative: registration/* isNative */.ib };
    }
    return {
        podman: remote,
        platform: remote.platform,
        // Its own settings can't be read from here; which machine it is, can.
        settings: (0,oci_digest/* digestOf */.ol)(JSON.stringify([remote.name, env.CONTAINER_HOST, env.CONTAINER_CONNECTION])),
        isNative: (architecture) => architecture === remote.platform.architecture,
    };
}
function resolving(client, resolver) {
    return async (reference, platform) => {
        const found = await resolver.resolve(reference, platform);
        if (found.kind !== 'image')
            return undefined;
        const image = await (0,base_image/* openBaseImage */.n)(client, found.repository, found.digest);
        if (image === undefined)
            return undefined;
        return {
            // podman notes the index's digest in the image, and takes the platform's.
            digest: (0,oci_digest/* digestOf */.ol)(JSON.stringify([found.index ?? '', found.digest])),
            environment: image.environment,
            onBuild: image.onBuild,
        };
    };
}

;// CONCATENATED MODULE: ./build/src/pipeline/reuse.js









const LAYERS_AT_ONCE = 4;
/** The name under which a build's records and cache mounts are kept: the same on every machine that has the checkout. */
function scopeOf(request) {
    const { cache, repositories, dockerfile, context, build } = request;
    if (cache.scope !== undefined)
        return cache.scope;
    const here = (path) => (0,external_node_path_.relative)(process.cwd(), path);
    return JSON.stringify([repositories[0].text, here(dockerfile), here(context), build.target ?? '']);
}
/**
 * Recognises a platform's build by its inputs, and remembers it. Nothing that goes wrong with the cache fails a build.
 */
class Recognition {
    platform;
    site;
    cache;
    inputs;
    book;
    constructor(platform, site, cache, inputs, book) {
        this.platform = platform;
        this.site = site;
        this.cache = cache;
        this.inputs = inputs;
        this.book = book;
    }
    /** The image that an earlier run built from what is there now, its layers in the layout; undefined when there is none. */
    async find() {
        const started = performance.now();
        const { key } = this.inputs.fingerprint;
        if (key === undefined)
            return undefined;
        const record = (await this.book.read()).builds.get(key);
        if (record === undefined || now() - record.ran >= this.site.request.cache.ttl)
            return undefined;
        if (!(await this.fetchLayers(record)))
            return undefined;
        if (isOld(record.used))
            await this.book.add({ builds: new Map([[key, { ...record, used: now() }]]) });
        const { manifest, config, execution } = record;
        const exportSeconds = (performance.now() - started) / 1000;
        return { platform: this.platform, manifest, config, execution, buildSeconds: 0, exportSeconds };
    }
    /**
     * Remembers what was built, verified and, where it is to be, pushed; unless its inputs changed meanwhile.
     * @param ran when its oldest step ran, in seconds since 1970
     */
    async remember(built, execution, ran) {
        const { site, cache } = this;
        const { key } = this.inputs.fingerprint;
        if (key === undefined || !cache.store.writable)
            return;
        if ((await this.inputs.afterBuild()).key !== key)
            return;
        const { manifest, config, buildSeconds } = built;
        const { push, repositories, cache: settings } = site.request;
        const record = {
            manifest,
            config,
            execution,
            repositories: push ? repositories.map(({ text }) => text) : [],
            seconds: buildSeconds,
            ran,
            used: now(),
        };
        const kept = push ? [] : reuse_distinct(manifest.layers);
        if (kept.reduce((sum, { size }) => sum + size, 0) > settings.maxSize)
            return;
        for (const layer of kept) {
            if (await cache.store.hasBlob(layer))
                continue;
            const { mediaType } = layer;
            await cache.pending.addBlob(site.layout.blobPath(layer.digest), {
                mediaType,
                broken: cache.store.broken,
            });
        }
        await this.book.add({ builds: new Map([[key, record]]) });
    }
    /** Brings an image's layers into the layout, each checked against its digest; false when one can't be had. */
    async fetchLayers({ manifest, repositories }) {
        const { site } = this;
        // A record names repositories, but only this run's own are asked.
        const sources = site.request.repositories.filter(({ text }) => repositories.includes(text));
        const limit = (0,p_limit/* default */.A)(LAYERS_AT_ONCE);
        const fetched = await Promise.all(reuse_distinct(manifest.layers).map((layer) => limit(() => this.fetchLayer(layer, sources))));
        return fetched.every((each) => each);
    }
    async fetchLayer(layer, sources) {
        const { layout, exportFolder, publication } = this.site;
        const file = (0,external_node_path_.join)(exportFolder, `${(0,oci_platform/* platformSlug */.DN)(this.platform)}-${(0,oci_digest/* encodedPart */.eA)(layer.digest)}`);
        try {
            const found = (await download(publication.client, sources, layer, file)) ||
                (await this.cache.store.fetchBlob(layer, file));
            if (!found)
                return false;
            await layout.moveIn(file, layer);
            return true;
        }
        catch (error) {
            if (error instanceof errors/* Interrupted */.j$)
                throw error;
            await (0,promises_.rm)(file, { force: true });
            return false;
        }
    }
}
async function download(client, repositories, layer, file) {
    for (const repository of repositories) {
        try {
            await (0,external_node_stream_promises_.pipeline)(await client.getBlob(repository, layer), (0,external_node_fs_.createWriteStream)(file, { mode: 0o600 }));
            return true;
        }
        catch (error) {
            if (error instanceof errors/* Interrupted */.j$)
                throw error;
        }
    }
    return false;
}
function reuse_distinct(layers) {
    return [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
}

;// CONCATENATED MODULE: ./build/src/dockerfile/resume.js

/**
 * The stages that are still to be built, in the file's order, when some go on from images: what a resumed stage did before
 * needs no other stage any more.
 */
function stagesLeft(dockerfile, target, resumed) {
    const left = new Set();
    const visit = (stage) => {
        if (stage === undefined || left.has(stage))
            return;
        left.add(stage);
        const earlier = dockerfile.stages.slice(0, stage.index);
        for (const name of (0,dockerfile_stages/* stageReferences */.VN)(remaining(stage, resumed.get(stage))))
            visit((0,dockerfile_stages/* findStage */.U9)(earlier, name));
    };
    visit((0,dockerfile_stages/* targetStage */.Ae)(dockerfile, target));
    return dockerfile.stages.filter((stage) => left.has(stage));
}
function remaining(stage, resumption) {
    if (resumption === undefined)
        return stage;
    const from = stage.instructions.indexOf(resumption.after) + 1;
    return { ...stage, base: 'scratch', instructions: stage.instructions.slice(from) };
}
/**
 * The Dockerfile's text in which stages go on from images. What these have done is taken out, but for ARG and SHELL,
 * which no image keeps; stages that nothing needs any more are empty. Lines and stages keep their numbers.
 */
function resumedText(text, dockerfile, target, resumed) {
    const lines = text.split('\n');
    const left = new Set(stagesLeft(dockerfile, target, resumed));
    const last = (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, target)?.index ?? dockerfile.stages.length;
    for (const stage of dockerfile.stages.slice(0, last + 1)) {
        const resumption = resumed.get(stage);
        if (!left.has(stage)) {
            takeOut(lines, stage.instructions);
            putFrom(lines, stage, 'scratch');
        }
        else if (resumption !== undefined) {
            const done = stage.instructions.slice(0, stage.instructions.indexOf(resumption.after) + 1);
            takeOut(lines, done.filter(({ keyword }) => keyword !== 'ARG' && keyword !== 'SHELL'));
            putFrom(lines, stage, resumption.image);
        }
    }
    return lines.join('\n');
}
function takeOut(lines, instructions) {
    for (const { line, endLine } of instructions)
        lines.fill('', line - 1, endLine);
}
function putFrom(lines, stage, image) {
    const platform = stage.platform === undefined || image === 'scratch' ? '' : ` --platform=${stage.platform}`;
    const name = stage.name === undefined ? '' : ` AS ${stage.name}`;
    lines[stage.instructions[0].line - 1] = `FROM${platform} ${image}${name}`;
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/facts.js


const MAKES_A_LAYER = new Set(['RUN', 'COPY', 'ADD']);
/**
 * What became of each step that makes a layer, of all that the target needs.
 * @param seconds what instructions took that were run
 */
function stepFacts(dockerfile, target, resumed, seconds) {
    const left = stagesLeft(dockerfile, target, resumed);
    return (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target).flatMap((stage) => {
        const { instructions } = stage;
        const after = resumed.get(stage)?.after;
        const done = left.includes(stage) ? after && instructions.indexOf(after) : instructions.length;
        return instructions.flatMap((instruction, at) => {
            const { keyword, line } = instruction;
            if (!MAKES_A_LAYER.has(keyword))
                return [];
            if (done !== undefined && at <= done)
                return [{ line, keyword, cached: true }];
            const took = seconds.get(instruction);
            return [{ line, keyword, cached: false, ...(took !== undefined && { seconds: rounded(took) }) }];
        });
    });
}
function rounded(seconds) {
    return Math.round(seconds * 100) / 100;
}

;// CONCATENATED MODULE: ./build/src/builder/step-images.js

/**
 * The images that a build made by steps, told by what storage says of them, their layers and history: a build's log also holds what RUN
 * steps print, which could name any image.
 * @param grounds what each step leaves
 * @returns the image of each, in their order; undefined where there is none, or where several steps or images look alike
 */
function stepImages(images, grounds) {
    const looks = grounds.map(lookOf);
    return grounds.map((ground, at) => {
        if (looks.filter((look) => look === looks[at]).length > 1)
            return undefined;
        const found = images.filter((image) => isAfter(image, ground));
        return found.length === 1 ? found[0] : undefined;
    });
}
/** The image that steps stand on, as a store has it; undefined when it hasn't. */
function groundImage(images, ground) {
    return images.find(({ RootFS }) => {
        const layers = RootFS?.Layers ?? [];
        return (layers.length === ground.diffIds.length && ground.diffIds.every((id, index) => layers[index] === id));
    });
}
// COPY can't be told from another COPY by the history, but for its keyword.
function lookOf({ diffIds, done }) {
    const steps = done.map(({ keyword, text }) => [keyword, keyword === 'RUN' ? (0,dockerfile_steps/* comparable */.Zm)(text) : '']);
    return JSON.stringify([diffIds, steps]);
}
function isAfter({ History, RootFS }, { diffIds, history, done }) {
    const entries = History ?? [];
    const layers = RootFS?.Layers ?? [];
    return (entries.length === history + done.length &&
        diffIds.every((id, at) => layers[at] === id) &&
        done.every((instruction, at) => wasMadeBy(entries[history + at]?.created_by ?? '', instruction)));
}
// buildah writes RUN as `|1 NAME=value /bin/sh -c text` and all others as `/bin/sh -c #(nop) KEYWORD text`, with digests in the
// place of what COPY and ADD name, ARG without its value, and since 5.6 notes behind a bar.
// https://github.com/containers/buildah/blob/v1.43.0/imagebuildah/stage_executor.go, getCreatedBy
function wasMadeBy(written, { keyword, text }) {
    const [, other] = /\/bin\/sh -c #\(nop\) (\w+)/.exec(written) ?? [];
    if (keyword !== 'RUN')
        return other === keyword;
    const said = (0,dockerfile_steps/* comparable */.Zm)(written.replace(/\|force-mtime=\d+ ?$/, ''));
    return other === undefined && said.toLowerCase().endsWith((0,dockerfile_steps/* comparable */.Zm)(text).toLowerCase());
}

;// CONCATENATED MODULE: ./build/src/pipeline/moving.js



const COMMIT = /^[0-9a-f]{7,40}$/;
// 2026-01-31T10:20:30Z and the like; seconds since 1970.
const TIME = /^\d{4}-\d\d-\d\d([T _]\d\d:?\d\d.*)?$|^1[5-9]\d{8}$/;
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables
const OF_A_RUN = ['GITHUB_SHA', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_REF_NAME', 'GITHUB_HEAD_REF'];
/** What of a build most commits change. */
function moving({ request, env: own }, env) {
    const values = [...(0,pipeline_arguments/* argumentValues */.Q)(request.build.buildArgs, own)];
    return {
        isFolder: (source) => isFolder(request.context, source),
        args: new Set(values.filter(([, value]) => value !== undefined && namesARun(value, env)).map(([name]) => name)),
    };
}
function namesARun(value, env) {
    if (COMMIT.test(value) && /\d/.test(value) && /[a-f]/.test(value))
        return true;
    return TIME.test(value) || OF_A_RUN.some((name) => env[name] !== '' && env[name] === value);
}
// What isn't there by that name is a pattern or has variables in it: for what it finds a look at its beginning must do.
function isFolder(context, source) {
    if (source.includes('**'))
        return true;
    const found = (0,external_node_fs_.statSync)((0,external_node_path_.join)(context, source.replace(/^\/+/, '')), { throwIfNoEntry: false });
    return found?.isDirectory() ?? source.includes('$');
}

;// CONCATENATED MODULE: ./build/src/dockerfile/cuts.js
// Of these the rest of a stage is built in another way when they stand in a base image: ONBUILD runs, an ENTRYPOINT takes a CMD
// away, what RUN writes into a VOLUME is lost.
// https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
const NEED_ONE_BUILD = new Set(['VOLUME', 'ONBUILD', 'CMD']);
/**
 * Whether a stage can be built in two parts, the second from an image of what it was after an instruction, and gives what it
 * gives in one.
 */
function canGoOnAfter(stage, after) {
    const done = stage.instructions.slice(1, stage.instructions.indexOf(after) + 1);
    return !done.some((instruction, at) => NEED_ONE_BUILD.has(instruction.keyword) || isLate(instruction, done.slice(at + 1)));
}
// ARGs are repeated in the second part, where all later variables have their values already.
function isLate({ keyword, assignments }, later) {
    const expands = assignments.some(({ form }) => form !== 'literal');
    return (keyword === 'ARG' && expands && later.some((each) => each.keyword === 'ENV' || each.keyword === 'ARG'));
}

// EXTERNAL MODULE: ./build/src/dockerfile/copies.js
var copies = __webpack_require__(7663);
;// CONCATENATED MODULE: ./build/src/dockerfile/volatile.js




/**
 * The first instruction of a stage that most commits change, directly or through a stage that it takes something from. What
 * comes before is worth keeping; what comes after is hardly ever the same again.
 * @returns undefined when there is none
 */
function firstVolatile(dockerfile, stage, moving) {
    const earlier = dockerfile.stages.slice(0, stage.index);
    const isVolatile = (name) => {
        const found = (0,dockerfile_stages/* findStage */.U9)(earlier, name);
        return found !== undefined && firstVolatile(dockerfile, found, moving) !== undefined;
    };
    const [from, ...steps] = stage.instructions;
    if (from === undefined || isVolatile(stage.base))
        return from;
    return steps.find((step, at) => takesFromContext(step, moving, steps.slice(at + 1)) || (0,dockerfile_stages/* instructionReferences */.rr)(step).some(isVolatile));
}
function takesFromContext(step, { isFolder, args }, later) {
    switch (step.keyword) {
        case 'ARG':
            return step.assignments.some(({ name }) => args.has(name));
        case 'COPY':
        case 'ADD':
            // Who copies a folder by itself, and later all that it lies in, knows that it changes less often.
            return contextSources(step).some((source) => isFolder(source) && !later.some((each) => covers(each, source)));
        case 'RUN':
            return bindSources(step).some(isFolder);
        default:
            return false;
    }
}
function contextSources(step) {
    if (step.keyword !== 'COPY' && step.keyword !== 'ADD')
        return [];
    return (0,dockerfile_stages/* instructionReferences */.rr)(step).length > 0 ? [] : (0,copies/* operands */.b)(step.text).slice(0, -1).map(pathOf);
}
/** Whether a step copies a folder that a path lies in. */
function covers(step, path) {
    return contextSources(step).some((source) => path !== source && (source === '' || path.startsWith(`${source}/`)));
}
/** A source as a path from the context; empty for the context itself. */
function pathOf(source) {
    const path = external_node_path_.posix.join('/', source).replace(/\/$/, '');
    return path.slice(1);
}
function bindSources({ flags }) {
    return flags.flatMap(({ name, value }) => {
        if (name !== 'mount')
            return [];
        const options = (0,mount_options/* mountOptions */.g)(value);
        // A mount without a type is a bind mount.
        if ((options.get('type') ?? 'bind') !== 'bind' || options.has('from'))
            return [];
        return [pathOf(options.get('source') ?? options.get('src') ?? '.')];
    });
}

// EXTERNAL MODULE: ./build/src/pipeline/steps/exchange.js + 4 modules
var steps_exchange = __webpack_require__(97664);
;// CONCATENATED MODULE: ./build/src/pipeline/steps/resumption.js





/**
 * The checkpoints that a build goes on from: of each stage that is still needed the latest.
 * @param stages those that the target needs
 * @param recordOf what is kept under a key, and may be used
 */
function chooseCheckpoints(dockerfile, target, stages, recordOf) {
    const last = (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, target);
    const latest = new Map();
    for (const keys of stages) {
        const found = keys.steps.toReversed().flatMap(({ instruction: after, key }) => {
            // Of the target something must be left to do, since its result is what podman reports.
            const isEnd = keys.stage === last && after === keys.steps.at(-1)?.instruction;
            if (key === undefined || isEnd || !canGoOnAfter(keys.stage, after))
                return [];
            const record = recordOf(key, keys);
            return record === undefined ? [] : [{ keys, after, key, record }];
        });
        if (found[0] !== undefined)
            latest.set(keys.stage, found[0]);
    }
    const left = stagesLeft(dockerfile, target, latest);
    return new Map([...latest].filter(([stage]) => left.includes(stage)));
}
/** Instructions that a stage which goes on from an image repeats: no image keeps what they say. */
function repeated(stage, after) {
    const done = stage.instructions.slice(1, stage.instructions.indexOf(after) + 1);
    return done.filter(({ keyword }) => keyword === 'ARG' || keyword === 'SHELL');
}
// podman 4.3 notes where the first step of a stage found its image.
function withoutSteps({ comment, ...entry }) {
    const [, from = ''] = /^FROM ([^@]*)@/.exec(comment ?? '') ?? [];
    return comment === undefined || (0,steps_exchange/* isOfSteps */.J)(from) ? entry : { ...entry, comment };
}
/** The checkpoint that a stage, or the stage that it goes on from, and so on, was resumed from. */
function rootCheckpoint(dockerfile, stage, resumed) {
    const root = (0,dockerfile_stages/* chainOf */.dR)(dockerfile, stage).find((each) => resumed.has(each));
    return root && resumed.get(root);
}
/**
 * An image of a build that went on from a checkpoint, as it is when it is built in one: repeated instructions stand in its
 * history once, and its base is that of the whole.
 */
function asBuiltInOne(built, stage, root) {
    const { keys, after, record } = root;
    const from = record.config.history?.length ?? 0;
    const to = from + repeated(keys.stage, after).length;
    const history = built.config.history?.filter((_entry, at) => at < from || at >= to).map(withoutSteps);
    const config = { ...built.config, ...(history && { history }) };
    if (keys.stage !== stage)
        return { manifest: built.manifest, config };
    return { manifest: (0,oci_image/* noteBase */.Ed)(built.manifest, (0,oci_image/* baseOf */.bx)(record.manifest)), config };
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/keeping.js






// What is faster than this is not worth an image, which costs podman some tenths of a second twice.
const LEAST_SECONDS = 1;
// Bytes a second, unpacked, at which a layer is packed, sent, fetched and unpacked again, taken together.
const PASSAGE = 50e6;
/** How long each instruction took, by the log, in seconds; the log may lie. */
function secondsByInstruction(dockerfile, steps) {
    const seconds = new Map();
    for (const timed of steps) {
        const instruction = (0,dockerfile_steps/* instructionOfStep */.QP)(dockerfile, timed.step);
        if (instruction !== undefined)
            seconds.set(instruction, (seconds.get(instruction) ?? 0) + timed.seconds);
    }
    return seconds;
}
/**
 * The steps after which images may be worth keeping: RUNs that were done by this build, took their time, and that most commits don't
 * change.
 */
function candidates(dockerfile, target, resumed, seconds, moving) {
    return stagesLeft(dockerfile, target, resumed).flatMap((stage) => {
        const { instructions } = stage;
        const last = firstVolatile(dockerfile, stage, moving);
        const end = last === undefined ? instructions.length : instructions.indexOf(last);
        const begin = instructions.indexOf(resumed.get(stage)?.after ?? instructions[0]) + 1;
        const found = [];
        let since = 0;
        for (const after of instructions.slice(begin, end)) {
            since += seconds.get(after) ?? 0;
            if (after.keyword !== 'RUN' || since < LEAST_SECONDS || !canGoOnAfter(stage, after))
                continue;
            found.push({ stage, after, seconds: since });
            since = 0;
        }
        return found;
    });
}
/** Whether steps that took some seconds are worth the bytes, unpacked, of what they left. */
function isWorthKeeping(seconds, bytes) {
    return seconds >= LEAST_SECONDS + bytes / PASSAGE;
}
/**
 * What a stage has after an instruction: the image that it, or the stage that it goes on from, and so on, begins with, and what was
 * done since.
 * @param imageOf the image that a stage begins with; undefined when it isn't known
 */
function groundAfter(dockerfile, stage, after, resumed, imageOf) {
    const checkpoint = resumed.get(stage);
    const upTo = stage.instructions.indexOf(after) + 1;
    if (checkpoint !== undefined) {
        const { record, after: from } = checkpoint;
        const rest = stage.instructions.slice(stage.instructions.indexOf(from) + 1, upTo);
        return {
            diffIds: record.config.rootfs.diff_ids,
            history: record.config.history?.length ?? 0,
            done: [...repeated(stage, from), ...rest],
        };
    }
    const own = stage.instructions.slice(1, upTo);
    const base = (0,dockerfile_stages/* findStage */.U9)(dockerfile.stages.slice(0, stage.index), stage.base);
    if (base === undefined) {
        const image = imageOf(stage);
        return image && { ...image, done: own };
    }
    const below = groundAfter(dockerfile, base, base.instructions.at(-1), resumed, imageOf);
    return below && { ...below, done: [...below.done, ...own] };
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/step-site.js

const SCRATCH = {
    layers: [],
    diffIds: [],
    history: 0,
    builtAt: 0,
    environment: [],
    onBuild: [],
    blob: () => Promise.reject(new Error('scratch has no layers')),
};
/** The image that the first of a stage, the stage that it goes on from, and so on, begins with; undefined when it isn't known. */
async function baseImageOf({ inputs, exchange }, keys) {
    const { dockerfile, fingerprint, resolver } = inputs;
    const below = (0,dockerfile_stages/* findStage */.U9)(dockerfile.stages.slice(0, keys.stage.index), keys.stage.base);
    if (keys.image === undefined) {
        const next = fingerprint.stages.find(({ stage }) => stage === below);
        if (next !== undefined)
            return baseImageOf({ inputs, exchange }, next);
        return keys.stage.base.toLowerCase() === 'scratch' ? SCRATCH : undefined;
    }
    if (keys.platform === undefined)
        return undefined;
    const found = await resolver.resolve(keys.image, keys.platform);
    return found.kind === 'image' ? exchange.base(found.repository, found.digest) : undefined;
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/keep.js











/**
 * Keeps images of steps that took their time, once the platform's image is right, and notes the use of those that were kept before.
 * @param ran when the oldest step ran that the build is made of, in seconds since 1970
 */
async function keepSteps(steps, resumed, built, log, ran) {
    const { book } = steps;
    const own = (await book.read()).checkpoints;
    const used = [...resumed.checkpoints.values()]
        .filter(({ key }) => isOld(own.get(key)?.used ?? 0))
        .map(({ key, record }) => [key, { ...record, used: now() }]);
    const made = await recordsOf(await wanted(steps, resumed, log), steps, resumed, built, ran);
    if (used.length + made.length > 0)
        await book.add({ checkpoints: new Map([...used, ...made]) });
}
/** Steps that took their time and that nothing is kept of, whose inputs are still what they were. */
async function wanted({ inputs, site, env }, { checkpoints, usable }, { steps }) {
    const { dockerfile, fingerprint } = inputs;
    const seconds = secondsByInstruction(dockerfile, steps);
    const all = candidates(dockerfile, site.request.build.target, checkpoints, seconds, moving(site, env));
    if (all.length === 0)
        return [];
    const after = await inputs.afterBuild();
    return all.filter((candidate) => {
        const key = keyOf(candidate, fingerprint);
        return key !== undefined && key === keyOf(candidate, after) && !usable.has(key);
    });
}
function keyOf({ stage, after }, { stages }) {
    // Stages of two readings of the same Dockerfile.
    const keys = stages.find((each) => each.stage.index === stage.index);
    return keys?.steps[stage.instructions.indexOf(after) - 1]?.key;
}
async function recordsOf(all, steps, resumed, built, ran) {
    const records = [];
    /** Of each stage what came before the next image: seconds since the last that was kept, and its bytes. */
    const before = new Map();
    const images = all.length === 0 ? [] : ((await (0,podman_images/* ownImages */.Fq)(steps.side.store, steps.side.env)) ?? []);
    for (const found of await find(all, images, steps, resumed)) {
        const { seconds, bytes } = before.get(found.stage) ?? {
            seconds: 0,
            bytes: groundImage(images, found.ground)?.Size ?? 0,
        };
        const taken = seconds + found.seconds;
        before.set(found.stage, { seconds: taken, bytes });
        if (!isWorthKeeping(taken, found.image.Size - bytes))
            continue;
        const record = await keepImage(found, taken, steps, resumed, built, ran);
        if (record === undefined)
            continue;
        records.push([keyOf(found, steps.inputs.fingerprint), record]);
        before.set(found.stage, { seconds: 0, bytes: found.image.Size });
    }
    return records;
}
async function find(all, images, steps, resumed) {
    const { dockerfile, fingerprint } = steps.inputs;
    const bases = new Map();
    for (const keys of fingerprint.stages) {
        const base = all.length > 0 ? await baseImageOf(steps, keys) : undefined;
        if (base !== undefined)
            bases.set(keys.stage, base);
    }
    const grounds = all.map(({ stage, after }) => groundAfter(dockerfile, stage, after, resumed.checkpoints, (each) => bases.get(each)));
    const known = grounds.filter((ground) => ground !== undefined);
    const found = stepImages(images, known);
    return all.flatMap((candidate, at) => {
        const ground = grounds[at];
        const image = ground && found[known.indexOf(ground)];
        const base = bases.get(candidate.stage);
        return ground && image && base ? [{ ...candidate, ground, image, base }] : [];
    });
}
/** Puts aside the layers of a step's image that are not its base's. */
async function keepImage({ stage, image, base }, seconds, steps, resumed, built, ran) {
    const { inputs, site, exchange, cache } = steps;
    const { dockerfile, fingerprint } = inputs;
    const pushed = await exchange.push(image.Id, steps.side);
    const platform = fingerprint.stages.find((each) => each.stage === stage)?.platform;
    if (pushed === undefined || platform === undefined)
        return undefined;
    const root = rootCheckpoint(dockerfile, stage, resumed.checkpoints);
    const whole = root ? asBuiltInOne(pushed, stage, root) : pushed;
    const isTarget = stage === (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, site.request.build.target);
    const manifest = onBase(whole.manifest, base);
    if (manifest === undefined)
        return undefined;
    const record = {
        manifest: (0,oci_image/* noteBase */.Ed)(manifest, isTarget ? (0,oci_image/* baseOf */.bx)(built.manifest) : undefined),
        // podman writes the target's architecture into images of stages for another platform, too.
        config: { ...whole.config, architecture: platform.architecture, ...variantOf(platform.variant) },
        baseLayers: base.layers.length,
        seconds,
        ran,
        used: now(),
    };
    const layers = ownLayers(record);
    if (layers.reduce((sum, { size }) => sum + size, 0) > site.request.cache.maxSize)
        return undefined;
    for (const layer of layers) {
        if (await cache.store.hasBlob(layer))
            continue;
        const file = await exchange.layerFile(layer);
        if (file === undefined)
            return undefined;
        await cache.pending.addBlob(file, { mediaType: layer.mediaType, broken: cache.store.broken });
    }
    return record;
}
/**
 * A manifest whose first layers are the base image's own, byte for byte: podman 4.3 packs them again when it pushes.
 * @returns undefined when they can't be in a manifest of that type
 */
function onBase({ schemaVersion, mediaType, config, layers }, base) {
    const below = base.layers.flatMap(({ digest, size, mediaType: type }) => {
        const name = (0,types/* layerTypeIn */.v5)(mediaType, type);
        return name === undefined ? [] : [{ mediaType: name, digest, size }];
    });
    if (below.length < base.layers.length)
        return undefined;
    return { schemaVersion, mediaType, config, layers: [...below, ...layers.slice(below.length)] };
}
function variantOf(variant) {
    return variant === undefined ? {} : { variant };
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/resume.js







const resume_LAYERS_AT_ONCE = 4;
/** Finds what is kept of a build's steps, and fetches its layers. */
async function fetchCheckpoints(steps, log) {
    const usable = await usableRecords(steps);
    return settle(usable, steps, log, fetchLayers);
}
/** Brings what was fetched into podman's store, so that stages go on from there. */
async function resume({ usable }, steps, log) {
    const images = new Map();
    const settled = await settle(usable, steps, log, async (checkpoint) => {
        const pulled = (await fetchLayers(checkpoint, steps)) ?? (await pull(checkpoint, steps));
        if (typeof pulled !== 'string')
            images.set(checkpoint.key, pulled.id);
        return typeof pulled === 'string' ? pulled : undefined;
    });
    return { ...settled, text: leftText(settled.checkpoints, steps, (key) => images.get(key)) };
}
/** The Dockerfile's text for what is left to do; undefined when that is all. */
function leftText(checkpoints, { inputs, site }, imageOf) {
    if (checkpoints.size === 0)
        return undefined;
    const points = [...checkpoints].map(([stage, { after, key }]) => [
        stage,
        { after, image: imageOf(key) },
    ]);
    return resumedText(inputs.text, inputs.dockerfile, site.request.build.target, new Map(points));
}
/**
 * Chooses checkpoints that `ready` makes ready; one that it can't is out of use, and others may take its place.
 * @param ready gives the reason why not
 * @throws {Interrupted} when the signal fired
 */
async function settle(usable, steps, log, ready) {
    const { dockerfile, fingerprint } = steps.inputs;
    const { target } = steps.site.request.build;
    const made = new Set();
    for (;;) {
        const checkpoints = chooseCheckpoints(dockerfile, target, fingerprint.stages, (key) => usable.get(key));
        const next = [...checkpoints.values()].find(({ key }) => !made.has(key));
        if (next === undefined)
            return { checkpoints, usable };
        const problem = await ready(next, steps);
        if (steps.side.signal.aborted)
            throw new errors/* Interrupted */.j$();
        if (problem === undefined)
            made.add(next.key);
        else {
            usable.delete(next.key);
            log.line(`what is kept up to line ${next.after.endLine} can’t be used, so these steps run again: ${problem}`);
        }
    }
}
/** The records of all scopes that are not too old; this scope's win. */
async function usableRecords({ book, site }) {
    const { ttl } = site.request.cache;
    const scopes = [...(await book.readOthers()), await book.read()];
    const records = scopes.flatMap(({ checkpoints }) => [...checkpoints]);
    return new Map(records.filter(([, { ran }]) => now() - ran < ttl));
}
/** Brings a checkpoint's layers here; gives the reason when they can't be had, or it isn't what it should be. */
async function fetchLayers(checkpoint, steps) {
    if (!(await isSound(checkpoint, steps)))
        return 'it stands on another base image';
    const limit = (0,p_limit/* default */.A)(resume_LAYERS_AT_ONCE);
    const fetching = ownLayers(checkpoint.record).map((layer) => limit(() => steps.exchange.fetch(layer)));
    const fetched = await Promise.all(fetching);
    return fetched.every((each) => each) ? undefined : `a layer is not in ${steps.cache.store.place} any more`;
}
/** The image's id in podman's store, or the reason why it isn't there. */
async function pull({ record, keys }, { exchange, side }) {
    return keys.platform ? exchange.pull(record, keys.platform, side) : 'its platform is not known';
}
/** Whether a record, which others may have written, stands on the base image that the build would begin with now. */
async function isSound({ record, keys }, steps) {
    const base = await baseImageOf(steps, keys);
    if (base === undefined || base.layers.length !== record.baseLayers)
        return false;
    const { config, manifest } = record;
    const { diff_ids } = config.rootfs;
    return (config.os === keys.platform?.os &&
        config.architecture === keys.platform.architecture &&
        base.layers.every(({ digest, size }, at) => {
            const layer = manifest.layers[at];
            return layer.digest === digest && layer.size === size && diff_ids[at] === base.diffIds[at];
        }));
}

;// CONCATENATED MODULE: ./build/src/pipeline/platform-cache.js























/** The cache of a platform that is built here: whole images, images of steps, and cache mounts. */
class PlatformCache {
    steps;
    recognition;
    restored;
    found;
    resumed;
    started = now();
    constructor(steps, recognition) {
        this.steps = steps;
        this.recognition = recognition;
    }
    /** Opens it, and looks whether the platform has to be built at all. */
    static async open(platform, site, shared, run) {
        const { cache, exchange } = shared;
        const { ttl, maxSize, skipUnchanged } = site.request.cache;
        const { env, signal } = run;
        const book = new RecordBook(scopeOf(site.request), platform, cache, { ttl, maxSize });
        const inputs = await BuildInputs.read(platform, site, env);
        const store = site.stores.get(platform.text);
        const side = { store, env: { ...site.env, TMPDIR: temporaryFolder(site, platform) }, signal };
        const steps = { site, platform, inputs, cache, book, exchange, side, env };
        const recognition = new Recognition(platform, site, cache, inputs, book);
        const opened = new PlatformCache(steps, recognition);
        if (skipUnchanged)
            opened.found = await opened.orWarn(() => recognition.find());
        return opened;
    }
    get reused() {
        return this.found;
    }
    get contributed() {
        const mounts = this.restored?.facts.mounts ?? [];
        return this.found !== undefined || this.resumedStages.length > 0 || mounts.length > 0;
    }
    async setAside() {
        const { site, platform, side } = this.steps;
        const folder = temporaryFolder(site, platform);
        this.found = undefined;
        this.resumed = { checkpoints: new Map(), usable: new Map(), text: undefined };
        await (0,podman_store/* removeFolders */.cw)([folder], site.podman.rootless);
        await (0,promises_.mkdir)(folder, { recursive: true });
        // With them there the new images of the same steps could not be told.
        await (0,podman_images/* removeImages */.F$)(side.store, side.env);
        if (!hasMounts(site))
            return;
        const { store, ...place } = await this.mountSite();
        const empty = { ...place, store: { ...store, readDocument: async () => undefined } };
        this.restored = await this.orWarn(() => restoreMounts(empty, mountsOf(site, platform)));
    }
    async emulatedSeconds() {
        const records = await this.orWarn(() => this.steps.book.read());
        const builds = [...(records?.builds.values() ?? [])].filter(({ execution }) => execution === 'emulated');
        return builds.sort((a, b) => b.ran - a.ran)[0]?.seconds;
    }
    facts(log) {
        const { inputs, site } = this.steps;
        const { dockerfile } = inputs;
        const seconds = secondsByInstruction(dockerfile, log.steps);
        const { checkpoints = new Map() } = this.resumed ?? {};
        return {
            unchanged: this.found !== undefined,
            reasons: inputs.reasons,
            mounts: this.restored?.facts.mounts ?? [],
            resumed: this.resumedStages,
            steps: this.found ? [] : stepFacts(dockerfile, site.request.build.target, checkpoints, seconds),
        };
    }
    get resumedStages() {
        return [...(this.resumed?.checkpoints.values() ?? [])].map(({ keys, after, record }) => ({
            stage: keys.stage.name ?? String(keys.stage.index),
            line: after.endLine,
            seconds: record.seconds,
            bytes: ownLayers(record).reduce((sum, { size }) => sum + size, 0),
        }));
    }
    async prepare(log) {
        const { site, platform, cache } = this.steps;
        await (0,promises_.mkdir)(temporaryFolder(site, platform), { recursive: true });
        const fetched = await this.orWarn(() => fetchCheckpoints(this.steps, log));
        const pulling = this.orWarn(async () => fetched && resume(fetched, this.steps, log));
        await Promise.all([pulling, this.prepareMounts(fetched)]);
        this.resumed = await pulling;
        for (const { stage, line, seconds } of this.resumedStages) {
            log.line(`stage ${stage} goes on after line ${line}: ${seconds.toFixed(0)} s of steps are in ${cache.store.place}`);
        }
        for (const { name, bytes } of this.restored?.facts.mounts ?? []) {
            log.line(`cache mount ${name}: ${(bytes / 1e6).toFixed(1)} MB from ${cache.store.place}`);
        }
        return this.resumed?.text;
    }
    whole(built) {
        const { site, inputs } = this.steps;
        const target = (0,dockerfile_stages/* targetStage */.Ae)(inputs.dockerfile, site.request.build.target);
        const root = this.resumed && rootCheckpoint(inputs.dockerfile, target, this.resumed.checkpoints);
        return target && root ? { ...built, ...asBuiltInOne(built, target, root) } : built;
    }
    async keep(built, log, execution, again) {
        const { steps, recognition, restored, resumed } = this;
        const { site, cache } = steps;
        if (this.found !== undefined || !cache.store.writable)
            return;
        if (await this.isOutdated())
            return;
        const ran = Math.min(this.started, ...[...(resumed?.checkpoints.values() ?? [])].map(({ record }) => record.ran));
        if (resumed !== undefined && again) {
            await this.orWarn(() => keepSteps(steps, resumed, built, log, ran));
        }
        if (site.request.cache.skipUnchanged && again) {
            await this.orWarn(() => recognition.remember(built, execution, ran));
        }
        if (restored === undefined)
            return;
        const saved = await this.orWarn(async () => saveMounts(await this.mountSite(), restored));
        for (const warning of saved?.warnings ?? [])
            site.warn(warning);
    }
    /** The Dockerfile of what is left to do. */
    leftOf(text) {
        const { site, inputs } = this.steps;
        return text === undefined ? site.dockerfile : (0,parse/* parseDockerfile */.A)(text, inputs.dockerfile.path);
    }
    /** Whether a base image isn't the one by which the build would be recognised. */
    async isOutdated() {
        const { site, platform } = this.steps;
        const image = await (0,kept_bases/* outdatedBase */.Sg)(platform, site, this.leftOf(this.resumed?.text));
        if (image === undefined)
            return false;
        site.warn(`${platform.text}: ${image} was used as it is in podman’s storage: the registry has another one, which podman could not pull`);
        return true;
    }
    /** Restores the mounts of the steps that are to run. */
    async prepareMounts(fetched) {
        const { site, platform } = this.steps;
        if (!hasMounts(site))
            return;
        const text = fetched && leftText(fetched.checkpoints, this.steps, () => 'scratch');
        const wanted = { ...mountsOf(site, platform, this.leftOf(text)), resting: mountsOf(site, platform) };
        this.restored = await this.orWarn(async () => restoreMounts(await this.mountSite(), wanted));
        for (const warning of this.restored?.facts.warnings ?? [])
            site.warn(warning);
    }
    async mountSite() {
        const { site, platform, cache, side } = this.steps;
        const { store, pending } = cache;
        return {
            scope: scopeOf(site.request),
            platform,
            rootless: site.podman.rootless,
            signal: side.signal,
            temporary: temporaryFolder(site, platform),
            work: await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.exportFolder, 'mounts-')),
            podman: site.podman.version,
            limit: site.request.cache.maxSize,
            store: {
                hasBlob: (blob) => store.hasBlob(blob),
                fetchBlob: (blob, path) => store.fetchBlob(blob, path),
                saveBlob: async ({ mediaType }, path) => {
                    await pending.addBlob(path, { mediaType, broken: store.broken });
                },
                readDocument: (name) => store.readDocument(name),
                writeDocument: (name, bytes) => pending.addDocument(name, Buffer.from(bytes), recordBlobs(bytes)),
            },
        };
    }
    orWarn(action) {
        const { site, platform, side } = this.steps;
        return orWarn(site, platform, side.signal, action);
    }
}
/** What goes wrong with the cache costs a warning. */
async function orWarn(site, platform, signal, action) {
    try {
        return await action();
    }
    catch (error) {
        if (error instanceof errors/* Interrupted */.j$ || signal.aborted)
            throw new errors/* Interrupted */.j$();
        site.warn(`${platform.text}: the cache could not be used: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
function mountsOf(site, platform, dockerfile = site.dockerfile) {
    const { buildArgs, target } = site.request.build;
    return cacheMounts(dockerfile, target, { args: (0,pipeline_arguments/* argumentValues */.Q)(buildArgs, site.env), platform });
}
function hasMounts(site) {
    if (!site.request.cache.mounts)
        return false;
    const { mounts, complete } = mountsOf(site, site.buildPlatform);
    return !complete || mounts.length > 0;
}

;// CONCATENATED MODULE: ./build/src/pipeline/remote-cache.js







/**
 * The cache of a platform that another machine builds: whole images, recognised by their inputs. Steps and cache mounts are that machine's own,
 * in its storage.
 */
class RemoteCache {
    site;
    inputs;
    recognition;
    orWarn;
    found;
    started = now();
    constructor(site, inputs, recognition, orWarn) {
        this.site = site;
        this.inputs = inputs;
        this.recognition = recognition;
        this.orWarn = orWarn;
    }
    /** Opens it, and looks whether the platform has to be built at all. */
    static async open(platform, site, cache, run) {
        const { ttl, maxSize } = site.request.cache;
        const book = new RecordBook(scopeOf(site.request), platform, cache, { ttl, maxSize });
        const inputs = await BuildInputs.read(platform, site, run.env);
        const recognition = new Recognition(platform, site, cache, inputs, book);
        const opened = new RemoteCache(site, inputs, recognition, (action) => orWarn(site, platform, run.signal, action));
        opened.found = await opened.orWarn(() => recognition.find());
        return opened;
    }
    get reused() {
        return this.found;
    }
    get contributed() {
        return this.found !== undefined;
    }
    async emulatedSeconds() { }
    async prepare() { }
    whole(built) {
        return built;
    }
    async setAside() {
        this.found = undefined;
    }
    async keep(built, log, execution, again) {
        const { site, recognition } = this;
        // How old layers of that machine are isn't known.
        if (this.found !== undefined || !again || log.cacheHits > 0)
            return;
        const remote = site.remotes.get(built.platform.text);
        await this.orWarn(async () => {
            if (await tookWhatIsMeant(site, built.platform, remote))
                await recognition.remember(built, execution, this.started);
        });
    }
    facts(log) {
        const { inputs, site, found } = this;
        const { dockerfile, reasons } = inputs;
        const seconds = secondsByInstruction(dockerfile, log.steps);
        const steps = found ? [] : stepFacts(dockerfile, site.request.build.target, new Map(), seconds);
        return { unchanged: found !== undefined, reasons, mounts: [], resumed: [], steps };
    }
}

;// CONCATENATED MODULE: ./build/src/pipeline/caches.js









const NONE = { of: () => undefined, traffic: () => undefined, close: async () => undefined };
/** Opens the cache of each platform. */
async function openCaches(site, run) {
    const cache = isOfUse(site) ? await run.cache.open() : undefined;
    if (cache === undefined)
        return NONE;
    const exchange = new steps_exchange/* Exchange */.k(site, cache);
    const open = (platform) => {
        const isHere = !site.remotes.has(platform.text);
        if (!isHere && !site.request.cache.skipUnchanged)
            return Promise.resolve(undefined);
        return orWarn(site, platform, run.signal, () => isHere
            ? PlatformCache.open(platform, site, { cache, exchange }, run)
            : RemoteCache.open(platform, site, cache, run));
    };
    const opened = site.request.platforms.map(async (platform) => [platform.text, await open(platform)]);
    const caches = new Map(await Promise.all(opened));
    return {
        of: ({ text }) => caches.get(text),
        traffic: () => ({
            place: cache.store.place,
            bytesFetched: cache.store.usage.bytesFetched,
            bytesToSave: cache.pending.bytes,
        }),
        close: () => exchange.close(),
    };
}
/** Whether there is anything that can be kept: whole images, or what steps have made. */
function isOfUse({ request, dockerfile, remotes }) {
    if (request.cache.skipUnchanged)
        return true;
    const isElsewhere = request.platforms.every(({ text }) => remotes.has(text));
    const stages = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, request.build.target);
    return !isElsewhere && stages.some(({ instructions }) => instructions.some(dockerfile_stages/* isRun */.yz));
}
/** How a platform's image is made: taken from an earlier run, or built. */
function makerOf(site, caches) {
    return async (platform, log, signal) => {
        const cache = caches.of(platform);
        if (cache?.reused !== undefined) {
            log.line('unchanged: the image of an earlier run');
            return cache.reused;
        }
        await (0,kept_bases/* dropOutdated */.im)(platform, site);
        const left = await cache?.prepare(log);
        if (site.runnable.get(platform.text)?.how === 'emulated') {
            const dockerfile = left === undefined ? site.dockerfile : (0,parse/* parseDockerfile */.A)(left, site.dockerfile.path);
            const { target } = site.request.build;
            const estimate = emulationEstimate(dockerfile, target, await cache?.emulatedSeconds());
            if (estimate !== undefined)
                log.line(estimate);
        }
        const built = await buildPlatform(site, platform, await builderOf(site, platform), log, signal, left);
        return cache?.whole(built) ?? built;
    };
}

// EXTERNAL MODULE: ./build/src/dockerfile/podman-syntax.js
var podman_syntax = __webpack_require__(17995);
// EXTERNAL MODULE: ./build/src/host/machine.js
var machine = __webpack_require__(93613);
// EXTERNAL MODULE: ./build/src/podman/health.js
var health = __webpack_require__(27737);
;// CONCATENATED MODULE: ./build/src/pipeline/concerns.js







/**
 * Refuses what is known to fail before anything is made.
 * @throws {HostError} for a folder that can't be written to
 * @throws {BuildError} for a Dockerfile that this podman can't read
 */
async function refuseHopeless(dockerfile, podman, env) {
    const heredoc = (0,podman_syntax/* unreadableHeredoc */.Oh)(dockerfile, podman.version);
    if (heredoc !== undefined) {
        throw new errors/* BuildError */.zS(`podman ${podman.version} can’t read the here-document of this ${heredoc.keyword}`, {
            cure: 'use podman 4.8 or newer, or write the commands with && and backslashes',
            location: { file: dockerfile.path, line: heredoc.line, endLine: heredoc.endLine },
        });
    }
    for (const folder of new Set([env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), '/tmp', env.TMPDIR || '/var/tmp'])) {
        await (0,promises_.access)(folder, promises_.constants.W_OK | promises_.constants.X_OK).catch((cause) => {
            throw new errors/* HostError */.dh(`temporary files can’t be written to ${folder}: ${(0,errors/* messageOf */.bD)(cause)}`, {
                cure: 'set TMPDIR to a folder that this user can write to',
                cause,
            });
        });
    }
}
/** Says what makes builds fail or slow on this machine, before one does. Starts no program. */
async function warnOfConcerns(podman, site, env) {
    const driver = site.stores.values().next().value?.driver ?? podman.graphDriver;
    const checks = [
        (0,health/* driverCheck */.Hl)(driver),
        ...(podman.isRemote ? [] : [await (0,machine/* spaceCheck */.zk)('storage', (0,health/* storesParent */.X2)(podman))]),
        await (0,machine/* spaceCheck */.zk)('temporary files', env.TMPDIR || '/var/tmp'),
        (0,health/* userIdsCheck */.Ki)(podman),
    ];
    for (const { state, subject, found, cure } of checks) {
        if (state !== 'ok')
            site.warn(`${subject}: ${found}. What to do: ${cure}`);
    }
}
/**
 * What tells that the checkout was made with another umask than runners have, so that its files have other modes and the layers other
 * digests (docs/traps.md, 32): the Dockerfile is of the same checkout.
 */
function umaskNote(dockerfile) {
    const copies = dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === 'from'));
    const mode = (0,external_node_fs_.statSync)(dockerfile.path).mode & 0o777;
    if ((mode & 0o020) === 0 || copies.every(({ flags }) => flags.some(({ name }) => name === 'chmod')))
        return undefined;
    return `files of this checkout can be written by their group (${mode.toString(8)}): the same commit gives layers with other digests where the umask is 022, as on most runners; COPY --chmod=…, or a checkout with that umask, makes them the same`;
}

;// CONCATENATED MODULE: ./build/src/cache/emulators.js




const MEDIA_TYPE = 'application/octet-stream';
/** Emulators in a run's cache: a document for each pair of architectures, and the program as a blob. */
function emulatorCache(session, host) {
    return {
        fetch: async (architecture) => {
            try {
                return await fetchEmulator(session, architecture);
            }
            catch (error) {
                host.warning(`cache: the emulator for ${architecture} can’t be fetched: ${(0,errors/* messageOf */.bD)(error)}`);
                return undefined;
            }
        },
        keep: async (architecture, { path, version }) => {
            try {
                const opened = await session.open();
                if (!opened?.store.writable)
                    return;
                const blob = await opened.pending.addBlob(await (0,promises_.realpath)(path), {
                    mediaType: MEDIA_TYPE,
                    broken: opened.store.broken,
                });
                const document = { blob, version };
                await opened.pending.addDocument(nameFor(architecture), Buffer.from(JSON.stringify(document)), [blob]);
            }
            catch (error) {
                host.warning(`cache: the emulator for ${architecture} can’t be put aside: ${(0,errors/* messageOf */.bD)(error)}`);
            }
        },
    };
}
async function fetchEmulator(session, architecture) {
    const opened = await session.open();
    const bytes = await opened?.store.readDocument(nameFor(architecture));
    const document = bytes && emulators_parse(bytes);
    if (opened === undefined || document === undefined)
        return undefined;
    const folder = (0,external_node_path_.join)(opened.folder, 'emulators');
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, `qemu-${architecture}`);
    if (!(await opened.store.fetchBlob(document.blob, path)))
        return undefined;
    // The kernel looks at the file's own rights for every user that runs it, also after its folder is out of sight.
    await (0,promises_.chmod)(path, 0o755);
    return { path, version: document.version };
}
function nameFor(architecture) {
    return `emulator-${process.arch}-${architecture}`;
}
function emulators_parse(bytes) {
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
    const { blob, version } = value ?? {};
    if (!(0,oci_digest/* isDigest */.Bc)(blob?.digest) || !Number.isSafeInteger(blob.size))
        return undefined;
    return { blob, version: /^[\w.+~-]{1,40}$/.exec(version ?? '')?.[0] ?? 'of an unknown version' };
}

;// CONCATENATED MODULE: ./build/src/pipeline/execution.js




/**
 * Makes the host able to run what the build of some platforms runs, and says for each platform how it will be built.
 * @param platforms those that are built, not taken from an earlier run
 * @throws {HostError} when it can't
 */
async function prepareExecution(request, plan, platforms, remotes, run) {
    const { host, signal } = run;
    const mustRun = neededFor(platforms, request, plan);
    if (plan.emulate && mustRun.length > 0) {
        const cache = emulatorCache(run.cache, host);
        await (0,emulation/* ensureRunnable */.c)(mustRun, { host, signal, image: request.qemuImage, cache });
    }
    const runnable = new Map();
    // Asking for others would start the emulator, if there is one, for nothing.
    const native = platforms.filter(({ text, architecture }) => !remotes.has(text) && (0,registration/* isNative */.ib)(architecture));
    for (const platform of new Map([...mustRun, ...native].map((each) => [each.text, each])).values()) {
        const found = await (0,emulation/* probe */.d)(platform, { signal });
        if (found !== undefined)
            runnable.set(platform.text, found);
    }
    for (const { text } of mustRun) {
        if (runnable.has(text))
            continue;
        const needing = plan.executes ? 'RUN steps of the Dockerfile need' : 'the smoke test needs';
        const other = plan.executes
            ? 'let the RUN steps run on FROM --platform=$BUILDPLATFORM'
            : 'leave smoke-test out';
        throw new errors/* HostError */.dh(`${text}: this host can’t run its programs, which ${needing}`, {
            cure: `set qemu: auto, or ${other}`,
        });
    }
    const execution = platforms.map(({ text, architecture }) => {
        const remote = remotes.get(text);
        if (remote?.platform.architecture === architecture)
            return [text, 'native'];
        if (remote !== undefined)
            return [text, plan.executes ? 'emulated' : 'cross-built'];
        const how = runnable.get(text)?.how;
        return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built'];
    });
    return { execution: new Map(execution), runnable };
}
/** What must run for some of the request's platforms; all of it where that is asked for in any case. */
function neededFor(platforms, request, { mustRun }) {
    if (request.qemu === 'always' || request.smokeTest !== undefined)
        return mustRun;
    if (platforms.length === 0)
        return [];
    const left = request.platforms.filter((platform) => !platforms.includes(platform)).map(({ text }) => text);
    return mustRun.filter(({ text }) => !left.includes(text));
}

// EXTERNAL MODULE: ./build/src/pipeline/judge.js
var judge = __webpack_require__(75791);
// EXTERNAL MODULE: ./build/src/lint/base-image-without-platform.js
var base_image_without_platform = __webpack_require__(17959);
// EXTERNAL MODULE: ./build/src/fingerprint/tree.js
var fingerprint_tree = __webpack_require__(75008);
// EXTERNAL MODULE: ./build/src/lint/ignore-file.js
var ignore_file = __webpack_require__(17532);
;// CONCATENATED MODULE: ./build/src/lint/context.js









/** Where looking ends: nothing that is said depends on more. */
const ENOUGH = { bytes: 20e9, entries: 200_000 };
/** Looks at what each COPY and ADD that goes into the image takes of folders of the context. Reads no file. */
async function contextCopies(dockerfile, { context, target, extraArgs }) {
    const tree = new fingerprint_tree/* Tree */.P(context, new file_reader/* FileReader */.q());
    const ignore = await (0,fingerprint_ignore/* readIgnoreRules */.yH)(tree, dockerfile.path, ignoreFileArgument(extraArgs));
    // Stages often copy the same: once is enough to walk through it.
    const seen = new Map();
    const look = (sources) => {
        const key = sources.join('\n');
        const found = seen.get(key) ?? lookAt(sources, context, ignore);
        seen.set(key, found);
        return found;
    };
    const copies = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target)
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
        .filter(({ flags }) => !flags.some(({ name }) => /^(?:from|exclude|parents)$/.test(name)))
        .map((instruction) => ({ instruction, ...look(sourcesOf(instruction)) }));
    const ignoreFile = (0,ignore_file/* ignoreFileOf */.kX)(context, dockerfile.path, ignoreFileArgument(extraArgs));
    return { copies, ignoreFile: (0,external_node_path_.basename)(ignoreFile), ineffective: (0,ignore_file/* ineffectivePattern */.DS)(ignoreFile, context) };
}
/** The folders that an instruction names, where it names them as they are. */
function sourcesOf({ text }) {
    return (0,copies/* operands */.b)(text)
        .slice(0, -1)
        .map((source) => external_node_path_.posix.join('/', source).slice(1).replace(/\/$/, ''))
        .filter((path) => !/[$*?[]/.test(path));
}
function lookAt(sources, context, ignore) {
    const look = new Look(context, ignore);
    for (const path of sources)
        look.folder(path);
    const { gitFolder, nodeModules, bytes, sizes } = look;
    const largest = [...sizes].sort(([, a], [, b]) => b - a)[0];
    return { gitFolder, nodeModules, bytes, largest: largest && { path: largest[0], bytes: largest[1] } };
}
class Look {
    context;
    ignore;
    gitFolder;
    nodeModules = [];
    /** By the file or folder right below the one that is copied. */
    sizes = new Map();
    bytes = 0;
    entries = 0;
    constructor(context, ignore) {
        this.context = context;
        this.ignore = ignore;
    }
    /** Takes a source that is a folder into account. */
    folder(path) {
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.context, path), { throwIfNoEntry: false });
        if (stats?.isDirectory())
            this.descend(path, undefined);
    }
    descend(folder, top) {
        for (const entry of list((0,external_node_path_.join)(this.context, folder))) {
            if (this.entries++ > ENOUGH.entries || this.bytes > ENOUGH.bytes)
                return;
            const path = external_node_path_.posix.join(folder, entry.name);
            const ignored = this.ignore.ignores(path);
            if (entry.isDirectory()) {
                if (ignored && this.ignore.isClosed(path))
                    continue;
                if (!ignored && entry.name === '.git')
                    this.gitFolder ??= path;
                if (!ignored && entry.name === 'node_modules')
                    this.nodeModules.push(path);
                this.descend(path, top ?? path);
            }
            else if (!ignored && entry.isFile()) {
                const size = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.context, path), { throwIfNoEntry: false })?.size ?? 0;
                this.bytes += size;
                this.sizes.set(top ?? path, (this.sizes.get(top ?? path) ?? 0) + size);
            }
        }
    }
}
// A folder that can't be read is left for podman to complain of.
function list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/lint/findings.js + 21 modules
var findings = __webpack_require__(96200);
;// CONCATENATED MODULE: ./build/src/pipeline/lint.js









/**
 * Looks at the Dockerfile before anything is made, and does with what it finds what `lint` says.
 * @returns what was found
 * @throws {LintError} naming all findings where none is wanted
 */
async function lint(site, { host, env }) {
    const { request } = site;
    if (request.lint === 'off')
        return [];
    const found = (0,findings/* findings */.Pg)(await lint_factsOf(site, env));
    if (request.lint === 'error' && found.length > 0)
        throw refusal(found);
    for (const finding of found)
        host.warning((0,findings/* describe */.q0)(finding), finding.location);
    return found;
}
async function lint_factsOf(site, env) {
    const { request, dockerfile, buildPlatform, podman, resolver } = site;
    const { build, platforms, context, cache } = request;
    const args = (0,pipeline_arguments/* argumentValues */.Q)(build.buildArgs, env);
    const bases = (0,base_image_without_platform/* basesOfPlatforms */._)({ dockerfile, target: build.target, platforms, args });
    return {
        dockerfile,
        text: await (0,promises_.readFile)(dockerfile.path, 'utf8'),
        target: build.target,
        platforms,
        emulated: platforms.filter(({ architecture }) => !(0,registration/* isNative */.ib)(architecture)),
        buildPlatform,
        podman: podman.version,
        format: build.format,
        args,
        moving: cache.kind === 'off' ? new Set() : moving({ request, env: {} }, env).args,
        basesNotThere: await notThere(bases, resolver),
        ...(await contextCopies(dockerfile, { context, ...build })),
    };
}
/** Those that their registry has not, or has for another platform alone; what it can't be asked is left for podman. */
async function notThere(bases, resolver) {
    const isThere = await Promise.all(bases.map(async ({ image, platform }) => {
        const found = await resolver.resolve(image, platform);
        if (found.kind === 'unresolvable')
            return !found.lacksPlatform;
        const { os, architecture } = found.platform;
        return os === platform.os && architecture === platform.architecture;
    }));
    return bases.filter((_, at) => !isThere[at]);
}
function refusal(found) {
    const [first, ...others] = found;
    const details = { cure: 'change what is named, or set lint: warn', location: first.location };
    if (others.length === 0)
        return new errors/* LintError */.kk((0,findings/* describe */.q0)(first), details);
    return new errors/* LintError */.kk([
        `the Dockerfile has ${found.length} findings, and lint is error`,
        ...found.map((finding) => `${lint_placeOf(finding.location)}: ${(0,findings/* describe */.q0)(finding)}`),
    ].join('\n'), details);
}
function lint_placeOf({ file, line }) {
    return `${(0,external_node_path_.relative)(process.cwd(), file)}:${line}`;
}

;// CONCATENATED MODULE: ./build/src/pipeline/metadata.js



/**
 * Labels and annotations of one platform's image. What the user gives wins over what the Dockerfile says, and that
 * over what Git gives.
 */
function imageMetadata(request, dockerfile, built) {
    const written = new Set((0,dockerfile_stages/* neededStages */.xB)(dockerfile, request.build.target).flatMap((stage) => stage.labels));
    const base = (0,oci_image/* baseOf */.bx)(built.manifest);
    const fromGit = [...request.gitLabels].filter(([name]) => !written.has(name));
    return {
        labels: new Map([
            ...fromGit,
            ...(base
                ? [
                    ['org.opencontainers.image.base.name', base.name],
                    ['org.opencontainers.image.base.digest', base.digest],
                ]
                : []),
            ...request.labels,
        ]),
        annotations: new Map(request.annotations
            .filter(({ level, platform }) => level === 'manifest' && (platform ?? built.platform.text) === built.platform.text)
            .map(({ key, value }) => [key, value])),
    };
}
/** Annotations of the index; Docker's format has none. */
function indexAnnotations(request) {
    if (request.build.format === 'docker')
        return new Map();
    const given = request.annotations.filter(({ level }) => level === 'index');
    return new Map([...request.gitLabels, ...given.map(({ key, value }) => [key, value])]);
}
/** The commit that the index will name; undefined when it names none. */
function revisionOf(request) {
    return indexAnnotations(request).get(types/* REVISION */.sP);
}

// EXTERNAL MODULE: ./build/src/pipeline/platforms.js + 1 modules
var pipeline_platforms = __webpack_require__(7954);
;// CONCATENATED MODULE: ./build/src/pipeline/repair.js






const REPAIRING = 'with what earlier runs had left the image was wrong, so it is built again without that';
/**
 * Builds a platform once more, without anything of earlier runs, where some of that went into its image: what they left can be wrong
 * without anybody's doing today, and the sources right.
 * @throws {VerificationError} the one given, where nothing had gone into it
 * @throws {Failure} when it can't be built
 */
async function buildAnew({ platform, cache, log, error }, { site, plan, run }, signal) {
    const isElsewhere = site.remotes.has(platform.text);
    // Another machine's own layers are what earlier builds left there.
    if (!cache?.contributed && !(isElsewhere && log.cacheHits > 0)) {
        throw isElsewhere ? namingMounts(error, platform, site) : error;
    }
    site.warn(`${platform.text}: ${REPAIRING}: ${error.message}`);
    log.again();
    await cache?.setAside();
    const { execution, runnable } = await prepareExecution(site.request, plan, [platform], site.remotes, {
        ...run,
        signal,
    });
    const anew = { ...site, runnable, request: withoutCache(site.request) };
    const built = await buildPlatform(anew, platform, await builderOf(anew, platform), log, signal);
    return { ...built, cacheHits: log.cacheHits, execution: execution.get(platform.text) };
}
/** As with `no-cache`: no layers of another machine's, and cache mounts there of this run alone. */
function withoutCache(request) {
    return { ...request, cache: { ...request.cache, kind: 'off' } };
}
/** What another machine's cache mounts held before can't be told: the error says how to do without them. */
function namingMounts(error, platform, { request, dockerfile, env }) {
    const { cache, build } = request;
    if (cache.kind === 'off' || !cache.mounts)
        return error;
    const args = (0,pipeline_arguments/* argumentValues */.Q)(build.buildArgs, env);
    const { mounts, complete } = cacheMounts(dockerfile, build.target, { args, platform });
    if (complete && mounts.length === 0)
        return error;
    const also = 'no-cache: true does without that machine’s cache mounts, should one of them be the cause';
    return new errors/* VerificationError */.mk(error.message, {
        cure: error.cure === undefined ? also : `${error.cure}; ${also}`,
        quotes: error.quotes,
        ...(error.location && { location: error.location }),
    });
}

// EXTERNAL MODULE: ./build/src/pipeline/site.js + 1 modules
var pipeline_site = __webpack_require__(86299);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
;// CONCATENATED MODULE: ./build/src/podman/run.js
/**
 * podman's arguments that run an image's program with nothing but itself: no network, no terminal, no log but what it prints, and no variables of this machine's.
 * @param runtime the OCI runtime, as podman names it
 */
function runArguments({ podman, imageId, name, args }, runtime) {
    return [
        ...podman,
        'run',
        '--rm',
        `--name=${name}`,
        '--pull=never',
        '--network=none',
        '--http-proxy=false',
        '--log-driver=none',
        '--no-healthcheck',
        // The container is ended by its name; most programs ignore SIGTERM as the first process of theirs.
        '--sig-proxy=false',
        // A single short program needs none, and machines without systemd often refuse them. runc can't do without.
        ...(runtime?.startsWith('crun') ? ['--cgroups=disabled'] : []),
        imageId,
        ...args,
    ];
}
/** podman's arguments that end a container, and remove it. */
function removeArguments(podman, name) {
    return [...podman, 'rm', '--force', '--ignore', '--time=0', name];
}

;// CONCATENATED MODULE: ./build/src/pipeline/smoke-test.js









// https://docs.podman.io/en/v5.6.0/markdown/podman-run.1.html#exit-status
const PODMAN_FAILED = 125;
const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;
const LONGEST_WORDS = 300;
const smoke_test_CLEANING_MS = 2000;
const SIGNALS = {
    4: 'SIGILL',
    6: 'SIGABRT',
    7: 'SIGBUS',
    8: 'SIGFPE',
    9: 'SIGKILL',
    11: 'SIGSEGV',
    15: 'SIGTERM',
};
/**
 * Runs the program of an image, the very bytes that are to be published, natively or emulated.
 * @returns seconds that it took
 * @throws {SmokeTestError} when it ends with another exit code than 0, or not in time
 */
async function smokeTest(image, { args, timeout }, site, log, signal) {
    const { text: platform } = image.platform;
    const store = site.stores.get(platform);
    const podman = store === undefined ? [] : (0,podman_store/* storeArguments */.UI)(store);
    const present = store === undefined && (await isPresent(image));
    const imageId = store === undefined
        ? await loadArchive(image, { ...site, signal })
        : await pullFromLayout(image, { ...site, store, signal });
    const name = `multiarch-build-smoke-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    log.doing('smoke test');
    log.line(`smoke test with ${args.join(' ')}`);
    const started = performance.now();
    const tooLong = AbortSignal.timeout(Math.round(timeout * 1000));
    let last = '';
    let exitCode;
    try {
        const container = runArguments({ podman, imageId, name, args }, site.podman.runtime);
        const ended = await (0,host_process/* stream */.Td)('podman', container, {
            env: site.env,
            signal: AbortSignal.any([signal, tooLong]),
            onLine: (line) => {
                if (line.trim() !== '')
                    last = line.length > LONGEST_WORDS ? '' : (0,plain_text/* plainText */.wh)(line);
                log.line(`smoke test: ${line}`);
            },
        });
        exitCode = ended.exitCode;
    }
    catch (error) {
        if (!(error instanceof errors/* Interrupted */.j$) || signal.aborted)
            throw error;
    }
    finally {
        // The container is no child of podman's, and outlives it.
        if (exitCode === undefined)
            await (0,host_process/* capture */.Fg)('podman', removeArguments(podman, name));
        // Another podman, which the container's end starts, cleans up after it: it must not meet the store's removal.
        if (store !== undefined)
            await (0,host_process/* processesNamingEnded */.Qq)([store.graphRoot], smoke_test_CLEANING_MS);
        else if (!present)
            await (0,host_process/* capture */.Fg)('podman', ['rmi', imageId]);
    }
    if (exitCode !== 0)
        throw failure(platform, args, exitCode, { timeout, last });
    return (performance.now() - started) / 1000;
}
/** Whether podman has an image already. */
async function isPresent({ manifest }) {
    const { exitCode } = await (0,host_process/* capture */.Fg)('podman', ['image', 'exists', (0,oci_digest/* encodedPart */.eA)(manifest.config.digest)]);
    return exitCode === 0;
}
function failure(platform, args, exitCode, { timeout, last }) {
    const quoted = JSON.stringify(args.join(' '));
    const quotes = [quoted, last];
    const what = `${platform}: the smoke test ${quoted}`;
    const said = last === '' ? '' : ` (last line: ${last})`;
    if (exitCode === undefined) {
        return new errors/* SmokeTestError */.wt(`${what} did not end within ${timeout} s${said}`, {
            quotes,
            cure: 'give it arguments with which the program ends by itself, or more time with smoke-test-timeout',
        });
    }
    return new errors/* SmokeTestError */.wt(`${what} ${ending(exitCode)}${said}`, { quotes, cure: cureOf(exitCode) });
}
function ending(exitCode) {
    if (exitCode === PODMAN_FAILED)
        return 'could not be run by podman';
    if (exitCode === NOT_EXECUTABLE)
        return 'names a program that can’t be executed';
    if (exitCode === NOT_FOUND)
        return 'names a program that the image has not';
    const signal = SIGNALS[exitCode - 128];
    return signal === undefined ? `ended with exit code ${exitCode}` : `was ended by ${signal}`;
}
function cureOf(exitCode) {
    if (exitCode === PODMAN_FAILED)
        return 'podman’s words are in the log; leave smoke-test out where containers can’t be started';
    if (exitCode === NOT_EXECUTABLE || exitCode === NOT_FOUND)
        return 'the arguments follow the image’s ENTRYPOINT; without one the first of them is the program’s path';
    return 'the program’s words are in the log; nothing was tagged';
}

// EXTERNAL MODULE: ./build/src/pipeline/verification.js + 8 modules
var verification = __webpack_require__(24723);
;// CONCATENATED MODULE: ./build/src/pipeline/build.js

























/**
 * The whole story: builds every platform, verifies it, pushes it by digest while others still build, and when all
 * are right puts the index together and lets the tags move.
 * @throws {Failure} with what happened, where, and what to do
 */
async function build(request, run) {
    const started = performance.now();
    const podman = run.stores?.podman ?? (await (0,info/* podmanInfo */.Km)(run.signal));
    const dockerfile = (0,parse/* readDockerfile */.n)(request.dockerfile);
    await refuseHopeless(dockerfile, podman, run.env);
    const remotes = await reachBuilders(request, podman, run);
    const plan = makePlan(request, dockerfile, { podman, remotes, cores: (0,pipeline_platforms/* processors */.Kq)() });
    const site = await (0,pipeline_site/* openSite */.c)(request, dockerfile, plan, podman, remotes, run);
    let caches;
    let isIntact = false;
    try {
        await refuseTriggeredMounts(site);
        const findings = await lint(site, run);
        await warnOfConcerns(podman, site, run.env);
        const note = umaskNote(dockerfile);
        if (note !== undefined)
            run.host.info(note);
        if (request.push) {
            await (0,publish/* checkLogins */.DF)(site.publication);
            await (0,immutable_tags/* refuseWhatWillDiffer */.B)(site.publication.client, request.immutable, revisionOf(request));
        }
        caches = await openCaches(site, run);
        const left = request.platforms.filter((platform) => caches?.of(platform)?.reused === undefined);
        const { execution, runnable } = await prepareExecution(request, plan, left, remotes, run);
        const log = run.host.openLog(titleOf(request.platforms, left, podman.version));
        const make = makerOf({ ...site, runnable }, caches);
        const platforms = await (0,pipeline_platforms/* buildPlatforms */.Hb)(plan, log, run.signal, make, async (built, buildLog, signal) => {
            const cache = caches?.of(built.platform);
            const how = cache?.reused?.execution ?? execution.get(built.platform.text);
            const first = { ...built, execution: how };
            try {
                return await finishPlatform(first, cache, buildLog, site, signal);
            }
            catch (error) {
                if (!(error instanceof errors/* VerificationError */.mk))
                    throw error;
                const wrong = { platform: built.platform, cache, log: buildLog, error };
                const again = await buildAnew(wrong, { site, plan, run }, signal);
                return { ...(await finishPlatform(again, cache, buildLog, site, signal)), repaired: error.message };
            }
        }).finally(() => log.close());
        const index = await assemble(platforms, site);
        if (request.push) {
            const { references, immutable } = request;
            const setTags = await (0,publish/* publishIndex */.cN)(site.publication, index, references, immutable);
            await setTags();
        }
        const loaded = request.load ? request.references[0] : undefined;
        if (loaded !== undefined)
            await loadIntoPodman({ ...site, signal: run.signal }, platforms, loaded);
        isIntact = true;
        return {
            index,
            repositories: request.repositories,
            references: request.references,
            platforms,
            pushed: request.push,
            loaded,
            ociLayout: await site.keepLayout(),
            dockerConfig: await site.keepLogins(),
            seconds: secondsSince(started),
            cache: caches.traffic(),
            podman: podman.version,
            compilesOnTarget: (0,dockerfile_stages/* runsOnTarget */.RV)(dockerfile, request.build.target).some(({ text }) => (0,emulation_cost/* compiles */.X)(text)),
            notices: request.notices,
            warnings: site.warnings,
            findings,
        };
    }
    finally {
        await caches?.close();
        await site.close(isIntact);
    }
}
/** Completes one platform's image, verifies and tests it, pushes it by digest, and keeps what its build left. */
async function finishPlatform(built, cache, log, site, signal) {
    const { request, layout, publication } = site;
    const metadata = imageMetadata(request, site.dockerfile, built);
    const image = await (0,oci_image/* writeImage */.te)(layout, built, built.platform, metadata);
    const verifying = performance.now();
    log.doing('verifying');
    const isReused = cache?.reused !== undefined;
    const ofBuild = isReused ? [] : await (0,verification/* buildFindings */.nH)({ ...built, log }, site);
    await verifyPlatform(image, ofBuild, built.platform, site);
    const testing = performance.now();
    const smokeTestSeconds = request.smokeTest && (await smokeTest(image, request.smokeTest, site, log, signal));
    const pushing = performance.now();
    if (request.push) {
        log.doing('pushing');
        await (0,publish/* publishImage */.N0)(publication, image, signal);
        log.line(`pushed ${image.descriptor.digest}`);
    }
    const pushSeconds = secondsSince(pushing);
    // What only the build has shown, its image doesn’t show again.
    log.doing('keeping what later builds can use');
    const isAsFound = request.verify !== 'off' && ofBuild.length === 0;
    await cache?.keep(built, log, built.execution, isAsFound);
    log.doing(`${isReused ? 'unchanged' : built.execution}${request.push ? ', pushed' : ''}`);
    return {
        ...built,
        image,
        verifySeconds: (testing - verifying) / 1000,
        ...(smokeTestSeconds !== undefined && { smokeTestSeconds }),
        pushSeconds,
        cache: cache?.facts(log),
    };
}
/**
 * Verifies one platform's image.
 * @param ofBuild what its build has shown
 * @throws {VerificationError}
 */
async function verifyPlatform(image, ofBuild, platform, site) {
    // Programs of a wrong base image are wrong too, and say no more.
    const ofImage = ofBuild.some(({ severity }) => severity === 'error')
        ? (0,verify_image/* verifyImage */.Z)(image, platform)
        : await (0,verification/* imageFindings */.Qb)(image, platform, site);
    (0,judge/* judge */.S)([...ofImage, ...ofBuild], site.request.verify, site.warn);
}
/** Puts the index together in the layout, and verifies it. */
async function assemble(platforms, site) {
    const { request, layout } = site;
    const images = platforms.map(({ image }) => image);
    const { descriptor, index } = await (0,oci_image/* writeIndex */._M)(layout, images, indexAnnotations(request));
    (0,judge/* judge */.S)((0,verify/* verifyIndex */.M)(index, request.platforms), request.verify, site.warn);
    await layout.writeEntry(descriptor, request.references[0]?.tag);
    return descriptor;
}
function titleOf(all, left, podman) {
    if (left.length === 0)
        return `Nothing to build: ${(0,pipeline_platforms/* platformNames */.iJ)(all)} unchanged`;
    return `Build ${(0,pipeline_platforms/* platformNames */.iJ)(left)} with podman ${podman}`;
}
function secondsSince(started) {
    return (performance.now() - started) / 1000;
}

// EXTERNAL MODULE: ./build/src/legs/record.js
var legs_record = __webpack_require__(90454);
// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(3558);
// EXTERNAL MODULE: ./build/src/pipeline/merge-sources.js
var merge_sources = __webpack_require__(4051);
;// CONCATENATED MODULE: ./build/src/pipeline/hand-over.js









/**
 * Hands the platforms of a leg over to the run that merges: a record of each, and its image where that is not in a registry.
 * @throws {HostError} when the artifact service fails
 * @throws {MergeError} when another job of the same attempt has built the same platform of the same image otherwise
 */
async function handOver(report, request, leg, { host, env }) {
    if (host.artifacts === undefined) {
        host.notice('this is no job of a workflow run: give the digests to merge yourself, with its input digests');
        return;
    }
    const artifacts = await host.artifacts();
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'multiarch-build-leg-'));
    try {
        for (const platform of report.platforms) {
            const record = {
                ...recordOf(platform, report, request, leg),
                attempt: env.GITHUB_RUN_ATTEMPT || undefined,
            };
            const own = (0,external_node_path_.join)(folder, (0,legs_record/* recordName */.xD)(record));
            await (0,promises_.mkdir)(own);
            await (0,promises_.writeFile)((0,external_node_path_.join)(own, legs_record/* RECORD_FILE */.lt), (0,legs_record/* encodeRecord */.Ym)(record));
            if (leg.handsOver !== 'record')
                await addLayout((0,external_node_path_.join)(own, legs_record/* LAYOUT_FOLDER */.Ws), leg.handsOver, platform, report.ociLayout);
            await refuseSecond(record, artifacts, (0,external_node_path_.join)(folder, 'earlier'));
            await artifacts.replace((0,legs_record/* recordName */.xD)(record), own);
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
// The last to end would take the other's place, without a word.
async function refuseSecond(record, artifacts, folder) {
    if (record.attempt === undefined)
        return;
    const name = (0,legs_record/* recordName */.xD)(record);
    const names = await artifacts.fetch(name, folder);
    if (!names.includes(name))
        return;
    const [{ record: earlier }] = (await (0,merge_sources/* readRecords */.T3)([(0,external_node_path_.join)(folder, name)]));
    const { digest } = record.descriptor;
    if (earlier.attempt !== record.attempt || earlier.descriptor.digest === digest)
        return;
    const image = record.repositories[0].text;
    throw new errors/* MergeError */.VX(`${image}: another job of this run has handed over ${record.platform.text} as ${earlier.descriptor.digest}, and this is ${digest}`, { cure: 'let one job build each platform of an image, and give other targets images of their own' });
}
function recordOf(platform, report, { verify }, { commit }) {
    const { descriptor } = platform.image;
    return {
        repositories: report.repositories,
        platform: platform.platform,
        descriptor: { mediaType: descriptor.mediaType, digest: descriptor.digest, size: descriptor.size },
        pushed: report.pushed,
        verify,
        commit,
        metadata: (0,outputs/* platformMetadata */.nC)(platform),
    };
}
async function addLayout(folder, what, { image }, kept) {
    // A request for a leg that hands it over keeps it.
    const whole = await layout/* Layout */.P.open(kept);
    const { descriptor, manifest } = image;
    const blobs = what === 'image' ? (0,oci_image/* imageBlobs */.aR)(image) : [descriptor, manifest.config];
    const part = await whole.part(folder, blobs);
    await part.writeEntry(image.descriptor, undefined);
}

;// CONCATENATED MODULE: ./build/src/report/check-runs.js




/**
 * A check a platform of a run that went well. What is said about the Dockerfile, which all platforms share, stands at the first.
 * @param root the repository's folder
 */
function checkRuns(report, root) {
    const shared = [...lintAnnotations(report, root), ...warningAnnotations(report, root)];
    return report.platforms.map((each, at) => ({
        name: check_runs_nameOf(report.repositories[0].text, each.platform),
        conclusion: 'success',
        title: report.pushed ? 'built, verified and pushed' : 'built and verified',
        summary: platformText(each),
        annotations: at === 0 ? shared : [],
    }));
}
/** A check a platform of a run that failed: the failure stands at those that it is about. */
function failedCheckRuns({ error, image, platforms, fates }, root) {
    const message = withoutQuotes(error);
    const location = error instanceof errors/* Failure */.HR ? error.location : undefined;
    const annotations = annotation(location, root, { level: 'failure', title: 'multiarch-build', message });
    return platforms.map((platform) => {
        const name = check_runs_nameOf(image, platform);
        const fate = fates.find((each) => each.platform.text === platform.text);
        if (fate !== undefined && fate.outcome !== 'failed') {
            const conclusion = fate.outcome === 'built' ? 'neutral' : 'cancelled';
            return { name, conclusion, title: fate.text, summary: 'Another platform failed.', annotations: [] };
        }
        const title = fate?.text ?? 'failed';
        return { name, conclusion: 'failure', title, summary: message, annotations };
    });
}
// No runner hides secrets in what is sent from here, and a program, podman or an argument may tell one.
function withoutQuotes(error) {
    const quotes = error instanceof errors/* Failure */.HR ? error.quotes : [];
    return quotes
        .filter((quote) => quote !== '')
        .reduce((text, quote) => text.replaceAll(quote, '…'), (0,errors/* describeFailure */.Ic)(error));
}
function check_runs_nameOf(image, platform) {
    return `${image} (${platform.text})`;
}
function platformText({ image, execution, buildSeconds, cache }) {
    const size = (0,format/* formatSize */.Xq)((0,oci_image/* imageBlobs */.aR)(image).reduce((sum, blob) => sum + blob.size, 0));
    const how = cache?.unchanged ? 'unchanged' : `${execution}, in ${(0,format/* formatSeconds */.Xo)(buildSeconds)}`;
    return `${image.descriptor.digest}\n${size} in ${image.manifest.layers.length} layers, ${how}`;
}
function lintAnnotations({ findings = [] }, root) {
    return findings.flatMap(({ location, rule, message, cure }) => annotation(location, root, { level: 'warning', title: rule, message: `${message}\nWhat to do: ${cure}` }));
}
function warningAnnotations({ warnings }, root) {
    return warnings.flatMap(({ location, message }) => annotation(location, root, { level: 'warning', title: 'multiarch-build', message }));
}
// GitHub refuses a file that isn't in the repository.
function annotation(location, root, what) {
    if (location === undefined)
        return [];
    const path = (0,external_node_path_.relative)(root, location.file);
    if (path === '' || path.startsWith('..'))
        return [];
    return [{ path, startLine: location.line, endLine: location.endLine ?? location.line, ...what }];
}

// EXTERNAL MODULE: ./build/src/report/report.js
var report_report = __webpack_require__(18456);
// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __webpack_require__(73320);
// EXTERNAL MODULE: ./build/src/request/git.js + 1 modules
var request_git = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/src/request/logins.js
var logins = __webpack_require__(24077);
// EXTERNAL MODULE: ./build/src/request/parse.js + 4 modules
var request_parse = __webpack_require__(30301);
// EXTERNAL MODULE: ./build/src/request/values.js
var values = __webpack_require__(24065);
;// CONCATENATED MODULE: ./build/src/entrypoints/run-build.js













/** From inputs to outputs: what the step and the command line have in common. @returns the `metadata` object */
async function runBuild(inputs, host, signal, onTag) {
    for (const secret of secretTexts(inputs))
        host.mask(secret);
    if (inputs.services.trim() !== '') {
        const { runServices } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(24), __webpack_require__.e(778)]).then(__webpack_require__.bind(__webpack_require__, 84778));
        return runServices(inputs, host, signal, onTag);
    }
    const surroundings = { host, env: process.env, signal };
    const git = await (0,request_git/* gitFacts */.gi)(inputs, surroundings);
    const request = (0,request_parse/* parseBuildRequest */.r)(inputs, git, process.env);
    for (const notice of request.notices)
        host.notice(notice);
    const cache = new session/* CacheSession */.R(request, {
        ...surroundings,
        registryClient: () => (0,pipeline_site/* registryClient */.R)(request, surroundings),
    });
    const run = { ...surroundings, cache, onTag };
    const report = await buildAndShow(request, run, () => cache.end());
    if (request.summary)
        await host.summarize((0,summary/* summary */.z)(report));
    return (0,outputs/* metadata */.yu)(report);
}
/**
 * Builds one image, and shows what became of it: outputs, the records of a leg, checks, lines in the log.
 * @param whenBuilt called when the build has ended, well or not
 */
async function buildAndShow(request, run, whenBuilt = async () => undefined) {
    const { host, signal } = run;
    const told = { host, signal };
    const report = await build(request, run)
        .catch(async (error) => {
        // A runner that cancels doesn't wait.
        if (!signal.aborted)
            await showChecks(request, told, (root) => failedCheckRuns(failedRun(request, error), root));
        throw error;
    })
        .finally(whenBuilt);
    for (const [name, value] of (0,outputs/* outputs */.V4)(report))
        host.setOutput(name, value);
    if (request.leg !== undefined)
        await handOver(report, request, request.leg, run);
    await showChecks(request, told, (root) => checkRuns(report, root));
    host.info(`${report.pushed ? 'pushed' : 'built'} ${(0,report_report/* imageReference */.r)(report)}`);
    for (const { platform, image } of report.platforms)
        host.info(`  ${platform.text} ${image.descriptor.digest}`);
    return report;
}
async function showChecks({ checkRuns: wanted }, options, make) {
    if (wanted === undefined)
        return;
    // Loaded where it is wanted: the client is larger than all the rest.
    const { sendCheckRuns } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(351), __webpack_require__.e(434)]).then(__webpack_require__.bind(__webpack_require__, 8631));
    await sendCheckRuns(make(process.env.GITHUB_WORKSPACE ?? process.cwd()), { ...wanted, ...options });
}
function failedRun({ repositories, platforms }, error) {
    const fates = error instanceof pipeline_platforms/* PlatformsFailed */.Qy ? error.fates : [];
    return { error, image: repositories[0].text, platforms, fates };
}
function secretTexts(inputs) {
    const given = (0,values/* lines */.Mn)(inputs, 'secrets').map((line) => line.slice(line.indexOf('=') + 1));
    const variables = (0,values/* lines */.Mn)(inputs, 'secret-envs').map((line) => process.env[line.slice(line.indexOf('=') + 1)] ?? '');
    const all = [...(0,logins/* passwords */.L)(inputs), ...given, ...variables, inputs['github-token'].trim()];
    return all.filter((text) => text !== '');
}


/***/ }),

/***/ 3558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   nC: () => (/* binding */ platformMetadata),
/* harmony export */   yu: () => (/* binding */ metadata)
/* harmony export */ });
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78342);
/* harmony import */ var _request_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75557);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18456);



/** The `metadata` object (docs/outputs.md). Sizes are bytes as a registry stores them, times are seconds. */
function metadata(report) {
    return {
        'containerimage.digest': report.index.digest,
        'containerimage.descriptor': report.index,
        'image.name': report.references.map((reference) => reference.text).join(','),
        digest: report.index.digest,
        digests: (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .digests */ .c)(report),
        image: (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r)(report),
        tags: report.references.map((reference) => reference.text),
        pushed: report.pushed,
        platforms: report.platforms.map(({ platform }) => platform.text),
        'oci-layout': report.ociLayout ?? '',
        size: (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctSize */ .Sy)(report.platforms.map(({ image }) => image)),
        seconds: rounded(report.seconds),
        podman: report.podman,
        ...(report.cache && { cache: report.cache }),
        builds: Object.fromEntries(report.platforms.map((each) => [each.platform.text, platformMetadata(each)])),
    };
}
/** What `metadata` says of one platform. */
function platformMetadata(platform) {
    const { image } = platform;
    return {
        digest: image.descriptor.digest,
        size: (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .imageBlobs */ .aR)(image).reduce((sum, blob) => sum + blob.size, 0),
        layers: image.manifest.layers.map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
        emulated: platform.execution === 'emulated',
        execution: platform.execution,
        cacheHits: platform.cacheHits,
        ...(platform.cache && { cache: platform.cache }),
        ...(platform.repaired !== undefined && { repaired: platform.repaired }),
        seconds: {
            build: rounded(platform.buildSeconds),
            export: rounded(platform.exportSeconds),
            verify: rounded(platform.verifySeconds),
            ...(platform.smokeTestSeconds !== undefined && { smokeTest: rounded(platform.smokeTestSeconds) }),
            push: rounded(platform.pushSeconds),
        },
    };
}
/** All outputs of the step, by name. */
function outputs(report) {
    const perPlatform = Object.entries((0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .digests */ .c)(report));
    return new Map([
        ['digest', report.index.digest],
        ['digests', JSON.stringify((0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .digests */ .c)(report))],
        ...perPlatform.map(([platform, digest]) => [(0,_request_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOutput */ .g1)(platform), digest]),
        ['image', (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r)(report)],
        ['tags', report.references.map((reference) => reference.text).join('\n')],
        ['pushed', String(report.pushed)],
        ['platforms', report.platforms.map(({ platform }) => platform.text).join(',')],
        ['oci-layout', report.ociLayout ?? ''],
        ['docker-config', report.dockerConfig ?? ''],
        ['metadata', JSON.stringify(metadata(report))],
    ]);
}
function rounded(seconds) {
    return Math.round(seconds * 100) / 100;
}


/***/ }),

/***/ 30301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ parseBuildRequest)
});

// UNUSED EXPORTS: CONSTANT_TIME

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/request/annotations.js
var request_annotations = __webpack_require__(82965);
// EXTERNAL MODULE: ./build/src/request/values.js
var values = __webpack_require__(24065);
;// CONCATENATED MODULE: ./build/src/request/builders.js



const ADDRESS = /^(?:ssh|unix|tcp):\/\/\S+$/;
// https://github.com/containers/podman/blob/v5.8.0/docs/source/markdown/podman-system-connection-add.1.md
const CONNECTION = /^[\w][\w.-]*$/;
/**
 * The machines of `builders`: `platform=ssh://…`, or the name of a connection of podman's.
 * @throws {InputError}
 */
function parseBuilders(inputs, platforms) {
    const found = new Map();
    for (const line of (0,values/* lines */.Mn)(inputs, 'builders')) {
        const at = line.indexOf('=');
        const platform = platformOf(line.slice(0, Math.max(at, 0)).trim(), line);
        const name = line.slice(at + 1).trim();
        if (!platforms.some(({ text }) => text === platform.text)) {
            throw new errors/* InputError */.dz('builders', `${platform.text} is none of the platforms that are built`);
        }
        if (found.has(platform.text))
            throw new errors/* InputError */.dz('builders', `${platform.text} has two`);
        found.set(platform.text, { name, arguments: addressOf(name) });
    }
    return found;
}
function platformOf(text, line) {
    try {
        return (0,platform/* parsePlatform */.Y8)(text);
    }
    catch (cause) {
        throw new errors/* InputError */.dz('builders', `${JSON.stringify(line)} is not of the form platform=address`, {
            cause,
            cure: 'write linux/arm64=ssh://user@host/run/podman/podman.sock, or the name of a connection',
        });
    }
}
function addressOf(name) {
    if (ADDRESS.test(name))
        return [`--url=${name}`];
    if (CONNECTION.test(name))
        return [`--connection=${name}`];
    throw new errors/* InputError */.dz('builders', `${JSON.stringify(name)} is neither an address nor the name of a connection`, {
        cure: 'write ssh://user@host/run/podman/podman.sock, unix:///path, or a name of podman system connection list',
    });
}

// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(84974);
;// CONCATENATED MODULE: ./build/src/request/cache-write.js
/**
 * The rule of `cache-write: auto`. What strangers can propose must not get into what others are built from
 * (https://github.com/slsa-framework/slsa/blob/main/docs/spec/v1.1/threats.md, “Poison the build cache”).
 */
function automaticCacheWrite({ event, fork, pullRequest }) {
    if (event === undefined)
        return { write: true };
    if (event.startsWith('pull_request') || pullRequest)
        return { write: false, why: 'this is a pull request' };
    if (event === 'merge_group')
        return { write: false, why: 'this is a merge queue' };
    if (fork)
        return { write: false, why: 'this repository is a fork' };
    return { write: true };
}

;// CONCATENATED MODULE: ./build/src/request/cache.js





/**
 * The inputs that say where things are kept between runs.
 * @throws {InputError} when they don't fit together
 */
function parseCache(inputs, event) {
    const kind = (0,values/* choice */.Yq)(inputs, 'cache', ['auto', 'actions', 'directory', 'registry', 'off']);
    const folder = inputs['cache-dir'].trim();
    const reference = inputs['cache-ref'].trim();
    if (folder !== '' && kind !== 'auto' && kind !== 'directory') {
        throw new errors/* InputError */.dz('cache-dir', `is of no use with cache: ${kind}`, { cure: 'set cache: directory' });
    }
    if (reference !== '' && kind !== 'registry') {
        throw new errors/* InputError */.dz('cache-ref', `is of no use with cache: ${kind}`, { cure: 'set cache: registry' });
    }
    if (reference === '' && kind === 'registry') {
        throw new errors/* InputError */.dz('cache-ref', 'is missing', {
            cure: 'name the repository of the cache, such as quay.io/organisation/cache',
        });
    }
    const write = (0,values/* choice */.Yq)(inputs, 'cache-write', ['auto', 'true', 'false']);
    return {
        kind: (0,values/* boolean */.zM)(inputs, 'no-cache') ? 'off' : kind,
        folder: folder === '' ? undefined : (0,external_node_path_.resolve)(folder),
        repository: reference === '' ? undefined : repositoryOf(reference),
        writable: write === 'auto' ? automaticCacheWrite(event).write : write === 'true',
        scope: inputs['cache-scope'].trim() || undefined,
        mounts: (0,values/* boolean */.zM)(inputs, 'cache-mounts'),
        ttl: (0,values/* duration */.p0)(inputs, 'cache-ttl'),
        maxSize: (0,values/* size */.Ej)(inputs, 'cache-max-size'),
        skipUnchanged: (0,values/* boolean */.zM)(inputs, 'skip-unchanged'),
    };
}
function repositoryOf(reference) {
    try {
        return (0,oci_reference/* parseRepository */.SU)(reference);
    }
    catch (cause) {
        throw new errors/* InputError */.dz('cache-ref', cause.message.replace('; tags go into the input tags', ''), {
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/src/request/dockerfile-path.js
var dockerfile_path = __webpack_require__(19537);
;// CONCATENATED MODULE: ./build/src/request/extra-args.js

/** Options of `podman build` that this step owns, and what to use instead. */
const OWNED = {
    platform: 'use the input platforms',
    arch: 'use the input platforms',
    os: 'use the input platforms',
    variant: 'use the input platforms',
    'all-platforms': 'use the input platforms',
    tag: 'use the inputs image and tags',
    manifest: 'use the inputs image and tags',
    authfile: 'use the inputs registry, username and password, or REGISTRY_AUTH_FILE',
    creds: 'use the inputs registry, username and password',
    'cache-from': 'use the input cache',
    'cache-to': 'use the input cache',
    'cache-ttl': 'use the input cache-ttl',
    layers: 'the step decides it',
    'no-cache': 'use the input no-cache',
    output: 'use the output oci-layout',
    iidfile: 'use the output digests',
    timestamp: 'use the input source-date-epoch',
    'source-date-epoch': 'use the input source-date-epoch',
    'rewrite-timestamp': 'use the input source-date-epoch',
    format: 'use the input format',
    file: 'use the input file',
    target: 'use the input target',
    label: 'use the input labels',
    annotation: 'use the input annotations',
    'identity-label': 'the step decides it',
    'build-arg': 'use the input build-args',
    'build-arg-file': 'use the input build-args',
    logfile: 'the log is the step’s own',
    logsplit: 'the log is the step’s own',
    quiet: 'the log is the step’s own',
    'sign-by': 'sign the output digest afterwards',
};
const OWNED_SHORT = { t: 'tag', f: 'file', o: 'output', q: 'quiet' };
const SHORT_FLAGS_WITHOUT_VALUE = new Set(['D', 'q']);
/**
 * Checks further arguments of `podman build`.
 * @throws {InputError} for one that this step owns
 */
function checkExtraArgs(args) {
    for (const argument of args) {
        if (argument === '--')
            refuse(argument, 'the context is given by the input context');
        const long = /^--([^=]+)/.exec(argument)?.[1];
        const name = long ?? shortOptions(argument).find((option) => OWNED_SHORT[option] !== undefined);
        const owned = name === undefined ? undefined : long === undefined ? OWNED_SHORT[name] : name;
        if (owned !== undefined && OWNED[owned] !== undefined)
            refuse(argument, OWNED[owned]);
    }
    return args;
}
/** The options in a cluster such as `-qt`; what follows one that takes a value is its value. */
function shortOptions(argument) {
    if (!/^-[A-Za-z]/.test(argument))
        return [];
    const letters = [...argument.slice(1)];
    const last = letters.findIndex((letter) => !SHORT_FLAGS_WITHOUT_VALUE.has(letter));
    return last < 0 ? letters : letters.slice(0, last + 1);
}
function refuse(argument, cure) {
    throw new errors/* InputError */.dz('extra-args', `${argument} belongs to this step`, { cure });
}

// EXTERNAL MODULE: ./build/src/request/git-labels.js
var git_labels = __webpack_require__(69355);
// EXTERNAL MODULE: ./build/src/request/immutable-tags.js
var immutable_tags = __webpack_require__(96441);
// EXTERNAL MODULE: ./build/src/request/logins.js
var logins = __webpack_require__(24077);
// EXTERNAL MODULE: ./build/src/request/push.js
var push = __webpack_require__(99651);
// EXTERNAL MODULE: ./build/src/request/references.js
var request_references = __webpack_require__(29021);
// EXTERNAL MODULE: ./build/src/request/smoke-test.js
var smoke_test = __webpack_require__(52479);
;// CONCATENATED MODULE: ./build/src/request/parse.js















/**
 * 1980-01-01: the earliest time that zip archives can hold, which Python's wheels are; nixpkgs uses it for that reason
 * (https://nixos.org/manual/nixpkgs/stable/#sec-source-date-epoch).
 */
const CONSTANT_TIME = 315_532_800;
/**
 * Turns inputs into a request.
 * @throws {InputError} naming the input, the value and what is allowed
 */
function parseBuildRequest(inputs, git, env) {
    const platforms = (0,request_references/* platformsOf */.Wt)(inputs);
    const context = (0,dockerfile_path/* contextPath */.VJ)(inputs.context);
    const isLeg = ['digest', 'layout'].includes(inputs.push.trim());
    const { repositories, references, notices } = isLeg ? (0,request_references/* parseUntagged */.nC)(inputs) : (0,request_references/* parseReferences */.IO)(inputs, git);
    const push = parsePush(inputs, git, repositories);
    if (isLeg && (0,values/* boolean */.zM)(inputs, 'load')) {
        throw new errors/* InputError */.dz('load', 'needs a tag, and what is merged later has none yet', {
            cure: 'load the image where it is merged, or build it there with push: false',
        });
    }
    // A leg sets no tag, and its label is to have the version of those that the merge sets.
    const hasVersion = inputs.tags.trim() !== '' || git.ref?.kind === 'tag';
    const meant = isLeg && hasVersion ? (0,request_references/* parseReferences */.IO)(inputs, git) : undefined;
    const fromGit = (0,git_labels/* gitLabels */.Q)(inputs, git, repositories[0], meant?.references ?? references);
    const format = (0,values/* choice */.Yq)(inputs, 'format', ['oci', 'docker']);
    const annotations = (0,request_annotations/* parseAnnotations */.K)((0,values/* lines */.Mn)(inputs, 'annotations'), 'manifest');
    if (format === 'docker' && annotations.length > 0) {
        throw new errors/* InputError */.dz('annotations', 'Docker’s format has no annotations', {
            cure: 'use format: oci, or labels',
        });
    }
    const layout = (0,values/* choice */.Yq)(inputs, 'layout', ['auto', 'true', 'false']);
    const leg = isLeg ? { handsOver: handsOver(push.push, layout), commit: git.commit } : undefined;
    return {
        repositories,
        references,
        platforms,
        context,
        dockerfile: (0,dockerfile_path/* dockerfilePath */.Se)(inputs.file.trim(), context),
        build: parseBuildSettings(inputs, platforms, format, env),
        secrets: parseSecrets(inputs, env),
        labels: (0,values/* pairs */.AS)(inputs, 'labels'),
        gitLabels: fromGit.labels,
        annotations,
        qemu: (0,values/* choice */.Yq)(inputs, 'qemu', ['auto', 'always', 'never']),
        ...(inputs['qemu-image'].trim() !== '' && { qemuImage: imageName(inputs['qemu-image'].trim()) }),
        builders: parseBuilders(inputs, platforms),
        builderFallback: (0,values/* boolean */.zM)(inputs, 'builder-fallback'),
        maxParallel: inputs['max-parallel'] === '' ? undefined : (0,values/* wholeNumber */.rD)(inputs, 'max-parallel', 1, 1000),
        cache: parseCache(inputs, git),
        push: push.push,
        leg,
        immutable: (0,immutable_tags/* immutableAmong */.z)(references, (0,values/* lines */.Mn)(inputs, 'immutable-tags')),
        load: (0,values/* boolean */.zM)(inputs, 'load'),
        keepLayout: layout !== 'false' || (leg !== undefined && leg.handsOver !== 'record'),
        logins: (0,logins/* parseLogins */.w)((0,values/* lines */.Mn)(inputs, 'registry'), (0,values/* lines */.Mn)(inputs, 'username'), (0,logins/* passwords */.L)(inputs), repositories, push.push),
        tlsVerify: (0,values/* boolean */.zM)(inputs, 'tls-verify'),
        retries: (0,values/* wholeNumber */.rD)(inputs, 'retries', 1, 100),
        verify: (0,values/* choice */.Yq)(inputs, 'verify', ['strict', 'warn', 'off']),
        lint: (0,values/* choice */.Yq)(inputs, 'lint', ['warn', 'error', 'off']),
        verifyAllow: (0,values/* items */.ld)(inputs, 'verify-allow'),
        smokeTest: (0,smoke_test/* parseSmokeTest */.R)(inputs),
        summary: (0,values/* boolean */.zM)(inputs, 'summary'),
        checkRuns: (0,values/* boolean */.zM)(inputs, 'check-runs') ? { token: inputs['github-token'].trim() } : undefined,
        notices: [...notices, push.notice, fromGit.notice].filter((notice) => notice !== undefined),
    };
}
function handsOver(pushed, layout) {
    if (layout === 'true')
        return 'image';
    if (pushed)
        return 'record';
    return layout === 'auto' ? 'image' : 'manifest';
}
function parsePush(inputs, git, repositories) {
    const word = (0,values/* choice */.Yq)(inputs, 'push', ['auto', 'true', 'false', 'digest', 'layout']);
    if (word === 'auto')
        return (0,push/* automaticPush */.O)(git);
    return word === 'true' || word === 'digest'
        ? (0,push/* wantedPush */._)(git, repositories, (0,logins/* passwords */.L)(inputs))
        : { push: false };
}
function parseBuildSettings(inputs, platforms, format, env) {
    return {
        target: inputs.target.trim() || undefined,
        buildArgs: parseBuildArgs(inputs, platforms),
        buildContexts: [...(0,values/* pairs */.AS)(inputs, 'build-contexts')].map(([name, value]) => `${name}=${value}`),
        ssh: (0,values/* lines */.Mn)(inputs, 'ssh'),
        addHosts: [...(0,values/* pairs */.AS)(inputs, 'add-hosts', ':')].map(([name, value]) => `${name}:${value}`),
        network: inputs.network.trim() || undefined,
        shmSize: inputs['shm-size'].trim() || undefined,
        ulimits: [...(0,values/* pairs */.AS)(inputs, 'ulimit')].map(([name, value]) => `${name}=${value}`),
        pull: (0,values/* boolean */.zM)(inputs, 'pull'),
        extraArgs: checkExtraArgs((0,values/* lines */.Mn)(inputs, 'extra-args')),
        format,
        timestamp: parseTimestamp(inputs, env),
    };
}
function parseBuildArgs(inputs, platforms) {
    const args = (0,values/* lines */.Mn)(inputs, 'build-args');
    for (const argument of args) {
        const name = argument.split('=', 1)[0];
        if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
            throw new errors/* InputError */.dz('build-args', `${JSON.stringify(argument)} is not of the form NAME=value`);
        }
        if ((0,platform/* isPlatformArgument */.D3)(name) && platforms.length > 1) {
            throw new errors/* InputError */.dz('build-args', `${name} would have one value for all platforms`, {
                cure: `remove it: each platform’s build has its own ${name}; the Dockerfile only needs “ARG ${name}” without a default`,
            });
        }
    }
    return args;
}
function parseTimestamp(inputs, env) {
    const text = inputs['source-date-epoch'].trim();
    if (text === 'off')
        return undefined;
    const value = text === 'auto' ? (env.SOURCE_DATE_EPOCH ?? '') : text;
    if (value === '')
        return CONSTANT_TIME;
    if (/^\d{1,11}$/.test(value))
        return Number(value);
    throw new errors/* InputError */.dz(text === 'auto' ? 'SOURCE_DATE_EPOCH' : 'source-date-epoch', `${JSON.stringify(value)} is no number of seconds; allowed are auto, off and seconds since 1970`);
}
function parseSecrets(inputs, env) {
    const texts = [...(0,values/* pairs */.AS)(inputs, 'secrets')].map(([id, text]) => ({ id, source: { text } }));
    const variables = [...(0,values/* pairs */.AS)(inputs, 'secret-envs')].map(([id, variable]) => {
        const text = env[variable];
        if (text === undefined)
            throw new errors/* InputError */.dz('secret-envs', `${id}: the variable ${variable} is not set`);
        return { id, source: { text } };
    });
    const files = [...(0,values/* pairs */.AS)(inputs, 'secret-files')].map(([id, path]) => ({
        id,
        source: { file: (0,external_node_path_.resolve)(path) },
    }));
    const secrets = [...texts, ...variables, ...files];
    for (const { id } of secrets) {
        // The id goes into podman's comma-separated --secret and names a file.
        if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) {
            throw new errors/* InputError */.dz('secrets', `${JSON.stringify(id)} is no id; allowed are letters, digits, ., _ and -`);
        }
    }
    return secrets;
}
// It becomes an argument of podman run, where a dash would make it an option.
function imageName(text) {
    if (/^[\w][\w.:/@-]*$/.test(text))
        return text;
    throw new errors/* InputError */.dz('qemu-image', `${JSON.stringify(text)} is no name of an image`);
}


/***/ })

};
