export const id = 949;
export const ids = [949];
export const modules = {

/***/ 98860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInspect: () => (/* binding */ runInspect)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/oci/parse.js
var parse = __webpack_require__(62612);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var oci_platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
// EXTERNAL MODULE: ./build/src/registry/client.js + 12 modules
var registry_client = __webpack_require__(61020);
// EXTERNAL MODULE: ./build/src/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(56020);
// EXTERNAL MODULE: ./build/src/registry/rules.js
var rules = __webpack_require__(66294);
// EXTERNAL MODULE: ./build/src/verify/allowed.js
var allowed = __webpack_require__(31251);
// EXTERNAL MODULE: ./build/src/verify/found-index.js
var found_index = __webpack_require__(64414);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(45190);
// EXTERNAL MODULE: ./build/src/pipeline/found-image.js
var found_image = __webpack_require__(5620);
// EXTERNAL MODULE: ./build/src/pipeline/image-source.js
var image_source = __webpack_require__(72187);
;// CONCATENATED MODULE: ./build/src/pipeline/inspect.js













// An index of 4 MiB could name 20,000 images.
const MOST_IMAGES = 200;
/**
 * Gives the verdicts of the verification for an image or index that somebody else built. Nothing is run, and nothing is
 * written.
 * @throws {Failure} when it isn't there, can't be reached, or is no image
 */
async function inspect(request, run) {
    const client = new registry_client/* RegistryClient */.b({
        credentials: (0,credentials/* credentialStore */.nn)(request.logins, run.env),
        tlsVerify: request.tlsVerify,
        retries: request.retries,
        signal: run.signal,
        onRetry: (message) => run.host.info(message),
        env: run.env,
        rules: request.from.kind === 'registry' ? await (0,registries_conf/* readRegistryRules */.D)(run.env) : rules/* NO_RULES */.Wd,
    });
    try {
        return await examine(request, await sourceOf(request, client), run.signal);
    }
    catch (error) {
        if (!(error instanceof parse/* MalformedError */.G4))
            throw error;
        throw new errors/* Failure */.HR(`${request.text} is no image: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
    finally {
        await client.close();
    }
}
function sourceOf({ from }, client) {
    return from.kind === 'layout'
        ? (0,image_source/* layoutSource */.y)(from.folder, from.name)
        : (0,image_source/* registrySource */.B)(client, from.repository, from.reference);
}
async function examine(request, source, signal) {
    const root = await source.root();
    const index = indexOf(root);
    const { images, attestations, findings } = index === undefined ? { images: [root.descriptor], attestations: [], findings: [] } : (0,found_index/* examineIndex */.y)(index);
    if (images.length > MOST_IMAGES)
        throw new errors/* Failure */.HR(`${request.text} has more than ${MOST_IMAGES} images`);
    const layers = new verify_layers/* Layers */.z((layer) => source.layer(layer), signal);
    const context = { allowed: (0,allowed/* pathMatcher */.k)(request.verifyAllow), explain: () => undefined };
    const examined = await Promise.all(images.map(async (descriptor) => {
        const bytes = index === undefined ? root.bytes : await source.manifest(descriptor);
        const image = await (0,found_image/* readImage */.A)(source, descriptor, bytes);
        const platform = descriptor.platform ? (0,oci_platform/* normalizePlatform */.FL)(descriptor.platform) : image.platform;
        return {
            platform: platform.text,
            image,
            findings: await (0,found_image/* foundFindings */.p)(image, platform, layers, context),
        };
    }));
    return {
        reference: request.text,
        root: root.descriptor,
        isIndex: index !== undefined,
        images: examined.map(({ platform, image }) => ({ platform, image })),
        attestations,
        findings: [...findings, ...examined.flatMap((each) => each.findings)],
    };
}
/** The index that a document is; undefined for one image's manifest. */
function indexOf({ bytes, descriptor }) {
    if (!(0,types/* isIndexType */.$U)(descriptor.mediaType))
        return undefined;
    const index = (0,parse/* parseIndex */.A1)(bytes);
    return { ...index, mediaType: index.mediaType || descriptor.mediaType };
}

// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
// EXTERNAL MODULE: ./build/src/oci/image.js
var oci_image = __webpack_require__(78342);
// EXTERNAL MODULE: ./build/src/verify/verdict.js
var verdict = __webpack_require__(73558);
// EXTERNAL MODULE: ./build/src/report/format.js
var format = __webpack_require__(45845);
;// CONCATENATED MODULE: ./build/src/report/inspection.js




/** The `--json` object of `inspect` (docs/command-line.md). */
function inspectionMetadata(inspection) {
    const { reference, root, isIndex, images, attestations, findings } = inspection;
    return {
        reference,
        kind: isIndex ? 'index' : 'image',
        digest: root.digest,
        mediaType: root.mediaType,
        size: (0,oci_image/* distinctSize */.Sy)(images.map(({ image }) => image)),
        images: images.map(({ platform, image }) => ({
            platform,
            digest: image.descriptor.digest,
            mediaType: image.descriptor.mediaType,
            size: (0,oci_image/* imageBlobs */.aR)(image).reduce((sum, blob) => sum + blob.size, 0),
            layers: image.manifest.layers.map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
        })),
        attestations: attestations.map(({ digest }) => digest),
        findings: findings.map(({ severity, platform, found, expected, cause, cure }) => ({
            severity,
            ...(platform !== undefined && { platform }),
            found,
            expected,
            ...(cause !== undefined && { cause }),
            ...(cure !== undefined && { cure }),
        })),
    };
}
/** The inspection as a tree for a terminal, findings last. */
function inspectionText(inspection) {
    const { reference, root, isIndex, images, attestations, findings } = inspection;
    const owners = layerOwners(images);
    const nodes = [
        ...images.map((each) => imageNode(each, owners)),
        ...attestations.map(({ digest, annotations }) => ({
            line: `attestation ${(0,format/* shortDigest */.VK)(digest)}${aboutWhat(annotations?.['vnd.docker.reference.digest'])}`,
            below: [],
        })),
    ];
    const lines = [
        reference,
        `${isIndex ? 'index' : 'image'} ${root.digest} (${root.mediaType || 'no media type'})`,
        ...tree(nodes),
        ...totals(images),
        '',
        ...inspection_verdict(findings),
    ];
    // Much of it is somebody else's text.
    return `${lines.map(plain_text/* plainText */.wh).join('\n')}\n`;
}
function tree(nodes) {
    return nodes.flatMap(({ line, below }, at) => {
        const last = at === nodes.length - 1;
        const inner = below.map((text, index) => `${last ? ' ' : '│'}  ${index === below.length - 1 ? '└' : '├'}─ ${text}`);
        return [`${last ? '└' : '├'}─ ${line}`, ...inner];
    });
}
function layerOwners(images) {
    const owners = new Map();
    for (const { platform, image } of images) {
        for (const digest of new Set(image.manifest.layers.map((layer) => layer.digest))) {
            owners.set(digest, [...(owners.get(digest) ?? []), platform]);
        }
    }
    return owners;
}
function imageNode({ platform, image }, owners) {
    const size = (0,oci_image/* imageBlobs */.aR)(image).reduce((sum, blob) => sum + blob.size, 0);
    return {
        line: `${platform} ${image.descriptor.digest} ${(0,format/* formatSize */.Xq)(size)}`,
        below: image.manifest.layers.map((layer) => {
            const others = (owners.get(layer.digest) ?? []).filter((owner) => owner !== platform);
            const shared = others.length === 0 ? '' : `, also in ${others.join(', ')}`;
            return `layer ${(0,format/* shortDigest */.VK)(layer.digest)} ${(0,format/* formatSize */.Xq)(layer.size)}${shared}`;
        }),
    };
}
function aboutWhat(digest) {
    return digest === undefined ? '' : ` about ${(0,format/* shortDigest */.VK)(digest)}`;
}
function totals(images) {
    const layers = images.flatMap(({ image }) => image.manifest.layers.map(({ digest }) => digest));
    const shared = layers.length - new Set(layers).size;
    const size = (0,format/* formatSize */.Xq)((0,oci_image/* distinctSize */.Sy)(images.map(({ image }) => image)));
    if (images.length < 2)
        return [`${layers.length} layers, ${size} in the registry`];
    return [`${images.length} images, ${shared} of ${layers.length} layers shared, ${size} in the registry`];
}
function inspection_verdict(findings) {
    if (findings.length === 0)
        return ['nothing found'];
    return findings.flatMap((finding) => [
        `${finding.severity}: ${(0,verdict/* describeFinding */.j)(finding)}`,
        ...(finding.cure === undefined ? [] : [`  what to do: ${finding.cure}`]),
    ]);
}

// EXTERNAL MODULE: ./build/src/request/inspect-request.js
var inspect_request = __webpack_require__(75347);
;// CONCATENATED MODULE: ./build/src/entrypoints/run-inspect.js



/** From arguments to what is printed. That something was found is the command's exit code, and no failure of it. */
async function runInspect({ positional, given, json }, host, signal) {
    for (const password of (given.password ?? '').split('\n'))
        if (password !== '')
            host.mask(password);
    const request = (0,inspect_request/* parseInspectRequest */.J)(positional, given);
    const inspection = await inspect(request, { host, env: process.env, signal });
    const object = () => `${JSON.stringify(inspectionMetadata(inspection), undefined, 2)}\n`;
    process.stdout.write(json ? object() : inspectionText(inspection));
    if (inspection.findings.length > 0)
        process.exitCode = 1;
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

/***/ 62612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   Ce: () => (/* binding */ isFields),
/* harmony export */   G4: () => (/* binding */ MalformedError),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6559);

/** Something that is to be a manifest, index or config, and is not. */
class MalformedError extends Error {
}
/**
 * Reads an index that somebody else wrote.
 * @throws {MalformedError}
 */
function parseIndex(bytes) {
    const { manifests, mediaType, annotations } = fieldsOf(bytes, 'index');
    if (!Array.isArray(manifests))
        throw new MalformedError('an index without manifests');
    return {
        schemaVersion: 2,
        mediaType: textOf(mediaType),
        manifests: manifests.map(parseDescriptor),
        ...(isFields(annotations) && { annotations: textsOf(annotations) }),
    };
}
/**
 * Reads an image manifest that somebody else wrote.
 * @throws {MalformedError}
 */
function parseManifest(bytes) {
    const { config, layers, mediaType } = fieldsOf(bytes, 'manifest');
    if (!Array.isArray(layers))
        throw new MalformedError('a manifest without layers');
    return {
        schemaVersion: 2,
        mediaType: textOf(mediaType),
        config: parseDescriptor(config),
        layers: layers.map(parseDescriptor),
    };
}
/**
 * Reads an image config that somebody else wrote: the fields that are looked at have their type or are missing.
 * @throws {MalformedError}
 */
function parseConfig(bytes) {
    const { os, architecture, variant, config } = fieldsOf(bytes, 'config');
    return {
        os: textOf(os),
        architecture: textOf(architecture),
        ...(typeof variant === 'string' && { variant }),
        ...(isFields(config) && { config }),
    };
}
/**
 * Reads a descriptor that somebody else wrote.
 * @throws {MalformedError}
 */
function parseDescriptor(value) {
    if (!isFields(value))
        throw new MalformedError('a descriptor that is no object');
    const { mediaType, digest, size, platform, annotations } = value;
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        throw new MalformedError(`${JSON.stringify(digest)} is no sha256 digest`);
    if (!Number.isSafeInteger(size) || size < 0)
        throw new MalformedError(`${digest} has no size`);
    return {
        mediaType: textOf(mediaType),
        digest,
        size: size,
        ...(isFields(platform) && {
            platform: {
                os: textOf(platform.os),
                architecture: textOf(platform.architecture),
                ...(typeof platform.variant === 'string' && { variant: platform.variant }),
                ...(typeof platform['os.version'] === 'string' && { osVersion: platform['os.version'] }),
            },
        }),
        ...(isFields(annotations) && { annotations: textsOf(annotations) }),
    };
}
function fieldsOf(bytes, what) {
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch (cause) {
        throw new MalformedError(`the ${what} is no JSON`, { cause });
    }
    if (!isFields(value))
        throw new MalformedError(`the ${what} is no object`);
    return value;
}
/** Whether a JSON value is an object. */
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}
function textsOf(fields) {
    return Object.fromEntries(Object.entries(fields).filter((entry) => typeof entry[1] === 'string'));
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


/***/ }),

/***/ 43135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ RequestError),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

/** A request that a registry refused or that did not reach it. */
class RequestError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl {
    failure;
    constructor(failure, tries = 1) {
        const times = tries > 1 ? ` (tried ${tries} times)` : '';
        super(`${failure.registry}: ${failure.operation}: ${failure.happened}${times}`, {
            ...(failure.cure !== undefined && { cure: failure.cure }),
            cause: failure.cause,
        });
        this.failure = failure;
    }
    get passing() {
        return this.failure.passing;
    }
    /** HTTP status; undefined when there was no answer. */
    get status() {
        return this.failure.status;
    }
    get code() {
        return this.failure.code;
    }
    get notTls() {
        return this.failure.notTls ?? false;
    }
    get retryAfterMs() {
        return this.failure.retryAfterMs;
    }
    /** The same failure, saying more. */
    withNote(note) {
        return new RequestError({ ...this.failure, happened: `${this.failure.happened} (${note})` });
    }
    /** The same failure, saying how often it was met. */
    afterTries(tries) {
        return new RequestError(this.failure, tries);
    }
}
/** A text of a stranger's, fit for a log line: control characters gone, white space collapsed, bounded in length. */
function printable(text, longest = 300) {
    const clean = text
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
        .trim();
    return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}


/***/ }),

/***/ 83399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ delayAfter),
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   Wj: () => (/* binding */ isPassingStatus),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _request_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43135);



const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const LONGEST_RETRY_AFTER_MS = 120_000;
/** Not Implemented, HTTP Version Not Supported and Insufficient Storage, which another try meets again (RFC 9110, 15.6; RFC 4918, 11.5). */
const LASTING_STATUSES = [501, 505, 507];
/** Whether a status tells of a passing condition, as far as the body says nothing else: 408, 429 and most of 5xx. */
function isPassingStatus(status) {
    return status === 408 || status === 429 || (status >= 500 && !LASTING_STATUSES.includes(status));
}
/**
 * Milliseconds to wait after a try failed: exponential, capped, with jitter over the upper half, and never less than
 * what the registry asked for, unless that is more than two minutes.
 * @param failed number of tries that failed, from 1
 * @param random a number in [0, 1)
 */
function delayAfter(failed, retryAfterMs, random) {
    const exponential = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failed - 1));
    const jittered = exponential * (0.5 + random / 2);
    return Math.max(jittered, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS));
}
/**
 * Milliseconds that a `Retry-After` header asks for, given as seconds or as an HTTP date (RFC 9110, 10.2.3);
 * undefined when there is none or it means nothing.
 */
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/**
 * Runs an operation until it succeeds, fails for a lasting reason, or has been tried `retries` times.
 * @throws {RequestError} the last failure, which says how often it was tried
 * @throws {Interrupted} when the signal fired
 */
async function withRetries(options, operation) {
    for (let failed = 1;; failed++) {
        if (options.signal?.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$();
        try {
            return await operation();
        }
        catch (error) {
            if (options.signal?.aborted)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$();
            if (!(error instanceof _request_error_js__WEBPACK_IMPORTED_MODULE_2__/* .RequestError */ .G && error.passing))
                throw error;
            if (failed >= options.retries)
                throw error.afterTries(failed);
            await pause(options, error, failed);
        }
    }
}
async function pause(options, error, failed) {
    const delay = delayAfter(failed, error.retryAfterMs, Math.random());
    const seconds = (delay / 1000).toFixed(1);
    options.onRetry?.(`${error.message}; try ${failed + 1} of ${options.retries} in ${seconds} s`);
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delay, undefined, { ...(options.signal && { signal: options.signal }) });
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$();
    }
}


/***/ })

};
