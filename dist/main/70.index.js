export const id = 70;
export const ids = [70];
export const modules = {

/***/ 52263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ planStep),
  runPlan: () => (/* binding */ runPlan)
});

;// CONCATENATED MODULE: ./build/src/report/plan.js
/** A plan for people: a line for each service. */
function planText({ planned, unchanged }) {
    const names = [...planned.map(({ service }) => service.name), ...unchanged.map(({ name }) => name)];
    const width = Math.max(...names.map((name) => name.length));
    return [
        `${planned.length} of ${names.length} services to build`,
        ...planned.map(({ service, reason }) => `  ${service.name.padEnd(width)}  ${reason}`),
        ...unchanged.map(({ name }) => `  ${name.padEnd(width)}  unchanged`),
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/request/git.js + 1 modules
var request_git = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/src/request/plan-request.js
var plan_request = __webpack_require__(62892);
// EXTERNAL MODULE: ./build/src/request/push.js
var request_push = __webpack_require__(99651);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/services/service-inputs.js
var service_inputs = __webpack_require__(42971);
;// CONCATENATED MODULE: ./build/src/services/matrix.js




// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
const MOST_JOBS = 256;
/**
 * The jobs of a plan, in the order of the list.
 * @throws {InputError} when they are more than GitHub runs
 */
function matrixOf(plan, request) {
    const services = plan.planned.map(({ service }) => service);
    const jobs = services.flatMap((service) => platformsOf(service, request).map((platform) => buildJob(service, platform, (0,plan_request/* runnerOf */.mv)(request, platform))));
    if (jobs.length > MOST_JOBS) {
        throw new errors/* InputError */.dz('services', `the plan has ${jobs.length} jobs, and a matrix at most ${MOST_JOBS}`, {
            cure: 'split the list into several and plan each in a workflow of its own, or name fewer platforms',
        });
    }
    return {
        build: { include: jobs },
        merge: { include: services.map((service) => mergeJob(service, platformsOf(service, request))) },
        services: services.map(({ name }) => name),
        unchanged: plan.unchanged.map(({ name }) => name),
        reasons: Object.fromEntries(plan.planned.map(({ service, reason }) => [service.name, reason])),
    };
}
function platformsOf(service, request) {
    return service.platforms ?? request.platforms;
}
function buildJob(service, platform, runner) {
    return {
        service: service.name,
        name: `${service.name} (${platform.text})`,
        ...(0,service_inputs/* serviceInputs */.r)(service),
        platform: platform.text,
        runner,
        'artifact-name': `${service.name}-${(0,oci_platform/* platformSlug */.DN)(platform)}`,
    };
}
function mergeJob(service, platforms) {
    return {
        service: service.name,
        image: service.image,
        platforms: platforms.map(({ text }) => text).join(','),
    };
}

// EXTERNAL MODULE: ./build/src/services/plan.js + 6 modules
var plan = __webpack_require__(62952);
;// CONCATENATED MODULE: ./build/src/entrypoints/run-plan.js






/** From arguments to a matrix: one line of JSON on standard output, whether `--json` was asked for or not. */
async function runPlan({ given }, host, signal) {
    process.stdout.write(`${JSON.stringify(await run_plan_plan(given, host, signal))}\n`);
}
/** From inputs to outputs: each part of the matrix is one. */
async function planStep(given, host, signal) {
    const matrix = await run_plan_plan(given, host, signal);
    for (const [name, value] of Object.entries(matrix))
        host.setOutput(name, JSON.stringify(value));
    host.setOutput('push', String(await isPushed((0,plan_request/* parsePlanRequest */.aO)(given), signal)));
}
async function isPushed({ push }, signal) {
    if (push === 'false')
        return false;
    const inputs = { context: '.', image: '', 'git-labels': 'never' };
    const git = await (0,request_git/* gitFacts */.gi)(inputs, { env: process.env, signal });
    return push === 'true' ? !git.withoutSecrets : (0,request_push/* automaticPush */.O)(git).push;
}
async function run_plan_plan(given, host, signal) {
    const request = (0,plan_request/* parsePlanRequest */.aO)(given);
    const planned = await (0,plan/* planServices */.M)(request, { env: process.env, signal }, process.cwd());
    if (planned.notice !== undefined)
        host.notice(planned.notice);
    host.info(planText(planned));
    return matrixOf(planned, request);
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
