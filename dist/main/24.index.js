export const id = 24;
export const ids = [24];
export const modules = {

/***/ 62952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ planServices)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/request/git.js + 1 modules
var git = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/src/request/git-program.js
var git_program = __webpack_require__(61978);
;// CONCATENATED MODULE: ./build/src/services/changes.js


const RAW = ['-r', '-t', '--raw'];
const NO_RENAMES = ['--no-renames', '--ignore-submodules=none'];
// One path a line, whatever is in it.
const QUOTED = ['-c', 'core.quotePath=true'];
const SUBMODULE = '160000';
const FOLDER = '040000';
/**
 * What is not as it was where the checkout's history left the base's: in commits, in the work tree, and of what Git ignores.
 * @param root absolute path of the work tree
 * @param everyCommit whether what was changed and taken back again counts too
 */
async function changesSince(git, base, root, everyCommit) {
    if (/^0+$/.test(base))
        return { unknown: 'there is no earlier commit' };
    const isShallow = (await git(['rev-parse', '--is-shallow-repository'])) !== 'false';
    const fetch = 'fetch the history (fetch-depth: 0 of actions/checkout)';
    const commit = await commitOf(git, base);
    if (commit === undefined)
        return { unknown: `${base} is no commit of this clone: ${fetch}` };
    const since = lines(await git(['merge-base', '--all', commit, 'HEAD']));
    // Where history is cut off, what looks like the place where two lines part may not be it.
    const isCertain = !isShallow || (since.length === 1 && since[0] === commit);
    if (since.length === 0 || !isCertain)
        return { unknown: `where HEAD and ${base} part is not in this clone: ${fetch}` };
    const committed = await Promise.all(since.map((each) => committedSince(git, each)));
    const walked = everyCommit ? await Promise.all(since.map((each) => changedByCommits(git, each))) : [];
    const uncommitted = await uncommittedIn(git, root);
    if (uncommitted === undefined || [...committed, ...walked].some((each) => each === undefined)) {
        return {
            unknown: `Git doesn’t say what changed in ${root}: it may not trust the folder (git config --global --add safe.directory ${root})`,
        };
    }
    const byCommits = walked.flatMap((each) => each);
    const all = [...committed.flatMap((each) => each), ...byCommits, ...uncommitted];
    const unclear = all.find(({ path }) => path.includes('\uFFFD'));
    if (unclear !== undefined)
        return { unknown: `the name ${unclear.path} is not UTF-8` };
    const timesChanged = (path) => byCommits.filter(({ affects }) => isAtOrAbove(affects, path)).length;
    return { since, list: all.flatMap(withAttributes), timesChanged };
}
// A runner's checkout has branches of the origin alone.
async function commitOf(git, base) {
    const verify = (name) => git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    return (await verify(base)) ?? (await verify(`refs/remotes/origin/${base}`));
}
// Plumbing, since settings such as diff.relative change what others list.
async function committedSince(git, commit) {
    return parseRaw(await git([...QUOTED, 'diff-tree', ...RAW, ...NO_RENAMES, commit, 'HEAD']));
}
/** What any commit since another one changed, merges against all of their parents. */
async function changedByCommits(git, commit) {
    const commits = await git(['rev-list', `${commit}..HEAD`]);
    if (commits === undefined)
        return undefined;
    const each = [...QUOTED, 'diff-tree', '--stdin', '--root', '--no-commit-id', '-c', ...RAW, ...NO_RENAMES];
    return parseRaw(await git(each, { input: `${commits}\n` }));
}
// https://git-scm.com/docs/git-diff-tree#_raw_output_format: a colon, mode and object for each parent, and those of the result.
function parseRaw(listing) {
    if (listing === undefined)
        return undefined;
    const changes = lines(listing).flatMap((line) => {
        const [, parents, fields, path] = /^(:+)([^\t]*)\t(.*)$/s.exec(line) ?? [];
        if (parents === undefined || fields === undefined || path === undefined)
            return [undefined];
        const modes = fields.split(' ').slice(0, parents.length + 1);
        const status = fields.split(' ').at(-1);
        const isContent = /^M+$/.test(status);
        // A folder that is new or gone is one in the image too, even if the ignore file hides all in it.
        if (isContent && modes.every((mode) => mode === FOLDER))
            return [];
        return change(unquoted(path), modes.includes(SUBMODULE), !isContent);
    });
    return changes.every((each) => each !== undefined) ? changes : undefined;
}
async function uncommittedIn(git, root) {
    const listing = await git([...QUOTED, 'status', '--porcelain', '--untracked-files=normal', '--ignored=matching', ...NO_RENAMES], { onlyTrusted: true });
    if (listing === undefined)
        return undefined;
    return lines(listing).flatMap((line) => {
        const path = unquoted(line.slice(3));
        const real = path.replace(/\/$/, '');
        const isFolder = real !== path || isFolderAt((0,external_node_path_.join)(root, real));
        const gone = ancestors(real).filter((folder) => !isFolderAt((0,external_node_path_.join)(root, folder)));
        return [
            change(real, isFolder, line.slice(0, 2).trim() !== 'M'),
            ...gone.map((folder) => change(folder, false, true)),
        ];
    });
}
function isFolderAt(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
function ancestors(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_part, at) => parts.slice(0, at + 1).join('/'));
}
/** Whether a path is another one or a folder above it. */
function isAtOrAbove(above, path) {
    return above === '' || above === path || path.startsWith(`${above}/`);
}
function change(path, isFolder, isOther) {
    return { path, affects: path, isFolder, isOther };
}
// They say how Git writes files into the work tree.
function withAttributes(changed) {
    if (external_node_path_.posix.basename(changed.path) !== '.gitattributes')
        return [changed];
    const folder = external_node_path_.posix.dirname(changed.path);
    return [changed, { ...changed, affects: folder === '.' ? '' : folder, isFolder: true }];
}
function lines(text) {
    return (text ?? '').split('\n').filter((line) => line !== '');
}
const ESCAPES = {
    ...{ a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' },
};
/** A path as Git writes it: in quotes, as in C, where it holds anything unusual. */
function unquoted(text) {
    if (!/^".*"$/s.test(text))
        return text;
    const bytes = [...text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)].map(([, octal, letter, plain]) => {
        if (octal !== undefined)
            return Buffer.from([Number.parseInt(octal, 8)]);
        return Buffer.from(plain ?? ESCAPES[letter] ?? letter);
    });
    return Buffer.concat(bytes).toString();
}

// EXTERNAL MODULE: ./build/src/dockerfile/ignore-files.js
var ignore_files = __webpack_require__(1582);
// EXTERNAL MODULE: ./build/src/fingerprint/file-reader.js
var file_reader = __webpack_require__(396);
// EXTERNAL MODULE: ./build/src/fingerprint/ignore.js
var fingerprint_ignore = __webpack_require__(37206);
// EXTERNAL MODULE: ./build/src/fingerprint/scope.js
var fingerprint_scope = __webpack_require__(72342);
// EXTERNAL MODULE: ./build/src/fingerprint/tree.js
var fingerprint_tree = __webpack_require__(75008);
// EXTERNAL MODULE: ./build/src/fingerprint/types.js
var types = __webpack_require__(25611);
// EXTERNAL MODULE: ./build/src/oci/platform.js
var platform = __webpack_require__(23856);
// EXTERNAL MODULE: ./build/src/request/dockerfile-path.js
var dockerfile_path = __webpack_require__(19537);
// EXTERNAL MODULE: ./build/src/fingerprint/glob.js
var glob = __webpack_require__(46450);
;// CONCATENATED MODULE: ./build/src/services/sources.js



/**
 * What a source takes, told by paths: no folder is read but those in which a pattern is looked for. More than it takes where that can't
 * be told exactly, never less.
 * @returns undefined when nothing in the checkout answers to it, so that it comes from elsewhere
 * @throws {Unreadable}
 */
function sourceOf(taken, ground) {
    const everything = { taken, reaches: () => true };
    if (taken.source === undefined)
        return everything;
    const path = external_node_path_.posix.normalize(`./${taken.source}`).replace(/\/+$/, '');
    if (path === '..' || path.startsWith('../'))
        return everything;
    const components = path === '.' ? [] : path.split('/');
    const tests = components.map(testOf);
    if (!tests.every((test) => test !== undefined))
        return everything;
    const found = find(ground.tree, components, tests);
    if (found === undefined)
        return everything;
    const links = [];
    let exists = false;
    for (const each of found) {
        const real = ground.tree.resolve(each);
        if (real === undefined)
            return everything;
        exists ||= ground.tree.entry(real.path) !== undefined;
        if (real.links.length > 0)
            links.push(...[real.path, ...real.links.map((link) => link.path)].map(literally));
    }
    if (!exists)
        return undefined;
    const ignore = taken.obeysIgnoreFile ? ground.ignore : fingerprint_ignore/* ignoreNothing */.Si;
    return {
        taken,
        reaches: (change) => (covers(tests, change) && !hides(ignore, tests.length, taken, change)) ||
            // Behind a link the ignore file sees other paths in one version than in another.
            links.some((each) => covers(each, change)),
    };
}
// `go.su[m]` is how a file that may be missing is written.
function testOf(component) {
    const plain = component.replace(/\[([A-Za-z0-9_.])\]/g, '$1');
    return (0,glob/* isPattern */.P)(plain) ? (0,glob/* componentTest */.M)(plain) : (name) => name === plain;
}
function literally(path) {
    const parts = path === '' ? [] : path.split('/');
    return parts.map((part) => (name) => name === part);
}
/** Whether a path is what the tests are of, or lies above or below it. */
function covers(tests, { affects }) {
    const parts = affects === '' ? [] : affects.split('/');
    return parts.every((part, at) => tests[at]?.(part) ?? true);
}
/** Whether the ignore file keeps a change away from a source that covers it, which has so many components. */
function hides(ignore, depth, { keyword }, { affects, isFolder, isOther }) {
    if (affects === '' || !ignore.ignores(affects))
        return false;
    const parts = affects.split('/').length;
    // What lies above may bring the source itself. The kind of what is found counts even if it is ignored, and ADD may unpack it.
    if (parts < depth || (parts === depth && (isOther || keyword === 'ADD')))
        return false;
    return !isFolder || ignore.isClosed(affects);
}
/** The paths that a source may name, links not followed; undefined where that can't be told. */
function find(tree, components, tests) {
    let paths = [''];
    for (const [at, component] of components.entries()) {
        if (!(0,glob/* isPattern */.P)(component)) {
            paths = paths.map((path) => external_node_path_.posix.join(path, component));
            continue;
        }
        const matched = [];
        for (const path of paths) {
            const folder = tree.resolve(path)?.path;
            if (folder === undefined)
                return undefined;
            const names = tree.entry(folder)?.stats.isDirectory() ? tree.names(folder).filter(tests[at]) : [];
            // podman takes what it found for patterns once more.
            if (names.some(glob/* isPattern */.P))
                return undefined;
            matched.push(...names.map((name) => external_node_path_.posix.join(path, name)));
        }
        paths = matched;
    }
    return paths;
}

// EXTERNAL MODULE: ./build/src/dockerfile/lines.js
var dockerfile_lines = __webpack_require__(11475);
// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var parse = __webpack_require__(55555);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var stages = __webpack_require__(78229);
// EXTERNAL MODULE: ./build/src/fingerprint/flags.js
var fingerprint_flags = __webpack_require__(12897);
// EXTERNAL MODULE: ./build/src/fingerprint/mounts.js
var mounts = __webpack_require__(12610);
// EXTERNAL MODULE: ./build/src/fingerprint/origins.js
var origins = __webpack_require__(17649);
// EXTERNAL MODULE: ./build/src/fingerprint/steps.js + 1 modules
var steps = __webpack_require__(29274);
;// CONCATENATED MODULE: ./build/src/services/taken.js









const KNOWN_FLAGS = /^(from|chown|chmod|link|parents|exclude|checksum|keep-git-dir|unpack)$/;
const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^git@/;
/**
 * What building the target takes of the build context.
 * @throws {NotEligible} when it can't be told; the message is the reason
 */
function takenFromContext(reading) {
    const visit = new Visit(reading);
    visit.target();
    return visit.found;
}
class Visit {
    reading;
    found = [];
    dockerfile;
    lineOf;
    globals;
    scopes = new Map();
    constructor(reading) {
        this.reading = reading;
        const { path, text, args } = reading;
        this.dockerfile = (0,parse/* parseDockerfile */.A)(text, path);
        const { of, doubts } = (0,dockerfile_lines/* linesOf */.D)(this.dockerfile, text);
        if (doubts[0] !== undefined)
            throw new types/* NotEligible */.p(doubts[0].problem);
        this.lineOf = of;
        this.globals = (0,fingerprint_scope/* globalScope */.gm)(this.dockerfile, args);
    }
    target() {
        const { target } = this.reading;
        const stage = (0,stages/* targetStage */.Ae)(this.dockerfile, target);
        if (stage === undefined)
            throw new types/* NotEligible */.p('the Dockerfile has no such stage');
        // Throws where several have the name.
        if (target !== undefined)
            (0,origins/* stageNamed */.ap)(this.dockerfile.stages, this.dockerfile, target);
        this.stage(stage);
    }
    /** @returns the variables at its end */
    stage(stage) {
        const known = this.scopes.get(stage);
        if (known !== undefined)
            return known;
        const scope = new fingerprint_scope/* Scope */.HG(this.reading.args, this.globals, this.base(stage)?.variables);
        this.scopes.set(stage, scope);
        for (const instruction of stage.instructions.slice(1)) {
            const line = this.lineOf(instruction);
            if (line.keyword === 'RUN')
                this.run(line, stage, scope);
            if (line.keyword === 'COPY' || line.keyword === 'ADD')
                this.copy(line, stage, scope);
            (0,steps/* applyToScope */.S)(instruction, scope);
        }
        return scope;
    }
    base(stage) {
        const { rest } = (0,fingerprint_flags/* splitFlags */.g0)(this.lineOf(stage.instructions[0]).text);
        const written = (0,fingerprint_flags/* words */.aL)(rest)[0] ?? '';
        const name = (0,fingerprint_scope/* expandInFrom */.SX)(written, this.globals, this.reading.args);
        if (name === undefined || name === '' || /^\d+$/.test(name))
            throw new types/* NotEligible */.p(`what FROM names (${written}) can’t be told`);
        const base = this.named(name, stage);
        const adds = base === undefined ? /onbuild/i.test(name) : hasTriggers(base);
        if (adds)
            throw new types/* NotEligible */.p(`${name} adds instructions of its own (ONBUILD)`);
        return base && this.stage(base);
    }
    named(name, stage) {
        return (0,origins/* stageNamed */.ap)(this.dockerfile.stages.slice(0, stage.index), this.dockerfile, name);
    }
    from(written, stage, scope) {
        const name = scope.expand(written);
        if (name === undefined)
            throw new types/* NotEligible */.p(`what is taken from ${written} depends on an unknown value`);
        const other = this.named(name, stage);
        if (other !== undefined)
            this.stage(other);
    }
    run({ text, line }, stage, scope) {
        const { flags, rest } = (0,fingerprint_flags/* splitFlags */.g0)(text);
        if (rest.startsWith('--'))
            throw new types/* NotEligible */.p(`the flags of line ${line} can be read in several ways`);
        for (const { name, value } of flags) {
            if (name !== 'mount')
                continue;
            const written = /["'\\]/.test(value) ? undefined : scope.expand(value);
            if (written === undefined)
                throw new types/* NotEligible */.p(`the mount in line ${line} can’t be told`);
            const { type, options } = (0,mounts/* parseMount */.z)(written);
            const from = options.get('from');
            if (from !== undefined)
                this.from(from, stage, scope);
            if (from !== undefined || type !== 'bind')
                continue;
            const source = options.get('source') ?? options.get('src') ?? '.';
            this.found.push({ source, obeysIgnoreFile: false, keyword: 'RUN --mount', line });
        }
    }
    copy({ keyword, text, line }, stage, scope) {
        const { flags, rest } = (0,fingerprint_flags/* splitFlags */.g0)(text);
        const from = flags.filter(({ name }) => name === 'from');
        for (const { value } of from)
            this.from(value, stage, scope);
        const isClear = !rest.startsWith('--') && flags.every(({ name }) => KNOWN_FLAGS.test(name));
        if (from.length > 0 && isClear)
            return;
        const named = (0,fingerprint_flags/* words */.aL)(rest)
            .slice(0, -1)
            .filter((word) => !/^\d*<</.test(word))
            .map((word) => scope.expand(word))
            .filter((path) => !(keyword === 'ADD' && path !== undefined && ADDRESS.test(path)));
        const sources = isClear ? named : [undefined];
        this.found.push(...sources.map((source) => ({ source, obeysIgnoreFile: true, keyword, line })));
    }
}
function hasTriggers(stage) {
    return stage.instructions.some(({ keyword }) => keyword === 'ONBUILD');
}

;// CONCATENATED MODULE: ./build/src/services/reach.js














// GitHub’s runners are of these; a builder’s own architecture can be in a path.
const BUILDERS = ['linux/amd64', 'linux/arm64'].map(platform/* parsePlatform */.Y8);
/**
 * Which changes go into a service's image.
 * @param platforms that it is built for
 * @returns or why that can't be told, so that any change may
 */
async function reachOf(service, platforms, checkout) {
    try {
        return await compute(service, platforms, checkout);
    }
    catch (error) {
        const isDoubt = error instanceof types/* NotEligible */.p || error instanceof file_reader/* Unreadable */.I || error instanceof errors/* InputError */.dz;
        if (!isDoubt)
            throw error;
        return error.message;
    }
}
async function compute(service, platforms, checkout) {
    const { root, folder, trees } = checkout;
    const context = (0,dockerfile_path/* contextPath */.VJ)((0,dockerfile_path/* isAddress */.PW)(service.context) ? service.context : (0,external_node_path_.resolve)(folder, service.context));
    const file = service.file === undefined ? undefined : (0,external_node_path_.resolve)(folder, service.file);
    const dockerfile = (0,dockerfile_path/* dockerfilePath */.Se)(file ?? '', context);
    const named = file === undefined ? dockerfile_path/* DEFAULT_NAMES */.bR.map((name) => (0,external_node_path_.join)(context, name)) : [dockerfile];
    const ignoreFiles = [dockerfile, (0,external_node_path_.join)(context, '/')].flatMap((path) => ignore_files/* IGNORE_FILES */.h.map((name) => `${path}${name}`));
    const behindLink = [context, ...named, ...ignoreFiles].find((path) => isBehindLink(path, root));
    if (behindLink !== undefined)
        return `${(0,external_node_path_.relative)(root, behindLink)} is behind a link`;
    if (dockerfile.endsWith('.in'))
        return 'the C preprocessor makes its Dockerfile';
    const tree = trees.get(context) ?? new fingerprint_tree/* Tree */.P(context, new file_reader/* FileReader */.q());
    trees.set(context, tree);
    const ignore = await (0,fingerprint_ignore/* readIgnoreRules */.yH)(tree, dockerfile, undefined);
    const sources = [];
    for (const taken of takenOf(service, platforms, dockerfile)) {
        const source = sourceOf(taken, { tree, ignore });
        if (source === undefined)
            return `${taken.keyword} takes ${taken.source}, which is not in the checkout (${(0,external_node_path_.relative)(root, dockerfile)}:${taken.line})`;
        sources.push(source);
    }
    const watched = [...named, ...ignoreFiles].map((path) => (0,external_node_path_.relative)(root, path));
    const inContext = within((0,external_node_path_.relative)(root, context));
    return (change) => {
        if (watched.some((path) => isAtOrAbove(change.affects, path)))
            return `${change.path} changed`;
        const seen = inContext(change);
        const source = seen && sources.find((each) => each.reaches(seen));
        return (source &&
            `${change.path} changed (${source.taken.keyword} in ${(0,external_node_path_.relative)(root, dockerfile)}:${source.taken.line})`);
    };
}
/** What any of its platforms' builds takes, each once. */
function takenOf(service, platforms, path) {
    const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    const given = (0,fingerprint_scope/* buildArguments */.fb)(service.args, {});
    // Reading it once is enough where nothing in it depends on a platform.
    const varies = /(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)/.test(text);
    const targets = varies ? platforms : platforms.slice(0, 1);
    const pairs = targets.flatMap((target) => (varies ? [target, ...BUILDERS] : [target]).map((builder) => (0,fingerprint_scope/* automaticArguments */.M3)(target, builder)));
    const all = pairs.flatMap((platform) => takenFromContext({ path, text, target: service.target, args: { given, platform } }));
    return [...new Map(all.map((taken) => [JSON.stringify(taken), taken])).values()];
}
/** Whether the path is a link, leads over one, or out of the work tree: what it leads to has other names in Git. */
function isBehindLink(path, root) {
    const clean = path.replace(/(?<=.)\/$/, '');
    if (clean !== root && !clean.startsWith(`${root}/`))
        return true;
    const stats = (0,external_node_fs_.lstatSync)(clean, { throwIfNoEntry: false });
    return stats !== undefined && (stats.isSymbolicLink() || (0,external_node_fs_.realpathSync)(clean) !== clean);
}
/** A change as a context sees it, or undefined. */
function within(context) {
    if (context === '')
        return (change) => change;
    return (change) => {
        if (isAtOrAbove(change.affects, context))
            return { ...change, affects: '', isFolder: true };
        if (!change.affects.startsWith(`${context}/`))
            return undefined;
        return { ...change, affects: change.affects.slice(context.length + 1) };
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/oci/reference.js
var reference = __webpack_require__(84974);
// EXTERNAL MODULE: ./build/src/request/inputs.js
var inputs = __webpack_require__(32062);
// EXTERNAL MODULE: ./build/src/request/smoke-test.js
var smoke_test = __webpack_require__(52479);
// EXTERNAL MODULE: ./build/src/request/closest.js
var closest = __webpack_require__(70659);
;// CONCATENATED MODULE: ./build/src/services/service-text.js



/** The text of a list of services: its YAML, and where in it things stand. */
class ServiceText {
    file;
    counter = new dist/* LineCounter */.HN();
    document;
    /**
     * @param file absolute path; undefined for a text that stands in no file of its own
     * @throws {InputError} when it is no YAML
     */
    constructor(text, file) {
        this.file = file;
        this.document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.counter, prettyErrors: false });
        const [problem] = [...this.document.errors, ...this.document.warnings];
        if (problem !== undefined)
            throw this.problem(problem.message, problem.pos[0]);
    }
    get root() {
        return this.resolve(this.document.contents);
    }
    /** Line of a value, from 1. */
    lineOf(node) {
        return this.line(node.range?.[0] ?? 0);
    }
    /** What is wrong at a value. */
    problem(problem, at, cure) {
        const line = typeof at === 'number' ? this.line(at) : this.lineOf(at);
        const place = this.file === undefined ? `line ${line}: ` : '';
        return new errors/* InputError */.dz('services', `${place}${problem}`, {
            ...(cure !== undefined && { cure }),
            ...(this.file !== undefined && { location: { file: this.file, line } }),
        });
    }
    /**
     * The values of a map by key.
     * @throws {InputError} for anything but a map, and for unknown keys
     */
    fields(node, owner, known) {
        if (!(0,dist/* isMap */.jh)(node))
            throw this.problem(`${owner} is no map of keys and values`, node);
        const fields = this.entries(node, owner);
        for (const [key, { at }] of fields) {
            if (known.includes(key))
                continue;
            const near = (0,closest/* closest */.k)(key, known);
            const cure = near === undefined ? `known are ${known.join(', ')}` : `did you mean ${near}?`;
            throw this.problem(`${owner} has the unknown key ${JSON.stringify(key)}`, at, cure);
        }
        return fields;
    }
    /** The pairs of a map. */
    entries(map, owner) {
        return new Map(map.items.map((pair) => {
            const name = this.resolve(pair.key);
            if (!(0,dist/* isScalar */.jn)(name) || typeof name.value !== 'string')
                throw this.problem(`${owner} has a key that is no text`, name ?? map, 'write it in quotes');
            const value = this.resolve(pair.value);
            if (value === undefined)
                throw this.problem(`${owner}: ${name.value} has no value`, name);
            return [name.value, { key: name.value, at: name, value, owner }];
        }));
    }
    /** @throws {InputError} for anything but a list */
    list(node, what) {
        if (!(0,dist/* isSeq */.oP)(node))
            throw this.problem(`${what} is no list`, node, 'write one item a line, each behind “- ”');
        return node.items.map((item) => this.resolve(item) ?? node);
    }
    /**
     * A text. YAML makes numbers and booleans of some: `1.20` would be 1.2.
     * @throws {InputError}
     */
    text(node, what) {
        if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'string')
            return node.value;
        if (!(0,dist/* isScalar */.jn)(node))
            throw this.problem(`${what} is no text`, node);
        if (node.value === null)
            throw this.problem(`${what} has no value`, node, 'give it one, or remove the key');
        const written = node.source ?? String(node.value);
        const kind = typeof node.value === 'boolean' ? 'a boolean' : 'a number';
        throw this.problem(`${what} is ${kind} for YAML, no text`, node, `write it in quotes: ${JSON.stringify(written)}`);
    }
    line(offset) {
        return Math.max(1, this.counter.linePos(offset).line);
    }
    resolve(node) {
        const found = (0,dist/* isAlias */.Vj)(node) ? node.resolve(this.document) : node;
        return (found ?? undefined);
    }
}

;// CONCATENATED MODULE: ./build/src/services/services.js









const KEYS = ['image', 'context', 'file', 'target', 'args', 'platforms', 'smoke-test', 'verify-allow'];
const LONGEST_NAME = 100;
/**
 * Reads a list of services: a YAML list, or a map with `services`, and `image` or `defaults` for what they share.
 * @param file absolute path of the list, for messages; undefined when it stands in none
 * @param below path of the working folder in its repository, from which paths must not lead out
 * @throws {InputError} at the line that can't be used
 */
function parseServices(text, file, below = '') {
    const source = new ServiceText(text, file);
    const root = source.root;
    const top = root !== undefined && (0,dist/* isMap */.jh)(root)
        ? source.fields(root, 'the list of services', ['services', 'image', 'defaults'])
        : new Map();
    const list = root !== undefined && (0,dist/* isSeq */.oP)(root) ? root : top.get('services')?.value;
    if (list === undefined)
        throw source.problem('names no service', 0, 'list them under “services:”');
    const defaults = defaultsOf(source, top);
    const entries = source
        .list(list, 'services')
        .map((node, at) => new Entry(source, node, at, defaults, below));
    if (entries.length === 0)
        throw source.problem('names no service', list);
    const services = entries.map((entry) => ({ entry, service: entry.service() }));
    refuseTwins(source, services);
    return services.map(({ service }) => service);
}
function defaultsOf(source, top) {
    const given = top.get('defaults');
    const defaults = given === undefined ? new Map() : source.fields(given.value, 'defaults', KEYS);
    const image = top.get('image');
    if (image === undefined)
        return defaults;
    if (defaults.has('image'))
        throw source.problem('image is there twice', image.value, 'keep one of them');
    return defaults.set('image', { ...image, owner: 'defaults' });
}
// Their tags are made alike, so of two services with one image the later would take the other's place.
function refuseTwins(source, services) {
    for (const key of ['name', 'image']) {
        const seen = new Map();
        for (const { entry, service } of services) {
            const twin = seen.get(service[key]);
            if (twin !== undefined) {
                throw source.problem(`${entry.owner} has the ${key} ${service[key]}, which stands in line ${source.lineOf(twin.node)} already`, entry.node, `give each service ${key === 'name' ? 'a name' : 'an image'} of its own`);
            }
            seen.set(service[key], entry);
        }
    }
}
/** One entry of the list, with what it takes from the defaults. */
class Entry {
    source;
    node;
    defaults;
    below;
    owner;
    name;
    fields;
    constructor(source, node, at, defaults, below) {
        this.source = source;
        this.node = node;
        this.defaults = defaults;
        this.below = below;
        const name = (0,dist/* isMap */.jh)(node) ? node.get('name') : undefined;
        this.owner = typeof name === 'string' ? `service “${name}”` : `service ${at + 1}`;
        this.fields = source.fields(node, this.owner, ['name', ...KEYS]);
        this.name = this.parseName();
    }
    service() {
        return {
            name: this.name,
            image: this.image(),
            context: this.path('context') ?? '.',
            file: this.path('file'),
            target: this.text('target'),
            args: this.args(),
            platforms: this.platforms(),
            smokeTest: this.smokeTest(),
            verifyAllow: this.lines('verify-allow'),
        };
    }
    parseName() {
        const field = this.fields.get('name');
        if (field === undefined)
            throw this.source.problem(`${this.owner} has no name`, this.node);
        const name = this.source.text(field.value, `name of ${this.owner}`);
        if (/^[a-z0-9][a-z0-9._-]*$/.test(name) && name.length <= LONGEST_NAME)
            return name;
        throw this.source.problem(`${JSON.stringify(name)} is no name of a service`, field.value, `write lower-case letters, digits, “.”, “_” and “-”, at most ${LONGEST_NAME}, beginning with a letter or digit`);
    }
    image() {
        const field = this.field('image');
        const text = this.text('image');
        if (field === undefined || text === undefined) {
            throw this.source.problem(`${this.owner} has no image`, this.node, 'give it one, or all of them: image: quay.io/organisation/{name}');
        }
        return this.checked(field, () => (0,reference/* parseRepository */.SU)(text).text);
    }
    path(key) {
        const text = this.text(key);
        if (text === undefined || (key === 'context' && (0,dockerfile_path/* isAddress */.PW)(text)))
            return text;
        const real = external_node_path_.posix.normalize(external_node_path_.posix.join(this.below, text));
        if (!text.startsWith('/') && !/[\0-\x1f\x7f]/.test(text) && !/^\.\.(\/|$)/.test(real))
            return text;
        throw this.source.problem(`${key} of ${this.owner} leads out of the repository: ${JSON.stringify(text)}`, this.field(key).value, 'write a path from the working folder, such as services/gateway');
    }
    platforms() {
        const field = this.field('platforms');
        if (field === undefined)
            return undefined;
        const texts = this.lines('platforms').flatMap((line) => line.split(','));
        return this.checked(field, () => (0,platform/* parsePlatforms */.qA)(texts.map((each) => each.trim()).filter(Boolean)));
    }
    smokeTest() {
        const field = this.field('smoke-test');
        const text = this.text('smoke-test');
        if (field !== undefined && text !== undefined)
            this.checked(field, () => (0,smoke_test/* parseSmokeTest */.R)((0,inputs/* completeInputs */.h5)({ 'smoke-test': text })));
        return text;
    }
    args() {
        const all = [this.defaults.get('args'), this.fields.get('args')].flatMap((field) => field === undefined ? [] : this.pairsOf(field));
        return [...new Map(all)].map(([name, value]) => `${name}=${value}`);
    }
    pairsOf(field) {
        const { value, owner } = field;
        const what = `args of ${owner}`;
        const found = (0,dist/* isMap */.jh)(value)
            ? [...this.source.entries(value, what).values()].map((each) => ({
                text: `${each.key}=${this.filled(field, this.source.text(each.value, `${each.key} in ${what}`))}`,
                node: each.value,
            }))
            : this.source.list(value, what).map((node) => ({
                text: this.filled(field, this.source.text(node, `an item of ${what}`)),
                node,
            }));
        return found.map(({ text, node }) => this.argument(text, node, what));
    }
    argument(text, node, what) {
        const [, name, value] = /^([A-Za-z_][A-Za-z0-9_.-]*)=([\s\S]*)$/.exec(text) ?? [];
        if (name === undefined || value === undefined)
            throw this.source.problem(`${what}: ${JSON.stringify(text)} is not of the form NAME=value`, node);
        if (!(0,platform/* isPlatformArgument */.D3)(name))
            return [name, value];
        throw this.source.problem(`${what}: ${name} would have one value for all platforms`, node, `remove it: each platform’s build has its own ${name}`);
    }
    /** The lines of a text, or the items of a list. */
    lines(key) {
        const field = this.field(key);
        if (field === undefined)
            return [];
        const what = `${key} of ${field.owner}`;
        const texts = (0,dist/* isSeq */.oP)(field.value)
            ? this.source.list(field.value, what).map((node) => this.source.text(node, `an item of ${what}`))
            : [this.source.text(field.value, what)];
        return texts
            .flatMap((text) => this.filled(field, text).split('\n'))
            .map((line) => line.trim())
            .filter((line) => line !== '');
    }
    text(key) {
        const field = this.field(key);
        if (field === undefined)
            return undefined;
        return this.filled(field, this.source.text(field.value, `${key} of ${field.owner}`)).trim() || undefined;
    }
    field(key) {
        return this.fields.get(key) ?? this.defaults.get(key);
    }
    // Only there: what a service says of itself is meant as it stands.
    filled(field, text) {
        return field.owner === 'defaults' ? text.replaceAll('{name}', this.name) : text;
    }
    checked(field, parse) {
        try {
            return parse();
        }
        catch (error) {
            const cure = error instanceof errors/* InputError */.dz ? error.cure : undefined;
            throw this.source.problem(`${field.key} of ${this.owner}: ${(0,errors/* messageOf */.bD)(error)}`, field.value, cure);
        }
    }
}

;// CONCATENATED MODULE: ./build/src/services/plan.js









/**
 * Decides which services are to be built: those into whose images a change goes, and in doubt all.
 * @throws {InputError}
 * @throws {Interrupted}
 */
async function planServices(request, surroundings, workingFolder) {
    const folder = (0,external_node_fs_.realpathSync)(workingFolder);
    return (0,git_program/* withGit */.z)(folder, surroundings, async (git) => {
        const top = await git(['rev-parse', '--show-toplevel']);
        const root = top === undefined ? undefined : (0,external_node_fs_.realpathSync)(top);
        const below = root === undefined ? '' : (0,external_node_path_.relative)(root, folder);
        const listing = readListing(request.services, folder, below);
        const decided = decideWithoutChanges(request, surroundings.env, listing.services);
        if (decided !== undefined)
            return decided;
        if (root === undefined)
            return plan_all(listing.services, 'this is no Git repository', true);
        const checkout = { root, folder, trees: new Map() };
        return planChanged(git, request.base, { request, listing, checkout, below, env: surroundings.env });
    });
}
function readListing(text, folder, below) {
    if (isText(text))
        return { services: parseServices(text, undefined, below), file: undefined };
    const path = (0,external_node_path_.resolve)(folder, text.trim());
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new errors/* InputError */.dz('services', `${JSON.stringify(text.trim())} is not there`, {
            cure: 'name the file that lists the services; its path counts from the working folder',
        });
    }
    return { services: parseServices((0,external_node_fs_.readFileSync)(path, 'utf8'), path, below), file: path };
}
function isText(text) {
    return /\n|^\s*[-[{]|:\s/.test(text.trim());
}
function decideWithoutChanges({ all: asked, base }, env, services) {
    if (asked)
        return plan_all(services, 'all were asked for');
    const tag = /^refs\/tags\/(.+)$/s.exec(env.GITHUB_REF ?? '')?.[1];
    if (tag !== undefined)
        return ofTag(tag, services);
    if (base === undefined)
        return plan_all(services, 'no base is given');
    // What was built from the commits that are gone is in no difference to what is left of them.
    const isForced = env.GITHUB_EVENT_NAME === 'push' && (0,git/* readPayload */.rD)(env.GITHUB_EVENT_PATH).forced === true;
    return isForced ? plan_all(services, 'the push was forced', true) : undefined;
}
function ofTag(tag, services) {
    const [, name, version] = /^(?:.*\/)?([^/]+)\/v([^/]+)$/s.exec(tag) ?? [];
    if (name === undefined || semver.parse(version) === null)
        return plan_all(services, `it is the tag ${tag}`);
    const service = services.find((each) => each.name === name);
    if (service === undefined) {
        const known = services.map((each) => each.name).join(', ');
        throw new errors/* InputError */.dz('services', `the tag ${tag} is of “${name}”, which is no service`, {
            cure: `tag one of ${known}, or write --all`,
        });
    }
    return {
        planned: [{ service, reason: `it is the tag ${tag}` }],
        unchanged: services.filter((each) => each !== service),
        notice: undefined,
    };
}
function plan_all(services, reason, isNotice = false) {
    return {
        planned: services.map((service) => ({ service, reason })),
        unchanged: [],
        notice: isNotice ? `all services are planned: ${reason}` : undefined,
    };
}
async function planChanged(git, base, question) {
    const { request, listing, checkout, env } = question;
    const changes = await changesSince(git, base, checkout.root, request.everyCommit);
    if ('unknown' in changes)
        return plan_all(listing.services, changes.unknown, true);
    const workflow = callingWorkflow(env);
    if (workflow !== undefined && changes.list.some(({ affects }) => isAtOrAbove(affects, workflow)))
        return plan_all(listing.services, `${workflow} changed, which says for which platforms and tags they are`);
    const entries = await changedEntries(git, changes, question);
    if (typeof entries === 'string')
        return plan_all(listing.services, entries, true);
    const reasons = await Promise.all(listing.services.map(async (service) => {
        if (entries.has(service.name))
            return 'its entry in the list of services changed';
        const reach = await reachOf(service, service.platforms ?? request.platforms, checkout);
        return typeof reach === 'string' ? reach : firstReason(changes.list, reach);
    }));
    return {
        planned: listing.services.flatMap((service, at) => {
            const reason = reasons[at];
            return reason === undefined ? [] : [{ service, reason }];
        }),
        unchanged: listing.services.filter((_, at) => reasons[at] === undefined),
        notice: undefined,
    };
}
function firstReason(changes, reach) {
    for (const change of changes) {
        const reason = reach(change);
        if (reason !== undefined)
            return reason;
    }
    return undefined;
}
/** Path of the workflow that this run is of, where it is of this repository. */
function callingWorkflow({ GITHUB_WORKFLOW_REF: ref, GITHUB_REPOSITORY: repository }) {
    if (ref === undefined || repository === undefined || !ref.startsWith(`${repository}/`))
        return undefined;
    return ref.slice(repository.length + 1).replace(/@[^@]*$/, '');
}
/** Names of services whose entries are not as they were; or why that can't be told. */
async function changedEntries(git, changes, { listing, checkout, below }) {
    if (listing.file === undefined) {
        const workflow = changes.list.find(({ affects }) => isAtOrAbove('.github', affects));
        return workflow === undefined ? new Set() : `${workflow.path} changed, and the list may stand there`;
    }
    const path = (0,external_node_path_.relative)(checkout.root, listing.file);
    if (path.startsWith('../') || (0,external_node_fs_.realpathSync)(listing.file) !== listing.file)
        return `the list of services ${path} is behind a link or outside of the repository`;
    if (!changes.list.some(({ affects }) => isAtOrAbove(affects, path)))
        return new Set();
    // An entry may have been taken back, and stand as it was in between under its tags.
    if (changes.timesChanged(path) > 1)
        return `the list of services ${path} changed more than once`;
    const changed = new Set();
    for (const commit of changes.since) {
        const text = await git(['cat-file', 'blob', `${commit}:${path}`]);
        const before = text === undefined ? undefined : entriesOf(text, below);
        if (before === undefined)
            return `the list of services as it was can’t be read from ${path}`;
        for (const service of listing.services) {
            if (before.get(service.name) !== JSON.stringify(service))
                changed.add(service.name);
        }
    }
    return changed;
}
function entriesOf(text, below) {
    try {
        return new Map(parseServices(text, undefined, below).map((service) => [service.name, JSON.stringify(service)]));
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 42971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ serviceInputs)
/* harmony export */ });
/** What a service says, as inputs of a build; empty where it says nothing. */
function serviceInputs(service) {
    return {
        image: service.image,
        context: service.context,
        file: service.file ?? '',
        target: service.target ?? '',
        'build-args': service.args.map(asItem).join('\n'),
        'smoke-test': service.smokeTest ?? '',
        'verify-allow': service.verifyAllow.join('\n'),
    };
}
// In quotes an item of a list may hold line breaks and blanks at its end.
function asItem(text) {
    return /[\r\n]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}


/***/ })

};
