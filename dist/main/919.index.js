export const id = 919;
export const ids = [919];
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

/***/ 18919:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _builder_workspace_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9543);
/* harmony import */ var _cache_pending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76435);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _host_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82772);




// Whether the image is right was decided before: nothing that fails here must fail the job.
// Each of several services has saved its own.
const states = Object.keys(process.env).filter((name) => isState(name, _builder_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .WORKSPACE_STATE */ .Ww) && process.env[name]);
for (const name of states) {
    await (0,_builder_workspace_js__WEBPACK_IMPORTED_MODULE_0__/* .removeLeftovers */ .DA)(process.env[name]).catch((error) => {
        (0,_host_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerHost */ .B)().warning(`temporary files could not be removed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    });
}
const cache = process.env[`STATE_${_cache_pending_js__WEBPACK_IMPORTED_MODULE_1__/* .CACHE_STATE */ .bK}`];
if (cache) {
    const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(118), __webpack_require__.e(788), __webpack_require__.e(729), __webpack_require__.e(400), __webpack_require__.e(625), __webpack_require__.e(299), __webpack_require__.e(456)]).then(__webpack_require__.bind(__webpack_require__, 72327));
    await saveCache(cache, (0,_host_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerHost */ .B)()).catch((error) => {
        (0,_host_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerHost */ .B)().warning(`cache: what this run found could not be saved: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    });
}
function isState(name, state) {
    return name === `STATE_${state}` || name.startsWith(`STATE_${state}-`);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 27406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   VX: () => (/* binding */ MergeError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   j$: () => (/* binding */ Interrupted),
/* harmony export */   kk: () => (/* binding */ LintError),
/* harmony export */   mk: () => (/* binding */ VerificationError),
/* harmony export */   wt: () => (/* binding */ SmokeTestError),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/**
 * An expected failure: its message says what happened and where, `cure` what to do. Anything thrown that
 * is no `Failure` is a defect of this product and is reported as one.
 */
class Failure extends Error {
    /** Exit code of the command line (docs/command-line.md). */
    exitCode = 1;
    cure;
    location;
    /** Parts of the message that are somebody else's words: of a program, of podman, of the user. */
    quotes;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.cure = details.cure;
        this.location = details.location;
        this.quotes = details.quotes ?? [];
    }
}
/** An input (or option) that can't be used. */
class InputError extends Failure {
    input;
    exitCode = 2;
    constructor(input, problem, details = {}) {
        super(`input ${input}: ${problem}`, details);
        this.input = input;
    }
}
/** The machine lacks something that the build needs. */
class HostError extends Failure {
    exitCode = 3;
}
/** One platform could not be built. */
class BuildError extends Failure {
}
/** The Dockerfile has findings, and `lint: error` wants none. */
class LintError extends Failure {
}
/** What was built is not what was asked for. */
class VerificationError extends Failure {
}
/** An image's program does not do what the smoke test wants. */
class SmokeTestError extends Failure {
}
/** What several runs made can't be put together. */
class MergeError extends Failure {
}
/** A registry refused, or could not be reached. */
class RegistryError extends Failure {
}
/** The run was cancelled by a signal. */
class Interrupted extends Failure {
    exitCode = 130;
    constructor() {
        super('interrupted');
    }
}
/** The message of anything thrown, and below it what to do. */
function describeFailure(error) {
    const cure = error instanceof Failure ? error.cure : undefined;
    return cure === undefined ? messageOf(error) : `${messageOf(error)}\nWhat to do: ${cure}`;
}
/** The message of anything thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 40498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ Masks),
/* harmony export */   UJ: () => (/* binding */ inertText),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * A line of somebody else's text without escape sequences and control characters, so that it can neither redraw a
 * terminal nor end a line where a log reader would start looking for commands.
 */
function plainText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
/**
 * A text of several lines in which no line is a workflow command: the runner obeys `::name::` at the start of a line
 * and `##[name]` anywhere in it.
 */
function inertText(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => plainText(line)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '# #['))
        .join('\n');
}
const SHORTEST_LINE_OF_SECRET = 6;
/**
 * The texts to hide for a secret: itself, or each of its lines, since logs are masked line by line. Short lines of a
 * long secret, such as the braces of a JSON key, are no secret, and hiding them would garble everything else.
 */
function maskedTexts(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    if (lines.length === 1)
        return lines.filter((line) => line !== '');
    return lines.filter((line) => line.length >= SHORTEST_LINE_OF_SECRET);
}
/** The secrets of a run, and how they are kept out of what it shows. */
class Masks {
    #texts = [];
    /** @returns the texts to hide that are new, of which a secret of several lines has more than one */
    add(secret) {
        const added = maskedTexts(secret).filter((text) => !this.#texts.includes(text));
        // The longest first: one may be a part of another.
        this.#texts = [...this.#texts, ...added].sort((a, b) => b.length - a.length);
        return added;
    }
    hide(text) {
        return this.#texts.reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
    }
}


/***/ }),

/***/ 73185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ capture),
/* harmony export */   Fs: () => (/* binding */ pipe),
/* harmony export */   JV: () => (/* binding */ endProcessesNaming),
/* harmony export */   Qq: () => (/* binding */ processesNamingEnded),
/* harmony export */   Td: () => (/* binding */ stream),
/* harmony export */   ZU: () => (/* binding */ endProcessesRootedIn),
/* harmony export */   iq: () => (/* binding */ converse)
/* harmony export */ });
/* unused harmony export childEnvironment */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46193);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58500);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81260);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27406);









// The runner kills 7.5 s after its SIGINT; half a second of that must be left for our own cleaning up.
const KILL_AFTER_MS = 3000;
const LONGEST_LINE = 64 * 1024;
const BROKEN_PIPE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']);
/**
 * The environment that a child may see: ours without the step's inputs, the runner's tokens and the cache
 * service's credentials, so that nothing which a program prints or passes on can hold them.
 */
function childEnvironment(extra = {}) {
    const merged = { ...process.env, ...extra };
    const allowed = Object.entries(merged).filter((entry) => entry[1] !== undefined && !/^(INPUT_|ACTIONS_|STATE_|GITHUB_TOKEN$|GH_TOKEN$)/.test(entry[0]));
    return Object.fromEntries(allowed);
}
/**
 * Runs a short program to its end and gives its output. It can't be cancelled: for anything that may take
 * longer than a second use {@link stream}.
 * @throws {HostError} when there is no such program
 */
async function capture(program, args, options = {}) {
    if (options.input !== undefined)
        return captureWithInput(program, args, options);
    // Given a bare name, @actions/exec prints what it meets on the way along the PATH on standard output.
    const path = locate(program, childEnvironment(options.env).PATH);
    try {
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_7__/* .getExecOutput */ .H)(`"${path}"`, [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: childEnvironment(options.env),
            ...(options.cwd !== undefined && { cwd: options.cwd }),
        });
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HostError */ .dh(`cannot run ${program}`, { cause });
    }
}
function locate(program, path = '') {
    const candidates = program.includes('/')
        ? [program]
        : path.split(':').map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, program));
    const found = candidates.find((candidate) => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(candidate, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
            return true;
        }
        catch {
            return false;
        }
    });
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HostError */ .dh(`cannot run ${program}: it is not on the PATH`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(found);
}
// A program that ends without reading its input would end us with EPIPE if @actions/exec wrote to it: nothing there
// listens for errors of the pipe.
async function captureWithInput(program, args, options) {
    const text = { stdout: '', stderr: '' };
    const { exitCode } = await stream(program, args, {
        ...options,
        onLine: (line, from) => {
            text[from] += `${line}\n`;
        },
    });
    return { exitCode, ...text };
}
/**
 * Runs a program, hands its output over line by line, and can be cancelled. The program leads a process group of
 * its own, so that what it started ends with it.
 * @throws {HostError} when it can't be started
 * @throws {Interrupted} when `signal` fired
 */
async function stream(program, args, options = {}) {
    if (options.signal?.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .Interrupted */ .j$();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        env: childEnvironment(options.env),
        cwd: options.cwd,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        detached: true,
    });
    if (child.pid !== undefined)
        options.onStart?.(child.pid);
    child.stdin?.on('error', () => undefined).end(options.input);
    const lines = [splitLines(child.stdout, 'stdout', options), splitLines(child.stderr, 'stderr', options)];
    const stop = () => killGroup(child.pid);
    options.signal?.addEventListener('abort', stop, { once: true });
    try {
        const exitCode = await new Promise((resolve, reject) => {
            child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HostError */ .dh(`cannot run ${program}`, { cause })));
            child.on('close', (code, name) => resolve(code ?? 128 + signalNumber(name)));
        });
        for (const flush of lines)
            flush();
        if (options.signal?.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .Interrupted */ .j$();
        return { exitCode };
    }
    finally {
        options.signal?.removeEventListener('abort', stop);
    }
}
/** Starts a program to talk to. It must be stopped in the end: until then this process does not end either. */
function converse(program, args, options) {
    const { cwd, onLine } = options;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        env: childEnvironment(),
        cwd,
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
    });
    child.stdin.on('error', () => undefined);
    splitLines(child.stdout, 'stdout', { onLine });
    splitLines(child.stderr, 'stderr', { onLine });
    const ended = new Promise((resolve) => {
        child.on('error', () => resolve());
        child.on('close', () => resolve());
    });
    return {
        say: (line) => void child.stdin.write(`${line}\n`),
        ended,
        stop: () => {
            if (child.pid !== undefined)
                signalGroup(child.pid, 'SIGKILL');
        },
    };
}
/**
 * Runs a program with bytes, not lines, going in and out. It is ended when `input` or `output` fails, whose error is thrown
 * unless the program had ended by itself.
 * @throws {HostError} when it can't be started
 * @throws {Interrupted} when `signal` fired
 */
async function pipe(program, args, options) {
    if (options.signal?.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .Interrupted */ .j$();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        env: childEnvironment(options.env),
        stdio: [options.input ? 'pipe' : 'ignore', options.output ? 'pipe' : 'ignore', 'pipe'],
        detached: true,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = (stderr + text).slice(-LONGEST_LINE);
    });
    const stop = () => killGroup(child.pid);
    options.signal?.addEventListener('abort', stop, { once: true });
    const failed = (error) => {
        // What comes of the program's own end is explained by its exit code.
        const isOwn = !BROKEN_PIPE.has(error?.code ?? '') && !child.stdout?.readableEnded;
        stop();
        // Nobody reads on, and a full pipe would keep “close” from coming.
        child.stdout?.destroy();
        return { error, isOwn };
    };
    const none = Promise.resolve(undefined);
    const writing = options.input?.(child.stdin).then(() => undefined, failed) ?? none;
    const reading = options.output?.(child.stdout).then(() => undefined, failed) ?? none;
    child.stdin?.on('error', () => undefined);
    try {
        const exitCode = await new Promise((resolve, reject) => {
            child.on('error', (cause) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .HostError */ .dh(`cannot run ${program}`, { cause })));
            child.on('close', (code, name) => resolve(code ?? 128 + signalNumber(name)));
        });
        const problem = (await writing) ?? (await reading);
        if (options.signal?.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_8__/* .Interrupted */ .j$();
        if (problem && (problem.isOwn || exitCode === 0))
            throw problem.error;
        return { exitCode, stderr };
    }
    finally {
        options.signal?.removeEventListener('abort', stop);
    }
}
function splitLines(source, name, options) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_5__.StringDecoder('utf8');
    let rest = '';
    source.on('data', (chunk) => {
        // A lone CR ends a line for the runner's log reader too (progress bars redraw with it).
        const parts = (rest + decoder.write(chunk)).split(/\r\n|\n|\r/);
        rest = parts.pop();
        for (const part of parts)
            options.onLine?.(part, name);
        if (rest.length > LONGEST_LINE) {
            options.onLine?.(rest, name);
            rest = '';
        }
    });
    return () => {
        const last = rest + decoder.end();
        if (last !== '')
            options.onLine?.(last, name);
        rest = '';
    };
}
const LOOK_AGAIN_MS = 50;
/** Waits until no program's arguments name one of some folders any more, and kills those that stay. */
async function processesNamingEnded(folders, limitMs) {
    for (const end = performance.now() + limitMs;; await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_6__.setTimeout)(LOOK_AGAIN_MS)) {
        const pids = await processesNaming(folders);
        if (pids.length === 0)
            return;
        if (performance.now() < end)
            continue;
        for (const pid of pids) {
            signalGroup(pid, 'SIGKILL');
            signalGroup(-pid, 'SIGKILL');
        }
        return;
    }
}
/**
 * Ends what an earlier, killed run of ours has left running: programs whose arguments name one of its folders, with
 * the process group that each leads.
 */
async function endProcessesNaming(folders) {
    for (const pid of await processesNaming(folders))
        signalGroup(pid, 'SIGKILL');
}
async function processesNaming(folders) {
    const found = [];
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)('/proc').catch(() => [])) {
        if (!/^\d+$/.test(name) || Number(name) === process.pid)
            continue;
        const args = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(`/proc/${name}/cmdline`, 'utf8').catch(() => '')).split('\0');
        const names = (folder) => args.some((argument) => argument === folder || argument.startsWith(`${folder}/`));
        if (folders.some(names))
            found.push(Number(name));
    }
    return found;
}
/**
 * Ends what an earlier, killed run of ours has left running in containers: processes whose root is an overlay mounted from one of
 * its folders. They are no children of podman's, name nothing, and rootless may belong to a subordinate user.
 * @param asOwner runs a program with the rights of all of these users
 */
async function endProcessesRootedIn(folders, asOwner) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)('/proc').catch(() => [])) {
        if (!/^\d+$/.test(name))
            continue;
        const mounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(`/proc/${name}/mountinfo`, 'utf8').catch(() => '');
        const root = mounts.split('\n').find((line) => line.split(' ')[4] === '/') ?? '';
        if (folders.some((folder) => root.includes(`=${folder}/`)))
            await asOwner('kill', '-KILL', name);
    }
}
function killGroup(pid) {
    if (pid === undefined)
        return;
    signalGroup(pid, 'SIGTERM');
    setTimeout(() => signalGroup(pid, 'SIGKILL'), KILL_AFTER_MS).unref();
}
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch (error) {
        // EPERM: what sudo runs belongs to root, and ends by itself.
        if (!['ESRCH', 'EPERM'].includes(error.code ?? ''))
            throw error;
    }
}
function signalNumber(name) {
    return name === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_3__.constants.signals[name];
}


/***/ }),

/***/ 82772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ runnerHost)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40498);





// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const SUMMARY_LIMIT = 1024 * 1024;
/** A GitHub Actions runner. */
function runnerHost() {
    const masks = new _plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .Masks */ .O7();
    let open = 0;
    let token;
    const waiting = [];
    // While a log is open the runner obeys no commands, ours neither: they wait for its end.
    const command = (issue) => (open > 0 ? waiting.push(issue) : issue());
    // A secret can't wait: the log may be about to show it, and would show the command itself.
    const obeyed = (issue) => {
        if (token === undefined)
            return issue();
        process.stdout.write(`::${token}::\n`);
        issue();
        process.stdout.write(`::stop-commands::${token}\n`);
    };
    const at = (location) => location && {
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(process.env.GITHUB_WORKSPACE ?? process.cwd(), location.file) || location.file,
        startLine: location.line,
        endLine: location.endLine ?? location.line,
    };
    return {
        kind: 'runner',
        info: (message) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inertText */ .UJ)(message)),
        notice: (message, location) => void command(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(plainLines(message), at(location))),
        warning: (message, location) => void command(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(plainLines(message), at(location))),
        error: (message, location) => void command(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(plainLines(message), at(location))),
        mask: (secret) => {
            for (const text of masks.add(secret))
                obeyed(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(text));
        },
        hide: (text) => masks.hide(text),
        openLog: (title) => {
            if (open++ === 0) {
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(title));
                token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
                process.stdout.write(`::stop-commands::${token}\n`);
            }
            return onceClosed(() => {
                if (--open > 0)
                    return;
                process.stdout.write(`::${token}::\n`);
                token = undefined;
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4();
                for (const issue of waiting.splice(0))
                    issue();
            });
        },
        setOutput: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(name, value),
        saveState: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(name, value),
        summarize: (markdown) => appendSummary(masks.hide(markdown)),
    };
}
/**
 * A log whose lines lie between a stop-commands token and its end, so that nothing which a build prints is obeyed
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands).
 */
function onceClosed(whenClosed) {
    let closed = false;
    return {
        line: (text) => void process.stdout.write(`${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(text)}\n`),
        close: () => {
            if (closed)
                return;
            closed = true;
            whenClosed();
        },
    };
}
async function appendSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file).catch(() => ({ size: 0 }));
    const text = `${markdown}\n`;
    if (size + Buffer.byteLength(text) > SUMMARY_LIMIT) {
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e('the job summary is full: this build’s part was left out');
        return;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.appendFile)(file, text);
}
function plainLines(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map(_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)
        .join('\n');
}


/***/ }),

/***/ 6559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   eA: () => (/* binding */ encodedPart),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _file_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78330);


/** Whether a text is a well-formed sha256 digest; also keeps untrusted digests out of paths and URLs. */
function isDigest(text) {
    return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text);
}
/** The digest of some bytes. */
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The digest of a file's content, streamed. */
async function digestOfFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const part of (0,_file_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .fileParts */ .R)(path))
        hash.update(part);
    return `sha256:${hash.digest('hex')}`;
}
/** The part after `sha256:`, the blob's file name in a layout. */
function encodedPart(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 78330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fileParts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

const PART = 1 << 20;
/**
 * A file's content, each part in the same buffer: it is to be used before the next is asked for. A stream makes a new buffer for each,
 * and of a large file hundreds of megabytes until they are collected.
 */
async function* fileParts(path, signal) {
    const buffer = Buffer.allocUnsafe(PART);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        for (;;) {
            signal?.throwIfAborted();
            const { bytesRead } = await file.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 57545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Layout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6559);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57578);





/**
 * An OCI image layout on disk, content-addressed
 * (https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md).
 */
class Layout {
    folder;
    constructor(folder) {
        this.folder = folder;
    }
    /** Makes an empty layout in a folder, which is created. */
    static async create(folder) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs', 'sha256'), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        return new Layout(folder);
    }
    /**
     * Opens a layout that somebody else wrote.
     * @throws {Error} when the folder holds none
     */
    static async open(folder) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'));
        return new Layout(folder);
    }
    /** Where a blob is, or would be. */
    blobPath(digest) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, 'blobs', 'sha256', (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .encodedPart */ .eA)(digest));
    }
    /** Stores some bytes and gives their descriptor. */
    async putBytes(type, bytes) {
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes);
        // Renamed into place, since another platform may be reading a blob with the same content.
        const partial = `${this.blobPath(digest)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(partial, bytes);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, this.blobPath(digest));
        return { mediaType: type, digest, size: bytes.length };
    }
    /**
     * Moves a file in as the blob of a descriptor.
     * @throws {Error} when its content or size isn't the descriptor's
     */
    async moveIn(path, descriptor) {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        const digest = await (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfFile */ .Mk)(path);
        if (digest !== descriptor.digest || size !== descriptor.size) {
            throw new Error(`${path} is ${digest}, ${size} bytes, and not ${descriptor.digest}, ${descriptor.size} bytes`);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(path, this.blobPath(descriptor.digest));
    }
    /**
     * The bytes of a small blob: a manifest or config.
     * @throws {Error} when they are not what the digest says
     */
    async readBytes(digest) {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(this.blobPath(digest));
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes) !== digest)
            throw new Error(`${this.blobPath(digest)} is damaged`);
        return bytes;
    }
    /** The entry points' own index, as it is written. */
    async readEntries() {
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, 'index.json'));
    }
    /** Writes the entry point: one descriptor, under a name that `oci:FOLDER:NAME` finds. */
    async writeEntry(descriptor, name) {
        const named = name === undefined
            ? descriptor
            : { ...descriptor, annotations: { 'org.opencontainers.image.ref.name': name } };
        const index = { schemaVersion: 2, mediaType: _types_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.ociIndex, manifests: [named] };
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, 'index.json'), JSON.stringify(index));
    }
    /** A second layout that holds hard links to some of the blobs, for a tool that is to see those alone. */
    async part(folder, blobs) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
        const layout = await Layout.create(folder);
        const digests = new Set(blobs.map((blob) => blob.digest));
        for (const digest of digests)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(this.blobPath(digest), layout.blobPath(digest));
        return layout;
    }
}


/***/ }),

/***/ 57578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   JL: () => (/* binding */ mediaType),
/* harmony export */   sP: () => (/* binding */ REVISION),
/* harmony export */   v5: () => (/* binding */ layerTypeIn)
/* harmony export */ });
/** Media types of the image-spec and of Docker's schema 2. */
const mediaType = {
    ociIndex: 'application/vnd.oci.image.index.v1+json',
    ociManifest: 'application/vnd.oci.image.manifest.v1+json',
    ociConfig: 'application/vnd.oci.image.config.v1+json',
    dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerConfig: 'application/vnd.docker.container.image.v1+json',
};
/** Whether a media type is that of an index or manifest list. */
function isIndexType(type) {
    return type === mediaType.ociIndex || type === mediaType.dockerIndex;
}
// https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md#compatibility-matrix
const LAYER_TYPES = [
    ['application/vnd.oci.image.layer.v1.tar', 'application/vnd.docker.image.rootfs.diff.tar'],
    ['application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.docker.image.rootfs.diff.tar.gzip'],
    ['application/vnd.oci.image.layer.v1.tar+zstd', undefined],
];
/** What a layer's type is called in a manifest of some type; undefined when it can't be in one. */
function layerTypeIn(manifestType, layerType) {
    const names = LAYER_TYPES.find(([oci, docker]) => layerType === oci || layerType === docker);
    return names?.[manifestType === mediaType.dockerManifest ? 1 : 0];
}
/** The label and annotation that has the commit (https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md). */
const REVISION = 'org.opencontainers.image.revision';


/***/ }),

/***/ 77034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ unmountBelow),
/* harmony export */   ML: () => (/* binding */ userImages),
/* harmony export */   UI: () => (/* binding */ storeArguments),
/* harmony export */   cw: () => (/* binding */ removeFolders),
/* harmony export */   d2: () => (/* binding */ inNamespace),
/* harmony export */   e6: () => (/* binding */ storeDriver),
/* harmony export */   vw: () => (/* binding */ storesFolder),
/* harmony export */   y$: () => (/* binding */ createStore)
/* harmony export */ });
/* unused harmony export mountsBelow */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73185);





/** podman's global arguments that select a store. */
function storeArguments(store) {
    return [
        '--root',
        store.graphRoot,
        '--runroot',
        store.runRoot,
        '--storage-driver',
        store.driver,
        ...store.options.flatMap((option) => ['--storage-opt', option]),
    ];
}
/**
 * Where the stores of a run lie: beside the user's own store, since that is a file system which the driver is known
 * to work on, or else in the work folder.
 */
function storesFolder(info, workFolder) {
    if (info.isRemote)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workFolder, 'storage');
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(info.graphRoot);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(parent, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `multiarch-build-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`);
    }
    catch {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workFolder, 'storage');
    }
}
/**
 * The storage driver of the run's own stores: the user's. podman 4 picks vfs, which copies every layer whole, where
 * overlay would work too; without images of the user's to share, overlay is taken where podman accepts it.
 */
async function storeDriver(info, folders) {
    if (info.graphDriver !== 'vfs' || info.images > 0)
        return info.graphDriver;
    const trial = {
        graphRoot: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.stores, 'trial'),
        runRoot: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.run, 'trial'),
        driver: 'overlay',
        options: [],
        sharedRoots: [],
    };
    const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .capture */ .Fg)('podman', [...storeArguments(trial), 'info']);
    return exitCode === 0 ? trial.driver : info.graphDriver;
}
/**
 * Makes an empty store.
 * @param images where podman sees the user's own store, as {@link userImages} says: an additional, read-only one, so that
 *   local base images are found
 */
async function createStore(info, folders, { driver, name, images }) {
    const graphRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.stores, name);
    const runRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.run, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(graphRoot, { recursive: true, mode: 0o700 });
    const store = { graphRoot, runRoot, driver };
    // Options are named after the driver that they are for.
    if (driver !== info.graphDriver)
        return { ...store, options: [], sharedRoots: [] };
    const configured = info.graphOptions.flatMap((option) => /^\w+\.imagestore=(.+)$/.exec(option)?.[1] ?? []);
    if (images === undefined)
        return { ...store, options: info.graphOptions, sharedRoots: configured };
    return {
        ...store,
        options: [...info.graphOptions, `${driver}.imagestore=${images}`],
        sharedRoots: [...configured, info.graphRoot],
    };
}
/**
 * Where podman is to see the user's own store; undefined when there are no images in it. Every podman that opens a store mounts its
 * `overlay` folder on itself and takes that away when it ends (`MakePrivate` and `Cleanup`,
 * https://github.com/containers/storage/blob/v1.59.0/drivers/overlay/overlay.go). An overlay that is mounted on layers of that store
 * at this moment fails with EINVAL ("failed to clone lowerpath"), rootless in every tenth build and more while others list images.
 * So it is seen in another place, which nobody else unmounts, rootless inside podman's namespace alone. Read-only, as nothing
 * must ever be removed through it.
 * @param place a folder to make, which {@link removeFolders} unmounts and removes
 */
async function userImages(info, place) {
    if (info.images === 0)
        return undefined;
    if (info.graphDriver !== 'overlay')
        return info.graphRoot;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(place, { recursive: true, mode: 0o700 });
    const run = inNamespace(info.rootless);
    const mount = ['mount', '--bind', '--make-private', '-o', 'ro', info.graphRoot, place];
    if ((await run(...mount)).exitCode === 0)
        return place;
    await run('umount', '-l', place);
    return info.graphRoot;
}
/**
 * Removes folders that podman wrote to: what it left mounted is unmounted first, and rootless all that belongs to
 * subordinate users is removed inside the user namespace.
 * @param places folders to mount on, in none of the folders: what is mounted there is never touched
 * @throws {Error} when something is left
 */
async function removeFolders(folders, rootless, places = []) {
    await unmountBelow([...folders, ...places], rootless);
    if (rootless && folders.length > 0)
        await inNamespace(rootless)('rm', '-rf', '--', ...folders);
    for (const folder of folders) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    for (const place of places) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)(place).catch((error) => {
            if (error.code !== 'ENOENT')
                throw error;
        });
    }
}
/** Unmounts what podman left mounted in folders. */
async function unmountBelow(folders, rootless) {
    const run = inNamespace(rootless);
    const mounts = rootless
        ? (await run('cat', '/proc/self/mountinfo')).stdout
        : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)('/proc/self/mountinfo', 'utf8').catch(() => '');
    for (const mount of mountsBelow(mounts, folders))
        await run('umount', '-l', mount);
}
/** Runs programs where podman's mounts are, with the rights of all of its users. */
function inNamespace(rootless) {
    return (...command) => {
        const [program, ...args] = rootless ? ['podman', 'unshare', ...command] : command;
        return (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .capture */ .Fg)(program, args);
    };
}
/** Mount points below folders, innermost first (https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html). */
function mountsBelow(mountinfo, folders) {
    return mountinfo
        .split('\n')
        .map((line) => line
        .split(' ')[4]
        ?.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))))
        .filter((path) => path !== undefined && folders.some((folder) => path.startsWith(`${folder}/`) || path === folder))
        .reverse();
}


/***/ })

};
