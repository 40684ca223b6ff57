export const id = 631;
export const ids = [631];
export const modules = {

/***/ 8631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendCheckRuns: () => (/* binding */ sendCheckRuns)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61351);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40498);



// https://docs.github.com/en/rest/checks/runs#create-a-check-run: so many annotations a request.
const BATCH = 50;
const LONGEST_TEXT = 60_000;
const TIMEOUT_MS = 15_000;
/** GitHub's answers to a token that may only read, or may not see the repository. */
const NOT_ALLOWED = [401, 403, 404];
/**
 * Shows checks at the commit of the workflow run. It is an extra: a token that may not is a notice, anything else that goes wrong
 * a warning.
 */
async function sendCheckRuns(checks, { token, host, signal }) {
    if (token === '' || process.env.GITHUB_REPOSITORY === undefined || process.env.GITHUB_SHA === undefined) {
        host.notice('check-runs: there is no token, or this is no workflow run: no checks are shown');
        return;
    }
    try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
        for (const check of checks)
            await send(check, { token, host, signal: limit });
    }
    catch (error) {
        const { status } = error;
        if (status !== undefined && NOT_ALLOWED.includes(status)) {
            host.notice('check-runs: the token may not write checks (give the job permissions: checks: write); no checks are shown');
        }
        else
            host.warning(`check-runs: GitHub could not be told: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
}
async function send(check, { token, host, signal }) {
    // What a program or podman prints can be in a message, and no runner masks what is sent from here.
    const shown = (text) => host.hide(text.split('\n').map(_plain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh).join('\n')).slice(0, LONGEST_TEXT);
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token);
    const batches = batched(check.annotations);
    const where = { ..._actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.repo, request: { signal } };
    const output = (annotations) => ({
        title: shown(check.title),
        summary: shown(check.summary),
        annotations: annotations.map((each) => ({
            path: each.path,
            start_line: each.startLine,
            end_line: each.endLine,
            annotation_level: each.level,
            title: each.title,
            message: shown(each.message),
        })),
    });
    const { data } = await octokit.rest.checks.create({
        ...where,
        name: check.name,
        head_sha: headCommit(),
        details_url: `${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl}/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.repo.owner}/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.repo.repo}/actions/runs/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId}`,
        status: 'completed',
        conclusion: check.conclusion,
        output: output(batches[0] ?? []),
    });
    for (const batch of batches.slice(1)) {
        await octokit.rest.checks.update({ ...where, check_run_id: data.id, output: output(batch) });
    }
}
// On pull requests GITHUB_SHA is a merge that nobody looks at, and after another workflow the head of the default branch.
// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
function headCommit() {
    const { pull_request: pullRequest, workflow_run: workflowRun } = _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.payload;
    const head = pullRequest?.head?.sha ?? workflowRun?.head_sha;
    return typeof head === 'string' ? head : _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.sha;
}
function batched(annotations) {
    const count = Math.ceil(annotations.length / BATCH);
    return Array.from({ length: count }, (_, at) => annotations.slice(at * BATCH, (at + 1) * BATCH));
}


/***/ })

};
