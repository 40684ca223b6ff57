export const id = 303;
export const ids = [303];
export const modules = {

/***/ 28303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ planStep),
  runPlan: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: ./build/src/pipeline/merged-commit.js
var merged_commit = __webpack_require__(24374);
// EXTERNAL MODULE: ./build/src/request/git.js + 1 modules
var request_git = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/src/request/git-program.js
var git_program = __webpack_require__(61978);
;// CONCATENATED MODULE: ./build/src/pipeline/plan-base.js



/**
 * The commit since which changes count: a pull request's or merge queue's base, and for a push to a branch the last commit up to which all
 * was merged, so that what a failed run was to build is not forgotten.
 * @returns undefined where there is none, and all has to be planned
 */
async function automaticBase(question, folder) {
    const { env, push, record } = question;
    const payload = (0,request_git/* readPayload */.rD)(env.GITHUB_EVENT_PATH);
    switch (env.GITHUB_EVENT_NAME) {
        case 'pull_request':
        case 'pull_request_target':
            // What an earlier commit of it pushed stands under its tags.
            return push ? undefined : payload.pull_request?.base?.sha;
        case 'merge_group':
            return payload.merge_group?.base_sha;
        case 'push':
            if (record === undefined)
                return undefined;
            return push ? lastMerged(record, question, folder) : payload.before;
        default:
            return undefined;
    }
}
async function lastMerged(record, question, folder) {
    const commit = (await (0,merged_commit/* readMerged */.pA)(record, question))?.commit;
    if (commit === undefined) {
        question.host.notice('all services are planned: no earlier run on this branch is known to have merged all');
        return undefined;
    }
    // After the branch was moved elsewhere, images of commits that are no more in it may stand under its tags.
    const isBefore = await (0,git_program/* withGit */.z)(folder, question, (git) => git(['merge-base', '--is-ancestor', commit, 'HEAD']));
    if (isBefore !== undefined)
        return commit;
    question.host.notice(`all services are planned: ${commit}, the last that was merged, is not before this one`);
    return undefined;
}

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
        'verify-allow': (0,service_inputs/* serviceInputs */.r)(service)['verify-allow'],
    };
}

// EXTERNAL MODULE: ./build/src/services/plan.js + 6 modules
var plan = __webpack_require__(62952);
;// CONCATENATED MODULE: ./build/src/entrypoints/run-plan.js








/** From arguments to a matrix: one line of JSON on standard output, whether `--json` was asked for or not. */
async function runPlan({ given }, host, signal) {
    const { matrix } = await run_plan_plan(given, host, signal);
    process.stdout.write(`${JSON.stringify(matrix)}\n`);
}
/** From inputs to outputs: each part of the matrix is one. */
async function planStep(given, host, signal) {
    const { matrix, push, record } = await run_plan_plan(given, host, signal);
    for (const [name, value] of Object.entries(matrix))
        host.setOutput(name, JSON.stringify(value));
    host.setOutput('push', String(push));
    host.setOutput('record', push && record !== undefined ? (0,merged_commit/* recordOutput */.Tb)(record, process.env) : '');
}
async function run_plan_plan(given, host, signal) {
    const asked = (0,plan_request/* parsePlanRequest */.aO)(given);
    const folder = process.cwd();
    const surroundings = { env: process.env, signal };
    const push = await isPushed(asked, signal);
    const record = (0,merged_commit/* mergedRecord */.uU)(process.env, asked);
    const isAsked = asked.base === 'auto' && !asked.all;
    const base = isAsked ? await automaticBase({ ...surroundings, host, push, record }, folder) : asked.base;
    const request = { ...asked, base: base === 'auto' ? undefined : base, everyCommit: push };
    const planned = await (0,plan/* planServices */.M)(request, surroundings, folder);
    if (planned.notice !== undefined)
        host.notice(planned.notice);
    host.info(planText(planned));
    return { matrix: matrixOf(planned, request), push, record };
}
async function isPushed({ push }, signal) {
    if (push === 'false')
        return false;
    const inputs = { context: '.', image: '', 'git-labels': 'never' };
    const git = await (0,request_git/* gitFacts */.gi)(inputs, { env: process.env, signal });
    return push === 'true' ? !git.withoutSecrets : (0,request_push/* automaticPush */.O)(git).push;
}


/***/ }),

/***/ 24374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ refuseOvertaken),
/* harmony export */   Ce: () => (/* binding */ writeMerged),
/* harmony export */   Tb: () => (/* binding */ recordOutput),
/* harmony export */   pA: () => (/* binding */ readMerged),
/* harmony export */   uU: () => (/* binding */ mergedRecord)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _cache_open_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78745);
/* harmony import */ var _cache_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87945);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27406);







const COMMIT = /^[0-9a-f]{40,64}$/;
const HASH_LENGTH = 16;
const EVENTS = ['push', 'schedule', 'workflow_dispatch'];
/**
 * The name under which it is remembered up to which commit all services of a list are merged on a branch, by one workflow and for its
 * platforms. What came before a push says less: the run of that commit may have failed, and what it was to build would never be.
 * @returns undefined where the run is of no branch
 */
function mergedRecord(env, { services, platforms }) {
    const ref = env.GITHUB_REF ?? '';
    if (!EVENTS.includes(env.GITHUB_EVENT_NAME ?? '') || !ref.startsWith('refs/heads/'))
        return undefined;
    const of = [env.GITHUB_WORKFLOW_REF ?? '', ref, services.trim(), platforms.map(({ text }) => text).join()];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(of.join('\n')).digest('hex');
    return `merged-${hash.slice(0, HASH_LENGTH)}`;
}
/** What the plan says to the merge: the record's name, and the attempt of the run that planned. */
function recordOutput(record, env) {
    return `${record}:${env.GITHUB_RUN_ATTEMPT || '1'}`;
}
/** What is remembered; undefined when nothing is, or the cache can't be read. */
async function readMerged(record, surroundings) {
    const bytes = await withStore(surroundings, (store) => store.readDocument(record));
    const [commit = '', run = ''] = bytes?.toString('utf8').trim().split('\n') ?? [];
    return COMMIT.test(commit) ? { commit, run: numberOf(run) } : undefined;
}
/**
 * Refuses to set tags back by a run that a newer one has overtaken, as a re-run of an older one's failed jobs would. All of its jobs run
 * again are another thing: they plan anew.
 * @param output what {@link recordOutput} gave
 * @throws {MergeError}
 */
async function refuseOvertaken(output, surroundings) {
    const { record, attempt } = parseOutput(output);
    const { GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: now = '1' } = surroundings.env;
    const run = numberOf(number ?? '');
    const isPlannedAnew = now !== '1' && attempt === now;
    if (record === undefined || run === undefined || isPlannedAnew)
        return;
    const merged = await readMerged(record, surroundings);
    if (merged?.run === undefined || merged.run <= run)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .MergeError */ .VX(`run ${merged.run} of this workflow, newer than this one (${run}), has merged ${merged.commit} already; no tag was set`, { cure: 'run the newest run’s jobs again; to go back to this commit, run all jobs of this run again' });
}
/**
 * Remembers a commit. That it can't costs a warning.
 * @param output what {@link recordOutput} gave
 */
async function writeMerged(output, commit, surroundings) {
    const { record } = parseOutput(output);
    if (record === undefined)
        return;
    const text = `${commit}\n${surroundings.env.GITHUB_RUN_NUMBER ?? ''}\n`;
    await withStore(surroundings, (store) => store.writeDocument(record, Buffer.from(text)));
}
function parseOutput(output) {
    const [name = '', attempt] = output.trim().split(':');
    return { record: (0,_cache_store_js__WEBPACK_IMPORTED_MODULE_6__/* .isDocumentName */ .B)(name) ? name : undefined, attempt };
}
function numberOf(text) {
    return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
async function withStore({ host, env, signal }, use) {
    const place = (0,_cache_open_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)({ kind: 'auto', folder: undefined, repository: undefined }, env, host);
    if (place === undefined)
        return undefined;
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'multiarch-build-merged-'));
    const registryClient = () => Promise.reject(new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .HostError */ .dh('no registry keeps this'));
    try {
        const store = await (0,_cache_open_js__WEBPACK_IMPORTED_MODULE_4__/* .openStore */ .C)(place, { folder, env, registryClient }, { writable: true, signal, tell: host });
        try {
            return await use(store);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ })

};
