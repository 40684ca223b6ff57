export const id = 892;
export const ids = [892];
export const modules = {

/***/ 55555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseDockerfile),
/* harmony export */   n: () => (/* binding */ readDockerfile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78390);


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
    return propertiesOf(instruction).map((property) => {
        const value = property.getValue() ?? undefined;
        const written = property.getUnescapedValue() ?? '';
        return { name: property.getName(), value, form: formOf(written, value ?? '') };
    });
}
// ENV and LABEL have the form `NAME value`, and the parser takes `ARG NAME NAME` for that too.
function propertiesOf(instruction) {
    const words = instruction.getPropertyArguments();
    const properties = instruction.getProperties();
    if (instruction.getKeyword() !== 'ARG' || properties.length === words.length)
        return properties;
    return words.flatMap((word) => {
        const [alone] = dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.DockerfileParser.parse(`ARG ${word.getValue()}`).getInstructions();
        return alone.getProperties();
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

/***/ 19983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/emulation/proof.js
var proof = __webpack_require__(88892);
// EXTERNAL MODULE: ./build/src/host/check.js
var check = __webpack_require__(46136);
// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(73185);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/diagnosis/diagnose.js + 4 modules
var diagnose = __webpack_require__(68670);
// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var parse = __webpack_require__(55555);
// EXTERNAL MODULE: ./build/src/podman/build.js
var podman_build = __webpack_require__(95231);
// EXTERNAL MODULE: ./build/src/podman/health.js
var health = __webpack_require__(27737);
// EXTERNAL MODULE: ./build/src/podman/store.js
var podman_store = __webpack_require__(77034);
;// CONCATENATED MODULE: ./build/src/builder/trial-build.js












const DOCKERFILE = 'FROM scratch\nCOPY file /\n';
const SETTINGS = {
    target: undefined,
    buildArgs: [],
    buildContexts: [],
    ssh: [],
    addHosts: [],
    network: undefined,
    shmSize: undefined,
    ulimits: [],
    pull: false,
    extraArgs: [],
    format: 'oci',
    timestamp: 0,
};
/** Builds an image of one file for each platform, in stores of its own that are gone afterwards. */
async function trialBuilds(info, platforms) {
    const subject = 'a small build';
    let folders = [];
    try {
        const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'multiarch-build-'));
        const run = await (0,promises_.mkdtemp)('/tmp/multiarch-build-run-');
        const stores = (0,podman_store/* storesFolder */.vw)(info, work);
        folders = [stores, run, work];
        const driver = await (0,podman_store/* storeDriver */.e6)(info, { stores, run });
        const context = (0,external_node_path_.join)(work, 'context');
        await (0,promises_.mkdir)(context);
        await Promise.all(Object.entries({ file: '', Dockerfile: DOCKERFILE }).map(([name, text]) => (0,promises_.writeFile)((0,external_node_path_.join)(context, name), text)));
        const place = { stores, run, driver, work, context };
        return [
            (0,health/* driverCheck */.Hl)(driver),
            ...(await Promise.all(platforms.map((platform) => trial(info, platform, place)))),
        ];
    }
    catch (problem) {
        return [
            (0,check/* error */.z)(subject, (0,errors/* messageOf */.bD)(problem), 'free space, or set TMPDIR to a folder that can be written to'),
        ];
    }
    finally {
        await (0,podman_store/* removeFolders */.cw)(folders, info.rootless).catch(() => undefined);
    }
}
/** podman's arguments of a build that is only tried. */
function trialArguments(info, build) {
    return (0,podman_build/* buildArguments */.f)({
        ...build,
        layers: false,
        buildPlatform: info.platform,
        dockerfile: (0,external_node_path_.join)(build.context, 'Dockerfile'),
        settings: SETTINGS,
        secrets: [],
        retries: 0,
    });
}
async function trial(info, platform, place) {
    const subject = `build ${platform.text}`;
    const started = performance.now();
    const store = await (0,podman_store/* createStore */.y$)(info, place, { driver: place.driver, name: (0,oci_platform/* platformSlug */.DN)(platform) });
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', trialArguments(info, {
        podman: (0,podman_store/* storeArguments */.UI)(store),
        platform,
        context: place.context,
        iidFile: (0,external_node_path_.join)(place.work, (0,oci_platform/* platformSlug */.DN)(platform)),
    }), { env: { TMPDIR: place.work } });
    if (exitCode === 0)
        return (0,check.ok)(subject, `an image of one file in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const lines = stderr.trim().split('\n').slice(-25);
    const reason = lines.at(-1)?.replace(/^Error: /, '') ?? '';
    const dockerfile = (0,parse/* parseDockerfile */.A)(DOCKERFILE, 'Dockerfile');
    const known = {
        platform,
        runs: undefined,
        podman: info,
        dockerfile,
        target: undefined,
        instruction: undefined,
    };
    const diagnosis = (0,diagnose/* diagnose */.h)({ ...known, exitCode, reason, lines, space: [] });
    return (0,check/* error */.z)(subject, diagnosis === undefined ? reason : `${diagnosis.cause} (podman: ${reason})`, diagnosis?.cure ?? 'run a build by hand to see the whole message: podman build');
}

;// CONCATENATED MODULE: ./build/src/builder/remote-trial.js








const EMULATOR = 'podman machine ssh sudo rpm-ostree install qemu-user-static, then podman machine stop and podman machine start; on another Linux: install qemu-user-static there';
/** Lets a podman elsewhere build, and run, a program of a few bytes for each platform. It ends in a way that leaves no image. */
async function remoteTrials(info, platforms) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'multiarch-build-'));
    try {
        return await Promise.all(platforms.map((platform) => remote_trial_trial(info, platform, work)));
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function remote_trial_trial(info, platform, work) {
    const context = (0,external_node_path_.join)(work, (0,oci_platform/* platformSlug */.DN)(platform));
    await (0,promises_.mkdir)(context);
    await (0,promises_.writeFile)((0,external_node_path_.join)(context, 'program'), (0,proof/* proofBinary */.Oq)(platform.architecture), { mode: 0o755 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(context, 'Dockerfile'), 'FROM scratch\nCOPY program /\nRUN ["/program"]\n');
    const started = performance.now();
    const { stderr } = await (0,host_process/* capture */.Fg)('podman', trialArguments(info, { podman: [], platform, context, iidFile: (0,external_node_path_.join)(context, 'iid') }));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (new RegExp(`exit (?:status|code) ${proof/* PROOF_EXIT_CODE */.s8}\\b`).test(stderr))
        return (0,check.ok)(platform.text, `builds, and runs programs, in ${seconds} s`);
    const said = stderr.trim().split('\n').at(-1) ?? '';
    if (/exec format error/i.test(stderr))
        return (0,check/* error */.z)(platform.text, 'its programs don’t run there', EMULATOR);
    return (0,check/* error */.z)(platform.text, said, 'run a build by hand to see the whole message: podman build');
}

// EXTERNAL MODULE: ./build/src/emulation/binfmt.js
var binfmt = __webpack_require__(16188);
// EXTERNAL MODULE: ./build/src/emulation/emulation.js + 1 modules
var emulation = __webpack_require__(17582);
// EXTERNAL MODULE: ./build/src/emulation/host-emulators.js
var host_emulators = __webpack_require__(58255);
// EXTERNAL MODULE: ./build/src/emulation/install.js
var install = __webpack_require__(62017);
// EXTERNAL MODULE: ./build/src/emulation/kernel.js
var kernel = __webpack_require__(65881);
;// CONCATENATED MODULE: ./build/src/emulation/health.js







const UNREGISTERED = 'no emulator is registered';
/** The kernel's list of emulators: whether it can be seen and added to. */
async function binfmtCheck(folder = kernel/* BINFMT_FOLDER */.uB) {
    const subject = 'binfmt_misc';
    const { mounted, enabled, entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    if (!mounted)
        return (0,check/* warning */.$)(subject, `not mounted at ${folder}`, `sudo mount ${(0,kernel/* mountArguments */.y1)(folder).join(' ')}`);
    if (!enabled)
        return (0,check/* warning */.$)(subject, 'switched off', `echo 1 | sudo tee ${folder}/status`);
    const found = `mounted, ${entries.length} registered`;
    if (await (0,kernel/* isWritable */.nH)(`${folder}/register`, {}))
        return (0,check.ok)(subject, found);
    if (!(0,kernel/* isRoot */.jX)())
        return (0,check.ok)(subject, `${found}; this user can’t add any`);
    return (0,check/* warning */.$)(subject, `${found}, and it can’t be written: mounted read-only, or by another user namespace`, 'register emulators on the machine around this container');
}
/**
 * Whether programs of a platform run here, and if not, the one command that helps.
 * @param needed whether a build with all defaults needs it
 */
async function emulatorCheck(platform, { needed, folder = kernel/* BINFMT_FOLDER */.uB }) {
    const runnable = await (0,emulation/* probe */.d)(platform, { binfmtFolder: folder });
    if (runnable?.how === 'native')
        return (0,check.ok)(platform.text, 'native');
    if (runnable !== undefined)
        return (0,check.ok)(platform.text, `emulated${await by(runnable, folder)}`);
    const [emulator] = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    const fault = await faultOf(platform, folder);
    const found = `${fault}; ${emulator === undefined ? 'no static emulator is installed' : `${emulator.path} is installed`}`;
    const command = emulator === undefined
        ? (await (0,install/* installationCure */.c)(platform.architecture)).replace(/^run once: /, '')
        : registrationCommand(platform, emulator, folder);
    // A build registers what is installed, where it may.
    const helpsItself = emulator !== undefined && (await (0,kernel/* isWritable */.nH)(`${folder}/register`, {}));
    if (helpsItself) {
        const will = `${found}; a build that needs it registers it`;
        return fault === UNREGISTERED ? (0,check.ok)(platform.text, will) : (0,check/* warning */.$)(platform.text, will, command);
    }
    return (needed ? check/* error */.z : check/* warning */.$)(platform.text, found, command);
}
async function by({ platform, interpreter }, folder) {
    const version = await (0,proof/* emulatorAtWork */.SZ)(platform.architecture);
    if (interpreter === undefined)
        return version === undefined ? '' : ` by ${version}`;
    const { entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    const flags = entries.find((entry) => entry.interpreter === interpreter)?.flags ?? '';
    return ` by ${interpreter}${flags && `, flags ${flags}`}${version === undefined ? '' : `, ${version}`}`;
}
async function faultOf(platform, folder) {
    const { entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    const header = (0,proof/* proofBinary */.Oq)(platform.architecture);
    const entry = entries.find((each) => (0,binfmt/* matches */.cK)({ ...each, enabled: true }, header));
    if (entry === undefined)
        return UNREGISTERED;
    if (!entry.enabled)
        return `${entry.name} is switched off`;
    if (!entry.flags.includes('F'))
        return `${entry.interpreter} is registered without the flag F, so it fails in containers`;
    return `${entry.interpreter} is registered and doesn’t work`;
}
function registrationCommand({ architecture }, emulator, folder) {
    const format = (0,binfmt/* formatOf */.be)(architecture);
    const flags = `${emulator.preservesArgv0 ? 'P' : ''}OF`;
    const line = (0,binfmt/* registrationLine */.IE)({
        name: `multiarch-qemu-${format.qemu}`,
        interpreter: emulator.path,
        flags,
        format,
    });
    return `printf '%s' '${line}' | sudo tee ${folder}/register`;
}

// EXTERNAL MODULE: ./build/src/host/machine.js
var host_machine = __webpack_require__(93613);
// EXTERNAL MODULE: ./build/src/podman/info.js
var info = __webpack_require__(78507);
// EXTERNAL MODULE: ./build/src/podman/machine.js
var podman_machine = __webpack_require__(2150);
// EXTERNAL MODULE: ./build/src/registry/auth-file.js
var auth_file = __webpack_require__(20530);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(56020);
// EXTERNAL MODULE: ./build/src/request/contract.js
var contract = __webpack_require__(75557);
;// CONCATENATED MODULE: ./build/src/pipeline/doctor.js














// Those besides the defaults that official images are published for.
const OTHER_PLATFORMS = ['linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64'];
/** Looks at all that a build needs of this machine. Changes nothing, and takes three seconds. */
async function examine(env, signal) {
    const { podman, checks } = await podmanChecks(env, signal);
    // What builds is looked at, not what a client of it runs on.
    const isHere = podman === undefined ? !(0,podman_machine/* isClient */.oc)(env) : !podman.isRemote;
    const machine = await Promise.all([
        Promise.resolve((0,host_machine/* nodeCheck */.hr)()),
        (0,host_machine/* gitCheck */.Ny)(),
        ...(isHere ? [(0,host_machine/* cgroupsCheck */.My)(env)] : []),
        (0,host_machine/* spaceCheck */.zk)('temporary files', env.TMPDIR || '/var/tmp'),
    ]);
    return [
        { title: 'podman', checks },
        { title: 'machine', checks: machine },
        ...(isHere ? [{ title: 'platforms', checks: [await binfmtCheck(), ...(await platformChecks())] }] : []),
        { title: 'registries', checks: await registryChecks(env) },
        ...(podman ? [{ title: 'trial', checks: await trials(podman) }] : []),
    ];
}
function trials(podman) {
    return (podman.isRemote ? remoteTrials : trialBuilds)(podman, defaultPlatforms());
}
async function podmanChecks(env, signal) {
    let podman;
    try {
        podman = await (0,info/* podmanInfo */.Km)(signal);
    }
    catch (problem) {
        if (!(problem instanceof errors/* HostError */.dh))
            throw problem;
        return { checks: [(0,check/* error */.z)('podman', problem.message, problem.cure ?? 'run podman info')] };
    }
    const { version, rootless, runtime } = podman;
    const checks = [
        (0,check.ok)('podman', `${version}, ${rootless ? 'rootless' : 'as root'}`),
        ...(runtime === undefined ? [] : [(0,check.ok)('OCI runtime', runtime)]),
        (0,health/* userIdsCheck */.Ki)(podman),
        ...(podman.isRemote
            ? (0,health/* serviceChecks */.V0)(podman)
            : [
                await (0,health/* limitsCheck */.pj)(podman, await (0,host_machine/* ownLimits */.tT)(), env),
                await (0,host_machine/* spaceCheck */.zk)('storage', (0,health/* storesParent */.X2)(podman)),
            ]),
    ];
    return { podman, checks };
}
function defaultPlatforms() {
    const { default: platforms } = contract/* INPUTS */.mc.find(({ name }) => name === 'platforms');
    return platforms.split(',').map(oci_platform/* parsePlatform */.Y8);
}
async function platformChecks() {
    const needed = defaultPlatforms();
    const others = OTHER_PLATFORMS.map(oci_platform/* parsePlatform */.Y8);
    const all = [
        ...needed.map((platform) => emulatorCheck(platform, { needed: true })),
        ...others.map((platform) => emulatorCheck(platform, { needed: false })),
    ];
    return Promise.all(all);
}
async function registryChecks(env) {
    const logins = (0,auth_file/* authFilePaths */.pB)(env).filter(external_node_fs_.existsSync);
    return [
        await registriesCheck(env),
        (0,check.ok)('logins', logins.length === 0 ? 'none: pushes need username and password' : logins.join(', ')),
    ];
}
async function registriesCheck(env) {
    try {
        const { files } = await (0,registries_conf/* readRegistryRules */.D)(env);
        return (0,check.ok)('registries.conf', files.length === 0 ? 'none: names of images must be whole' : files.join(', '));
    }
    catch (problem) {
        if (!(problem instanceof errors/* RegistryError */.gl))
            throw problem;
        return (0,check/* error */.z)('registries.conf', problem.message, problem.cure ?? 'mend the file');
    }
}

// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
;// CONCATENATED MODULE: ./build/src/report/doctor.js

const SIGNS = { ok: '✓', warning: '!', error: '✗' };
/** Whether a build with all defaults can work. */
function isAble(sections) {
    return sections.every(({ checks }) => checks.every(({ state }) => state !== 'error'));
}
/** The examination as a person reads it: a line for each check, and under it what to do. */
function doctorText(sections) {
    const width = Math.max(...sections.flatMap(({ checks }) => checks.map(({ subject }) => subject.length)));
    const line = ({ subject, state, found, cure }) => [
        `  ${SIGNS[state]} ${subject.padEnd(width)}  ${(0,plain_text/* plainText */.wh)(found)}`,
        ...(cure === undefined ? [] : [`    ${' '.repeat(width)}  → ${(0,plain_text/* plainText */.wh)(cure)}`]),
    ].join('\n');
    return [
        ...sections.map(({ title, checks }) => [title, ...checks.map(line)].join('\n')),
        verdict(sections),
    ].join('\n\n');
}
function verdict(sections) {
    const states = sections.flatMap(({ checks }) => checks.map(({ state }) => state));
    const warnings = states.filter((state) => state === 'warning').length;
    if (!isAble(sections))
        return 'This machine can’t build with the defaults: see ✗ above.';
    if (warnings === 0)
        return 'This machine can build.';
    return `This machine can build; ${warnings} ${warnings === 1 ? 'thing' : 'things'} to mend for some builds, see ! above.`;
}
/** The examination for programs. */
function doctorJson(sections) {
    return { able: isAble(sections), sections };
}

;// CONCATENATED MODULE: ./build/src/entrypoints/run-doctor.js



/**
 * Says on standard output what this machine can and can't do.
 * @throws {HostError} when a build with all defaults can't work
 */
async function runDoctor({ json, given }, signal) {
    const [option] = Object.keys(given);
    if (option !== undefined)
        throw new errors/* InputError */.dz(option, 'doctor has no options but --json');
    const sections = await examine(process.env, signal);
    const text = json ? JSON.stringify(doctorJson(sections), undefined, 2) : doctorText(sections);
    process.stdout.write(`${text}\n`);
    if (!isAble(sections))
        throw new errors/* HostError */.dh('this machine can’t build with the defaults');
}


/***/ }),

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

/***/ 77034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ unmountBelow),
/* harmony export */   ML: () => (/* binding */ userImages),
/* harmony export */   UI: () => (/* binding */ storeArguments),
/* harmony export */   cw: () => (/* binding */ removeFolders),
/* harmony export */   d2: () => (/* binding */ inNamespace),
/* harmony export */   e6: () => (/* binding */ storeDriver),
/* harmony export */   vw: () => (/* binding */ storesFolder),
/* harmony export */   y$: () => (/* binding */ createStore)
/* harmony export */ });
/* unused harmony export mountsBelow */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73185);





/** podman's global arguments that select a store. */
function storeArguments(store) {
    return [
        '--root',
        store.graphRoot,
        '--runroot',
        store.runRoot,
        '--storage-driver',
        store.driver,
        ...store.options.flatMap((option) => ['--storage-opt', option]),
    ];
}
/**
 * Where the stores of a run lie: beside the user's own store, since that is a file system which the driver is known
 * to work on, or else in the work folder.
 */
function storesFolder(info, workFolder) {
    if (info.isRemote)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workFolder, 'storage');
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(info.graphRoot);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(parent, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, `multiarch-build-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`);
    }
    catch {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workFolder, 'storage');
    }
}
/**
 * The storage driver of the run's own stores: the user's. podman 4 picks vfs, which copies every layer whole, where
 * overlay would work too; without images of the user's to share, overlay is taken where podman accepts it.
 */
async function storeDriver(info, folders) {
    if (info.graphDriver !== 'vfs' || info.images > 0)
        return info.graphDriver;
    const trial = {
        graphRoot: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.stores, 'trial'),
        runRoot: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.run, 'trial'),
        driver: 'overlay',
        options: [],
        sharedRoots: [],
    };
    const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .capture */ .Fg)('podman', [...storeArguments(trial), 'info']);
    return exitCode === 0 ? trial.driver : info.graphDriver;
}
/**
 * Makes an empty store.
 * @param images where podman sees the user's own store, as {@link userImages} says: an additional, read-only one, so that
 *   local base images are found
 */
async function createStore(info, folders, { driver, name, images }) {
    const graphRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.stores, name);
    const runRoot = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folders.run, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(graphRoot, { recursive: true, mode: 0o700 });
    const store = { graphRoot, runRoot, driver };
    // Options are named after the driver that they are for.
    if (driver !== info.graphDriver)
        return { ...store, options: [], sharedRoots: [] };
    const configured = info.graphOptions.flatMap((option) => /^\w+\.imagestore=(.+)$/.exec(option)?.[1] ?? []);
    if (images === undefined)
        return { ...store, options: info.graphOptions, sharedRoots: configured };
    return {
        ...store,
        options: [...info.graphOptions, `${driver}.imagestore=${images}`],
        sharedRoots: [...configured, info.graphRoot],
    };
}
/**
 * Where podman is to see the user's own store; undefined when there are no images in it. Every podman that opens a store mounts its
 * `overlay` folder on itself and takes that away when it ends (`MakePrivate` and `Cleanup`,
 * https://github.com/containers/storage/blob/v1.59.0/drivers/overlay/overlay.go). An overlay that is mounted on layers of that store
 * at this moment fails with EINVAL ("failed to clone lowerpath"), rootless in every tenth build and more while others list images.
 * So it is seen in another place, which nobody else unmounts, rootless inside podman's namespace alone. Read-only, as nothing
 * must ever be removed through it.
 * @param place a folder to make, which {@link removeFolders} unmounts and removes
 */
async function userImages(info, place) {
    if (info.images === 0)
        return undefined;
    if (info.graphDriver !== 'overlay')
        return info.graphRoot;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(place, { recursive: true, mode: 0o700 });
    const run = inNamespace(info.rootless);
    const mount = ['mount', '--bind', '--make-private', '-o', 'ro', info.graphRoot, place];
    if ((await run(...mount)).exitCode === 0)
        return place;
    await run('umount', '-l', place);
    return info.graphRoot;
}
/**
 * Removes folders that podman wrote to: what it left mounted is unmounted first, and rootless all that belongs to
 * subordinate users is removed inside the user namespace.
 * @param places folders to mount on, in none of the folders: what is mounted there is never touched
 * @throws {Error} when something is left
 */
async function removeFolders(folders, rootless, places = []) {
    await unmountBelow([...folders, ...places], rootless);
    if (rootless && folders.length > 0)
        await inNamespace(rootless)('rm', '-rf', '--', ...folders);
    for (const folder of folders) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
    for (const place of places) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)(place).catch((error) => {
            if (error.code !== 'ENOENT')
                throw error;
        });
    }
}
/** Unmounts what podman left mounted in folders. */
async function unmountBelow(folders, rootless) {
    const run = inNamespace(rootless);
    const mounts = rootless
        ? (await run('cat', '/proc/self/mountinfo')).stdout
        : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)('/proc/self/mountinfo', 'utf8').catch(() => '');
    for (const mount of mountsBelow(mounts, folders))
        await run('umount', '-l', mount);
}
/** Runs programs where podman's mounts are, with the rights of all of its users. */
function inNamespace(rootless) {
    return (...command) => {
        const [program, ...args] = rootless ? ['podman', 'unshare', ...command] : command;
        return (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .capture */ .Fg)(program, args);
    };
}
/** Mount points below folders, innermost first (https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html). */
function mountsBelow(mountinfo, folders) {
    return mountinfo
        .split('\n')
        .map((line) => line
        .split(' ')[4]
        ?.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))))
        .filter((path) => path !== undefined && folders.some((folder) => path.startsWith(`${folder}/`) || path === folder))
        .reverse();
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


/***/ })

};
