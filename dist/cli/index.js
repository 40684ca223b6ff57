#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 6093:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 6243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 3743:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4062);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3558);
/* harmony import */ var _request_command_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(209);
/* harmony import */ var _request_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2062);
/* harmony import */ var _door_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1961);






const host = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalHost */ .P)();
// What a command needs is loaded with it, so that each starts as fast as it can.
await (0,_door_js__WEBPACK_IMPORTED_MODULE_5__/* .enter */ .V)(host, async (signal, onTag) => {
    const commandLine = (0,_request_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommandLine */ .D)(process.argv.slice(2));
    const { command, json, help, given } = commandLine;
    if (help) {
        process.stdout.write((0,_request_command_line_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)());
        return;
    }
    if (command === 'doctor') {
        const { runDoctor } = await Promise.all(/* import() */[__nccwpck_require__.e(601), __nccwpck_require__.e(870), __nccwpck_require__.e(68), __nccwpck_require__.e(366), __nccwpck_require__.e(493)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3493));
        return runDoctor(commandLine);
    }
    if (command === 'inspect') {
        const { runInspect } = await Promise.all(/* import() */[__nccwpck_require__.e(601), __nccwpck_require__.e(169), __nccwpck_require__.e(68), __nccwpck_require__.e(555), __nccwpck_require__.e(749)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8749));
        await runInspect(commandLine, host, signal);
        return;
    }
    if (command !== 'build') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `${command} is not available in this version yet`, {
            cure: 'use build, inspect or doctor',
        });
    }
    const { runBuild } = await Promise.all(/* import() */[__nccwpck_require__.e(601), __nccwpck_require__.e(870), __nccwpck_require__.e(169), __nccwpck_require__.e(68), __nccwpck_require__.e(555), __nccwpck_require__.e(366), __nccwpck_require__.e(314)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1314));
    const report = await runBuild((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .completeInputs */ .h)(given), host, signal, onTag);
    if (json)
        process.stdout.write(`${JSON.stringify((0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .metadata */ .y)(report), undefined, 2)}\n`);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ enter)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
;// CONCATENATED MODULE: ./build/src/diagnosis/system-error.js

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
    return known && new errors/* HostError */.dh(`${known[0]}: ${(0,errors/* messageOf */.bD)(error)}`, { cure: known[1], cause: error });
}

// EXTERNAL MODULE: ./build/src/pipeline/platforms.js + 1 modules
var platforms = __nccwpck_require__(7954);
// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __nccwpck_require__(3320);
;// CONCATENATED MODULE: ./build/src/entrypoints/door.js





/**
 * Runs a command with what all doors share: signals cancel it, a failure becomes one error with its cure, and the
 * exit code says how it ended.
 */
async function enter(host, command) {
    const cancelled = new AbortController();
    const cancel = () => {
        // A second signal means: now.
        if (cancelled.signal.aborted)
            process.exit(new errors/* Interrupted */.j$().exitCode);
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
        const cause = stray ?? (cancelled.signal.aborted ? new errors/* Interrupted */.j$() : error);
        process.exitCode = await reportFailure(host, cause, tagsSet);
    }
    finally {
        for (const [event, handler] of Object.entries(handlers))
            process.off(event, handler);
    }
}
async function reportFailure(host, thrown, tagsSet) {
    const error = asHostError(thrown) ?? thrown;
    if (!(error instanceof errors/* Failure */.HR)) {
        host.error(`internal error, please report it: ${(0,errors/* messageOf */.bD)(error)}`);
        host.info(error instanceof Error ? (error.stack ?? '') : '');
        return 1;
    }
    const { message, cure, location } = error;
    host.error(cure === undefined ? message : `${message}\nWhat to do: ${cure}`, location);
    const failed = error instanceof platforms/* PlatformsFailed */.Qy ? error : undefined;
    if (failed !== undefined && failed.tail.length > 0)
        host.info(`Last lines:\n${failed.tail.map(indented).join('\n')}`);
    for (const fate of failed?.fates ?? [])
        host.info(fate);
    await host.summarize((0,summary/* failureSummary */.j)({
        title: error instanceof errors/* Interrupted */.j$ ? 'multiarch-build was cancelled' : 'multiarch-build failed',
        message,
        cure,
        place: location && place(location),
        tail: failed?.tail ?? [],
        fates: failed?.fates ?? [],
        tagsSet,
    }));
    return error.exitCode;
}
function indented(line) {
    return `  ${line}`;
}
function place(location) {
    return `${(0,external_node_path_.relative)(process.cwd(), location.file)}:${location.line}`;
}


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   j$: () => (/* binding */ Interrupted),
/* harmony export */   mk: () => (/* binding */ VerificationError),
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
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.cure = details.cure;
        this.location = details.location;
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
/** What was built is not what was asked for. */
class VerificationError extends Failure {
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
/** The message of anything thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   kF: () => (/* binding */ maskedTexts),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* unused harmony export inertText */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

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


/***/ }),

/***/ 4062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ terminalHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(498);


/** A terminal, or any other CI: everything goes to standard error, which leaves standard output to `--json`. */
function terminalHost() {
    const secrets = new Set();
    const write = (text) => {
        let shown = text
            .split(/\r\n|\n|\r/)
            .map(_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)
            .join('\n');
        for (const secret of secrets)
            shown = shown.replaceAll(secret, '***');
        process.stderr.write(`${shown}\n`);
    };
    const said = (level) => (message, location) => write(`${level}: ${message}${location ? ` (${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(process.cwd(), location.file)}:${location.line})` : ''}`);
    return {
        kind: 'terminal',
        info: write,
        notice: said('note'),
        warning: said('warning'),
        error: said('error'),
        mask: (secret) => {
            for (const text of (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .maskedTexts */ .kF)(secret))
                secrets.add(text);
        },
        openLog: (title) => {
            write(title);
            return { line: write, close: () => undefined };
        },
        setOutput: () => undefined,
        saveState: () => undefined,
        summarize: async () => undefined,
    };
}


/***/ }),

/***/ 6559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
/* harmony export */   eA: () => (/* binding */ encodedPart),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _file_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8330);


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

/***/ 8330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fileParts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);

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

/***/ 8342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ noteBase),
/* harmony export */   Sy: () => (/* binding */ distinctSize),
/* harmony export */   _M: () => (/* binding */ writeIndex),
/* harmony export */   aR: () => (/* binding */ imageBlobs),
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   te: () => (/* binding */ writeImage)
/* harmony export */ });
/* unused harmony export rewriteConfig */
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3856);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7578);


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

/***/ 3856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ platformSlug),
/* harmony export */   FL: () => (/* binding */ normalizePlatform),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
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
function normalizePlatform(fields) {
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
    const platform = normalizePlatform({ os: os, architecture: architecture, ...(variant && { variant }) });
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
function platformSlug(platform) {
    return platform.text.replaceAll('/', '-');
}


/***/ }),

/***/ 4974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ parseTaggedReference),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   O9: () => (/* binding */ digestReference),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   W0: () => (/* binding */ splitName),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6559);

// https://github.com/distribution/reference/blob/v0.6.0/regexp.go
const DOMAIN = /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?$|^\[[a-fA-F0-9:]+\](?::[0-9]+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const REPOSITORY_MAX_LENGTH = 255;
/** Whether a text is the host of a registry, with or without port. */
function isRegistryHost(text) {
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
function parseRepository(text) {
    const shown = JSON.stringify(text);
    const slash = text.indexOf('/');
    const registry = slash < 0 ? '' : text.slice(0, slash);
    if (!/[.:]|^localhost$/.test(registry)) {
        throw new Error(`${shown} names no registry; write it in full, such as quay.io/organisation/name`);
    }
    if (!isRegistryHost(registry))
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
function splitName(text) {
    const shown = JSON.stringify(text);
    const [tagged = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))) {
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
    return withTag(parseRepository(text.slice(0, colon)), tag);
}
/** `registry/path@digest` */
function digestReference(repository, digest) {
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        throw new Error(`not a digest: ${String(digest)}`);
    return `${repository.text}@${digest}`;
}


/***/ }),

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   JL: () => (/* binding */ mediaType),
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


/***/ }),

/***/ 7954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qy: () => (/* binding */ PlatformsFailed),
  Hb: () => (/* binding */ buildPlatforms),
  iJ: () => (/* binding */ platformNames),
  Kq: () => (/* binding */ processors)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(370);
// EXTERNAL MODULE: ./build/src/dockerfile/steps.js
var steps = __nccwpck_require__(6243);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __nccwpck_require__(498);
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
/** Whole seconds as a clock shows them: `1:02`, `1:00:09`. */
function clock(milliseconds) {
    const seconds = Math.floor(milliseconds / 1000);
    const two = (value) => String(value).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${two(seconds % 60)}`;
    return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
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
    #mismatches = [];
    #tail = [];
    #heartbeat;
    constructor(log, platform, silenceMs = SILENCE_MS) {
        this.log = log;
        this.platform = platform;
        this.#heartbeat = setInterval(() => this.#beat(silenceMs), silenceMs / 4);
        this.#heartbeat.unref();
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
    }
    close() {
        clearInterval(this.#heartbeat);
    }
    #write(text) {
        this.log.line(`[${this.platform.text} ${clock(this.milliseconds)}] ${text}`);
    }
    #beat(silenceMs) {
        const silence = performance.now() - this.#lastLine;
        if (silence < silenceMs)
            return;
        const where = this.#step
            ? `step ${this.#step.number}/${this.#step.total}: ${this.#step.text}`
            : 'starting';
        this.#write(`… ${clock(silence)} without output, still at ${where}`);
    }
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __nccwpck_require__(7406);
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
    const runs = plan.platforms.map((platform) => ({ platform, fate: 'not started' }));
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
            run.fate = `built in ${clock(buildLog.milliseconds)}, not tagged`;
            return await then({ ...built, cacheHits: buildLog.cacheHits }, buildLog, stop);
        }
        catch (error) {
            run.fate = fateOf(error, stop, buildLog, first === undefined);
            if (!stop.aborted)
                first ??= { error, tail: buildLog?.tail ?? [] };
            failed.abort();
            throw error;
        }
        finally {
            buildLog?.close();
        }
    }));
    if (signal.aborted)
        throw new errors/* Interrupted */.j$();
    if (first !== undefined) {
        if (!(first.error instanceof errors/* Failure */.HR))
            throw first.error;
        throw new PlatformsFailed(first.error, first.tail, runs.map(({ platform, fate }) => `${platform.text}: ${fate}`));
    }
    return settled.map((result) => result.value);
}
function fateOf(error, stop, log, isFirst) {
    if (log === undefined)
        return 'not started';
    const when = `after ${clock(log.milliseconds)}`;
    if (error instanceof errors/* Interrupted */.j$ || (stop.aborted && !isFirst))
        return `stopped ${when}`;
    return `failed ${when}`;
}
/** The platforms of a plan, for messages. */
function platformNames(platforms) {
    return platforms.map((platform) => platform.text).join(', ');
}


/***/ }),

/***/ 8436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ emulationCost),
/* harmony export */   X: () => (/* binding */ compiles)
/* harmony export */ });
/** A command of a RUN that turns sources into programs or bundles, many times slower when emulated. */
const COMPILERS = /(?:^|[\s;&|("'/])(?:go (?:build|install|test|generate)|cargo (?:build|install)|rustc|gcc|g\+\+|clang|cc|make|cmake|ninja|meson|(?:npm|yarn|pnpm) (?:run |)(?:ci|install|build)|node-gyp|webpack|tsc|mvn|gradle|\.\/gradlew|pip3? (?:install|wheel)|dotnet (?:build|publish))(?=$|[\s;&|)"'])/;
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

/***/ 5845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 3558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ outputs),
/* harmony export */   y: () => (/* binding */ metadata)
/* harmony export */ });
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8342);
/* harmony import */ var _request_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5557);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8456);



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
        seconds: {
            build: rounded(platform.buildSeconds),
            export: rounded(platform.exportSeconds),
            verify: rounded(platform.verifySeconds),
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
        ['metadata', JSON.stringify(metadata(report))],
    ]);
}
function rounded(seconds) {
    return Math.round(seconds * 100) / 100;
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ digests),
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4974);

/** Digest of each platform's image. */
function digests(report) {
    return Object.fromEntries(report.platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]));
}
/** First `repository@digest`. */
function imageReference(report) {
    return (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .digestReference */ .O9)(report.repositories[0], report.index.digest);
}


/***/ }),

/***/ 3320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ failureSummary),
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _oci_image_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8342);
/* harmony import */ var _emulation_cost_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8436);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5845);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8456);




/** The job summary of a run that went well, as Markdown. */
function summary(report) {
    const name = report.repositories[0].text;
    const state = report.pushed ? 'pushed' : 'built, not pushed';
    const parts = [
        `### ✅ ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(name)}: ${report.platforms.length} ${plural('platform', report.platforms.length)} ${state}`,
        ...report.warnings.map((warning) => `> [!WARNING]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(warning)}`),
        ...report.notices.map((notice) => `> [!NOTE]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(notice)}`),
        platformTable(report.platforms),
        ...(0,_emulation_cost_js__WEBPACK_IMPORTED_MODULE_3__/* .emulationCost */ .O)(report.platforms, report.compilesOnTarget ?? false).map(_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV),
        sharing(report.platforms),
        caching(report.platforms),
        traffic(report.cache),
        pullCommand(report),
        tagList(report),
        `<sub>index \`${report.index.digest}\` · ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSeconds */ .Xo)(report.seconds)} in all · podman ${report.podman}</sub>`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function platformTable(platforms) {
    const rows = platforms.map(({ platform, image, execution, buildSeconds, cache }) => [
        platform.text,
        `\`${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(image.descriptor.digest)}\``,
        (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)((0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .imageBlobs */ .aR)(image).reduce((sum, blob) => sum + blob.size, 0)),
        String(image.manifest.layers.length),
        (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSeconds */ .Xo)(buildSeconds),
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
    const first = (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctSize */ .Sy)(images.slice(0, 1));
    const added = (0,_oci_image_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctSize */ .Sy)(images) - first;
    const shared = layers.length - new Set(layers).size;
    const others = platforms.length === 2 ? platforms[1].platform.text : `the other ${platforms.length - 1} platforms`;
    return `${shared} of ${layers.length} layers are shared between platforms; ${others} ${platforms.length === 2 ? 'adds' : 'add'} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(added)} (${Math.round((added / first) * 100)} %) to ${platforms[0].platform.text}’s ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(first)} in the registry.`;
}
/** What was kept from earlier runs, and why a build could not be recognised. */
function caching(platforms) {
    const mounts = platforms.flatMap(({ platform, cache }) => 
    // A name can come from the cache, which others may write to.
    (cache?.mounts ?? []).map(({ name, bytes }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(name)} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)}, ${platform.text})`));
    const resumed = platforms.flatMap(({ platform, cache }) => (cache?.resumed ?? []).map(({ stage, line, seconds, bytes }) => `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(stage)} up to line ${line} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSeconds */ .Xo)(seconds)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)} fetched, ${platform.text})`));
    const reasons = [...new Set(platforms.flatMap(({ cache }) => cache?.reasons ?? []))];
    return [
        resumed.length === 0 ? '' : `Steps that were not run again: ${resumed.join(', ')}.`,
        mounts.length === 0 ? '' : `Cache mounts from earlier runs: ${mounts.join(', ')}.`,
        reasons.length === 0
            ? ''
            : `The next run builds this again even if nothing changes: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(reasons.join('; '))}.`,
    ]
        .filter((line) => line !== '')
        .join('\n');
}
/** How much came from the cache and goes there. */
function traffic(cache) {
    if (cache === undefined || cache.bytesFetched + cache.bytesToSave === 0)
        return '';
    const { place, bytesFetched, bytesToSave } = cache;
    return `Cache: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytesFetched)} came from ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(place)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytesToSave)} to be saved.`;
}
function pullCommand(report) {
    if (report.pushed)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(`podman pull ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .imageReference */ .r)(report)}`);
    if (report.loaded !== undefined)
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(`podman run --rm ${report.loaded.text}`);
    return report.ociLayout === undefined ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(`skopeo inspect oci:${report.ociLayout}`);
}
function tagList(report) {
    const verb = report.pushed ? 'Tags' : 'Tags it would get';
    return `${verb}: ${report.references.map((reference) => `\`${reference.text}\``).join(', ')}`;
}
/** The job summary of a run that failed, as Markdown: the problem first. */
function failureSummary(failure) {
    const place = failure.place === undefined ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(failure.place)})`;
    const parts = [
        `### ❌ ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(failure.title)}`,
        `> [!CAUTION]\n> ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(failure.message)}${place}`,
        failure.cure === undefined ? '' : `**What to do:** ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(failure.cure)}`,
        failure.tail.length === 0 ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)(failure.tail.join('\n')),
        failure.fates.map((fate) => `- ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(fate)}`).join('\n'),
        failure.tagsSet.length === 0
            ? 'No tag was set or moved.'
            : `Tags already set when it failed: ${failure.tagsSet.map((tag) => `\`${tag}\``).join(', ')}. Run the job again to complete them.`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function plural(word, count) {
    return count === 1 ? word : `${word}s`;
}


/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   D: () => (/* binding */ parseCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5557);
/* harmony import */ var _inspect_request_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5347);



const COMMANDS = ['build', 'merge', 'inspect', 'doctor'];
/**
 * Reads the arguments: a command, then an option for each input, `--name value` or `--name=value`. Options that are
 * lists may be repeated; those that are booleans may stand alone.
 * @throws {InputError} for anything else
 */
function parseCommandLine(args) {
    const help = args.length === 0 || args.some((argument) => /^(-h|--help|help)$/.test(argument));
    const [command, ...rest] = args;
    if (help)
        return { command: 'build', json: false, help, given: {}, positional: [] };
    if (!isCommand(command)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `${JSON.stringify(command)} is unknown; known are ${COMMANDS.join(', ')}`);
    }
    const given = {};
    const positional = [];
    let json = false;
    for (let at = 0; at < rest.length; at++) {
        const match = /^--([^=]+)(?:=(.*))?$/s.exec(rest[at]);
        if (!match && command === 'inspect') {
            positional.push(rest[at]);
            continue;
        }
        if (!match) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `unexpected ${JSON.stringify(rest[at])}`, {
                cure: 'every input is an option: write --name value, such as --context .',
            });
        }
        const [, name, attached] = match;
        if (name === 'json') {
            json = true;
            continue;
        }
        const value = attached ?? (standsAlone(name, rest[at + 1]) ? 'true' : rest[++at]);
        if (value === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'has no value');
        given[name] = given[name] === undefined ? value : `${given[name]}\n${value}`;
    }
    return { command, json, help, given, positional };
}
function isCommand(text) {
    return COMMANDS.some((command) => command === text);
}
function standsAlone(name, next) {
    const definition = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.find((input) => input.name === name);
    const isBoolean = definition !== undefined && 'form' in definition;
    return isBoolean && (next === undefined || next.startsWith('--'));
}
/** The help text. */
function usage() {
    const options = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => {
        const fallback = 'default' in input && !input.default.startsWith('${{') ? ` (default: ${input.default})` : '';
        return `  --${input.name.padEnd(20)} ${input.description.replaceAll('`', '')}${fallback}`;
    });
    return `multiarch-build build [--name value …]
multiarch-build inspect IMAGE|LAYOUT [--json] [--name value …]
multiarch-build doctor [--json]

build: builds a container image for several platforms with podman, verifies it, and pushes it as one
image index.
inspect: says what an image in a registry (quay.io/organisation/name:1.0) or an OCI layout (oci:FOLDER) holds, and
what is wrong with it. Of the options it has ${_inspect_request_js__WEBPACK_IMPORTED_MODULE_2__/* .INSPECT_OPTIONS */ .Q.map((name) => `--${name}`).join(', ')}.

doctor: says what this host can and can't do, and the one command that mends each.

Options are the inputs of the GitHub Action, with the same names and defaults.

  --json                 print the result as one JSON object on standard output
${options.join('\n')}

Exit codes: 0 done; 1 the build or push failed, or inspect found an error; 2 wrong usage; 3 host not able; 130 interrupted.
`;
}


/***/ }),

/***/ 5557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PN: () => (/* binding */ FOREIGN_INPUTS),
/* harmony export */   g1: () => (/* binding */ digestOutput),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/* unused harmony exports PLATFORMS_WITH_OUTPUT, OUTPUTS */
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
        description: 'Dockerfile findings as annotations: `warn`, `error`, `off`.',
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


/***/ }),

/***/ 2062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ completeInputs)
/* harmony export */ });
/* unused harmony export inputsFromEnvironment */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5557);


const NAMES = new Set(_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => input.name));
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
    const entries = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((definition) => {
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
    const instead = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .FOREIGN_INPUTS */ .PN[name] ?? _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .FOREIGN_INPUTS */ .PN[name.replaceAll('_', '-')];
    if (instead !== undefined)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'is not an input of this step', { cure: instead });
    const near = closest(name.replaceAll('_', '-'));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'is not an input of this step', {
        cure: near === undefined ? 'see the list of inputs in the README' : `did you mean ${near}?`,
    });
}
function closest(name) {
    const ranked = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => ({ name: input.name, distance: editDistance(name, input.name) }));
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


/***/ }),

/***/ 5347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseInspectRequest),
/* harmony export */   Q: () => (/* binding */ INSPECT_OPTIONS)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7406);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4974);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2062);
/* harmony import */ var _logins_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4077);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4065);







/** Options of `inspect`: those inputs that have a meaning without a build. */
const INSPECT_OPTIONS = [
    'registry',
    'username',
    'password',
    'tls-verify',
    'retries',
    'verify-allow',
];
/**
 * Reads the arguments of `inspect`.
 * @throws {InputError}
 */
function parseInspectRequest(positional, given) {
    const [text] = positional;
    if (text === undefined || positional.length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('command', `inspect wants one image, not ${positional.length}`, {
            cure: 'name an image, such as quay.io/organisation/name:1.0, or the folder of an OCI layout',
        });
    }
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .completeInputs */ .h)(given);
    const foreign = Object.keys(given).find((name) => !INSPECT_OPTIONS.some((option) => option === name));
    if (foreign !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(foreign, 'is no option of inspect', { cure: `use ${INSPECT_OPTIONS.join(', ')}` });
    }
    const from = parseSource(text);
    return {
        text,
        from,
        logins: (0,_logins_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLogins */ .w)((0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .lines */ .Mn)(inputs, 'registry'), (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .lines */ .Mn)(inputs, 'username'), (0,_logins_js__WEBPACK_IMPORTED_MODULE_5__/* .passwords */ .L)(inputs), from.kind === 'registry' ? [from.repository] : [], true),
        tlsVerify: (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .boolean */ .zM)(inputs, 'tls-verify'),
        retries: (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeNumber */ .rD)(inputs, 'retries', 1, 100),
        verifyAllow: (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .items */ .ld)(inputs, 'verify-allow'),
    };
}
function parseSource(text) {
    const layout = /^oci:(.+)$/s.exec(text)?.[1];
    const path = layout ?? text;
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'oci-layout')))
        return { kind: 'layout', folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path), name: undefined };
    if (layout !== undefined) {
        // As in containers-transports(5), `oci:path[:reference]`.
        const [, folder, name] = /^(.+?)(?::([^/:]+))?$/s.exec(layout);
        return { kind: 'layout', folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder), name };
    }
    if (/^[./]/.test(text))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('command', `${JSON.stringify(text)} is no folder with an OCI layout`);
    try {
        return parseImage(text.replace(/^docker:\/\//, ''));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('command', (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause), {
            cure: 'name the image in full, such as quay.io/organisation/name:1.0',
            cause,
        });
    }
}
function parseImage(text) {
    const { name, tag, digest } = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .splitName */ .W0)(text);
    return { kind: 'registry', repository: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(name), reference: digest ?? tag ?? 'latest' };
}


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ passwords),
/* harmony export */   w: () => (/* binding */ parseLogins)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4065);


/** The passwords: one a line, or with a single user name the whole text, since a JSON key has several lines. */
function passwords(inputs) {
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(inputs, 'username').length > 1)
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(inputs, 'password');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', 'is given without username and password', {
            cure: 'give all three, or none to use the logins that podman or Docker already have',
        });
    }
    if (usernames.length !== passwords.length) {
        const missing = usernames.length < passwords.length ? 'username' : 'password';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missing, `there are ${usernames.length} user names and ${passwords.length} passwords`, {
            cure: missing === 'password'
                ? 'a secret that is not defined, or not given to pull requests from forks, is empty'
                : 'give a user name for each password',
        });
    }
    const hosts = registries.length > 0 ? registries : [...new Set(repositories.map((repository) => repository.registry))];
    if (hosts.length !== usernames.length) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `there are ${hosts.length} registries and ${usernames.length} user names`, {
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `${JSON.stringify(text)} is no registry host`);
}


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7406);

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
function boolean(inputs, name) {
    const text = inputs[name].trim();
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no boolean; allowed are true and false`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is unknown; allowed are ${allowed.join(', ')}`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no whole number from ${least} to ${most}`);
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(line)} is not of the form name${separator}value`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no span of time; write one such as 14d, 12h or 90m`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no size; write one such as 2GB or 500MB`);
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3743);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
