export const id = 876;
export const ids = [876];
export const modules = {

/***/ 5555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseDockerfile),
/* harmony export */   n: () => (/* binding */ readDockerfile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8390);


/** Reads and parses a Dockerfile. Anything can be parsed: what makes no sense is left for podman to refuse. */
function readDockerfile(path) {
    return parseDockerfile((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'), path);
}
/** Parses a Dockerfile's text. */
function parseDockerfile(text, path) {
    const globals = [];
    const stages = [];
    for (const instruction of dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.DockerfileParser.parse(text).getInstructions()) {
        if (instruction.getKeyword() === 'FROM')
            stages.push({ from: instruction, instructions: [] });
        const place = stages.at(-1)?.instructions ?? globals;
        place.push(instruction);
    }
    return {
        path,
        globals: globals.map(toInstruction),
        stages: stages.map(({ from, instructions }, index) => ({
            index,
            name: from.getBuildStage()?.toLowerCase(),
            base: from.getImage() ?? '',
            platform: from.getPlatformFlag()?.getValue() ?? undefined,
            instructions: instructions.map(toInstruction),
            labels: instructions
                .filter((instruction) => instruction.getKeyword() === 'LABEL')
                .flatMap((label) => assignments(label).map(({ name }) => name)),
        })),
    };
}
function toInstruction(instruction) {
    const { start, end } = instruction.getRange();
    const withFlags = instruction;
    return {
        keyword: instruction.getKeyword(),
        text: instruction.getTextContent().replace(/^\s*\S+\s*/, ''),
        line: start.line + 1,
        endLine: end.line + 1,
        flags: (withFlags.getFlags?.() ?? []).map((flag) => ({
            name: flag.getName(),
            value: flag.getValue() ?? '',
        })),
        assignments: assignments(instruction),
    };
}
function assignments(instruction) {
    if (!(instruction instanceof dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.PropertyInstruction))
        return [];
    return instruction.getProperties().map((property) => {
        const value = property.getValue() ?? undefined;
        const written = property.getUnescapedValue() ?? '';
        return { name: property.getName(), value, form: formOf(written, value ?? '') };
    });
}
function formOf(written, value) {
    if (/^'[^'\\]*'$/.test(written))
        return 'literal';
    if (/[\\']/.test(written) || /["']/.test(value))
        return 'unclear';
    return value.includes('$') ? 'expands' : 'literal';
}


/***/ }),

/***/ 5876:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuild: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var src_errors = __webpack_require__(7406);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(4974);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
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
    if (error instanceof src_errors/* Failure */.HR) {
        return { kind: `failure ${access}`, text: shown(error.message), cure: error.cure };
    }
    const { code } = error;
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return { kind: 'full', text: shown((0,src_errors/* messageOf */.bD)(error)), cure: 'make room', lasting: ['write'] };
        case 'EROFS':
        case 'EACCES':
        case 'EPERM':
            return { kind: `denied ${access}`, text: shown((0,src_errors/* messageOf */.bD)(error)), lasting: [access] };
        default:
            return { kind: `${code ?? 'failure'} ${access}`, text: shown((0,src_errors/* messageOf */.bD)(error)) };
    }
}
// Signed addresses hold a key in their query.
function shown(text) {
    const clean = (0,plain_text/* plainText */.wh)(text).replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1');
    return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
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
    const reason = first(lines, RESERVING) ?? first(lines, SKIPPED) ?? first(lines, FAILED) ?? 'the entry was not saved';
    if (/already exists|\(409\)/.test(reason))
        return;
    throw new CacheProblem(problem(reason, 'write'));
}
function problem(reason, access) {
    const status = /\((\d{3})\)/.exec(reason)?.[1];
    const text = reason.replace(/^Failed to \w+: /, '').replace(/^Received non-retryable error: /, '');
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

// EXTERNAL MODULE: ./build/src/host/process.js + 11 modules
var host_process = __webpack_require__(2610);
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

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(6093);
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

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/src/cache/verified-file.js






/** Start of the names of files that are still being written. */
const PARTIAL = '.multiarch-build-partial-';
const READING = { highWaterMark: 1 << 20 };
/** A name in the same folder, so that the file can be renamed into place. */
function partialPath(path) {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${PARTIAL}${(0,external_node_crypto_.randomUUID)()}`);
}
/**
 * Writes a stream to a file that appears under its name only when it is the blob.
 * @throws {BrokenContent} when the content is another
 */
async function receive(source, blob, path, signal) {
    const partial = partialPath(path);
    try {
        const file = (0,external_node_fs_.createWriteStream)(partial, { mode: 0o600, flags: 'wx' });
        await (0,external_node_stream_promises_.pipeline)(source, (chunks) => checked(chunks, blob), file, { signal });
        await (0,promises_.rename)(partial, path);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}
/**
 * Reads a file through, to see whether it is the blob.
 * @throws {BrokenContent} when it is not
 */
async function checkFile(path, blob, signal) {
    const chunks = (0,external_node_fs_.createReadStream)(path, { ...READING, ...(signal && { signal }) });
    for await (const _ of checked(chunks, blob))
        ;
}
/** Opens a file for {@link receive}. */
function reading(path) {
    return (0,external_node_fs_.createReadStream)(path, READING);
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
            this.guard.noteBroken(`${path} can’t be kept: ${(0,src_errors/* messageOf */.bD)(error)}`);
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
            await receive(reading(file), blob, path, signal);
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

;// CONCATENATED MODULE: ./build/src/cache/directory-store.js







const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
// Nobody writes one file for so long.
const ABANDONED_MS = 24 * 60 * 60 * 1000;
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
     * Removes blobs, the one that was not used longest first, until the rest has at most so many bytes.
     * @param keep blobs that stay whatever their age
     */
    async prune(budgetBytes, keep) {
        if (!this.writable)
            return;
        try {
            await prune(blobFolder(this.folder), budgetBytes, keep);
        }
        catch (error) {
            this.opening.tell.warning(`cache: ${this.folder} could not be pruned: ${(0,src_errors/* messageOf */.bD)(error)}`);
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
            await receive(reading(kept), blob, path, signal);
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
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(kept), { recursive: true, mode: FOLDER_MODE });
        await receive(reading(path), blob, kept, signal);
    }
    async read(name) {
        return orAbsent((0,promises_.readFile)(this.documentPath(name)));
    }
    async write(name, bytes) {
        const path = this.documentPath(name);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true, mode: FOLDER_MODE });
        const partial = partialPath(path);
        try {
            await (0,promises_.writeFile)(partial, bytes, { mode: FILE_MODE, flag: 'wx' });
            await (0,promises_.rename)(partial, path);
        }
        catch (error) {
            await (0,promises_.rm)(partial, { force: true });
            throw error;
        }
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
        // In a folder of somebody else's it can't be done, and then somebody else prunes.
        await (0,promises_.utimes)(path, now, now).catch(() => undefined);
    }
}
function blobFolder(folder) {
    return (0,external_node_path_.join)(folder, 'blobs', 'sha256');
}
async function prune(folder, budgetBytes, keep) {
    const names = (await orAbsent((0,promises_.readdir)(folder))) ?? [];
    const files = [];
    for (const name of names) {
        const path = (0,external_node_path_.join)(folder, name);
        // Another process may be pruning too.
        const found = await orAbsent((0,promises_.stat)(path));
        if (found === undefined)
            continue;
        if (name.startsWith(PARTIAL) && found.mtimeMs < Date.now() - ABANDONED_MS)
            await (0,promises_.rm)(path, { force: true });
        const digest = `sha256:${name}`;
        if ((0,oci_digest/* isDigest */.Bc)(digest))
            files.push({ path, digest, size: found.size, used: found.mtimeMs });
    }
    files.sort((a, b) => a.used - b.used);
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, digest, size } of files) {
        if (total <= budgetBytes)
            return;
        if (keep.has(digest))
            continue;
        await (0,promises_.rm)(path, { force: true });
        total -= size;
    }
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/src/oci/parse.js
var parse = __webpack_require__(2612);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(7578);
// EXTERNAL MODULE: ./build/src/registry/request-error.js
var request_error = __webpack_require__(3135);
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
            mediaType: types/* mediaType */.J.ociManifest,
            artifactType: DOCUMENT_TYPE,
            config: EMPTY_CONFIG,
            layers: [layer, ...keeps.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }))],
        };
        const text = Buffer.from(JSON.stringify(manifest));
        await this.client.putManifest(this.repository, TAG_PREFIX + name, text, types/* mediaType */.J.ociManifest);
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
async function open_openStore(place, means, opening) {
    switch (place.kind) {
        case 'actions':
            return actionsStore({ program: clientProgram(), folder: means.folder, env: means.env }, opening);
        case 'directory':
            return new DirectoryStore(place.folder, opening);
        case 'registry':
            return registryStore({ repository: (0,oci_reference/* parseRepository */.SU)(place.repository), client: await means.registryClient() }, opening);
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

;// CONCATENATED MODULE: ./build/src/cache/pending.js




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
    constructor(folder, target) {
        this.folder = folder;
        this.list = { ...target, blobs: [], documents: [] };
    }
    /** Puts a copy of a file aside. */
    async addBlob(path, options) {
        const { size } = await (0,promises_.stat)(path);
        const digest = await (0,oci_digest/* digestOfFile */.Mk)(path);
        const descriptor = { mediaType: options.mediaType, digest, size };
        const file = (0,external_node_path_.join)(STAGED, (0,oci_digest/* encodedPart */.eA)(digest));
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.folder, STAGED), { recursive: true, mode: 0o700 });
        await (0,promises_.copyFile)(path, (0,external_node_path_.join)(this.folder, file), external_node_fs_.constants.COPYFILE_FICLONE);
        await this.write({
            ...this.list,
            blobs: [...this.list.blobs, { descriptor, file, replace: options.broken.has(digest) }],
        });
        return descriptor;
    }
    /** Puts a document aside, which is saved once the blobs are that it needs. */
    async addDocument(name, bytes, keeps) {
        const file = (0,external_node_path_.join)(STAGED, (0,oci_digest/* encodedPart */.eA)((0,oci_digest/* digestOf */.ol)(bytes)));
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.folder, STAGED), { recursive: true, mode: 0o700 });
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, file), bytes, { mode: 0o600 });
        await this.write({ ...this.list, documents: [...this.list.documents, { name, file, keeps }] });
    }
    // Whole at any time, since the run may be killed.
    async write(list) {
        this.list = list;
        const path = (0,external_node_path_.join)(this.folder, LIST);
        await (0,promises_.writeFile)(`${path}.new`, JSON.stringify(list), { mode: 0o600 });
        await (0,promises_.rename)(`${path}.new`, path);
    }
}
/** What was put aside in a folder; undefined when nothing was. */
async function pending_readPending(folder) {
    try {
        return JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, LIST), 'utf8'));
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
        if (await store.saveBlob(descriptor, (0,external_node_path_.join)(folder, file), { replace }))
            saved.add(descriptor.digest);
    }));
    await Promise.all(list.documents
        .filter(({ keeps }) => keeps.every(({ digest }) => saved.has(digest)))
        .map(async ({ name, file, keeps }) => store.writeDocument(name, await (0,promises_.readFile)((0,external_node_path_.join)(folder, file)), keeps)));
}

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
            const list = await pending_readPending(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${(0,src_errors/* messageOf */.bD)(error)}`);
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
            host.saveState(CACHE_STATE, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await open_openStore(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new Pending(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${(0,src_errors/* messageOf */.bD)(error)}`);
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
    if (!isAbsolute(state) || !basename(state).startsWith(FOLDER_PREFIX))
        return;
    const found = await lstat(state).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    try {
        const list = await readPending(state);
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
        await rm(state, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function save(folder, list, store, host) {
    await savePending(folder, list, store);
    const { blobsSaved, bytesSaved } = store.usage;
    if (bytesSaved > 0) {
        const megabytes = (bytesSaved / 1e6).toFixed(1);
        host.info(`cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`);
    }
}
async function transferFolder(folder) {
    const transfer = (0,external_node_path_.join)(folder, 'transfer');
    await (0,promises_.mkdir)(transfer, { recursive: true, mode: 0o700 });
    return transfer;
}

// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var dockerfile_parse = __webpack_require__(5555);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var stages = __webpack_require__(8229);
// EXTERNAL MODULE: ./build/src/oci/image.js
var oci_image = __webpack_require__(8342);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(3856);
// EXTERNAL MODULE: ./build/src/podman/info.js
var info = __webpack_require__(8507);
;// CONCATENATED MODULE: ./build/src/plan/plan.js



/** Decides, from what is asked and what is there, how to build. */
function makePlan(request, dockerfile, host) {
    const { platforms } = request;
    const execution = (0,stages/* executionOf */.eo)(dockerfile, request.build.target);
    const targets = execution.onTarget || request.qemu === 'always' ? platforms : [];
    return {
        platforms,
        mustRun: distinct([...targets, ...execution.onNamed.flatMap(platformOrNone)]),
        emulate: request.qemu !== 'never',
        executes: execution.onTarget,
        explicitPlatforms: (0,info/* stagePlatformsLeak */.Q1)(host.podman) && !dockerfile.path.endsWith('.in'),
        parallel: request.maxParallel ?? Math.max(1, Math.min(platforms.length, host.cores)),
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

;// CONCATENATED MODULE: ./build/src/publish/load.js







/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
async function loadIntoPodman({ layout, exportFolder, env }, platforms, reference, signal) {
    const loaded = [];
    for (const { image } of platforms) {
        const folder = (0,external_node_path_.join)(exportFolder, `load-${(0,oci_platform/* platformSlug */.DN)(image.platform)}`);
        const part = await layout.part(folder, (0,oci_image/* imageBlobs */.aR)(image));
        await part.writeEntry(image.descriptor, undefined);
        loaded.push({ image, id: await pull(folder, { env, signal }) });
    }
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
async function pull(folder, options) {
    // podman 4 names the image after the path, which has to make a valid, lower-case name.
    const path = (0,external_node_path_.join)('/tmp', `multiarch-build-load-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    await (0,promises_.symlink)(folder, path);
    const output = [];
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)('podman', ['pull', '--quiet', `oci:${path}`], {
            ...options,
            onLine: (line) => output.push(line),
        });
        const id = output.findLast((line) => /^[0-9a-f]{64}$/.test(line.trim()))?.trim();
        if (exitCode !== 0 || id === undefined) {
            throw new src_errors/* HostError */.dh(`the image could not be loaded into podman: ${output.at(-1) ?? `exit code ${exitCode}`}`);
        }
        await succeeds('podman', ['untag', id, `localhost${path}:latest`]);
        return id;
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
}
async function podman(args) {
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', args);
    if (exitCode !== 0) {
        throw new src_errors/* HostError */.dh(`podman ${args.slice(0, 2).join(' ')} failed: ${stderr.trim().split('\n').at(-1)}`);
    }
}
async function succeeds(program, args) {
    return (await (0,host_process/* capture */.Fg)(program, args)).exitCode === 0;
}

;// CONCATENATED MODULE: ./build/src/publish/publish.js



const BLOBS_AT_ONCE = 4;
/**
 * Tries every repository's login before anything is built.
 * @throws {RegistryError} when a registry does not accept it
 */
async function checkLogins({ client, repositories }) {
    await Promise.all(repositories.map((repository) => client.checkAccess(repository)));
}
/** Pushes one platform's blobs, then its manifest by digest, to every repository. No tag is touched. */
async function publishImage(publication, image) {
    for (const [at, repository] of publication.repositories.entries()) {
        // The first repository of the same registry already has the blobs: they are mounted, not sent again.
        const mountFrom = publication.repositories
            .slice(0, at)
            .find((other) => other.registry === repository.registry);
        const limit = (0,p_limit/* default */.A)(BLOBS_AT_ONCE);
        const blobs = [...image.manifest.layers, image.manifest.config];
        await Promise.all(blobs.map((blob) => limit(() => pushBlobOnce(publication, repository, blob, mountFrom))));
        await putByDigest(publication, repository, image.descriptor);
    }
}
/**
 * Platforms share blobs. Each is sent once, whichever platform is first: two uploads of one blob at the same moment
 * are also what docker-registry 2.8 answers a manifest's PUT with DIGEST_INVALID for.
 */
function pushBlobOnce({ client, layout, blobs }, repository, blob, mountFrom) {
    const key = `${repository.text}@${blob.digest}`;
    const pushed = blobs.get(key) ??
        client.pushBlob(repository, blob, () => (0,external_node_fs_.createReadStream)(layout.blobPath(blob.digest)), mountFrom);
    blobs.set(key, pushed);
    return pushed;
}
/**
 * Pushes the index by digest to every repository, reads it back, and only then sets the tags. A tag that is right
 * already is left alone.
 * @throws {RegistryError} when a registry has something else afterwards than what was sent
 */
async function publishIndex(publication, index, references) {
    for (const repository of publication.repositories)
        await putByDigest(publication, repository, index);
    for (const reference of references) {
        await setTag(publication, index, reference);
        publication.onTag?.(reference);
    }
}
async function putByDigest(publication, repository, descriptor) {
    const { client, layout } = publication;
    const bytes = await layout.readBytes(descriptor.digest);
    await client.putManifest(repository, descriptor.digest, bytes, descriptor.mediaType);
    const stored = await client.getManifest(repository, descriptor.digest);
    if (stored === undefined || !stored.bytes.equals(bytes)) {
        throw new src_errors/* RegistryError */.gl(`${repository.text}@${descriptor.digest} was pushed, but the registry ${stored ? 'has other bytes' : 'does not have it'}`, { cure: 'run the job again; if it stays, the registry’s storage is damaged or a proxy answers for it' });
    }
}
async function setTag(publication, index, reference) {
    const { client, layout } = publication;
    const { repository, tag } = reference;
    const before = await client.resolve(repository, tag);
    if (before?.digest === index.digest)
        return;
    await client.putManifest(repository, tag, await layout.readBytes(index.digest), index.mediaType);
    const after = await client.getManifest(repository, tag);
    if (after?.digest !== index.digest) {
        throw new src_errors/* RegistryError */.gl(`${reference.text} was set to ${index.digest}, but the registry says ${after?.digest ?? 'that there is no such tag'}`, { cure: 'another job may have moved the tag at the same moment; run the job again' });
    }
}

// EXTERNAL MODULE: ./build/src/report/emulation-cost.js
var emulation_cost = __webpack_require__(8436);
;// CONCATENATED MODULE: ./build/src/verify/dockerfile.js

const FOR_WORK = /^(?:dev|devel|development|debug|test|tests|testing|lint|ci|local|build|builder)$/;
const FOR_USE = /^(?:prod|production|release|final|runtime|deploy|app|dist|prod-.*|production-.*)$/;
/** What a Dockerfile says that the published image won't have, or that will be published and hardly was meant. */
function verifyDockerfile(dockerfile, { target, format }) {
    const warning = (instruction, finding) => ({
        severity: 'warning',
        platform: undefined,
        ...finding,
        location: { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine },
    });
    const findings = [];
    const last = target === undefined ? forgottenTarget(dockerfile.stages) : undefined;
    if (last) {
        findings.push(warning(last.published.instructions[0], {
            found: `that the stage ${last.published.name} is published, being the last`,
            expected: `${last.meant.name}, by its name`,
            cause: 'no target is given',
            cure: `set target: ${last.meant.name}, or target: ${last.published.name} if that is meant`,
        }));
    }
    for (const instruction of format === 'oci' ? dropped((0,stages/* stageChain */.ap)(dockerfile, target)) : []) {
        findings.push(warning(instruction, {
            found: `${instruction.keyword}, which OCI’s format has no place for, so that podman drops it`,
            expected: 'only what the image can hold',
            cause: 'format is oci',
            cure: `set format: docker to keep ${instruction.keyword}, or remove it`,
        }));
    }
    return findings;
}
function forgottenTarget(stages) {
    const published = stages.at(-1);
    const meant = stages.slice(0, -1).findLast(({ name }) => name !== undefined && FOR_USE.test(name));
    if (published?.name === undefined || meant === undefined || !FOR_WORK.test(published.name))
        return undefined;
    return { published, meant };
}
/** The last of each kind, since one is as good as many. */
function dropped(chain) {
    const instructions = [...chain].reverse().flatMap((stage) => stage.instructions);
    return ['HEALTHCHECK', 'SHELL', 'ONBUILD']
        .map((keyword) => instructions.findLast((instruction) => instruction.keyword === keyword))
        .filter((instruction) => instruction !== undefined)
        .filter(({ keyword, text }) => keyword !== 'HEALTHCHECK' || text.trim().toUpperCase() !== 'NONE');
}

// EXTERNAL MODULE: ./build/src/verify/index.js
var verify = __webpack_require__(3543);
// EXTERNAL MODULE: ./build/src/diagnosis/dockerfile-text.js
var dockerfile_text = __webpack_require__(2313);
// EXTERNAL MODULE: ./build/src/host/machine.js
var machine = __webpack_require__(3613);
// EXTERNAL MODULE: ./build/src/podman/health.js
var health = __webpack_require__(7737);
;// CONCATENATED MODULE: ./build/src/pipeline/concerns.js






/**
 * Refuses what is known to fail before anything is made.
 * @throws {HostError} for a folder that can't be written to
 * @throws {BuildError} for a Dockerfile that this podman can't read
 */
async function refuseHopeless(dockerfile, podman, env) {
    const heredoc = (0,dockerfile_text/* unreadableHeredoc */.O)(dockerfile, podman.version);
    if (heredoc !== undefined) {
        throw new src_errors/* BuildError */.zS(`podman ${podman.version} can’t read the here-document of this ${heredoc.keyword}`, {
            cure: 'use podman 4.8 or newer, or write the commands with && and backslashes',
            location: { file: dockerfile.path, line: heredoc.line, endLine: heredoc.endLine },
        });
    }
    for (const folder of new Set([env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), '/tmp', env.TMPDIR || '/var/tmp'])) {
        await (0,promises_.access)(folder, promises_.constants.W_OK | promises_.constants.X_OK).catch((cause) => {
            throw new src_errors/* HostError */.dh(`temporary files can’t be written to ${folder}: ${(0,src_errors/* messageOf */.bD)(cause)}`, {
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
        await (0,machine/* spaceCheck */.zk)('storage', (0,health/* storesParent */.X2)(podman)),
        await (0,machine/* spaceCheck */.zk)('temporary files', env.TMPDIR || '/var/tmp'),
        (0,health/* userIdsCheck */.Ki)(podman),
    ];
    for (const { state, subject, found, cure } of checks) {
        if (state !== 'ok')
            site.warn(`${subject}: ${found}. What to do: ${cure}`);
    }
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
                host.warning(`cache: the emulator for ${architecture} can’t be fetched: ${(0,src_errors/* messageOf */.bD)(error)}`);
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
                host.warning(`cache: the emulator for ${architecture} can’t be put aside: ${(0,src_errors/* messageOf */.bD)(error)}`);
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

// EXTERNAL MODULE: ./build/src/emulation/emulation.js + 1 modules
var emulation = __webpack_require__(7582);
// EXTERNAL MODULE: ./build/src/emulation/registration.js
var registration = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/pipeline/execution.js




/**
 * Makes the host able to run what the build runs, and says for each platform how it will be built.
 * @throws {HostError} when it can't
 */
async function prepareExecution(request, plan, run) {
    const { host, signal } = run;
    if (plan.emulate && plan.mustRun.length > 0) {
        const cache = emulatorCache(run.cache, host);
        await (0,emulation/* ensureRunnable */.c)(plan.mustRun, { host, signal, image: request.qemuImage, cache });
    }
    const runnable = new Map();
    // Asking for others would start the emulator, if there is one, for nothing.
    const native = request.platforms.filter(({ architecture }) => (0,registration/* isNative */.ib)(architecture));
    for (const platform of new Map([...plan.mustRun, ...native].map((each) => [each.text, each])).values()) {
        const found = await (0,emulation/* probe */.d)(platform, { signal });
        if (found !== undefined)
            runnable.set(platform.text, found);
    }
    for (const { text } of plan.mustRun) {
        if (runnable.has(text))
            continue;
        throw new src_errors/* HostError */.dh(`${text}: this host can’t run its programs, which RUN steps of the Dockerfile need`, {
            cure: 'set qemu: auto, or let the RUN steps run on FROM --platform=$BUILDPLATFORM',
        });
    }
    const execution = request.platforms.map(({ text }) => {
        const how = runnable.get(text)?.how;
        return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built'];
    });
    return { execution: new Map(execution), runnable };
}

// EXTERNAL MODULE: ./build/src/verify/verdict.js
var verdict = __webpack_require__(1177);
;// CONCATENATED MODULE: ./build/src/pipeline/judge.js


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
            warn(withCure(finding), finding.location);
    }
    if (errors.length === 0)
        return;
    const [first] = errors;
    const others = errors.slice(1).map(withCure);
    throw new src_errors/* VerificationError */.mk([(0,verdict/* describeFinding */.j)(first), ...others].join('\n'), {
        cure: first.cure ?? 'mend what is named as the likely cause and run again; no tag was moved',
        ...(first.location && { location: first.location }),
    });
}
function withCure(finding) {
    return finding.cure === undefined
        ? (0,verdict/* describeFinding */.j)(finding)
        : `${(0,verdict/* describeFinding */.j)(finding)}; ${finding.cure}`;
}

;// CONCATENATED MODULE: ./build/src/pipeline/metadata.js


/**
 * Labels and annotations of one platform's image. What the user gives wins over what the Dockerfile says, and that
 * over what Git gives.
 */
function imageMetadata(request, dockerfile, built) {
    const written = new Set((0,stages/* neededStages */.xB)(dockerfile, request.build.target).flatMap((stage) => stage.labels));
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

// EXTERNAL MODULE: ./build/src/pipeline/platforms.js + 4 modules
var pipeline_platforms = __webpack_require__(312);
;// CONCATENATED MODULE: ./build/src/builder/secrets.js



/**
 * Writes secrets to files that only this user can read, so that none is in an argument or a variable.
 * @throws {InputError} when a file of the user's can't be read
 */
async function writeSecrets(secrets, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const files = [];
    for (const [at, { id, source }] of secrets.entries()) {
        const file = (0,external_node_path_.join)(folder, String(at));
        if ('text' in source) {
            await (0,promises_.writeFile)(file, source.text, { mode: 0o600 });
        }
        else {
            await (0,promises_.copyFile)(source.file, file).catch((cause) => {
                throw new src_errors/* InputError */.dz('secret-files', `${id}: ${source.file} can’t be read`, { cause });
            });
            await (0,promises_.chmod)(file, 0o600);
        }
        files.push({ id, file });
    }
    return files;
}

// EXTERNAL MODULE: ./build/src/oci/layout.js
var oci_layout = __webpack_require__(7545);
// EXTERNAL MODULE: ./build/src/podman/store.js
var store = __webpack_require__(7034);
;// CONCATENATED MODULE: ./build/src/builder/workspace.js







/** Name under which the step's post part finds what has to be removed. */
const WORKSPACE_STATE = 'workspace';
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
    /** The run's own container storage. */
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
        // Not below the others: sockets of SSH mounts lie in it, and their paths may have 108 characters.
        const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.TMPDIR || '/var/tmp', 'multiarch-build-'));
        const staging = keptLayout === undefined
            ? (0,external_node_path_.join)(folder, 'staging')
            : (0,external_node_path_.join)(keptLayout.volume, `multiarch-build-staging-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        const leftovers = { folders: [stores, run, staging, temporary, folder], rootless: podman.rootless };
        host.saveState(WORKSPACE_STATE, JSON.stringify(leftovers));
        const exportFolder = (0,external_node_path_.join)(staging, 'export');
        await (0,promises_.mkdir)(exportFolder, { recursive: true, mode: 0o700 });
        const layout = await oci_layout/* Layout */.P.create((0,external_node_path_.join)(staging, 'oci-layout'));
        return new Workspace(folder, { stores, run }, exportFolder, layout, temporary, leftovers);
    }
    /** Writes a file that only this user can read. */
    async writePrivate(name, text) {
        const path = (0,external_node_path_.join)(this.folder, name);
        await (0,promises_.writeFile)(path, text, { mode: 0o600 });
        return path;
    }
    /** Puts the layout in its lasting place, where one of an earlier run is replaced. */
    async keepLayout(path) {
        await (0,promises_.rm)(path, { recursive: true, force: true });
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.rename)(this.layout.folder, path).catch(async (error) => {
            if (error.code !== 'EXDEV')
                throw error;
            await (0,promises_.cp)(this.layout.folder, path, { recursive: true });
        });
    }
    async close() {
        await (0,store/* removeFolders */.cw)(this.leftovers.folders, this.leftovers.rootless);
    }
}
/** Where the layout is kept: with the runner's temporary files, or in the user's cache, one a repository. */
function keptLayout(repository, env) {
    const volume = env.RUNNER_TEMP || (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'multiarch-build');
    const name = env.RUNNER_TEMP
        ? [`multiarch-build-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`, 'oci-layout']
        : ['oci-layout', ...repository.text.replaceAll(':', '_').split('/')];
    return { volume, path: (0,external_node_path_.join)(volume, ...name) };
}
/**
 * Ends and removes what a killed run left. Only folders with this product's own names are touched, whatever the state says.
 */
async function removeLeftovers(state) {
    const { folders, rootless } = JSON.parse(state);
    const own = folders.filter((folder) => isAbsolute(folder) &&
        [basename(folder), basename(dirname(folder))].some((name) => name.startsWith('multiarch-build-')));
    await endProcessesNaming(own);
    await removeFolders(own, rootless);
}

// EXTERNAL MODULE: ./build/src/registry/client.js + 13 modules
var client = __webpack_require__(5925);
// EXTERNAL MODULE: ./build/src/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(6020);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(5190);
;// CONCATENATED MODULE: ./build/src/pipeline/site.js









const site_READING = { highWaterMark: 1 << 18 };
/** Opens the folders, stores, files of secrets and logins, and connections of a run. */
async function openSite(request, dockerfile, plan, machine, run) {
    const { podman, runnable } = machine;
    // Before there is a folder to be removed: a broken registries.conf ends the run here.
    const client = await registryClient(request, run);
    const kept = request.keepLayout ? keptLayout(request.repositories[0], run.env) : undefined;
    const workspace = await Workspace.open(run.host, podman, kept, run.env);
    const { layout } = workspace;
    const warnings = [];
    const close = async () => {
        await client.close();
        await workspace.close();
    };
    try {
        return {
            request,
            dockerfile,
            explicitPlatforms: plan.explicitPlatforms,
            buildPlatform: podman.platform,
            podman,
            runnable,
            layout,
            exportFolder: workspace.exportFolder,
            temporary: workspace.temporary,
            secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
            env: await podmanEnvironment(request, workspace, run.env),
            stores: await createStores(plan, podman, workspace),
            publication: {
                client,
                layout,
                repositories: request.repositories,
                blobs: new Map(),
                onTag: (reference) => run.onTag(reference.text),
            },
            warnings,
            layers: new verify_layers/* Layers */.z(({ digest }) => (0,external_node_fs_.createReadStream)(layout.blobPath(digest), site_READING), run.signal),
            warn: (message, location) => {
                run.host.warning(message, location);
                warnings.push(message);
            },
            keepLayout: async () => {
                if (kept !== undefined)
                    await workspace.keepLayout(kept.path);
                return kept?.path;
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
    return new client/* RegistryClient */.b({
        credentials: (0,credentials/* credentialStore */.n)(request.logins, env),
        tlsVerify: request.tlsVerify,
        retries: request.retries,
        signal,
        onRetry: (message) => host.info(message),
        env,
        rules: await (0,registries_conf/* readRegistryRules */.D)(env),
    });
}
async function podmanEnvironment(request, workspace, env) {
    const authFile = await (0,credentials/* podmanAuthFile */.w)(request.logins, env);
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
    const driver = await (0,store/* storeDriver */.e6)(podman, workspace.storage);
    const stores = new Map();
    for (const platform of plan.platforms) {
        stores.set(platform.text, await (0,store/* createStore */.y$)(podman, workspace.storage, driver, (0,oci_platform/* platformSlug */.DN)(platform)));
    }
    return stores;
}

// EXTERNAL MODULE: ./build/src/pipeline/verification.js + 14 modules
var verification = __webpack_require__(7416);
;// CONCATENATED MODULE: ./build/src/pipeline/build.js

















/**
 * The whole story: builds every platform, verifies it, pushes it by digest while others still build, and when all
 * are right puts the index together and lets the tags move.
 * @throws {Failure} with what happened, where, and what to do
 */
async function build(request, run) {
    const started = performance.now();
    const podman = await (0,info/* podmanInfo */.Km)();
    const dockerfile = (0,dockerfile_parse/* readDockerfile */.n)(request.dockerfile);
    await refuseHopeless(dockerfile, podman, run.env);
    const plan = makePlan(request, dockerfile, { podman, cores: (0,pipeline_platforms/* processors */.Kq)() });
    const { execution, runnable } = await prepareExecution(request, plan, run);
    const site = await openSite(request, dockerfile, plan, { podman, runnable }, run);
    try {
        await warnOfConcerns(podman, site, run.env);
        judge(verifyDockerfile(dockerfile, request.build), request.verify, site.warn);
        if (request.push)
            await checkLogins(site.publication);
        const log = run.host.openLog(`Build ${(0,pipeline_platforms/* platformNames */.iJ)(request.platforms)} with podman ${podman.version}`);
        const platforms = await (0,pipeline_platforms/* buildPlatforms */.Hb)(plan, site, log, run.signal, async (built, buildLog) => ({
            ...(await finishPlatform(built, buildLog, site)),
            execution: execution.get(built.platform.text),
        })).finally(() => log.close());
        const index = await assemble(platforms, site);
        if (request.push)
            await publishIndex(site.publication, index, request.references);
        const loaded = request.load ? request.references[0] : undefined;
        if (loaded !== undefined)
            await loadIntoPodman(site, platforms, loaded, run.signal);
        return {
            index,
            repositories: request.repositories,
            references: request.references,
            platforms,
            pushed: request.push,
            loaded,
            ociLayout: await site.keepLayout(),
            seconds: secondsSince(started),
            podman: podman.version,
            compilesOnTarget: (0,stages/* runsOnTarget */.RV)(dockerfile, request.build.target).some(({ text }) => (0,emulation_cost/* compiles */.X)(text)),
            notices: request.notices,
            warnings: site.warnings,
        };
    }
    finally {
        await site.close();
    }
}
/** Completes one platform's image, verifies it and pushes it by digest. */
async function finishPlatform(built, log, site) {
    const { request, layout, publication } = site;
    const metadata = imageMetadata(request, site.dockerfile, built);
    const image = await (0,oci_image/* writeImage */.te)(layout, built, built.platform, metadata);
    const verifying = performance.now();
    judge(await (0,verification/* verifyPlatform */.R)(image, { ...built, log }, site), request.verify, site.warn);
    const pushing = performance.now();
    if (request.push) {
        await publishImage(publication, image);
        log.line(`pushed ${image.descriptor.digest}`);
    }
    return {
        ...built,
        image,
        verifySeconds: (pushing - verifying) / 1000,
        pushSeconds: secondsSince(pushing),
    };
}
/** Puts the index together in the layout, and verifies it. */
async function assemble(platforms, site) {
    const { request, layout } = site;
    const images = platforms.map(({ image }) => image);
    const { descriptor, index } = await (0,oci_image/* writeIndex */._M)(layout, images, indexAnnotations(request));
    judge((0,verify/* verifyIndex */.M)(index, request.platforms), request.verify, site.warn);
    await layout.writeEntry(descriptor, request.references[0]?.tag);
    return descriptor;
}
function secondsSince(started) {
    return (performance.now() - started) / 1000;
}

// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(3558);
// EXTERNAL MODULE: ./build/src/report/report.js
var report_report = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __webpack_require__(3320);
;// CONCATENATED MODULE: ./build/src/request/git.js


/** Collects the facts of a folder: from a runner's documented variables where there are any, else from Git. */
async function gitFacts(folder, env) {
    const git = async (...args) => {
        // safe.directory: in container jobs the checkout belongs to another user, and Git would refuse to read it.
        const { exitCode, stdout } = await (0,host_process/* capture */.Fg)('git', ['-c', 'safe.directory=*', '-C', folder, ...args], {
            env: { GIT_TERMINAL_PROMPT: '0' },
        }).catch(() => ({ exitCode: 1, stdout: '' }));
        return exitCode === 0 ? stdout.trim() : undefined;
    };
    const event = env.GITHUB_EVENT_NAME || undefined;
    const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH);
    const ref = event === undefined ? await localRef(git) : runnerRef(env, payload);
    const commit = (await git('rev-parse', 'HEAD')) ?? (env.GITHUB_SHA || undefined);
    return {
        event,
        fork: payload.repository?.fork === true,
        pullRequest: isForPullRequest(payload),
        ref,
        commit,
        commitTime: toUtc(await git('show', '-s', '--format=%cI', 'HEAD')),
        defaultBranch: payload.repository?.default_branch,
        source: sourceAddress(env) ?? webAddress(await git('remote', 'get-url', 'origin')),
        allTags: ref?.kind === 'tag' ? parseTags(await git('ls-remote', '--tags', '--refs', 'origin')) : undefined,
    };
}
function isForPullRequest({ issue, workflow_run: origin }) {
    return issue?.pull_request !== undefined || (origin?.event ?? '').startsWith('pull_request');
}
async function localRef(git) {
    const tag = await git('describe', '--exact-match', '--tags', 'HEAD');
    if (tag)
        return { kind: 'tag', name: tag };
    const branch = await git('symbolic-ref', '--short', '-q', 'HEAD');
    return branch ? { kind: 'branch', name: branch } : undefined;
}
function runnerRef(env, payload) {
    // On pull_request_target GITHUB_REF is the base branch, so the event decides before the ref does.
    const number = payload.pull_request?.number ?? Number(/^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1]);
    if (env.GITHUB_EVENT_NAME?.startsWith('pull_request') && Number.isInteger(number)) {
        return { kind: 'pull request', number };
    }
    const match = /^refs\/(heads|tags)\/(.+)$/.exec(env.GITHUB_REF ?? '');
    if (!match)
        return undefined;
    return { kind: match[1] === 'tags' ? 'tag' : 'branch', name: match[2] };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if (error instanceof SyntaxError || error.code === 'ENOENT')
            return {};
        throw error;
    }
}
function toUtc(time) {
    if (!time)
        return undefined;
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}
function parseTags(listing) {
    return listing
        ?.split('\n')
        .map((line) => line.split('\trefs/tags/')[1])
        .filter((tag) => tag !== undefined);
}
function sourceAddress(env) {
    if (!env.GITHUB_REPOSITORY)
        return undefined;
    return `${env.GITHUB_SERVER_URL || 'https://github.com'}/${env.GITHUB_REPOSITORY}`;
}
/**
 * A Git remote as a web address: the same for `https://`, `ssh://` and `git@host:path`, so that a laptop and CI
 * label alike, and without a user name or token in it.
 */
function webAddress(remote) {
    if (!remote)
        return undefined;
    const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/.exec(remote);
    const url = /^(?:https?|ssh|git):\/\/(?:[^@/]+@)?([^/]+)\/(.+)$/.exec(remote);
    const [, host, path] = url ?? scp ?? [];
    if (host === undefined || path === undefined)
        return undefined;
    const port = /^https?:/.test(remote) ? host : host.replace(/:\d+$/, '');
    return `https://${port}/${path.replace(/\/$/, '').replace(/\.git$/, '')}`;
}

// EXTERNAL MODULE: ./build/src/request/logins.js
var logins = __webpack_require__(4077);
;// CONCATENATED MODULE: ./build/src/request/annotations.js


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
            throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)} is not of the form name=value`);
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
        throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)}: annotations of descriptors can't be set`, {
            cure: 'use the prefix manifest: or index:',
        });
    }
    if (platform === undefined)
        return { level };
    if (level === 'index') {
        throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)}: an index has no platform`);
    }
    try {
        return { level, platform: (0,oci_platform/* parsePlatform */.Y8)(platform).text };
    }
    catch (cause) {
        throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)}: ${cause.message}`, { cause });
    }
}

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

// EXTERNAL MODULE: ./build/src/request/values.js
var values = __webpack_require__(4065);
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
        throw new src_errors/* InputError */.dz('cache-dir', `is of no use with cache: ${kind}`, { cure: 'set cache: directory' });
    }
    if (reference !== '' && kind !== 'registry') {
        throw new src_errors/* InputError */.dz('cache-ref', `is of no use with cache: ${kind}`, { cure: 'set cache: registry' });
    }
    if (reference === '' && kind === 'registry') {
        throw new src_errors/* InputError */.dz('cache-ref', 'is missing', {
            cure: 'name the repository of the cache, such as quay.io/organisation/cache',
        });
    }
    const write = (0,values/* choice */.Yq)(inputs, 'cache-write', ['auto', 'true', 'false']);
    return {
        kind: (0,values/* boolean */.zM)(inputs, 'no-cache') ? 'off' : kind,
        folder: folder === '' ? undefined : (0,external_node_path_.resolve)(folder),
        repository: reference === '' ? undefined : repositoryOf(reference),
        writable: write === 'auto' ? automaticCacheWrite(event).write : write === 'true',
    };
}
function repositoryOf(reference) {
    try {
        return (0,oci_reference/* parseRepository */.SU)(reference);
    }
    catch (cause) {
        throw new src_errors/* InputError */.dz('cache-ref', cause.message.replace('; tags go into the input tags', ''), {
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/request/dockerfile-path.js



const DEFAULT_NAMES = ['Containerfile', 'Dockerfile'];
/**
 * The absolute path of the context.
 * @throws {InputError} when it is no folder
 */
function contextPath(context) {
    if (/^(https?|git|ssh):\/\/|^git@|\.git(#|$)/.test(context)) {
        throw new src_errors/* InputError */.dz('context', `${JSON.stringify(context)} is an address; only a folder can be built`, {
            cure: 'check the repository out first (actions/checkout) and name the folder',
        });
    }
    const path = (0,external_node_path_.resolve)(context);
    const stat = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stat?.isDirectory())
        return path;
    throw new src_errors/* InputError */.dz('context', `${JSON.stringify(context)} is ${stat ? 'no folder' : 'not there'}`, {
        cure: stat ? 'name a folder' : 'check the path, and that the repository was checked out before this step',
    });
}
/**
 * The absolute path of the Dockerfile: the one named, else `Containerfile` or `Dockerfile` of the context.
 * @throws {InputError} when there is none, or when there are two that differ (podman and Docker pick differently)
 */
function dockerfilePath(file, context) {
    if (file !== '') {
        const path = (0,external_node_path_.resolve)(file);
        if (isFile(path))
            return path;
        const inContext = (0,external_node_path_.join)(context, file);
        throw new src_errors/* InputError */.dz('file', `${JSON.stringify(file)} is no file`, {
            cure: isFile(inContext)
                ? `the path counts from the working folder, not from the context: write ${JSON.stringify(inContext)}`
                : 'check the path; it counts from the working folder, not from the context',
        });
    }
    const found = DEFAULT_NAMES.map((name) => (0,external_node_path_.join)(context, name)).filter(isFile);
    if (found.length === 0) {
        throw new src_errors/* InputError */.dz('file', `there is neither Containerfile nor Dockerfile in ${context}`, {
            cure: 'name the Dockerfile with the input file',
        });
    }
    if (found.length === 2 && (0,external_node_fs_.readFileSync)(found[0], 'utf8') !== (0,external_node_fs_.readFileSync)(found[1], 'utf8')) {
        throw new src_errors/* InputError */.dz('file', `Containerfile and Dockerfile in ${context} differ`, {
            cure: 'podman would take the one and Docker the other: name one of them with the input file',
        });
    }
    return found[0];
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

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
    throw new src_errors/* InputError */.dz('extra-args', `${argument} belongs to this step`, { cure });
}

;// CONCATENATED MODULE: ./build/src/request/push.js
/** The rule of `push: auto`. */
function automaticPush(git) {
    const { event, ref, defaultBranch } = git;
    const not = (why) => ({
        push: false,
        notice: `nothing is pushed: ${why}. Set push: true to push all the same.`,
    });
    switch (event) {
        case 'release':
        case 'workflow_dispatch':
        case 'schedule':
            return { push: true };
        case 'push':
            if (ref?.kind === 'tag')
                return { push: true };
            if (ref?.kind === 'branch' && ref.name === defaultBranch)
                return { push: true };
            return not(`${ref?.kind === 'branch' ? `branch ${ref.name}` : 'this ref'} is not the default branch`);
        case 'pull_request':
        case 'pull_request_target':
            return not('this is a pull request');
        case 'merge_group':
            return not('this is a merge queue');
        case undefined:
            return not('this is no GitHub workflow');
        default:
            return not(`the event ${event} does not push by default`);
    }
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./build/src/request/tags.js

const LONGEST_TAG = 128;
const SHORT_COMMIT = 7;
/** The tags of an image when none are given (README, "Tags"). Empty when the ref is unknown. */
function defaultTags(git) {
    const { ref, commit } = git;
    if (ref?.kind === 'pull request')
        return { tags: [`pr-${ref.number}`] };
    if (ref?.kind === 'tag')
        return tagsOfTag(ref.name, git.allTags);
    const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`];
    const branch = ref === undefined ? [] : [validTag(ref.name)];
    return { tags: [...branch, ...short] };
}
function tagsOfTag(name, allTags) {
    const version = versionOf(name);
    if (version === undefined)
        return { tags: [validTag(name)] };
    const tag = validTag(version.raw.replace(/^v/, ''));
    if (version.prerelease.length > 0)
        return { tags: [tag] };
    if (allTags === undefined) {
        return {
            tags: [tag],
            notice: `the tags of the origin could not be listed, so it is unknown whether ${name} is the highest version: latest is left alone`,
        };
    }
    const higher = allTags
        .map(versionOf)
        .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0);
    return { tags: higher ? [tag] : [tag, 'latest'] };
}
function versionOf(tag) {
    return (tag.startsWith('v') && semver.parse(tag)) || undefined;
}
/**
 * A text as a valid tag: other characters become `-`, it doesn't begin with `.` or `-`, and it is not too long
 * (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests).
 */
function validTag(text) {
    const cleaned = text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+/, '');
    return cleaned.slice(0, LONGEST_TAG) || 'unnamed';
}

// EXTERNAL MODULE: ./build/src/request/contract.js
var contract = __webpack_require__(5557);
;// CONCATENATED MODULE: ./build/src/request/waiting.js


/** Inputs of the contract that are not available yet, with the values that ask for nothing. */
const WAITING = {
    builders: [''],
    'cache-scope': [''],
    'cache-mounts': ['true'],
    'cache-ttl': ['14d'],
    'cache-max-size': ['2GB'],
    'skip-unchanged': ['true'],
    push: ['auto', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
    'immutable-tags': [''],
    lint: ['warn', 'off'],
    'smoke-test': [''],
    'smoke-test-timeout': ['60s'],
    'check-runs': ['false', 'False', 'FALSE'],
};
const KNOWN_WORDS = {
    'cache-mounts': ['false'],
    'skip-unchanged': ['false'],
    'check-runs': ['true'],
    push: ['digest'],
    lint: ['error'],
};
/** What of an input is not available yet, for the documentation; undefined when all of it is. */
function notAvailable(name) {
    if (WAITING[name] === undefined)
        return undefined;
    return KNOWN_WORDS[name]?.map((word) => `\`${word}\``).join(', ') ?? 'any value but the default';
}
/**
 * Refuses what can't be done yet, instead of ignoring it.
 * @throws {InputError} that tells a value which is not available yet from one that never will be
 */
function refuseWaiting(inputs) {
    for (const { name } of contract/* INPUTS */.mc) {
        const value = inputs[name].trim();
        const idle = WAITING[name];
        if (idle === undefined || idle.includes(value))
            continue;
        const known = KNOWN_WORDS[name];
        if (known !== undefined && !known.includes(value.toLowerCase())) {
            const allowed = [...new Set([...idle, ...known].map((word) => word.toLowerCase()))];
            throw new src_errors/* InputError */.dz(name, `${JSON.stringify(value)} is unknown; allowed are ${allowed.join(', ')}`);
        }
        throw new src_errors/* InputError */.dz(name, `${JSON.stringify(value)} is not available in this version yet`, {
            cure: 'remove the input',
        });
    }
}

;// CONCATENATED MODULE: ./build/src/request/parse.js













/**
 * 1980-01-01: the earliest time that zip archives can hold, which Python's wheels are; nixpkgs uses it for that reason
 * (https://nixos.org/manual/nixpkgs/stable/#sec-source-date-epoch).
 */
const CONSTANT_TIME = 315_532_800;
const PLATFORM_ARGS = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;
/**
 * Turns inputs into a request.
 * @throws {InputError} naming the input, the value and what is allowed
 */
function parseBuildRequest(inputs, git, env) {
    refuseWaiting(inputs);
    const platforms = parsePlatforms(inputs);
    const context = contextPath(inputs.context);
    const { repositories, references, notices } = parseReferences(inputs, git);
    const push = parsePush(inputs, git);
    const format = (0,values/* choice */.Yq)(inputs, 'format', ['oci', 'docker']);
    const annotations = parseAnnotations((0,values/* lines */.Mn)(inputs, 'annotations'), 'manifest');
    if (format === 'docker' && annotations.length > 0) {
        throw new src_errors/* InputError */.dz('annotations', 'Docker’s format has no annotations', {
            cure: 'use format: oci, or labels',
        });
    }
    const layout = (0,values/* choice */.Yq)(inputs, 'layout', ['auto', 'true', 'false']);
    return {
        repositories,
        references,
        platforms,
        context,
        dockerfile: dockerfilePath(inputs.file.trim(), context),
        build: parseBuildSettings(inputs, platforms, format, env),
        secrets: parseSecrets(inputs, env),
        labels: (0,values/* pairs */.AS)(inputs, 'labels'),
        gitLabels: gitLabels(inputs, git, repositories[0], references[0]),
        annotations,
        qemu: (0,values/* choice */.Yq)(inputs, 'qemu', ['auto', 'always', 'never']),
        ...(inputs['qemu-image'].trim() !== '' && { qemuImage: imageName(inputs['qemu-image'].trim()) }),
        maxParallel: inputs['max-parallel'] === '' ? undefined : (0,values/* wholeNumber */.rD)(inputs, 'max-parallel', 1, 1000),
        cache: parseCache(inputs, git),
        push: push.push,
        load: (0,values/* boolean */.zM)(inputs, 'load'),
        keepLayout: layout !== 'false',
        logins: (0,logins/* parseLogins */.w)((0,values/* lines */.Mn)(inputs, 'registry'), (0,values/* lines */.Mn)(inputs, 'username'), (0,logins/* passwords */.L)(inputs), repositories, push.push),
        tlsVerify: (0,values/* boolean */.zM)(inputs, 'tls-verify'),
        retries: (0,values/* wholeNumber */.rD)(inputs, 'retries', 1, 100),
        verify: (0,values/* choice */.Yq)(inputs, 'verify', ['strict', 'warn', 'off']),
        verifyAllow: (0,values/* items */.ld)(inputs, 'verify-allow'),
        summary: (0,values/* boolean */.zM)(inputs, 'summary'),
        notices: push.notice === undefined ? notices : [...notices, push.notice],
    };
}
function parsePlatforms(inputs) {
    const platforms = (0,values/* items */.ld)(inputs, 'platforms').map((text) => orInputError('platforms', () => (0,oci_platform/* parsePlatform */.Y8)(text)));
    if (platforms.length === 0)
        throw new src_errors/* InputError */.dz('platforms', 'names none');
    const seen = new Set();
    for (const { text } of platforms) {
        if (seen.has(text))
            throw new src_errors/* InputError */.dz('platforms', `${text} is there twice`);
        seen.add(text);
    }
    return platforms;
}
function parseReferences(inputs, git) {
    const images = (0,values/* items */.ld)(inputs, 'image').map((text) => orInputError('image', () => (0,oci_reference/* parseRepository */.SU)(text)));
    const given = (0,values/* items */.ld)(inputs, 'tags');
    const full = given
        .filter((tag) => /[/:]/.test(tag))
        .map((tag) => orInputError('tags', () => (0,oci_reference/* parseTaggedReference */.$R)(tag)));
    const bare = given.filter((tag) => !/[/:]/.test(tag));
    for (const tag of bare) {
        if (!(0,oci_reference/* isTag */.dz)(tag))
            throw new src_errors/* InputError */.dz('tags', `${JSON.stringify(tag)} is no valid tag`);
    }
    if (images.length === 0 && (full.length === 0 || bare.length > 0)) {
        throw new src_errors/* InputError */.dz('image', 'is missing', {
            cure: 'name the repository, such as quay.io/organisation/name',
        });
    }
    const defaults = given.length === 0 ? defaultTags(git) : { tags: [] };
    const tags = given.length === 0 ? defaults.tags : bare;
    if (given.length === 0 && tags.length === 0) {
        throw new src_errors/* InputError */.dz('tags', 'none is given, and there is no Git ref to make one from', {
            cure: 'give at least one tag',
        });
    }
    const references = [...images.flatMap((image) => tags.map((tag) => (0,oci_reference/* withTag */.Rd)(image, tag))), ...full];
    const repositories = uniqueBy([...images, ...full.map((reference) => reference.repository)], (each) => each.text);
    return {
        repositories,
        references: uniqueBy(references, (each) => each.text),
        notices: defaults.notice === undefined ? [] : [defaults.notice],
    };
}
function parsePush(inputs, git) {
    const word = (0,values/* choice */.Yq)(inputs, 'push', ['auto', 'true', 'false', 'digest']);
    return word === 'auto' ? automaticPush(git) : { push: word === 'true' };
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
            throw new src_errors/* InputError */.dz('build-args', `${JSON.stringify(argument)} is not of the form NAME=value`);
        }
        if (PLATFORM_ARGS.test(name) && platforms.length > 1) {
            throw new src_errors/* InputError */.dz('build-args', `${name} would have one value for all platforms`, {
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
    throw new src_errors/* InputError */.dz(text === 'auto' ? 'SOURCE_DATE_EPOCH' : 'source-date-epoch', `${JSON.stringify(value)} is no number of seconds; allowed are auto, off and seconds since 1970`);
}
function parseSecrets(inputs, env) {
    const texts = [...(0,values/* pairs */.AS)(inputs, 'secrets')].map(([id, text]) => ({ id, source: { text } }));
    const variables = [...(0,values/* pairs */.AS)(inputs, 'secret-envs')].map(([id, variable]) => {
        const text = env[variable];
        if (text === undefined)
            throw new src_errors/* InputError */.dz('secret-envs', `${id}: the variable ${variable} is not set`);
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
            throw new src_errors/* InputError */.dz('secrets', `${JSON.stringify(id)} is no id; allowed are letters, digits, ., _ and -`);
        }
    }
    return secrets;
}
function gitLabels(inputs, git, repository, first) {
    const mode = (0,values/* choice */.Yq)(inputs, 'git-labels', ['auto', 'always', 'never']);
    const labels = new Map([['org.opencontainers.image.title', repository.path.split('/').at(-1)]]);
    if (git.source !== undefined)
        labels.set('org.opencontainers.image.source', git.source);
    const tagPush = git.ref?.kind === 'tag' && (git.event === undefined || git.event === 'push' || git.event === 'release');
    if (mode === 'never' || (mode === 'auto' && !tagPush))
        return labels;
    if (git.commit !== undefined)
        labels.set('org.opencontainers.image.revision', git.commit);
    if (first !== undefined)
        labels.set('org.opencontainers.image.version', first.tag);
    if (git.commitTime !== undefined)
        labels.set('org.opencontainers.image.created', git.commitTime);
    return labels;
}
function orInputError(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw new src_errors/* InputError */.dz(input, cause.message, { cause });
    }
}
function uniqueBy(values, key) {
    const seen = new Set();
    return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}
// It becomes an argument of podman run, where a dash would make it an option.
function imageName(text) {
    if (/^[\w][\w.:/@-]*$/.test(text))
        return text;
    throw new src_errors/* InputError */.dz('qemu-image', `${JSON.stringify(text)} is no name of an image`);
}

;// CONCATENATED MODULE: ./build/src/entrypoints/run-build.js










/** From inputs to outputs: what the step and the command line have in common. */
async function runBuild(inputs, host, signal, onTag) {
    for (const secret of [...(0,logins/* passwords */.L)(inputs), ...secretTexts(inputs)])
        host.mask(secret);
    const request = parseBuildRequest(inputs, await gitFacts(inputs.context, process.env), process.env);
    for (const notice of request.notices)
        host.notice(notice);
    const surroundings = { host, env: process.env, signal };
    const cache = new CacheSession(request, {
        ...surroundings,
        registryClient: () => registryClient(request, surroundings),
    });
    const report = await build(request, { ...surroundings, cache, onTag }).finally(() => cache.end());
    for (const [name, value] of (0,outputs/* outputs */.V)(report))
        host.setOutput(name, value);
    if (request.summary)
        await host.summarize((0,summary/* summary */.z)(report));
    host.info(`${report.pushed ? 'pushed' : 'built'} ${(0,report_report/* imageReference */.r)(report)}`);
    for (const { platform, image } of report.platforms)
        host.info(`  ${platform.text} ${image.descriptor.digest}`);
    return report;
}
function secretTexts(inputs) {
    const given = (0,values/* lines */.Mn)(inputs, 'secrets').map((line) => line.slice(line.indexOf('=') + 1));
    const variables = (0,values/* lines */.Mn)(inputs, 'secret-envs').map((line) => process.env[line.slice(line.indexOf('=') + 1)] ?? '');
    return [...given, ...variables].filter((text) => text !== '');
}


/***/ }),

/***/ 6136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ warning),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   z: () => (/* binding */ error)
/* harmony export */ });
/** A check that found nothing wrong. */
function ok(subject, found) {
    return { subject, state: 'ok', found };
}
/** A check of something that some builds need. */
function warning(subject, found, cure) {
    return { subject, state: 'warning', found, cure };
}
/** A check of something that every build needs. */
function error(subject, found, cure) {
    return { subject, state: 'error', found, cure };
}


/***/ }),

/***/ 3613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ cgroupsCheck),
/* harmony export */   Ny: () => (/* binding */ gitCheck),
/* harmony export */   hr: () => (/* binding */ nodeCheck),
/* harmony export */   tT: () => (/* binding */ ownLimits),
/* harmony export */   zk: () => (/* binding */ spaceCheck)
/* harmony export */ });
/* unused harmony exports cgroupsOf, limitsOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6136);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2610);
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8474);





const OLDEST_NODE = 20;
const LITTLE_SPACE = 2e9;
/** Node, which runs this product. */
function nodeCheck(version = process.versions.node) {
    const major = Number(version.split('.')[0]);
    if (major >= OLDEST_NODE)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('Node.js', version);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z)('Node.js', `${version}, too old`, `install Node.js ${OLDEST_NODE} or newer`);
}
/** Git, which tags, labels and dates come from. */
async function gitCheck() {
    try {
        const { stdout } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('git', ['--version']);
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('git', stdout.trim().replace('git version ', ''));
    }
    catch (problem) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)('git', (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(problem), 'install git, or give tags yourself and set git-labels: never');
    }
}
/** Which kinds of cgroups are mounted, from `/proc/self/mounts`. */
function cgroupsOf(mounts) {
    const types = mounts.split('\n').map((line) => line.split(' ')[2]);
    const old = types.includes('cgroup');
    if (types.includes('cgroup2'))
        return old ? 'hybrid' : 'v2';
    return old ? 'v1' : 'none';
}
/** What the OCI runtime will make of this machine's cgroups, unless RUN does without it. */
async function cgroupsCheck(env) {
    const found = cgroupsOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/self/mounts', 'utf8').catch(() => ''));
    const text = found === 'none' ? 'none is mounted' : found;
    if (env.BUILDAH_ISOLATION === 'chroot')
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('cgroups', `${text}; not used (BUILDAH_ISOLATION=chroot)`);
    if (found === 'v1' || found === 'v2')
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('cgroups', text);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)('cgroups', found === 'hybrid' ? 'v1 and v2 are both mounted, which crun refuses' : text, 'export BUILDAH_ISOLATION=chroot');
}
/** Room in the folders that builds write to. */
async function spaceCheck(subject, folder) {
    const free = await (0,_space_js__WEBPACK_IMPORTED_MODULE_3__/* .freeBytes */ .g)(folder);
    if (free === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)(subject, `${folder} can’t be looked at`, `make ${folder} readable`);
    const found = `${(free / 1e9).toFixed(1)} GB free in ${folder}`;
    if (free >= LITTLE_SPACE)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(subject, found);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)(subject, found, 'podman system prune -a');
}
const CAP_SYS_RESOURCE = 24n;
/** Reads limits from `/proc/self/limits` and `/proc/self/status`. */
function limitsOf(limits, status) {
    const hard = (name) => {
        const value = new RegExp(`^${name} +\\S+ +(\\S+)`, 'm').exec(limits)?.[1];
        return value === undefined || value === 'unlimited' ? Infinity : Number(value);
    };
    const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
    return {
        files: hard('Max open files'),
        processes: hard('Max processes'),
        mayRaise: ((effective >> CAP_SYS_RESOURCE) & 1n) === 1n,
    };
}
/** Limits of this process. */
async function ownLimits() {
    const [limits, status] = await Promise.all(['limits', 'status'].map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/self/${name}`, 'utf8').catch(() => '')));
    return limitsOf(limits, status);
}


/***/ }),

/***/ 7737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ driverCheck),
/* harmony export */   Ki: () => (/* binding */ userIdsCheck),
/* harmony export */   X2: () => (/* binding */ storesParent),
/* harmony export */   pj: () => (/* binding */ limitsCheck)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2088);
/* harmony import */ var _diagnosis_host_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6374);
/* harmony import */ var _host_check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6136);







// What base images and package managers take for granted (https://docs.podman.io/en/v5.6.0/markdown/podman.1.html#rootless-mode).
const ENOUGH_IDS = 65_536;
// Since 5.0 podman asks for these: https://github.com/containers/podman/blob/v5.6.0/pkg/specgen/generate/oci_linux.go
const WANTED_LIMIT = 1_048_576;
/** The storage driver of the user's store, which is that of the run's own ones. */
function driverCheck(driver) {
    if (driver !== 'vfs')
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('storage driver', driver);
    return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('storage driver', 'vfs, which copies every layer whole: slower, and several times the space', 'write driver = "overlay" under [storage] in /etc/containers/storage.conf (rootless: ~/.config/containers/storage.conf), then run podman system reset, which removes local images');
}
/** Subordinate users of a rootless podman. */
function userIdsCheck(info) {
    if (!info.rootless)
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('user ids', 'all (root)');
    const { userIds = ENOUGH_IDS } = info;
    if (userIds >= ENOUGH_IDS)
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('user ids', `${userIds} for containers`);
    return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('user ids', userIds <= 1
        ? 'this user has no subordinate ids: every RUN fails, and so do base images with files of several users'
        : `${userIds} for containers, and base images may need ${ENOUGH_IDS}`, _diagnosis_host_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .ADD_SUBORDINATE_IDS */ .sJ);
}
/** Whether podman 5 can set the limits that it wants for RUN steps. */
async function limitsCheck(info, limits, env) {
    const found = `${limits.files} open files, ${limits.processes} processes`.replaceAll('Infinity', 'any number of');
    const enough = limits.mayRaise || (limits.files >= WANTED_LIMIT && limits.processes >= WANTED_LIMIT);
    // Rootless podman keeps to what there is by itself.
    if (enough || info.rootless || semver__WEBPACK_IMPORTED_MODULE_4__.lt(info.version, '5.0.0') || (await setsUlimits(env))) {
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('limits', found);
    }
    return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('limits', `${found}; podman ${info.version} wants ${WANTED_LIMIT}, and may not raise them`, _diagnosis_host_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .KEEP_LIMITS */ .vF);
}
async function setsUlimits(env) {
    const texts = await Promise.all((await configurationFiles(env)).map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(() => '')));
    return texts.some((text) => /^\s*default_ulimits\s*=/m.test(text));
}
async function configurationFiles(env) {
    if (env.CONTAINERS_CONF)
        return [env.CONTAINERS_CONF];
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.config'), 'containers');
    const folders = ['/usr/share/containers', '/etc/containers', own];
    const dropIns = await Promise.all(folders.map(async (folder) => {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'containers.conf.d')).catch(() => []);
        return names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'containers.conf.d', name));
    }));
    return [...folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'containers.conf')), ...dropIns.flat()];
}
/** The folder that stores of builds are made in, for a look at its room. */
function storesParent(info) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(info.graphRoot);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(parent) ? parent : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(parent);
}


/***/ }),

/***/ 8507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ podmanInfo),
/* harmony export */   Q1: () => (/* binding */ stagePlatformsLeak)
/* harmony export */ });
/* unused harmony export OLDEST_PODMAN */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2610);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3856);




/** The oldest podman whose builds this product can make right. */
const OLDEST_PODMAN = '4.3.0';
const INSTALL = 'install podman 4.3 or newer: apt-get install podman (Debian 12, Ubuntu 24.04 and newer), dnf install podman (Fedora, RHEL)';
/**
 * Asks the host's podman.
 * @throws {HostError} when there is none, it doesn't work, or it is too old
 */
async function podmanInfo() {
    const { exitCode, stdout, stderr } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', ['info', '--format', 'json']).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh('podman is not installed, or not on the PATH', { cause, cure: INSTALL });
    });
    if (exitCode !== 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh(`podman does not work on this host: ${lastLine(stderr)}`, {
            cure: 'run “podman info” to see the whole message',
        });
    }
    const raw = parse(stdout);
    if (raw.host.serviceIsRemote) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh('podman on this host is a client of a podman elsewhere, which is not available in this version yet', {
            cure: 'run this on the Linux host that podman builds on, and without CONTAINER_HOST',
        });
    }
    const version = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(raw.version.Version);
    if (version === null || semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, OLDEST_PODMAN)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh(`podman ${raw.version.Version} is too old: it builds wrong images for other platforms`, {
            cure: INSTALL,
        });
    }
    return {
        version: version.version,
        platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .normalizePlatform */ .FL)({
            os: raw.host.os,
            architecture: raw.host.arch,
            ...(raw.host.variant && { variant: raw.host.variant }),
        }),
        rootless: raw.host.security.rootless,
        graphRoot: raw.store.graphRoot,
        graphDriver: raw.store.graphDriverName,
        graphOptions: storageOptions(raw.store.graphOptions ?? {}),
        images: raw.store.imageStore.number,
        ...machineOf(raw.host),
    };
}
function machineOf({ security, idMappings, ociRuntime }) {
    const sizes = idMappings?.uidmap?.map(({ size }) => size);
    const runtime = ociRuntime?.version?.split('\n')[0] || ociRuntime?.name;
    return {
        ...(security.rootless && sizes && { userIds: sizes.reduce((sum, size) => sum + size, 0) }),
        ...(runtime && { runtime }),
    };
}
function parse(stdout) {
    try {
        return JSON.parse(stdout);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh('podman info answered with something that is no JSON', { cause });
    }
}
function storageOptions(options) {
    return Object.entries(options).flatMap(([name, value]) => {
        // podman info shows programs as objects with their version and package.
        const text = typeof value === 'string' ? value : value?.Executable;
        return text === undefined ? [] : [`${name}=${text}`];
    });
}
function lastLine(text) {
    return text.trim().split('\n').at(-1) ?? '';
}
/**
 * Whether in this podman the platform of one stage may hold for the next ones too (docs/traps.md, 35): it does in 4.3.1
 * and 5.4.2, and no more in 5.8.6.
 */
function stagePlatformsLeak(info) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.lt(info.version, '5.8.0');
}


/***/ })

};
