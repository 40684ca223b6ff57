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
// EXTERNAL MODULE: ./build/src/diagnosis/diagnose.js + 2 modules
var diagnose = __webpack_require__(6882);
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
        { title: 'registries', checks: registryChecks(env) },
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
function registryChecks(env) {
    const logins = (0,auth_file/* authFilePaths */.pB)(env).filter(external_node_fs_.existsSync);
    return [
        (0,check.ok)('registries.conf', (0,health/* registriesFile */.Wi)(env) ?? 'none: names of images must be whole'),
        (0,check.ok)('logins', logins.length === 0 ? 'none: pushes need username and password' : logins.join(', ')),
    ];
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

/***/ 9843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Answer),
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

/** A registry's answer; its body must be read to its end or discarded, or the connection stays taken. */
class Answer {
    response;
    url;
    failure;
    status;
    constructor(response, 
    /** Where it came from, after redirects. */
    url, 
    /** Says what went wrong while the body was read. */
    failure) {
        this.response = response;
        this.url = url;
        this.failure = failure;
        this.status = response.statusCode;
    }
    /** A header by its lower-case name; several of one name are joined by commas. */
    header(name) {
        const value = this.response.headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
    }
    /** `Content-Length` in bytes; undefined when it isn't sent. */
    get contentLength() {
        const value = this.header('content-length');
        return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
    }
    /** `Content-Type` without parameters; empty when it isn't sent. */
    get contentType() {
        return (this.header('content-type') ?? '').split(';')[0].trim().toLowerCase();
    }
    /** Reads the body as it comes. */
    async *chunks() {
        try {
            for await (const chunk of this.response.body)
                yield chunk;
        }
        catch (cause) {
            throw cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl ? cause : this.failure(cause);
        }
    }
    /** Up to `longest` bytes of the body; undefined when it is longer. */
    async read(longest) {
        const chunks = [];
        let size = 0;
        for await (const chunk of this.chunks()) {
            size += chunk.length;
            if (size > longest)
                return undefined;
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    /** The body as an object; undefined when it is longer than `longest` bytes or no JSON object. */
    async readObject(longest) {
        const bytes = await this.read(longest);
        return bytes && parseObject(bytes);
    }
    /** Frees the connection. */
    async discard() {
        // An unread rest that fails to come is nobody's loss.
        this.response.body.on('error', () => undefined);
        await this.response.body.dump({ limit: 64 * 1024 }).catch(() => undefined);
    }
    /** Ends the connection without reading on. */
    destroy() {
        this.response.body.on('error', () => undefined).destroy();
    }
}
/** JSON text as an object; undefined for anything else. */
function parseObject(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ normalKey),
/* harmony export */   eL: () => (/* binding */ readAuthFiles),
/* harmony export */   pB: () => (/* binding */ authFilePaths),
/* harmony export */   vv: () => (/* binding */ encodeEntry),
/* harmony export */   xZ: () => (/* binding */ lookupKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7406);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9843);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8934);






/**
 * The files that may hold the user's logins, those that win first. A file that the environment names comes before the
 * usual ones, as for podman; `DOCKER_CONFIG` takes the place of `~/.docker`, as for both.
 */
function authFilePaths(env) {
    const home = env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
    const runtime = env.XDG_RUNTIME_DIR || `/run/containers/${process.getuid?.() ?? 0}`;
    const inRuntime = env.XDG_RUNTIME_DIR ? 'containers/auth.json' : 'auth.json';
    return [
        env.REGISTRY_AUTH_FILE,
        env.DOCKER_CONFIG && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.DOCKER_CONFIG, 'config.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, inRuntime),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.config'), 'containers/auth.json'),
        env.DOCKER_CONFIG ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.docker/config.json'),
    ].filter((path) => Boolean(path));
}
/**
 * Reads the user's logins, file by file; those that aren't there are left out.
 * @throws {RegistryError} for a file that can't be read or understood
 */
async function readAuthFiles(env) {
    const files = await Promise.all(authFilePaths(env).map(readAuthFile));
    return files.filter((file) => file !== undefined);
}
async function readAuthFile(path) {
    const bytes = await readUnlessAbsent(path);
    if (bytes === undefined || bytes.toString().trim() === '')
        return undefined;
    const content = (0,_answer_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .l)(bytes);
    if (!content) {
        // JSON.parse's own message quotes the text, which holds secrets.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .gl(`${path} is not valid JSON`, { cure: 'mend it, or log in anew' });
    }
    const auths = entriesOf(content.auths).flatMap(([key, entry]) => {
        const credential = decodeEntry(entry);
        return credential ? [[normalKey(key), credential]] : [];
    });
    const helpers = entriesOf(content.credHelpers).flatMap(([key, name]) => typeof name === 'string' && name !== '' ? [[normalKey(key), name]] : []);
    const { credsStore } = content;
    return {
        auths: new Map(auths),
        credHelpers: new Map(helpers),
        credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    };
}
async function readUnlessAbsent(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
    }
    catch (cause) {
        const { code } = cause;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .gl(`can't read the logins in ${path} (${code})`, { cause });
    }
}
/**
 * A key in normal form: `quay.io`, `quay.io/organisation`. What `docker login` wrote as a URL loses scheme and path, and
 * Docker Hub's aliases become `docker.io`.
 */
function normalKey(key) {
    const bare = key.trim().replace(/^https?:\/\//, '');
    const isUrl = bare !== key.trim();
    const [host = '', ...path] = bare.split('/');
    const namespace = isUrl ? [] : path.filter((part) => part !== '');
    return [(0,_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalRegistry */ .i7)(host), ...namespace].join('/');
}
/** The keys under which a repository's login may be found, the longest first. */
function lookupKeys(registry, path) {
    const parts = path.split('/');
    const host = (0,_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalRegistry */ .i7)(registry);
    return [...parts.keys(), parts.length].reverse().map((count) => [host, ...parts.slice(0, count)].join('/'));
}
/** A login as an `auths` entry; an identity token stands beside a user name that means nothing. */
function encodeEntry({ username, password, identityToken, }) {
    const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
    return identityToken === undefined ? { auth } : { auth, identitytoken: identityToken };
}
function decodeEntry(entry) {
    const { auth, identitytoken, username, password } = (entry ?? {});
    const identity = typeof identitytoken === 'string' && identitytoken !== '' ? identitytoken : undefined;
    const login = decodeAuth(auth) ?? plainLogin(username, password);
    if (identity !== undefined)
        return { username: '', password: '', ...login, identityToken: identity };
    return login;
}
function plainLogin(username, password) {
    if (typeof username !== 'string' || typeof password !== 'string' || username === '')
        return undefined;
    return { username, password };
}
function decodeAuth(auth) {
    if (typeof auth !== 'string' || auth === '')
        return undefined;
    const text = Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0)
        return undefined;
    // Old versions of Docker padded the text with NULs.
    return { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, '') };
}
function entriesOf(value) {
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}


/***/ }),

/***/ 8934:
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
