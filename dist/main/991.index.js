export const id = 991;
export const ids = [991];
export const modules = {

/***/ 57545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Layout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6559);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57578);





/**
 * An OCI image layout on disk, content-addressed
 * (https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md).
 */
class Layout {
    folder;
    constructor(folder) {
        this.folder = folder;
    }
    /** Makes an empty layout in a folder, which is created. */
    static async create(folder) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs', 'sha256'), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
        return new Layout(folder);
    }
    /**
     * Opens a layout that somebody else wrote.
     * @throws {Error} when the folder holds none
     */
    static async open(folder) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'));
        return new Layout(folder);
    }
    /** Where a blob is, or would be. */
    blobPath(digest) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, 'blobs', 'sha256', (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .encodedPart */ .eA)(digest));
    }
    /** Stores some bytes and gives their descriptor. */
    async putBytes(type, bytes) {
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes);
        // Renamed into place, since another platform may be reading a blob with the same content.
        const partial = `${this.blobPath(digest)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(partial, bytes);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, this.blobPath(digest));
        return { mediaType: type, digest, size: bytes.length };
    }
    /**
     * Moves a file in as the blob of a descriptor.
     * @throws {Error} when its content or size isn't the descriptor's
     */
    async moveIn(path, descriptor) {
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        const digest = await (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOfFile */ .Mk)(path);
        if (digest !== descriptor.digest || size !== descriptor.size) {
            throw new Error(`${path} is ${digest}, ${size} bytes, and not ${descriptor.digest}, ${descriptor.size} bytes`);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(path, this.blobPath(descriptor.digest));
    }
    /**
     * The bytes of a small blob: a manifest or config.
     * @throws {Error} when they are not what the digest says
     */
    async readBytes(digest) {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(this.blobPath(digest));
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes) !== digest)
            throw new Error(`${this.blobPath(digest)} is damaged`);
        return bytes;
    }
    /** The entry points' own index, as it is written. */
    async readEntries() {
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, 'index.json'));
    }
    /** Writes the entry point: one descriptor, under a name that `oci:FOLDER:NAME` finds. */
    async writeEntry(descriptor, name) {
        const named = name === undefined
            ? descriptor
            : { ...descriptor, annotations: { 'org.opencontainers.image.ref.name': name } };
        const index = { schemaVersion: 2, mediaType: _types_js__WEBPACK_IMPORTED_MODULE_4__/* .mediaType */ .JL.ociIndex, manifests: [named] };
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.folder, 'index.json'), JSON.stringify(index));
    }
    /** A second layout that holds hard links to some of the blobs, for a tool that is to see those alone. */
    async part(folder, blobs) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
        const layout = await Layout.create(folder);
        const digests = new Set(blobs.map((blob) => blob.digest));
        for (const digest of digests)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(this.blobPath(digest), layout.blobPath(digest));
        return layout;
    }
}


/***/ }),

/***/ 5620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readImage),
/* harmony export */   p: () => (/* binding */ foundFindings)
/* harmony export */ });
/* harmony import */ var _oci_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62612);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23856);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57578);
/* harmony import */ var _verify_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71266);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24723);





/**
 * Reads the manifest and config of an image that somebody else built.
 * @throws {MalformedError}
 */
async function readImage(source, descriptor, bytes) {
    if (descriptor.mediaType !== _oci_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaType */ .JL.ociManifest && descriptor.mediaType !== _oci_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaType */ .JL.dockerManifest) {
        throw new _oci_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedError */ .G4(`${descriptor.digest} is of the type ${descriptor.mediaType || 'nothing'}`);
    }
    const manifest = (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseManifest */ .Ng)(bytes);
    const config = (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseConfig */ .o4)(await source.config(manifest.config));
    return { platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizePlatform */ .FL)(config), descriptor, manifest, config };
}
/** Everything that can be said of an image without its Dockerfile. */
async function foundFindings(image, platform, layers, context) {
    const own = (0,_verify_image_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyImage */ .Z)(image, platform);
    // Programs of other systems are no ELF files.
    return platform.os === 'linux'
        ? [...own, ...(await (0,_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .contentsFindings */ .l0)(image, platform, layers, context))]
        : own;
}


/***/ }),

/***/ 72187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ registrySource),
/* harmony export */   y: () => (/* binding */ layoutSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38321);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6559);
/* harmony import */ var _oci_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57545);
/* harmony import */ var _oci_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62612);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57578);








/** What image-spec's own tools read of a manifest or config; larger ones are no images. */
const LARGEST_DOCUMENT = 4 << 20;
const REF_NAME = 'org.opencontainers.image.ref.name';
/**
 * An OCI image layout on disk.
 * @param name the entry to take, by `org.opencontainers.image.ref.name`; without it the only one, or all of them as an index
 */
async function layoutSource(folder, name) {
    const layout = await _oci_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .Layout */ .P.open(folder).catch((cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('command', `${folder} is no OCI image layout: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, { cause });
    });
    const read = async (descriptor) => {
        checkSize(descriptor);
        const path = layout.blobPath(descriptor.digest);
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).size > LARGEST_DOCUMENT)
            throw tooLarge(descriptor.digest);
        return layout.readBytes(descriptor.digest);
    };
    return {
        root: async () => {
            const bytes = await layout.readEntries();
            const { manifests } = (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parseIndex */ .A1)(bytes);
            const chosen = name === undefined ? manifests : manifests.filter((each) => each.annotations?.[REF_NAME] === name);
            if (chosen.length === 1)
                return { bytes: await read(chosen[0]), descriptor: chosen[0] };
            if (name !== undefined || chosen.length === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('command', `${folder} has ${chosen.length} entries named ${name ?? 'anything'}`);
            }
            return {
                bytes,
                descriptor: { mediaType: _oci_types_js__WEBPACK_IMPORTED_MODULE_7__/* .mediaType */ .JL.ociIndex, digest: (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes), size: bytes.length },
            };
        },
        manifest: read,
        config: read,
        layer: ({ digest }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(layout.blobPath(digest), { highWaterMark: 1 << 18 }),
    };
}
/** An image in a registry, or where registries.conf says that it is instead. */
async function registrySource(client, repository, reference) {
    const image = await client.open(repository, reference);
    if (image === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${repository.text} has no ${reference}`);
    const { bytes, digest, mediaType: type } = image.root;
    return {
        root: async () => ({ bytes, descriptor: { mediaType: type, digest, size: bytes.length } }),
        manifest: async (descriptor) => {
            const found = await image.manifest(descriptor.digest);
            if (found === undefined)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${repository.text} has no ${descriptor.digest}`);
            return found.bytes;
        },
        config: async (descriptor) => {
            checkSize(descriptor);
            return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.buffer)(await image.blob(descriptor));
        },
        layer: (descriptor) => image.blob(descriptor),
    };
}
function checkSize({ digest, size }) {
    if (size > LARGEST_DOCUMENT)
        throw tooLarge(digest);
}
function tooLarge(digest) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`${digest} is larger than ${LARGEST_DOCUMENT} bytes, and no manifest or config`);
}


/***/ }),

/***/ 19837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ isNamedBy),
/* harmony export */   Sg: () => (/* binding */ outdatedBase),
/* harmony export */   im: () => (/* binding */ dropOutdated)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6559);
/* harmony import */ var _podman_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35173);
/* harmony import */ var _podman_storage_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72272);
/* harmony import */ var _registry_short_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87498);
/* harmony import */ var _named_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39232);






/**
 * Removes base images that earlier runs pulled and that are not what the registry has now. podman would look for newer ones itself, and
 * where that fails take the old one without a word (`pullPolicyNewer` of
 * https://github.com/containers/common/blob/v0.64.2/libimage/pull.go); the build would then be remembered as one from the new image.
 */
async function dropOutdated(platform, site) {
    const store = site.stores.get(platform.text);
    if (!store?.isKept || site.remotes.has(platform.text))
        return;
    for (const { image, platform: of } of (0,_named_images_js__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .I)(platform, site)) {
        // What a digest names never changes.
        if (image.includes('@'))
            continue;
        const stored = await (0,_podman_images_js__WEBPACK_IMPORTED_MODULE_2__/* .imageDigests */ .JD)(store);
        const names = namesInStore(image, site);
        const tagged = withTag(image.replace(/^docker:\/\//, ''));
        // podman takes an image of any repository that ends in a short name, when it can't have the one that is meant.
        const alike = [...stored.keys()].filter((name) => `/${name}`.endsWith(`/${tagged}`) || names.includes(name));
        const found = await site.resolver.resolve(image, of);
        const isRight = (name) => found.kind === 'image'
            ? name === `${found.repository.text}${tagOf(tagged)}` && stored.get(name) === found.digest
            : !found.isMissing && names.includes(name);
        const isOfUser = found.kind !== 'image' && (await userHas(store, names));
        const outdated = alike.filter((name) => isOfUser || !isRight(name));
        await removeNames(store, outdated, site.env);
        if (found.kind === 'image' || alike.length === outdated.length)
            continue;
        site.warn(`${platform.text}: ${image} is used as an earlier build pulled it, since it can’t be looked up: ${found.reason}`);
    }
}
/**
 * An image that podman took from the user's storage, or an earlier run's, and that the registry has replaced: it says nothing when it can't pull the
 * new one. Undefined when there is none.
 * @param dockerfile of what was left to do
 */
async function outdatedBase(platform, site, dockerfile) {
    const store = site.stores.get(platform.text);
    // One name may stand for the images of two platforms, of which a store has the later one.
    const meant = new Map();
    for (const { image, platform: of } of (0,_named_images_js__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .I)(platform, { ...site, dockerfile })) {
        // The image of a step, by its id.
        if (/^[0-9a-f]{64}$/.test(image))
            continue;
        const found = await site.resolver.resolve(image, of);
        if (found.kind !== 'image' || image.includes('@'))
            continue;
        const name = `${found.repository.text}${tagOf(withTag(image))}`;
        meant.set(name, [...(meant.get(name) ?? []), found.digest]);
    }
    for (const [name, digests] of meant) {
        const taken = await (0,_podman_images_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestDigest */ .It)(store, name);
        if (taken !== undefined && !digests.includes(taken))
            return name;
    }
    return undefined;
}
/** Whether an image of a store is, by one of its names, something that a platform's build takes from elsewhere. */
function isNamedBy(platform, site) {
    const wanted = (0,_named_images_js__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .I)(platform, site).map(({ image }) => ({ image, names: namesInStore(image, site) }));
    return (known) => known.some((name) => wanted.some(({ image, names }) => names.length > 0 ? names.includes(name) : `/${name}`.endsWith(`/${withTag(image)}`)));
}
/** What an image may be called in a store, of all that its name may mean. */
function namesInStore(image, { publication }) {
    try {
        return (0,_registry_short_names_js__WEBPACK_IMPORTED_MODULE_4__/* .candidatesOf */ .k)(image, publication.client.rules).map(({ repository, reference }) => (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(reference) ? `${repository.text}@${reference}` : `${repository.text}:${reference}`);
    }
    catch {
        // It is in no registry.
        return [];
    }
}
async function userHas({ sharedRoots, driver }, names) {
    const lists = await Promise.all(sharedRoots.map((root) => (0,_podman_storage_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readImageList */ .m)(root, driver)));
    return lists.some((images) => images?.some((each) => each.names?.some((name) => names.includes(name))));
}
/** @throws {HostError} when a name is still there */
async function removeNames(store, names, env) {
    if (names.length === 0)
        return;
    await (0,_podman_images_js__WEBPACK_IMPORTED_MODULE_2__/* .removeNamed */ .wg)(store, env, names);
    const left = await (0,_podman_images_js__WEBPACK_IMPORTED_MODULE_2__/* .imageDigests */ .JD)(store);
    const name = names.find((each) => left.has(each));
    if (name === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh(`${name}, which the registry has replaced, can’t be removed from podman’s storage`, {
        cure: 'empty the folder multiarch-build-stores beside podman’s storage (docs/local.md)',
    });
}
function tagOf(tagged) {
    return tagged.slice(tagged.lastIndexOf(':'));
}
function withTag(image) {
    return /:[^:/]*$/.test(image) ? image : `${image}:latest`;
}


/***/ }),

/***/ 39232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imagesOf)
/* harmony export */ });
/* harmony import */ var _verify_bases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61865);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8720);


/** What a platform's build takes from elsewhere, wherever it is built. */
function imagesOf(platform, { request, dockerfile, env, remotes, buildPlatform }) {
    const { target, buildArgs } = request.build;
    return (0,_verify_bases_js__WEBPACK_IMPORTED_MODULE_0__/* .namedImages */ .Qn)({
        dockerfile,
        target,
        args: (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentValues */ .Q)(buildArgs, env),
        platform,
        buildPlatform: remotes.get(platform.text)?.platform ?? buildPlatform,
    });
}


/***/ }),

/***/ 24723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nH: () => (/* binding */ buildFindings),
  l0: () => (/* binding */ contentsFindings),
  Qb: () => (/* binding */ imageFindings)
});

// EXTERNAL MODULE: ./build/src/dockerfile/settings.js
var dockerfile_settings = __webpack_require__(61119);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var stages = __webpack_require__(78229);
// EXTERNAL MODULE: ./build/src/dockerfile/steps.js
var steps = __webpack_require__(86243);
// EXTERNAL MODULE: ./build/src/dockerfile/copies.js
var copies = __webpack_require__(7663);
;// CONCATENATED MODULE: ./build/src/dockerfile/suspects.js


const ARCHITECTURE = 'amd64|x86_64|x86-64|x64|arm64|aarch64|armv[67]\\w*|armhf|i[36]86|ppc64le|s390x|riscv64';
/** A variable by which compilers choose the machine, with a value written down. */
const FIXED_VARIABLE = new RegExp(`\\b(GOARCH|GOARM|GOOS|CARGO_BUILD_TARGET|CMAKE_SYSTEM_PROCESSOR|TARGETARCH|ARCH)\\s*[= ]\\s*["']?(?:${ARCHITECTURE}|darwin|windows)\\b`, 'i');
const FIXED_NAME = new RegExp(`(?<![A-Za-z0-9])(?:${ARCHITECTURE})(?![A-Za-z0-9])`, 'i');
const TARGET_VARIABLE = /\bTARGET(?:ARCH|PLATFORM|VARIANT)\b/;
/**
 * Why the file under a path of the image may be for another machine: the line that most likely makes it so. Undefined
 * where the Dockerfile shows nothing.
 */
function suspectFor(dockerfile, target, path) {
    const origin = (0,copies/* originOf */.y)(dockerfile, target, path);
    if (origin === undefined)
        return undefined;
    const at = (instruction) => ({
        file: dockerfile.path,
        line: instruction.line,
        endLine: instruction.endLine,
    });
    const { from, instruction } = origin;
    switch (from.kind) {
        case 'stage':
            return stageSuspect(dockerfile, from.stage, at);
        case 'context':
            return { ...prebuilt(from.sources, path), location: at(instruction) };
        case 'image':
            return {
                cause: `${instruction.keyword} --from=${from.image} takes it from an image for another platform`,
                cure: `take it from a stage, “FROM ${from.image} AS …”, and see that this image has every platform`,
                location: at(instruction),
            };
        case 'run':
            return stageSuspect(dockerfile, origin.stage, at) ?? unknownRun(origin, at);
        case 'base':
            return {
                cause: `the base image ${from.image} holds programs for another machine`,
                cure: 'use a base image that is published for every platform',
                location: at(instruction),
            };
    }
}
function unknownRun({ instruction }, at) {
    return {
        cause: 'this RUN makes or downloads it for one machine',
        cure: 'let it depend on TARGETARCH, after “ARG TARGETARCH”',
        location: at(instruction),
    };
}
function prebuilt(sources, path) {
    const named = sources.find((source) => TARGET_VARIABLE.test(source));
    if (named !== undefined) {
        return {
            cause: `the file that ${named} stands for in the build context was built for another machine`,
            cure: 'build that file again for its architecture; “file” shows what it is for',
        };
    }
    return {
        cause: `a program that was built before is copied from the build context to ${path}, the same for every platform`,
        cure: 'copy one file for each architecture, such as bin/service-$TARGETARCH, or build it in a stage',
    };
}
/** What in a stage, or one that it goes on from, fixes the machine that it builds for. */
function stageSuspect(dockerfile, stage, at) {
    const chain = (0,stages/* chainOf */.dR)(dockerfile, stage);
    const instructions = chain.flatMap((each) => each.instructions);
    const undeclared = undeclaredVariable(instructions);
    if (undeclared)
        return { ...undeclared.suspect, location: at(undeclared.instruction) };
    const fixed = instructions.find(({ keyword, text }) => /^(ARG|ENV|RUN)$/.test(keyword) && FIXED_VARIABLE.test(text)) ??
        instructions.find(({ keyword, text }) => keyword === 'RUN' && FIXED_NAME.test(text));
    if (fixed)
        return { ...fixedMachine(fixed), location: at(fixed) };
    const platform = chain.find((each) => each.platform !== undefined);
    if (platform?.platform === undefined)
        return undefined;
    const literal = !platform.platform.includes('$');
    const usesTarget = instructions.some(({ text }) => TARGET_VARIABLE.test(text));
    if (!literal && usesTarget)
        return undefined;
    return {
        cause: literal
            ? `the stage is fixed to ${platform.platform}`
            : `the stage runs on the building machine (--platform=${platform.platform}) and never uses TARGETARCH, so it builds for that machine`,
        cure: 'add “ARG TARGETARCH” and pass it to the compiler, such as GOARCH=$TARGETARCH',
        location: at(platform.instructions[0]),
    };
}
/** A step that names TARGETARCH or the like where no ARG has made it known. */
function undeclaredVariable(instructions) {
    const instruction = instructions.find(({ keyword, text }) => /^(RUN|COPY|ADD|ENV)$/.test(keyword) && TARGET_VARIABLE.test(text));
    const name = instruction && TARGET_VARIABLE.exec(instruction.text)?.[0];
    const declared = ({ keyword, assignments }) => /^(ARG|ENV)$/.test(keyword) && assignments.some((each) => each.name === name);
    if (instruction === undefined || name === undefined || instructions.some(declared))
        return undefined;
    return {
        suspect: {
            cause: `no ARG of its stage declares ${name}, so that it is empty`,
            cure: `write “ARG ${name}” in this stage, before this step`,
        },
        instruction,
    };
}
/** A variable of an image that hides the argument of the same name, as one of a base image does. */
function hiddenArgument(dockerfile, target, environment, platform) {
    const right = { TARGETPLATFORM: platform.text, TARGETOS: platform.os, TARGETARCH: platform.architecture };
    const hidden = Object.entries(right).find(([name, value]) => environment.has(name) && environment.get(name) !== value);
    if (hidden === undefined)
        return undefined;
    const [name] = hidden;
    const chain = (0,stages/* stageChain */.ap)(dockerfile, target);
    const setter = chain
        .flatMap(({ instructions }) => instructions)
        .find(({ keyword, assignments }) => keyword === 'ENV' && assignments.some((each) => each.name === name));
    const place = setter ?? chain.at(-1)?.instructions[0];
    if (place === undefined)
        return undefined;
    return {
        cause: `the image has ${name}=${environment.get(name)} in the environment, ${setter ? 'from ENV' : 'from its base image'}, which wins over ARG ${name}`,
        cure: setter
            ? `remove ENV ${name}`
            : `take a base image without ENV ${name}, or build that anew without it`,
        location: { file: dockerfile.path, line: place.line, endLine: place.endLine },
    };
}
function fixedMachine({ keyword, text }) {
    const written = (FIXED_VARIABLE.exec(text) ?? FIXED_NAME.exec(text))[0].replace(/\s+/g, ' ').trim();
    const variable = /^(\w+)\s*[= ]/.exec(written)?.[1];
    return {
        cause: `${keyword} has ${written} written down, for every platform`,
        cure: variable === 'GOARCH'
            ? 'write “ARG TARGETARCH” and GOARCH=$TARGETARCH'
            : 'let it depend on TARGETARCH, after “ARG TARGETARCH”',
    };
}

// EXTERNAL MODULE: ./build/src/verify/allowed.js
var allowed = __webpack_require__(31251);
;// CONCATENATED MODULE: ./build/src/verify/machine.js
// e_machine by https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/elf-em.h and elf.h of LoongArch
const ABIS = {
    amd64: { bits: 64, order: 'little', machine: 62 },
    '386': { bits: 32, order: 'little', machine: 3 },
    arm64: { bits: 64, order: 'little', machine: 183 },
    arm: { bits: 32, order: 'little', machine: 40 },
    ppc64le: { bits: 64, order: 'little', machine: 21 },
    ppc64: { bits: 64, order: 'big', machine: 21 },
    s390x: { bits: 64, order: 'big', machine: 22 },
    riscv64: { bits: 64, order: 'little', machine: 243 },
    loong64: { bits: 64, order: 'little', machine: 258 },
    mips64: { bits: 64, order: 'big', machine: 8 },
    mips64le: { bits: 64, order: 'little', machine: 8 },
    mips: { bits: 32, order: 'big', machine: 8 },
    mipsle: { bits: 32, order: 'little', machine: 8 },
};
const [EM_NONE, EM_MIPS, EM_S390, EM_ARM, EM_X86_64] = [0, 8, 22, 40, 62];
/** AVR, Xtensa, CUDA, AMDGPU, BPF: microcontrollers, accelerators and the kernel's own machine run no container. */
const DEVICES = [83, 94, 190, 224, 247];
/** n32: 64-bit registers, 32-bit pointers; no architecture of OCI's list. */
const EF_MIPS_ABI2 = 0x20;
const [EF_ARM_SOFT_FLOAT, EF_ARM_HARD_FLOAT] = [0x200, 0x400];
/**
 * Whether a processor runs a program: `compatible` when it does so as an older architecture, which is what was meant
 * in some images and a mistake in others.
 */
function runsOn(elf, architecture) {
    if (!Object.hasOwn(ABIS, architecture))
        return 'unknown';
    const own = architectureOf(elf);
    if (own === architecture)
        return 'yes';
    if (own === '386' && architecture === 'amd64')
        return 'compatible';
    return isNarrow(elf, ABIS[architecture]) ? 'compatible' : 'no';
}
/** Programs of a 64-bit machine with short pointers, for which OCI has no name: x32, n32 of MIPS, s390. */
function isNarrow({ bits, order, machine, flags }, abi) {
    return (bits === 32 &&
        abi.bits === 64 &&
        machine === abi.machine &&
        order === abi.order &&
        (machine === EM_X86_64 || machine === EM_S390 || (machine === EM_MIPS && (flags & EF_MIPS_ABI2) !== 0)));
}
/** Whether a file is code for a processor that could run a container. */
function isMachineCode({ machine }) {
    return machine !== EM_NONE && !DEVICES.includes(machine);
}
/** Whether a library can be loaded into a program. */
function loadsInto(library, program) {
    const same = library.machine === program.machine && library.bits === program.bits && library.order === program.order;
    return same && !floatsDiffer(library, program);
}
function floatsDiffer(a, b) {
    const [one, other] = [floatAbi(a), floatAbi(b)];
    return one !== undefined && other !== undefined && one !== other;
}
// https://github.com/ARM-software/abi-aa/blob/2024Q3/aaelf32/aaelf32.rst, e_flags; set by linkers of today, not by Go's
function floatAbi({ machine, flags, type }) {
    if (machine !== EM_ARM || (type !== 2 && type !== 3))
        return undefined;
    if ((flags & EF_ARM_HARD_FLOAT) !== 0)
        return 'hard';
    return (flags & EF_ARM_SOFT_FLOAT) !== 0 ? 'soft' : undefined;
}
/** A machine by the name that OCI has for it, or else as exactly as the file says. */
function machineName(elf) {
    const float = floatAbi(elf);
    const name = architectureOf(elf);
    if (name !== undefined)
        return float === undefined ? name : `${name} (${float} float)`;
    if (elf.machine === EM_X86_64)
        return 'x32';
    if (elf.machine === EM_MIPS)
        return `mips64${elf.order === 'little' ? 'le' : ''} n32`;
    return `machine ${elf.machine} (${elf.bits}-bit, ${elf.order}-endian)`;
}
/** OCI's name of the architecture that a file is for. */
function architectureOf(elf) {
    if (elf.machine === EM_MIPS && elf.bits === 32 && (elf.flags & EF_MIPS_ABI2) !== 0)
        return undefined;
    const found = Object.entries(ABIS).find(([, abi]) => abi.machine === elf.machine && abi.bits === elf.bits && abi.order === elf.order);
    return found?.[0];
}

;// CONCATENATED MODULE: ./build/src/verify/libraries.js

// What no program has: a hostile one must not take all the time.
const MOST_SEARCHES = 20_000;
// Multiarch names of Debian and its like: https://wiki.debian.org/Multiarch/Tuples
const TUPLES = {
    amd64: ['x86_64-linux-gnu'],
    '386': ['i386-linux-gnu'],
    arm64: ['aarch64-linux-gnu'],
    arm: ['arm-linux-gnueabihf', 'arm-linux-gnueabi'],
    ppc64le: ['powerpc64le-linux-gnu'],
    ppc64: ['powerpc64-linux-gnu'],
    s390x: ['s390x-linux-gnu'],
    riscv64: ['riscv64-linux-gnu'],
    loong64: ['loongarch64-linux-gnu'],
    mips: ['mips-linux-gnu'],
    mipsle: ['mipsel-linux-gnu'],
    mips64: ['mips64-linux-gnuabi64'],
    mips64le: ['mips64el-linux-gnuabi64'],
};
/**
 * Follows what the dynamic loader would load into a program. A library that isn't found says nothing, since
 * `ld.so.cache` is not read; one that is found for another machine only does.
 */
function loadLibraries(program, tree, environment) {
    const { interpreter } = program.elf;
    if (interpreter === undefined)
        return { wrong: [], missingLoader: undefined };
    const wrong = [];
    const loader = tree.find(interpreter);
    if (loader?.content.kind === 'elf' && !loadsInto(loader.content.elf, program.elf)) {
        wrong.push({ path: loader.path, elf: loader.content.elf, neededBy: program.path });
    }
    const loaded = new Set([program.path]);
    const open = [program];
    let searches = 0;
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
        const { linking } = file.elf;
        if (linking === undefined || linking === 'unread')
            continue;
        for (const name of linking.needed) {
            if (++searches > MOST_SEARCHES)
                return { wrong, missingLoader: undefined };
            const candidates = search(name, file, program, tree, environment);
            const fits = ({ elf }) => loadsInto(elf, program.elf);
            // ld.so.cache knows folders that we don't: a right one anywhere is the one that is meant.
            const right = candidates.find(fits) ??
                (candidates.length === 0
                    ? undefined
                    : tree
                        .named(name.slice(name.lastIndexOf('/') + 1))
                        .flatMap(loadable)
                        .find(fits));
            const found = right ?? candidates[0];
            if (found === undefined || loaded.has(found.path))
                continue;
            loaded.add(found.path);
            if (right === undefined)
                wrong.push({ ...found, neededBy: file.path });
            else
                open.push(right);
        }
    }
    return { wrong, missingLoader: loader === undefined ? interpreter : undefined };
}
/** ELF files of a library's name in the order in which glibc's loader looks at them; it passes over other machines' files. */
function search(name, file, program, tree, environment) {
    const paths = name.includes('/')
        ? [name]
        : searchFolders(file, program, environment).map((folder) => `${folder}/${name}`);
    return paths.flatMap((path) => loadable(tree.find(path)));
}
// https://man7.org/linux/man-pages/man8/ld.so.8.html, and musl's default folders.
function searchFolders(file, program, environment) {
    const [own, first] = [runPaths(file), runPaths(program)];
    const tuples = TUPLES[architectureOf(program.elf) ?? ''] ?? [];
    const libraryPath = (environment.get('LD_LIBRARY_PATH') ?? '').split(/[:;]/).filter((path) => path !== '');
    return [
        ...(own.runpath.length === 0 ? [...own.rpath, ...(first.runpath.length === 0 ? first.rpath : [])] : []),
        ...libraryPath,
        ...own.runpath,
        ...tuples.flatMap((tuple) => [`/usr/local/lib/${tuple}`, `/lib/${tuple}`, `/usr/lib/${tuple}`]),
        ...['/lib64', '/usr/lib64', '/lib', '/usr/lib', '/usr/local/lib', '/usr/local/lib64'],
    ];
}
function runPaths({ path, elf }) {
    if (elf.linking === undefined || elf.linking === 'unread')
        return { rpath: [], runpath: [] };
    const origin = path.slice(0, path.lastIndexOf('/'));
    const expand = (folders) => folders
        .map((folder) => folder.replace(/\$(?:ORIGIN|\{ORIGIN\})/g, origin))
        .filter((folder) => folder.startsWith('/') && !folder.includes('$'));
    return { rpath: expand(elf.linking.rpath), runpath: expand(elf.linking.runpath) };
}
function loadable(found) {
    return found?.content.kind === 'elf' ? [{ path: found.path, elf: found.content.elf }] : [];
}

;// CONCATENATED MODULE: ./build/src/verify/command.js
/** Programs that end by becoming another: options of theirs that take a value, and arguments before the command. */
const WRAPPERS = {
    env: { values: 'u C unset chdir' },
    tini: { values: 'e p' },
    'tini-static': { values: 'e p' },
    'docker-init': { values: 'e p' },
    'dumb-init': { values: 'r rewrite' },
    catatonit: { values: 'P' },
    gosu: { before: 1 },
    'su-exec': { before: 1 },
    's6-setuidgid': { before: 1 },
    nohup: {},
    setsid: {},
    exec: {},
    nice: { values: 'n adjustment' },
    stdbuf: { values: 'i o e input output error' },
    timeout: { values: 'k s kill-after signal', before: 1 },
    busybox: {},
};
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;
/** Whether a program is a shell, by its name. */
function isShell(path) {
    return SHELLS.has(baseName(path));
}
/** What a command hands over to, when it is one of the wrappers and shells that are known; undefined when it doesn't. */
function handOver([program, ...args]) {
    const name = baseName(program ?? '');
    if (SHELLS.has(name))
        return shellScript(args);
    if (!Object.hasOwn(WRAPPERS, name))
        return undefined;
    const { values = '', before = 0 } = WRAPPERS[name];
    const rest = withoutOptions(args, values.split(' '))?.slice(before);
    const command = name === 'env' ? rest?.slice(rest.findIndex((word) => !ASSIGNMENT.test(word))) : rest;
    // `busybox sh -c …`: the applet's name is a word as any other. Those that are no shell are busybox itself.
    if (name === 'busybox' && !SHELLS.has(command?.[0] ?? ''))
        return undefined;
    if (name === 'busybox')
        return shellScript(command.slice(1));
    return command === undefined || command.length === 0 ? undefined : { kind: 'command', command };
}
/** Arguments after the options; undefined where an option isn't clear. */
function withoutOptions(args, withValue) {
    for (let at = 0; at < args.length; at++) {
        const word = args[at];
        if (word === '--')
            return args.slice(at + 1);
        if (!word.startsWith('-') || word === '-')
            return args.slice(at);
        // env's own way of splitting a text into arguments is beyond what is followed here.
        if (/^(-S|--split-string)/.test(word))
            return undefined;
        const name = word.replace(/^--?/, '');
        if (withValue.includes(name))
            at++;
    }
    return undefined;
}
function shellScript(args) {
    for (let at = 0; at < args.length; at++) {
        const word = args[at];
        if (word === '-o' || word === '+o')
            at++;
        else if (/^-[a-z]*c$/.test(word)) {
            const [text, , ...parameters] = args.slice(at + 1);
            return text === undefined ? undefined : { kind: 'text', text, parameters };
        }
        else if (!/^[-+]/.test(word))
            return { kind: 'script', path: word, parameters: args.slice(at + 1) };
        else if (word === '-s')
            return undefined;
    }
    return undefined;
}
/**
 * The command that a small shell script ends in: what it `exec`s last, or else its last command. Undefined where the
 * shell would have to be asked: for other expansions than of all parameters, and control structures around the end.
 */
function finalCommand(text, parameters) {
    // A script that asks for the machine chooses among programs for several, which is right in each image.
    if (ASKS_FOR_MACHINE.test(text))
        return undefined;
    const commands = outermost(simpleCommands(withoutHereDocuments(text)));
    const last = commands.findLast((words) => words[0] === 'exec') ?? commands.at(-1);
    if (last === undefined)
        return undefined;
    const start = last.findIndex((word) => word === DYNAMIC || (word !== 'exec' && !ASSIGNMENT.test(word)));
    if (start < 0)
        return undefined;
    const command = last.slice(start).flatMap((word) => (word === ALL_PARAMETERS ? parameters : [word]));
    const [first] = command;
    if (first === undefined || first === DYNAMIC || first.startsWith('-') || KEYWORDS.has(first))
        return undefined;
    // It counts from another folder than the image's.
    if (first.includes('/') && !first.startsWith('/') && commands.some(([word]) => word === 'cd'))
        return undefined;
    return command;
}
const ASKS_FOR_MACHINE = /\b(?:uname|arch|lscpu|getconf|HOSTTYPE|MACHTYPE|TARGETARCH|TARGETPLATFORM|print-architecture|print-arch)\b/;
/** Commands that stand in no control structure, function or group: what is within may run or not. */
function outermost(commands) {
    const found = [];
    const ends = [];
    for (const words of commands) {
        const end = endOf(words);
        if (end !== undefined)
            ends.push(end);
        const [first, last] = [words[0], words.at(-1)];
        // What ends a structure stays, so that a script which ends in one has no last command that is known.
        if (ends.length === 0 || (ends.length === 1 && first === ends[0]))
            found.push(words);
        if (first === ends.at(-1) || (words.length > 1 && last === ')' && ends.at(-1) === ')'))
            ends.pop();
    }
    return ends.length === 0 ? found : [];
}
/** The word that ends the structure which a command begins. */
function endOf(words) {
    // `then if …`, and a case's pattern before what it stands for.
    const [first = '', second = ''] = words.slice(words.findIndex((word) => !/^(?:then|else|do|!|[^()]+\))$/.test(word)));
    if (Object.hasOwn(ENDS, first))
        return ENDS[first];
    if (first.startsWith('('))
        return ')';
    return first.endsWith('()') || second === '()' ? '}' : undefined;
}
const ENDS = {
    if: 'fi',
    case: 'esac',
    for: 'done',
    while: 'done',
    until: 'done',
    select: 'done',
    '{': '}',
    function: '}',
};
/** A script without the texts of its here-documents, which are no commands. */
function withoutHereDocuments(text) {
    const kept = [];
    let until;
    for (const line of text.split('\n')) {
        if (until !== undefined) {
            if (line.trim() === until)
                until = undefined;
            continue;
        }
        kept.push(line);
        until = /(?<!<)<<-?[ \t]*["'\\]?([A-Za-z_]\w{0,60})/.exec(line)?.[1];
    }
    // What never ends was none, such as a shift of bits: nothing after it can be told.
    return until === undefined ? kept.join('\n') : '';
}
// Words of a script that stand for what only the shell knows. A zero byte can be in no argument.
const ALL_PARAMETERS = '\0@';
const DYNAMIC = '\0?';
const KEYWORDS = new Set('fi done esac } ) then else do if for while until case { ( function select time ! wait return exit cd export set trap'.split(' '));
const TOKEN = /(\\\n|[ \t\r]+)|(\n|&&|\|\||;|\||&)|(#[^\n]*)|((?:\\[^\n]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s;|&'"\\])+)|([\s\S])/y;
/** The simple commands of a script as lists of words, in order; redirections are left in. */
function simpleCommands(text) {
    const commands = [[]];
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
        const [, , separator, comment, word, unmatched] = match;
        // A quote that never ends: nothing after it can be told.
        if (unmatched !== undefined)
            break;
        if (separator !== undefined)
            commands.push([]);
        else if (word !== undefined && comment === undefined)
            commands.at(-1).push(plainWord(word));
    }
    return commands.filter((words) => words.length > 0);
}
function plainWord(word) {
    if (/^(?:"\$(?:@|\{@\})"|\$(?:[@*]|\{[@*]\}))$/.test(word))
        return ALL_PARAMETERS;
    const withoutSingle = word.replace(/'[^']*'/g, '');
    if (/(?<!\\)[$`]/.test(withoutSingle))
        return DYNAMIC;
    return word.replace(/'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])/g, (_all, single, double, escaped) => single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : escaped);
}
/** The last name of a path. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/src/verify/program.js

/** Where programs are looked for when the image doesn't say (runc's and crun's default). */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const MOST_STEPS = 24;
/** What starting a container of an image runs, as far as it can be followed without running anything. */
function startedPrograms(config, tree) {
    const settings = readSettings(config);
    const started = [];
    let command = settings.command;
    for (let step = 0; step < MOST_STEPS && command !== undefined && command[0]; step++) {
        const file = locate(command[0], settings, tree);
        started.push({ name: command[0], file });
        command = file && next(file, command, settings, tree, started);
    }
    return started;
}
/** Variables of an image's environment. */
function environmentOf(config) {
    return new Map(texts(config?.Env).map((entry) => splitOnce(entry, '=')));
}
function readSettings(config) {
    const folder = typeof config?.WorkingDir === 'string' ? config.WorkingDir : '';
    return {
        command: [...texts(config?.Entrypoint), ...texts(config?.Cmd)],
        folder: folder || '/',
        searchPath: (environmentOf(config).get('PATH') || DEFAULT_PATH).split(':'),
    };
}
function locate(name, { folder, searchPath }, tree) {
    if (name.includes('/'))
        return tree.find(name.startsWith('/') ? name : `${folder}/${name}`);
    for (const place of searchPath) {
        const found = tree.find(`${place || folder}/${name}`);
        if (found)
            return found;
    }
    return undefined;
}
/** The command that a program becomes or runs in its place. */
function next(file, command, settings, tree, started) {
    if (file.content.kind === 'script') {
        const interpreter = interpreterOf(file.content.firstLine);
        if (interpreter === undefined)
            return undefined;
        started.push({
            name: interpreter[0],
            file: locate(interpreter[0], settings, tree),
            interprets: file.path,
        });
        const own = [...interpreter, file.path, ...command.slice(1)];
        return isShell(interpreter[0]) ? becomes(own, settings, tree) : afterWrapper(own);
    }
    return becomes(command, settings, tree);
}
// `#!/usr/bin/env python3`: env itself is judged already, and what it starts is next.
function afterWrapper(command) {
    const over = handOver(command);
    return over?.kind === 'command' ? over.command : undefined;
}
function becomes(command, settings, tree) {
    const over = handOver(command);
    if (over === undefined || over.kind === 'command')
        return over?.command;
    if (over.kind === 'text')
        return finalCommand(over.text, over.parameters);
    const script = locate(over.path.includes('/') ? over.path : `./${over.path}`, settings, tree);
    const text = script?.content.kind === 'script' ? script.content.text : undefined;
    return text === undefined ? undefined : finalCommand(text, over.parameters);
}
// https://man7.org/linux/man-pages/man2/execve.2.html, "Interpreter scripts": one argument at most.
function interpreterOf(firstLine) {
    const match = /^#![ \t]*(\S+)(?:[ \t]+(.*?))?[ \t\r]*$/.exec(firstLine);
    if (!match)
        return undefined;
    return match[2] ? [match[1], match[2]] : [match[1]];
}
function texts(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

;// CONCATENATED MODULE: ./build/src/verify/contents.js



const PATHS_SHOWN = 5;
/**
 * Compares the programs in an image with its platform: what a container of it starts, through scripts and wrappers, with
 * the libraries that this loads, and all others.
 */
function verifyContents(image, expected, tree, context) {
    const verdicts = new Verdicts(expected, context);
    for (const [at, started] of startedPrograms(image.config.config, tree).entries()) {
        if (started.file === undefined)
            verdicts.absent(started, severityOfAbsence(started, at === 0, image, tree));
        else
            verdicts.program(started.file, tree, environmentOf(image.config.config));
    }
    verdicts.others(tree);
    return verdicts.findings;
}
/**
 * How bad it is that a program isn't there. An absolute path in an image that holds programs is a mistake. A command in an
 * image of data alone is often made up, since `podman create` wants one; what lies in a volume may be there by then.
 */
function severityOfAbsence({ name, interprets }, isFirst, { config }, tree) {
    // What a script or wrapper goes on to may be there by the time that it does.
    if (!isFirst && interprets === undefined)
        return undefined;
    if (!isFirst || !name.startsWith('/'))
        return 'warning';
    const volumes = [...Object.keys(config.config?.Volumes ?? {}), '/dev', '/proc', '/run', '/sys'];
    if (volumes.some((volume) => name.startsWith(`${volume.replace(/\/+$/, '')}/`)))
        return 'warning';
    for (const { content } of tree.files())
        if (content.kind !== 'other')
            return 'error';
    return 'warning';
}
class Verdicts {
    expected;
    context;
    findings = [];
    judged = new Set();
    constructor(expected, context) {
        this.expected = expected;
        this.context = context;
    }
    /** A program that starting a container needs is not there. */
    absent({ name, interprets }, severity) {
        if (severity === undefined)
            return;
        this.add(severity, {
            found: interprets === undefined ? `no ${name}` : `no ${name}, which ${interprets} names as its interpreter`,
            expected: interprets === undefined ? 'the program that the image starts' : 'the interpreter',
            cause: /\/(?:sh|bash)$/.test(name)
                ? 'the image has no shell, and the shell form of ENTRYPOINT or CMD, or a script, needs one'
                : 'it was not copied into the image, or lies elsewhere',
        });
    }
    /** A program that is started, and what it loads. */
    program(file, tree, environment) {
        const { path, content } = file;
        if (this.judged.has(path) || this.context.allowed(path))
            return;
        this.judged.add(path);
        if (content.kind === 'damaged')
            this.wrong(path, `a damaged program (${content.problem}) at ${path}`);
        else if (content.kind === 'alien')
            this.wrong(path, `a program for ${content.system} at ${path}`);
        else if (content.kind === 'elf') {
            const runs = runsOn(content.elf, this.expected.architecture);
            if (runs === 'no' || runs === 'compatible') {
                this.wrong(path, `a program for ${machineName(content.elf)} at ${path}`, runs === 'no' ? 'error' : 'warning');
            }
            else
                this.libraries({ path, elf: content.elf }, tree, environment);
        }
    }
    libraries(program, tree, environment) {
        const { wrong, missingLoader } = loadLibraries(program, tree, environment);
        for (const { path, elf, neededBy } of wrong) {
            if (this.judged.has(path) || this.context.allowed(path))
                continue;
            this.judged.add(path);
            this.wrong(path, `a library for ${machineName(elf)} at ${path}, which ${neededBy} loads`);
        }
        if (missingLoader !== undefined) {
            this.add('warning', {
                found: `no ${missingLoader}, the dynamic loader of ${program.path}`,
                expected: 'the loader and its libraries, or a static program',
                cause: 'the program was linked dynamically and copied without what it loads; for Go, set CGO_ENABLED=0',
            });
        }
    }
    /** Files for other machines that nothing starts, as far as is known: one finding for all of them. */
    others(tree) {
        const foreign = [];
        for (const { path, content } of tree.files()) {
            if (content.kind !== 'elf' || !isMachineCode(content.elf) || this.judged.has(path))
                continue;
            if (runsOn(content.elf, this.expected.architecture) !== 'no' || this.context.allowed(path))
                continue;
            foreign.push(`${path} (${machineName(content.elf)})`);
        }
        if (foreign.length === 0)
            return;
        const shown = foreign.sort().slice(0, PATHS_SHOWN).join(', ');
        const more = foreign.length > PATHS_SHOWN ? ` and ${foreign.length - PATHS_SHOWN} more` : '';
        const files = foreign.length === 1 ? '1 file' : `${foreign.length} files`;
        const first = foreign[0].replace(/ \(.*$/, '');
        this.add('warning', {
            found: `${files} for another machine: ${shown}${more}`,
            expected: `files for ${this.expected.architecture} only`,
            ...this.context.explain(first),
            cure: 'name those that belong in the image in verify-allow',
        });
    }
    wrong(path, found, severity = 'error') {
        this.add(severity, {
            found,
            expected: `one for ${this.expected.architecture}`,
            ...this.context.explain(path),
        });
    }
    add(severity, finding) {
        this.findings.push({ severity, platform: this.expected.text, ...finding });
    }
}

// EXTERNAL MODULE: ./build/src/verify/image.js
var verify_image = __webpack_require__(71266);
// EXTERNAL MODULE: ./build/src/verify/layer.js + 3 modules
var verify_layer = __webpack_require__(63806);
;// CONCATENATED MODULE: ./build/src/verify/settings.js

const LONGEST_SHOWN = 100;
/** Compares labels and environment of an image with what its Dockerfile and this build's arguments give them. */
function verifySettings(config, expected, place) {
    const labels = new Map(Object.entries(config?.Labels ?? {}));
    return [
        ...different('label', expected.labels, labels, place),
        ...different('variable', expected.environment, environmentOf(config), place),
    ];
}
function different(what, expected, found, { platform, dockerfile }) {
    return [...expected]
        .filter(([name, { value }]) => found.get(name) !== value)
        .map(([name, { value, instruction }]) => ({
        severity: 'error',
        platform,
        found: `the ${what} ${name} ${found.has(name) ? `with ${quoted(found.get(name))}` : 'missing'}`,
        expected: quoted(value),
        cause: 'a step of an earlier build, with other build arguments, was taken from a cache',
        cure: 'build with no-cache: true',
        location: { file: dockerfile, line: instruction.line, endLine: instruction.endLine },
    }));
}
function quoted(text) {
    return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}

// EXTERNAL MODULE: ./build/src/pipeline/arguments.js
var pipeline_arguments = __webpack_require__(8720);
// EXTERNAL MODULE: ./build/src/podman/images.js
var podman_images = __webpack_require__(35173);
// EXTERNAL MODULE: ./build/src/verify/bases.js
var bases = __webpack_require__(61865);
// EXTERNAL MODULE: ./build/src/pipeline/kept-bases.js
var kept_bases = __webpack_require__(19837);
// EXTERNAL MODULE: ./build/src/pipeline/steps/exchange.js + 4 modules
var exchange = __webpack_require__(97664);
;// CONCATENATED MODULE: ./build/src/pipeline/bases.js





/**
 * Looks at what podman took from registries to build a platform.
 * @returns undefined when that can't be told
 */
async function basesFindings(built, site) {
    const { request, dockerfile, buildPlatform } = site;
    // What this machine has says nothing of what another one took.
    if (site.remotes.has(built.platform.text))
        return undefined;
    const rootfs = built.config.rootfs;
    const named = {
        dockerfile,
        target: request.build.target,
        args: (0,pipeline_arguments/* argumentValues */.Q)(request.build.buildArgs, site.env),
        platform: built.platform,
    };
    const store = site.stores.get(built.platform.text);
    const isUsed = (0,kept_bases/* isNamedBy */.$8)(built.platform, site);
    const stored = await (0,podman_images/* storedImages */.ec)(store, site.env, (repositories) => (0,bases/* isNamed */.ev)(named, repositories));
    if (stored === undefined) {
        site.warn(`${built.platform.text}: podman can’t list the images that it pulled, so base images are checked by its log alone`);
        return undefined;
    }
    return (0,bases/* verifyBases */.cW)({
        ...named,
        buildPlatform,
        diffIds: rootfs?.diff_ids ?? [],
        // What stands below a step that is not run again was judged when it ran.
        images: stored
            .filter(({ repositories }) => !repositories.some(exchange/* isOfSteps */.J))
            // What other builds have left is there all the same.
            .filter(({ id, names }) => !store.before?.has(id) || isUsed(names)),
    });
}

;// CONCATENATED MODULE: ./build/src/pipeline/verification.js












// podman's own arguments for the same things, which win over the Dockerfile.
const OVERRIDING = /^(?:-e|-l|--(?:unset)?(?:env|label)|--inherit-labels|--build-arg(?:-file)?|--from|--env-file|--cpp-flag)(?:=|$)/;
/** What a build itself shows, and its image doesn't: images for other platforms that podman took. */
async function buildFindings(built, site) {
    if (site.request.verify === 'off')
        return [];
    const bases = (await basesFindings(built, site)) ?? [];
    // The same in podman's words, and what follows from it, say no more.
    return bases.some(isError) ? bases : [...bases, ...saidByPodman(built, site)];
}
/** Everything that is checked of one platform's image before it is pushed. */
async function imageFindings(image, platform, site) {
    const { request, dockerfile, layers } = site;
    if (request.verify === 'off')
        return [];
    return [
        ...(0,verify_image/* verifyImage */.Z)(image, platform),
        ...verifySettings(image.config.config, settingsOf(image, platform, site), {
            platform: platform.text,
            dockerfile: dockerfile.path,
        }),
        ...(await contentsFindings(image, platform, layers, {
            allowed: (0,allowed/* pathMatcher */.k)(request.verifyAllow),
            explain: (path) => hiddenArgument(dockerfile, request.build.target, environmentOf(image.config.config), platform) ??
                suspectFor(dockerfile, request.build.target, path),
        })),
    ];
}
function isError({ severity }) {
    return severity === 'error';
}
/** What the files of an image say; a warning when they can't be read. */
async function contentsFindings(image, expected, layers, context) {
    try {
        return verifyContents(image, expected, await layers.treeOf(image.manifest), context);
    }
    catch (error) {
        if (!(error instanceof verify_layer/* UnreadableLayer */.F))
            throw error;
        return [
            {
                severity: 'warning',
                platform: expected.text,
                found: `a layer that can’t be read: ${error.message}`,
                expected: 'layers whose files can be checked',
            },
        ];
    }
}
/**
 * Images of another platform that podman pulled: it goes on, and labels the result as it was asked to. Of other images
 * than the base only data may be taken, and programs are judged by their bytes. */
function saidByPodman({ platform, log }, { dockerfile, request }) {
    const based = (0,stages/* stageChain */.ap)(dockerfile, request.build.target);
    return log.mismatches.flatMap(({ message, architecturesDiffer, step }) => {
        const instruction = step && (0,steps/* instructionOfStep */.QP)(dockerfile, step);
        const isBase = based.some((stage) => stage.instructions[0] === instruction);
        if (instruction !== undefined && !isBase)
            return [];
        return [
            {
                severity: architecturesDiffer && isBase ? 'error' : 'warning',
                platform: platform.text,
                found: `an image for another platform in the build: ${message}`,
                expected: 'images that are published for this platform',
                cause: 'the image is published for one platform only, or named by the digest of one platform',
                cure: 'use an image that has every platform, by a tag or the digest of its index',
                ...(instruction && {
                    location: { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine },
                }),
            },
        ];
    });
}
/** Labels and variables that the image must have, but for those that come from elsewhere than the Dockerfile. */
function settingsOf(image, platform, { request, dockerfile, env }) {
    const { buildArgs, extraArgs, target } = request.build;
    const none = { labels: new Map(), environment: new Map() };
    if (dockerfile.path.endsWith('.in') || extraArgs.some((each) => OVERRIDING.test(each)))
        return none;
    const args = (0,pipeline_arguments/* argumentValues */.Q)(buildArgs, env);
    const environment = new Set(environmentOf(image.config.config).keys());
    const settings = (0,dockerfile_settings/* expectedSettings */.W)(dockerfile, target, { args, platform, environment });
    const ours = ([name]) => !request.labels.has(name) && !name.startsWith('org.opencontainers.image.base.');
    return { labels: new Map([...settings.labels].filter(ours)), environment: settings.environment };
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

/***/ 31251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ pathMatcher)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/**
 * Whether a path of the image fits one of some patterns. One that begins with `/` counts from the root, any other fits
 * anywhere.
 */
function pathMatcher(patterns) {
    const matches = patterns.map((pattern) => picomatch__WEBPACK_IMPORTED_MODULE_0__(pattern.startsWith('/') ? pattern.slice(1) : `**/${pattern}`, { dot: true, nonegate: true }));
    return (path) => matches.some((match) => match(path.replace(/^\//, '')));
}


/***/ }),

/***/ 64414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ examineIndex)
/* harmony export */ });
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57578);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23543);



/** Takes an index apart, and says what is wrong with it whatever it was made for. */
function examineIndex(index) {
    const attestations = index.manifests.filter(isAttestation);
    const nested = index.manifests.filter(({ mediaType }) => (0,_oci_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType));
    const images = index.manifests.filter((entry) => !attestations.includes(entry) && !nested.includes(entry));
    return {
        images,
        attestations,
        findings: [
            ...twice(images),
            ...(0,_index_js__WEBPACK_IMPORTED_MODULE_2__/* .mixedFamilies */ .O)(index),
            ...(attestations.length === 0
                ? []
                : [
                    finding('warning', {
                        found: `${attestations.length} entries for unknown/unknown, which hold attestations`,
                        expected: 'entries for platforms only',
                        cause: 'buildx adds them by default, and some registries and clients take them for images',
                        cure: 'build with provenance and sbom off, and attest the pushed digest instead',
                    }),
                ]),
            ...nested.map(({ digest }) => finding('warning', {
                found: `an index within the index, ${digest}`,
                expected: 'images, which is all that most clients follow',
            })),
            ...images
                .filter(({ platform }) => !platform?.os || !platform.architecture)
                .map(({ digest }) => finding('error', {
                found: `an entry without a platform, ${digest}`,
                expected: 'os and architecture, by which clients choose',
            })),
        ],
    };
}
function isAttestation({ platform, annotations }) {
    return (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (platform?.os === 'unknown' && platform.architecture === 'unknown'));
}
function twice(images) {
    const counts = new Map();
    for (const { platform } of images) {
        if (!platform?.os || !platform.architecture)
            continue;
        const key = [(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePlatform */ .FL)(platform).text, platform.osVersion ?? ''].join(' ').trim();
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts]
        .filter(([, count]) => count > 1)
        .map(([platform, count]) => finding('error', {
        found: `${count} entries for ${platform}`,
        expected: 'one: clients take the first, whichever that is',
        cause: 'a manifest list from an earlier run was added to',
        cure: 'make the list anew, from one image for each platform',
    }));
}
function finding(severity, rest) {
    return { severity, platform: undefined, ...rest };
}


/***/ }),

/***/ 71266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ verifyImage)
/* harmony export */ });
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);

/** Compares what an image's config says of itself with the platform that was asked for. */
function verifyImage(image, expected) {
    const { os, architecture } = image.config;
    if (!os || !architecture) {
        return [
            finding(expected, 'a config without os or architecture', 'the builder wrote an incomplete config'),
        ];
    }
    const found = (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePlatform */ .FL)(image.config);
    if (found.text === expected.text)
        return [];
    if (found.architecture === 'arm' && expected.architecture === 'arm') {
        const cause = 'podman before 5.8 takes every variant of arm for v7 (docs/traps.md, 34), or the base image has v7 only';
        const cure = `use podman 5.8 or newer, or ask for ${found.text}`;
        return [{ ...finding(expected, `an image for ${found.text}`, cause), cure }];
    }
    const cause = 'the base image or a cached layer of another platform was used; see FROM --platform in the Dockerfile';
    return [finding(expected, `an image for ${found.text}`, cause)];
}
function finding(expected, found, cause) {
    return {
        severity: 'error',
        platform: expected.text,
        found,
        expected: `an image for ${expected.text}`,
        cause,
    };
}


/***/ }),

/***/ 23543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verifyIndex),
/* harmony export */   O: () => (/* binding */ mixedFamilies)
/* harmony export */ });
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);
/* harmony import */ var _oci_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57578);


const DOCKER_TYPES = [_oci_types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerIndex, _oci_types_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaType */ .JL.dockerManifest];
/**
 * An index must have one entry for each platform asked for, no other, none twice, none unknown, and media types of
 * one family: registries such as Quay refuse a mixture.
 */
function verifyIndex(index, expected) {
    const findings = [];
    const seen = new Map();
    for (const entry of index.manifests) {
        const platform = entry.platform ? (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizePlatform */ .FL)(entry.platform).text : 'no platform';
        seen.set(platform, (seen.get(platform) ?? 0) + 1);
    }
    for (const { text } of expected) {
        const count = seen.get(text) ?? 0;
        if (count !== 1) {
            findings.push({
                severity: 'error',
                platform: text,
                found: count === 0 ? 'no entry in the index' : `${count} entries in the index`,
                expected: 'one entry',
                cause: 'a manifest list from an earlier run was added to, or a platform was left out',
            });
        }
    }
    const wanted = new Set(expected.map((platform) => platform.text));
    for (const platform of seen.keys()) {
        if (!wanted.has(platform)) {
            findings.push({
                severity: 'error',
                platform: undefined,
                found: `an entry for ${platform} in the index`,
                expected: `entries for ${[...wanted].join(', ')} only`,
                cause: 'an attestation or another build was added to the index',
            });
        }
    }
    return [...findings, ...mixedFamilies(index)];
}
/** Quay and others refuse an index that holds manifests of both kinds. */
function mixedFamilies(index) {
    const types = [index.mediaType, ...index.manifests.map((entry) => entry.mediaType)];
    if (new Set(types.map(isDocker)).size < 2)
        return [];
    return [
        {
            severity: 'error',
            platform: undefined,
            found: 'media types of OCI and of Docker in one index',
            expected: 'one family',
            cause: 'images of different formats were put together',
        },
    ];
}
function isDocker(type) {
    return DOCKER_TYPES.includes(type);
}


/***/ }),

/***/ 73558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeFinding)
/* harmony export */ });
/** A finding as one sentence. */
function describeFinding(finding) {
    const where = finding.platform === undefined ? '' : `${finding.platform}: `;
    const cause = finding.cause === undefined ? '' : `; likely cause: ${finding.cause}`;
    return `${where}found ${finding.found}, expected ${finding.expected}${cause}`;
}


/***/ })

};
