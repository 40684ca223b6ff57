export const id = 435;
export const ids = [435];
export const modules = {

/***/ 9543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ww: () => (/* binding */ WORKSPACE_STATE),
  aR: () => (/* binding */ Workspace),
  z4: () => (/* binding */ keptLayout),
  DA: () => (/* binding */ removeLeftovers)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(73185);
// EXTERNAL MODULE: ./build/src/oci/layout.js
var oci_layout = __webpack_require__(57545);
// EXTERNAL MODULE: ./build/src/podman/store.js
var store = __webpack_require__(77034);
;// CONCATENATED MODULE: ./build/src/builder/abandoned.js


const NOTE = 'run.json';
const OWN = /^multiarch-build-[0-9a-f]{12}$/;
/**
 * Notes in a run's folder who it belongs to. On the command line no later part of the same job removes what a killed run leaves.
 * @param leftovers what the run will have made, as `removeLeftovers` of `workspace.ts` takes it
 */
async function noteRun(folder, leftovers) {
    const run = await thisProcess();
    if (run === undefined)
        return;
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, NOTE), JSON.stringify({ run, leftovers }), { mode: 0o600 });
}
/** What runs that are gone have left, by what {@link noteRun} wrote in folders of this user's in `parent`. */
async function abandonedRuns(parent) {
    const self = await thisProcess();
    const names = await (0,promises_.readdir)(parent).catch(() => []);
    const found = names
        .filter((name) => OWN.test(name))
        .map(async (name) => {
        const note = await readNote((0,external_node_path_.join)(parent, name));
        return self && note && (await isGone(note.run, self)) ? [note.leftovers] : [];
    });
    return (await Promise.all(found)).flat();
}
async function readNote(folder) {
    try {
        const { uid } = await (0,promises_.lstat)(folder);
        if (uid !== process.getuid?.())
            return undefined;
        return JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, NOTE), 'utf8'));
    }
    catch {
        return undefined;
    }
}
async function isGone(run, self) {
    if (run.boot !== self.boot)
        return true;
    // In another container, with the same storage, it may well be at work.
    if (run.namespace !== self.namespace)
        return false;
    return (await startOf(run.pid)) !== run.started;
}
/** @returns undefined where there is no `/proc` */
async function thisProcess() {
    try {
        const boot = (await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
        const namespace = await (0,promises_.readlink)('/proc/self/ns/pid');
        const started = await startOf(process.pid);
        return started === undefined ? undefined : { boot, namespace, pid: process.pid, started };
    }
    catch {
        return undefined;
    }
}
/** The 22nd field, counted behind the name, which may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function startOf(pid) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

;// CONCATENATED MODULE: ./build/src/builder/workspace.js









/** Name under which the step's post part finds what has to be removed. */
const WORKSPACE_STATE = 'workspace';
// More runs than that don’t end at the same moment.
const MOST_TRIES = 10;
/** The folders of one run. All of them are gone when it ends, but for the layout where it is to be kept. */
class Workspace {
    folder;
    storage;
    exportFolder;
    layout;
    temporary;
    leftovers;
    constructor(
    /** Small files: secrets and logins. */
    folder, 
    /** The run's own container storage, and where it may mount the user's. */
    storage, 
    /** What podman writes, on the layout's file system. */
    exportFolder, layout, 
    /** What podman is given as TMPDIR: with it go the folders of cache mounts, which are not to be shared. */
    temporary, leftovers) {
        this.folder = folder;
        this.storage = storage;
        this.exportFolder = exportFolder;
        this.layout = layout;
        this.temporary = temporary;
        this.leftovers = leftovers;
    }
    /** Makes the folders, and notes them for the post part first, which removes what a kill leaves. */
    static async open(host, podman, keptLayout, env) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'multiarch-build-'));
        // podman 4 refuses a run root of more than 50 characters, which TMPDIR and a runner's folders easily have.
        const run = await (0,promises_.mkdtemp)('/tmp/multiarch-build-run-');
        const stores = (0,store/* storesFolder */.vw)(podman, folder);
        // Never in a folder that is removed with all that is in it.
        const images = stores.startsWith(`${folder}/`) ? `${folder}-images` : `${stores}-images`;
        // Not below the others: sockets of SSH mounts lie in it, and their paths may have 108 characters.
        const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.TMPDIR || '/var/tmp', 'multiarch-build-'));
        const staging = keptLayout === undefined
            ? (0,external_node_path_.join)(folder, 'staging')
            : (0,external_node_path_.join)(keptLayout.volume, `multiarch-build-staging-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        const logins = (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `multiarch-build-logins-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        // Secrets and logins go first: should another not let itself be removed, they are gone.
        const folders = [folder, stores, run, staging, temporary];
        const leftovers = { folders, logins, places: [images], rootless: podman.rootless && !podman.isRemote };
        const state = JSON.stringify(leftovers);
        host.saveState(WORKSPACE_STATE, state);
        // A runner's post part removes what its run left.
        if (host.kind !== 'runner' && (0,external_node_path_.dirname)(stores) === (0,external_node_path_.dirname)(podman.graphRoot)) {
            await removeAbandoned((0,external_node_path_.dirname)(stores), host);
            await noteRun(stores, state);
        }
        const exportFolder = (0,external_node_path_.join)(staging, 'export');
        await (0,promises_.mkdir)(exportFolder, { recursive: true, mode: 0o700 });
        const layout = await oci_layout/* Layout */.P.create((0,external_node_path_.join)(staging, 'oci-layout'));
        return new Workspace(folder, { stores, run, images }, exportFolder, layout, temporary, leftovers);
    }
    /** Writes a file that only this user can read. */
    async writePrivate(name, text) {
        const path = (0,external_node_path_.join)(this.folder, name);
        await (0,promises_.writeFile)(path, text, { mode: 0o600 });
        return path;
    }
    /** Writes Docker's file of logins, which stays until the post part of the step. @returns its folder */
    async keepLogins(text) {
        const { logins } = this.leftovers;
        await (0,promises_.mkdir)(logins, { mode: 0o700 });
        await (0,promises_.writeFile)((0,external_node_path_.join)(logins, 'config.json'), text, { mode: 0o600 });
        return logins;
    }
    /** Puts the layout in its lasting place, where one of an earlier run is replaced. */
    async keepLayout(path) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        for (let tries = 1;; tries++) {
            await (0,promises_.rm)(path, { recursive: true, force: true });
            try {
                await (0,promises_.rename)(this.layout.folder, path);
                return;
            }
            catch (error) {
                const { code } = error;
                if (code === 'EXDEV')
                    return (0,promises_.cp)(this.layout.folder, path, { recursive: true });
                // Another run of the same repository has just put its own there.
                if ((code !== 'ENOTEMPTY' && code !== 'EEXIST') || tries === MOST_TRIES)
                    throw error;
            }
        }
    }
    /** @throws {Error} when something is left */
    async close() {
        const { folders, places, rootless } = this.leftovers;
        await (0,store/* removeFolders */.cw)(folders, rootless, places);
    }
}
/** Where the layout is kept: with the runner's temporary files, or in the user's cache, one a repository. */
function keptLayout(repository, env) {
    const volume = env.RUNNER_TEMP || (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'multiarch-build');
    const name = env.RUNNER_TEMP
        ? [`multiarch-build-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`, 'oci-layout']
        : // Not as folders in folders: repositories can lie within another, and are replaced whole.
            ['oci-layout', repository.text.replaceAll(':', '_').replaceAll('/', '+')];
    return { volume, path: (0,external_node_path_.join)(volume, ...name) };
}
/** Removes what killed runs of this user's have left. */
async function removeAbandoned(parent, host) {
    for (const state of await abandonedRuns(parent)) {
        await removeLeftovers(state).catch((error) => host.warning(`what a killed run has left could not be removed: ${(0,errors/* messageOf */.bD)(error)}`));
    }
}
/**
 * Ends and removes what a killed run left. Only folders with this product's own names are touched, whatever the state says.
 */
async function removeLeftovers(state) {
    const { folders, logins, places, rootless } = JSON.parse(state);
    const isOwn = (folder) => (0,external_node_path_.isAbsolute)(folder) &&
        [(0,external_node_path_.basename)(folder), (0,external_node_path_.basename)((0,external_node_path_.dirname)(folder))].some((name) => name.startsWith('multiarch-build-'));
    const own = [...folders, logins].filter(isOwn);
    await (0,host_process/* endProcessesNaming */.JV)(own);
    await (0,host_process/* endProcessesRootedIn */.ZU)(own, (0,store/* inNamespace */.d2)(rootless));
    await (0,store/* removeFolders */.cw)(own, rootless, places.filter(isOwn));
}


/***/ }),

/***/ 90454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Kg: () => (/* binding */ recordPrefix),
/* harmony export */   Ws: () => (/* binding */ LAYOUT_FOLDER),
/* harmony export */   Ym: () => (/* binding */ encodeRecord),
/* harmony export */   lt: () => (/* binding */ RECORD_FILE),
/* harmony export */   xD: () => (/* binding */ recordName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _oci_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62612);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23856);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84974);




/** The record's file within what is handed over. */
const RECORD_FILE = 'record.json';
/** Folder with an image layout, beside the record. */
const LAYOUT_FOLDER = 'oci-layout';
const VERSION = 1;
const PREFIX = 'multiarch-build';
const HASH_LENGTH = 8;
/** What names of records begin with: all, or those of one image. */
function recordPrefix(image) {
    if (image === undefined)
        return `${PREFIX}.`;
    // Two names may look alike once they have no slashes and colons, which artifacts can't have in theirs
    // (https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts).
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(image.text).digest('hex').slice(0, HASH_LENGTH);
    return `${PREFIX}.${image.text.replaceAll(/[/:]/g, '-')}.${hash}.`;
}
/** The name under which a record is handed over: a leg that runs again replaces what it handed over before. */
function recordName({ repositories, platform }) {
    return `${recordPrefix(repositories[0])}${(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .platformSlug */ .DN)(platform)}`;
}
/** A record as text. */
function encodeRecord(record) {
    return JSON.stringify({
        ...record,
        version: VERSION,
        repositories: record.repositories.map(({ text }) => text),
        platform: record.platform.text,
    });
}
/**
 * Reads a record, whose text other jobs of the run could have written.
 * @throws {MalformedError}
 */
function parseRecord(text) {
    try {
        const record = object(JSON.parse(text));
        if (record.version !== VERSION)
            throw new Error(`its version is ${JSON.stringify(record.version)}`);
        const repositories = list(record.repositories).map((each) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(words(each)));
        if (repositories.length === 0)
            throw new Error('it names no repository');
        return {
            repositories,
            platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .Y8)(words(record.platform)),
            descriptor: (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDescriptor */ .BA)(record.descriptor),
            pushed: record.pushed === true,
            verify: words(record.verify),
            commit: record.commit === undefined ? undefined : words(record.commit),
            attempt: record.attempt === undefined ? undefined : words(record.attempt),
            metadata: object(record.metadata),
        };
    }
    catch (cause) {
        throw new _oci_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .MalformedError */ .G4(`a record of a platform can’t be read: ${cause.message}`, { cause });
    }
}
function object(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Error('an object is missing');
    return value;
}
function list(value) {
    if (!Array.isArray(value))
        throw new Error('a list is missing');
    return value;
}
function words(value) {
    if (typeof value !== 'string')
        throw new Error('a text is missing');
    return value;
}


/***/ }),

/***/ 75791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _verify_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73558);


/**
 * Does with findings what `verify` says. Warnings never fail a build.
 * @throws {VerificationError} when it is strict and there are errors
 */
function judge(findings, verify, warn) {
    if (verify === 'off')
        return;
    const errors = verify === 'strict' ? findings.filter(({ severity }) => severity === 'error') : [];
    for (const finding of findings) {
        if (!errors.includes(finding))
            warn(withCure(finding, '. What to do: '), finding.location);
    }
    if (errors.length === 0)
        return;
    const [first] = errors;
    const others = errors.slice(1).map((each) => withCure(each, '; '));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .VerificationError */ .mk([(0,_verify_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFinding */ .j)(first), ...others].join('\n'), {
        cure: first.cure ?? 'mend what is named as the likely cause and run again; no tag was moved',
        ...(first.location && { location: first.location }),
    });
}
function withCure(finding, before) {
    return finding.cure === undefined
        ? (0,_verify_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFinding */ .j)(finding)
        : `${(0,_verify_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFinding */ .j)(finding)}${before}${finding.cure}`;
}


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ namedSources),
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   sT: () => (/* binding */ recordedSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38321);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27406);
/* harmony import */ var _legs_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90454);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57545);
/* harmony import */ var _oci_parse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62612);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(84974);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(57578);
/* harmony import */ var _verify_found_index_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(64414);
/* harmony import */ var _found_image_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5620);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(72187);













/**
 * Reads what legs have handed over, each in a folder of its own.
 * @throws {MergeError}
 */
async function readRecords(folders) {
    return Promise.all(folders.map(async (folder) => {
        try {
            return { record: (0,_legs_record_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRecord */ .Hh)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, _legs_record_js__WEBPACK_IMPORTED_MODULE_5__/* .RECORD_FILE */ .lt), 'utf8')), folder };
        }
        catch (cause) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .MergeError */ .VX(`what a leg handed over can’t be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, {
                cause,
                cure: 'run the legs again, with the same version of this action as the merge',
            });
        }
    }));
}
/** The image of a record: from the repository that has it, or else from the layout beside the record. */
async function recordedSource({ record, folder }, client) {
    const { repositories, platform, descriptor } = record;
    const from = `the leg of ${platform.text}`;
    const repository = repositories[0];
    const pushed = record.pushed ? await pushedSource(repository, descriptor, client) : undefined;
    if (pushed !== undefined)
        return { ...(await readSource(pushed, descriptor, repository, from)), record };
    const layout = await (0,_image_source_js__WEBPACK_IMPORTED_MODULE_12__/* .layoutSource */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, _legs_record_js__WEBPACK_IMPORTED_MODULE_5__/* .LAYOUT_FOLDER */ .Ws), undefined).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .MergeError */ .VX(`${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_8__/* .digestReference */ .O9)(repository, descriptor.digest)} is not there (${platform.text})`, {
            cause,
            cure: record.pushed
                ? 'the registry has collected what had no tag: run that leg again, or give the legs layout: true, with which the image itself is handed over'
                : 'run that leg again',
        });
    });
    const source = await readSource(layout, descriptor, undefined, from);
    return { ...source, hasLayers: await hasLayers((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, _legs_record_js__WEBPACK_IMPORTED_MODULE_5__/* .LAYOUT_FOLDER */ .Ws), source.image), record };
}
async function hasLayers(folder, { manifest }) {
    const layout = await _oci_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .Layout */ .P.open(folder);
    return manifest.layers.every(({ digest }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(layout.blobPath(digest)));
}
/** All images of a source that was named. */
async function namedSources(source, home, client) {
    const repository = source.kind === 'digest' ? home : source.repository;
    const reference = source.kind === 'digest' ? source.digest : source.reference;
    const found = await (0,_image_source_js__WEBPACK_IMPORTED_MODULE_12__/* .registrySource */ .B)(client, repository, reference);
    const root = await found.root();
    const descriptors = (0,_oci_types_js__WEBPACK_IMPORTED_MODULE_9__/* .isIndexType */ .$U)(root.descriptor.mediaType)
        ? (0,_verify_found_index_js__WEBPACK_IMPORTED_MODULE_10__/* .examineIndex */ .y)((0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parseIndex */ .A1)(root.bytes)).images
        : [root.descriptor];
    const separator = reference.startsWith('sha256:') ? '@' : ':';
    const from = `${repository.text}${separator}${reference}`;
    return Promise.all(descriptors.map(async (each) => {
        // It may have been read from a mirror, and pushes go to the name as written.
        const isThere = (await client.getManifest(repository, each.digest)) !== undefined;
        return readSource(found, each, isThere ? repository : undefined, from);
    }));
}
/** An image by digest in the very repository that it was pushed to, whatever registries.conf says; undefined when it is gone. */
async function pushedSource(repository, descriptor, client) {
    const manifest = await client.getManifest(repository, descriptor.digest);
    if (manifest === undefined)
        return undefined;
    const { bytes } = manifest;
    return {
        root: async () => ({ bytes, descriptor }),
        manifest: async () => bytes,
        config: async (config) => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_3__.buffer)(await client.getBlob(repository, config)),
        layer: (layer) => client.getBlob(repository, layer),
    };
}
async function readSource(source, descriptor, standing, from) {
    try {
        const manifest = await source.manifest(descriptor);
        const read = await (0,_found_image_js__WEBPACK_IMPORTED_MODULE_11__/* .readImage */ .A)(source, descriptor, manifest);
        const image = { ...read, descriptor: checkedDescriptor(descriptor, manifest, read.manifest.mediaType) };
        const config = await source.config(image.manifest.config);
        return { image, manifest, config, layer: source.layer, hasLayers: true, standing, from };
    }
    catch (cause) {
        if (!(cause instanceof _oci_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .MalformedError */ .G4))
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .MergeError */ .VX(`${from}: ${descriptor.digest} is no image: ${cause.message}`, { cause });
    }
}
/**
 * A descriptor whose word is true of a manifest, without annotations, which say something of the index that it was in.
 * @throws {MalformedError}
 */
function checkedDescriptor({ mediaType, digest, size }, manifest, own) {
    if (manifest.length !== size)
        throw new _oci_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .MalformedError */ .G4(`it has ${manifest.length} bytes, and was to have ${size}`);
    if (own !== undefined && own !== mediaType)
        throw new _oci_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .MalformedError */ .G4(`it says to be ${own}, not ${mediaType}`);
    return { mediaType, digest, size };
}


/***/ }),

/***/ 62051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ refuseWhatWillDiffer),
/* harmony export */   j: () => (/* binding */ refuseMoving)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62612);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57578);
/* harmony import */ var _registry_request_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43135);




/**
 * Refuses a build whose immutable tags already stand on what this build can't give: no index, or the index of another commit.
 * @param revision the commit that the index will name; undefined when it names none
 * @throws {RegistryError}
 */
async function refuseWhatWillDiffer(client, immutable, revision) {
    for (const reference of immutable) {
        const found = await client.getManifest(reference.repository, reference.tag).catch(unlessRefused);
        if (found === undefined)
            continue;
        if (!(0,_oci_types_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(found.mediaType)) {
            throw refusal(reference, `it is ${found.digest}, a single image, and this build gives an image index`);
        }
        const other = (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndex */ .A1)(found.bytes).annotations?.[_oci_types_js__WEBPACK_IMPORTED_MODULE_2__/* .REVISION */ .sP];
        if (revision === undefined || other === revision)
            continue;
        const from = other === undefined ? 'which names no commit' : `built from commit ${other}`;
        throw refusal(reference, `it is ${found.digest}, ${from}, and this is ${revision}`);
    }
}
// Some registries answer so for a repository that the first push will make. What stands there is looked at again before tags are set.
function unlessRefused(error) {
    if (error instanceof _registry_request_error_js__WEBPACK_IMPORTED_MODULE_3__/* .RequestError */ .G && [401, 403].includes(error.status ?? 0))
        return undefined;
    throw error;
}
/**
 * Refuses to move immutable tags, before any tag is set.
 * @param standing what tags refer to now
 * @throws {RegistryError}
 */
function refuseMoving(immutable, standing, digest) {
    for (const reference of immutable) {
        const now = standing.get(reference.text);
        if (now === undefined || now === digest)
            continue;
        throw refusal(reference, `it is ${now}, and this build is ${digest}`);
    }
}
function refusal({ text }, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`${text} must not be overwritten (immutable-tags): ${why}; no tag was set`, {
        cure: 'give this build a version of its own, or take the pattern out of immutable-tags',
    });
}


/***/ }),

/***/ 6458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ checkLogins),
/* harmony export */   N0: () => (/* binding */ publishImage),
/* harmony export */   cN: () => (/* binding */ publishIndex)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _immutable_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62051);



const BLOBS_AT_ONCE = 4;
/**
 * Tries every repository's login before anything is built.
 * @throws {RegistryError} when a registry does not accept it
 */
async function checkLogins({ client, repositories }) {
    await Promise.all(repositories.map((repository) => client.checkAccess(repository)));
}
/**
 * Pushes one platform's blobs, then its manifest by digest, to every repository. No tag is touched.
 * @param standing repositories that have the image already
 * @param signal ends it before the next blob or manifest: what is under way may be another platform's too
 * @throws {Interrupted} when it fired
 */
async function publishImage(publication, image, signal, standing = []) {
    const unlessEnded = (push) => {
        if (signal.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Interrupted */ .j$();
        return push();
    };
    const having = [...standing];
    const isThere = ({ text }) => having.some((other) => other.text === text);
    for (const repository of publication.repositories) {
        if (isThere(repository))
            continue;
        // Another repository of the same registry already has the blobs: they are mounted, not sent again.
        const mountFrom = having.find((other) => other.registry === repository.registry);
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(BLOBS_AT_ONCE);
        const blobs = [...image.manifest.layers, image.manifest.config];
        await Promise.all(blobs.map((blob) => limit(() => unlessEnded(() => pushBlobOnce(publication, repository, blob, mountFrom)))));
        await unlessEnded(() => putByDigest(publication, repository, image.descriptor));
        having.push(repository);
    }
}
/**
 * Platforms share blobs. Each is sent once, whichever platform is first: two uploads of one blob at the same moment
 * are also what docker-registry 2.8 answers a manifest's PUT with DIGEST_INVALID for.
 */
function pushBlobOnce({ client, openBlob, blobs }, repository, blob, mountFrom) {
    const key = `${repository.text}@${blob.digest}`;
    const pushed = blobs.get(key) ?? client.pushBlob(repository, blob, () => openBlob(blob), mountFrom);
    blobs.set(key, pushed);
    return pushed;
}
/**
 * Pushes the index by digest to every repository and reads it back.
 * @param immutable those of the references that must not get another digest
 * @returns what sets the tags; one that is right already is left alone
 * @throws {RegistryError} when a registry has something else afterwards than what was sent, or an immutable tag another digest
 */
async function publishIndex(publication, index, references, immutable) {
    for (const repository of publication.repositories)
        await putByDigest(publication, repository, index);
    const standing = new Map();
    for (const { text, repository, tag } of references) {
        standing.set(text, (await publication.client.resolve(repository, tag))?.digest);
    }
    (0,_immutable_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseMoving */ .j)(immutable, standing, index.digest);
    return async () => {
        for (const reference of references) {
            if (standing.get(reference.text) === index.digest)
                publication.onTag?.(reference);
            else
                await setTag(publication, index, reference);
        }
    };
}
async function putByDigest(publication, repository, descriptor) {
    const { client, layout } = publication;
    const bytes = await layout.readBytes(descriptor.digest);
    await client.putManifest(repository, descriptor.digest, bytes, descriptor.mediaType);
    const stored = await client.getManifest(repository, descriptor.digest);
    if (stored === undefined || !stored.bytes.equals(bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`${repository.text}@${descriptor.digest} was pushed, but the registry ${stored ? 'has other bytes' : 'does not have it'}`, { cure: 'run the job again; if it stays, the registry’s storage is damaged or a proxy answers for it' });
    }
}
async function setTag(publication, index, reference) {
    const { client, layout } = publication;
    const { repository, tag } = reference;
    await client.putManifest(repository, tag, await layout.readBytes(index.digest), index.mediaType);
    // Before it is read back: should that fail, it must not be said that no tag was set.
    publication.onTag?.(reference);
    const after = await client.getManifest(repository, tag);
    if (after?.digest !== index.digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`${reference.text} was set to ${index.digest}, but the registry says ${after?.digest ?? 'that there is no such tag'}`, { cure: 'another job may have moved the tag at the same moment; run the job again' });
    }
}


/***/ }),

/***/ 82965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseAnnotations)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23856);


const LEVELS = /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?)*):(.*)$/;
/**
 * Annotations as docker/build-push-action writes them: `key=value` of the manifests, `index:key=value`,
 * `manifest,index:key=value`, `manifest[linux/arm64]:key=value`.
 * @throws {InputError} for anything else
 */
function parseAnnotations(lines, defaultLevel) {
    return lines.flatMap((line) => {
        const match = LEVELS.exec(line);
        const assignment = match ? match[2] : line;
        const equals = assignment.indexOf('=');
        if (equals < 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('annotations', `${JSON.stringify(line)} is not of the form name=value`);
        const key = assignment.slice(0, equals).trim();
        const value = assignment.slice(equals + 1);
        return (match?.[1] ?? defaultLevel)
            .split(',')
            .map((level) => ({ ...parseLevel(level, line), key, value }));
    });
}
function parseLevel(text, line) {
    const [, level, platform] = /^([a-z-]+)(?:\[([^\]]*)\])?$/.exec(text);
    if (level !== 'manifest' && level !== 'index') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('annotations', `${JSON.stringify(line)}: annotations of descriptors can't be set`, {
            cure: 'use the prefix manifest: or index:',
        });
    }
    if (platform === undefined)
        return { level };
    if (level === 'index') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('annotations', `${JSON.stringify(line)}: an index has no platform`);
    }
    try {
        return { level, platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .Y8)(platform).text };
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('annotations', `${JSON.stringify(line)}: ${cause.message}`, { cause });
    }
}


/***/ }),

/***/ 69355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ gitLabels)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57578);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24065);



const PREFIX = 'org.opencontainers.image.';
const SHORT_COMMIT = 7;
/** The labels of `git-labels`, and those that are always there. */
function gitLabels(inputs, git, repository, references) {
    const mode = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(inputs, 'git-labels', ['auto', 'always', 'never']);
    const labels = new Map();
    const set = (name, value) => {
        if (value !== undefined)
            labels.set(`${PREFIX}${name}`, value);
    };
    set('title', repository.path.split('/').at(-1));
    set('source', git.source);
    const tagPush = git.ref?.kind === 'tag' && (git.event === undefined || git.event === 'push' || git.event === 'release');
    if (mode === 'never' || (mode === 'auto' && !tagPush))
        return { labels };
    const isClean = git.changed.length === 0;
    if (isClean)
        set('revision', git.commit);
    set('version', versionAmong(references.map(({ tag }) => tag)));
    set('created', git.commitTime);
    if (isClean || git.commit === undefined || (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)(inputs, 'labels').has(_oci_types_js__WEBPACK_IMPORTED_MODULE_1__/* .REVISION */ .sP))
        return { labels };
    return { labels, notice: noticeOf(git.changed, git.commit) };
}
function versionAmong(tags) {
    return tags.find((tag) => semver__WEBPACK_IMPORTED_MODULE_0__.valid(tag) !== null) ?? tags[0];
}
function noticeOf(changed, commit) {
    const differ = changed.length === 1 ? 'differs' : `and ${changed.length - 1} more differ`;
    return `${changed[0]} ${differ} from commit ${commit.slice(0, SHORT_COMMIT)}, so the label ${_oci_types_js__WEBPACK_IMPORTED_MODULE_1__/* .REVISION */ .sP} is left out. Commit the changes or undo them before this step to have it.`;
}


/***/ }),

/***/ 96441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ immutableAmong)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/** Tags that must not get another digest: those that fit a pattern, in every repository. */
function immutableAmong(references, patterns) {
    const matches = patterns.map((pattern) => picomatch__WEBPACK_IMPORTED_MODULE_0__(pattern, { dot: true, nonegate: true }));
    return references.filter(({ tag }) => matches.some((match) => match(tag)));
}


/***/ }),

/***/ 29021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ parseReferences),
/* harmony export */   Wt: () => (/* binding */ platformsOf),
/* harmony export */   nC: () => (/* binding */ parseUntagged),
/* harmony export */   z1: () => (/* binding */ refuseSharedTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23856);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84974);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53074);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24065);





/**
 * The repositories and tags of `image` and `tags`, or those that the Git ref gives.
 * @throws {InputError}
 */
function parseReferences(inputs, git) {
    const images = (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(inputs, 'image').map((text) => orInputError('image', () => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(text)));
    const given = (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(inputs, 'tags');
    const full = given
        .filter((tag) => /[/:]/.test(tag))
        .map((tag) => orInputError('tags', () => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTaggedReference */ .$R)(tag)));
    const bare = given.filter((tag) => !/[/:]/.test(tag));
    for (const tag of bare) {
        if (!(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isTag */ .dz)(tag))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('tags', `${JSON.stringify(tag)} is no valid tag`);
    }
    if (images.length === 0 && (full.length === 0 || bare.length > 0)) {
        throw missingImage();
    }
    const defaults = given.length === 0 ? (0,_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultTags */ .nK)(git, images) : { tags: [] };
    const tags = given.length === 0 ? defaults.tags : bare;
    if (given.length === 0 && tags.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('tags', 'none is given, and there is no Git ref to make one from', {
            cure: 'give at least one tag',
        });
    }
    const references = [...images.flatMap((image) => tags.map((tag) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withTag */ .Rd)(image, tag))), ...full];
    const repositories = uniqueBy([...images, ...full.map((reference) => reference.repository)], (each) => each.text);
    return {
        repositories,
        references: uniqueBy(references, (each) => each.text),
        notices: defaults.notice === undefined ? [] : [defaults.notice],
    };
}
/**
 * Refuses one tag for several images, of which the last to be pushed would have it.
 * @throws {InputError}
 */
function refuseSharedTags(images) {
    const owners = new Map();
    for (const { repositories, references } of images) {
        const image = repositories[0].text;
        for (const { text } of references) {
            const owner = owners.get(text) ?? image;
            owners.set(text, owner);
            if (owner === image)
                continue;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('tags', `${text} would be a tag of ${owner} and of ${image}`, {
                cure: 'give several images bare tags, which each of them gets',
            });
        }
    }
}
/**
 * The repositories of `image`, for images that get their tags elsewhere.
 * @throws {InputError}
 */
function parseUntagged(inputs) {
    const repositories = (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(inputs, 'image').map((text) => orInputError('image', () => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRepository */ .SU)(text)));
    if (repositories.length === 0)
        throw missingImage();
    return { repositories: uniqueBy(repositories, (each) => each.text), references: [], notices: [] };
}
function missingImage() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('image', 'is missing', {
        cure: 'name the repository, such as quay.io/organisation/name',
    });
}
/**
 * The platforms, in the order given.
 * @throws {InputError} for one that is none, or is there twice
 */
function platformsOf(inputs) {
    return orInputError('platforms', () => (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatforms */ .qA)((0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(inputs, 'platforms')));
}
function orInputError(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(input, cause.message, { cause });
    }
}
function uniqueBy(values, key) {
    const seen = new Set();
    return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}


/***/ })

};
