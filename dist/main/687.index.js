export const id = 687;
export const ids = [687];
export const modules = {

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

/***/ 61978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ withGit)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73185);





// In container jobs the checkout belongs to another user, and Git would refuse to read it. Whoever that is must not
// get a program of his run by us either, which the setting fsmonitor of his repository could name.
const NO_MONITOR = ['-c', 'core.fsmonitor=false'];
const TRUSTED = ['-c', 'safe.directory=*', ...NO_MONITOR];
// The words of newer and of older releases.
const FOREIGN_OWNER = /detected dubious ownership|unsafe repository/;
/** Lends a Git that reads a folder whoever owns it, and never asks a question. */
async function withGit(folder, surroundings, use) {
    const { env } = surroundings;
    const base = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
    const problem = (await ask([...TRUSTED, '-C', folder, 'rev-parse', '--git-dir'], base, surroundings)).stderr;
    if (!FOREIGN_OWNER.test(problem))
        return use(answers(folder, base, surroundings));
    // Before 2.38 Git takes safe.directory from files alone
    // (https://github.com/git/git/blob/v2.37.0/Documentation/config/safe.txt).
    const own = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'multiarch-build-git-'));
    try {
        const config = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, 'config');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(config, trustingConfig(env));
        return await use(answers(folder, { ...base, GIT_CONFIG_GLOBAL: config }, surroundings));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(own, { recursive: true, force: true });
    }
}
function trustingConfig(env) {
    const home = env.HOME ?? '';
    const files = env.GIT_CONFIG_GLOBAL
        ? [env.GIT_CONFIG_GLOBAL]
        : [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.config'), 'git', 'config'), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.gitconfig')];
    const includes = files.map((path) => `[include]\npath = ${JSON.stringify(path)}\n`);
    return `${includes.join('')}[safe]\ndirectory = *\n`;
}
function answers(folder, base, surroundings) {
    return async (args, { env, limit, onlyTrusted, input } = {}) => {
        const all = onlyTrusted ? [...NO_MONITOR, '-C', folder, ...args] : [...TRUSTED, '-C', folder, ...args];
        const variables = onlyTrusted ? { GIT_CONFIG_GLOBAL: surroundings.env.GIT_CONFIG_GLOBAL } : {};
        const { exitCode, stdout } = await ask(all, { ...base, ...variables, ...env }, surroundings, limit, input);
        // A blank at the end may belong to the name of a file.
        return exitCode === 0 ? stdout.replace(/\n+$/, '') : undefined;
    };
}
function ask(args, env, surroundings, limit, input) {
    const { known } = surroundings;
    const key = JSON.stringify([args, env.GIT_CONFIG_GLOBAL, env.GIT_SSH_COMMAND, input]);
    const answer = known?.get(key) ?? askAnew(args, env, surroundings, limit, input);
    known?.set(key, answer);
    // What has a limit asks others, who may answer the next time.
    const forget = () => known?.delete(key);
    if (limit !== undefined)
        answer.then(({ exitCode }) => exitCode !== 0 && forget(), forget);
    return answer;
}
async function askAnew(args, env, { signal }, limit, input) {
    const text = { stdout: '', stderr: '' };
    try {
        const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .stream */ .Td)('git', args, {
            env,
            ...(input !== undefined && { input }),
            signal: limit === undefined ? signal : AbortSignal.any([signal, limit]),
            onLine: (line, from) => {
                text[from] += `${line}\n`;
            },
        });
        return { exitCode, ...text };
    }
    catch (error) {
        const isTooLong = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Interrupted */ .j$ && !signal.aborted;
        if (!isTooLong && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh))
            throw error;
        return { exitCode: 1, ...text };
    }
}


/***/ }),

/***/ 9037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gi: () => (/* binding */ gitFacts),
  rD: () => (/* binding */ readPayload)
});

// UNUSED EXPORTS: webAddress

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/request/git-program.js
var git_program = __webpack_require__(61978);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/registry/retry.js
var retry = __webpack_require__(83399);
;// CONCATENATED MODULE: ./build/src/request/origin-tags.js



const TRIES = 3;
const LIMIT_MS = 30_000;
/**
 * All tags of the origin; undefined when it could not be asked.
 * @param limitMs time for all tries together
 * @throws {Interrupted} when the signal fired
 */
async function originTags(git, { env, signal }, limitMs = LIMIT_MS) {
    // Without such a remote Git would take the word for a path.
    if ((await git(['remote', 'get-url', 'origin'])) === undefined)
        return undefined;
    const options = { env: await unattendedSsh(git, env), limit: AbortSignal.timeout(limitMs) };
    const pauseSignal = AbortSignal.any([signal, options.limit]);
    for (let failed = 0; failed < TRIES && !options.limit.aborted; failed++) {
        if (failed > 0) {
            await (0,promises_.setTimeout)((0,retry/* delayAfter */.Ee)(failed, undefined, Math.random()), undefined, { signal: pauseSignal }).catch(() => {
                if (signal.aborted)
                    throw new errors/* Interrupted */.j$();
            });
        }
        const listing = await git(['ls-remote', '--tags', '--refs', 'origin'], options);
        if (listing !== undefined)
            return parseTags(listing);
    }
    return undefined;
}
// The variable would win over the keys that actions/checkout writes into core.sshCommand (its input ssh-key).
async function unattendedSsh(git, env) {
    const isSet = env.GIT_SSH_COMMAND || env.GIT_SSH || (await git(['config', 'core.sshCommand']));
    return isSet ? {} : { GIT_SSH_COMMAND: 'ssh -oBatchMode=yes' };
}
function parseTags(listing) {
    return listing
        .split('\n')
        .map((line) => line.split('\trefs/tags/')[1])
        .filter((tag) => tag !== undefined);
}

// EXTERNAL MODULE: ./build/src/request/tags.js
var request_tags = __webpack_require__(53074);
// EXTERNAL MODULE: ./build/src/request/values.js
var values = __webpack_require__(24065);
;// CONCATENATED MODULE: ./build/src/request/git.js





/**
 * Collects the facts of the context: from a runner's documented variables where there are any, else from Git.
 * @throws {Interrupted} when the signal fired
 */
async function gitFacts(inputs, surroundings) {
    const { env } = surroundings;
    const event = env.GITHUB_EVENT_NAME || undefined;
    const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH);
    return (0,git_program/* withGit */.z)(inputs.context, surroundings, async (git) => {
        const ref = event === undefined ? await localRef(git, (0,values/* items */.ld)(inputs, 'image')) : runnerRef(env, payload);
        return {
            event,
            fork: payload.repository?.fork === true,
            pullRequest: isForPullRequest(payload),
            withoutSecrets: event === 'pull_request' && (isFromFork(payload) || env.GITHUB_ACTOR === 'dependabot[bot]'),
            prerelease: event === 'release' && payload.release?.prerelease === true,
            ref,
            commit: (await git(['rev-parse', 'HEAD'])) ?? (env.GITHUB_SHA || undefined),
            commitTime: toUtc(await git(['show', '-s', '--format=%cI', 'HEAD'])),
            changed: mayLabelCommit(inputs, ref) ? await changedFiles(git) : [],
            defaultBranch: payload.repository?.default_branch,
            source: sourceAddress(env) ?? webAddress(await git(['remote', 'get-url', 'origin'])),
            allTags: ref?.kind === 'tag' ? await originTags(git, surroundings) : undefined,
        };
    });
}
// The other repository may be gone: it is null then.
function isFromFork({ pull_request: pullRequest, repository }) {
    const head = pullRequest?.head;
    return head?.repo !== undefined && head.repo?.full_name !== repository?.full_name;
}
// Of a large checkout it takes seconds.
function mayLabelCommit(inputs, ref) {
    const mode = inputs['git-labels'].trim();
    return mode !== 'never' && (mode === 'always' || ref?.kind === 'tag');
}
async function changedFiles(git) {
    const listing = await git(['status', '--porcelain', '--untracked-files=no'], { onlyTrusted: true });
    // Two letters and a blank are before each name.
    return (listing ?? '').split('\n').flatMap((line) => line.slice(3) || []);
}
function isForPullRequest({ issue, workflow_run: origin }) {
    return issue?.pull_request !== undefined || (origin?.event ?? '').startsWith('pull_request');
}
async function localRef(git, images) {
    const tags = (await git(['tag', '--points-at', 'HEAD']))?.split('\n') ?? [];
    const tag = (0,request_tags/* tagForImages */.O4)(tags, images) ?? (await git(['describe', '--exact-match', '--tags', 'HEAD']));
    if (tag)
        return { kind: 'tag', name: tag };
    const branch = await git(['symbolic-ref', '--short', '-q', 'HEAD']);
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
/** The event's payload; empty when there is none. */
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


/***/ }),

/***/ 99651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ automaticPush),
/* harmony export */   _: () => (/* binding */ wantedPush)
/* harmony export */ });
/* harmony import */ var _registry_hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98934);

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
/**
 * The rule of `push: true`: a pull request from a fork, or Dependabot's, gets no secrets, and the same workflow builds it without a push
 * (https://docs.github.com/en/actions/reference/security/secrets).
 */
function wantedPush({ withoutSecrets }, repositories, passwords) {
    const needsLogin = repositories.some(({ registry }) => !(0,_registry_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(registry));
    if (!withoutSecrets || passwords.length > 0 || !needsLogin)
        return { push: true };
    return {
        push: false,
        notice: 'nothing is pushed: the runs of pull requests from forks and of Dependabot get no secrets. The images are built and verified all the same.',
    };
}


/***/ }),

/***/ 53074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O4: () => (/* binding */ tagForImages),
/* harmony export */   nK: () => (/* binding */ defaultTags)
/* harmony export */ });
/* unused harmony export validTag */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);

const LONGEST_TAG = 128;
const SHORT_COMMIT = 7;
/**
 * The tags of images when none are given (README, "Tags"). Empty when the ref is unknown.
 * @param images the repositories; a Git tag `service/v1.2.3` is a version of an image of that name alone
 */
function defaultTags(git, images) {
    const { ref, commit } = git;
    if (ref?.kind === 'pull request')
        return { tags: [`pr-${ref.number}`] };
    if (ref?.kind === 'tag')
        return tagsOfTag(ref.name, git, images);
    const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`];
    const branch = ref === undefined ? [] : [validTag(ref.name)];
    return { tags: [...branch, ...short] };
}
function tagsOfTag(name, { allTags, prerelease }, images) {
    const prefix = prefixOf(name);
    const names = images.map(({ path }) => nameOf(path));
    const isOurs = prefix === '' || isServiceOf(prefix, names);
    const version = isOurs ? versionOf(name, prefix) : undefined;
    if (version === undefined)
        return { tags: [validTag(name)] };
    const tag = validTag(version.raw.replace(/^v/, ''));
    if (version.prerelease.length > 0 || prerelease)
        return { tags: [tag] };
    // A list without the tag itself is of another repository, or older than the tag.
    if (allTags === undefined || !allTags.includes(name)) {
        const why = allTags === undefined ? 'could not be listed' : `don’t include ${name}`;
        return {
            tags: [tag],
            notice: `the tags of the origin ${why}, so it is unknown whether ${name} is the highest version: latest is left alone`,
        };
    }
    const higher = allTags
        .map((other) => versionOf(other, prefix))
        .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0);
    return { tags: higher ? [tag] : [tag, 'latest'] };
}
/**
 * Which of several tags of one commit a build is of: the highest version of the service that the images are named after, else the
 * highest plain version.
 * @param images names of the images, without a tag
 */
function tagForImages(tags, images) {
    const names = images.map(nameOf);
    const services = tags.map(prefixOf).filter((prefix) => isServiceOf(prefix, names));
    for (const prefix of [...services, '']) {
        const versions = tags.flatMap((tag) => {
            const version = prefixOf(tag) === prefix ? versionOf(tag, prefix) : undefined;
            return version === undefined ? [] : [{ tag, version }];
        });
        const highest = versions.sort((a, b) => b.version.compare(a.version))[0];
        if (highest !== undefined)
            return highest.tag;
    }
    return undefined;
}
function nameOf(image) {
    return image.split('/').at(-1);
}
function prefixOf(tag) {
    return tag.slice(0, tag.lastIndexOf('/') + 1);
}
function isServiceOf(prefix, names) {
    const service = prefix.split('/').at(-2);
    return names.length > 0 && names.every((name) => name === service);
}
function versionOf(tag, prefix) {
    return (tag.startsWith(`${prefix}v`) && semver__WEBPACK_IMPORTED_MODULE_0__.parse(tag.slice(prefix.length))) || undefined;
}
/**
 * A text as a valid tag: other characters become `-`, it doesn't begin with `.` or `-`, and it is not too long
 * (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests).
 */
function validTag(text) {
    const cleaned = text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+/, '');
    return cleaned.slice(0, LONGEST_TAG) || 'unnamed';
}


/***/ })

};
