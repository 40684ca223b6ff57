export const id = 743;
export const ids = [743];
export const modules = {

/***/ 33743:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _host_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34062);
/* harmony import */ var _request_command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70209);
/* harmony import */ var _request_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32062);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28009);
/* harmony import */ var _door_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37957);





const host = (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .D)(process.stderr, process.env)
    ? (await Promise.all(/* import() */[__webpack_require__.e(229), __webpack_require__.e(939)]).then(__webpack_require__.bind(__webpack_require__, 15939))).liveTerminalHost(process.stderr, process.env)
    : (0,_host_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalHost */ .P)();
// What a command needs is loaded with it, so that each starts as fast as it can.
await (0,_door_js__WEBPACK_IMPORTED_MODULE_3__/* .enter */ .V)(host, async (signal, onTag) => {
    const commandLine = (0,_request_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCommandLine */ .D)(process.argv.slice(2));
    const { command, json, help, version, given } = commandLine;
    if (help) {
        process.stdout.write((0,_request_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .usage */ .C)());
        return;
    }
    if (version) {
        process.stdout.write(`multiarch-build ${_version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x}\n`);
        return;
    }
    if (command === 'doctor') {
        const { runDoctor } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(292), __webpack_require__.e(279), __webpack_require__.e(729), __webpack_require__.e(313), __webpack_require__.e(892)]).then(__webpack_require__.bind(__webpack_require__, 19983));
        return runDoctor(commandLine, signal);
    }
    if (command === 'inspect') {
        const { runInspect } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(292), __webpack_require__.e(118), __webpack_require__.e(6), __webpack_require__.e(729), __webpack_require__.e(400), __webpack_require__.e(991), __webpack_require__.e(949)]).then(__webpack_require__.bind(__webpack_require__, 98860));
        await runInspect(commandLine, host, signal);
        return;
    }
    if (command === 'merge') {
        const { mergeFromCommandLine } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(292), __webpack_require__.e(118), __webpack_require__.e(6), __webpack_require__.e(788), __webpack_require__.e(729), __webpack_require__.e(400), __webpack_require__.e(687), __webpack_require__.e(991), __webpack_require__.e(299), __webpack_require__.e(435), __webpack_require__.e(675)]).then(__webpack_require__.bind(__webpack_require__, 42675));
        const metadata = await mergeFromCommandLine(given, host, signal, onTag);
        if (json)
            process.stdout.write(`${JSON.stringify(metadata, undefined, 2)}\n`);
        return;
    }
    if (command === 'plan') {
        const { runPlan } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(279), __webpack_require__.e(815), __webpack_require__.e(788), __webpack_require__.e(687), __webpack_require__.e(969), __webpack_require__.e(24), __webpack_require__.e(303)]).then(__webpack_require__.bind(__webpack_require__, 28303));
        return runPlan(commandLine, host, signal);
    }
    const { runBuild } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(292), __webpack_require__.e(118), __webpack_require__.e(279), __webpack_require__.e(6), __webpack_require__.e(788), __webpack_require__.e(729), __webpack_require__.e(400), __webpack_require__.e(687), __webpack_require__.e(991), __webpack_require__.e(299), __webpack_require__.e(969), __webpack_require__.e(435), __webpack_require__.e(313), __webpack_require__.e(550)]).then(__webpack_require__.bind(__webpack_require__, 84550));
    const metadata = await runBuild((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .completeInputs */ .h5)(given), host, signal, onTag);
    if (json)
        process.stdout.write(`${JSON.stringify(metadata, undefined, 2)}\n`);
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 34062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isLive),
/* harmony export */   P: () => (/* binding */ terminalHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40498);


/**
 * A terminal, or any other CI: everything goes to standard error, which leaves standard output to `--json`.
 * @param show writes a text of one or more lines, without secrets and control characters
 */
function terminalHost(show = (text) => void process.stderr.write(`${text}\n`)) {
    const masks = new _plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .Masks */ .O7();
    const write = (text) => {
        const plain = text.split(/\r\n|\n|\r/).map(_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh);
        show(masks.hide(plain.join('\n')));
    };
    const said = (level) => (message, location) => write(`${level}: ${message}${location ? ` (${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(process.cwd(), location.file)}:${location.line})` : ''}`);
    return {
        kind: 'terminal',
        info: write,
        notice: said('note'),
        warning: said('warning'),
        error: said('error'),
        mask: (secret) => void masks.add(secret),
        hide: (text) => masks.hide(text),
        openLog: (title) => {
            write(title);
            return { line: write, close: () => undefined };
        },
        setOutput: () => undefined,
        saveState: () => undefined,
        summarize: async () => undefined,
    };
}
/** Whether lines of a stream can be written anew, and somebody may be looking. */
function isLive(stream, { TERM, CI }) {
    // Some pseudo-terminals have no size.
    return stream.isTTY && stream.columns > 0 && TERM !== 'dumb' && !CI;
}


/***/ }),

/***/ 70209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   D: () => (/* binding */ parseCommandLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75557);
/* harmony import */ var _inspect_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75347);
/* harmony import */ var _plan_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62892);




const COMMANDS = ['build', 'merge', 'inspect', 'doctor', 'plan'];
/**
 * Reads the arguments: a command, then an option for each input, `--name value` or `--name=value`. Options that are
 * lists may be repeated; those that are booleans may stand alone. The context may stand without its name, as with `podman build`.
 * @throws {InputError} for anything else
 */
function parseCommandLine(args) {
    const help = args.length === 0 || args.some((argument) => /^(-h|--help|help)$/.test(argument));
    const [command, ...rest] = args;
    const version = command === '--version';
    if (help || version)
        return { command: 'build', json: false, help, version, given: {}, positional: [] };
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
        if (!match && command === 'build' && given.context === undefined && !rest[at].startsWith('-')) {
            given.context = rest[at];
            continue;
        }
        if (!match) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('command', `unexpected ${JSON.stringify(rest[at])}`, {
                cure: 'every input is an option: write --name value, such as --image quay.io/organisation/name',
            });
        }
        const [, name, attached] = match;
        if (name === 'json') {
            json = true;
            continue;
        }
        const value = attached ?? (standsAlone(command, name, rest[at + 1]) ? 'true' : rest[++at]);
        if (value === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'has no value');
        given[name] = given[name] === undefined ? value : `${given[name]}\n${value}`;
    }
    return { command, json, help, version, given, positional };
}
function isCommand(text) {
    return COMMANDS.some((command) => command === text);
}
function standsAlone(command, name, next) {
    const options = command === 'plan' ? _plan_request_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAN_OPTIONS */ .VN : _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc;
    const definition = options.find((each) => each.name === name);
    const isBoolean = definition?.form === 'boolean';
    return isBoolean && (next === undefined || next.startsWith('--'));
}
/** The help text. */
function usage() {
    const options = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc.map((input) => {
        const fallback = 'default' in input && !input.default.startsWith('${{') ? ` (default: ${input.default})` : '';
        return `  --${input.name.padEnd(20)} ${input.description.replaceAll('`', '')}${fallback}`;
    });
    return `multiarch-build build [CONTEXT] [--name value …]
multiarch-build inspect IMAGE|LAYOUT [--json] [--name value …]
multiarch-build doctor [--json]
multiarch-build merge --image NAME --digests JSON|REFERENCES [--name value …]
multiarch-build plan --services FILE [--base COMMIT] [--name value …]
multiarch-build --version

build: builds a container image for several platforms with podman, verifies it, and pushes it as one
image index.
merge: puts one image index together from images that are in a registry already (docs/merge.md has its options).
inspect: says what an image in a registry (quay.io/organisation/name:1.0) or an OCI layout (oci:FOLDER) holds, and
what is wrong with it. Of the options it has ${_inspect_request_js__WEBPACK_IMPORTED_MODULE_2__/* .INSPECT_OPTIONS */ .Q.map((name) => `--${name}`).join(', ')}.

doctor: says what this host can and can't do, and the one command that mends each.

plan: prints which of many services are to be built, as a matrix of GitHub Actions in JSON. Its options:

${_plan_request_js__WEBPACK_IMPORTED_MODULE_3__/* .PLAN_OPTIONS */ .VN.map(({ name, description }) => `  --${name.padEnd(20)} ${description}`).join('\n')}

Options of build are the inputs of the GitHub Action, with the same names and defaults.

  --json                 print the result as one JSON object on standard output
${options.join('\n')}

Exit codes: 0 done; 1 the build or push failed, or inspect found an error; 2 wrong usage; 3 host not able; 130 interrupted.
`;
}


/***/ }),

/***/ 75347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseInspectRequest),
/* harmony export */   Q: () => (/* binding */ INSPECT_OPTIONS)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84974);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32062);
/* harmony import */ var _logins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24077);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24065);







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
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .completeInputs */ .h5)(given);
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

/***/ 62892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VN: () => (/* binding */ PLAN_OPTIONS),
/* harmony export */   aO: () => (/* binding */ parsePlanRequest),
/* harmony export */   mv: () => (/* binding */ runnerOf)
/* harmony export */ });
/* unused harmony export PLAN_OUTPUTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23856);
/* harmony import */ var _closest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70659);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32062);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24065);





/** Options of `plan`, in the order of the help. */
const PLAN_OPTIONS = [
    { name: 'services', description: 'file that lists the services, or its text' },
    { name: 'platforms', description: 'platforms of services that name none' },
    { name: 'runners', description: 'platform=label or platform=["label","label"], one a line' },
    {
        name: 'base',
        description: 'commit since which changes count, or auto: the base of a pull request, and on a branch the last commit up to which all was merged; without it all services are planned',
    },
    { name: 'all', description: 'plan all services, whatever changed', form: 'boolean' },
    { name: 'push', description: 'auto, true or false, as for a build: what the output push says of this run' },
];
/** What the step gives: each is JSON. */
const PLAN_OUTPUTS = [
    { name: 'build', description: 'Matrix with a job for each service and platform.' },
    { name: 'merge', description: 'Matrix with a job for each service; also the input `plan` of the merge.' },
    { name: 'services', description: 'Names of the services to build; `[]` if there are none.' },
    { name: 'unchanged', description: 'Names of the others.' },
    { name: 'push', description: '`true` or `false`: whether this run pushes.' },
    { name: 'reasons', description: 'Why each is built, by its name.' },
    {
        name: 'record',
        description: 'Name under which the merge remembers that this commit is merged, for `base: auto` of later runs: the input `record` of the merge.',
    },
];
/** Native where GitHub has a runner for it. */
const RUNNERS = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
const EMULATING_RUNNER = 'ubuntu-24.04';
/**
 * Reads the options of `plan`.
 * @throws {InputError}
 */
function parsePlanRequest(given) {
    const names = PLAN_OPTIONS.map(({ name }) => name);
    const foreign = Object.keys(given).find((name) => !names.includes(name));
    if (foreign !== undefined) {
        const near = (0,_closest_js__WEBPACK_IMPORTED_MODULE_4__/* .closest */ .k)(foreign, names);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(foreign, 'is no option of plan', {
            cure: near === undefined ? `use ${names.join(', ')}` : `did you mean ${near}?`,
        });
    }
    const services = given.services ?? '';
    if (services.trim() === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('services', 'is missing', {
            cure: 'name the file that lists the services, such as --services services.yaml',
        });
    }
    return {
        services,
        platforms: orInputError('platforms', () => (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatforms */ .qA)((0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .completeInputs */ .h5)({ platforms: given.platforms ?? '' }), 'platforms'))),
        runners: parseRunners(given.runners ?? ''),
        base: parseBase(given.base ?? ''),
        all: parseAll(given.all ?? ''),
        everyCommit: false,
        push: (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)({ push: given.push?.trim() || 'auto' }, 'push', ['auto', 'true', 'false']),
    };
}
/** The labels of the runner for a platform. */
function runnerOf({ runners }, { text }) {
    return runners.get(text) ?? RUNNERS[text] ?? EMULATING_RUNNER;
}
function parseBase(text) {
    const base = text.trim();
    if (base === '')
        return undefined;
    if (!base.startsWith('-') && !/[\s\0]/.test(base))
        return base;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('base', `${JSON.stringify(base)} is no commit`, {
        cure: 'name a commit, a branch or a tag',
    });
}
function parseAll(text) {
    if (/^(true|false|)$/i.test(text.trim()))
        return text.trim().toLowerCase() === 'true';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('all', `${JSON.stringify(text)} is no boolean; allowed are true and false`);
}
function parseRunners(text) {
    const runners = new Map();
    for (const line of text.split('\n').map((each) => each.trim())) {
        if (line === '' || line.startsWith('#'))
            continue;
        const at = line.indexOf('=');
        if (at < 1) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${JSON.stringify(line)} is not of the form platform=label`, {
                cure: 'write one a line, such as linux/arm64=ubuntu-24.04-arm',
            });
        }
        const platform = orInputError('runners', () => (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .Y8)(line.slice(0, at)));
        if (runners.has(platform.text))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${platform.text} is there twice`);
        runners.set(platform.text, parseLabels(line.slice(at + 1).trim(), platform));
    }
    return runners;
}
function parseLabels(text, { text: platform }) {
    if (text === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${platform} has no label`);
    if (!text.startsWith('['))
        return text;
    const labels = orInputError('runners', () => JSON.parse(text));
    if (Array.isArray(labels) && labels.length > 0 && labels.every((each) => typeof each === 'string' && each))
        return labels;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('runners', `${platform}: ${text} is no list of labels`, {
        cure: 'write a list in JSON, such as ["self-hosted","arm64"]',
    });
}
function orInputError(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(input, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), { cause });
    }
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
