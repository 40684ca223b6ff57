export const id = 400;
export const ids = [400];
export const modules = {

/***/ 8720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ argumentValues)
/* harmony export */ });
/** Build arguments by name: `NAME` alone takes its value from podman's environment, and has none where that has none. */
function argumentValues(buildArgs, env) {
    return new Map(buildArgs.map((argument) => {
        const at = argument.indexOf('=');
        if (at < 0)
            return [argument, env[argument] ?? process.env[argument]];
        return [argument.slice(0, at), argument.slice(at + 1)];
    }));
}


/***/ }),

/***/ 97664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ Exchange),
  J: () => (/* binding */ isOfSteps)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(84974);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/src/cache/loopback/content.js




/** What a loopback registry holds: blobs as files, which all repositories share, and manifests in memory. */
class Content {
    folder;
    upstream;
    #blobs = new Map();
    #lost = new Set();
    #manifests = new Map();
    constructor(folder, upstream) {
        this.folder = folder;
        this.upstream = upstream;
    }
    /** Makes the folder. */
    static async open(folder, upstream) {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        return new Content(folder, upstream);
    }
    /** Where a blob's file is, or would be. */
    blobPath(digest) {
        return (0,external_node_path_.join)(this.folder, (0,oci_digest/* encodedPart */.eA)(digest));
    }
    /** Where the bytes of an upload are collected. */
    uploadPath(id) {
        return (0,external_node_path_.join)(this.folder, `upload-${id}`);
    }
    /** Whether the bytes of a blob are here, not just at the upstream. */
    holds(digest) {
        return this.#blobs.has(digest);
    }
    /** Takes over a file whose digest was checked. */
    async take(digest, file) {
        const { size } = await (0,promises_.stat)(file);
        await (0,promises_.rename)(file, this.blobPath(digest));
        this.#blobs.set(digest, size);
        this.#lost.delete(digest);
    }
    /** Takes in a second name of a file whose digest was checked. */
    async share(digest, file) {
        const { size } = await (0,promises_.stat)(file);
        await (0,promises_.rm)(this.blobPath(digest), { force: true });
        await (0,promises_.link)(file, this.blobPath(digest));
        this.#blobs.set(digest, size);
    }
    /** Notes that a blob was accepted whose bytes could not be kept. */
    lose(digest) {
        this.#lost.add(digest);
    }
    /** Bytes of a blob, wherever it is; undefined when it is nowhere. One that was lost counts as here. */
    blobSize(digest) {
        return this.#blobs.get(digest) ?? this.upstream?.size(digest) ?? (this.#lost.has(digest) ? 0 : undefined);
    }
    /** A blob's bytes from `start` to `end`, both included; undefined when it is nowhere. */
    async openBlob(digest, start, end) {
        if (this.#blobs.has(digest))
            return (0,external_node_fs_.createReadStream)(this.blobPath(digest), { start, end });
        if (this.upstream?.size(digest) === undefined || start !== undefined)
            return undefined;
        return this.upstream.open(digest);
    }
    /** All bytes of a small blob that is here; undefined when it isn't. */
    async read(digest) {
        return this.#blobs.has(digest) ? (0,promises_.readFile)(this.blobPath(digest)) : undefined;
    }
    async deleteBlob(digest) {
        const known = this.#blobs.delete(digest);
        await (0,promises_.rm)(this.blobPath(digest), { force: true });
        return known;
    }
    putManifest(repository, reference, manifest) {
        const known = this.#manifests.get(repository) ?? new Map();
        known.set(reference, manifest).set(manifest.digest, manifest);
        this.#manifests.set(repository, known);
    }
    manifest(repository, reference) {
        return this.#manifests.get(repository)?.get(reference);
    }
    /** Deletes a tag, or a manifest with all tags that point to it. */
    deleteManifest(repository, reference) {
        const known = this.#manifests.get(repository);
        const manifest = known?.get(reference);
        if (known === undefined || manifest === undefined)
            return false;
        known.delete(reference);
        if (reference === manifest.digest) {
            for (const [tag, { digest }] of known)
                if (digest === manifest.digest)
                    known.delete(tag);
        }
        return true;
    }
    /** Tags of a repository, sorted; undefined when there is no such repository. */
    tags(repository) {
        const known = this.#manifests.get(repository);
        return known && [...known.keys()].filter((reference) => !reference.includes(':')).sort();
    }
}

;// CONCATENATED MODULE: ./build/src/cache/loopback/http.js

// As much as the registries that manifests come from take: distribution-spec, "Pushing Manifests".
const LONGEST_MANIFEST = 4 * 1024 * 1024;
/** What a client sees of a request that can't be answered: the codes of distribution-spec, "Error Codes". */
class Refusal extends Error {
    status;
    code;
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
/** Refuses all but some methods. */
function allow(method, ...methods) {
    if (!methods.includes(method))
        throw new Refusal(405, 'UNSUPPORTED', `${method} is not possible here`);
}
/** The part that a Range header asks for; undefined for all of it, which a server may always give (RFC 9110, 14.2). */
function rangeOf(header, size) {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
    if (from === undefined)
        return undefined;
    const start = Number(from);
    const end = to ? Math.min(Number(to), size - 1) : size - 1;
    if (start > end)
        throw new Refusal(416, 'BLOB_UNKNOWN', 'there is no such part');
    return { start, end };
}
/** Passes bytes on and fails when they are not as many as were announced: the client then sees the connection end. */
function exactly(length) {
    return async function* (bytes) {
        let passed = 0;
        for await (const chunk of bytes) {
            passed += chunk.length;
            yield chunk;
        }
        if (passed !== length)
            throw new Error(`${passed} bytes instead of ${length}`);
    };
}
/** The body of a request that is to be short: a manifest. */
async function readAll(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > LONGEST_MANIFEST)
            throw new Refusal(413, 'SIZE_INVALID', 'the manifest is too long');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** Digests of the config and layers that a manifest names. */
function referredBlobs(bytes) {
    let manifest;
    try {
        manifest = JSON.parse(bytes.toString());
    }
    catch {
        throw new Refusal(400, 'MANIFEST_INVALID', 'not JSON');
    }
    return [manifest?.config, ...(manifest?.layers ?? [])].flatMap((each) => (0,oci_digest/* isDigest */.Bc)(each?.digest) ? [each.digest] : []);
}
/** Ends an answer. */
function end(response, status, headers = {}, body) {
    const length = body === undefined && status !== 204 ? { 'content-length': '0' } : {};
    response.writeHead(status, { ...length, ...headers }).end(body);
}
/** Answers a request that could not be served, in the form of distribution-spec, "Error Codes". */
function refuse(request, response, error) {
    // Broken off half-way by either side: the client sees the connection end and knows.
    if (response.headersSent)
        return void response.destroy();
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'UNKNOWN', 'the request could not be answered');
    // What is left of a body must be read, or the client does not come to reading the answer.
    request.resume();
    const body = JSON.stringify({ errors: [{ code: refusal.code, message: refusal.message }] });
    end(response, refusal.status, { 'content-type': 'application/json' }, body);
}

;// CONCATENATED MODULE: ./build/src/cache/loopback/uploads.js


/**
 * Uploads under way. Bytes go to a file as they come and are hashed on the way. When they can't be kept (a full disk), the
 * upload is still taken to its end and only its content is forgotten: a cache must not fail what uses it, and podman gives up a
 * build whose cache refuses a push.
 */
class Uploads {
    content;
    onLoss;
    #uploads = new Map();
    constructor(content, onLoss) {
        this.content = content;
        this.onLoss = onLoss;
    }
    async start() {
        const id = (0,external_node_crypto_.randomUUID)();
        const file = await (0,promises_.open)(this.content.uploadPath(id), 'wx', 0o600);
        this.#uploads.set(id, { hash: (0,external_node_crypto_.createHash)('sha256'), file, size: 0 });
        return id;
    }
    /** Bytes that an upload has; undefined when there is no such upload. */
    size(id) {
        return this.#uploads.get(id)?.size;
    }
    /** Adds bytes; gives how many the upload has now. */
    async append(id, bytes) {
        const upload = this.#uploads.get(id);
        for await (const chunk of bytes) {
            upload.hash.update(chunk);
            upload.size += chunk.length;
            if (upload.failure === undefined)
                await upload.file.writeFile(chunk).catch((error) => {
                    upload.failure = error;
                });
        }
        return upload.size;
    }
    /** Ends an upload: false, and nothing is kept, when its bytes have another digest. */
    async finish(id, digest) {
        const upload = this.#uploads.get(id);
        this.#uploads.delete(id);
        await upload.file.close().catch((error) => {
            upload.failure ??= error;
        });
        const path = this.content.uploadPath(id);
        const matches = `sha256:${upload.hash.digest('hex')}` === digest;
        if (matches && upload.failure === undefined) {
            await this.content.take(digest, path).catch((error) => {
                upload.failure = error;
            });
        }
        if (!matches || upload.failure !== undefined)
            await (0,promises_.rm)(path, { force: true });
        if (matches && upload.failure !== undefined) {
            this.content.lose(digest);
            this.onLoss(upload.failure);
        }
        return matches;
    }
    /** Gives an upload up. */
    async abandon(id) {
        const upload = this.#uploads.get(id);
        this.#uploads.delete(id);
        await upload?.file.close().catch(() => undefined);
        await (0,promises_.rm)(this.content.uploadPath(id), { force: true });
    }
    /** Gives all up. */
    async close() {
        await Promise.all([...this.#uploads.keys()].map((id) => this.abandon(id)));
    }
}

;// CONCATENATED MODULE: ./build/src/cache/loopback/registry.js









// https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull
const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/**
 * A distribution registry on 127.0.0.1 for one run: podman puts layers of the run's images here and takes kept ones from here.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 *
 * Whoever is on this machine can reach it, RUN steps on the host's network too, so it asks for a login that is made for
 * the run and stands in the step's own auth file alone.
 */
class LoopbackRegistry {
    server;
    content;
    uploads;
    username = 'multiarch-build';
    password = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
    #authorization = Buffer.from(`Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`);
    constructor(server, 
    /** What was pushed, and what is offered. */
    content, uploads) {
        this.server = server;
        this.content = content;
        this.uploads = uploads;
        server.on('request', (request, response) => void this.#answer(request, response));
    }
    /**
     * Starts serving on a free port.
     * @param onLoss told when bytes that were pushed can't be kept
     */
    static async start(options) {
        const content = await Content.open(options.folder, options.upstream);
        const server = (0,external_node_http_.createServer)({ keepAliveTimeout: 60_000 });
        await new Promise((listening, failed) => {
            server.once('error', failed);
            server.listen(0, '127.0.0.1', listening);
        });
        // What podman has not ended must not keep this process alive.
        server.unref();
        return new LoopbackRegistry(server, content, new Uploads(content, options.onLoss));
    }
    /** `127.0.0.1:PORT` */
    get host() {
        return `127.0.0.1:${this.server.address().port}`;
    }
    async close() {
        const closed = new Promise((done) => this.server.close(done));
        this.server.closeAllConnections();
        await closed;
        await this.uploads.close();
    }
    async #answer(request, response) {
        try {
            if (!this.#authorized(request)) {
                response.setHeader('www-authenticate', 'Basic realm="multiarch-build"');
                throw new Refusal(401, 'UNAUTHORIZED', 'this registry belongs to one run');
            }
            await this.#route(request, response);
        }
        catch (error) {
            refuse(request, response, error);
        }
    }
    #authorized({ headers }) {
        const given = Buffer.from(headers.authorization ?? '');
        return given.length === this.#authorization.length && (0,external_node_crypto_.timingSafeEqual)(given, this.#authorization);
    }
    async #route(request, response) {
        const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
        const method = request.method ?? 'GET';
        if (/^\/v2\/?$/.test(pathname))
            return end(response, 200, {}, '{}');
        const [, name, kind, rest] = /^\/v2\/(.+)\/(blobs|manifests|tags|referrers)\/(.*)$/.exec(pathname) ?? [];
        if (name === undefined || !NAME.test(name))
            throw new Refusal(404, 'NAME_INVALID', 'no such address');
        const call = { request, response, method, name, query };
        const reference = decodeURIComponent(rest);
        if (kind === 'manifests')
            return this.#manifest(call, reference);
        if (kind === 'tags')
            return this.#tags(call);
        if (kind === 'referrers')
            return end(response, 200, { 'content-type': types/* mediaType */.JL.ociIndex }, NO_REFERRERS);
        const [, id] = /^uploads\/([^/]*)$/.exec(reference) ?? [];
        if (id !== undefined)
            return this.#upload(call, id);
        return this.#blob(call, reference);
    }
    async #blob({ request, response, method }, digest) {
        if (!(0,oci_digest/* isDigest */.Bc)(digest))
            throw new Refusal(400, 'DIGEST_INVALID', 'not a sha256 digest');
        const size = this.content.blobSize(digest);
        if (size === undefined)
            throw new Refusal(404, 'BLOB_UNKNOWN', 'there is no such blob');
        if (method === 'DELETE') {
            if (!(await this.content.deleteBlob(digest)))
                throw new Refusal(404, 'BLOB_UNKNOWN', 'not held here');
            return end(response, 202);
        }
        allow(method, 'GET', 'HEAD');
        const range = this.content.holds(digest) ? rangeOf(request.headers.range, size) : undefined;
        response.writeHead(range ? 206 : 200, {
            'content-type': 'application/octet-stream',
            'docker-content-digest': digest,
            'content-length': range ? range.end - range.start + 1 : size,
            ...(this.content.holds(digest) && { 'accept-ranges': 'bytes' }),
            ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
        });
        if (method === 'HEAD')
            return void response.end();
        const bytes = await this.content.openBlob(digest, range?.start, range?.end);
        if (bytes === undefined)
            return void response.destroy();
        await (0,external_node_stream_promises_.pipeline)(bytes, exactly(range ? range.end - range.start + 1 : size), response);
    }
    async #upload(call, id) {
        const { response, method, query } = call;
        if (id === '') {
            allow(method, 'POST');
            return this.#startUpload(call);
        }
        if (this.uploads.size(id) === undefined) {
            throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload');
        }
        allow(method, 'GET', 'PATCH', 'PUT', 'DELETE');
        if (method === 'DELETE') {
            await this.uploads.abandon(id);
            return end(response, 204);
        }
        if (method === 'PUT')
            return this.#finishUpload(call, id, query.get('digest'));
        if (method === 'PATCH') {
            this.#requireNext(call, id);
            await this.uploads.append(id, call.request);
        }
        end(response, method === 'PATCH' ? 202 : 204, this.#progress(call, id));
    }
    async #startUpload(call) {
        const { response, query, name } = call;
        const mount = query.get('mount');
        if ((0,oci_digest/* isDigest */.Bc)(mount) && this.content.blobSize(mount) !== undefined) {
            return end(response, 201, blobHeaders(name, mount));
        }
        const id = await this.uploads.start();
        if (query.has('digest'))
            return this.#finishUpload(call, id, query.get('digest'));
        end(response, 202, this.#progress(call, id));
    }
    async #finishUpload(call, id, digest) {
        this.#requireNext(call, id);
        await this.uploads.append(id, call.request);
        if (!(0,oci_digest/* isDigest */.Bc)(digest)) {
            await this.uploads.abandon(id);
            throw new Refusal(400, 'DIGEST_INVALID', 'not a sha256 digest');
        }
        if (!(await this.uploads.finish(id, digest))) {
            throw new Refusal(400, 'DIGEST_INVALID', 'the bytes have another digest');
        }
        end(call.response, 201, blobHeaders(call.name, digest));
    }
    /** Chunks must come in order (distribution-spec, "Pushing a blob in chunks"). */
    #requireNext({ request }, id) {
        const [, start] = /^(?:bytes[ =])?(\d+)-\d*/.exec(request.headers['content-range'] ?? '') ?? [];
        if (start !== undefined && Number(start) !== this.uploads.size(id)) {
            throw new Refusal(416, 'BLOB_UPLOAD_INVALID', `the next byte is ${this.uploads.size(id)}`);
        }
    }
    #progress({ name }, id) {
        const size = this.uploads.size(id);
        return {
            location: `/v2/${name}/blobs/uploads/${id}`,
            'docker-upload-uuid': id,
            range: `0-${Math.max(0, size - 1)}`,
        };
    }
    async #manifest(call, reference) {
        const { response, method, name } = call;
        if (!(0,oci_digest/* isDigest */.Bc)(reference) && !(0,oci_reference/* isTag */.dz)(reference)) {
            throw new Refusal(400, 'MANIFEST_INVALID', 'neither a tag nor a digest');
        }
        if (method === 'PUT')
            return this.#putManifest(call, reference);
        allow(method, 'GET', 'HEAD', 'DELETE');
        const manifest = this.content.manifest(name, reference);
        if (manifest === undefined)
            throw new Refusal(404, 'MANIFEST_UNKNOWN', 'there is no such manifest');
        if (method === 'DELETE') {
            this.content.deleteManifest(name, reference);
            return end(response, 202);
        }
        const headers = {
            'content-type': manifest.mediaType,
            'docker-content-digest': manifest.digest,
            'content-length': String(manifest.bytes.length),
        };
        end(response, 200, headers, method === 'HEAD' ? undefined : manifest.bytes);
    }
    async #putManifest({ request, response, name }, reference) {
        const bytes = await readAll(request);
        const digest = (0,oci_digest/* digestOf */.ol)(bytes);
        if ((0,oci_digest/* isDigest */.Bc)(reference) && reference !== digest) {
            throw new Refusal(400, 'DIGEST_INVALID', `the manifest’s digest is ${digest}`);
        }
        const manifest = {
            bytes,
            digest,
            mediaType: request.headers['content-type'] ?? types/* mediaType */.JL.ociManifest,
        };
        this.#requireBlobs(bytes);
        this.content.putManifest(name, reference, manifest);
        end(response, 201, { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest });
    }
    #requireBlobs(bytes) {
        for (const digest of referredBlobs(bytes)) {
            if (this.content.blobSize(digest) !== undefined)
                continue;
            throw new Refusal(400, 'MANIFEST_BLOB_UNKNOWN', `${digest} was not pushed`);
        }
    }
    #tags({ response, method, name, query }) {
        allow(method, 'GET');
        const all = this.content.tags(name);
        if (all === undefined)
            throw new Refusal(404, 'NAME_UNKNOWN', 'there is no such repository');
        const last = query.get('last');
        const after = last === null ? all : all.filter((tag) => tag > last);
        const count = query.has('n') ? Number(query.get('n')) : after.length;
        const tags = after.slice(0, count);
        const more = tags.length > 0 && tags.length < after.length;
        const next = `</v2/${name}/tags/list?n=${count}&last=${tags.at(-1)}>; rel="next"`;
        end(response, 200, { 'content-type': 'application/json', ...(more && { link: next }) }, JSON.stringify({ name, tags }));
    }
}
const NO_REFERRERS = JSON.stringify({ schemaVersion: 2, mediaType: types/* mediaType */.JL.ociIndex, manifests: [] });
function blobHeaders(name, digest) {
    return { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest };
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
// EXTERNAL MODULE: ./build/src/host/process.js
var process = __webpack_require__(73185);
// EXTERNAL MODULE: ./build/src/oci/parse.js
var parse = __webpack_require__(62612);
// EXTERNAL MODULE: ./build/src/podman/transfer.js
var transfer = __webpack_require__(69048);
// EXTERNAL MODULE: ./build/src/registry/auth-file.js
var auth_file = __webpack_require__(20530);
// EXTERNAL MODULE: ./build/src/registry/base-image.js
var base_image = __webpack_require__(66392);
;// CONCATENATED MODULE: ./build/src/pipeline/steps/exchange.js












/** Name of what is taken from and put into the exchange's registry. */
const STEPS_REPOSITORY = 'multiarch-build/steps';
const FOLDER_PREFIX = 'steps-';
/** Whether a repository is that of an exchange. */
function isOfSteps(repository) {
    return /^127\.0\.0\.1:\d+\/multiarch-build\/steps$/.test(repository);
}
/**
 * Where images of single steps pass between podman's stores and the cache: a registry on 127.0.0.1, which all platforms of a run share. It is
 * started when something is to pass. Layers of base images come through it from their own registry, and are never kept here.
 */
class Exchange {
    site;
    cache;
    started;
    fetched = new Map();
    upstream = new Map();
    bases = new Map();
    pushes = 0;
    constructor(site, cache) {
        this.site = site;
        this.cache = cache;
    }
    /**
     * Opens a base image by the digest of its own manifest, so that podman can have its layers here and leaves them out of what it
     * pushes.
     * @returns undefined when it isn't there
     */
    base(repository, digest) {
        const name = (0,oci_reference/* digestReference */.O9)(repository, digest);
        const opening = this.bases.get(name) ?? this.openBase(repository, digest);
        this.bases.set(name, opening);
        return opening;
    }
    /** Brings a layer from the cache here; false when it can't be had. */
    fetch(layer) {
        const fetching = this.fetched.get(layer.digest) ?? this.fetchOnce(layer);
        this.fetched.set(layer.digest, fetching);
        return fetching;
    }
    /**
     * Brings the image of a step, whose layers are all here, into a store.
     * @returns its id, or podman's reason for not taking it
     */
    async pull({ manifest, config }, platform, { store, env, signal }) {
        const { registry, ...local } = await this.open();
        const { content } = registry;
        const configBytes = Buffer.from(JSON.stringify(config));
        const configDigest = (0,oci_digest/* digestOf */.ol)(configBytes);
        const file = content.uploadPath((0,oci_digest/* encodedPart */.eA)(configDigest));
        await (0,promises_.writeFile)(file, configBytes, { mode: 0o600 });
        await content.take(configDigest, file);
        const descriptor = { ...manifest.config, digest: configDigest, size: configBytes.length };
        const bytes = Buffer.from(JSON.stringify({ ...manifest, config: descriptor }));
        const digest = (0,oci_digest/* digestOf */.ol)(bytes);
        content.putManifest(STEPS_REPOSITORY, digest, { bytes, digest, mediaType: manifest.mediaType });
        const args = (0,transfer/* pullArguments */.aF)(store, local, `${STEPS_REPOSITORY}@${digest}`, platform);
        const said = { stdout: '', stderr: '' };
        const onLine = (line, from) => {
            said[from] = line.trim() || said[from];
        };
        const { exitCode } = await (0,process/* stream */.Td)('podman', args, { env, signal, onLine });
        const isDone = exitCode === 0 && /^[0-9a-f]{64}$/.test(said.stdout);
        return isDone ? { id: said.stdout } : (0,plain_text/* plainText */.wh)(said.stderr);
    }
    /**
     * Takes the image of a step from a store. Layers that the upstream has are left there.
     * @returns undefined when podman doesn't give it, or its bytes could not be kept
     */
    async push(imageId, { store, env, signal }) {
        const { registry, ...local } = await this.open();
        const tag = `step-${++this.pushes}`;
        const { format } = this.site.request.build;
        const args = (0,transfer/* pushArguments */.T8)(store, local, imageId, `${STEPS_REPOSITORY}:${tag}`, format);
        const { exitCode } = await (0,process/* stream */.Td)('podman', args, { env, signal });
        const pushed = registry.content.manifest(STEPS_REPOSITORY, tag);
        if (exitCode !== 0 || pushed === undefined)
            return undefined;
        const manifest = (0,parse/* parseManifest */.Ng)(pushed.bytes);
        const config = await registry.content.read(manifest.config.digest);
        return config && { manifest, config: JSON.parse(config.toString()) };
    }
    /** The file of a layer that was pushed; undefined when it is not here. */
    async layerFile({ digest }) {
        const { registry } = await this.open();
        return registry.content.holds(digest) ? registry.content.blobPath(digest) : undefined;
    }
    async close() {
        if (this.started === undefined)
            return;
        const { registry, folder } = await this.started;
        await registry.close();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    async openBase(repository, digest) {
        try {
            const image = await (0,base_image/* openBaseImage */.n)(this.site.publication.client, repository, digest);
            if (image === undefined || image.diffIds.length !== image.layers.length)
                return undefined;
            for (const layer of image.layers)
                this.upstream.set(layer.digest, { layer, image });
            return image;
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.gl || error instanceof parse/* MalformedError */.G4)
                return undefined;
            throw error;
        }
    }
    open() {
        this.started ??= this.start();
        return this.started;
    }
    async start() {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.cache.folder, FOLDER_PREFIX));
        const registry = await LoopbackRegistry.start({
            folder: (0,external_node_path_.join)(folder, 'content'),
            upstream: {
                size: (digest) => this.upstream.get(digest)?.layer.size,
                open: (digest) => {
                    const { layer, image } = this.upstream.get(digest);
                    return image.blob(layer);
                },
            },
            onLoss: ({ message }) => this.site.warn(`cache: a layer could not be kept: ${message}`),
        });
        const { host, username, password } = registry;
        const authFile = (0,external_node_path_.join)(folder, 'auth.json');
        const auths = { [host]: (0,auth_file/* encodeEntry */.vv)({ username, password }) };
        await (0,promises_.writeFile)(authFile, JSON.stringify({ auths }), { mode: 0o600 });
        return { host, authFile, registry, folder };
    }
    async fetchOnce(layer) {
        const { content } = (await this.open()).registry;
        const file = content.uploadPath(`fetch-${(0,oci_digest/* encodedPart */.eA)(layer.digest)}`);
        if (!(await this.cache.store.fetchBlob(layer, file)))
            return false;
        await content.take(layer.digest, file);
        return true;
    }
}


/***/ }),

/***/ 35173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ removeImages),
/* harmony export */   Fq: () => (/* binding */ ownImages),
/* harmony export */   It: () => (/* binding */ manifestDigest),
/* harmony export */   JD: () => (/* binding */ imageDigests),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ec: () => (/* binding */ storedImages),
/* harmony export */   wg: () => (/* binding */ removeNamed)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73185);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6559);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23856);
/* harmony import */ var _storage_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72272);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77034);







/**
 * The images in a store that come from registries. What builds made is left out: it has no digest of a registry. The
 * user's own store is seen through this one, and may hold hundreds: of those only the `wanted` are looked at.
 *
 * Lists whose images are gone, half-removed images and the like are common in stores that people work in, and no build
 * needs them: what podman can't show is left out.
 * @returns undefined when podman can't even list them
 */
async function storedImages(store, env, wanted) {
    const all = await list(store, env);
    const listed = all ?? (await listOwn(store, env));
    if (listed === undefined)
        return undefined;
    const shared = all === undefined ? await sharedImages(store, wanted) : [];
    const candidates = listed.filter((image) => (image.RepoDigests ?? []).length > 0 && (image.ReadOnly !== true || wanted(repositoriesOf(image))));
    const inspected = await inspectEach(store, env, [...new Set(candidates.map(({ Id }) => Id))]);
    const found = candidates.flatMap((image) => {
        const details = inspected.find(({ Id }) => Id === image.Id);
        return details === undefined ? [] : [storedImage(image, details)];
    });
    return [...found, ...shared];
}
/**
 * Removes the images of a store, as far as podman does: those of the user's own, which is seen through this one, can't be
 * removed through it.
 */
async function removeImages(store, env) {
    await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', [...(0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeArguments */ .UI)(store), 'rmi', '--all', '--force'], { env });
}
/** Removes those that are called so, under all of their names. Whether they are gone is to be looked at. */
async function removeNamed(store, env, names) {
    await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', [...(0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeArguments */ .UI)(store), 'rmi', '--force', ...names], { env });
}
async function list(store, env) {
    const args = [...(0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeArguments */ .UI)(store), 'images', '--format', 'json'];
    const { exitCode, stdout } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', args, { env });
    return exitCode === 0 ? JSON.parse(stdout || '[]') : undefined;
}
async function listOwn(store, env) {
    return (await ownImages(store, env))?.map(({ Id, RepoTags, RepoDigests }) => ({
        Id,
        Names: RepoTags ?? [],
        RepoDigests: RepoDigests ?? [],
    }));
}
/**
 * The images of the run's own store alone, those of single steps too, by the storage's own list of them: podman 4.3 gives up on
 * listing any for one list in the user's store whose images are gone, and no filter keeps it from looking there.
 * https://github.com/containers/storage/blob/v1.43.0/images.go, `imagepath`
 * @returns undefined when there is no such list
 */
async function ownImages(store, env) {
    const listed = await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(store.graphRoot, store.driver);
    return (listed &&
        inspectEach(store, env, listed.map(({ id }) => id)));
}
/**
 * The digest of the platform's own manifest of an image that podman pulled, or that the user has. podman 4.3 notes another one as the base's
 * in what it builds in more than one step: that of the last step's image (docs/traps.md, 37).
 * @param name as podman notes it
 * @returns undefined when no store has an image of that name
 */
async function manifestDigest(store, name) {
    for (const root of [store.graphRoot, ...store.sharedRoots]) {
        const found = (await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(root, store.driver))?.find(({ names }) => names?.includes(name));
        const digest = found?.['big-data-digests']?.manifest;
        if ((0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(digest))
            return digest;
    }
    return undefined;
}
/** The digests of the platforms' own manifests, by the names that images of a store have. */
async function imageDigests(store) {
    const images = (await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(store.graphRoot, store.driver)) ?? [];
    return new Map(images.flatMap(({ names = [], 'big-data-digests': digests }) => {
        const digest = digests?.manifest;
        return (0,_oci_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(digest) ? names.map((name) => [name, digest]) : [];
    }));
}
/** The user's own images that are wanted, by the storage's own list and files, where podman gives up on listing any. */
async function sharedImages(store, wanted) {
    const found = [];
    for (const root of store.sharedRoots) {
        for (const { id, names = [] } of (await (0,_storage_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readImageList */ .m)(root, store.driver)) ?? []) {
            const repositories = [...new Set(names.map(repositoryOf))];
            if (repositories.length === 0 || !wanted(repositories))
                continue;
            // A file's name in containers/storage for what isn't plain: `makeBigDataBaseName`.
            const config = `=${Buffer.from(`sha256:${id}`).toString('base64')}`;
            const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, `${store.driver}-images`, id, config), 'utf8').catch(() => undefined);
            if (text === undefined)
                continue;
            const { os, architecture, variant, rootfs } = JSON.parse(text);
            found.push({
                id,
                name: names[0],
                names,
                repositories,
                platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .normalizePlatform */ .FL)({ os, architecture, ...(variant && { variant }) }),
                diffIds: rootfs?.diff_ids ?? [],
                readOnly: true,
            });
        }
    }
    return found;
}
/** At once, since each start of podman takes a while; one by one when some image makes podman give up on all. */
async function inspectEach(store, env, ids) {
    if (ids.length === 0)
        return [];
    const args = [...(0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeArguments */ .UI)(store), 'image', 'inspect', ...ids];
    const { exitCode, stdout } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('podman', args, { env });
    if (exitCode === 0)
        return JSON.parse(stdout || '[]');
    if (ids.length === 1)
        return [];
    return (await Promise.all(ids.map((id) => inspectEach(store, env, [id])))).flat();
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
        id: listed.Id,
        name: namesOf(listed)[0],
        names: namesOf(listed),
        repositories: repositoriesOf(listed),
        platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .normalizePlatform */ .FL)({ os, architecture, ...(variant && { variant }) }),
        diffIds: inspected.RootFS?.Layers ?? [],
        readOnly: listed.ReadOnly === true,
    };
}
/** An image's name without tag and digest. */
function repositoryOf(name) {
    return name.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
}


/***/ }),

/***/ 72272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ storeLayers),
/* harmony export */   m: () => (/* binding */ readImageList)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** The images of a store; undefined when there is no list of them. */
async function readImageList(graphRoot, driver) {
    return readList((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(graphRoot, `${driver}-images`, 'images.json'));
}
/** @returns undefined when there is no list of images or layers */
async function storeLayers({ graphRoot, driver }) {
    const images = await readImageList(graphRoot, driver);
    const layers = await readList((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(graphRoot, `${driver}-layers`, 'layers.json'));
    if (images === undefined || layers === undefined)
        return undefined;
    const own = new Set(layers.map(({ id }) => id));
    const needed = [...images.map(({ layer }) => layer), ...layers.map(({ parent }) => parent)];
    return {
        bytes: layers.reduce((sum, layer) => sum + (layer['diff-size'] ?? 0), 0),
        standAlone: needed.every((id) => !id || own.has(id)),
    };
}
async function readList(path) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 69048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T8: () => (/* binding */ pushArguments),
/* harmony export */   VW: () => (/* binding */ basePullArguments),
/* harmony export */   aF: () => (/* binding */ pullArguments)
/* harmony export */ });
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77034);

/** The arguments that bring an image of a local registry into a store; podman then prints its id. */
function pullArguments(store, { host, authFile }, name, platform) {
    return [
        ...(0,_store_js__WEBPACK_IMPORTED_MODULE_0__/* .storeArguments */ .UI)(store),
        'pull',
        '--quiet',
        `--authfile=${authFile}`,
        '--tls-verify=false',
        `--platform=${platform.text}`,
        `docker://${host}/${name}`,
    ];
}
/**
 * The arguments that bring a base image to where a build finds it, as `podman build` would.
 * @param podman podman's global arguments
 */
function basePullArguments(podman, image, platform) {
    return [...podman, 'pull', '--quiet', `--platform=${platform.text}`, '--', image];
}
/** The arguments that send an image of a store to a local registry. */
function pushArguments(store, { host, authFile }, imageId, name, format) {
    return [
        ...(0,_store_js__WEBPACK_IMPORTED_MODULE_0__/* .storeArguments */ .UI)(store),
        'push',
        '--quiet',
        `--authfile=${authFile}`,
        '--tls-verify=false',
        `--format=${format === 'oci' ? 'oci' : 'v2s2'}`,
        imageId,
        `docker://${host}/${name}`,
    ];
}


/***/ }),

/***/ 66392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ openBaseImage)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38321);
/* harmony import */ var _oci_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6559);
/* harmony import */ var _oci_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62612);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84974);




/** Registries count each look at a manifest, and what a digest names never changes. */
const OPENED = new WeakMap();
/**
 * Opens an image by the digest of its own manifest.
 * @returns undefined when it isn't there
 * @throws {RegistryError}
 * @throws {MalformedError}
 */
function openBaseImage(client, repository, digest) {
    const opened = OPENED.get(client) ?? new Map();
    OPENED.set(client, opened);
    const name = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .digestReference */ .O9)(repository, digest);
    const opening = opened.get(name) ?? open(client, repository, digest);
    opened.set(name, opening);
    // What failed may be tried again.
    opening.catch(() => opened.delete(name));
    return opening;
}
async function open(client, repository, digest) {
    const image = await client.open(repository, digest);
    if (image === undefined)
        return undefined;
    const { config, layers } = (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(image.root.bytes);
    const content = fieldsOf(parseJson(await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.buffer)(await image.blob(config))));
    const diffIds = arrayOf(fieldsOf(content.rootfs).diff_ids).filter(_oci_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc);
    const settings = fieldsOf(content.config);
    const history = arrayOf(content.history);
    return {
        layers,
        diffIds: diffIds.length === layers.length ? diffIds : [],
        history: history.length,
        builtAt: Date.parse(String(fieldsOf(history.at(-1)).created)) || 0,
        environment: arrayOf(settings.Env).map(String),
        onBuild: arrayOf(settings.OnBuild).map(String),
        blob: (layer) => image.blob(layer),
    };
}
function parseJson(bytes) {
    try {
        return JSON.parse(bytes.toString());
    }
    catch {
        throw new _oci_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .MalformedError */ .G4('its config is no JSON');
    }
}
function fieldsOf(value) {
    return (0,_oci_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(value) ? value : {};
}
function arrayOf(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 61020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ RegistryClient)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./build/src/registry/hosts.js
var hosts = __webpack_require__(98934);
// EXTERNAL MODULE: ./build/src/registry/request-error.js
var request_error = __webpack_require__(43135);
// EXTERNAL MODULE: ./build/src/registry/retry.js
var retry = __webpack_require__(83399);
;// CONCATENATED MODULE: ./build/src/registry/blob-upload.js



/**
 * Mounts a blob from another repository or uploads it by POST and PUT.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs
 * @throws {RequestError} when the registry refuses or fails; nothing was stored then
 */
async function pushBlob(session, upload) {
    const location = (await mount(session, upload)) ?? (await begin(session, upload));
    if (location === 'mounted')
        return 'mounted';
    await put(session, upload, location);
    return 'uploaded';
}
/** `mounted`; or where to upload to, when the registry opened an upload instead; undefined when it did neither. */
async function mount(session, upload) {
    const { repository, descriptor, mountFrom } = upload;
    if (!mountFrom || mountFrom.registry !== repository.registry || mountFrom.path === repository.path)
        return undefined;
    const query = `?mount=${descriptor.digest}&from=${encodeURIComponent((0,hosts/* apiName */.e0)(mountFrom))}`;
    const call = { ...postCall(upload, query), source: mountFrom };
    try {
        const answer = await session.send(call);
        if (answer.status !== 201)
            return await uploadLocation(session, call, answer);
        await answer.discard();
        return 'mounted';
    }
    catch (error) {
        // Not being allowed to read the other repository is no reason not to upload.
        const { status = 0 } = error instanceof request_error/* RequestError */.G ? error : {};
        if (status >= 400 && !(0,retry/* isPassingStatus */.Wj)(status))
            return undefined;
        throw error;
    }
}
async function begin(session, upload) {
    const call = postCall(upload, '');
    return uploadLocation(session, call, await session.send(call));
}
async function uploadLocation(session, call, answer) {
    if (answer.status >= 300)
        throw await session.refusal(call, answer);
    if (answer.status !== 202 || answer.header('location') === undefined) {
        throw session.unexpected(call, answer, 'no upload was opened');
    }
    await answer.discard();
    return session.locationOf(answer, call);
}
async function put(session, upload, location) {
    const { repository, descriptor } = upload;
    const opened = [];
    const open = () => {
        const content = upload.open();
        opened.push(content);
        return content;
    };
    const call = {
        method: 'PUT',
        repository,
        target: withDigest(location, descriptor.digest),
        object: `blob ${descriptor.digest}`,
        action: 'push',
        headers: { 'content-type': 'application/octet-stream' },
        body: { open, size: descriptor.size },
        commits: true,
    };
    try {
        const answer = await session.send(call);
        if (answer.status >= 300)
            throw await session.refusal(call, answer);
        // Some registries answer another 2xx than the spec's 201; a health page has neither of these headers.
        const taken = answer.header('docker-content-digest') ?? answer.header('location');
        if (answer.status !== 201 && taken === undefined)
            throw session.unexpected(call, answer, 'the blob was not taken');
        await answer.discard();
    }
    finally {
        for (const content of opened)
            content.destroy();
    }
}
function postCall({ repository, descriptor }, query) {
    return {
        method: 'POST',
        repository,
        target: `blobs/uploads/${query}`,
        object: `upload of blob ${descriptor.digest}`,
        action: 'push',
        body: Buffer.alloc(0),
    };
}
// The registry's own query must come back letter by letter (it may be signed), which URLSearchParams would not keep.
function withDigest(location, digest) {
    const url = new URL(location);
    url.search = `${url.search}${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`;
    return url;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/src/registry/blobs.js



/** Whether a repository holds a blob, asked with the right to read or to push. */
async function hasBlob(session, repository, descriptor, action) {
    const call = blobCall('HEAD', repository, descriptor, action);
    const answer = await session.send(call);
    if (answer.status === 404) {
        answer.destroy();
        return false;
    }
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    await answer.discard();
    const { contentLength = descriptor.size } = answer;
    const digest = answer.header('docker-content-digest') ?? descriptor.digest;
    if (contentLength === descriptor.size && digest === descriptor.digest) {
        // A health page may come without a length: then nothing speaks for the blob, and uploading it does no harm.
        return answer.contentLength !== undefined || answer.header('docker-content-digest') !== undefined;
    }
    throw session.unexpected(call, answer, 'what is there has another size or digest');
}
/** A blob's content; the stream fails at its end when it isn't what the descriptor says. */
async function getBlob(session, repository, descriptor) {
    const call = blobCall('GET', repository, descriptor, 'pull');
    const answer = await session.send(call);
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    const { contentLength = descriptor.size } = answer;
    if (contentLength !== descriptor.size)
        throw session.unexpected(call, answer, `with ${contentLength} bytes instead of ${descriptor.size}`);
    const content = external_node_stream_.Readable.from(checked(session, call, answer, descriptor), { objectMode: false });
    // A generator that was never started would not let go of the connection.
    return content.on('close', () => answer.destroy());
}
async function* checked(session, call, answer, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let read = 0;
    for await (const chunk of answer.chunks()) {
        read += chunk.length;
        if (read > size)
            break;
        hash.update(chunk);
        yield chunk;
    }
    const found = `sha256:${hash.digest('hex')}`;
    if (read !== size)
        throw session.lasting(call, `the blob has not the ${size} bytes that its descriptor says`);
    if (found !== digest)
        throw session.lasting(call, `the blob's digest is ${found}`);
}
function blobCall(method, repository, { digest }, action) {
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new Error(`not a digest: ${JSON.stringify(digest)}`);
    return { method, repository, target: `blobs/${digest}`, object: `blob ${digest}`, action };
}

// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(84974);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(57578);
// EXTERNAL MODULE: ./build/src/registry/answer.js
var registry_answer = __webpack_require__(49843);
;// CONCATENATED MODULE: ./build/src/registry/manifests.js




// https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests: "at least 4 megabytes"
const LONGEST_MANIFEST = 4 * 1024 * 1024;
const MANIFEST_TYPES = [
    types/* mediaType */.JL.ociIndex,
    types/* mediaType */.JL.dockerIndex,
    types/* mediaType */.JL.ociManifest,
    types/* mediaType */.JL.dockerManifest,
];
/** Writes a manifest under a tag or digest; gives the digest that the registry reports, if it reports one. */
async function putManifest(session, repository, reference, { bytes, type }) {
    const call = {
        ...manifestCall('PUT', repository, reference),
        action: 'push',
        headers: { 'content-type': type },
        body: bytes,
        commits: true,
    };
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    const answer = await session.send(call);
    if (answer.status >= 300)
        throw await session.refusal(call, answer);
    await answer.discard();
    const told = answer.header('docker-content-digest');
    // Some registries answer another 2xx than the spec's 201; a health page has neither of these headers.
    if (answer.status !== 201 && told === undefined && answer.header('location') === undefined) {
        throw session.unexpected(call, answer, 'the manifest was not taken');
    }
    if (!(0,oci_digest/* isDigest */.Bc)(told))
        return undefined;
    if (told === digest)
        return told;
    throw session.lasting(call, `the registry stored ${told} instead of ${digest}`);
}
/** A manifest's exact bytes, checked against every digest known; undefined when there is none. */
async function getManifest(session, repository, reference) {
    const call = manifestCall('GET', repository, reference);
    const answer = await session.send(call);
    if (answer.status === 404)
        return absent(answer);
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    const bytes = await answer.read(LONGEST_MANIFEST);
    if (!bytes)
        throw session.lasting(call, `the manifest is longer than ${LONGEST_MANIFEST} bytes`);
    const manifest = (0,registry_answer/* parseObject */.lj)(bytes);
    if (typeof manifest?.schemaVersion !== 'number')
        throw session.unexpected(call, answer, 'the body is no manifest');
    const digest = (0,oci_digest/* digestOf */.ol)(bytes);
    const expected = [reference, answer.header('docker-content-digest')].filter(oci_digest/* isDigest */.Bc);
    const wrong = expected.find((other) => other !== digest);
    if (wrong)
        throw session.unexpected(call, answer, `the body's digest is ${digest} instead of ${wrong}`);
    return { bytes, digest, mediaType: manifestType(answer, manifest.mediaType) };
}
/** What a tag or digest refers to, by HEAD where the registry says enough then; undefined when there is none. */
async function resolveManifest(session, repository, reference) {
    const call = manifestCall('HEAD', repository, reference);
    const answer = await session.send(call);
    if (answer.status === 404)
        return absent(answer);
    if (answer.status !== 200)
        throw await session.refusal(call, answer);
    await answer.discard();
    const told = descriptorOf(answer, reference);
    if (told)
        return told;
    const manifest = await getManifest(session, repository, reference);
    return manifest && { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}
/** A manifest's own word where the header says nothing definite (`application/json`). */
function manifestType(answer, own) {
    return !MANIFEST_TYPES.includes(answer.contentType) && typeof own === 'string' ? own : answer.contentType;
}
/** What the headers of a manifest's answer say of it; undefined when they don't say everything. */
function descriptorOf(answer, reference) {
    const digest = answer.header('docker-content-digest');
    const { contentLength: size, contentType } = answer;
    if (!(0,oci_digest/* isDigest */.Bc)(digest) || size === undefined || !MANIFEST_TYPES.includes(contentType))
        return undefined;
    if ((0,oci_digest/* isDigest */.Bc)(reference) && reference !== digest)
        return undefined;
    return { mediaType: contentType, digest, size };
}
function absent(answer) {
    answer.destroy();
    return undefined;
}
function manifestCall(method, repository, reference) {
    if (!(0,oci_digest/* isDigest */.Bc)(reference) && !(0,oci_reference/* isTag */.dz)(reference))
        throw new Error(`neither tag nor digest: ${JSON.stringify(reference)}`);
    return {
        method,
        repository,
        target: `manifests/${reference}`,
        object: `manifest ${reference}`,
        action: 'pull',
        headers: { accept: MANIFEST_TYPES.join(', ') },
    };
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
;// CONCATENATED MODULE: ./build/src/registry/opened-image.js






/**
 * Opens an image at the first source that has it. A source that fails is passed over, and only when the last one
 * fails in a passing way are all of them tried again, so that a mirror that is down costs one attempt.
 * @param known asked before anything is fetched twice: with some, a tag costs a HEAD
 * @returns undefined when no source has it
 * @throws {RegistryError} of the last source
 */
async function openImage(reader, sources, reference, known) {
    const have = (0,oci_digest/* isDigest */.Bc)(reference) ? known.get(reference) : undefined;
    if (have)
        return opened(reader, sources, have);
    return firstOf(reader, sources, async (session, source, later) => {
        const { repository } = source;
        const head = known.size > 0 ? await resolveManifest(session, repository, reference) : undefined;
        if (known.size > 0 && head === undefined)
            return undefined;
        const root = (head && known.get(head.digest)) ?? (await getManifest(session, repository, head?.digest ?? reference));
        return root && opened(reader, [source, ...later], root);
    });
}
function opened(reader, sources, root) {
    return {
        root,
        foundIn: sources[0].repository,
        manifest: (digest) => firstOf(reader, sources, (session, { repository }) => getManifest(session, repository, digest)),
        blob: async (descriptor) => {
            const content = await firstOf(reader, sources, (session, { repository }) => getBlob(session, repository, descriptor));
            return content;
        },
    };
}
/** What the first source gives that has it; undefined when none has it. */
function firstOf({ sessionOf, options }, sources, ask) {
    return (0,retry/* withRetries */.LH)(options, async () => {
        const problems = [];
        for (const [at, source] of sources.entries()) {
            const later = sources.slice(at + 1);
            try {
                const found = await ask(sessionOf(source), source, later);
                if (found !== undefined)
                    return found;
            }
            catch (error) {
                if (!(error instanceof errors/* RegistryError */.gl))
                    throw error;
                if (later.length === 0)
                    throw withProblems(error, problems);
                problems.push((0,errors/* messageOf */.bD)(error));
                options.onRetry?.(`${(0,errors/* messageOf */.bD)(error)}; asking ${later[0].repository.registry} instead`);
            }
        }
        return undefined;
    });
}
function withProblems(error, problems) {
    if (problems.length === 0 || !(error instanceof request_error/* RequestError */.G))
        return error;
    return error.withNote(`its mirrors failed too: ${problems.join('; ')}`);
}

// EXTERNAL MODULE: ./build/src/registry/rules.js
var rules = __webpack_require__(66294);
;// CONCATENATED MODULE: ./build/src/registry/challenge.js
const TOKEN = String.raw `[!#$%&'*+.^_\`|~0-9A-Za-z-]+`;
const PARAMETER = new RegExp(String.raw `(${TOKEN})[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|(${TOKEN}))`, 'y');
const SCHEME = new RegExp(String.raw `(${TOKEN})(?=[ \t,]|$)`, 'y');
// A challenge may carry one bare value instead of parameters (`Negotiate YII…==`).
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y;
const SEPARATOR = /[ \t,]+/y;
/**
 * Parses the value of `WWW-Authenticate`, several headers joined by commas. Quoted values may hold commas and escaped
 * quotes (RFC 9110, 11.6.1). Parsing ends at what can't be understood; what came before it is kept.
 */
function parseChallenges(header) {
    const challenges = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(header);
        if (match)
            at = pattern.lastIndex;
        return match ?? undefined;
    };
    while (at < header.length) {
        if (take(SEPARATOR))
            continue;
        const current = challenges.at(-1);
        const parameter = current && take(PARAMETER);
        if (parameter) {
            current.parameters[parameter[1].toLowerCase()] = parameter[2]?.replace(/\\(.)/g, '$1') ?? parameter[3];
            continue;
        }
        const scheme = take(SCHEME);
        if (scheme)
            challenges.push({ scheme: scheme[1].toLowerCase(), parameters: {} });
        else if (!take(TOKEN68))
            break;
    }
    return challenges;
}
/** The challenge that this client answers: Bearer before Basic; undefined when neither is offered. */
function chooseChallenge(challenges) {
    return (challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined) ??
        challenges.find(({ scheme }) => scheme === 'basic'));
}

// EXTERNAL MODULE: ./build/src/registry/advice.js
var advice = __webpack_require__(137);
;// CONCATENATED MODULE: ./build/src/registry/cures.js


// Google calls the number of requests a quota too: "Quota exceeded for quota metric 'Requests per project per region'".
function isRateLimit({ status, code, message }) {
    return status === 429 || code === 'TOOMANYREQUESTS' || /quota metric|rate limit/i.test(message);
}
// Part of a repository's name may be "quota": the word alone says nothing. The last are Harbor's words: "adding 2.1 MiB of storage
// resource, which when updated to current usage of 8.3 MiB will exceed the configured upper limit of 10.0 MiB".
const FULL = /quota.{0,80}(?:exceed|reach|used up)|(?:exceed|reach|over|insufficient).{0,80}quota|storage limit|insufficient storage|no space left|exceed the configured upper limit/i;
/** Whether a registry has no room left for what is pushed, which no later try changes. */
function isFull(words) {
    if (isRateLimit(words))
        return false;
    const { status, code, message } = words;
    return status === 507 || FULL.test(`${code ?? ''} ${message}`);
}
/** What the user can do about a refusal; undefined when nothing better than the registry's own words is known. */
function cureFor(refusal) {
    const { registry, repository, status, code, action } = refusal;
    if (isRateLimit(refusal))
        return `${registry} limits the rate of requests: log in, or raise retries`;
    if (isFull(refusal) || status === 413) {
        return `the quota of ${registry} is used up or the blob is larger than it (or a proxy before it) accepts: delete old tags or raise the limit`;
    }
    if (status === 401 || status === 403)
        return accessCure(refusal);
    if (code === 'NAME_UNKNOWN' || (status === 404 && action === 'push')) {
        const create = (0,advice/* adviceOf */.w)(registry).create ??
            `create the repository first where ${registry} does not create it by itself`;
        return `check the spelling of ${repository}; if it does not exist: ${create}`;
    }
    if (code === 'MANIFEST_INVALID') {
        return `${registry} does not accept this manifest: an index must not mix Docker and OCI manifests (format), and all its blobs must be there`;
    }
    if (status >= 500)
        return serverCure(registry, status);
    return undefined;
}
function serverCure(registry, status) {
    return (0,retry/* isPassingStatus */.Wj)(status)
        ? `${registry} is unwell: see its status page, or raise retries`
        : `${registry} or a proxy before it does not know such a request: check the host and port of the registry, and HTTPS_PROXY`;
}
function accessCure({ registry, repository, loggedIn, action, status }) {
    const { push, create, pull } = (0,advice/* adviceOf */.w)(registry);
    if (!loggedIn) {
        const login = `no login for ${registry} was found: give registry, username and password, or run podman login ${registry}`;
        return action === 'pull' ? join(login, pull) : login;
    }
    // 401 is about who one is, 403 about what one may (RFC 9110, 15.5.2 and 15.5.4), but not every registry keeps to it.
    const refused = status === 401
        ? `${registry} may not accept the user name and password (check both, and whether they have expired), or `
        : '';
    const lacks = `${refused}the login for ${registry} lacks the right to`;
    if (action === 'pull')
        return join(`${lacks} read ${repository}`, pull);
    // Most registries refuse what doesn't exist like what is not allowed.
    const missing = create && `if the repository does not exist: ${create}`;
    return join(`${lacks} push to ${repository}`, push, missing);
}
function join(first, ...more) {
    const advice = more.filter((part) => part !== undefined);
    return advice.length === 0 ? first : `${first}: ${advice.join('; ')}`;
}

;// CONCATENATED MODULE: ./build/src/registry/authorizer.js





const LONGEST_TOKEN_ANSWER = 1024 * 1024;
// https://distribution.github.io/distribution/spec/auth/token/#token-response-fields: 60 s when nothing is said.
const DEFAULT_TOKEN_SECONDS = 60;
const MARGIN_SECONDS = 10;
const CLIENT_ID = 'multiarch-build';
/**
 * Answers a registry's challenges: Basic with the login itself, Bearer with tokens that the login buys from the
 * registry's token server, kept by scope until they expire.
 * https://distribution.github.io/distribution/spec/auth/token/
 */
class Authorizer {
    transport;
    credentials;
    challenge;
    tokens = new Map();
    secrets = new Set();
    constructor(transport, credentials) {
        this.transport = transport;
        this.credentials = credentials;
    }
    /** Takes the challenge of a 401 for what later requests have to meet; false when it is none that can be met. */
    learn(answer) {
        const chosen = chooseChallenge(parseChallenges(answer.header('www-authenticate') ?? ''));
        if (chosen)
            this.challenge = chosen;
        return chosen !== undefined;
    }
    /**
     * The value of `Authorization` for a request; undefined when none is needed, or none can be given.
     * @param scopes `repository:<name>:<actions>`, the request's own first
     * @param secure whether the registry itself is reached by TLS
     * @throws {RequestError} when the token server refuses
     */
    async authorization(access, scopes, secure) {
        const { challenge } = this;
        const { repository } = access;
        if (!challenge)
            return undefined;
        const credential = await this.credentialOf(repository);
        if (challenge.scheme === 'basic')
            return credential && this.basic(credential);
        const key = JSON.stringify([repository.text, ...scopes]);
        // Awaited only when there is one, so that requests at the same time share one fetch.
        const cached = this.tokens.get(key);
        const known = cached && (await cached.catch(() => undefined));
        if (known && known.expires > Date.now())
            return `Bearer ${known.value}`;
        const fetched = this.fetchToken(challenge, access, scopes, credential, secure);
        this.tokens.set(key, fetched);
        return `Bearer ${(await fetched).value}`;
    }
    /** Forgets the tokens of a repository, which the registry no longer takes. */
    forget(repository) {
        for (const key of this.tokens.keys()) {
            if (key.startsWith(JSON.stringify([repository.text]).slice(0, -1)))
                this.tokens.delete(key);
        }
    }
    /** The login for a repository. */
    async credentialOf(repository) {
        const credential = await this.credentials.find(repository);
        if (credential?.password)
            this.secrets.add(credential.password);
        if (credential?.identityToken)
            this.secrets.add(credential.identityToken);
        return credential;
    }
    /** A stranger's text fit for a message: without any secret that was sent to it. */
    redact(text) {
        let clean = text;
        for (const secret of this.secrets)
            clean = clean.replaceAll(secret, '***');
        return (0,request_error/* printable */.g)(clean);
    }
    basic(credential) {
        const encoded = Buffer.from(`${credential.username}:${credential.password}`, 'utf8').toString('base64');
        this.secrets.add(encoded);
        return `Basic ${encoded}`;
    }
    async fetchToken(challenge, access, scopes, credential, secure) {
        const realm = this.realmOf(challenge, secure);
        const service = challenge.parameters.service;
        const call = credential?.identityToken !== undefined
            ? refreshCall(realm, service, scopes, credential.identityToken)
            : this.tokenCall(realm, service, scopes, credential);
        const answer = await this.transport.send(call);
        const failed = answer.status !== 200;
        const body = await answer.readObject(LONGEST_TOKEN_ANSWER);
        const value = body?.token || body?.access_token;
        if (failed)
            throw this.refused(call, answer, body, access, credential !== undefined);
        if (typeof value !== 'string' || /[^\x21-\x7e]/.test(value)) {
            throw this.failure(call, answer, 'the token server answered 200 without a token', true);
        }
        this.secrets.add(value);
        const seconds = typeof body?.expires_in === 'number' ? body.expires_in : DEFAULT_TOKEN_SECONDS;
        return {
            value,
            expires: Date.now() + Math.max(seconds, DEFAULT_TOKEN_SECONDS) * 1000 - MARGIN_SECONDS * 1000,
        };
    }
    realmOf({ parameters }, secure) {
        const text = parameters.realm ?? '';
        const realm = URL.canParse(text) ? new URL(text) : undefined;
        if (realm?.protocol === 'https:' || (realm?.protocol === 'http:' && !secure))
            return realm;
        // A login must not cross the network in the clear because a registry says so.
        throw this.transport.error('log in', 'the registry names a token server that is not reached by https');
    }
    tokenCall(realm, service, scopes, credential) {
        const url = new URL(realm);
        if (service !== undefined)
            url.searchParams.set('service', service);
        for (const scope of scopes)
            url.searchParams.append('scope', scope);
        return {
            method: 'GET',
            url,
            operation: `GET token from ${realm.host}`,
            authorization: credential && this.basic(credential),
        };
    }
    refused(call, answer, body, { repository, action }, loggedIn) {
        const first = (0,registry_answer/* firstError */.bv)(body);
        const said = body?.details ?? body?.message ?? body?.error_description ?? body?.error ?? first.message;
        const message = typeof said === 'string' ? this.redact(said) : '';
        const { status } = answer;
        const cure = cureFor({
            registry: this.transport.options.registry,
            repository: repository.text,
            action,
            loggedIn,
            // An invalid or expired grant is a 400 (RFC 6749, 5.2).
            status: status === 400 ? 401 : status,
            code: first.code && this.redact(first.code),
            message,
        });
        const happened = `${status}${message && `: ${message}`}`;
        return this.failure(call, answer, happened, (0,retry/* isPassingStatus */.Wj)(status), cure);
    }
    failure(call, answer, happened, passing, cure) {
        return new request_error/* RequestError */.G({
            registry: this.transport.options.registry,
            operation: call.operation,
            status: answer.status,
            happened,
            passing,
            cure,
            retryAfterMs: (0,retry/* parseRetryAfter */.mu)(answer.header('retry-after'), Date.now()),
        });
    }
}
// https://distribution.github.io/distribution/spec/auth/oauth/#refresh-token-format
function refreshCall(realm, service, scopes, refreshToken) {
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: CLIENT_ID,
        refresh_token: refreshToken,
    });
    if (service !== undefined)
        form.set('service', service);
    if (scopes.length > 0)
        form.set('scope', scopes.join(' '));
    return {
        method: 'POST',
        url: realm,
        operation: `POST refresh token to ${realm.host}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(form.toString()),
        secretBody: true,
    };
}

;// CONCATENATED MODULE: ./build/src/registry/network-problem.js


const KINDS = [
    [
        /^(CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_)/,
        'untrusted',
    ],
    [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'untrusted'],
    [
        /^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE)|EPROTO)$/,
        'not-tls',
    ],
    [/^(ERR_SSL_|ERR_TLS_)/, 'tls'],
    [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_FAIL)$/, 'name'],
    [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
    [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'time-out'],
    [
        /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE|HPE_)/,
        'cut',
    ],
    [/^(UND_ERR_ABORTED|UND_ERR_PRX_TLS)$/, 'proxy'],
];
const PASSING = new Set(['name', 'unreachable', 'time-out', 'cut', 'proxy']);
/** Says why a request got no answer, from what Node or undici threw. */
function networkProblem(error, host) {
    const codes = codesOf(error);
    const kind = KINDS.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? 'other';
    const detail = kind === 'other' ? (0,request_error/* printable */.g)((0,errors/* messageOf */.bD)(error)) : codes[0];
    const cure = cureOf(kind, host);
    return {
        kind,
        happened: `${happenedOf(kind, host)} (${detail})`,
        passing: PASSING.has(kind),
        ...(cure !== undefined && { cure }),
    };
}
function happenedOf(kind, host) {
    switch (kind) {
        case 'untrusted':
            return `the certificate of ${host} is not trusted`;
        case 'not-tls':
            return `${host} does not speak TLS`;
        case 'tls':
            return `TLS with ${host} failed`;
        case 'name':
            return `the name ${host} can't be resolved`;
        case 'unreachable':
            return `${host} can't be reached`;
        case 'time-out':
            return `${host} did not answer in time`;
        case 'cut':
            return `${host} closed the connection`;
        case 'proxy':
            return `the proxy did not connect to ${host}`;
        case 'other':
            return 'the request failed';
    }
}
function cureOf(kind, host) {
    switch (kind) {
        case 'untrusted':
            return `put the certificate of its authority into ~/.config/containers/certs.d/${host}/ca.crt, or name it in NODE_EXTRA_CA_CERTS`;
        case 'not-tls':
            return 'a registry that speaks plain HTTP needs tls-verify: false, or insecure = true in registries.conf';
        case 'name':
            return 'check the spelling of the registry, and that this machine has DNS and network';
        case 'unreachable':
        case 'time-out':
            return 'check that the registry is up, and firewall and HTTPS_PROXY of this machine';
        case 'proxy':
            return 'check HTTPS_PROXY and NO_PROXY';
        default:
            return undefined;
    }
}
/** Error codes along the chain of causes, and of all addresses that were tried. */
function codesOf(error, depth = 0) {
    if (typeof error !== 'object' || error === null || depth > 5)
        return [];
    const { code, cause, errors } = error;
    const deeper = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap((part) => codesOf(part, depth + 1));
    return typeof code === 'string' ? [code, ...deeper] : deeper;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/src/registry/proxy.js


/**
 * The proxy through which a URL is to be reached, by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case; undefined
 * for none. Follows what podman does: this machine is never reached through a proxy, and NO_PROXY holds
 * hosts (with their subdomains), `.domains`, addresses, address ranges and `*`, each with an optional port.
 * Source: https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config
 */
function proxyFor(url, env) {
    if ((0,hosts/* isLoopback */.U9)(url.host))
        return undefined;
    const proxy = url.protocol === 'https:' ? env.https_proxy || env.HTTPS_PROXY : env.http_proxy || env.HTTP_PROXY;
    if (!proxy)
        return undefined;
    const exceptions = (env.no_proxy || env.NO_PROXY || '').split(/[,\s]+/).filter((entry) => entry !== '');
    if (exceptions.some((entry) => isExempt(url, entry.toLowerCase())))
        return undefined;
    return proxy.includes('://') ? proxy : `http://${proxy}`;
}
function isExempt(url, entry) {
    if (entry === '*')
        return true;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const [network, prefix] = entry.split('/');
    if (prefix !== undefined)
        return isInRange(host, network, Number(prefix));
    const { name, port } = splitPort(entry);
    if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80')))
        return false;
    if ((0,external_node_net_.isIP)(name) !== 0)
        return host === name;
    const domain = name.replace(/^\*?\./, '');
    return host.endsWith(`.${domain}`) || (host === domain && name === domain);
}
function splitPort(entry) {
    const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry);
    return match
        ? { name: match[1].replace(/^\[|\]$/g, ''), port: match[2] }
        : { name: entry, port: undefined };
}
function isInRange(host, network, prefix) {
    const family = (0,external_node_net_.isIP)(host);
    const longest = family === 6 ? 128 : 32;
    if (family === 0 || (0,external_node_net_.isIP)(network) !== family || !(prefix >= 0 && prefix <= longest))
        return false;
    const range = new external_node_net_.BlockList();
    const kind = family === 6 ? 'ipv6' : 'ipv4';
    range.addSubnet(network, prefix, kind);
    return range.check(host, kind);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./build/src/registry/trust.js






// The first that is there holds the system's authorities: https://go.dev/src/crypto/x509/root_linux.go
const SYSTEM_BUNDLES = [
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/pki/tls/certs/ca-bundle.crt',
    '/etc/ssl/ca-bundle.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/ssl/cert.pem',
];
// To read 150 authorities takes OpenSSL as long as several requests do.
const made = new Map();
/**
 * What TLS with a registry is done with: the authorities by which its certificate is judged (Node's own, those of this system,
 * which podman trusts, those of `NODE_EXTRA_CA_CERTS`, which Node leaves out once others are given, and the
 * `*.crt` files of the registry's `certs.d` folders), and the client's own certificate, `*.cert` with `*.key`, from there.
 * https://github.com/containers/image/blob/v5.36.0/docs/containers-certs.d.5.md
 * @param registry host with port, which is the folder's name
 * @throws {RegistryError} when a file is missing, can't be read or is no PEM
 */
async function secureContextFor(registry, env) {
    const { authorities, own } = await certificatesOf(registry, env);
    const shared = await Promise.all([systemAuthorities(env), readIfThere(env.NODE_EXTRA_CA_CERTS)]);
    const ca = [...external_node_tls_.rootCertificates, ...shared.filter((bundle) => bundle !== undefined), ...authorities];
    // OpenSSL keeps the last of several certificates of one kind, podman takes the first.
    const pairs = own.toReversed();
    const options = { ca, cert: pairs.map(({ cert }) => cert), key: pairs.map(({ key }) => key) };
    const content = (0,oci_digest/* digestOf */.ol)(Buffer.from(JSON.stringify(options)));
    try {
        const context = made.get(content) ?? (0,external_node_tls_.createSecureContext)(options);
        made.set(content, context);
        return context;
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${registry}: a certificate or key can't be read`, {
            cause,
            cure: `the files of certs.d/${registry} must be in PEM form, and each *.key must fit its *.cert`,
        });
    }
}
async function certificatesOf(registry, env) {
    const home = env.HOME || (0,external_node_os_.homedir)();
    const folders = [
        (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers/certs.d'),
        '/etc/containers/certs.d',
        '/etc/docker/certs.d',
    ];
    const found = await Promise.all(folders.map((folder) => readFolder((0,external_node_path_.join)(folder, registry))));
    return {
        authorities: found.flatMap(({ authorities }) => authorities),
        own: found.find(({ own }) => own.length > 0)?.own ?? [],
    };
}
async function readFolder(folder) {
    const names = ((await unlessAbsent((0,promises_.readdir)(folder))) ?? []).sort();
    const named = (extension) => names.filter((name) => name.endsWith(extension));
    const read = (name) => readCertificate((0,external_node_path_.join)(folder, name));
    for (const [one, other] of [
        ['.cert', '.key'],
        ['.key', '.cert'],
    ]) {
        const alone = named(one).find((name) => !names.includes(withExtension(name, one, other)));
        if (alone === undefined)
            continue;
        throw new errors/* RegistryError */.gl(`${(0,external_node_path_.join)(folder, alone)} has no ${withExtension(alone, one, other)} beside it`, {
            cure: 'a certificate of this client needs its key; certificates of authorities are called *.crt',
        });
    }
    return {
        authorities: await Promise.all(named('.crt').map(read)),
        own: await Promise.all(named('.cert').map(async (name) => ({
            cert: await read(name),
            key: await read(withExtension(name, '.cert', '.key')),
        }))),
    };
}
function withExtension(name, from, to) {
    return name.slice(0, -from.length) + to;
}
async function readCertificate(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* RegistryError */.gl(`${path} can't be read (${cause.code})`, { cause });
    }
}
async function systemAuthorities(env) {
    for (const path of env.SSL_CERT_FILE ? [env.SSL_CERT_FILE] : SYSTEM_BUNDLES) {
        const bundle = await readIfThere(path);
        if (bundle !== undefined)
            return bundle;
    }
    return undefined;
}
async function readIfThere(path) {
    return path ? unlessAbsent((0,promises_.readFile)(path, 'utf8')) : undefined;
}
async function unlessAbsent(reading) {
    try {
        return await reading;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/registry/transport.js






const CONNECT_TIMEOUT_MS = 15_000;
const ANSWER_TIMEOUT_MS = 60_000;
// What is sent is hashed and written before it is answered, which takes a big layer minutes in some registries.
const COMMIT_FACTOR = 5;
// Node's own 250 ms for each address of a host give up a far or busy registry too soon.
const ADDRESS_TIMEOUT_MS = 2_000;
const MOST_REDIRECTS = 10;
const USER_AGENT = 'multiarch-build';
/** Sends requests for one registry: TLS, proxies, time-outs and redirects; knows nothing of logins. */
class Transport {
    options;
    dispatchers = new Map();
    context;
    constructor(options) {
        this.options = options;
    }
    /**
     * Sends a request and follows redirects. The answer's body must be read or discarded.
     * @throws {RequestError} when there is no answer
     */
    async send(call) {
        let { url, authorization } = call;
        for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
            const answer = await this.exchange({ ...call, url, authorization });
            const location = redirectLocation(call.method, answer);
            if (location === undefined)
                return answer;
            await answer.discard();
            const next = this.resolveLocation(location, url, call.operation);
            // https://fetch.spec.whatwg.org/#http-redirect-fetch: a credential is for the origin that it was meant for.
            if (next.origin !== url.origin) {
                authorization = undefined;
                if (call.secretBody)
                    throw this.error(call.operation, `refused to send a login on to ${next.host}`);
            }
            url = next;
        }
        throw this.error(call.operation, `redirected more than ${MOST_REDIRECTS} times`);
    }
    /**
     * A `Location` as a URL: relative ones against the request's. One that leads from TLS to plain HTTP on the same host
     * is that of a registry that does not know of the TLS proxy before it, and is taken back to TLS; to
     * another host it is refused.
     * @throws {RequestError} for what is no URL, or not allowed
     */
    resolveLocation(location, base, operation) {
        const next = URL.canParse(location, base.href) ? new URL(location, base) : undefined;
        if (next === undefined || !/^https?:$/.test(next.protocol)) {
            throw this.error(operation, 'the registry answered a Location that is no URL');
        }
        next.username = '';
        next.password = '';
        if (next.protocol === 'http:' && base.protocol === 'https:' && next.hostname === base.hostname) {
            next.protocol = 'https:';
            next.port = base.port;
        }
        if (next.protocol === 'http:' && !this.mayBePlain(next.host)) {
            throw this.error(operation, `the registry redirects to plain HTTP at ${next.host}`);
        }
        return next;
    }
    /** Whether a host may be spoken to without TLS. */
    mayBePlain(host) {
        return (0,hosts/* isLoopback */.U9)(host) || !this.mustVerify(host);
    }
    mustVerify(host) {
        const { registry, tlsVerify, insecure = false } = this.options;
        return tlsVerify && !(insecure && withoutPort(host) === withoutPort((0,hosts/* apiHost */.nz)(registry)));
    }
    /** A lasting failure of an operation. */
    error(operation, happened, cure) {
        return new request_error/* RequestError */.G({ registry: this.options.registry, operation, happened, passing: false, cure });
    }
    /** Ends all connections; what is still under way fails. */
    async close() {
        const open = await Promise.allSettled(this.dispatchers.values());
        this.dispatchers.clear();
        await Promise.all(open.map((result) => result.status === 'fulfilled' && result.value.destroy()));
    }
    async exchange(call) {
        const { request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
        const dispatcher = await this.dispatcherFor(call.url);
        const answerTimeoutMs = this.options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS;
        try {
            const response = await request(call.url, {
                dispatcher,
                method: call.method,
                headers: headersOf(call),
                body: contentOf(call.body),
                headersTimeout: call.commits ? answerTimeoutMs * COMMIT_FACTOR : answerTimeoutMs,
                bodyTimeout: answerTimeoutMs,
                ...(this.options.signal && { signal: this.options.signal }),
            });
            return new registry_answer/* Answer */.Fn(response, call.url, (cause) => this.networkError(call, cause));
        }
        catch (cause) {
            throw this.networkError(call, cause);
        }
    }
    networkError({ operation, url }, cause) {
        const { happened, passing, cure, kind } = networkProblem(cause, url.host);
        return new request_error/* RequestError */.G({
            registry: this.options.registry,
            operation,
            happened,
            passing,
            cure,
            cause,
            notTls: kind === 'not-tls',
        });
    }
    dispatcherFor(url) {
        const proxy = proxyFor(url, this.options.env) ?? '';
        const verify = this.mustVerify(url.host);
        const key = `${verify} ${proxy}`;
        const known = this.dispatchers.get(key);
        if (known)
            return known;
        const made = this.createDispatcher(proxy, verify);
        this.dispatchers.set(key, made);
        return made;
    }
    // The certs.d files of the registry hold for its token server and storage too, as they do for podman.
    async createDispatcher(proxy, verify) {
        this.context ??= secureContextFor(this.options.registry, this.options.env);
        const connect = {
            secureContext: await this.context,
            rejectUnauthorized: verify,
            timeout: CONNECT_TIMEOUT_MS,
            autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
        };
        const { Agent, ProxyAgent } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
        if (proxy === '')
            return new Agent({ connect });
        return new ProxyAgent({ uri: proxy, requestTls: connect, proxyTls: connect, proxyTunnel: false });
    }
}
function withoutPort(host) {
    return host.toLowerCase().replace(/:\d+$/, '');
}
function contentOf(body) {
    if (body === undefined)
        return null;
    return 'open' in body ? body.open() : body;
}
function headersOf({ headers, authorization, body }) {
    const size = body && ('open' in body ? body.size : body.length);
    return {
        'user-agent': USER_AGENT,
        ...headers,
        ...(size !== undefined && { 'content-length': String(size) }),
        ...(authorization !== undefined && { authorization }),
    };
}
function redirectLocation(method, answer) {
    // Only 307 and 308 keep the method of a request that isn't safe (RFC 9110, 15.4).
    const followed = method === 'GET' || method === 'HEAD' ? [301, 302, 303, 307, 308] : [307, 308];
    return followed.includes(answer.status) ? answer.header('location') : undefined;
}

;// CONCATENATED MODULE: ./build/src/registry/session.js







/**
 * An upload that the registry has lost can be begun anew. What is sent was checked against its digest before, so that
 * DIGEST_INVALID means that the registry read what another push was just writing, as docker-registry 2.8 does.
 * No other 4xx changes by itself.
 */
const PASSING_CODES = ['BLOB_UPLOAD_UNKNOWN', 'DIGEST_INVALID'];
const LONGEST_ERROR_ANSWER = 64 * 1024;
/** One registry: where its API is, what it asks for, and how its refusals read. */
class Session {
    transport;
    authorizer;
    base;
    constructor(options, credentials) {
        this.transport = new Transport(options);
        this.authorizer = new Authorizer(this.transport, credentials);
    }
    /**
     * Sends a request, logged in where the registry asks for it; after a 401 once more with a fresh token. Any status is
     * an answer.
     * @throws {RequestError} when there is no answer, or no token
     */
    async send(call) {
        const base = await this.apiBase();
        const url = typeof call.target === 'string' ? repositoryUrl(base, call.repository, call.target) : call.target;
        const first = await this.authorizationFor(call, url, base);
        const answer = await this.transport.send(transportCall(call, url, first));
        // What another host answers (after a redirect) says nothing about the login here.
        const refusedHere = answer.status === 401 && answer.url.origin === base.origin;
        if (!refusedHere || !this.authorizer.learn(answer))
            return answer;
        this.authorizer.forget(call.repository);
        const second = await this.authorizationFor(call, url, base).catch((error) => {
            answer.destroy();
            throw error;
        });
        if (second === first)
            return answer;
        await answer.discard();
        return this.transport.send(transportCall(call, url, second));
    }
    /**
     * The `Location` of an answer that has one, as a URL.
     * @throws {RequestError} when it is none, or one that must not be followed
     */
    locationOf(answer, call) {
        return this.transport.resolveLocation(answer.header('location') ?? '', answer.url, operationOf(call));
    }
    /** Reads an answer that refuses, and says what it means. */
    async refusal(call, answer) {
        const bytes = await answer.read(LONGEST_ERROR_ANSWER);
        const { code, message } = (0,registry_answer/* firstError */.bv)(bytes && (0,registry_answer/* parseObject */.lj)(bytes));
        const loggedIn = (await this.authorizer.credentialOf(call.repository)) !== undefined;
        const { registry } = call.repository;
        const { status } = answer;
        const words = {
            status,
            code: code && this.authorizer.redact(code),
            message: this.authorizer.redact(message),
        };
        const passing = (0,retry/* isPassingStatus */.Wj)(status) || PASSING_CODES.includes(words.code ?? '');
        const from = answer.url.host === (0,hosts/* apiHost */.nz)(registry) ? '' : ` from ${answer.url.host}`;
        return new request_error/* RequestError */.G({
            registry,
            operation: operationOf(call),
            happened: [`${status}${from}`, words.code, words.message].filter((part) => part).join(' '),
            status,
            code: words.code,
            passing: passing && !isFull(words),
            retryAfterMs: (0,retry/* parseRetryAfter */.mu)(answer.header('retry-after'), Date.now()),
            cure: cureFor({
                registry,
                repository: call.repository.text,
                action: call.action,
                loggedIn,
                ...words,
            }),
        });
    }
    /**
     * The failure for an answer whose status is right and whose content is not the API's, such as a health page. It
     * passes: registries and the proxies before them answer so while they are unwell.
     */
    unexpected(call, answer, problem) {
        answer.destroy();
        return new request_error/* RequestError */.G({
            registry: call.repository.registry,
            operation: operationOf(call),
            happened: `${answer.status}, but ${problem}`,
            status: answer.status,
            passing: true,
        });
    }
    /** A failure that no second try would mend. */
    lasting(call, problem) {
        return this.transport.error(operationOf(call), problem);
    }
    async close() {
        await this.transport.close();
    }
    /** Only the registry's own API gets the login; an upload may have been sent elsewhere. */
    async authorizationFor(call, url, base) {
        if (url.origin !== base.origin)
            return undefined;
        return this.authorizer.authorization(call, scopesOf(call), base.protocol === 'https:');
    }
    apiBase() {
        this.base ??= this.findApi().catch((error) => {
            this.base = undefined;
            throw error;
        });
        return this.base;
    }
    /** TLS first; plain HTTP only where it is allowed and the peer does not know TLS. */
    async findApi() {
        const host = (0,hosts/* apiHost */.nz)(this.transport.options.registry);
        const secure = new URL(`https://${host}/v2/`);
        try {
            return await this.ping(secure);
        }
        catch (error) {
            const plain = error instanceof request_error/* RequestError */.G && this.transport.mayBePlain(host);
            if (!plain || !(error.notTls || this.isElsewhere(host, error)))
                throw error;
        }
        return this.ping(new URL(`http://${host}/v2/`));
    }
    /** Without a port plain HTTP has another one, where an insecure registry may be though nothing answers on 443. */
    isElsewhere(host, { status }) {
        return this.transport.options.insecure === true && status === undefined && !/:\d+$/.test(host);
    }
    // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#determining-support; it is also where a
    // registry that serves some repositories to anyone says how to log in.
    async ping(url) {
        const operation = 'GET /v2/';
        const answer = await this.transport.send({ method: 'GET', url, operation });
        if (answer.status === 401 && answer.url.origin === url.origin && !this.authorizer.learn(answer)) {
            answer.destroy();
            throw this.transport.error(operation, 'asks for a login by neither Basic nor Bearer');
        }
        await answer.discard();
        if (answer.status === 200 || answer.status === 401)
            return url;
        throw new request_error/* RequestError */.G({
            registry: this.transport.options.registry,
            operation,
            happened: `${answer.status}, which is not how a registry answers`,
            status: answer.status,
            passing: (0,retry/* isPassingStatus */.Wj)(answer.status),
            retryAfterMs: (0,retry/* parseRetryAfter */.mu)(answer.header('retry-after'), Date.now()),
            cure: 'check the host and port of the registry',
        });
    }
}
function repositoryUrl(base, repository, target) {
    return new URL(`${(0,hosts/* apiName */.e0)(repository)}/${target}`, base);
}
function transportCall(call, url, authorization) {
    const { method, headers, body, commits } = call;
    return {
        method,
        url,
        authorization,
        operation: operationOf(call),
        ...(headers && { headers }),
        ...(body && { body }),
        ...(commits !== undefined && { commits }),
    };
}
function operationOf({ method, object, repository }) {
    return `${method} ${object} of ${repository.path}`;
}
function scopesOf({ repository, action, source }) {
    const own = `repository:${(0,hosts/* apiName */.e0)(repository)}:${action === 'push' ? 'pull,push' : 'pull'}`;
    return source ? [own, `repository:${(0,hosts/* apiName */.e0)(source)}:pull`] : [own];
}

;// CONCATENATED MODULE: ./build/src/registry/client.js









// The blob of nothing: some registries have it, none need it.
const NO_BLOB = { mediaType: 'application/octet-stream', digest: (0,oci_digest/* digestOf */.ol)(''), size: 0 };
/**
 * A client of the distribution API: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 * All methods throw `RegistryError` when the registry is blocked, refuses or can't be reached, after retries where they may
 * help, and `Interrupted` when the signal fired. All but {@link open} speak to the registry that a repository names, as a
 * push does, whatever `registries.conf` rewrites.
 */
class RegistryClient {
    options;
    sessions = new Map();
    /** What `registries.conf` says. */
    rules;
    constructor(options) {
        this.options = options;
        this.rules = options.rules ?? rules/* NO_RULES */.Wd;
        // Each request under way listens to the signal.
        if (options.signal)
            (0,external_node_events_.setMaxListeners)(0, options.signal);
    }
    /**
     * Opens an image to read it from where podman would: a mirror, or what `registries.conf` puts in its repository's place.
     * @param reference a tag or digest
     * @param known manifests of the same repository that need not be fetched again
     * @returns undefined when it is nowhere
     */
    async open(repository, reference, known = new Map()) {
        const sources = (0,rules/* sourcesOf */.u0)(repository, this.rules, { byDigest: (0,oci_digest/* isDigest */.Bc)(reference) });
        const reader = { options: this.options, sessionOf: (source) => this.session(source) };
        return openImage(reader, sources, reference, known);
    }
    /** Whether a repository holds a blob. */
    async hasBlob(repository, descriptor) {
        return this.at(repository, (session) => hasBlob(session, repository, descriptor, 'pull'));
    }
    /**
     * Asks for something in a repository with the right to push, so that a login that the registry does not accept is
     * found before there is anything to push. A registry may still refuse the push itself.
     */
    async checkAccess(repository) {
        await this.at(repository, (session) => hasBlob(session, repository, NO_BLOB, 'push'));
    }
    /**
     * Sees to it that a repository holds a blob: finds it there, mounts it from another repository of the same
     * registry, or uploads it.
     * @param open the blob's content from its beginning, called again for each try
     * @param mountFrom a repository that may hold the blob; one of another registry is no help and ignored
     */
    async pushBlob(repository, descriptor, open, mountFrom) {
        return this.at(repository, async (session) => {
            if (await hasBlob(session, repository, descriptor, 'push'))
                return 'present';
            return pushBlob(session, { repository, descriptor, open, mountFrom });
        });
    }
    /**
     * Writes a manifest under a tag or its digest.
     * @returns the digest that the registry reports; undefined when it reports none
     */
    async putManifest(repository, reference, bytes, type) {
        return this.at(repository, (session) => putManifest(session, repository, reference, { bytes, type }));
    }
    /** A manifest's exact bytes by tag or digest, checked against every digest known; undefined when there is none. */
    async getManifest(repository, reference) {
        return this.at(repository, (session) => getManifest(session, repository, reference));
    }
    /** What a tag or digest refers to, without fetching it where the registry says enough; undefined when there is none. */
    async resolve(repository, reference) {
        return this.at(repository, (session) => resolveManifest(session, repository, reference));
    }
    /**
     * A blob's content. The stream fails with a `RegistryError` at its end when the content isn't what the descriptor
     * says; it isn't tried again once it flows.
     */
    async getBlob(repository, descriptor) {
        return this.at(repository, (session) => getBlob(session, repository, descriptor));
    }
    /** Ends all connections; what is still under way fails. */
    async close() {
        await Promise.all([...this.sessions.values()].map((session) => session.close()));
        this.sessions.clear();
    }
    at(repository, operation) {
        const session = this.session((0,rules/* targetOf */.$r)(repository, this.rules));
        return (0,retry/* withRetries */.LH)(this.options, () => operation(session));
    }
    session({ repository: { registry }, insecure }) {
        const key = `${registry} ${insecure}`;
        const known = this.sessions.get(key);
        if (known)
            return known;
        const { tlsVerify, signal, env = process.env, credentials, answerTimeoutMs } = this.options;
        const made = new Session({ registry, tlsVerify, insecure, env, signal, answerTimeoutMs }, credentials);
        this.sessions.set(key, made);
        return made;
    }
}


/***/ }),

/***/ 6487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nn: () => (/* binding */ credentialStore),
  p1: () => (/* binding */ dockerConfig),
  wh: () => (/* binding */ podmanAuthFile)
});

// EXTERNAL MODULE: ./build/src/registry/auth-file.js
var auth_file = __webpack_require__(20530);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(73185);
// EXTERNAL MODULE: ./build/src/registry/hosts.js
var hosts = __webpack_require__(98934);
;// CONCATENATED MODULE: ./build/src/registry/credential-helper.js



// https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/credentials.go: a secret that is
// an identity token comes with this as its user name.
const TOKEN_USERNAME = '<token>';
/**
 * Asks a credential helper, `docker-credential-<name> get`, for a registry's login.
 * https://github.com/docker/docker-credential-helpers#development
 * @param required whether the configuration names the helper for this very registry, so that its absence is an error
 * @returns undefined when the helper has none
 * @throws {RegistryError} when a required helper isn't installed
 */
async function askHelper(name, registry, required, env) {
    for (const address of addressesOf(registry)) {
        const found = await get(name, address, required, env);
        if (found)
            return found;
    }
    return undefined;
}
// docker login stores Docker Hub's login under a URL, podman login under its name.
function addressesOf(registry) {
    return (0,hosts/* canonicalRegistry */.i7)(registry) === 'docker.io' ? [hosts/* DOCKER_HUB_SERVER_ADDRESS */.sw, 'docker.io'] : [registry];
}
async function get(name, address, required, env) {
    // The name comes out of a file and must not lead to another program.
    if (!/^[A-Za-z0-9._-]+$/.test(name))
        throw new errors/* RegistryError */.gl(`${JSON.stringify(name)} is no credential helper`);
    const program = `docker-credential-${name}`;
    try {
        const { exitCode, stdout } = await (0,host_process/* capture */.Fg)(program, ['get'], { env, input: address });
        return exitCode === 0 ? parseAnswer(stdout, program, address) : undefined;
    }
    catch (cause) {
        if (!(cause instanceof errors/* HostError */.dh))
            throw cause;
        if (!required)
            return undefined;
        throw new errors/* RegistryError */.gl(`the login for ${address} is kept by ${program}, which can't be run`, {
            cause,
            cure: `install ${program}, or log in anew`,
        });
    }
}
// What a helper printed is a secret, also when it can't be understood: no part of it may be in the error.
function parseAnswer(stdout, program, address) {
    const answer = parse(stdout);
    const { Username: username, Secret: secret } = answer ?? {};
    if (typeof username !== 'string' || typeof secret !== 'string') {
        throw new errors/* RegistryError */.gl(`${program} gave no login for ${address} that can be understood`);
    }
    if (secret === '')
        return undefined;
    return username === TOKEN_USERNAME
        ? { username: '', password: '', identityToken: secret }
        : { username, password: secret };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/registry/credentials.js



// https://github.com/docker/cli/blob/v28.0.0/cli/config/configfile/file.go and registry.IndexServer
const DOCKER_HUB = 'https://index.docker.io/v1/';
/**
 * The logins of this step, and after them those of the user: `REGISTRY_AUTH_FILE`, `DOCKER_CONFIG`, podman's and
 * Docker's own files, with their helpers. Within one file a helper for the registry wins, then the entry with the longest
 * prefix of `registry/path`, then the helper for all.
 */
function credentialStore(explicit, env = process.env) {
    const own = new Map(explicit.map(({ registry, ...login }) => [(0,auth_file/* normalKey */.LP)(registry), login]));
    const found = new Map();
    let files;
    const search = async (repository) => {
        const given = longestMatch(own, repository);
        if (given)
            return given;
        files ??= (0,auth_file/* readAuthFiles */.eL)(env);
        for (const file of await files) {
            const credential = await findInFile(file, repository, env);
            if (credential)
                return credential;
        }
        return undefined;
    };
    return {
        find(repository) {
            const known = found.get(repository.text);
            if (known)
                return known;
            const searching = search(repository);
            found.set(repository.text, searching);
            return searching;
        },
    };
}
/**
 * Text of an `auth.json` by which podman sees what {@link credentialStore} sees: the user's own files merged, and the
 * logins of this step in place of whatever these say of the same registries. It holds secrets.
 * @returns undefined without logins of this step: podman then reads the user's files itself
 * @throws {RegistryError} for a file that can't be read or understood
 */
async function podmanAuthFile(explicit, env = process.env) {
    if (explicit.length === 0)
        return undefined;
    const auths = new Map(explicit.map(({ registry, ...login }) => [(0,auth_file/* normalKey */.LP)(registry), (0,auth_file/* encodeEntry */.vv)(login)]));
    const helpers = new Map();
    for (const file of await (0,auth_file/* readAuthFiles */.eL)(env)) {
        // A later file must add nothing below a key of an earlier one, where podman would prefer it as the longer match.
        const taken = new Set([...auths.keys(), ...helpers.keys()]);
        const free = ([key]) => !lookupKeysOf(key).some((prefix) => taken.has(prefix));
        for (const [key, name] of [...file.credHelpers].filter(free)) {
            // podman asks a registry's helper before it looks at entries of its namespaces, which would lose to it.
            const shadows = [...taken].some((other) => other.startsWith(`${key}/`));
            const login = shadows ? await askHelper(name, key, true, env) : undefined;
            if (login)
                auths.set(key, (0,auth_file/* encodeEntry */.vv)(login));
            else if (!shadows)
                helpers.set(key, name);
        }
        for (const [key, login] of [...file.auths].filter(free))
            auths.set(key, (0,auth_file/* encodeEntry */.vv)(login));
    }
    return JSON.stringify({ auths: Object.fromEntries(auths), credHelpers: Object.fromEntries(helpers) });
}
/**
 * The same logins as Docker's `config.json` has them, for tools that read that alone: the key of Docker Hub is an address.
 * @param authFile what {@link podmanAuthFile} gives
 */
function dockerConfig(authFile) {
    const { auths, credHelpers } = JSON.parse(authFile);
    const entries = Object.entries(auths);
    const hostOf = (key) => key.split('/')[0];
    // Docker knows no namespaces: the only login for one stands for the whole registry.
    const alone = entries
        .map(([key, entry]) => [hostOf(key), entry])
        .filter(([host]) => entries.filter(([key]) => hostOf(key) === host).length === 1)
        .filter(([host]) => credHelpers[host] === undefined);
    const named = [...alone, ...entries].map(([key, entry]) => [key === 'docker.io' ? DOCKER_HUB : key, entry]);
    return JSON.stringify({ auths: Object.fromEntries(named), credHelpers });
}
async function findInFile(file, repository, env) {
    const registry = (0,hosts/* canonicalRegistry */.i7)(repository.registry);
    const helper = file.credHelpers.get(registry);
    if (helper !== undefined)
        return askHelper(helper, registry, true, env);
    const entry = longestMatch(file.auths, repository);
    if (entry || file.credsStore === undefined)
        return entry;
    return askHelper(file.credsStore, registry, false, env);
}
function longestMatch(entries, { registry, path }) {
    const key = (0,auth_file/* lookupKeys */.xZ)(registry, path).find((candidate) => entries.has(candidate));
    return key === undefined ? undefined : entries.get(key);
}
function lookupKeysOf(key) {
    const [host = '', ...path] = key.split('/');
    return path.length === 0 ? [host] : (0,auth_file/* lookupKeys */.xZ)(host, path.join('/'));
}


/***/ }),

/***/ 87498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ candidatesOf)
/* harmony export */ });
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84974);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66294);


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
    const { name, tag, digest } = (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .splitName */ .W0)(text.replace(/^docker:\/\//, ''));
    const reference = digest ?? tag ?? 'latest';
    return repositoriesOf(name, rules).map((repository) => ({
        repository: (0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .normalRepository */ .Kt)(repository),
        reference,
    }));
}
function repositoriesOf(name, rules) {
    if (name.startsWith('localhost/'))
        throw new Error(`${name} is in local storage only`);
    if (namesRegistry(name))
        return [(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(name)];
    const alias = rules.aliases.get(name);
    if (alias)
        return [(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(alias)];
    const { searchRegistries, shortNameMode } = rules;
    if (searchRegistries.length === 0) {
        throw new Error(`${name} is a short name that has no alias, and there are no unqualified-search-registries`);
    }
    if (searchRegistries.length > 1 && shortNameMode === 'enforcing') {
        throw new Error(`${name} is a short name, and podman would have to ask which of ${searchRegistries.join(', ')} is meant`);
    }
    return searchRegistries.map((registry) => (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(`${registry}/${name}`));
}
function namesRegistry(name) {
    const [first = '', ...rest] = name.split('/');
    return rest.length > 0 && /[.:]/.test(first) && (0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isRegistryHost */ .EV)(first);
}


/***/ }),

/***/ 61865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ namedImages),
/* harmony export */   am: () => (/* binding */ meantPlatforms),
/* harmony export */   cW: () => (/* binding */ verifyBases),
/* harmony export */   ev: () => (/* binding */ isNamed)
/* harmony export */ });
/* harmony import */ var _dockerfile_image_references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95264);
/* harmony import */ var _dockerfile_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61119);
/* harmony import */ var _dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78229);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);




/**
 * Whether what an image was built from is for its platform (docs/traps.md, 10, 11, 23): podman takes an image that is
 * published for one platform alone for any other, and labels the result with the platform asked for.
 */
function verifyBases(built) {
    const references = expandedReferences(built);
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
function isReplaced({ names }, { images, platform }) {
    return images.some((other) => (!other.readOnly || same(other.platform, platform)) && other.names.some((name) => names.includes(name)));
}
/** Whether the Dockerfile names an image of the user's own, by any of its repositories. */
function isNamed(built, repositories) {
    return expandedReferences(built).some((reference) => namesRepository(reference, { repositories, readOnly: true }));
}
/**
 * The platform that each base image is meant for, by the last part of its name, since registries.conf may lead names to the same place; undefined
 * where one is meant for several, or a value isn't known.
 */
function meantPlatforms(built) {
    const meant = new Map();
    for (const reference of expandedReferences(built)) {
        const repository = repositoryOf(reference).split('/').at(-1);
        const { text } = platformMeant(reference, built);
        const isKnown = repository !== '' && !repository.includes('$') && isClear(reference);
        if (!isKnown || (meant.get(repository) ?? text) !== text)
            return undefined;
        meant.set(repository, text);
    }
    return meant;
}
/** What an image is taken from, variables replaced where their values are known: each with the platform that it is meant for. */
function namedImages(built) {
    return expandedReferences(built).map((reference) => ({
        image: reference.image,
        platform: platformMeant(reference, built),
    }));
}
function isClear({ platform }) {
    return platform === undefined || (0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .isBuildPlatform */ ._G)(platform) || !platform.includes('$');
}
/** References with the values of their variables, where these are known. */
function expandedReferences(built) {
    return (0,_dockerfile_image_references_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReferences */ .E)(built.dockerfile, built.target).map((reference) => ({
        ...reference,
        image: (0,_dockerfile_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .expandedName */ .b)(reference.image, built.dockerfile, built) ?? reference.image,
    }));
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
    if ((0,_dockerfile_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .isBuildPlatform */ ._G)(platform))
        return built.buildPlatform;
    try {
        return (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .Y8)(platform);
    }
    catch {
        return built.platform;
    }
}
// Variants of one architecture are left to the check of the image itself: many images don't say theirs.
function same(a, b) {
    return a.os === b.os && a.architecture === b.architecture;
}
function names(reference, image) {
    return namesRepository(reference, image) && (!image.readOnly || namesTag(reference, image.names));
}
// Short names are completed by podman. A variable of unknown value may stand for anything that was pulled, and not for
// all that the user has.
function namesRepository(reference, { repositories, readOnly }) {
    if (readOnly && reference.image.includes('$'))
        return false;
    const parts = repositoryOf(reference)
        .split(/\$(?:\w+|\{[^}]*\})/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`(?:^|/)${parts.join('.*')}$`);
    return repositories.some((repository) => pattern.test(repository));
}
/** Of what was there before, other tags of a repository are other images. */
function namesTag({ image }, known) {
    const digest = /@.*$/.exec(image)?.[0];
    const end = digest ?? /:[^:/]*$/.exec(image)?.[0] ?? ':latest';
    return known.some((name) => name.endsWith(end));
}
function repositoryOf({ image }) {
    return image.replace(/@.*$/, '').replace(/:[^:/}]*$/, '');
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


/***/ }),

/***/ 63806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ UnreadableLayer),
  w: () => (/* binding */ readLayer)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
;// CONCATENATED MODULE: ./build/src/verify/file-bytes.js
/** These bytes of the file were not kept. */
class OutOfReach extends Error {
}
/** The file has no such bytes: what points there is wrong. */
class BeyondEnd extends Error {
}
/**
 * What was kept of a file that streamed by: some ranges of its bytes, as the chunks that they came in. Nothing is
 * copied before it is read.
 */
class FileBytes {
    size;
    pieces = [];
    constructor(
    /** Of the whole file. */
    size) {
        this.size = size;
    }
    /** The bytes of a file that is wholly at hand. */
    static of(bytes) {
        const whole = new FileBytes(bytes.length);
        whole.keep(0, bytes);
        return whole;
    }
    /** Keeps bytes; they must come in the file's order. */
    keep(offset, bytes) {
        this.pieces.push({ offset, bytes });
    }
    /**
     * @throws {BeyondEnd} when the file is shorter
     * @throws {OutOfReach} when not all of the bytes were kept
     */
    read(offset, length) {
        if (!(offset >= 0 && length >= 0 && offset + length <= this.size)) {
            throw new BeyondEnd(`bytes ${offset} to ${offset + length} of ${this.size}`);
        }
        const found = [];
        let at = offset;
        for (const piece of this.pieces) {
            if (at === offset + length)
                break;
            const start = at - piece.offset;
            if (start < 0 || start >= piece.bytes.length)
                continue;
            const part = piece.bytes.subarray(start, start + offset + length - at);
            found.push(part);
            at += part.length;
        }
        if (at !== offset + length)
            throw new OutOfReach(`bytes ${at} to ${offset + length}`);
        return found.length === 1 ? found[0] : Buffer.concat(found);
    }
    /** The bytes from an offset on, at most `length`; fewer where the file ends or no more were kept. */
    readUpTo(offset, length) {
        let available = 0;
        for (const { offset: start, bytes } of this.pieces) {
            if (start > offset + available)
                break;
            available = Math.max(available, start + bytes.length - offset);
        }
        return this.read(offset, Math.max(0, Math.min(length, available)));
    }
}

;// CONCATENATED MODULE: ./build/src/verify/elf.js

// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html, ch5.pheader.html, ch5.dynamic.html
const MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
const [PT_LOAD, PT_DYNAMIC, PT_INTERP] = [1, 2, 3];
const [DT_NULL, DT_NEEDED, DT_STRTAB, DT_STRSZ, DT_RPATH, DT_RUNPATH] = [0, 1, 5, 10, 15, 29];
const PF_X = 1;
// What no program has comes from a damaged or hostile file. The kernel refuses program headers of more than 64 KiB and an
// interpreter's name of more than PATH_MAX (https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_elf.c).
const MOST_SEGMENTS = 1024;
const LONGEST_PATH = 4096;
const LARGEST_DYNAMIC = 1 << 20;
const LARGEST_STRINGS = 32 << 20;
const MOST_NEEDED = 1024;
/** A file that begins as ELF does and is none that could be loaded. */
class ElfError extends Error {
}
/** Whether a file begins as ELF files do. */
function isElf(head) {
    return head.subarray(0, MAGIC.length).equals(MAGIC);
}
/** Bytes at the beginning of a file that say where the rest is. */
const ELF_HEAD = 4096;
/**
 * The parts of a file that {@link readElf} will ask for, by its first {@link ELF_HEAD} bytes: segments that hold no code, since
 * names of libraries are in one of them, whatever tool wrote or changed the file.
 * @throws {ElfError}
 */
function elfParts(head) {
    return orDamaged(() => {
        const { segments } = readHeader(head);
        if (segments === 'unread' || !segments.some(({ type }) => type === PT_DYNAMIC || type === PT_INTERP))
            return [];
        return segments
            .filter(({ type }) => type === PT_LOAD || type === PT_DYNAMIC || type === PT_INTERP)
            .map(({ type, flags, offset, size }) => {
            // Older linkers put names and code into one segment, names first.
            const limit = type === PT_LOAD && (flags & PF_X) !== 0 && offset > 0 ? 0 : 8 << 20;
            return { offset, length: Math.min(size, limit) };
        })
            .filter(({ length }) => length > 0);
    });
}
/**
 * Reads an ELF file.
 * @throws {ElfError} when it is damaged; no other error, whatever the bytes
 */
function readElf(file) {
    return orDamaged(() => {
        const { header, segments, fields } = readHeader(file);
        if (segments === 'unread')
            return { ...header, interpreter: undefined, linking: segments };
        const interpreter = segments.find(({ type }) => type === PT_INTERP);
        const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
        return {
            ...header,
            interpreter: interpreter && elf_text(file.read(interpreter.offset, checked(interpreter.size, LONGEST_PATH))),
            linking: dynamic && orUnread(() => readLinking(file, segments, dynamic, fields)),
        };
    });
}
function orDamaged(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof BeyondEnd || error instanceof OutOfReach)
            throw new ElfError(error.message);
        throw error;
    }
}
function orUnread(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof OutOfReach)
            return 'unread';
        throw error;
    }
}
function fieldsOf(bits, order) {
    const little = order === 'little';
    const word = (bytes, at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
    return {
        bits,
        half: (bytes, at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
        word,
        long: (bytes, at) => {
            if (bits === 32)
                return word(bytes, at);
            const [high, low] = little
                ? [word(bytes, at + 4), word(bytes, at)]
                : [word(bytes, at), word(bytes, at + 4)];
            // Kept exact where it matters: what lies beyond 2^53 is beyond every file's end.
            return high * 2 ** 32 + low;
        },
    };
}
function readHeader(file) {
    const identity = file.read(0, 16);
    const [classByte, orderByte] = [identity[4], identity[5]];
    if (!isElf(identity))
        throw new ElfError('no ELF file');
    if (classByte !== 1 && classByte !== 2)
        throw new ElfError(`unknown class ${classByte}`);
    if (orderByte !== 1 && orderByte !== 2)
        throw new ElfError(`unknown byte order ${orderByte}`);
    const header = { bits: classByte === 2 ? 64 : 32, order: orderByte === 1 ? 'little' : 'big' };
    const fields = fieldsOf(header.bits, header.order);
    const wide = header.bits === 64;
    const bytes = file.read(0, wide ? 64 : 52);
    const flagsAt = wide ? 48 : 36;
    const table = fields.long(bytes, wide ? 32 : 28);
    const [size, count] = [fields.half(bytes, flagsAt + 6), fields.half(bytes, flagsAt + 8)];
    return {
        header: {
            ...header,
            type: fields.half(bytes, 16),
            machine: fields.half(bytes, 18),
            flags: fields.word(bytes, flagsAt),
        },
        // Tools that change programs may put the table behind everything else.
        segments: orUnread(() => (count === 0 ? [] : readSegments(file, fields, table, count, size))),
        fields,
    };
}
function readSegments(file, fields, offset, count, size) {
    const wide = fields.bits === 64;
    if (size !== (wide ? 56 : 32))
        throw new ElfError(`program headers of ${size} bytes`);
    const table = file.read(offset, checked(count, MOST_SEGMENTS) * size);
    return Array.from({ length: count }, (_, index) => {
        const entry = table.subarray(index * size, (index + 1) * size);
        return {
            type: fields.word(entry, 0),
            flags: fields.word(entry, wide ? 4 : 24),
            offset: fields.long(entry, wide ? 8 : 4),
            address: fields.long(entry, wide ? 16 : 8),
            size: fields.long(entry, wide ? 32 : 16),
        };
    });
}
function readLinking(file, segments, dynamic, fields) {
    const values = readDynamic(file.read(dynamic.offset, checked(dynamic.size, LARGEST_DYNAMIC)), fields);
    const offsets = [DT_NEEDED, DT_RPATH, DT_RUNPATH].map((tag) => values.get(tag) ?? []);
    if (offsets.every((list) => list.length === 0))
        return { needed: [], rpath: [], runpath: [] };
    const [address, size] = [values.get(DT_STRTAB)?.[0], values.get(DT_STRSZ)?.[0]];
    if (address === undefined || size === undefined)
        throw new ElfError('names without a table of strings');
    const strings = file.read(fileOffset(segments, address), checked(size, LARGEST_STRINGS));
    const [needed, rpath, runpath] = offsets.map((list) => list.map((at) => nameAt(strings, at)));
    const folders = (paths) => paths.flatMap((path) => path.split(':')).filter((path) => path !== '');
    return { needed: needed, rpath: folders(rpath), runpath: folders(runpath) };
}
/** Values by tag; of each tag no more than {@link MOST_NEEDED}. */
function readDynamic(bytes, fields) {
    const size = fields.bits / 8;
    const values = new Map();
    for (let at = 0; at + 2 * size <= bytes.length; at += 2 * size) {
        const tag = fields.long(bytes, at);
        if (tag === DT_NULL)
            break;
        const list = values.get(tag) ?? [];
        if (list.push(fields.long(bytes, at + size)) > MOST_NEEDED)
            throw new ElfError('too many libraries');
        values.set(tag, list);
    }
    return values;
}
function fileOffset(segments, address) {
    const segment = segments.find((each) => each.type === PT_LOAD && address >= each.address && address < each.address + each.size);
    if (segment === undefined)
        throw new ElfError('an address outside of all segments');
    return address - segment.address + segment.offset;
}
function nameAt(strings, at) {
    if (at >= strings.length)
        throw new ElfError('a name outside of the table of strings');
    return elf_text(strings.subarray(at, at + LONGEST_PATH));
}
/** A text up to its zero byte. */
function elf_text(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function checked(value, most) {
    if (value > most)
        throw new ElfError(`${value} where at most ${most} can be`);
    return value;
}

;// CONCATENATED MODULE: ./build/src/verify/content.js


const OTHER = { kind: 'other' };
const MAGIC_SIZE = 4;
const LONGEST_SCRIPT = 32 << 10;
/** The kernel's BINPRM_BUF_SIZE: what it reads to find a script's interpreter. */
const FIRST_LINE = 256;
const MOST_KEPT = 64 << 20;
/** Programs of several systems at once (https://justine.lol/ape.html), which begin as Windows' do. */
const APE = '4d5a7146';
// Fat Mach-O files begin like Java's classes, which are no programs to the kernel either.
const ALIENS = [
    ['cffaedfe', 'macOS'],
    ['cefaedfe', 'macOS'],
    ['cafebabe', 'macOS'],
    ['4d5a', 'Windows'],
];
/**
 * Looks at a file while it streams by, and keeps no more of it than is needed to tell what it is.
 */
class ContentReader {
    size;
    bytes;
    /** Parts still to be kept, in order, none overlapping; all of them lie at or after `position`. */
    wanted;
    position = 0;
    stage = 'magic';
    found;
    constructor(size) {
        this.size = size;
        this.bytes = new FileBytes(size);
        this.wanted = [{ offset: 0, length: Math.min(size, MAGIC_SIZE) }];
        if (size < MAGIC_SIZE)
            this.found = OTHER;
    }
    /** Takes the next chunk, which must not change afterwards. */
    push(chunk) {
        if (this.found !== undefined)
            return;
        const start = this.position;
        this.position += chunk.length;
        let taken = start;
        while (this.wanted.length > 0) {
            const { offset, length } = this.wanted[0];
            if (offset >= this.position)
                return;
            const from = Math.max(offset, taken);
            const to = Math.min(offset + length, this.position);
            if (to > from)
                this.bytes.keep(from, chunk.subarray(from - start, to - start));
            taken = Math.max(taken, to);
            if (to < offset + length)
                return;
            this.wanted.shift();
            if (this.wanted.length === 0)
                this.wanted = this.decide(to);
        }
    }
    /** What the file is, when it has ended. */
    end() {
        if (this.found !== undefined)
            return this.found;
        if (this.stage === 'magic')
            return OTHER;
        return isElf(this.bytes.read(0, MAGIC_SIZE)) ? elfContent(this.bytes) : this.script();
    }
    /** What else to keep, when all that was wanted is at hand; `reached` is where the next byte lies. */
    decide(reached) {
        if (this.stage === 'magic') {
            const magic = this.bytes.read(0, MAGIC_SIZE);
            if (isElf(magic))
                return this.goOn('head', [{ offset: reached, length: ELF_HEAD - reached }]);
            if (magic.toString('latin1', 0, 2) === '#!')
                return this.goOn('parts', [{ offset: reached, length: LONGEST_SCRIPT - reached }]);
            const start = magic.toString('hex');
            const alien = start === APE ? undefined : ALIENS.find(([each]) => start.startsWith(each));
            this.found = alien ? { kind: 'alien', system: alien[1] } : OTHER;
        }
        else if (this.stage === 'head') {
            try {
                return this.goOn('parts', elfParts(this.bytes).map((part) => after(part, reached)));
            }
            catch (error) {
                if (!(error instanceof ElfError))
                    throw error;
                this.found = { kind: 'damaged', problem: error.message };
            }
        }
        return [];
    }
    goOn(stage, ranges) {
        this.stage = stage;
        return merged(ranges.map(({ offset, length }) => ({ offset, length: Math.min(length, this.size - offset) })));
    }
    script() {
        const all = this.bytes.readUpTo(0, LONGEST_SCRIPT).toString('utf8');
        const firstLine = all.slice(0, FIRST_LINE).split('\n', 1)[0];
        return { kind: 'script', firstLine, text: this.size <= LONGEST_SCRIPT ? all : undefined };
    }
}
function elfContent(bytes) {
    try {
        return { kind: 'elf', elf: readElf(bytes) };
    }
    catch (error) {
        if (!(error instanceof ElfError))
            throw error;
        return { kind: 'damaged', problem: error.message };
    }
}
function after({ offset, length }, from) {
    const start = Math.max(offset, from);
    return { offset: start, length: offset + length - start };
}
/** Ranges in order, overlapping ones joined, and no more of them than may be kept. */
function merged(ranges) {
    const joined = [];
    let budget = MOST_KEPT;
    for (const { offset, length } of [...ranges].sort((a, b) => a.offset - b.offset)) {
        const last = joined.at(-1);
        const start = last === undefined ? offset : Math.max(offset, last.offset + last.length);
        const added = Math.min(offset + length - start, budget);
        if (!(added > 0))
            continue;
        budget -= added;
        if (last !== undefined && start === last.offset + last.length)
            last.length += added;
        else
            joined.push({ offset: start, length: added });
    }
    return joined;
}

;// CONCATENATED MODULE: ./build/src/verify/layer.js






/** A layer that can't be read, or is not believed. */
class UnreadableLayer extends Error {
}
// What no image has, so that a hostile one takes neither all memory nor all time.
const MOST_ENTRIES = 1_000_000;
const MOST_NAMES = 256 << 20;
const MOST_SCRIPTS = 16 << 20;
const MOST_BYTES = 256 * 2 ** 30;
const layer_LONGEST_PATH = 4096;
const DEEPEST_PATH = 256;
const CHUNK = 1 << 20;
const TYPES = {
    file: 'file',
    'contiguous-file': 'file',
    directory: 'directory',
    symlink: 'symlink',
    link: 'hardlink',
};
/**
 * Reads a layer, without unpacking it, in one pass: names, types, links, and of programs what tells which machine they
 * are for. Bounded in memory, whatever the layer holds.
 * @throws {UnreadableLayer}
 */
async function readLayer(blob, signal) {
    const collector = new Collector();
    const untar = (0,tar_stream.extract)();
    untar.on('entry', (header, stream, next) => {
        const reader = collector.begin(header);
        stream.on('data', (chunk) => reader?.push(chunk));
        stream.on('end', () => {
            try {
                collector.end(header, reader);
                next();
            }
            catch (error) {
                next(error);
            }
        });
        stream.on('error', () => undefined);
    });
    try {
        const decompress = await decompressor(blob);
        let read = 0;
        decompress.on('data', (chunk) => {
            read += chunk.length;
            if (read > MOST_BYTES)
                decompress.destroy(new UnreadableLayer(`more than ${MOST_BYTES} bytes`));
        });
        await (0,promises_.pipeline)(blob, decompress, untar, { ...(signal && { signal }) });
    }
    catch (error) {
        blob.destroy();
        if (signal?.aborted)
            throw new errors/* Interrupted */.j$();
        if (error instanceof errors/* Failure */.HR)
            throw error;
        throw error instanceof UnreadableLayer ? error : new UnreadableLayer((0,errors/* messageOf */.bD)(error), { cause: error });
    }
    return collector.entries;
}
/** Media types are not always true, so what the blob begins with decides. */
async function decompressor(blob) {
    const start = await firstBytes(blob);
    if (start[0] === 0x1f && start[1] === 0x8b)
        return external_node_zlib_.createGunzip({ chunkSize: CHUNK });
    if (start.subarray(0, 4).toString('hex') === '28b52ffd') {
        // From Node 22.15 on.
        const { createZstdDecompress } = external_node_zlib_namespaceObject;
        if (createZstdDecompress)
            return createZstdDecompress({ chunkSize: CHUNK });
        throw new UnreadableLayer(`compressed with zstd, which Node ${process.versions.node} can’t read`);
    }
    return new external_node_stream_.PassThrough({ highWaterMark: CHUNK });
}
async function firstBytes(blob) {
    await new Promise((ready, fail) => {
        blob.once('readable', ready).once('end', ready).once('error', fail);
    });
    const chunk = blob.read();
    if (chunk !== null)
        blob.unshift(chunk);
    return chunk ?? Buffer.alloc(0);
}
class Collector {
    entries = [];
    names = 0;
    scripts = 0;
    begin(header) {
        return TYPES[header.type ?? 'file'] === 'file' ? new ContentReader(header.size ?? 0) : undefined;
    }
    end(header, reader) {
        const path = safePath(header.name);
        if (path === undefined || path.length === 0)
            return;
        const type = TYPES[header.type ?? 'file'] ?? 'other';
        const target = header.linkname && header.linkname.length <= layer_LONGEST_PATH ? header.linkname : undefined;
        this.names += header.name.length + (target?.length ?? 0);
        if (this.entries.length >= MOST_ENTRIES || this.names > MOST_NAMES) {
            throw new UnreadableLayer(`more than ${MOST_ENTRIES} files`);
        }
        this.entries.push({
            path,
            type,
            ...((type === 'symlink' || type === 'hardlink') && { target: target ?? '' }),
            ...(reader && { content: this.withinBudget(reader.end()) }),
        });
    }
    withinBudget(content) {
        if (content.kind !== 'script' || content.text === undefined)
            return content;
        this.scripts += content.text.length;
        return this.scripts > MOST_SCRIPTS ? { ...content, text: undefined } : content;
    }
}
/** The names of a path from the root down; undefined for one that no unpacker takes. */
function safePath(name) {
    if (name.length > layer_LONGEST_PATH)
        return undefined;
    const names = name.split('/').filter((part) => part !== '' && part !== '.');
    return names.includes('..') || names.length > DEEPEST_PATH ? undefined : names;
}


/***/ }),

/***/ 45190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ Layers)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/verify/layer.js + 3 modules
var verify_layer = __webpack_require__(63806);
;// CONCATENATED MODULE: ./build/src/verify/tree.js

// The kernel's limit (https://man7.org/linux/man-pages/man7/path_resolution.7.html).
const MOST_LINKS = 40;
const MOST_NODES = 2_000_000;
const MOST_PLACES = 16;
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** The file tree that an image's layers make, one on the other. */
class FileTree {
    root = { type: 'directory', children: new Map() };
    nodes = 0;
    /** Folders by the names in them; made when it is asked for. */
    places;
    /** Puts layers on each other, the base first. */
    static of(layers) {
        const tree = new FileTree();
        for (const layer of layers)
            tree.apply(layer);
        return tree;
    }
    /** The file under an absolute path, all links followed; undefined when there is none. */
    find(path) {
        const walked = this.walk(path.split('/'));
        return walked?.node.type === 'file'
            ? { path: `/${walked.path.join('/')}`, content: walked.node.content }
            : undefined;
    }
    /** Every file by its own path, links not followed. */
    *files() {
        const open = [['', this.root]];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const [folder, { children }] = next;
            for (const [name, node] of children) {
                if (node.type === 'directory')
                    open.push([`${folder}/${name}`, node]);
                else if (node.type === 'file')
                    yield { path: `${folder}/${name}`, content: node.content };
            }
        }
    }
    /** The files under a name in any folder, links followed; of a name that is everywhere only some. */
    named(name) {
        this.places ??= this.placesByName();
        return (this.places.get(name) ?? []).flatMap((folder) => this.find(`${folder}/${name}`) ?? []);
    }
    placesByName() {
        const places = new Map();
        const open = [['', this.root]];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const [folder, { children }] = next;
            for (const [name, node] of children) {
                if (node.type === 'directory')
                    open.push([`${folder}/${name}`, node]);
                const known = places.get(name);
                if (known === undefined)
                    places.set(name, [folder]);
                else if (known.length < MOST_PLACES)
                    known.push(folder);
            }
        }
        return places;
    }
    // https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts: they hide what is below, in whatever
    // order the layer has them.
    apply(layer) {
        for (const { path } of layer)
            if (path.at(-1).startsWith(WHITEOUT))
                this.hide(path);
        for (const entry of layer)
            if (!entry.path.at(-1).startsWith(WHITEOUT))
                this.add(entry);
    }
    hide(path) {
        const folder = this.walk(path.slice(0, -1))?.node;
        if (folder?.type !== 'directory')
            return;
        const name = path.at(-1);
        if (name === OPAQUE)
            folder.children.clear();
        else
            folder.children.delete(name.slice(WHITEOUT.length));
    }
    add(entry) {
        const folder = this.folderFor(entry.path.slice(0, -1));
        const name = entry.path.at(-1);
        const there = folder.children.get(name);
        if (entry.type === 'directory' && there?.type === 'directory')
            return;
        if (there === undefined)
            this.count();
        folder.children.set(name, this.nodeFor(entry));
    }
    nodeFor({ type, target, content }) {
        if (type === 'directory')
            return { type, children: new Map() };
        if (type === 'symlink')
            return { type, target: target };
        if (type === 'file')
            return { type, content: content ?? { kind: 'other' } };
        if (type === 'hardlink') {
            const linked = this.walk(target.split('/'), false)?.node;
            return linked === undefined || linked.type === 'directory' ? { type: 'other' } : linked;
        }
        return { type: 'other' };
    }
    /** The folder of an entry. What is missing is made, and a link to a folder is gone through, as when unpacking. */
    folderFor(path) {
        let folder = this.root;
        for (const [at, name] of path.entries()) {
            const child = folder.children.get(name);
            const linked = child?.type === 'symlink' ? this.walk(path.slice(0, at + 1))?.node : child;
            if (linked?.type === 'directory') {
                folder = linked;
                continue;
            }
            this.count();
            const made = { type: 'directory', children: new Map() };
            folder.children.set(name, made);
            folder = made;
        }
        return folder;
    }
    walk(names, followLast = true) {
        const left = [...names].reverse();
        let trail = [];
        let links = 0;
        while (left.length > 0) {
            const name = left.pop();
            const folder = trail.at(-1)?.node ?? this.root;
            if (folder.type !== 'directory')
                return undefined;
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                trail.pop();
                continue;
            }
            const node = folder.children.get(name);
            if (node === undefined)
                return undefined;
            if (node.type === 'symlink' && (followLast || left.length > 0)) {
                if (++links > MOST_LINKS)
                    return undefined;
                if (node.target.startsWith('/'))
                    trail = [];
                left.push(...node.target.split('/').reverse());
            }
            else
                trail.push({ name, node });
        }
        return { path: trail.map(({ name }) => name), node: trail.at(-1)?.node ?? this.root };
    }
    count() {
        if (++this.nodes > MOST_NODES)
            throw new verify_layer/* UnreadableLayer */.F(`more than ${MOST_NODES} files`);
    }
}

;// CONCATENATED MODULE: ./build/src/verify/layers.js




// Inflating is done outside of the main thread; more at once only take memory.
const AT_ONCE = 4;
/** The file trees of images whose layers come from one place. A layer that several images share is read once. */
class Layers {
    open;
    signal;
    read = new Map();
    limit = (0,p_limit/* default */.A)(AT_ONCE);
    constructor(open, signal) {
        this.open = open;
        this.signal = signal;
    }
    /**
     * The file tree of an image.
     * @throws {UnreadableLayer} naming the layer
     */
    async treeOf({ layers }) {
        return FileTree.of(await Promise.all(layers.map((layer) => this.entries(layer))));
    }
    entries(layer) {
        const known = this.read.get(layer.digest);
        if (known)
            return known;
        const reading = this.limit(async () => {
            try {
                return await (0,verify_layer/* readLayer */.w)(await this.open(layer), this.signal);
            }
            catch (error) {
                if (!(error instanceof verify_layer/* UnreadableLayer */.F))
                    throw error;
                throw new verify_layer/* UnreadableLayer */.F(`layer ${layer.digest}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
            }
        });
        this.read.set(layer.digest, reading);
        return reading;
    }
}


/***/ })

};
