export const id = 493;
export const ids = [493];
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

/***/ 3493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/diagnosis/diagnose.js + 3 modules
var diagnose = __webpack_require__(3127);
// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var parse = __webpack_require__(5555);
// EXTERNAL MODULE: ./build/src/host/check.js
var check = __webpack_require__(6136);
// EXTERNAL MODULE: ./build/src/host/process.js + 11 modules
var host_process = __webpack_require__(2610);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(3856);
// EXTERNAL MODULE: ./build/src/podman/build.js
var build = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/src/podman/health.js
var health = __webpack_require__(7737);
// EXTERNAL MODULE: ./build/src/podman/store.js
var podman_store = __webpack_require__(7034);
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
async function trial(info, platform, place) {
    const subject = `build ${platform.text}`;
    const started = performance.now();
    const store = await (0,podman_store/* createStore */.y$)(info, place, place.driver, (0,oci_platform/* platformSlug */.DN)(platform));
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', (0,build/* buildArguments */.f)({
        store,
        platform,
        buildPlatform: info.platform,
        context: place.context,
        dockerfile: (0,external_node_path_.join)(place.context, 'Dockerfile'),
        settings: SETTINGS,
        secrets: [],
        iidFile: (0,external_node_path_.join)(place.work, (0,oci_platform/* platformSlug */.DN)(platform)),
        retries: 0,
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

// EXTERNAL MODULE: ./build/src/emulation/binfmt.js
var binfmt = __webpack_require__(6188);
// EXTERNAL MODULE: ./build/src/emulation/emulation.js + 1 modules
var emulation = __webpack_require__(7582);
// EXTERNAL MODULE: ./build/src/emulation/host-emulators.js
var host_emulators = __webpack_require__(8255);
// EXTERNAL MODULE: ./build/src/emulation/install.js
var install = __webpack_require__(2017);
// EXTERNAL MODULE: ./build/src/emulation/kernel.js
var kernel = __webpack_require__(5881);
// EXTERNAL MODULE: ./build/src/emulation/proof.js
var proof = __webpack_require__(8892);
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
        return (0,check.ok)(platform.text, `emulated${await by(runnable.interpreter, folder)}`);
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
async function by(interpreter, folder) {
    if (interpreter === undefined)
        return '';
    const { entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    const flags = entries.find((entry) => entry.interpreter === interpreter)?.flags ?? '';
    const version = await (0,host_emulators/* emulatorVersion */.yh)(interpreter);
    return ` by ${interpreter}${flags && `, flags ${flags}`}${version === undefined ? '' : `, ${version}`}`;
}
async function faultOf(platform, folder) {
    const { entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    const header = (0,proof/* proofBinary */.O)(platform.architecture);
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
var host_machine = __webpack_require__(3613);
// EXTERNAL MODULE: ./build/src/podman/info.js
var info = __webpack_require__(8507);
// EXTERNAL MODULE: ./build/src/registry/auth-file.js
var auth_file = __webpack_require__(530);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(6020);
// EXTERNAL MODULE: ./build/src/request/contract.js
var contract = __webpack_require__(5557);
;// CONCATENATED MODULE: ./build/src/pipeline/doctor.js












// Those besides the defaults that official images are published for.
const OTHER_PLATFORMS = ['linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64'];
/** Looks at all that a build needs of this machine. Changes nothing, and takes two seconds. */
async function examine(env) {
    const { podman, checks } = await podmanChecks(env);
    const machine = await Promise.all([
        Promise.resolve((0,host_machine/* nodeCheck */.hr)()),
        (0,host_machine/* gitCheck */.Ny)(),
        (0,host_machine/* cgroupsCheck */.My)(env),
        (0,host_machine/* spaceCheck */.zk)('temporary files', env.TMPDIR || '/var/tmp'),
    ]);
    return [
        { title: 'podman', checks },
        { title: 'machine', checks: machine },
        { title: 'platforms', checks: [await binfmtCheck(), ...(await platformChecks())] },
        { title: 'registries', checks: await registryChecks(env) },
        ...(podman ? [{ title: 'trial', checks: await trialBuilds(podman, defaultPlatforms()) }] : []),
    ];
}
async function podmanChecks(env) {
    let podman;
    try {
        podman = await (0,info/* podmanInfo */.Km)();
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
        await (0,health/* limitsCheck */.pj)(podman, await (0,host_machine/* ownLimits */.tT)(), env),
        await (0,host_machine/* spaceCheck */.zk)('storage', (0,health/* storesParent */.X2)(podman)),
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
var plain_text = __webpack_require__(498);
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
async function runDoctor({ json, given }) {
    const [option] = Object.keys(given);
    if (option !== undefined)
        throw new errors/* InputError */.dz(option, 'doctor has no options but --json');
    const sections = await examine(process.env);
    const text = json ? JSON.stringify(doctorJson(sections), undefined, 2) : doctorText(sections);
    process.stdout.write(`${text}\n`);
    if (!isAble(sections))
        throw new errors/* HostError */.dh('this machine can’t build with the defaults');
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
