export const id = 493;
export const ids = [493];
export const modules = {

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
// EXTERNAL MODULE: ./build/src/diagnosis/diagnose.js + 4 modules
var diagnose = __webpack_require__(8670);
// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var parse = __webpack_require__(5555);
// EXTERNAL MODULE: ./build/src/host/check.js
var check = __webpack_require__(6136);
// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(3185);
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
    const store = await (0,podman_store/* createStore */.y$)(info, place, { driver: place.driver, name: (0,oci_platform/* platformSlug */.DN)(platform) });
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', (0,build/* buildArguments */.f)({
        podman: (0,podman_store/* storeArguments */.UI)(store),
        layers: false,
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


/***/ })

};
