export const id = 644;
export const ids = [644];
export const modules = {

/***/ 9644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  saveCache: () => (/* binding */ saveCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(498);
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
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/src/oci/file-parts.js
var file_parts = __webpack_require__(8330);
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

;// CONCATENATED MODULE: ./build/src/oci/reference.js

// https://github.com/distribution/reference/blob/v0.6.0/regexp.go
const DOMAIN = /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?$|^\[[a-fA-F0-9:]+\](?::[0-9]+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const REPOSITORY_MAX_LENGTH = 255;
/** Whether a text is the host of a registry, with or without port. */
function reference_isRegistryHost(text) {
    return DOMAIN.test(text);
}
/** Whether a text is a tag by the distribution-spec's grammar. */
function isTag(text) {
    return TAG.test(text);
}
/**
 * Parses a repository name without tag or digest. A first part that holds no `.` or `:` and isn't `localhost`
 * would be a Docker Hub short name, which podman and Docker resolve differently, so it is refused.
 * @throws {Error} with the reason
 */
function reference_parseRepository(text) {
    const shown = JSON.stringify(text);
    const slash = text.indexOf('/');
    const registry = slash < 0 ? '' : text.slice(0, slash);
    if (!/[.:]|^localhost$/.test(registry)) {
        throw new Error(`${shown} names no registry; write it in full, such as quay.io/organisation/name`);
    }
    if (!reference_isRegistryHost(registry))
        throw new Error(`${shown}: ${JSON.stringify(registry)} is no registry host`);
    const path = text.slice(slash + 1);
    if (path.includes('@') || path.includes(':')) {
        throw new Error(`${shown} must have no tag and no digest; tags go into the input tags`);
    }
    const wrong = path.split('/').find((component) => !PATH_COMPONENT.test(component));
    if (wrong !== undefined) {
        const why = /[A-Z]/.test(wrong) ? 'repository names are lower case' : 'that is no valid path component';
        throw new Error(`${shown}: ${JSON.stringify(wrong)}: ${why}`);
    }
    if (text.length > REPOSITORY_MAX_LENGTH)
        throw new Error(`${shown} is longer than ${REPOSITORY_MAX_LENGTH} characters`);
    return { registry: registry.toLowerCase(), path, text: `${registry.toLowerCase()}/${path}` };
}
/**
 * Takes `name[:tag][@digest]` apart (https://github.com/distribution/reference/blob/v0.6.0/reference.go).
 * @throws {Error} with the reason
 */
function reference_splitName(text) {
    const shown = JSON.stringify(text);
    const [tagged = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !isDigest(digest))) {
        throw new Error(`${shown}: what follows @ is no sha256 digest`);
    }
    const colon = tagged.lastIndexOf(':');
    const hasTag = colon > tagged.lastIndexOf('/');
    const tag = hasTag ? tagged.slice(colon + 1) : undefined;
    if (tag !== undefined && !isTag(tag))
        throw new Error(`${shown}: ${JSON.stringify(tag)} is no valid tag`);
    return { name: hasTag ? tagged.slice(0, colon) : tagged, tag, digest };
}
/** A repository with one of its tags. */
function withTag(repository, tag) {
    return { repository, tag, text: `${repository.text}:${tag}` };
}
/**
 * Parses `registry/path:tag`.
 * @throws {Error} with the reason
 */
function parseTaggedReference(text) {
    const colon = text.lastIndexOf(':');
    if (colon < text.lastIndexOf('/'))
        throw new Error(`${JSON.stringify(text)} has no tag`);
    const tag = text.slice(colon + 1);
    if (!isTag(tag))
        throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(tag)} is no valid tag`);
    return withTag(reference_parseRepository(text.slice(0, colon)), tag);
}
/** `registry/path@digest` */
function digestReference(repository, digest) {
    if (!isDigest(digest))
        throw new Error(`not a digest: ${String(digest)}`);
    return `${repository.text}@${digest}`;
}

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

// EXTERNAL MODULE: ./build/src/host/process.js + 2 modules
var host_process = __webpack_require__(4899);
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
var external_node_timers_promises_ = __webpack_require__(8500);
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
function actions_store_hasCacheService(env) {
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
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/src/oci/parse.js

/** Something that is to be a manifest, index or config, and is not. */
class parse_MalformedError extends Error {
}
/**
 * Reads an index that somebody else wrote.
 * @throws {MalformedError}
 */
function parse_parseIndex(bytes) {
    const { manifests, mediaType, annotations } = fieldsOf(bytes, 'index');
    if (!Array.isArray(manifests))
        throw new parse_MalformedError('an index without manifests');
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
function parse_parseManifest(bytes) {
    const { config, layers, mediaType } = fieldsOf(bytes, 'manifest');
    if (!Array.isArray(layers))
        throw new parse_MalformedError('a manifest without layers');
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
function parse_parseConfig(bytes) {
    const { os, architecture, variant, config } = fieldsOf(bytes, 'config');
    return {
        os: textOf(os),
        architecture: textOf(architecture),
        ...(typeof variant === 'string' && { variant }),
        ...(isFields(config) && { config }),
    };
}
function parseDescriptor(value) {
    if (!isFields(value))
        throw new parse_MalformedError('a descriptor that is no object');
    const { mediaType, digest, size, platform, annotations } = value;
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new parse_MalformedError(`${JSON.stringify(digest)} is no sha256 digest`);
    if (!Number.isSafeInteger(size) || size < 0)
        throw new parse_MalformedError(`${digest} has no size`);
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
        throw new parse_MalformedError(`the ${what} is no JSON`, { cause });
    }
    if (!isFields(value))
        throw new parse_MalformedError(`the ${what} is no object`);
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

// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(7578);
;// CONCATENATED MODULE: ./build/src/registry/request-error.js

/** A request that a registry refused or that did not reach it. */
class RequestError extends errors/* RegistryError */.gl {
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
        layer = parse_parseManifest(bytes).layers[0];
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
        if (error instanceof RequestError && error.status === 404)
            return undefined;
        throw error;
    }
}
// Once content flows, the one lasting failure of the client's is content that isn't what it should be.
function asBroken(error) {
    if (!(error instanceof RequestError) || error.passing)
        return error;
    return new BrokenContent(error.message, { cause: error });
}

;// CONCATENATED MODULE: ./build/src/cache/open.js







/** Which place a request means on this machine; undefined for none. */
function open_placeOf(settings, env, tell) {
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
async function open_openStore(place, means, opening) {
    switch (place.kind) {
        case 'actions':
            return actionsStore({ program: clientProgram(), folder: means.folder, env: means.env }, opening);
        case 'directory':
            return new DirectoryStore(place.folder, opening);
        case 'registry':
            return registryStore({ repository: reference_parseRepository(place.repository), client: await means.registryClient() }, opening);
    }
}
// https://specifications.freedesktop.org/basedir-spec/latest/
function defaultFolder(env) {
    return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'multiarch-build', 'cache');
}
// Beside the bundle that was started: dist/build/index.js has dist/cache-client/index.js.
function clientProgram() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')), '..', 'cache-client', 'index.js');
}

// EXTERNAL MODULE: ./build/src/cache/pending.js
var pending = __webpack_require__(6435);
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
            const list = await readPending(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await rm(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${messageOf(error)}`);
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
            const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), FOLDER_PREFIX));
            host.saveState(CACHE_STATE, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await openStore(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new Pending(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${messageOf(error)}`);
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
        const store = await open_openStore(list.place, means, { writable: true, signal, tell: host });
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

;// CONCATENATED MODULE: ./build/src/builder/secrets.js



/**
 * Writes secrets to files that only this user can read, so that none is in an argument or a variable.
 * @throws {InputError} when a file of the user's can't be read
 */
async function secrets_writeSecrets(secrets, folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const files = [];
    for (const [at, { id, source }] of secrets.entries()) {
        const file = join(folder, String(at));
        if ('text' in source) {
            await writeFile(file, source.text, { mode: 0o600 });
        }
        else {
            await copyFile(source.file, file).catch((cause) => {
                throw new InputError('secret-files', `${id}: ${source.file} can’t be read`, { cause });
            });
            await chmod(file, 0o600);
        }
        files.push({ id, file });
    }
    return files;
}

// EXTERNAL MODULE: ./build/src/builder/workspace.js + 1 modules
var workspace = __webpack_require__(2275);
;// CONCATENATED MODULE: ./build/src/oci/platform.js
/**
 * The arguments that builders set for a platform, by name; no variant where it has none
 * (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope).
 */
function platformArguments(whose, { text, os, architecture, variant }) {
    return new Map([
        [`${whose}PLATFORM`, text],
        [`${whose}OS`, os],
        [`${whose}ARCH`, architecture],
        ...(variant === undefined ? [] : [[`${whose}VARIANT`, variant]]),
    ]);
}
const ARCHITECTURE_ALIASES = {
    x86_64: { architecture: 'amd64' },
    'x86-64': { architecture: 'amd64' },
    aarch64: { architecture: 'arm64' },
    i386: { architecture: '386' },
    i486: { architecture: '386' },
    i586: { architecture: '386' },
    i686: { architecture: '386' },
    armhf: { architecture: 'arm', variant: 'v7' },
    armel: { architecture: 'arm', variant: 'v6' },
};
const ARCHITECTURES = new Set([
    'amd64',
    '386',
    'arm64',
    'arm',
    'ppc64le',
    'ppc64',
    's390x',
    'riscv64',
    'mips',
    'mipsle',
    'mips64',
    'mips64le',
    'loong64',
]);
/**
 * Brings the parts of a platform into normal form, as containerd does: `arm64/v8` is `arm64`, `arm` is `arm/v7`,
 * `amd64/v1` is `amd64`.
 * Source: https://github.com/containerd/platforms/blob/v1.0.0/database.go, `normalizeArch`.
 */
function platform_normalizePlatform(fields) {
    const os = fields.os.toLowerCase();
    const name = fields.architecture.toLowerCase();
    const alias = ARCHITECTURE_ALIASES[name];
    const architecture = alias?.architecture ?? name;
    const variant = normalizeVariant(architecture, (alias?.variant ?? fields.variant ?? '').toLowerCase());
    return variant === ''
        ? { os, architecture, text: `${os}/${architecture}` }
        : { os, architecture, variant, text: `${os}/${architecture}/${variant}` };
}
function normalizeVariant(architecture, variant) {
    if (architecture === 'arm64')
        return variant === '8' || variant === 'v8' ? '' : variant;
    if (architecture === 'amd64')
        return variant === 'v1' ? '' : variant;
    if (architecture === 'arm') {
        if (variant === '' || variant === '7')
            return 'v7';
        return /^[5689]$/.test(variant) ? `v${variant}` : variant;
    }
    return variant;
}
/**
 * Parses `os/architecture[/variant]`. Only Linux, since podman builds nothing else.
 * @throws {Error} with the reason, for the caller to say where the text came from
 */
function parsePlatform(text) {
    const parts = text.trim().split('/');
    const [os, architecture, variant] = parts;
    if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^[A-Za-z0-9_.-]+$/.test(part))) {
        throw new Error(`${JSON.stringify(text)} is no platform; write os/architecture, such as linux/arm64`);
    }
    const platform = platform_normalizePlatform({ os: os, architecture: architecture, ...(variant && { variant }) });
    if (platform.os !== 'linux')
        throw new Error(`${JSON.stringify(text)}: only linux can be built`);
    if (!ARCHITECTURES.has(platform.architecture)) {
        throw new Error(`${JSON.stringify(text)}: unknown architecture; known are ${[...ARCHITECTURES].join(', ')}`);
    }
    return platform;
}
/** The fields of a platform as an index holds them. */
function platformFields(platform) {
    const { architecture, os, variant } = platform;
    return { architecture, os, ...(variant && { variant }) };
}
/** A platform as one path segment or output name: `linux-arm-v7`. */
function platform_platformSlug(platform) {
    return platform.text.replaceAll('/', '-');
}

// EXTERNAL MODULE: ./build/src/podman/store.js
var store = __webpack_require__(7034);
;// CONCATENATED MODULE: ./build/src/registry/hosts.js
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

;// CONCATENATED MODULE: ./build/src/registry/retry.js



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
            throw new errors/* Interrupted */.j$();
        try {
            return await operation();
        }
        catch (error) {
            if (options.signal?.aborted)
                throw new errors/* Interrupted */.j$();
            if (!(error instanceof RequestError && error.passing))
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
        await (0,external_node_timers_promises_.setTimeout)(delay, undefined, { ...(options.signal && { signal: options.signal }) });
    }
    catch {
        throw new errors/* Interrupted */.j$();
    }
}

;// CONCATENATED MODULE: ./build/src/registry/blob-upload.js



/**
 * Mounts a blob from another repository or uploads it by POST and PUT.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs
 * @throws {RequestError} when the registry refuses or fails; nothing was stored then
 */
async function pushBlob(session, upload) {
    const location = (await mount(session, upload)) ?? (await begin(session, upload));
    if (location === 'mounted')
        return 'mounted';
    await put(session, upload, location);
    return 'uploaded';
}
/** `mounted`; or where to upload to, when the registry opened an upload instead; undefined when it did neither. */
async function mount(session, upload) {
    const { repository, descriptor, mountFrom } = upload;
    if (!mountFrom || mountFrom.registry !== repository.registry || mountFrom.path === repository.path)
        return undefined;
    const query = `?mount=${descriptor.digest}&from=${encodeURIComponent(apiName(mountFrom))}`;
    const call = { ...postCall(upload, query), source: mountFrom };
    try {
        const answer = await session.send(call);
        if (answer.status !== 201)
            return await uploadLocation(session, call, answer);
        await answer.discard();
        return 'mounted';
    }
    catch (error) {
        // Not being allowed to read the other repository is no reason not to upload.
        const { status = 0 } = error instanceof RequestError ? error : {};
        if (status >= 400 && !isPassingStatus(status))
            return undefined;
        throw error;
    }
}
async function begin(session, upload) {
    const call = postCall(upload, '');
    return uploadLocation(session, call, await session.send(call));
}
async function uploadLocation(session, call, answer) {
    if (answer.status >= 300)
        throw await session.refusal(call, answer);
    if (answer.status !== 202 || answer.header('location') === undefined) {
        throw session.unexpected(call, answer, 'no upload was opened');
    }
    await answer.discard();
    return session.locationOf(answer, call);
}
async function put(session, upload, location) {
    const { repository, descriptor } = upload;
    const opened = [];
    const open = () => {
        const content = upload.open();
        opened.push(content);
        return content;
    };
    const call = {
        method: 'PUT',
        repository,
        target: withDigest(location, descriptor.digest),
        object: `blob ${descriptor.digest}`,
        action: 'push',
        headers: { 'content-type': 'application/octet-stream' },
        body: { open, size: descriptor.size },
        commits: true,
    };
    try {
        const answer = await session.send(call);
        if (answer.status >= 300)
            throw await session.refusal(call, answer);
        // Some registries answer another 2xx than the spec's 201; a health page has neither of these headers.
        const taken = answer.header('docker-content-digest') ?? answer.header('location');
        if (answer.status !== 201 && taken === undefined)
            throw session.unexpected(call, answer, 'the blob was not taken');
        await answer.discard();
    }
    finally {
        for (const content of opened)
            content.destroy();
    }
}
function postCall({ repository, descriptor }, query) {
    return {
        method: 'POST',
        repository,
        target: `blobs/uploads/${query}`,
        object: `upload of blob ${descriptor.digest}`,
        action: 'push',
        body: Buffer.alloc(0),
    };
}
// The registry's own query must come back letter by letter (it may be signed), which URLSearchParams would not keep.
function withDigest(location, digest) {
    const url = new URL(location);
    url.search = `${url.search}${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
    return url;
}

;// CONCATENATED MODULE: ./build/src/registry/blobs.js



/** Whether a repository holds a blob, asked with the right to read or to push. */
async function hasBlob(session, repository, descriptor, action) {
    const call = blobCall('HEAD', repository, descriptor, action);
    const answer = await session.send(call);
    if (answer.status === 404) {
        answer.destroy();
        return false;
    }
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    await answer.discard();
    const { contentLength = descriptor.size } = answer;
    const digest = answer.header('docker-content-digest') ?? descriptor.digest;
    if (contentLength === descriptor.size && digest === descriptor.digest) {
        // A health page may come without a length: then nothing speaks for the blob, and uploading it does no harm.
        return answer.contentLength !== undefined || answer.header('docker-content-digest') !== undefined;
    }
    throw session.unexpected(call, answer, 'what is there has another size or digest');
}
/** A blob's content; the stream fails at its end when it isn't what the descriptor says. */
async function getBlob(session, repository, descriptor) {
    const call = blobCall('GET', repository, descriptor, 'pull');
    const answer = await session.send(call);
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    const { contentLength = descriptor.size } = answer;
    if (contentLength !== descriptor.size)
        throw session.unexpected(call, answer, `with ${contentLength} bytes instead of ${descriptor.size}`);
    const content = external_node_stream_.Readable.from(blobs_checked(session, call, answer, descriptor), { objectMode: false });
    // A generator that was never started would not let go of the connection.
    return content.on('close', () => answer.destroy());
}
async function* blobs_checked(session, call, answer, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let read = 0;
    for await (const chunk of answer.chunks()) {
        read += chunk.length;
        if (read > size)
            break;
        hash.update(chunk);
        yield chunk;
    }
    const found = `sha256:${hash.digest('hex')}`;
    if (read !== size)
        throw session.lasting(call, `the blob has not the ${size} bytes that its descriptor says`);
    if (found !== digest)
        throw session.lasting(call, `the blob's digest is ${found}`);
}
function blobCall(method, repository, { digest }, action) {
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new Error(`not a digest: ${JSON.stringify(digest)}`);
    return { method, repository, target: `blobs/${digest}`, object: `blob ${digest}`, action };
}

;// CONCATENATED MODULE: ./build/src/registry/answer.js

/** A registry's answer; its body must be read to its end or discarded, or the connection stays taken. */
class Answer {
    response;
    url;
    failure;
    status;
    constructor(response, 
    /** Where it came from, after redirects. */
    url, 
    /** Says what went wrong while the body was read. */
    failure) {
        this.response = response;
        this.url = url;
        this.failure = failure;
        this.status = response.statusCode;
    }
    /** A header by its lower-case name; several of one name are joined by commas. */
    header(name) {
        const value = this.response.headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
    }
    /** `Content-Length` in bytes; undefined when it isn't sent. */
    get contentLength() {
        const value = this.header('content-length');
        return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
    }
    /** `Content-Type` without parameters; empty when it isn't sent. */
    get contentType() {
        return (this.header('content-type') ?? '').split(';')[0].trim().toLowerCase();
    }
    /** Reads the body as it comes. */
    async *chunks() {
        try {
            for await (const chunk of this.response.body)
                yield chunk;
        }
        catch (cause) {
            throw cause instanceof errors/* RegistryError */.gl ? cause : this.failure(cause);
        }
    }
    /** Up to `longest` bytes of the body; undefined when it is longer. */
    async read(longest) {
        const chunks = [];
        let size = 0;
        for await (const chunk of this.chunks()) {
            size += chunk.length;
            if (size > longest)
                return undefined;
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    /** The body as an object; undefined when it is longer than `longest` bytes or no JSON object. */
    async readObject(longest) {
        const bytes = await this.read(longest);
        return bytes && parseObject(bytes);
    }
    /** Frees the connection. */
    async discard() {
        // An unread rest that fails to come is nobody's loss.
        this.response.body.on('error', () => undefined);
        await this.response.body.dump({ limit: 64 * 1024 }).catch(() => undefined);
    }
    /** Ends the connection without reading on. */
    destroy() {
        this.response.body.on('error', () => undefined).destroy();
    }
}
/** JSON text as an object; undefined for anything else. */
function parseObject(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** The first of the errors in a body: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
function firstError(body) {
    const first = Array.isArray(body?.errors) ? body.errors[0] : undefined;
    if (typeof first !== 'object' || first === null)
        return { code: undefined, message: '' };
    const { code, message, detail } = first;
    const words = [message, detail].filter((part) => typeof part === 'string' && part !== '');
    return { code: typeof code === 'string' ? code : undefined, message: words.join(': ') };
}

;// CONCATENATED MODULE: ./build/src/registry/manifests.js




// https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests: "at least 4 megabytes"
const LONGEST_MANIFEST = 4 * 1024 * 1024;
const MANIFEST_TYPES = [
    types/* mediaType */.JL.ociIndex,
    types/* mediaType */.JL.dockerIndex,
    types/* mediaType */.JL.ociManifest,
    types/* mediaType */.JL.dockerManifest,
];
/** Writes a manifest under a tag or digest; gives the digest that the registry reports, if it reports one. */
async function putManifest(session, repository, reference, { bytes, type }) {
    const call = {
        ...manifestCall('PUT', repository, reference),
        action: 'push',
        headers: { 'content-type': type },
        body: bytes,
        commits: true,
    };
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    const answer = await session.send(call);
    if (answer.status >= 300)
        throw await session.refusal(call, answer);
    await answer.discard();
    const told = answer.header('docker-content-digest');
    // Some registries answer another 2xx than the spec's 201; a health page has neither of these headers.
    if (answer.status !== 201 && told === undefined && answer.header('location') === undefined) {
        throw session.unexpected(call, answer, 'the manifest was not taken');
    }
    if (!(0,oci_digest/* isDigest */.Bc)(told))
        return undefined;
    if (told === digest)
        return told;
    throw session.lasting(call, `the registry stored ${told} instead of ${digest}`);
}
/** A manifest's exact bytes, checked against every digest known; undefined when there is none. */
async function getManifest(session, repository, reference) {
    const call = manifestCall('GET', repository, reference);
    const answer = await session.send(call);
    if (answer.status === 404)
        return absent(answer);
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    const bytes = await answer.read(LONGEST_MANIFEST);
    if (!bytes)
        throw session.lasting(call, `the manifest is longer than ${LONGEST_MANIFEST} bytes`);
    const manifest = parseObject(bytes);
    if (typeof manifest?.schemaVersion !== 'number')
        throw session.unexpected(call, answer, 'the body is no manifest');
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    const expected = [reference, answer.header('docker-content-digest')].filter(oci_digest/* isDigest */.Bc);
    const wrong = expected.find((other) => other !== digest);
    if (wrong)
        throw session.unexpected(call, answer, `the body's digest is ${digest} instead of ${wrong}`);
    return { bytes, digest, mediaType: manifestType(answer, manifest.mediaType) };
}
/** What a tag or digest refers to, by HEAD where the registry says enough then; undefined when there is none. */
async function resolveManifest(session, repository, reference) {
    const call = manifestCall('HEAD', repository, reference);
    const answer = await session.send(call);
    if (answer.status === 404)
        return absent(answer);
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    await answer.discard();
    const told = descriptorOf(answer, reference);
    if (told)
        return told;
    const manifest = await getManifest(session, repository, reference);
    return manifest && { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}
/** A manifest's own word where the header says nothing definite (`application/json`). */
function manifestType(answer, own) {
    return !MANIFEST_TYPES.includes(answer.contentType) && typeof own === 'string' ? own : answer.contentType;
}
/** What the headers of a manifest's answer say of it; undefined when they don't say everything. */
function descriptorOf(answer, reference) {
    const digest = answer.header('docker-content-digest');
    const { contentLength: size, contentType } = answer;
    if (!(0,oci_digest/* isDigest */.Bc)(digest) || size === undefined || !MANIFEST_TYPES.includes(contentType))
        return undefined;
    if ((0,oci_digest/* isDigest */.Bc)(reference) && reference !== digest)
        return undefined;
    return { mediaType: contentType, digest, size };
}
function absent(answer) {
    answer.destroy();
    return undefined;
}
function manifestCall(method, repository, reference) {
    if (!(0,oci_digest/* isDigest */.Bc)(reference) && !isTag(reference))
        throw new Error(`neither tag nor digest: ${JSON.stringify(reference)}`);
    return {
        method,
        repository,
        target: `manifests/${reference}`,
        object: `manifest ${reference}`,
        action: 'pull',
        headers: { accept: MANIFEST_TYPES.join(', ') },
    };
}

;// CONCATENATED MODULE: ./build/src/registry/opened-image.js






/**
 * Opens an image at the first source that has it. A source that fails is passed over, and only when the last one
 * fails in a passing way are all of them tried again, so that a mirror that is down costs one attempt.
 * @param known asked before anything is fetched twice: with some, a tag costs a HEAD
 * @returns undefined when no source has it
 * @throws {RegistryError} of the last source
 */
async function openImage(reader, sources, reference, known) {
    const have = (0,oci_digest/* isDigest */.Bc)(reference) ? known.get(reference) : undefined;
    if (have)
        return opened_image_opened(reader, sources, have);
    return firstOf(reader, sources, async (session, source, later) => {
        const { repository } = source;
        const head = known.size > 0 ? await resolveManifest(session, repository, reference) : undefined;
        if (known.size > 0 && head === undefined)
            return undefined;
        const root = (head && known.get(head.digest)) ?? (await getManifest(session, repository, head?.digest ?? reference));
        return root && opened_image_opened(reader, [source, ...later], root);
    });
}
function opened_image_opened(reader, sources, root) {
    return {
        root,
        foundIn: sources[0].repository,
        manifest: (digest) => firstOf(reader, sources, (session, { repository }) => getManifest(session, repository, digest)),
        blob: async (descriptor) => {
            const content = await firstOf(reader, sources, (session, { repository }) => getBlob(session, repository, descriptor));
            return content;
        },
    };
}
/** What the first source gives that has it; undefined when none has it. */
function firstOf({ sessionOf, options }, sources, ask) {
    return withRetries(options, async () => {
        const problems = [];
        for (const [at, source] of sources.entries()) {
            const later = sources.slice(at + 1);
            try {
                const found = await ask(sessionOf(source), source, later);
                if (found !== undefined)
                    return found;
            }
            catch (error) {
                if (!(error instanceof errors/* RegistryError */.gl))
                    throw error;
                if (later.length === 0)
                    throw withProblems(error, problems);
                problems.push((0,errors/* messageOf */.bD)(error));
                options.onRetry?.(`${(0,errors/* messageOf */.bD)(error)}; asking ${later[0].repository.registry} instead`);
            }
        }
        return undefined;
    });
}
function withProblems(error, problems) {
    if (problems.length === 0 || !(error instanceof RequestError))
        return error;
    return error.withNote(`its mirrors failed too: ${problems.join('; ')}`);
}

;// CONCATENATED MODULE: ./build/src/registry/rules.js


/** A machine without any `registries.conf`. */
const NO_RULES = {
    registries: [],
    searchRegistries: [],
    shortNameMode: 'permissive',
    aliases: new Map(),
    files: [],
};
/**
 * The places that a repository may be read from, in the order in which podman asks them: mirrors, then the location.
 * https://github.com/containers/image/blob/v5.36.0/docs/containers-registries.conf.5.md#remapping-and-mirroring-registries
 * @param byDigest whether what is read is named by its digest
 * @throws {RegistryError} when the repository is blocked, or a location makes no repository of it
 */
function sourcesOf(repository, rules, { byDigest }) {
    const named = rules_normalRepository(repository);
    const rule = ruleFor(named, rules);
    if (rule === undefined)
        return [{ repository: named, insecure: false }];
    refuseBlocked(named, rule);
    const mirrors = rule.mirrors
        .filter(({ pulls }) => pulls === 'all' || byDigest === (pulls === 'digest-only'))
        .map((mirror) => rewritten(named, rule, mirror))
        .filter((source) => !ruleFor(source.repository, rules)?.blocked);
    const location = rewritten(named, rule, rule);
    refuseBlocked(location.repository, ruleFor(location.repository, rules));
    return [...mirrors, location];
}
/**
 * The one place that a repository is written to: under the name that it has, since podman rewrites and mirrors reads alone
 * (containers-registries.conf(5): "currently processed only when reading images, not when pushing").
 * @throws {RegistryError} when the repository is blocked
 */
function targetOf(repository, rules) {
    const rule = ruleFor(rules_normalRepository(repository), rules);
    refuseBlocked(repository, rule);
    return { repository, insecure: rule?.insecure ?? false };
}
/** The rule with the longest prefix of a repository; undefined when none has any. */
function ruleFor({ text }, { registries }) {
    let best;
    for (const rule of registries) {
        if (matchedLength(text, rule.prefix) === undefined)
            continue;
        if (rule.prefix.length > (best?.prefix.length ?? 0))
            best = rule;
    }
    return best;
}
/** How much of a repository's name a prefix covers; undefined when it isn't its prefix. */
function matchedLength(name, prefix) {
    const domain = prefix.startsWith('*.') ? prefix.slice(1) : undefined;
    const start = domain === undefined ? 0 : name.indexOf(domain);
    if (domain === undefined ? !name.startsWith(prefix) : start < 0 || name.slice(0, start).includes('/')) {
        return undefined;
    }
    const end = start + (domain ?? prefix).length;
    // `example.com` also covers `example.com:5000`, as for podman.
    return end === name.length || ':/'.includes(name[end]) ? end : undefined;
}
function rewritten(repository, { prefix, origin }, { location, insecure }) {
    if (location === '')
        return { repository, insecure };
    const text = location + repository.text.slice(matchedLength(repository.text, prefix));
    try {
        return { repository: reference_parseRepository(text), insecure };
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${origin} makes ${text} of ${repository.text}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cure: `mend the location ${JSON.stringify(location)}`,
            cause,
        });
    }
}
// podman itself looks at `blocked` by the place that it really asks, so that a location elsewhere evades it; the manual says
// "pulling images with matching names is forbidden".
function refuseBlocked({ text }, rule) {
    if (!rule?.blocked)
        return;
    throw new errors/* RegistryError */.gl(`${text} is blocked: ${rule.origin} says blocked = true for ${rule.prefix}`, {
        cure: 'use another registry, or change that file',
    });
}
/**
 * A repository as rules name it: Docker Hub's official images are in `library/`.
 * https://github.com/distribution/reference/blob/v0.6.0/normalize.go
 */
function rules_normalRepository(repository) {
    const { registry, path } = repository;
    const hub = registry === 'docker.io' || registry === 'index.docker.io';
    if (!hub)
        return repository;
    return reference_parseRepository(`docker.io/${path.includes('/') ? path : `library/${path}`}`);
}

;// CONCATENATED MODULE: ./build/src/registry/challenge.js
const TOKEN = String.raw `[!#$%&'*+.^_\`|~0-9A-Za-z-]+`;
const PARAMETER = new RegExp(String.raw `(${TOKEN})[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|(${TOKEN}))`, 'y');
const SCHEME = new RegExp(String.raw `(${TOKEN})(?=[ \t,]|$)`, 'y');
// A challenge may carry one bare value instead of parameters (`Negotiate YII…==`).
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y;
const SEPARATOR = /[ \t,]+/y;
/**
 * Parses the value of `WWW-Authenticate`, several headers joined by commas. Quoted values may hold commas and escaped
 * quotes (RFC 9110, 11.6.1). Parsing ends at what can't be understood; what came before it is kept.
 */
function parseChallenges(header) {
    const challenges = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match)
            at = pattern.lastIndex;
        return match ?? undefined;
    };
    while (at < header.length) {
        if (take(SEPARATOR))
            continue;
        const current = challenges.at(-1);
        const parameter = current && take(PARAMETER);
        if (parameter) {
            current.parameters[parameter[1].toLowerCase()] = parameter[2]?.replace(/\\(.)/g, '$1') ?? parameter[3];
            continue;
        }
        const scheme = take(SCHEME);
        if (scheme)
            challenges.push({ scheme: scheme[1].toLowerCase(), parameters: {} });
        else if (!take(TOKEN68))
            break;
    }
    return challenges;
}
/** The challenge that this client answers: Bearer before Basic; undefined when neither is offered. */
function chooseChallenge(challenges) {
    return (challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined) ??
        challenges.find(({ scheme }) => scheme === 'basic'));
}

;// CONCATENATED MODULE: ./build/src/registry/advice.js

const ARTIFACT_REGISTRY = {
    push: 'give the account roles/artifactregistry.writer; the user name is oauth2accesstoken',
    create: 'create it: gcloud artifacts repositories create NAME --repository-format=docker --location=LOCATION --project=PROJECT',
    pull: 'give the account roles/artifactregistry.reader, or give that role to allUsers to make the repository public',
};
const REGISTRIES = [
    [
        /^quay\.io$/,
        {
            // https://docs.quay.io/glossary/robot-accounts.html
            push: 'give the robot account (organisation+name) Write permission on the repository',
            create: 'create it on quay.io, or put the robot account into a team with the role Creator in the organisation',
            pull: 'new repositories are private: make it public in its settings, or give the robot account (organisation+name) Read permission',
        },
    ],
    [
        /^ghcr\.io$/,
        {
            // https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry
            push: "give the job permissions: packages: write (a personal access token: the scope write:packages), and give this repository Write access in the package's settings, under Manage Actions access",
            create: "let the organisation's members create packages (its settings, under Packages); the first push of a job creates one and links it to the job's repository",
            pull: "new packages are private: make it public in the package's settings, or give the job permissions: packages: read (a personal access token: the scope read:packages) and this repository Read access under Manage Actions access",
        },
    ],
    [
        /^docker\.io$/,
        {
            push: 'use an access token with Read & Write scope, of an account that may write to this namespace',
            create: "push to the account's own namespace, where a push creates it; in an organisation let an owner create it, or give the account the right to",
            pull: 'check the spelling, since a repository that does not exist is refused too; for a private one use an access token of an account that may read it',
        },
    ],
    [/\.pkg\.dev$/, ARTIFACT_REGISTRY],
    [
        /(^|\.)gcr\.io$/,
        {
            // https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo
            ...ARTIFACT_REGISTRY,
            create: 'Container Registry is shut down and Artifact Registry serves its names: give the account roles/artifactregistry.createOnPushWriter, or push to LOCATION-docker.pkg.dev',
        },
    ],
    [
        /\.dkr\.ecr\..*\.amazonaws\.com$/,
        {
            push: 'renew the password (aws ecr get-login-password lasts 12 hours), and allow ecr:PutImage and ecr:InitiateLayerUpload',
            create: 'create it: aws ecr create-repository --repository-name NAME',
            pull: 'renew the password (aws ecr get-login-password lasts 12 hours), and allow ecr:BatchGetImage',
        },
    ],
    [
        /\.azurecr\.io$/,
        { push: 'give the identity the role AcrPush', pull: 'give the identity the role AcrPull' },
    ],
    [
        /image-registry/,
        {
            // https://docs.openshift.com/container-platform/4.16/registry/accessing-the-registry.html
            push: 'give the service account the role registry-editor, system:image-builder or, for an image stream that exists, system:image-pusher: oc policy add-role-to-user system:image-builder -z NAME -n PROJECT',
            create: 'the first part of its name is a project, which must exist (oc new-project PROJECT); the image stream is created by a push of a login with system:image-builder or registry-editor there',
            pull: 'give the service account the role system:image-puller or registry-viewer in the project: oc policy add-role-to-user system:image-puller -z NAME -n PROJECT',
        },
    ],
];
/** What is known of a registry; empty for one that nothing is known of. */
function adviceOf(registry) {
    const host = canonicalRegistry(registry).replace(/:\d+$/, '');
    return REGISTRIES.find(([pattern]) => pattern.test(host))?.[1] ?? {};
}

;// CONCATENATED MODULE: ./build/src/registry/cures.js


// Google calls the number of requests a quota too: "Quota exceeded for quota metric 'Requests per project per region'".
function isRateLimit({ status, code, message }) {
    return status === 429 || code === 'TOOMANYREQUESTS' || /quota metric|rate limit/i.test(message);
}
// Part of a repository's name may be "quota": the word alone says nothing. The last are Harbor's words: "adding 2.1 MiB of storage
// resource, which when updated to current usage of 8.3 MiB will exceed the configured upper limit of 10.0 MiB".
const FULL = /quota.{0,80}(?:exceed|reach|used up)|(?:exceed|reach|over|insufficient).{0,80}quota|storage limit|insufficient storage|no space left|exceed the configured upper limit/i;
/** Whether a registry has no room left for what is pushed, which no later try changes. */
function isFull(words) {
    if (isRateLimit(words))
        return false;
    const { status, code, message } = words;
    return status === 507 || FULL.test(`${code ?? ''} ${message}`);
}
/** What the user can do about a refusal; undefined when nothing better than the registry's own words is known. */
function cureFor(refusal) {
    const { registry, repository, status, code, action } = refusal;
    if (isRateLimit(refusal))
        return `${registry} limits the rate of requests: log in, or raise retries`;
    if (isFull(refusal) || status === 413) {
        return `the quota of ${registry} is used up or the blob is larger than it (or a proxy before it) accepts: delete old tags or raise the limit`;
    }
    if (status === 401 || status === 403)
        return accessCure(refusal);
    if (code === 'NAME_UNKNOWN' || (status === 404 && action === 'push')) {
        const create = adviceOf(registry).create ??
            `create the repository first where ${registry} does not create it by itself`;
        return `check the spelling of ${repository}; if it does not exist: ${create}`;
    }
    if (code === 'MANIFEST_INVALID') {
        return `${registry} does not accept this manifest: an index must not mix Docker and OCI manifests (format), and all its blobs must be there`;
    }
    if (status >= 500)
        return serverCure(registry, status);
    return undefined;
}
function serverCure(registry, status) {
    return isPassingStatus(status)
        ? `${registry} is unwell: see its status page, or raise retries`
        : `${registry} or a proxy before it does not know such a request: check the host and port of the registry, and HTTPS_PROXY`;
}
function accessCure({ registry, repository, loggedIn, action, status }) {
    const { push, create, pull } = adviceOf(registry);
    if (!loggedIn) {
        const login = `no login for ${registry} was found: give registry, username and password, or run podman login ${registry}`;
        return action === 'pull' ? cures_join(login, pull) : login;
    }
    // 401 is about who one is, 403 about what one may (RFC 9110, 15.5.2 and 15.5.4), but not every registry keeps to it.
    const refused = status === 401
        ? `${registry} may not accept the user name and password (check both, and whether they have expired), or `
        : '';
    const lacks = `${refused}the login for ${registry} lacks the right to`;
    if (action === 'pull')
        return cures_join(`${lacks} read ${repository}`, pull);
    // Most registries refuse what doesn't exist like what is not allowed.
    const missing = create && `if the repository does not exist: ${create}`;
    return cures_join(`${lacks} push to ${repository}`, push, missing);
}
function cures_join(first, ...more) {
    const advice = more.filter((part) => part !== undefined);
    return advice.length === 0 ? first : `${first}: ${advice.join('; ')}`;
}

;// CONCATENATED MODULE: ./build/src/registry/authorizer.js





const LONGEST_TOKEN_ANSWER = 1024 * 1024;
// https://distribution.github.io/distribution/spec/auth/token/#token-response-fields: 60 s when nothing is said.
const DEFAULT_TOKEN_SECONDS = 60;
const MARGIN_SECONDS = 10;
const CLIENT_ID = 'multiarch-build';
/**
 * Answers a registry's challenges: Basic with the login itself, Bearer with tokens that the login buys from the
 * registry's token server, kept by scope until they expire.
 * https://distribution.github.io/distribution/spec/auth/token/
 */
class Authorizer {
    transport;
    credentials;
    challenge;
    tokens = new Map();
    secrets = new Set();
    constructor(transport, credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }
    /** Takes the challenge of a 401 for what later requests have to meet; false when it is none that can be met. */
    learn(answer) {
        const chosen = chooseChallenge(parseChallenges(answer.header('www-authenticate') ?? ''));
        if (chosen)
            this.challenge = chosen;
        return chosen !== undefined;
    }
    /**
     * The value of `Authorization` for a request; undefined when none is needed, or none can be given.
     * @param scopes `repository:<name>:<actions>`, the request's own first
     * @param secure whether the registry itself is reached by TLS
     * @throws {RequestError} when the token server refuses
     */
    async authorization(access, scopes, secure) {
        const { challenge } = this;
        const { repository } = access;
        if (!challenge)
            return undefined;
        const credential = await this.credentialOf(repository);
        if (challenge.scheme === 'basic')
            return credential && this.basic(credential);
        const key = JSON.stringify([repository.text, ...scopes]);
        // Awaited only when there is one, so that requests at the same time share one fetch.
        const cached = this.tokens.get(key);
        const known = cached && (await cached.catch(() => undefined));
        if (known && known.expires > Date.now())
            return `Bearer ${known.value}`;
        const fetched = this.fetchToken(challenge, access, scopes, credential, secure);
        this.tokens.set(key, fetched);
        return `Bearer ${(await fetched).value}`;
    }
    /** Forgets the tokens of a repository, which the registry no longer takes. */
    forget(repository) {
        for (const key of this.tokens.keys()) {
            if (key.startsWith(JSON.stringify([repository.text]).slice(0, -1)))
                this.tokens.delete(key);
        }
    }
    /** The login for a repository. */
    async credentialOf(repository) {
        const credential = await this.credentials.find(repository);
        if (credential?.password)
            this.secrets.add(credential.password);
        if (credential?.identityToken)
            this.secrets.add(credential.identityToken);
        return credential;
    }
    /** A stranger's text fit for a message: without any secret that was sent to it. */
    redact(text) {
        let clean = text;
        for (const secret of this.secrets)
            clean = clean.replaceAll(secret, '***');
        return printable(clean);
    }
    basic(credential) {
        const encoded = Buffer.from(`${credential.username}:${credential.password}`, 'utf8').toString('base64');
        this.secrets.add(encoded);
        return `Basic ${encoded}`;
    }
    async fetchToken(challenge, access, scopes, credential, secure) {
        const realm = this.realmOf(challenge, secure);
        const service = challenge.parameters.service;
        const call = credential?.identityToken !== undefined
            ? refreshCall(realm, service, scopes, credential.identityToken)
            : this.tokenCall(realm, service, scopes, credential);
        const answer = await this.transport.send(call);
        const failed = answer.status !== 200;
        const body = await answer.readObject(LONGEST_TOKEN_ANSWER);
        const value = body?.token || body?.access_token;
        if (failed)
            throw this.refused(call, answer, body, access, credential !== undefined);
        if (typeof value !== 'string' || /[^\x21-\x7e]/.test(value)) {
            throw this.failure(call, answer, 'the token server answered 200 without a token', true);
        }
        this.secrets.add(value);
        const seconds = typeof body?.expires_in === 'number' ? body.expires_in : DEFAULT_TOKEN_SECONDS;
        return {
            value,
            expires: Date.now() + Math.max(seconds, DEFAULT_TOKEN_SECONDS) * 1000 - MARGIN_SECONDS * 1000,
        };
    }
    realmOf({ parameters }, secure) {
        const text = parameters.realm ?? '';
        const realm = URL.canParse(text) ? new URL(text) : undefined;
        if (realm?.protocol === 'https:' || (realm?.protocol === 'http:' && !secure))
            return realm;
        // A login must not cross the network in the clear because a registry says so.
        throw this.transport.error('log in', 'the registry names a token server that is not reached by https');
    }
    tokenCall(realm, service, scopes, credential) {
        const url = new URL(realm);
        if (service !== undefined)
            url.searchParams.set('service', service);
        for (const scope of scopes)
            url.searchParams.append('scope', scope);
        return {
            method: 'GET',
            url,
            operation: `GET token from ${realm.host}`,
            authorization: credential && this.basic(credential),
        };
    }
    refused(call, answer, body, { repository, action }, loggedIn) {
        const first = firstError(body);
        const said = body?.details ?? body?.message ?? body?.error_description ?? body?.error ?? first.message;
        const message = typeof said === 'string' ? this.redact(said) : '';
        const { status } = answer;
        const cure = cureFor({
            registry: this.transport.options.registry,
            repository: repository.text,
            action,
            loggedIn,
            // An invalid or expired grant is a 400 (RFC 6749, 5.2).
            status: status === 400 ? 401 : status,
            code: first.code && this.redact(first.code),
            message,
        });
        const happened = `${status}${message && `: ${message}`}`;
        return this.failure(call, answer, happened, isPassingStatus(status), cure);
    }
    failure(call, answer, happened, passing, cure) {
        return new RequestError({
            registry: this.transport.options.registry,
            operation: call.operation,
            status: answer.status,
            happened,
            passing,
            cure,
            retryAfterMs: parseRetryAfter(answer.header('retry-after'), Date.now()),
        });
    }
}
// https://distribution.github.io/distribution/spec/auth/oauth/#refresh-token-format
function refreshCall(realm, service, scopes, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: CLIENT_ID,
        refresh_token: refreshToken,
    });
    if (service !== undefined)
        form.set('service', service);
    if (scopes.length > 0)
        form.set('scope', scopes.join(' '));
    return {
        method: 'POST',
        url: realm,
        operation: `POST refresh token to ${realm.host}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(form.toString()),
        secretBody: true,
    };
}

;// CONCATENATED MODULE: ./build/src/registry/network-problem.js


const KINDS = [
    [
        /^(CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_)/,
        'untrusted',
    ],
    [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'untrusted'],
    [
        /^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE)|EPROTO)$/,
        'not-tls',
    ],
    [/^(ERR_SSL_|ERR_TLS_)/, 'tls'],
    [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_FAIL)$/, 'name'],
    [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
    [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'time-out'],
    [
        /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE|HPE_)/,
        'cut',
    ],
    [/^(UND_ERR_ABORTED|UND_ERR_PRX_TLS)$/, 'proxy'],
];
const PASSING = new Set(['name', 'unreachable', 'time-out', 'cut', 'proxy']);
/** Says why a request got no answer, from what Node or undici threw. */
function networkProblem(error, host) {
    const codes = codesOf(error);
    const kind = KINDS.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? 'other';
    const detail = kind === 'other' ? printable((0,errors/* messageOf */.bD)(error)) : codes[0];
    const cure = cureOf(kind, host);
    return {
        kind,
        happened: `${happenedOf(kind, host)} (${detail})`,
        passing: PASSING.has(kind),
        ...(cure !== undefined && { cure }),
    };
}
function happenedOf(kind, host) {
    switch (kind) {
        case 'untrusted':
            return `the certificate of ${host} is not trusted`;
        case 'not-tls':
            return `${host} does not speak TLS`;
        case 'tls':
            return `TLS with ${host} failed`;
        case 'name':
            return `the name ${host} can't be resolved`;
        case 'unreachable':
            return `${host} can't be reached`;
        case 'time-out':
            return `${host} did not answer in time`;
        case 'cut':
            return `${host} closed the connection`;
        case 'proxy':
            return `the proxy did not connect to ${host}`;
        case 'other':
            return 'the request failed';
    }
}
function cureOf(kind, host) {
    switch (kind) {
        case 'untrusted':
            return `put the certificate of its authority into ~/.config/containers/certs.d/${host}/ca.crt, or name it in NODE_EXTRA_CA_CERTS`;
        case 'not-tls':
            return 'a registry that speaks plain HTTP needs tls-verify: false, or insecure = true in registries.conf';
        case 'name':
            return 'check the spelling of the registry, and that this machine has DNS and network';
        case 'unreachable':
        case 'time-out':
            return 'check that the registry is up, and firewall and HTTPS_PROXY of this machine';
        case 'proxy':
            return 'check HTTPS_PROXY and NO_PROXY';
        default:
            return undefined;
    }
}
/** Error codes along the chain of causes, and of all addresses that were tried. */
function codesOf(error, depth = 0) {
    if (typeof error !== 'object' || error === null || depth > 5)
        return [];
    const { code, cause, errors } = error;
    const deeper = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap((part) => codesOf(part, depth + 1));
    return typeof code === 'string' ? [code, ...deeper] : deeper;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/src/registry/proxy.js


/**
 * The proxy through which a URL is to be reached, by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case; undefined
 * for none. Follows what podman does: this machine is never reached through a proxy, and NO_PROXY holds
 * hosts (with their subdomains), `.domains`, addresses, address ranges and `*`, each with an optional port.
 * Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 */
function proxyFor(url, env) {
    if (isLoopback(url.host))
        return undefined;
    const proxy = url.protocol === 'https:' ? env.https_proxy || env.HTTPS_PROXY : env.http_proxy || env.HTTP_PROXY;
    if (!proxy)
        return undefined;
    const exceptions = (env.no_proxy || env.NO_PROXY || '').split(/[,\s]+/).filter((entry) => entry !== '');
    if (exceptions.some((entry) => isExempt(url, entry.toLowerCase())))
        return undefined;
    return proxy.includes('://') ? proxy : `http://${proxy}`;
}
function isExempt(url, entry) {
    if (entry === '*')
        return true;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const [network, prefix] = entry.split('/');
    if (prefix !== undefined)
        return isInRange(host, network, Number(prefix));
    const { name, port } = splitPort(entry);
    if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80')))
        return false;
    if ((0,external_node_net_.isIP)(name) !== 0)
        return host === name;
    const domain = name.replace(/^\*?\./, '');
    return host.endsWith(`.${domain}`) || (host === domain && name === domain);
}
function splitPort(entry) {
    const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry);
    return match
        ? { name: match[1].replace(/^\[|\]$/g, ''), port: match[2] }
        : { name: entry, port: undefined };
}
function isInRange(host, network, prefix) {
    const family = (0,external_node_net_.isIP)(host);
    const longest = family === 6 ? 128 : 32;
    if (family === 0 || (0,external_node_net_.isIP)(network) !== family || !(prefix >= 0 && prefix <= longest))
        return false;
    const range = new external_node_net_.BlockList();
    const kind = family === 6 ? 'ipv6' : 'ipv4';
    range.addSubnet(network, prefix, kind);
    return range.check(host, kind);
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/src/registry/trust.js





// The first that is there holds the system's authorities: https://go.dev/src/crypto/x509/root_linux.go
const SYSTEM_BUNDLES = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
/**
 * What TLS with a registry is done with: the authorities by which its certificate is judged (Node's own, those of this system,
 * which podman trusts, those of `NODE_EXTRA_CA_CERTS`, which Node leaves out once others are given, and the
 * `*.crt` files of the registry's `certs.d` folders), and the client's own certificate, `*.cert` with `*.key`, from there.
 * https://github.com/containers/image/blob/v5.36.0/docs/containers-certs.d.5.md
 * @param registry host with port, which is the folder's name
 * @throws {RegistryError} when a file is missing, can't be read or is no PEM
 */
async function secureContextFor(registry, env) {
    const { authorities, own } = await certificatesOf(registry, env);
    const shared = await Promise.all([systemAuthorities(env), readIfThere(env.NODE_EXTRA_CA_CERTS)]);
    const ca = [...external_node_tls_.rootCertificates, ...shared.filter((bundle) => bundle !== undefined), ...authorities];
    // OpenSSL keeps the last of several certificates of one kind, podman takes the first.
    const pairs = own.toReversed();
    try {
        return (0,external_node_tls_.createSecureContext)({ ca, cert: pairs.map(({ cert }) => cert), key: pairs.map(({ key }) => key) });
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${registry}: a certificate or key can't be read`, {
            cause,
            cure: `the files of certs.d/${registry} must be in PEM form, and each *.key must fit its *.cert`,
        });
    }
}
async function certificatesOf(registry, env) {
    const home = env.HOME || (0,external_node_os_.homedir)();
    const folders = [
        (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers/certs.d'),
        '/etc/containers/certs.d',
        '/etc/docker/certs.d',
    ];
    const found = await Promise.all(folders.map((folder) => readFolder((0,external_node_path_.join)(folder, registry))));
    return {
        authorities: found.flatMap(({ authorities }) => authorities),
        own: found.find(({ own }) => own.length > 0)?.own ?? [],
    };
}
async function readFolder(folder) {
    const names = ((await unlessAbsent((0,promises_.readdir)(folder))) ?? []).sort();
    const named = (extension) => names.filter((name) => name.endsWith(extension));
    const read = (name) => readCertificate((0,external_node_path_.join)(folder, name));
    for (const [one, other] of [
        ['.cert', '.key'],
        ['.key', '.cert'],
    ]) {
        const alone = named(one).find((name) => !names.includes(withExtension(name, one, other)));
        if (alone === undefined)
            continue;
        throw new errors/* RegistryError */.gl(`${(0,external_node_path_.join)(folder, alone)} has no ${withExtension(alone, one, other)} beside it`, {
            cure: 'a certificate of this client needs its key; certificates of authorities are called *.crt',
        });
    }
    return {
        authorities: await Promise.all(named('.crt').map(read)),
        own: await Promise.all(named('.cert').map(async (name) => ({
            cert: await read(name),
            key: await read(withExtension(name, '.cert', '.key')),
        }))),
    };
}
function withExtension(name, from, to) {
    return name.slice(0, -from.length) + to;
}
async function readCertificate(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${path} can't be read (${cause.code})`, { cause });
    }
}
async function systemAuthorities(env) {
    for (const path of env.SSL_CERT_FILE ? [env.SSL_CERT_FILE] : SYSTEM_BUNDLES) {
        const bundle = await readIfThere(path);
        if (bundle !== undefined)
            return bundle;
    }
    return undefined;
}
async function readIfThere(path) {
    return path ? unlessAbsent((0,promises_.readFile)(path, 'utf8')) : undefined;
}
async function unlessAbsent(reading) {
    try {
        return await reading;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/registry/transport.js






const CONNECT_TIMEOUT_MS = 15_000;
const ANSWER_TIMEOUT_MS = 60_000;
// What is sent is hashed and written before it is answered, which takes a big layer minutes in some registries.
const COMMIT_FACTOR = 5;
// Node's own 250 ms for each address of a host give up a far or busy registry too soon.
const ADDRESS_TIMEOUT_MS = 2_000;
const MOST_REDIRECTS = 10;
const USER_AGENT = 'multiarch-build';
/** Sends requests for one registry: TLS, proxies, time-outs and redirects; knows nothing of logins. */
class Transport {
    options;
    dispatchers = new Map();
    context;
    constructor(options) {
        this.options = options;
    }
    /**
     * Sends a request and follows redirects. The answer's body must be read or discarded.
     * @throws {RequestError} when there is no answer
     */
    async send(call) {
        let { url, authorization } = call;
        for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
            const answer = await this.exchange({ ...call, url, authorization });
            const location = redirectLocation(call.method, answer);
            if (location === undefined)
                return answer;
            await answer.discard();
            const next = this.resolveLocation(location, url, call.operation);
            // https://fetch.spec.whatwg.org/#http-redirect-fetch: a credential is for the origin that it was meant for.
            if (next.origin !== url.origin) {
                authorization = undefined;
                if (call.secretBody)
                    throw this.error(call.operation, `refused to send a login on to ${next.host}`);
            }
            url = next;
        }
        throw this.error(call.operation, `redirected more than ${MOST_REDIRECTS} times`);
    }
    /**
     * A `Location` as a URL: relative ones against the request's. One that leads from TLS to plain HTTP on the same host
     * is that of a registry that does not know of the TLS proxy before it, and is taken back to TLS; to
     * another host it is refused.
     * @throws {RequestError} for what is no URL, or not allowed
     */
    resolveLocation(location, base, operation) {
        const next = URL.canParse(location, base.href) ? new URL(location, base) : undefined;
        if (next === undefined || !/^https?:$/.test(next.protocol)) {
            throw this.error(operation, 'the registry answered a Location that is no URL');
        }
        next.username = '';
        next.password = '';
        if (next.protocol === 'http:' && base.protocol === 'https:' && next.hostname === base.hostname) {
            next.protocol = 'https:';
            next.port = base.port;
        }
        if (next.protocol === 'http:' && !this.mayBePlain(next.host)) {
            throw this.error(operation, `the registry redirects to plain HTTP at ${next.host}`);
        }
        return next;
    }
    /** Whether a host may be spoken to without TLS. */
    mayBePlain(host) {
        return isLoopback(host) || !this.mustVerify(host);
    }
    mustVerify(host) {
        const { registry, tlsVerify, insecure = false } = this.options;
        return tlsVerify && !(insecure && withoutPort(host) === withoutPort(apiHost(registry)));
    }
    /** A lasting failure of an operation. */
    error(operation, happened, cure) {
        return new RequestError({ registry: this.options.registry, operation, happened, passing: false, cure });
    }
    /** Ends all connections; what is still under way fails. */
    async close() {
        const open = await Promise.allSettled(this.dispatchers.values());
        this.dispatchers.clear();
        await Promise.all(open.map((result) => result.status === 'fulfilled' && result.value.destroy()));
    }
    async exchange(call) {
        const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
        const dispatcher = await this.dispatcherFor(call.url);
        const answerTimeoutMs = this.options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS;
        try {
            const response = await request(call.url, {
                dispatcher,
                method: call.method,
                headers: headersOf(call),
                body: contentOf(call.body),
                headersTimeout: call.commits ? answerTimeoutMs * COMMIT_FACTOR : answerTimeoutMs,
                bodyTimeout: answerTimeoutMs,
                ...(this.options.signal && { signal: this.options.signal }),
            });
            return new Answer(response, call.url, (cause) => this.networkError(call, cause));
        }
        catch (cause) {
            throw this.networkError(call, cause);
        }
    }
    networkError({ operation, url }, cause) {
        const { happened, passing, cure, kind } = networkProblem(cause, url.host);
        return new RequestError({
            registry: this.options.registry,
            operation,
            happened,
            passing,
            cure,
            cause,
            notTls: kind === 'not-tls',
        });
    }
    dispatcherFor(url) {
        const proxy = proxyFor(url, this.options.env) ?? '';
        const verify = this.mustVerify(url.host);
        const key = `${verify} ${proxy}`;
        const known = this.dispatchers.get(key);
        if (known)
            return known;
        const made = this.createDispatcher(proxy, verify);
        this.dispatchers.set(key, made);
        return made;
    }
    // The certs.d files of the registry hold for its token server and storage too, as they do for podman.
    async createDispatcher(proxy, verify) {
        this.context ??= secureContextFor(this.options.registry, this.options.env);
        const connect = {
            secureContext: await this.context,
            rejectUnauthorized: verify,
            timeout: CONNECT_TIMEOUT_MS,
            autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
        };
        const { Agent, ProxyAgent } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
        if (proxy === '')
            return new Agent({ connect });
        return new ProxyAgent({ uri: proxy, requestTls: connect, proxyTls: connect, proxyTunnel: false });
    }
}
function withoutPort(host) {
    return host.toLowerCase().replace(/:\d+$/, '');
}
function contentOf(body) {
    if (body === undefined)
        return null;
    return 'open' in body ? body.open() : body;
}
function headersOf({ headers, authorization, body }) {
    const size = body && ('open' in body ? body.size : body.length);
    return {
        'user-agent': USER_AGENT,
        ...headers,
        ...(size !== undefined && { 'content-length': String(size) }),
        ...(authorization !== undefined && { authorization }),
    };
}
function redirectLocation(method, answer) {
    // Only 307 and 308 keep the method of a request that isn't safe (RFC 9110, 15.4).
    const followed = method === 'GET' || method === 'HEAD' ? [301, 302, 303, 307, 308] : [307, 308];
    return followed.includes(answer.status) ? answer.header('location') : undefined;
}

;// CONCATENATED MODULE: ./build/src/registry/session.js







/**
 * An upload that the registry has lost can be begun anew. What is sent was checked against its digest before, so that
 * DIGEST_INVALID means that the registry read what another push was just writing, as docker-registry 2.8 does.
 * No other 4xx changes by itself.
 */
const PASSING_CODES = ['BLOB_UPLOAD_UNKNOWN', 'DIGEST_INVALID'];
const LONGEST_ERROR_ANSWER = 64 * 1024;
/** One registry: where its API is, what it asks for, and how its refusals read. */
class Session {
    transport;
    authorizer;
    base;
    constructor(options, credentials) {
        this.transport = new Transport(options);
        this.authorizer = new Authorizer(this.transport, credentials);
    }
    /**
     * Sends a request, logged in where the registry asks for it; after a 401 once more with a fresh token. Any status is
     * an answer.
     * @throws {RequestError} when there is no answer, or no token
     */
    async send(call) {
        const base = await this.apiBase();
        const url = typeof call.target === 'string' ? repositoryUrl(base, call.repository, call.target) : call.target;
        const first = await this.authorizationFor(call, url, base);
        const answer = await this.transport.send(transportCall(call, url, first));
        // What another host answers (after a redirect) says nothing about the login here.
        const refusedHere = answer.status === 401 && answer.url.origin === base.origin;
        if (!refusedHere || !this.authorizer.learn(answer))
            return answer;
        this.authorizer.forget(call.repository);
        const second = await this.authorizationFor(call, url, base).catch((error) => {
            answer.destroy();
            throw error;
        });
        if (second === first)
            return answer;
        await answer.discard();
        return this.transport.send(transportCall(call, url, second));
    }
    /**
     * The `Location` of an answer that has one, as a URL.
     * @throws {RequestError} when it is none, or one that must not be followed
     */
    locationOf(answer, call) {
        return this.transport.resolveLocation(answer.header('location') ?? '', answer.url, operationOf(call));
    }
    /** Reads an answer that refuses, and says what it means. */
    async refusal(call, answer) {
        const bytes = await answer.read(LONGEST_ERROR_ANSWER);
        const { code, message } = firstError(bytes && parseObject(bytes));
        const loggedIn = (await this.authorizer.credentialOf(call.repository)) !== undefined;
        const { registry } = call.repository;
        const { status } = answer;
        const words = {
            status,
            code: code && this.authorizer.redact(code),
            message: this.authorizer.redact(message),
        };
        const passing = isPassingStatus(status) || PASSING_CODES.includes(words.code ?? '');
        const from = answer.url.host === apiHost(registry) ? '' : ` from ${answer.url.host}`;
        return new RequestError({
            registry,
            operation: operationOf(call),
            happened: [`${status}${from}`, words.code, words.message].filter((part) => part).join(' '),
            status,
            code: words.code,
            passing: passing && !isFull(words),
            retryAfterMs: parseRetryAfter(answer.header('retry-after'), Date.now()),
            cure: cureFor({
                registry,
                repository: call.repository.text,
                action: call.action,
                loggedIn,
                ...words,
            }),
        });
    }
    /**
     * The failure for an answer whose status is right and whose content is not the API's, such as a health page. It
     * passes: registries and the proxies before them answer so while they are unwell.
     */
    unexpected(call, answer, problem) {
        answer.destroy();
        return new RequestError({
            registry: call.repository.registry,
            operation: operationOf(call),
            happened: `${answer.status}, but ${problem}`,
            status: answer.status,
            passing: true,
        });
    }
    /** A failure that no second try would mend. */
    lasting(call, problem) {
        return this.transport.error(operationOf(call), problem);
    }
    async close() {
        await this.transport.close();
    }
    /** Only the registry's own API gets the login; an upload may have been sent elsewhere. */
    async authorizationFor(call, url, base) {
        if (url.origin !== base.origin)
            return undefined;
        return this.authorizer.authorization(call, scopesOf(call), base.protocol === 'https:');
    }
    apiBase() {
        this.base ??= this.findApi().catch((error) => {
            this.base = undefined;
            throw error;
        });
        return this.base;
    }
    /** TLS first; plain HTTP only where it is allowed and the peer does not know TLS. */
    async findApi() {
        const host = apiHost(this.transport.options.registry);
        const secure = new URL(`https://${host}/v2/`);
        try {
            return await this.ping(secure);
        }
        catch (error) {
            const plain = error instanceof RequestError && this.transport.mayBePlain(host);
            if (!plain || !(error.notTls || this.isElsewhere(host, error)))
                throw error;
        }
        return this.ping(new URL(`http://${host}/v2/`));
    }
    /** Without a port plain HTTP has another one, where an insecure registry may be though nothing answers on 443. */
    isElsewhere(host, { status }) {
        return this.transport.options.insecure === true && status === undefined && !/:\d+$/.test(host);
    }
    // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#determining-support; it is also where a
    // registry that serves some repositories to anyone says how to log in.
    async ping(url) {
        const operation = 'GET /v2/';
        const answer = await this.transport.send({ method: 'GET', url, operation });
        if (answer.status === 401 && answer.url.origin === url.origin && !this.authorizer.learn(answer)) {
            answer.destroy();
            throw this.transport.error(operation, 'asks for a login by neither Basic nor Bearer');
        }
        await answer.discard();
        if (answer.status === 200 || answer.status === 401)
            return url;
        throw new RequestError({
            registry: this.transport.options.registry,
            operation,
            happened: `${answer.status}, which is not how a registry answers`,
            status: answer.status,
            passing: isPassingStatus(answer.status),
            retryAfterMs: parseRetryAfter(answer.header('retry-after'), Date.now()),
            cure: 'check the host and port of the registry',
        });
    }
}
function repositoryUrl(base, repository, target) {
    return new URL(`${apiName(repository)}/${target}`, base);
}
function transportCall(call, url, authorization) {
    const { method, headers, body, commits } = call;
    return {
        method,
        url,
        authorization,
        operation: operationOf(call),
        ...(headers && { headers }),
        ...(body && { body }),
        ...(commits !== undefined && { commits }),
    };
}
function operationOf({ method, object, repository }) {
    return `${method} ${object} of ${repository.path}`;
}
function scopesOf({ repository, action, source }) {
    const own = `repository:${apiName(repository)}:${action === 'push' ? 'pull,push' : 'pull'}`;
    return source ? [own, `repository:${apiName(source)}:pull`] : [own];
}

;// CONCATENATED MODULE: ./build/src/registry/client.js









// The blob of nothing: some registries have it, none need it.
const NO_BLOB = { mediaType: 'application/octet-stream', digest: (0,oci_digest/* digestOf */.ol)(''), size: 0 };
/**
 * A client of the distribution API: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 * All methods throw `RegistryError` when the registry is blocked, refuses or can't be reached, after retries where they may
 * help, and `Interrupted` when the signal fired. All but {@link open} speak to the registry that a repository names, as a
 * push does, whatever `registries.conf` rewrites.
 */
class RegistryClient {
    options;
    sessions = new Map();
    /** What `registries.conf` says. */
    rules;
    constructor(options) {
        this.options = options;
        this.rules = options.rules ?? NO_RULES;
        // Each request under way listens to the signal.
        if (options.signal)
            (0,external_node_events_.setMaxListeners)(0, options.signal);
    }
    /**
     * Opens an image to read it from where podman would: a mirror, or what `registries.conf` puts in its repository's place.
     * @param reference a tag or digest
     * @param known manifests of the same repository that need not be fetched again
     * @returns undefined when it is nowhere
     */
    async open(repository, reference, known = new Map()) {
        const sources = sourcesOf(repository, this.rules, { byDigest: (0,oci_digest/* isDigest */.Bc)(reference) });
        const reader = { options: this.options, sessionOf: (source) => this.session(source) };
        return openImage(reader, sources, reference, known);
    }
    /** Whether a repository holds a blob. */
    async hasBlob(repository, descriptor) {
        return this.at(repository, (session) => hasBlob(session, repository, descriptor, 'pull'));
    }
    /**
     * Asks for something in a repository with the right to push, so that a login that the registry does not accept is
     * found before there is anything to push. A registry may still refuse the push itself.
     */
    async checkAccess(repository) {
        await this.at(repository, (session) => hasBlob(session, repository, NO_BLOB, 'push'));
    }
    /**
     * Sees to it that a repository holds a blob: finds it there, mounts it from another repository of the same
     * registry, or uploads it.
     * @param open the blob's content from its beginning, called again for each try
     * @param mountFrom a repository that may hold the blob; one of another registry is no help and ignored
     */
    async pushBlob(repository, descriptor, open, mountFrom) {
        return this.at(repository, async (session) => {
            if (await hasBlob(session, repository, descriptor, 'push'))
                return 'present';
            return pushBlob(session, { repository, descriptor, open, mountFrom });
        });
    }
    /**
     * Writes a manifest under a tag or its digest.
     * @returns the digest that the registry reports; undefined when it reports none
     */
    async putManifest(repository, reference, bytes, type) {
        return this.at(repository, (session) => putManifest(session, repository, reference, { bytes, type }));
    }
    /** A manifest's exact bytes by tag or digest, checked against every digest known; undefined when there is none. */
    async getManifest(repository, reference) {
        return this.at(repository, (session) => getManifest(session, repository, reference));
    }
    /** What a tag or digest refers to, without fetching it where the registry says enough; undefined when there is none. */
    async resolve(repository, reference) {
        return this.at(repository, (session) => resolveManifest(session, repository, reference));
    }
    /**
     * A blob's content. The stream fails with a `RegistryError` at its end when the content isn't what the descriptor
     * says; it isn't tried again once it flows.
     */
    async getBlob(repository, descriptor) {
        return this.at(repository, (session) => getBlob(session, repository, descriptor));
    }
    /** Ends all connections; what is still under way fails. */
    async close() {
        await Promise.all([...this.sessions.values()].map((session) => session.close()));
        this.sessions.clear();
    }
    at(repository, operation) {
        const session = this.session(targetOf(repository, this.rules));
        return withRetries(this.options, () => operation(session));
    }
    session({ repository: { registry }, insecure }) {
        const key = `${registry} ${insecure}`;
        const known = this.sessions.get(key);
        if (known)
            return known;
        const { tlsVerify, signal, env = process.env, credentials, answerTimeoutMs } = this.options;
        const made = new Session({ registry, tlsVerify, insecure, env, signal, answerTimeoutMs }, credentials);
        this.sessions.set(key, made);
        return made;
    }
}

;// CONCATENATED MODULE: ./build/src/registry/auth-file.js






/**
 * The files that may hold the user's logins, those that win first. A file that the environment names comes before the
 * usual ones, as for podman; `DOCKER_CONFIG` takes the place of `~/.docker`, as for both.
 */
function authFilePaths(env) {
    const home = env.HOME || (0,external_node_os_.homedir)();
    const runtime = env.XDG_RUNTIME_DIR || `/run/containers/${process.getuid?.() ?? 0}`;
    const inRuntime = env.XDG_RUNTIME_DIR ? 'containers/auth.json' : 'auth.json';
    return [
        env.REGISTRY_AUTH_FILE,
        env.DOCKER_CONFIG && (0,external_node_path_.join)(env.DOCKER_CONFIG, 'config.json'),
        (0,external_node_path_.join)(runtime, inRuntime),
        (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers/auth.json'),
        env.DOCKER_CONFIG ? undefined : (0,external_node_path_.join)(home, '.docker/config.json'),
    ].filter((path) => Boolean(path));
}
/**
 * Reads the user's logins, file by file; those that aren't there are left out.
 * @throws {RegistryError} for a file that can't be read or understood
 */
async function auth_file_readAuthFiles(env) {
    const files = await Promise.all(authFilePaths(env).map(readAuthFile));
    return files.filter((file) => file !== undefined);
}
async function readAuthFile(path) {
    const bytes = await readUnlessAbsent(path);
    if (bytes === undefined || bytes.toString().trim() === '')
        return undefined;
    const content = parseObject(bytes);
    if (!content) {
        // JSON.parse's own message quotes the text, which holds secrets.
        throw new errors/* RegistryError */.gl(`${path} is not valid JSON`, { cure: 'mend it, or log in anew' });
    }
    const auths = entriesOf(content.auths).flatMap(([key, entry]) => {
        const credential = decodeEntry(entry);
        return credential ? [[auth_file_normalKey(key), credential]] : [];
    });
    const helpers = entriesOf(content.credHelpers).flatMap(([key, name]) => typeof name === 'string' && name !== '' ? [[auth_file_normalKey(key), name]] : []);
    const { credsStore } = content;
    return {
        auths: new Map(auths),
        credHelpers: new Map(helpers),
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
async function readUnlessAbsent(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (cause) {
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new errors/* RegistryError */.gl(`can't read the logins in ${path} (${code})`, { cause });
    }
}
/**
 * A key in normal form: `quay.io`, `quay.io/organisation`. What `docker login` wrote as a URL loses scheme and path, and
 * Docker Hub's aliases become `docker.io`.
 */
function auth_file_normalKey(key) {
    const bare = key.trim().replace(/^https?:\/\//, '');
    const isUrl = bare !== key.trim();
    const [host = '', ...path] = bare.split('/');
    const namespace = isUrl ? [] : path.filter((part) => part !== '');
    return [canonicalRegistry(host), ...namespace].join('/');
}
/** The keys under which a repository's login may be found, the longest first. */
function auth_file_lookupKeys(registry, path) {
    const parts = path.split('/');
    const host = canonicalRegistry(registry);
    return [...parts.keys(), parts.length].reverse().map((count) => [host, ...parts.slice(0, count)].join('/'));
}
/** A login as an `auths` entry; an identity token stands beside a user name that means nothing. */
function auth_file_encodeEntry({ username, password, identityToken, }) {
    const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
    return identityToken === undefined ? { auth } : { auth, identitytoken: identityToken };
}
function decodeEntry(entry) {
    const { auth, identitytoken, username, password } = (entry ?? {});
    const identity = typeof identitytoken === 'string' && identitytoken !== '' ? identitytoken : undefined;
    const login = decodeAuth(auth) ?? plainLogin(username, password);
    if (identity !== undefined)
        return { username: '', password: '', ...login, identityToken: identity };
    return login;
}
function plainLogin(username, password) {
    if (typeof username !== 'string' || typeof password !== 'string' || username === '')
        return undefined;
    return { username, password };
}
function decodeAuth(auth) {
    if (typeof auth !== 'string' || auth === '')
        return undefined;
    const text = Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0)
        return undefined;
    // Old versions of Docker padded the text with NULs.
    return { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, '') };
}
function entriesOf(value) {
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

;// CONCATENATED MODULE: ./build/src/registry/credential-helper.js



// https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/credentials.go: a secret that is
// an identity token comes with this as its user name.
const TOKEN_USERNAME = '<token>';
/**
 * Asks a credential helper, `docker-credential-<name> get`, for a registry's login.
 * https://github.com/docker/docker-credential-helpers#development
 * @param required whether the configuration names the helper for this very registry, so that its absence is an error
 * @returns undefined when the helper has none
 * @throws {RegistryError} when a required helper isn't installed
 */
async function credential_helper_askHelper(name, registry, required, env) {
    for (const address of addressesOf(registry)) {
        const found = await get(name, address, required, env);
        if (found)
            return found;
    }
    return undefined;
}
// docker login stores Docker Hub's login under a URL, podman login under its name.
function addressesOf(registry) {
    return canonicalRegistry(registry) === 'docker.io' ? [DOCKER_HUB_SERVER_ADDRESS, 'docker.io'] : [registry];
}
async function get(name, address, required, env) {
    // The name comes out of a file and must not lead to another program.
    if (!/^[A-Za-z0-9._-]+$/.test(name))
        throw new errors/* RegistryError */.gl(`${JSON.stringify(name)} is no credential helper`);
    const program = `docker-credential-${name}`;
    try {
        const { exitCode, stdout } = await (0,host_process/* capture */.Fg)(program, ['get'], { env, input: address });
        return exitCode === 0 ? parseAnswer(stdout, program, address) : undefined;
    }
    catch (cause) {
        if (!(cause instanceof errors/* HostError */.dh))
            throw cause;
        if (!required)
            return undefined;
        throw new errors/* RegistryError */.gl(`the login for ${address} is kept by ${program}, which can't be run`, {
            cause,
            cure: `install ${program}, or log in anew`,
        });
    }
}
// What a helper printed is a secret, also when it can't be understood: no part of it may be in the error.
function parseAnswer(stdout, program, address) {
    const answer = parse(stdout);
    const { Username: username, Secret: secret } = answer ?? {};
    if (typeof username !== 'string' || typeof secret !== 'string') {
        throw new errors/* RegistryError */.gl(`${program} gave no login for ${address} that can be understood`);
    }
    if (secret === '')
        return undefined;
    return username === TOKEN_USERNAME
        ? { username: '', password: '', identityToken: secret }
        : { username, password: secret };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/registry/credentials.js



// https://github.com/docker/cli/blob/v28.0.0/cli/config/configfile/file.go and registry.IndexServer
const credentials_DOCKER_HUB = 'https://index.docker.io/v1/';
/**
 * The logins of this step, and after them those of the user: `REGISTRY_AUTH_FILE`, `DOCKER_CONFIG`, podman's and
 * Docker's own files, with their helpers. Within one file a helper for the registry wins, then the entry with the longest
 * prefix of `registry/path`, then the helper for all.
 */
function credentialStore(explicit, env = process.env) {
    const own = new Map(explicit.map(({ registry, ...login }) => [auth_file_normalKey(registry), login]));
    const found = new Map();
    let files;
    const search = async (repository) => {
        const given = longestMatch(own, repository);
        if (given)
            return given;
        files ??= auth_file_readAuthFiles(env);
        for (const file of await files) {
            const credential = await findInFile(file, repository, env);
            if (credential)
                return credential;
        }
        return undefined;
    };
    return {
        find(repository) {
            const known = found.get(repository.text);
            if (known)
                return known;
            const searching = search(repository);
            found.set(repository.text, searching);
            return searching;
        },
    };
}
/**
 * Text of an `auth.json` by which podman sees what {@link credentialStore} sees: the user's own files merged, and the
 * logins of this step in place of whatever these say of the same registries. It holds secrets.
 * @returns undefined without logins of this step: podman then reads the user's files itself
 * @throws {RegistryError} for a file that can't be read or understood
 */
async function credentials_podmanAuthFile(explicit, env = process.env) {
    if (explicit.length === 0)
        return undefined;
    const auths = new Map(explicit.map(({ registry, ...login }) => [normalKey(registry), encodeEntry(login)]));
    const helpers = new Map();
    for (const file of await readAuthFiles(env)) {
        // A later file must add nothing below a key of an earlier one, where podman would prefer it as the longer match.
        const taken = new Set([...auths.keys(), ...helpers.keys()]);
        const free = ([key]) => !lookupKeysOf(key).some((prefix) => taken.has(prefix));
        for (const [key, name] of [...file.credHelpers].filter(free)) {
            // podman asks a registry's helper before it looks at entries of its namespaces, which would lose to it.
            const shadows = [...taken].some((other) => other.startsWith(`${key}/`));
            const login = shadows ? await askHelper(name, key, true, env) : undefined;
            if (login)
                auths.set(key, encodeEntry(login));
            else if (!shadows)
                helpers.set(key, name);
        }
        for (const [key, login] of [...file.auths].filter(free))
            auths.set(key, encodeEntry(login));
    }
    return JSON.stringify({ auths: Object.fromEntries(auths), credHelpers: Object.fromEntries(helpers) });
}
/**
 * The same logins as Docker's `config.json` has them, for tools that read that alone: the key of Docker Hub is an address.
 * @param authFile what {@link podmanAuthFile} gives
 */
function credentials_dockerConfig(authFile) {
    const { auths, credHelpers } = JSON.parse(authFile);
    const entries = Object.entries(auths);
    const hostOf = (key) => key.split('/')[0];
    // Docker knows no namespaces: the only login for one stands for the whole registry.
    const alone = entries
        .map(([key, entry]) => [hostOf(key), entry])
        .filter(([host]) => entries.filter(([key]) => hostOf(key) === host).length === 1)
        .filter(([host]) => credHelpers[host] === undefined);
    const named = [...alone, ...entries].map(([key, entry]) => [key === 'docker.io' ? credentials_DOCKER_HUB : key, entry]);
    return JSON.stringify({ auths: Object.fromEntries(named), credHelpers });
}
async function findInFile(file, repository, env) {
    const registry = canonicalRegistry(repository.registry);
    const helper = file.credHelpers.get(registry);
    if (helper !== undefined)
        return credential_helper_askHelper(helper, registry, true, env);
    const entry = longestMatch(file.auths, repository);
    if (entry || file.credsStore === undefined)
        return entry;
    return credential_helper_askHelper(file.credsStore, registry, false, env);
}
function longestMatch(entries, { registry, path }) {
    const key = auth_file_lookupKeys(registry, path).find((candidate) => entries.has(candidate));
    return key === undefined ? undefined : entries.get(key);
}
function lookupKeysOf(key) {
    const [host = '', ...path] = key.split('/');
    return path.length === 0 ? [host] : lookupKeys(host, path.join('/'));
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./build/src/registry/registries-file.js



const MODES = ['enforcing', 'permissive', 'disabled'];
const PULLS = ['all', 'digest-only', 'tag-only'];
const VERSION_1 = ['search', 'insecure', 'block'];
/**
 * Reads the text of a `registries.conf`, a drop-in or a `short-name-aliases.conf`, as strictly as podman does:
 * https://github.com/containers/image/blob/v5.36.0/pkg/sysregistriesv2/system_registries_v2.go
 * @param origin the file's name
 * @param version1 whether the old format may be: podman 4 and 5 still understand it, but not in drop-ins
 * @throws {Error} with the reason
 */
function parseRegistriesFile(text, origin, version1) {
    const file = parseToml(text);
    const old = tableOf(file, 'registries');
    if (VERSION_1.some((list) => field(old, list) !== undefined)) {
        if (!version1)
            throw new Error('it must be in version 2 of the format, and is in version 1');
        const known = ['registry', 'unqualified-search-registries', 'short-name-mode', 'aliases'];
        const mixed = known.find((key) => field(file, key) !== undefined);
        if (mixed !== undefined)
            throw new Error(`version 1 of the format ([registries.…]) can't have ${mixed}`);
        return convertVersion1(old, origin);
    }
    return {
        registries: firstOfEachPrefix(tablesOf(file, 'registry').map((each) => ruleOf(each, origin))),
        searchRegistries: registries_file_textsOf(file, 'unqualified-search-registries')?.map(searchRegistryOf),
        shortNameMode: modeOf(registries_file_textOf(file, 'short-name-mode')),
        aliases: aliasesOf(tableOf(file, 'aliases')),
    };
}
function parseToml(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (cause) {
        if (!(cause instanceof dist/* TomlError */.zx))
            throw cause;
        const [reason = ''] = (0,errors/* messageOf */.bD)(cause).split('\n');
        throw new Error(`line ${cause.line}: ${reason}`, { cause });
    }
}
function ruleOf(table, origin) {
    const location = locationOf(registries_file_textOf(table, 'location'));
    const prefix = locationOf(registries_file_textOf(table, 'prefix')) || location;
    if (prefix === '')
        throw new Error('a [[registry]] has neither prefix nor location');
    if (prefix.startsWith('*.') && /[/@:]/.test(prefix)) {
        throw new Error(`prefix ${JSON.stringify(prefix)}: a wildcard stands for a whole host, *.example.com`);
    }
    if (location === '' && !prefix.startsWith('*.'))
        throw new Error(`${prefix} has a prefix and no location`);
    if (field(table, 'pull-from-mirror'))
        throw new Error(`${prefix}: pull-from-mirror belongs to a mirror`);
    const byDigestOnly = booleanOf(table, 'mirror-by-digest-only');
    return {
        prefix,
        location,
        insecure: booleanOf(table, 'insecure'),
        blocked: booleanOf(table, 'blocked'),
        mirrors: tablesOf(table, 'mirror').map((mirror) => mirrorOf(mirror, prefix, byDigestOnly)),
        origin,
    };
}
function mirrorOf(table, prefix, byDigestOnly) {
    const location = locationOf(registries_file_textOf(table, 'location'));
    if (location === '')
        throw new Error(`a mirror of ${prefix} has no location`);
    const pulls = registries_file_textOf(table, 'pull-from-mirror');
    if (byDigestOnly && pulls !== '') {
        throw new Error(`${prefix}: mirror-by-digest-only and pull-from-mirror exclude each other`);
    }
    if (pulls !== '' && !PULLS.includes(pulls)) {
        throw new Error(`${prefix}: pull-from-mirror is ${JSON.stringify(pulls)}, and not ${PULLS.join(', ')}`);
    }
    return {
        location,
        insecure: booleanOf(table, 'insecure'),
        pulls: byDigestOnly ? 'digest-only' : (pulls || 'all'),
    };
}
/** In one file the first of a prefix counts; what contradicts itself is refused. */
function firstOfEachPrefix(rules) {
    const byPlace = new Map();
    const byPrefix = new Map();
    for (const rule of rules) {
        const place = rule.location || rule.prefix;
        const other = byPlace.get(place) ?? rule;
        for (const setting of ['insecure', 'blocked']) {
            if (other[setting] !== rule[setting])
                throw new Error(`${place} is ${setting} in one place and not in another`);
        }
        byPlace.set(place, other);
        if (!byPrefix.has(rule.prefix))
            byPrefix.set(rule.prefix, rule);
    }
    return [...byPrefix.values()];
}
function convertVersion1(old, origin) {
    const [search, insecure, blocked] = VERSION_1.map((list) => registries_file_textsOf(tableOf(old, list), 'registries') ?? []);
    const hosts = [...new Set([...blocked, ...insecure])];
    return {
        registries: hosts.map((host) => ({
            prefix: locationOf(host),
            location: locationOf(host),
            insecure: insecure.includes(host),
            blocked: blocked.includes(host),
            mirrors: [],
            origin,
        })),
        searchRegistries: search.map(searchRegistryOf),
        shortNameMode: undefined,
        aliases: new Map(),
    };
}
function aliasesOf(table) {
    return new Map(Object.entries(table).map(([name, value]) => {
        if (typeof value !== 'string')
            throw new Error(`the alias ${name} is no text`);
        const [first = ''] = name.split('/');
        if (name === '' || /[:@]/.test(name) || (name.includes('/') && /\.|^localhost$/.test(first))) {
            throw new Error(`the alias ${JSON.stringify(name)} is no short name`);
        }
        return [name, value === '' ? '' : reference_parseRepository(value).text];
    }));
}
function modeOf(mode) {
    if (mode === '')
        return undefined;
    if (MODES.includes(mode))
        return mode;
    throw new Error(`short-name-mode is ${JSON.stringify(mode)}, and not ${MODES.join(', ')}`);
}
function searchRegistryOf(text) {
    const host = locationOf(text);
    if (!reference_isRegistryHost(host))
        throw new Error(`unqualified-search-registries: ${JSON.stringify(host)} is no host`);
    return host;
}
function locationOf(text) {
    if (/^https?:\/\//.test(text))
        throw new Error(`location ${JSON.stringify(text)} must be without http://`);
    return text.replace(/\/+$/, '');
}
// podman's TOML library takes keys in any case (https://pkg.go.dev/github.com/BurntSushi/toml#Unmarshal).
function field(table, name) {
    return table[name] ?? Object.entries(table).find(([key]) => key.toLowerCase() === name)?.[1];
}
function registries_file_textOf(table, name) {
    const value = field(table, name) ?? '';
    if (typeof value !== 'string')
        throw new Error(`${name} must be a text`);
    return value;
}
function booleanOf(table, name) {
    const value = field(table, name) ?? false;
    if (typeof value !== 'boolean')
        throw new Error(`${name} must be true or false, without quotes`);
    return value;
}
function registries_file_textsOf(table, name) {
    const value = field(table, name);
    if (value === undefined)
        return undefined;
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
        throw new Error(`${name} must be a list of texts`);
    }
    return value;
}
function tableOf(table, name) {
    const value = field(table, name) ?? {};
    if (!isTable(value))
        throw new Error(`${name} must be a table`);
    return value;
}
function tablesOf(table, name) {
    const value = field(table, name) ?? [];
    if (!Array.isArray(value) || !value.every(isTable))
        throw new Error(`${name} must be written [[${name}]]`);
    return value;
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

;// CONCATENATED MODULE: ./build/src/registry/registries-conf.js






const SYSTEM = { configuration: '/etc/containers', cache: '/var/cache' };
/**
 * Where podman 4 and 5 look. A user's own file replaces the system's one and its drop-ins; one that the environment names
 * replaces the main file alone. `XDG_CONFIG_HOME` doesn't matter.
 */
function filesOf(env, { configuration }) {
    const own = (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.config/containers/registries.conf');
    const system = (0,external_node_path_.join)(configuration, 'registries.conf');
    // The second is how podman called it before: https://docs.podman.io/en/v5.6.0/markdown/podman.1.html
    const named = env.CONTAINERS_REGISTRIES_CONF || env.REGISTRIES_CONFIG_PATH;
    const both = [`${system}.d`, `${own}.d`];
    if (named)
        return [{ main: named, named: true, dropIns: both }];
    return [
        { main: own, named: false, dropIns: [`${own}.d`] },
        { main: system, named: false, dropIns: both },
    ];
}
/**
 * Reads `registries.conf`, its drop-ins and the short names that podman has noted, as podman 4 and 5 do
 * (containers-registries.conf(5), containers-registries.conf.d(5)).
 * @throws {RegistryError} for a file that can't be read or understood
 */
async function readRegistryRules(env = process.env, system = SYSTEM) {
    const places = filesOf(env, system);
    let found = [];
    let dropIns = [];
    for (const { main, named, dropIns: folders } of places) {
        const file = await read(main, { version1: true, required: named });
        dropIns = folders;
        if (file === undefined)
            continue;
        found = [{ path: main, file }];
        break;
    }
    for (const path of (await Promise.all(dropIns.map(dropInFiles))).flat()) {
        const file = await read(path, { version1: false, required: false });
        if (file !== undefined)
            found.push({ path, file });
    }
    const noted = await read(notedAliases(env, system), { version1: false, required: false });
    return merge(found, noted);
}
/** The file in which podman notes what a user chose for a short name. */
function notedAliases(env, { cache }) {
    const own = env.XDG_CACHE_HOME || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.cache');
    return (0,external_node_path_.join)(process.getuid?.() === 0 ? cache : own, 'containers/short-name-aliases.conf');
}
function merge(found, noted) {
    const registries = new Map();
    for (const { file } of found)
        for (const rule of file.registries)
            registries.set(rule.prefix, rule);
    const last = (key) => found.findLast(({ file }) => file[key] !== undefined)?.file[key];
    return {
        registries: [...registries.values()].sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
        searchRegistries: last('searchRegistries') ?? NO_RULES.searchRegistries,
        shortNameMode: last('shortNameMode') ?? NO_RULES.shortNameMode,
        aliases: new Map([...found.map(({ file }) => file), ...(noted ? [noted] : [])].flatMap(({ aliases }) => [...aliases])),
        files: found.map(({ path }) => path),
    };
}
async function read(path, { version1, required }) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        if (!required && isAbsent(cause))
            return undefined;
        const cure = required ? 'CONTAINERS_REGISTRIES_CONF must name a file' : 'make it readable';
        throw new errors/* RegistryError */.gl(`${path} can't be read (${codeOf(cause)})`, { cure, cause });
    }
    try {
        return parseRegistriesFile(text, path, version1);
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${path} can't be used: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cure: 'mend it (man containers-registries.conf); podman refuses it, too',
            cause,
        });
    }
}
// Neither a folder that is a symbolic link nor folders in it are looked into, since podman walks without following.
async function dropInFiles(folder) {
    try {
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            return [];
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.conf'));
        return files.map(({ name }) => (0,external_node_path_.join)(folder, name)).sort();
    }
    catch (cause) {
        if (isAbsent(cause))
            return [];
        throw new errors/* RegistryError */.gl(`${folder} can't be read (${codeOf(cause)})`, { cause });
    }
}
function isAbsent(cause) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '');
}
function codeOf(cause) {
    return cause.code;
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./build/src/oci/choose-image.js

// Variants that run on each other's machines, the most capable first.
const COMPATIBLE = {
    arm: ['v8', 'v7', 'v6', 'v5'],
    arm64: ['v8'],
};
const ZSTD = 'io.github.containers.compression.zstd';
/**
 * The entry of an index that podman takes for a platform: os and architecture as asked for, then the best variant
 * that the machine can run; undefined when there is none.
 * https://github.com/containers/image/blob/v5.36.0/internal/manifest/oci_index.go,
 * https://github.com/containers/image/blob/v5.36.0/internal/pkg/platform/platform_matcher.go
 * @param type the index's media type
 */
function choose_image_chooseImage(index, type, platform) {
    const variants = wantedVariants(platform);
    const isOci = type === mediaType.ociIndex;
    const ranked = index.manifests.flatMap((descriptor) => {
        const rank = rankOf(descriptor, platform, variants, isOci);
        return rank === undefined ? [] : [{ descriptor, rank }];
    });
    // Sorting keeps the index's order where nothing else decides.
    return ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])[0]?.descriptor;
}
/** By variant, then by compression, which podman since 4.7 prefers zstd for; smaller is better. */
function rankOf({ platform: found, annotations }, { os, architecture }, variants, isOci) {
    const compression = isOci && annotations?.[ZSTD] === 'true' ? 0 : 1;
    // An OCI index may leave the platform out; such an entry is taken when no other is right.
    if (found === undefined)
        return isOci ? [variants.length, compression] : undefined;
    if (found.os !== os || found.architecture !== architecture)
        return undefined;
    const at = variants.indexOf(found.variant ?? '');
    return at < 0 ? undefined : [at, compression];
}
function wantedVariants({ architecture, variant }) {
    const order = COMPATIBLE[architecture] ?? [];
    if (variant === undefined)
        return ['', ...order];
    return order.includes(variant) ? [...order.slice(order.indexOf(variant)), ''] : [variant, ''];
}

;// CONCATENATED MODULE: ./build/src/registry/short-names.js


// https://github.com/containers/image/blob/v5.36.0/docs/containers-transports.5.md
const TRANSPORT = /^(?:containers-storage|dir|docker-archive|docker-daemon|oci|oci-archive|ostree|sif|tarball):/;
/**
 * What podman would look for in registries under a name as a Dockerfile has it: the alias of a short name, or that name in
 * each search registry, in the order in which they are tried.
 * https://github.com/containers/image/blob/v5.36.0/pkg/shortnames/shortnames.go
 * @throws {Error} with the reason, when there is nothing to look for in a registry or podman would have to ask
 */
function short_names_candidatesOf(text, rules) {
    const shown = JSON.stringify(text);
    if (text === 'scratch')
        throw new Error('scratch is no image');
    if (text.includes('$'))
        throw new Error(`${shown} has a variable without a value`);
    if (TRANSPORT.test(text))
        throw new Error(`${shown} is in no registry`);
    const { name, tag, digest } = splitName(text.replace(/^docker:\/\//, ''));
    const reference = digest ?? tag ?? 'latest';
    return repositoriesOf(name, rules).map((repository) => ({
        repository: normalRepository(repository),
        reference,
    }));
}
function repositoriesOf(name, rules) {
    if (name.startsWith('localhost/'))
        throw new Error(`${name} is in local storage only`);
    if (namesRegistry(name))
        return [parseRepository(name)];
    const alias = rules.aliases.get(name);
    if (alias)
        return [parseRepository(alias)];
    const { searchRegistries, shortNameMode } = rules;
    if (searchRegistries.length === 0) {
        throw new Error(`${name} is a short name that has no alias, and there are no unqualified-search-registries`);
    }
    if (searchRegistries.length > 1 && shortNameMode === 'enforcing') {
        throw new Error(`${name} is a short name, and podman would have to ask which of ${searchRegistries.join(', ')} is meant`);
    }
    return searchRegistries.map((registry) => parseRepository(`${registry}/${name}`));
}
function namesRegistry(name) {
    const [first = '', ...rest] = name.split('/');
    return rest.length > 0 && /[.:]/.test(first) && isRegistryHost(first);
}

;// CONCATENATED MODULE: ./build/src/registry/resolve-image.js







// What a config or manifest of an image is at most.
const LONGEST_CONFIG = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
/**
 * Tells what references in a Dockerfile mean at this moment: the digest of the image that podman would pull. Local storage isn't
 * looked at, though podman uses an image there of that name. What was found out once is kept, for askers at the same
 * time too, and each index is read once for all platforms.
 */
class resolve_image_ImageResolver {
    client;
    answers = new Map();
    opened = new Map();
    /** What was read of each repository. */
    known = new Map();
    platforms = new Map();
    constructor(client) {
        this.client = client;
    }
    /**
     * @param reference as written after FROM, `--from=` or `from=`, variables replaced; `docker://` may precede it
     * @throws {Interrupted} when the signal fired; everything else is unresolvable, with the reason
     */
    resolve(reference, platform) {
        const key = `${platform.text} ${reference}`;
        const known = this.answers.get(key);
        if (known)
            return known;
        const answer = this.search(reference, platform);
        this.answers.set(key, answer);
        return answer;
    }
    async search(text, platform) {
        let candidates;
        try {
            candidates = candidatesOf(text, this.client.rules);
        }
        catch (reason) {
            return unresolvable(messageOf(reason));
        }
        const problems = [];
        for (const candidate of candidates) {
            const found = await this.look(candidate, platform);
            if (found.kind === 'image')
                return found;
            problems.push(found);
        }
        return {
            kind: 'unresolvable',
            reason: problems.map(({ reason }) => reason).join('; '),
            lacksPlatform: problems.some(({ lacksPlatform }) => lacksPlatform),
        };
    }
    async look(candidate, platform) {
        const { repository, reference } = candidate;
        try {
            const image = await this.open(candidate);
            if (image === undefined)
                return unresolvable(`${repository.text} has no ${reference}`);
            return await this.choose(image, candidate, platform);
        }
        catch (error) {
            if (error instanceof RegistryError)
                return unresolvable(messageOf(error));
            if (error instanceof MalformedError)
                return unresolvable(`${repository.text} ${reference} is no image: ${messageOf(error)}`);
            throw error;
        }
    }
    open({ repository, reference }) {
        const key = `${repository.text} ${reference}`;
        const opening = this.opened.get(key) ?? this.read({ repository, reference });
        this.opened.set(key, opening);
        return opening;
    }
    async read({ repository, reference }) {
        const known = this.known.get(repository.text) ?? new Map();
        this.known.set(repository.text, known);
        const image = await this.client.open(repository, reference, known);
        if (image)
            known.set(image.root.digest, image.root);
        return image;
    }
    async choose(image, { repository, reference }, wanted) {
        const { root } = image;
        if (!isIndexType(root.mediaType)) {
            const platform = await this.platformOf(image, root);
            return { kind: 'image', repository, digest: root.digest, index: undefined, platform };
        }
        const chosen = chooseImage(parseIndex(root.bytes), root.mediaType, wanted);
        if (chosen === undefined) {
            const reason = `${repository.text} ${reference} has no image for ${wanted.text}`;
            return { kind: 'unresolvable', reason, lacksPlatform: true };
        }
        const { digest } = chosen;
        const platform = chosen.platform
            ? normalizePlatform(chosen.platform)
            : await this.platformOf(image, await manifestOf(image, digest));
        return { kind: 'image', repository, digest, index: root.digest, platform };
    }
    platformOf(image, manifest) {
        const reading = this.platforms.get(manifest.digest) ?? readPlatform(image, manifest);
        this.platforms.set(manifest.digest, reading);
        return reading;
    }
}
function unresolvable(reason) {
    return { kind: 'unresolvable', reason, lacksPlatform: false };
}
async function manifestOf(image, digest) {
    const manifest = await image.manifest(digest);
    if (manifest === undefined)
        throw new MalformedError(`${digest} is in its index and not in the registry`);
    return manifest;
}
async function readPlatform(image, manifest) {
    const { mediaType: type } = manifest;
    if (type !== mediaType.ociManifest && type !== mediaType.dockerManifest) {
        throw new MalformedError(`its type is ${type || 'not told'}`);
    }
    const { config } = parseManifest(manifest.bytes);
    if (config.size > LONGEST_CONFIG)
        throw new MalformedError(`its config is longer than ${LONGEST_CONFIG} bytes`);
    return normalizePlatform(parseConfig(await buffer(await image.blob(config))));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
;// CONCATENATED MODULE: ./build/src/verify/elf.js

// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html, ch5.pheader.html, ch5.dynamic.html
const MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
const [PT_LOAD, PT_DYNAMIC, PT_INTERP] = [1, 2, 3];
const [DT_NULL, DT_NEEDED, DT_STRTAB, DT_STRSZ, DT_RPATH, DT_RUNPATH] = [0, 1, 5, 10, 15, 29];
const PF_X = 1;
// What no program has comes from a damaged or hostile file. The kernel refuses program headers of more than 64 KiB and an
// interpreter's name of more than PATH_MAX (https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_elf.c).
const MOST_SEGMENTS = 1024;
const LONGEST_PATH = 4096;
const LARGEST_DYNAMIC = (/* unused pure expression or super */ null && (1 << 20));
const LARGEST_STRINGS = (/* unused pure expression or super */ null && (32 << 20));
const MOST_NEEDED = 1024;
/** A file that begins as ELF does and is none that could be loaded. */
class elf_ElfError extends (/* unused pure expression or super */ null && (Error)) {
}
/** Whether a file begins as ELF files do. */
function elf_isElf(head) {
    return head.subarray(0, MAGIC.length).equals(MAGIC);
}
/** Bytes at the beginning of a file that say where the rest is. */
const elf_ELF_HEAD = 4096;
/**
 * The parts of a file that {@link readElf} will ask for, by its first {@link ELF_HEAD} bytes: segments that hold no code, since
 * names of libraries are in one of them, whatever tool wrote or changed the file.
 * @throws {ElfError}
 */
function elf_elfParts(head) {
    return orDamaged(() => {
        const { segments } = readHeader(head);
        if (segments === 'unread' || !segments.some(({ type }) => type === PT_DYNAMIC || type === PT_INTERP))
            return [];
        return segments
            .filter(({ type }) => type === PT_LOAD || type === PT_DYNAMIC || type === PT_INTERP)
            .map(({ type, flags, offset, size }) => {
            // Older linkers put names and code into one segment, names first.
            const limit = type === PT_LOAD && (flags & PF_X) !== 0 && offset > 0 ? 0 : 8 << 20;
            return { offset, length: Math.min(size, limit) };
        })
            .filter(({ length }) => length > 0);
    });
}
/**
 * Reads an ELF file.
 * @throws {ElfError} when it is damaged; no other error, whatever the bytes
 */
function elf_readElf(file) {
    return orDamaged(() => {
        const { header, segments, fields } = readHeader(file);
        if (segments === 'unread')
            return { ...header, interpreter: undefined, linking: segments };
        const interpreter = segments.find(({ type }) => type === PT_INTERP);
        const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
        return {
            ...header,
            interpreter: interpreter && elf_text(file.read(interpreter.offset, elf_checked(interpreter.size, LONGEST_PATH))),
            linking: dynamic && orUnread(() => readLinking(file, segments, dynamic, fields)),
        };
    });
}
function orDamaged(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof BeyondEnd || error instanceof OutOfReach)
            throw new elf_ElfError(error.message);
        throw error;
    }
}
function orUnread(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof OutOfReach)
            return 'unread';
        throw error;
    }
}
function elf_fieldsOf(bits, order) {
    const little = order === 'little';
    const word = (bytes, at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
    return {
        bits,
        half: (bytes, at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
        word,
        long: (bytes, at) => {
            if (bits === 32)
                return word(bytes, at);
            const [high, low] = little
                ? [word(bytes, at + 4), word(bytes, at)]
                : [word(bytes, at), word(bytes, at + 4)];
            // Kept exact where it matters: what lies beyond 2^53 is beyond every file's end.
            return high * 2 ** 32 + low;
        },
    };
}
function readHeader(file) {
    const identity = file.read(0, 16);
    const [classByte, orderByte] = [identity[4], identity[5]];
    if (!elf_isElf(identity))
        throw new elf_ElfError('no ELF file');
    if (classByte !== 1 && classByte !== 2)
        throw new elf_ElfError(`unknown class ${classByte}`);
    if (orderByte !== 1 && orderByte !== 2)
        throw new elf_ElfError(`unknown byte order ${orderByte}`);
    const header = { bits: classByte === 2 ? 64 : 32, order: orderByte === 1 ? 'little' : 'big' };
    const fields = elf_fieldsOf(header.bits, header.order);
    const wide = header.bits === 64;
    const bytes = file.read(0, wide ? 64 : 52);
    const flagsAt = wide ? 48 : 36;
    const table = fields.long(bytes, wide ? 32 : 28);
    const [size, count] = [fields.half(bytes, flagsAt + 6), fields.half(bytes, flagsAt + 8)];
    return {
        header: {
            ...header,
            type: fields.half(bytes, 16),
            machine: fields.half(bytes, 18),
            flags: fields.word(bytes, flagsAt),
        },
        // Tools that change programs may put the table behind everything else.
        segments: orUnread(() => (count === 0 ? [] : readSegments(file, fields, table, count, size))),
        fields,
    };
}
function readSegments(file, fields, offset, count, size) {
    const wide = fields.bits === 64;
    if (size !== (wide ? 56 : 32))
        throw new elf_ElfError(`program headers of ${size} bytes`);
    const table = file.read(offset, elf_checked(count, MOST_SEGMENTS) * size);
    return Array.from({ length: count }, (_, index) => {
        const entry = table.subarray(index * size, (index + 1) * size);
        return {
            type: fields.word(entry, 0),
            flags: fields.word(entry, wide ? 4 : 24),
            offset: fields.long(entry, wide ? 8 : 4),
            address: fields.long(entry, wide ? 16 : 8),
            size: fields.long(entry, wide ? 32 : 16),
        };
    });
}
function readLinking(file, segments, dynamic, fields) {
    const values = readDynamic(file.read(dynamic.offset, elf_checked(dynamic.size, LARGEST_DYNAMIC)), fields);
    const offsets = [DT_NEEDED, DT_RPATH, DT_RUNPATH].map((tag) => values.get(tag) ?? []);
    if (offsets.every((list) => list.length === 0))
        return { needed: [], rpath: [], runpath: [] };
    const [address, size] = [values.get(DT_STRTAB)?.[0], values.get(DT_STRSZ)?.[0]];
    if (address === undefined || size === undefined)
        throw new elf_ElfError('names without a table of strings');
    const strings = file.read(fileOffset(segments, address), elf_checked(size, LARGEST_STRINGS));
    const [needed, rpath, runpath] = offsets.map((list) => list.map((at) => nameAt(strings, at)));
    const folders = (paths) => paths.flatMap((path) => path.split(':')).filter((path) => path !== '');
    return { needed: needed, rpath: folders(rpath), runpath: folders(runpath) };
}
/** Values by tag; of each tag no more than {@link MOST_NEEDED}. */
function readDynamic(bytes, fields) {
    const size = fields.bits / 8;
    const values = new Map();
    for (let at = 0; at + 2 * size <= bytes.length; at += 2 * size) {
        const tag = fields.long(bytes, at);
        if (tag === DT_NULL)
            break;
        const list = values.get(tag) ?? [];
        if (list.push(fields.long(bytes, at + size)) > MOST_NEEDED)
            throw new elf_ElfError('too many libraries');
        values.set(tag, list);
    }
    return values;
}
function fileOffset(segments, address) {
    const segment = segments.find((each) => each.type === PT_LOAD && address >= each.address && address < each.address + each.size);
    if (segment === undefined)
        throw new elf_ElfError('an address outside of all segments');
    return address - segment.address + segment.offset;
}
function nameAt(strings, at) {
    if (at >= strings.length)
        throw new elf_ElfError('a name outside of the table of strings');
    return elf_text(strings.subarray(at, at + LONGEST_PATH));
}
/** A text up to its zero byte. */
function elf_text(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function elf_checked(value, most) {
    if (value > most)
        throw new elf_ElfError(`${value} where at most ${most} can be`);
    return value;
}

;// CONCATENATED MODULE: ./build/src/verify/content.js


const OTHER = { kind: 'other' };
const MAGIC_SIZE = 4;
const LONGEST_SCRIPT = (/* unused pure expression or super */ null && (32 << 10));
/** The kernel's BINPRM_BUF_SIZE: what it reads to find a script's interpreter. */
const FIRST_LINE = 256;
const MOST_KEPT = (/* unused pure expression or super */ null && (64 << 20));
/** Programs of several systems at once (https://justine.lol/ape.html), which begin as Windows' do. */
const APE = '4d5a7146';
// Fat Mach-O files begin like Java's classes, which are no programs to the kernel either.
const ALIENS = (/* unused pure expression or super */ null && ([
    ['cffaedfe', 'macOS'],
    ['cefaedfe', 'macOS'],
    ['cafebabe', 'macOS'],
    ['4d5a', 'Windows'],
]));
/**
 * Looks at a file while it streams by, and keeps no more of it than is needed to tell what it is.
 */
class content_ContentReader {
    size;
    bytes;
    /** Parts still to be kept, in order, none overlapping; all of them lie at or after `position`. */
    wanted;
    position = 0;
    stage = 'magic';
    found;
    constructor(size) {
        this.size = size;
        this.bytes = new FileBytes(size);
        this.wanted = [{ offset: 0, length: Math.min(size, MAGIC_SIZE) }];
        if (size < MAGIC_SIZE)
            this.found = OTHER;
    }
    /** Takes the next chunk, which must not change afterwards. */
    push(chunk) {
        if (this.found !== undefined)
            return;
        const start = this.position;
        this.position += chunk.length;
        let taken = start;
        while (this.wanted.length > 0) {
            const { offset, length } = this.wanted[0];
            if (offset >= this.position)
                return;
            const from = Math.max(offset, taken);
            const to = Math.min(offset + length, this.position);
            if (to > from)
                this.bytes.keep(from, chunk.subarray(from - start, to - start));
            taken = Math.max(taken, to);
            if (to < offset + length)
                return;
            this.wanted.shift();
            if (this.wanted.length === 0)
                this.wanted = this.decide(to);
        }
    }
    /** What the file is, when it has ended. */
    end() {
        if (this.found !== undefined)
            return this.found;
        if (this.stage === 'magic')
            return OTHER;
        return isElf(this.bytes.read(0, MAGIC_SIZE)) ? elfContent(this.bytes) : this.script();
    }
    /** What else to keep, when all that was wanted is at hand; `reached` is where the next byte lies. */
    decide(reached) {
        if (this.stage === 'magic') {
            const magic = this.bytes.read(0, MAGIC_SIZE);
            if (isElf(magic))
                return this.goOn('head', [{ offset: reached, length: ELF_HEAD - reached }]);
            if (magic.toString('latin1', 0, 2) === '#!')
                return this.goOn('parts', [{ offset: reached, length: LONGEST_SCRIPT - reached }]);
            const start = magic.toString('hex');
            const alien = start === APE ? undefined : ALIENS.find(([each]) => start.startsWith(each));
            this.found = alien ? { kind: 'alien', system: alien[1] } : OTHER;
        }
        else if (this.stage === 'head') {
            try {
                return this.goOn('parts', elfParts(this.bytes).map((part) => after(part, reached)));
            }
            catch (error) {
                if (!(error instanceof ElfError))
                    throw error;
                this.found = { kind: 'damaged', problem: error.message };
            }
        }
        return [];
    }
    goOn(stage, ranges) {
        this.stage = stage;
        return merged(ranges.map(({ offset, length }) => ({ offset, length: Math.min(length, this.size - offset) })));
    }
    script() {
        const all = this.bytes.readUpTo(0, LONGEST_SCRIPT).toString('utf8');
        const firstLine = all.slice(0, FIRST_LINE).split('\n', 1)[0];
        return { kind: 'script', firstLine, text: this.size <= LONGEST_SCRIPT ? all : undefined };
    }
}
function elfContent(bytes) {
    try {
        return { kind: 'elf', elf: readElf(bytes) };
    }
    catch (error) {
        if (!(error instanceof ElfError))
            throw error;
        return { kind: 'damaged', problem: error.message };
    }
}
function after({ offset, length }, from) {
    const start = Math.max(offset, from);
    return { offset: start, length: offset + length - start };
}
/** Ranges in order, overlapping ones joined, and no more of them than may be kept. */
function merged(ranges) {
    const joined = [];
    let budget = MOST_KEPT;
    for (const { offset, length } of [...ranges].sort((a, b) => a.offset - b.offset)) {
        const last = joined.at(-1);
        const start = last === undefined ? offset : Math.max(offset, last.offset + last.length);
        const added = Math.min(offset + length - start, budget);
        if (!(added > 0))
            continue;
        budget -= added;
        if (last !== undefined && start === last.offset + last.length)
            last.length += added;
        else
            joined.push({ offset: start, length: added });
    }
    return joined;
}

;// CONCATENATED MODULE: ./build/src/verify/layer.js






/** A layer that can't be read, or is not believed. */
class layer_UnreadableLayer extends (/* unused pure expression or super */ null && (Error)) {
}
// What no image has, so that a hostile one takes neither all memory nor all time.
const MOST_ENTRIES = 1_000_000;
const MOST_NAMES = (/* unused pure expression or super */ null && (256 << 20));
const MOST_SCRIPTS = (/* unused pure expression or super */ null && (16 << 20));
const MOST_BYTES = (/* unused pure expression or super */ null && (256 * 2 ** 30));
const layer_LONGEST_PATH = 4096;
const DEEPEST_PATH = 256;
const CHUNK = (/* unused pure expression or super */ null && (1 << 20));
const TYPES = {
    file: 'file',
    'contiguous-file': 'file',
    directory: 'directory',
    symlink: 'symlink',
    link: 'hardlink',
};
/**
 * Reads a layer, without unpacking it, in one pass: names, types, links, and of programs what tells which machine they
 * are for. Bounded in memory, whatever the layer holds.
 * @throws {UnreadableLayer}
 */
async function layer_readLayer(blob, signal) {
    const collector = new Collector();
    const untar = extract();
    untar.on('entry', (header, stream, next) => {
        const reader = collector.begin(header);
        stream.on('data', (chunk) => reader?.push(chunk));
        stream.on('end', () => {
            try {
                collector.end(header, reader);
                next();
            }
            catch (error) {
                next(error);
            }
        });
        stream.on('error', () => undefined);
    });
    try {
        const decompress = await decompressor(blob);
        let read = 0;
        decompress.on('data', (chunk) => {
            read += chunk.length;
            if (read > MOST_BYTES)
                decompress.destroy(new layer_UnreadableLayer(`more than ${MOST_BYTES} bytes`));
        });
        await pipeline(blob, decompress, untar, { ...(signal && { signal }) });
    }
    catch (error) {
        blob.destroy();
        if (signal?.aborted)
            throw new Interrupted();
        if (error instanceof Failure)
            throw error;
        throw error instanceof layer_UnreadableLayer ? error : new layer_UnreadableLayer(messageOf(error), { cause: error });
    }
    return collector.entries;
}
/** Media types are not always true, so what the blob begins with decides. */
async function decompressor(blob) {
    const start = await firstBytes(blob);
    if (start[0] === 0x1f && start[1] === 0x8b)
        return zlib.createGunzip({ chunkSize: CHUNK });
    if (start.subarray(0, 4).toString('hex') === '28b52ffd') {
        // From Node 22.15 on.
        const { createZstdDecompress } = zlib;
        if (createZstdDecompress)
            return createZstdDecompress({ chunkSize: CHUNK });
        throw new layer_UnreadableLayer(`compressed with zstd, which Node ${process.versions.node} can’t read`);
    }
    return new PassThrough({ highWaterMark: CHUNK });
}
async function firstBytes(blob) {
    await new Promise((ready, fail) => {
        blob.once('readable', ready).once('end', ready).once('error', fail);
    });
    const chunk = blob.read();
    if (chunk !== null)
        blob.unshift(chunk);
    return chunk ?? Buffer.alloc(0);
}
class Collector {
    entries = [];
    names = 0;
    scripts = 0;
    begin(header) {
        return TYPES[header.type ?? 'file'] === 'file' ? new ContentReader(header.size ?? 0) : undefined;
    }
    end(header, reader) {
        const path = safePath(header.name);
        if (path === undefined || path.length === 0)
            return;
        const type = TYPES[header.type ?? 'file'] ?? 'other';
        const target = header.linkname && header.linkname.length <= layer_LONGEST_PATH ? header.linkname : undefined;
        this.names += header.name.length + (target?.length ?? 0);
        if (this.entries.length >= MOST_ENTRIES || this.names > MOST_NAMES) {
            throw new layer_UnreadableLayer(`more than ${MOST_ENTRIES} files`);
        }
        this.entries.push({
            path,
            type,
            ...((type === 'symlink' || type === 'hardlink') && { target: target ?? '' }),
            ...(reader && { content: this.withinBudget(reader.end()) }),
        });
    }
    withinBudget(content) {
        if (content.kind !== 'script' || content.text === undefined)
            return content;
        this.scripts += content.text.length;
        return this.scripts > MOST_SCRIPTS ? { ...content, text: undefined } : content;
    }
}
/** The names of a path from the root down; undefined for one that no unpacker takes. */
function safePath(name) {
    if (name.length > layer_LONGEST_PATH)
        return undefined;
    const names = name.split('/').filter((part) => part !== '' && part !== '.');
    return names.includes('..') || names.length > DEEPEST_PATH ? undefined : names;
}

;// CONCATENATED MODULE: ./build/src/verify/tree.js

// The kernel's limit (https://man7.org/linux/man-pages/man7/path_resolution.7.html).
const MOST_LINKS = 40;
const MOST_NODES = 2_000_000;
const MOST_PLACES = 16;
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** The file tree that an image's layers make, one on the other. */
class tree_FileTree {
    root = { type: 'directory', children: new Map() };
    nodes = 0;
    /** Folders by the names in them; made when it is asked for. */
    places;
    /** Puts layers on each other, the base first. */
    static of(layers) {
        const tree = new tree_FileTree();
        for (const layer of layers)
            tree.apply(layer);
        return tree;
    }
    /** The file under an absolute path, all links followed; undefined when there is none. */
    find(path) {
        const walked = this.walk(path.split('/'));
        return walked?.node.type === 'file'
            ? { path: `/${walked.path.join('/')}`, content: walked.node.content }
            : undefined;
    }
    /** Every file by its own path, links not followed. */
    *files() {
        const open = [['', this.root]];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const [folder, { children }] = next;
            for (const [name, node] of children) {
                if (node.type === 'directory')
                    open.push([`${folder}/${name}`, node]);
                else if (node.type === 'file')
                    yield { path: `${folder}/${name}`, content: node.content };
            }
        }
    }
    /** The files under a name in any folder, links followed; of a name that is everywhere only some. */
    named(name) {
        this.places ??= this.placesByName();
        return (this.places.get(name) ?? []).flatMap((folder) => this.find(`${folder}/${name}`) ?? []);
    }
    placesByName() {
        const places = new Map();
        const open = [['', this.root]];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const [folder, { children }] = next;
            for (const [name, node] of children) {
                if (node.type === 'directory')
                    open.push([`${folder}/${name}`, node]);
                const known = places.get(name);
                if (known === undefined)
                    places.set(name, [folder]);
                else if (known.length < MOST_PLACES)
                    known.push(folder);
            }
        }
        return places;
    }
    // https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts: they hide what is below, in whatever
    // order the layer has them.
    apply(layer) {
        for (const { path } of layer)
            if (path.at(-1).startsWith(WHITEOUT))
                this.hide(path);
        for (const entry of layer)
            if (!entry.path.at(-1).startsWith(WHITEOUT))
                this.add(entry);
    }
    hide(path) {
        const folder = this.walk(path.slice(0, -1))?.node;
        if (folder?.type !== 'directory')
            return;
        const name = path.at(-1);
        if (name === OPAQUE)
            folder.children.clear();
        else
            folder.children.delete(name.slice(WHITEOUT.length));
    }
    add(entry) {
        const folder = this.folderFor(entry.path.slice(0, -1));
        const name = entry.path.at(-1);
        const there = folder.children.get(name);
        if (entry.type === 'directory' && there?.type === 'directory')
            return;
        if (there === undefined)
            this.count();
        folder.children.set(name, this.nodeFor(entry));
    }
    nodeFor({ type, target, content }) {
        if (type === 'directory')
            return { type, children: new Map() };
        if (type === 'symlink')
            return { type, target: target };
        if (type === 'file')
            return { type, content: content ?? { kind: 'other' } };
        if (type === 'hardlink') {
            const linked = this.walk(target.split('/'), false)?.node;
            return linked === undefined || linked.type === 'directory' ? { type: 'other' } : linked;
        }
        return { type: 'other' };
    }
    /** The folder of an entry. What is missing is made, and a link to a folder is gone through, as when unpacking. */
    folderFor(path) {
        let folder = this.root;
        for (const [at, name] of path.entries()) {
            const child = folder.children.get(name);
            const linked = child?.type === 'symlink' ? this.walk(path.slice(0, at + 1))?.node : child;
            if (linked?.type === 'directory') {
                folder = linked;
                continue;
            }
            this.count();
            const made = { type: 'directory', children: new Map() };
            folder.children.set(name, made);
            folder = made;
        }
        return folder;
    }
    walk(names, followLast = true) {
        const left = [...names].reverse();
        let trail = [];
        let links = 0;
        while (left.length > 0) {
            const name = left.pop();
            const folder = trail.at(-1)?.node ?? this.root;
            if (folder.type !== 'directory')
                return undefined;
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                trail.pop();
                continue;
            }
            const node = folder.children.get(name);
            if (node === undefined)
                return undefined;
            if (node.type === 'symlink' && (followLast || left.length > 0)) {
                if (++links > MOST_LINKS)
                    return undefined;
                if (node.target.startsWith('/'))
                    trail = [];
                left.push(...node.target.split('/').reverse());
            }
            else
                trail.push({ name, node });
        }
        return { path: trail.map(({ name }) => name), node: trail.at(-1)?.node ?? this.root };
    }
    count() {
        if (++this.nodes > MOST_NODES)
            throw new UnreadableLayer(`more than ${MOST_NODES} files`);
    }
}

;// CONCATENATED MODULE: ./build/src/verify/layers.js




// Inflating is done outside of the main thread; more at once only take memory.
const AT_ONCE = 4;
/** The file trees of images whose layers come from one place. A layer that several images share is read once. */
class layers_Layers {
    open;
    signal;
    read = new Map();
    limit = pLimit(AT_ONCE);
    constructor(open, signal) {
        this.open = open;
        this.signal = signal;
    }
    /**
     * The file tree of an image.
     * @throws {UnreadableLayer} naming the layer
     */
    async treeOf({ layers }) {
        return FileTree.of(await Promise.all(layers.map((layer) => this.entries(layer))));
    }
    entries(layer) {
        const known = this.read.get(layer.digest);
        if (known)
            return known;
        const reading = this.limit(async () => {
            try {
                return await readLayer(await this.open(layer), this.signal);
            }
            catch (error) {
                if (!(error instanceof UnreadableLayer))
                    throw error;
                throw new UnreadableLayer(`layer ${layer.digest}: ${messageOf(error)}`, { cause: error });
            }
        });
        this.read.set(layer.digest, reading);
        return reading;
    }
}

;// CONCATENATED MODULE: ./build/src/pipeline/site.js











const READING = { highWaterMark: 1 << 18 };
/** Opens the folders, stores, files of secrets and logins, and connections of a run. */
async function openSite(request, dockerfile, plan, podman, run) {
    // Before there is a folder to be removed: a broken registries.conf, or file of logins, ends the run here.
    const authFile = await podmanAuthFile(request.logins, run.env);
    const closed = new AbortController();
    const client = await registryClient(request, {
        ...run,
        signal: AbortSignal.any([run.signal, closed.signal]),
    });
    const kept = request.keepLayout ? keptLayout(request.repositories[0], run.env) : undefined;
    const workspace = await Workspace.open(run.host, podman, kept, run.env);
    const { layout } = workspace;
    const warnings = [];
    const close = async () => {
        // When one platform has failed, others may still be trying to send something.
        closed.abort();
        await client.close();
        // Whether the image is right was decided before, and an error of the build's own must not be hidden by this one.
        await workspace.close().catch((error) => {
            run.host.warning(`temporary files could not be removed: ${messageOf(error)}`);
        });
    };
    try {
        return {
            request,
            dockerfile,
            explicitPlatforms: plan.explicitPlatforms,
            buildPlatform: podman.platform,
            podman,
            layout,
            exportFolder: workspace.exportFolder,
            temporary: workspace.temporary,
            secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
            env: await podmanEnvironment(authFile, workspace),
            stores: await createStores(plan, podman, workspace),
            publication: {
                client,
                layout,
                repositories: request.repositories,
                blobs: new Map(),
                onTag: (reference) => run.onTag(reference.text),
            },
            warnings,
            resolver: new ImageResolver(client),
            layers: new Layers(({ digest }) => createReadStream(layout.blobPath(digest), READING), run.signal),
            warn: (message, location) => {
                run.host.warning(message, location);
                warnings.push({ message, ...(location && { location }) });
            },
            keepLayout: async () => {
                if (kept !== undefined)
                    await workspace.keepLayout(kept.path);
                return kept?.path;
            },
            keepLogins: async () => {
                // Only a runner has a post part, which removes them.
                if (authFile === undefined || run.host.kind !== 'runner')
                    return undefined;
                return workspace.keepLogins(dockerConfig(authFile));
            },
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
/** Speaks to registries with the logins of a request. */
async function registryClient(request, { host, env, signal }) {
    return new RegistryClient({
        credentials: maskedCredentials(credentialStore(request.logins, env), host),
        tlsVerify: request.tlsVerify,
        retries: request.retries,
        signal,
        onRetry: (message) => host.info(message),
        env,
        rules: await readRegistryRules(env),
    });
}
/** Logins that somebody else made are kept out of the output like this step's own, from when they are used. */
function maskedCredentials(store, host) {
    return {
        find: async (repository) => {
            const credential = await store.find(repository);
            if (credential !== undefined) {
                const { username, password, identityToken } = credential;
                const basic = Buffer.from(`${username}:${password}`).toString('base64');
                for (const secret of [password, basic, identityToken])
                    if (secret)
                        host.mask(secret);
            }
            return credential;
        },
    };
}
async function podmanEnvironment(authFile, workspace) {
    return {
        // It would contradict --timestamp: podman 5.6 and newer read it themselves.
        SOURCE_DATE_EPOCH: undefined,
        ...(authFile !== undefined && {
            REGISTRY_AUTH_FILE: await workspace.writePrivate('auth.json', authFile),
        }),
    };
}
/**
 * One store a platform: in a common one a name belongs to the platform that pulled it last. Before podman 5.6 the other
 * takes that image for its own (docs/traps.md, 2 and 10), and since then the image of the first loses its name and
 * with it the note of its base image.
 */
async function createStores(plan, podman, workspace) {
    const { storage } = workspace;
    const driver = await storeDriver(podman, storage);
    const images = await userImages(podman, storage.images);
    const stores = new Map();
    for (const platform of plan.platforms) {
        const name = platformSlug(platform);
        stores.set(platform.text, await createStore(podman, storage, { driver, name, images }));
    }
    return stores;
}

;// CONCATENATED MODULE: ./build/src/request/contract.js
/**
 * Every input, in the order of the documentation. `action.yml`, the README's tables and the command line's
 * help are generated from here (`npm run generate`), so that they can't drift.
 */
const INPUTS = [
    {
        name: 'image',
        description: 'Repository name(s) without tag, one a line, such as `quay.io/organisation/name`. Each gets every tag.',
    },
    {
        name: 'tags',
        description: 'Bare tags, or full references, one a line. Default, from the Git ref: tag `vX.Y.Z` gives `X.Y.Z` (and `latest` when it is no pre-release and no higher version is tagged), a branch its name and `sha-<short>`, a pull request `pr-<number>`.',
    },
    {
        name: 'platforms',
        description: 'Target platforms, separated by commas or lines.',
        default: 'linux/amd64,linux/arm64',
    },
    { name: 'context', description: 'Build context: a folder.', default: '.' },
    {
        name: 'file',
        description: 'Path of the Dockerfile. Default: `Containerfile` or `Dockerfile` in the context.',
    },
    { name: 'target', description: 'Stage to build. Default: the last one.' },
    {
        name: 'build-args',
        description: 'Build arguments, `NAME=value` one a line; `NAME` alone takes the value from the environment.',
    },
    { name: 'build-contexts', description: 'Further build contexts, `name=path or image` one a line.' },
    { name: 'labels', description: 'Labels of every platform’s image, `name=value` one a line.' },
    {
        name: 'annotations',
        description: 'Annotations, `name=value` one a line, of the platform manifests; with the prefix `index:` of the index, `manifest,index:` of both.',
    },
    { name: 'secrets', description: 'Secrets for `RUN --mount=type=secret`, `id=value` one a line.' },
    {
        name: 'secret-envs',
        description: 'Secrets from environment variables, `id=VARIABLE` one a line.',
    },
    { name: 'secret-files', description: 'Secrets from files, `id=path` one a line.' },
    {
        name: 'ssh',
        description: 'SSH agents or keys for `RUN --mount=type=ssh`: `default` or `id=socket or key`, one a line.',
    },
    { name: 'add-hosts', description: 'Additional hosts, `name:address` one a line.' },
    { name: 'network', description: 'Network of RUN steps: `host`, `none`, `private` or as podman has it.' },
    { name: 'shm-size', description: 'Size of `/dev/shm` in RUN steps, such as `2g`.' },
    { name: 'ulimit', description: 'Limits of RUN steps, such as `nofile=1024:1024`, one a line.' },
    {
        name: 'pull',
        description: 'Always pull base images, even when the local one is the registry’s.',
        default: 'false',
        form: 'boolean',
    },
    { name: 'no-cache', description: 'Use no cache of any kind.', default: 'false', form: 'boolean' },
    {
        name: 'extra-args',
        description: 'Further arguments of `podman build`, one a line; those that this step owns (platform, tag, manifest, auth file, cache, output, iidfile) are refused.',
    },
    {
        name: 'format',
        description: '`oci`, or `docker`, which keeps HEALTHCHECK, SHELL and ONBUILD.',
        default: 'oci',
    },
    {
        name: 'source-date-epoch',
        description: 'Time of all layers and configs. `auto`: one constant time, so that the same content has the same digest at every commit; a number of seconds sets it; `off`. The variable `SOURCE_DATE_EPOCH` sets it too.',
        default: 'auto',
    },
    {
        name: 'git-labels',
        description: 'When labels `org.opencontainers.image.revision`, `version` and `created` are written: `auto` (on tag pushes), `always`, `never`.',
        default: 'auto',
    },
    {
        name: 'qemu',
        description: 'Emulation: `auto` (only for platforms that this host can’t run), `always`, `never`.',
        default: 'auto',
    },
    {
        name: 'qemu-image',
        description: 'Container image that registers emulators, as a last resort; none is pulled by default.',
    },
    {
        name: 'max-parallel',
        description: 'Platforms built at once. Default: all of them, at most the number of cores.',
    },
    {
        name: 'builders',
        description: '`platform=podman connection or URL`, one a line: builds that platform on a remote podman.',
    },
    {
        name: 'cache',
        description: 'Where things are kept between runs: `auto` (`actions` on a runner with a cache service, else `directory`), `actions`, `directory`, `registry`, `off`.',
        default: 'auto',
    },
    {
        name: 'cache-dir',
        description: 'Folder of a `directory` cache. Default: `multiarch-build/cache` in the user’s cache folder.',
    },
    { name: 'cache-ref', description: 'Repository of a `registry` cache, without tag.' },
    { name: 'cache-scope', description: 'Name that keeps the caches of several builds apart.' },
    {
        name: 'cache-write',
        description: 'Whether this run writes the cache: `auto` (not on pull requests, merge queues and forks), `true`, `false`.',
        default: 'auto',
    },
    {
        name: 'cache-mounts',
        description: 'Keep the folders of `RUN --mount=type=cache` between runs.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'cache-ttl',
        description: 'Time since a step last ran after which it runs again.',
        default: '14d',
    },
    { name: 'cache-max-size', description: 'Room for one scope and platform.', default: '2GB' },
    {
        name: 'skip-unchanged',
        description: 'Build nothing when nothing that goes into the image has changed.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'push',
        description: '`auto` (true on pushes to the default branch and of tags, on releases, manual and scheduled runs; else false, with a notice), `true`, `false`, `digest` (by digest, without a tag).',
        default: 'auto',
        form: 'boolean',
    },
    {
        name: 'load',
        description: 'Also leave the manifest list, under the first tag, in local podman storage.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'layout',
        description: 'Keep the OCI image layout: `auto` (when built here or not pushed), `true`, `false`.',
        default: 'auto',
    },
    {
        name: 'registry',
        description: 'Registry host(s) of the login, one a line. Default: the host of `image`.',
    },
    { name: 'username', description: 'User name(s) of the login, one a line, in the order of `registry`.' },
    {
        name: 'password',
        description: 'Password(s) or token(s) of the login, one a line, in the order of `registry`.',
    },
    {
        name: 'tls-verify',
        description: 'Require HTTPS with a trusted certificate; loopback hosts may always use plain HTTP.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'immutable-tags',
        description: 'Patterns of tags that must never get another digest, such as `*.*.*`.',
    },
    {
        name: 'retries',
        description: 'Tries of a network operation that failed for a passing reason.',
        default: '5',
    },
    {
        name: 'verify',
        description: 'Verification before any tag moves: `strict`, `warn`, `off`.',
        default: 'strict',
    },
    {
        name: 'lint',
        description: 'Dockerfile findings as annotations: `warn`, `error` (any is a refusal before the build), `off`; docs/lint has a page for each.',
        default: 'warn',
    },
    { name: 'verify-allow', description: 'Path patterns of foreign binaries that belong in the image.' },
    {
        name: 'smoke-test',
        description: 'Arguments to run every platform’s image with; a non-zero exit fails that platform.',
    },
    { name: 'smoke-test-timeout', description: 'Time for the smoke test of one platform.', default: '60s' },
    { name: 'summary', description: 'Write a job summary.', default: 'true', form: 'boolean' },
    {
        name: 'check-runs',
        description: 'One GitHub check a platform; needs `checks: write`.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'github-token',
        description: 'Token for check runs and metadata.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression that the runner evaluates
        default: '${{ github.token }}',
    },
];
/** Platforms that have an output of their own in action.yml; the step sets one for each that it builds. */
const PLATFORMS_WITH_OUTPUT = [
    'linux/amd64',
    'linux/arm64',
    'linux/arm/v7',
    'linux/arm/v6',
    'linux/386',
    'linux/ppc64le',
    'linux/s390x',
    'linux/riscv64',
    'linux/loong64',
    'linux/mips64le',
];
/** Every output, in the order of the documentation. */
const OUTPUTS = [
    {
        name: 'digest',
        description: 'Digest of the image index, as the registry has it, or would have it when nothing was pushed.',
    },
    {
        name: 'digests',
        description: 'JSON object, platform to digest: `{"linux/amd64":"sha256:…","linux/arm64":"sha256:…"}`.',
    },
    ...PLATFORMS_WITH_OUTPUT.map((platform) => ({
        name: digestOutput(platform),
        description: `Digest of the ${platform} image, when that platform was built.`,
    })),
    { name: 'image', description: 'First `repository@digest`.' },
    { name: 'tags', description: 'References pushed, or that would be, one a line.' },
    { name: 'pushed', description: '`true` or `false`.' },
    { name: 'platforms', description: 'Platforms built, separated by commas.' },
    {
        name: 'oci-layout',
        description: 'Folder with the OCI image layout of the index, for scanners, `skopeo copy`, `kind`; empty without one.',
    },
    {
        name: 'docker-config',
        description: 'Folder with a `config.json` of this step’s logins, for tools that read only Docker’s, such as cosign (`DOCKER_CONFIG`); removed at the end of the job, empty without logins.',
    },
    {
        name: 'metadata',
        description: 'JSON object: all of the above, and per platform the sizes, layers, seconds, emulated or not; also `containerimage.digest`.',
    },
];
/** Name of the output with one platform's digest. */
function digestOutput(platform) {
    return `digest-${platform.replaceAll('/', '-')}`;
}
/** Inputs of docker/build-push-action that this step doesn't have, and what to use instead. */
const FOREIGN_INPUTS = {
    allow: 'write podman’s own options, such as --cap-add, into extra-args',
    attests: 'attest the pushed digest afterwards, for example with actions/attest and the output digest',
    'annotation-file': 'write the lines into annotations',
    builder: 'remove it: podman builds on this host',
    call: 'remove it: there is no other call than to build',
    'cache-from': 'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
    'cache-to': 'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
    'cgroup-parent': 'write --cgroup-parent=… into extra-args',
    'no-cache-filters': 'use no-cache',
    outputs: 'use push and load, and the output oci-layout',
    provenance: 'remove it: none is added; attest the output digest afterwards, for example with actions/attest',
    sbom: 'remove it: none is added; make one from the output oci-layout or digest, and attest it',
    tag: 'use tags',
    platform: 'use platforms',
    dockerfile: 'use file',
    containerfiles: 'use file',
    archs: 'use platforms',
    oci: 'use format',
    layers: 'remove it: layers are always kept apart',
};

;// CONCATENATED MODULE: ./build/src/request/inputs.js


const NAMES = new Set(INPUTS.map((input) => input.name));
/** The default of an input outside of GitHub Actions, where no expression is evaluated. */
function plainDefault(definition) {
    const value = 'default' in definition ? definition.default : '';
    return value.startsWith('${{') ? '' : value;
}
/**
 * Takes the inputs out of given values, with defaults for those that are missing or empty (the runner passes an
 * input that evaluates to nothing as an empty text).
 * @throws {InputError} for a name that is no input, saying what to use instead where that is known
 */
function completeInputs(given) {
    for (const [name, value] of Object.entries(given)) {
        if (!NAMES.has(name) && value !== '')
            throw unknownInput(name);
    }
    const entries = INPUTS.map((definition) => {
        const value = given[definition.name] ?? '';
        return [definition.name, value.trim() === '' ? plainDefault(definition) : value];
    });
    return Object.fromEntries(entries);
}
/**
 * The inputs as a runner passes them: `INPUT_<NAME>`, upper case, spaces as `_`, hyphens kept.
 * @throws {InputError} for one that isn't declared
 */
function inputsFromEnvironment(env) {
    const given = {};
    for (const [key, value] of Object.entries(env)) {
        if (key.startsWith('INPUT_'))
            given[key.slice('INPUT_'.length).toLowerCase()] = value ?? '';
    }
    return completeInputs(given);
}
function unknownInput(name) {
    const instead = FOREIGN_INPUTS[name] ?? FOREIGN_INPUTS[name.replaceAll('_', '-')];
    if (instead !== undefined)
        return new errors/* InputError */.dz(name, 'is not an input of this step', { cure: instead });
    const near = closest(name.replaceAll('_', '-'));
    return new errors/* InputError */.dz(name, 'is not an input of this step', {
        cure: near === undefined ? 'see the list of inputs in the README' : `did you mean ${near}?`,
    });
}
function closest(name) {
    const ranked = INPUTS.map((input) => ({ name: input.name, distance: editDistance(name, input.name) }));
    ranked.sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.name : undefined;
}
/** Levenshtein's distance. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = a[i - 1] === b[j - 1] ? 0 : 1;
            next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change));
        }
        row = next;
    }
    return row[b.length];
}

;// CONCATENATED MODULE: ./build/src/request/values.js

/**
 * The items of an input that takes one a line; blank lines and lines starting with `#` are left out. An item in
 * double quotes may hold line breaks, and `""` for a quote, as in docker/build-push-action.
 */
function lines(inputs, name) {
    const item = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\r?\n|$)|([^\n]*)(?:\n|$)/y;
    const text = inputs[name];
    const found = [];
    while (item.lastIndex < text.length) {
        const match = item.exec(text);
        const line = match[1]?.replaceAll('""', '"') ?? match[2].trim();
        if (line !== '' && !line.startsWith('#'))
            found.push(line);
    }
    return found;
}
/** The items of an input whose items can't hold a comma: separated by lines or commas. */
function items(inputs, name) {
    return lines(inputs, name)
        .flatMap((line) => line.split(','))
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/**
 * A YAML 1.2 core-schema boolean.
 * @throws {InputError} for anything else, such as `yes` or `1`
 */
function values_boolean(inputs, name) {
    const text = inputs[name].trim();
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new InputError(name, `${JSON.stringify(text)} is no boolean; allowed are true and false`);
}
/**
 * One of several words; a boolean among them may be written as YAML 1.2 allows.
 * @throws {InputError} naming what is allowed
 */
function choice(inputs, name, allowed) {
    const text = inputs[name].trim();
    const word = /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
    if (allowed.includes(word))
        return word;
    throw new InputError(name, `${JSON.stringify(text)} is unknown; allowed are ${allowed.join(', ')}`);
}
/**
 * A whole number.
 * @throws {InputError} outside of the range
 */
function wholeNumber(inputs, name, least, most) {
    const text = inputs[name].trim();
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most)
        return value;
    throw new InputError(name, `${JSON.stringify(text)} is no whole number from ${least} to ${most}`);
}
/**
 * `key=value` items, one a line, in order; a later key wins over an earlier one. Values may be empty.
 * @throws {InputError} for a line without `=` or without a key
 */
function pairs(inputs, name, separator = '=') {
    const found = new Map();
    for (const line of lines(inputs, name)) {
        const at = line.indexOf(separator);
        if (at < 1)
            throw new InputError(name, `${JSON.stringify(line)} is not of the form name${separator}value`);
        found.set(line.slice(0, at).trim(), line.slice(at + 1));
    }
    return found;
}
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/**
 * A span of time such as `14d`, `12h` or `90m`, in seconds.
 * @throws {InputError} for anything else
 */
function duration(inputs, name) {
    const text = inputs[name].trim();
    const [, number, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? [];
    if (number !== undefined)
        return Number(number) * SECONDS[unit];
    throw new InputError(name, `${JSON.stringify(text)} is no span of time; write one such as 14d, 12h or 90m`);
}
const BYTES = {
    ...{ B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 },
};
/**
 * A size such as `2GB` or `500 MiB`, in bytes.
 * @throws {InputError} for anything else
 */
function size(inputs, name) {
    const text = inputs[name].trim();
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(text) ?? [];
    const factor = BYTES[unit.toUpperCase()];
    if (number !== undefined && factor !== undefined)
        return Math.floor(Number(number) * factor);
    throw new InputError(name, `${JSON.stringify(text)} is no size; write one such as 2GB or 500MB`);
}

;// CONCATENATED MODULE: ./build/src/request/logins.js


/** The passwords: one a line, or with a single user name the whole text, since a JSON key has several lines. */
function passwords(inputs) {
    if (lines(inputs, 'username').length > 1)
        return lines(inputs, 'password');
    const whole = inputs.password.trim();
    return whole === '' ? [] : [whole];
}
/**
 * The logins of `registry`, `username` and `password`, which may hold several in the same order. Secrets are empty in
 * pull requests from forks: where nothing is pushed, an incomplete login is then none.
 * @throws {InputError} when they don't fit together
 */
function parseLogins(registries, usernames, passwords, repositories, needed) {
    if (!needed && (usernames.length === 0 || passwords.length === 0))
        return [];
    if (usernames.length === 0 && passwords.length === 0) {
        if (registries.length === 0)
            return [];
        throw new errors/* InputError */.dz('registry', 'is given without username and password', {
            cure: 'give all three, or none to use the logins that podman or Docker already have',
        });
    }
    if (usernames.length !== passwords.length) {
        const missing = usernames.length < passwords.length ? 'username' : 'password';
        throw new errors/* InputError */.dz(missing, `there are ${usernames.length} user names and ${passwords.length} passwords`, {
            cure: missing === 'password'
                ? 'a secret that is not defined, or not given to pull requests from forks, is empty'
                : 'give a user name for each password',
        });
    }
    const hosts = registries.length > 0 ? registries : [...new Set(repositories.map((repository) => repository.registry))];
    if (hosts.length !== usernames.length) {
        throw new errors/* InputError */.dz('registry', `there are ${hosts.length} registries and ${usernames.length} user names`, {
            cure: 'give registry, username and password one a line, in the same order',
        });
    }
    return hosts.map((host, at) => ({
        registry: registryHost(host),
        username: usernames[at],
        password: passwords[at],
    }));
}
function registryHost(text) {
    const host = text.replace(/^https?:\/\//, '').replace(/\/(v[12]\/?)?$/, '');
    if (/^[A-Za-z0-9.\-[\]:]+$/.test(host))
        return host.toLowerCase();
    throw new errors/* InputError */.dz('registry', `${JSON.stringify(text)} is no registry host`);
}

;// CONCATENATED MODULE: ./build/src/entrypoints/save-cache.js





// Longer than what is worth keeping takes, and short enough for a job that waits for it.
const LONGEST_MS = 10 * 60_000;
const TRIES = 3;
/** Saves what the main part of the step has put aside. */
async function saveCache(state, host) {
    const surroundings = { host, env: process.env, signal: AbortSignal.timeout(LONGEST_MS) };
    await saveLeftovers(state, {
        ...surroundings,
        registryClient: ({ loginHosts, tlsVerify }) => {
            // The runner evaluates the inputs again for this part, so that no password need be in a file.
            const inputs = inputsFromEnvironment(process.env);
            const given = passwords(inputs);
            for (const password of given)
                host.mask(password);
            const logins = parseLogins(loginHosts, lines(inputs, 'username'), given, [], false);
            return registryClient({ logins, tlsVerify, retries: TRIES }, surroundings);
        },
    });
}


/***/ })

};
