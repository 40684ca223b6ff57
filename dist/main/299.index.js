export const id = 299;
export const ids = [299];
export const modules = {

/***/ 86299:
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

// EXTERNAL MODULE: ./build/src/builder/workspace.js + 1 modules
var builder_workspace = __webpack_require__(9543);
// EXTERNAL MODULE: ./build/src/podman/store-pool.js
var store_pool = __webpack_require__(709);
// EXTERNAL MODULE: ./build/src/registry/client.js + 12 modules
var client = __webpack_require__(61020);
// EXTERNAL MODULE: ./build/src/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(56020);
// EXTERNAL MODULE: ./build/src/registry/resolve-image.js + 1 modules
var resolve_image = __webpack_require__(7465);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(45190);
// EXTERNAL MODULE: ./build/src/pipeline/stores.js
var pipeline_stores = __webpack_require__(76856);
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
    let pool;
    const close = async (isIntact) => {
        // When one platform has failed, others may still be trying to send something.
        closed.abort();
        await client.close();
        // Whether the image is right was decided before, and an error of the build's own must not be hidden by these.
        const warn = (error) => run.host.warning(`temporary files could not be removed: ${(0,errors/* messageOf */.bD)(error)}`);
        const back = [...(stores?.values() ?? [])].map((store) => pool?.giveBack(store, isIntact).catch(warn));
        await Promise.all(back);
        if (pool !== run.stores)
            await pool?.close().catch((error) => run.host.warning((0,pipeline_stores/* notKept */.EM)(error)));
        await workspace.close().catch(warn);
    };
    try {
        const env = await podmanEnvironment(authFile, workspace);
        pool = run.stores ?? (await ownPool(request, podman, workspace, run));
        stores = await (0,pipeline_stores/* storesFor */.iT)({ request, dockerfile, plan, podman, remotes, env }, workspace, pool);
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
/** Stores with base images of earlier runs, for a build alone; undefined where none are kept. */
async function ownPool(request, podman, { storage }, run) {
    const kept = await (0,pipeline_stores/* keptStores */.xZ)([request], podman, run);
    return kept && store_pool/* StorePool */.e.open(podman, storage, pipeline_stores/* isBase */._E, kept);
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

/***/ 76856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ notKept),
/* harmony export */   _E: () => (/* binding */ isBase),
/* harmony export */   iT: () => (/* binding */ storesFor),
/* harmony export */   xZ: () => (/* binding */ keptStores)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23856);
/* harmony import */ var _podman_kept_stores_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40250);
/* harmony import */ var _podman_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77034);
/* harmony import */ var _verify_bases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61865);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8720);
/* harmony import */ var _steps_exchange_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97664);







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
    const driver = await (0,_podman_store_js__WEBPACK_IMPORTED_MODULE_3__/* .storeDriver */ .e6)(podman, storage);
    const images = await (0,_podman_store_js__WEBPACK_IMPORTED_MODULE_3__/* .userImages */ .ML)(podman, storage.images);
    for (const platform of here) {
        const name = (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .platformSlug */ .DN)(platform);
        stores.set(platform.text, await (0,_podman_store_js__WEBPACK_IMPORTED_MODULE_3__/* .createStore */ .y$)(podman, storage, { driver, name, images }));
    }
    return stores;
}
/**
 * Where stores of earlier runs are, for a build on a person's own machine that may keep something there. Runners and other CI start from nothing,
 * or are many people's.
 */
async function keptStores(requests, podman, { host, env }) {
    const isOwn = host.kind !== 'runner' && !env.CI;
    const isWanted = requests.every(({ cache }) => cache.writable && ['auto', 'directory'].includes(cache.kind));
    return isOwn && isWanted ? _podman_kept_stores_js__WEBPACK_IMPORTED_MODULE_2__/* .KeptStores */ .HK.of(podman) : undefined;
}
/** Whether what is from a repository may be left for the next build. */
function isBase(repository) {
    return !(0,_steps_exchange_js__WEBPACK_IMPORTED_MODULE_5__/* .isOfSteps */ .J)(repository);
}
/** What a person is told when stores can't be kept. */
function notKept(error) {
    return `base images could not be kept for the next build: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
}
function meantFor(platform, { request, dockerfile, env, podman }) {
    const { target, buildArgs } = request.build;
    const { buildContexts, extraArgs } = request.build;
    // Its text is another, and further contexts may be images.
    if (dockerfile.path.endsWith('.in') || buildContexts.length > 0)
        return undefined;
    if (extraArgs.some((each) => /^--(?:from|build-context)\b/.test(each)))
        return undefined;
    const args = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_6__/* .argumentValues */ .Q)(buildArgs, env);
    return (0,_verify_bases_js__WEBPACK_IMPORTED_MODULE_4__/* .meantPlatforms */ .am)({ dockerfile, target, args, platform, buildPlatform: podman.platform });
}


/***/ }),

/***/ 40250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ KeptStores),
/* harmony export */   S_: () => (/* binding */ lastPart),
/* harmony export */   d5: () => (/* binding */ agree),
/* harmony export */   rP: () => (/* binding */ isForgotten)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73185);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35173);
/* harmony import */ var _storage_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72272);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77034);







/** Beside the user's own storage, which lies on a file system that podman's driver is known to work on. */
const FOLDER = 'multiarch-build-stores';
const RECORD = 'multiarch-build.json';
// More are only there when as many builds ran at the same time, or when Dockerfiles mean one image for different platforms.
const MOST_OF_A_PLATFORM = 3;
const MOST_BYTES = 10e9;
const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000;
// A store that is damaged would let every build fail.
const MOST_FAILURES = 5;
/**
 * Stores that this machine keeps between runs, with base images and nothing else, so that the next build needn't pull them. A run takes one by
 * renaming its folder into its own, and gives it back in the same way: two runs never have the same.
 */
class KeptStores {
    folder;
    tools;
    rootless;
    constructor(folder, 
    /** What another podman, user, or configuration may not be able to read. */
    tools, rootless) {
        this.folder = folder;
        this.tools = tools;
        this.rootless = rootless;
    }
    /** @returns undefined where none can be kept */
    static async of(podman) {
        // A podman elsewhere has them in its own storage, and other drivers would copy every layer whole.
        if (podman.isRemote || podman.graphDriver !== 'overlay')
            return undefined;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(podman.graphRoot), FOLDER);
        const uid = process.getuid?.();
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 });
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                return undefined;
        }
        // Somebody else's, in a folder that several users share, could hold anything.
        const made = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).catch(() => undefined);
        if (!made?.isDirectory() || made.uid !== uid || (made.mode & 0o077) !== 0)
            return undefined;
        const tools = JSON.stringify([podman.version, podman.graphOptions, podman.rootless, uid]);
        return new KeptStores(folder, tools, podman.rootless);
    }
    /**
     * Takes a store out: the one that has most of what a build needs.
     * @param meant the platforms that the build's base images are meant for
     * @param place the folder to be its root, which isn't there yet, on the same file system; of no use to others when this fails
     * @returns undefined when there is none
     */
    async take(platform, meant, place) {
        if (meant.size === 0)
            return undefined;
        for (const { name, written } of await this.candidates(platform, meant)) {
            // Another run may be faster.
            if (!(await this.moveOut(name, place)))
                continue;
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, RECORD));
                await forgetPlaces(place);
            }
            catch {
                return undefined;
            }
            return { ...written, meant: new Map(written.meant), used: new Map(written.used) };
        }
        return undefined;
    }
    /**
     * Keeps a store that has nothing but base images; or removes it, where it needs the user's own store, is too large, or too
     * many builds have failed with it.
     * @param isGrown whether images were pulled into it
     * @throws {Error} when that fails; the store is to be removed then
     */
    async keep(platform, store, bases, isGrown) {
        await this.removeForgotten((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(store.graphRoot), 'forgotten'));
        const layers = await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .storeLayers */ .M)(store);
        const isOfUse = layers?.standAlone && layers.bytes <= MOST_BYTES && bases.used.size > 0;
        if (!isOfUse || bases.failures >= MOST_FAILURES)
            return (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFolders */ .cw)([store.graphRoot], this.rootless);
        await this.makeRoom(platform, `${store.graphRoot}-old`);
        const written = {
            tools: this.tools,
            meant: [...bases.meant],
            used: [...bases.used],
            failures: bases.failures,
        };
        await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .unmountBelow */ .GG)([store.graphRoot], this.rootless);
        // After a power failure files could be empty that the list of layers says are there.
        if (isGrown)
            await sync(store.graphRoot);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.graphRoot, RECORD), JSON.stringify(written), { mode: 0o600 });
        const name = `${prefix(platform)}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(store.graphRoot, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, name));
    }
    /** Removes the platform's store that was used least recently, where there are as many as may be. */
    async makeRoom(platform, place) {
        const all = await this.records(prefix(platform));
        const [oldest] = all.sort((a, b) => lastUse(a.written) - lastUse(b.written));
        if (oldest === undefined || all.length < MOST_OF_A_PLATFORM)
            return;
        if (await this.moveOut(oldest.name, place))
            await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFolders */ .cw)([place], this.rootless);
    }
    /** Removes stores of any platform that no build has taken for two weeks, or that nobody can use any more. */
    async removeForgotten(place) {
        for (const { name, written } of await this.records('')) {
            if (!isForgotten(lastUse(written)))
                continue;
            const of = `${place}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
            if (await this.moveOut(name, of))
                await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFolders */ .cw)([of], this.rootless);
        }
    }
    /** Stores that fit, the best first. One that has nothing of what is needed is better left to others, as long as there is room for one more. */
    async candidates(platform, meant) {
        const had = (written) => written.used.filter(([name]) => meant.has(name)).length;
        const all = await this.records(prefix(platform));
        const least = all.length < MOST_OF_A_PLATFORM ? 1 : 0;
        return all
            .flatMap(({ name, written }) => (written ? [{ name, written }] : []))
            .filter(({ written }) => agree(new Map(written.meant), meant) && had(written) >= least)
            .sort((a, b) => had(b.written) - had(a.written) || lastUse(a.written) - lastUse(b.written));
    }
    /** What is known of each store whose name begins in a certain way; undefined of what can't be used. */
    async records(start) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(this.folder).catch(() => []);
        return Promise.all(names
            .filter((name) => name.startsWith(start))
            .map(async (name) => ({ name, written: await this.readRecord(name) })));
    }
    async readRecord(name) {
        try {
            const written = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, name, RECORD), 'utf8'));
            return written.tools === this.tools ? written : undefined;
        }
        catch {
            return undefined;
        }
    }
    moveOut(name, place) {
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, name), place).then(() => true, () => false);
    }
}
/** Whether what builds take is meant for the same platforms. */
function agree(a, b) {
    return [...a].every(([repository, platform]) => (b.get(repository) ?? platform) === platform);
}
/** The last part of the repository in an image's name. */
function lastPart(name) {
    return (0,_images_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryOf */ ._M)(name).split('/').at(-1);
}
/** Whether no build has named an image, or taken a store, for two weeks. */
function isForgotten(lastUse) {
    return Date.now() - lastUse >= FORGOTTEN_MS;
}
function lastUse(written) {
    return Math.max(0, ...(written?.used.map(([, at]) => at) ?? []));
}
async function sync(folder) {
    // Not every `sync` knows of single file systems.
    if ((await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .capture */ .Fg)('sync', ['-f', folder])).exitCode !== 0)
        await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .capture */ .Fg)('sync', []);
}
/** Of the folders of a platform's stores. */
function prefix(platform) {
    return `${platform.replaceAll('/', '-')}+`;
}
/**
 * Removes podman's own database, which names the folders that it was made in and refuses others (`database configuration
 * mismatch`). There is nothing in it but containers and their volumes.
 */
async function forgetPlaces(graphRoot) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(graphRoot)).filter((name) => /^(?:libpod|volumes|db\.sql.*)$/.test(name));
    for (const name of names)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(graphRoot, name), { recursive: true, force: true });
}


/***/ }),

/***/ 709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ StorePool)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73185);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35173);
/* harmony import */ var _kept_stores_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40250);
/* harmony import */ var _storage_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72272);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77034);







/**
 * Stores that several builds have one after the other, so that base images are pulled once. Nothing else is left in them: images of
 * another build's steps would be taken for this one's.
 */
class StorePool {
    podman;
    folders;
    driver;
    images;
    isBase;
    kept;
    free = [];
    taken = new Map();
    made = 0;
    constructor(
    /** podman as it was in the beginning. */
    podman, folders, driver, images, isBase, kept) {
        this.podman = podman;
        this.folders = folders;
        this.driver = driver;
        this.images = images;
        this.isBase = isBase;
        this.kept = kept;
    }
    /**
     * @param storage folders to make them in, which the caller removes
     * @param isBase whether what is from a repository may be left for the next build
     * @param kept where stores of earlier runs are, and where those of this run are to be
     */
    static async open(podman, storage, isBase, kept) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(storage.stores, { recursive: true, mode: 0o700 });
        const driver = await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeDriver */ .e6)(podman, storage);
        return new StorePool(podman, storage, driver, await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .userImages */ .ML)(podman, storage.images), isBase, kept);
    }
    /**
     * A store for one build of a platform, to be given back.
     * @param meant the platform that each base image's repository is meant for; undefined when that isn't known. One store holds each for one
     *   platform alone: podman before 5.6 takes what is there for any, and newer ones take its name away (docs/traps.md, 2 and 10)
     */
    async take(platform, meant) {
        const needsUser = meant === undefined || (await this.userHas(meant));
        const at = this.free.findIndex((each) => each.platform === platform && meant && (0,_kept_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .agree */ .d5)(each.meant, meant) && (each.seesUser || !needsUser));
        const found = at < 0 ? await this.make(platform, meant, needsUser) : this.free.splice(at, 1)[0];
        for (const [repository, of] of meant ?? []) {
            found.meant.set(repository, of);
            found.used.set(repository, Date.now());
        }
        // Where it isn't known what it is used for, no other build can have it.
        if (meant !== undefined)
            this.taken.set(found.store, found);
        return found.store;
    }
    /**
     * Takes a store back, with its base images, or removes it.
     * @param isIntact whether the build ended well
     */
    async giveBack(store, isIntact) {
        const pooled = this.taken.get(store);
        this.taken.delete(store);
        if (pooled !== undefined)
            forget(pooled);
        const isOfUse = pooled !== undefined && (isIntact || (await removeContainers(store)));
        const bases = isOfUse ? await this.basesAlone(pooled) : undefined;
        if (pooled === undefined || bases === undefined) {
            await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .removeFolders */ .cw)([store.graphRoot, store.runRoot], this.podman.rootless);
            return;
        }
        const isNew = (id) => !store.before?.has(id);
        this.free.push({
            ...pooled,
            store: { ...store, before: bases },
            failures: isIntact ? 0 : pooled.failures + 1,
            isGrown: pooled.isGrown || [...bases].some(isNew),
        });
    }
    /**
     * Keeps what was given back for later runs, where that is wanted.
     * @throws {Error} when that fails; what holds the stores is to be removed all the same
     */
    async close() {
        const { kept } = this;
        if (kept === undefined)
            return;
        const keeping = this.free.splice(0).map(async ({ platform, store, meant, used, failures, isGrown }) => {
            const images = (await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(store.graphRoot, store.driver)) ?? [];
            const there = new Set(images.flatMap(({ names = [] }) => names.map(_kept_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .lastPart */ .S_)));
            const ofThese = (notes) => new Map([...notes].filter(([name]) => there.has(name)));
            const bases = { meant: ofThese(meant), used: ofThese(used), failures };
            await kept.keep(platform, store, bases, isGrown);
        });
        // What holds them is removed next.
        for (const ended of await Promise.allSettled(keeping))
            if (ended.status === 'rejected')
                throw ended.reason;
    }
    async make(platform, meant, needsUser) {
        const { driver, kept } = this;
        const number = String(++this.made);
        const old = `${number}-kept`;
        const bases = meant && (await kept?.take(platform, meant, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folders.stores, old)));
        const name = bases === undefined ? number : old;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folders.run, name), { recursive: true, mode: 0o700 });
        const seesUser = kept === undefined || needsUser;
        const images = seesUser ? this.images : undefined;
        const made = await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .createStore */ .y$)(this.podman, this.folders, { driver, name, images });
        const there = bases && (await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(made.graphRoot, driver));
        return {
            store: { ...made, ...(there && { before: new Set(there.map(({ id }) => id)), isKept: true }) },
            platform,
            seesUser,
            meant: new Map(bases?.meant),
            used: new Map(bases?.used),
            failures: bases?.failures ?? 0,
            isGrown: false,
        };
    }
    /**
     * Whether the user's own store may have one of the images. Where it hasn't, a store that is to be kept doesn't see it: podman would
     * take layers from there, which the user can remove.
     */
    async userHas(meant) {
        const images = await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(this.podman.graphRoot, this.podman.graphDriver);
        const last = [...meant.keys()];
        // By an id with its algorithm, or by a transport.
        if (last.some((name) => name === 'sha256' || name.includes(':')))
            return true;
        const ids = last.filter((name) => /^[0-9a-f]{3,64}$/.test(name));
        return (images === undefined ||
            images.some(({ id, names }) => names?.some((name) => meant.has((0,_kept_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .lastPart */ .S_)(name))) || ids.some((each) => id.startsWith(each))));
    }
    /** Removes all images of a store but base images. @returns the ids of these; undefined when another is left */
    async basesAlone({ store, used }) {
        const isBase = ({ names }) => names?.some((name) => used.has((0,_kept_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .lastPart */ .S_)(name)) && this.isBase((0,_images_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(name))) ?? false;
        const read = async () => (await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(store.graphRoot, store.driver)) ?? [];
        const built = (await read()).filter((image) => !isBase(image)).map(({ id }) => id);
        if (built.length > 0)
            await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', [...(0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeArguments */ .UI)(store), 'rmi', '--force', ...built]);
        const left = await read();
        return left.every(isBase) ? new Set(left.map(({ id }) => id)) : undefined;
    }
}
/** Forgets what no build has named for long, so that it is removed with its note of the platform. */
function forget({ meant, used }) {
    for (const name of [...used.keys()].filter((each) => (0,_kept_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .isForgotten */ .rP)(used.get(each)))) {
        used.delete(name);
        meant.delete(name);
    }
}
/** Removes what builds leave that were ended. @returns whether none is left */
async function removeContainers(store) {
    const podman = (...args) => (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', [...(0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeArguments */ .UI)(store), ...args]);
    const list = async () => {
        const { exitCode, stdout } = await podman('ps', '--all', '--external', '--quiet', '--no-trunc');
        return exitCode === 0 ? stdout.split('\n').filter((id) => id !== '') : undefined;
    };
    const left = await list();
    if (left === undefined || left.length === 0)
        return left !== undefined;
    await podman('rm', '--force', ...left);
    return (await list())?.length === 0;
}


/***/ }),

/***/ 7465:
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
// EXTERNAL MODULE: ./build/src/registry/short-names.js
var short_names = __webpack_require__(87498);
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
            candidates = (0,short_names/* candidatesOf */.k)(text, this.client.rules);
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
            isMissing: problems.length > 0 && problems.every(({ isMissing }) => isMissing),
        };
    }
    async look(candidate, platform) {
        const { repository, reference } = candidate;
        try {
            const image = await this.open(candidate);
            if (image === undefined) {
                const reason = `${repository.text} has no ${reference}`;
                return { kind: 'unresolvable', reason, lacksPlatform: false, isMissing: true };
            }
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
            return { kind: 'unresolvable', reason, lacksPlatform: true, isMissing: true };
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
    return { kind: 'unresolvable', reason, lacksPlatform: false, isMissing: false };
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


/***/ })

};
