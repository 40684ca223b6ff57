export const id = 917;
export const ids = [917];
export const modules = {

/***/ 5917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuild: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var parse = __webpack_require__(5555);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var stages = __webpack_require__(8229);
// EXTERNAL MODULE: ./build/src/oci/image.js
var oci_image = __webpack_require__(8342);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(3856);
// EXTERNAL MODULE: ./build/src/podman/info.js
var info = __webpack_require__(8507);
;// CONCATENATED MODULE: ./build/src/plan/plan.js



/** Decides, from what is asked and what is there, how to build. */
function makePlan(request, dockerfile, host) {
    const { platforms } = request;
    const execution = (0,stages/* executionOf */.eo)(dockerfile, request.build.target);
    const targets = execution.onTarget || request.qemu === 'always' ? platforms : [];
    return {
        platforms,
        mustRun: distinct([...targets, ...execution.onNamed.flatMap(platformOrNone)]),
        emulate: request.qemu !== 'never',
        executes: execution.onTarget,
        explicitPlatforms: (0,info/* stagePlatformsLeak */.Q1)(host.podman) && !dockerfile.path.endsWith('.in'),
        parallel: request.maxParallel ?? Math.max(1, Math.min(platforms.length, host.cores)),
    };
}
function distinct(platforms) {
    return [...new Map(platforms.map((platform) => [platform.text, platform])).values()];
}
// What is no platform is left for podman to refuse.
function platformOrNone(text) {
    try {
        return [(0,oci_platform/* parsePlatform */.Y8)(text)];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var src_errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/host/process.js + 11 modules
var host_process = __webpack_require__(2610);
;// CONCATENATED MODULE: ./build/src/publish/load.js







/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
async function loadIntoPodman({ layout, exportFolder, env }, platforms, reference, signal) {
    const loaded = [];
    for (const { image } of platforms) {
        const folder = (0,external_node_path_.join)(exportFolder, `load-${(0,oci_platform/* platformSlug */.DN)(image.platform)}`);
        const part = await layout.part(folder, (0,oci_image/* imageBlobs */.aR)(image));
        await part.writeEntry(image.descriptor, undefined);
        loaded.push({ image, id: await pull(folder, { env, signal }) });
    }
    await makeList(reference.text, loaded);
}
async function makeList(name, loaded) {
    if (await succeeds('podman', ['manifest', 'exists', name]))
        await podman(['manifest', 'rm', name]);
    else if (await succeeds('podman', ['image', 'exists', name]))
        await podman(['untag', name, name]);
    await podman(['manifest', 'create', name]);
    for (const { image, id } of loaded) {
        const { os, architecture, variant } = image.platform;
        const platform = [
            '--os',
            os,
            '--arch',
            architecture,
            ...(variant === undefined ? [] : ['--variant', variant]),
        ];
        await podman(['manifest', 'add', ...platform, name, `containers-storage:${id}`]);
    }
}
async function pull(folder, options) {
    // podman 4 names the image after the path, which has to make a valid, lower-case name.
    const path = (0,external_node_path_.join)('/tmp', `multiarch-build-load-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    await (0,promises_.symlink)(folder, path);
    const output = [];
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)('podman', ['pull', '--quiet', `oci:${path}`], {
            ...options,
            onLine: (line) => output.push(line),
        });
        const id = output.findLast((line) => /^[0-9a-f]{64}$/.test(line.trim()))?.trim();
        if (exitCode !== 0 || id === undefined) {
            throw new src_errors/* HostError */.dh(`the image could not be loaded into podman: ${output.at(-1) ?? `exit code ${exitCode}`}`);
        }
        await succeeds('podman', ['untag', id, `localhost${path}:latest`]);
        return id;
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
}
async function podman(args) {
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', args);
    if (exitCode !== 0) {
        throw new src_errors/* HostError */.dh(`podman ${args.slice(0, 2).join(' ')} failed: ${stderr.trim().split('\n').at(-1)}`);
    }
}
async function succeeds(program, args) {
    return (await (0,host_process/* capture */.Fg)(program, args)).exitCode === 0;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
;// CONCATENATED MODULE: ./build/src/publish/publish.js



const BLOBS_AT_ONCE = 4;
/**
 * Tries every repository's login before anything is built.
 * @throws {RegistryError} when a registry does not accept it
 */
async function checkLogins({ client, repositories }) {
    await Promise.all(repositories.map((repository) => client.checkAccess(repository)));
}
/** Pushes one platform's blobs, then its manifest by digest, to every repository. No tag is touched. */
async function publishImage(publication, image) {
    for (const [at, repository] of publication.repositories.entries()) {
        // The first repository of the same registry already has the blobs: they are mounted, not sent again.
        const mountFrom = publication.repositories
            .slice(0, at)
            .find((other) => other.registry === repository.registry);
        const limit = (0,p_limit/* default */.A)(BLOBS_AT_ONCE);
        const blobs = [...image.manifest.layers, image.manifest.config];
        await Promise.all(blobs.map((blob) => limit(() => pushBlobOnce(publication, repository, blob, mountFrom))));
        await putByDigest(publication, repository, image.descriptor);
    }
}
/**
 * Platforms share blobs. Each is sent once, whichever platform is first: two uploads of one blob at the same moment
 * are also what docker-registry 2.8 answers a manifest's PUT with DIGEST_INVALID for.
 */
function pushBlobOnce({ client, layout, blobs }, repository, blob, mountFrom) {
    const key = `${repository.text}@${blob.digest}`;
    const pushed = blobs.get(key) ??
        client.pushBlob(repository, blob, () => (0,external_node_fs_.createReadStream)(layout.blobPath(blob.digest)), mountFrom);
    blobs.set(key, pushed);
    return pushed;
}
/**
 * Pushes the index by digest to every repository, reads it back, and only then sets the tags. A tag that is right
 * already is left alone.
 * @throws {RegistryError} when a registry has something else afterwards than what was sent
 */
async function publishIndex(publication, index, references) {
    for (const repository of publication.repositories)
        await putByDigest(publication, repository, index);
    for (const reference of references) {
        await setTag(publication, index, reference);
        publication.onTag?.(reference);
    }
}
async function putByDigest(publication, repository, descriptor) {
    const { client, layout } = publication;
    const bytes = await layout.readBytes(descriptor.digest);
    await client.putManifest(repository, descriptor.digest, bytes, descriptor.mediaType);
    const stored = await client.getManifest(repository, descriptor.digest);
    if (stored === undefined || !stored.bytes.equals(bytes)) {
        throw new src_errors/* RegistryError */.gl(`${repository.text}@${descriptor.digest} was pushed, but the registry ${stored ? 'has other bytes' : 'does not have it'}`, { cure: 'run the job again; if it stays, the registry’s storage is damaged or a proxy answers for it' });
    }
}
async function setTag(publication, index, reference) {
    const { client, layout } = publication;
    const { repository, tag } = reference;
    const before = await client.resolve(repository, tag);
    if (before?.digest === index.digest)
        return;
    await client.putManifest(repository, tag, await layout.readBytes(index.digest), index.mediaType);
    const after = await client.getManifest(repository, tag);
    if (after?.digest !== index.digest) {
        throw new src_errors/* RegistryError */.gl(`${reference.text} was set to ${index.digest}, but the registry says ${after?.digest ?? 'that there is no such tag'}`, { cure: 'another job may have moved the tag at the same moment; run the job again' });
    }
}

// EXTERNAL MODULE: ./build/src/report/emulation-cost.js
var emulation_cost = __webpack_require__(8436);
;// CONCATENATED MODULE: ./build/src/verify/dockerfile.js

const FOR_WORK = /^(?:dev|devel|development|debug|test|tests|testing|lint|ci|local|build|builder)$/;
const FOR_USE = /^(?:prod|production|release|final|runtime|deploy|app|dist|prod-.*|production-.*)$/;
/** What a Dockerfile says that the published image won't have, or that will be published and hardly was meant. */
function verifyDockerfile(dockerfile, { target, format }) {
    const warning = (instruction, finding) => ({
        severity: 'warning',
        platform: undefined,
        ...finding,
        location: { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine },
    });
    const findings = [];
    const last = target === undefined ? forgottenTarget(dockerfile.stages) : undefined;
    if (last) {
        findings.push(warning(last.published.instructions[0], {
            found: `that the stage ${last.published.name} is published, being the last`,
            expected: `${last.meant.name}, by its name`,
            cause: 'no target is given',
            cure: `set target: ${last.meant.name}, or target: ${last.published.name} if that is meant`,
        }));
    }
    for (const instruction of format === 'oci' ? dropped((0,stages/* stageChain */.ap)(dockerfile, target)) : []) {
        findings.push(warning(instruction, {
            found: `${instruction.keyword}, which OCI’s format has no place for, so that podman drops it`,
            expected: 'only what the image can hold',
            cause: 'format is oci',
            cure: `set format: docker to keep ${instruction.keyword}, or remove it`,
        }));
    }
    return findings;
}
function forgottenTarget(stages) {
    const published = stages.at(-1);
    const meant = stages.slice(0, -1).findLast(({ name }) => name !== undefined && FOR_USE.test(name));
    if (published?.name === undefined || meant === undefined || !FOR_WORK.test(published.name))
        return undefined;
    return { published, meant };
}
/** The last of each kind, since one is as good as many. */
function dropped(chain) {
    const instructions = [...chain].reverse().flatMap((stage) => stage.instructions);
    return ['HEALTHCHECK', 'SHELL', 'ONBUILD']
        .map((keyword) => instructions.findLast((instruction) => instruction.keyword === keyword))
        .filter((instruction) => instruction !== undefined)
        .filter(({ keyword, text }) => keyword !== 'HEALTHCHECK' || text.trim().toUpperCase() !== 'NONE');
}

// EXTERNAL MODULE: ./build/src/verify/index.js
var verify = __webpack_require__(3543);
// EXTERNAL MODULE: ./build/src/podman/store.js
var podman_store = __webpack_require__(7034);
;// CONCATENATED MODULE: ./build/src/podman/images.js




/**
 * The images in a store that come from registries. What builds made is left out: it has no digest of a registry. The
 * user's own store is seen through this one, and may hold hundreds, or broken ones: of those only the `wanted` are looked at.
 * @throws {BuildError} when one that was pulled can't be looked at
 */
async function storedImages(store, env, wanted) {
    const ask = (...args) => (0,host_process/* capture */.Fg)('podman', [...(0,podman_store/* storeArguments */.UI)(store), ...args], { env });
    const { exitCode, stdout, stderr } = await ask('images', '--format', 'json');
    if (exitCode !== 0)
        throw unreadable(stderr);
    const listed = JSON.parse(stdout || '[]').filter((image) => (image.RepoDigests ?? []).length > 0 && (image.ReadOnly !== true || wanted(repositoriesOf(image))));
    if (listed.length === 0)
        return [];
    // It shows those that it can, whatever the exit code.
    const shown = await ask('image', 'inspect', ...new Set(listed.map(({ Id }) => Id)));
    const inspected = JSON.parse(shown.stdout || '[]');
    return listed.flatMap((image) => {
        const found = inspected.find(({ Id }) => Id === image.Id);
        if (found !== undefined)
            return [storedImage(image, found)];
        if (image.ReadOnly !== true)
            throw unreadable(shown.stderr);
        return [];
    });
}
function unreadable(stderr) {
    return new src_errors/* BuildError */.zS(`podman could not show the images that it pulled: ${stderr.trim().split('\n').at(-1)}`);
}
function namesOf({ Names, RepoDigests }) {
    return [...(Names ?? []), ...(RepoDigests ?? [])];
}
function repositoriesOf(listed) {
    return [...new Set(namesOf(listed).map(repositoryOf))];
}
function storedImage(listed, inspected) {
    const { Os: os, Architecture: architecture, Variant: variant } = inspected;
    return {
        name: namesOf(listed)[0],
        repositories: repositoriesOf(listed),
        platform: (0,oci_platform/* normalizePlatform */.FL)({ os, architecture, ...(variant && { variant }) }),
        diffIds: inspected.RootFS?.Layers ?? [],
        readOnly: listed.ReadOnly === true,
    };
}
/** An image's name without tag and digest. */
function repositoryOf(name) {
    return name.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
}

;// CONCATENATED MODULE: ./build/src/dockerfile/image-references.js

/** The images from elsewhere that building the target uses. */
function imageReferences(dockerfile, target) {
    return (0,stages/* neededStages */.xB)(dockerfile, target).flatMap((stage) => {
        const earlier = dockerfile.stages.slice(0, stage.index);
        return [fromReference(stage), ...stage.instructions.flatMap(otherReferences)].filter(({ image }) => image !== '' && image.toLowerCase() !== 'scratch' && !isStage(earlier, image));
    });
}
function fromReference(stage) {
    const { base: image, platform, instructions } = stage;
    return { image, platform, by: 'FROM', line: instructions[0].line };
}
function otherReferences({ keyword, flags, line }) {
    return flags.flatMap(({ name, value }) => {
        const mounted = name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value)?.[1] : undefined;
        if (mounted !== undefined)
            return [{ image: mounted, platform: undefined, by: 'RUN --mount', line }];
        if (name !== 'from' || keyword === 'FROM')
            return [];
        return [{ image: value, platform: undefined, by: 'COPY --from', line }];
    });
}
function isStage(stages, name) {
    return stages.some((stage) => stage.name === name.toLowerCase() || String(stage.index) === name);
}

;// CONCATENATED MODULE: ./build/src/verify/bases.js



/**
 * Whether what an image was built from is for its platform (docs/traps.md, 10, 11, 23): podman takes an image that is
 * published for one platform alone for any other, and labels the result with the platform asked for.
 */
function verifyBases(built) {
    const references = imageReferences(built.dockerfile, built.target);
    const used = built.images
        .map((image) => ({ image, references: references.filter((each) => names(each, image)) }))
        .filter((each) => !each.image.readOnly || (each.references.length > 0 && !isReplaced(each.image, built)));
    const base = wrongBase(built, used.map(({ image }) => image));
    return used.flatMap((each) => {
        if (each.image === base)
            return [baseFinding(built, each.image, each.references)];
        const meant = [...each.references.map((reference) => platformMeant(reference, built))];
        const allowed = meant.length > 0 ? meant : [built.platform, built.buildPlatform];
        if (allowed.some((platform) => same(platform, each.image.platform)))
            return [];
        return [otherFinding(built, each.image, each.references)];
    });
}
// One of the user's images is out of use where another of that name was pulled, or is there for the platform.
function isReplaced({ repositories }, { images, platform }) {
    return images.some((other) => (!other.readOnly || same(other.platform, platform)) &&
        other.repositories.some((name) => repositories.includes(name)));
}
/** Whether the Dockerfile names an image, by any of its repositories. */
function isNamed({ dockerfile, target }, repositories) {
    return imageReferences(dockerfile, target).some((reference) => names(reference, { repositories }));
}
// The base is the image whose layers the built one begins with. Images of several platforms may have the same layers,
// so that one of the right platform clears the others.
function wrongBase({ platform, diffIds }, images) {
    const below = images.filter((image) => image.diffIds.length > 0 && image.diffIds.every((id, at) => id === diffIds[at]));
    const longest = Math.max(...below.map((image) => image.diffIds.length));
    const candidates = below.filter((image) => image.diffIds.length === longest);
    return candidates.some((image) => same(image.platform, platform)) ? undefined : candidates[0];
}
function platformMeant({ platform }, built) {
    if (platform === undefined)
        return built.platform;
    if ((0,stages/* isBuildPlatform */._G)(platform))
        return built.buildPlatform;
    try {
        return (0,oci_platform/* parsePlatform */.Y8)(platform);
    }
    catch {
        return built.platform;
    }
}
// Variants of one architecture are left to the check of the image itself: many images don't say theirs.
function same(a, b) {
    return a.os === b.os && a.architecture === b.architecture;
}
// Short names are completed by podman, and variables may stand for anything.
function names({ image }, { repositories }) {
    const written = image.replace(/@.*$/, '').replace(/:[^:/}]*$/, '');
    const parts = written
        .split(/\$(?:\w+|\{[^}]*\})/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`(?:^|/)${parts.join('.*')}$`);
    return repositories.some((repository) => pattern.test(repository));
}
function baseFinding(built, image, references) {
    const from = references.findLast(({ by }) => by === 'FROM');
    const fixed = from?.platform !== undefined && !same(platformMeant(from, built), built.platform);
    return {
        severity: 'error',
        platform: built.platform.text,
        found: `${image.name} for ${image.platform.text} as the base image`,
        expected: `a base image for ${built.platform.text}`,
        cause: fixed
            ? `FROM --platform=${from.platform} takes it for another platform`
            : 'it is published for that platform alone, or FROM names it by the digest of one platform',
        cure: fixed
            ? 'let the final stage start from a FROM without --platform'
            : `take a base image that is published for ${built.platform.text}, name it by a tag or the digest of its index, or leave ${built.platform.text} out of platforms`,
        ...(from && { location: { file: built.dockerfile.path, line: from.line } }),
    };
}
function otherFinding(built, image, references) {
    const [reference] = references;
    const use = reference === undefined ? '' : ` (${reference.by}, line ${reference.line})`;
    return {
        severity: 'warning',
        platform: built.platform.text,
        found: `${image.name} for ${image.platform.text}${use}`,
        expected: `an image for ${built.platform.text}`,
        cause: 'it is published for that platform alone, or named by the digest of one platform',
        cure: 'if programs are taken from it, take an image that has the platform; if it is meant so, give it a stage of its own, FROM --platform=…, and copy from that',
        ...(reference && { location: { file: built.dockerfile.path, line: reference.line } }),
    };
}

// EXTERNAL MODULE: ./build/src/verify/verdict.js
var verdict = __webpack_require__(1177);
;// CONCATENATED MODULE: ./build/src/pipeline/judge.js


/**
 * Does with findings what `verify` says. Warnings never fail a build.
 * @throws {VerificationError} when it is strict and there are errors
 */
function judge(findings, verify, warn) {
    if (verify === 'off')
        return;
    const errors = verify === 'strict' ? findings.filter(({ severity }) => severity === 'error') : [];
    for (const finding of findings) {
        if (!errors.includes(finding))
            warn(withCure(finding), finding.location);
    }
    if (errors.length === 0)
        return;
    const [first] = errors;
    const others = errors.slice(1).map(withCure);
    throw new src_errors/* VerificationError */.mk([(0,verdict/* describeFinding */.j)(first), ...others].join('\n'), {
        cure: first.cure ?? 'mend what is named as the likely cause and run again; no tag was moved',
        ...(first.location && { location: first.location }),
    });
}
function withCure(finding) {
    return finding.cure === undefined
        ? (0,verdict/* describeFinding */.j)(finding)
        : `${(0,verdict/* describeFinding */.j)(finding)}; ${finding.cure}`;
}

;// CONCATENATED MODULE: ./build/src/pipeline/bases.js



/**
 * Looks at what podman took from registries to build a platform, and judges it.
 * @throws {VerificationError} when the base image is another platform's
 */
async function judgeBases(built, site) {
    const { request, dockerfile, buildPlatform } = site;
    if (request.verify === 'off')
        return;
    const rootfs = built.config.rootfs;
    const named = { dockerfile, target: request.build.target };
    const store = site.stores.get(built.platform.text);
    const images = await storedImages(store, site.env, (repositories) => isNamed(named, repositories));
    const findings = verifyBases({
        ...named,
        platform: built.platform,
        buildPlatform,
        diffIds: rootfs?.diff_ids ?? [],
        images,
    });
    judge(findings, request.verify, site.warn);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/src/diagnosis/dockerfile-text.js
var dockerfile_text = __webpack_require__(2313);
// EXTERNAL MODULE: ./build/src/host/machine.js
var machine = __webpack_require__(3613);
// EXTERNAL MODULE: ./build/src/podman/health.js
var health = __webpack_require__(7737);
;// CONCATENATED MODULE: ./build/src/pipeline/concerns.js






/**
 * Refuses what is known to fail before anything is made.
 * @throws {HostError} for a folder that can't be written to
 * @throws {BuildError} for a Dockerfile that this podman can't read
 */
async function refuseHopeless(dockerfile, podman, env) {
    const heredoc = (0,dockerfile_text/* unreadableHeredoc */.O)(dockerfile, podman.version);
    if (heredoc !== undefined) {
        throw new src_errors/* BuildError */.zS(`podman ${podman.version} can’t read the here-document of this ${heredoc.keyword}`, {
            cure: 'use podman 4.8 or newer, or write the commands with && and backslashes',
            location: { file: dockerfile.path, line: heredoc.line, endLine: heredoc.endLine },
        });
    }
    for (const folder of new Set([env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), '/tmp', env.TMPDIR || '/var/tmp'])) {
        await (0,promises_.access)(folder, promises_.constants.W_OK | promises_.constants.X_OK).catch((cause) => {
            throw new src_errors/* HostError */.dh(`temporary files can’t be written to ${folder}: ${(0,src_errors/* messageOf */.bD)(cause)}`, {
                cure: 'set TMPDIR to a folder that this user can write to',
                cause,
            });
        });
    }
}
/** Says what makes builds fail or slow on this machine, before one does. Starts no program. */
async function warnOfConcerns(podman, site, env) {
    const driver = site.stores.values().next().value?.driver ?? podman.graphDriver;
    const checks = [
        (0,health/* driverCheck */.Hl)(driver),
        await (0,machine/* spaceCheck */.zk)('storage', (0,health/* storesParent */.X2)(podman)),
        await (0,machine/* spaceCheck */.zk)('temporary files', env.TMPDIR || '/var/tmp'),
        (0,health/* userIdsCheck */.Ki)(podman),
    ];
    for (const { state, subject, found, cure } of checks) {
        if (state !== 'ok')
            site.warn(`${subject}: ${found}. What to do: ${cure}`);
    }
}

// EXTERNAL MODULE: ./build/src/emulation/emulation.js + 1 modules
var emulation = __webpack_require__(7582);
;// CONCATENATED MODULE: ./build/src/pipeline/execution.js


/**
 * Makes the host able to run what the build runs, and says for each platform how it will be built.
 * @throws {HostError} when it can't
 */
async function prepareExecution(request, plan, run) {
    const { host, signal } = run;
    if (plan.emulate && plan.mustRun.length > 0)
        await (0,emulation/* ensureRunnable */.c)(plan.mustRun, { host, signal, image: request.qemuImage });
    const runnable = new Map();
    for (const platform of [...plan.mustRun, ...request.platforms]) {
        const found = await (0,emulation/* probe */.d)(platform, { signal });
        if (found !== undefined)
            runnable.set(platform.text, found);
    }
    for (const { text } of plan.mustRun) {
        if (runnable.has(text))
            continue;
        throw new src_errors/* HostError */.dh(`${text}: this host can’t run its programs, which RUN steps of the Dockerfile need`, {
            cure: 'set qemu: auto, or let the RUN steps run on FROM --platform=$BUILDPLATFORM',
        });
    }
    const execution = request.platforms.map(({ text }) => {
        const how = runnable.get(text)?.how;
        return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built'];
    });
    return { execution: new Map(execution), runnable };
}

;// CONCATENATED MODULE: ./build/src/pipeline/metadata.js


/**
 * Labels and annotations of one platform's image. What the user gives wins over what the Dockerfile says, and that
 * over what Git gives.
 */
function imageMetadata(request, dockerfile, built) {
    const written = new Set((0,stages/* neededStages */.xB)(dockerfile, request.build.target).flatMap((stage) => stage.labels));
    const base = (0,oci_image/* baseOf */.bx)(built.manifest);
    const fromGit = [...request.gitLabels].filter(([name]) => !written.has(name));
    return {
        labels: new Map([
            ...fromGit,
            ...(base
                ? [
                    ['org.opencontainers.image.base.name', base.name],
                    ['org.opencontainers.image.base.digest', base.digest],
                ]
                : []),
            ...request.labels,
        ]),
        annotations: new Map(request.annotations
            .filter(({ level, platform }) => level === 'manifest' && (platform ?? built.platform.text) === built.platform.text)
            .map(({ key, value }) => [key, value])),
    };
}
/** Annotations of the index; Docker's format has none. */
function indexAnnotations(request) {
    if (request.build.format === 'docker')
        return new Map();
    const given = request.annotations.filter(({ level }) => level === 'index');
    return new Map([...request.gitLabels, ...given.map(({ key, value }) => [key, value])]);
}

// EXTERNAL MODULE: ./build/src/pipeline/platforms.js + 4 modules
var pipeline_platforms = __webpack_require__(312);
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
                throw new src_errors/* InputError */.dz('secret-files', `${id}: ${source.file} can’t be read`, { cause });
            });
            await (0,promises_.chmod)(file, 0o600);
        }
        files.push({ id, file });
    }
    return files;
}

// EXTERNAL MODULE: ./build/src/oci/layout.js
var oci_layout = __webpack_require__(7545);
;// CONCATENATED MODULE: ./build/src/builder/workspace.js







/** Name under which the step's post part finds what has to be removed. */
const WORKSPACE_STATE = 'workspace';
/** The folders of one run. All of them are gone when it ends, but for the layout where it is to be kept. */
class Workspace {
    folder;
    storage;
    exportFolder;
    layout;
    temporary;
    leftovers;
    constructor(
    /** Small files: secrets and logins. */
    folder, 
    /** The run's own container storage. */
    storage, 
    /** What podman writes, on the layout's file system. */
    exportFolder, layout, 
    /** What podman is given as TMPDIR: with it go the folders of cache mounts, which are not to be shared. */
    temporary, leftovers) {
        this.folder = folder;
        this.storage = storage;
        this.exportFolder = exportFolder;
        this.layout = layout;
        this.temporary = temporary;
        this.leftovers = leftovers;
    }
    /** Makes the folders, and notes them for the post part first, which removes what a kill leaves. */
    static async open(host, podman, keptLayout, env) {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'multiarch-build-'));
        // podman 4 refuses a run root of more than 50 characters, which TMPDIR and a runner's folders easily have.
        const run = await (0,promises_.mkdtemp)('/tmp/multiarch-build-run-');
        const stores = (0,podman_store/* storesFolder */.vw)(podman, folder);
        // Not below the others: sockets of SSH mounts lie in it, and their paths may have 108 characters.
        const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.TMPDIR || '/var/tmp', 'multiarch-build-'));
        const staging = keptLayout === undefined
            ? (0,external_node_path_.join)(folder, 'staging')
            : (0,external_node_path_.join)(keptLayout.volume, `multiarch-build-staging-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        const leftovers = { folders: [stores, run, staging, temporary, folder], rootless: podman.rootless };
        host.saveState(WORKSPACE_STATE, JSON.stringify(leftovers));
        const exportFolder = (0,external_node_path_.join)(staging, 'export');
        await (0,promises_.mkdir)(exportFolder, { recursive: true, mode: 0o700 });
        const layout = await oci_layout/* Layout */.P.create((0,external_node_path_.join)(staging, 'oci-layout'));
        return new Workspace(folder, { stores, run }, exportFolder, layout, temporary, leftovers);
    }
    /** Writes a file that only this user can read. */
    async writePrivate(name, text) {
        const path = (0,external_node_path_.join)(this.folder, name);
        await (0,promises_.writeFile)(path, text, { mode: 0o600 });
        return path;
    }
    /** Puts the layout in its lasting place, where one of an earlier run is replaced. */
    async keepLayout(path) {
        await (0,promises_.rm)(path, { recursive: true, force: true });
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.rename)(this.layout.folder, path).catch(async (error) => {
            if (error.code !== 'EXDEV')
                throw error;
            await (0,promises_.cp)(this.layout.folder, path, { recursive: true });
        });
    }
    async close() {
        await (0,podman_store/* removeFolders */.cw)(this.leftovers.folders, this.leftovers.rootless);
    }
}
/** Where the layout is kept: with the runner's temporary files, or in the user's cache, one a repository. */
function keptLayout(repository, env) {
    const volume = env.RUNNER_TEMP || (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'multiarch-build');
    const name = env.RUNNER_TEMP
        ? [`multiarch-build-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`, 'oci-layout']
        : ['oci-layout', ...repository.text.replaceAll(':', '_').split('/')];
    return { volume, path: (0,external_node_path_.join)(volume, ...name) };
}
/**
 * Ends and removes what a killed run left. Only folders with this product's own names are touched, whatever the state says.
 */
async function removeLeftovers(state) {
    const { folders, rootless } = JSON.parse(state);
    const own = folders.filter((folder) => isAbsolute(folder) &&
        [basename(folder), basename(dirname(folder))].some((name) => name.startsWith('multiarch-build-')));
    await endProcessesNaming(own);
    await removeFolders(own, rootless);
}

// EXTERNAL MODULE: ./build/src/registry/client.js + 11 modules
var client = __webpack_require__(985);
// EXTERNAL MODULE: ./build/src/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(5190);
;// CONCATENATED MODULE: ./build/src/pipeline/site.js








const READING = { highWaterMark: 1 << 18 };
/** Opens the folders, stores, files of secrets and logins, and connections of a run. */
async function openSite(request, dockerfile, plan, machine, run) {
    const { podman, runnable } = machine;
    const kept = request.keepLayout ? keptLayout(request.repositories[0], run.env) : undefined;
    const workspace = await Workspace.open(run.host, podman, kept, run.env);
    const { layout } = workspace;
    const client = registryClient(request, run);
    const warnings = [];
    const close = async () => {
        await client.close();
        await workspace.close();
    };
    try {
        return {
            request,
            dockerfile,
            explicitPlatforms: plan.explicitPlatforms,
            buildPlatform: podman.platform,
            podman,
            runnable,
            layout,
            exportFolder: workspace.exportFolder,
            temporary: workspace.temporary,
            secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
            env: await podmanEnvironment(request, workspace, run.env),
            stores: await createStores(plan, podman, workspace),
            publication: {
                client,
                layout,
                repositories: request.repositories,
                blobs: new Map(),
                onTag: (reference) => run.onTag(reference.text),
            },
            warnings,
            layers: new verify_layers/* Layers */.z(({ digest }) => (0,external_node_fs_.createReadStream)(layout.blobPath(digest), READING), run.signal),
            warn: (message, location) => {
                run.host.warning(message, location);
                warnings.push(message);
            },
            keepLayout: async () => {
                if (kept !== undefined)
                    await workspace.keepLayout(kept.path);
                return kept?.path;
            },
            close,
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
function registryClient(request, { host, env, signal }) {
    return new client/* RegistryClient */.b({
        credentials: (0,credentials/* credentialStore */.n)(request.logins, env),
        tlsVerify: request.tlsVerify,
        retries: request.retries,
        signal,
        onRetry: (message) => host.info(message),
    });
}
async function podmanEnvironment(request, workspace, env) {
    const authFile = await (0,credentials/* podmanAuthFile */.w)(request.logins, env);
    return {
        // It would contradict --timestamp: podman 5.6 and newer read it themselves.
        SOURCE_DATE_EPOCH: undefined,
        ...(authFile !== undefined && {
            REGISTRY_AUTH_FILE: await workspace.writePrivate('auth.json', authFile),
        }),
    };
}
/**
 * One store a platform: in a common one a name belongs to the platform that pulled it last. Before podman 5.6 the other
 * takes that image for its own (docs/traps.md, 2 and 10), and since then the image of the first loses its name and
 * with it the note of its base image.
 */
async function createStores(plan, podman, workspace) {
    const driver = await (0,podman_store/* storeDriver */.e6)(podman, workspace.storage);
    const stores = new Map();
    for (const platform of plan.platforms) {
        stores.set(platform.text, await (0,podman_store/* createStore */.y$)(podman, workspace.storage, driver, (0,oci_platform/* platformSlug */.DN)(platform)));
    }
    return stores;
}

// EXTERNAL MODULE: ./build/src/pipeline/verification.js + 9 modules
var verification = __webpack_require__(4845);
;// CONCATENATED MODULE: ./build/src/pipeline/build.js


















/**
 * The whole story: builds every platform, verifies it, pushes it by digest while others still build, and when all
 * are right puts the index together and lets the tags move.
 * @throws {Failure} with what happened, where, and what to do
 */
async function build(request, run) {
    const started = performance.now();
    const podman = await (0,info/* podmanInfo */.Km)();
    const dockerfile = (0,parse/* readDockerfile */.n)(request.dockerfile);
    await refuseHopeless(dockerfile, podman, run.env);
    const plan = makePlan(request, dockerfile, { podman, cores: (0,pipeline_platforms/* processors */.Kq)() });
    const { execution, runnable } = await prepareExecution(request, plan, run);
    const site = await openSite(request, dockerfile, plan, { podman, runnable }, run);
    try {
        await warnOfConcerns(podman, site, run.env);
        judge(verifyDockerfile(dockerfile, request.build), request.verify, site.warn);
        if (request.push)
            await checkLogins(site.publication);
        const log = run.host.openLog(`Build ${(0,pipeline_platforms/* platformNames */.iJ)(request.platforms)} with podman ${podman.version}`);
        const platforms = await (0,pipeline_platforms/* buildPlatforms */.Hb)(plan, site, log, run.signal, async (built, buildLog) => ({
            ...(await finishPlatform(built, buildLog, site)),
            execution: execution.get(built.platform.text),
        })).finally(() => log.close());
        const index = await assemble(platforms, site);
        if (request.push)
            await publishIndex(site.publication, index, request.references);
        const loaded = request.load ? request.references[0] : undefined;
        if (loaded !== undefined)
            await loadIntoPodman(site, platforms, loaded, run.signal);
        return {
            index,
            repositories: request.repositories,
            references: request.references,
            platforms,
            pushed: request.push,
            loaded,
            ociLayout: await site.keepLayout(),
            seconds: secondsSince(started),
            podman: podman.version,
            compilesOnTarget: (0,stages/* runsOnTarget */.RV)(dockerfile, request.build.target).some(({ text }) => (0,emulation_cost/* compiles */.X)(text)),
            notices: request.notices,
            warnings: site.warnings,
        };
    }
    finally {
        await site.close();
    }
}
/** Completes one platform's image, verifies it and pushes it by digest. */
async function finishPlatform(built, log, site) {
    const { request, layout, publication } = site;
    const metadata = imageMetadata(request, site.dockerfile, built);
    const image = await (0,oci_image/* writeImage */.te)(layout, built, built.platform, metadata);
    const verifying = performance.now();
    await judgeBases(built, site);
    judge(await (0,verification/* verifyPlatform */.R)(image, { ...built, log }, site), request.verify, site.warn);
    const pushing = performance.now();
    if (request.push) {
        await publishImage(publication, image);
        log.line(`pushed ${image.descriptor.digest}`);
    }
    return {
        ...built,
        image,
        verifySeconds: (pushing - verifying) / 1000,
        pushSeconds: secondsSince(pushing),
    };
}
/** Puts the index together in the layout, and verifies it. */
async function assemble(platforms, site) {
    const { request, layout } = site;
    const images = platforms.map(({ image }) => image);
    const { descriptor, index } = await (0,oci_image/* writeIndex */._M)(layout, images, indexAnnotations(request));
    judge((0,verify/* verifyIndex */.M)(index, request.platforms), request.verify, site.warn);
    await layout.writeEntry(descriptor, request.references[0]?.tag);
    return descriptor;
}
function secondsSince(started) {
    return (performance.now() - started) / 1000;
}

// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(3558);
// EXTERNAL MODULE: ./build/src/report/report.js
var report_report = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __webpack_require__(3320);
;// CONCATENATED MODULE: ./build/src/request/git.js


/** Collects the facts of a folder: from a runner's documented variables where there are any, else from Git. */
async function gitFacts(folder, env) {
    const git = async (...args) => {
        // safe.directory: in container jobs the checkout belongs to another user, and Git would refuse to read it.
        const { exitCode, stdout } = await (0,host_process/* capture */.Fg)('git', ['-c', 'safe.directory=*', '-C', folder, ...args], {
            env: { GIT_TERMINAL_PROMPT: '0' },
        }).catch(() => ({ exitCode: 1, stdout: '' }));
        return exitCode === 0 ? stdout.trim() : undefined;
    };
    const event = env.GITHUB_EVENT_NAME || undefined;
    const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH);
    const ref = event === undefined ? await localRef(git) : runnerRef(env, payload);
    const commit = (await git('rev-parse', 'HEAD')) ?? (env.GITHUB_SHA || undefined);
    return {
        event,
        ref,
        commit,
        commitTime: toUtc(await git('show', '-s', '--format=%cI', 'HEAD')),
        defaultBranch: payload.repository?.default_branch,
        source: sourceAddress(env) ?? webAddress(await git('remote', 'get-url', 'origin')),
        allTags: ref?.kind === 'tag' ? parseTags(await git('ls-remote', '--tags', '--refs', 'origin')) : undefined,
    };
}
async function localRef(git) {
    const tag = await git('describe', '--exact-match', '--tags', 'HEAD');
    if (tag)
        return { kind: 'tag', name: tag };
    const branch = await git('symbolic-ref', '--short', '-q', 'HEAD');
    return branch ? { kind: 'branch', name: branch } : undefined;
}
function runnerRef(env, payload) {
    // On pull_request_target GITHUB_REF is the base branch, so the event decides before the ref does.
    const number = payload.pull_request?.number ?? Number(/^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1]);
    if (env.GITHUB_EVENT_NAME?.startsWith('pull_request') && Number.isInteger(number)) {
        return { kind: 'pull request', number };
    }
    const match = /^refs\/(heads|tags)\/(.+)$/.exec(env.GITHUB_REF ?? '');
    if (!match)
        return undefined;
    return { kind: match[1] === 'tags' ? 'tag' : 'branch', name: match[2] };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if (error instanceof SyntaxError || error.code === 'ENOENT')
            return {};
        throw error;
    }
}
function toUtc(time) {
    if (!time)
        return undefined;
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}
function parseTags(listing) {
    return listing
        ?.split('\n')
        .map((line) => line.split('\trefs/tags/')[1])
        .filter((tag) => tag !== undefined);
}
function sourceAddress(env) {
    if (!env.GITHUB_REPOSITORY)
        return undefined;
    return `${env.GITHUB_SERVER_URL || 'https://github.com'}/${env.GITHUB_REPOSITORY}`;
}
/**
 * A Git remote as a web address: the same for `https://`, `ssh://` and `git@host:path`, so that a laptop and CI
 * label alike, and without a user name or token in it.
 */
function webAddress(remote) {
    if (!remote)
        return undefined;
    const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/.exec(remote);
    const url = /^(?:https?|ssh|git):\/\/(?:[^@/]+@)?([^/]+)\/(.+)$/.exec(remote);
    const [, host, path] = url ?? scp ?? [];
    if (host === undefined || path === undefined)
        return undefined;
    const port = /^https?:/.test(remote) ? host : host.replace(/:\d+$/, '');
    return `https://${port}/${path.replace(/\/$/, '').replace(/\.git$/, '')}`;
}

// EXTERNAL MODULE: ./build/src/request/logins.js
var logins = __webpack_require__(4077);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var reference = __webpack_require__(4974);
;// CONCATENATED MODULE: ./build/src/request/annotations.js


const LEVELS = /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?)*):(.*)$/;
/**
 * Annotations as docker/build-push-action writes them: `key=value` of the manifests, `index:key=value`,
 * `manifest,index:key=value`, `manifest[linux/arm64]:key=value`.
 * @throws {InputError} for anything else
 */
function parseAnnotations(lines, defaultLevel) {
    return lines.flatMap((line) => {
        const match = LEVELS.exec(line);
        const assignment = match ? match[2] : line;
        const equals = assignment.indexOf('=');
        if (equals < 1)
            throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)} is not of the form name=value`);
        const key = assignment.slice(0, equals).trim();
        const value = assignment.slice(equals + 1);
        return (match?.[1] ?? defaultLevel)
            .split(',')
            .map((level) => ({ ...parseLevel(level, line), key, value }));
    });
}
function parseLevel(text, line) {
    const [, level, platform] = /^([a-z-]+)(?:\[([^\]]*)\])?$/.exec(text);
    if (level !== 'manifest' && level !== 'index') {
        throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)}: annotations of descriptors can't be set`, {
            cure: 'use the prefix manifest: or index:',
        });
    }
    if (platform === undefined)
        return { level };
    if (level === 'index') {
        throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)}: an index has no platform`);
    }
    try {
        return { level, platform: (0,oci_platform/* parsePlatform */.Y8)(platform).text };
    }
    catch (cause) {
        throw new src_errors/* InputError */.dz('annotations', `${JSON.stringify(line)}: ${cause.message}`, { cause });
    }
}

;// CONCATENATED MODULE: ./build/src/request/dockerfile-path.js



const DEFAULT_NAMES = ['Containerfile', 'Dockerfile'];
/**
 * The absolute path of the context.
 * @throws {InputError} when it is no folder
 */
function contextPath(context) {
    if (/^(https?|git|ssh):\/\/|^git@|\.git(#|$)/.test(context)) {
        throw new src_errors/* InputError */.dz('context', `${JSON.stringify(context)} is an address; only a folder can be built`, {
            cure: 'check the repository out first (actions/checkout) and name the folder',
        });
    }
    const path = (0,external_node_path_.resolve)(context);
    const stat = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stat?.isDirectory())
        return path;
    throw new src_errors/* InputError */.dz('context', `${JSON.stringify(context)} is ${stat ? 'no folder' : 'not there'}`, {
        cure: stat ? 'name a folder' : 'check the path, and that the repository was checked out before this step',
    });
}
/**
 * The absolute path of the Dockerfile: the one named, else `Containerfile` or `Dockerfile` of the context.
 * @throws {InputError} when there is none, or when there are two that differ (podman and Docker pick differently)
 */
function dockerfilePath(file, context) {
    if (file !== '') {
        const path = (0,external_node_path_.resolve)(file);
        if (isFile(path))
            return path;
        const inContext = (0,external_node_path_.join)(context, file);
        throw new src_errors/* InputError */.dz('file', `${JSON.stringify(file)} is no file`, {
            cure: isFile(inContext)
                ? `the path counts from the working folder, not from the context: write ${JSON.stringify(inContext)}`
                : 'check the path; it counts from the working folder, not from the context',
        });
    }
    const found = DEFAULT_NAMES.map((name) => (0,external_node_path_.join)(context, name)).filter(isFile);
    if (found.length === 0) {
        throw new src_errors/* InputError */.dz('file', `there is neither Containerfile nor Dockerfile in ${context}`, {
            cure: 'name the Dockerfile with the input file',
        });
    }
    if (found.length === 2 && (0,external_node_fs_.readFileSync)(found[0], 'utf8') !== (0,external_node_fs_.readFileSync)(found[1], 'utf8')) {
        throw new src_errors/* InputError */.dz('file', `Containerfile and Dockerfile in ${context} differ`, {
            cure: 'podman would take the one and Docker the other: name one of them with the input file',
        });
    }
    return found[0];
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

;// CONCATENATED MODULE: ./build/src/request/extra-args.js

/** Options of `podman build` that this step owns, and what to use instead. */
const OWNED = {
    platform: 'use the input platforms',
    arch: 'use the input platforms',
    os: 'use the input platforms',
    variant: 'use the input platforms',
    'all-platforms': 'use the input platforms',
    tag: 'use the inputs image and tags',
    manifest: 'use the inputs image and tags',
    authfile: 'use the inputs registry, username and password, or REGISTRY_AUTH_FILE',
    creds: 'use the inputs registry, username and password',
    'cache-from': 'use the input cache',
    'cache-to': 'use the input cache',
    'cache-ttl': 'use the input cache-ttl',
    layers: 'the step decides it',
    'no-cache': 'use the input no-cache',
    output: 'use the output oci-layout',
    iidfile: 'use the output digests',
    timestamp: 'use the input source-date-epoch',
    'source-date-epoch': 'use the input source-date-epoch',
    'rewrite-timestamp': 'use the input source-date-epoch',
    format: 'use the input format',
    file: 'use the input file',
    target: 'use the input target',
    label: 'use the input labels',
    annotation: 'use the input annotations',
    'identity-label': 'the step decides it',
    'build-arg': 'use the input build-args',
    'build-arg-file': 'use the input build-args',
    logfile: 'the log is the step’s own',
    logsplit: 'the log is the step’s own',
    quiet: 'the log is the step’s own',
    'sign-by': 'sign the output digest afterwards',
};
const OWNED_SHORT = { t: 'tag', f: 'file', o: 'output', q: 'quiet' };
const SHORT_FLAGS_WITHOUT_VALUE = new Set(['D', 'q']);
/**
 * Checks further arguments of `podman build`.
 * @throws {InputError} for one that this step owns
 */
function checkExtraArgs(args) {
    for (const argument of args) {
        if (argument === '--')
            refuse(argument, 'the context is given by the input context');
        const long = /^--([^=]+)/.exec(argument)?.[1];
        const name = long ?? shortOptions(argument).find((option) => OWNED_SHORT[option] !== undefined);
        const owned = name === undefined ? undefined : long === undefined ? OWNED_SHORT[name] : name;
        if (owned !== undefined && OWNED[owned] !== undefined)
            refuse(argument, OWNED[owned]);
    }
    return args;
}
/** The options in a cluster such as `-qt`; what follows one that takes a value is its value. */
function shortOptions(argument) {
    if (!/^-[A-Za-z]/.test(argument))
        return [];
    const letters = [...argument.slice(1)];
    const last = letters.findIndex((letter) => !SHORT_FLAGS_WITHOUT_VALUE.has(letter));
    return last < 0 ? letters : letters.slice(0, last + 1);
}
function refuse(argument, cure) {
    throw new src_errors/* InputError */.dz('extra-args', `${argument} belongs to this step`, { cure });
}

;// CONCATENATED MODULE: ./build/src/request/push.js
/** The rule of `push: auto`. */
function automaticPush(git) {
    const { event, ref, defaultBranch } = git;
    const not = (why) => ({
        push: false,
        notice: `nothing is pushed: ${why}. Set push: true to push all the same.`,
    });
    switch (event) {
        case 'release':
        case 'workflow_dispatch':
        case 'schedule':
            return { push: true };
        case 'push':
            if (ref?.kind === 'tag')
                return { push: true };
            if (ref?.kind === 'branch' && ref.name === defaultBranch)
                return { push: true };
            return not(`${ref?.kind === 'branch' ? `branch ${ref.name}` : 'this ref'} is not the default branch`);
        case 'pull_request':
        case 'pull_request_target':
            return not('this is a pull request');
        case 'merge_group':
            return not('this is a merge queue');
        case undefined:
            return not('this is no GitHub workflow');
        default:
            return not(`the event ${event} does not push by default`);
    }
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./build/src/request/tags.js

const LONGEST_TAG = 128;
const SHORT_COMMIT = 7;
/** The tags of an image when none are given (README, "Tags"). Empty when the ref is unknown. */
function defaultTags(git) {
    const { ref, commit } = git;
    if (ref?.kind === 'pull request')
        return { tags: [`pr-${ref.number}`] };
    if (ref?.kind === 'tag')
        return tagsOfTag(ref.name, git.allTags);
    const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`];
    const branch = ref === undefined ? [] : [validTag(ref.name)];
    return { tags: [...branch, ...short] };
}
function tagsOfTag(name, allTags) {
    const version = versionOf(name);
    if (version === undefined)
        return { tags: [validTag(name)] };
    const tag = validTag(version.raw.replace(/^v/, ''));
    if (version.prerelease.length > 0)
        return { tags: [tag] };
    if (allTags === undefined) {
        return {
            tags: [tag],
            notice: `the tags of the origin could not be listed, so it is unknown whether ${name} is the highest version: latest is left alone`,
        };
    }
    const higher = allTags
        .map(versionOf)
        .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0);
    return { tags: higher ? [tag] : [tag, 'latest'] };
}
function versionOf(tag) {
    return (tag.startsWith('v') && semver.parse(tag)) || undefined;
}
/**
 * A text as a valid tag: other characters become `-`, it doesn't begin with `.` or `-`, and it is not too long
 * (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests).
 */
function validTag(text) {
    const cleaned = text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+/, '');
    return cleaned.slice(0, LONGEST_TAG) || 'unnamed';
}

// EXTERNAL MODULE: ./build/src/request/values.js
var values = __webpack_require__(4065);
// EXTERNAL MODULE: ./build/src/request/contract.js
var contract = __webpack_require__(5557);
;// CONCATENATED MODULE: ./build/src/request/waiting.js


/** Inputs of the contract that are not available yet, with the values that ask for nothing. */
const WAITING = {
    builders: [''],
    cache: ['auto', 'off'],
    'cache-dir': [''],
    'cache-ref': [''],
    'cache-scope': [''],
    'cache-write': ['auto'],
    'cache-mounts': ['true'],
    'cache-ttl': ['14d'],
    'cache-max-size': ['2GB'],
    'skip-unchanged': ['true'],
    push: ['auto', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
    'immutable-tags': [''],
    lint: ['warn', 'off'],
    'smoke-test': [''],
    'smoke-test-timeout': ['60s'],
    'check-runs': ['false', 'False', 'FALSE'],
};
const KNOWN_WORDS = {
    cache: ['actions', 'directory', 'registry'],
    'cache-write': ['true', 'false'],
    'cache-mounts': ['false'],
    'skip-unchanged': ['false'],
    'check-runs': ['true'],
    push: ['digest'],
    lint: ['error'],
};
/** What of an input is not available yet, for the documentation; undefined when all of it is. */
function notAvailable(name) {
    if (WAITING[name] === undefined)
        return undefined;
    return KNOWN_WORDS[name]?.map((word) => `\`${word}\``).join(', ') ?? 'any value but the default';
}
/**
 * Refuses what can't be done yet, instead of ignoring it.
 * @throws {InputError} that tells a value which is not available yet from one that never will be
 */
function refuseWaiting(inputs) {
    for (const { name } of contract/* INPUTS */.mc) {
        const value = inputs[name].trim();
        const idle = WAITING[name];
        if (idle === undefined || idle.includes(value))
            continue;
        const known = KNOWN_WORDS[name];
        if (known !== undefined && !known.includes(value.toLowerCase())) {
            const allowed = [...new Set([...idle, ...known].map((word) => word.toLowerCase()))];
            throw new src_errors/* InputError */.dz(name, `${JSON.stringify(value)} is unknown; allowed are ${allowed.join(', ')}`);
        }
        throw new src_errors/* InputError */.dz(name, `${JSON.stringify(value)} is not available in this version yet`, {
            cure: 'remove the input',
        });
    }
}

;// CONCATENATED MODULE: ./build/src/request/parse.js












/**
 * 1980-01-01: the earliest time that zip archives can hold, which Python's wheels are; nixpkgs uses it for that reason
 * (https://nixos.org/manual/nixpkgs/stable/#sec-source-date-epoch).
 */
const CONSTANT_TIME = 315_532_800;
const PLATFORM_ARGS = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;
/**
 * Turns inputs into a request.
 * @throws {InputError} naming the input, the value and what is allowed
 */
function parseBuildRequest(inputs, git, env) {
    refuseWaiting(inputs);
    const platforms = parsePlatforms(inputs);
    const context = contextPath(inputs.context);
    const { repositories, references, notices } = parseReferences(inputs, git);
    const push = parsePush(inputs, git);
    const format = (0,values/* choice */.Yq)(inputs, 'format', ['oci', 'docker']);
    const annotations = parseAnnotations((0,values/* lines */.Mn)(inputs, 'annotations'), 'manifest');
    if (format === 'docker' && annotations.length > 0) {
        throw new src_errors/* InputError */.dz('annotations', 'Docker’s format has no annotations', {
            cure: 'use format: oci, or labels',
        });
    }
    const layout = (0,values/* choice */.Yq)(inputs, 'layout', ['auto', 'true', 'false']);
    return {
        repositories,
        references,
        platforms,
        context,
        dockerfile: dockerfilePath(inputs.file.trim(), context),
        build: parseBuildSettings(inputs, platforms, format, env),
        secrets: parseSecrets(inputs, env),
        labels: (0,values/* pairs */.AS)(inputs, 'labels'),
        gitLabels: gitLabels(inputs, git, repositories[0], references[0]),
        annotations,
        qemu: (0,values/* choice */.Yq)(inputs, 'qemu', ['auto', 'always', 'never']),
        ...(inputs['qemu-image'].trim() !== '' && { qemuImage: imageName(inputs['qemu-image'].trim()) }),
        maxParallel: inputs['max-parallel'] === '' ? undefined : (0,values/* wholeNumber */.rD)(inputs, 'max-parallel', 1, 1000),
        push: push.push,
        load: (0,values/* boolean */.zM)(inputs, 'load'),
        keepLayout: layout !== 'false',
        logins: (0,logins/* parseLogins */.w)((0,values/* lines */.Mn)(inputs, 'registry'), (0,values/* lines */.Mn)(inputs, 'username'), (0,logins/* passwords */.L)(inputs), repositories, push.push),
        tlsVerify: (0,values/* boolean */.zM)(inputs, 'tls-verify'),
        retries: (0,values/* wholeNumber */.rD)(inputs, 'retries', 1, 100),
        verify: (0,values/* choice */.Yq)(inputs, 'verify', ['strict', 'warn', 'off']),
        verifyAllow: (0,values/* items */.ld)(inputs, 'verify-allow'),
        summary: (0,values/* boolean */.zM)(inputs, 'summary'),
        notices: push.notice === undefined ? notices : [...notices, push.notice],
    };
}
function parsePlatforms(inputs) {
    const platforms = (0,values/* items */.ld)(inputs, 'platforms').map((text) => orInputError('platforms', () => (0,oci_platform/* parsePlatform */.Y8)(text)));
    if (platforms.length === 0)
        throw new src_errors/* InputError */.dz('platforms', 'names none');
    const seen = new Set();
    for (const { text } of platforms) {
        if (seen.has(text))
            throw new src_errors/* InputError */.dz('platforms', `${text} is there twice`);
        seen.add(text);
    }
    return platforms;
}
function parseReferences(inputs, git) {
    const images = (0,values/* items */.ld)(inputs, 'image').map((text) => orInputError('image', () => (0,reference/* parseRepository */.SU)(text)));
    const given = (0,values/* items */.ld)(inputs, 'tags');
    const full = given
        .filter((tag) => /[/:]/.test(tag))
        .map((tag) => orInputError('tags', () => (0,reference/* parseTaggedReference */.$R)(tag)));
    const bare = given.filter((tag) => !/[/:]/.test(tag));
    for (const tag of bare) {
        if (!(0,reference/* isTag */.dz)(tag))
            throw new src_errors/* InputError */.dz('tags', `${JSON.stringify(tag)} is no valid tag`);
    }
    if (images.length === 0 && (full.length === 0 || bare.length > 0)) {
        throw new src_errors/* InputError */.dz('image', 'is missing', {
            cure: 'name the repository, such as quay.io/organisation/name',
        });
    }
    const defaults = given.length === 0 ? defaultTags(git) : { tags: [] };
    const tags = given.length === 0 ? defaults.tags : bare;
    if (given.length === 0 && tags.length === 0) {
        throw new src_errors/* InputError */.dz('tags', 'none is given, and there is no Git ref to make one from', {
            cure: 'give at least one tag',
        });
    }
    const references = [...images.flatMap((image) => tags.map((tag) => (0,reference/* withTag */.Rd)(image, tag))), ...full];
    const repositories = uniqueBy([...images, ...full.map((reference) => reference.repository)], (each) => each.text);
    return {
        repositories,
        references: uniqueBy(references, (each) => each.text),
        notices: defaults.notice === undefined ? [] : [defaults.notice],
    };
}
function parsePush(inputs, git) {
    const word = (0,values/* choice */.Yq)(inputs, 'push', ['auto', 'true', 'false', 'digest']);
    return word === 'auto' ? automaticPush(git) : { push: word === 'true' };
}
function parseBuildSettings(inputs, platforms, format, env) {
    return {
        target: inputs.target.trim() || undefined,
        buildArgs: parseBuildArgs(inputs, platforms),
        buildContexts: [...(0,values/* pairs */.AS)(inputs, 'build-contexts')].map(([name, value]) => `${name}=${value}`),
        ssh: (0,values/* lines */.Mn)(inputs, 'ssh'),
        addHosts: [...(0,values/* pairs */.AS)(inputs, 'add-hosts', ':')].map(([name, value]) => `${name}:${value}`),
        network: inputs.network.trim() || undefined,
        shmSize: inputs['shm-size'].trim() || undefined,
        ulimits: [...(0,values/* pairs */.AS)(inputs, 'ulimit')].map(([name, value]) => `${name}=${value}`),
        pull: (0,values/* boolean */.zM)(inputs, 'pull'),
        extraArgs: checkExtraArgs((0,values/* lines */.Mn)(inputs, 'extra-args')),
        format,
        timestamp: parseTimestamp(inputs, env),
    };
}
function parseBuildArgs(inputs, platforms) {
    const args = (0,values/* lines */.Mn)(inputs, 'build-args');
    for (const argument of args) {
        const name = argument.split('=', 1)[0];
        if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
            throw new src_errors/* InputError */.dz('build-args', `${JSON.stringify(argument)} is not of the form NAME=value`);
        }
        if (PLATFORM_ARGS.test(name) && platforms.length > 1) {
            throw new src_errors/* InputError */.dz('build-args', `${name} would have one value for all platforms`, {
                cure: `remove it: each platform’s build has its own ${name}; the Dockerfile only needs “ARG ${name}” without a default`,
            });
        }
    }
    return args;
}
function parseTimestamp(inputs, env) {
    const text = inputs['source-date-epoch'].trim();
    if (text === 'off')
        return undefined;
    const value = text === 'auto' ? (env.SOURCE_DATE_EPOCH ?? '') : text;
    if (value === '')
        return CONSTANT_TIME;
    if (/^\d{1,11}$/.test(value))
        return Number(value);
    throw new src_errors/* InputError */.dz(text === 'auto' ? 'SOURCE_DATE_EPOCH' : 'source-date-epoch', `${JSON.stringify(value)} is no number of seconds; allowed are auto, off and seconds since 1970`);
}
function parseSecrets(inputs, env) {
    const texts = [...(0,values/* pairs */.AS)(inputs, 'secrets')].map(([id, text]) => ({ id, source: { text } }));
    const variables = [...(0,values/* pairs */.AS)(inputs, 'secret-envs')].map(([id, variable]) => {
        const text = env[variable];
        if (text === undefined)
            throw new src_errors/* InputError */.dz('secret-envs', `${id}: the variable ${variable} is not set`);
        return { id, source: { text } };
    });
    const files = [...(0,values/* pairs */.AS)(inputs, 'secret-files')].map(([id, path]) => ({
        id,
        source: { file: (0,external_node_path_.resolve)(path) },
    }));
    const secrets = [...texts, ...variables, ...files];
    for (const { id } of secrets) {
        // The id goes into podman's comma-separated --secret and names a file.
        if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) {
            throw new src_errors/* InputError */.dz('secrets', `${JSON.stringify(id)} is no id; allowed are letters, digits, ., _ and -`);
        }
    }
    return secrets;
}
function gitLabels(inputs, git, repository, first) {
    const mode = (0,values/* choice */.Yq)(inputs, 'git-labels', ['auto', 'always', 'never']);
    const labels = new Map([['org.opencontainers.image.title', repository.path.split('/').at(-1)]]);
    if (git.source !== undefined)
        labels.set('org.opencontainers.image.source', git.source);
    const tagPush = git.ref?.kind === 'tag' && (git.event === undefined || git.event === 'push' || git.event === 'release');
    if (mode === 'never' || (mode === 'auto' && !tagPush))
        return labels;
    if (git.commit !== undefined)
        labels.set('org.opencontainers.image.revision', git.commit);
    if (first !== undefined)
        labels.set('org.opencontainers.image.version', first.tag);
    if (git.commitTime !== undefined)
        labels.set('org.opencontainers.image.created', git.commitTime);
    return labels;
}
function orInputError(input, parse) {
    try {
        return parse();
    }
    catch (cause) {
        throw new src_errors/* InputError */.dz(input, cause.message, { cause });
    }
}
function uniqueBy(values, key) {
    const seen = new Set();
    return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)));
}
// It becomes an argument of podman run, where a dash would make it an option.
function imageName(text) {
    if (/^[\w][\w.:/@-]*$/.test(text))
        return text;
    throw new src_errors/* InputError */.dz('qemu-image', `${JSON.stringify(text)} is no name of an image`);
}

;// CONCATENATED MODULE: ./build/src/entrypoints/run-build.js








/** From inputs to outputs: what the step and the command line have in common. */
async function runBuild(inputs, host, signal, onTag) {
    for (const secret of [...(0,logins/* passwords */.L)(inputs), ...secretTexts(inputs)])
        host.mask(secret);
    const request = parseBuildRequest(inputs, await gitFacts(inputs.context, process.env), process.env);
    for (const notice of request.notices)
        host.notice(notice);
    const report = await build(request, { host, env: process.env, signal, onTag });
    for (const [name, value] of (0,outputs/* outputs */.V)(report))
        host.setOutput(name, value);
    if (request.summary)
        await host.summarize((0,summary/* summary */.z)(report));
    host.info(`${report.pushed ? 'pushed' : 'built'} ${(0,report_report/* imageReference */.r)(report)}`);
    for (const { platform, image } of report.platforms)
        host.info(`  ${platform.text} ${image.descriptor.digest}`);
    return report;
}
function secretTexts(inputs) {
    const given = (0,values/* lines */.Mn)(inputs, 'secrets').map((line) => line.slice(line.indexOf('=') + 1));
    const variables = (0,values/* lines */.Mn)(inputs, 'secret-envs').map((line) => process.env[line.slice(line.indexOf('=') + 1)] ?? '');
    return [...given, ...variables].filter((text) => text !== '');
}


/***/ })

};
