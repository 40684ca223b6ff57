export const id = 646;
export const ids = [646];
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

/***/ 7582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ ensureRunnable),
  d: () => (/* binding */ probe)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/emulation/binfmt.js
var binfmt = __webpack_require__(6188);
// EXTERNAL MODULE: ./build/src/host/process.js + 11 modules
var host_process = __webpack_require__(2610);
// EXTERNAL MODULE: ./build/src/emulation/kernel.js
var kernel = __webpack_require__(5881);
;// CONCATENATED MODULE: ./build/src/emulation/emulator-image.js



/**
 * Runs a container image that registers an emulator with the kernel: privileged, as root, with the arguments
 * `--install ARCHITECTURE`, as https://github.com/tonistiigi/binfmt takes them. The image must hold a static emulator and
 * register it with the flag F, since its files are gone when it ends.
 * @returns what went wrong
 */
async function runEmulatorImage(image, architecture, { env, log, signal }) {
    const options = ['--rm', '--privileged', '--network=none', '--pull=missing'];
    const [program, args] = (0,kernel/* asRoot */.tE)('podman', ['run', ...options, image, '--install', architecture]);
    let last = '';
    const onLine = (line) => {
        log.line(line);
        last = line;
    };
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)(program, args, { env, onLine, ...(signal && { signal }) });
        return exitCode === 0 ? undefined : last || `exit code ${exitCode}`;
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        return (0,errors/* messageOf */.bD)(error);
    }
}

// EXTERNAL MODULE: ./build/src/emulation/host-emulators.js
var host_emulators = __webpack_require__(8255);
// EXTERNAL MODULE: ./build/src/emulation/install.js
var install = __webpack_require__(2017);
// EXTERNAL MODULE: ./build/src/emulation/proof.js
var proof = __webpack_require__(8892);
;// CONCATENATED MODULE: ./build/src/emulation/emulation.js









// Others may register and unregister at the same time; then what was just done is done again.
const ATTEMPTS = 3;
/**
 * Whether this host can already run a platform's programs, natively or by an emulator that works in containers
 * too. Changes nothing and needs no rights.
 */
async function probe(platform, options = {}) {
    if (process.platform !== 'linux')
        return undefined;
    const { binfmtFolder: folder = kernel/* BINFMT_FOLDER */.uB, signal } = options;
    return asRunnable(platform, await examine(platform, folder, signal));
}
/**
 * Makes this host able to run each platform's programs: leaves alone what works, else registers an emulator that
 * the host has, else installs the distribution's. Each is proven by running a program.
 * @throws {HostError} that names the platform, what was tried and the command that helps
 */
async function ensureRunnable(platforms, options) {
    if (process.platform !== 'linux') {
        throw new errors/* HostError */.dh(`emulators can't be set up on ${process.platform}`, {
            cure: 'podman runs in a Linux machine of its own here, which `podman machine init` sets up with emulators',
        });
    }
    const { host, env = {}, binfmtFolder: folder = kernel/* BINFMT_FOLDER */.uB, image, signal } = options;
    const runnable = [];
    // One after the other: package managers lock each other out, and the second platform finds all in place.
    for (const platform of platforms) {
        const context = { platform, host, env, folder, ...(signal && { signal }) };
        const own = ensureOne(context);
        runnable.push(await (image === undefined ? own : own.catch((error) => byImage(context, image, error))));
    }
    return runnable;
}
async function ensureOne(context) {
    const { platform, folder, signal } = context;
    const before = await examine(platform, folder, signal);
    const present = asRunnable(platform, before);
    if (present !== undefined)
        return present;
    const tried = [describe(before)];
    await requireAccess(context, tried);
    let emulators = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    if (emulators.length === 0) {
        await emulation_install(context, tried);
        tried.push('installed the emulator package');
        // Packages register what they bring where an init system runs.
        const after = asRunnable(platform, await examine(platform, folder, signal));
        if (after !== undefined)
            return { ...after, registeredNow: true };
        emulators = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    }
    for (const emulator of emulators) {
        const runnable = await register(context, emulator, tried);
        if (runnable === undefined)
            continue;
        announce(context.host, runnable, before.entry);
        return runnable;
    }
    throw unable(platform, tried, await (0,install/* installationCure */.c)(platform.architecture));
}
/**
 * The last resort: a container image that the user names registers the emulator that it holds.
 * @throws {HostError} with what went wrong before, too
 */
async function byImage(context, image, before) {
    if (!(before instanceof errors/* HostError */.dh))
        throw before;
    const { platform, host, folder, env, signal } = context;
    const log = host.openLog(`Register the emulator for ${platform.text} by ${image}`);
    const problem = await runEmulatorImage(image, platform.architecture, { env, log, signal }).finally(() => log.close());
    const finding = await examine(platform, folder, signal);
    const runnable = asRunnable(platform, finding);
    if (runnable === undefined) {
        const tried = `${image} did not help: ${problem ?? describe(finding)}`;
        throw new errors/* HostError */.dh(`${before.message}; ${tried}`, before.cure === undefined ? {} : { cure: before.cure });
    }
    host.notice(`${platform.text}: ${image} registered ${runnable.interpreter ?? 'an emulator'}`);
    return { ...runnable, registeredNow: true };
}
async function examine(platform, folder, signal) {
    const { enabled, entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    const header = (0,proof/* proofBinary */.O)(platform.architecture);
    const entry = enabled ? entries.find((candidate) => (0,binfmt/* matches */.cK)(candidate, header)) : undefined;
    return { proof: await (0,proof/* prove */.z)(platform.architecture, { signal }), ...(entry && { entry }) };
}
function asRunnable(platform, { proof, entry }) {
    if (proof.outcome !== 'runs')
        return undefined;
    if (entry === undefined) {
        // In a container the registrations may be out of sight and yet at work.
        return { platform, how: isNative(platform.architecture) ? 'native' : 'emulated' };
    }
    // Without F the kernel looks for the interpreter in the container's own file system, where there is none.
    if (!entry.flags.includes('F'))
        return undefined;
    return { platform, how: 'emulated', interpreter: entry.interpreter };
}
function isNative(architecture) {
    const little = (0,external_node_os_.endianness)() === 'LE';
    const native = {
        x64: ['amd64', '386'],
        ia32: ['386'],
        arm64: ['arm64', 'arm'],
        arm: ['arm'],
        ppc64: [little ? 'ppc64le' : 'ppc64'],
        mips: ['mips'],
        mipsel: ['mipsle'],
    };
    return (native[process.arch] ?? [process.arch]).includes(architecture);
}
// Before anything is installed: what can't be registered afterwards is of no use.
async function requireAccess(context, tried) {
    const { platform, folder, env } = context;
    const problem = await (0,kernel/* mountBinfmt */.Ic)(folder, env);
    if (problem !== undefined) {
        const mounting = `binfmt_misc can't be mounted: ${problem}`;
        throw unable(platform, [...tried, mounting], await manualCure(context));
    }
    if (!(await (0,kernel/* readRegistrations */.x6)(folder)).enabled) {
        const cure = `run once: echo 1 | sudo tee ${folder}/status`;
        throw unable(platform, [...tried, 'binfmt_misc is switched off on this machine'], cure);
    }
    const file = (0,external_node_path_.join)(folder, 'register');
    if (await (0,kernel/* isWritable */.nH)(file, env))
        return;
    const why = (0,kernel/* isRoot */.jX)()
        ? 'mounted read-only, or by another user namespace'
        : "needs root, or a sudo that doesn't ask";
    throw unable(platform, [...tried, `${file} can't be written: ${why}`], await manualCure(context));
}
async function manualCure(context) {
    const { platform, folder } = context;
    const [emulator] = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    if (emulator === undefined)
        return (0,install/* installationCure */.c)(platform.architecture);
    const { mounted } = await (0,kernel/* readRegistrations */.x6)(folder);
    const mount = mounted ? '' : `sudo mount ${(0,kernel/* mountArguments */.y1)(folder).join(' ')} && `;
    const line = lineFor(context, emulator);
    return `run once, outside any container: ${mount}printf '%s' '${line}' | sudo tee ${folder}/register`;
}
async function emulation_install(context, tried) {
    try {
        await (0,install/* installEmulators */.e)(context.platform.architecture, context);
    }
    catch (error) {
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        throw unable(context.platform, [...tried, error.message], error.cure);
    }
}
async function register(context, emulator, tried) {
    const { platform, folder, env, signal } = context;
    const line = lineFor(context, emulator);
    let finding;
    let problem;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        await unregister(context);
        // "File exists" means that someone else was quicker; the proof tells whether theirs is as good.
        problem = await (0,kernel/* write */.M9)((0,external_node_path_.join)(folder, 'register'), line, env);
        finding = await examine(platform, folder, signal);
        const runnable = asRunnable(platform, finding);
        if (runnable !== undefined)
            return { ...runnable, registeredNow: true };
    }
    tried.push(`registering ${emulator.path} did not help: ${problem ?? describe(finding)}`);
    await unregister(context);
    return undefined;
}
/** Removes our own registration, unless it works by now. */
async function unregister({ platform, folder, env, signal }) {
    const name = ownName(platform);
    const { entries } = await (0,kernel/* readRegistrations */.x6)(folder);
    if (!entries.some((entry) => entry.name === name))
        return;
    if (asRunnable(platform, await examine(platform, folder, signal)) !== undefined)
        return;
    await (0,kernel/* write */.M9)((0,external_node_path_.join)(folder, name), '-1', env);
}
function ownName(platform) {
    return `multiarch-qemu-${(0,binfmt/* formatOf */.be)(platform.architecture).qemu}`;
}
// F: the kernel opens the emulator now, so that it need not be in any container. O: also runs what can be executed
// but not read. P: programs see the argv[0] that they were called by, as natively.
// C: setuid programs get their owner's rights, as natively; without it `USER app` and `RUN sudo …` end in "effective
// uid is not 0" (https://github.com/containers/podman/issues/20443). But QEMU wasn't made to withstand its caller, so
// that C lends root's rights to any user who can reach a foreign setuid program (which is why Debian gave it up in
// qemu 1:10.0.3+ds-3). So only on runners, whose user can become root anyway; docker/setup-qemu-action does it too.
function lineFor({ platform, host }, emulator) {
    return (0,binfmt/* registrationLine */.IE)({
        name: ownName(platform),
        interpreter: emulator.path,
        flags: `${emulator.preservesArgv0 ? 'P' : ''}O${host.kind === 'runner' ? 'C' : ''}F`,
        format: (0,binfmt/* formatOf */.be)(platform.architecture),
    });
}
function announce(host, { platform, interpreter }, overridden) {
    if (overridden === undefined) {
        host.info(`${platform.text}: registered ${interpreter}`);
        return;
    }
    const fault = overridden.flags.includes('F') ? "doesn't work" : 'lacks the flag F and fails in containers';
    host.notice(`${platform.text}: registered ${interpreter} over ${overridden.name} (${overridden.interpreter}), which ${fault}`);
}
function describe({ proof, entry }) {
    const via = entry === undefined ? 'nothing registered for it' : `${entry.name} (${entry.interpreter})`;
    if (proof.outcome === 'runs')
        return `${via}: registered without the flag F, so it fails in containers`;
    return `${via}: ${proof.detail}`;
}
function unable(platform, tried, cure) {
    return new errors/* HostError */.dh(`this machine can't run ${platform.text} programs; ${tried.join('; ')}`, {
        ...(cure !== undefined && { cure }),
    });
}


/***/ }),

/***/ 2017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ installationCure),
/* harmony export */   e: () => (/* binding */ installEmulators)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2610);
/* harmony import */ var _binfmt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6188);
/* harmony import */ var _kernel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5881);






// Fresh machines update themselves in the background, and another of our builds may be installing too. apt's own
// DPkg::Lock::Timeout doesn't cover the lock on its package index.
const LOCKED = /^E: Could not get lock /;
const LOCK_TIMEOUT_MS = 300_000;
const LOCK_INTERVAL_MS = 1000;
const APT = '/usr/bin/apt-get';
const DNF = '/usr/bin/dnf';
// Since QEMU 9.2 Debian's qemu-user itself is static, and qemu-user-binfmt has the names for binfmt_misc.
const APT_PACKAGES = [['qemu-user-static'], ['qemu-user', 'qemu-user-binfmt']];
// How Fedora splits QEMU's emulators: https://src.fedoraproject.org/rpms/qemu
const FEDORA_NAMES = {
    amd64: 'x86',
    '386': 'x86',
    arm64: 'aarch64',
    arm: 'arm',
    ppc64le: 'ppc',
    ppc64: 'ppc',
    s390x: 's390x',
    riscv64: 'riscv',
    loong64: 'loongarch64',
    mips64le: 'mips',
    mips64: 'mips',
    mipsle: 'mips',
    mips: 'mips',
};
/**
 * Installs the distribution's static emulators.
 * @throws {HostError} when that is not possible here
 */
async function installEmulators(architecture, surroundings) {
    const installBy = await chooseInstaller();
    const cure = await installationCure(architecture);
    if (installBy === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh('neither apt-get nor dnf is here to install an emulator', { cure });
    }
    const log = surroundings.host.openLog(`Install the emulator for ${architecture}`);
    try {
        if (await installBy(runnerFor(surroundings, log), architecture))
            return;
    }
    finally {
        log.close();
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh(`installing the emulator for ${architecture} failed; the log says why`, { cure });
}
function runnerFor({ env, signal }, log) {
    return async (program, ...args) => {
        // By `env`, since sudo passes no variables on. LC_ALL: what is said about locks is looked for.
        const variables = ['DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C'];
        const [command, all] = (0,_kernel_js__WEBPACK_IMPORTED_MODULE_5__/* .asRoot */ .tE)('env', [...variables, program, ...args]);
        const deadline = Date.now() + LOCK_TIMEOUT_MS;
        for (;;) {
            let locked = false;
            const onLine = (line) => {
                log.line(line);
                locked ||= LOCKED.test(line);
            };
            const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .stream */ .Td)(command, all, { env, onLine, ...(signal && { signal }) });
            if (exitCode === 0 || !locked || Date.now() > deadline)
                return exitCode;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(LOCK_INTERVAL_MS, undefined, signal && { signal }).catch(() => undefined);
        }
    };
}
/** The command that installs the emulators here, for a person to run. */
async function installationCure(architecture) {
    if (await exists(APT))
        return 'run once: sudo apt-get install -y qemu-user-static';
    if (await exists(DNF))
        return `run once: sudo dnf install -y ${fedoraPackage(architecture)}`;
    const qemu = (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_4__/* .formatOf */ .be)(architecture)?.qemu;
    return `install QEMU's static user-mode emulator (qemu-${qemu}-static) with this system's package manager`;
}
async function chooseInstaller() {
    if (await exists(APT))
        return installByApt;
    if (await exists(DNF))
        return installByDnf;
    return undefined;
}
async function installByApt(run) {
    const options = ['-y', '--no-install-recommends'];
    let updated = false;
    for (const packages of APT_PACKAGES) {
        if ((await run(APT, 'install', ...options, ...packages)) === 0)
            return true;
        if (updated)
            continue;
        // An index that is missing, or so old that the package's file is gone from the mirror.
        updated = true;
        await run(APT, 'update');
        if ((await run(APT, 'install', ...options, ...packages)) === 0)
            return true;
    }
    return false;
}
async function installByDnf(run, architecture) {
    for (const name of [fedoraPackage(architecture), 'qemu-user-static']) {
        if ((await run(DNF, 'install', '-y', '--setopt=install_weak_deps=False', name)) === 0)
            return true;
    }
    return false;
}
function fedoraPackage(architecture) {
    return `qemu-user-static-${FEDORA_NAMES[architecture]}`;
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 5881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ mountBinfmt),
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   jX: () => (/* binding */ isRoot),
/* harmony export */   nH: () => (/* binding */ isWritable),
/* harmony export */   tE: () => (/* binding */ asRoot),
/* harmony export */   uB: () => (/* binding */ BINFMT_FOLDER),
/* harmony export */   x6: () => (/* binding */ readRegistrations),
/* harmony export */   y1: () => (/* binding */ mountArguments)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2610);
/* harmony import */ var _binfmt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6188);





/** Where the kernel's registrations are. */
const BINFMT_FOLDER = '/proc/sys/fs/binfmt_misc';
/**
 * Reads what is registered, which needs no rights. What can't be read counts as absent: containers hide this
 * folder, or parts of it.
 */
async function readRegistrations(folder) {
    const names = await namesNewestFirst(folder);
    const status = await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'status'));
    const others = names.filter((name) => name !== 'status' && name !== 'register');
    const entries = await Promise.all(others.map(async (name) => (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(name, (await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))) ?? '')));
    return {
        mounted: names.includes('register'),
        enabled: status?.trim() !== 'disabled',
        entries: entries.filter((entry) => entry !== undefined),
    };
}
// Of several entries that match, the kernel takes the one registered last (`create_entry` puts it first in the
// list, https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_misc.c). Nothing tells the order but the folder's
// own: such file systems list what was created last first (`dcache_readdir` in fs/libfs.c). `opendir` keeps that,
// `readdir` would sort. Times tell less: switching an entry off and on changes them.
async function namesNewestFirst(folder) {
    const names = [];
    try {
        for await (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.opendir)(folder))
            names.push(entry.name);
    }
    catch (error) {
        if (!isAbsence(error))
            throw error;
    }
    return names;
}
async function textOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (isAbsence(error))
            return undefined;
        throw error;
    }
}
function isAbsence(error) {
    const { code } = error;
    return ['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EINVAL'].includes(code ?? '');
}
/** Whether this process is root's. */
function isRoot() {
    return process.geteuid?.() === 0;
}
/** The arguments that run a program as root: itself, or by a sudo that never asks. */
function asRoot(program, args) {
    return isRoot() ? [program, args] : ['sudo', ['-n', program, ...args]];
}
/**
 * Mounts the file system where that was not done.
 * @returns what went wrong
 */
async function mountBinfmt(folder, env) {
    if ((await readRegistrations(folder)).mounted)
        return undefined;
    const problem = await run(asRoot('mount', mountArguments(folder)), env);
    // Another process may have done it meanwhile.
    return problem === undefined || (await readRegistrations(folder)).mounted ? undefined : problem;
}
/** The arguments of `mount` that make the kernel's registrations visible. */
function mountArguments(folder) {
    return ['-t', 'binfmt_misc', 'binfmt_misc', folder];
}
/** Whether {@link write} can work, found out without writing. */
async function isWritable(file, env) {
    if (await writableByUs(file))
        return true;
    return !isRoot() && (await run(asRoot('test', ['-w', file]), env)) === undefined;
}
async function writableByUs(file) {
    try {
        // Not `access`, which goes by the real user, not the effective one.
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY)).close();
        return true;
    }
    catch {
        return false;
    }
}
/**
 * Writes to one of the kernel's files, as root where that is needed.
 * @returns what went wrong
 */
async function write(file, text, env) {
    if (!(await writableByUs(file)))
        return run(['sudo', ['-n', 'tee', file]], env, text);
    try {
        // The kernel takes a registration as a whole or not at all, so it has to be a single write.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY);
        try {
            await handle.write(text);
        }
        finally {
            await handle.close();
        }
        return undefined;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
    }
}
async function run([program, args], env, input) {
    const said = [];
    try {
        const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .stream */ .Td)(program, args, {
            env,
            ...(input !== undefined && { input }),
            onLine: (line, output) => output === 'stderr' && said.push(line),
        });
        return exitCode === 0 ? undefined : said.join('; ') || `${program} ended with exit code ${exitCode}`;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
    }
}


/***/ }),

/***/ 8892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ proofBinary),
/* harmony export */   z: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2610);





const EXIT_CODE = 42;
const TIMEOUT_MS = 60_000;
// Where the shell ends up that execvp starts for a file which the kernel can't execute (see `exercise`).
const NOT_EXECUTABLE = 126;
// Any address that is a multiple of the largest page size in use, 64 KiB, and not below vm.mmap_min_addr.
const BASE = 0x400000;
const ALIGNMENT = 0x10000;
// e_machine and e_flags of the ABI that distributions build for, and code for exit(42), by the system call numbers
// of https://github.com/torvalds/linux/tree/v6.12/arch (syscall.tbl).
const MACHINES = {
    // mov $42,%edi; mov $60,%eax; syscall
    amd64: machine(64, 'little', 62, 0, 'bf2a000000 b83c000000 0f05'),
    // mov $42,%ebx; mov $1,%eax; int $0x80
    '386': machine(32, 'little', 3, 0, 'bb2a000000 b801000000 cd80'),
    // mov x0,#42; mov x8,#93; svc #0
    arm64: machine(64, 'little', 183, 0, '400580d2 a80b80d2 010000d4'),
    // mov r0,#42; mov r7,#1; svc #0: in ARMv4 already, so one program for all variants. EABI version 5
    arm: machine(32, 'little', 40, 0x05000000, '2a00a0e3 0170a0e3 000000ef'),
    // li r0,1; li r3,42; sc. ABI version 2: the entry point is an address, not a function descriptor
    ppc64le: machine(64, 'little', 21, 2, '01000038 2a006038 02000044'),
    ppc64: machine(64, 'big', 21, 2, '38000001 3860002a 44000002'),
    // lghi %r2,42; svc 1
    s390x: machine(64, 'big', 22, 0, 'a729002a 0a01'),
    // li a0,42; li a7,93; ecall. Double-precision floating-point ABI
    riscv64: machine(64, 'little', 243, 4, '1305a002 9308d005 73000000'),
    // addi.d $a0,$zero,42; addi.d $a7,$zero,93; syscall 0. ABI version 1, double-precision
    loong64: machine(64, 'little', 258, 0x43, '04a8c002 0b74c102 00002b00'),
    // li $v0,5058; li $a0,42; syscall. n64, MIPS64 release 2
    mips64le: machine(64, 'little', 8, 0x80000000, 'c2130224 2a000424 0c000000'),
    mips64: machine(64, 'big', 8, 0x80000000, '240213c2 2404002a 0000000c'),
    // li $v0,4001; li $a0,42; syscall. o32, MIPS32
    mipsle: machine(32, 'little', 8, 0x50001000, 'a10f0224 2a000424 0c000000'),
    mips: machine(32, 'big', 8, 0x50001000, '24020fa1 2404002a 0000000c'),
};
function machine(bits, order, number, flags, code) {
    return { bits, order, machine: number, flags, code: code.replaceAll(' ', '') };
}
/**
 * A static ELF executable for an architecture that does nothing but exit with 42.
 * @throws {HostError} for an architecture that we have none for
 */
function proofBinary(architecture) {
    const target = Object.hasOwn(MACHINES, architecture) ? MACHINES[architecture] : undefined;
    if (target === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`cannot tell whether this machine runs ${architecture} programs`, {
            cure: `known architectures: ${Object.keys(MACHINES).join(', ')}`,
        });
    }
    return elf(target);
}
// One loadable segment that holds the whole file, in the order of the fields of
// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html and ch5.pheader.html.
function elf({ bits, order, machine, flags, code }) {
    const wide = bits === 64;
    const word = bits / 8;
    const [headerSize, segmentSize] = wide ? [64, 56] : [52, 32];
    const start = headerSize + segmentSize;
    const size = start + code.length / 2;
    const identity = Buffer.alloc(16);
    identity.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, order === 'little' ? 1 : 2, 1]);
    const header = [
        ...[2, machine].map((value) => [2, value]),
        [4, 1],
        ...[BASE + start, headerSize, 0].map((value) => [word, value]),
        [4, flags],
        ...[headerSize, segmentSize, 1, 0, 0, 0].map((value) => [2, value]),
    ];
    const loadable = [4, 1];
    const readExecute = [4, 5];
    const place = [0, BASE, BASE, size, size].map((value) => [word, value]);
    const align = [word, ALIGNMENT];
    const segment = wide ? [loadable, readExecute, ...place, align] : [loadable, ...place, readExecute, align];
    return Buffer.concat([identity, pack(header, order), pack(segment, order), Buffer.from(code, 'hex')]);
}
function pack(fields, order) {
    return Buffer.concat(fields.map(([bytes, value]) => {
        const field = Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex');
        return order === 'big' ? field : field.reverse();
    }));
}
/**
 * Executes a program for the architecture, natively or by whatever the kernel has registered for it.
 * @throws {HostError} when the folder for temporary files doesn't allow programs to be executed
 * @throws {Interrupted} when `signal` fired
 */
async function prove(architecture, { signal, temporary = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() } = {}) {
    const binary = proofBinary(architecture);
    const folder = await makeFolder(temporary);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'proof'), binary);
        // glibc's execvp, and with it Node's spawn, hands a file that the kernel can't execute to /bin/sh. As the
        // interpreter of a script the program is never read as one, and what the shell does is known.
        // https://sourceware.org/git/?p=glibc.git;a=blob;f=posix/execvpe.c (maybe_script_execute)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'run'), `#!./proof\nexit ${NOT_EXECUTABLE}\n`);
        for (const name of ['proof', 'run'])
            await makeExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
        return await exercise(folder, signal);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
async function makeFolder(parent) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'multiarch-proof-'));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`cannot write to ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, {
            cure: 'set TMPDIR to a folder that can be written to',
            cause,
        });
    }
}
async function makeExecutable(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o700);
    try {
        // The kernel answers EACCES here, too, when the file system is mounted noexec.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`programs can't be executed in ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))}: it is mounted noexec`, {
            cure: 'set TMPDIR to a folder on another file system',
            cause,
        });
    }
}
async function exercise(folder, signal) {
    const said = [];
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
        const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .stream */ .Td)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'run'), [], {
            cwd: folder,
            signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
            onLine: (line) => said.push(line),
        });
        return verdict(exitCode, said);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Interrupted */ .j$ && !signal?.aborted) {
            return { outcome: 'crashed', detail: `did not end within ${TIMEOUT_MS / 1000} s` };
        }
        const code = errorCode(error);
        // ENOENT and EACCES are about the registered interpreter here: the program itself is there, and executable.
        if (code === 'ENOEXEC' || code === 'ENOENT' || code === 'EACCES') {
            return { outcome: 'exec-format-error', detail: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) };
        }
        throw error;
    }
}
function verdict(exitCode, said) {
    const last = said.length === 0 ? '' : `: ${said.at(-1)}`;
    if (exitCode === EXIT_CODE)
        return { outcome: 'runs', detail: 'runs' };
    if (exitCode === NOT_EXECUTABLE)
        return { outcome: 'exec-format-error', detail: 'exec format error' };
    if (exitCode > 128)
        return { outcome: 'crashed', detail: `ended by signal ${exitCode - 128}${last}` };
    return { outcome: 'wrong-exit', detail: `exit code ${exitCode} instead of ${EXIT_CODE}${last}` };
}
function errorCode(error) {
    if (!(error instanceof Error))
        return undefined;
    return error.code ?? errorCode(error.cause);
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
/* harmony export */   Wi: () => (/* binding */ registriesFile),
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
/** Where podman learns which registries there are; the first that exists, and what is added to it. */
function registriesFile(env) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.config'), 'containers');
    return [env.CONTAINERS_REGISTRIES_CONF, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(own, 'registries.conf'), '/etc/containers/registries.conf']
        .filter((path) => Boolean(path))
        .find(node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync);
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
