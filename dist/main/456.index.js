export const id = 456;
export const ids = [456];
export const modules = {

/***/ 27076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ CacheSession),
/* harmony export */   g: () => (/* binding */ saveLeftovers)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _directory_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33807);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78745);
/* harmony import */ var _pending_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76435);







const FOLDER_PREFIX = 'multiarch-build-cache-';
/** A run's use of the cache: nothing is opened or made before it is asked for. */
class CacheSession {
    request;
    surroundings;
    opened;
    constructor(request, surroundings) {
        this.request = request;
        this.surroundings = surroundings;
    }
    /** The store, what is put aside for it, and a folder for files that last as long as the run; undefined without a cache. */
    open() {
        this.opened ??= this.begin();
        return this.opened;
    }
    /**
     * Ends the use of the cache. On a runner what was put aside waits for the step's post part; elsewhere it is saved now.
     * Never throws.
     */
    async end() {
        const { host, signal } = this.surroundings;
        const opened = await this.opened;
        if (opened === undefined)
            return;
        const { folder, store } = opened;
        try {
            const list = await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .readPending */ .ct)(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
        }
        finally {
            await store.close();
        }
    }
    async begin() {
        const { host, env, signal, registryClient } = this.surroundings;
        const { cache, logins, tlsVerify } = this.request;
        try {
            const place = (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(cache, env, host);
            if (place === undefined)
                return undefined;
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), FOLDER_PREFIX));
            host.saveState(_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .CACHE_STATE */ .bK, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .C)(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new _pending_js__WEBPACK_IMPORTED_MODULE_6__/* .Pending */ .UX(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
            return undefined;
        }
    }
}
/**
 * Saves what an earlier part of the run has put aside, and removes the folder. Only a folder with this product's own name
 * is touched, whatever the state says.
 * @param state what the earlier part noted under {@link CACHE_STATE}
 */
async function saveLeftovers(state, surroundings) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(state) || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(state).startsWith(FOLDER_PREFIX))
        return;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(state).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    try {
        const list = await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .readPending */ .ct)(state);
        if (list === undefined)
            return;
        const { host, env, signal, registryClient } = surroundings;
        const means = { folder: await transferFolder(state), env, registryClient: () => registryClient(list) };
        const store = await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .C)(list.place, means, { writable: true, signal, tell: host });
        try {
            await save(state, list, store, host);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(state, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function save(folder, list, store, host) {
    await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .savePending */ .fE)(folder, list, store);
    if (store instanceof _directory_store_js__WEBPACK_IMPORTED_MODULE_4__/* .DirectoryStore */ .f)
        await store.sweep();
    const { blobsSaved, bytesSaved } = store.usage;
    if (blobsSaved > 0) {
        const megabytes = (bytesSaved / 1e6).toFixed(1);
        host.info(`cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`);
    }
}
async function transferFolder(folder) {
    const transfer = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'transfer');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(transfer, { recursive: true, mode: 0o700 });
    return transfer;
}


/***/ }),

/***/ 72327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveCache: () => (/* binding */ saveCache)
/* harmony export */ });
/* harmony import */ var _cache_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27076);
/* harmony import */ var _pipeline_site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53649);
/* harmony import */ var _request_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32062);
/* harmony import */ var _request_logins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24077);
/* harmony import */ var _request_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24065);





// Longer than what is worth keeping takes, and short enough for a job that waits for it.
const LONGEST_MS = 10 * 60_000;
const TRIES = 3;
/** Saves what the main part of the step has put aside. */
async function saveCache(state, host) {
    const surroundings = { host, env: process.env, signal: AbortSignal.timeout(LONGEST_MS) };
    await (0,_cache_session_js__WEBPACK_IMPORTED_MODULE_0__/* .saveLeftovers */ .g)(state, {
        ...surroundings,
        registryClient: ({ loginHosts, tlsVerify }) => {
            // The runner evaluates the inputs again for this part, so that no password need be in a file.
            const inputs = (0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .completeInputs */ .h5)((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .givenInputs */ .PC)(process.env));
            const given = (0,_request_logins_js__WEBPACK_IMPORTED_MODULE_3__/* .passwords */ .L)(inputs);
            for (const password of given)
                host.mask(password);
            const logins = (0,_request_logins_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogins */ .w)(loginHosts, (0,_request_values_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)(inputs, 'username'), given, [], false);
            return (0,_pipeline_site_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)({ logins, tlsVerify, retries: TRIES }, surroundings);
        },
    });
}


/***/ }),

/***/ 53649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ openSite),
  R: () => (/* binding */ registryClient)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
;// CONCATENATED MODULE: ./build/src/builder/secrets.js



/**
 * Writes secrets to files that only this user can read, so that none is in an argument or a variable.
 * @throws {InputError} when a file of the user's can't be read
 */
async function writeSecrets(secrets, folder) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const files = [];
    for (const [at, { id, source }] of secrets.entries()) {
        const file = (0,external_node_path_.join)(folder, String(at));
        if ('text' in source) {
            await (0,promises_.writeFile)(file, source.text, { mode: 0o600 });
        }
        else {
            await (0,promises_.copyFile)(source.file, file).catch((cause) => {
                throw new errors/* InputError */.dz('secret-files', `${id}: ${source.file} can’t be read`, { cause });
            });
            await (0,promises_.chmod)(file, 0o600);
        }
        files.push({ id, file });
    }
    return files;
}

// EXTERNAL MODULE: ./build/src/builder/workspace.js
var builder_workspace = __webpack_require__(78212);
// EXTERNAL MODULE: ./build/src/registry/client.js + 12 modules
var client = __webpack_require__(61020);
// EXTERNAL MODULE: ./build/src/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(56020);
// EXTERNAL MODULE: ./build/src/registry/resolve-image.js + 2 modules
var resolve_image = __webpack_require__(35601);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(45190);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/podman/store.js
var store = __webpack_require__(77034);
// EXTERNAL MODULE: ./build/src/verify/bases.js
var bases = __webpack_require__(61865);
// EXTERNAL MODULE: ./build/src/pipeline/arguments.js
var pipeline_arguments = __webpack_require__(8720);
;// CONCATENATED MODULE: ./build/src/pipeline/stores.js




/**
 * One store a platform: in a common one a name belongs to the platform that pulled it last. Before podman 5.6 the other
 * takes that image for its own (docs/traps.md, 2 and 10), and since then the image of the first loses its name and
 * with it the note of its base image.
 */
async function storesFor(build, { storage }, pool) {
    const { podman, plan, remotes } = build;
    const stores = new Map();
    // Smoke tests are run here, whoever has built the image.
    const all = build.request.smokeTest !== undefined && !podman.isRemote;
    const here = all ? plan.platforms : plan.platforms.filter(({ text }) => !remotes.has(text));
    if (here.length === 0)
        return stores;
    if (pool !== undefined) {
        for (const platform of here) {
            stores.set(platform.text, await pool.take(platform.text, meantFor(platform, build)));
        }
        return stores;
    }
    const driver = await (0,store/* storeDriver */.e6)(podman, storage);
    const images = await (0,store/* userImages */.ML)(podman, storage.images);
    for (const platform of here) {
        const name = (0,oci_platform/* platformSlug */.DN)(platform);
        stores.set(platform.text, await (0,store/* createStore */.y$)(podman, storage, { driver, name, images }));
    }
    return stores;
}
function meantFor(platform, { request, dockerfile, env, podman }) {
    const { target, buildArgs } = request.build;
    // Its text is another, and further contexts may be images.
    if (dockerfile.path.endsWith('.in') || request.build.buildContexts.length > 0)
        return undefined;
    const args = (0,pipeline_arguments/* argumentValues */.Q)(buildArgs, env);
    return (0,bases/* meantPlatforms */.am)({ dockerfile, target, args, platform, buildPlatform: podman.platform });
}

;// CONCATENATED MODULE: ./build/src/pipeline/site.js










const READING = { highWaterMark: 1 << 18 };
/** Opens the folders, stores, files of secrets and logins, and connections of a run. */
async function openSite(request, dockerfile, plan, podman, remotes, run) {
    // Before there is a folder to be removed: a broken registries.conf, or file of logins, ends the run here.
    const authFile = await (0,credentials/* podmanAuthFile */.wh)(request.logins, run.env);
    const closed = new AbortController();
    const client = await registryClient(request, {
        ...run,
        signal: AbortSignal.any([run.signal, closed.signal]),
    });
    const kept = request.keepLayout ? (0,builder_workspace/* keptLayout */.z4)(request.repositories[0], run.env) : undefined;
    const workspace = await builder_workspace/* Workspace */.aR.open(run.host, podman, kept, run.env);
    const { layout } = workspace;
    const warnings = [];
    let stores;
    const close = async (isIntact) => {
        // When one platform has failed, others may still be trying to send something.
        closed.abort();
        await client.close();
        // Whether the image is right was decided before, and an error of the build's own must not be hidden by these.
        const warn = (error) => run.host.warning(`temporary files could not be removed: ${(0,errors/* messageOf */.bD)(error)}`);
        for (const store of stores?.values() ?? [])
            await run.stores?.giveBack(store, isIntact).catch(warn);
        await workspace.close().catch(warn);
    };
    try {
        const env = await podmanEnvironment(authFile, workspace);
        stores = await storesFor({ request, dockerfile, plan, podman, remotes, env }, workspace, run.stores);
        return {
            request,
            dockerfile,
            remotes,
            explicitPlatforms: plan.explicitPlatforms,
            buildPlatform: podman.platform,
            podman,
            layout,
            exportFolder: workspace.exportFolder,
            temporary: workspace.temporary,
            secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
            env,
            stores,
            publication: {
                client,
                layout,
                openBlob: ({ digest }) => (0,external_node_fs_.createReadStream)(layout.blobPath(digest)),
                repositories: request.repositories,
                blobs: new Map(),
                onTag: (reference) => run.onTag(reference.text),
            },
            warnings,
            resolver: new resolve_image/* ImageResolver */.w(client),
            layers: new verify_layers/* Layers */.z(({ digest }) => (0,external_node_fs_.createReadStream)(layout.blobPath(digest), READING), run.signal),
            warn: (message, location) => {
                run.host.warning(message, location);
                warnings.push({ message, ...(location && { location }) });
            },
            keepLayout: async () => {
                if (kept !== undefined)
                    await workspace.keepLayout(kept.path);
                return kept?.path;
            },
            keepLogins: async () => {
                // Only a runner has a post part, which removes them.
                if (authFile === undefined || run.host.kind !== 'runner')
                    return undefined;
                return workspace.keepLogins((0,credentials/* dockerConfig */.p1)(authFile));
            },
            close,
        };
    }
    catch (error) {
        await close(false);
        throw error;
    }
}
/** Speaks to registries with the logins of a request. */
async function registryClient(request, { host, env, signal }) {
    return new client/* RegistryClient */.b({
        credentials: maskedCredentials((0,credentials/* credentialStore */.nn)(request.logins, env), host),
        tlsVerify: request.tlsVerify,
        retries: request.retries,
        signal,
        onRetry: (message) => host.info(message),
        env,
        rules: await (0,registries_conf/* readRegistryRules */.D)(env),
    });
}
/** Logins that somebody else made are kept out of the output like this step's own, from when they are used. */
function maskedCredentials(store, host) {
    return {
        find: async (repository) => {
            const credential = await store.find(repository);
            if (credential !== undefined) {
                const { username, password, identityToken } = credential;
                const basic = Buffer.from(`${username}:${password}`).toString('base64');
                for (const secret of [password, basic, identityToken])
                    if (secret)
                        host.mask(secret);
            }
            return credential;
        },
    };
}
async function podmanEnvironment(authFile, workspace) {
    return {
        // It would contradict --timestamp: podman 5.6 and newer read it themselves.
        SOURCE_DATE_EPOCH: undefined,
        ...(authFile !== undefined && {
            REGISTRY_AUTH_FILE: await workspace.writePrivate('auth.json', authFile),
        }),
    };
}


/***/ }),

/***/ 35601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ ImageResolver)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
;// CONCATENATED MODULE: ./build/src/oci/choose-image.js

// Variants that run on each other's machines, the most capable first.
const COMPATIBLE = {
    arm: ['v8', 'v7', 'v6', 'v5'],
    arm64: ['v8'],
};
const ZSTD = 'io.github.containers.compression.zstd';
/**
 * The entry of an index that podman takes for a platform: os and architecture as asked for, then the best variant
 * that the machine can run; undefined when there is none.
 * https://github.com/containers/image/blob/v5.36.0/internal/manifest/oci_index.go,
 * https://github.com/containers/image/blob/v5.36.0/internal/pkg/platform/platform_matcher.go
 * @param type the index's media type
 */
function chooseImage(index, type, platform) {
    const variants = wantedVariants(platform);
    const isOci = type === types/* mediaType */.JL.ociIndex;
    const ranked = index.manifests.flatMap((descriptor) => {
        const rank = rankOf(descriptor, platform, variants, isOci);
        return rank === undefined ? [] : [{ descriptor, rank }];
    });
    // Sorting keeps the index's order where nothing else decides.
    return ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])[0]?.descriptor;
}
/** By variant, then by compression, which podman since 4.7 prefers zstd for; smaller is better. */
function rankOf({ platform: found, annotations }, { os, architecture }, variants, isOci) {
    const compression = isOci && annotations?.[ZSTD] === 'true' ? 0 : 1;
    // An OCI index may leave the platform out; such an entry is taken when no other is right.
    if (found === undefined)
        return isOci ? [variants.length, compression] : undefined;
    if (found.os !== os || found.architecture !== architecture)
        return undefined;
    const at = variants.indexOf(found.variant ?? '');
    return at < 0 ? undefined : [at, compression];
}
function wantedVariants({ architecture, variant }) {
    const order = COMPATIBLE[architecture] ?? [];
    if (variant === undefined)
        return ['', ...order];
    return order.includes(variant) ? [...order.slice(order.indexOf(variant)), ''] : [variant, ''];
}

// EXTERNAL MODULE: ./build/src/oci/parse.js
var parse = __webpack_require__(62612);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(84974);
// EXTERNAL MODULE: ./build/src/registry/rules.js
var registry_rules = __webpack_require__(66294);
;// CONCATENATED MODULE: ./build/src/registry/short-names.js


// https://github.com/containers/image/blob/v5.36.0/docs/containers-transports.5.md
const TRANSPORT = /^(?:containers-storage|dir|docker-archive|docker-daemon|oci|oci-archive|ostree|sif|tarball):/;
/**
 * What podman would look for in registries under a name as a Dockerfile has it: the alias of a short name, or that name in
 * each search registry, in the order in which they are tried.
 * https://github.com/containers/image/blob/v5.36.0/pkg/shortnames/shortnames.go
 * @throws {Error} with the reason, when there is nothing to look for in a registry or podman would have to ask
 */
function candidatesOf(text, rules) {
    const shown = JSON.stringify(text);
    if (text === 'scratch')
        throw new Error('scratch is no image');
    if (text.includes('$'))
        throw new Error(`${shown} has a variable without a value`);
    if (TRANSPORT.test(text))
        throw new Error(`${shown} is in no registry`);
    const { name, tag, digest } = (0,oci_reference/* splitName */.W0)(text.replace(/^docker:\/\//, ''));
    const reference = digest ?? tag ?? 'latest';
    return repositoriesOf(name, rules).map((repository) => ({
        repository: (0,registry_rules/* normalRepository */.Kt)(repository),
        reference,
    }));
}
function repositoriesOf(name, rules) {
    if (name.startsWith('localhost/'))
        throw new Error(`${name} is in local storage only`);
    if (namesRegistry(name))
        return [(0,oci_reference/* parseRepository */.SU)(name)];
    const alias = rules.aliases.get(name);
    if (alias)
        return [(0,oci_reference/* parseRepository */.SU)(alias)];
    const { searchRegistries, shortNameMode } = rules;
    if (searchRegistries.length === 0) {
        throw new Error(`${name} is a short name that has no alias, and there are no unqualified-search-registries`);
    }
    if (searchRegistries.length > 1 && shortNameMode === 'enforcing') {
        throw new Error(`${name} is a short name, and podman would have to ask which of ${searchRegistries.join(', ')} is meant`);
    }
    return searchRegistries.map((registry) => (0,oci_reference/* parseRepository */.SU)(`${registry}/${name}`));
}
function namesRegistry(name) {
    const [first = '', ...rest] = name.split('/');
    return rest.length > 0 && /[.:]/.test(first) && (0,oci_reference/* isRegistryHost */.EV)(first);
}

;// CONCATENATED MODULE: ./build/src/registry/resolve-image.js







// What a config or manifest of an image is at most.
const LONGEST_CONFIG = 4 * 1024 * 1024;
/**
 * Tells what references in a Dockerfile mean at this moment: the digest of the image that podman would pull. Local storage isn't
 * looked at, though podman uses an image there of that name. What was found out once is kept, for askers at the same
 * time too, and each index is read once for all platforms.
 */
class ImageResolver {
    client;
    answers = new Map();
    opened = new Map();
    /** What was read of each repository. */
    known = new Map();
    platforms = new Map();
    constructor(client) {
        this.client = client;
    }
    /**
     * @param reference as written after FROM, `--from=` or `from=`, variables replaced; `docker://` may precede it
     * @throws {Interrupted} when the signal fired; everything else is unresolvable, with the reason
     */
    resolve(reference, platform) {
        const key = `${platform.text} ${reference}`;
        const known = this.answers.get(key);
        if (known)
            return known;
        const answer = this.search(reference, platform);
        this.answers.set(key, answer);
        return answer;
    }
    async search(text, platform) {
        let candidates;
        try {
            candidates = candidatesOf(text, this.client.rules);
        }
        catch (reason) {
            return unresolvable((0,errors/* messageOf */.bD)(reason));
        }
        const problems = [];
        for (const candidate of candidates) {
            const found = await this.look(candidate, platform);
            if (found.kind === 'image')
                return found;
            problems.push(found);
        }
        return {
            kind: 'unresolvable',
            reason: problems.map(({ reason }) => reason).join('; '),
            lacksPlatform: problems.some(({ lacksPlatform }) => lacksPlatform),
        };
    }
    async look(candidate, platform) {
        const { repository, reference } = candidate;
        try {
            const image = await this.open(candidate);
            if (image === undefined)
                return unresolvable(`${repository.text} has no ${reference}`);
            return await this.choose(image, candidate, platform);
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.gl)
                return unresolvable((0,errors/* messageOf */.bD)(error));
            if (error instanceof parse/* MalformedError */.G4)
                return unresolvable(`${repository.text} ${reference} is no image: ${(0,errors/* messageOf */.bD)(error)}`);
            throw error;
        }
    }
    open({ repository, reference }) {
        const key = `${repository.text} ${reference}`;
        const opening = this.opened.get(key) ?? this.read({ repository, reference });
        this.opened.set(key, opening);
        return opening;
    }
    async read({ repository, reference }) {
        const known = this.known.get(repository.text) ?? new Map();
        this.known.set(repository.text, known);
        const image = await this.client.open(repository, reference, known);
        if (image)
            known.set(image.root.digest, image.root);
        return image;
    }
    async choose(image, { repository, reference }, wanted) {
        const { root } = image;
        if (!(0,types/* isIndexType */.$U)(root.mediaType)) {
            const platform = await this.platformOf(image, root);
            return { kind: 'image', repository, digest: root.digest, index: undefined, platform };
        }
        const chosen = chooseImage((0,parse/* parseIndex */.A1)(root.bytes), root.mediaType, wanted);
        if (chosen === undefined) {
            const reason = `${repository.text} ${reference} has no image for ${wanted.text}`;
            return { kind: 'unresolvable', reason, lacksPlatform: true };
        }
        const { digest } = chosen;
        const platform = chosen.platform
            ? (0,oci_platform/* normalizePlatform */.FL)(chosen.platform)
            : await this.platformOf(image, await manifestOf(image, digest));
        return { kind: 'image', repository, digest, index: root.digest, platform };
    }
    platformOf(image, manifest) {
        const reading = this.platforms.get(manifest.digest) ?? readPlatform(image, manifest);
        this.platforms.set(manifest.digest, reading);
        return reading;
    }
}
function unresolvable(reason) {
    return { kind: 'unresolvable', reason, lacksPlatform: false };
}
async function manifestOf(image, digest) {
    const manifest = await image.manifest(digest);
    if (manifest === undefined)
        throw new parse/* MalformedError */.G4(`${digest} is in its index and not in the registry`);
    return manifest;
}
async function readPlatform(image, manifest) {
    const { mediaType: type } = manifest;
    if (type !== types/* mediaType */.JL.ociManifest && type !== types/* mediaType */.JL.dockerManifest) {
        throw new parse/* MalformedError */.G4(`its type is ${type || 'not told'}`);
    }
    const { config } = (0,parse/* parseManifest */.Ng)(manifest.bytes);
    if (config.size > LONGEST_CONFIG)
        throw new parse/* MalformedError */.G4(`its config is longer than ${LONGEST_CONFIG} bytes`);
    return (0,oci_platform/* normalizePlatform */.FL)((0,parse/* parseConfig */.o4)(await (0,consumers_.buffer)(await image.blob(config))));
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

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
