export const id = 233;
export const ids = [233];
export const modules = {

/***/ 99233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ CacheSession),
  g: () => (/* binding */ saveLeftovers)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
;// CONCATENATED MODULE: ./build/src/cache/problem.js


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
    if (error instanceof errors/* Failure */.HR) {
        return { kind: `failure ${access}`, text: shown(error.message), cure: error.cure };
    }
    const { code } = error;
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return { kind: 'full', text: shown((0,errors/* messageOf */.bD)(error)), cure: 'make room', lasting: ['write'] };
        case 'EROFS':
        case 'EACCES':
        case 'EPERM':
            return { kind: `denied ${access}`, text: shown((0,errors/* messageOf */.bD)(error)), lasting: [access] };
        default:
            return { kind: `${code ?? 'failure'} ${access}`, text: shown((0,errors/* messageOf */.bD)(error)) };
    }
}
// Signed addresses hold a key in their query.
function shown(text) {
    const clean = (0,plain_text/* plainText */.wh)(text).replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1');
    return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
}

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
            if (error instanceof BrokenContent)
                throw error;
            if (this.signal?.aborted)
                return undefined;
            this.note(stop.signal.aborted ? tooSlow(limitMs, access) : problemOf(error, access), access);
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

;// CONCATENATED MODULE: ./build/src/cache/store.js
/** Whether a text names a document: it becomes a file's name, a tag and a part of a key. */
function isDocumentName(name) {
    return /^[a-z0-9][a-z0-9._-]{0,79}$/.test(name);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/src/oci/file-parts.js
var file_parts = __webpack_require__(78330);
;// CONCATENATED MODULE: ./build/src/cache/verified-file.js







/** Start of the names of files that are still being written. */
const PARTIAL = '.multiarch-build-partial-';
/** Lets a file appear under its name only when it is written whole: until then it has another one in the same folder. */
async function intoPlace(path, write) {
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${PARTIAL}${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await write(partial);
        await (0,promises_.rename)(partial, path);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}
/**
 * Writes a stream to a file that appears under its name only when it is the blob.
 * @throws {BrokenContent} when the content is another
 */
async function receive(source, blob, path, signal) {
    await intoPlace(path, async (partial) => {
        const file = (0,external_node_fs_.createWriteStream)(partial, { mode: 0o600, flags: 'wx' });
        await (0,external_node_stream_promises_.pipeline)(source, (chunks) => checked(chunks, blob), file, { signal });
    });
}
/**
 * The same for a file.
 * @throws {BrokenContent} when the content is another
 */
async function receiveFile(from, blob, path, signal) {
    await intoPlace(path, async (partial) => {
        const file = await (0,promises_.open)(partial, 'wx', 0o600);
        try {
            for await (const part of checked((0,file_parts/* fileParts */.R)(from, signal), blob))
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
    for await (const _ of checked((0,file_parts/* fileParts */.R)(path, signal), blob))
        ;
}
async function* checked(chunks, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
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
        throw new BrokenContent(`what is kept as ${digest} is broken: it has ${length} bytes instead of ${size}`);
    }
    if (found !== digest)
        throw new BrokenContent(`what is kept as ${digest} is broken: its digest is ${found}`);
}

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
            await checkFile(path, blob);
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
            if (!(error instanceof BrokenContent))
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
    if (!isDocumentName(name))
        throw new Error(`not a document’s name: ${JSON.stringify(name)}`);
}

;// CONCATENATED MODULE: ./build/src/cache/directory-store.js







const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
// Nobody writes one file for so long.
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const FORGOTTEN_MS = 30 * ABANDONED_MS;
/**
 * A folder: `blobs/sha256/<hex>` and `documents/<name>`. Files appear under their name by being renamed into place, so
 * several processes may use one folder at once; when one was used last is its time of modification.
 */
class DirectoryStore extends GuardedStore {
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
            this.opening.tell.warning(`cache: ${this.folder} could not be swept: ${(0,errors/* messageOf */.bD)(error)}`);
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
        const found = await orAbsent((0,promises_.stat)(path));
        if (found?.size !== blob.size || !found.isFile())
            return false;
        await this.touch(path);
        return true;
    }
    async fetch(blob, path, signal) {
        const kept = this.blobPath(blob);
        const file = await orAbsent((0,promises_.open)(kept));
        if (file === undefined)
            return false;
        await file.close();
        try {
            // A copy: whoever gets the file may change it. It is read for the check anyway, so that a link would save little.
            await receiveFile(kept, blob, path, signal);
        }
        catch (error) {
            if (error instanceof BrokenContent && this.writable)
                await (0,promises_.rm)(kept, { force: true });
            throw error;
        }
        await this.touch(kept);
        return true;
    }
    async save(blob, path, _replace, signal) {
        const kept = this.blobPath(blob);
        await makeFolder((0,external_node_path_.dirname)(kept));
        await receiveFile(path, blob, kept, signal);
    }
    async read(name) {
        const path = this.documentPath(name);
        const kept = await orAbsent((0,promises_.readFile)(path));
        if (kept === undefined)
            return undefined;
        const bytes = opened(kept);
        if (bytes === undefined)
            throw new BrokenContent(`what is kept as ${path} is broken`);
        await this.touch(path);
        return bytes;
    }
    async write(name, bytes) {
        const path = this.documentPath(name);
        await makeFolder((0,external_node_path_.dirname)(path));
        await intoPlace(path, (partial) => (0,promises_.writeFile)(partial, sealed(bytes), { mode: FILE_MODE, flag: 'wx' }));
    }
    async close() { }
    blobPath({ digest }) {
        return (0,external_node_path_.join)(blobFolder(this.folder), (0,oci_digest/* encodedPart */.eA)(digest));
    }
    documentPath(name) {
        return (0,external_node_path_.join)(this.folder, 'documents', name);
    }
    async touch(path) {
        if (!this.writable)
            return;
        const now = new Date();
        // In a folder of somebody else's it can't be done, and then somebody else sweeps.
        await (0,promises_.utimes)(path, now, now).catch(() => undefined);
    }
}
// A document begins with a line that holds the digest of the rest: a byte that a disk has lost can leave it readable, and say
// something else.
function sealed(bytes) {
    return Buffer.concat([Buffer.from(`${(0,oci_digest/* digestOf */.ol)(bytes)}\n`), bytes]);
}
function opened(kept) {
    const start = kept.indexOf('\n') + 1;
    const bytes = kept.subarray(start);
    return kept.toString('latin1', 0, start) === `${(0,oci_digest/* digestOf */.ol)(bytes)}\n` ? bytes : undefined;
}
function blobFolder(folder) {
    return (0,external_node_path_.join)(folder, 'blobs', 'sha256');
}
async function sweep(folder) {
    const documents = (0,external_node_path_.join)(folder, 'documents');
    const needed = new Set();
    for (const { path, age } of await filesIn(documents)) {
        if (age > FORGOTTEN_MS)
            await (0,promises_.rm)(path, { force: true });
        else
            for (const digest of digestsIn(await orAbsent((0,promises_.readFile)(path, 'utf8'))))
                needed.add(digest);
    }
    for (const { path, name, age } of await filesIn(blobFolder(folder))) {
        const isOurs = name.startsWith(PARTIAL) || (0,oci_digest/* isDigest */.Bc)(`sha256:${name}`);
        if (isOurs && age > ABANDONED_MS && !needed.has(`sha256:${name}`))
            await (0,promises_.rm)(path, { force: true });
    }
}
function digestsIn(text = '') {
    return text.match(/sha256:[0-9a-f]{64}/g) ?? [];
}
async function filesIn(folder) {
    const files = [];
    for (const name of (await orAbsent((0,promises_.readdir)(folder))) ?? []) {
        const path = (0,external_node_path_.join)(folder, name);
        // Another process may be sweeping too.
        const found = await orAbsent((0,promises_.stat)(path));
        if (found?.isFile())
            files.push({ path, name, age: Date.now() - found.mtimeMs });
    }
    return files;
}
// Node's own recursion never ends where there is a parent that can hold no folders, as in /proc: it answers that it isn't there.
async function makeFolder(path) {
    if ((await orAbsent((0,promises_.stat)(path))) !== undefined)
        return;
    await makeFolder((0,external_node_path_.dirname)(path));
    await (0,promises_.mkdir)(path, { mode: FOLDER_MODE }).catch((error) => {
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

// EXTERNAL MODULE: ./build/src/oci/reference.js
var reference = __webpack_require__(84974);
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
            throw new CacheProblem({ kind: 'mode', text: skipped, lasting: ['read'] });
        return false;
    }
    if (ARCHIVE.test(reason))
        throw new BrokenContent(`what is kept can’t be unpacked: ${reason}`);
    throw new CacheProblem(problem(reason, 'read'));
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
    throw new CacheProblem(problem(reason, 'write'));
}
// The storage's refusal of an upload can come without a word.
const NO_REASON = { read: 'it could not be read', write: 'the entry was not saved' };
function problem(reason, access) {
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
            throw new CacheProblem({ kind: 'client', text: 'the cache is closed' });
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
                reject(new CacheProblem({ kind: 'client', text: why }));
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
    return new GuardedStore(new Actions(place, opening.signal), opening);
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
            await receiveFile(file, blob, path, signal);
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
        throw new BrokenContent(`what is kept as ${entry.key} is broken: there is no such file in it`);
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
    return new GuardedStore(new RegistryBackend(place), opening);
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
        const content = await registry_store_orAbsent(this.client.getBlob(this.repository, described(blob)));
        if (content === undefined)
            return false;
        try {
            await receive(content, blob, path, signal);
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
        const content = await registry_store_orAbsent(this.client.getBlob(this.repository, layer));
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
        throw new BrokenContent(`what is kept as document ${name} is broken`, { cause });
    }
    if (layer?.mediaType === DOCUMENT_TYPE && layer.size <= LONGEST_DOCUMENT)
        return layer;
    throw new BrokenContent(`the tag ${TAG_PREFIX}${name} is no document of this cache`);
}
function described({ digest, size }) {
    return { mediaType: 'application/octet-stream', digest, size };
}
async function registry_store_orAbsent(found) {
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
    return new BrokenContent(error.message, { cause: error });
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
            return new DirectoryStore(place.folder, opening);
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

// EXTERNAL MODULE: ./build/src/cache/pending.js
var pending = __webpack_require__(76435);
;// CONCATENATED MODULE: ./build/src/cache/session.js







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
            const list = await (0,pending/* readPending */.ct)(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${(0,errors/* messageOf */.bD)(error)}`);
        }
        finally {
            await store.close();
        }
    }
    async begin() {
        const { host, env, signal, registryClient } = this.surroundings;
        const { cache, logins, tlsVerify } = this.request;
        try {
            const place = placeOf(cache, env, host);
            if (place === undefined)
                return undefined;
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), FOLDER_PREFIX));
            host.saveState(pending/* CACHE_STATE */.bK, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await openStore(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new pending/* Pending */.UX(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${(0,errors/* messageOf */.bD)(error)}`);
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
    if (!(0,external_node_path_.isAbsolute)(state) || !(0,external_node_path_.basename)(state).startsWith(FOLDER_PREFIX))
        return;
    const found = await (0,promises_.lstat)(state).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    try {
        const list = await (0,pending/* readPending */.ct)(state);
        if (list === undefined)
            return;
        const { host, env, signal, registryClient } = surroundings;
        const means = { folder: await transferFolder(state), env, registryClient: () => registryClient(list) };
        const store = await openStore(list.place, means, { writable: true, signal, tell: host });
        try {
            await save(state, list, store, host);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await (0,promises_.rm)(state, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function save(folder, list, store, host) {
    await (0,pending/* savePending */.fE)(folder, list, store);
    if (store instanceof DirectoryStore)
        await store.sweep();
    const { blobsSaved, bytesSaved } = store.usage;
    if (blobsSaved > 0) {
        const megabytes = (bytesSaved / 1e6).toFixed(1);
        host.info(`cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`);
    }
}
async function transferFolder(folder) {
    const transfer = (0,external_node_path_.join)(folder, 'transfer');
    await (0,promises_.mkdir)(transfer, { recursive: true, mode: 0o700 });
    return transfer;
}


/***/ })

};
