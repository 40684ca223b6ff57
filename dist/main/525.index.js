export const id = 525;
export const ids = [525];
export const modules = {

/***/ 56857:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _host_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82772);
/* harmony import */ var _host_with_artifacts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93040);
/* harmony import */ var _request_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32062);
/* harmony import */ var _door_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37957);
/* harmony import */ var _run_build_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84550);





const host = (0,_host_with_artifacts_js__WEBPACK_IMPORTED_MODULE_4__/* .withArtifacts */ .i)((0,_host_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .runnerHost */ .B)(), process.env);
await (0,_door_js__WEBPACK_IMPORTED_MODULE_2__/* .enter */ .V)(host, async (signal, onTag) => {
    await (0,_run_build_js__WEBPACK_IMPORTED_MODULE_3__.runBuild)((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .completeInputs */ .h5)((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .givenInputs */ .PC)(process.env)), host, signal, onTag);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 82772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ runnerHost)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40498);





// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const SUMMARY_LIMIT = 1024 * 1024;
/** A GitHub Actions runner. */
function runnerHost() {
    const masks = new _plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .Masks */ .O7();
    let open = 0;
    let token;
    const waiting = [];
    // While a log is open the runner obeys no commands, ours neither: they wait for its end.
    const command = (issue) => (open > 0 ? waiting.push(issue) : issue());
    // A secret can't wait: the log may be about to show it, and would show the command itself.
    const obeyed = (issue) => {
        if (token === undefined)
            return issue();
        process.stdout.write(`::${token}::\n`);
        issue();
        process.stdout.write(`::stop-commands::${token}\n`);
    };
    const at = (location) => location && {
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(process.env.GITHUB_WORKSPACE ?? process.cwd(), location.file) || location.file,
        startLine: location.line,
        endLine: location.endLine ?? location.line,
    };
    return {
        kind: 'runner',
        info: (message) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .inertText */ .UJ)(message)),
        notice: (message, location) => void command(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .notice */ .lm(plainLines(message), at(location))),
        warning: (message, location) => void command(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(plainLines(message), at(location))),
        error: (message, location) => void command(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(plainLines(message), at(location))),
        mask: (secret) => {
            for (const text of masks.add(secret))
                obeyed(() => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setSecret */ .Pq(text));
        },
        hide: (text) => masks.hide(text),
        openLog: (title) => {
            if (open++ === 0) {
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .startGroup */ .Oh((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(title));
                token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
                process.stdout.write(`::stop-commands::${token}\n`);
            }
            return onceClosed(() => {
                if (--open > 0)
                    return;
                process.stdout.write(`::${token}::\n`);
                token = undefined;
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .endGroup */ .N4();
                for (const issue of waiting.splice(0))
                    issue();
            });
        },
        setOutput: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .setOutput */ .uH(name, value),
        saveState: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(name, value),
        summarize: (markdown) => appendSummary(masks.hide(markdown)),
    };
}
/**
 * A log whose lines lie between a stop-commands token and its end, so that nothing which a build prints is obeyed
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands).
 */
function onceClosed(whenClosed) {
    let closed = false;
    return {
        line: (text) => void process.stdout.write(`${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)(text)}\n`),
        close: () => {
            if (closed)
                return;
            closed = true;
            whenClosed();
        },
    };
}
async function appendSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file)
        return;
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file).catch(() => ({ size: 0 }));
    const text = `${markdown}\n`;
    if (size + Buffer.byteLength(text) > SUMMARY_LIMIT) {
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e('the job summary is full: this build’s part was left out');
        return;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.appendFile)(file, text);
}
function plainLines(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map(_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .wh)
        .join('\n');
}


/***/ }),

/***/ 93040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ withArtifacts)
/* harmony export */ });
/**
 * A host with the artifacts of its workflow run, where it is a job of one: only the runner knows, and tells actions alone. The doors that want
 * them say so, since the client is larger than all the rest.
 */
function withArtifacts(host, env) {
    if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL)
        return host;
    return { ...host, artifacts: async () => new (await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(816), __webpack_require__.e(395)]).then(__webpack_require__.bind(__webpack_require__, 3395))).RunArtifacts() };
}


/***/ }),

/***/ 24077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ passwords),
/* harmony export */   w: () => (/* binding */ parseLogins)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24065);


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

/***/ 28009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
// Generated from package.json by “npm run generate”.
/** This product's version. */
const VERSION = '0.1.0';


/***/ })

};
