export const id = 625;
export const ids = [625];
export const modules = {

/***/ 95264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ imageReferences)
/* harmony export */ });
/* harmony import */ var _mount_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22558);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78229);


/** The images from elsewhere that building the target uses. */
function imageReferences(dockerfile, target) {
    return (0,_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .neededStages */ .xB)(dockerfile, target).flatMap((stage) => {
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
        const mounted = name === 'mount' ? (0,_mount_options_js__WEBPACK_IMPORTED_MODULE_1__/* .mountOptions */ .g)(value).get('from') || undefined : undefined;
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


/***/ }),

/***/ 22558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ mountOptions)
/* harmony export */ });
/** The options of a `--mount` flag by name; the target by that name, however it was written. */
function mountOptions(value) {
    return new Map(value.split(',').map((option) => {
        const [name = '', ...rest] = option.split('=');
        return [/^(dst|destination)$/.test(name) ? 'target' : name, rest.join('=')];
    }));
}


/***/ }),

/***/ 61119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ expectedSettings),
/* harmony export */   b: () => (/* binding */ expandedName)
/* harmony export */ });
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78229);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46477);


// Builders set these by themselves, each in its own way.
const BUILDERS_OWN = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$|_proxy$|^SOURCE_DATE_EPOCH$/i;
/**
 * Evaluates LABEL and ENV of a target, as https://docs.docker.com/reference/dockerfile/#environment-replacement says, for
 * plain names, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`. Whatever depends on anything else is left out.
 */
function expectedSettings(dockerfile, target, variables) {
    const globals = globalValues(dockerfile, variables);
    const image = { labels: new Map(), environment: new Map() };
    for (const stage of (0,_stages_js__WEBPACK_IMPORTED_MODULE_0__/* .stageChain */ .ap)(dockerfile, target).reverse())
        evaluateStage(stage, globals, image, variables);
    return { labels: known(image.labels), environment: known(image.environment) };
}
/**
 * A name as FROM has it, with the values of the ARGs before the first FROM; undefined where one of them is not known here.
 */
function expandedName(text, dockerfile, variables) {
    const { os, architecture } = variables.platform;
    const values = new Map([
        ['TARGETOS', os],
        ['TARGETARCH', architecture],
        ...globalValues(dockerfile, variables),
    ]);
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandWord */ .V)(text, (name) => values.get(name));
}
function globalValues(dockerfile, variables) {
    const globals = new Map();
    const lookup = (name) => globals.get(name);
    for (const { assignments } of dockerfile.globals) {
        for (const each of assignments)
            globals.set(each.name, argument(each, variables, lookup));
    }
    return globals;
}
function evaluateStage(stage, globals, { labels, environment }, variables) {
    const args = new Map();
    const lookup = (name) => {
        if (environment.has(name))
            return environment.get(name).value;
        // A variable of the base image wins over an ARG of the same name.
        if (variables.environment.has(name))
            return undefined;
        return args.get(name);
    };
    for (const instruction of stage.instructions) {
        const { keyword, assignments } = instruction;
        if (keyword === 'ARG') {
            for (const each of assignments) {
                const again = args.has(each.name) && each.value === undefined;
                const value = argument(each, variables, lookup, globals);
                args.set(each.name, again && !variables.args.has(each.name) ? undefined : value);
            }
        }
        else if (keyword === 'ENV' || keyword === 'LABEL') {
            const into = keyword === 'ENV' ? environment : labels;
            // All values of one instruction are from before it.
            const values = assignments.map((each) => ({ name: each.name, value: assigned(each, lookup) }));
            for (const { name, value } of values)
                into.set(name, { value, instruction });
        }
    }
}
function argument(assignment, { args, platform }, lookup, globals = new Map()) {
    const { name } = assignment;
    if (args.has(name))
        return args.get(name);
    if (assignment.value === undefined) {
        if (name === 'TARGETARCH')
            return platform.architecture;
        if (name === 'TARGETOS')
            return platform.os;
        if (BUILDERS_OWN.test(name))
            return undefined;
        return globals.has(name) ? globals.get(name) : '';
    }
    return BUILDERS_OWN.test(name) ? undefined : assigned(assignment, lookup);
}
function assigned({ value = '', form }, lookup) {
    if (form === 'unclear')
        return undefined;
    return form === 'literal' ? value : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandWord */ .V)(value, lookup);
}
function known(values) {
    const found = new Map();
    for (const [name, { value, instruction }] of values) {
        if (value !== undefined && !name.includes('$'))
            found.set(name, { value, instruction });
    }
    return found;
}


/***/ }),

/***/ 78229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ targetStage),
/* harmony export */   RV: () => (/* binding */ runsOnTarget),
/* harmony export */   U9: () => (/* binding */ findStage),
/* harmony export */   VN: () => (/* binding */ stageReferences),
/* harmony export */   _G: () => (/* binding */ isBuildPlatform),
/* harmony export */   ap: () => (/* binding */ stageChain),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   eo: () => (/* binding */ executionOf),
/* harmony export */   pF: () => (/* binding */ isTargetPlatform),
/* harmony export */   rr: () => (/* binding */ instructionReferences),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   xB: () => (/* binding */ neededStages),
/* harmony export */   yz: () => (/* binding */ isRun)
/* harmony export */ });
/* harmony import */ var _mount_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22558);

/** The stage that `target` names (by name or number), or the last one; undefined when there is none. */
function targetStage(dockerfile, target) {
    if (target === undefined)
        return dockerfile.stages.at(-1);
    return findStage(dockerfile.stages, target);
}
/** The target's stage, the one that it goes on from, and so on. */
function stageChain(dockerfile, target) {
    return chainOf(dockerfile, targetStage(dockerfile, target));
}
/** A stage, the one that it goes on from, and so on. */
function chainOf(dockerfile, stage) {
    const chain = [];
    for (let each = stage; each !== undefined; each = findStage(dockerfile.stages.slice(0, each.index), each.base)) {
        chain.push(each);
    }
    return chain;
}
/** The stages that go into the target, itself included, in the file's order. */
function neededStages(dockerfile, target) {
    const needed = new Set();
    const visit = (stage) => {
        if (stage === undefined || needed.has(stage))
            return;
        needed.add(stage);
        const earlier = dockerfile.stages.slice(0, stage.index);
        for (const name of stageReferences(stage))
            visit(findStage(earlier, name));
    };
    visit(targetStage(dockerfile, target));
    return dockerfile.stages.filter((stage) => needed.has(stage));
}
/** The stage of a name or number among some stages. */
function findStage(stages, name) {
    const named = stages.findLast((stage) => stage.name === name.toLowerCase());
    return named ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}
/** Names of stages, images and contexts that a stage takes something from, its base first. */
function stageReferences(stage) {
    return [stage.base, ...stage.instructions.flatMap(instructionReferences)];
}
/** Names of stages, images and contexts that an instruction takes something from, but for FROM. */
function instructionReferences({ flags }) {
    return flags.flatMap(({ name, value }) => {
        if (name === 'from')
            return [value];
        const from = name === 'mount' ? (0,_mount_options_js__WEBPACK_IMPORTED_MODULE_0__/* .mountOptions */ .g)(value).get('from') : undefined;
        return from ? [from] : [];
    });
}
/**
 * Which platforms' programs building the target executes: those of needed stages that have a RUN and aren't fixed to
 * `$BUILDPLATFORM`. COPY, WORKDIR and the like execute nothing.
 */
function executionOf(dockerfile, target) {
    const stages = neededStages(dockerfile, target);
    // Nothing readable (such as a file for the C preprocessor): assume that it does.
    if (stages.length === 0 || dockerfile.path.endsWith('.in'))
        return { onTarget: true, onNamed: [] };
    const platforms = stages
        .filter((stage) => stage.instructions.some(isRun))
        .map((stage) => platformOf(dockerfile, stage) ?? '$TARGETPLATFORM')
        .filter((platform) => !isBuildPlatform(platform));
    return {
        onTarget: platforms.some((platform) => platform.includes('$')),
        onNamed: [...new Set(platforms.filter((platform) => !platform.includes('$')))],
    };
}
/** The RUN instructions that run on the target platform. */
function runsOnTarget(dockerfile, target) {
    return neededStages(dockerfile, target)
        .filter((stage) => isTargetPlatform(platformOf(dockerfile, stage)))
        .flatMap((stage) => stage.instructions.filter(isRun));
}
/** The platform that a stage, or the one that it goes on from, is given; undefined when none is written. */
function platformOf(dockerfile, stage) {
    const base = findStage(dockerfile.stages.slice(0, stage.index), stage.base);
    return stage.platform ?? (base && platformOf(dockerfile, base));
}
/** Whether a `--platform` as written is the building machine's. */
function isBuildPlatform(written) {
    return /^\$(BUILDPLATFORM|\{BUILDPLATFORM\})$/.test(written);
}
/** Whether a `--platform` as written is the target's, as it is where none is. */
function isTargetPlatform(written) {
    return written === undefined || written.includes('TARGETPLATFORM');
}
/** Whether an instruction runs a program. */
function isRun(instruction) {
    return instruction.keyword === 'RUN';
}


/***/ }),

/***/ 46477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ expandWord),
/* harmony export */   z: () => (/* binding */ variableNames)
/* harmony export */ });
class Unknown extends Error {
}
/**
 * Expands variables in a word and takes its quotes away, as builders do in FROM, COPY, ENV and their like
 * (https://github.com/openshift/imagebuilder/blob/v1.2.15/shell_parser.go).
 * @returns undefined when it depends on a value that isn't known, or on a form that not every version has
 */
function expandWord(word, lookup) {
    const scanner = new Scanner(word, lookup);
    try {
        const result = scanner.until(undefined);
        return result;
    }
    catch (error) {
        if (error instanceof Unknown)
            return undefined;
        throw error;
    }
}
/** The names of all variables that a text can refer to, whether quotes or escapes take their meaning away or not. */
function variableNames(text) {
    return [...new Set([...text.matchAll(/\$\{?([\p{L}_][\p{L}\p{N}_]*)/gu)].map((match) => match[1]))];
}
class Scanner {
    lookup;
    text;
    at = 0;
    constructor(word, lookup) {
        this.lookup = lookup;
        this.text = [...word];
    }
    until(stop) {
        let result = '';
        while (this.at < this.text.length) {
            const char = this.text[this.at++];
            if (char === stop)
                return result;
            if (char === "'")
                result += this.singleQuoted();
            else if (char === '"')
                result += this.doubleQuoted();
            else if (char === '$')
                result += this.variable();
            else if (char === '\\')
                result += this.text[this.at++] ?? '';
            else
                result += char;
        }
        if (stop !== undefined)
            throw new Unknown();
        return result;
    }
    singleQuoted() {
        const end = this.text.indexOf("'", this.at);
        if (end < 0)
            throw new Unknown();
        const quoted = this.text.slice(this.at, end).join('');
        this.at = end + 1;
        return quoted;
    }
    doubleQuoted() {
        let result = '';
        for (;;) {
            const char = this.text[this.at++];
            if (char === undefined)
                throw new Unknown();
            if (char === '"')
                return result;
            if (char === '$')
                result += this.variable();
            else if (char === '\\' && /["$\\]/.test(this.text[this.at] ?? ''))
                result += this.text[this.at++];
            else
                result += char;
        }
    }
    variable() {
        if (this.text[this.at] !== '{') {
            const name = this.name();
            return name === '' ? '$' : this.value(name);
        }
        this.at += 1;
        const name = this.name();
        const next = this.text[this.at++];
        if (name === '')
            throw new Unknown();
        if (next === '}')
            return this.value(name);
        const modifier = next === ':' ? this.text[this.at++] : undefined;
        // Prefixes, suffixes, replacements and `:?` are not in every version.
        if (modifier !== '-' && modifier !== '+')
            throw new Unknown();
        const word = this.until('}');
        const value = this.value(name);
        if (modifier === '-')
            return value === '' ? word : value;
        return value === '' ? '' : word;
    }
    name() {
        let name = '';
        if (/\p{N}/u.test(this.text[this.at] ?? ''))
            throw new Unknown();
        while (/[\p{L}\p{N}_]/u.test(this.text[this.at] ?? ''))
            name += this.text[this.at++];
        return name;
    }
    value(name) {
        const value = this.lookup(name);
        if (value === undefined)
            throw new Unknown();
        return value;
    }
}


/***/ }),

/***/ 23856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ isPlatformArgument),
/* harmony export */   DN: () => (/* binding */ platformSlug),
/* harmony export */   FL: () => (/* binding */ normalizePlatform),
/* harmony export */   Qo: () => (/* binding */ platformArguments),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   qA: () => (/* binding */ parsePlatforms),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/**
 * The arguments that builders set for a platform, by name; no variant where it has none
 * (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope).
 */
function platformArguments(whose, { text, os, architecture, variant }) {
    return new Map([
        [`${whose}PLATFORM`, text],
        [`${whose}OS`, os],
        [`${whose}ARCH`, architecture],
        ...(variant === undefined ? [] : [[`${whose}VARIANT`, variant]]),
    ]);
}
/** Whether builders set an argument of this name themselves, to another value for each platform. */
function isPlatformArgument(name) {
    return /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/.test(name);
}
const ARCHITECTURE_ALIASES = {
    x86_64: { architecture: 'amd64' },
    'x86-64': { architecture: 'amd64' },
    aarch64: { architecture: 'arm64' },
    i386: { architecture: '386' },
    i486: { architecture: '386' },
    i586: { architecture: '386' },
    i686: { architecture: '386' },
    armhf: { architecture: 'arm', variant: 'v7' },
    armel: { architecture: 'arm', variant: 'v6' },
};
const ARCHITECTURES = new Set([
    'amd64',
    '386',
    'arm64',
    'arm',
    'ppc64le',
    'ppc64',
    's390x',
    'riscv64',
    'mips',
    'mipsle',
    'mips64',
    'mips64le',
    'loong64',
]);
/**
 * Brings the parts of a platform into normal form, as containerd does: `arm64/v8` is `arm64`, `arm` is `arm/v7`,
 * `amd64/v1` is `amd64`.
 * Source: https://github.com/containerd/platforms/blob/v1.0.0/database.go, `normalizeArch`.
 */
function normalizePlatform(fields) {
    const os = fields.os.toLowerCase();
    const name = fields.architecture.toLowerCase();
    const alias = ARCHITECTURE_ALIASES[name];
    const architecture = alias?.architecture ?? name;
    const variant = normalizeVariant(architecture, (alias?.variant ?? fields.variant ?? '').toLowerCase());
    return variant === ''
        ? { os, architecture, text: `${os}/${architecture}` }
        : { os, architecture, variant, text: `${os}/${architecture}/${variant}` };
}
function normalizeVariant(architecture, variant) {
    if (architecture === 'arm64')
        return variant === '8' || variant === 'v8' ? '' : variant;
    if (architecture === 'amd64')
        return variant === 'v1' ? '' : variant;
    if (architecture === 'arm') {
        if (variant === '' || variant === '7')
            return 'v7';
        return /^[5689]$/.test(variant) ? `v${variant}` : variant;
    }
    return variant;
}
/**
 * Parses `os/architecture[/variant]`. Only Linux, since podman builds nothing else.
 * @throws {Error} with the reason, for the caller to say where the text came from
 */
function parsePlatform(text) {
    const parts = text.trim().split('/');
    const [os, architecture, variant] = parts;
    if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^[A-Za-z0-9_.-]+$/.test(part))) {
        throw new Error(`${JSON.stringify(text)} is no platform; write os/architecture, such as linux/arm64`);
    }
    const platform = normalizePlatform({ os: os, architecture: architecture, ...(variant && { variant }) });
    if (platform.os !== 'linux')
        throw new Error(`${JSON.stringify(text)}: only linux can be built`);
    if (!ARCHITECTURES.has(platform.architecture)) {
        throw new Error(`${JSON.stringify(text)}: unknown architecture; known are ${[...ARCHITECTURES].join(', ')}`);
    }
    return platform;
}
/**
 * Parses a list of platforms.
 * @throws {Error} with the reason, when one is none or there twice, or there are none
 */
function parsePlatforms(texts) {
    const platforms = texts.map(parsePlatform);
    if (platforms.length === 0)
        throw new Error('names none');
    const seen = new Set();
    for (const { text } of platforms) {
        if (seen.has(text))
            throw new Error(`${text} is there twice`);
        seen.add(text);
    }
    return platforms;
}
/** The fields of a platform as an index holds them. */
function platformFields(platform) {
    const { architecture, os, variant } = platform;
    return { architecture, os, ...(variant && { variant }) };
}
/** A platform as one path segment or output name: `linux-arm-v7`. */
function platformSlug(platform) {
    return platform.text.replaceAll('/', '-');
}


/***/ }),

/***/ 84974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ parseTaggedReference),
/* harmony export */   EV: () => (/* binding */ isRegistryHost),
/* harmony export */   O9: () => (/* binding */ digestReference),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   W0: () => (/* binding */ splitName),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6559);

// https://github.com/distribution/reference/blob/v0.6.0/regexp.go
const DOMAIN = /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?$|^\[[a-fA-F0-9:]+\](?::[0-9]+)?$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const REPOSITORY_MAX_LENGTH = 255;
/** Whether a text is the host of a registry, with or without port. */
function isRegistryHost(text) {
    return DOMAIN.test(text);
}
/** Whether a text is a tag by the distribution-spec's grammar. */
function isTag(text) {
    return TAG.test(text);
}
/**
 * Parses a repository name without tag or digest. A first part that holds no `.` or `:` and isn't `localhost`
 * would be a Docker Hub short name, which podman and Docker resolve differently, so it is refused.
 * @throws {Error} with the reason
 */
function parseRepository(text) {
    const shown = JSON.stringify(text);
    const slash = text.indexOf('/');
    const registry = slash < 0 ? '' : text.slice(0, slash);
    if (!/[.:]|^localhost$/.test(registry)) {
        throw new Error(`${shown} names no registry; write it in full, such as quay.io/organisation/name`);
    }
    if (!isRegistryHost(registry))
        throw new Error(`${shown}: ${JSON.stringify(registry)} is no registry host`);
    const path = text.slice(slash + 1);
    if (path.includes('@') || path.includes(':')) {
        throw new Error(`${shown} must have no tag and no digest; tags go into the input tags`);
    }
    const wrong = path.split('/').find((component) => !PATH_COMPONENT.test(component));
    if (wrong !== undefined) {
        const why = /[A-Z]/.test(wrong) ? 'repository names are lower case' : 'that is no valid path component';
        throw new Error(`${shown}: ${JSON.stringify(wrong)}: ${why}`);
    }
    if (text.length > REPOSITORY_MAX_LENGTH)
        throw new Error(`${shown} is longer than ${REPOSITORY_MAX_LENGTH} characters`);
    return { registry: registry.toLowerCase(), path, text: `${registry.toLowerCase()}/${path}` };
}
/**
 * Takes `name[:tag][@digest]` apart (https://github.com/distribution/reference/blob/v0.6.0/reference.go).
 * @throws {Error} with the reason
 */
function splitName(text) {
    const shown = JSON.stringify(text);
    const [tagged = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))) {
        throw new Error(`${shown}: what follows @ is no sha256 digest`);
    }
    const colon = tagged.lastIndexOf(':');
    const hasTag = colon > tagged.lastIndexOf('/');
    const tag = hasTag ? tagged.slice(colon + 1) : undefined;
    if (tag !== undefined && !isTag(tag))
        throw new Error(`${shown}: ${JSON.stringify(tag)} is no valid tag`);
    return { name: hasTag ? tagged.slice(0, colon) : tagged, tag, digest };
}
/** A repository with one of its tags. */
function withTag(repository, tag) {
    return { repository, tag, text: `${repository.text}:${tag}` };
}
/**
 * Parses `registry/path:tag`.
 * @throws {Error} with the reason
 */
function parseTaggedReference(text) {
    const colon = text.lastIndexOf(':');
    if (colon < text.lastIndexOf('/'))
        throw new Error(`${JSON.stringify(text)} has no tag`);
    const tag = text.slice(colon + 1);
    if (!isTag(tag))
        throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(tag)} is no valid tag`);
    return withTag(parseRepository(text.slice(0, colon)), tag);
}
/** `registry/path@digest` */
function digestReference(repository, digest) {
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        throw new Error(`not a digest: ${String(digest)}`);
    return `${repository.text}@${digest}`;
}


/***/ }),

/***/ 70659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ closest)
/* harmony export */ });
/** The known name that a mistyped one most likely stands for; undefined when none is near. */
function closest(name, known) {
    const ranked = known.map((each) => ({ each, distance: editDistance(name, each) }));
    ranked.sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    const limit = Math.max(2, Math.floor(name.length / 3));
    return best !== undefined && best.distance <= limit ? best.each : undefined;
}
/** Levenshtein's distance. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = a[i - 1] === b[j - 1] ? 0 : 1;
            next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change));
        }
        row = next;
    }
    return row[b.length];
}


/***/ }),

/***/ 75557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PN: () => (/* binding */ FOREIGN_INPUTS),
/* harmony export */   g1: () => (/* binding */ digestOutput),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/* unused harmony exports PLATFORMS_WITH_OUTPUT, OUTPUTS */
/**
 * Every input, in the order of the documentation. `action.yml`, the README's tables and the command line's
 * help are generated from here (`npm run generate`), so that they can't drift.
 */
const INPUTS = [
    {
        name: 'image',
        description: 'Repository name(s) without tag, one a line, such as `quay.io/organisation/name`. Each gets every tag.',
    },
    {
        name: 'services',
        description: 'List of services to build on this machine, one after the other, in place of `image`: the path of a YAML file, or its text (docs/plan.md).',
    },
    {
        name: 'tags',
        description: 'Bare tags, or full references, one a line. Default, from the Git ref: tag `vX.Y.Z` gives `X.Y.Z` (and `latest` when it is no pre-release and no higher version is tagged), a branch its name and `sha-<short>`, a pull request `pr-<number>`.',
    },
    {
        name: 'platforms',
        description: 'Target platforms, separated by commas or lines.',
        default: 'linux/amd64,linux/arm64',
    },
    { name: 'context', description: 'Build context: a folder.', default: '.' },
    {
        name: 'file',
        description: 'Path of the Dockerfile. Default: `Containerfile` or `Dockerfile` in the context.',
    },
    { name: 'target', description: 'Stage to build. Default: the last one.' },
    {
        name: 'build-args',
        description: 'Build arguments, `NAME=value` one a line; `NAME` alone takes the value from the environment.',
    },
    { name: 'build-contexts', description: 'Further build contexts, `name=path or image` one a line.' },
    { name: 'labels', description: 'Labels of every platform’s image, `name=value` one a line.' },
    {
        name: 'annotations',
        description: 'Annotations, `name=value` one a line, of the platform manifests; with the prefix `index:` of the index, `manifest,index:` of both.',
    },
    { name: 'secrets', description: 'Secrets for `RUN --mount=type=secret`, `id=value` one a line.' },
    {
        name: 'secret-envs',
        description: 'Secrets from environment variables, `id=VARIABLE` one a line.',
    },
    { name: 'secret-files', description: 'Secrets from files, `id=path` one a line.' },
    {
        name: 'ssh',
        description: 'SSH agents or keys for `RUN --mount=type=ssh`: `default` or `id=socket or key`, one a line.',
    },
    { name: 'add-hosts', description: 'Additional hosts, `name:address` one a line.' },
    { name: 'network', description: 'Network of RUN steps: `host`, `none`, `private` or as podman has it.' },
    { name: 'shm-size', description: 'Size of `/dev/shm` in RUN steps, such as `2g`.' },
    { name: 'ulimit', description: 'Limits of RUN steps, such as `nofile=1024:1024`, one a line.' },
    {
        name: 'pull',
        description: 'Always pull base images, even when the local one is the registry’s.',
        default: 'false',
        form: 'boolean',
    },
    { name: 'no-cache', description: 'Use no cache of any kind.', default: 'false', form: 'boolean' },
    {
        name: 'extra-args',
        description: 'Further arguments of `podman build`, one a line; those that this step owns (platform, tag, manifest, auth file, cache, output, iidfile) are refused.',
    },
    {
        name: 'format',
        description: '`oci`, or `docker`, which keeps HEALTHCHECK, SHELL and ONBUILD.',
        default: 'oci',
    },
    {
        name: 'source-date-epoch',
        description: 'Time of all layers and configs. `auto`: one constant time, so that the same content has the same digest at every commit; a number of seconds sets it; `off`. The variable `SOURCE_DATE_EPOCH` sets it too.',
        default: 'auto',
    },
    {
        name: 'git-labels',
        description: 'When labels `org.opencontainers.image.revision`, `version` and `created` are written: `auto` (on tag pushes), `always`, `never`.',
        default: 'auto',
    },
    {
        name: 'qemu',
        description: 'Emulation: `auto` (only for platforms that this host can’t run), `always`, `never`.',
        default: 'auto',
    },
    {
        name: 'qemu-image',
        description: 'Container image that registers emulators, as a last resort; none is pulled by default.',
    },
    {
        name: 'max-parallel',
        description: 'Platforms built at once. Default: all of them, at most the number of cores.',
    },
    {
        name: 'builders',
        description: '`platform=podman connection or URL`, one a line: builds that platform on the podman of another machine (docs/builders.md).',
    },
    {
        name: 'builder-fallback',
        description: 'Build a platform here when its machine can’t be reached.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'cache',
        description: 'Where things are kept between runs: `auto` (`actions` on a runner with a cache service, else `directory`), `actions`, `directory`, `registry`, `off`.',
        default: 'auto',
    },
    {
        name: 'cache-dir',
        description: 'Folder of a `directory` cache. Default: `multiarch-build/cache` in the user’s cache folder.',
    },
    { name: 'cache-ref', description: 'Repository of a `registry` cache, without tag.' },
    { name: 'cache-scope', description: 'Name that keeps the caches of several builds apart.' },
    {
        name: 'cache-write',
        description: 'Whether this run writes the cache: `auto` (not on pull requests, merge queues and forks), `true`, `false`.',
        default: 'auto',
    },
    {
        name: 'cache-mounts',
        description: 'Keep the folders of `RUN --mount=type=cache` between runs.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'cache-ttl',
        description: 'Time since a step last ran after which it runs again.',
        default: '14d',
    },
    { name: 'cache-max-size', description: 'Room for one scope and platform.', default: '2GB' },
    {
        name: 'skip-unchanged',
        description: 'Build nothing when nothing that goes into the image has changed.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'push',
        description: '`auto` (true on pushes to the default branch and of tags, on releases, manual and scheduled runs; else false, with a notice), `true`, `false`, `digest` (by digest, without a tag, for a later merge), `layout` (not at all, but handed over to a merge).',
        default: 'auto',
        form: 'boolean',
    },
    {
        name: 'load',
        description: 'Also leave the manifest list, under the first tag, in local podman storage.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'layout',
        description: 'Keep the OCI image layout: `auto` (when built here or not pushed), `true`, `false`.',
        default: 'auto',
    },
    {
        name: 'registry',
        description: 'Registry host(s) of the login, one a line. Default: the host of `image`.',
    },
    { name: 'username', description: 'User name(s) of the login, one a line, in the order of `registry`.' },
    {
        name: 'password',
        description: 'Password(s) or token(s) of the login, one a line, in the order of `registry`.',
    },
    {
        name: 'tls-verify',
        description: 'Require HTTPS with a trusted certificate; loopback hosts may always use plain HTTP.',
        default: 'true',
        form: 'boolean',
    },
    {
        name: 'immutable-tags',
        description: 'Patterns of tags that must never get another digest, such as `*.*.*`.',
    },
    {
        name: 'retries',
        description: 'Tries of a network operation that failed for a passing reason.',
        default: '5',
    },
    {
        name: 'verify',
        description: 'Verification before any tag moves: `strict`, `warn`, `off`.',
        default: 'strict',
    },
    {
        name: 'lint',
        description: 'Dockerfile findings as annotations: `warn`, `error` (any is a refusal before the build), `off`; docs/lint has a page for each.',
        default: 'warn',
    },
    { name: 'verify-allow', description: 'Path patterns of foreign binaries that belong in the image.' },
    {
        name: 'smoke-test',
        description: 'Arguments to run every platform’s image with; a non-zero exit fails that platform.',
    },
    { name: 'smoke-test-timeout', description: 'Time for the smoke test of one platform.', default: '60s' },
    { name: 'summary', description: 'Write a job summary.', default: 'true', form: 'boolean' },
    {
        name: 'check-runs',
        description: 'One GitHub check a platform; needs `checks: write`.',
        default: 'false',
        form: 'boolean',
    },
    {
        name: 'github-token',
        description: 'Token for check runs and metadata.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression that the runner evaluates
        default: '${{ github.token }}',
    },
];
/** Platforms that have an output of their own in action.yml; the step sets one for each that it builds. */
const PLATFORMS_WITH_OUTPUT = [
    'linux/amd64',
    'linux/arm64',
    'linux/arm/v7',
    'linux/arm/v6',
    'linux/386',
    'linux/ppc64le',
    'linux/s390x',
    'linux/riscv64',
    'linux/loong64',
    'linux/mips64le',
];
/** Every output, in the order of the documentation. */
const OUTPUTS = [
    {
        name: 'digest',
        description: 'Digest of the image index, as the registry has it, or would have it when nothing was pushed.',
    },
    {
        name: 'digests',
        description: 'JSON object, platform to digest: `{"linux/amd64":"sha256:…","linux/arm64":"sha256:…"}`.',
    },
    ...PLATFORMS_WITH_OUTPUT.map((platform) => ({
        name: digestOutput(platform),
        description: `Digest of the ${platform} image, when that platform was built.`,
    })),
    { name: 'image', description: 'First `repository@digest`.' },
    { name: 'tags', description: 'References pushed, or that would be, one a line.' },
    { name: 'pushed', description: '`true` or `false`.' },
    { name: 'platforms', description: 'Platforms built, separated by commas.' },
    {
        name: 'oci-layout',
        description: 'Folder with the OCI image layout of the index, for scanners, `skopeo copy`, `kind`; empty without one.',
    },
    {
        name: 'docker-config',
        description: 'Folder with a `config.json` of this step’s logins, for tools that read only Docker’s, such as cosign (`DOCKER_CONFIG`); removed at the end of the job, empty without logins.',
    },
    {
        name: 'metadata',
        description: 'JSON object: all of the above, and per platform the sizes, layers, seconds, emulated or not; also `containerimage.digest`.',
    },
];
/** Name of the output with one platform's digest. */
function digestOutput(platform) {
    return `digest-${platform.replaceAll('/', '-')}`;
}
/** Inputs of docker/build-push-action that this step doesn't have, and what to use instead. */
const FOREIGN_INPUTS = {
    allow: 'write podman’s own options, such as --cap-add, into extra-args',
    attests: 'attest the pushed digest afterwards, for example with actions/attest and the output digest',
    'annotation-file': 'write the lines into annotations',
    builder: 'remove it: podman builds on this host',
    call: 'remove it: there is no other call than to build',
    'cache-from': 'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
    'cache-to': 'remove it: what can be kept is kept without it; the inputs cache, cache-dir and cache-ref say where',
    'cgroup-parent': 'write --cgroup-parent=… into extra-args',
    'no-cache-filters': 'use no-cache',
    outputs: 'use push and load, and the output oci-layout',
    provenance: 'remove it: none is added; attest the output digest afterwards, for example with actions/attest',
    sbom: 'remove it: none is added; make one from the output oci-layout or digest, and attest it',
    tag: 'use tags',
    platform: 'use platforms',
    dockerfile: 'use file',
    containerfiles: 'use file',
    arch: 'use platforms',
    archs: 'use platforms',
    'base-image': 'write a Dockerfile with FROM',
    content: 'write a Dockerfile with COPY',
    dockerfiles: 'use file',
    entrypoint: 'write a Dockerfile with ENTRYPOINT',
    envs: 'write a Dockerfile with ENV',
    port: 'write a Dockerfile with EXPOSE',
    workdir: 'write a Dockerfile with WORKDIR',
    digestfile: 'use the outputs digest and digests',
    oci: 'use format',
    layers: 'remove it: layers are always kept apart',
};


/***/ }),

/***/ 32062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   S6: () => (/* binding */ completeValues),
/* harmony export */   h5: () => (/* binding */ completeInputs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _closest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70659);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75557);



/** The default of an input outside of GitHub Actions, where no expression is evaluated. */
function plainDefault({ default: value = '' }) {
    return value.startsWith('${{') ? '' : value;
}
/**
 * Takes the inputs out of given values, with defaults for those that are missing or empty (the runner passes an
 * input that evaluates to nothing as an empty text).
 * @throws {InputError} for a name that is no input, saying what to use instead where that is known
 */
function completeInputs(given) {
    return completeValues(given, _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc);
}
/** As {@link completeInputs}, for the inputs of another action. */
function completeValues(given, definitions) {
    const names = new Set(definitions.map(({ name }) => name));
    for (const [name, value] of Object.entries(given)) {
        if (!names.has(name) && value !== '')
            throw unknownInput(name, [...names]);
    }
    const entries = definitions.map((definition) => {
        const value = given[definition.name] ?? '';
        return [definition.name, value.trim() === '' ? plainDefault(definition) : value];
    });
    return Object.fromEntries(entries);
}
/** Inputs as a runner passes them: `INPUT_<NAME>`, upper case, spaces as `_`, hyphens kept. */
function givenInputs(env) {
    const given = {};
    for (const [key, value] of Object.entries(env)) {
        if (key.startsWith('INPUT_'))
            given[key.slice('INPUT_'.length).toLowerCase()] = value ?? '';
    }
    return given;
}
function unknownInput(name, names) {
    const instead = _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .FOREIGN_INPUTS */ .PN[name] ?? _contract_js__WEBPACK_IMPORTED_MODULE_1__/* .FOREIGN_INPUTS */ .PN[name.replaceAll('_', '-')];
    if (instead !== undefined)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'is not an input of this step', { cure: instead });
    const near = (0,_closest_js__WEBPACK_IMPORTED_MODULE_2__/* .closest */ .k)(name.replaceAll('_', '-'), names);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, 'is not an input of this step', {
        cure: near === undefined ? 'see the list of inputs in the README' : `did you mean ${near}?`,
    });
}


/***/ }),

/***/ 24065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);

/**
 * The items of an input that takes one a line; blank lines and lines starting with `#` are left out. An item in
 * double quotes may hold line breaks, and `""` for a quote, as in docker/build-push-action.
 */
function lines(inputs, name) {
    const item = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\r?\n|$)|([^\n]*)(?:\n|$)/y;
    const text = inputs[name];
    const found = [];
    while (item.lastIndex < text.length) {
        const match = item.exec(text);
        const line = match[1]?.replaceAll('""', '"') ?? match[2].trim();
        if (line !== '' && !line.startsWith('#'))
            found.push(line);
    }
    return found;
}
/** The items of an input whose items can't hold a comma: separated by lines or commas. */
function items(inputs, name) {
    return lines(inputs, name)
        .flatMap((line) => line.split(','))
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/**
 * A YAML 1.2 core-schema boolean.
 * @throws {InputError} for anything else, such as `yes` or `1`
 */
function boolean(inputs, name) {
    const text = inputs[name].trim();
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no boolean; allowed are true and false`);
}
/**
 * One of several words; a boolean among them may be written as YAML 1.2 allows.
 * @throws {InputError} naming what is allowed
 */
function choice(inputs, name, allowed) {
    const text = inputs[name].trim();
    const word = /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
    if (allowed.includes(word))
        return word;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is unknown; allowed are ${allowed.join(', ')}`);
}
/**
 * A whole number.
 * @throws {InputError} outside of the range
 */
function wholeNumber(inputs, name, least, most) {
    const text = inputs[name].trim();
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no whole number from ${least} to ${most}`);
}
/**
 * `key=value` items, one a line, in order; a later key wins over an earlier one. Values may be empty.
 * @throws {InputError} for a line without `=` or without a key
 */
function pairs(inputs, name, separator = '=') {
    const found = new Map();
    for (const line of lines(inputs, name)) {
        const at = line.indexOf(separator);
        if (at < 1)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(line)} is not of the form name${separator}value`);
        found.set(line.slice(0, at).trim(), line.slice(at + 1));
    }
    return found;
}
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/**
 * A span of time such as `14d`, `12h` or `90m`, in seconds.
 * @throws {InputError} for anything else
 */
function duration(inputs, name) {
    const text = inputs[name].trim();
    const [, number, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? [];
    if (number !== undefined)
        return Number(number) * SECONDS[unit];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no span of time; write one such as 14d, 12h or 90m`);
}
const BYTES = {
    ...{ B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 },
};
/**
 * A size such as `2GB` or `500 MiB`, in bytes.
 * @throws {InputError} for anything else
 */
function size(inputs, name) {
    const text = inputs[name].trim();
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(text) ?? [];
    const factor = BYTES[unit.toUpperCase()];
    if (number !== undefined && factor !== undefined)
        return Math.floor(Number(number) * factor);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(name, `${JSON.stringify(text)} is no size; write one such as 2GB or 500MB`);
}


/***/ })

};
