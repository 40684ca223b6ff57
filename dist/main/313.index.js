export const id = 313;
export const ids = [313];
export const modules = {

/***/ 68670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./build/src/registry/advice.js
var advice = __webpack_require__(137);
// EXTERNAL MODULE: ./build/src/diagnosis/failed-build.js
var failed_build = __webpack_require__(31831);
;// CONCATENATED MODULE: ./build/src/diagnosis/base-images.js


function namedImage({ reason }) {
    return /docker:\/\/([^\s"]+)/.exec(reason)?.[1]?.replace(/:$/, '');
}
function base_images_image(failed) {
    const { instruction } = failed;
    return (namedImage(failed) ??
        (instruction?.keyword === 'FROM'
            ? instruction.text.split(/\s+/).find((word) => !word.startsWith('--'))
            : undefined) ??
        'an image');
}
function hostOf(failed) {
    const [host, rest] = base_images_image(failed).split('/', 2);
    if (rest !== undefined && /[.:]|^localhost$/.test(host))
        return host;
    // podman leaves out Docker Hub's name, and no other.
    return namedImage(failed) === undefined ? undefined : 'docker.io';
}
function registryOf(failed) {
    return hostOf(failed) ?? 'the registry';
}
const noPlatform = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, /no image found in (?:image index|manifest list) for architecture/) && {
    cause: `${base_images_image(failed)} has no image for ${failed.platform.text}`,
    cure: `take a base image that has it, or leave ${failed.platform.text} out of platforms; for a stage whose tools run on the building machine write FROM --platform=$BUILDPLATFORM`,
};
const notFound = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, /manifest unknown|name unknown|repository .{0,200}not found|requested access to the resource is denied.{0,80}404/i) && {
    cause: `${base_images_image(failed)} does not exist`,
    cure: 'mend the name, tag or digest; on some registries a private image looks the same without a login',
};
const rateLimit = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, /toomanyrequests|too many requests|rate limit|\b429\b/i) && {
    cause: `${registryOf(failed)} refuses further pulls for now`,
    cure: 'log in to it before this step (podman login), which raises the limit, or take the base image from a registry of your own',
    ...unpulled(failed),
};
const unauthorized = (failed) => {
    const refused = (0,failed_build/* podmanSaid */.Fu)(failed, /unauthorized|authentication required|access to the resource is denied|invalid username\/password|\b40[13] \(|(?:HTTP status|StatusCode): 40[13]\b|denied: |: denied$/i);
    if (refused === undefined)
        return undefined;
    const host = hostOf(failed);
    const { pull } = (0,advice/* adviceOf */.w)(host ?? '');
    return {
        cause: `${registryOf(failed)} does not let this login pull ${base_images_image(failed)}`,
        cure: `log in with podman login ${host ?? 'HOST'}, or give registry, username and password to this step (docs/credentials.md)${pull === undefined ? '' : `; ${pull}`}`,
    };
};
const shortName = (failed) => {
    const name = (0,failed_build/* podmanSaid */.Fu)(failed, /short-name "([^"]+)" did not resolve/)?.[1];
    return name === undefined
        ? undefined
        : {
            cause: `${name} names no registry, and none is configured for such names`,
            cure: `write the whole name, such as docker.io/library/${name}`,
        };
};
const certificate = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, /x509: |certificate signed by unknown authority|tls: failed to verify/) && {
    cause: `the certificate of ${registryOf(failed)} is not trusted`,
    cure: `put its authority’s certificate in /etc/containers/certs.d/${hostOf(failed) ?? 'HOST'}/ca.crt`,
};
const plainHttp = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, /server gave HTTP response to HTTPS client/) && {
    cause: `${registryOf(failed)} speaks plain HTTP`,
    cure: 'allow it in a file of /etc/containers/registries.conf.d: [[registry]] location = "HOST:PORT" insecure = true',
};
/** What podman says when it could not take an image from a registry; the last is podman 4's for one that is no index. */
const PULLING = /initializing (?:source|image from source) docker:\/\/|copying system image|pinging container registry|unable to copy from source|parsing primary manifest|creating build container: (?:reading|writing) (?:blob|config)/;
function unpulled(failed) {
    return (0,failed_build/* podmanSaid */.Fu)(failed, PULLING) ? { unpulled: { image: namedImage(failed) } } : {};
}
const noSuchHost = (failed) => {
    const host = (0,failed_build/* podmanSaid */.Fu)(failed, /lookup ([\w.-]+)(?: on \S+)?: (?:no such host|server misbehaving|i\/o timeout)/)?.[1];
    if (host !== undefined) {
        return {
            cause: `the name ${host} can’t be resolved`,
            cure: 'mend the name, or the machine’s DNS; behind a proxy set HTTPS_PROXY',
            ...unpulled(failed),
        };
    }
    const within = (0,failed_build/* inRun */.zs)(failed) &&
        (0,failed_build/* said */.ag)(failed, /could not resolve|bad address '|temporary failure (?:in name resolution|resolving)|EAI_AGAIN|ENOTFOUND|: no such host/i);
    return within
        ? {
            cause: 'a program could not resolve a host’s name',
            cure: 'look at the end of the log for the name; if names can’t be resolved in RUN at all, set network: host, or the proxy’s variables',
        }
        : undefined;
};
// A proxy's page in place of a manifest or layer, or one that was damaged on the way. https://github.com/containers/image
const otherContent = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, PULLING) &&
    (0,failed_build/* podmanSaid */.Fu)(failed, /does not match (?:expected|provided)|Digest did not match|unsupported schema version 0|unmarshaling|invalid character/) && {
    cause: `${registryOf(failed)} answered with something else than what was asked for, such as a proxy’s page`,
    cure: 'run it again; if it stays so, look at what stands between this machine and the registry',
    ...unpulled(failed),
};
// Each is worth another try. The words for statuses are of https://github.com/containers/image/tree/v5.23.0/docker (podman 4) and
// v5.36.0 (podman 5), the others Go's: of its net, net/http and golang.org/x/net/http2. 501, 505 and 507 last.
const PASSING = [
    /connection (?:refused|reset|timed out)|network is unreachable|no route to host|i\/o timeout|broken pipe/i,
    /TLS handshake timeout|context deadline exceeded|Client\.Timeout|timeout awaiting response headers/i,
    /unexpected EOF|: EOF(?=\s|$)|server closed idle connection/,
    /stream error: stream ID \d+;|http2: server sent GOAWAY|http2: client connection (?:lost|force closed)/,
    /(?:status code from registry|HTTP status:|StatusCode:) (?:408|5(?!0[157])\d\d)\b/i,
];
// Copying within the machine fails with some of these words too, which no registry is to blame for.
const noConnection = (failed) => {
    const pulling = (0,failed_build/* podmanSaid */.Fu)(failed, PULLING) !== undefined;
    if (!pulling || !PASSING.some((words) => (0,failed_build/* podmanSaid */.Fu)(failed, words)))
        return undefined;
    return {
        cause: `${registryOf(failed)} could not be reached`,
        cure: 'run it again when the network or the server is well; retries sets the number of tries; behind a proxy set HTTPS_PROXY',
        ...unpulled(failed),
    };
};
// Names of images that were only ever built here begin like this; podman asks for one at a registry when the one in local storage is
// for another platform.
const onlyLocal = (failed) => base_images_image(failed).startsWith('localhost/')
    ? (0,failed_build/* podmanSaid */.Fu)(failed, /pinging container registry localhost|no such image|connection refused/) && {
        cause: `local storage has no ${base_images_image(failed)} for ${failed.platform.text}, and no registry has it either`,
        cure: `build that base image for ${failed.platform.text} too, or take one from a registry`,
    }
    : undefined;
const noStage = (failed) => {
    const name = (0,failed_build/* podmanSaid */.Fu)(failed, /--from=(\S+): no stage or image found with that name/)?.[1];
    if (name === undefined)
        return undefined;
    const names = failed.dockerfile.stages.flatMap((stage) => stage.name ?? []);
    return {
        cause: `${name} is neither an earlier stage nor an image with a registry in its name`,
        cure: names.length === 0 ? 'no stage has a name: write FROM … AS NAME' : `stages are ${names.join(', ')}`,
    };
};
/** What goes wrong between podman and the registries of base images. */
const BASE_IMAGE_RULES = [
    noPlatform,
    onlyLocal,
    shortName,
    noStage,
    rateLimit,
    unauthorized,
    notFound,
    certificate,
    plainHttp,
    noSuchHost,
    otherContent,
    noConnection,
];

// EXTERNAL MODULE: ./build/src/dockerfile/podman-syntax.js
var podman_syntax = __webpack_require__(17995);
;// CONCATENATED MODULE: ./build/src/diagnosis/dockerfile-text.js


const heredoc = (failed) => {
    const found = (0,podman_syntax/* unreadableHeredoc */.Oh)(failed.dockerfile, failed.podman.version);
    if (found === undefined || !(0,failed_build/* podmanSaid */.Fu)(failed, /Unknown instruction|"\/<</))
        return undefined;
    return {
        cause: `podman ${failed.podman.version} can’t read the here-document at line ${found.line}`,
        cure: 'use podman 4.8 or newer, or write the commands with && and backslashes',
    };
};
const flag = (failed) => {
    const match = (0,failed_build/* podmanSaid */.Fu)(failed, /(COPY|ADD|RUN) only supports the (.{1,300}) flags?/);
    if (match === undefined)
        return undefined;
    const unknown = failed.instruction?.flags.find(({ name }) => !match[2].includes(`--${name}`));
    if (unknown === undefined)
        return undefined;
    const name = `${match[1]} --${unknown.name}`;
    const since = (0,podman_syntax/* flagSince */.NX)(name);
    return {
        cause: `podman ${failed.podman.version} doesn’t know ${name}`,
        cure: since === undefined ? `it knows ${match[2]}` : `use podman ${since} or newer, or do without it`,
    };
};
const unknownInstruction = (failed) => {
    const word = (0,failed_build/* podmanSaid */.Fu)(failed, /Unknown instruction: "([^"]{1,60})"/i)?.[1];
    return word === undefined
        ? undefined
        : {
            cause: `${word} is no instruction of a Dockerfile`,
            cure: 'mend the word; where a line goes on, the one before it must end with a backslash',
        };
};
const ignoredSource = (failed) => {
    const match = (0,failed_build/* podmanSaid */.Fu)(failed, /no items matching glob "([^"]+)" copied \(\d+ filtered out using ([^)\s]+)\)/);
    return (match && {
        cause: `${match[1]} is hidden by ${match[2]}`,
        cure: `take it out of ${match[2]}, or add a line !PATH after the one that hides it`,
    });
};
const missingSource = (failed) => {
    const path = (0,failed_build/* podmanSaid */.Fu)(failed, /copier: stat: \[?"([^"]+)"\]?: no such file or directory/)?.[1];
    if (path === undefined)
        return undefined;
    const from = failed.instruction?.flags.find(({ name }) => name === 'from')?.value;
    if (from !== undefined) {
        return {
            cause: `${path} is not in ${stageName(failed, from)}`,
            cure: 'mend the path, or look at what that stage writes for this platform',
        };
    }
    const context = (0,failed_build/* podmanSaid */.Fu)(failed, /checking on sources under "([^"]+)"/)?.[1] ?? 'the context';
    return {
        cause: `${path.replace(/^\//, '')} is not in the build context ${context}`,
        cure: 'mend the path, which counts from the context, or set context; is it built by an earlier step of the workflow, or not in Git?',
    };
};
function stageName({ dockerfile }, from) {
    const isStage = dockerfile.stages.some(({ name, index }) => name === from.toLowerCase() || String(index) === from);
    return isStage ? `stage ${from}` : from;
}
const noTarget = (failed) => {
    const target = (0,failed_build/* podmanSaid */.Fu)(failed, /target "([^"]+)" was not found/)?.[1];
    if (target === undefined)
        return undefined;
    const names = failed.dockerfile.stages.flatMap((stage) => stage.name ?? []);
    return {
        cause: `the Dockerfile has no stage ${target}`,
        cure: names.length === 0 ? 'it names none: remove target' : `set target to one of ${names.join(', ')}`,
    };
};
const noSecret = (failed) => {
    const id = (0,failed_build/* podmanSaid */.Fu)(failed, /secret required but no secret with id "?([^\s"]+)"? found/)?.[1];
    return id === undefined
        ? undefined
        : {
            cause: `the secret ${id} was not given`,
            cure: `give it with secrets, secret-envs or secret-files: ${id}=…`,
        };
};
const noFrom = (failed) => (0,failed_build/* podmanSaid */.Fu)(failed, /no FROM statement found|requires a FROM instruction/) && {
    cause: 'the Dockerfile has no FROM',
    cure: 'begin it with FROM, such as FROM scratch; is file the right one?',
};
/** What podman can't do with the Dockerfile or doesn't find in the context. */
const DOCKERFILE_RULES = [
    heredoc,
    flag,
    unknownInstruction,
    ignoredSource,
    missingSource,
    noTarget,
    noSecret,
    noFrom,
];

// EXTERNAL MODULE: ./build/src/diagnosis/host-limits.js
var host_limits = __webpack_require__(26374);
;// CONCATENATED MODULE: ./build/src/diagnosis/emulator-faults.js

const FAULTS = [
    {
        // https://github.com/moby/moby/issues/43039
        sign: /libc-bin|ldconfig/,
        affects: (major) => major < 5,
        known: 'ldconfig, which installing packages runs, is known to crash in QEMU before 5.0',
    },
    {
        // https://github.com/tonistiigi/binfmt/issues/231, https://github.com/docker/setup-qemu-action/issues/201
        sign: /libc-bin|ldconfig/,
        affects: (major) => major === 9,
        known: 'ldconfig of Debian 11 and Ubuntu 22.04, which installing packages runs, is known to crash in QEMU 9',
    },
    {
        // https://github.com/tonistiigi/binfmt/issues/215
        sign: /\b(?:node|npm|npx|yarn|pnpm|corepack)\b/,
        affects: () => true,
        known: 'Node.js is known to crash now and then under QEMU',
    },
];
/** What is known of a segmentation fault in the emulator that was at work, as half a sentence; undefined when nothing is. */
function knownFault(failed) {
    const major = Number(/ version (\d+)\./.exec(failed.emulator?.version ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(major))
        return undefined;
    const shown = (sign) => (0,failed_build/* said */.ag)(failed, sign) ?? sign.exec(failed.instruction?.text ?? '');
    return FAULTS.find(({ sign, affects }) => affects(major) && shown(sign))?.known;
}

;// CONCATENATED MODULE: ./build/src/diagnosis/programs.js


const AVOID_EMULATION = 'let the builder run natively, FROM --platform=$BUILDPLATFORM, and compile for $TARGETARCH (docs/emulation.md)';
const SIGNALS = {
    '4': 'SIGILL',
    '6': 'SIGABRT',
    '7': 'SIGBUS',
    '8': 'SIGFPE',
    '11': 'SIGSEGV',
};
// Under chroot isolation buildah says the signal in words, and gives 1 as the exit status.
const WORDS = [
    [/segmentation fault/i, '11'],
    [/illegal instruction/i, '4'],
    [/abort/i, '6'],
    [/bus error/i, '7'],
];
/** A program's file that the kernel can't execute. */
const execFormat = (failed) => {
    if ((0,failed_build/* said */.ag)(failed, /exec format error/i) === undefined)
        return undefined;
    const program = ((0,failed_build/* said */.ag)(failed, /fork\/exec (\S+): exec format error/i) ??
        (0,failed_build/* said */.ag)(failed, /exec container process [`"']?([^\s`"':]+)[`"']?: exec format error/i) ??
        (0,failed_build/* said */.ag)(failed, /\b(?:exec|cannot execute) [`"']?(\/[^\s`"':]+)[`"']?: exec format error/i) ??
        (0,failed_build/* said */.ag)(failed, /(\/[^\s:]+): (?:cannot execute binary file: )?exec format error/i))?.[1];
    if (failed.runs === undefined)
        return noEmulator(failed);
    if (program === undefined || /^\/(usr\/)?bin\/(ba|da)?sh$/.test(program))
        return foreignBase(failed);
    return foreignProgram(failed, `${program} is no program for ${failed.platform.text}`);
};
function noEmulator({ platform, elsewhere }) {
    if (elsewhere) {
        return {
            cause: `a program of ${platform.text} was to be run, and the machine that podman builds on has no emulator for it`,
            cure: `${AVOID_EMULATION}; or install qemu-user-static on that machine (multiarch-build doctor says how)`,
        };
    }
    return {
        cause: `a program of ${platform.text} was to be run, and no emulator is set up for it`,
        cure: 'set qemu: always (an ONBUILD of the base image can hide a RUN)',
    };
}
function foreignBase({ platform }) {
    return {
        cause: `the stage’s own shell is no program for ${platform.text}, so its base image is another platform’s`,
        cure: 'look for a fixed --platform or digest in FROM: a digest must be that of the index, not of one image',
    };
}
function foreignProgram({ platform }, cause) {
    return {
        cause,
        cure: `build or download it for each platform: use $TARGETARCH (here ${platform.architecture}) instead of a fixed name such as amd64, or run it in a stage FROM --platform=$BUILDPLATFORM`,
    };
}
/** Shells read a file that the kernel can't execute as a script. */
const readAsScript = (failed) => {
    const match = (0,failed_build/* said */.ag)(failed, /(\/[^\s:]+): (?:line )?\d+: [^:]{0,20}ELF/) ??
        (0,failed_build/* said */.ag)(failed, /(\/[^\s:]+): (?:line )?\d+: syntax error: (?:unexpected word|word unexpected|"\(" unexpected)/i);
    if (match === undefined || !(0,failed_build/* inRun */.zs)(failed))
        return undefined;
    return foreignProgram(failed, `${match[1]} was read as a shell script, as happens to a program of another architecture than ${failed.platform.architecture}`);
};
/** An emulator was started for a program whose libraries the image has not. */
const foreignLoader = (failed) => {
    const match = (0,failed_build/* said */.ag)(failed, /qemu-(\w+?)(?:-static)?: Could not open '(\/lib[^']*)'/);
    if (match === undefined)
        return undefined;
    return foreignProgram(failed, `a program for ${match[1]} was run, and its loader ${match[2]} is not in the ${failed.platform.text} image`);
};
const crash = (failed) => {
    const isEmulated = failed.runs === 'emulated' || (failed.elsewhere && (0,failed_build/* said */.ag)(failed, /^qemu: uncaught/));
    if (!isEmulated || !(0,failed_build/* inRun */.zs)(failed))
        return undefined;
    const number = crashSignal(failed);
    if (number === undefined)
        return undefined;
    const { path, version } = failed.emulator ?? {};
    const emulator = version ?? path ?? 'QEMU, of an unknown version';
    const known = number === '11' ? knownFault(failed) : undefined;
    return {
        cause: `a program crashed under emulation (${SIGNALS[number] ?? `signal ${number}`}; ${emulator}), ${known ?? 'which is more often the emulator’s fault than the program’s'}`,
        cure: `${AVOID_EMULATION}; or use a newer QEMU, or a native runner for ${failed.platform.text}`,
    };
};
function crashSignal(failed) {
    const uncaught = (0,failed_build/* said */.ag)(failed, /qemu: uncaught target signal (\d+)/)?.[1];
    if (uncaught !== undefined)
        return uncaught;
    const status = Number(/exit status (\d+)$/.exec(failed.reason)?.[1] ?? failed.exitCode);
    if (String(status - 128) in SIGNALS)
        return String(status - 128);
    const words = (0,failed_build/* said */.ag)(failed, /^subprocess exited on (.*)$/)?.[1] ??
        (0,failed_build/* said */.ag)(failed, /(?:^|: )(Segmentation fault|Illegal instruction|Aborted|Bus error)(?: \(core dumped\))?$/)?.[1];
    return words && WORDS.find(([pattern]) => pattern.test(words))?.[1];
}
const javaScriptHeap = (failed) => (0,failed_build/* said */.ag)(failed, /JavaScript heap out of memory/) && {
    cause: 'Node.js reached its own limit of memory',
    cure: 'write ENV NODE_OPTIONS=--max-old-space-size=4096 (in MB) in that stage, or set max-parallel: 1',
};
const outOfMemory = (failed) => {
    const killed = /exit status 137$/.test(failed.reason) ||
        (0,failed_build/* said */.ag)(failed, /^subprocess exited on killed$|(?:^|: )Killed$|signal: killed|Killed signal terminated program/) ||
        (0,failed_build/* said */.ag)(failed, /out of memory|cannot allocate memory|std::bad_alloc/i);
    if (!killed || !(0,failed_build/* inRun */.zs)(failed))
        return undefined;
    return {
        cause: 'a program was killed, most likely because the machine ran out of memory',
        cure: 'set max-parallel: 1, so that platforms are built one after the other; let the compiler run fewer jobs; or take a larger machine',
    };
};
/** No such file, said of a program that is there: the kernel looked for its interpreter. */
const noSuchProgram = (failed) => {
    const program = ((0,failed_build/* said */.ag)(failed, /fork\/exec (\S+): no such file or directory/) ??
        (0,failed_build/* said */.ag)(failed, /executable file [`"']([^`"']+)[`"'] not found/))?.[1];
    if (program === undefined || failed.instruction?.keyword !== 'RUN')
        return undefined;
    const shell = /^\/(usr\/)?bin\/(ba)?sh$/.test(program);
    const foreign = failed.runs === 'native'
        ? ''
        : `; or the emulator of ${failed.platform.architecture} is registered without the flag F`;
    return {
        cause: `${program} is not in the stage’s image${shell ? ', as in FROM scratch and distroless images' : ''}${foreign}`,
        cure: shell
            ? 'run the command in an earlier stage and COPY --from its result'
            : 'install the program in an earlier step, or mend its path; for a script look at its first line',
    };
};
/** What goes wrong with the programs that RUN starts. */
const PROGRAM_RULES = [
    foreignLoader,
    execFormat,
    javaScriptHeap,
    crash,
    outOfMemory,
    noSuchProgram,
    readAsScript,
];

;// CONCATENATED MODULE: ./build/src/diagnosis/diagnose.js




const RULES = [...host_limits/* HOST_RULES */.f4, ...DOCKERFILE_RULES, ...BASE_IMAGE_RULES, ...PROGRAM_RULES];
/**
 * Why a build failed, as far as it can be told from what podman and the build's programs wrote.
 * @returns undefined for a failure that speaks for itself, or that nobody knows
 */
function diagnose(failed) {
    for (const rule of RULES) {
        const diagnosis = rule(failed);
        if (diagnosis !== undefined)
            return diagnosis;
    }
    return undefined;
}


/***/ }),

/***/ 31831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ podmanSaid),
/* harmony export */   ag: () => (/* binding */ said),
/* harmony export */   zs: () => (/* binding */ inRun)
/* harmony export */ });
/** The first match among podman's last words and the lines of the failing step. */
function said(failed, pattern) {
    for (const line of [failed.reason, ...failed.lines]) {
        const match = pattern.exec(line);
        if (match)
            return match;
    }
    return undefined;
}
/** The first match in what podman itself says. */
function podmanSaid(failed, pattern) {
    return pattern.exec(failed.reason) ?? undefined;
}
/** Whether a program of the image failed, not podman. */
function inRun(failed) {
    return failed.instruction?.keyword === 'RUN' || /exit status \d+$/.test(failed.reason);
}


/***/ }),

/***/ 26374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f4: () => (/* binding */ HOST_RULES),
/* harmony export */   sJ: () => (/* binding */ ADD_SUBORDINATE_IDS),
/* harmony export */   vF: () => (/* binding */ KEEP_LIMITS)
/* harmony export */ });
/* unused harmony exports LITTLE_SPACE, CHROOT_ISOLATION, describeSpace */
/* harmony import */ var _failed_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31831);

/** Less than this in a folder that a build writes to is worth a word. */
const LITTLE_SPACE = 2e9;
/** The command that gives a user subordinate ids. */
const ADD_SUBORDINATE_IDS = 'run once: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$USER" && podman system migrate';
/** What lets podman start containers where it may not raise limits. */
const KEEP_LIMITS = 'write default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"] (what `ulimit -Hn` and `ulimit -Hu` allow) under [containers] in /etc/containers/containers.conf or ~/.config/containers/containers.conf';
/** What lets builds go on where containers can't be started. */
const CHROOT_ISOLATION = 'set BUILDAH_ISOLATION=chroot in the environment, with which RUN needs neither cgroups nor an OCI runtime';
const noSpace = (failed) => {
    const match = (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /no space left on device|disk quota exceeded/i);
    if (match === undefined)
        return closedPipe(failed);
    const where = fullFolder(failed);
    return {
        cause: `the disk is full${where ? `: ${describeSpace(where)}` : ''}`,
        cure: 'free space there (podman system prune -a removes images that nothing uses), or set TMPDIR and podman’s storage to a larger disk; max-parallel: 1 needs less at once',
    };
};
// podman 4 loses the reason when the folder for its temporary files fills up while it commits a step.
function closedPipe(failed) {
    const where = fullFolder(failed);
    if (!/io: read\/write on closed pipe/.test(failed.reason) || where === undefined)
        return undefined;
    return {
        cause: `podman could not write a layer; most likely the disk is full: ${describeSpace(where)}`,
        cure: 'free space there, or set TMPDIR to a folder on a larger disk',
    };
}
// The path in the message is often one within the image: only known folders count, else the fullest.
function fullFolder({ space, reason, lines }) {
    const fullest = [...space].sort((a, b) => a.freeBytes - b.freeBytes);
    const text = [reason, ...lines].filter((line) => /no space left/i.test(line)).join('\n');
    const named = space.filter(({ folder }) => text.includes(`${folder}/`));
    const longest = named.sort((a, b) => b.folder.length - a.folder.length)[0];
    return longest ?? fullest.find(({ freeBytes }) => freeBytes < LITTLE_SPACE);
}
/** A folder and its room, for a message. */
function describeSpace({ folder, freeBytes }) {
    return `${folder} has ${freeBytes >= 1e9 ? `${(freeBytes / 1e9).toFixed(1)} GB` : `${Math.round(freeBytes / 1e6)} MB`} free`;
}
const subordinateIds = (failed) => {
    if (!failed.podman.rootless && !(0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .podmanSaid */ .Fu)(failed, /newuidmap|newgidmap/))
        return undefined;
    if ((0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /"?new[ug]idmap"?: executable file not found/)) {
        return {
            cause: 'newuidmap and newgidmap are not installed, without which rootless podman has one user id only',
            cure: 'install them: sudo apt-get install -y uidmap (Debian, Ubuntu), sudo dnf install -y shadow-utils (Fedora, RHEL)',
        };
    }
    const match = (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /insufficient UIDs or GIDs|newuidmap|newgidmap|lchown .*: invalid argument|setting supplemental groups list: operation not permitted/);
    return (match && {
        cause: 'this user has no, or too few, subordinate user ids, so files and processes can’t belong to other users',
        cure: ADD_SUBORDINATE_IDS,
    });
};
const cgroups = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /cgroups? in hybrid mode|cgroups? ?v1.{0,40}(?:not supported|deprecated|unsupported)|sd-bus call|(?:crun|runc|create).{0,200}cgroup.{0,200}(?:denied|not supported|read-only|no such file)/i) && {
    cause: 'the OCI runtime refuses this machine’s cgroups',
    cure: CHROOT_ISOLATION,
};
const limits = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /RLIMIT_\w+.{0,80}operation not permitted/i) && {
    cause: 'podman may not raise the limits on open files and processes here (it lacks CAP_SYS_RESOURCE)',
    cure: KEEP_LIMITS,
};
const namespaces = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /unshare.{0,80}operation not permitted|cannot clone: |clone.{0,40}(?:operation not permitted|invalid argument)|cannot re-exec process|max_user_namespaces/i) && {
    cause: 'this machine doesn’t let the user make namespaces',
    cure: 'allow it: sudo sysctl -w user.max_user_namespaces=28633 kernel.unprivileged_userns_clone=1, on Ubuntu 24.04 also kernel.apparmor_restrict_unprivileged_userns=0; in a container it needs --privileged, or --security-opt seccomp=unconfined and /dev/fuse',
};
const runtimeMissing = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /OCI runtime "?([\w/-]+)"? not found|could not find a working (?:conmon|OCI runtime)|unknown version specified/i) && {
    cause: 'podman’s OCI runtime is missing, or too old for this podman',
    cure: `install crun (sudo apt-get install -y crun, sudo dnf install -y crun); or ${CHROOT_ISOLATION}`,
};
const runtimeError = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .podmanSaid */ .Fu)(failed, /while running runtime|OCI runtime error/i) &&
    (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /error running container|from \S*(?:crun|runc)|OCI runtime error|(?:crun|runc): /i) && {
    cause: 'the OCI runtime could not start a container on this machine',
    cure: `the end of the log has its words; ${CHROOT_ISOLATION}`,
};
// What doesn't fit into the options of a mount, podman 4.3 names from its store's folder, where the user's layers aren't: a page
// holds some 40 to 60 of them. Not in podman 5.4.
const layersOfTwoStores = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /mountfrom re-exec output: no such file or directory/) && {
    cause: `podman ${failed.podman.version} can’t put that many layers on a base image that lies in the user’s own storage`,
    cure: 'remove the base image there, so that it is pulled (podman rmi); or use a newer podman, or fewer instructions',
};
// Rootless podman starts itself from a copy in memory, which the kernel doesn't let it seal while a page of it is in use (F_ADD_SEALS,
// https://man7.org/linux/man-pages/man2/fcntl_locking.2.html): nothing of the step has run then.
const busyCopy = (failed) => (0,_failed_build_js__WEBPACK_IMPORTED_MODULE_0__/* .said */ .ag)(failed, /sealing memfd copy: Device or resource busy/) && {
    cause: 'podman could not start a copy of itself, as happens now and then on a busy machine',
    cure: 'run it again',
    unpulled: { image: undefined },
};
/** What a machine lacks or refuses. */
const HOST_RULES = [
    noSpace,
    layersOfTwoStores,
    busyCopy,
    limits,
    subordinateIds,
    cgroups,
    runtimeMissing,
    namespaces,
    runtimeError,
];


/***/ }),

/***/ 16188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   IE: () => (/* binding */ registrationLine),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   cK: () => (/* binding */ matches)
/* harmony export */ });
// The kernel compares within the first 256 bytes of a file (BINPRM_BUF_SIZE).
const HEADER_LENGTH = 256;
// Magic and mask as in Debian's /usr/lib/binfmt.d (qemu-user-static 7.2), which are those of
// https://gitlab.com/qemu-project/qemu/-/blob/v7.2.0/scripts/qemu-binfmt-conf.sh; the latter alone has i386 and
// x86_64. The low bit of e_type is masked out, so that position-independent executables match too.
const LITTLE = 'ffffffffffffff00fffffffffffffffffeffffff';
const FORMATS = {
    amd64: format('x86_64', '7f454c4602010100000000000000000002003e00', 'fffffffffffefe00fffffffffffffffffeffffff'),
    '386': format('i386', '7f454c4601010100000000000000000002000300', 'fffffffffffefe00fffffffffffffffffeffffff'),
    arm64: format('aarch64', '7f454c460201010000000000000000000200b700', LITTLE),
    arm: format('arm', '7f454c4601010100000000000000000002002800', LITTLE),
    ppc64le: format('ppc64le', '7f454c4602010100000000000000000002001500', 'fffffffffffffffcfffffffffffffffffeffff00'),
    ppc64: format('ppc64', '7f454c4602020100000000000000000000020015', 'fffffffffffffffcfffffffffffffffffffeffff'),
    s390x: format('s390x', '7f454c4602020100000000000000000000020016', 'fffffffffffffffcfffffffffffffffffffeffff'),
    riscv64: format('riscv64', '7f454c460201010000000000000000000200f300', LITTLE),
    loong64: format('loongarch64', '7f454c4602010100000000000000000002000201', 'fffffffffffffffc00fffffffffffffffeffffff'),
    mips64le: format('mips64el', '7f454c4602010100000000000000000002000800', 'ffffffffffffff00fefffffffffffffffeffffff'),
    mips64: format('mips64', '7f454c4602020100000000000000000000020008', 'ffffffffffffff00fefffffffffffffffffeffff'),
    // The longer ones look at EF_MIPS_ABI2 in e_flags too, which tells n32 programs from o32 ones.
    mipsle: format('mipsel', `7f454c4601010100000000000000000002000800${'00'.repeat(17)}`, `ffffffffffffff00fefffffffffffffffeffffff${'00'.repeat(16)}20`),
    mips: format('mips', `7f454c4601020100000000000000000000020008${'00'.repeat(20)}`, `ffffffffffffff00fefffffffffffffffffeffff${'00'.repeat(19)}20`),
};
function format(qemu, magic, mask) {
    return { qemu, magic: Buffer.from(magic, 'hex'), mask: Buffer.from(mask, 'hex') };
}
/** @returns undefined for an architecture that QEMU doesn't emulate */
function formatOf(architecture) {
    return Object.hasOwn(FORMATS, architecture) ? FORMATS[architecture] : undefined;
}
/**
 * Parses an entry's file in `/proc/sys/fs/binfmt_misc`, as
 * https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_misc.c (`entry_status`) writes it.
 * @returns undefined when the text is no such file's
 */
function parseEntry(name, text) {
    const [state, ...lines] = text.split('\n');
    const interpreter = valueAfter('interpreter ', lines);
    const flags = valueAfter('flags: ', lines);
    if ((state !== 'enabled' && state !== 'disabled') || interpreter === undefined || flags === undefined) {
        return undefined;
    }
    const match = parseMatch(lines);
    return { name, enabled: state === 'enabled', interpreter, flags, ...(match && { match }) };
}
function parseMatch(lines) {
    const hex = valueAfter('magic ', lines);
    if (hex === undefined)
        return undefined;
    const magic = Buffer.from(hex, 'hex');
    const mask = valueAfter('mask ', lines);
    return {
        offset: Number(valueAfter('offset ', lines) ?? 0),
        magic,
        mask: mask === undefined ? Buffer.alloc(magic.length, 0xff) : Buffer.from(mask, 'hex'),
    };
}
function valueAfter(start, lines) {
    return lines.find((line) => line.startsWith(start))?.slice(start.length);
}
/** Whether the kernel would take a file that starts with `header` for one of this entry's. */
function matches(entry, header) {
    if (!entry.enabled || entry.match === undefined)
        return false;
    const { offset, magic, mask } = entry.match;
    // The kernel pads a short file with zeros before it compares.
    const seen = Buffer.alloc(HEADER_LENGTH);
    header.copy(seen);
    if (offset + magic.length > HEADER_LENGTH)
        return false;
    return magic.every((byte, index) => ((byte ^ seen[offset + index]) & mask[index]) === 0);
}
/** The line that registers an entry, to be written to `register` in one piece. */
function registrationLine(entry) {
    const { magic, mask } = entry.format;
    return `:${entry.name}:M::${escaped(magic)}:${escaped(mask)}:${entry.interpreter}:${entry.flags}`;
}
function escaped(bytes) {
    return [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 17582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ ensureRunnable),
  d: () => (/* binding */ probe)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(73185);
// EXTERNAL MODULE: ./build/src/emulation/kernel.js
var kernel = __webpack_require__(65881);
;// CONCATENATED MODULE: ./build/src/emulation/emulator-image.js




/**
 * Runs a container image that registers an emulator with the kernel: privileged, as root, with the arguments
 * `--install ARCHITECTURE`, as https://github.com/tonistiigi/binfmt takes them. The image must hold a static emulator and
 * register it with the flag F, since its files are gone when it ends.
 * @returns what went wrong
 */
async function runEmulatorImage(image, architecture, { env, log, signal }) {
    const options = ['--rm', '--privileged', '--network=none', '--pull=missing'];
    const [program, args] = (0,kernel/* asRoot */.tE)('podman', ['run', ...options, image, '--install', architecture]);
    let last = '';
    const onLine = (line) => {
        log.line(line);
        last = line;
    };
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)(program, args, { env, onLine, ...(signal && { signal }) });
        return exitCode === 0 ? undefined : last || `exit code ${exitCode}`;
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        return (0,errors/* messageOf */.bD)(error);
    }
}
/**
 * Copies a file out of a container image that is in podman's storage, as root's podman sees it.
 * @param folder where it goes
 * @returns the copy; undefined when there is no such file
 */
async function copyOutOfImage(image, path, folder, { env, signal }) {
    const podman = async (...options) => {
        const said = [];
        const [program, args] = (0,kernel/* asRoot */.tE)('podman', options);
        const onLine = (line, from) => from === 'stdout' && said.push(line);
        const { exitCode } = await (0,host_process/* stream */.Td)(program, args, { env, onLine, ...(signal && { signal }) });
        return exitCode === 0 ? (said.at(-1) ?? '') : undefined;
    };
    // Never started, so that what it would run doesn't matter.
    const container = await podman('create', '--pull=never', '--network=none', image, 'nothing');
    if (container === undefined)
        return undefined;
    const copy = (0,external_node_path_.join)(folder, 'emulator');
    const copied = await podman('cp', `${container}:${path}`, copy);
    await podman('rm', '--force', container);
    return copied === undefined ? undefined : copy;
}

// EXTERNAL MODULE: ./build/src/emulation/host-emulators.js
var host_emulators = __webpack_require__(58255);
// EXTERNAL MODULE: ./build/src/emulation/install.js
var install = __webpack_require__(62017);
// EXTERNAL MODULE: ./build/src/emulation/registration.js
var registration = __webpack_require__(15157);
;// CONCATENATED MODULE: ./build/src/emulation/emulation.js










/**
 * Whether this host can already run a platform's programs, natively or by an emulator that works in containers
 * too. Changes nothing and needs no rights.
 */
async function probe(platform, options = {}) {
    if (process.platform !== 'linux')
        return undefined;
    const { binfmtFolder: folder = kernel/* BINFMT_FOLDER */.uB, signal } = options;
    return (0,registration/* asRunnable */.kF)(platform, await (0,registration/* examine */.sb)(platform, folder, signal));
}
/**
 * Makes this host able to run each platform's programs: leaves alone what works, else registers an emulator that
 * the host has, else one that an earlier run kept, else installs the distribution's. Each is proven by running a program.
 * @throws {HostError} that names the platform, what was tried and the command that helps
 */
async function ensureRunnable(platforms, options) {
    if (process.platform !== 'linux') {
        throw new errors/* HostError */.dh(`emulators can't be set up on ${process.platform}`, {
            cure: 'podman runs in a Linux machine of its own here, which `podman machine init` sets up with emulators',
        });
    }
    const { host, env = {}, binfmtFolder: folder = kernel/* BINFMT_FOLDER */.uB, image, cache, signal } = options;
    return oneAtATime(async () => {
        const runnable = [];
        for (const platform of platforms) {
            const context = { platform, host, env, folder, cache, ...(signal && { signal }) };
            const own = ensureOne(context);
            runnable.push(await (image === undefined ? own : own.catch((error) => byImage(context, image, error))));
        }
        return runnable;
    });
}
// Package managers lock each other out, and the second platform, or service, finds all in place.
const oneAtATime = (0,p_limit/* default */.A)(1);
async function ensureOne(context) {
    const { platform, folder, signal } = context;
    const before = await (0,registration/* examine */.sb)(platform, folder, signal);
    const present = (0,registration/* asRunnable */.kF)(platform, before);
    if (present !== undefined)
        return present;
    const tried = [(0,registration/* describe */.q0)(before)];
    await requireAccess(context, tried);
    let emulators = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    const installing = emulators.length === 0;
    if (installing) {
        const kept = await fromCache(context, before.entry, tried);
        if (kept !== undefined)
            return kept;
        await emulation_install(context, tried);
        tried.push('installed the emulator package');
        // Packages register what they bring where an init system runs.
        const after = (0,registration/* asRunnable */.kF)(platform, await (0,registration/* examine */.sb)(platform, folder, signal));
        if (after !== undefined) {
            await keep(context, after.interpreter);
            return { ...after, registeredNow: true };
        }
        emulators = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    }
    for (const emulator of emulators) {
        const runnable = await (0,registration/* register */.kz)(context, emulator, tried);
        if (runnable === undefined)
            continue;
        announce(context.host, runnable, before.entry);
        if (installing)
            await keep(context, runnable.interpreter);
        return runnable;
    }
    throw unable(platform, tried, await (0,install/* installationCure */.c)(platform.architecture));
}
/** An emulator that an earlier run kept, registered and proven; undefined where there is none that works. */
async function fromCache(context, overridden, tried) {
    const { platform, host, cache } = context;
    const kept = await cache?.fetch(platform.architecture);
    if (kept === undefined)
        return undefined;
    const emulator = await (0,host_emulators/* emulatorAt */.HA)(kept.path);
    const runnable = emulator && (await (0,registration/* register */.kz)(context, emulator, tried));
    if (runnable === undefined) {
        host.notice(`${platform.text}: the emulator from the cache, QEMU ${kept.version}, does not work here`);
        return undefined;
    }
    announce(host, runnable, overridden, `, from the cache, QEMU ${kept.version}`);
    return runnable;
}
/** Notes the emulator that an image brought, whose path is one in the image. */
async function keepFromImage(context, image, { interpreter }) {
    const { cache, env, signal } = context;
    if (cache === undefined || interpreter === undefined)
        return;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'multiarch-build-emulator-'));
    try {
        const copy = await copyOutOfImage(image, interpreter, folder, { env, signal });
        if (copy !== undefined)
            await keep(context, copy);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Notes an emulator that was installed, for runs on machines that lack it too. */
async function keep({ platform, cache }, path) {
    if (cache === undefined || path === undefined || !(await (0,host_emulators/* emulatorAt */.HA)(path)))
        return;
    const version = await (0,host_emulators/* versionNumber */.e1)(path);
    if (version !== undefined)
        await cache.keep(platform.architecture, { path, version });
}
/**
 * The last resort: a container image that the user names registers the emulator that it holds.
 * @throws {HostError} with what went wrong before, too
 */
async function byImage(context, image, before) {
    if (!(before instanceof errors/* HostError */.dh))
        throw before;
    const { platform, host, folder, env, signal } = context;
    const log = host.openLog(`Register the emulator for ${platform.text} by ${image}`);
    const problem = await runEmulatorImage(image, platform.architecture, { env, log, signal }).finally(() => log.close());
    const finding = await (0,registration/* examine */.sb)(platform, folder, signal);
    const runnable = (0,registration/* asRunnable */.kF)(platform, finding);
    if (runnable === undefined) {
        const tried = `${image} did not help: ${problem ?? (0,registration/* describe */.q0)(finding)}`;
        throw new errors/* HostError */.dh(`${before.message}; ${tried}`, before.cure === undefined ? {} : { cure: before.cure });
    }
    await keepFromImage(context, image, runnable);
    host.notice(`${platform.text}: ${image} registered ${runnable.interpreter ?? 'an emulator'}`);
    return { ...runnable, registeredNow: true };
}
// Before anything is installed: what can't be registered afterwards is of no use.
async function requireAccess(context, tried) {
    const { platform, folder, env } = context;
    const problem = await (0,kernel/* mountBinfmt */.Ic)(folder, env);
    if (problem !== undefined) {
        const mounting = `binfmt_misc can't be mounted: ${problem}`;
        throw unable(platform, [...tried, mounting], await manualCure(context));
    }
    if (!(await (0,kernel/* readRegistrations */.x6)(folder)).enabled) {
        const cure = `run once: echo 1 | sudo tee ${folder}/status`;
        throw unable(platform, [...tried, 'binfmt_misc is switched off on this machine'], cure);
    }
    const file = (0,external_node_path_.join)(folder, 'register');
    if (await (0,kernel/* isWritable */.nH)(file, env))
        return;
    const why = (0,kernel/* isRoot */.jX)()
        ? 'mounted read-only, or by another user namespace'
        : "needs root, or a sudo that doesn't ask";
    throw unable(platform, [...tried, `${file} can't be written: ${why}`], await manualCure(context));
}
async function manualCure(context) {
    const { platform, folder } = context;
    const [emulator] = await (0,host_emulators/* findEmulators */.w2)(platform.architecture);
    if (emulator === undefined)
        return (0,install/* installationCure */.c)(platform.architecture);
    const { mounted } = await (0,kernel/* readRegistrations */.x6)(folder);
    const mount = mounted ? '' : `sudo mount ${(0,kernel/* mountArguments */.y1)(folder).join(' ')} && `;
    const line = (0,registration/* lineFor */.y1)(context, emulator);
    return `run once, outside any container: ${mount}printf '%s' '${line}' | sudo tee ${folder}/register`;
}
async function emulation_install(context, tried) {
    try {
        await (0,install/* installEmulators */.e)(context.platform.architecture, context);
    }
    catch (error) {
        if (!(error instanceof errors/* HostError */.dh))
            throw error;
        throw unable(context.platform, [...tried, error.message], error.cure);
    }
}
function announce(host, { platform, interpreter }, overridden, origin = '') {
    if (overridden === undefined) {
        host.info(`${platform.text}: registered ${interpreter}${origin}`);
        return;
    }
    const fault = overridden.flags.includes('F') ? "doesn't work" : 'lacks the flag F and fails in containers';
    host.notice(`${platform.text}: registered ${interpreter}${origin} over ${overridden.name} (${overridden.interpreter}), which ${fault}`);
}
function unable(platform, tried, cure) {
    return new errors/* HostError */.dh(`this machine can't run ${platform.text} programs; ${tried.join('; ')}`, {
        ...(cure !== undefined && { cure }),
    });
}


/***/ }),

/***/ 58255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ emulatorAt),
/* harmony export */   e1: () => (/* binding */ versionNumber),
/* harmony export */   w2: () => (/* binding */ findEmulators)
/* harmony export */ });
/* unused harmony exports emulatorVersion, isStaticExecutable */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73185);
/* harmony import */ var _binfmt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16188);





const PT_INTERP = 3;
const HEADERS_LENGTH = 4096;
/**
 * The static emulators for an architecture that this host has, the best one first. Dynamically linked ones don't
 * count: their libraries aren't in the container.
 */
async function findEmulators(architecture) {
    const qemu = (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_4__/* .formatOf */ .be)(architecture)?.qemu;
    if (qemu === undefined)
        return [];
    const usable = await Promise.all([
        `/usr/libexec/qemu-binfmt/${qemu}-binfmt-P`,
        `/usr/bin/qemu-${qemu}-static`,
        `/usr/bin/qemu-${qemu}`,
        `/usr/local/bin/qemu-${qemu}-static`,
        `/usr/local/bin/qemu-${qemu}`,
    ].map(async (path) => ((await isStaticExecutable(path)) ? [path] : [])));
    return Promise.all(usable.flat().map(async (path) => ({ path, preservesArgv0: await preservesArgv0(path) })));
}
/** The emulator that a file is; undefined when it is no static executable. */
async function emulatorAt(path) {
    return (await isStaticExecutable(path)) ? { path, preservesArgv0: await preservesArgv0(path) } : undefined;
}
// Debian 11 to 13 patch QEMU to expect argv[0] whenever it is called by such a name. Else QEMU 6.0 and later learn
// from the kernel, since 5.12, whether it is there (AT_FLAGS_PRESERVE_ARGV0,
// https://git.kernel.org/torvalds/c/2347961b11d4, https://gitlab.com/qemu-project/qemu/-/commit/6e1c0d7b951e).
async function preservesArgv0(path) {
    if (path.endsWith('-binfmt-P'))
        return true;
    const [major = 0, minor = 0] = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)().split('.').map(Number);
    if (major < 5 || (major === 5 && minor < 12))
        return false;
    return Number.parseInt((await versionNumber(path)) ?? '0', 10) >= 6;
}
/** An emulator's version alone, such as `7.2.22`. */
async function versionNumber(path) {
    return / version (\d[\w.]*)/.exec((await emulatorVersion(path)) ?? '')?.[1];
}
/** What an emulator says of its version, such as `qemu-aarch64 version 7.2.22`; undefined when it says nothing. */
async function emulatorVersion(path) {
    const said = [];
    try {
        // By the name that Debian registers it under, a link, it takes no options.
        await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .stream */ .Td)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), ['--version'], { onLine: (line) => said.push(line) });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh) && error.code === undefined)
            throw error;
    }
    return said.find((line) => / version \d/.test(line));
}
/** Whether a file is an executable ELF file that names no dynamic loader. */
async function isStaticExecutable(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
        try {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADERS_LENGTH), 0, HEADERS_LENGTH, 0);
            return namesNoLoader(buffer.subarray(0, bytesRead));
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
            return false;
        throw error;
    }
}
function namesNoLoader(headers) {
    if (headers.length < 64 || headers.readUInt32BE(0) !== 0x7f454c46)
        return false;
    const wide = headers[4] === 2;
    const little = headers[5] === 1;
    const read = (offset, length) => little ? headers.readUIntLE(offset, length) : headers.readUIntBE(offset, length);
    const start = wide ? read(little ? 32 : 34, 6) : read(28, 4);
    const size = read(wide ? 54 : 42, 2);
    const count = read(wide ? 56 : 44, 2);
    if (count === 0 || start + size * count > headers.length)
        return false;
    return Array.from({ length: count }, (_, index) => read(start + size * index, 4)).every((type) => type !== PT_INTERP);
}


/***/ }),

/***/ 62017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ installationCure),
/* harmony export */   e: () => (/* binding */ installEmulators)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73185);
/* harmony import */ var _binfmt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16188);
/* harmony import */ var _kernel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65881);






// Fresh machines update themselves in the background, and another of our builds may be installing too. apt's own
// DPkg::Lock::Timeout doesn't cover the lock on its package index.
const LOCKED = /^E: Could not get lock /;
const LOCK_TIMEOUT_MS = 300_000;
const LOCK_INTERVAL_MS = 1000;
const APT = '/usr/bin/apt-get';
const DNF = '/usr/bin/dnf';
// Since QEMU 9.2 Debian's qemu-user itself is static, and qemu-user-binfmt has the names for binfmt_misc.
const APT_PACKAGES = [['qemu-user-static'], ['qemu-user', 'qemu-user-binfmt']];
// How Fedora splits QEMU's emulators: https://src.fedoraproject.org/rpms/qemu
const FEDORA_NAMES = {
    amd64: 'x86',
    '386': 'x86',
    arm64: 'aarch64',
    arm: 'arm',
    ppc64le: 'ppc',
    ppc64: 'ppc',
    s390x: 's390x',
    riscv64: 'riscv',
    loong64: 'loongarch64',
    mips64le: 'mips',
    mips64: 'mips',
    mipsle: 'mips',
    mips: 'mips',
};
/**
 * Installs the distribution's static emulators.
 * @throws {HostError} when that is not possible here
 */
async function installEmulators(architecture, surroundings) {
    const installBy = await chooseInstaller();
    const cure = await installationCure(architecture);
    if (installBy === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh('neither apt-get nor dnf is here to install an emulator', { cure });
    }
    const log = surroundings.host.openLog(`Install the emulator for ${architecture}`);
    try {
        if (await installBy(runnerFor(surroundings, log), architecture))
            return;
    }
    finally {
        log.close();
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh(`installing the emulator for ${architecture} failed; the log says why`, { cure });
}
function runnerFor({ env, signal }, log) {
    return async (program, ...args) => {
        // By `env`, since sudo passes no variables on. LC_ALL: what is said about locks is looked for.
        const variables = ['DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C'];
        const [command, all] = (0,_kernel_js__WEBPACK_IMPORTED_MODULE_5__/* .asRoot */ .tE)('env', [...variables, program, ...args]);
        const deadline = Date.now() + LOCK_TIMEOUT_MS;
        for (;;) {
            let locked = false;
            const onLine = (line) => {
                log.line(line);
                locked ||= LOCKED.test(line);
            };
            const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .stream */ .Td)(command, all, { env, onLine, ...(signal && { signal }) });
            if (exitCode === 0 || !locked || Date.now() > deadline)
                return exitCode;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(LOCK_INTERVAL_MS, undefined, signal && { signal }).catch(() => undefined);
        }
    };
}
/** The command that installs the emulators here, for a person to run. */
async function installationCure(architecture) {
    if (await exists(APT))
        return 'run once: sudo apt-get install -y qemu-user-static';
    if (await exists(DNF))
        return `run once: sudo dnf install -y ${fedoraPackage(architecture)}`;
    const qemu = (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_4__/* .formatOf */ .be)(architecture)?.qemu;
    return `install QEMU's static user-mode emulator (qemu-${qemu}-static) with this system's package manager`;
}
async function chooseInstaller() {
    if (await exists(APT))
        return installByApt;
    if (await exists(DNF))
        return installByDnf;
    return undefined;
}
async function installByApt(run) {
    const options = ['-y', '--no-install-recommends'];
    let updated = false;
    for (const packages of APT_PACKAGES) {
        if ((await run(APT, 'install', ...options, ...packages)) === 0)
            return true;
        if (updated)
            continue;
        // An index that is missing, or so old that the package's file is gone from the mirror.
        updated = true;
        await run(APT, 'update');
        if ((await run(APT, 'install', ...options, ...packages)) === 0)
            return true;
    }
    return false;
}
async function installByDnf(run, architecture) {
    for (const name of [fedoraPackage(architecture), 'qemu-user-static']) {
        if ((await run(DNF, 'install', '-y', '--setopt=install_weak_deps=False', name)) === 0)
            return true;
    }
    return false;
}
function fedoraPackage(architecture) {
    return `qemu-user-static-${FEDORA_NAMES[architecture]}`;
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 65881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ mountBinfmt),
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   jX: () => (/* binding */ isRoot),
/* harmony export */   nH: () => (/* binding */ isWritable),
/* harmony export */   tE: () => (/* binding */ asRoot),
/* harmony export */   uB: () => (/* binding */ BINFMT_FOLDER),
/* harmony export */   x6: () => (/* binding */ readRegistrations),
/* harmony export */   y1: () => (/* binding */ mountArguments)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73185);
/* harmony import */ var _binfmt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16188);





/** Where the kernel's registrations are. */
const BINFMT_FOLDER = '/proc/sys/fs/binfmt_misc';
/**
 * Reads what is registered, which needs no rights. What can't be read counts as absent: containers hide this
 * folder, or parts of it.
 */
async function readRegistrations(folder) {
    const names = await namesNewestFirst(folder);
    const status = await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'status'));
    const others = names.filter((name) => name !== 'status' && name !== 'register');
    const entries = await Promise.all(others.map(async (name) => (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(name, (await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))) ?? '')));
    return {
        mounted: names.includes('register'),
        enabled: status?.trim() !== 'disabled',
        entries: entries.filter((entry) => entry !== undefined),
    };
}
// Of several entries that match, the kernel takes the one registered last (`create_entry` puts it first in the
// list, https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_misc.c). Nothing tells the order but the folder's
// own: such file systems list what was created last first (`dcache_readdir` in fs/libfs.c). `opendir` keeps that,
// `readdir` would sort. Times tell less: switching an entry off and on changes them.
async function namesNewestFirst(folder) {
    const names = [];
    try {
        for await (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.opendir)(folder))
            names.push(entry.name);
    }
    catch (error) {
        if (!isAbsence(error))
            throw error;
    }
    return names;
}
async function textOf(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (isAbsence(error))
            return undefined;
        throw error;
    }
}
function isAbsence(error) {
    const { code } = error;
    return ['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EINVAL'].includes(code ?? '');
}
/** Whether this process is root's. */
function isRoot() {
    return process.geteuid?.() === 0;
}
/** The arguments that run a program as root: itself, or by a sudo that never asks. */
function asRoot(program, args) {
    return isRoot() ? [program, args] : ['sudo', ['-n', program, ...args]];
}
/**
 * Mounts the file system where that was not done.
 * @returns what went wrong
 */
async function mountBinfmt(folder, env) {
    if ((await readRegistrations(folder)).mounted)
        return undefined;
    const problem = await run(asRoot('mount', mountArguments(folder)), env);
    // Another process may have done it meanwhile.
    return problem === undefined || (await readRegistrations(folder)).mounted ? undefined : problem;
}
/** The arguments of `mount` that make the kernel's registrations visible. */
function mountArguments(folder) {
    return ['-t', 'binfmt_misc', 'binfmt_misc', folder];
}
/** Whether {@link write} can work, found out without writing. */
async function isWritable(file, env) {
    if (await writableByUs(file))
        return true;
    return !isRoot() && (await run(asRoot('test', ['-w', file]), env)) === undefined;
}
async function writableByUs(file) {
    try {
        // Not `access`, which goes by the real user, not the effective one.
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY)).close();
        return true;
    }
    catch {
        return false;
    }
}
/**
 * Writes to one of the kernel's files, as root where that is needed.
 * @returns what went wrong
 */
async function write(file, text, env) {
    if (!(await writableByUs(file)))
        return run(['sudo', ['-n', 'tee', file]], env, text);
    try {
        // The kernel takes a registration as a whole or not at all, so it has to be a single write.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY);
        try {
            await handle.write(text);
        }
        finally {
            await handle.close();
        }
        return undefined;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
    }
}
async function run([program, args], env, input) {
    const said = [];
    try {
        const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_3__/* .stream */ .Td)(program, args, {
            env,
            ...(input !== undefined && { input }),
            onLine: (line, output) => output === 'stderr' && said.push(line),
        });
        return exitCode === 0 ? undefined : said.join('; ') || `${program} ended with exit code ${exitCode}`;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
    }
}


/***/ }),

/***/ 88892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oq: () => (/* binding */ proofBinary),
/* harmony export */   SZ: () => (/* binding */ emulatorAtWork),
/* harmony export */   s8: () => (/* binding */ PROOF_EXIT_CODE),
/* harmony export */   zn: () => (/* binding */ prove)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73185);





/** What the program of a proof ends with. */
const PROOF_EXIT_CODE = 42;
const TIMEOUT_MS = 60_000;
// Where the shell ends up that execvp starts for a file which the kernel can't execute (see `exercise`).
const NOT_EXECUTABLE = 126;
// Any address that is a multiple of the largest page size in use, 64 KiB, and not below vm.mmap_min_addr.
const BASE = 0x400000;
const ALIGNMENT = 0x10000;
// e_machine and e_flags of the ABI that distributions build for, and code for exit(42), by the system call numbers
// of https://github.com/torvalds/linux/tree/v6.12/arch (syscall.tbl).
const MACHINES = {
    // mov $42,%edi; mov $60,%eax; syscall
    amd64: machine(64, 'little', 62, 0, 'bf2a000000 b83c000000 0f05'),
    // mov $42,%ebx; mov $1,%eax; int $0x80
    '386': machine(32, 'little', 3, 0, 'bb2a000000 b801000000 cd80'),
    // mov x0,#42; mov x8,#93; svc #0
    arm64: machine(64, 'little', 183, 0, '400580d2 a80b80d2 010000d4'),
    // mov r0,#42; mov r7,#1; svc #0: in ARMv4 already, so one program for all variants. EABI version 5
    arm: machine(32, 'little', 40, 0x05000000, '2a00a0e3 0170a0e3 000000ef'),
    // li r0,1; li r3,42; sc. ABI version 2: the entry point is an address, not a function descriptor
    ppc64le: machine(64, 'little', 21, 2, '01000038 2a006038 02000044'),
    ppc64: machine(64, 'big', 21, 2, '38000001 3860002a 44000002'),
    // lghi %r2,42; svc 1
    s390x: machine(64, 'big', 22, 0, 'a729002a 0a01'),
    // li a0,42; li a7,93; ecall. Double-precision floating-point ABI
    riscv64: machine(64, 'little', 243, 4, '1305a002 9308d005 73000000'),
    // addi.d $a0,$zero,42; addi.d $a7,$zero,93; syscall 0. ABI version 1, double-precision
    loong64: machine(64, 'little', 258, 0x43, '04a8c002 0b74c102 00002b00'),
    // li $v0,5058; li $a0,42; syscall. n64, MIPS64 release 2
    mips64le: machine(64, 'little', 8, 0x80000000, 'c2130224 2a000424 0c000000'),
    mips64: machine(64, 'big', 8, 0x80000000, '240213c2 2404002a 0000000c'),
    // li $v0,4001; li $a0,42; syscall. o32, MIPS32
    mipsle: machine(32, 'little', 8, 0x50001000, 'a10f0224 2a000424 0c000000'),
    mips: machine(32, 'big', 8, 0x50001000, '24020fa1 2404002a 0000000c'),
};
function machine(bits, order, number, flags, code) {
    return { bits, order, machine: number, flags, code: code.replaceAll(' ', '') };
}
/**
 * A static ELF executable for an architecture that does nothing but exit with 42.
 * @throws {HostError} for an architecture that we have none for
 */
function proofBinary(architecture) {
    const target = Object.hasOwn(MACHINES, architecture) ? MACHINES[architecture] : undefined;
    if (target === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`cannot tell whether this machine runs ${architecture} programs`, {
            cure: `known architectures: ${Object.keys(MACHINES).join(', ')}`,
        });
    }
    return elf(target);
}
// One loadable segment that holds the whole file, in the order of the fields of
// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html and ch5.pheader.html.
function elf({ bits, order, machine, flags, code }) {
    const wide = bits === 64;
    const word = bits / 8;
    const [headerSize, segmentSize] = wide ? [64, 56] : [52, 32];
    const start = headerSize + segmentSize;
    const size = start + code.length / 2;
    const identity = Buffer.alloc(16);
    identity.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, order === 'little' ? 1 : 2, 1]);
    const header = [
        ...[2, machine].map((value) => [2, value]),
        [4, 1],
        ...[BASE + start, headerSize, 0].map((value) => [word, value]),
        [4, flags],
        ...[headerSize, segmentSize, 1, 0, 0, 0].map((value) => [2, value]),
    ];
    const loadable = [4, 1];
    const readExecute = [4, 5];
    const place = [0, BASE, BASE, size, size].map((value) => [word, value]);
    const align = [word, ALIGNMENT];
    const segment = wide ? [loadable, readExecute, ...place, align] : [loadable, ...place, readExecute, align];
    return Buffer.concat([identity, pack(header, order), pack(segment, order), Buffer.from(code, 'hex')]);
}
function pack(fields, order) {
    return Buffer.concat(fields.map(([bytes, value]) => {
        const field = Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex');
        return order === 'big' ? field : field.reverse();
    }));
}
/**
 * Executes a program for the architecture, natively or by whatever the kernel has registered for it.
 * @throws {HostError} when the folder for temporary files doesn't allow programs to be executed
 * @throws {Interrupted} when `signal` fired
 */
async function prove(architecture, { signal, temporary = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() } = {}) {
    return withProgram(architecture, temporary, (folder) => exercise(folder, signal));
}
/**
 * What the emulator that the kernel has registered says of its version, such as `qemu-aarch64 version 7.2.22`; undefined when
 * there is none, or it isn't QEMU. Asked of the one at work: the kernel may hold a file that is gone, or was in a container, as
 * docker/setup-qemu-action's is. Every program that QEMU runs gives it its options by the environment, too
 * (`arg_table`, https://github.com/qemu/qemu/blob/v9.2.0/linux-user/main.c).
 */
async function emulatorAtWork(architecture) {
    const said = [];
    try {
        await withProgram(architecture, (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), (folder) => (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .stream */ .Td)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'proof'), [], {
            env: { QEMU_VERSION: '1' },
            signal: AbortSignal.timeout(TIMEOUT_MS),
            onLine: (line) => said.push(line),
        }));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Interrupted */ .j$) && errorCode(error) === undefined)
            throw error;
    }
    return said.find((line) => / version \d/.test(line));
}
async function withProgram(architecture, temporary, use) {
    const binary = proofBinary(architecture);
    const folder = await makeFolder(temporary);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'proof'), binary);
        // glibc's execvp, and with it Node's spawn, hands a file that the kernel can't execute to /bin/sh. As the
        // interpreter of a script the program is never read as one, and what the shell does is known.
        // https://sourceware.org/git/?p=glibc.git;a=blob;f=posix/execvpe.c (maybe_script_execute)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'run'), `#!./proof\nexit ${NOT_EXECUTABLE}\n`);
        for (const name of ['proof', 'run'])
            await makeExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
async function makeFolder(parent) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'multiarch-proof-'));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`cannot write to ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, {
            cure: 'set TMPDIR to a folder that can be written to',
            cause,
        });
    }
}
async function makeExecutable(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o700);
    try {
        // The kernel answers EACCES here, too, when the file system is mounted noexec.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`programs can't be executed in ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))}: it is mounted noexec`, {
            cure: 'set TMPDIR to a folder on another file system',
            cause,
        });
    }
}
async function exercise(folder, signal) {
    const said = [];
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
        const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_4__/* .stream */ .Td)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'run'), [], {
            cwd: folder,
            signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
            onLine: (line) => said.push(line),
        });
        return verdict(exitCode, said);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Interrupted */ .j$ && !signal?.aborted) {
            return { outcome: 'crashed', detail: `did not end within ${TIMEOUT_MS / 1000} s` };
        }
        const code = errorCode(error);
        // ENOENT and EACCES are about the registered interpreter here: the program itself is there, and executable.
        if (code === 'ENOEXEC' || code === 'ENOENT' || code === 'EACCES') {
            return { outcome: 'exec-format-error', detail: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) };
        }
        throw error;
    }
}
function verdict(exitCode, said) {
    const last = said.length === 0 ? '' : `: ${said.at(-1)}`;
    if (exitCode === PROOF_EXIT_CODE)
        return { outcome: 'runs', detail: 'runs' };
    if (exitCode === NOT_EXECUTABLE)
        return { outcome: 'exec-format-error', detail: 'exec format error' };
    if (exitCode > 128)
        return { outcome: 'crashed', detail: `ended by signal ${exitCode - 128}${last}` };
    return { outcome: 'wrong-exit', detail: `exit code ${exitCode} instead of ${PROOF_EXIT_CODE}${last}` };
}
function errorCode(error) {
    if (!(error instanceof Error))
        return undefined;
    return error.code ?? errorCode(error.cause);
}


/***/ }),

/***/ 15157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ib: () => (/* binding */ isNative),
/* harmony export */   kF: () => (/* binding */ asRunnable),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   sb: () => (/* binding */ examine),
/* harmony export */   y1: () => (/* binding */ lineFor)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _binfmt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16188);
/* harmony import */ var _kernel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65881);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88892);





// Others may register and unregister at the same time; then what was just done is done again.
const ATTEMPTS = 3;
/** Runs a program of the platform, and looks up what the kernel goes by. */
async function examine(platform, folder, signal) {
    const { enabled, entries } = await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegistrations */ .x6)(folder);
    const header = (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .proofBinary */ .Oq)(platform.architecture);
    const entry = enabled ? entries.find((candidate) => (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .matches */ .cK)(candidate, header)) : undefined;
    return { proof: await (0,_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .prove */ .zn)(platform.architecture, { signal }), ...(entry && { entry }) };
}
/** Undefined when programs of the platform don't run in containers. */
function asRunnable(platform, { proof, entry }) {
    if (proof.outcome !== 'runs')
        return undefined;
    if (entry === undefined) {
        // In a container the registrations may be out of sight and yet at work.
        return { platform, how: isNative(platform.architecture) ? 'native' : 'emulated' };
    }
    // Without F the kernel looks for the interpreter in the container's own file system, where there is none.
    if (!entry.flags.includes('F'))
        return undefined;
    return { platform, how: 'emulated', interpreter: entry.interpreter };
}
/** Whether this machine’s processor itself runs an architecture’s programs. */
function isNative(architecture) {
    const little = (0,node_os__WEBPACK_IMPORTED_MODULE_0__.endianness)() === 'LE';
    const native = {
        x64: ['amd64', '386'],
        ia32: ['386'],
        arm64: ['arm64', 'arm'],
        arm: ['arm'],
        ppc64: [little ? 'ppc64le' : 'ppc64'],
        mips: ['mips'],
        mipsel: ['mipsle'],
    };
    return (native[process.arch] ?? [process.arch]).includes(architecture);
}
/**
 * Registers an emulator and proves it; what does not work is taken back.
 * @param tried gets what did not help
 */
async function register(context, emulator, tried) {
    const { platform, folder, env, signal } = context;
    const line = lineFor(context, emulator);
    let finding;
    let problem;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        await unregister(context);
        // "File exists" means that someone else was quicker; the proof tells whether theirs is as good.
        problem = await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_3__/* .write */ .M9)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'register'), line, env);
        finding = await examine(platform, folder, signal);
        const runnable = asRunnable(platform, finding);
        if (runnable !== undefined)
            return { ...runnable, registeredNow: true };
    }
    tried.push(`registering ${emulator.path} did not help: ${problem ?? describe(finding)}`);
    await unregister(context);
    return undefined;
}
/** Removes our own registration, unless it works by now. */
async function unregister({ platform, folder, env, signal }) {
    const name = ownName(platform);
    const { entries } = await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegistrations */ .x6)(folder);
    if (!entries.some((entry) => entry.name === name))
        return;
    if (asRunnable(platform, await examine(platform, folder, signal)) !== undefined)
        return;
    await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_3__/* .write */ .M9)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), '-1', env);
}
function ownName(platform) {
    return `multiarch-qemu-${(0,_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .formatOf */ .be)(platform.architecture).qemu}`;
}
// F: the kernel opens the emulator now, so that it need not be in any container. O: also runs what can be executed
// but not read. P: programs see the argv[0] that they were called by, as natively.
// C: setuid programs get their owner's rights, as natively; without it `USER app` and `RUN sudo …` end in "effective
// uid is not 0" (https://github.com/containers/podman/issues/20443). But QEMU wasn't made to withstand its caller, so
// that C lends root's rights to any user who can reach a foreign setuid program (which is why Debian gave it up in
// qemu 1:10.0.3+ds-3). So only on runners, whose user can become root anyway; docker/setup-qemu-action does it too.
function lineFor({ platform, host }, emulator) {
    return (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .registrationLine */ .IE)({
        name: ownName(platform),
        interpreter: emulator.path,
        flags: `${emulator.preservesArgv0 ? 'P' : ''}O${host.kind === 'runner' ? 'C' : ''}F`,
        format: (0,_binfmt_js__WEBPACK_IMPORTED_MODULE_2__/* .formatOf */ .be)(platform.architecture),
    });
}
/** A finding, for a message. */
function describe({ proof, entry }) {
    const via = entry === undefined ? 'nothing registered for it' : `${entry.name} (${entry.interpreter})`;
    if (proof.outcome === 'runs')
        return `${via}: registered without the flag F, so it fails in containers`;
    return `${via}: ${proof.detail}`;
}


/***/ }),

/***/ 46136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ warning),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   z: () => (/* binding */ error)
/* harmony export */ });
/** A check that found nothing wrong. */
function ok(subject, found) {
    return { subject, state: 'ok', found };
}
/** A check of something that some builds need. */
function warning(subject, found, cure) {
    return { subject, state: 'warning', found, cure };
}
/** A check of something that every build needs. */
function error(subject, found, cure) {
    return { subject, state: 'error', found, cure };
}


/***/ }),

/***/ 93613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ cgroupsCheck),
/* harmony export */   Ny: () => (/* binding */ gitCheck),
/* harmony export */   hr: () => (/* binding */ nodeCheck),
/* harmony export */   tT: () => (/* binding */ ownLimits),
/* harmony export */   zk: () => (/* binding */ spaceCheck)
/* harmony export */ });
/* unused harmony exports cgroupsOf, limitsOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46136);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73185);
/* harmony import */ var _space_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8474);





const OLDEST_NODE = 20;
const LITTLE_SPACE = 2e9;
/** Node, which runs this product. */
function nodeCheck(version = process.versions.node) {
    const major = Number(version.split('.')[0]);
    if (major >= OLDEST_NODE)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('Node.js', version);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z)('Node.js', `${version}, too old`, `install Node.js ${OLDEST_NODE} or newer`);
}
/** Git, which tags, labels and dates come from. */
async function gitCheck() {
    try {
        const { stdout } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .capture */ .Fg)('git', ['--version']);
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('git', stdout.trim().replace('git version ', ''));
    }
    catch (problem) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)('git', (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(problem), 'install git, or give tags yourself and set git-labels: never');
    }
}
/** Which kinds of cgroups are mounted, from `/proc/self/mounts`. */
function cgroupsOf(mounts) {
    const types = mounts.split('\n').map((line) => line.split(' ')[2]);
    const old = types.includes('cgroup');
    if (types.includes('cgroup2'))
        return old ? 'hybrid' : 'v2';
    return old ? 'v1' : 'none';
}
/** What the OCI runtime will make of this machine's cgroups, unless RUN does without it. */
async function cgroupsCheck(env) {
    const found = cgroupsOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/self/mounts', 'utf8').catch(() => ''));
    const text = found === 'none' ? 'none is mounted' : found;
    if (env.BUILDAH_ISOLATION === 'chroot')
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('cgroups', `${text}; not used (BUILDAH_ISOLATION=chroot)`);
    if (found === 'v1' || found === 'v2')
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)('cgroups', text);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)('cgroups', found === 'hybrid' ? 'v1 and v2 are both mounted, which crun refuses' : text, 'export BUILDAH_ISOLATION=chroot');
}
/** Room in the folders that builds write to. */
async function spaceCheck(subject, folder) {
    const free = await (0,_space_js__WEBPACK_IMPORTED_MODULE_3__/* .freeBytes */ .g)(folder);
    if (free === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)(subject, `${folder} can’t be looked at`, `make ${folder} readable`);
    const found = `${(free / 1e9).toFixed(1)} GB free in ${folder}`;
    if (free >= LITTLE_SPACE)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__.ok)(subject, found);
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$)(subject, found, 'podman system prune -a');
}
const CAP_SYS_RESOURCE = 24n;
/** Reads limits from `/proc/self/limits` and `/proc/self/status`. */
function limitsOf(limits, status) {
    const hard = (name) => {
        const value = new RegExp(`^${name} +\\S+ +(\\S+)`, 'm').exec(limits)?.[1];
        return value === undefined || value === 'unlimited' ? Infinity : Number(value);
    };
    const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
    return {
        files: hard('Max open files'),
        processes: hard('Max processes'),
        mayRaise: ((effective >> CAP_SYS_RESOURCE) & 1n) === 1n,
    };
}
/** Limits of this process. */
async function ownLimits() {
    const [limits, status] = await Promise.all(['limits', 'status'].map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/self/${name}`, 'utf8').catch(() => '')));
    return limitsOf(limits, status);
}


/***/ }),

/***/ 8474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ freeBytes)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** Bytes that this user can still write to a folder's file system; undefined when that can't be told. */
async function freeBytes(folder) {
    try {
        const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder);
        return bavail * bsize;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 25778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73185);


/** How long another machine may take to answer. */
const REACH_MS = 30_000;
// As the program `timeout` ends.
const TIMED_OUT = 124;
/**
 * Asks podman something that another machine may have to answer.
 * @throws {HostError} when podman can't be started
 * @throws {Interrupted} when `signal` fired
 */
async function ask(args, options) {
    const { env, signal, isLimited } = options;
    const text = { stdout: '', stderr: '' };
    const limit = isLimited ? AbortSignal.timeout(REACH_MS) : undefined;
    const ends = [signal, limit].filter((each) => each !== undefined);
    const { exitCode } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_1__/* .stream */ .Td)('podman', args, {
        ...(env && { env }),
        signal: AbortSignal.any(ends),
        onLine: (line, from) => {
            text[from] += `${line}\n`;
        },
    }).catch((error) => {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Interrupted */ .j$) || signal?.aborted)
            throw error;
        return { exitCode: TIMED_OUT };
    });
    const isLate = limit?.aborted ?? false;
    const said = isLate ? `no answer within ${REACH_MS / 1000} s` : lastLine(text.stderr);
    return { exitCode, stdout: text.stdout, said, isLate };
}
function lastLine(text) {
    return text.trim().split('\n').at(-1) || 'podman said nothing';
}


/***/ }),

/***/ 95231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ exportArguments),
/* harmony export */   f: () => (/* binding */ buildArguments)
/* harmony export */ });
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77034);


/** The arguments of one platform's build. */
function buildArguments(build) {
    const { settings } = build;
    const each = (option, values) => values.map((value) => `--${option}=${value}`);
    const maybe = (option, value) => value === undefined ? [] : [`--${option}=${value}`];
    return [
        ...build.podman,
        'build',
        `--platform=${build.platform.text}`,
        `--file=${build.dockerfile}`,
        `--iidfile=${build.iidFile}`,
        `--format=${settings.format}`,
        build.layers ? '--layers' : '--no-cache',
        // The label io.buildah.version would give the same content another digest on every podman.
        '--identity-label=false',
        // “newer” falls back to a local image that no registry has. podman 4.3 would take any local one, but for `--platform`.
        `--pull=${settings.pull ? 'always' : 'newer'}`,
        `--retry=${build.retries}`,
        ...maybe('timestamp', settings.timestamp),
        ...maybe('target', settings.target),
        ...each('build-arg', [...automaticArguments(build), ...settings.buildArgs]),
        ...each('build-context', settings.buildContexts),
        ...each('secret', build.secrets.map(({ id, file }) => `id=${id},src=${file}`)),
        ...each('ssh', settings.ssh),
        ...each('add-host', settings.addHosts),
        ...maybe('network', settings.network),
        ...maybe('shm-size', settings.shmSize),
        ...each('ulimit', settings.ulimits),
        ...settings.extraArgs,
        build.context,
    ];
}
/**
 * podman 4.3 doesn't know those of the building platform when `--platform` is given, and with only a warning takes
 * `FROM --platform=$BUILDPLATFORM` for the target's platform (docs/traps.md, 33). Those of the target are the building
 * machine's in defaults of ARGs before the first FROM, in newer podman (docs/traps.md, 47).
 */
function automaticArguments({ buildPlatform, platform }) {
    const all = [...(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformArguments */ .Qo)('BUILD', buildPlatform), ...(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformArguments */ .Qo)('TARGET', platform)];
    return all.map(([name, value]) => `${name}=${value}`);
}
/** The arguments that write an image of a store to a folder, as podman would push it, with its layers compressed. */
function exportArguments(store, imageId, format, folder) {
    return [
        ...(0,_store_js__WEBPACK_IMPORTED_MODULE_1__/* .storeArguments */ .UI)(store),
        'push',
        '--quiet',
        `--format=${format === 'oci' ? 'oci' : 'v2s2'}`,
        '--compress',
        // A machine's containers.conf may say zstd, which older clients can't read and Docker's format has no name for.
        '--compression-format=gzip',
        imageId,
        `dir:${folder}`,
    ];
}


/***/ }),

/***/ 27737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ driverCheck),
/* harmony export */   Ki: () => (/* binding */ userIdsCheck),
/* harmony export */   V0: () => (/* binding */ serviceChecks),
/* harmony export */   X2: () => (/* binding */ storesParent),
/* harmony export */   pj: () => (/* binding */ limitsCheck)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62088);
/* harmony import */ var _diagnosis_host_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26374);
/* harmony import */ var _host_check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46136);







// What base images and package managers take for granted (https://docs.podman.io/en/v5.6.0/markdown/podman.1.html#rootless-mode).
const ENOUGH_IDS = 65_536;
// Since 5.0 podman asks for these: https://github.com/containers/podman/blob/v5.6.0/pkg/specgen/generate/oci_linux.go
const WANTED_LIMIT = 1_048_576;
/** The storage driver of the user's store, which is that of the run's own ones. */
function driverCheck(driver) {
    if (driver !== 'vfs')
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('storage driver', driver);
    return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('storage driver', 'vfs, which copies every layer whole: slower, and several times the space', 'write driver = "overlay" under [storage] in /etc/containers/storage.conf (rootless: ~/.config/containers/storage.conf), then run podman system reset, which removes local images');
}
/** Subordinate users of a rootless podman. */
function userIdsCheck(info) {
    if (!info.rootless)
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('user ids', 'all (root)');
    const { userIds = ENOUGH_IDS } = info;
    if (userIds >= ENOUGH_IDS)
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('user ids', `${userIds} for containers`);
    return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('user ids', userIds <= 1
        ? 'this user has no subordinate ids: every RUN fails, and so do base images with files of several users'
        : `${userIds} for containers, and base images may need ${ENOUGH_IDS}`, _diagnosis_host_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .ADD_SUBORDINATE_IDS */ .sJ);
}
/** Whether podman 5 can set the limits that it wants for RUN steps. */
async function limitsCheck(info, limits, env) {
    const found = `${limits.files} open files, ${limits.processes} processes`.replaceAll('Infinity', 'any number of');
    const enough = limits.mayRaise || (limits.files >= WANTED_LIMIT && limits.processes >= WANTED_LIMIT);
    // Rootless podman keeps to what there is by itself.
    if (enough || info.rootless || semver__WEBPACK_IMPORTED_MODULE_4__.lt(info.version, '5.0.0') || (await setsUlimits(env))) {
        return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('limits', found);
    }
    return (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('limits', `${found}; podman ${info.version} wants ${WANTED_LIMIT}, and may not raise them`, _diagnosis_host_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .KEEP_LIMITS */ .vF);
}
async function setsUlimits(env) {
    const texts = await Promise.all((await configurationFiles(env)).map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(() => '')));
    return texts.some((text) => /^\s*default_ulimits\s*=/m.test(text));
}
async function configurationFiles(env) {
    if (env.CONTAINERS_CONF)
        return [env.CONTAINERS_CONF];
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.config'), 'containers');
    const folders = ['/usr/share/containers', '/etc/containers', own];
    const dropIns = await Promise.all(folders.map(async (folder) => {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'containers.conf.d')).catch(() => []);
        return names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'containers.conf.d', name));
    }));
    return [...folders.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'containers.conf')), ...dropIns.flat()];
}
const LITTLE_MEMORY = 4e9;
const LITTLE_SPACE = 10e9;
/** Memory and disk of the machine that podman here is a client of. */
function serviceChecks({ memory, free, platform }) {
    const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;
    const checks = [(0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('service', `on another machine, ${platform.text}`)];
    if (memory !== undefined) {
        checks.push(memory >= LITTLE_MEMORY
            ? (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('memory', gigabytes(memory))
            : (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('memory', `${gigabytes(memory)}: little for compilers of two platforms`, 'podman machine stop; podman machine set --memory 8192; podman machine start'));
    }
    if (free !== undefined) {
        checks.push(free >= LITTLE_SPACE
            ? (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__.ok)('storage', `${gigabytes(free)} free`)
            : (0,_host_check_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$)('storage', `${gigabytes(free)} free`, 'podman system prune -a; or podman machine stop; podman machine set --disk-size 100; podman machine start'));
    }
    return checks;
}
/** The folder that stores of builds are made in, for a look at its room. */
function storesParent(info) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(info.graphRoot);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(parent) ? parent : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(parent);
}


/***/ }),

/***/ 78507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ podmanInfo),
/* harmony export */   Q1: () => (/* binding */ stagePlatformsLeak),
/* harmony export */   yZ: () => (/* binding */ OLDEST_PODMAN)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23856);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25778);
/* harmony import */ var _machine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2150);





/** The oldest podman whose builds this product can make right. */
const OLDEST_PODMAN = '4.3.0';
const INSTALL = 'install podman 4.3 or newer: apt-get install podman (Debian 12, Ubuntu 24.04 and newer), dnf install podman (Fedora, RHEL), brew install podman (macOS)';
/**
 * Asks the host's podman. One that is a client of another machine's is given up when nobody answers.
 * @throws {HostError} when there is none, it doesn't work, or it is too old
 * @throws {Interrupted} when `signal` fired
 */
async function podmanInfo(signal) {
    const { env } = process;
    const isLimited = (0,_machine_js__WEBPACK_IMPORTED_MODULE_4__/* .isClient */ .oc)(env);
    const args = ['info', '--format', 'json'];
    const { exitCode, stdout, said, isLate } = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .k)(args, { signal, isLimited }).catch((cause) => {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Interrupted */ .j$)
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh('podman is not installed, or not on the PATH', { cause, cure: INSTALL });
    });
    if (exitCode !== 0) {
        const cure = isLate || (0,_machine_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnreachable */ .R0)(said) ? await (0,_machine_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceCure */ .NM)(env) : 'run “podman info” to see the whole message';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh(`podman does not work on this host: ${said}`, { cure });
    }
    const raw = parse(stdout);
    const version = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(raw.version.Version);
    if (version === null || semver__WEBPACK_IMPORTED_MODULE_0__.lt(version, OLDEST_PODMAN)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh(`podman ${raw.version.Version} is too old: it builds wrong images for other platforms`, {
            cure: INSTALL,
        });
    }
    return {
        version: version.version,
        platform: (0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizePlatform */ .FL)({
            os: raw.host.os,
            architecture: raw.host.arch,
            ...(raw.host.variant && { variant: raw.host.variant }),
        }),
        rootless: raw.host.security.rootless,
        isRemote: raw.host.serviceIsRemote,
        graphRoot: raw.store.graphRoot,
        graphDriver: raw.store.graphDriverName,
        graphOptions: storageOptions(raw.store.graphOptions ?? {}),
        images: raw.store.imageStore.number,
        ...machineOf(raw),
    };
}
function machineOf({ host, store }) {
    const { security, idMappings, ociRuntime, memTotal } = host;
    const { graphRootAllocated: size, graphRootUsed: used } = store;
    const sizes = idMappings?.uidmap?.map(({ size }) => size);
    const runtime = ociRuntime?.version?.split('\n')[0] || ociRuntime?.name;
    return {
        ...(security.rootless && sizes && { userIds: sizes.reduce((sum, size) => sum + size, 0) }),
        ...(runtime && { runtime }),
        ...(memTotal && { memory: memTotal }),
        ...(size && used !== undefined && { free: size - used }),
    };
}
function parse(stdout) {
    try {
        return JSON.parse(stdout);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh('podman info answered with something that is no JSON', { cause });
    }
}
function storageOptions(options) {
    return Object.entries(options).flatMap(([name, value]) => {
        // podman info shows programs as objects with their version and package.
        const text = typeof value === 'string' ? value : value?.Executable;
        return text === undefined ? [] : [`${name}=${text}`];
    });
}
/**
 * Whether in this podman the platform of one stage may hold for the next ones too (docs/traps.md, 35): it does in 4.3.1
 * and 5.4.2, and no more in 5.8.6.
 */
function stagePlatformsLeak(info) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.lt(info.version, '5.8.0');
}


/***/ }),

/***/ 2150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ serviceCure),
/* harmony export */   R0: () => (/* binding */ isUnreachable),
/* harmony export */   oc: () => (/* binding */ isClient)
/* harmony export */ });
/* unused harmony export machineCure */
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73185);

/** What podman's client says when it reaches no service. */
function isUnreachable(said) {
    return /connect to Podman/i.test(said);
}
/** The variable that makes podman a client of another machine's. */
function clientVariable(env) {
    return ['CONTAINER_HOST', 'CONTAINER_CONNECTION'].find((name) => env[name]);
}
/** Whether podman here is known to be a client before it is asked. */
function isClient(env) {
    return clientVariable(env) !== undefined || process.platform !== 'linux';
}
/** The one command that lets podman's client reach its service again. */
async function serviceCure(env) {
    const given = clientVariable(env);
    if (given !== undefined)
        return `on that machine: systemctl --user enable --now podman.socket; or, to use podman here, unset ${given}`;
    const { exitCode, stdout } = await (0,_host_process_js__WEBPACK_IMPORTED_MODULE_0__/* .capture */ .Fg)('podman', ['machine', 'list', '--format', 'json']);
    const machines = exitCode === 0 ? machinesOf(stdout) : undefined;
    if (machines === undefined)
        return 'run “podman info” to see the whole message';
    return machineCure(machines);
}
function machinesOf(stdout) {
    try {
        return JSON.parse(stdout);
    }
    catch {
        return undefined;
    }
}
/** The command that brings one of podman's virtual machines to work. */
function machineCure(machines) {
    const machine = machines.find((each) => each.Default) ?? machines[0];
    if (machine === undefined)
        return 'podman machine init --cpus 4 --memory 8192 --disk-size 100 --now';
    // podman 4 marks the default one by an asterisk.
    const name = machine.Name.replace(/\*$/, '');
    const start = `podman machine start ${name}`;
    return machine.Running ? `podman machine stop ${name} && ${start}` : start;
}


/***/ })

};
