export const id = 969;
export const ids = [969];
export const modules = {

/***/ 26591:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



/* unused reexport */ __webpack_require__(5335);
exports.parse = __webpack_require__(42696);


/***/ }),

/***/ 42696:
/***/ ((module) => {



/**
 * @import {
 * 	ControlOperator,
 * 	Env,
 * 	GlobPattern,
 * 	ParseEntry,
 * } from './parse' */

// '<(' and '>(' are process substitution operators and
// can be parsed the same as control operator
var CONTROL = /** @type {const} */ ('(?:') + /** @type {const} */ ([
	'\\|\\|',
	'\\&(?:\\&|>>?)', // `&&`, `&>`, and `&>>`
	';;\\&?', // `;;` and `;;&`
	'[;|]\\&', // `;&` and `|&`
	'\\<\\(',
	'\\<\\<\\<',
	'\\<\\<-',
	'\\<\\<(?!\\()', // `<<(` stays `<` and `<(`, as zsh reads it; other shells reject it
	'>>',
	'>[&|(]', // `>&`, `>|`, and `>(`
	'<[&>]', // `<&` and `<>`
	'[&;()|<>]'
]).join(/** @type {const} */ ('|')) + /** @type {const} */ (')');
var controlRE = new RegExp('^' + CONTROL + '$');
var META = /** @type {const} */ ('|&;()<> \\t');
var SINGLE_QUOTE = /** @type {const} */ ('\'([^\']*?)\'');
// bash ANSI-C quoting, `$'...'`: a backslash escapes the next character, including `'`
var ANSI_C_BODY = '(?:\\\\[\\s\\S]|[^\\\\\'])*?';
var ANSI_C_QUOTE = '\\$\'' + ANSI_C_BODY + '\'';
var ansiCAt = new RegExp('\\$\'' + ANSI_C_BODY + '(?:(\')|\\\\?$)', 'g');
var ANSI_C_LETTERS = 'abeEfnrtv';
var ANSI_C_CHARS = '\x07\b\x1B\x1B\f\n\r\t\v';
var hash = /^#$/;

var SQ = /** @type {const} */ ("'");
var DQ = /** @type {const} */ ('"');
var DS = /** @type {const} */ ('$');

var TOKEN = '';
var mult = /** @type {const} */ (0x100000000); // Math.pow(16, 8);
for (var i = 0; i < 4; i++) {
	TOKEN += (mult * Math.random()).toString(16);
}
var startsWithToken = new RegExp('^' + TOKEN);

/**
 * @param {string} s
 * @param {RegExp} r
 */
function matchAll(s, r) {
	var origIndex = r.lastIndex;

	var matches = [];
	var matchObj;

	while ((matchObj = r.exec(s))) {
		matches[matches.length] = matchObj;
		if (r.lastIndex === matchObj.index) {
			r.lastIndex += 1;
		}
	}

	r.lastIndex = origIndex;

	return matches;
}

/**
 * @param {Env} env
 * @param {string} pre
 * @param {string} key
 */
function getVar(env, pre, key) {
	var r = typeof env === 'function' ? env(key) : env[key];
	if (typeof r === 'undefined' && key != '') {
		r = '';
	} else if (typeof r === 'undefined') {
		r = '$';
	}

	if (typeof r === 'object') {
		return pre + TOKEN + JSON.stringify(r) + TOKEN;
	}
	return pre + r;
}

var ansiCEscape = /\\([0-7]{1,3}|x[\dA-Fa-f]{1,2}|u[\dA-Fa-f]{1,4}|U[\dA-Fa-f]{1,8}|c(?:\\\\|[\s\S])|[abeEfnrtv\\'"?])/g;

/**
 * @param {string} m
 * @param {string} escape
 */
function expandAnsiCEscape(m, escape) {
	var kind = escape.charAt(0);
	if (kind === 'c') {
		var ctrl = escape.charAt(1);
		return ctrl === '?' ? '\x7F' : String.fromCharCode(ctrl.charCodeAt(0) & 0x1F);
	}
	if (kind === 'x' || kind === 'u' || kind === 'U') {
		var cp = parseInt(escape.slice(1), 16);
		if (cp > 0x10FFFF) {
			return m;
		}
		return String.fromCharCode.apply(null, cp > 0xFFFF ? [0xD7C0 + (cp >> 10), 0xDC00 + (cp & 0x3FF)] : [cp]);
	}
	if (kind >= '0' && kind <= '7') {
		return String.fromCharCode(parseInt(escape, 8) & 0xFF);
	}
	var letter = ANSI_C_LETTERS.indexOf(escape);
	return letter < 0 ? escape : ANSI_C_CHARS.charAt(letter);
}

/** @param {string} body */
function expandAnsiC(body) {
	return body.replace(ansiCEscape, expandAnsiCEscape).split('\0')[0]; // like bash, a NUL ends the string
}

/**
 * @param {string} s
 * @param {number} i
 */
function closesAnsiC(s, i) {
	ansiCAt.lastIndex = i;
	return !!(/** @type {RegExpExecArray} */ (ansiCAt.exec(s)))[1];
}

/**
 * @param {string} string
 * @param {Env} [env]
 * @param {{ escape?: string, splitUnquoted?: boolean | string }} [opts]
 * @returns {ParseEntry[]}
 */
function parseInternal(string, env, opts) {
	if (!opts) {
		opts = {};
	}
	var BS = opts.escape || '\\';
	var ifs = opts.splitUnquoted === true ? ' \t\n' : (typeof opts.splitUnquoted === 'string' ? opts.splitUnquoted : '');
	var BAREWORD = '(\\' + BS + '[\'"$\\' + BS + META + ']|\\$\\$|\\$(?!' + ANSI_C_QUOTE.slice(2) + ')|[^\\s\'"$' + META + '])+';
	var DOUBLE_QUOTE = '"(?:\\' + BS + '[\\s\\S]|[^"\\' + BS + '])*"';

	var chunker = new RegExp([
		'(' + CONTROL + ')', // control chars
		'(' + ANSI_C_QUOTE + '|' + BAREWORD + '|' + DOUBLE_QUOTE + '|' + SINGLE_QUOTE + ')+'
	].join('|'), 'g');

	var matches = matchAll(string, chunker);

	if (matches.length === 0) {
		return [];
	}
	if (!env) {
		env = {};
	}

	var commented = false;

	return matches.map(function (match) {
		var s = match[0];
		if (!s || commented) {
			return void undefined;
		}
		if (controlRE.test(s)) {
			return /** @type {ControlOperator} */ ({ op: s });
		}

		// Hand-written scanner/parser for Bash quoting rules:
		//
		// 1. inside single quotes, all characters are printed literally.
		// 2. inside double quotes, all characters are printed literally
		//    except variables prefixed by '$' and backslashes followed by
		//    either a double quote or another backslash.
		// 3. outside of any quotes, backslashes are treated as escape
		//    characters and not printed (unless they are themselves escaped)
		// 4. quote context can switch mid-token if there is no whitespace
		//     between the two quote contexts (e.g. all'one'"token" parses as
		//     "allonetoken")
		/** @type {string | boolean} */
		var quote = false;
		var esc = false;
		var out = '';
		/** @type {string[]} */
		var words = [];
		var sawQuote = false;
		/** @type {number | null} */
		var pendingNw = null;
		var isGlob = false;
		/** @type {number} */
		var i;

		function parseEnvVar() {
			i += 1;
			/** @type {number | RegExpMatchArray | null} */
			var varend;
			/** @type {string} */
			var varname;
			var char = s.charAt(i);

			if (char === '{') {
				i += 1;
				if (s.charAt(i) === '}') {
					throw new Error('Bad substitution: ' + s.slice(i - 2, i + 1));
				}
				// match braces by depth so a nested `${` keeps its inner `}` from ending the outer substitution
				var depth = 1;
				varend = i;
				while (depth > 0 && varend < s.length) {
					if (s.charAt(varend) === '{' && s.charAt(varend - 1) === '$') {
						depth += 1;
					} else if (s.charAt(varend) === '}') {
						depth -= 1;
					}
					varend += 1;
				}
				if (depth !== 0) {
					throw new Error('Bad substitution: ' + s.slice(i));
				}
				varend -= 1;
				varname = s.slice(i, varend);
				i = varend;
			} else if ((/[*@#?$!-]/).test(char)) {
				varname = char;
			} else {
				var slicedFromI = s.slice(i);
				varend = slicedFromI.match(/[^\w\d_]/);
				if (!varend) {
					varname = slicedFromI;
					i = s.length;
				} else {
					varname = slicedFromI.slice(0, varend.index);
					i += /** @type {number} */ (varend.index) - 1;
				}
			}
			return getVar(/** @type {NonNullable<typeof env>} */ (env), '', varname);
		}

		function flushRun() {
			if (pendingNw === null) {
				return;
			}
			if (pendingNw === 0) {
				if (out !== '') {
					words[words.length] = out;
					out = '';
				}
			} else {
				words[words.length] = out;
				out = '';
				for (var fe = 1; fe < pendingNw; fe += 1) {
					words[words.length] = '';
				}
			}
			pendingNw = null;
		}

		for (i = 0; i < s.length; i++) {
			var c = s.charAt(i);
			if (ifs && c !== DS) {
				flushRun();
			}
			isGlob = isGlob || (!quote && (c === '*' || c === '?'));
			if (esc) {
				out += c;
				esc = false;
			} else if (quote) {
				if (c === quote) {
					quote = false;
				} else if (quote == SQ) {
					out += c;
				} else { // Double quote
					if (c === BS) {
						i += 1;
						c = s.charAt(i);
						if (c === DQ || c === BS || c === DS) {
							out += c;
						} else {
							out += BS + c;
						}
					} else if (c === DS) {
						out += parseEnvVar();
					} else {
						out += c;
					}
				}
			} else if (c === DQ || c === SQ) {
				quote = c;
				sawQuote = true;
			} else if (controlRE.test(c)) {
				return /** @type {ControlOperator} */ ({ op: s });
			} else if (hash.test(c)) {
				commented = true;
				var commentObj = { comment: string.slice(match.index + i + 1) };
				if (out.length) {
					return /** @type {const} */ ([out, commentObj]);
				}
				return /** @type {const} */ ([commentObj]);
			} else if (c === BS) {
				esc = true;
			} else if (c === DS && s.charAt(i + 1) === SQ && closesAnsiC(s, i)) {
				flushRun();
				sawQuote = true;
				out += expandAnsiC(s.slice(i + 2, ansiCAt.lastIndex - 1));
				i = ansiCAt.lastIndex - 1;
			} else if (c === DS) {
				var value = parseEnvVar();
				if (!ifs) {
					out += value;
				} else {
					for (var vi = 0; vi < value.length; vi += 1) {
						var vc = value.charAt(vi);
						if (ifs.indexOf(vc) < 0) {
							flushRun();
							out += vc;
						} else if (pendingNw === null) {
							pendingNw = vc === ' ' || vc === '\t' || vc === '\n' ? 0 : 1;
						} else if (vc !== ' ' && vc !== '\t' && vc !== '\n') {
							pendingNw += 1;
						}
					}
				}
			} else {
				out += c;
			}
		}

		if (isGlob) {
			return /** @type {GlobPattern} */ ({ op: 'glob', pattern: out });
		}

		if (ifs) {
			if (pendingNw !== null && pendingNw > 0) {
				words[words.length] = out;
				out = '';
				for (var te = 1; te < pendingNw; te += 1) {
					words[words.length] = '';
				}
			}
			if (out !== '' || (sawQuote && words.length === 0)) {
				words[words.length] = out;
			}
			return words;
		}

		return out;
	}).reduce(function (prev, arg) { // finalize parsed arguments
		if (typeof arg === 'undefined') {
			return prev;
		}
		/** @type {ParseEntry[]} */ ([]).concat(arg).forEach(function (entry) {
			prev[prev.length] = entry;
		});
		return prev;
	}, /** @type {ParseEntry[]} */ ([]));
}

/** @type {typeof import('./parse')} */
module.exports = function parse(s, env, opts) {
	var mapped = parseInternal(s, env, opts);
	if (typeof env !== 'function') {
		return mapped;
	}
	return mapped.reduce(function (acc, s) {
		if (typeof s === 'object') {
			acc[acc.length] = s;
			return acc;
		}
		var xs = s.split(RegExp('(' + TOKEN + '.*?' + TOKEN + ')', 'g'));
		if (xs.length === 1) {
			acc[acc.length] = xs[0];
			return acc;
		}
		xs.filter(Boolean).forEach(function (x) {
			acc[acc.length] = startsWithToken.test(x)
				? JSON.parse(x.split(TOKEN)[1])
				: x;
		});
		return acc;
	}, /** @type {ParseEntry[]} */ ([]));
};


/***/ }),

/***/ 5335:
/***/ ((module) => {



/** @import { ControlOperator } from './parse' */

/** @type {ControlOperator['op'][]} */
var OPS = /** @type {const} */ ([
	'||',
	'&&',
	';;&',
	';;',
	';&',
	'|&',
	'<(',
	'>(',
	'<<<',
	'<<-',
	'<<',
	'>>',
	'>&',
	'>|',
	'&>>',
	'&>',
	'<&',
	'<>',
	'&',
	';',
	'(',
	')',
	'|',
	'<',
	'>'
]);
var LINE_TERMINATORS = /[\n\r\u2028\u2029]/;
var GLOB_SHELL_SPECIAL = /[\s#!"$&'():;<=>@\\^`|~]/g;

/** @type {typeof import('./quote')} */
module.exports = function quote(xs) {
	var sawComment = false;
	return xs.map(function (s) {
		if (sawComment && typeof s === 'string' && LINE_TERMINATORS.test(s)) {
			throw new TypeError('a token after a `comment` must not contain line terminators');
		}
		if (s === '') {
			return /** @type {const} */ ('\'\'');
		}
		if (s && typeof s === 'object') {
			if ('op' in s && s.op === 'glob') {
				if (typeof s.pattern !== 'string') {
					throw new TypeError('glob token requires a string `pattern`');
				}
				if (LINE_TERMINATORS.test(s.pattern)) {
					throw new TypeError('glob `pattern` must not contain line terminators');
				}
				if (s.pattern === '') {
					return /** @type {const} */ ('\'\'');
				}
				return s.pattern.replace(GLOB_SHELL_SPECIAL, '\\$&');
			}
			if ('op' in s && typeof s.op === 'string') {
				if (OPS.indexOf(s.op) < 0) {
					throw new TypeError('invalid `op` value: ' + JSON.stringify(s.op));
				}
				return s.op.replace(/[\s\S]/g, '\\$&');
			}
			if ('comment' in s && typeof s.comment === 'string') {
				if (LINE_TERMINATORS.test(s.comment)) {
					throw new TypeError('`comment` must not contain line terminators');
				}
				sawComment = true;
				return '#' + s.comment;
			}
			throw new TypeError('unrecognized object token shape');
		}
		if ((/'/).test(s) && (/!/).test(s)) {
			return "'" + s.replace(/'/g, "'\"'\"'") + "'";
		}
		if ((/["\s\\]/).test(s) && !(/'/).test(s)) {
			return "'" + s + "'";
		}
		if ((/["'\s]/).test(s)) {
			return '"' + s.replace(/(["\\$`])/g, '\\$1') + '"';
		}
		return String(s).replace(/([A-Za-z]:)?([#!"$&'()*,:;<=>?@[\\\]^`{|}~])/g, '$1\\$2');
	}).join(' ');
};


/***/ }),

/***/ 55555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseDockerfile),
/* harmony export */   n: () => (/* binding */ readDockerfile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78390);


/** Reads and parses a Dockerfile. Anything can be parsed: what makes no sense is left for podman to refuse. */
function readDockerfile(path) {
    return parseDockerfile((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'), path);
}
/** Parses a Dockerfile's text. */
function parseDockerfile(text, path) {
    const globals = [];
    const stages = [];
    for (const instruction of dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.DockerfileParser.parse(text).getInstructions()) {
        if (instruction.getKeyword() === 'FROM')
            stages.push({ from: instruction, instructions: [] });
        const place = stages.at(-1)?.instructions ?? globals;
        place.push(instruction);
    }
    return {
        path,
        globals: globals.map(toInstruction),
        stages: stages.map(({ from, instructions }, index) => ({
            index,
            name: from.getBuildStage()?.toLowerCase(),
            base: from.getImage() ?? '',
            platform: from.getPlatformFlag()?.getValue() ?? undefined,
            instructions: instructions.map(toInstruction),
            labels: instructions
                .filter((instruction) => instruction.getKeyword() === 'LABEL')
                .flatMap((label) => assignments(label).map(({ name }) => name)),
        })),
    };
}
function toInstruction(instruction) {
    const { start, end } = instruction.getRange();
    const withFlags = instruction;
    return {
        keyword: instruction.getKeyword(),
        text: instruction.getTextContent().replace(/^\s*\S+\s*/, ''),
        line: start.line + 1,
        endLine: end.line + 1,
        flags: (withFlags.getFlags?.() ?? []).map((flag) => ({
            name: flag.getName(),
            value: flag.getValue() ?? '',
        })),
        assignments: assignments(instruction),
    };
}
function assignments(instruction) {
    if (!(instruction instanceof dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.PropertyInstruction))
        return [];
    return propertiesOf(instruction).map((property) => {
        const value = property.getValue() ?? undefined;
        const written = property.getUnescapedValue() ?? '';
        return { name: property.getName(), value, form: formOf(written, value ?? '') };
    });
}
// ENV and LABEL have the form `NAME value`, and the parser takes `ARG NAME NAME` for that too.
function propertiesOf(instruction) {
    const words = instruction.getPropertyArguments();
    const properties = instruction.getProperties();
    if (instruction.getKeyword() !== 'ARG' || properties.length === words.length)
        return properties;
    return words.flatMap((word) => {
        const [alone] = dockerfile_ast__WEBPACK_IMPORTED_MODULE_1__.DockerfileParser.parse(`ARG ${word.getValue()}`).getInstructions();
        return alone.getProperties();
    });
}
function formOf(written, value) {
    if (/^'[^'\\]*'$/.test(written))
        return 'literal';
    if (/[\\']/.test(written) || /["']/.test(value))
        return 'unclear';
    return value.includes('$') ? 'expands' : 'literal';
}


/***/ }),

/***/ 79967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ contextNamed),
/* harmony export */   j: () => (/* binding */ buildContexts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25611);


/**
 * Reads `name=value` as podman does
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `GetAdditionalBuildContext`).
 */
function buildContexts(given) {
    return new Map(given.map((each) => {
        const [, name = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? [];
        return [name, buildContext(value)];
    }));
}
function buildContext(value) {
    const image = /^(?:docker-image|container-image|docker):\/\/(.+)$/.exec(value)?.[1];
    if (image !== undefined)
        return { kind: 'image', reference: image };
    if (/^[A-Za-z][A-Za-z0-9+.-]*:|^git@|^github\.com\/|\.git(#|$)/.test(value))
        return { kind: 'other', text: value };
    return { kind: 'folder', path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(value) };
}
/**
 * The build context of a name.
 * @throws {NotEligible} where it can't be told which is meant
 */
function contextNamed(contexts, name) {
    const exact = contexts.get(name);
    if (exact !== undefined)
        return exact;
    // Names of stages may be written in any case, those of contexts may not, and images have several names.
    const last = (text) => text
        .toLowerCase()
        .replace(/(?:@.*|:latest)$/, '')
        .split('/')
        .at(-1);
    const similar = [...contexts.keys()].find((each) => last(each) === last(name));
    if (similar === undefined)
        return undefined;
    throw new _types_js__WEBPACK_IMPORTED_MODULE_1__/* .NotEligible */ .p(`“${name}” may or may not mean the build context “${similar}”`);
}


/***/ }),

/***/ 396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ Unreadable),
/* harmony export */   q: () => (/* binding */ FileReader)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27406);





/** A file could not be taken as an input of a build, in words for the summary. */
class Unreadable extends Error {
}
// Neither a link nor a pipe that has taken the file's place is followed or waited for.
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK;
const SMALL = 1 << 18;
const CHUNK = 1 << 20;
// The kernel's clock for files moves in steps of up to 10 ms.
const SETTLED_AFTER_MS = 100;
const LONGEST_TURN_MS = 15;
/** Reads files, each once though several steps need it, and notices changes. */
class FileReader {
    earlier;
    reads = new Map();
    buffer = Buffer.allocUnsafe(SMALL);
    turn = performance.now();
    /** Number of bytes that were read. */
    bytes = 0;
    /** @param earlier reads of a run before; a file that was touched since then is refused. */
    constructor(earlier) {
        this.earlier = earlier;
    }
    /**
     * The digest of a file's content.
     * @throws {Unreadable} when it can't be read, or changed meanwhile
     */
    async digest(path) {
        let read = this.reads.get(path);
        if (read === undefined) {
            read = this.read(path);
            this.reads.set(path, read);
        }
        return (await read).digest;
    }
    async read(path) {
        const before = await this.earlier?.reads.get(path)?.catch(() => undefined);
        if (before !== undefined) {
            if (identityOf(statOf(path)) !== before.identity)
                throw changed(path);
            if (before.settled)
                return before;
        }
        try {
            const read = await this.readNow(path);
            if (before !== undefined && read.digest !== before.digest)
                throw changed(path);
            return read;
        }
        catch (error) {
            if (error instanceof Unreadable)
                throw error;
            throw new Unreadable(`${path} can’t be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
        }
    }
    async readNow(path) {
        // Small files are read synchronously, which is several times faster; others get their turn in between.
        if (performance.now() - this.turn > LONGEST_TURN_MS) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setImmediate)();
            this.turn = performance.now();
        }
        const started = Date.now();
        const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, FLAGS);
        try {
            const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd, { bigint: true });
            if (before.size > SMALL)
                return await this.readLarge(path, started);
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, this.buffer, 0, SMALL, 0);
            this.bytes += size;
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(this.buffer.subarray(0, size)).digest('hex');
            return checked(path, `sha256:${hash}`, size, [before, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd, { bigint: true })], started);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
        }
    }
    async readLarge(path, started) {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, FLAGS);
        try {
            const before = await file.stat({ bigint: true });
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
            const chunk = Buffer.allocUnsafe(CHUNK);
            let size = 0;
            for (;;) {
                const { bytesRead } = await file.read(chunk, 0, CHUNK, size);
                if (bytesRead === 0)
                    break;
                hash.update(chunk.subarray(0, bytesRead));
                size += bytesRead;
            }
            this.bytes += size;
            const after = await file.stat({ bigint: true });
            return checked(path, `sha256:${hash.digest('hex')}`, size, [before, after], started);
        }
        finally {
            await file.close();
        }
    }
}
function checked(path, digest, size, [before, after], started) {
    const identity = identityOf(after);
    if (identityOf(before) !== identity || after.size !== BigInt(size))
        throw changed(path);
    return { digest, identity, settled: Number(after.ctimeMs) + SETTLED_AFTER_MS < started };
}
function statOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true });
    }
    catch {
        throw changed(path);
    }
}
// The time of the last change can't be set by programs, unlike that of the last modification.
function identityOf(stat) {
    return [stat.dev, stat.ino, stat.size, stat.mode, stat.mtimeNs, stat.ctimeNs].join(' ');
}
function changed(path) {
    return new Unreadable(`${path} changed while it was read`);
}


/***/ }),

/***/ 46450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ componentTest),
/* harmony export */   P: () => (/* binding */ isPattern)
/* harmony export */ });
/** Whether Go takes a component of a path for a pattern. */
function isPattern(component) {
    return /[*?[\\]/.test(component);
}
/**
 * The test of one component of a path, with the meaning of Go's `filepath.Match` (https://pkg.go.dev/path/filepath#Match).
 * @returns undefined for a pattern with brackets or escapes, and for `**`, which not every version of podman knows
 */
function componentTest(pattern) {
    if (/[[\]\\]/.test(pattern) || pattern.includes('**'))
        return undefined;
    const source = pattern.replace(/[*?]|[^*?]+/g, (part) => part === '*' ? '[^/]*' : part === '?' ? '[^/]' : part.replace(/[\\^$.+()[\]{}|/]/g, '\\$&'));
    const expression = new RegExp(`^${source}$`, 'su');
    return (name) => expression.test(name);
}


/***/ }),

/***/ 37206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Si: () => (/* binding */ ignoreNothing),
/* harmony export */   yH: () => (/* binding */ readIgnoreRules)
/* harmony export */ });
/* unused harmony export parseIgnoreRules */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1582);



/** Nothing is ignored. */
const ignoreNothing = { ignores: () => false, isClosed: () => false };
/**
 * The rules that hold for a build, found where podman looks for them
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `ContainerIgnoreFile`).
 * @param given file that podman is told to use
 */
async function readIgnoreRules(context, dockerfile, given) {
    if (given !== undefined)
        return (await rulesOf(given, 'option')) ?? ignoreNothing;
    const beside = _dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__/* .IGNORE_FILES */ .h.map((name) => `${dockerfile}${name}`);
    const found = (await Promise.all(beside.map((path) => rulesOf(path)))).filter((rules) => rules !== undefined);
    if (found.length > 0)
        return allOf(found);
    // These two are looked for within the context, links included.
    for (const name of _dockerfile_ignore_files_js__WEBPACK_IMPORTED_MODULE_2__/* .IGNORE_FILES */ .h) {
        const real = context.resolve(name);
        const rules = real && (await rulesOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.root, real.path)));
        if (rules !== undefined)
            return rules;
    }
    return ignoreNothing;
}
// Where there are two, which one is taken depends on who looks.
function allOf(rules) {
    return {
        ignores: (path) => rules.every((each) => each.ignores(path)),
        isClosed: (folder) => rules.every((each) => each.isClosed(folder)),
    };
}
async function rulesOf(path, from = 'found') {
    const exists = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
    if (!exists)
        return undefined;
    return parseIgnoreRules(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => ''), from);
}
/** Parses the text of an ignore file. */
function parseIgnoreRules(text, from = 'found') {
    const patterns = text.split('\n').flatMap((line) => parseLine(line, from));
    const kept = patterns.filter(({ negated }) => negated);
    return {
        ignores(path) {
            let ignored = false;
            for (const pattern of patterns) {
                if (pattern.negated === ignored && pattern.matches(path))
                    ignored = !pattern.negated;
            }
            return ignored;
        },
        isClosed: (folder) => kept.every(({ prefix }) => prefix !== '' && !prefix.startsWith(folder) && !`${folder}/`.startsWith(`${prefix}/`)),
    };
}
// Lines as imagebuilder reads them, and patterns as containers/storage's PatternMatcher does
// (https://github.com/containers/storage/blob/v1.57.2/pkg/fileutils/fileutils.go).
function parseLine(line, from) {
    if (line.startsWith('#'))
        return [];
    const bare = line.replace(/^\uFEFF/, '');
    const trimmed = bare.replace(/^\/+|\/+$/g, '').trim();
    if (trimmed === '' || trimmed === '!')
        return [];
    const clean = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(trimmed).replace(/(?<=.)\/$/, '');
    if (clean.startsWith('!'))
        return [keeping(clean.slice(1).replace(/^\/+/, ''))];
    // Not every version takes a byte order mark away, so such a pattern may match nothing. And a file that it was told of podman 4 reads
    // itself, and leaves slashes where they are.
    return bare !== line || (from === 'option' && line.startsWith('/')) ? [] : dropping(clean);
}
/** A pattern that takes paths back: matches whatever some version might match. */
function keeping(pattern) {
    const prefix = literalPrefix(pattern);
    const doubtful = /[[\]\\]/.test(pattern) || pattern === '' || !isUnicode(pattern);
    const tests = doubtful ? [] : expressions(pattern, 's');
    return {
        negated: true,
        prefix,
        matches: (path) => doubtful
            ? prefix === '' || path === prefix || path.startsWith(`${prefix}/`)
            : [path, ...parents(path)].some((each) => tests.some((test) => test.test(each))),
    };
}
/** A pattern that ignores paths: matches only what every version matches. */
function dropping(pattern) {
    if (/[[\]\\]/.test(pattern) || !isUnicode(pattern))
        return [];
    const tests = expressions(pattern, '');
    const depth = pattern.split('/').length;
    const all = (path) => tests.every((test) => test.test(path));
    return [
        {
            negated: false,
            prefix: literalPrefix(pattern),
            // Of the folders above a path the matcher tries only the one that is as deep as the pattern.
            matches(path) {
                if (all(path))
                    return true;
                const parts = path.split('/');
                return parts.length > depth && all(parts.slice(0, depth).join('/'));
            },
        },
    ];
}
function parents(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('/'));
}
function literalPrefix(pattern) {
    const parts = pattern.split('/');
    const wild = parts.findIndex((part) => /[*?[\]\\]/.test(part));
    return (wild < 0 ? parts : parts.slice(0, wild)).join('/');
}
function isUnicode(text) {
    return !text.includes('\uFFFD');
}
/** The pattern's meaning in older versions, and in newer ones, which end `**x` differently. */
function expressions(pattern, flags) {
    const common = new RegExp(`^${translate(pattern)}$`, `u${flags}`);
    if (!pattern.startsWith('**') || /[*?]/.test(pattern.slice(2)))
        return [common];
    const end = pattern.slice(2);
    return end === ''
        ? [common]
        : [common, new RegExp(`${quoted(end)}$|^${quoted(end.replace(/^\//, ''))}$`, `u${flags}`)];
}
function translate(pattern) {
    return pattern.replace(/\*\*\/?$|\*\*\/?|\*|\?|[^*?]+/g, (part, at) => {
        if (part.startsWith('**'))
            return at + part.length === pattern.length ? '.*' : '(.*/)?';
        if (part === '*')
            return '[^/]*';
        return part === '?' ? '[^/]' : quoted(part);
    });
}
function quoted(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}


/***/ }),

/***/ 12610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ describeMount),
/* harmony export */   z: () => (/* binding */ parseMount)
/* harmony export */ });
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37206);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25611);


/**
 * What a RUN sees through a mount besides what the mount's text says
 * (https://github.com/containers/buildah/blob/v1.41.0/internal/volumes/volumes.go).
 * @param written value of the flag, its variables expanded
 * @throws {NotEligible}
 */
async function describeMount(written, sources) {
    const { options, type } = parseMount(written);
    switch (type) {
        case 'bind':
        case 'cache':
            return describeFiles(type, options, sources);
        case 'secret': {
            const id = options.get('id');
            if (!id)
                throw new _types_js__WEBPACK_IMPORTED_MODULE_1__/* .NotEligible */ .p(`a secret without an id is mounted (${written})`);
            return sources.secrets.of(id);
        }
        case 'ssh':
        case 'tmpfs':
            return '';
        default:
            throw new _types_js__WEBPACK_IMPORTED_MODULE_1__/* .NotEligible */ .p(`what a mount of the type ${type} holds isn’t known`);
    }
}
/**
 * A mount's type and options.
 * @throws {NotEligible}
 */
function parseMount(written) {
    const options = new Map();
    for (const each of written.split(',')) {
        const [, name = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? [];
        if (options.has(name))
            throw new _types_js__WEBPACK_IMPORTED_MODULE_1__/* .NotEligible */ .p(`a mount says ${name} twice (${written})`);
        options.set(name, value);
    }
    return { type: options.get('type') ?? 'bind', options };
}
async function describeFiles(type, options, { stage, platform, context, origins }) {
    const from = options.get('from');
    const origin = from === undefined ? undefined : origins.named(from, stage);
    if (origin !== undefined && origin.kind !== 'folder')
        return origins.key(origin, platform);
    if (origin === undefined && type === 'cache')
        return '';
    const tree = origin?.tree ?? context;
    const source = origin === undefined ? (options.get('source') ?? options.get('src') ?? '') : '';
    const real = tree.resolve(source);
    if (real === undefined)
        throw new _types_js__WEBPACK_IMPORTED_MODULE_1__/* .NotEligible */ .p(`links from ${source} lead round in circles`);
    // The ignore file hides nothing from a mount, and programs see the owners.
    const entries = tree.walk(real.path, _ignore_js__WEBPACK_IMPORTED_MODULE_0__/* .ignoreNothing */ .Si);
    return [real.path, await tree.describe([...real.links, ...entries], { owners: true })];
}


/***/ }),

/***/ 17649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ Origins),
/* harmony export */   ap: () => (/* binding */ stageNamed),
/* harmony export */   j$: () => (/* binding */ NoKey)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _build_contexts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79967);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75008);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25611);




/** What follows from something that has no key has none either. */
class NoKey extends Error {
}
/** Finds what names in a Dockerfile stand for. */
class Origins {
    inputs;
    contexts;
    reader;
    keyOf;
    images = new Map();
    trees = new Map();
    constructor(inputs, contexts, reader, keyOf) {
        this.inputs = inputs;
        this.contexts = contexts;
        this.reader = reader;
        this.keyOf = keyOf;
    }
    /** The folder at a path of this machine. */
    tree(path) {
        const known = this.trees.get(path);
        if (known !== undefined)
            return known;
        const tree = new _tree_js__WEBPACK_IMPORTED_MODULE_2__/* .Tree */ .P(realpath(path), this.reader);
        this.trees.set(path, tree);
        return tree;
    }
    /**
     * What a name means in a stage: a build context, an earlier stage, or an image.
     * @throws {NotEligible}
     */
    named(name, stage) {
        const earlier = this.inputs.dockerfile.stages.slice(0, stage.index);
        const found = stageNamed(earlier, this.inputs.dockerfile, name);
        const context = (0,_build_contexts_js__WEBPACK_IMPORTED_MODULE_1__/* .contextNamed */ .T)(this.contexts, name) ??
            (found?.name === undefined ? undefined : (0,_build_contexts_js__WEBPACK_IMPORTED_MODULE_1__/* .contextNamed */ .T)(this.contexts, found.name));
        if (context !== undefined)
            return this.fromContext(name, context);
        if (found !== undefined)
            return { kind: 'stage', stage: found };
        return { kind: 'image', reference: name };
    }
    fromContext(name, context) {
        if (context.kind === 'image')
            return { kind: 'image', reference: context.reference };
        if (context.kind === 'other') {
            throw new _types_js__WEBPACK_IMPORTED_MODULE_3__/* .NotEligible */ .p(`the build context “${name}” (${context.text}) is neither a folder nor an image`);
        }
        const tree = this.tree(context.path);
        if (tree.entry('')?.stats.isDirectory() !== true)
            throw new _types_js__WEBPACK_IMPORTED_MODULE_3__/* .NotEligible */ .p(`the build context “${name}” (${context.path}) is no folder`);
        return { kind: 'folder', tree };
    }
    /**
     * The key of an origin that isn't a folder.
     * @throws {NotEligible}
     * @throws {NoKey}
     */
    async key(origin, platform) {
        if (origin.kind === 'image')
            return ['image', (await this.image(origin.reference, platform)).digest, platform.text];
        const key = await this.keyOf(origin.stage);
        if (key === undefined)
            throw new NoKey();
        return ['stage', key];
    }
    /**
     * An image in its registry.
     * @throws {NotEligible} when it isn't there
     */
    image(reference, platform) {
        const name = `${platform.text} ${reference}`;
        const known = this.images.get(name);
        if (known !== undefined)
            return known;
        const found = this.resolve(reference, platform);
        this.images.set(name, found);
        return found;
    }
    async resolve(reference, platform) {
        const found = await this.inputs.resolveImage(reference, platform);
        if (found === 'local')
            throw new _types_js__WEBPACK_IMPORTED_MODULE_3__/* .NotEligible */ .p(`the image ${reference} is on this machine only`);
        if (found === undefined)
            throw new _types_js__WEBPACK_IMPORTED_MODULE_3__/* .NotEligible */ .p(`which image ${reference} is now could not be told for ${platform.text}`);
        return found;
    }
}
// What a path leads to is the root, and no link.
function realpath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}
/**
 * The stage that a name means among the earlier ones.
 * @throws {NotEligible} when it can't be told
 */
function stageNamed(earlier, dockerfile, name) {
    if (/^\d+$/.test(name)) {
        const numbered = earlier[Number(name)];
        if (numbered === undefined)
            throw new _types_js__WEBPACK_IMPORTED_MODULE_3__/* .NotEligible */ .p(`there is no earlier stage ${name}`);
        return numbered;
    }
    const same = dockerfile.stages.filter((stage) => stage.name === name.toLowerCase());
    if (same.length > 1)
        throw new _types_js__WEBPACK_IMPORTED_MODULE_3__/* .NotEligible */ .p(`several stages have the name “${name}”`);
    return same[0] !== undefined && earlier.includes(same[0]) ? same[0] : undefined;
}


/***/ }),

/***/ 72342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HG: () => (/* binding */ Scope),
/* harmony export */   M3: () => (/* binding */ automaticArguments),
/* harmony export */   SX: () => (/* binding */ expandInFrom),
/* harmony export */   fb: () => (/* binding */ buildArguments),
/* harmony export */   gm: () => (/* binding */ globalScope)
/* harmony export */ });
/* harmony import */ var _dockerfile_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46477);
/* harmony import */ var _oci_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23856);


// Besides proxies and the time of a build, the path of programs that an image without one is given.
const BUILDERS_OWN = /^(PATH|SOURCE_DATE_EPOCH|.*_proxy)$/i;
const EMPTY = { text: '', identity: '' };
/** Build arguments, as `--build-arg` gives them, the last of a name. */
function buildArguments(given, env) {
    const found = new Map();
    for (const each of given) {
        const at = each.indexOf('=');
        if (at >= 0)
            found.set(each.slice(0, at), each.slice(at + 1));
        else if (env[each] !== undefined)
            found.set(each, env[each]);
        else
            found.delete(each);
    }
    return found;
}
/** The arguments that builders define by themselves. */
function automaticArguments(target, build) {
    return new Map([
        ['TARGETVARIANT', ''],
        ['BUILDVARIANT', ''],
        ...(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformArguments */ .Qo)('TARGET', target),
        ...(0,_oci_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .platformArguments */ .Qo)('BUILD', build),
    ]);
}
/** The text that a word of FROM stands for; undefined where it can't be told. */
function expandInFrom(word, globals, args) {
    return (0,_dockerfile_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandWord */ .V)(word, (name) => {
        if (globals.declared.has(name))
            return globals.declared.get(name).text;
        const [given, builders] = [args.given.get(name), args.platform.get(name)];
        if (given === undefined || given === builders)
            return builders ?? '';
        return undefined;
    });
}
/** The values of the ARGs before the first FROM. */
function globalScope(dockerfile, args) {
    const scope = new Scope(args, undefined);
    for (const { assignments } of dockerfile.globals)
        for (const each of assignments)
            scope.declare(each);
    return scope;
}
/** The variables that the instructions of a stage see, one after the other. */
class Scope {
    args;
    globals;
    arguments;
    environment = new Map();
    unclear = false;
    /**
     * @param globals the ARGs before the first FROM
     * @param from variables of what the stage begins with
     */
    constructor(args, globals, from = new Map()) {
        this.args = args;
        this.globals = globals;
        this.arguments = new Map();
        for (const [name, value] of from)
            this.environment.set(name, value);
    }
    /** Variables that an image made here has. */
    get variables() {
        return this.environment;
    }
    /** The arguments that are declared, by name. */
    get declared() {
        return this.arguments;
    }
    /** ARG. */
    declare(assignment) {
        const { name } = assignment;
        this.notice(name);
        const own = this.defaultOf(assignment);
        const before = this.arguments.get(name);
        // Versions differ in which of two declarations counts.
        this.arguments.set(name, before === undefined ? own : either([before, own]));
    }
    defaultOf(assignment) {
        const { name, value } = assignment;
        const [given, builders] = [this.args.given, this.args.platform].map((all) => {
            const text = all.get(name);
            return text === undefined ? [] : [known(text)];
        });
        if (given.length > 0)
            return either([...given, ...builders]);
        const global = this.globals?.arguments.get(name);
        const others = [...(global === undefined ? [] : [global]), ...builders];
        if (value === undefined)
            return others.length === 0 ? EMPTY : either(others);
        return either([this.evaluate(assignment), ...others]);
    }
    /** ENV: all values of one instruction are from before it. */
    set(assignments) {
        const values = assignments.map((each) => [each.name, this.evaluate(each)]);
        for (const [name, value] of values) {
            this.notice(name);
            this.environment.set(name, value);
        }
    }
    // A name that is made of variables may be any.
    notice(name) {
        this.unclear ||= !/^[\w.-]+$/.test(name);
    }
    /** The value of a variable, empty where there is none. */
    value(name) {
        const value = this.environment.get(name) ?? this.arguments.get(name) ?? this.undeclared(name);
        return this.unclear ? { ...value, text: undefined } : value;
    }
    // Whether a builder shows these without an ARG depends on its version.
    undeclared(name) {
        const value = this.args.given.get(name) ?? this.args.platform.get(name);
        const maybe = value !== undefined || BUILDERS_OWN.test(name);
        return maybe ? { text: undefined, identity: value ?? '' } : EMPTY;
    }
    /** The text that a word stands for; undefined where it can't be told. */
    expand(word) {
        return (0,_dockerfile_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expandWord */ .V)(word, this.lookup);
    }
    /** The variables that a text names, with what identifies their values. */
    named(text) {
        return (0,_dockerfile_words_js__WEBPACK_IMPORTED_MODULE_1__/* .variableNames */ .z)(text).map((name) => [name, this.value(name).identity]);
    }
    lookup = (name) => this.value(name).text;
    evaluate({ value = '', form }) {
        const text = form === 'unclear' ? undefined : form === 'literal' ? value : this.expand(value);
        return text === undefined ? { text, identity: JSON.stringify([value, this.named(value)]) } : known(text);
    }
}
function known(text) {
    return { text, identity: text };
}
function either(values) {
    const [first] = values;
    if (values.every(({ text }) => text !== undefined && text === first.text))
        return first;
    return { text: undefined, identity: JSON.stringify(values.map(({ identity }) => identity)) };
}


/***/ }),

/***/ 29274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ applyToScope),
  E: () => (/* binding */ describeStep)
});

// EXTERNAL MODULE: ./build/src/fingerprint/flags.js
var fingerprint_flags = __webpack_require__(12897);
// EXTERNAL MODULE: ./build/src/fingerprint/ignore.js
var fingerprint_ignore = __webpack_require__(37206);
// EXTERNAL MODULE: ./build/src/fingerprint/mounts.js
var fingerprint_mounts = __webpack_require__(12610);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/fingerprint/glob.js
var glob = __webpack_require__(46450);
;// CONCATENATED MODULE: ./build/src/fingerprint/sources.js



/**
 * What COPY and ADD take of a tree for their sources. More than they take where it can't be told exactly, never less
 * (https://github.com/containers/buildah/blob/v1.41.0/add.go, `Add`, and copier/copier.go, `copierHandlerGet`).
 * @param sources paths and patterns; undefined for one that isn't known
 */
async function describeSources(tree, ignore, sources, options) {
    const ground = { tree, ignore, options };
    const selections = sources.every((source) => source !== undefined)
        ? sources.map((source) => sources_select(ground, source))
        : [whole(ground, '', () => true)];
    const distinct = new Map(selections.flatMap(({ entries }) => entries).map((entry) => [entry.path, entry]));
    return [
        sources.map((source) => source ?? null),
        selections.map(({ entries, notes }) => [entries.map(({ path }) => path), notes]),
        await tree.describe([...distinct.values()], options),
    ];
}
/**
 * All below a folder, in place of what can't be told. The kind of what a pattern finds first decides whether the destination is a
 * folder, though it is ignored then; so what may be found counts.
 */
function whole(ground, folder, mayBeFound) {
    const { tree, ignore, options } = ground;
    const hidden = tree
        .walk(folder, fingerprint_ignore/* ignoreNothing */.Si)
        .filter(({ path }) => ignore.ignores(path) && mayBeFound(path));
    const entries = [...tree.walk(folder, ignore), ...(options.unpacks ? hidden : [])];
    const links = linksBelow(tree, folder).map((path) => take(ground, path));
    return merge([{ entries, notes: hidden.map(kind) }, ...links]);
}
/** The links below a folder, and in turn below what they lead to: a pattern may go through any of them, ignored or not. */
function linksBelow(tree, folder) {
    const links = new Set();
    const folders = [folder];
    for (const each of folders) {
        for (const { path, stats } of tree.walk(each, fingerprint_ignore/* ignoreNothing */.Si)) {
            if (!stats.isSymbolicLink() || links.has(path))
                continue;
            links.add(path);
            const target = tree.resolve(path);
            if (target !== undefined)
                folders.push(target.path);
        }
    }
    return [...links];
}
function sources_select(ground, source) {
    const path = external_node_path_.posix.normalize(`./${source}`).replace(/\/+$/, '');
    // Outside of the context: podman refuses it.
    if (path === '..' || path.startsWith('../'))
        return whole(ground, '', () => true);
    const components = path === '.' ? [] : path.split('/');
    let paths = [''];
    for (const component of components) {
        if (!(0,glob/* isPattern */.P)(component)) {
            paths = paths.map((each) => external_node_path_.posix.join(each, component));
            continue;
        }
        const matched = paths.map((each) => match(ground.tree, each, component));
        if (matched.some((each) => each === undefined)) {
            const mayBeFound = ending(components);
            const folders = paths.map((each) => ground.tree.resolve(each));
            return merge(folders.map((each) => whole(ground, each?.path ?? '', mayBeFound)));
        }
        paths = matched.flatMap((each) => each);
    }
    return merge(paths.map((each) => take(ground, each)));
}
/** Whether a pattern may find a path, judged by its last component. */
function ending(components) {
    const test = (0,glob/* componentTest */.M)(components.at(-1));
    return (path) => test?.(external_node_path_.posix.basename(path)) ?? true;
}
/** The paths in a folder that match; undefined where that can't be told. */
function match(tree, folder, pattern) {
    const test = (0,glob/* componentTest */.M)(pattern);
    const real = tree.resolve(folder)?.path;
    if (test === undefined || real === undefined)
        return undefined;
    if (!tree.entry(real)?.stats.isDirectory())
        return [];
    const names = tree.names(real).filter(test);
    // podman takes what it found for patterns once more.
    return names.some(glob/* isPattern */.P) ? undefined : names.map((name) => external_node_path_.posix.join(folder, name));
}
function take({ tree, ignore, options }, path) {
    const real = tree.resolve(path);
    if (real === undefined)
        return { entries: [], notes: [[path, 'loop']] };
    const entry = tree.entry(real.path);
    const notes = [
        [path, ...(entry === undefined ? [] : kind(entry))],
        ...(options.parents ? ancestors(path).map((each) => mode(tree, each)) : []),
    ];
    // Behind a link the ignore file sees other paths in one version than in another.
    if (real.links.length > 0)
        return { entries: [...real.links, ...tree.walk(real.path, fingerprint_ignore/* ignoreNothing */.Si)], notes };
    const hidden = path !== '' && ignore.ignores(path) && !options.unpacks;
    const entries = hidden && ignore.isClosed(path) ? [] : tree.walk(real.path, ignore);
    return { entries: hidden ? entries.slice(1) : entries, notes };
}
function kind({ path, stats }) {
    return [path, stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other'];
}
function ancestors(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('/'));
}
function mode(tree, path) {
    const real = tree.resolve(path)?.path;
    const entry = real === undefined ? undefined : tree.entry(real);
    return [path, real ?? '', String(entry?.stats.mode)];
}
function merge(selections) {
    return {
        entries: selections.flatMap(({ entries }) => entries),
        notes: selections.flatMap(({ notes }) => notes),
    };
}

// EXTERNAL MODULE: ./build/src/fingerprint/types.js
var types = __webpack_require__(25611);
;// CONCATENATED MODULE: ./build/src/fingerprint/steps.js





/**
 * What a step does, as a value that differs whenever it may do something else on the same ground. The scope is
 * not changed.
 * @throws {NotEligible} when it can't be told
 * @throws {Unreadable} when a file can't be read
 */
async function describeStep(line, sources) {
    const { scope } = sources;
    switch (line.keyword) {
        case 'RUN':
            return [...ground(line, scope), await describeRun(line, sources)];
        case 'COPY':
        case 'ADD':
            return [...ground(line, scope), await describeCopy(line, sources)];
        case 'ARG':
            // Its value counts where it is used.
            return [line.keyword, line.text];
        default:
            return ground(line, scope);
    }
}
/** Brings the scope to where an instruction leaves it. */
function applyToScope(instruction, scope) {
    if (instruction.keyword === 'ARG')
        for (const each of instruction.assignments)
            scope.declare(each);
    if (instruction.keyword === 'ENV')
        scope.set(instruction.assignments);
}
/** Its text, and the values of all variables that this names. */
function ground({ keyword, text, heredocs }, scope) {
    return [
        keyword,
        text,
        heredocs,
        scope.named(text),
        heredocs.filter(({ expands }) => expands).map(({ body }) => scope.named(body)),
    ];
}
async function describeRun({ text }, sources) {
    const { scope, execution } = sources;
    const declared = [...scope.declared].map(([name, { identity }]) => [name, identity]).sort(byName);
    const mounts = [];
    const { flags, rest } = (0,fingerprint_flags/* splitFlags */.g0)(text);
    if (rest.startsWith('--'))
        throw new types/* NotEligible */.p('its flags can be read in several ways');
    for (const { name, value } of flags) {
        if (name !== 'mount')
            continue;
        if (/["'\\]/.test(value))
            throw new types/* NotEligible */.p(`a mount can be read in several ways (${value})`);
        const written = scope.expand(value);
        if (written === undefined)
            throw new types/* NotEligible */.p(`what is mounted (${value}) depends on an unknown value`);
        mounts.push(await (0,fingerprint_mounts/* describeMount */.h)(written, sources));
    }
    return [declared, execution, mounts];
}
const KNOWN_FLAGS = {
    COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
    ADD: ['chown', 'chmod', 'link', 'checksum', 'keep-git-dir', 'unpack', 'exclude'],
};
async function describeCopy({ keyword, text }, sources) {
    const { scope, stage, platform, context, origins, ignore } = sources;
    const { flags, rest } = (0,fingerprint_flags/* splitFlags */.g0)(text);
    const all = (0,fingerprint_flags/* words */.aL)(rest);
    const named = all.slice(0, -1).filter((word) => !/^\d*<</.test(word));
    const paths = named.map((word) => scope.expand(word));
    const unclear = flags.some(({ name }) => !KNOWN_FLAGS[keyword].includes(name)) || rest.startsWith('--');
    const unpacks = keyword === 'ADD';
    const parents = flags.some(({ name }) => name === 'parents');
    if (unpacks && isRemote(paths, flags))
        return 'checksum';
    if (named.length === 0 && all.length > 1)
        return 'here-documents';
    const from = flags.filter(({ name }) => name === 'from').map(({ value }) => scope.expand(value));
    if (from.length > 1 || (keyword === 'COPY' && rest.startsWith('--')))
        throw new types/* NotEligible */.p('its flags can be read in several ways');
    if (from.length === 0)
        return describeSources(context, ignore, unclear ? [undefined] : paths, {
            owners: false,
            parents,
            unpacks,
        });
    const [name] = from;
    if (name === undefined)
        throw new types/* NotEligible */.p('what it copies from depends on an unknown value');
    const origin = origins.named(name, stage);
    if (origin.kind !== 'folder')
        return origins.key(origin, platform);
    // Owners are kept from there, and an ignore file there may or may not count.
    return describeSources(origin.tree, fingerprint_ignore/* ignoreNothing */.Si, unclear ? [undefined] : paths, {
        owners: true,
        parents,
        unpacks,
    });
}
/** Whether ADD fetches its sources, and they can be relied on: there is a checksum. */
function isRemote(paths, flags) {
    if (paths.some((path) => path === undefined))
        throw new types/* NotEligible */.p('what it adds depends on an unknown value, and could be an address');
    const remote = paths.filter((path) => /^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^git@/.test(path));
    if (remote.length === 0)
        return false;
    const repository = remote.find((path) => !/^https?:/.test(path) || /\.git(#.*)?$/.test(path));
    if (repository !== undefined)
        throw new types/* NotEligible */.p(`the repository ${repository} may have changed`);
    if (!flags.some(({ name }) => name === 'checksum'))
        throw new types/* NotEligible */.p(`${remote[0]} may have changed: it has no --checksum`);
    if (remote.length < paths.length)
        throw new types/* NotEligible */.p('it adds both addresses and files');
    return true;
}
function byName([a], [b]) {
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 75008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Tree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);
/* harmony import */ var _file_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(396);





const TOGETHER = 8;
const MOST_LINKS = 40;
// File type and permissions; https://man7.org/linux/man-pages/man7/inode.7.html.
const TYPE = 0o170000;
const PERMISSIONS = 0o7777;
/**
 * A folder that a build reads, with its root as a build sees it: links lead nowhere outside.
 */
class Tree {
    root;
    reader;
    listed = new Map();
    constructor(root, reader) {
        this.root = root;
        this.reader = reader;
    }
    /** What is at a path; undefined when nothing is. */
    entry(path) {
        const stats = statsOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, path));
        return stats && { path, stats };
    }
    /**
     * Names in a folder, sorted.
     * @throws {Unreadable}
     */
    names(folder) {
        const known = this.listed.get(folder);
        if (known !== undefined)
            return known;
        const names = attempt(folder, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, folder)).sort());
        const unclear = names.find((name) => name.includes('\uFFFD'));
        if (unclear !== undefined)
            throw new _file_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .I(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, unclear)}: its name is not UTF-8`);
        this.listed.set(folder, names);
        return names;
    }
    /** A folder or file with all below it that isn't ignored, in a fixed order. */
    walk(path, ignore) {
        const entry = this.entry(path);
        if (entry === undefined)
            return [];
        const found = [entry];
        if (entry.stats.isDirectory())
            this.descend(path, ignore, found);
        return found;
    }
    descend(folder, ignore, found) {
        for (const name of this.names(folder)) {
            const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, name);
            const entry = this.entry(path);
            if (entry === undefined)
                throw new _file_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .I(`${path} changed while it was read`);
            const ignored = ignore.ignores(path);
            if (!ignored)
                found.push(entry);
            if (entry.stats.isDirectory() && !(ignored && ignore.isClosed(path)))
                this.descend(path, ignore, found);
        }
    }
    /**
     * Follows links in a path, each within the root, as in a changed root.
     * @returns the path without links, and the links that were followed; undefined when they go round in circles
     */
    resolve(path) {
        const links = [];
        let rest = path.split('/').filter((part) => part !== '' && part !== '.');
        let done = [];
        while (rest.length > 0) {
            const [part, ...others] = rest;
            rest = others;
            if (part === '..') {
                done.pop();
                continue;
            }
            const entry = this.entry(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(...done, part));
            if (!entry?.stats.isSymbolicLink()) {
                done.push(part);
                continue;
            }
            links.push(entry);
            if (links.length > MOST_LINKS)
                return undefined;
            const target = this.linkTarget(entry);
            if (target.startsWith('/'))
                done = [];
            rest = [...target.split('/').filter((each) => each !== '' && each !== '.'), ...rest];
        }
        return { path: done.join('/'), links };
    }
    /**
     * Type, permissions and content of entries: no times, since a checkout sets them anew, and owners only where asked for.
     * @throws {Unreadable}
     */
    async describe(entries, options) {
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(TOGETHER);
        const firstOf = new Map();
        return Promise.all(entries.map((entry) => {
            const { stats, path } = entry;
            // Names of one file stay names of one file in a layer.
            const inode = `${stats.dev} ${stats.ino}`;
            const twin = stats.isFile() && stats.nlink > 1 ? (firstOf.get(inode) ?? path) : '';
            if (twin === path)
                firstOf.set(inode, path);
            return limit(async () => [
                path,
                ((stats.mode & TYPE) | (stats.isSymbolicLink() ? 0 : stats.mode & PERMISSIONS)).toString(8),
                ...(options.owners ? [`${stats.uid}:${stats.gid}`] : []),
                await this.content(entry),
                ...(twin === '' || twin === path ? [] : [twin]),
            ]);
        }));
    }
    async content(entry) {
        const { stats, path } = entry;
        if (stats.isFile())
            return this.reader.digest((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, path));
        if (stats.isSymbolicLink())
            return this.linkTarget(entry);
        return stats.isCharacterDevice() || stats.isBlockDevice() ? String(stats.rdev) : '';
    }
    linkTarget({ path }) {
        const target = attempt(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, path)));
        if (target.includes('\uFFFD'))
            throw new _file_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .I(`${path}: its target is not UTF-8`);
        return target;
    }
}
// `*/name` is looked for below files too.
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if (error.code === 'ENOTDIR')
            return undefined;
        throw error;
    }
}
function attempt(path, read) {
    try {
        return read();
    }
    catch (error) {
        throw new _file_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .Unreadable */ .I(`${path === '' ? 'the folder' : path} can’t be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 25611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ NotEligible)
/* harmony export */ });
/** Thrown while a step's inputs are looked at; the message is the reason. */
class NotEligible extends Error {
}


/***/ }),

/***/ 19537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   Se: () => (/* binding */ dockerfilePath),
/* harmony export */   VJ: () => (/* binding */ contextPath),
/* harmony export */   bR: () => (/* binding */ DEFAULT_NAMES)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27406);



/** Names of a Dockerfile that none was named of. */
const DEFAULT_NAMES = ['Containerfile', 'Dockerfile'];
/**
 * The absolute path of the context.
 * @throws {InputError} when it is no folder
 */
function contextPath(context) {
    if (isAddress(context)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('context', `${JSON.stringify(context)} is an address; only a folder can be built`, {
            cure: 'check the repository out first (actions/checkout) and name the folder',
        });
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(context);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    if (stat?.isDirectory())
        return path;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('context', `${JSON.stringify(context)} is ${stat ? 'no folder' : 'not there'}`, {
        cure: stat ? 'name a folder' : 'check the path, and that the repository was checked out before this step',
    });
}
/** Whether a context is an address rather than a folder. */
function isAddress(context) {
    return /^(https?|git|ssh):\/\/|^git@|\.git(#|$)/.test(context);
}
/**
 * The absolute path of the Dockerfile: the one named, else `Containerfile` or `Dockerfile` of the context.
 * @throws {InputError} when there is none, or when there are two that differ (podman and Docker pick differently)
 */
function dockerfilePath(file, context) {
    if (file !== '') {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file);
        if (isFile(path))
            return path;
        const inContext = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, file);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('file', `${JSON.stringify(file)} is no file`, {
            cure: isFile(inContext)
                ? `the path counts from the working folder, not from the context: write ${JSON.stringify(inContext)}`
                : 'check the path; it counts from the working folder, not from the context',
        });
    }
    const found = DEFAULT_NAMES.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context, name)).filter(isFile);
    if (found.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('file', `there is neither Containerfile nor Dockerfile in ${context}`, {
            cure: 'name the Dockerfile with the input file',
        });
    }
    if (found.length === 2 && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found[0], 'utf8') !== (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found[1], 'utf8')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('file', `Containerfile and Dockerfile in ${context} differ`, {
            cure: 'podman would take the one and Docker the other: name one of them with the input file',
        });
    }
    return found[0];
}
function isFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}


/***/ }),

/***/ 52479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseSmokeTest)
/* harmony export */ });
/* harmony import */ var shell_quote__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26591);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27406);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24065);



const LONGEST = 86_400;
/**
 * The arguments of the smoke test: words, which quotes keep together as in a shell. There is none, so that what only one does is refused.
 * @throws {InputError}
 */
function parseSmokeTest(inputs) {
    const text = inputs['smoke-test'].trim();
    const timeout = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(inputs, 'smoke-test-timeout');
    if (timeout < 1 || timeout > LONGEST)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('smoke-test-timeout', 'is not between 1s and 1d');
    if (text === '')
        return undefined;
    const refused = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('smoke-test', `${what}: no shell runs it`, {
        cure: "put it in single quotes where it is meant as it stands, or name a shell of the image: sh -c '…'",
    });
    if (!isClosed(text))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz('smoke-test', 'a quote is not closed');
    return {
        timeout,
        args: words(text, refused).map((word) => {
            if (typeof word === 'string')
                return word;
            if ('pattern' in word)
                return word.pattern;
            throw refused('comment' in word ? 'there is a comment in it' : `“${word.op}” is an operator`);
        }),
    };
}
function words(text, refused) {
    try {
        return (0,shell_quote__WEBPACK_IMPORTED_MODULE_0__.parse)(text, (name) => {
            throw refused(`“$${name}” is a variable`);
        });
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz)
            throw cause;
        throw refused(cause.message);
    }
}
// The library takes an open quote for nothing, and a test of fewer words would pass.
function isClosed(text) {
    const bare = text.replaceAll(/\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, '');
    return !/['"\\]/.test(bare);
}


/***/ })

};
