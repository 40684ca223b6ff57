export const id = 788;
export const ids = [788];
export const modules = {

/***/ 33807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ DirectoryStore)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6559);
/* harmony import */ var _guarded_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90646);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59227);
/* harmony import */ var _verified_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80153);







const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
// Nobody writes one file for so long.
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const FORGOTTEN_MS = 30 * ABANDONED_MS;
/**
 * A folder: `blobs/sha256/<hex>` and `documents/<name>`. Files appear under their name by being renamed into place, so
 * several processes may use one folder at once; when one was used last is its time of modification.
 */
class DirectoryStore extends _guarded_store_js__WEBPACK_IMPORTED_MODULE_4__/* .GuardedStore */ .m {
    folder;
    opening;
    constructor(folder, opening) {
        super(new Directory(folder, opening.writable), opening);
        this.folder = folder;
        this.opening = opening;
    }
    /**
     * Removes what nothing needs any more: documents that no run has written or read for a month, and blobs that no document
     * names. A blob that was used today stays, since another run may be about to name it.
     */
    async sweep() {
        if (!this.writable)
            return;
        try {
            await sweep(this.folder);
        }
        catch (error) {
            this.opening.tell.warning(`cache: ${this.folder} could not be swept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        }
    }
}
class Directory {
    folder;
    writable;
    place;
    constructor(folder, writable) {
        this.folder = folder;
        this.writable = writable;
        this.place = folder;
    }
    async has(blob) {
        const path = this.blobPath(blob);
        const found = await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path));
        if (found?.size !== blob.size || !found.isFile())
            return false;
        await this.touch(path);
        return true;
    }
    async fetch(blob, path, signal) {
        const kept = this.blobPath(blob);
        const file = await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(kept));
        if (file === undefined)
            return false;
        await file.close();
        try {
            // A copy: whoever gets the file may change it. It is read for the check anyway, so that a link would save little.
            await (0,_verified_file_js__WEBPACK_IMPORTED_MODULE_6__/* .receiveFile */ .At)(kept, blob, path, signal);
        }
        catch (error) {
            if (error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .BrokenContent */ .r9 && this.writable)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(kept, { force: true });
            throw error;
        }
        await this.touch(kept);
        return true;
    }
    async save(blob, path, _replace, signal) {
        const kept = this.blobPath(blob);
        await makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(kept));
        await (0,_verified_file_js__WEBPACK_IMPORTED_MODULE_6__/* .receiveFile */ .At)(path, blob, kept, signal);
    }
    async read(name) {
        const path = this.documentPath(name);
        const kept = await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path));
        if (kept === undefined)
            return undefined;
        const bytes = opened(kept);
        if (bytes === undefined)
            throw new _problem_js__WEBPACK_IMPORTED_MODULE_5__/* .BrokenContent */ .r9(`what is kept as ${path} is broken`);
        await this.touch(path);
        return bytes;
    }
    async write(name, bytes) {
        const path = this.documentPath(name);
        await makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        await (0,_verified_file_js__WEBPACK_IMPORTED_MODULE_6__/* .intoPlace */ .YI)(path, (partial) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(partial, sealed(bytes), { mode: FILE_MODE, flag: 'wx' }));
    }
    async close() { }
    blobPath({ digest }) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(blobFolder(this.folder), (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .encodedPart */ .eA)(digest));
    }
    documentPath(name) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, 'documents', name);
    }
    async touch(path) {
        if (!this.writable)
            return;
        const now = new Date();
        // In a folder of somebody else's it can't be done, and then somebody else sweeps.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(path, now, now).catch(() => undefined);
    }
}
// A document begins with a line that holds the digest of the rest: a byte that a disk has lost can leave it readable, and say
// something else.
function sealed(bytes) {
    return Buffer.concat([Buffer.from(`${(0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes)}\n`), bytes]);
}
function opened(kept) {
    const start = kept.indexOf('\n') + 1;
    const bytes = kept.subarray(start);
    return kept.toString('latin1', 0, start) === `${(0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes)}\n` ? bytes : undefined;
}
function blobFolder(folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'blobs', 'sha256');
}
async function sweep(folder) {
    const documents = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'documents');
    const needed = new Set();
    for (const { path, age } of await filesIn(documents)) {
        if (age > FORGOTTEN_MS)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
        else
            for (const digest of digestsIn(await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'))))
                needed.add(digest);
    }
    for (const { path, name, age } of await filesIn(blobFolder(folder))) {
        const isOurs = name.startsWith(_verified_file_js__WEBPACK_IMPORTED_MODULE_6__/* .PARTIAL */ .yP) || (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(`sha256:${name}`);
        if (isOurs && age > ABANDONED_MS && !needed.has(`sha256:${name}`))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
    }
}
function digestsIn(text = '') {
    return text.match(/sha256:[0-9a-f]{64}/g) ?? [];
}
async function filesIn(folder) {
    const files = [];
    for (const name of (await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder))) ?? []) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        // Another process may be sweeping too.
        const found = await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path));
        if (found?.isFile())
            files.push({ path, name, age: Date.now() - found.mtimeMs });
    }
    return files;
}
// Node's own recursion never ends where there is a parent that can hold no folders, as in /proc: it answers that it isn't there.
async function makeFolder(path) {
    if ((await orAbsent((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path))) !== undefined)
        return;
    await makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode: FOLDER_MODE }).catch((error) => {
        if (error.code !== 'EEXIST')
            throw error;
    });
}
async function orAbsent(found) {
    try {
        return await found;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 90646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ GuardedStore)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/src/cache/problem.js
var problem = __webpack_require__(59227);
;// CONCATENATED MODULE: ./build/src/cache/guard.js


const FAILURES_BEFORE_GIVING_UP = 3;
/**
 * Keeps a store's problems away from the build: each kind is told of once, an operation has a limited time, and after
 * a few failures in a row, or one that will last, the store is left alone.
 */
class Guard {
    place;
    tell;
    signal;
    told = new Set();
    failuresInARow = { read: 0, write: 0 };
    off = new Set();
    failures = 0;
    constructor(place, tell, signal) {
        this.place = place;
        this.tell = tell;
        this.signal = signal;
        // Each operation under way listens to it.
        if (signal)
            (0,external_node_events_.setMaxListeners)(0, signal);
    }
    /** Whether operations of this kind are still tried. */
    allows(access) {
        return !this.off.has(access) && !this.signal?.aborted;
    }
    /**
     * Does something with the store.
     * @param work gets a signal that fires when the time is up or the run was cancelled
     * @returns undefined when it failed, was cancelled, or is no longer tried
     * @throws {BrokenContent} when the store has something else than it was asked for
     */
    async attempt({ access, limitMs }, work) {
        if (!this.allows(access))
            return undefined;
        const stop = new AbortController();
        const cancel = () => stop.abort();
        this.signal?.addEventListener('abort', cancel, { once: true });
        const timer = setTimeout(cancel, limitMs);
        try {
            const result = await untilStopped(work(stop.signal), stop.signal);
            this.failuresInARow[access] = 0;
            return result;
        }
        catch (error) {
            if (error instanceof problem/* BrokenContent */.r9)
                throw error;
            if (this.signal?.aborted)
                return undefined;
            this.note(stop.signal.aborted ? tooSlow(limitMs, access) : (0,problem/* problemOf */.Zw)(error, access), access);
            return undefined;
        }
        finally {
            clearTimeout(timer);
            this.signal?.removeEventListener('abort', cancel);
        }
    }
    /** Tells of content that was not what it should be. */
    noteBroken(message) {
        this.warn({ kind: 'broken', text: message });
    }
    note(problem, access) {
        this.failures += 1;
        this.failuresInARow[access] += 1;
        this.warn(problem);
        const wereOff = this.off.size;
        for (const each of problem.lasting ?? [])
            this.off.add(each);
        if (this.failuresInARow[access] >= FAILURES_BEFORE_GIVING_UP)
            this.off.add(access);
        if (this.off.size > wereOff) {
            this.tell.info(`cache: ${this.place} is not ${[...this.off].map(done).join(' or ')} any more in this run`);
        }
    }
    warn({ kind, text, cure }) {
        if (this.told.has(kind))
            return;
        this.told.add(kind);
        const help = cure === undefined ? '' : `. What to do: ${cure}`;
        this.tell.warning(`cache: ${this.place}: ${text}; the build goes on without it${help}`);
    }
}
function done(access) {
    return access === 'read' ? 'read' : 'written';
}
function tooSlow(limitMs, access) {
    return { kind: `slow ${access}`, text: `no answer within ${Math.ceil(limitMs / 1000)} s` };
}
/** What can't be stopped is left behind: its end, good or bad, is of no interest any more. */
async function untilStopped(work, signal) {
    let stop = () => undefined;
    const stopped = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    work.catch(() => undefined);
    try {
        return await Promise.race([work, stopped]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}

// EXTERNAL MODULE: ./build/src/cache/store.js
var store = __webpack_require__(87945);
// EXTERNAL MODULE: ./build/src/cache/verified-file.js
var verified_file = __webpack_require__(80153);
;// CONCATENATED MODULE: ./build/src/cache/guarded-store.js







const PATIENCE_MS = 15_000;
// A store slower than this is no help: fetching what a build makes would take longer than making it.
const SLOWEST_BYTES_PER_MS = 1000;
const PARALLEL_READS = 8;
const PARALLEL_WRITES = 4;
/** A store that costs a bounded time and some warnings, whatever its backend does. */
class GuardedStore {
    backend;
    place;
    writable;
    broken;
    guard;
    patienceMs;
    found = new Set();
    foundBroken = new Set();
    reads = (0,p_limit/* default */.A)(PARALLEL_READS);
    writes = (0,p_limit/* default */.A)(PARALLEL_WRITES);
    count = { operations: 0, blobsFetched: 0, bytesFetched: 0, blobsSaved: 0, bytesSaved: 0 };
    constructor(backend, { writable, signal, tell, patienceMs = PATIENCE_MS }) {
        this.backend = backend;
        this.place = backend.place;
        this.writable = writable;
        this.broken = this.foundBroken;
        this.guard = new Guard(backend.place, tell, signal);
        this.patienceMs = patienceMs;
    }
    get usage() {
        return { ...this.count, failures: this.guard.failures };
    }
    async hasBlob(blob) {
        return (await this.look(blob)) ?? false;
    }
    async fetchBlob(blob, path) {
        requireDigest(blob);
        const fetched = await this.reading(this.limitFor(blob.size), blob.digest, (signal) => this.backend.fetch(blob, path, signal));
        if (fetched !== true)
            return false;
        this.found.add(blob.digest);
        this.count.blobsFetched += 1;
        this.count.bytesFetched += blob.size;
        return true;
    }
    async saveBlob(blob, path, { replace = false } = {}) {
        if (!this.writable || !this.guard.allows('write'))
            return false;
        const broken = replace || this.foundBroken.has(blob.digest);
        const present = broken ? false : await this.look(blob);
        // Where it isn't known whether it is there, sending it would most likely be in vain too.
        if (present !== false)
            return present ?? false;
        try {
            await (0,verified_file/* checkFile */.vH)(path, blob);
        }
        catch (error) {
            this.guard.noteBroken(`${path} can’t be kept: ${(0,errors/* messageOf */.bD)(error)}`);
            return false;
        }
        const saved = await this.writing(this.limitFor(blob.size), (signal) => this.backend.save(blob, path, broken, signal));
        if (!saved)
            return false;
        this.foundBroken.delete(blob.digest);
        this.found.add(blob.digest);
        this.count.blobsSaved += 1;
        this.count.bytesSaved += blob.size;
        return true;
    }
    async readDocument(name) {
        requireName(name);
        const bytes = await this.reading(this.patienceMs, undefined, (signal) => this.backend.read(name, signal));
        this.count.bytesFetched += bytes?.length ?? 0;
        return bytes;
    }
    async writeDocument(name, bytes, keeps = []) {
        requireName(name);
        if (!this.writable)
            return false;
        const written = await this.writing(this.limitFor(bytes.length), (signal) => this.backend.write(name, bytes, keeps, signal));
        if (written)
            this.count.bytesSaved += bytes.length;
        return written;
    }
    async close() {
        await this.backend.close();
    }
    /** Undefined when that can't be told. */
    async look(blob) {
        requireDigest(blob);
        if (this.foundBroken.has(blob.digest))
            return false;
        if (this.found.has(blob.digest))
            return true;
        const has = await this.reading(this.patienceMs, blob.digest, (signal) => this.backend.has(blob, signal));
        if (has)
            this.found.add(blob.digest);
        return has;
    }
    async reading(limitMs, digest, work) {
        this.count.operations += 1;
        try {
            // Waiting for one's turn is not the store's fault: its time begins afterwards.
            return await this.reads(() => this.guard.attempt({ access: 'read', limitMs }, work));
        }
        catch (error) {
            if (!(error instanceof problem/* BrokenContent */.r9))
                throw error;
            if (digest !== undefined)
                this.foundBroken.add(digest);
            this.guard.noteBroken(error.message);
            return undefined;
        }
    }
    async writing(limitMs, work) {
        this.count.operations += 1;
        const done = await this.writes(async () => {
            if (!this.guard.allows('write'))
                return undefined;
            await this.backend.pace?.();
            return this.guard.attempt({ access: 'write', limitMs }, async (signal) => {
                await work(signal);
                return true;
            });
        });
        return done ?? false;
    }
    limitFor(size) {
        return this.patienceMs + size / SLOWEST_BYTES_PER_MS;
    }
}
// These reach paths and keys.
function requireDigest({ digest }) {
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new Error(`not a digest: ${JSON.stringify(digest)}`);
}
function requireName(name) {
    if (!(0,store/* isDocumentName */.B)(name))
        throw new Error(`not a document’s name: ${JSON.stringify(name)}`);
}


/***/ }),

/***/ 78745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openStore),
  $: () => (/* binding */ placeOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var reference = __webpack_require__(84974);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./build/src/cache/problem.js
var problem = __webpack_require__(59227);
;// CONCATENATED MODULE: ./build/src/cache/actions-answers.js

// The client tells failures from absence by what it prints alone:
// https://github.com/actions/toolkit/blob/main/packages/cache/src/cache.ts
const FAILED = /^(?:Failed to (?:restore|save)|Failed): (.*)$/;
const RESERVING = /^Failed to reserve cache: (?:Error: )?(.*)$/;
const SKIPPED = /^Cache (?:restore|save) skipped: (.*)$/;
const ARCHIVE = /\b(?:tar|unzstd|zstd|gzip)['"]? failed|tar: /;
/**
 * Whether an entry was found.
 * @throws {BrokenContent} when it can't be unpacked
 * @throws {CacheProblem} when the service failed
 */
function restoreOutcome({ key, said }) {
    if (key !== undefined)
        return true;
    const lines = said.map(message);
    const reason = first(lines, FAILED);
    if (reason === undefined) {
        const skipped = first(lines, SKIPPED);
        if (skipped !== undefined)
            throw new problem/* CacheProblem */.Gg({ kind: 'mode', text: skipped, lasting: ['read'] });
        return false;
    }
    if (ARCHIVE.test(reason))
        throw new problem/* BrokenContent */.r9(`what is kept can’t be unpacked: ${reason}`);
    throw new problem/* CacheProblem */.Gg(actions_answers_problem(reason, 'read'));
}
/**
 * Returns when the entry was saved, or had been by somebody else.
 * @throws {CacheProblem} when the service failed or refused
 */
function saveOutcome({ saved, said }) {
    if (saved)
        return;
    const lines = said.map(message);
    // The warning that it shows says “another job may be creating this cache”, whatever the reason was.
    const reason = first(lines, RESERVING) ?? first(lines, SKIPPED) ?? first(lines, FAILED) ?? '';
    if (/already exists|\(409\)/.test(reason))
        return;
    throw new problem/* CacheProblem */.Gg(actions_answers_problem(reason, 'write'));
}
// The storage's refusal of an upload can come without a word.
const NO_REASON = { read: 'it could not be read', write: 'the entry was not saved' };
function actions_answers_problem(reason, access) {
    const status = /\((\d{3})\)/.exec(reason)?.[1];
    const text = reason.replace(/^Failed to \w+: /, '').replace(/^Received non-retryable error: /, '') || NO_REASON[access];
    const kind = `${access} ${status ?? 'failed'}`;
    if (/cache (?:read|write) denied:|does not permit/.test(reason)) {
        return {
            kind: `${access} denied`,
            text,
            cure: access === 'write' ? 'set cache-write: false where the cache is read-only' : undefined,
            lasting: [access],
        };
    }
    if (/storage quota/.test(reason)) {
        return {
            kind: 'full',
            text: text.split('\n')[0],
            cure: 'delete caches of the repository',
            lasting: ['write'],
        };
    }
    if (/Rate limited/.test(reason))
        return { kind: 'rate', text, lasting: [access] };
    if (status === '401' || status === '403')
        return { kind, text, lasting: ['read', 'write'] };
    return { kind, text };
}
function first(lines, pattern) {
    for (const line of lines) {
        const found = pattern.exec(line)?.[1];
        if (found !== undefined)
            return found;
    }
    return undefined;
}
// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapeData)
function message(line) {
    const command = /^::(?:debug|warning|error)(?: [^:]*)?::(.*)$/.exec(line)?.[1];
    if (command === undefined)
        return line;
    return command.replaceAll('%0A', ' ').replaceAll('%0D', ' ').replaceAll('%25', '%');
}

// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(73185);
;// CONCATENATED MODULE: ./build/src/cache/actions-client.js




/**
 * The client, in a process of its own that starts with the first request. Files are named relative to `folder`, which is
 * its current folder and its workspace, so that an entry is the same wherever it was made.
 */
class ActionsClient {
    program;
    folder;
    env;
    running;
    requests = 0;
    stopped = false;
    constructor(program, folder, env) {
        this.program = program;
        this.folder = folder;
        this.env = env;
    }
    /** @throws {CacheProblem} when the client itself ends */
    async ask(request) {
        // What was given up may come to its turn late, and must not start the client anew.
        if (this.stopped)
            throw new problem/* CacheProblem */.Gg({ kind: 'client', text: 'the cache is closed' });
        this.running ??= this.start();
        const { conversation, waiting } = await this.running;
        const id = ++this.requests;
        return new Promise((resolve, reject) => {
            waiting.set(id, { resolve, reject });
            conversation.say(JSON.stringify({ ...request, id }));
        });
    }
    async stop() {
        this.stopped = true;
        const running = await this.running?.catch(() => undefined);
        running?.conversation.stop();
        await running?.conversation.ended;
    }
    async start() {
        const temporary = (0,external_node_path_.join)(this.folder, 'tmp');
        await (0,promises_.mkdir)(temporary, { recursive: true, mode: 0o700 });
        const waiting = new Map();
        let last = '';
        const conversation = (0,host_process/* converse */.iq)(process.execPath, [this.program], {
            cwd: this.folder,
            onLine: (line, from) => {
                if (from === 'stderr')
                    last = line || last;
                else
                    hear(line, waiting);
            },
        });
        void conversation.ended.then(() => {
            this.running = undefined;
            const why = `the client of GitHub’s cache service ended${last && `: ${last}`}`;
            for (const { reject } of waiting.values())
                reject(new problem/* CacheProblem */.Gg({ kind: 'client', text: why }));
            waiting.clear();
        });
        // By its input and not by its environment, so that no other program of this user's sees the token.
        const own = Object.entries(this.env).filter((entry) => entry[0].startsWith('ACTIONS_') && entry[1] !== undefined);
        const settings = {
            env: { ...Object.fromEntries(own), RUNNER_TEMP: temporary, GITHUB_WORKSPACE: this.folder },
        };
        conversation.say(JSON.stringify(settings));
        return { conversation, waiting };
    }
}
function hear(line, waiting) {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
}

// EXTERNAL MODULE: ./build/src/cache/guarded-store.js + 1 modules
var guarded_store = __webpack_require__(90646);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/src/cache/pace.js

const WINDOW_MS = 60_000;
/** Milliseconds until one more is allowed, with so many in any minute; `past` holds times, oldest first. */
function delayBefore(past, now, perMinute) {
    const oldest = past.at(-perMinute);
    return oldest === undefined ? 0 : Math.max(0, oldest + WINDOW_MS - now);
}
/** Lets so many through in a minute; the others wait. A signal ends the waiting. */
function pacer(perMinute, signal) {
    let past = [];
    return async () => {
        const now = Date.now();
        past = past.filter((time) => time > now - WINDOW_MS);
        const delay = delayBefore(past, now, perMinute);
        past.push(now + delay);
        if (delay > 0)
            await (0,external_node_timers_promises_.setTimeout)(delay, undefined, signal && { signal }).catch(() => undefined);
    };
}

// EXTERNAL MODULE: ./build/src/cache/verified-file.js
var verified_file = __webpack_require__(80153);
;// CONCATENATED MODULE: ./build/src/cache/actions-store.js











const PREFIX = 'multiarch-build-1';
// 200 a minute for a repository (https://docs.github.com/en/actions/reference/limits); other jobs want some too.
const UPLOADS_PER_MINUTE = 100;
/**
 * Whether this runner offers the second version of GitHub's cache service, to a JavaScript action. On GitHub Enterprise
 * Server there is none (https://github.com/actions/toolkit/blob/main/packages/cache/src/internal/config.ts).
 */
function hasCacheService(env) {
    if (!env.ACTIONS_RESULTS_URL || !env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_CACHE_SERVICE_V2)
        return false;
    const { hostname } = new URL(env.GITHUB_SERVER_URL || 'https://github.com');
    return hostname === 'github.com' || hostname.endsWith('.ghe.com') || hostname.endsWith('.localhost');
}
/** GitHub's cache service: one entry for each blob, and one for each version of a document. */
function actionsStore(place, opening) {
    return new guarded_store/* GuardedStore */.m(new Actions(place, opening.signal), opening);
}
class Actions {
    options;
    place = 'GitHub’s cache';
    pace;
    client;
    /** By name of the file, since an entry is unpacked to the name that it was packed with. */
    turns = new Map();
    constructor(options, signal) {
        this.options = options;
        this.client = new ActionsClient(options.program, options.folder, options.env);
        this.pace = pacer(UPLOADS_PER_MINUTE, signal);
    }
    async has(blob) {
        return restoreOutcome(await this.restore(blobEntry(blob), true));
    }
    async fetch(blob, path, signal) {
        const entry = blobEntry(blob);
        return this.inTurn(entry, async (file) => {
            signal.throwIfAborted();
            if (!(await this.unpacked(entry, file)))
                return false;
            await (0,verified_file/* receiveFile */.At)(file, blob, path, signal);
            return true;
        });
    }
    async save(blob, path, replace) {
        const entry = blobEntry(blob);
        // An entry can't be changed. Of those that begin with the digest the newest is found (see `restore`).
        const key = replace ? `${entry.key}-${unique()}` : entry.key;
        await this.inTurn(entry, async (file) => {
            await (0,promises_.link)(path, file).catch(() => (0,promises_.copyFile)(path, file, external_node_fs_.constants.COPYFILE_FICLONE));
            saveOutcome(await this.client.ask({ kind: 'save', path: entry.name, key }));
        });
    }
    async read(name) {
        const entry = documentEntry(name);
        return this.inTurn(entry, async (file) => (await this.unpacked(entry, file)) ? (0,promises_.readFile)(file) : undefined);
    }
    async write(name, bytes) {
        const entry = documentEntry(name);
        await this.inTurn(entry, async (file) => {
            await (0,promises_.writeFile)(file, bytes, { mode: 0o600 });
            saveOutcome(await this.client.ask({ kind: 'save', path: entry.name, key: `${entry.key}-${unique()}` }));
        });
    }
    async close() {
        await this.client.stop();
    }
    async unpacked(entry, file) {
        if (!restoreOutcome(await this.restore(entry, false)))
            return false;
        const found = await (0,promises_.lstat)(file).catch(() => undefined);
        if (found?.isFile())
            return true;
        throw new problem/* BrokenContent */.r9(`what is kept as ${entry.key} is broken: there is no such file in it`);
    }
    // First what was written after the plain key, then that. Of several entries that begin with a key, the newest is found
    // (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching), in the
    // branch of this run before those of others.
    restore(entry, lookupOnly) {
        const { name, key } = entry;
        return this.client.ask({ kind: 'restore', path: name, key: `${key}-`, restoreKeys: [key], lookupOnly });
    }
    async inTurn({ name }, work) {
        const file = (0,external_node_path_.join)(this.options.folder, name);
        const before = this.turns.get(name);
        const own = (async () => {
            await before?.catch(() => undefined);
            try {
                return await work(file);
            }
            finally {
                await (0,promises_.rm)(file, { recursive: true, force: true });
            }
        })();
        this.turns.set(name, own);
        return own;
    }
}
function blobEntry({ digest }) {
    const hex = (0,oci_digest/* encodedPart */.eA)(digest);
    return { key: `${PREFIX}-blob-${hex}`, name: `multiarch-build-blob-${hex}` };
}
// Documents whose names begin alike are told apart by the name of the file: an entry with another one is not found.
function documentEntry(name) {
    return { key: `${PREFIX}-doc-${name}`, name: `multiarch-build-doc-${name}` };
}
/** Later ones sort after earlier ones. */
function unique() {
    return `${Date.now().toString(36).padStart(9, '0')}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}

// EXTERNAL MODULE: ./build/src/cache/directory-store.js
var directory_store = __webpack_require__(33807);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/src/oci/parse.js
var parse = __webpack_require__(62612);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
// EXTERNAL MODULE: ./build/src/registry/request-error.js
var request_error = __webpack_require__(43135);
;// CONCATENATED MODULE: ./build/src/cache/registry-store.js









const TAG_PREFIX = 'multiarch-build-1-doc-';
const DOCUMENT_TYPE = 'application/vnd.kubernaut.multiarch-build.document.v1';
const LONGEST_DOCUMENT = 16 * 1024 * 1024;
// https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidance-for-an-empty-descriptor
const EMPTY = Buffer.from('{}');
const EMPTY_CONFIG = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: (0,oci_digest/* digestOf */.ol)(EMPTY),
    size: EMPTY.length,
};
/**
 * A repository of a registry: blobs are its blobs, and a document is a tagged artifact whose manifest names the blobs
 * that it keeps, so that the registry does not collect them as garbage.
 */
function registryStore(place, opening) {
    return new guarded_store/* GuardedStore */.m(new RegistryBackend(place), opening);
}
class RegistryBackend {
    place;
    repository;
    client;
    constructor({ repository, client }) {
        this.place = repository.text;
        this.repository = repository;
        this.client = client;
    }
    async has(blob) {
        return this.client.hasBlob(this.repository, described(blob));
    }
    async fetch(blob, path, signal) {
        const content = await orAbsent(this.client.getBlob(this.repository, described(blob)));
        if (content === undefined)
            return false;
        try {
            await (0,verified_file/* receive */.uZ)(content, blob, path, signal);
        }
        catch (error) {
            throw asBroken(error);
        }
        return true;
    }
    async save(blob, path) {
        await this.client.pushBlob(this.repository, described(blob), () => (0,external_node_fs_.createReadStream)(path));
    }
    async read(name) {
        const found = await this.client.getManifest(this.repository, TAG_PREFIX + name);
        if (found === undefined)
            return undefined;
        const layer = documentLayer(found.bytes, name);
        const content = await orAbsent(this.client.getBlob(this.repository, layer));
        if (content === undefined)
            return undefined;
        try {
            const chunks = [];
            for await (const chunk of content)
                chunks.push(chunk);
            return Buffer.concat(chunks);
        }
        catch (error) {
            throw asBroken(error);
        }
    }
    async write(name, bytes, keeps) {
        const layer = { mediaType: DOCUMENT_TYPE, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
        const push = (blob, content) => this.client.pushBlob(this.repository, blob, () => external_node_stream_.Readable.from([content], { objectMode: false }));
        await Promise.all([push(EMPTY_CONFIG, EMPTY), push(layer, bytes)]);
        const manifest = {
            schemaVersion: 2,
            mediaType: types/* mediaType */.JL.ociManifest,
            artifactType: DOCUMENT_TYPE,
            config: EMPTY_CONFIG,
            layers: [layer, ...keeps.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }))],
        };
        const text = Buffer.from(JSON.stringify(manifest));
        await this.client.putManifest(this.repository, TAG_PREFIX + name, text, types/* mediaType */.JL.ociManifest);
    }
    async close() {
        await this.client.close();
    }
}
function documentLayer(bytes, name) {
    let layer;
    try {
        layer = (0,parse/* parseManifest */.Ng)(bytes).layers[0];
    }
    catch (cause) {
        throw new problem/* BrokenContent */.r9(`what is kept as document ${name} is broken`, { cause });
    }
    if (layer?.mediaType === DOCUMENT_TYPE && layer.size <= LONGEST_DOCUMENT)
        return layer;
    throw new problem/* BrokenContent */.r9(`the tag ${TAG_PREFIX}${name} is no document of this cache`);
}
function described({ digest, size }) {
    return { mediaType: 'application/octet-stream', digest, size };
}
async function orAbsent(found) {
    try {
        return await found;
    }
    catch (error) {
        if (error instanceof request_error/* RequestError */.G && error.status === 404)
            return undefined;
        throw error;
    }
}
// Once content flows, the one lasting failure of the client's is content that isn't what it should be.
function asBroken(error) {
    if (!(error instanceof request_error/* RequestError */.G) || error.passing)
        return error;
    return new problem/* BrokenContent */.r9(error.message, { cause: error });
}

;// CONCATENATED MODULE: ./build/src/cache/open.js







/** Which place a request means on this machine; undefined for none. */
function placeOf(settings, env, tell) {
    const { kind, folder = defaultFolder(env), repository } = settings;
    switch (kind) {
        case 'off':
            return undefined;
        case 'registry':
            return { kind, repository: repository.text };
        case 'directory':
            return { kind, folder };
        case 'actions':
            if (hasCacheService(env))
                return { kind };
            tell.warning('cache: there is no cache service of GitHub’s here; nothing is kept. What to do: set cache: directory');
            return undefined;
        case 'auto':
            if (!hasCacheService(env))
                return { kind: 'directory', folder };
            if (settings.folder !== undefined) {
                tell.warning('cache: cache-dir is not used, since this runner has GitHub’s cache. What to do: set cache: directory');
            }
            return { kind: 'actions' };
    }
}
/** Opens the store at a place; nothing is asked of it yet. */
async function openStore(place, means, opening) {
    switch (place.kind) {
        case 'actions':
            return actionsStore({ program: clientProgram(), folder: means.folder, env: means.env }, opening);
        case 'directory':
            return new directory_store/* DirectoryStore */.f(place.folder, opening);
        case 'registry':
            return registryStore({ repository: (0,reference/* parseRepository */.SU)(place.repository), client: await means.registryClient() }, opening);
    }
}
// https://specifications.freedesktop.org/basedir-spec/latest/
function defaultFolder(env) {
    return (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'multiarch-build', 'cache');
}
// Beside the bundle that was started: dist/build/index.js has dist/cache-client/index.js.
function clientProgram() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')), '..', 'cache-client', 'index.js');
}


/***/ }),

/***/ 59227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ CacheProblem),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   r9: () => (/* binding */ BrokenContent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _host_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40498);


/** A store failed in a way that it knows something about. */
class CacheProblem extends Error {
    problem;
    constructor(problem, cause) {
        super(problem.text, { cause });
        this.problem = problem;
    }
}
/** What the store has is not what its name says. */
class BrokenContent extends Error {
}
const LONGEST_TEXT = 300;
/** What is to be said of an error that a store met. */
function problemOf(error, access) {
    if (error instanceof CacheProblem)
        return { ...error.problem, text: shown(error.problem.text) };
    if (error instanceof BrokenContent)
        return { kind: 'broken', text: shown(error.message) };
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) {
        return { kind: `failure ${access}`, text: shown(error.message), cure: error.cure };
    }
    const { code } = error;
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return { kind: 'full', text: shown((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)), cure: 'make room', lasting: ['write'] };
        case 'EROFS':
        case 'EACCES':
        case 'EPERM':
            return { kind: `denied ${access}`, text: shown((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)), lasting: [access] };
        default:
            return { kind: `${code ?? 'failure'} ${access}`, text: shown((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) };
    }
}
// Signed addresses hold a key in their query.
function shown(text) {
    const clean = (0,_host_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(text).replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1');
    return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
}


/***/ }),

/***/ 87945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isDocumentName)
/* harmony export */ });
/** Whether a text names a document: it becomes a file's name, a tag and a part of a key. */
function isDocumentName(name) {
    return /^[a-z0-9][a-z0-9._-]{0,79}$/.test(name);
}


/***/ }),

/***/ 80153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ receiveFile),
/* harmony export */   YI: () => (/* binding */ intoPlace),
/* harmony export */   uZ: () => (/* binding */ receive),
/* harmony export */   vH: () => (/* binding */ checkFile),
/* harmony export */   yP: () => (/* binding */ PARTIAL)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _oci_file_parts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78330);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59227);







/** Start of the names of files that are still being written. */
const PARTIAL = '.multiarch-build-partial-';
/** Lets a file appear under its name only when it is written whole: until then it has another one in the same folder. */
async function intoPlace(path, write) {
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), `${PARTIAL}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        await write(partial);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(partial, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(partial, { force: true });
        throw error;
    }
}
/**
 * Writes a stream to a file that appears under its name only when it is the blob.
 * @throws {BrokenContent} when the content is another
 */
async function receive(source, blob, path, signal) {
    await intoPlace(path, async (partial) => {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(partial, { mode: 0o600, flags: 'wx' });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(source, (chunks) => checked(chunks, blob), file, { signal });
    });
}
/**
 * The same for a file.
 * @throws {BrokenContent} when the content is another
 */
async function receiveFile(from, blob, path, signal) {
    await intoPlace(path, async (partial) => {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(partial, 'wx', 0o600);
        try {
            for await (const part of checked((0,_oci_file_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .fileParts */ .R)(from, signal), blob))
                await file.writeFile(part);
        }
        finally {
            await file.close();
        }
    });
}
/**
 * Reads a file through, to see whether it is the blob.
 * @throws {BrokenContent} when it is not
 */
async function checkFile(path, blob, signal) {
    for await (const _ of checked((0,_oci_file_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .fileParts */ .R)(path, signal), blob))
        ;
}
async function* checked(chunks, { digest, size }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let read = 0;
    for await (const chunk of chunks) {
        read += chunk.length;
        if (read > size)
            break;
        hash.update(chunk);
        yield chunk;
    }
    const found = `sha256:${hash.digest('hex')}`;
    if (read !== size) {
        const length = read > size ? 'more' : `${read}`;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_6__/* .BrokenContent */ .r9(`what is kept as ${digest} is broken: it has ${length} bytes instead of ${size}`);
    }
    if (found !== digest)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_6__/* .BrokenContent */ .r9(`what is kept as ${digest} is broken: its digest is ${found}`);
}


/***/ }),

/***/ 62612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   Ce: () => (/* binding */ isFields),
/* harmony export */   G4: () => (/* binding */ MalformedError),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6559);

/** Something that is to be a manifest, index or config, and is not. */
class MalformedError extends Error {
}
/**
 * Reads an index that somebody else wrote.
 * @throws {MalformedError}
 */
function parseIndex(bytes) {
    const { manifests, mediaType, annotations } = fieldsOf(bytes, 'index');
    if (!Array.isArray(manifests))
        throw new MalformedError('an index without manifests');
    return {
        schemaVersion: 2,
        mediaType: textOf(mediaType),
        manifests: manifests.map(parseDescriptor),
        ...(isFields(annotations) && { annotations: textsOf(annotations) }),
    };
}
/**
 * Reads an image manifest that somebody else wrote.
 * @throws {MalformedError}
 */
function parseManifest(bytes) {
    const { config, layers, mediaType } = fieldsOf(bytes, 'manifest');
    if (!Array.isArray(layers))
        throw new MalformedError('a manifest without layers');
    return {
        schemaVersion: 2,
        mediaType: textOf(mediaType),
        config: parseDescriptor(config),
        layers: layers.map(parseDescriptor),
    };
}
/**
 * Reads an image config that somebody else wrote: the fields that are looked at have their type or are missing.
 * @throws {MalformedError}
 */
function parseConfig(bytes) {
    const { os, architecture, variant, config } = fieldsOf(bytes, 'config');
    return {
        os: textOf(os),
        architecture: textOf(architecture),
        ...(typeof variant === 'string' && { variant }),
        ...(isFields(config) && { config }),
    };
}
/**
 * Reads a descriptor that somebody else wrote.
 * @throws {MalformedError}
 */
function parseDescriptor(value) {
    if (!isFields(value))
        throw new MalformedError('a descriptor that is no object');
    const { mediaType, digest, size, platform, annotations } = value;
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        throw new MalformedError(`${JSON.stringify(digest)} is no sha256 digest`);
    if (!Number.isSafeInteger(size) || size < 0)
        throw new MalformedError(`${digest} has no size`);
    return {
        mediaType: textOf(mediaType),
        digest,
        size: size,
        ...(isFields(platform) && {
            platform: {
                os: textOf(platform.os),
                architecture: textOf(platform.architecture),
                ...(typeof platform.variant === 'string' && { variant: platform.variant }),
                ...(typeof platform['os.version'] === 'string' && { osVersion: platform['os.version'] }),
            },
        }),
        ...(isFields(annotations) && { annotations: textsOf(annotations) }),
    };
}
function fieldsOf(bytes, what) {
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch (cause) {
        throw new MalformedError(`the ${what} is no JSON`, { cause });
    }
    if (!isFields(value))
        throw new MalformedError(`the ${what} is no object`);
    return value;
}
/** Whether a JSON value is an object. */
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function textsOf(fields) {
    return Object.fromEntries(Object.entries(fields).filter((entry) => typeof entry[1] === 'string'));
}


/***/ }),

/***/ 98934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   e0: () => (/* binding */ apiName),
/* harmony export */   i7: () => (/* binding */ canonicalRegistry),
/* harmony export */   nz: () => (/* binding */ apiHost),
/* harmony export */   sw: () => (/* binding */ DOCKER_HUB_SERVER_ADDRESS)
/* harmony export */ });
// Docker Hub is written `docker.io`, stored by `docker login` under a version 1 URL, and served by a third host.
// https://github.com/distribution/reference/blob/v0.6.0/normalize.go
const DOCKER_HUB = 'docker.io';
const DOCKER_HUB_API = 'registry-1.docker.io';
const DOCKER_HUB_ALIASES = new Set([DOCKER_HUB, 'index.docker.io', DOCKER_HUB_API]);
/** The key under which `docker login` keeps Docker Hub's credential, and its helpers look for it. */
const DOCKER_HUB_SERVER_ADDRESS = 'https://index.docker.io/v1/';
/** A registry's one name: Docker Hub's aliases become `docker.io`, letters lower case. */
function canonicalRegistry(host) {
    const lower = host.toLowerCase();
    return DOCKER_HUB_ALIASES.has(lower) ? DOCKER_HUB : lower;
}
/** The host, with port, that serves a registry's API. */
function apiHost(registry) {
    return canonicalRegistry(registry) === DOCKER_HUB ? DOCKER_HUB_API : registry;
}
/** `<name>` of a repository as the API takes it; Docker Hub's one-part names are short for `library/…`. */
function apiName(repository) {
    const official = canonicalRegistry(repository.registry) === DOCKER_HUB && !repository.path.includes('/');
    return official ? `library/${repository.path}` : repository.path;
}
/** Whether a host, with or without port, is this machine: `localhost`, 127.0.0.0/8 or `[::1]`. */
function isLoopback(host) {
    return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}


/***/ }),

/***/ 43135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

/** A request that a registry refused or that did not reach it. */
class RequestError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl {
    failure;
    constructor(failure, tries = 1) {
        const times = tries > 1 ? ` (tried ${tries} times)` : '';
        super(`${failure.registry}: ${failure.operation}: ${failure.happened}${times}`, {
            ...(failure.cure !== undefined && { cure: failure.cure }),
            cause: failure.cause,
        });
        this.failure = failure;
    }
    get passing() {
        return this.failure.passing;
    }
    /** HTTP status; undefined when there was no answer. */
    get status() {
        return this.failure.status;
    }
    get code() {
        return this.failure.code;
    }
    get notTls() {
        return this.failure.notTls ?? false;
    }
    get retryAfterMs() {
        return this.failure.retryAfterMs;
    }
    /** The same failure, saying more. */
    withNote(note) {
        return new RequestError({ ...this.failure, happened: `${this.failure.happened} (${note})` });
    }
    /** The same failure, saying how often it was met. */
    afterTries(tries) {
        return new RequestError(this.failure, tries);
    }
}
/** A text of a stranger's, fit for a log line: control characters gone, white space collapsed, bounded in length. */
function printable(text, longest = 300) {
    const clean = text
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
        .trim();
    return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}


/***/ }),

/***/ 83399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ delayAfter),
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   Wj: () => (/* binding */ isPassingStatus),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _request_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43135);



const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const LONGEST_RETRY_AFTER_MS = 120_000;
/** Not Implemented, HTTP Version Not Supported and Insufficient Storage, which another try meets again (RFC 9110, 15.6; RFC 4918, 11.5). */
const LASTING_STATUSES = [501, 505, 507];
/** Whether a status tells of a passing condition, as far as the body says nothing else: 408, 429 and most of 5xx. */
function isPassingStatus(status) {
    return status === 408 || status === 429 || (status >= 500 && !LASTING_STATUSES.includes(status));
}
/**
 * Milliseconds to wait after a try failed: exponential, capped, with jitter over the upper half, and never less than
 * what the registry asked for, unless that is more than two minutes.
 * @param failed number of tries that failed, from 1
 * @param random a number in [0, 1)
 */
function delayAfter(failed, retryAfterMs, random) {
    const exponential = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failed - 1));
    const jittered = exponential * (0.5 + random / 2);
    return Math.max(jittered, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS));
}
/**
 * Milliseconds that a `Retry-After` header asks for, given as seconds or as an HTTP date (RFC 9110, 10.2.3);
 * undefined when there is none or it means nothing.
 */
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/**
 * Runs an operation until it succeeds, fails for a lasting reason, or has been tried `retries` times.
 * @throws {RequestError} the last failure, which says how often it was tried
 * @throws {Interrupted} when the signal fired
 */
async function withRetries(options, operation) {
    for (let failed = 1;; failed++) {
        if (options.signal?.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$();
        try {
            return await operation();
        }
        catch (error) {
            if (options.signal?.aborted)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$();
            if (!(error instanceof _request_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G && error.passing))
                throw error;
            if (failed >= options.retries)
                throw error.afterTries(failed);
            await pause(options, error, failed);
        }
    }
}
async function pause(options, error, failed) {
    const delay = delayAfter(failed, error.retryAfterMs, Math.random());
    const seconds = (delay / 1000).toFixed(1);
    options.onRetry?.(`${error.message}; try ${failed + 1} of ${options.retries} in ${seconds} s`);
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delay, undefined, { ...(options.signal && { signal: options.signal }) });
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$();
    }
}


/***/ })

};
