export const id = 729;
export const ids = [729];
export const modules = {

/***/ 137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ adviceOf)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98934);

const ARTIFACT_REGISTRY = {
    push: 'give the account roles/artifactregistry.writer; the user name is oauth2accesstoken',
    create: 'create it: gcloud artifacts repositories create NAME --repository-format=docker --location=LOCATION --project=PROJECT',
    pull: 'give the account roles/artifactregistry.reader, or give that role to allUsers to make the repository public',
};
const REGISTRIES = [
    [
        /^quay\.io$/,
        {
            // https://docs.quay.io/glossary/robot-accounts.html
            push: 'give the robot account (organisation+name) Write permission on the repository',
            create: 'create it on quay.io, or put the robot account into a team with the role Creator in the organisation',
            pull: 'new repositories are private: make it public in its settings, or give the robot account (organisation+name) Read permission',
        },
    ],
    [
        /^ghcr\.io$/,
        {
            // https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry
            push: "give the job permissions: packages: write (a personal access token: the scope write:packages), and give this repository Write access in the package's settings, under Manage Actions access",
            create: "let the organisation's members create packages (its settings, under Packages); the first push of a job creates one and links it to the job's repository",
            pull: "new packages are private: make it public in the package's settings, or give the job permissions: packages: read (a personal access token: the scope read:packages) and this repository Read access under Manage Actions access",
        },
    ],
    [
        /^docker\.io$/,
        {
            push: 'use an access token with Read & Write scope, of an account that may write to this namespace',
            create: "push to the account's own namespace, where a push creates it; in an organisation let an owner create it, or give the account the right to",
            pull: 'check the spelling, since a repository that does not exist is refused too; for a private one use an access token of an account that may read it',
        },
    ],
    [/\.pkg\.dev$/, ARTIFACT_REGISTRY],
    [
        /(^|\.)gcr\.io$/,
        {
            // https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo
            ...ARTIFACT_REGISTRY,
            create: 'Container Registry is shut down and Artifact Registry serves its names: give the account roles/artifactregistry.createOnPushWriter, or push to LOCATION-docker.pkg.dev',
        },
    ],
    [
        /\.dkr\.ecr\..*\.amazonaws\.com$/,
        {
            push: 'renew the password (aws ecr get-login-password lasts 12 hours), and allow ecr:PutImage and ecr:InitiateLayerUpload',
            create: 'create it: aws ecr create-repository --repository-name NAME',
            pull: 'renew the password (aws ecr get-login-password lasts 12 hours), and allow ecr:BatchGetImage',
        },
    ],
    [
        /\.azurecr\.io$/,
        { push: 'give the identity the role AcrPush', pull: 'give the identity the role AcrPull' },
    ],
    [
        /image-registry/,
        {
            // https://docs.openshift.com/container-platform/4.16/registry/accessing-the-registry.html
            push: 'give the service account the role registry-editor, system:image-builder or, for an image stream that exists, system:image-pusher: oc policy add-role-to-user system:image-builder -z NAME -n PROJECT',
            create: 'the first part of its name is a project, which must exist (oc new-project PROJECT); the image stream is created by a push of a login with system:image-builder or registry-editor there',
            pull: 'give the service account the role system:image-puller or registry-viewer in the project: oc policy add-role-to-user system:image-puller -z NAME -n PROJECT',
        },
    ],
];
/** What is known of a registry; empty for one that nothing is known of. */
function adviceOf(registry) {
    const host = (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalRegistry */ .i7)(registry).replace(/:\d+$/, '');
    return REGISTRIES.find(([pattern]) => pattern.test(host))?.[1] ?? {};
}


/***/ }),

/***/ 49843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ Answer),
/* harmony export */   bv: () => (/* binding */ firstError),
/* harmony export */   lj: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

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
/** The first of the errors in a body: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
function firstError(body) {
    const first = Array.isArray(body?.errors) ? body.errors[0] : undefined;
    if (typeof first !== 'object' || first === null)
        return { code: undefined, message: '' };
    const { code, message, detail } = first;
    const words = [message, detail].filter((part) => typeof part === 'string' && part !== '');
    return { code: typeof code === 'string' ? code : undefined, message: words.join(': ') };
}


/***/ }),

/***/ 20530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ normalKey),
/* harmony export */   eL: () => (/* binding */ readAuthFiles),
/* harmony export */   pB: () => (/* binding */ authFilePaths),
/* harmony export */   vv: () => (/* binding */ encodeEntry),
/* harmony export */   xZ: () => (/* binding */ lookupKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49843);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98934);






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
    const content = (0,_answer_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(bytes);
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

/***/ 56020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readRegistryRules)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var reference = __webpack_require__(84974);
;// CONCATENATED MODULE: ./build/src/registry/registries-file.js



const MODES = ['enforcing', 'permissive', 'disabled'];
const PULLS = ['all', 'digest-only', 'tag-only'];
const VERSION_1 = ['search', 'insecure', 'block'];
/**
 * Reads the text of a `registries.conf`, a drop-in or a `short-name-aliases.conf`, as strictly as podman does:
 * https://github.com/containers/image/blob/v5.36.0/pkg/sysregistriesv2/system_registries_v2.go
 * @param origin the file's name
 * @param version1 whether the old format may be: podman 4 and 5 still understand it, but not in drop-ins
 * @throws {Error} with the reason
 */
function parseRegistriesFile(text, origin, version1) {
    const file = parseToml(text);
    const old = tableOf(file, 'registries');
    if (VERSION_1.some((list) => field(old, list) !== undefined)) {
        if (!version1)
            throw new Error('it must be in version 2 of the format, and is in version 1');
        const known = ['registry', 'unqualified-search-registries', 'short-name-mode', 'aliases'];
        const mixed = known.find((key) => field(file, key) !== undefined);
        if (mixed !== undefined)
            throw new Error(`version 1 of the format ([registries.…]) can't have ${mixed}`);
        return convertVersion1(old, origin);
    }
    return {
        registries: firstOfEachPrefix(tablesOf(file, 'registry').map((each) => ruleOf(each, origin))),
        searchRegistries: textsOf(file, 'unqualified-search-registries')?.map(searchRegistryOf),
        shortNameMode: modeOf(textOf(file, 'short-name-mode')),
        aliases: aliasesOf(tableOf(file, 'aliases')),
    };
}
function parseToml(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (cause) {
        if (!(cause instanceof dist/* TomlError */.zx))
            throw cause;
        const [reason = ''] = (0,errors/* messageOf */.bD)(cause).split('\n');
        throw new Error(`line ${cause.line}: ${reason}`, { cause });
    }
}
function ruleOf(table, origin) {
    const location = locationOf(textOf(table, 'location'));
    const prefix = locationOf(textOf(table, 'prefix')) || location;
    if (prefix === '')
        throw new Error('a [[registry]] has neither prefix nor location');
    if (prefix.startsWith('*.') && /[/@:]/.test(prefix)) {
        throw new Error(`prefix ${JSON.stringify(prefix)}: a wildcard stands for a whole host, *.example.com`);
    }
    if (location === '' && !prefix.startsWith('*.'))
        throw new Error(`${prefix} has a prefix and no location`);
    if (field(table, 'pull-from-mirror'))
        throw new Error(`${prefix}: pull-from-mirror belongs to a mirror`);
    const byDigestOnly = booleanOf(table, 'mirror-by-digest-only');
    return {
        prefix,
        location,
        insecure: booleanOf(table, 'insecure'),
        blocked: booleanOf(table, 'blocked'),
        mirrors: tablesOf(table, 'mirror').map((mirror) => mirrorOf(mirror, prefix, byDigestOnly)),
        origin,
    };
}
function mirrorOf(table, prefix, byDigestOnly) {
    const location = locationOf(textOf(table, 'location'));
    if (location === '')
        throw new Error(`a mirror of ${prefix} has no location`);
    const pulls = textOf(table, 'pull-from-mirror');
    if (byDigestOnly && pulls !== '') {
        throw new Error(`${prefix}: mirror-by-digest-only and pull-from-mirror exclude each other`);
    }
    if (pulls !== '' && !PULLS.includes(pulls)) {
        throw new Error(`${prefix}: pull-from-mirror is ${JSON.stringify(pulls)}, and not ${PULLS.join(', ')}`);
    }
    return {
        location,
        insecure: booleanOf(table, 'insecure'),
        pulls: byDigestOnly ? 'digest-only' : (pulls || 'all'),
    };
}
/** In one file the first of a prefix counts; what contradicts itself is refused. */
function firstOfEachPrefix(rules) {
    const byPlace = new Map();
    const byPrefix = new Map();
    for (const rule of rules) {
        const place = rule.location || rule.prefix;
        const other = byPlace.get(place) ?? rule;
        for (const setting of ['insecure', 'blocked']) {
            if (other[setting] !== rule[setting])
                throw new Error(`${place} is ${setting} in one place and not in another`);
        }
        byPlace.set(place, other);
        if (!byPrefix.has(rule.prefix))
            byPrefix.set(rule.prefix, rule);
    }
    return [...byPrefix.values()];
}
function convertVersion1(old, origin) {
    const [search, insecure, blocked] = VERSION_1.map((list) => textsOf(tableOf(old, list), 'registries') ?? []);
    const hosts = [...new Set([...blocked, ...insecure])];
    return {
        registries: hosts.map((host) => ({
            prefix: locationOf(host),
            location: locationOf(host),
            insecure: insecure.includes(host),
            blocked: blocked.includes(host),
            mirrors: [],
            origin,
        })),
        searchRegistries: search.map(searchRegistryOf),
        shortNameMode: undefined,
        aliases: new Map(),
    };
}
function aliasesOf(table) {
    return new Map(Object.entries(table).map(([name, value]) => {
        if (typeof value !== 'string')
            throw new Error(`the alias ${name} is no text`);
        const [first = ''] = name.split('/');
        if (name === '' || /[:@]/.test(name) || (name.includes('/') && /\.|^localhost$/.test(first))) {
            throw new Error(`the alias ${JSON.stringify(name)} is no short name`);
        }
        return [name, value === '' ? '' : (0,reference/* parseRepository */.SU)(value).text];
    }));
}
function modeOf(mode) {
    if (mode === '')
        return undefined;
    if (MODES.includes(mode))
        return mode;
    throw new Error(`short-name-mode is ${JSON.stringify(mode)}, and not ${MODES.join(', ')}`);
}
function searchRegistryOf(text) {
    const host = locationOf(text);
    if (!(0,reference/* isRegistryHost */.EV)(host))
        throw new Error(`unqualified-search-registries: ${JSON.stringify(host)} is no host`);
    return host;
}
function locationOf(text) {
    if (/^https?:\/\//.test(text))
        throw new Error(`location ${JSON.stringify(text)} must be without http://`);
    return text.replace(/\/+$/, '');
}
// podman's TOML library takes keys in any case (https://pkg.go.dev/github.com/BurntSushi/toml#Unmarshal).
function field(table, name) {
    return table[name] ?? Object.entries(table).find(([key]) => key.toLowerCase() === name)?.[1];
}
function textOf(table, name) {
    const value = field(table, name) ?? '';
    if (typeof value !== 'string')
        throw new Error(`${name} must be a text`);
    return value;
}
function booleanOf(table, name) {
    const value = field(table, name) ?? false;
    if (typeof value !== 'boolean')
        throw new Error(`${name} must be true or false, without quotes`);
    return value;
}
function textsOf(table, name) {
    const value = field(table, name);
    if (value === undefined)
        return undefined;
    if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
        throw new Error(`${name} must be a list of texts`);
    }
    return value;
}
function tableOf(table, name) {
    const value = field(table, name) ?? {};
    if (!isTable(value))
        throw new Error(`${name} must be a table`);
    return value;
}
function tablesOf(table, name) {
    const value = field(table, name) ?? [];
    if (!Array.isArray(value) || !value.every(isTable))
        throw new Error(`${name} must be written [[${name}]]`);
    return value;
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

// EXTERNAL MODULE: ./build/src/registry/rules.js
var rules = __webpack_require__(66294);
;// CONCATENATED MODULE: ./build/src/registry/registries-conf.js






const SYSTEM = { configuration: '/etc/containers', cache: '/var/cache' };
/**
 * Where podman 4 and 5 look. A user's own file replaces the system's one and its drop-ins; one that the environment names
 * replaces the main file alone. `XDG_CONFIG_HOME` doesn't matter.
 */
function filesOf(env, { configuration }) {
    const own = (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.config/containers/registries.conf');
    const system = (0,external_node_path_.join)(configuration, 'registries.conf');
    // The second is how podman called it before: https://docs.podman.io/en/v5.6.0/markdown/podman.1.html
    const named = env.CONTAINERS_REGISTRIES_CONF || env.REGISTRIES_CONFIG_PATH;
    const both = [`${system}.d`, `${own}.d`];
    if (named)
        return [{ main: named, named: true, dropIns: both }];
    return [
        { main: own, named: false, dropIns: [`${own}.d`] },
        { main: system, named: false, dropIns: both },
    ];
}
/**
 * Reads `registries.conf`, its drop-ins and the short names that podman has noted, as podman 4 and 5 do
 * (containers-registries.conf(5), containers-registries.conf.d(5)).
 * @throws {RegistryError} for a file that can't be read or understood
 */
async function readRegistryRules(env = process.env, system = SYSTEM) {
    const places = filesOf(env, system);
    let found = [];
    let dropIns = [];
    for (const { main, named, dropIns: folders } of places) {
        const file = await read(main, { version1: true, required: named });
        dropIns = folders;
        if (file === undefined)
            continue;
        found = [{ path: main, file }];
        break;
    }
    for (const path of (await Promise.all(dropIns.map(dropInFiles))).flat()) {
        const file = await read(path, { version1: false, required: false });
        if (file !== undefined)
            found.push({ path, file });
    }
    const noted = await read(notedAliases(env, system), { version1: false, required: false });
    return merge(found, noted);
}
/** The file in which podman notes what a user chose for a short name. */
function notedAliases(env, { cache }) {
    const own = env.XDG_CACHE_HOME || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.cache');
    return (0,external_node_path_.join)(process.getuid?.() === 0 ? cache : own, 'containers/short-name-aliases.conf');
}
function merge(found, noted) {
    const registries = new Map();
    for (const { file } of found)
        for (const rule of file.registries)
            registries.set(rule.prefix, rule);
    const last = (key) => found.findLast(({ file }) => file[key] !== undefined)?.file[key];
    return {
        registries: [...registries.values()].sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
        searchRegistries: last('searchRegistries') ?? rules/* NO_RULES */.Wd.searchRegistries,
        shortNameMode: last('shortNameMode') ?? rules/* NO_RULES */.Wd.shortNameMode,
        aliases: new Map([...found.map(({ file }) => file), ...(noted ? [noted] : [])].flatMap(({ aliases }) => [...aliases])),
        files: found.map(({ path }) => path),
    };
}
async function read(path, { version1, required }) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        if (!required && isAbsent(cause))
            return undefined;
        const cure = required ? 'CONTAINERS_REGISTRIES_CONF must name a file' : 'make it readable';
        throw new errors/* RegistryError */.gl(`${path} can't be read (${codeOf(cause)})`, { cure, cause });
    }
    try {
        return parseRegistriesFile(text, path, version1);
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${path} can't be used: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cure: 'mend it (man containers-registries.conf); podman refuses it, too',
            cause,
        });
    }
}
// Neither a folder that is a symbolic link nor folders in it are looked into, since podman walks without following.
async function dropInFiles(folder) {
    try {
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            return [];
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.conf'));
        return files.map(({ name }) => (0,external_node_path_.join)(folder, name)).sort();
    }
    catch (cause) {
        if (isAbsent(cause))
            return [];
        throw new errors/* RegistryError */.gl(`${folder} can't be read (${codeOf(cause)})`, { cause });
    }
}
function isAbsent(cause) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '');
}
function codeOf(cause) {
    return cause.code;
}


/***/ }),

/***/ 66294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Kt: () => (/* binding */ normalRepository),
/* harmony export */   Wd: () => (/* binding */ NO_RULES),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84974);


/** A machine without any `registries.conf`. */
const NO_RULES = {
    registries: [],
    searchRegistries: [],
    shortNameMode: 'permissive',
    aliases: new Map(),
    files: [],
};
/**
 * The places that a repository may be read from, in the order in which podman asks them: mirrors, then the location.
 * https://github.com/containers/image/blob/v5.36.0/docs/containers-registries.conf.5.md#remapping-and-mirroring-registries
 * @param byDigest whether what is read is named by its digest
 * @throws {RegistryError} when the repository is blocked, or a location makes no repository of it
 */
function sourcesOf(repository, rules, { byDigest }) {
    const named = normalRepository(repository);
    const rule = ruleFor(named, rules);
    if (rule === undefined)
        return [{ repository: named, insecure: false }];
    refuseBlocked(named, rule);
    const mirrors = rule.mirrors
        .filter(({ pulls }) => pulls === 'all' || byDigest === (pulls === 'digest-only'))
        .map((mirror) => rewritten(named, rule, mirror))
        .filter((source) => !ruleFor(source.repository, rules)?.blocked);
    const location = rewritten(named, rule, rule);
    refuseBlocked(location.repository, ruleFor(location.repository, rules));
    return [...mirrors, location];
}
/**
 * The one place that a repository is written to: under the name that it has, since podman rewrites and mirrors reads alone
 * (containers-registries.conf(5): "currently processed only when reading images, not when pushing").
 * @throws {RegistryError} when the repository is blocked
 */
function targetOf(repository, rules) {
    const rule = ruleFor(normalRepository(repository), rules);
    refuseBlocked(repository, rule);
    return { repository, insecure: rule?.insecure ?? false };
}
/** The rule with the longest prefix of a repository; undefined when none has any. */
function ruleFor({ text }, { registries }) {
    let best;
    for (const rule of registries) {
        if (matchedLength(text, rule.prefix) === undefined)
            continue;
        if (rule.prefix.length > (best?.prefix.length ?? 0))
            best = rule;
    }
    return best;
}
/** How much of a repository's name a prefix covers; undefined when it isn't its prefix. */
function matchedLength(name, prefix) {
    const domain = prefix.startsWith('*.') ? prefix.slice(1) : undefined;
    const start = domain === undefined ? 0 : name.indexOf(domain);
    if (domain === undefined ? !name.startsWith(prefix) : start < 0 || name.slice(0, start).includes('/')) {
        return undefined;
    }
    const end = start + (domain ?? prefix).length;
    // `example.com` also covers `example.com:5000`, as for podman.
    return end === name.length || ':/'.includes(name[end]) ? end : undefined;
}
function rewritten(repository, { prefix, origin }, { location, insecure }) {
    if (location === '')
        return { repository, insecure };
    const text = location + repository.text.slice(matchedLength(repository.text, prefix));
    try {
        return { repository: (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(text), insecure };
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`${origin} makes ${text} of ${repository.text}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, {
            cure: `mend the location ${JSON.stringify(location)}`,
            cause,
        });
    }
}
// podman itself looks at `blocked` by the place that it really asks, so that a location elsewhere evades it; the manual says
// "pulling images with matching names is forbidden".
function refuseBlocked({ text }, rule) {
    if (!rule?.blocked)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl(`${text} is blocked: ${rule.origin} says blocked = true for ${rule.prefix}`, {
        cure: 'use another registry, or change that file',
    });
}
/**
 * A repository as rules name it: Docker Hub's official images are in `library/`.
 * https://github.com/distribution/reference/blob/v0.6.0/normalize.go
 */
function normalRepository(repository) {
    const { registry, path } = repository;
    const hub = registry === 'docker.io' || registry === 'index.docker.io';
    if (!hub)
        return repository;
    return (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU)(`docker.io/${path.includes('/') ? path : `library/${path}`}`);
}


/***/ })

};
