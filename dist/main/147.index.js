export const id = 147;
export const ids = [147];
export const modules = {

/***/ 99557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ asHostError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

const CAUSES = {
    ENOSPC: ['the disk is full', 'free space there, or set TMPDIR and podman’s storage to a larger disk'],
    EDQUOT: ['this user’s share of the disk is used up', 'free space, or ask for more'],
    EACCES: [
        'this user may not use a file or folder',
        'give the user access to it, or set TMPDIR and XDG_CACHE_HOME to other folders',
    ],
    ENOTDIR: [
        'a file is in the way of a folder',
        'remove the file, or set TMPDIR and XDG_CACHE_HOME to other folders',
    ],
    EROFS: ['a folder is read-only', 'set TMPDIR to a folder that can be written to'],
    EMFILE: ['this process may not open more files', 'raise the limit: ulimit -n 4096'],
};
/** The failure that an error of the operating system stands for; undefined when it is none of the machine's. */
function asHostError(error) {
    const { code } = (error ?? {});
    const known = typeof code === 'string' ? CAUSES[code] : undefined;
    return known && new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`${known[0]}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cure: known[1], cause: error });
}


/***/ }),

/***/ 7663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ operands),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78229);


/**
 * Where a path of the target's image most likely comes from: the last COPY or ADD whose destination covers it, through the
 * stages that it goes on from. A guess for a message, since only the build knows what a RUN did.
 */
function originOf(dockerfile, target, path) {
    let stage = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .targetStage */ .Ae)(dockerfile, target);
    while (stage !== undefined) {
        const here = copyOf(dockerfile, stage, path);
        if (here)
            return here;
        const base = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .findStage */ .U9)(dockerfile.stages.slice(0, stage.index), stage.base);
        if (base === undefined)
            return fromBase(stage, path);
        stage = base;
    }
    return undefined;
}
function fromBase(stage, path) {
    const naming = stage.instructions.findLast(({ keyword, text }) => keyword === 'RUN' && text.includes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)));
    if (naming)
        return { stage, instruction: naming, from: { kind: 'run' } };
    const [from] = stage.instructions;
    if (from === undefined || stage.base.toLowerCase() === 'scratch')
        return undefined;
    return { stage, instruction: from, from: { kind: 'base', image: stage.base } };
}
function copyOf(dockerfile, stage, path) {
    let folder = '/';
    let found;
    for (const instruction of stage.instructions) {
        if (instruction.keyword === 'WORKDIR')
            folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(folder, instruction.text.trim());
        if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD')
            continue;
        const words = operands(instruction.text);
        const [sources, destination] = [words.slice(0, -1), words.at(-1)];
        if (destination === undefined || sources.length === 0)
            continue;
        const exact = reaches(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(folder, destination), sources, path);
        if (exact !== undefined && (exact || !found?.exact))
            found = { instruction, sources, exact };
    }
    if (found === undefined)
        return undefined;
    const { instruction, sources } = found;
    return { stage, instruction, from: sourceOf(dockerfile, stage, instruction, sources) };
}
/** true: puts just this file there; false: a folder that may hold it; undefined: something else. */
function reaches(destination, sources, path) {
    if (destination === path)
        return true;
    const below = destination === '/' ? '/' : `${destination}/`;
    if (!path.startsWith(below))
        return undefined;
    const rest = path.slice(below.length);
    return sources.some((source) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source) === rest);
}
function sourceOf(dockerfile, stage, instruction, sources) {
    const from = instruction.flags.find(({ name }) => name === 'from')?.value;
    if (from === undefined)
        return { kind: 'context', sources };
    const source = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .findStage */ .U9)(dockerfile.stages.slice(0, stage.index), from);
    return source === undefined ? { kind: 'image', image: from } : { kind: 'stage', stage: source, sources };
}
/** The words after the flags, in either form. */
function operands(text) {
    const joined = text.replace(/\\[ \t]*\r?\n/g, ' ').trim();
    const rest = joined.replace(/^(?:--\S+\s+)+/, '');
    if (rest.startsWith('[')) {
        try {
            const list = JSON.parse(rest);
            if (Array.isArray(list))
                return list.map(String);
        }
        catch {
            // Not the JSON form, then: the builder reads it as words too.
        }
    }
    return rest.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
}


/***/ }),

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ IGNORE_FILES)
/* harmony export */ });
/**
 * Ignore files by name, the one first that podman prefers; behind a Dockerfile's own name they are for that Dockerfile
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `ContainerIgnoreFile`).
 */
const IGNORE_FILES = ['.containerignore', '.dockerignore'];


/***/ }),

/***/ 11475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   N: () => (/* binding */ logicalLines)
/* harmony export */ });
const CONTINUES = /(^|[^\\])\\[ \t]*$/;
const DOUBTFUL_END = /\\\\[ \t]*$/;
const HEREDOC_WORD = /^\d*<<(-?)([^<]*)$/;
const HEREDOC_NAME = /^(?:[A-Za-z0-9_.]+|'[A-Za-z0-9_.]+'|"[A-Za-z0-9_.]+")$/;
/**
 * Splits a Dockerfile's text into logical lines, as BuildKit's parser does, which podman uses
 * (https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerfile/parser/parser.go).
 */
function logicalLines(text) {
    const mark = text.startsWith('\uFEFF') ? 1 : 0;
    const raw = text.slice(mark).split('\n');
    const source = raw.map((line) => line.replace(/\r+$/, ''));
    const starts = startsOf(raw, mark);
    const doubts = [];
    const lines = [];
    if (text.includes('\uFFFD'))
        doubts.push({ line: 1, problem: 'it is not UTF-8' });
    if (hasEscapeDirective(source))
        doubts.push({ line: 1, problem: 'another escape character is set' });
    let at = 0;
    while (at < source.length) {
        if (isBlankOrComment(source[at])) {
            at += 1;
            continue;
        }
        const start = at;
        const { joined, offsets, next } = join(source, starts, at);
        if (source.slice(at, next).some((line) => DOUBTFUL_END.test(line)))
            doubts.push({ line: start + 1, problem: 'a line ends with two backslashes' });
        const [, before = '', word = '', rest = ''] = /^(\s*(\S+)\s*)([\s\S]*)$/.exec(joined.trimEnd());
        const keyword = word.toUpperCase();
        const read = heredocsOf(keyword, rest, { source, raw }, next);
        if (read.problem !== undefined)
            doubts.push({ line: start + 1, problem: read.problem });
        lines.push({
            keyword,
            text: rest,
            line: start + 1,
            offsets: offsets.slice(before.length),
            heredocs: read.heredocs,
        });
        at = read.next;
    }
    return { lines, doubts };
}
/**
 * The logical line of each instruction of a parsed Dockerfile. Where the two readings differ there is a doubt, and no
 * line can be relied on.
 */
function linesOf(dockerfile, text) {
    const { lines, doubts } = logicalLines(text);
    const byLine = new Map(lines.map((line) => [line.line, line]));
    const instructions = [
        ...dockerfile.globals,
        ...dockerfile.stages.flatMap((stage) => [...stage.instructions]),
    ];
    const differs = instructions.find((each) => byLine.get(each.line)?.keyword !== each.keyword)?.line ??
        (instructions.length === lines.length ? undefined : 1);
    return {
        of: (instruction) => byLine.get(instruction.line),
        doubts: differs === undefined || doubts.length > 0
            ? doubts
            : [{ line: differs, problem: 'it can be read in two ways' }],
    };
}
/** The words of a line: apart where blanks are, unless these are quoted or escaped. Quotes and escapes are kept. */
function rawWords(text) {
    return text.match(/(?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s\\])+|\\/g) ?? [];
}
function isBlankOrComment(line) {
    return /^\s*(#|$)/.test(line);
}
function hasEscapeDirective(source) {
    const end = source.findIndex((line) => !/^\s*#/.test(line));
    return source
        .slice(0, end < 0 ? source.length : end)
        .some((line) => /^\s*#\s*escape\s*=\s*[^\\\s]/i.test(line));
}
function startsOf(lines, first) {
    const starts = [];
    let start = first;
    for (const line of lines) {
        starts.push(start);
        start += line.length + 1;
    }
    return starts;
}
function join(source, starts, from) {
    let joined = '';
    const offsets = [];
    let at = from;
    let continues = true;
    while (continues && at < source.length) {
        const line = source[at];
        const start = starts[at];
        at += 1;
        if (isBlankOrComment(line))
            continue;
        continues = CONTINUES.test(line);
        const part = continues ? line.replace(CONTINUES, '$1') : line;
        joined += part;
        for (let column = 0; column < part.length; column++)
            offsets.push(start + column);
    }
    return { joined, offsets, next: at };
}
function heredocsOf(keyword, text, { source, raw }, from) {
    const heredocs = [];
    let next = from;
    if (!/^(RUN|COPY|ADD|ONBUILD)$/.test(keyword) || !text.includes('<<'))
        return { heredocs, next };
    const words = rawWords(text).map((word) => HEREDOC_WORD.exec(word));
    for (const match of words) {
        if (match === null || match[2] === '')
            continue;
        const [, chomp, name = ''] = match;
        if (keyword === 'ONBUILD' || !HEREDOC_NAME.test(name))
            return { heredocs, next, problem: 'its here-document can be read in several ways' };
        const plain = name.replace(/^["']|["']$/g, '');
        const end = source.findIndex((line, at) => at >= next && (chomp === '-' ? line.replace(/^\t+/, '') : line) === plain);
        if (end < 0)
            return { heredocs, next, problem: 'its here-document has no end' };
        heredocs.push({ name: plain, expands: plain === name, body: raw.slice(next, end).join('\n') });
        next = end + 1;
    }
    return { heredocs, next };
}


/***/ }),

/***/ 17995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NX: () => (/* binding */ flagSince),
/* harmony export */   Oh: () => (/* binding */ unreadableHeredoc),
/* harmony export */   lD: () => (/* binding */ unsupportedFlags)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _mount_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22558);


/** The oldest podman that reads here-documents. */
const HEREDOC_SINCE = '4.8.0';
// https://github.com/containers/buildah/blob/main/CHANGELOG.md, by the podman that has it
const FLAG_SINCE = {
    'COPY --exclude': '5.3',
    'ADD --exclude': '5.3',
    'COPY --parents': '5.5',
    'COPY --link': '5.6',
    'ADD --link': '5.6',
    'ADD --checksum': '5.0',
    'RUN --network': '4.4',
};
/** Flags of Docker's builder that no podman knows, with what can be done instead. */
const FOREIGN_FLAGS = {
    'RUN --security': 'write --cap-add=… or --security-opt=… into extra-args, or do without it',
    'RUN --device': 'write --device=… into extra-args',
    'ADD --keep-git-dir': 'clone the repository with a RUN in a stage of its own',
    'ADD --unpack': 'unpack it with a RUN in a stage of its own',
};
/** The podman that a flag, such as `COPY --link`, is known since; undefined for one that is not in the list. */
function flagSince(name) {
    return FLAG_SINCE[name];
}
/** The flags of an instruction that a podman doesn't know. */
function unsupportedFlags({ keyword, flags }, version) {
    return flags.flatMap((flag) => {
        const value = unsupportedValue(flag);
        if (value !== undefined)
            return [{ ...value, name: `${keyword} ${value.name}` }];
        const name = `${keyword} --${flag.name}`;
        const since = FLAG_SINCE[name];
        const foreign = FOREIGN_FLAGS[name];
        if (foreign !== undefined)
            return [{ name, cure: foreign }];
        if (since === undefined || semver__WEBPACK_IMPORTED_MODULE_0__.gte(version, `${since}.0`))
            return [];
        return [{ name, cure: `use podman ${since} or newer, or do without it` }];
    });
}
// Neither 4.3.1 nor 5.8.6 takes these.
function unsupportedValue({ name, value }) {
    if (name === 'chmod' && /^[ugoa]*[-+=]/.test(value))
        return { name: `--chmod=${value}`, cure: 'write the mode as a number, such as --chmod=0755' };
    const options = name === 'mount' ? (0,_mount_options_js__WEBPACK_IMPORTED_MODULE_1__/* .mountOptions */ .g)(value) : undefined;
    if (options?.get('type') !== 'secret' || !options.has('env'))
        return undefined;
    return {
        name: '--mount=type=secret,env=…',
        cure: `leave env out, and read the secret’s file in the command: ${options.get('env')}=$(cat /run/secrets/${options.get('id') ?? options.get('env')})`,
    };
}
/** The first instruction with a here-document, where this podman can't read one. */
function unreadableHeredoc(dockerfile, version) {
    if (semver__WEBPACK_IMPORTED_MODULE_0__.gte(version, HEREDOC_SINCE))
        return undefined;
    return dockerfile.stages
        .flatMap((stage) => stage.instructions)
        .find(({ keyword, text }) => ['RUN', 'COPY', 'ADD'].includes(keyword) &&
        /(?:^|\s)\d?<<-?(["']?)[A-Za-z_]\w*\1(?:\s|$|[;&|>])/.test(withoutQuoted(text)));
}
// What is quoted is a text of the command's, unless it is a here-document's own delimiter.
function withoutQuoted(text) {
    return text.replace(/(?<!<<-?)(?:"(?:[^"\\]|\\.)*"|'[^']*')/gs, '""');
}


/***/ }),

/***/ 86243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QP: () => (/* binding */ instructionOfStep),
/* harmony export */   Zm: () => (/* binding */ comparable),
/* harmony export */   kq: () => (/* binding */ parseStep)
/* harmony export */ });
/** Reads a step line of podman's build log; undefined for any other line. */
function parseStep(line) {
    const match = /^(?:\[(\d+)\/\d+\] )?STEP (\d+)\/(\d+): (.*)$/.exec(line);
    if (!match)
        return undefined;
    return {
        stage: match[1] === undefined ? undefined : Number(match[1]),
        number: Number(match[2]),
        total: Number(match[3]),
        text: match[4],
    };
}
/**
 * The instruction that a step executes. podman numbers stages and steps in ways that differ by version (skipped
 * stages, steps that it adds), so the text decides and the numbers only choose among equals.
 */
function instructionOfStep(dockerfile, step) {
    const wanted = comparable(step.text);
    const equal = dockerfile.stages.flatMap((stage) => stage.instructions
        .map((instruction, at) => ({ instruction, stage: stage.index + 1, number: at + 1 }))
        .filter(({ instruction }) => sameText(comparable(`${instruction.keyword} ${instruction.text}`), wanted)));
    const ranked = equal.sort((a, b) => distance(a, step) - distance(b, step));
    return ranked[0]?.instruction;
}
function distance(candidate, step) {
    const stages = step.stage === undefined ? 0 : Math.abs(candidate.stage - step.stage);
    return stages * 1000 + Math.abs(candidate.number - step.number);
}
/** An instruction's text in the form in which two writings of it are equal. */
function comparable(text) {
    const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
    const joined = lines.join('\n').replace(/\\[ \t]*\n/g, ' ');
    // Of a heredoc podman shows the first line only.
    const first = /<<[-"'A-Za-z]/.test(joined) ? joined.split('\n')[0] : joined;
    const [keyword = '', ...rest] = first.trim().split(/\s+/);
    return [keyword.toUpperCase(), ...rest].join(' ');
}
// Step lines may be cut, or go on with the body of a heredoc.
function sameText(instruction, step) {
    return instruction === step || (instruction.includes('<<') && step.startsWith(instruction));
}


/***/ }),

/***/ 37957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ enter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _diagnosis_system_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99557);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _pipeline_tell_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43622);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73320);





/**
 * Runs a command with what all doors share: signals cancel it, a failure becomes one error with its cure, and the
 * exit code says how it ended.
 */
async function enter(host, command) {
    const cancelled = new AbortController();
    const cancel = () => {
        // A second signal means: now.
        if (cancelled.signal.aborted)
            process.exit(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Interrupted */ .j$().exitCode);
        cancelled.abort();
    };
    // An error that nobody waits for: what is under way is stopped and cleaned up all the same.
    let stray;
    const stop = (error) => {
        stray ??= error;
        cancelled.abort();
    };
    const handlers = { SIGINT: cancel, SIGTERM: cancel, uncaughtException: stop };
    for (const [event, handler] of Object.entries(handlers))
        process.on(event, handler);
    const tagsSet = [];
    try {
        await command(cancelled.signal, (reference) => tagsSet.push(reference));
        if (stray !== undefined)
            throw stray;
    }
    catch (error) {
        const cause = stray ?? (cancelled.signal.aborted ? new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Interrupted */ .j$() : error);
        process.exitCode = await reportFailure(host, cause, tagsSet);
    }
    finally {
        for (const [event, handler] of Object.entries(handlers))
            process.off(event, handler);
    }
}
async function reportFailure(host, thrown, tagsSet) {
    const error = (0,_diagnosis_system_error_js__WEBPACK_IMPORTED_MODULE_1__/* .asHostError */ .F)(thrown) ?? thrown;
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)) {
        host.error(`internal error, please report it: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        host.info(error instanceof Error ? (error.stack ?? '') : '');
        sayWhereLogIs(host);
        return 1;
    }
    const { message, cure, location } = error;
    const { tail, fates } = (0,_pipeline_tell_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .tellFailure */ .s)(host, error);
    sayWhereLogIs(host);
    await host.summarize((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .failureSummary */ .j)({
        title: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Interrupted */ .j$ ? 'multiarch-build was cancelled' : 'multiarch-build failed',
        message,
        cure,
        place: location && place(location),
        tail,
        fates,
        tagsSet,
    }));
    return error.exitCode;
}
function sayWhereLogIs(host) {
    const log = host.logFile?.();
    if (log !== undefined)
        host.info(`The whole log: ${log}`);
}
function place(location) {
    return `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(process.cwd(), location.file)}:${location.line}`;
}


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

/***/ 12897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WY: () => (/* binding */ jsonWords),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   g0: () => (/* binding */ splitFlags)
/* harmony export */ });
/**
 * The flags of an instruction, and what follows them, as BuildKit's parser finds them
 * (https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerfile/parser/split_command.go).
 */
function splitFlags(text) {
    const flags = [];
    let rest = text.trim();
    for (;;) {
        const match = /^--((?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s\\"'])+)(?:\s+|$)/.exec(rest);
        if (match === null)
            return { flags, rest };
        const [, name = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(match[1]);
        flags.push({ name, value });
        rest = rest.slice(match[0].length);
    }
}
/** The words after the flags of COPY and ADD, in either form, as written. */
function words(rest) {
    return jsonWords(rest) ?? rest.split(/[\t\v\f\r ]+/).filter((word) => word !== '');
}
/** The words after an instruction's flags where they are a list in JSON; undefined where the builder takes them for a text. */
function jsonWords(rest) {
    if (!rest.startsWith('['))
        return undefined;
    try {
        const list = JSON.parse(rest);
        return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 84258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ clock)
/* harmony export */ });
/** Whole seconds as a clock shows them: `1:02`, `1:00:09`. */
function clock(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const two = (value) => String(value).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${two(seconds % 60)}`;
    return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
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

/***/ 17959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ baseImageWithoutPlatform),
/* harmony export */   _: () => (/* binding */ basesOfPlatforms)
/* harmony export */ });
/* harmony import */ var _dockerfile_image_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95264);
/* harmony import */ var _dockerfile_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61119);
/* harmony import */ var _dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78229);



/** The base images of stages that are for the target's platform, for each of them. */
function basesOfPlatforms({ dockerfile, target, platforms, args, }) {
    return (0,_dockerfile_image_references_js__WEBPACK_IMPORTED_MODULE_0__/* .imageReferences */ .E)(dockerfile, target)
        .filter(({ by, platform }) => by === 'FROM' && (0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .isTargetPlatform */ .pF)(platform))
        .flatMap(({ image: written, line }) => platforms.flatMap((platform) => {
        const image = (0,_dockerfile_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .expandedName */ .b)(written, dockerfile, { args, platform });
        return image === undefined ? [] : [{ image, platform, line }];
    }));
}
/** Base images whose registry has none for a platform: podman fails there, or takes another platform's. */
function baseImageWithoutPlatform({ dockerfile, basesNotThere }) {
    const named = new Map(basesNotThere.map((base) => [`${base.line} ${base.image}`, base]));
    return [...named.values()].map(({ image, line }) => {
        const missing = basesNotThere.filter((base) => base.image === image && base.line === line);
        return {
            message: `the base image ${image} is not published for ${missing.map(({ platform }) => platform.text).join(', ')}`,
            cure: 'use an image, or a newer tag of it, that has every platform, or leave the platform out of platforms',
            location: { file: dockerfile.path, line, endLine: line },
        };
    });
}


/***/ }),

/***/ 96200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q0: () => (/* binding */ describe),
  Pg: () => (/* binding */ findings),
  ZZ: () => (/* binding */ pageOf)
});

// EXTERNAL MODULE: ./build/src/lint/base-image-without-platform.js
var base_image_without_platform = __webpack_require__(17959);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var stages = __webpack_require__(78229);
;// CONCATENATED MODULE: ./build/src/dockerfile/early-arguments.js

/**
 * Arguments that have another value in each build and are declared before a RUN that doesn't name them: it sees them all the same, so
 * nothing from there on can come from a cache (docs/traps.md, 25).
 * @param moving names of arguments that have another value in each build
 */
function earlyArguments(dockerfile, target, moving) {
    return (0,stages/* neededStages */.xB)(dockerfile, target).flatMap(({ instructions }) => instructions.flatMap((declaration, at) => declaration.keyword !== 'ARG'
        ? []
        : declaration.assignments.flatMap(({ name }) => {
            if (!moving.has(name))
                return [];
            const step = instructions.slice(at + 1).find(({ keyword }) => keyword === 'RUN');
            return step === undefined || step.text.includes(name) ? [] : [{ name, declaration, step }];
        })));
}

;// CONCATENATED MODULE: ./build/src/lint/edits.js
/** A Dockerfile's text with lines replaced; an edit with an empty text removes its lines. */
function applyEdits(text, edits) {
    const lines = text.split('\n');
    for (const { line, endLine, text: written } of [...edits].sort((a, b) => b.line - a.line)) {
        lines.splice(line - 1, endLine - line + 1, ...(written === '' ? [] : written.split('\n')));
    }
    return lines.join('\n');
}
/** Lines of a Dockerfile as written. */
function linesAt({ text }, { line, endLine }) {
    return text
        .split('\n')
        .slice(line - 1, endLine)
        .join('\n');
}
/** An instruction with something changed in its text, lines before it included where `before` gives some. */
function changed(facts, { line, endLine }, change, before = []) {
    const written = linesAt(facts, { line, endLine });
    const indent = /^[ \t]*/.exec(written)[0];
    return { line, endLine, text: [...before.map((each) => indent + each), change(written)].join('\n') };
}
/** The line of an instruction on which some text stands first; its first line where it is nowhere. */
function lineWith(facts, instruction, text) {
    const { line, endLine } = instruction;
    const at = linesAt(facts, { line, endLine })
        .split('\n')
        .findIndex((each) => each.includes(text));
    return line + Math.max(at, 0);
}
/**
 * A FROM that takes its image for the building machine.
 * @returns undefined where it can't be told how to write it
 */
function onBuildPlatform(facts, from) {
    if (from.line !== from.endLine)
        return undefined;
    const written = linesAt(facts, from);
    const flag = '--platform=$BUILDPLATFORM';
    const text = written.includes('--platform=')
        ? written.replace(/--platform=\S+/, () => flag)
        : written.replace(/^(\s*FROM)(\s+)/i, (_all, keyword, blank) => `${keyword} ${flag}${blank}`);
    return text === written ? undefined : { line: from.line, endLine: from.line, text };
}

;// CONCATENATED MODULE: ./build/src/lint/cache-busting-argument.js


/** Arguments with another value in each build, declared before steps that don't name them (docs/traps.md, 25). */
function cacheBustingArgument(facts) {
    return earlyArguments(facts.dockerfile, facts.target, facts.moving).map(({ name, declaration, step }) => {
        const replacement = moved(facts, declaration, name);
        return {
            message: `${name} has another value in every build and is declared before the RUN of line ${step.line}, which sees it: from there on every step runs every time`,
            cure: `move ARG ${name} down to where it is used`,
            location: { file: facts.dockerfile.path, line: declaration.line, endLine: declaration.endLine },
            ...(replacement && { replacement }),
        };
    });
}
/** The declaration before the first instruction that names the argument. */
function moved(facts, declaration, name) {
    const { line, endLine, assignments } = declaration;
    if (line !== endLine || assignments.length !== 1)
        return undefined;
    const stage = facts.dockerfile.stages.find(({ instructions }) => instructions.includes(declaration));
    const user = stage.instructions
        .slice(stage.instructions.indexOf(declaration) + 1)
        .find(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
    if (user === undefined)
        return undefined;
    return [
        { line, endLine, text: '' },
        changed(facts, user, (text) => text, [linesAt(facts, declaration).trim()]),
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/dockerfile/copies.js
var copies = __webpack_require__(7663);
// EXTERNAL MODULE: ./build/src/dockerfile/lines.js
var dockerfile_lines = __webpack_require__(11475);
// EXTERNAL MODULE: ./build/src/dockerfile/settings.js
var settings = __webpack_require__(61119);
// EXTERNAL MODULE: ./build/src/fingerprint/flags.js
var flags = __webpack_require__(12897);
;// CONCATENATED MODULE: ./build/src/lint/shell.js
const KEYWORDS = new Set([
    'if',
    'then',
    'else',
    'elif',
    'fi',
    'do',
    'done',
    'while',
    'until',
    '!',
    '{',
    '}',
    'time',
    'exec',
]);
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
/** The commands of a script, in its order. Substitutions stay parts of words: what they run is not listed. */
function commandsOf(script) {
    return separated(script)
        .map(toCommand)
        .filter(({ assignments, words }) => assignments.length + words.length > 0);
}
function toCommand(all) {
    let at = 0;
    while (KEYWORDS.has(all[at] ?? ''))
        at += 1;
    const rest = all.slice(at);
    const program = rest.findIndex((word) => !ASSIGNMENT.test(word));
    const end = program < 0 ? rest.length : program;
    const words = rest.slice(end);
    // `env NAME=value program`
    if (words[0] === 'env' && words.length > 1) {
        const inner = toCommand(words.slice(1));
        return { assignments: [...rest.slice(0, end), ...inner.assignments], words: inner.words };
    }
    return { assignments: rest.slice(0, end), words };
}
/** The words of each command, split where a shell splits them. */
function separated(script) {
    const commands = [[]];
    let word;
    const endWord = () => {
        if (word !== undefined)
            commands.at(-1).push(word);
        word = undefined;
    };
    for (let at = 0; at < script.length; at += 1) {
        const char = script[at];
        if (char === '\\') {
            const next = script[++at];
            if (next !== '\n')
                word = (word ?? '') + (next ?? '');
        }
        else if (char === "'" || char === '"') {
            const end = endOfQuotes(script, at);
            word = (word ?? '') + script.slice(at + 1, end);
            at = end;
        }
        else if (char === '`' || (char === '$' && script[at + 1] === '(')) {
            const end = char === '`' ? indexOr(script.indexOf('`', at + 1), script) : endOfParentheses(script, at + 1);
            word = (word ?? '') + script.slice(at, end + 1);
            at = end;
        }
        else if (char === '#' && word === undefined) {
            at = indexOr(script.indexOf('\n', at), script) - 1;
        }
        else if (/[\n;&|()]/.test(char)) {
            endWord();
            if (commands.at(-1).length > 0)
                commands.push([]);
        }
        else if (/\s/.test(char)) {
            endWord();
        }
        else {
            word = (word ?? '') + char;
        }
    }
    endWord();
    return commands;
}
function endOfQuotes(script, start) {
    const quote = script[start];
    for (let at = start + 1; at < script.length; at += 1) {
        if (script[at] === '\\' && quote === '"')
            at += 1;
        else if (script[at] === quote)
            return at;
    }
    return script.length;
}
function endOfParentheses(script, start) {
    let open = 0;
    for (let at = start; at < script.length; at += 1) {
        if (script[at] === '(')
            open += 1;
        else if (script[at] === ')' && --open === 0)
            return at;
        else if (script[at] === "'" || script[at] === '"')
            at = endOfQuotes(script, at);
    }
    return script.length;
}
function indexOr(index, script) {
    return index < 0 ? script.length : index;
}

;// CONCATENATED MODULE: ./build/src/lint/stage-uses.js







/** The RUN instructions of a stage. */
function runsOf(facts, { instructions }) {
    const lines = (0,dockerfile_lines/* logicalLines */.N)(facts.text).lines;
    return instructions.filter(stages/* isRun */.yz).map((instruction) => {
        const line = lines.find((each) => each.line === instruction.line);
        const { rest } = (0,flags/* splitFlags */.g0)(line?.text ?? instruction.text);
        const bodies = (line?.heredocs ?? []).map(({ body }) => body);
        const words = (0,flags/* jsonWords */.WY)(rest)?.join(' ');
        const script = [words ?? rest, ...bodies].join('\n');
        const plain = bodies.length === 0 && words === undefined;
        return { instruction, script, commands: commandsOf(script), plain };
    });
}
/** Stages whose platform is the target's, of those that go into the image. */
function targetStages(facts) {
    return needed(facts).filter((stage) => isOnTarget(facts, stage));
}
/** Stages that go into the image, in the file's order. */
function needed({ dockerfile, target }) {
    return (0,stages/* neededStages */.xB)(dockerfile, target);
}
/** Whether a stage is for the target's platform. */
function isOnTarget({ dockerfile }, stage) {
    return (0,stages/* isTargetPlatform */.pF)((0,stages/* platformOf */.tj)(dockerfile, stage));
}
/** Whether a stage runs on the building machine. */
function isOnBuildMachine({ dockerfile }, stage) {
    return (0,stages/* isBuildPlatform */._G)((0,stages/* platformOf */.tj)(dockerfile, stage) ?? '');
}
/** Whether what a stage ends with is the image, or a part of what the image goes on from. */
function isShipped({ dockerfile, target }, stage) {
    return (0,stages/* stageChain */.ap)(dockerfile, target).includes(stage);
}
/** Whether any stage of the file goes on from a stage. */
function hasChildren({ dockerfile }, stage) {
    return dockerfile.stages.some((each) => each.index > stage.index && (0,stages/* findStage */.U9)(dockerfile.stages.slice(0, each.index), each.base) === stage);
}
/** Whether a stage goes on from another one, and not from an image. */
function goesOn({ dockerfile }, stage) {
    return (0,stages/* chainOf */.dR)(dockerfile, stage).length > 1;
}
/** Paths that stages which go into the image take from a stage; undefined where one of them mounts it. */
function takenFrom(facts, stage) {
    const paths = [];
    for (const user of needed(facts)) {
        const earlier = facts.dockerfile.stages.slice(0, user.index);
        for (const instruction of user.instructions) {
            if (!(0,stages/* instructionReferences */.rr)(instruction).some((name) => (0,stages/* findStage */.U9)(earlier, name) === stage))
                continue;
            if (instruction.keyword !== 'COPY')
                return undefined;
            paths.push(...(0,copies/* operands */.b)(instruction.text)
                .slice(0, -1)
                .map((path) => external_node_path_.posix.join('/', path)));
        }
    }
    return paths;
}
/** The folder that a stage works in when an instruction begins; undefined where it is the base image's. */
function workingFolder({ dockerfile }, stage, before) {
    let folder;
    for (const each of (0,stages/* chainOf */.dR)(dockerfile, stage)
        .reverse()
        .flatMap(({ instructions }) => instructions)) {
        if (each === before)
            break;
        if (each.keyword === 'WORKDIR')
            folder = external_node_path_.posix.resolve(folder ?? '/', each.text.trim());
    }
    return folder;
}
/** Whether a stage has an ARG of a name before an instruction of it. */
function isDeclared({ instructions }, before, name) {
    return instructions
        .slice(0, instructions.indexOf(before))
        .some(({ keyword, assignments }) => keyword === 'ARG' && assignments.some((each) => each.name === name));
}
/** The text of a stage and of those that it goes on from. */
function textOf({ dockerfile }, stage) {
    return (0,stages/* chainOf */.dR)(dockerfile, stage)
        .flatMap(({ instructions }) => instructions)
        .map(({ text }) => text)
        .join('\n');
}
/** The image that a stage starts from, with the values of its variables where these are known. */
function imageOf(facts, stage) {
    const root = (0,stages/* chainOf */.dR)(facts.dockerfile, stage).at(-1);
    const variables = { args: facts.args, platform: facts.buildPlatform };
    return (0,settings/* expandedName */.b)(root.base, facts.dockerfile, variables) ?? root.base;
}
/** A stage in a sentence. */
function stageName({ name }) {
    return name === undefined ? 'this stage' : `the stage ${name}`;
}

;// CONCATENATED MODULE: ./build/src/lint/context-rules.js


/** A context that takes longer to copy than most builds of it: rarely meant. */
const LARGE = 500e6;
/** Programs that may ask Git for a version, directly or through a build file. */
const MAY_ASK_GIT = /\bgit\b|\b(?:make|goreleaser|mage|task|just|bazel|setuptools.?scm|hatch-vcs|gitversion|nbgv)\b/i;
const INSTALLS_PACKAGES = /\b(?:npm (?:ci|install|i)\b|pnpm (?:i|install)\b|yarn\b|bun (?:i|install)\b)/;
/** A `.git` folder that is copied into a stage where nothing asks Git. */
function gitFolderInContext(facts) {
    const copy = facts.copies.find(({ gitFolder, instruction }) => gitFolder !== undefined &&
        !stagesWith(facts, instruction).some((stage) => runs(facts, stage, MAY_ASK_GIT)));
    if (copy === undefined)
        return [];
    return [
        {
            message: `this copies ${copy.gitFolder}: every commit changes it, so that the steps from here on always run again, and the whole history is in the layer`,
            cure: `add a line ${copy.gitFolder} to ${facts.ignoreFile}`,
            location: locationOf(facts, copy),
        },
    ];
}
/** Node packages of the building machine that take the place of those that were installed for the platform. */
function nodeModulesInContext(facts) {
    const copy = facts.copies.find(({ nodeModules, instruction }) => nodeModules.length > 0 &&
        stagesWith(facts, instruction).some((stage) => runs(facts, stage, INSTALLS_PACKAGES)));
    if (copy === undefined)
        return [];
    return [
        {
            message: `this copies ${copy.nodeModules[0]} of the building machine over what is installed for the platform: its native add-ons are for the wrong one`,
            cure: `add a line **/node_modules to ${facts.ignoreFile}`,
            location: locationOf(facts, copy),
        },
    ];
}
/** Gigabytes that are copied. */
function largeContext(facts) {
    const copy = facts.copies.find(({ bytes }) => bytes > LARGE);
    if (copy?.largest === undefined)
        return [];
    const { largest, bytes } = copy;
    return [
        {
            message: `this copies ${megabytes(bytes)} of the build context, once for each platform; ${megabytes(largest.bytes)} of it are in ${largest.path}`,
            cure: `add what the image doesn’t need to ${facts.ignoreFile}, or copy only what it needs`,
            location: locationOf(facts, copy),
        },
    ];
}
/** The stages that hold an instruction, their own steps and those that they go on from. */
function stagesWith(facts, instruction) {
    return needed(facts).filter((stage) => (0,stages/* chainOf */.dR)(facts.dockerfile, stage).some(({ instructions }) => instructions.includes(instruction)));
}
function runs(facts, stage, pattern) {
    return (0,stages/* chainOf */.dR)(facts.dockerfile, stage).some((each) => runsOf(facts, each).some(({ script }) => pattern.test(script)));
}
function locationOf({ dockerfile }, { instruction }) {
    return { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine };
}
function megabytes(bytes) {
    return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

;// CONCATENATED MODULE: ./build/src/lint/development-stage-last.js
const FOR_WORK = /^(?:dev|devel|development|debug|test|tests|testing|lint|ci|local|build|builder)$/;
const FOR_USE = /^(?:prod|production|release|final|runtime|deploy|app|dist|prod-.*|production-.*)$/;
/** A stage for work that is published because it is the last one (docs/traps.md, 24). */
function developmentStageLast({ dockerfile, target }) {
    if (target !== undefined)
        return [];
    const published = dockerfile.stages.at(-1);
    const meant = dockerfile.stages
        .slice(0, -1)
        .findLast(({ name }) => name !== undefined && FOR_USE.test(name));
    if (published?.name === undefined || meant === undefined || !FOR_WORK.test(published.name))
        return [];
    const { line, endLine } = published.instructions[0];
    return [
        {
            message: `no target is given, so the stage ${published.name} is published, being the last; ${meant.name} is likely to be meant`,
            cure: `set target: ${meant.name}, or target: ${published.name} if that is meant`,
            location: { file: dockerfile.path, line, endLine },
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/lint/cross-go.js




/** Where `go build` is the command: at its beginning, or after variables that are set for it alone. */
const GO_BUILD = /(^|[\s;&|({])go(?=[ \t]+build\b)/g;
/** Whether a command builds a Go program. */
function isGoBuild({ words: [program, verb] }) {
    return program === 'go' && verb === 'build';
}
/** Whether no C compiler has a part in any of a stage's Go programs, by its own word. */
function isWithoutC(facts, stage) {
    const always = (0,stages/* chainOf */.dR)(facts.dockerfile, stage)
        .flatMap(({ instructions }) => instructions)
        .some(({ keyword, assignments }) => keyword === 'ENV' && assignments.some(({ name, value }) => name === 'CGO_ENABLED' && value === '0'));
    const builds = runsOf(facts, stage).flatMap(({ commands }) => commands.filter(isGoBuild));
    return always || builds.every(({ assignments }) => assignments.includes('CGO_ENABLED=0'));
}
/** Files and folders that a stage's `go build` commands write by `-o`, as far as these are known. */
function goOutputs(facts, stage) {
    return runsOf(facts, stage).flatMap(({ instruction, commands }) => {
        const folder = workingFolder(facts, stage, instruction);
        return commands.filter(isGoBuild).flatMap(({ words }) => {
            const at = words.findIndex((word) => word === '-o' || word.startsWith('-o='));
            const output = at < 0 ? undefined : words[at].startsWith('-o=') ? words[at].slice(3) : words[at + 1];
            if (output === undefined || output.includes('$'))
                return [];
            return folder === undefined && !output.startsWith('/') ? [] : [external_node_path_.posix.resolve(folder ?? '/', output)];
        });
    });
}
/**
 * The changes by which all `go build` commands of a stage build for the target's platform.
 * @returns undefined where they can't be told
 */
function forTarget(facts, stage) {
    // Which processor of a family is meant is told by other variables.
    if (facts.platforms.some(({ variant }) => variant !== undefined))
        return undefined;
    const runs = runsOf(facts, stage).filter(({ commands }) => commands.some(isGoBuild));
    const declared = new Set();
    const edits = [];
    for (const run of runs) {
        const edit = ofRun(facts, stage, run, declared);
        if (edit === undefined)
            return undefined;
        edits.push(...edit);
    }
    return edits;
}
function ofRun(facts, stage, run, declared) {
    const { instruction, commands } = run;
    const builds = commands.filter(isGoBuild);
    const settled = ['GOOS', 'GOARCH'].map((name) => isSettled(facts, stage, run, name));
    if (settled.includes(undefined) || !run.plain)
        return undefined;
    const names = ['OS', 'ARCH'].filter((_name, at) => settled[at] === false);
    if (names.length === 0)
        return [];
    const written = linesAt(facts, instruction);
    if ([...written.matchAll(GO_BUILD)].length !== builds.length || /^\s*#/m.test(written))
        return undefined;
    const missing = names
        .map((name) => `TARGET${name}`)
        .filter((name) => !declared.has(name) && !isDeclared(stage, instruction, name));
    for (const name of missing)
        declared.add(name);
    const variables = names.map((name) => `GO${name}=$TARGET${name} `).join('');
    return [
        changed(facts, instruction, (text) => text.replace(GO_BUILD, (_all, before) => `${before}${variables}go`), missing.map((name) => `ARG ${name}`)),
    ];
}
/** Whether a variable is set already, rightly; undefined where it is set in some way that is not understood. */
function isSettled(facts, stage, { instruction, commands }, name) {
    const isRight = (value) => /\$\{?TARGET(?:OS|ARCH)\b/.test(value) || (name === 'GOOS' && value === 'linux');
    const builds = commands.filter(isGoBuild);
    const inline = builds.map(({ assignments }) => assignments.find((each) => each.startsWith(`${name}=`)));
    if (inline.every((each) => each !== undefined && isRight(each.slice(name.length + 1))))
        return true;
    const environment = stage.instructions
        .slice(0, stage.instructions.indexOf(instruction))
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(({ assignments }) => assignments)
        .filter((each) => each.name === name);
    if (environment.length > 0)
        return environment.every(({ value = '' }) => isRight(value)) || undefined;
    return linesAt(facts, instruction).includes(name) ? undefined : false;
}

;// CONCATENATED MODULE: ./build/src/lint/toolchains.js
const BUILD_SCRIPT = /^(?:\w+[:_-])*(?:build|bundle|compile|generate|export)(?:[:_-][\w:-]+)?$/;
const BUNDLERS = new Set([
    'vite',
    'next',
    'nuxt',
    'ng',
    'webpack',
    'rollup',
    'astro',
    'parcel',
    'gatsby',
    'react-scripts',
]);
/** Toolchains that can work for another platform. */
const TOOLCHAINS = [
    {
        name: 'Go',
        compiles: ({ words: [program, verb] }) => program === 'go' && verb === 'build',
        bound: /CGO_ENABLED[= ]"?1|CGO_C?FLAGS|-race\b|-buildmode=(?:plugin|c-)|\b(?:gcc|g\+\+|clang|musl-dev|build-base|build-essential|libc6?-dev|gcc-c\+\+)\b|\bxx-/,
    },
    {
        name: 'Rust',
        compiles: ({ words: [program, ...rest] }) => program === 'cargo' && cargoVerb(rest) === 'build',
        bound: /\bxx-|--target\b|CARGO_BUILD_TARGET|zigbuild/,
    },
    {
        name: 'Java',
        compiles: ({ words: [program = '', ...rest] }) => /^(?:\.\/|\/\S*\/)?(?:mvnw?|gradlew?)$/.test(program) &&
            rest.some((word) => /^:?(?:[\w-]+:)*(?:package|install|verify|build|assemble|bootJar|shadowJar|jar|war|installDist)$/.test(word)),
        bound: /\bjlink\b|jpackage|native-image|-Pnative|nativeCompile|graalvm/i,
        portable: /\.[jw]ar$|\/target(?:\/|$)|\/build\/(?:libs|install|distributions)(?:\/|$)|\/(?:dependencies|spring-boot-loader|snapshot-dependencies|application)\/?$/,
    },
    {
        name: 'Node',
        compiles: ({ words }) => bundles(words),
        bound: /node-gyp|\bpkg\b.*-t|electron|--compile\b/,
        portable: /\/(?:package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$|\/(?:dist|build|out|public|www|html|static|_site|site|browser)(?:\/[^/]*)*$/,
    },
    {
        name: '.NET',
        compiles: ({ words: [program, verb] }) => program === 'dotnet' && verb === 'publish',
        bound: /PublishAot|(?:--arch|-a)[ =]|(?:--runtime|-r)[ =]|--self-contained|TARGETARCH|RuntimeIdentifier/,
    },
];
function cargoVerb(words) {
    return words.find((word) => !word.startsWith('+') && !word.startsWith('-'));
}
function bundles([program = '', ...rest]) {
    const verbs = rest.filter((word) => !word.startsWith('-'));
    if (/^(?:npm|pnpm|yarn|bun)$/.test(program))
        return verbs.some((verb, at) => BUILD_SCRIPT.test(verb) && (program !== 'npm' || verbs[at - 1] === 'run'));
    if (program === 'npx')
        return BUNDLERS.has(verbs[0] ?? '') && verbs[1] === 'build';
    return BUNDLERS.has(program.replace(/^.*\/\.bin\//, '')) && verbs[0] === 'build';
}
/** Programs that leave nothing behind that depends on the machine, where what they write is not taken. */
const NEUTRAL = new Set('apk apt-get apt dnf microdnf yum tdnf mkdir chmod chown cp mv rm echo printf ls cat touch set test [ true : cd adduser addgroup useradd groupadd update-ca-certificates corepack export sha256sum'.split(' '));
const ALSO = {
    Go: ({ words: [program, ...rest] }) => program === 'go' && (/^(?:mod|version|env|vet|work)$/.test(rest[0] ?? '') || rest[0] === 'build'),
    Rust: () => false,
    Java: ({ words: [program = ''] }) => /^(?:\.\/|\/\S*\/)?(?:mvnw?|gradlew?|java)$/.test(program),
    Node: ({ words: [program = ''] }) => /^(?:npm|pnpm|yarn|bun|npx)$/.test(program) || BUNDLERS.has(program),
    '.NET': ({ words: [program] }) => program === 'dotnet',
};
/** Whether nothing that a command does hangs on the machine that it runs on, but for what the toolchain is told. */
function isNeutral(command, toolchain) {
    const [program] = command.words;
    if (program === undefined)
        return command.assignments.every((each) => !each.includes('$('));
    return NEUTRAL.has(program) || (toolchain !== undefined && ALSO[toolchain](command));
}

;// CONCATENATED MODULE: ./build/src/lint/emulated-compile.js




/** Files that packages and sources bring, the same for every machine. */
const DATA = /^\/(?:etc|usr\/share)\//;
/** Compilers and bundlers that run on the target's platform, under emulation, and needn't. */
function emulatedCompile(facts) {
    if (facts.emulated.length === 0)
        return [];
    return targetStages(facts).flatMap((stage) => {
        const runs = runsOf(facts, stage);
        for (const toolchain of TOOLCHAINS) {
            const run = runs.find(({ commands }) => commands.some(toolchain.compiles));
            if (run === undefined || toolchain.bound?.test(textOf(facts, stage)))
                continue;
            const shipped = isShipped(facts, stage);
            if (shipped ? !isSplittable(toolchain) : !isPortable(facts, stage, toolchain))
                continue;
            return [found(facts, stage, run, toolchain, shipped)];
        }
        return [];
    });
}
/** Whether a compiler in the shipped stage itself has a better place for certain: what it makes is one program. */
function isSplittable({ name }) {
    return name === 'Go' || name === 'Rust';
}
function isPortable(facts, stage, { portable }) {
    const taken = takenFrom(facts, stage);
    if (taken === undefined || taken.length === 0)
        return false;
    return portable === undefined || taken.every((path) => portable.test(path) || DATA.test(path));
}
function found(facts, stage, run, toolchain, shipped) {
    const { line, endLine } = run.instruction;
    const platforms = facts.emulated.map(({ text }) => text).join(', ');
    const replacement = shipped ? undefined : replacementFor(facts, stage, toolchain);
    return {
        message: `this RUN compiles ${toolchain.name} in ${stageName(stage)}, which is emulated for ${platforms}: many times slower than on the building machine`,
        cure: replacement !== undefined
            ? 'let the stage run on the building machine, which gives the same files'
            : cureFor(facts, stage, toolchain, shipped),
        location: { file: facts.dockerfile.path, line, endLine },
        ...(replacement && { replacement }),
    };
}
function cureFor(facts, stage, { name }, shipped) {
    const from = `FROM --platform=$BUILDPLATFORM ${imageOf(facts, stage)}`;
    const start = shipped
        ? `compile in a stage of its own, “${from} AS build”, and take the program from there with COPY --from=build`
        : goesOn(facts, stage)
            ? `give the stage a base of its own, “${from}”`
            : `write “${from}”`;
    switch (name) {
        case 'Go':
            return `${start}; then “ARG TARGETOS” and “ARG TARGETARCH” before this RUN, and CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH before go build, unless the program has C in it`;
        case 'Rust':
            return `${start}; then “ARG TARGETARCH”, rustup target add and a linker for the target, and cargo build --target`;
        case '.NET':
            return `${start}; then “ARG TARGETARCH”, and -a $TARGETARCH for dotnet restore and dotnet publish`;
        default:
            return start;
    }
}
/** The lines to write, where they are sure to give what was there before. */
function replacementFor(facts, stage, toolchain) {
    if (goesOn(facts, stage) || hasChildren(facts, stage))
        return undefined;
    const commands = runsOf(facts, stage).flatMap((run) => run.commands);
    if (!commands.every((command) => isNeutral(command, toolchain.name)))
        return undefined;
    const from = onBuildPlatform(facts, stage.instructions[0]);
    if (from === undefined)
        return undefined;
    switch (toolchain.name) {
        case 'Go': {
            if (!isWithoutC(facts, stage) || !isOfGo(facts, stage))
                return undefined;
            const edits = forTarget(facts, stage);
            return edits && [from, ...edits];
        }
        case 'Java':
        case 'Node':
            return [from];
        case '.NET':
            return /UseAppHost=false/.test(textOf(facts, stage)) ? [from] : undefined;
        case 'Rust':
            return undefined;
    }
}
/** Whether all that is taken from a stage is Go's, or data. */
function isOfGo(facts, stage) {
    const last = runsOf(facts, stage).at(-1);
    const folder = workingFolder(facts, stage, last.instruction);
    const places = [...goOutputs(facts, stage), ...(folder === undefined || folder === '/' ? [] : [folder])];
    return takenFrom(facts, stage).every((path) => DATA.test(path) || places.some((place) => path === place || path.startsWith(`${place}/`)));
}

;// CONCATENATED MODULE: ./build/src/lint/architectures.js
/** How architectures are written, by their name in Go. Each expression holds between delimiters. */
const SPELLINGS = {
    amd64: 'amd64|x86_64|x86-64|x64|linux64',
    arm64: 'arm64v8|arm64|aarch64',
    arm: 'arm32v[67]|armv[67][a-z]*|armhf|armel',
    386: 'i386|i686',
    ppc64le: 'ppc64le|ppc64el',
    s390x: 's390x',
    riscv64: 'riscv64',
};
const NAMES = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(SPELLINGS).join('|')})(?![A-Za-z0-9])`, 'gi');
/** Ways in which a script asks for the machine that it runs on. */
const ASKS_RUNNING = /\buname\b|dpkg(?:-architecture| +--print-architecture)|apk +--print-arch|\$\(arch\)|`arch`|\brpm +(?:-E|--eval)|getconf LONG_BIT|dpkgArch/;
/** Ways in which it is told the machine that it is for. */
const IS_TOLD = /\bTARGET(?:ARCH|PLATFORM|VARIANT)\b|\bBUILD(?:ARCH|PLATFORM)\b|\bxx-/;
/** Whether what a script does depends on the machine that it runs on. */
function asksRunningMachine(text) {
    return ASKS_RUNNING.test(text);
}
/** The names of architectures in a text. */
function architecturesIn(text) {
    return [...text.matchAll(NAMES)].map(([written]) => ({ written, architecture: architectureOf(written) }));
}
/** The one architecture that a text names; undefined where it names none, or several, or tells machines apart. */
function soleArchitecture(text) {
    if (ASKS_RUNNING.test(text) || IS_TOLD.test(text))
        return undefined;
    const names = architecturesIn(text);
    return new Set(names.map(({ architecture }) => architecture)).size === 1 ? names[0] : undefined;
}
/** Platforms of a build that an architecture is wrong for. */
function othersThan(architecture, platforms) {
    // An amd64 machine runs what is for 386, and that is how its libraries get there.
    const right = architecture === '386' ? ['386', 'amd64'] : [architecture];
    return platforms.filter((platform) => !right.includes(platform.architecture));
}
function architectureOf(written) {
    return Object.keys(SPELLINGS).find((name) => new RegExp(`^(?:${SPELLINGS[name]})$`, 'i').test(written));
}

;// CONCATENATED MODULE: ./build/src/lint/emulated-download.js





const PACKERS = new Set(['tar', 'unzip', 'gunzip', 'gzip', 'bunzip2', 'xz', 'bsdtar', 'case', 'esac', 'grep']);
/** Stages that do nothing but fetch and unpack files, under emulation, and needn't. */
function emulatedDownload(facts) {
    if (facts.emulated.length === 0)
        return [];
    return targetStages(facts).flatMap((stage) => {
        if (isShipped(facts, stage) || goesOn(facts, stage) || hasChildren(facts, stage))
            return [];
        const download = downloadOf(facts, stage);
        const from = onBuildPlatform(facts, stage.instructions[0]);
        if (download === undefined || from === undefined)
            return [];
        const platforms = facts.emulated.map(({ text }) => text).join(', ');
        return [
            {
                message: `${stageName(stage)} does nothing but download files, and is emulated for ${platforms}`,
                cure: 'let the stage run on the building machine, which fetches the same files',
                location: { file: facts.dockerfile.path, line: download.line, endLine: download.endLine },
                replacement: [from],
            },
        ];
    });
}
/** The RUN that downloads, where nothing in the stage hangs on the machine that it runs on. */
function downloadOf(facts, stage) {
    const runs = runsOf(facts, stage);
    const commands = runs.flatMap((run) => run.commands);
    if (!commands.every((command) => isDownload(command) || isUnpacking(command)))
        return undefined;
    if (runs.some(({ script }) => asksRunningMachine(script) || /\b(?:pip|npm|gem)\b/.test(script)))
        return undefined;
    const taken = takenFrom(facts, stage) ?? [];
    const scripts = runs.map(({ script }) => script).join('\n');
    // A file that no command names may come from a package, which is for the machine that it was installed on.
    if (taken.length === 0 || !taken.every((path) => isNamed(path, scripts)))
        return undefined;
    return runs.find((run) => run.commands.some(isDownload))?.instruction;
}
function isNamed(path, scripts) {
    const parts = path.split('/').filter((part) => part !== '');
    if (/^(?:usr|lib|lib64|bin|sbin)$/.test(parts[0] ?? '') && parts[1] !== 'local')
        return false;
    return scripts.includes(external_node_path_.posix.basename(path)) || scripts.includes(external_node_path_.posix.dirname(path));
}
function isDownload({ words }) {
    return /^(?:curl|wget)$/.test(words[0] ?? '');
}
function isUnpacking(command) {
    const [program = ''] = command.words;
    return PACKERS.has(program) || isNeutral(command, undefined) || isCasePattern(command);
}
// `amd64) name=x86_64 ;;` reads as a command that is one word.
function isCasePattern({ words, assignments }) {
    return (assignments.length === 0 &&
        words.length === 1 &&
        /^[\w*./-]+$/.test(words[0]) &&
        !words[0].includes('/'));
}

// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
;// CONCATENATED MODULE: ./build/src/lint/fixed-platform.js






/** Stages for one platform: that of the image itself, and those that compile on a machine which isn't there. */
function fixedPlatform(facts) {
    const shipped = (0,stages/* stageChain */.ap)(facts.dockerfile, facts.target);
    return needed(facts).flatMap((stage) => {
        const platform = platformOf(facts, stage);
        if (platform === undefined)
            return [];
        return shipped.includes(stage)
            ? shippedStage(facts, stage, platform)
            : compilingStage(facts, stage, platform);
    });
}
/** What `--platform` of a stage's FROM says, where that is one platform for all builds. */
function platformOf(facts, { platform }) {
    if (platform === undefined || /\$\{?(?:TARGET|BUILD)/.test(platform))
        return undefined;
    const variables = { args: facts.args, platform: facts.buildPlatform };
    try {
        return (0,oci_platform/* parsePlatform */.Y8)((0,settings/* expandedName */.b)(platform, facts.dockerfile, variables) ?? '');
    }
    catch {
        return undefined;
    }
}
function shippedStage(facts, stage, platform) {
    const others = facts.platforms.filter(({ os, architecture }) => os !== platform.os || architecture !== platform.architecture);
    if (others.length === 0)
        return [];
    const replacement = withoutFlag(facts, stage);
    return [
        {
            message: `${stageName(stage)} is for ${platform.text} alone, and what is shipped goes on from it: images for ${others.map(({ text }) => text).join(', ')} would hold programs for ${platform.text}`,
            cure: 'remove --platform: without it a stage is for the platform that is built',
            location: fixed_platform_locationOf(facts, stage),
            ...(replacement && { replacement }),
        },
    ];
}
function compilingStage(facts, stage, platform) {
    const compiles = TOOLCHAINS.some((toolchain) => runsOf(facts, stage).some(({ commands }) => commands.some(toolchain.compiles)));
    if (!compiles || platform.architecture === facts.buildPlatform.architecture)
        return [];
    return [
        {
            message: `${stageName(stage)} compiles on ${platform.text}, which is emulated on this ${facts.buildPlatform.text} machine`,
            cure: 'write --platform=$BUILDPLATFORM, and let what it compiles depend on TARGETARCH',
            location: fixed_platform_locationOf(facts, stage),
        },
    ];
}
function withoutFlag(facts, { instructions }) {
    const from = instructions[0];
    if (from.line !== from.endLine)
        return undefined;
    return [
        { line: from.line, endLine: from.line, text: linesAt(facts, from).replace(/--platform=\S+[ \t]+/, '') },
    ];
}
function fixed_platform_locationOf({ dockerfile }, { instructions }) {
    const { line, endLine } = instructions[0];
    return { file: dockerfile.path, line, endLine };
}

;// CONCATENATED MODULE: ./build/src/lint/hard-coded-architecture.js





/** Variables by which compilers and scripts choose the machine that they make something for. */
const CHOOSES = /^(?:GOARCH|CARGO_BUILD_TARGET|(?:TARGET_?|CPU_|SYSTEM_|[A-Z]+_)?ARCH(?:ITECTURE)?)$/;
/** Automatic ones, which have a rule of their own, and those of the building machine. */
const NOT_CHOOSING = /^(?:TARGETARCH|BUILD_?ARCH|HOST_?ARCH)$/;
const TRIPLE = /(?:^|[=-])(?:x86_64|aarch64|i686|armv7|arm|powerpc64le|s390x|riscv64gc)-[a-z]+-linux-/;
/** Architectures that are written down where every platform has its own. */
function hardCodedArchitecture(facts) {
    return needed(facts).flatMap((stage) => fixedIn(facts, stage).flatMap(({ instruction, name, what, cure, replacement }) => {
        const others = othersThan(name.architecture, facts.platforms);
        if (others.length === 0 || isChosenByName(facts, stage, name))
            return [];
        const line = lineWith(facts, instruction, name.written);
        return [
            {
                message: `${what} is for ${name.architecture}, and ${others.map(({ text }) => text).join(', ')} ${others.length === 1 ? 'gets' : 'get'} the same`,
                cure,
                location: { file: facts.dockerfile.path, line, endLine: line },
                ...(replacement && { replacement }),
            },
        ];
    }));
}
/** Stages such as build-amd64 are there once for each architecture. */
function isChosenByName({ dockerfile }, stage, { architecture }) {
    return (0,stages/* chainOf */.dR)(dockerfile, stage).some(({ name }) => architecturesIn(name ?? '').some((each) => each.architecture === architecture));
}
function fixedIn(facts, stage) {
    const onTarget = isOnTarget(facts, stage);
    const runs = new Map(runsOf(facts, stage).map((run) => [run.instruction, run]));
    return stage.instructions.flatMap((instruction) => {
        const fixed = (() => {
            switch (instruction.keyword) {
                case 'FROM':
                    return onTarget ? fixedImage(instruction, stage) : undefined;
                case 'ARG':
                case 'ENV':
                    return fixedVariable(facts, stage, instruction, onTarget);
                case 'RUN':
                    return fixedRun(facts, stage, runs.get(instruction), onTarget);
                case 'COPY':
                case 'ADD':
                    return onTarget ? fixedSource(instruction) : undefined;
                default:
                    return undefined;
            }
        })();
        return fixed === undefined ? [] : [fixed];
    });
}
// `amd64/alpine` of Docker Hub, and tags that end in an architecture: each is one platform's.
function fixedImage(instruction, { base }) {
    const image = base.replace(/^docker\.io\//, '');
    const name = soleArchitecture(/^(?:amd64|arm64v8|arm32v[67]|i386|ppc64le|s390x|riscv64)\/[^/]+$/.test(image)
        ? image.split('/')[0]
        : (/:[^:/@]*-(\w+)$/.exec(image)?.[1] ?? ''));
    if (name === undefined || image.includes('$'))
        return undefined;
    return {
        instruction,
        name,
        what: `the base image ${base}`,
        cure: 'name the image that is published for all platforms, without the architecture',
    };
}
function fixedVariable(facts, stage, instruction, onTarget) {
    for (const assignment of instruction.assignments) {
        const { name: variable, value = '', form } = assignment;
        const name = form === 'unclear' ? undefined : soleArchitecture(value);
        if (name === undefined || NOT_CHOOSING.test(variable))
            continue;
        const whole = name.written === value || TRIPLE.test(value);
        const chooses = CHOOSES.test(variable) && whole && isUsed(stage, instruction, variable);
        // In the environment of an image such a path leads nowhere on other platforms.
        if (!chooses && !(onTarget && instruction.keyword === 'ENV' && value.includes('/')))
            continue;
        const replacement = chooses ? variableEdit(facts, stage, instruction, assignment) : undefined;
        return {
            instruction,
            name,
            what: `${instruction.keyword} ${variable}=${value}`,
            cure: chooses
                ? `let it be the target’s: “ARG TARGETARCH” and ${instruction.keyword} ${variable}=$TARGETARCH`
                : 'use a path without the architecture, or a link to it that a RUN makes',
            ...(replacement && { replacement }),
        };
    }
    return undefined;
}
// What compilers read from the environment needn't be named.
function isUsed({ instructions }, declaration, variable) {
    if (/^(?:GOARCH|CARGO_BUILD_TARGET)$/.test(variable))
        return true;
    const later = instructions.slice(instructions.indexOf(declaration) + 1);
    return later.some(({ text }) => new RegExp(`\\b${variable}\\b`).test(text));
}
function variableEdit(facts, stage, instruction, { name, value }) {
    // Other spellings than Go's have no variable of their own.
    const written = linesAt(facts, instruction);
    if (!/^(?:amd64|arm64|386|ppc64le|s390x|riscv64)$/.test(value) || instruction.assignments.length > 1)
        return undefined;
    const pattern = new RegExp(`\\b${name}([= ])(["']?)${value}\\2(?=\\s*$)`);
    if (!pattern.test(written))
        return undefined;
    const text = (line) => line.replace(pattern, (_all, between) => `${name}${between}$TARGETARCH`);
    return [changed(facts, instruction, text, declaration(stage, instruction))];
}
function declaration(stage, before) {
    return isDeclared(stage, before, 'TARGETARCH') ? [] : ['ARG TARGETARCH'];
}
function fixedRun(facts, stage, run, onTarget) {
    const { instruction, script, commands } = run;
    const sole = soleArchitecture(script);
    // Whoever names several builds for each of them.
    if (sole === undefined)
        return undefined;
    for (const command of commands) {
        const assignment = command.assignments
            .concat(command.words[0] === 'export' ? command.words.slice(1) : [])
            .find((each) => isChoosing(each));
        if (assignment !== undefined) {
            const replacement = inlineEdit(facts, stage, run, assignment);
            return {
                instruction,
                name: sole,
                what: assignment,
                cure: `write “ARG TARGETARCH” before it, and ${assignment.split('=')[0]}=$TARGETARCH`,
                ...(replacement && { replacement }),
            };
        }
        const target = rustTarget(command);
        if (target !== undefined) {
            return {
                instruction,
                name: sole,
                what: target,
                cure: 'choose the target by TARGETARCH, after “ARG TARGETARCH”',
            };
        }
        const file = onTarget ? fetchedFile(command) : undefined;
        if (file !== undefined) {
            return {
                instruction,
                name: sole,
                what: file,
                cure: 'choose the file by TARGETARCH, after “ARG TARGETARCH”; where it is spelled in another way, with a case of the shell',
            };
        }
    }
    return undefined;
}
function isChoosing(assignment) {
    const [name = '', value = ''] = assignment.split('=');
    return (CHOOSES.test(name) &&
        !NOT_CHOOSING.test(name) &&
        (soleArchitecture(value)?.written === value || TRIPLE.test(value)));
}
function inlineEdit(facts, stage, { instruction, plain }, assignment) {
    const written = linesAt(facts, instruction);
    const [name, value] = assignment.split('=');
    const at = new RegExp(`(^|[\\s;&|({])${name}=${value}(?=[\\s;&|)])`, 'g');
    const isGo = /^(?:amd64|arm64|386|ppc64le|s390x|riscv64)$/.test(value);
    // Within quotes it may be text.
    if (!isGo || !plain || /^\s*#/m.test(written) || [...written.matchAll(at)].length === 0)
        return undefined;
    if (architecturesIn(written).length !== [...written.matchAll(at)].length ||
        /["'][^"']*\bGOARCH=/.test(written))
        return undefined;
    return [
        changed(facts, instruction, (text) => text.replace(at, (_all, before) => `${before}${name}=$TARGETARCH`), declaration(stage, instruction)),
    ];
}
function rustTarget({ words: [program = '', ...rest] }) {
    if (!/^(?:cargo|rustup|rustc)$/.test(program))
        return undefined;
    return rest.find((word) => TRIPLE.test(word))?.replace(/^--target=/, '');
}
/** The file for one architecture that a command downloads or installs. */
function fetchedFile({ words: [program = '', ...rest] }) {
    if (!/^(?:curl|wget|dpkg|apt-get|apt|dnf|microdnf|yum|rpm|tar|unzip)$/.test(program))
        return undefined;
    const file = rest.find((word) => /[/.]/.test(word) && architecturesIn(word).length > 0);
    return file && inShort(file);
}
// A URL from the part on that names the architecture.
function inShort(path) {
    const parts = path.split('/');
    return parts.slice(parts.findIndex((part) => architecturesIn(part).length > 0)).join('/');
}
function fixedSource(instruction) {
    const sources = (0,copies/* operands */.b)(instruction.text).slice(0, -1);
    const name = soleArchitecture(sources.join('\n'));
    const source = name && sources.find((each) => each.includes(name.written));
    if (name === undefined || source === undefined || textHasVariants(instruction))
        return undefined;
    return {
        instruction,
        name,
        what: /^https?:/.test(source) ? inShort(source) : source,
        cure: source.includes('-linux-gnu')
            ? 'copy from a path without the architecture: let a RUN of the source’s stage put the files there'
            : 'write “ARG TARGETARCH” before it, and the name with $TARGETARCH; one file for each architecture',
    };
}
// Where the destination names it too the file is meant for that architecture, as a data file is.
function textHasVariants({ text }) {
    return architecturesIn((0,copies/* operands */.b)(text).at(-1) ?? '').length > 0;
}

// EXTERNAL MODULE: ./build/src/lint/ignore-file.js
var ignore_file = __webpack_require__(17532);
;// CONCATENATED MODULE: ./build/src/lint/lost-in-oci-format.js

/** Instructions that OCI's format has no place for (docs/traps.md, 17). The last of each, since one is as good as many. */
function lostInOciFormat({ dockerfile, target, format }) {
    if (format !== 'oci')
        return [];
    const instructions = (0,stages/* stageChain */.ap)(dockerfile, target)
        .reverse()
        .flatMap((stage) => stage.instructions);
    return ['HEALTHCHECK', 'SHELL', 'ONBUILD']
        .map((keyword) => instructions.findLast((instruction) => instruction.keyword === keyword))
        .filter((instruction) => instruction !== undefined)
        .filter(({ keyword, text }) => keyword !== 'HEALTHCHECK' || text.trim().toUpperCase() !== 'NONE')
        .map(({ keyword, line, endLine }) => ({
        message: `OCI’s format has no place for ${keyword}, so podman drops it from the image`,
        cure: `set format: docker to keep ${keyword}, or remove it`,
        location: { file: dockerfile.path, line, endLine },
    }));
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/src/lint/platform-arguments.js




const USE = /(?<!\\)\$(?:\{((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\}|((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\b)/g;
/** Automatic arguments that are given a value of their own in the Dockerfile. */
function platformArgumentDefault(facts) {
    return [...facts.dockerfile.globals, ...needed(facts).flatMap(({ instructions }) => instructions)].flatMap((instruction) => {
        if (instruction.keyword !== 'ARG')
            return [];
        for (const assignment of instruction.assignments) {
            const effect = effectOf(facts, assignment);
            if (effect === undefined)
                continue;
            const { name, value } = assignment;
            const sole = instruction.assignments.length === 1 && instruction.line === instruction.endLine;
            return [
                {
                    message: `ARG ${name}=${value} gives a value to an argument that builders set for each platform: ${effect}`,
                    cure: `write ARG ${name}, without a value`,
                    location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
                    ...(sole && {
                        replacement: [changed(facts, instruction, (text) => text.replace(/^(\s*\w+\s+\w+)=.*$/, '$1'))],
                    }),
                },
            ];
        }
        return [];
    });
}
// Each shown by podman 4.3.1 and 5.8.6; Docker's builder takes a default before its own value.
function effectOf({ platforms }, { name, value, form }) {
    if (value === undefined || form !== 'literal')
        return undefined;
    if (name === 'TARGETPLATFORM' || name === 'BUILDPLATFORM')
        return 'podman 5.8 refuses to build that, and older ones may take it in place of the platform’s';
    if (name !== 'TARGETARCH' && name !== 'TARGETOS')
        return undefined;
    const isRight = platforms.every((each) => (name === 'TARGETOS' ? each.os : each.architecture) === value);
    return isRight
        ? undefined
        : 'podman does so here too, but Docker’s builder takes the one that is written for all of them';
}
/** Automatic arguments that are used where no ARG declares them, so that they are empty. */
function undeclaredPlatformArgument(facts) {
    return needed(facts).flatMap((stage) => {
        const known = declaredBefore(facts, stage);
        const runs = runsOf(facts, stage);
        return stage.instructions.flatMap((instruction) => {
            if (instruction.keyword === 'FROM')
                return [];
            for (const { name } of instruction.assignments) {
                if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV')
                    known.add(name);
            }
            const names = usedIn(runs, instruction).filter((name) => !known.has(name));
            if (names.length === 0)
                return [];
            for (const name of names)
                known.add(name);
            const line = lineWith(facts, instruction, names[0]);
            return [
                {
                    message: `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} no value here: this stage has no ARG for ${names.length === 1 ? 'it' : 'them'}, and one of another stage or before the first FROM does not count`,
                    cure: `write ${names.map((name) => `“ARG ${name}”`).join(' and ')} in this stage, before it is used`,
                    location: { file: facts.dockerfile.path, line, endLine: line },
                    replacement: [
                        changed(facts, instruction, (text) => text, names.map((name) => `ARG ${name}`)),
                    ],
                },
            ];
        });
    });
}
// In 5.8 a stage has the arguments of the one that it goes on from, in 4.3 it has not.
function declaredBefore({ dockerfile, podman }, stage) {
    const inherited = semver.lt(podman, '4.4.0') ? ['ENV'] : ['ENV', 'ARG'];
    return new Set((0,stages/* chainOf */.dR)(dockerfile, stage)
        .slice(1)
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => inherited.includes(keyword))
        .flatMap(({ assignments }) => assignments.map(({ name }) => name)));
}
function usedIn(runs, instruction) {
    if (!/^(?:RUN|COPY|ADD|ENV|LABEL|ARG|WORKDIR)$/.test(instruction.keyword))
        return [];
    const script = runs.find((run) => run.instruction === instruction)?.script;
    const text = script ?? instruction.text;
    const names = [...text.matchAll(USE)].map((match) => match[1] ?? match[2]);
    // A script may set it itself, or read it from a file.
    return [...new Set(names)].filter((name) => !new RegExp(`\\b${name}=|\\bread +(?:-\\w+ +)*${name}\\b`).test(text));
}

;// CONCATENATED MODULE: ./build/src/lint/podman-differences.js



/** The oldest podman that keeps what RUN writes to a volume: https://github.com/podman-container-tools/buildah/pull/5604. */
const VOLUMES_KEPT_SINCE = '5.2.0';
/** Volumes that a later RUN writes to, where podman drops that. */
function volumeBeforeWrites(facts) {
    const { dockerfile, podman } = facts;
    if (semver.gte(podman, VOLUMES_KEPT_SINCE))
        return [];
    return needed(facts).flatMap(({ instructions }) => instructions.flatMap((volume, at) => {
        if (volume.keyword !== 'VOLUME')
            return [];
        const paths = volume.text.match(/\/[^\s"',\]$]+/g) ?? [];
        const writer = instructions
            .slice(at + 1)
            .find(({ keyword, text }) => keyword === 'RUN' && paths.some((path) => text.includes(path)));
        if (writer === undefined)
            return [];
        return [
            {
                message: `podman ${podman} drops what the RUN of line ${writer.line} writes to the volume ${paths.join(', ')}`,
                cure: 'move VOLUME down behind the last RUN that writes there, or use podman 5.2 or newer',
                location: { file: dockerfile.path, line: volume.line, endLine: volume.endLine },
            },
        ];
    }));
}
// Quoted as a shell would: https://github.com/podman-container-tools/buildah/issues/6048 and 7103.
const TAKEN_LITERALLY = /\\\$|'[^'\n]*\$[A-Za-z_{][^'\n]*'/;
/** Here-documents of COPY and ADD of which podman and Docker make different files. */
function heredocQuoting(facts) {
    const { dockerfile, text } = facts;
    const { of, doubts } = (0,dockerfile_lines/* linesOf */.D)(dockerfile, text);
    if (doubts.length > 0)
        return [];
    return needed(facts)
        .flatMap(({ instructions }) => instructions)
        .filter((instruction) => /^(?:COPY|ADD)$/.test(instruction.keyword) &&
        of(instruction).heredocs.some(({ expands, body }) => expands && TAKEN_LITERALLY.test(body)))
        .map(({ line, endLine }) => ({
        message: 'in a here-document podman leaves variables in single quotes as they are, and the backslash of \\$; Docker does neither',
        cure: 'quote the delimiter, such as <<"EOF", and let nothing expand, or copy a file',
        location: { file: dockerfile.path, line, endLine },
    }));
}

;// CONCATENATED MODULE: ./build/src/lint/target-architecture-unused.js



/** Ways of saying which machine is meant, rightly or not. */
const SAYS = /\bTARGET\w*|\bGOARCH\b|\bCARGO_BUILD_TARGET\b|--target\b|\bxx-|zigbuild|\bcross\b/;
/** Stages that run on the building machine and compile for it, though the image is for others too. */
function targetArchitectureUnused(facts) {
    const others = facts.platforms.filter(({ architecture }) => architecture !== facts.buildPlatform.architecture);
    if (others.length === 0)
        return [];
    return needed(facts).flatMap((stage) => {
        if (!isOnBuildMachine(facts, stage) || SAYS.test(textOf(facts, stage)))
            return [];
        const run = runsOf(facts, stage).find(({ commands }) => commands.some(isCompiler));
        if (run === undefined || !isTaken(facts, stage))
            return [];
        const { line, endLine } = run.instruction;
        const isGo = run.commands.some(isGoBuild);
        const replacement = isGo && isWithoutC(facts, stage) ? forTarget(facts, stage) : undefined;
        return [
            {
                message: `${stageName(stage)} runs on the building machine and is never told TARGETARCH: images for ${others.map(({ text }) => text).join(', ')} would hold programs for ${facts.buildPlatform.text}`,
                cure: isGo
                    ? 'write “ARG TARGETOS” and “ARG TARGETARCH” before this RUN, and GOOS=$TARGETOS GOARCH=$TARGETARCH before go build'
                    : 'write “ARG TARGETARCH” before this RUN, and choose --target by it',
                location: { file: facts.dockerfile.path, line, endLine },
                ...(replacement && { replacement }),
            },
        ];
    });
}
function isCompiler(command) {
    const [program, verb] = command.words;
    return isGoBuild(command) || (program === 'cargo' && verb === 'build');
}
/** Whether a compiled program goes into the image, and not only what it made. */
function isTaken(facts, stage) {
    const outputs = goOutputs(facts, stage);
    return (takenFrom(facts, stage) ?? []).some((path) => /\/target\/(?:release|debug)\//.test(path) ||
        outputs.some((output) => output === path || external_node_path_.posix.dirname(path) === output));
}

;// CONCATENATED MODULE: ./build/src/lint/unknown-build-argument.js

// Known without an ARG: https://docs.docker.com/reference/dockerfile/#predefined-args, and what builders read themselves.
const PREDEFINED = /^(?:(?:https?|ftp|no|all)_proxy|SOURCE_DATE_EPOCH|BUILD(?:KIT|AH)_.*|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT))$/i;
/** More names than these are no help. */
const MOST_NAMES = 5;
/** Build arguments that no ARG declares, as by a slip: podman says so in its log alone. */
function unknownBuildArgument({ dockerfile, args }) {
    const { stages, globals, path } = dockerfile;
    const [first] = stages;
    const declared = new Set([...globals, ...stages.flatMap(({ instructions }) => instructions)]
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ assignments }) => assignments.map(({ name }) => name)));
    const unused = [...declared].filter((name) => !args.has(name)).sort();
    const names = unused.length === 0 || unused.length > MOST_NAMES
        ? 'or remove it from build-args'
        : `remove it from build-args, or mend its name: without a value are ${unused.join(', ')}`;
    return [...args.keys()]
        .filter((name) => first !== undefined && !declared.has(name) && !PREDEFINED.test(name))
        .map((name) => ({
        message: `the build argument ${name} has no effect: no ARG of ${(0,external_node_path_.basename)(path)} declares it`,
        cure: `write ARG ${name} in the stage that uses it, ${names}`,
        // It is nowhere in the file: where it could be.
        location: { file: path, line: first.instructions[0].line, endLine: first.instructions[0].endLine },
    }));
}

// EXTERNAL MODULE: ./build/src/dockerfile/podman-syntax.js
var podman_syntax = __webpack_require__(17995);
;// CONCATENATED MODULE: ./build/src/lint/unsupported-flag.js


/** Flags of BuildKit's that this podman doesn't know, so that the build fails when it comes to them. */
function unsupportedFlag(facts) {
    return needed(facts)
        .flatMap(({ instructions }) => instructions)
        .flatMap((instruction) => (0,podman_syntax/* unsupportedFlags */.lD)(instruction, facts.podman).map(({ name, cure }) => ({
        message: `podman ${facts.podman} doesn’t know ${name}, so the build fails here`,
        cure,
        location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
    })));
}

;// CONCATENATED MODULE: ./build/src/lint/rules.js















/** Every rule, those about a wrong image first. Each has a page of its name in docs/lint. */
const RULES = [
    { id: 'base-image-without-platform', find: base_image_without_platform/* baseImageWithoutPlatform */.G },
    { id: 'hard-coded-architecture', find: hardCodedArchitecture },
    { id: 'fixed-platform', find: fixedPlatform },
    { id: 'target-architecture-unused', find: targetArchitectureUnused },
    { id: 'platform-argument-default', find: platformArgumentDefault },
    { id: 'undeclared-platform-argument', find: undeclaredPlatformArgument },
    { id: 'node-modules-in-context', find: nodeModulesInContext },
    { id: 'development-stage-last', find: developmentStageLast },
    { id: 'lost-in-oci-format', find: lostInOciFormat },
    { id: 'unsupported-flag', find: unsupportedFlag },
    { id: 'unknown-build-argument', find: unknownBuildArgument },
    { id: 'volume-before-writes', find: volumeBeforeWrites },
    { id: 'heredoc-quoting', find: heredocQuoting },
    { id: 'ineffective-ignore-pattern', find: ignore_file/* ineffectiveIgnorePattern */.Nc },
    { id: 'emulated-compile', find: emulatedCompile },
    { id: 'emulated-download', find: emulatedDownload },
    { id: 'cache-busting-argument', find: cacheBustingArgument },
    { id: 'git-folder-in-context', find: gitFolderInContext },
    { id: 'large-context', find: largeContext },
];

;// CONCATENATED MODULE: ./build/src/lint/findings.js

const PAGES = 'https://github.com/kubernaut/multiarch-build/blob/main/docs/lint';
/** What in a Dockerfile makes this build wrong, slow or heavy, in the order of its lines. */
function findings(facts) {
    // What the preprocessor makes of such a file is not known here.
    if (facts.dockerfile.path.endsWith('.in'))
        return [];
    return RULES.flatMap(({ id, find }) => find(facts).map((found) => ({ rule: id, ...found }))).sort((a, b) => a.location.line - b.location.line);
}
/** Where a rule is explained. */
function pageOf(rule) {
    return `${PAGES}/${rule}.md`;
}
/** A finding as it is shown on its line: what it is, what to do, the lines to write, and where more is said. */
function describe({ rule, message, cure, replacement = [] }) {
    return [
        `${rule}: ${message}. What to do: ${cure}`,
        ...replacement.map(({ line, endLine, text }) => text === '' ? `${place(line, endLine)}: remove` : `${place(line, endLine)}: write\n${indented(text)}`),
        pageOf(rule),
    ].join('\n');
}
function place(line, endLine) {
    return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`;
}
function indented(text) {
    return text
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n');
}


/***/ }),

/***/ 17532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ ineffectivePattern),
/* harmony export */   Nc: () => (/* binding */ ineffectiveIgnorePattern),
/* harmony export */   kX: () => (/* binding */ ignoreFileOf)
/* harmony export */ });
/* unused harmony export findIneffective */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1582);



/** The ignore file that podman reads, or would if it were there. */
function ignoreFileOf(context, dockerfile, given) {
    if (given !== undefined)
        return given;
    const places = [
        ..._dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__/* .IGNORE_FILES */ .h.map((name) => `${dockerfile}${name}`),
        ..._dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__/* .IGNORE_FILES */ .h.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name)),
    ];
    return places.find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path)) ?? places.at(-1);
}
/** The pattern of an ignore file that does nothing; undefined when all do, or there is no such file. */
function ineffectivePattern(path, context) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const isFolder = (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name), { throwIfNoEntry: false })?.isDirectory() === true;
    return findIneffective(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'), isFolder);
}
/**
 * podman doesn't look into a folder that is ignored unless a pattern brings something back by that folder's own name; Docker
 * does (docs/traps.md, 43).
 * @param isFolder whether a path of the context is one
 */
function findIneffective(path, text, isFolder) {
    const lines = text.split('\n').map((line) => line.trim());
    const all = lines.findIndex((line) => /^\/?(?:\*\*?|\*\*\/\*)$/.test(line));
    if (all < 0)
        return undefined;
    const kept = lines.flatMap((line, at) => at > all && line.startsWith('!')
        ? [{ at, pattern: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(line.slice(1)).replace(/^\/+/, '') }]
        : []);
    if (kept.some(({ pattern }) => !/[*?[]/.test(pattern) && isFolder(pattern)))
        return undefined;
    const wild = kept.find(({ pattern }) => /[*?[].*\//.test(pattern));
    return wild && { pattern: wild.pattern, all: lines[all], location: { file: path, line: wild.at + 1 } };
}
/** Patterns of the ignore file that do nothing. */
function ineffectiveIgnorePattern({ ineffective }) {
    if (ineffective === undefined)
        return [];
    const { pattern, all, location } = ineffective;
    return [
        {
            message: `“!${pattern}” brings nothing back from the folders that “${all}” ignores: podman doesn’t look into them, Docker does`,
            cure: 'bring each folder back by its name, such as “!src”, and ignore within it what isn’t needed',
            location,
        },
    ];
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

/***/ 78342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ noteBase),
/* harmony export */   Sy: () => (/* binding */ distinctSize),
/* harmony export */   _M: () => (/* binding */ writeIndex),
/* harmony export */   aR: () => (/* binding */ imageBlobs),
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   te: () => (/* binding */ writeImage)
/* harmony export */ });
/* unused harmony export rewriteConfig */
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57578);


const BASE_NAME = 'org.opencontainers.image.base.name';
const BASE_DIGEST = 'org.opencontainers.image.base.digest';
const INTERMEDIATE_IMAGE = /^FROM [0-9a-f]{12}$/;
const CONTEXT_DIGEST = /((?:^| )(?:COPY|ADD) (?:file|dir|multi)):[0-9a-f]{64}(?= in )/;
/** The base image as the builder noted it in the manifest; undefined for `FROM scratch`. */
function baseOf(manifest) {
    const name = manifest.annotations?.[BASE_NAME];
    const digest = manifest.annotations?.[BASE_DIGEST];
    return name && digest ? { name, digest } : undefined;
}
/** A manifest that notes its base image in this way; without a digest in none. */
function noteBase(manifest, base) {
    const { [BASE_NAME]: _name, [BASE_DIGEST]: _digest, ...others } = manifest.annotations ?? {};
    const noted = base?.digest === undefined ? {} : { [BASE_NAME]: base.name, [BASE_DIGEST]: base.digest };
    return { ...manifest, annotations: { ...others, ...noted } };
}
/**
 * The config with labels added, and without what would make two builds of the same content differ: host names and
 * container ids of Docker's format, and in the history ids of intermediate images and digests of the context.
 */
function rewriteConfig(config, labels) {
    // Fields of Docker's format that image-spec left out, since they describe the machine that built.
    const { container, container_config, parent, ...kept } = config;
    const merged = { ...config.config?.Labels, ...Object.fromEntries(labels) };
    const settings = { ...config.config };
    if ('Hostname' in settings)
        settings.Hostname = '';
    if ('Image' in settings)
        settings.Image = '';
    if (Object.keys(merged).length > 0)
        settings.Labels = sortKeys(merged);
    return {
        ...kept,
        config: settings,
        ...(config.history && { history: config.history.map(reproducibleEntry) }),
    };
}
// A config may lack the variant, and arm without one would mean v7.
function withVariant(config, { architecture, variant }) {
    if (config.variant || variant === undefined || config.architecture !== architecture)
        return config;
    return { ...config, variant };
}
function reproducibleEntry(entry) {
    const { comment, created_by, ...rest } = entry;
    return {
        ...rest,
        // The digest is over the owners and modes of the context's files too, which the image doesn't have.
        ...(created_by !== undefined && { created_by: created_by.replace(CONTEXT_DIGEST, '$1') }),
        ...(comment !== undefined && !INTERMEDIATE_IMAGE.test(comment) && { comment }),
    };
}
/** Stores the config and manifest of a platform's image, with its metadata, in the layout that holds its layers. */
async function writeImage(layout, built, platform, metadata) {
    const config = rewriteConfig(withVariant(built.config, platform), metadata.labels);
    const configDescriptor = await layout.putBytes(built.manifest.config.mediaType, encode(config));
    const base = baseOf(built.manifest);
    const { [BASE_NAME]: _name, [BASE_DIGEST]: _digest, ...otherAnnotations } = built.manifest.annotations ?? {};
    const annotations = sortKeys({
        ...otherAnnotations,
        ...(base && { [BASE_NAME]: base.name, [BASE_DIGEST]: base.digest }),
        ...Object.fromEntries(metadata.annotations),
    });
    const manifest = {
        schemaVersion: 2,
        mediaType: built.manifest.mediaType,
        config: configDescriptor,
        layers: built.manifest.layers,
        ...(Object.keys(annotations).length > 0 && { annotations }),
    };
    const descriptor = await layout.putBytes(manifest.mediaType, encode(manifest));
    return { platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePlatform */ .FL)(config), descriptor, manifest, config };
}
/**
 * Stores the index of some images, in the order given, whatever order they were built in.
 */
async function writeIndex(layout, images, annotations) {
    const docker = images.some((image) => image.manifest.mediaType === _types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerManifest);
    const index = {
        schemaVersion: 2,
        mediaType: docker ? _types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerIndex : _types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.ociIndex,
        manifests: images.map(({ descriptor, platform }) => ({
            ...descriptor,
            platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformFields */ .vC)(platform),
        })),
        ...(annotations.size > 0 && { annotations: sortKeys(Object.fromEntries(annotations)) }),
    };
    return { descriptor: await layout.putBytes(index.mediaType, encode(index)), index };
}
/** Every blob that an image refers to, and its manifest. */
function imageBlobs(image) {
    return [...image.manifest.layers, image.manifest.config, image.descriptor];
}
/** Bytes that a registry holds for some images, each blob counted once. */
function distinctSize(images) {
    const sizes = new Map();
    for (const image of images)
        for (const blob of imageBlobs(image))
            sizes.set(blob.digest, blob.size);
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
function encode(value) {
    return Buffer.from(JSON.stringify(value));
}
function sortKeys(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
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

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qy: () => (/* binding */ PlatformsFailed),
  Hb: () => (/* binding */ buildPlatforms),
  iJ: () => (/* binding */ platformNames),
  Kq: () => (/* binding */ processors)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/dockerfile/steps.js
var steps = __webpack_require__(86243);
// EXTERNAL MODULE: ./build/src/host/clock.js
var clock = __webpack_require__(84258);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
;// CONCATENATED MODULE: ./build/src/builder/build-log.js



const TAIL_LINES = 25;
const SILENCE_MS = 60_000;
const COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT\b/;
// https://github.com/containers/common/blob/v0.60.0/libimage/platform.go and its callers, of all versions
const MISMATCH = /^WARNING: (image platform \((?:\{|linux\/)(\w+).*?\) does not match the expected platform \((?:\{|linux\/)(\w+).*?\))/;
function readMismatch(line, step) {
    const [, message, found, expected] = MISMATCH.exec(line) ?? [];
    if (message === undefined)
        return undefined;
    return { message: (0,plain_text/* plainText */.wh)(message), architecturesDiffer: found !== expected, step };
}
function stepText({ stage, number, total, text }) {
    return `${stage === undefined ? '' : `stage ${stage}, `}step ${number}/${total}: ${text}`;
}
/** The log of one platform's build: prefixes every line, remembers where the build is, and speaks when it is silent. */
class BuildLog {
    log;
    platform;
    #started = performance.now();
    #lastLine = performance.now();
    #step;
    #running;
    #steps = [];
    #cacheHits = 0;
    #doing = '';
    #mismatches = [];
    #tail = [];
    #heartbeat;
    constructor(log, platform, silenceMs = SILENCE_MS) {
        this.log = log;
        this.platform = platform;
        this.#heartbeat = setInterval(() => this.#beat(silenceMs), silenceMs / 4);
        this.#heartbeat.unref();
        this.doing('starting');
    }
    /** Says what is done now, besides podman's steps. */
    doing(what) {
        this.#doing = what;
        this.#progress('running');
    }
    /** The step that podman announced last. */
    get step() {
        return this.#step;
    }
    /**
     * The steps so far, without the one that runs, as the log has them: a program's output may look like a step, so nothing
     * that must be right can be told from them.
     */
    get steps() {
        return this.#steps;
    }
    /** Steps that podman took from a cache. */
    get cacheHits() {
        return this.#cacheHits;
    }
    /** Images that were pulled for another platform than the step needs, by podman's own word. */
    get mismatches() {
        return this.#mismatches;
    }
    /** The last lines, without control characters. */
    get tail() {
        return this.#tail;
    }
    get milliseconds() {
        return performance.now() - this.#started;
    }
    line(text) {
        this.#lastLine = performance.now();
        const step = (0,steps/* parseStep */.kq)(text);
        if (step !== undefined || COMMIT.test(text))
            this.#begin(step);
        if (/^(\[\d+\/\d+\] )?--> Using cache /.test(text))
            this.#cacheHits++;
        const mismatch = readMismatch(text, this.#step);
        if (mismatch !== undefined)
            this.#mismatches.push(mismatch);
        this.#tail.push((0,plain_text/* plainText */.wh)(text));
        if (this.#tail.length > TAIL_LINES)
            this.#tail.shift();
        this.#write(text);
    }
    #begin(step) {
        const now = performance.now();
        if (this.#running !== undefined) {
            const { step: ended, since } = this.#running;
            this.#steps.push({ step: ended, seconds: (now - since) / 1000 });
        }
        this.#running = step && { step, since: now };
        this.#step = step ?? this.#step;
        this.doing(step === undefined ? 'committing' : stepText(step));
    }
    #progress(state) {
        const cached = this.#cacheHits === 0 ? '' : `, ${this.#cacheHits} cached`;
        this.log.progress?.(this.platform.text, { state, text: `${this.#doing}${cached}` });
    }
    /** The platform is built once more: what is told from here on is of that build. */
    again() {
        this.#step = undefined;
        this.#running = undefined;
        this.#steps.length = 0;
        this.#mismatches.length = 0;
        this.#cacheHits = 0;
        this.#tail.length = 0;
    }
    /** @param state what became of the platform */
    close(state = 'done') {
        clearInterval(this.#heartbeat);
        this.#progress(state);
    }
    #write(text) {
        this.log.line(`[${this.platform.text} ${(0,clock/* clock */.p)(this.milliseconds)}] ${text}`);
    }
    #beat(silenceMs) {
        const silence = performance.now() - this.#lastLine;
        if (silence < silenceMs)
            return;
        const where = this.#step === undefined ? 'starting' : stepText(this.#step);
        this.#write(`… ${(0,clock/* clock */.p)(silence)} without output, still at ${where}`);
    }
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
;// CONCATENATED MODULE: ./build/src/pipeline/platforms.js





/** At least one platform failed; the others were stopped. */
class PlatformsFailed extends errors/* Failure */.HR {
    cause;
    tail;
    fates;
    constructor(cause, 
    /** Last lines of the first failure's log. */
    tail, 
    /** What became of each platform. */
    fates) {
        super(cause.message, {
            cause,
            ...(cause.cure !== undefined && { cure: cause.cure }),
            ...(cause.location && { location: cause.location }),
            quotes: cause.quotes,
        });
        this.cause = cause;
        this.tail = tail;
        this.fates = fates;
    }
}
/** Number of processors that builds can use. */
function processors() {
    return (0,external_node_os_.cpus)().length;
}
/**
 * Makes all platforms' images, as many at once as the plan says, and does `then` with each as soon as it is there, while
 * others still build. The first failure stops the rest.
 * @throws {PlatformsFailed}
 * @throws {Interrupted} when `signal` fired
 */
async function buildPlatforms(plan, log, signal, make, then) {
    const failed = new AbortController();
    const stop = AbortSignal.any([signal, failed.signal]);
    const limit = (0,p_limit/* default */.A)(plan.parallel);
    const runs = plan.platforms.map((platform) => ({
        platform,
        fate: NOT_STARTED,
    }));
    let first;
    const settled = await Promise.allSettled(runs.map(async (run) => {
        let buildLog;
        try {
            const built = await limit(async () => {
                if (stop.aborted)
                    throw new errors/* Interrupted */.j$();
                buildLog = new BuildLog(log, run.platform);
                return make(run.platform, buildLog, stop);
            });
            run.fate = { outcome: 'built', text: `built in ${(0,clock/* clock */.p)(buildLog.milliseconds)}, not tagged` };
            const result = await then({ ...built, cacheHits: buildLog.cacheHits }, buildLog, stop);
            buildLog.close('done');
            return result;
        }
        catch (error) {
            run.fate = fateOf(error, stop, buildLog, first === undefined);
            if (!stop.aborted)
                first ??= { error, tail: buildLog?.tail ?? [] };
            failed.abort();
            buildLog?.close(run.fate.outcome === 'stopped' ? 'stopped' : 'failed');
            throw error;
        }
    }));
    if (signal.aborted)
        throw new errors/* Interrupted */.j$();
    if (first !== undefined) {
        if (!(first.error instanceof errors/* Failure */.HR))
            throw first.error;
        throw new PlatformsFailed(first.error, first.tail, runs.map(({ platform, fate }) => ({ platform, ...fate })));
    }
    return settled.map((result) => result.value);
}
const NOT_STARTED = { outcome: 'not started', text: 'not started' };
function fateOf(error, stop, log, isFirst) {
    if (log === undefined)
        return NOT_STARTED;
    const when = `after ${(0,clock/* clock */.p)(log.milliseconds)}`;
    const outcome = error instanceof errors/* Interrupted */.j$ || (stop.aborted && !isFirst) ? 'stopped' : 'failed';
    return { outcome, text: `${outcome} ${when}` };
}
/** The platforms of a plan, for messages. */
function platformNames(platforms) {
    return platforms.map((platform) => platform.text).join(', ');
}


/***/ }),

/***/ 43622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ tellFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7954);


/** Tells the user of a failure: what happened and what to do, then how the log ended and what became of each platform. */
function tellFailure(host, failure) {
    const failed = failure instanceof _platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .PlatformsFailed */ .Qy ? failure : undefined;
    const told = {
        tail: failed?.tail ?? [],
        fates: (failed?.fates ?? []).map(({ platform, text }) => `${platform.text}: ${text}`),
    };
    host.error((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(failure), failure.location);
    if (told.tail.length > 0)
        host.info(`Last lines:\n${told.tail.map((line) => `  ${line}`).join('\n')}`);
    for (const fate of told.fates)
        host.info(fate);
    return told;
}


/***/ }),

/***/ 48436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ emulationCost),
/* harmony export */   X: () => (/* binding */ compiles)
/* harmony export */ });
/** A command of a RUN that turns sources into programs or bundles, many times slower when emulated. */
const COMPILERS = /(?:^|[\s;&|("'/])(?:go (?:build|install|test|generate)|cargo (?:build|install)|rustc|gcc|g\+\+|clang|cc|make|cmake|ninja|meson|(?:npm|yarn|pnpm) (?:run )?build|node-gyp|webpack|tsc|mvn|gradle|\.\/gradlew|pip3? wheel|dotnet (?:build|publish))(?=$|[\s;&|)"'])/;
/** Whether a RUN’s text names a compiler or another build tool. */
function compiles(text) {
    return COMPILERS.test(text);
}
// Less is noise, or isn't worth anybody's time.
const LEAST_FACTOR = 1.5;
const LEAST_SECONDS = 30;
/**
 * What emulation cost, by this run's own numbers: nothing is said unless a native build of the same file is there to
 * compare with.
 * @param emulatedCompiles whether a RUN on the target platform compiles
 */
function emulationCost(builds, emulatedCompiles) {
    const native = builds.find(({ execution }) => execution === 'native');
    if (native === undefined || native.buildSeconds <= 0)
        return [];
    return builds.flatMap(({ platform, execution, buildSeconds }) => {
        const factor = buildSeconds / native.buildSeconds;
        const lost = buildSeconds - native.buildSeconds;
        if (execution !== 'emulated' || factor < LEAST_FACTOR || lost < LEAST_SECONDS)
            return [];
        const took = `${platform.text} took ${factor.toFixed(1)} × as long as ${native.platform.text}`;
        if (!emulatedCompiles)
            return [`${took}, since its RUN steps are emulated.`];
        return [`${took}; compiling on $BUILDPLATFORM would save about ${duration(lost)}.`];
    });
}
function duration(seconds) {
    return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}


/***/ }),

/***/ 45845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   Xq: () => (/* binding */ formatSize)
/* harmony export */ });
/** Bytes as a person reads them, in powers of ten as registries show them. */
function formatSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const value = bytes / 1000 ** power;
    return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
/** Seconds as a person reads them. */
function formatSeconds(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 60)
        return `${Math.round(seconds)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** The first twelve digits, as podman and Docker show digests. */
function shortDigest(digest) {
    return digest.slice(0, 'sha256:'.length + 12);
}
/** A text as a fenced block that its own content can't end. */
function fenced(text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
/** A text within a line of Markdown, with nothing in it that Markdown or HTML would obey. */
function escapeMarkdown(text) {
    return text
        .replace(/[\u0000-\u001f\u007f]/g, ' ')
        .replace(/[\\`*_{}[\]()#+|!~]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('@', '&#64;');
}


/***/ }),

/***/ 18456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ digests),
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84974);

/** Digest of each platform's image. */
function digests(report) {
    return Object.fromEntries(report.platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]));
}
/** First `repository@digest`. */
function imageReference(report) {
    return (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .digestReference */ .O9)(report.repositories[0], report.index.digest);
}


/***/ }),

/***/ 73320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ failureSummary),
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _lint_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96200);
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78342);
/* harmony import */ var _emulation_cost_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48436);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45845);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18456);





/** The job summary of a run that went well, as Markdown. */
function summary(report) {
    const name = report.repositories[0].text;
    const state = report.pushed ? 'pushed' : 'built, not pushed';
    const parts = [
        `### ✅ ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(name)}: ${report.platforms.length} ${plural('platform', report.platforms.length)} ${state}`,
        ...report.warnings.map(({ message }) => `> [!WARNING]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(message)}`),
        ...report.notices.map((notice) => `> [!NOTE]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(notice)}`),
        findingTable(report.findings ?? []),
        platformTable(report.platforms),
        ...(0,_emulation_cost_js__WEBPACK_IMPORTED_MODULE_4__/* .emulationCost */ .O)(report.platforms, report.compilesOnTarget ?? false).map(_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV),
        sharing(report.platforms),
        caching(report.platforms),
        traffic(report.cache),
        pullCommand(report),
        tagList(report),
        `<sub>index \`${report.index.digest}\` · ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSeconds */ .Xo)(report.seconds)} in all · podman ${report.podman}</sub>`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
/** One row a finding; what to do stands at its line and on its page. */
function findingTable(findings) {
    if (findings.length === 0)
        return '';
    return [
        '| Dockerfile finding | Line | What |',
        '|:--|--:|:--|',
        ...findings.map(({ rule, location, message }) => `| [${rule}](${(0,_lint_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ)(rule)}) | ${location.line} | ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(message)} |`),
    ].join('\n');
}
function platformTable(platforms) {
    const rows = platforms.map(({ platform, image, execution, buildSeconds, cache }) => [
        platform.text,
        `\`${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .VK)(image.descriptor.digest)}\``,
        (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)((0,_oci_image_js__WEBPACK_IMPORTED_MODULE_1__/* .imageBlobs */ .aR)(image).reduce((sum, blob) => sum + blob.size, 0)),
        String(image.manifest.layers.length),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSeconds */ .Xo)(buildSeconds),
        cache?.unchanged ? '♻️ unchanged' : execution === 'emulated' ? '🐢 emulated' : execution,
    ].join(' | '));
    return [
        '| Platform | Digest | Size | Layers | Build | How |',
        '|:--|:--|--:|--:|--:|:--|',
        ...rows.map((row) => `| ${row} |`),
    ].join('\n');
}
/** What the architectures after the first cost in the registry: what they don't share with it. */
function sharing(platforms) {
    if (platforms.length < 2)
        return '';
    const images = platforms.map(({ image }) => image);
    const layers = images.flatMap((image) => image.manifest.layers.map((layer) => layer.digest));
    const first = (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_1__/* .distinctSize */ .Sy)(images.slice(0, 1));
    const added = (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_1__/* .distinctSize */ .Sy)(images) - first;
    const shared = layers.length - new Set(layers).size;
    const others = platforms.length === 2 ? platforms[1].platform.text : `the other ${platforms.length - 1} platforms`;
    return `${shared} of ${layers.length} layers are shared between platforms; ${others} ${platforms.length === 2 ? 'adds' : 'add'} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(added)} (${Math.round((added / first) * 100)} %) to ${platforms[0].platform.text}’s ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(first)} in the registry.`;
}
/** What was kept from earlier runs, and why a build could not be recognised. */
function caching(platforms) {
    const mounts = platforms.flatMap(({ platform, cache }) => 
    // A name can come from the cache, which others may write to.
    (cache?.mounts ?? []).map(({ name, bytes }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(name)} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytes)}, ${platform.text})`));
    const resumed = platforms.flatMap(({ platform, cache }) => (cache?.resumed ?? []).map(({ stage, line, seconds, bytes }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(stage)} up to line ${line} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSeconds */ .Xo)(seconds)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytes)} fetched, ${platform.text})`));
    const reasons = [...new Set(platforms.flatMap(({ cache }) => cache?.reasons ?? []))];
    return [
        resumed.length === 0 ? '' : `Steps that were not run again: ${resumed.join(', ')}.`,
        mounts.length === 0 ? '' : `Cache mounts from earlier runs: ${mounts.join(', ')}.`,
        reasons.length === 0
            ? ''
            : `The next run builds this again even if nothing changes: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(reasons.join('; '))}.`,
    ]
        .filter((line) => line !== '')
        .join('\n');
}
/** How much came from the cache and goes there. */
function traffic(cache) {
    if (cache === undefined || cache.bytesFetched + cache.bytesToSave === 0)
        return '';
    const { place, bytesFetched, bytesToSave } = cache;
    return `Cache: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytesFetched)} came from ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(place)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .Xq)(bytesToSave)} to be saved.`;
}
function pullCommand(report) {
    if (report.pushed)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(`podman pull ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r)(report)}`);
    if (report.loaded !== undefined)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(`podman run --rm ${report.loaded.text}`);
    return report.ociLayout === undefined ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(`skopeo inspect oci:${report.ociLayout}`);
}
function tagList(report) {
    const verb = report.pushed ? 'Tags' : 'Tags it would get';
    return `${verb}: ${report.references.map((reference) => `\`${reference.text}\``).join(', ')}`;
}
/** The job summary of a run that failed, as Markdown: the problem first. */
function failureSummary(failure) {
    const place = failure.place === undefined ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.place)})`;
    const parts = [
        `### ❌ ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.title)}`,
        `> [!CAUTION]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.message)}${place}`,
        failure.cure === undefined ? '' : `**What to do:** ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(failure.cure)}`,
        failure.tail.length === 0 ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(failure.tail.join('\n')),
        failure.fates.map((fate) => `- ${(0,_format_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(fate)}`).join('\n'),
        failure.tagsSet.length === 0
            ? 'No tag was set or moved.'
            : `Tags already set when it failed: ${failure.tagsSet.map((tag) => `\`${tag}\``).join(', ')}. Run the job again to complete them.`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function plural(word, count) {
    return count === 1 ? word : `${word}s`;
}


/***/ })

};
