export const id = 535;
export const ids = [535];
export const modules = {

/***/ 6591:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



/* unused reexport */ __webpack_require__(5335);
exports.parse = __webpack_require__(2696);


/***/ }),

/***/ 2696:
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

/***/ 3535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBuild: () => (/* binding */ runBuild)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var src_errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/oci/digest.js
var oci_digest = __webpack_require__(6559);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(498);
;// CONCATENATED MODULE: ./build/src/cache/problem.js


/** A store failed in a way that it knows something about. */
class CacheProblem extends Error {
    problem;
    constructor(problem, cause) {
        super(problem.text, { cause });
        this.problem = problem;
    }
}
/** What the store has is not what its name says. */
class BrokenContent extends Error {
}
const LONGEST_TEXT = 300;
/** What is to be said of an error that a store met. */
function problemOf(error, access) {
    if (error instanceof CacheProblem)
        return { ...error.problem, text: shown(error.problem.text) };
    if (error instanceof BrokenContent)
        return { kind: 'broken', text: shown(error.message) };
    if (error instanceof src_errors/* Failure */.HR) {
        return { kind: `failure ${access}`, text: shown(error.message), cure: error.cure };
    }
    const { code } = error;
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return { kind: 'full', text: shown((0,src_errors/* messageOf */.bD)(error)), cure: 'make room', lasting: ['write'] };
        case 'EROFS':
        case 'EACCES':
        case 'EPERM':
            return { kind: `denied ${access}`, text: shown((0,src_errors/* messageOf */.bD)(error)), lasting: [access] };
        default:
            return { kind: `${code ?? 'failure'} ${access}`, text: shown((0,src_errors/* messageOf */.bD)(error)) };
    }
}
// Signed addresses hold a key in their query.
function shown(text) {
    const clean = (0,plain_text/* plainText */.wh)(text).replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1');
    return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
}

;// CONCATENATED MODULE: ./build/src/cache/guard.js


const FAILURES_BEFORE_GIVING_UP = 3;
/**
 * Keeps a store's problems away from the build: each kind is told of once, an operation has a limited time, and after
 * a few failures in a row, or one that will last, the store is left alone.
 */
class Guard {
    place;
    tell;
    signal;
    told = new Set();
    failuresInARow = { read: 0, write: 0 };
    off = new Set();
    failures = 0;
    constructor(place, tell, signal) {
        this.place = place;
        this.tell = tell;
        this.signal = signal;
        // Each operation under way listens to it.
        if (signal)
            (0,external_node_events_.setMaxListeners)(0, signal);
    }
    /** Whether operations of this kind are still tried. */
    allows(access) {
        return !this.off.has(access) && !this.signal?.aborted;
    }
    /**
     * Does something with the store.
     * @param work gets a signal that fires when the time is up or the run was cancelled
     * @returns undefined when it failed, was cancelled, or is no longer tried
     * @throws {BrokenContent} when the store has something else than it was asked for
     */
    async attempt({ access, limitMs }, work) {
        if (!this.allows(access))
            return undefined;
        const stop = new AbortController();
        const cancel = () => stop.abort();
        this.signal?.addEventListener('abort', cancel, { once: true });
        const timer = setTimeout(cancel, limitMs);
        try {
            const result = await untilStopped(work(stop.signal), stop.signal);
            this.failuresInARow[access] = 0;
            return result;
        }
        catch (error) {
            if (error instanceof BrokenContent)
                throw error;
            if (this.signal?.aborted)
                return undefined;
            this.note(stop.signal.aborted ? tooSlow(limitMs, access) : problemOf(error, access), access);
            return undefined;
        }
        finally {
            clearTimeout(timer);
            this.signal?.removeEventListener('abort', cancel);
        }
    }
    /** Tells of content that was not what it should be. */
    noteBroken(message) {
        this.warn({ kind: 'broken', text: message });
    }
    note(problem, access) {
        this.failures += 1;
        this.failuresInARow[access] += 1;
        this.warn(problem);
        const wereOff = this.off.size;
        for (const each of problem.lasting ?? [])
            this.off.add(each);
        if (this.failuresInARow[access] >= FAILURES_BEFORE_GIVING_UP)
            this.off.add(access);
        if (this.off.size > wereOff) {
            this.tell.info(`cache: ${this.place} is not ${[...this.off].map(done).join(' or ')} any more in this run`);
        }
    }
    warn({ kind, text, cure }) {
        if (this.told.has(kind))
            return;
        this.told.add(kind);
        const help = cure === undefined ? '' : `. What to do: ${cure}`;
        this.tell.warning(`cache: ${this.place}: ${text}; the build goes on without it${help}`);
    }
}
function done(access) {
    return access === 'read' ? 'read' : 'written';
}
function tooSlow(limitMs, access) {
    return { kind: `slow ${access}`, text: `no answer within ${Math.ceil(limitMs / 1000)} s` };
}
/** What can't be stopped is left behind: its end, good or bad, is of no interest any more. */
async function untilStopped(work, signal) {
    let stop = () => undefined;
    const stopped = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
    work.catch(() => undefined);
    try {
        return await Promise.race([work, stopped]);
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}

;// CONCATENATED MODULE: ./build/src/cache/store.js
/** Whether a text names a document: it becomes a file's name, a tag and a part of a key. */
function isDocumentName(name) {
    return /^[a-z0-9][a-z0-9._-]{0,79}$/.test(name);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./build/src/oci/file-parts.js
var file_parts = __webpack_require__(8330);
;// CONCATENATED MODULE: ./build/src/cache/verified-file.js







/** Start of the names of files that are still being written. */
const PARTIAL = '.multiarch-build-partial-';
/** Lets a file appear under its name only when it is written whole: until then it has another one in the same folder. */
async function intoPlace(path, write) {
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${PARTIAL}${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await write(partial);
        await (0,promises_.rename)(partial, path);
    }
    catch (error) {
        await (0,promises_.rm)(partial, { force: true });
        throw error;
    }
}
/**
 * Writes a stream to a file that appears under its name only when it is the blob.
 * @throws {BrokenContent} when the content is another
 */
async function receive(source, blob, path, signal) {
    await intoPlace(path, async (partial) => {
        const file = (0,external_node_fs_.createWriteStream)(partial, { mode: 0o600, flags: 'wx' });
        await (0,external_node_stream_promises_.pipeline)(source, (chunks) => checked(chunks, blob), file, { signal });
    });
}
/**
 * The same for a file.
 * @throws {BrokenContent} when the content is another
 */
async function receiveFile(from, blob, path, signal) {
    await intoPlace(path, async (partial) => {
        const file = await (0,promises_.open)(partial, 'wx', 0o600);
        try {
            for await (const part of checked((0,file_parts/* fileParts */.R)(from, signal), blob))
                await file.writeFile(part);
        }
        finally {
            await file.close();
        }
    });
}
/**
 * Reads a file through, to see whether it is the blob.
 * @throws {BrokenContent} when it is not
 */
async function checkFile(path, blob, signal) {
    for await (const _ of checked((0,file_parts/* fileParts */.R)(path, signal), blob))
        ;
}
async function* checked(chunks, { digest, size }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let read = 0;
    for await (const chunk of chunks) {
        read += chunk.length;
        if (read > size)
            break;
        hash.update(chunk);
        yield chunk;
    }
    const found = `sha256:${hash.digest('hex')}`;
    if (read !== size) {
        const length = read > size ? 'more' : `${read}`;
        throw new BrokenContent(`what is kept as ${digest} is broken: it has ${length} bytes instead of ${size}`);
    }
    if (found !== digest)
        throw new BrokenContent(`what is kept as ${digest} is broken: its digest is ${found}`);
}

;// CONCATENATED MODULE: ./build/src/cache/guarded-store.js







const PATIENCE_MS = 15_000;
// A store slower than this is no help: fetching what a build makes would take longer than making it.
const SLOWEST_BYTES_PER_MS = 1000;
const PARALLEL_READS = 8;
const PARALLEL_WRITES = 4;
/** A store that costs a bounded time and some warnings, whatever its backend does. */
class GuardedStore {
    backend;
    place;
    writable;
    broken;
    guard;
    patienceMs;
    found = new Set();
    foundBroken = new Set();
    reads = (0,p_limit/* default */.A)(PARALLEL_READS);
    writes = (0,p_limit/* default */.A)(PARALLEL_WRITES);
    count = { operations: 0, blobsFetched: 0, bytesFetched: 0, blobsSaved: 0, bytesSaved: 0 };
    constructor(backend, { writable, signal, tell, patienceMs = PATIENCE_MS }) {
        this.backend = backend;
        this.place = backend.place;
        this.writable = writable;
        this.broken = this.foundBroken;
        this.guard = new Guard(backend.place, tell, signal);
        this.patienceMs = patienceMs;
    }
    get usage() {
        return { ...this.count, failures: this.guard.failures };
    }
    async hasBlob(blob) {
        return (await this.look(blob)) ?? false;
    }
    async fetchBlob(blob, path) {
        requireDigest(blob);
        const fetched = await this.reading(this.limitFor(blob.size), blob.digest, (signal) => this.backend.fetch(blob, path, signal));
        if (fetched !== true)
            return false;
        this.found.add(blob.digest);
        this.count.blobsFetched += 1;
        this.count.bytesFetched += blob.size;
        return true;
    }
    async saveBlob(blob, path, { replace = false } = {}) {
        if (!this.writable || !this.guard.allows('write'))
            return false;
        const broken = replace || this.foundBroken.has(blob.digest);
        const present = broken ? false : await this.look(blob);
        // Where it isn't known whether it is there, sending it would most likely be in vain too.
        if (present !== false)
            return present ?? false;
        try {
            await checkFile(path, blob);
        }
        catch (error) {
            this.guard.noteBroken(`${path} can’t be kept: ${(0,src_errors/* messageOf */.bD)(error)}`);
            return false;
        }
        const saved = await this.writing(this.limitFor(blob.size), (signal) => this.backend.save(blob, path, broken, signal));
        if (!saved)
            return false;
        this.foundBroken.delete(blob.digest);
        this.found.add(blob.digest);
        this.count.blobsSaved += 1;
        this.count.bytesSaved += blob.size;
        return true;
    }
    async readDocument(name) {
        requireName(name);
        const bytes = await this.reading(this.patienceMs, undefined, (signal) => this.backend.read(name, signal));
        this.count.bytesFetched += bytes?.length ?? 0;
        return bytes;
    }
    async writeDocument(name, bytes, keeps = []) {
        requireName(name);
        if (!this.writable)
            return false;
        const written = await this.writing(this.limitFor(bytes.length), (signal) => this.backend.write(name, bytes, keeps, signal));
        if (written)
            this.count.bytesSaved += bytes.length;
        return written;
    }
    async close() {
        await this.backend.close();
    }
    /** Undefined when that can't be told. */
    async look(blob) {
        requireDigest(blob);
        if (this.foundBroken.has(blob.digest))
            return false;
        if (this.found.has(blob.digest))
            return true;
        const has = await this.reading(this.patienceMs, blob.digest, (signal) => this.backend.has(blob, signal));
        if (has)
            this.found.add(blob.digest);
        return has;
    }
    async reading(limitMs, digest, work) {
        this.count.operations += 1;
        try {
            // Waiting for one's turn is not the store's fault: its time begins afterwards.
            return await this.reads(() => this.guard.attempt({ access: 'read', limitMs }, work));
        }
        catch (error) {
            if (!(error instanceof BrokenContent))
                throw error;
            if (digest !== undefined)
                this.foundBroken.add(digest);
            this.guard.noteBroken(error.message);
            return undefined;
        }
    }
    async writing(limitMs, work) {
        this.count.operations += 1;
        const done = await this.writes(async () => {
            if (!this.guard.allows('write'))
                return undefined;
            await this.backend.pace?.();
            return this.guard.attempt({ access: 'write', limitMs }, async (signal) => {
                await work(signal);
                return true;
            });
        });
        return done ?? false;
    }
    limitFor(size) {
        return this.patienceMs + size / SLOWEST_BYTES_PER_MS;
    }
}
// These reach paths and keys.
function requireDigest({ digest }) {
    if (!(0,oci_digest/* isDigest */.Bc)(digest))
        throw new Error(`not a digest: ${JSON.stringify(digest)}`);
}
function requireName(name) {
    if (!isDocumentName(name))
        throw new Error(`not a document’s name: ${JSON.stringify(name)}`);
}

;// CONCATENATED MODULE: ./build/src/cache/directory-store.js







const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
// Nobody writes one file for so long.
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const FORGOTTEN_MS = 30 * ABANDONED_MS;
/**
 * A folder: `blobs/sha256/<hex>` and `documents/<name>`. Files appear under their name by being renamed into place, so
 * several processes may use one folder at once; when one was used last is its time of modification.
 */
class DirectoryStore extends GuardedStore {
    folder;
    opening;
    constructor(folder, opening) {
        super(new Directory(folder, opening.writable), opening);
        this.folder = folder;
        this.opening = opening;
    }
    /**
     * Removes what nothing needs any more: documents that no run has written or read for a month, and blobs that no document
     * names. A blob that was used today stays, since another run may be about to name it.
     */
    async sweep() {
        if (!this.writable)
            return;
        try {
            await sweep(this.folder);
        }
        catch (error) {
            this.opening.tell.warning(`cache: ${this.folder} could not be swept: ${(0,src_errors/* messageOf */.bD)(error)}`);
        }
    }
}
class Directory {
    folder;
    writable;
    place;
    constructor(folder, writable) {
        this.folder = folder;
        this.writable = writable;
        this.place = folder;
    }
    async has(blob) {
        const path = this.blobPath(blob);
        const found = await orAbsent((0,promises_.stat)(path));
        if (found?.size !== blob.size || !found.isFile())
            return false;
        await this.touch(path);
        return true;
    }
    async fetch(blob, path, signal) {
        const kept = this.blobPath(blob);
        const file = await orAbsent((0,promises_.open)(kept));
        if (file === undefined)
            return false;
        await file.close();
        try {
            // A copy: whoever gets the file may change it. It is read for the check anyway, so that a link would save little.
            await receiveFile(kept, blob, path, signal);
        }
        catch (error) {
            if (error instanceof BrokenContent && this.writable)
                await (0,promises_.rm)(kept, { force: true });
            throw error;
        }
        await this.touch(kept);
        return true;
    }
    async save(blob, path, _replace, signal) {
        const kept = this.blobPath(blob);
        await makeFolder((0,external_node_path_.dirname)(kept));
        await receiveFile(path, blob, kept, signal);
    }
    async read(name) {
        const path = this.documentPath(name);
        const kept = await orAbsent((0,promises_.readFile)(path));
        if (kept === undefined)
            return undefined;
        const bytes = opened(kept);
        if (bytes === undefined)
            throw new BrokenContent(`what is kept as ${path} is broken`);
        await this.touch(path);
        return bytes;
    }
    async write(name, bytes) {
        const path = this.documentPath(name);
        await makeFolder((0,external_node_path_.dirname)(path));
        await intoPlace(path, (partial) => (0,promises_.writeFile)(partial, sealed(bytes), { mode: FILE_MODE, flag: 'wx' }));
    }
    async close() { }
    blobPath({ digest }) {
        return (0,external_node_path_.join)(blobFolder(this.folder), (0,oci_digest/* encodedPart */.eA)(digest));
    }
    documentPath(name) {
        return (0,external_node_path_.join)(this.folder, 'documents', name);
    }
    async touch(path) {
        if (!this.writable)
            return;
        const now = new Date();
        // In a folder of somebody else's it can't be done, and then somebody else sweeps.
        await (0,promises_.utimes)(path, now, now).catch(() => undefined);
    }
}
// A document begins with a line that holds the digest of the rest: a byte that a disk has lost can leave it readable, and say
// something else.
function sealed(bytes) {
    return Buffer.concat([Buffer.from(`${(0,oci_digest/* digestOf */.ol)(bytes)}\n`), bytes]);
}
function opened(kept) {
    const start = kept.indexOf('\n') + 1;
    const bytes = kept.subarray(start);
    return kept.toString('latin1', 0, start) === `${(0,oci_digest/* digestOf */.ol)(bytes)}\n` ? bytes : undefined;
}
function blobFolder(folder) {
    return (0,external_node_path_.join)(folder, 'blobs', 'sha256');
}
async function sweep(folder) {
    const documents = (0,external_node_path_.join)(folder, 'documents');
    const needed = new Set();
    for (const { path, age } of await filesIn(documents)) {
        if (age > FORGOTTEN_MS)
            await (0,promises_.rm)(path, { force: true });
        else
            for (const digest of digestsIn(await orAbsent((0,promises_.readFile)(path, 'utf8'))))
                needed.add(digest);
    }
    for (const { path, name, age } of await filesIn(blobFolder(folder))) {
        const isOurs = name.startsWith(PARTIAL) || (0,oci_digest/* isDigest */.Bc)(`sha256:${name}`);
        if (isOurs && age > ABANDONED_MS && !needed.has(`sha256:${name}`))
            await (0,promises_.rm)(path, { force: true });
    }
}
function digestsIn(text = '') {
    return text.match(/sha256:[0-9a-f]{64}/g) ?? [];
}
async function filesIn(folder) {
    const files = [];
    for (const name of (await orAbsent((0,promises_.readdir)(folder))) ?? []) {
        const path = (0,external_node_path_.join)(folder, name);
        // Another process may be sweeping too.
        const found = await orAbsent((0,promises_.stat)(path));
        if (found?.isFile())
            files.push({ path, name, age: Date.now() - found.mtimeMs });
    }
    return files;
}
// Node's own recursion never ends where there is a parent that can hold no folders, as in /proc: it answers that it isn't there.
async function makeFolder(path) {
    if ((await orAbsent((0,promises_.stat)(path))) !== undefined)
        return;
    await makeFolder((0,external_node_path_.dirname)(path));
    await (0,promises_.mkdir)(path, { mode: FOLDER_MODE }).catch((error) => {
        if (error.code !== 'EEXIST')
            throw error;
    });
}
async function orAbsent(found) {
    try {
        return await found;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/oci/reference.js
var oci_reference = __webpack_require__(4974);
;// CONCATENATED MODULE: ./build/src/cache/actions-answers.js

// The client tells failures from absence by what it prints alone:
// https://github.com/actions/toolkit/blob/main/packages/cache/src/cache.ts
const FAILED = /^(?:Failed to (?:restore|save)|Failed): (.*)$/;
const RESERVING = /^Failed to reserve cache: (?:Error: )?(.*)$/;
const SKIPPED = /^Cache (?:restore|save) skipped: (.*)$/;
const ARCHIVE = /\b(?:tar|unzstd|zstd|gzip)['"]? failed|tar: /;
/**
 * Whether an entry was found.
 * @throws {BrokenContent} when it can't be unpacked
 * @throws {CacheProblem} when the service failed
 */
function restoreOutcome({ key, said }) {
    if (key !== undefined)
        return true;
    const lines = said.map(message);
    const reason = first(lines, FAILED);
    if (reason === undefined) {
        const skipped = first(lines, SKIPPED);
        if (skipped !== undefined)
            throw new CacheProblem({ kind: 'mode', text: skipped, lasting: ['read'] });
        return false;
    }
    if (ARCHIVE.test(reason))
        throw new BrokenContent(`what is kept can’t be unpacked: ${reason}`);
    throw new CacheProblem(problem(reason, 'read'));
}
/**
 * Returns when the entry was saved, or had been by somebody else.
 * @throws {CacheProblem} when the service failed or refused
 */
function saveOutcome({ saved, said }) {
    if (saved)
        return;
    const lines = said.map(message);
    // The warning that it shows says “another job may be creating this cache”, whatever the reason was.
    const reason = first(lines, RESERVING) ?? first(lines, SKIPPED) ?? first(lines, FAILED) ?? '';
    if (/already exists|\(409\)/.test(reason))
        return;
    throw new CacheProblem(problem(reason, 'write'));
}
// The storage's refusal of an upload can come without a word.
const NO_REASON = { read: 'it could not be read', write: 'the entry was not saved' };
function problem(reason, access) {
    const status = /\((\d{3})\)/.exec(reason)?.[1];
    const text = reason.replace(/^Failed to \w+: /, '').replace(/^Received non-retryable error: /, '') || NO_REASON[access];
    const kind = `${access} ${status ?? 'failed'}`;
    if (/cache (?:read|write) denied:|does not permit/.test(reason)) {
        return {
            kind: `${access} denied`,
            text,
            cure: access === 'write' ? 'set cache-write: false where the cache is read-only' : undefined,
            lasting: [access],
        };
    }
    if (/storage quota/.test(reason)) {
        return {
            kind: 'full',
            text: text.split('\n')[0],
            cure: 'delete caches of the repository',
            lasting: ['write'],
        };
    }
    if (/Rate limited/.test(reason))
        return { kind: 'rate', text, lasting: [access] };
    if (status === '401' || status === '403')
        return { kind, text, lasting: ['read', 'write'] };
    return { kind, text };
}
function first(lines, pattern) {
    for (const line of lines) {
        const found = pattern.exec(line)?.[1];
        if (found !== undefined)
            return found;
    }
    return undefined;
}
// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts (escapeData)
function message(line) {
    const command = /^::(?:debug|warning|error)(?: [^:]*)?::(.*)$/.exec(line)?.[1];
    if (command === undefined)
        return line;
    return command.replaceAll('%0A', ' ').replaceAll('%0D', ' ').replaceAll('%25', '%');
}

// EXTERNAL MODULE: ./build/src/host/process.js
var host_process = __webpack_require__(3185);
;// CONCATENATED MODULE: ./build/src/cache/actions-client.js




/**
 * The client, in a process of its own that starts with the first request. Files are named relative to `folder`, which is
 * its current folder and its workspace, so that an entry is the same wherever it was made.
 */
class ActionsClient {
    program;
    folder;
    env;
    running;
    requests = 0;
    stopped = false;
    constructor(program, folder, env) {
        this.program = program;
        this.folder = folder;
        this.env = env;
    }
    /** @throws {CacheProblem} when the client itself ends */
    async ask(request) {
        // What was given up may come to its turn late, and must not start the client anew.
        if (this.stopped)
            throw new CacheProblem({ kind: 'client', text: 'the cache is closed' });
        this.running ??= this.start();
        const { conversation, waiting } = await this.running;
        const id = ++this.requests;
        return new Promise((resolve, reject) => {
            waiting.set(id, { resolve, reject });
            conversation.say(JSON.stringify({ ...request, id }));
        });
    }
    async stop() {
        this.stopped = true;
        const running = await this.running?.catch(() => undefined);
        running?.conversation.stop();
        await running?.conversation.ended;
    }
    async start() {
        const temporary = (0,external_node_path_.join)(this.folder, 'tmp');
        await (0,promises_.mkdir)(temporary, { recursive: true, mode: 0o700 });
        const waiting = new Map();
        let last = '';
        const conversation = (0,host_process/* converse */.iq)(process.execPath, [this.program], {
            cwd: this.folder,
            onLine: (line, from) => {
                if (from === 'stderr')
                    last = line || last;
                else
                    hear(line, waiting);
            },
        });
        void conversation.ended.then(() => {
            this.running = undefined;
            const why = `the client of GitHub’s cache service ended${last && `: ${last}`}`;
            for (const { reject } of waiting.values())
                reject(new CacheProblem({ kind: 'client', text: why }));
            waiting.clear();
        });
        // By its input and not by its environment, so that no other program of this user's sees the token.
        const own = Object.entries(this.env).filter((entry) => entry[0].startsWith('ACTIONS_') && entry[1] !== undefined);
        const settings = {
            env: { ...Object.fromEntries(own), RUNNER_TEMP: temporary, GITHUB_WORKSPACE: this.folder },
        };
        conversation.say(JSON.stringify(settings));
        return { conversation, waiting };
    }
}
function hear(line, waiting) {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/src/cache/pace.js

const WINDOW_MS = 60_000;
/** Milliseconds until one more is allowed, with so many in any minute; `past` holds times, oldest first. */
function delayBefore(past, now, perMinute) {
    const oldest = past.at(-perMinute);
    return oldest === undefined ? 0 : Math.max(0, oldest + WINDOW_MS - now);
}
/** Lets so many through in a minute; the others wait. A signal ends the waiting. */
function pacer(perMinute, signal) {
    let past = [];
    return async () => {
        const now = Date.now();
        past = past.filter((time) => time > now - WINDOW_MS);
        const delay = delayBefore(past, now, perMinute);
        past.push(now + delay);
        if (delay > 0)
            await (0,external_node_timers_promises_.setTimeout)(delay, undefined, signal && { signal }).catch(() => undefined);
    };
}

;// CONCATENATED MODULE: ./build/src/cache/actions-store.js











const PREFIX = 'multiarch-build-1';
// 200 a minute for a repository (https://docs.github.com/en/actions/reference/limits); other jobs want some too.
const UPLOADS_PER_MINUTE = 100;
/**
 * Whether this runner offers the second version of GitHub's cache service, to a JavaScript action. On GitHub Enterprise
 * Server there is none (https://github.com/actions/toolkit/blob/main/packages/cache/src/internal/config.ts).
 */
function hasCacheService(env) {
    if (!env.ACTIONS_RESULTS_URL || !env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_CACHE_SERVICE_V2)
        return false;
    const { hostname } = new URL(env.GITHUB_SERVER_URL || 'https://github.com');
    return hostname === 'github.com' || hostname.endsWith('.ghe.com') || hostname.endsWith('.localhost');
}
/** GitHub's cache service: one entry for each blob, and one for each version of a document. */
function actionsStore(place, opening) {
    return new GuardedStore(new Actions(place, opening.signal), opening);
}
class Actions {
    options;
    place = 'GitHub’s cache';
    pace;
    client;
    /** By name of the file, since an entry is unpacked to the name that it was packed with. */
    turns = new Map();
    constructor(options, signal) {
        this.options = options;
        this.client = new ActionsClient(options.program, options.folder, options.env);
        this.pace = pacer(UPLOADS_PER_MINUTE, signal);
    }
    async has(blob) {
        return restoreOutcome(await this.restore(blobEntry(blob), true));
    }
    async fetch(blob, path, signal) {
        const entry = blobEntry(blob);
        return this.inTurn(entry, async (file) => {
            signal.throwIfAborted();
            if (!(await this.unpacked(entry, file)))
                return false;
            await receiveFile(file, blob, path, signal);
            return true;
        });
    }
    async save(blob, path, replace) {
        const entry = blobEntry(blob);
        // An entry can't be changed. Of those that begin with the digest the newest is found (see `restore`).
        const key = replace ? `${entry.key}-${unique()}` : entry.key;
        await this.inTurn(entry, async (file) => {
            await (0,promises_.link)(path, file).catch(() => (0,promises_.copyFile)(path, file, external_node_fs_.constants.COPYFILE_FICLONE));
            saveOutcome(await this.client.ask({ kind: 'save', path: entry.name, key }));
        });
    }
    async read(name) {
        const entry = documentEntry(name);
        return this.inTurn(entry, async (file) => (await this.unpacked(entry, file)) ? (0,promises_.readFile)(file) : undefined);
    }
    async write(name, bytes) {
        const entry = documentEntry(name);
        await this.inTurn(entry, async (file) => {
            await (0,promises_.writeFile)(file, bytes, { mode: 0o600 });
            saveOutcome(await this.client.ask({ kind: 'save', path: entry.name, key: `${entry.key}-${unique()}` }));
        });
    }
    async close() {
        await this.client.stop();
    }
    async unpacked(entry, file) {
        if (!restoreOutcome(await this.restore(entry, false)))
            return false;
        const found = await (0,promises_.lstat)(file).catch(() => undefined);
        if (found?.isFile())
            return true;
        throw new BrokenContent(`what is kept as ${entry.key} is broken: there is no such file in it`);
    }
    // First what was written after the plain key, then that. Of several entries that begin with a key, the newest is found
    // (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching), in the
    // branch of this run before those of others.
    restore(entry, lookupOnly) {
        const { name, key } = entry;
        return this.client.ask({ kind: 'restore', path: name, key: `${key}-`, restoreKeys: [key], lookupOnly });
    }
    async inTurn({ name }, work) {
        const file = (0,external_node_path_.join)(this.options.folder, name);
        const before = this.turns.get(name);
        const own = (async () => {
            await before?.catch(() => undefined);
            try {
                return await work(file);
            }
            finally {
                await (0,promises_.rm)(file, { recursive: true, force: true });
            }
        })();
        this.turns.set(name, own);
        return own;
    }
}
function blobEntry({ digest }) {
    const hex = (0,oci_digest/* encodedPart */.eA)(digest);
    return { key: `${PREFIX}-blob-${hex}`, name: `multiarch-build-blob-${hex}` };
}
// Documents whose names begin alike are told apart by the name of the file: an entry with another one is not found.
function documentEntry(name) {
    return { key: `${PREFIX}-doc-${name}`, name: `multiarch-build-doc-${name}` };
}
/** Later ones sort after earlier ones. */
function unique() {
    return `${Date.now().toString(36).padStart(9, '0')}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/src/oci/parse.js
var parse = __webpack_require__(2612);
// EXTERNAL MODULE: ./build/src/oci/types.js
var types = __webpack_require__(7578);
// EXTERNAL MODULE: ./build/src/registry/request-error.js
var request_error = __webpack_require__(3135);
;// CONCATENATED MODULE: ./build/src/cache/registry-store.js









const TAG_PREFIX = 'multiarch-build-1-doc-';
const DOCUMENT_TYPE = 'application/vnd.kubernaut.multiarch-build.document.v1';
const LONGEST_DOCUMENT = 16 * 1024 * 1024;
// https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidance-for-an-empty-descriptor
const EMPTY = Buffer.from('{}');
const EMPTY_CONFIG = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: (0,oci_digest/* digestOf */.ol)(EMPTY),
    size: EMPTY.length,
};
/**
 * A repository of a registry: blobs are its blobs, and a document is a tagged artifact whose manifest names the blobs
 * that it keeps, so that the registry does not collect them as garbage.
 */
function registryStore(place, opening) {
    return new GuardedStore(new RegistryBackend(place), opening);
}
class RegistryBackend {
    place;
    repository;
    client;
    constructor({ repository, client }) {
        this.place = repository.text;
        this.repository = repository;
        this.client = client;
    }
    async has(blob) {
        return this.client.hasBlob(this.repository, described(blob));
    }
    async fetch(blob, path, signal) {
        const content = await registry_store_orAbsent(this.client.getBlob(this.repository, described(blob)));
        if (content === undefined)
            return false;
        try {
            await receive(content, blob, path, signal);
        }
        catch (error) {
            throw asBroken(error);
        }
        return true;
    }
    async save(blob, path) {
        await this.client.pushBlob(this.repository, described(blob), () => (0,external_node_fs_.createReadStream)(path));
    }
    async read(name) {
        const found = await this.client.getManifest(this.repository, TAG_PREFIX + name);
        if (found === undefined)
            return undefined;
        const layer = documentLayer(found.bytes, name);
        const content = await registry_store_orAbsent(this.client.getBlob(this.repository, layer));
        if (content === undefined)
            return undefined;
        try {
            const chunks = [];
            for await (const chunk of content)
                chunks.push(chunk);
            return Buffer.concat(chunks);
        }
        catch (error) {
            throw asBroken(error);
        }
    }
    async write(name, bytes, keeps) {
        const layer = { mediaType: DOCUMENT_TYPE, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length };
        const push = (blob, content) => this.client.pushBlob(this.repository, blob, () => external_node_stream_.Readable.from([content], { objectMode: false }));
        await Promise.all([push(EMPTY_CONFIG, EMPTY), push(layer, bytes)]);
        const manifest = {
            schemaVersion: 2,
            mediaType: types/* mediaType */.JL.ociManifest,
            artifactType: DOCUMENT_TYPE,
            config: EMPTY_CONFIG,
            layers: [layer, ...keeps.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }))],
        };
        const text = Buffer.from(JSON.stringify(manifest));
        await this.client.putManifest(this.repository, TAG_PREFIX + name, text, types/* mediaType */.JL.ociManifest);
    }
    async close() {
        await this.client.close();
    }
}
function documentLayer(bytes, name) {
    let layer;
    try {
        layer = (0,parse/* parseManifest */.Ng)(bytes).layers[0];
    }
    catch (cause) {
        throw new BrokenContent(`what is kept as document ${name} is broken`, { cause });
    }
    if (layer?.mediaType === DOCUMENT_TYPE && layer.size <= LONGEST_DOCUMENT)
        return layer;
    throw new BrokenContent(`the tag ${TAG_PREFIX}${name} is no document of this cache`);
}
function described({ digest, size }) {
    return { mediaType: 'application/octet-stream', digest, size };
}
async function registry_store_orAbsent(found) {
    try {
        return await found;
    }
    catch (error) {
        if (error instanceof request_error/* RequestError */.G && error.status === 404)
            return undefined;
        throw error;
    }
}
// Once content flows, the one lasting failure of the client's is content that isn't what it should be.
function asBroken(error) {
    if (!(error instanceof request_error/* RequestError */.G) || error.passing)
        return error;
    return new BrokenContent(error.message, { cause: error });
}

;// CONCATENATED MODULE: ./build/src/cache/open.js







/** Which place a request means on this machine; undefined for none. */
function placeOf(settings, env, tell) {
    const { kind, folder = defaultFolder(env), repository } = settings;
    switch (kind) {
        case 'off':
            return undefined;
        case 'registry':
            return { kind, repository: repository.text };
        case 'directory':
            return { kind, folder };
        case 'actions':
            if (hasCacheService(env))
                return { kind };
            tell.warning('cache: there is no cache service of GitHub’s here; nothing is kept. What to do: set cache: directory');
            return undefined;
        case 'auto':
            if (!hasCacheService(env))
                return { kind: 'directory', folder };
            if (settings.folder !== undefined) {
                tell.warning('cache: cache-dir is not used, since this runner has GitHub’s cache. What to do: set cache: directory');
            }
            return { kind: 'actions' };
    }
}
/** Opens the store at a place; nothing is asked of it yet. */
async function open_openStore(place, means, opening) {
    switch (place.kind) {
        case 'actions':
            return actionsStore({ program: clientProgram(), folder: means.folder, env: means.env }, opening);
        case 'directory':
            return new DirectoryStore(place.folder, opening);
        case 'registry':
            return registryStore({ repository: (0,oci_reference/* parseRepository */.SU)(place.repository), client: await means.registryClient() }, opening);
    }
}
// https://specifications.freedesktop.org/basedir-spec/latest/
function defaultFolder(env) {
    return (0,external_node_path_.join)(env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'multiarch-build', 'cache');
}
// Beside the bundle that was started: dist/build/index.js has dist/cache-client/index.js.
function clientProgram() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')), '..', 'cache-client', 'index.js');
}

;// CONCATENATED MODULE: ./build/src/cache/pending.js




/** Name under which the step's post part finds the folder with what is to be saved. */
const CACHE_STATE = 'cache';
const LIST = 'pending.json';
const STAGED = 'staged';
/**
 * What a run found worth keeping, put aside in a folder, for a later part of the run to save: sending it must not hold
 * up the build.
 */
class Pending {
    folder;
    list;
    writing = Promise.resolve();
    constructor(folder, target) {
        this.folder = folder;
        this.list = { ...target, blobs: [], documents: [] };
    }
    /** Bytes of what was put aside, but for documents. */
    get bytes() {
        const sizes = new Map(this.list.blobs.map(({ descriptor }) => [descriptor.digest, descriptor.size]));
        return [...sizes.values()].reduce((sum, size) => sum + size, 0);
    }
    /** Puts a file aside, whose bytes must not change any more. */
    async addBlob(path, options) {
        const { size } = await (0,promises_.stat)(path);
        const digest = await (0,oci_digest/* digestOfFile */.Mk)(path);
        const descriptor = { mediaType: options.mediaType, digest, size };
        // Two platforms may come with the same layer.
        if (this.holds(descriptor))
            return descriptor;
        const file = (0,external_node_path_.join)(STAGED, (0,oci_digest/* encodedPart */.eA)(digest));
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.folder, STAGED), { recursive: true, mode: 0o700 });
        await linkOrCopy(path, (0,external_node_path_.join)(this.folder, file));
        await this.write({
            ...this.list,
            blobs: [...this.list.blobs, { descriptor, file, replace: options.broken.has(digest) }],
        });
        return descriptor;
    }
    /** Whether a blob was put aside. */
    holds({ digest }) {
        return this.list.blobs.some(({ descriptor }) => descriptor.digest === digest);
    }
    /** Puts a document aside, which is saved once the blobs are that it needs. */
    async addDocument(name, bytes, keeps) {
        const file = (0,external_node_path_.join)(STAGED, (0,oci_digest/* encodedPart */.eA)((0,oci_digest/* digestOf */.ol)(bytes)));
        await (0,promises_.mkdir)((0,external_node_path_.join)(this.folder, STAGED), { recursive: true, mode: 0o700 });
        await (0,promises_.writeFile)((0,external_node_path_.join)(this.folder, file), bytes, { mode: 0o600 });
        const others = this.list.documents.filter((document) => document.name !== name);
        await this.write({ ...this.list, documents: [...others, { name, file, keeps }] });
    }
    // Whole at any time, since the run may be killed; and one after the other, since platforms come here at the same time.
    write(list) {
        this.list = list;
        this.writing = this.writing.then(async () => {
            const path = (0,external_node_path_.join)(this.folder, LIST);
            await (0,promises_.writeFile)(`${path}.new`, JSON.stringify(this.list), { mode: 0o600 });
            await (0,promises_.rename)(`${path}.new`, path);
        });
        return this.writing;
    }
}
// A second name costs neither time nor room, where the file system has both.
async function linkOrCopy(from, to) {
    try {
        await (0,promises_.link)(from, to);
    }
    catch (error) {
        const { code } = error;
        if (code === 'EEXIST')
            return;
        await (0,promises_.copyFile)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
    }
}
/** What was put aside in a folder; undefined when nothing was. */
async function pending_readPending(folder) {
    try {
        return JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, LIST), 'utf8'));
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
/** Saves what was put aside: blobs side by side, then the documents whose blobs are all there. */
async function savePending(folder, list, store) {
    const saved = new Set();
    await Promise.all(list.blobs.map(async ({ descriptor, file, replace }) => {
        if (await store.saveBlob(descriptor, (0,external_node_path_.join)(folder, file), { replace }))
            saved.add(descriptor.digest);
    }));
    const isKept = async (blob) => saved.has(blob.digest) || (await store.hasBlob(blob));
    await Promise.all(list.documents.map(async ({ name, file, keeps }) => {
        if (!(await Promise.all(keeps.map(isKept))).every((kept) => kept))
            return;
        await store.writeDocument(name, await (0,promises_.readFile)((0,external_node_path_.join)(folder, file)), keeps);
    }));
}

;// CONCATENATED MODULE: ./build/src/cache/session.js







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
            const list = await pending_readPending(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${(0,src_errors/* messageOf */.bD)(error)}`);
        }
        finally {
            await store.close();
        }
    }
    async begin() {
        const { host, env, signal, registryClient } = this.surroundings;
        const { cache, logins, tlsVerify } = this.request;
        try {
            const place = placeOf(cache, env, host);
            if (place === undefined)
                return undefined;
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), FOLDER_PREFIX));
            host.saveState(CACHE_STATE, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await open_openStore(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new Pending(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${(0,src_errors/* messageOf */.bD)(error)}`);
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
    if (!isAbsolute(state) || !basename(state).startsWith(FOLDER_PREFIX))
        return;
    const found = await lstat(state).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    try {
        const list = await readPending(state);
        if (list === undefined)
            return;
        const { host, env, signal, registryClient } = surroundings;
        const means = { folder: await transferFolder(state), env, registryClient: () => registryClient(list) };
        const store = await openStore(list.place, means, { writable: true, signal, tell: host });
        try {
            await save(state, list, store, host);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await rm(state, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function save(folder, list, store, host) {
    await savePending(folder, list, store);
    if (store instanceof DirectoryStore)
        await store.sweep();
    const { blobsSaved, bytesSaved } = store.usage;
    if (blobsSaved > 0) {
        const megabytes = (bytesSaved / 1e6).toFixed(1);
        host.info(`cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`);
    }
}
async function transferFolder(folder) {
    const transfer = (0,external_node_path_.join)(folder, 'transfer');
    await (0,promises_.mkdir)(transfer, { recursive: true, mode: 0o700 });
    return transfer;
}

// EXTERNAL MODULE: ./build/src/dockerfile/parse.js
var dockerfile_parse = __webpack_require__(5555);
// EXTERNAL MODULE: ./build/src/dockerfile/stages.js
var dockerfile_stages = __webpack_require__(8229);
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
    const execution = (0,dockerfile_stages/* executionOf */.eo)(dockerfile, request.build.target);
    const all = execution.onTarget || request.qemu === 'always' || request.smokeTest !== undefined;
    const targets = all ? platforms : [];
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

;// CONCATENATED MODULE: ./build/src/publish/immutable-tags.js




const REVISION = 'org.opencontainers.image.revision';
/**
 * Refuses a build whose immutable tags already stand on what this build can't give: no index, or the index of another commit.
 * @param revision the commit that the index will name; undefined when it names none
 * @throws {RegistryError}
 */
async function refuseWhatWillDiffer(client, immutable, revision) {
    for (const reference of immutable) {
        const found = await client.getManifest(reference.repository, reference.tag).catch(unlessRefused);
        if (found === undefined)
            continue;
        if (!(0,types/* isIndexType */.$U)(found.mediaType)) {
            throw refusal(reference, `it is ${found.digest}, a single image, and this build gives an image index`);
        }
        const other = (0,parse/* parseIndex */.A1)(found.bytes).annotations?.[REVISION];
        if (revision === undefined || other === revision)
            continue;
        const from = other === undefined ? 'which names no commit' : `built from commit ${other}`;
        throw refusal(reference, `it is ${found.digest}, ${from}, and this is ${revision}`);
    }
}
// Some registries answer so for a repository that the first push will make. What stands there is looked at again before tags are set.
function unlessRefused(error) {
    if (error instanceof request_error/* RequestError */.G && [401, 403].includes(error.status ?? 0))
        return undefined;
    throw error;
}
/**
 * Refuses to move immutable tags, before any tag is set.
 * @param standing what tags refer to now
 * @throws {RegistryError}
 */
function refuseMoving(immutable, standing, digest) {
    for (const reference of immutable) {
        const now = standing.get(reference.text);
        if (now === undefined || now === digest)
            continue;
        throw refusal(reference, `it is ${now}, and this build is ${digest}`);
    }
}
function refusal({ text }, why) {
    return new src_errors/* RegistryError */.gl(`${text} must not be overwritten (immutable-tags): ${why}; no tag was set`, {
        cure: 'give this build a version of its own, or take the pattern out of immutable-tags',
    });
}

// EXTERNAL MODULE: ./build/src/podman/store.js
var podman_store = __webpack_require__(7034);
;// CONCATENATED MODULE: ./build/src/podman/layout.js








/**
 * Brings an image of a layout, the very bytes that are published, into a store, where no name leads to it.
 * @returns its id
 * @throws {HostError} when podman refuses
 */
async function pullFromLayout(image, source) {
    const { layout, exportFolder, store } = source;
    const folder = (0,external_node_path_.join)(exportFolder, `load-${(0,oci_platform/* platformSlug */.DN)(image.platform)}`);
    const part = await layout.part(folder, (0,oci_image/* imageBlobs */.aR)(image));
    await part.writeEntry(image.descriptor, undefined);
    // podman 4 names the image after the path, which has to make a valid, lower-case name.
    const path = (0,external_node_path_.join)('/tmp', `multiarch-build-load-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    await (0,promises_.symlink)(folder, path);
    const own = store === undefined ? [] : (0,podman_store/* storeArguments */.UI)(store);
    const output = [];
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)('podman', [...own, 'pull', '--quiet', `oci:${path}`], {
            env: { ...source.env, TMPDIR: source.temporary },
            signal: source.signal,
            onLine: (line) => output.push(line),
        });
        const id = output.findLast((line) => /^[0-9a-f]{64}$/.test(line.trim()))?.trim();
        if (exitCode !== 0 || id === undefined) {
            throw new src_errors/* HostError */.dh(`the image could not be loaded into podman: ${output.at(-1) ?? `exit code ${exitCode}`}`);
        }
        await (0,host_process/* stream */.Td)('podman', [...own, 'untag', id, `localhost${path}:latest`]);
        return id;
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
}

;// CONCATENATED MODULE: ./build/src/publish/load.js



/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
async function loadIntoPodman(source, platforms, reference) {
    const loaded = [];
    for (const { image } of platforms)
        loaded.push({ image, id: await pullFromLayout(image, source) });
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
async function podman(args) {
    const { exitCode, stderr } = await (0,host_process/* capture */.Fg)('podman', args);
    if (exitCode !== 0) {
        throw new src_errors/* HostError */.dh(`podman ${args.slice(0, 2).join(' ')} failed: ${stderr.trim().split('\n').at(-1)}`);
    }
}
async function succeeds(program, args) {
    return (await (0,host_process/* capture */.Fg)(program, args)).exitCode === 0;
}

;// CONCATENATED MODULE: ./build/src/publish/publish.js




const BLOBS_AT_ONCE = 4;
/**
 * Tries every repository's login before anything is built.
 * @throws {RegistryError} when a registry does not accept it
 */
async function checkLogins({ client, repositories }) {
    await Promise.all(repositories.map((repository) => client.checkAccess(repository)));
}
/**
 * Pushes one platform's blobs, then its manifest by digest, to every repository. No tag is touched.
 * @param signal ends it before the next blob or manifest: what is under way may be another platform's too
 * @throws {Interrupted} when it fired
 */
async function publishImage(publication, image, signal) {
    const unlessEnded = (push) => {
        if (signal.aborted)
            throw new src_errors/* Interrupted */.j$();
        return push();
    };
    for (const [at, repository] of publication.repositories.entries()) {
        // The first repository of the same registry already has the blobs: they are mounted, not sent again.
        const mountFrom = publication.repositories
            .slice(0, at)
            .find((other) => other.registry === repository.registry);
        const limit = (0,p_limit/* default */.A)(BLOBS_AT_ONCE);
        const blobs = [...image.manifest.layers, image.manifest.config];
        await Promise.all(blobs.map((blob) => limit(() => unlessEnded(() => pushBlobOnce(publication, repository, blob, mountFrom)))));
        await unlessEnded(() => putByDigest(publication, repository, image.descriptor));
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
 * @param immutable those of the references that must not get another digest
 * @throws {RegistryError} when a registry has something else afterwards than what was sent, or an immutable tag another digest
 */
async function publishIndex(publication, index, references, immutable) {
    for (const repository of publication.repositories)
        await putByDigest(publication, repository, index);
    const standing = new Map();
    for (const { text, repository, tag } of references) {
        standing.set(text, (await publication.client.resolve(repository, tag))?.digest);
    }
    refuseMoving(immutable, standing, index.digest);
    for (const reference of references) {
        if (standing.get(reference.text) === index.digest)
            publication.onTag?.(reference);
        else
            await setTag(publication, index, reference);
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
    await client.putManifest(repository, tag, await layout.readBytes(index.digest), index.mediaType);
    // Before it is read back: should that fail, it must not be said that no tag was set.
    publication.onTag?.(reference);
    const after = await client.getManifest(repository, tag);
    if (after?.digest !== index.digest) {
        throw new src_errors/* RegistryError */.gl(`${reference.text} was set to ${index.digest}, but the registry says ${after?.digest ?? 'that there is no such tag'}`, { cure: 'another job may have moved the tag at the same moment; run the job again' });
    }
}

// EXTERNAL MODULE: ./build/src/report/emulation-cost.js
var emulation_cost = __webpack_require__(8436);
// EXTERNAL MODULE: ./build/src/verify/image.js
var verify_image = __webpack_require__(1266);
// EXTERNAL MODULE: ./build/src/verify/index.js
var verify = __webpack_require__(3543);
// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(8390);
;// CONCATENATED MODULE: ./build/src/dockerfile/explicit-platforms.js


/**
 * Gives every FROM that names no platform the one that it means: the target's, or that of the earlier stage which
 * it goes on from. In podman before 5.8 the platform of a stage holds for the stages after it too, so that
 * `FROM --platform=$BUILDPLATFORM a` lets a later `FROM b` take b for the building machine (docs/traps.md, 35).
 * Lines keep their numbers.
 * @returns undefined when there is nothing to change
 */
function withExplicitPlatforms(text, target) {
    const froms = main.DockerfileParser.parse(text)
        .getInstructions()
        .filter((instruction) => instruction.getKeyword() === 'FROM');
    if (!froms.some((from) => from.getPlatformFlag() !== null))
        return undefined;
    const platforms = new Map();
    const lines = text.split('\n');
    for (const from of froms) {
        const own = from.getPlatformFlag()?.getValue() ?? undefined;
        const platform = own ?? platforms.get(from.getImage()?.toLowerCase() ?? '') ?? target;
        const name = from.getBuildStage()?.toLowerCase();
        if (name)
            platforms.set(name, platform);
        if (own !== undefined)
            continue;
        const { line, character } = from.getInstructionRange().end;
        lines[line] = `${lines[line].slice(0, character)} --platform=${platform}${lines[line].slice(character)}`;
    }
    return lines.join('\n');
}
const TARGET_VARIABLE = /\$(?:\{(TARGET(?:PLATFORM|OS|ARCH|VARIANT))(?::-[^{}$]*)?\}|(TARGET(?:PLATFORM|OS|ARCH|VARIANT))\b)/g;
/**
 * Writes out what TARGETARCH and its like are, in FROM and in defaults of ARGs before the first FROM: podman 4.3 knows
 * them there only when an ARG declares them, and takes what follows a `:-` for every platform (docs/traps.md, 47). Lines
 * keep their numbers.
 */
function withTargetValues(text, platform) {
    const values = (0,oci_platform/* platformArguments */.Qo)('TARGET', platform);
    const lines = text.split('\n');
    for (const { start, end } of beforeStages(text)) {
        for (let at = start.line; at <= end.line; at++) {
            lines[at] = lines[at].replace(TARGET_VARIABLE, (written, braced, bare) => values.get(braced ?? bare) ?? written);
        }
    }
    return lines.join('\n');
}
/** Where FROMs are, and the ARGs before the first one. */
function beforeStages(text) {
    const instructions = main.DockerfileParser.parse(text).getInstructions();
    const first = instructions.findIndex((each) => each.getKeyword() === 'FROM');
    return instructions
        .filter((each, at) => each.getKeyword() === 'FROM' || (at < first && each.getKeyword() === 'ARG'))
        .map((each) => each.getRange());
}

// EXTERNAL MODULE: ./build/src/dockerfile/ignore-files.js
var ignore_files = __webpack_require__(1582);
// EXTERNAL MODULE: ./build/src/podman/build.js
var podman_build = __webpack_require__(5231);
// EXTERNAL MODULE: ./build/src/podman/images.js
var podman_images = __webpack_require__(5173);
// EXTERNAL MODULE: ./build/src/podman/transfer.js
var transfer = __webpack_require__(9048);
// EXTERNAL MODULE: ./build/src/registry/retry.js
var retry = __webpack_require__(3399);
;// CONCATENATED MODULE: ./build/src/builder/base-image-pulls.js



/**
 * Builds until it goes well, or fails for a lasting reason. podman gives up on a base image at the first 5xx, half an answer or page of a
 * proxy (4.3 whatever `--retry` says). That image alone is then tried again, so that the steps before a later FROM run once more at most.
 * @throws {BuildError} the build's, or that of an image's last pull
 * @throws {Interrupted} when the signal fired
 */
async function untilPulled(tries, build) {
    const failures = new Map();
    for (;;) {
        const failed = await build();
        if (failed === undefined)
            return;
        const { error, unpulled } = failed;
        if (unpulled === undefined)
            throw error;
        const before = failures.get(unpulled.image) ?? 0;
        failures.set(unpulled.image, await pullAgain(tries, unpulled, error, before + 1));
        tries.log.again();
    }
}
/** Pulls one image until it is there or fails for a lasting reason, and gives how many tries have failed. */
async function pullAgain({ retries, log, signal, pull }, { image, platform }, first, before) {
    let error = first;
    for (let failed = before; failed < retries; failed++) {
        const delay = (0,retry/* delayAfter */.Ee)(failed, undefined, Math.random());
        log.line(`${error.message}; try ${failed + 1} of ${retries} in ${(delay / 1000).toFixed(1)} s`);
        await (0,external_node_timers_promises_.setTimeout)(delay, undefined, { signal }).catch(() => {
            throw new src_errors/* Interrupted */.j$();
        });
        // What has no name can only be pulled by the build.
        if (image === undefined)
            return failed;
        const again = await pull(image, platform);
        if (again === undefined)
            return failed;
        error = again.error;
        if (again.unpulled === undefined)
            break;
    }
    throw error;
}

// EXTERNAL MODULE: ./build/src/diagnosis/diagnose.js + 4 modules
var diagnose = __webpack_require__(8670);
// EXTERNAL MODULE: ./build/src/dockerfile/steps.js
var dockerfile_steps = __webpack_require__(6243);
// EXTERNAL MODULE: ./build/src/emulation/emulation.js + 1 modules
var emulation = __webpack_require__(7582);
// EXTERNAL MODULE: ./build/src/emulation/proof.js
var proof = __webpack_require__(8892);
// EXTERNAL MODULE: ./build/src/host/space.js
var host_space = __webpack_require__(8474);
;// CONCATENATED MODULE: ./build/src/host/process-group.js

/**
 * Bytes that the programs of a process group have read so far, from files and connections alike; undefined when the kernel doesn't tell.
 * What has ended counts no more. https://docs.kernel.org/filesystems/proc.html, 3.3 (`rchar`)
 * @param leader process number of the group's leader
 */
async function bytesReadByGroup(leader) {
    const pids = (await (0,promises_.readdir)('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
    const members = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === leader ? [pid] : [])));
    const read = await Promise.all(members.flat().map(bytesRead));
    const known = read.filter((bytes) => bytes !== undefined);
    return known.length === 0 ? undefined : known.reduce((sum, bytes) => sum + bytes, 0);
}
// The name, in parentheses, may hold anything; state, parent and group follow it.
async function groupOf(pid) {
    const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
    return group === undefined ? undefined : Number(group);
}
async function bytesRead(pid) {
    const io = await (0,promises_.readFile)(`/proc/${pid}/io`, 'utf8').catch(() => '');
    const bytes = /^rchar: (\d+)$/m.exec(io)?.[1];
    return bytes === undefined ? undefined : Number(bytes);
}

;// CONCATENATED MODULE: ./build/src/builder/stalled-pull.js


/** Milliseconds without a byte after which a registry is taken to have fallen silent. */
const STALLED_MS = 120_000;
const LOOK_MS = 5_000;
// podman's own threads wake each other by a byte some times a second.
const NOTHING_BYTES = 4096;
// The last line of podman's log while it takes an image from a registry.
const PULLING = /^(?:Trying to pull |Getting image source signatures|Copying (?:blob|config) |(?:\[\d+\/\d+\] )?STEP \d+\/\d+: FROM )/;
/**
 * Runs podman, and ends it when it stands still while it takes an image from a registry: it waits for one that says nothing for as
 * long as the connection lasts (https://github.com/containers/image sets no time for answers).
 * @param pulling whether it is taking an image
 * @param run runs it until it ends or its signal fires, and says its process number at the beginning
 * @returns undefined when it was ended for that
 * @throws {Interrupted} when `signal` fired
 */
async function unlessStalled(pulling, signal, run) {
    const stalled = new AbortController();
    let timer;
    const watch = (pid) => {
        let before = 0;
        let since = performance.now();
        const look = async () => {
            const read = await bytesReadByGroup(pid);
            const isStill = read !== undefined && read >= before && read - before < NOTHING_BYTES;
            if (!isStill || !pulling())
                since = performance.now();
            before = read ?? 0;
            if (performance.now() - since >= STALLED_MS)
                stalled.abort();
        };
        timer = setInterval(() => void look(), LOOK_MS);
    };
    try {
        return await run(AbortSignal.any([signal, stalled.signal]), watch);
    }
    catch (error) {
        if (error instanceof src_errors/* Interrupted */.j$ && stalled.signal.aborted && !signal.aborted)
            return undefined;
        throw error;
    }
    finally {
        clearInterval(timer);
    }
}
/**
 * Whether a build is taking an image from a registry, by its log. What a RUN step prints may look like podman's own lines, and a program
 * may well be silent for long.
 */
function isPulling({ tail, step }) {
    return !/^RUN\b/i.test(step?.text ?? '') && PULLING.test(tail.at(-1) ?? '');
}

;// CONCATENATED MODULE: ./build/src/builder/build-failure.js









// What follows a line's first words says nothing about its kind, and patterns are to end soon.
const LONGEST_LINE = 2000;
const LONGEST_REASON = 300;
// https://github.com/containers/buildah/blob/v1.41.0/pull.go and podman’s own pulls
const TRYING = /^Trying to pull (\S+?)(?:\.\.\.)?$/;
/**
 * The error of a build, or of a pull for its FROM, that podman ended: the Dockerfile's line, the likely cause, podman's last words and the cure; and the image whose
 * pull is worth another try.
 * @param folders where the build writes
 */
async function buildFailure(site, platform, log, exitCode, folders) {
    const failed = await gather(site, platform, log, exitCode, folders);
    const { instruction } = failed;
    const diagnosis = (0,diagnose/* diagnose */.h)(failed);
    const what = instruction ? `${instruction.keyword} failed` : 'podman build failed';
    const reason = shortened(failed.reason) || `exit code ${exitCode}`;
    const why = diagnosis === undefined ? reason : `${diagnosis.cause} (podman: ${reason})`;
    const error = new src_errors/* BuildError */.zS(`${platform.text}: ${what}: ${why}`, {
        quotes: [reason],
        ...(diagnosis && { cure: diagnosis.cure }),
        ...locationOf(site, instruction),
    });
    if (diagnosis?.unpulled === undefined)
        return { error };
    const image = diagnosis.unpulled.image ?? baseOfStep(log);
    return { error, unpulled: { image, platform: failed.platform } };
}
/** The error of a pull that was ended since nothing came from the registry any more. */
function stalledPull(site, platform, log) {
    const asked = log.tail.findLast((line) => TRYING.test(line));
    const image = TRYING.exec(asked ?? '')?.[1] ?? baseOfStep(log);
    const instruction = log.step && (0,dockerfile_steps/* instructionOfStep */.QP)(site.dockerfile, log.step);
    const what = `${instruction?.keyword ?? 'FROM'} failed`;
    const minutes = STALLED_MS / 60_000;
    const error = new src_errors/* BuildError */.zS(`${platform.text}: ${what}: the registry of ${image ?? 'the base image'} sent nothing for ${minutes} minutes`, {
        cure: 'run it again when the network or the server is well; retries sets the number of tries; behind a proxy set HTTPS_PROXY',
        ...locationOf(site, instruction),
    });
    return { error, unpulled: { image, platform: platformOfStep(site, instruction) ?? platform } };
}
function locationOf(site, instruction) {
    if (instruction === undefined)
        return {};
    const { line, endLine } = instruction;
    return { location: { file: site.dockerfile.path, line, endLine } };
}
/** The base image of the FROM that a build is at: podman writes it with its variables' values. */
function baseOfStep({ step }) {
    const [keyword, ...words] = step?.text.split(/\s+/) ?? [];
    return keyword?.toUpperCase() === 'FROM' ? words.find((word) => !word.startsWith('--')) : undefined;
}
async function gather(site, platform, log, exitCode, folders) {
    const instruction = log.step && (0,dockerfile_steps/* instructionOfStep */.QP)(site.dockerfile, log.step);
    const failing = platformOfStep(site, instruction) ?? platform;
    // A RUN that nobody saw coming (ONBUILD of a base image) has run, if the host had an emulator.
    const runnable = site.runnable.get(failing.text) ?? (await (0,emulation/* probe */.d)(failing).catch(() => undefined));
    const space = await Promise.all(folders.map(async (folder) => ({ folder, freeBytes: (await (0,host_space/* freeBytes */.g)(folder)) ?? Infinity })));
    return {
        platform: failing,
        runs: failing.text === site.buildPlatform.text ? 'native' : runnable?.how,
        ...(runnable?.how === 'emulated' && {
            emulator: { path: runnable.interpreter, version: await (0,proof/* emulatorAtWork */.SZ)(failing.architecture) },
        }),
        podman: site.podman,
        dockerfile: site.dockerfile,
        target: site.request.build.target,
        instruction,
        exitCode,
        reason: lastWords(log.tail),
        lines: linesOfLastStep(log.tail),
        space,
    };
}
/** The platform of the stage that an instruction stands in, where the Dockerfile writes one. */
function platformOfStep(site, instruction) {
    const { dockerfile, buildPlatform } = site;
    const stage = dockerfile.stages.find(({ instructions }) => instructions.some((each) => each === instruction));
    const written = stage && (0,dockerfile_stages/* platformOf */.tj)(dockerfile, stage);
    if (written === undefined)
        return undefined;
    if ((0,dockerfile_stages/* isBuildPlatform */._G)(written))
        return buildPlatform;
    try {
        return (0,oci_platform/* parsePlatform */.Y8)(written);
    }
    catch {
        return undefined;
    }
}
function lastWords(tail) {
    const at = tail.findLastIndex((line) => /^Error: /.test(line));
    if (at < 0)
        return '';
    // Several errors at once are listed below it.
    const more = tail.slice(at + 1).filter((line) => /^\s+\* /.test(line));
    return [tail[at].replace(/^Error: /, ''), ...more].map(cut).join(' ');
}
function linesOfLastStep(tail) {
    return tail.slice(tail.findLastIndex((line) => (0,dockerfile_steps/* parseStep */.kq)(line) !== undefined) + 1).map(cut);
}
function cut(line) {
    return line.slice(0, LONGEST_LINE);
}
// The step is in the message already, with its line.
function shortened(reason) {
    const text = reason
        .replace(/^building at STEP ".{0,2000}?": /, '')
        .replace(/^(committing container) for step \{.{0,2000}?\}: /, '$1: ');
    return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}

;// CONCATENATED MODULE: ./build/src/builder/build-platform.js
















/** podman's own tries of one image, beside ours: they cost little, and double their time at each. */
const PODMAN_RETRIES = 2;
/**
 * Builds one platform and takes its layers into the layout.
 * @param left the Dockerfile's text for what is left to do, when stages go on from images that are in the store
 * @throws {BuildError} with the Dockerfile's line when podman fails
 * @throws {Interrupted} when `signal` fired
 */
async function buildPlatform(site, platform, store, log, signal, left) {
    const { request } = site;
    const iidFile = (0,external_node_path_.join)(site.exportFolder, `${(0,oci_platform/* platformSlug */.DN)(platform)}.iid`);
    const folder = (0,external_node_path_.join)(site.exportFolder, (0,oci_platform/* platformSlug */.DN)(platform));
    // podman keeps cache mounts below TMPDIR, under a name that holds no platform (docs/traps.md, 26).
    const env = { ...site.env, TMPDIR: temporaryFolder(site, platform) };
    await (0,promises_.mkdir)(env.TMPDIR, { recursive: true });
    const onLine = (line) => void (isOwnNoise(line) || log.line(line));
    const run = (args) => (0,host_process/* stream */.Td)('podman', args, { env, signal, onLine });
    const dockerfile = await dockerfileFor(site, platform, env.TMPDIR, left);
    const build = (0,podman_build/* buildArguments */.f)({
        store,
        platform,
        buildPlatform: site.buildPlatform,
        context: request.context,
        dockerfile,
        // podman doesn't pull what is named by its id, and with “always” calls it a mistake.
        settings: left === undefined ? request.build : { ...request.build, pull: false },
        secrets: site.secrets,
        iidFile,
        retries: Math.min(PODMAN_RETRIES, request.retries - 1),
    });
    const started = performance.now();
    const folders = [store.graphRoot, env.TMPDIR, site.exportFolder];
    const tried = async (args, pulling) => {
        const ended = await unlessStalled(pulling, signal, (until, onStart) => (0,host_process/* stream */.Td)('podman', args, { env, signal: until, onLine, onStart }));
        if (ended === undefined)
            return stalledPull(site, platform, log);
        const { exitCode } = ended;
        return exitCode === 0 ? undefined : buildFailure(site, platform, log, exitCode, folders);
    };
    const pull = (image, of) => tried((0,transfer/* basePullArguments */.VW)(store, image, of), () => true);
    await untilPulled({ retries: request.retries, log, signal, pull }, () => tried(build, () => isPulling(log)));
    const buildSeconds = (performance.now() - started) / 1000;
    const imageId = (await (0,promises_.readFile)(iidFile, 'utf8')).trim();
    const exported = await run((0,podman_build/* exportArguments */.L)(store, imageId, request.build.format, folder));
    if (exported.exitCode !== 0) {
        throw new src_errors/* BuildError */.zS(`${platform.text}: the image was built but could not be read from podman’s storage`, {
            cure: 'the end of the log has podman’s own words; a full disk is the usual cause',
        });
    }
    const { manifest, config } = await takeOver(folder, site.layout, platform);
    return {
        platform,
        manifest: await withBase(manifest, store),
        config,
        buildSeconds,
        exportSeconds: (performance.now() - started) / 1000 - buildSeconds,
    };
}
/** What podman gets as TMPDIR for a platform. */
function temporaryFolder({ temporary }, platform) {
    return (0,external_node_path_.join)(temporary, (0,oci_platform/* platformSlug */.DN)(platform));
}
// podman says so of every platform argument that a Dockerfile doesn't use, those that it sets itself included.
function isOwnNoise(line) {
    return /^\[Warning\] one or more build args were not consumed: \[(?:(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT) ?)+\]$/.test(line);
}
/** The Dockerfile that podman gets: the user's, or a copy for what is left to do, with what podman needs written out. */
async function dockerfileFor(site, platform, folder, left) {
    const original = site.request.dockerfile;
    const text = site.explicitPlatforms
        ? explicitText(left ?? (await (0,promises_.readFile)(original, 'utf8')), platform, left !== undefined)
        : left;
    if (text === undefined)
        return original;
    const dockerfile = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(original));
    await (0,promises_.writeFile)(dockerfile, text);
    await copyIgnoreFiles(original, dockerfile);
    return dockerfile;
}
function explicitText(text, platform, always) {
    const written = withTargetValues(text, platform);
    return withExplicitPlatforms(written, platform.text) ?? (always || written !== text ? written : undefined);
}
// podman looks for these beside the Dockerfile that it is given. Told by `--ignorefile`, podman 4.3 would read them in another
// way: a pattern that begins with a slash hides nothing then.
async function copyIgnoreFiles(original, copy) {
    for (const suffix of ignore_files/* IGNORE_FILES */.h) {
        if ((0,external_node_fs_.existsSync)(`${original}${suffix}`))
            await (0,promises_.copyFile)(`${original}${suffix}`, `${copy}${suffix}`);
    }
}
/** A manifest whose note of the base image has the digest of what podman took; without one where that can't be told. */
async function withBase(manifest, store) {
    const base = (0,oci_image/* baseOf */.bx)(manifest);
    if (base === undefined)
        return manifest;
    return (0,oci_image/* noteBase */.Ed)(manifest, { name: base.name, digest: await (0,podman_images/* manifestDigest */.It)(store, base.name) });
}
/**
 * Moves the layers of an image in podman's `dir:` form into a layout
 * (https://github.com/containers/image/blob/v5.36.0/docs/containers-transports.5.md#dirpath).
 */
async function takeOver(folder, layout, platform) {
    const manifest = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'manifest.json'), 'utf8'));
    if ((0,types/* isIndexType */.$U)(manifest.mediaType) || manifest.layers === undefined) {
        throw new src_errors/* BuildError */.zS(`${platform.text}: podman made no image manifest but ${manifest.mediaType}`);
    }
    const blobFile = (digest) => (0,external_node_path_.join)(folder, digest.replace('sha256:', ''));
    const config = JSON.parse(await (0,promises_.readFile)(blobFile(manifest.config.digest), 'utf8'));
    const distinct = new Map(manifest.layers.map((layer) => [layer.digest, layer]));
    for (const layer of distinct.values())
        await layout.moveIn(blobFile(layer.digest), layer);
    return { manifest, config };
}

// EXTERNAL MODULE: ./build/src/report/format.js
var format = __webpack_require__(5845);
;// CONCATENATED MODULE: ./build/src/pipeline/estimate.js



/**
 * What to expect of a build under emulation, in one line, before it starts; undefined when none of its steps compiles.
 * @param dockerfile what is left to do
 * @param before seconds that an earlier build took under emulation
 */
function emulationEstimate(dockerfile, target, before) {
    const lines = (0,dockerfile_stages/* runsOnTarget */.RV)(dockerfile, target)
        .filter(({ text }) => (0,emulation_cost/* compiles */.X)(text))
        .map(({ line }) => line);
    if (lines.length === 0)
        return undefined;
    const [what, compile] = lines.length === 1 ? ['line', 'compiles'] : ['lines', 'compile'];
    return [
        `${what} ${lines.join(', ')} ${compile} under emulation, which takes ${SLOWER} times as long as on a machine of this platform`,
        ...(before === undefined ? [] : [`an earlier build took ${(0,format/* formatSeconds */.Xo)(before)}`]),
        'a stage on $BUILDPLATFORM would compile natively',
    ].join('; ');
}
// The lower end is a small Go service on two cores, both platforms at once (`scripts/test e2e podman58-user -- shapes`); large programs and other
// compilers take longer.
const SLOWER = '4 to 20';

// EXTERNAL MODULE: ./build/src/dockerfile/mount-options.js
var mount_options = __webpack_require__(2558);
// EXTERNAL MODULE: ./build/src/dockerfile/settings.js
var dockerfile_settings = __webpack_require__(1119);
;// CONCATENATED MODULE: ./build/src/cache/mounts/dockerfile.js




const UNKNOWN = 'unknown';
/** The cache mounts of the stages that a target needs. Mounts with `from=` keep nothing on this machine. */
function cacheMounts(dockerfile, target, variables) {
    const stages = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target);
    // A file for the C preprocessor can't be read before it has run.
    if (stages.length === 0 || dockerfile.path.endsWith('.in'))
        return { mounts: [], complete: false };
    const found = new Map();
    for (const stage of stages) {
        for (const [at, instruction] of stage.instructions.entries()) {
            for (const { name, value } of instruction.flags) {
                const options = name === 'mount' ? (0,mount_options/* mountOptions */.g)(value) : undefined;
                if (options?.get('type') !== 'cache' || options.has('from'))
                    continue;
                const mount = toMount(options, (text) => evaluated(dockerfile, stage, at, text, variables));
                found.set(JSON.stringify([mount.name, mount.key, mount.uid, mount.gid]), mount);
            }
        }
    }
    return { mounts: [...found.values()], complete: true };
}
function toMount(options, evaluate) {
    const id = options.get('id');
    const target = options.get('target') ?? '';
    const knownTarget = evaluate(target);
    const number = (name) => {
        const text = evaluate(options.get(name) ?? '0');
        return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
    };
    return {
        name: `${knownTarget ?? target}${id === undefined ? '' : ` (${evaluate(id) ?? id})`}`,
        // A relative target lies below the working folder, which can be the base image's.
        key: id === undefined ? (knownTarget?.startsWith('/') ? knownTarget : undefined) : evaluate(id),
        uid: number('uid'),
        gid: number('gid'),
    };
}
/** A text with the values that its variables have at an instruction, by way of a label that says the same there. */
function evaluated(dockerfile, stage, at, text, variables) {
    if (!text.includes('$'))
        return text;
    const label = {
        keyword: 'LABEL',
        text: '',
        line: 0,
        endLine: 0,
        flags: [],
        assignments: [{ name: UNKNOWN, value: text, form: 'expands' }],
    };
    const until = { ...stage, instructions: [...stage.instructions.slice(0, at), label] };
    const stages = dockerfile.stages.map((each) => (each === stage ? until : each));
    const settings = (0,dockerfile_settings/* expectedSettings */.W)({ ...dockerfile, stages }, String(stage.index), {
        ...variables,
        environment: new Set(),
    });
    return settings.labels.get(UNKNOWN)?.value;
}
/** A path without `.`, `..` and doubled slashes; undefined when it leads out. */
function insidePath(path) {
    const clean = external_node_path_.posix.normalize(path).replace(/^\/+|\/+$/g, '');
    return clean === '' || clean === '.' || clean.split('/').includes('..') ? undefined : clean;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/record.js


/** The document of a scope and platform. */
function recordName({ scope, platform }) {
    return `cache-mounts-${(0,oci_digest/* digestOf */.ol)(scope).slice('sha256:'.length, 'sha256:'.length + 16)}-${(0,oci_platform/* platformSlug */.DN)(platform)}`;
}
/** Writes a record. */
function encodeRecord({ scope, platform }, mounts) {
    const record = { version: 1, scope, platform: platform.text, mounts };
    return Buffer.from(`${JSON.stringify(record, undefined, 1)}\n`);
}
/** Reads a record; undefined for one that is not believed, or not this owner's. */
function decodeRecord({ scope, platform }, bytes) {
    try {
        const record = JSON.parse(Buffer.from(bytes).toString('utf8'));
        const own = record.version === 1 && record.scope === scope && record.platform === platform.text;
        return own && record.mounts.every(isKeptMount) ? record : undefined;
    }
    catch {
        return undefined;
    }
}
function isKeptMount(mount) {
    const texts = [mount.name, mount.folder, mount.podman, mount.used];
    return (texts.every((text) => typeof text === 'string' && text.length < 5000) &&
        [mount.idle, mount.bytes].every((number) => Number.isSafeInteger(number) && number >= 0) &&
        mount.packs.length < 10_000 &&
        [mount.index, ...mount.packs].every(isDescriptor) &&
        mount.packs.every(({ bytes }) => Number.isSafeInteger(bytes) && bytes > 0));
}
function isDescriptor({ mediaType, digest, size }) {
    return typeof mediaType === 'string' && (0,oci_digest/* isDigest */.Bc)(digest) && Number.isSafeInteger(size) && size >= 0;
}
/** What a record needs in the store. */
function recordBlobs(bytes) {
    const { mounts } = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return mounts.flatMap(({ index, packs }) => [index, ...packs]);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
var external_node_zlib_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_zlib_, 2);
;// CONCATENATED MODULE: ./build/src/cache/mounts/entry.js
const TYPES = { f: 'file', d: 'directory', l: 'symlink', h: 'hardlink' };
const LETTERS = { file: 'f', directory: 'd', symlink: 'l', hardlink: 'h' };
// What no cache mount has, so that a hostile index takes neither all memory nor all time.
const MOST_ENTRIES = 500_000;
const LONGEST_INDEX = 256 << 20;
const LONGEST_PATH = 4096;
const LARGEST_ID = 2 ** 32 - 2;
/** Writes an index as text, one line an entry. */
function encodeIndex({ entries }) {
    const lines = entries.map((entry) => JSON.stringify([
        LETTERS[entry.type],
        entry.path,
        entry.mode,
        entry.uid,
        entry.gid,
        entry.mtime,
        entry.size,
        entry.age,
        entry.target ?? '',
        entry.hash ?? '',
        entry.pack ?? -1,
        entry.offset ?? 0,
    ]));
    return Buffer.from(`${lines.join('\n')}\n`);
}
/** An index that can't be read, or is not believed. */
class BadArchive extends Error {
}
/**
 * Reads an index and checks it: a cache can be written by others than those who read it. Every path is below the mount's
 * folder and through real folders only, hard links name files of the index, there are no devices, and no program gets the
 * rights of another user.
 * @throws {BadArchive}
 */
function decodeIndex(bytes, packs) {
    const entries = [];
    const types = new Map();
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let start = 0; start < text.length;) {
        const end = text.indexOf(10, start);
        if (end < 0)
            throw new BadArchive('its index is cut off');
        const entry = toEntry(text.toString('utf8', start, end), packs);
        checkPlace(entry, types);
        types.set(entry.path, entry.type);
        entries.push(entry);
        if (entries.length > MOST_ENTRIES)
            throw new BadArchive(`it has more than ${MOST_ENTRIES} files`);
        start = end + 1;
    }
    if (entries[0]?.path !== '')
        throw new BadArchive('its index does not begin with the mount’s folder');
    for (const { type, target } of entries) {
        if (type === 'hardlink' && types.get(target) !== 'file')
            throw new BadArchive('it has a hard link to no file of it');
    }
    return { entries };
}
function toEntry(line, packs) {
    const parsed = parseLine(line);
    const [letter, path, mode, uid, gid, mtime, size, age, target, hash, pack, offset] = parsed;
    const type = TYPES[letter];
    const natural = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
    const sound = type !== undefined &&
        [path, mtime, target, hash].every((value) => typeof value === 'string') &&
        path.length <= LONGEST_PATH &&
        target.length <= LONGEST_PATH &&
        !path.includes('\0') &&
        !target.includes('\0') &&
        natural(mode, 0o7777) &&
        natural(uid, LARGEST_ID) &&
        natural(gid, LARGEST_ID) &&
        /^\d{1,12}(\.\d{1,9})?$/.test(mtime) &&
        natural(size, Number.MAX_SAFE_INTEGER) &&
        natural(age, 1000) &&
        natural(offset, Number.MAX_SAFE_INTEGER) &&
        (pack === -1 || natural(pack, packs - 1)) &&
        (type === 'file' ? size === 0 || pack !== -1 : size === 0 && pack === -1) &&
        (type === 'symlink' || type === 'hardlink') === (target !== '');
    if (!sound)
        throw new BadArchive(`its index has a line that makes no sense: ${line.slice(0, 200)}`);
    return {
        type,
        path,
        // Nobody's cache needs files that run as another user.
        mode: type === 'directory' ? mode & 0o3777 : mode & 0o777,
        uid,
        gid,
        mtime,
        size,
        age,
        ...(target !== '' && { target }),
        ...(hash !== '' && { hash }),
        ...(pack !== -1 && { pack, offset }),
    };
}
function parseLine(line) {
    try {
        const parsed = JSON.parse(line);
        if (Array.isArray(parsed) && parsed.length === 12)
            return parsed;
    }
    catch {
        // Said below.
    }
    throw new BadArchive(`its index has a line that is none: ${line.slice(0, 200)}`);
}
/** Folders come before what is in them, so that nothing can lie beyond a link. */
function checkPlace({ path, type }, types) {
    if (path === '') {
        if (types.size > 0 || type !== 'directory')
            throw new BadArchive('its folder is none');
        return;
    }
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..')) {
        throw new BadArchive(`it has a file outside its folder: ${path}`);
    }
    if (types.has(path))
        throw new BadArchive(`it has a file twice: ${path}`);
    if (types.get(parts.slice(0, -1).join('/')) !== 'directory') {
        throw new BadArchive(`it has a file below what is no folder: ${path}`);
    }
}
/** In the order of paths, folders before what is in them, the same everywhere. */
function byPath(a, b) {
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/codec.js








const CHUNK = 1 << 20;
const KIND = 'application/vnd.multiarch-build.cache-mount';
// From Node 22.15 on (https://nodejs.org/api/zlib.html#zlibcreatezstdcompressoptions).
const { createZstdCompress, createZstdDecompress, constants } = external_node_zlib_namespaceObject;
/** Fast rather than small: level 3 takes half as long again, and a Go build cache gets 5 % smaller by it. */
const LEVEL = 1;
function compressor() {
    if (createZstdCompress === undefined) {
        return { stream: external_node_zlib_.createGzip({ level: LEVEL, chunkSize: CHUNK }), suffix: 'gzip' };
    }
    // Not with ZSTD_c_nbWorkers: Node ends the stream too early then (https://github.com/nodejs/node/issues/59899).
    const params = { [constants.ZSTD_c_compressionLevel]: LEVEL };
    return { stream: createZstdCompress({ params, chunkSize: CHUNK }), suffix: 'zstd' };
}
/** Compresses what is written into a file, and says what it became. */
class ArchiveWriter {
    path;
    part;
    /** Bytes written, before compression. */
    written = 0;
    compress;
    suffix;
    done;
    hash = (0,external_node_crypto_.createHash)('sha256');
    size = 0;
    constructor(path, part) {
        this.path = path;
        this.part = part;
        const { stream, suffix } = compressor();
        this.compress = stream;
        this.suffix = suffix;
        const count = new external_node_stream_.PassThrough({ highWaterMark: CHUNK });
        count.on('data', (chunk) => {
            this.hash.update(chunk);
            this.size += chunk.length;
        });
        this.done = (0,external_node_stream_promises_.pipeline)(this.compress, count, (0,external_node_fs_.createWriteStream)(path));
        this.done.catch(() => undefined);
    }
    async write(bytes) {
        this.written += bytes.length;
        await writeTo(this.compress, bytes, this.done);
    }
    async finish() {
        this.compress.end();
        await this.done;
        return {
            mediaType: `${KIND}.${this.part}+${this.suffix}`,
            digest: `sha256:${this.hash.digest('hex')}`,
            size: this.size,
        };
    }
    /** Gives it up. */
    abandon() {
        this.compress.destroy();
    }
}
/** Writes to a stream as fast as it takes it. `broken` ends the waiting when the stream does not go on. */
async function writeTo(stream, bytes, broken) {
    if (stream.write(bytes))
        return;
    const drained = new AbortController();
    try {
        await Promise.race([(0,external_node_events_.once)(stream, 'drain', { signal: drained.signal }), broken]);
    }
    finally {
        drained.abort();
    }
}
/** The bytes of an archive's file, as they come. */
class ArchiveReader {
    chunks;
    source;
    rest = Buffer.alloc(0);
    /** Where the next byte is. */
    position = 0;
    constructor(path, { mediaType }) {
        const file = (0,external_node_fs_.createReadStream)(path, { highWaterMark: CHUNK });
        const decompress = decompressor(mediaType);
        (0,external_node_stream_promises_.pipeline)(file, decompress).catch(() => undefined);
        this.source = decompress;
        this.chunks = decompress[Symbol.asyncIterator]();
    }
    /** Up to `most` bytes, as they lie in memory; undefined at the end. */
    async some(most) {
        if (this.rest.length === 0) {
            const next = await this.next();
            if (next === undefined)
                return undefined;
            this.rest = next;
        }
        const taken = this.rest.subarray(0, most);
        this.rest = this.rest.subarray(taken.length);
        this.position += taken.length;
        return taken;
    }
    /** Exactly so many bytes. */
    async *exactly(length) {
        for (let left = length; left > 0;) {
            const chunk = await this.some(left);
            if (chunk === undefined)
                throw new BadArchive('it is cut off');
            left -= chunk.length;
            yield chunk;
        }
    }
    /** Goes on to a place further back. */
    async skipTo(position) {
        if (position < this.position)
            throw new BadArchive('its files overlap');
        for await (const _ of this.exactly(position - this.position)) {
            // Contents that the mount does not have any more.
        }
    }
    close() {
        this.source.destroy();
    }
    async next() {
        try {
            const { done, value } = await this.chunks.next();
            return done ? undefined : value;
        }
        catch (cause) {
            throw new BadArchive('it is broken', { cause });
        }
    }
}
function decompressor(mediaType) {
    if (mediaType.endsWith('+gzip'))
        return external_node_zlib_.createGunzip({ chunkSize: CHUNK });
    if (!mediaType.endsWith('+zstd'))
        throw new BadArchive(`it is of an unknown kind, ${mediaType}`);
    if (createZstdDecompress)
        return createZstdDecompress({ chunkSize: CHUNK });
    throw new src_errors/* Failure */.HR(`it is compressed with zstd, which Node ${process.versions.node} can’t read`);
}
/** A whole archive, up to some size. */
async function readArchive(path, descriptor, most) {
    const reader = new ArchiveReader(path, descriptor);
    const chunks = [];
    try {
        for (let chunk = await reader.some(most); chunk !== undefined; chunk = await reader.some(most)) {
            chunks.push(chunk);
            if (reader.position > most)
                throw new BadArchive(`it is larger than ${most} bytes`);
        }
    }
    finally {
        reader.close();
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/folders.js


/** The builder's locks: a folder beside the mounts, and at first a file within each. */
const LOCKS_FOLDER = 'buildah-cache-lockfiles';
const LOCK_FILE = 'buildah-cache-lockfile';
/**
 * The folder of all cache mounts, below TMPDIR. In buildah 1.28 (podman 4.3) it has no user in its name
 * (https://github.com/containers/buildah/blob/v1.38.0/internal/volumes/volumes.go, CacheParent); root's number is 0.
 */
function parentFolders() {
    return [`buildah-cache-${process.getuid?.() ?? 0}`, 'buildah-cache'];
}
/**
 * The folders, below TMPDIR, that a mount can have: named by its id or target itself (buildah 1.28), by a hash of it, or by a hash
 * of it and its owner (GetCacheMount in the same file). Distributions mend old versions, so the version doesn't tell which.
 */
function foldersOf(mount) {
    return parentFolders().flatMap((parent) => namesOf(mount).map((name) => `${parent}/${name}`));
}
function namesOf({ key, uid, gid }) {
    if (key === undefined)
        return [];
    const hash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
    const path = insidePath(key);
    return [
        ...(uid === undefined || gid === undefined ? [] : [hash(`${key}:${uid}:${gid}`)]),
        hash(key),
        ...(path === undefined ? [] : [path]),
    ];
}
/** A folder's name for a record: without the number of this machine's user. */
function portableFolder(folder) {
    return folder.replace(/^buildah-cache-\d+\//, 'buildah-cache-UID/');
}
/** The folder on this machine that a record means. */
function localFolder(folder) {
    return folder.replace(/^buildah-cache-UID\//, `${parentFolders()[0]}/`);
}
/** Whether a folder has a name by which the mount behind it can't be told, one of the builder's hashes. */
function isHashFolder(folder) {
    return /^buildah-cache(-\d+)?\/[0-9a-f]{16}$/.test(folder);
}
/** Whether a path is a folder or lies below it. */
function isWithin(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/go-build-cache.js

const FILE = /^[0-9a-f]{2}\/[0-9a-f]{64}-([ad])$/;
const SUBFOLDERS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));
/** The Go build caches among some paths: folders with a README and all of 00 to ff. */
function goBuildCaches(entries) {
    const readmes = entries.filter(({ type, path }) => type === 'file' && external_node_path_.posix.basename(path) === 'README');
    if (readmes.length === 0)
        return [];
    const folders = new Set(entries.filter(({ type }) => type === 'directory').map(({ path }) => path));
    return readmes
        .map(({ path }) => ({ folder: external_node_path_.posix.dirname(path) === '.' ? '' : external_node_path_.posix.dirname(path) }))
        .filter(({ folder }) => SUBFOLDERS.every((name) => folders.has(external_node_path_.posix.join(folder, name))));
}
/**
 * What a file of a Go build cache is. `action`: what a step gave; `data`: a content, whose name is its digest; `clock`: when Go
 * last cleaned up, which it does by itself when there is none. Undefined for everything else.
 */
function goFile(caches, path) {
    for (const { folder } of caches) {
        const inside = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
        if (inside === undefined)
            continue;
        if (inside === 'trim.txt')
            return 'clock';
        const kind = FILE.exec(inside)?.[1];
        if (kind !== undefined)
            return kind === 'a' ? 'action' : 'data';
    }
    return undefined;
}
/**
 * Bytes of a file that say something. An action's file ends with the time at which it was written, in 20 places and a line's end (putIndexEntry in
 * the same file), and linking writes it anew in every build.
 */
function tellingBytes(kind, size) {
    return kind === 'action' ? Math.max(0, size - 21) : size;
}
/**
 * Seconds before the restoring that its files are dated. Go notes that it used a file only when that is an hour old, and removes
 * what it did not use for five days.
 */
const GO_FILES_BEFORE = 2 * 3600;

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
;// CONCATENATED MODULE: ./build/src/cache/mounts/namespace.js


/**
 * Runs a program as the one to whom all files of a build belong.
 * @throws {Failure} when it fails
 */
async function runAsOwner(access, command, streams) {
    const [program, ...args] = access.rootless ? ['podman', 'unshare', ...command] : command;
    const { exitCode, stderr } = await (0,host_process/* pipe */.Fs)(program, args, {
        ...streams,
        // Messages that are looked at, and numbers with a point, whatever the user's language is.
        env: { LC_ALL: 'C' },
        ...(access.signal && { signal: access.signal }),
    });
    if (exitCode === 0)
        return;
    const said = stderr.trim().split('\n').at(-1) ?? '';
    throw new src_errors/* Failure */.HR(`${command[0]} ended with ${exitCode}${said === '' ? '' : `: ${said}`}`);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/unpack.js





const IN_MEMORY = 1 << 20;
const REGULAR = 0o100000;
/**
 * Puts a mount's content into a folder that is there. The tar that does it sees names, types, owners and modes of the checked
 * index alone; the packs give bytes and nothing else. Links come last, so that nothing goes through one.
 * @throws {BadArchive} when the packs don't hold what the index says
 * @throws {Failure} when it can't be written
 */
async function unpack(access, folder, index, packs, mtimeOf) {
    const tar = (0,tar_stream.pack)();
    const write = async (stdin) => {
        // Where a pack turns out to be broken, tar must not take what it has for everything.
        const filling = fill(tar, index, packs, mtimeOf).catch((error) => {
            tar.destroy(error);
            throw error;
        });
        const [filled, piped] = await Promise.allSettled([
            filling,
            (0,external_node_stream_promises_.pipeline)(tar, stdin),
        ]);
        // Either can have broken the other.
        const problems = [filled, piped].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
        const bad = problems.find((problem) => problem instanceof BadArchive) ?? problems.at(-1);
        if (bad !== undefined)
            throw bad;
    };
    await runAsOwner(access, [
        'tar',
        '--extract',
        '--file=-',
        `--directory=${folder}`,
        '--numeric-owner',
        '--same-owner',
        '--preserve-permissions',
        '--delay-directory-restore',
    ], { input: write });
}
async function fill(tar, { entries }, packs, mtimeOf) {
    const add = (entry, content = Buffer.alloc(0)) => new Promise((done, fail) => {
        const sink = tar.entry(headerOf(entry, mtimeOf(entry)), content, (error) => error ? fail(error) : done());
        // The callback has it too, but an error that nobody listens for ends the process.
        sink.on('error', fail);
    });
    const of = (type) => entries.filter((entry) => entry.type === type);
    for (const entry of of('directory'))
        await add(entry);
    for (const entry of of('file').filter(({ size }) => size === 0))
        await add(entry);
    for (const [number, { path, descriptor }] of packs.entries()) {
        const files = entries.filter(({ pack }) => pack === number).sort((a, b) => a.offset - b.offset);
        const reader = new ArchiveReader(path, descriptor);
        try {
            for (const entry of files) {
                await reader.skipTo(entry.offset);
                if (entry.size > IN_MEMORY)
                    await addLarge(tar, headerOf(entry, mtimeOf(entry)), reader);
                else
                    await add(entry, await collect(reader, entry.size));
            }
        }
        finally {
            reader.close();
        }
    }
    for (const type of ['hardlink', 'symlink'])
        for (const entry of of(type))
            await add(entry);
    tar.finalize();
}
async function collect(reader, size) {
    const chunks = [];
    for await (const chunk of reader.exactly(size))
        chunks.push(chunk);
    return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}
async function addLarge(tar, header, reader) {
    let fail = () => undefined;
    let done = () => undefined;
    const taken = new Promise((resolve, reject) => {
        done = resolve;
        fail = reject;
    });
    taken.catch(() => undefined);
    const sink = tar.entry(header, (error) => (error ? fail(error) : done()));
    sink.on('error', fail);
    for await (const chunk of reader.exactly(header.size))
        await writeTo(sink, chunk, taken);
    sink.end();
    await taken;
}
function headerOf({ type, path, mode, uid, gid, size, target }, mtime) {
    return {
        name: path === '' ? './' : path,
        type: type === 'hardlink' ? 'link' : type,
        // tar-stream takes a mode of 0 for none.
        mode: mode | REGULAR,
        uid,
        gid,
        size,
        mtime: new Date(Math.floor(Number(mtime)) * 1000),
        ...(target !== undefined && { linkname: target }),
        pax: {
            // Numbers that the old header's octal digits can't hold, and the parts of a second.
            mtime,
            ...(uid > 0o7777777 && { uid: String(uid) }),
            ...(gid > 0o7777777 && { gid: String(gid) }),
            ...(size > 0o77777777777 && { size: String(size) }),
        },
    };
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/restore.js












const FETCHES = 4;
/** What has to be free after the restoring, for the build. */
const SPACE_LEFT = 1 << 30;
/**
 * Puts the mounts of an earlier build where podman looks for them. Whatever is wrong with one costs a warning, and the mount is
 * empty.
 * @throws {Interrupted} when the signal fired; nothing else
 */
async function restoreMounts(site, wanted) {
    const started = performance.now();
    const warnings = [];
    const mounts = [];
    const broken = new Set();
    let kept = [];
    const others = [];
    let transferred = 0;
    if (wanted.mounts.length > 0 || !wanted.complete) {
        const attempt = async (what, action, parts = []) => {
            try {
                await action();
            }
            catch (error) {
                if (error instanceof src_errors/* Interrupted */.j$ || site.signal?.aborted)
                    throw new src_errors/* Interrupted */.j$();
                if (error instanceof BadArchive)
                    for (const { digest } of parts)
                        broken.add(digest);
                warnings.push(`${site.platform.text}: ${what}: ${(0,src_errors/* messageOf */.bD)(error)}`);
            }
        };
        await attempt('the record of the cache mounts can’t be read, so they start empty', async () => {
            const bytes = await site.store.readDocument(recordName(site));
            kept = (bytes && decodeRecord(site, bytes)?.mounts) ?? [];
        });
        for (const each of kept) {
            const folder = localFolder(each.folder);
            const place = restore_placeOf(folder, wanted);
            if (place === 'elsewhere')
                continue;
            if (place === 'unknown') {
                const rests = wanted.resting !== undefined && restore_placeOf(folder, wanted.resting) === 'here';
                others.push({ ...each, idle: rests ? each.idle : each.idle + 1 });
                continue;
            }
            if (mounts.some((mount) => isWithin(folder, mount.folder) || isWithin(mount.folder, folder)))
                continue;
            const known = { ...each, name: nameOf(folder, wanted) ?? each.name };
            const parts = [each.index, ...each.packs];
            const restoring = async () => {
                const index = await restore(site, each, folder, wanted);
                mounts.push({ kept: known, folder, index });
                transferred += parts.reduce((sum, { size }) => sum + size, 0);
            };
            await attempt(`the cache mount ${known.name} could not be restored, so it starts empty`, restoring, parts);
        }
    }
    const { mark, notesReads } = await probe(site.temporary);
    return {
        mounts,
        others,
        broken,
        mark,
        notesReads,
        wanted,
        facts: {
            mounts: mounts.map(({ kept: { name, bytes } }) => ({ name, bytes })),
            transferred,
            seconds: (performance.now() - started) / 1000,
            warnings,
        },
    };
}
/** Whether a kept mount is one of this build; an untrusted record can name any folder. */
function restore_placeOf(folder, { mounts, complete }) {
    if (mounts.some((mount) => foldersOf(mount).includes(folder)))
        return 'here';
    const unclear = !complete || mounts.some(({ key, uid, gid }) => [key, uid, gid].includes(undefined));
    if (isHashFolder(folder))
        return unclear ? 'here' : 'unknown';
    return /^buildah-cache(-\d+)?\//.test(folder) ? 'unknown' : 'elsewhere';
}
/** What the Dockerfile says; a record's own words come from whoever wrote it. */
function nameOf(folder, { mounts }) {
    const names = mounts
        .filter((mount) => foldersOf(mount).some((each) => isWithin(each, folder)))
        .map(({ name }) => name);
    return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
async function restore(site, kept, folder, wanted) {
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.work, 'restore-'));
    const final = (0,external_node_path_.join)(site.temporary, folder);
    // Beside it, since a folder that belongs to another can't be moved elsewhere.
    const staging = (0,external_node_path_.join)((0,external_node_path_.dirname)(final), `${STAGING}${(0,external_node_path_.basename)(final)}`);
    try {
        const fetched = async (descriptor, name) => {
            const path = (0,external_node_path_.join)(work, name);
            if (!(await site.store.fetchBlob(descriptor, path)))
                throw new BadArchive('a part of it is not in the cache any more');
            return { path, descriptor };
        };
        const { path } = await fetched(kept.index, 'index');
        const index = decodeIndex(await readArchive(path, kept.index, LONGEST_INDEX), kept.packs.length);
        refuseLinksOnTheWay(index, folder, wanted);
        await refuseLackOfSpace(site, index);
        const fetch = (0,p_limit/* default */.A)(FETCHES);
        const packs = await Promise.all(kept.packs.map((pack, number) => fetch(() => fetched(pack, `pack-${number}`))));
        const go = goBuildCaches(index.entries);
        const goTime = String(Math.floor(Date.now() / 1000) - GO_FILES_BEFORE);
        const mtimeOf = (entry) => (goFile(go, entry.path) === undefined ? entry.mtime : goTime);
        await (0,promises_.mkdir)(staging, { recursive: true });
        await unpack(site, staging, index, packs, mtimeOf);
        await (0,promises_.rename)(staging, final);
        return index;
    }
    catch (error) {
        await (0,podman_store/* removeFolders */.cw)([staging], site.rootless).catch(() => undefined);
        throw error;
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
/** How a folder begins that is not a mount (yet). */
const STAGING = '.multiarch-build-';
/**
 * In podman 4.3 one mount's folder can lie in another's, and the builder goes there by its path on this machine: through a link it
 * would mount any folder of the machine.
 */
function refuseLinksOnTheWay({ entries }, folder, { mounts }) {
    const links = entries.filter(({ type }) => type === 'symlink').map(({ path }) => `${folder}/${path}`);
    const inner = mounts.flatMap(foldersOf).filter((each) => isWithin(each, folder));
    const link = links.find((path) => inner.some((each) => isWithin(each, path)));
    if (link !== undefined)
        throw new BadArchive(`a link is in the way to another mount: ${link}`);
}
async function refuseLackOfSpace(site, { entries }) {
    const needed = entries.reduce((sum, { size }) => sum + size, 0);
    const free = await (0,host_space/* freeBytes */.g)(site.temporary);
    if (free !== undefined && free < needed + SPACE_LEFT) {
        throw new src_errors/* Failure */.HR(`it needs ${Math.ceil(needed / 1e6)} MB, and the disk has ${Math.floor(free / 1e6)} MB`);
    }
}
/**
 * The file system's clock, and whether it notes reads: not with `noatime`. With `relatime`, the usual, it notes the first read
 * after a change, which all restored files have behind them (https://man7.org/linux/man-pages/man8/mount.8.html).
 */
async function probe(folder) {
    const path = (0,external_node_path_.join)(folder, `${STAGING}probe`);
    await (0,promises_.writeFile)(path, 'x');
    const past = new Date(Date.now() - 3_600_000);
    await (0,promises_.utimes)(path, past, past);
    const { ctimeMs } = await (0,promises_.stat)(path);
    await (0,promises_.readFile)(path);
    const { atimeMs } = await (0,promises_.stat)(path);
    await (0,promises_.rm)(path);
    return { mark: ctimeMs / 1000, notesReads: atimeMs > past.getTime() };
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/assign.js



/**
 * Which mount each file belongs to. Folders that no mount of the Dockerfile explains (variables that only the builder knows, steps
 * that a base image brings) are mounts too. Where one mount's folder lies in another's, the outer one has both.
 * @param found paths are relative to TMPDIR
 */
function assign_assign(found, { wanted, mounts: restored }) {
    const there = new Set(found.filter(({ type }) => type === 'directory').map(({ path }) => path));
    const known = new Map();
    const moved = new Map();
    for (const mount of wanted.mounts) {
        const folders = foldersOf(mount).filter((folder) => there.has(folder));
        const stale = folders.length > 1 ? restored.filter(({ folder }) => folders.includes(folder)) : [];
        // The builder made the other one, so it does not look at this.
        for (const { folder, kept } of stale)
            moved.set(folder, { name: mount.name, podman: kept.podman });
        for (const folder of folders)
            known.set(folder, [...(known.get(folder) ?? []), mount]);
    }
    const units = new Map();
    for (const each of found) {
        const unit = unitOf(each, known, units);
        if (unit === undefined || moved.has(unit))
            continue;
        const path = external_node_path_.posix.relative(unit, each.path);
        if (path === LOCK_FILE)
            continue;
        const target = each.type === 'hardlink' ? external_node_path_.posix.relative(unit, each.target) : undefined;
        // A file that two mounts share is kept in each, by its own name in the first alone.
        if (target?.startsWith('..'))
            continue;
        units.get(unit).push({ ...each, path, ...(target !== undefined && { target }) });
    }
    const unclear = wanted.mounts.filter((mount) => foldersOf(mount).every((folder) => !there.has(folder)));
    const unexplained = [...units.keys()].filter((unit) => ![...known.keys()].some((folder) => isWithin(folder, unit)));
    const nameOf = (unit) => {
        const explained = [...known].filter(([folder]) => isWithin(folder, unit)).flatMap(([, mounts]) => mounts);
        if (explained.length > 0)
            return [...new Set(explained.map(({ name }) => name))].join(', ');
        if (unclear.length === 1 && unexplained.length === 1)
            return unclear[0].name;
        return restored.find(({ folder }) => folder === unit)?.kept.name ?? external_node_path_.posix.basename(unit);
    };
    return {
        mounts: [...units].map(([folder, files]) => ({ name: nameOf(folder), folder, found: files })),
        moved: [...moved.values()],
    };
}
/** The mount that a file belongs to, which its folder begins when it is the first. */
function unitOf({ path, type }, known, units) {
    const parts = path.split('/');
    // The parent of all mounts is none, and the builder's locks and what was left half restored aren't either.
    if (parts.length < 2 || parts[1] === LOCKS_FOLDER)
        return undefined;
    for (let depth = 2; depth <= parts.length; depth++) {
        const folder = parts.slice(0, depth).join('/');
        if (units.has(folder))
            return folder;
        if (parts[depth - 1].startsWith(STAGING))
            return undefined;
        if (depth < parts.length)
            continue;
        const onTheWay = !known.has(folder) && [...known.keys()].some((each) => isWithin(each, folder));
        if (type === 'directory' && !onTheWay) {
            units.set(folder, []);
            return folder;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/packs.js
/** Bytes of files in a pack, but for a file that is larger by itself: what one changed file can cost at most. */
const PACK_BYTES = 128 << 20;
/**
 * A pack stays while at least half of it is in use. Small ones are put together with what is new, so that there are never many:
 * those that are less than twice as large.
 * @param kept entries whose content is in one of the packs
 * @param added bytes of the files that are in none
 */
function repacking(packs, kept, added, packBytes = PACK_BYTES) {
    const used = packs.map(() => 0);
    for (const { pack, size } of kept)
        if (pack !== undefined)
            used[pack] += size;
    const staying = packs
        .map((_, number) => number)
        .filter((number) => used[number] > 0 && used[number] * 2 >= packs[number].bytes);
    let pending = added + used.reduce((sum, bytes, number) => sum + (staying.includes(number) ? 0 : bytes), 0);
    const bySize = [...staying].sort((a, b) => used[a] - used[b]);
    const absorbed = new Set();
    for (const number of bySize) {
        // Without anything new there is nothing to put them with.
        if (pending === 0 || used[number] >= Math.min(2 * pending, packBytes / 2))
            break;
        absorbed.add(number);
        pending += used[number];
    }
    const rest = staying.filter((number) => !absorbed.has(number));
    return {
        stays: new Map(rest.map((number, at) => [number, at])),
        packs: rest.map((number) => packs[number]),
    };
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/pack-files.js








/**
 * Reads files in the order given, which is what they are kept in.
 * @throws {Failure} when one can't be read, or changes meanwhile
 */
async function readFiles(access, folder, files, work, take) {
    if (files.length === 0)
        return;
    const list = (0,external_node_path_.join)(work, 'files');
    await (0,promises_.writeFile)(list, files.map(({ path }) => `${path}\0`).join(''));
    const tar = [
        'tar',
        '--create',
        '--file=-',
        '--format=posix',
        '--numeric-owner',
        '--hard-dereference',
        '--no-recursion',
        `--directory=${folder}`,
        '--null',
        '--verbatim-files-from',
        `--files-from=${list}`,
    ];
    await runAsOwner(access, tar, {
        output: async (stdout) => {
            let at = 0;
            const changed = (name) => new src_errors/* Failure */.HR(`it changed while it was read: ${name}`);
            const untar = (0,tar_stream.extract)();
            stdout.pipe(untar);
            for await (const entry of untar) {
                const { name, size = 0 } = entry.header;
                const file = files[at++];
                if (file === undefined || name !== file.path || size !== file.size)
                    throw changed(name);
                await take(file, entry);
            }
            if (at !== files.length)
                throw changed(files[at].path);
        },
    });
}
/** The sha256 of files’ telling bytes, in base64, in their order. */
async function hashFiles(access, folder, files, work) {
    const hashes = [];
    await readFiles(access, folder, files, work, async ({ telling }, content) => {
        hashes.push(await hashOf(content, telling));
    });
    return hashes;
}
/** Puts files into packs, in their order, and says where each is. */
async function packFiles(access, folder, files, work, packBytes = PACK_BYTES) {
    const packs = [];
    const packed = [];
    let writer;
    const finish = async () => {
        if (writer === undefined)
            return;
        const { path, written } = writer;
        packs.push({ path, descriptor: { ...(await writer.finish()), bytes: written } });
        writer = undefined;
    };
    try {
        await readFiles(access, folder, files, work, async ({ size, telling }, content) => {
            if (writer !== undefined && writer.written + size > packBytes)
                await finish();
            writer ??= new ArchiveWriter((0,external_node_path_.join)(work, `pack-${packs.length}`), 'pack');
            const offset = writer.written;
            const into = writer;
            const hash = await hashOf(content, telling, (chunk) => into.write(chunk));
            packed.push({ hash, pack: packs.length, offset });
        });
        await finish();
    }
    finally {
        ;
        writer?.abandon();
    }
    return { packs, packed };
}
async function hashOf(content, telling, also = async () => undefined) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let left = telling;
    for await (const chunk of content) {
        hash.update(chunk.subarray(0, left));
        left -= Math.min(left, chunk.length);
        await also(chunk);
    }
    return hash.digest('base64');
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/compare.js


// find's times and Node's are numbers that were rounded differently.
const SLACK = 0.001;
/** The time that is noted for files whose own says nothing. */
const NO_TIME = '0.000000000';
/** Compares what is in a mount with what was restored, reading only files of which the times don't say enough. */
async function compare(access, folder, { found }, before, since, work) {
    const go = goBuildCaches(found);
    const old = new Map(before?.entries.map((entry) => [entry.path, entry]));
    const relevant = found
        .map((file) => ({ file, kind: goFile(go, file.path), before: old.get(file.path) }))
        .filter(({ kind }) => kind !== 'clock');
    const unsure = relevant.filter(({ file, kind, before }) => before?.pack !== undefined && sameSize(file, before) && changedSince(file, since) && kind !== 'data');
    const files = unsure.map(({ file: { path, size }, kind }) => ({
        path,
        size,
        telling: tellingBytes(kind, size),
    }));
    const hashes = await hashFiles(access, folder, files, work);
    const hashOf = new Map(files.map(({ path }, at) => [path, hashes[at]]));
    const all = relevant.map(({ file, kind, before }) => {
        const hash = hashOf.get(file.path);
        const same = before !== undefined && sameSize(file, before) && (hash === undefined || hash === before.hash);
        const used = file.type !== 'directory' &&
            (before === undefined ||
                changedSince(file, since) ||
                file.atime > since.mark + SLACK ||
                // Go notes in the time of a change, too, that it used a file.
                (!since.notesReads && kind === undefined));
        return { file, before, same, used, single: kind !== undefined };
    });
    const anyUsed = all.some(({ used }) => used);
    return all.map(({ file, before, same, used, single }) => ({
        before,
        used,
        usedAt: used ? Math.max(file.atime, file.ctime) : 0,
        single,
        entry: {
            ...withoutTimes(file),
            mtime: single ? NO_TIME : file.mtime,
            // Where the step did not run at all, nothing can be said of its files.
            age: !single || used || before === undefined ? 0 : before.age + (anyUsed ? 1 : 0),
            ...(same && before !== undefined && compare_placeOf(before)),
        },
    }));
}
function changedSince({ ctime }, { mark }) {
    return ctime > mark + SLACK;
}
function sameSize(file, before) {
    return file.type === 'file' && before.type === 'file' && file.size === before.size;
}
function withoutTimes({ atime: _, ctime: __, ...file }) {
    return file;
}
function compare_placeOf({ hash, pack, offset }) {
    return { ...(hash !== undefined && { hash }), ...(pack !== undefined && { pack, offset: offset }) };
}
/** Whether a mount is just what was restored. */
function isUnchanged(currents, before) {
    return (currents.length === before.entries.length &&
        currents.every(({ entry, before: old, single }) => {
            if (old === undefined || old.type !== entry.type || old.target !== entry.target)
                return false;
            if (entry.size !== old.size || entry.pack !== old.pack)
                return false;
            const timeless = single || entry.type === 'directory';
            return (entry.mode === old.mode &&
                entry.uid === old.uid &&
                entry.gid === old.gid &&
                (timeless || entry.mtime === old.mtime));
        }));
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/keep.js








/** Writes what is new of a mount to the store, and says what it is made of now. */
async function keep(site, broken, { mount, before, currents, used, idle }, work) {
    let transferred = 0;
    const send = async (descriptor, path) => {
        if (broken.has(descriptor.digest) || !(await site.store.hasBlob(descriptor))) {
            await site.store.saveBlob(descriptor, path);
            transferred += descriptor.size;
        }
        await (0,promises_.rm)(path, { force: true });
    };
    const entries = currents.map(({ entry }) => entry);
    const added = entries.filter(({ size, pack }) => size > 0 && pack === undefined);
    const { stays, packs } = repacking(before?.kept.packs ?? [], entries, bytesOf(added), site.packBytes);
    const moving = entries.filter(({ size, pack }) => size > 0 && (pack === undefined || !stays.has(pack)));
    const go = goBuildCaches(entries);
    const wanted = moving.map(({ path, size }) => ({
        path,
        size,
        telling: tellingBytes(goFile(go, path), size),
    }));
    const made = await packFiles(site, (0,external_node_path_.join)(site.temporary, mount.folder), wanted, work, site.packBytes);
    for (const { descriptor, path } of made.packs)
        await send(descriptor, path);
    const places = new Map(moving.map(({ path }, at) => [path, made.packed[at]]));
    const placed = entries.map((entry) => {
        const place = places.get(entry.path);
        if (place === undefined) {
            return entry.pack === undefined ? entry : { ...entry, pack: stays.get(entry.pack) };
        }
        const at = { pack: packs.length + place.pack, offset: place.offset };
        // Go's own name for it is its digest.
        return goFile(go, entry.path) === 'data' ? { ...entry, ...at } : { ...entry, ...at, hash: place.hash };
    });
    const path = (0,external_node_path_.join)(work, 'index');
    const writer = new ArchiveWriter(path, 'index');
    await writer.write(encodeIndex({ entries: placed }));
    const index = await writer.finish();
    await send(index, path);
    const current = used || before === undefined;
    const kept = {
        name: mount.name,
        folder: portableFolder(mount.folder),
        podman: current ? site.podman : before.kept.podman,
        idle,
        used: current ? new Date().toISOString() : before.kept.used,
        bytes: bytesOf(entries),
        index,
        packs: [...packs, ...made.packs.map(({ descriptor }) => descriptor)],
    };
    return { kept, transferred };
}
function bytesOf(entries) {
    return entries.reduce((sum, { size }) => sum + size, 0);
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/scan.js



const scan_TYPES = { f: 'file', d: 'directory', l: 'symlink' };
const FIELDS = ['%y', '%m', '%U', '%G', '%s', '%i', '%n', '%T@', '%A@', '%C@'];
/**
 * Everything below a folder, in the order of the paths. Sockets, pipes and devices are left out.
 * @throws {Failure} when it can't be read, or holds names that aren't UTF-8
 */
async function scan(access, folder) {
    const raw = [];
    const take = (head, path, target) => {
        const [letter, mode, uid, gid, size, inode, links, mtime, atime, ctime] = head.split(' ');
        const type = scan_TYPES[letter];
        if (type === undefined)
            return;
        if (path.includes('\ufffd') || target.includes('\ufffd')) {
            throw new src_errors/* Failure */.HR('it has file names that are not UTF-8');
        }
        if (raw.length >= MOST_ENTRIES)
            throw new src_errors/* Failure */.HR(`it has more than ${MOST_ENTRIES} files`);
        raw.push({
            inode: type === 'file' && Number(links) > 1 ? inode : '',
            found: {
                type,
                path,
                // As in an index: nobody's cache needs files that run as another user.
                mode: Number.parseInt(mode, 8) & (type === 'directory' ? 0o3777 : 0o777),
                uid: Number(uid),
                gid: Number(gid),
                mtime: normalTime(mtime),
                size: type === 'file' ? Number(size) : 0,
                ...(type === 'symlink' && { target }),
                atime: Number(atime),
                ctime: Number(ctime),
            },
        });
    };
    await runAsOwner(access, ['find', folder, '-xdev', '-printf', `${FIELDS.join(' ')}\\0%P\\0%l\\0`], {
        output: async (stdout) => {
            stdout.setEncoding('utf8');
            let rest = [''];
            for await (const chunk of stdout) {
                const parts = chunk.split('\0');
                rest[rest.length - 1] += parts[0];
                rest.push(...parts.slice(1));
                const whole = rest.length - 1 - ((rest.length - 1) % 3);
                for (let at = 0; at < whole; at += 3)
                    take(rest[at], rest[at + 1], rest[at + 2]);
                rest = rest.slice(whole);
            }
        },
    });
    raw.sort((a, b) => byPath(a.found, b.found));
    return withHardLinks(raw);
}
function withHardLinks(raw) {
    const first = new Map();
    return raw.map(({ found, inode }) => {
        const target = inode === '' ? undefined : first.get(inode);
        if (target !== undefined)
            return { ...found, type: 'hardlink', size: 0, target };
        if (inode !== '')
            first.set(inode, found.path);
        return found;
    });
}
/** find prints ten decimals, of which a file system has nine; times before 1970 become 1970. */
function normalTime(text) {
    const [seconds = '0', decimals = ''] = text.split('.');
    return seconds.startsWith('-') ? '0.000000000' : `${seconds}.${decimals.padEnd(9, '0').slice(0, 9)}`;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/trim.js
/** A file that this many builds in a row did not use goes. One is too few: a branch may build a part of it. */
const OLDEST_FILE = 3;
/** The same for a whole mount. More, since its step may have come from a layer cache. */
const OLDEST_MOUNT = 30;
/** What has to go so that the rest fits: what was not used longest first. */
function overLimit(units, limit) {
    let total = units.reduce((sum, { bytes }) => sum + bytes, 0);
    const going = new Set();
    if (total <= limit)
        return going;
    for (const unit of [...units].sort((a, b) => b.age - a.age || a.used - b.used || b.bytes - a.bytes)) {
        if (total <= limit)
            break;
        going.add(unit);
        total -= unit.bytes;
    }
    return going;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/trimming.js


/** Compressed size of what was never compressed yet, as a part of its size. */
const USUAL_RATIO = 0.4;
/** Makes the plan of a mount in which everything stays. */
function planOf(mount, currents, before) {
    const used = before === undefined || currents.some((each) => each.used);
    return { mount, before, used, idle: used ? 0 : before.kept.idle + 1, currents };
}
/** Whether there is anything to keep in it. */
function hasFiles({ currents, idle }) {
    return idle < OLDEST_MOUNT && currents.some(({ entry }) => entry.type !== 'directory');
}
/**
 * Whether a mount has to be written anew. That files grew older alone is no reason; that one was used again just before it would
 * have gone is.
 */
function isChanged(plan) {
    const { before, currents } = plan;
    if (before === undefined)
        return hasFiles(plan);
    if (!isUnchanged(currents, before.index))
        return true;
    return currents.some((each) => each.entry.age === 0 && (each.before?.age ?? 0) >= OLDEST_FILE - 1);
}
/**
 * Takes out what is too old, then what is too much. Only files of a cache whose files stand for themselves go one by one; a mount
 * of anything else stays or goes as a whole, since a part of it may be taken for the whole.
 */
function trim(plans, others, limit) {
    const young = plans.map((plan) => without(plan, ({ single, entry }) => single && entry.age >= OLDEST_FILE));
    const going = overLimit([...young.flatMap(unitsOf), ...others.map(unitOfOther)], limit);
    const left = young.map((plan) => {
        const mine = [...going].filter((unit) => unit.plan === plan);
        if (mine.length === 0)
            return plan;
        const whole = mine.some(({ current }) => current === undefined);
        const singles = new Set(mine.map(({ current }) => current));
        return without(plan, (current) => whole || singles.has(current));
    });
    const count = (all) => all.flatMap(({ currents }) => currents);
    const bytes = (all) => count(all).reduce((sum, { entry }) => sum + entry.size, 0);
    const gone = new Set([...going].map(({ other }) => other));
    return {
        plans: left,
        others: others.filter((other) => !gone.has(other) && other.idle < OLDEST_MOUNT),
        files: count(plans).length - count(left).length,
        bytes: bytes(plans) - bytes(left),
    };
}
function without(plan, goes) {
    const currents = plan.currents.filter((current) => !goes(current));
    const files = new Set(currents.map(({ entry }) => (entry.type === 'file' ? entry.path : undefined)));
    const whole = currents.filter(({ entry }) => entry.type !== 'hardlink' || files.has(entry.target));
    return whole.length === plan.currents.length ? plan : { ...plan, currents: whole };
}
function unitsOf(plan) {
    const { before, currents, used, idle } = plan;
    const ratio = ratioOf(before?.kept.packs ?? []);
    const singles = currents
        .filter(({ single }) => single)
        .map((current) => ({
        age: current.entry.age + idle,
        used: current.usedAt,
        bytes: current.entry.size * ratio,
        plan,
        current,
    }));
    const rest = currents.filter(({ single }) => !single).reduce((sum, { entry }) => sum + entry.size, 0);
    // What a cache of single files has besides (a README) goes with nothing.
    if (singles.length > 0 && rest * 100 < singles.reduce((sum, { current }) => sum + current.entry.size, 0)) {
        return singles;
    }
    const when = used ? Date.now() / 1000 : secondsOf(before?.kept.used);
    return [...singles, { age: idle, used: when, bytes: rest * ratio, plan }];
}
function unitOfOther(other) {
    const bytes = other.packs.reduce((sum, { size }) => sum + size, 0);
    return { age: other.idle, used: secondsOf(other.used), bytes, other };
}
function ratioOf(packs) {
    const bytes = packs.reduce((sum, pack) => sum + pack.bytes, 0);
    return bytes === 0 ? USUAL_RATIO : packs.reduce((sum, { size }) => sum + size, 0) / bytes;
}
function secondsOf(time = '') {
    return Date.parse(time) / 1000 || 0;
}

;// CONCATENATED MODULE: ./build/src/cache/mounts/save.js









const NOTHING = { mounts: [], transferred: 0, trimmed: { files: 0, bytes: 0 }, warnings: [] };
/**
 * Keeps the mounts of a build that succeeded: what it used, and for some builds longer what it did not. Nothing is written
 * when nothing changed. Whatever goes wrong costs a warning.
 * @throws {Interrupted} when the signal fired; nothing else
 */
async function saveMounts(site, restored) {
    const { mounts, complete } = restored.wanted;
    if (mounts.length === 0 && complete)
        return { ...NOTHING, seconds: 0 };
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    let work;
    try {
        work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.work, 'save-'));
        return { ...(await save_save(site, restored, work)), seconds: seconds() };
    }
    catch (error) {
        if (error instanceof src_errors/* Interrupted */.j$ || site.signal?.aborted)
            throw new src_errors/* Interrupted */.j$();
        const warning = `${site.platform.text}: the cache mounts could not be saved: ${(0,src_errors/* messageOf */.bD)(error)}`;
        return { ...NOTHING, seconds: seconds(), warnings: [warning] };
    }
    finally {
        if (work !== undefined)
            await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
async function save_save(site, restored, work) {
    const { mounts, moved } = assign_assign(await scanAll(site), restored);
    const warnings = moved.map(({ name, podman }) => `${site.platform.text}: podman ${site.podman} keeps the cache mount ${name} in another folder than podman ${podman} did, so it started empty this time`);
    const plans = [];
    for (const mount of mounts)
        plans.push(await planFor(site, restored, mount, work));
    const trimmed = trim(plans, restored.others, site.limit);
    const lost = plans.filter(({ before }) => before !== undefined).length < restored.mounts.length;
    const facts = trimmed.plans.filter(hasFiles).map(factsOf);
    if (!lost && restored.broken.size === 0 && trimmed.files === 0 && !plans.some(isChanged)) {
        return { ...NOTHING, mounts: facts, warnings };
    }
    const kept = [];
    let transferred = 0;
    for (const plan of trimmed.plans.filter(hasFiles)) {
        const result = await keep(site, restored.broken, plan, await (0,promises_.mkdtemp)((0,external_node_path_.join)(work, 'mount-')));
        kept.push(result.kept);
        transferred += result.transferred;
    }
    const others = await complete(site, trimmed.others);
    const record = encodeRecord(site, [...kept, ...others]);
    await site.store.writeDocument(recordName(site), record);
    const { files, bytes } = trimmed;
    return { mounts: facts, transferred: transferred + record.length, trimmed: { files, bytes }, warnings };
}
/** The mounts of which the store has lost nothing: with others the record would not be saved. */
async function complete({ store }, mounts) {
    const found = [];
    for (const mount of mounts) {
        const there = await Promise.all([mount.index, ...mount.packs].map((part) => store.hasBlob(part)));
        if (there.every((each) => each))
            found.push(mount);
    }
    return found;
}
/** All that the builder keeps for mounts, by its path below TMPDIR. */
async function scanAll(site) {
    const parents = (await (0,promises_.readdir)(site.temporary)).filter((name) => /^buildah-cache(-\d+)?$/.test(name));
    const all = [];
    for (const parent of parents) {
        const below = (path) => (path === '' ? parent : `${parent}/${path}`);
        for (const found of await scan(site, (0,external_node_path_.join)(site.temporary, parent))) {
            const target = found.type === 'hardlink' ? { target: below(found.target) } : {};
            all.push({ ...found, path: below(found.path), ...target });
        }
    }
    return all;
}
async function planFor(site, restored, mount, work) {
    const before = restored.mounts.find(({ folder }) => folder === mount.folder);
    const folder = (0,external_node_path_.join)(site.temporary, mount.folder);
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(work, 'compare-'));
    return planOf(mount, await compare(site, folder, mount, before?.index, restored, own), before);
}
function factsOf({ mount, currents }) {
    return { name: mount.name, bytes: currents.reduce((sum, { entry }) => sum + entry.size, 0) };
}

;// CONCATENATED MODULE: ./build/src/cache/records.js


/** Nothing remembered. */
const NO_RECORDS = { builds: new Map(), checkpoints: new Map() };
const FORMAT = 1;
/** The layers that a checkpoint keeps itself. */
function ownLayers({ manifest, baseLayers }) {
    return manifest.layers.slice(baseLayers);
}
/** Writes records down. */
function encodeRecords({ builds, checkpoints }) {
    return Buffer.from(JSON.stringify({
        format: FORMAT,
        builds: Object.fromEntries(builds),
        checkpoints: Object.fromEntries(checkpoints),
    }));
}
/**
 * Reads records, which came from a place that others may write to: entries that are not as they should be are left out, and a
 * text that is none of ours gives none.
 */
function decodeRecords(bytes) {
    let content;
    try {
        content = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return NO_RECORDS;
    }
    if (!(0,parse/* isFields */.Ce)(content) || content.format !== FORMAT)
        return NO_RECORDS;
    return {
        builds: entries(content.builds, isBuildRecord),
        checkpoints: entries(content.checkpoints, isCheckpointRecord),
    };
}
function entries(value, is) {
    const found = new Map();
    for (const [key, entry] of Object.entries((0,parse/* isFields */.Ce)(value) ? value : {})) {
        if ((0,oci_digest/* isDigest */.Bc)(key) && is(entry))
            found.set(key, entry);
    }
    return found;
}
function isBuildRecord(value) {
    return ((0,parse/* isFields */.Ce)(value) &&
        isImage(value) &&
        isTimed(value) &&
        isTexts(value.repositories) &&
        isExecution(value.execution));
}
function isCheckpointRecord(value) {
    if (!(0,parse/* isFields */.Ce)(value) || !isImage(value) || !isTimed(value))
        return false;
    const { baseLayers, manifest } = value;
    const count = manifest.layers.length;
    return Number.isSafeInteger(baseLayers) && baseLayers >= 0 && baseLayers <= count;
}
function isImage({ manifest, config }) {
    return ((0,parse/* isFields */.Ce)(manifest) &&
        typeof manifest.mediaType === 'string' &&
        records_isDescriptor(manifest.config) &&
        Array.isArray(manifest.layers) &&
        manifest.layers.every(records_isDescriptor) &&
        (manifest.annotations === undefined ||
            ((0,parse/* isFields */.Ce)(manifest.annotations) && isTexts(Object.values(manifest.annotations)))) &&
        (0,parse/* isFields */.Ce)(config) &&
        typeof config.os === 'string' &&
        typeof config.architecture === 'string' &&
        (0,parse/* isFields */.Ce)(config.rootfs) &&
        Array.isArray(config.rootfs.diff_ids) &&
        config.rootfs.diff_ids.length === manifest.layers.length &&
        config.rootfs.diff_ids.every(oci_digest/* isDigest */.Bc));
}
function records_isDescriptor(value) {
    return ((0,parse/* isFields */.Ce)(value) &&
        typeof value.mediaType === 'string' &&
        (0,oci_digest/* isDigest */.Bc)(value.digest) &&
        Number.isSafeInteger(value.size) &&
        value.size >= 0);
}
function isTimed({ ran, used, seconds }) {
    return [ran, used, seconds].every((time) => typeof time === 'number' && Number.isFinite(time) && time >= 0);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
function isExecution(value) {
    return value === 'native' || value === 'emulated' || value === 'cross-built';
}

;// CONCATENATED MODULE: ./build/src/cache/retention.js

/**
 * What is still worth remembering at a time: nothing that ran longer ago than the ttl, and of the rest what was used last as
 * far as there is room. Layers that several records share take room once.
 * @param now seconds since 1970
 */
function retained(records, { ttl, maxSize }, now) {
    const { builds, checkpoints } = records;
    const current = [...builds.values(), ...checkpoints.values()].filter(({ ran }) => now - ran < ttl);
    const kept = new Set();
    const counted = new Set();
    let size = 0;
    for (const record of current.sort((a, b) => b.used - a.used)) {
        const added = blobsOf(record).filter(({ digest }) => !counted.has(digest));
        const more = added.reduce((sum, blob) => sum + blob.size, 0);
        if (size + more > maxSize)
            continue;
        size += more;
        for (const { digest } of added)
            counted.add(digest);
        kept.add(record);
    }
    return only(records, (record) => kept.has(record));
}
/** The blobs that the store keeps for some records. */
function keptBlobs({ builds, checkpoints }) {
    const blobs = [...builds.values(), ...checkpoints.values()].flatMap(blobsOf);
    return new Map(blobs.map((blob) => [blob.digest, blob]));
}
/** The records all of whose kept blobs are there. */
function retention_complete(records, has) {
    return only(records, (record) => blobsOf(record).every(has));
}
function only({ builds, checkpoints }, holds) {
    return {
        builds: new Map([...builds].filter(([, record]) => holds(record))),
        checkpoints: new Map([...checkpoints].filter(([, record]) => holds(record))),
    };
}
/** The layers that the store keeps for a record: of an image those that no registry has, of a step its own. */
function blobsOf(record) {
    if ('baseLayers' in record)
        return ownLayers(record);
    return record.repositories.length > 0 ? [] : record.manifest.layers;
}

;// CONCATENATED MODULE: ./build/src/cache/record-book.js





// A list of scopes that somebody else wrote may be of any length.
const MOST_SCOPES = 64;
// Younger notes of a use are left: a run that used nothing but what it knew need not write.
const NOTE_AFTER = 86_400;
/**
 * The records of one scope and platform. Each scope writes its own document, so that builds at the same time never overwrite each
 * other's; all scopes of the platform can be read, since a list of them is kept, too.
 */
class RecordBook {
    cache;
    retention;
    scope;
    slug;
    records;
    scopes;
    others;
    constructor(scope, platform, cache, retention) {
        this.cache = cache;
        this.retention = retention;
        this.scope = (0,oci_digest/* encodedPart */.eA)((0,oci_digest/* digestOf */.ol)(scope)).slice(0, 16);
        this.slug = (0,oci_platform/* platformSlug */.DN)(platform);
    }
    /** What this scope remembers, what this run has added included. */
    read() {
        this.records ??= this.readScope(this.scope);
        return this.records;
    }
    /** What the other scopes of the platform remember. */
    readOthers() {
        this.others ??= this.readScopes().then((scopes) => {
            const names = [...scopes.keys()].filter((scope) => scope !== this.scope);
            return Promise.all(names.map((scope) => this.readScope(scope)));
        });
        return this.others;
    }
    /**
     * Adds records to this scope's, in place of those with the same key. What is too old or too much goes, and what the store has lost: with
     * that the document would not be saved.
     */
    async add(added) {
        const { store, pending } = this.cache;
        if (!store.writable)
            return;
        const known = await this.readComplete();
        const kept = retained({
            builds: new Map([...known.builds, ...(added.builds ?? [])]),
            checkpoints: new Map([...known.checkpoints, ...(added.checkpoints ?? [])]),
        }, this.retention, now());
        this.records = Promise.resolve(kept);
        await pending.addDocument(this.document(this.scope), encodeRecords(kept), [...keptBlobs(kept).values()]);
        await this.noteScope();
    }
    async readComplete() {
        const { store, pending } = this.cache;
        const known = await this.read();
        const blobs = [...keptBlobs(known).values()];
        const there = await Promise.all(blobs.map(async (blob) => pending.holds(blob) || store.hasBlob(blob)));
        const found = new Set(blobs.filter((_, at) => there[at]).map(({ digest }) => digest));
        return retention_complete(known, ({ digest }) => found.has(digest));
    }
    async readScope(scope) {
        const bytes = await this.cache.store.readDocument(this.document(scope));
        return bytes === undefined ? NO_RECORDS : decodeRecords(bytes);
    }
    /** When each scope was noted last, by this run too, in seconds since 1970. */
    readScopes() {
        this.scopes ??= this.readList();
        return this.scopes;
    }
    async readList() {
        const bytes = await this.cache.store.readDocument(this.list);
        const noted = bytes === undefined ? {} : parseScopes(bytes);
        const newest = Object.entries(noted).sort(([, a], [, b]) => b - a);
        return new Map(newest.slice(0, MOST_SCOPES));
    }
    // Two builds at the same time may each miss the other's note; the next run of either writes it again.
    async noteScope() {
        const scopes = await this.readScopes();
        if (!isOld(scopes.get(this.scope) ?? 0))
            return;
        scopes.set(this.scope, now());
        const { pending } = this.cache;
        for (const [scope, noted] of scopes) {
            if (now() - noted < this.retention.ttl + NOTE_AFTER || (await this.remembersAny(scope)))
                continue;
            scopes.delete(scope);
            // Or else the document would keep its blobs for as long as the store keeps documents.
            await pending.addDocument(this.document(scope), encodeRecords(NO_RECORDS), []);
        }
        await pending.addDocument(this.list, Buffer.from(JSON.stringify({ scopes: Object.fromEntries(scopes) })), []);
    }
    /** Whether a scope has something that is not too old. */
    async remembersAny(scope) {
        const { builds, checkpoints } = retained(await this.readScope(scope), this.retention, now());
        return builds.size + checkpoints.size > 0;
    }
    document(scope) {
        return `builds-${scope}-${this.slug}`;
    }
    get list() {
        return `scopes-${this.slug}`;
    }
}
/** Whether a note of a use, in seconds since 1970, is so old that it is worth writing it again. */
function isOld(used) {
    return now() - used > NOTE_AFTER;
}
/** Seconds since 1970. */
function now() {
    return Math.floor(Date.now() / 1000);
}
function parseScopes(bytes) {
    let content;
    try {
        content = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return {};
    }
    const scopes = (0,parse/* isFields */.Ce)(content) && (0,parse/* isFields */.Ce)(content.scopes) ? content.scopes : {};
    const valid = Object.entries(scopes).filter((entry) => /^[0-9a-f]{16}$/.test(entry[0]) && typeof entry[1] === 'number' && Number.isFinite(entry[1]));
    return Object.fromEntries(valid);
}

// EXTERNAL MODULE: ./build/src/pipeline/arguments.js
var pipeline_arguments = __webpack_require__(8720);
// EXTERNAL MODULE: ./build/src/emulation/registration.js
var registration = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/src/dockerfile/lines.js
var lines = __webpack_require__(1475);
;// CONCATENATED MODULE: ./build/src/fingerprint/types.js
/** Thrown while a step's inputs are looked at; the message is the reason. */
class NotEligible extends Error {
}

;// CONCATENATED MODULE: ./build/src/fingerprint/build-contexts.js


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
    return { kind: 'folder', path: (0,external_node_path_.resolve)(value) };
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
    throw new NotEligible(`“${name}” may or may not mean the build context “${similar}”`);
}

;// CONCATENATED MODULE: ./build/src/fingerprint/file-reader.js





/** A file could not be taken as an input of a build, in words for the summary. */
class Unreadable extends Error {
}
// Neither a link nor a pipe that has taken the file's place is followed or waited for.
const FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
const SMALL = 1 << 18;
const file_reader_CHUNK = 1 << 20;
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
            throw new Unreadable(`${path} can’t be read: ${(0,src_errors/* messageOf */.bD)(error)}`);
        }
    }
    async readNow(path) {
        // Small files are read synchronously, which is several times faster; others get their turn in between.
        if (performance.now() - this.turn > LONGEST_TURN_MS) {
            await (0,external_node_timers_promises_.setImmediate)();
            this.turn = performance.now();
        }
        const started = Date.now();
        const fd = (0,external_node_fs_.openSync)(path, FLAGS);
        try {
            const before = (0,external_node_fs_.fstatSync)(fd, { bigint: true });
            if (before.size > SMALL)
                return await this.readLarge(path, started);
            const size = (0,external_node_fs_.readSync)(fd, this.buffer, 0, SMALL, 0);
            this.bytes += size;
            const hash = (0,external_node_crypto_.createHash)('sha256').update(this.buffer.subarray(0, size)).digest('hex');
            return file_reader_checked(path, `sha256:${hash}`, size, [before, (0,external_node_fs_.fstatSync)(fd, { bigint: true })], started);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    async readLarge(path, started) {
        const file = await (0,promises_.open)(path, FLAGS);
        try {
            const before = await file.stat({ bigint: true });
            const hash = (0,external_node_crypto_.createHash)('sha256');
            const chunk = Buffer.allocUnsafe(file_reader_CHUNK);
            let size = 0;
            for (;;) {
                const { bytesRead } = await file.read(chunk, 0, file_reader_CHUNK, size);
                if (bytesRead === 0)
                    break;
                hash.update(chunk.subarray(0, bytesRead));
                size += bytesRead;
            }
            this.bytes += size;
            const after = await file.stat({ bigint: true });
            return file_reader_checked(path, `sha256:${hash.digest('hex')}`, size, [before, after], started);
        }
        finally {
            await file.close();
        }
    }
}
function file_reader_checked(path, digest, size, [before, after], started) {
    const identity = identityOf(after);
    if (identityOf(before) !== identity || after.size !== BigInt(size))
        throw changed(path);
    return { digest, identity, settled: Number(after.ctimeMs) + SETTLED_AFTER_MS < started };
}
function statOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { bigint: true });
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

// EXTERNAL MODULE: ./build/src/fingerprint/flags.js
var fingerprint_flags = __webpack_require__(2897);
;// CONCATENATED MODULE: ./build/src/fingerprint/ignore.js



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
    const beside = ignore_files/* IGNORE_FILES */.h.map((name) => `${dockerfile}${name}`);
    const found = (await Promise.all(beside.map((path) => rulesOf(path)))).filter((rules) => rules !== undefined);
    if (found.length > 0)
        return allOf(found);
    // These two are looked for within the context, links included.
    for (const name of ignore_files/* IGNORE_FILES */.h) {
        const real = context.resolve(name);
        const rules = real && (await rulesOf((0,external_node_path_.join)(context.root, real.path)));
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
    const exists = await (0,promises_.stat)(path).then(() => true, () => false);
    if (!exists)
        return undefined;
    return parseIgnoreRules(await (0,promises_.readFile)(path, 'utf8').catch(() => ''), from);
}
/** Parses the text of an ignore file. */
function parseIgnoreRules(text, from = 'found') {
    const patterns = text.split('\n').flatMap((line) => ignore_parseLine(line, from));
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
function ignore_parseLine(line, from) {
    if (line.startsWith('#'))
        return [];
    const bare = line.replace(/^\uFEFF/, '');
    const trimmed = bare.replace(/^\/+|\/+$/g, '').trim();
    if (trimmed === '' || trimmed === '!')
        return [];
    const clean = external_node_path_.posix.normalize(trimmed).replace(/(?<=.)\/$/, '');
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

;// CONCATENATED MODULE: ./build/src/fingerprint/tree.js





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
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.root, path), { throwIfNoEntry: false });
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
        const names = attempt(folder, () => (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(this.root, folder)).sort());
        const unclear = names.find((name) => name.includes('\uFFFD'));
        if (unclear !== undefined)
            throw new Unreadable(`${(0,external_node_path_.join)(folder, unclear)}: its name is not UTF-8`);
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
            const path = external_node_path_.posix.join(folder, name);
            const entry = this.entry(path);
            if (entry === undefined)
                throw new Unreadable(`${path} changed while it was read`);
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
            const entry = this.entry(external_node_path_.posix.join(...done, part));
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
        const limit = (0,p_limit/* default */.A)(TOGETHER);
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
            return this.reader.digest((0,external_node_path_.join)(this.root, path));
        if (stats.isSymbolicLink())
            return this.linkTarget(entry);
        return stats.isCharacterDevice() || stats.isBlockDevice() ? String(stats.rdev) : '';
    }
    linkTarget({ path }) {
        const target = attempt(path, () => (0,external_node_fs_.readlinkSync)((0,external_node_path_.join)(this.root, path)));
        if (target.includes('\uFFFD'))
            throw new Unreadable(`${path}: its target is not UTF-8`);
        return target;
    }
}
function attempt(path, read) {
    try {
        return read();
    }
    catch (error) {
        throw new Unreadable(`${path === '' ? 'the folder' : path} can’t be read: ${(0,src_errors/* messageOf */.bD)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/src/fingerprint/origins.js




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
        const tree = new Tree(realpath(path), this.reader);
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
        const context = contextNamed(this.contexts, name) ??
            (found?.name === undefined ? undefined : contextNamed(this.contexts, found.name));
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
            throw new NotEligible(`the build context “${name}” (${context.text}) is neither a folder nor an image`);
        }
        const tree = this.tree(context.path);
        if (tree.entry('')?.stats.isDirectory() !== true)
            throw new NotEligible(`the build context “${name}” (${context.path}) is no folder`);
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
            throw new NotEligible(`the image ${reference} is on this machine only`);
        if (found === undefined)
            throw new NotEligible(`which image ${reference} is now could not be told for ${platform.text}`);
        return found;
    }
}
// What a path leads to is the root, and no link.
function realpath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
}
function stageNamed(earlier, dockerfile, name) {
    if (/^\d+$/.test(name)) {
        const numbered = earlier[Number(name)];
        if (numbered === undefined)
            throw new NotEligible(`there is no earlier stage ${name}`);
        return numbered;
    }
    const same = dockerfile.stages.filter((stage) => stage.name === name.toLowerCase());
    if (same.length > 1)
        throw new NotEligible(`several stages have the name “${name}”`);
    return same[0] !== undefined && earlier.includes(same[0]) ? same[0] : undefined;
}

;// CONCATENATED MODULE: ./build/src/fingerprint/salt.js
// Raised with every change to what goes into a key, so that no older record is believed.
const salt_FORMAT = 2;
/** Options of `podman build` whose text is all that they bring in. */
const PLAIN = new Set([
    ...[
        'add-host',
        'cap-add',
        'cap-drop',
        'cgroupns',
        'compress',
        'cpu-period',
        'cpu-quota',
        'cpu-shares',
        'c',
    ],
    ...['cpuset-cpus', 'cpuset-mems', 'disable-compression', 'D', 'dns', 'dns-option', 'dns-search'],
    ...['force-rm', 'group-add', 'http-proxy', 'ignorefile', 'inherit-annotations', 'inherit-labels', 'ipc'],
    ...[
        'isolation',
        'jobs',
        'layer-label',
        'log-level',
        'memory',
        'm',
        'memory-swap',
        'network',
        'no-hostname',
    ],
    ...['no-hosts', 'omit-history', 'os-feature', 'os-version', 'pid', 'pull', 'retry', 'retry-delay', 'rm'],
    ...['runtime', 'runtime-flag', 'shm-size', 'skip-unused-stages', 'squash', 'squash-all', 'tls-verify'],
    ...['ulimit', 'unsetannotation', 'unsetenv', 'unsetlabel', 'userns', 'uts'],
]);
/** The option of `extra-args` that may bring in what is not known here; undefined when there is none. */
function unknownExtraArgument(args) {
    return args.find((argument, at) => {
        const [, name, equals] = /^--?([A-Za-z][A-Za-z-]*)(=)?/.exec(argument) ?? [];
        if (name === undefined)
            return !isValueOf(args[at - 1]);
        // With a value only, else it is the environment's.
        if (name === 'env')
            return !/^--env=[^=]+=/.test(argument);
        if (name === 'security-opt')
            return equals === undefined || argument.includes('/');
        return !PLAIN.has(name);
    });
}
function isValueOf(option) {
    return option !== undefined && /^--?[A-Za-z]/.test(option) && !option.includes('=');
}
/** The ignore file that `extra-args` name; the last one counts. */
function ignoreFileArgument(args) {
    return args
        .map((argument, at) => {
        if (argument === '--ignorefile')
            return args[at + 1];
        return /^--ignorefile=(.*)$/s.exec(argument)?.[1];
    })
        .findLast((path) => path !== undefined);
}
const PROXIES = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy'];
/** What every key of a stage depends on. */
function saltOf(inputs, platform) {
    const { tools, settings, env } = inputs;
    // Arguments that every step sees though none is declared.
    const proxies = settings.buildArgs.filter((each) => PROXIES.includes(each.split('=')[0].toLowerCase()));
    const names = Object.keys(env).filter((name) => PROXIES.includes(name.toLowerCase()) || /^BUILDAH_|^SOURCE_DATE_EPOCH$/.test(name));
    return [
        salt_FORMAT,
        tools.product,
        tools.podman.version,
        tools.podman.rootless,
        tools.settings,
        platform.text,
        inputs.platform.text,
        inputs.buildPlatform.text,
        settings.format,
        settings.timestamp,
        settings.network,
        settings.shmSize,
        settings.addHosts,
        settings.ulimits,
        settings.extraArgs,
        proxies,
        names.sort().map((name) => [name, env[name]]),
    ].map((each) => each ?? null);
}

// EXTERNAL MODULE: ./build/src/dockerfile/words.js
var words = __webpack_require__(6477);
;// CONCATENATED MODULE: ./build/src/fingerprint/scope.js


// Besides proxies and the time of a build, the path of programs that an image without one is given.
const BUILDERS_OWN = /^(PATH|SOURCE_DATE_EPOCH|.*_proxy)$/i;
const scope_EMPTY = { text: '', identity: '' };
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
        ...(0,oci_platform/* platformArguments */.Qo)('TARGET', target),
        ...(0,oci_platform/* platformArguments */.Qo)('BUILD', build),
    ]);
}
/** The text that a word of FROM stands for; undefined where it can't be told. */
function expandInFrom(word, globals, args) {
    return (0,words/* expandWord */.V)(word, (name) => {
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
            return others.length === 0 ? scope_EMPTY : either(others);
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
        return maybe ? { text: undefined, identity: value ?? '' } : scope_EMPTY;
    }
    /** The text that a word stands for; undefined where it can't be told. */
    expand(word) {
        return (0,words/* expandWord */.V)(word, this.lookup);
    }
    /** The variables that a text names, with what identifies their values. */
    named(text) {
        return (0,words/* variableNames */.z)(text).map((name) => [name, this.value(name).identity]);
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/fingerprint/secrets.js





const hash = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
/**
 * Secrets as they go into keys. Keys are stored and shown, and many secrets could be guessed, so it is a slow hash; its salt is
 * fixed, since keys of two runs are compared.
 */
class SecretHashes {
    files;
    hashes = new Map();
    constructor(files) {
        this.files = files;
    }
    /** The hash of a secret, or that there is none. */
    of(id) {
        const known = this.hashes.get(id);
        if (known !== undefined)
            return known;
        const file = this.files.findLast((each) => each.id === id)?.file;
        const found = file === undefined ? Promise.resolve('none') : secrets_hashOf(id, file);
        this.hashes.set(id, found);
        return found;
    }
}
async function secrets_hashOf(id, file) {
    const content = await (0,promises_.readFile)(file).catch((error) => {
        throw new Unreadable(`the secret ${id} can’t be read: ${(0,src_errors/* messageOf */.bD)(error)}`);
    });
    return (await hash(content, `multiarch-build secret ${id}`, 32)).toString('hex');
}

;// CONCATENATED MODULE: ./build/src/fingerprint/mounts.js


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
                throw new NotEligible(`a secret without an id is mounted (${written})`);
            return sources.secrets.of(id);
        }
        case 'ssh':
        case 'tmpfs':
            return '';
        default:
            throw new NotEligible(`what a mount of the type ${type} holds isn’t known`);
    }
}
function parseMount(written) {
    const options = new Map();
    for (const each of written.split(',')) {
        const [, name = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? [];
        if (options.has(name))
            throw new NotEligible(`a mount says ${name} twice (${written})`);
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
        throw new NotEligible(`links from ${source} lead round in circles`);
    // The ignore file hides nothing from a mount, and programs see the owners.
    const entries = tree.walk(real.path, ignoreNothing);
    return [real.path, await tree.describe([...real.links, ...entries], { owners: true })];
}

;// CONCATENATED MODULE: ./build/src/fingerprint/glob.js
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
        .walk(folder, ignoreNothing)
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
        for (const { path, stats } of tree.walk(each, ignoreNothing)) {
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
        if (!isPattern(component)) {
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
    const test = componentTest(components.at(-1));
    return (path) => test?.(external_node_path_.posix.basename(path)) ?? true;
}
/** The paths in a folder that match; undefined where that can't be told. */
function match(tree, folder, pattern) {
    const test = componentTest(pattern);
    const real = tree.resolve(folder)?.path;
    if (test === undefined || real === undefined)
        return undefined;
    if (!tree.entry(real)?.stats.isDirectory())
        return [];
    const names = tree.names(real).filter(test);
    // podman takes what it found for patterns once more.
    return names.some(isPattern) ? undefined : names.map((name) => external_node_path_.posix.join(folder, name));
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
        return { entries: [...real.links, ...tree.walk(real.path, ignoreNothing)], notes };
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
        throw new NotEligible('its flags can be read in several ways');
    for (const { name, value } of flags) {
        if (name !== 'mount')
            continue;
        if (/["'\\]/.test(value))
            throw new NotEligible(`a mount can be read in several ways (${value})`);
        const written = scope.expand(value);
        if (written === undefined)
            throw new NotEligible(`what is mounted (${value}) depends on an unknown value`);
        mounts.push(await describeMount(written, sources));
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
        throw new NotEligible('its flags can be read in several ways');
    if (from.length === 0)
        return describeSources(context, ignore, unclear ? [undefined] : paths, {
            owners: false,
            parents,
            unpacks,
        });
    const [name] = from;
    if (name === undefined)
        throw new NotEligible('what it copies from depends on an unknown value');
    const origin = origins.named(name, stage);
    if (origin.kind !== 'folder')
        return origins.key(origin, platform);
    // Owners are kept from there, and an ignore file there may or may not count.
    return describeSources(origin.tree, ignoreNothing, unclear ? [undefined] : paths, {
        owners: true,
        parents,
        unpacks,
    });
}
/** Whether ADD fetches its sources, and they can be relied on: there is a checksum. */
function isRemote(paths, flags) {
    if (paths.some((path) => path === undefined))
        throw new NotEligible('what it adds depends on an unknown value, and could be an address');
    const remote = paths.filter((path) => /^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^git@/.test(path));
    if (remote.length === 0)
        return false;
    const repository = remote.find((path) => !/^https?:/.test(path) || /\.git(#.*)?$/.test(path));
    if (repository !== undefined)
        throw new NotEligible(`the repository ${repository} may have changed`);
    if (!flags.some(({ name }) => name === 'checksum'))
        throw new NotEligible(`${remote[0]} may have changed: it has no --checksum`);
    if (remote.length < paths.length)
        throw new NotEligible('it adds both addresses and files');
    return true;
}
function byName([a], [b]) {
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/src/fingerprint/fingerprint.js














/**
 * Computes what a build would be made from: for each stage that its target needs a chain of keys, one for each step. Two
 * builds whose keys are equal are made from the same inputs up to there; “changed” may be said needlessly, “unchanged”
 * never wrongly. See docs/fingerprint.md for what is an input and what is not.
 */
async function fingerprint(inputs) {
    return new Computation(inputs, new FileReader()).run();
}
/**
 * Computes all keys again after a build. Those that are what they were before belong to inputs that have not changed meanwhile, so that
 * the build was made from them: a file that was touched counts as changed.
 */
async function fingerprintAgain(inputs, before) {
    return new Computation(inputs, new FileReader(before.reader)).run();
}
class Computation {
    inputs;
    reader;
    ineligible = [];
    stages = new Map();
    args;
    globals;
    origins;
    secrets;
    ignore;
    lineOf;
    constructor(inputs, reader) {
        this.inputs = inputs;
        this.reader = reader;
        const { settings, env, platform, buildPlatform, secrets } = inputs;
        this.args = {
            given: buildArguments(settings.buildArgs, env),
            platform: automaticArguments(platform, buildPlatform),
        };
        this.globals = globalScope(inputs.dockerfile, this.args);
        const contexts = buildContexts(settings.buildContexts);
        this.origins = new Origins(inputs, contexts, reader, async (stage) => (await this.stage(stage)).key);
        this.secrets = new SecretHashes(secrets);
    }
    async run() {
        const { dockerfile, text, context, settings } = this.inputs;
        const { of, doubts } = (0,lines/* linesOf */.Dx)(dockerfile, text);
        this.lineOf = of;
        this.ineligible.push(...wholeBuild(this.inputs, of));
        this.ineligible.push(...doubts.map(({ line, problem }) => ({
            line,
            reason: `builders may read it differently: ${problem}`,
        })));
        const target = (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, settings.target);
        if (target === undefined)
            this.ineligible.push({ line: undefined, reason: 'the Dockerfile has no such stage' });
        if (target === undefined || this.ineligible.length > 0)
            return this.result(undefined);
        const given = ignoreFileArgument(settings.extraArgs) ?? this.inputs.ignoreFile;
        this.ignore = await readIgnoreRules(this.origins.tree(context), dockerfile.path, given);
        return this.result((await this.stage(target)).key);
    }
    async result(key) {
        const stages = await Promise.all(this.stages.values());
        return {
            stages: stages.map(({ scope: _scope, ...keys }) => keys).sort((a, b) => a.stage.index - b.stage.index),
            key,
            ineligible: this.ineligible,
            reader: this.reader,
        };
    }
    stage(stage) {
        const known = this.stages.get(stage);
        if (known !== undefined)
            return known;
        const keys = this.computeStage(stage);
        this.stages.set(stage, keys);
        return keys;
    }
    async computeStage(stage) {
        const { inputs, origins, secrets, ignore } = this;
        const begun = await this.orIneligible(stage.instructions[0].line, () => this.begin(stage));
        const scope = new Scope(this.args, this.globals, begun?.variables);
        const platform = begun?.platform ?? inputs.platform;
        const sources = {
            ...{ stage, platform, origins, secrets, ignore, scope },
            context: origins.tree(inputs.context),
            execution: inputs.tools.execution(platform),
        };
        let key = begun === undefined ? undefined : (0,oci_digest/* digestOf */.ol)(JSON.stringify(begun.description));
        const base = key;
        const steps = [];
        for (const instruction of stage.instructions.slice(1)) {
            const step = await this.orIneligible(instruction.line, async () => ({
                description: await describeStep(this.lineOf(instruction), sources),
            }));
            key = step && key && (0,oci_digest/* digestOf */.ol)(JSON.stringify([key, step.description]));
            applyToScope(instruction, scope);
            steps.push({ instruction, key });
        }
        return { stage, platform: begun?.platform, image: begun?.image, base, steps, key, scope };
    }
    /** What a stage begins with. */
    async begin(stage) {
        const { inputs, origins } = this;
        const { rest } = (0,fingerprint_flags/* splitFlags */.g0)(this.lineOf(stage.instructions[0]).text);
        const written = (0,fingerprint_flags/* words */.aL)(rest)[0] ?? '';
        const name = expandInFrom(written, this.globals, this.args);
        if (name === undefined || name === '')
            throw new NotEligible(`what FROM names (${written}) depends on an unknown value`);
        if (/^\d+$/.test(name))
            throw new NotEligible(`what FROM ${name} names can be read in several ways`);
        const platform = this.platformOf(stage);
        const salt = saltOf(inputs, platform);
        const origin = origins.named(name, stage);
        if (origin.kind === 'image' && origin.reference === 'scratch')
            return { platform, image: undefined, variables: new Map(), description: [salt, 'scratch'] };
        if (origin.kind === 'folder')
            throw new NotEligible(`it goes on from the build context “${name}”, a folder`);
        const key = await origins.key(origin, platform);
        if (origin.kind === 'stage') {
            const triggers = origin.stage.instructions.some(({ keyword }) => keyword === 'ONBUILD');
            if (triggers)
                throw new NotEligible(`the stage ${name} adds instructions (ONBUILD)`);
            const { scope } = await this.stage(origin.stage);
            return { platform, image: undefined, variables: scope.variables, description: [salt, ...key] };
        }
        const image = await origins.image(origin.reference, platform);
        if (image.onBuild.length > 0)
            throw new NotEligible(`the base image ${origin.reference} adds instructions of its own (ONBUILD)`);
        const variables = image.environment.map((each) => {
            const [, variable = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? [];
            return [variable, { text: value, identity: value }];
        });
        // The name goes into the image, as an annotation.
        return {
            platform,
            image: origin.reference,
            variables: new Map(variables),
            description: [salt, ...key, name, origin.reference],
        };
    }
    platformOf(stage) {
        const written = (0,dockerfile_stages/* platformOf */.tj)(this.inputs.dockerfile, stage);
        if (written === undefined)
            return this.inputs.platform;
        const text = expandInFrom(written, this.globals, this.args);
        if (text === undefined || text === '')
            throw new NotEligible(`the platform of the stage (${written}) depends on an unknown value`);
        try {
            return (0,oci_platform/* parsePlatform */.Y8)(text);
        }
        catch {
            throw new NotEligible(`${text} is no platform`);
        }
    }
    async orIneligible(line, compute) {
        try {
            return await compute();
        }
        catch (error) {
            if (error instanceof NoKey)
                return undefined;
            if (!(error instanceof NotEligible || error instanceof Unreadable))
                throw error;
            this.ineligible.push({ line, reason: error.message });
            return undefined;
        }
    }
}
/** What makes a whole build one that can't be recognised. */
function wholeBuild(inputs, lineOf) {
    const { settings, dockerfile, tools } = inputs;
    const reasons = [];
    if (settings.timestamp === undefined)
        reasons.push('its layers have the time of the build (source-date-epoch: off)');
    if (dockerfile.path.endsWith('.in'))
        reasons.push('the Dockerfile goes through the C preprocessor (.in)');
    const unknown = unknownExtraArgument(settings.extraArgs);
    if (unknown !== undefined)
        reasons.push(`what extra-args brings in with ${unknown} isn’t known`);
    const instructions = dockerfile.stages.flatMap((stage) => [...stage.instructions]);
    const heredoc = instructions.find((each) => (lineOf(each)?.heredocs.length ?? 0) > 0);
    return [
        ...reasons.map((reason) => ({ reason, line: undefined })),
        ...(heredoc !== undefined && !readsHeredocs(tools.podman.version)
            ? [{ reason: 'podman before 4.8 reads no here-documents', line: heredoc.line }]
            : []),
    ];
}
function readsHeredocs(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 4 || (major === 4 && minor >= 8);
}

;// CONCATENATED MODULE: ./build/src/podman/settings.js




/**
 * The digest of all settings of containers that may matter to what a build makes: the files that podman reads of
 * containers.conf, registries.conf, policy.json, mounts.conf and seccomp.json, by path and content.
 * https://github.com/containers/common/blob/v0.64.0/docs/containers.conf.5.md
 */
async function settingsDigest(env) {
    const own = (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.config'), 'containers');
    const folders = ['/usr/share/containers', '/etc/containers', own];
    const named = [env.CONTAINERS_CONF, env.CONTAINERS_CONF_OVERRIDE, env.CONTAINERS_REGISTRIES_CONF];
    const files = folders.flatMap((folder) => ['containers.conf', 'registries.conf', 'policy.json', 'mounts.conf', 'seccomp.json'].map((name) => (0,external_node_path_.join)(folder, name)));
    const dropIns = folders.flatMap((folder) => ['containers.conf.d', 'registries.conf.d'].map((name) => (0,external_node_path_.join)(folder, name)));
    const inDropIns = await Promise.all(dropIns.map(settings_filesIn));
    const all = [...named.filter((path) => path !== undefined && path !== ''), ...files, ...inDropIns.flat()];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of all) {
        const content = await (0,promises_.readFile)(path).catch(() => undefined);
        if (content !== undefined)
            hash.update(JSON.stringify([path, content.length])).update(content);
    }
    return `sha256:${hash.digest('hex')}`;
}
async function settings_filesIn(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.sort().map((name) => (0,external_node_path_.join)(folder, name));
}

// EXTERNAL MODULE: ./build/src/registry/base-image.js
var base_image = __webpack_require__(6392);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
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

// EXTERNAL MODULE: ./build/src/registry/rules.js
var registry_rules = __webpack_require__(6294);
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
            return unresolvable((0,src_errors/* messageOf */.bD)(reason));
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
            if (error instanceof src_errors/* RegistryError */.gl)
                return unresolvable((0,src_errors/* messageOf */.bD)(error));
            if (error instanceof parse/* MalformedError */.G4)
                return unresolvable(`${repository.text} ${reference} is no image: ${(0,src_errors/* messageOf */.bD)(error)}`);
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

// EXTERNAL MODULE: ./build/src/version.js
var version = __webpack_require__(8009);
;// CONCATENATED MODULE: ./build/src/pipeline/build-inputs.js









/** What a platform's build would be made from, as it was when it was looked at. */
class BuildInputs {
    platform;
    site;
    env;
    inputs;
    resolver;
    fingerprint;
    again;
    constructor(platform, site, env, inputs, 
    /** What references to images meant then. */
    resolver, fingerprint) {
        this.platform = platform;
        this.site = site;
        this.env = env;
        this.inputs = inputs;
        this.resolver = resolver;
        this.fingerprint = fingerprint;
    }
    /** Reads all that the build would read. */
    static async read(platform, site, env) {
        const { resolver } = site;
        const inputs = await inputsOf(platform, site, env, resolver);
        return new BuildInputs(platform, site, env, inputs, resolver, await fingerprint(inputs));
    }
    /** The Dockerfile as it was read, which the fingerprint's stages are parts of. */
    get dockerfile() {
        return this.inputs.dockerfile;
    }
    /** Its text. */
    get text() {
        return this.inputs.text;
    }
    /** Why the build can't be recognised, in plain words. */
    get reasons() {
        return this.fingerprint.ineligible.map(({ reason, line }) => line === undefined ? reason : `line ${line}: ${reason}`);
    }
    /** The keys after the build: those that are the same still are of what it was made from. */
    afterBuild() {
        this.again ??= this.readAgain();
        return this.again;
    }
    async readAgain() {
        const { platform, site, env } = this;
        // What was found for one look at the inputs says nothing of a later one.
        const resolver = new ImageResolver(site.publication.client);
        return fingerprintAgain(await inputsOf(platform, site, env, resolver), this.fingerprint);
    }
}
async function inputsOf(platform, site, env, resolver) {
    const { request, buildPlatform, podman, secrets } = site;
    const text = await (0,promises_.readFile)(request.dockerfile, 'utf8');
    return {
        // As it is now, like all the rest.
        dockerfile: (0,dockerfile_parse/* parseDockerfile */.A)(text, request.dockerfile),
        text,
        context: request.context,
        platform,
        buildPlatform,
        settings: request.build,
        secrets,
        env: { ...env, ...site.env },
        tools: {
            product: version/* VERSION */.x,
            podman,
            settings: await settingsDigest(env),
            execution: ({ architecture }) => ((0,registration/* isNative */.ib)(architecture) ? 'native' : 'emulated'),
        },
        resolveImage: resolving(site.publication.client, resolver),
    };
}
function resolving(client, resolver) {
    return async (reference, platform) => {
        const found = await resolver.resolve(reference, platform);
        if (found.kind !== 'image')
            return undefined;
        const image = await (0,base_image/* openBaseImage */.n)(client, found.repository, found.digest);
        if (image === undefined)
            return undefined;
        return {
            // podman notes the index's digest in the image, and takes the platform's.
            digest: (0,oci_digest/* digestOf */.ol)(JSON.stringify([found.index ?? '', found.digest])),
            environment: image.environment,
            onBuild: image.onBuild,
        };
    };
}

;// CONCATENATED MODULE: ./build/src/pipeline/reuse.js









const LAYERS_AT_ONCE = 4;
/** The name under which a build's records and cache mounts are kept: the same on every machine that has the checkout. */
function scopeOf(request) {
    const { cache, repositories, dockerfile, context, build } = request;
    if (cache.scope !== undefined)
        return cache.scope;
    const here = (path) => (0,external_node_path_.relative)(process.cwd(), path);
    return JSON.stringify([repositories[0].text, here(dockerfile), here(context), build.target ?? '']);
}
/**
 * Recognises a platform's build by its inputs, and remembers it. Nothing that goes wrong with the cache fails a build.
 */
class Recognition {
    platform;
    site;
    cache;
    inputs;
    book;
    constructor(platform, site, cache, inputs, book) {
        this.platform = platform;
        this.site = site;
        this.cache = cache;
        this.inputs = inputs;
        this.book = book;
    }
    /** The image that an earlier run built from what is there now, its layers in the layout; undefined when there is none. */
    async find() {
        const started = performance.now();
        const { key } = this.inputs.fingerprint;
        if (key === undefined)
            return undefined;
        const record = (await this.book.read()).builds.get(key);
        if (record === undefined || now() - record.ran >= this.site.request.cache.ttl)
            return undefined;
        if (!(await this.fetchLayers(record)))
            return undefined;
        if (isOld(record.used))
            await this.book.add({ builds: new Map([[key, { ...record, used: now() }]]) });
        const { manifest, config, execution } = record;
        const exportSeconds = (performance.now() - started) / 1000;
        return { platform: this.platform, manifest, config, execution, buildSeconds: 0, exportSeconds };
    }
    /**
     * Remembers what was built, verified and, where it is to be, pushed; unless its inputs changed meanwhile.
     * @param ran when its oldest step ran, in seconds since 1970
     */
    async remember(built, execution, ran) {
        const { site, cache } = this;
        const { key } = this.inputs.fingerprint;
        if (key === undefined || !cache.store.writable)
            return;
        if ((await this.inputs.afterBuild()).key !== key)
            return;
        const { manifest, config, buildSeconds } = built;
        const { push, repositories, cache: settings } = site.request;
        const record = {
            manifest,
            config,
            execution,
            repositories: push ? repositories.map(({ text }) => text) : [],
            seconds: buildSeconds,
            ran,
            used: now(),
        };
        const kept = push ? [] : reuse_distinct(manifest.layers);
        if (kept.reduce((sum, { size }) => sum + size, 0) > settings.maxSize)
            return;
        for (const layer of kept) {
            if (await cache.store.hasBlob(layer))
                continue;
            const { mediaType } = layer;
            await cache.pending.addBlob(site.layout.blobPath(layer.digest), {
                mediaType,
                broken: cache.store.broken,
            });
        }
        await this.book.add({ builds: new Map([[key, record]]) });
    }
    /** Brings an image's layers into the layout, each checked against its digest; false when one can't be had. */
    async fetchLayers({ manifest, repositories }) {
        const { site } = this;
        // A record names repositories, but only this run's own are asked.
        const sources = site.request.repositories.filter(({ text }) => repositories.includes(text));
        const limit = (0,p_limit/* default */.A)(LAYERS_AT_ONCE);
        const fetched = await Promise.all(reuse_distinct(manifest.layers).map((layer) => limit(() => this.fetchLayer(layer, sources))));
        return fetched.every((each) => each);
    }
    async fetchLayer(layer, sources) {
        const { layout, exportFolder, publication } = this.site;
        const file = (0,external_node_path_.join)(exportFolder, `${(0,oci_platform/* platformSlug */.DN)(this.platform)}-${(0,oci_digest/* encodedPart */.eA)(layer.digest)}`);
        try {
            const found = (await download(publication.client, sources, layer, file)) ||
                (await this.cache.store.fetchBlob(layer, file));
            if (!found)
                return false;
            await layout.moveIn(file, layer);
            return true;
        }
        catch (error) {
            if (error instanceof src_errors/* Interrupted */.j$)
                throw error;
            await (0,promises_.rm)(file, { force: true });
            return false;
        }
    }
}
async function download(client, repositories, layer, file) {
    for (const repository of repositories) {
        try {
            await (0,external_node_stream_promises_.pipeline)(await client.getBlob(repository, layer), (0,external_node_fs_.createWriteStream)(file, { mode: 0o600 }));
            return true;
        }
        catch (error) {
            if (error instanceof src_errors/* Interrupted */.j$)
                throw error;
        }
    }
    return false;
}
function reuse_distinct(layers) {
    return [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
}

;// CONCATENATED MODULE: ./build/src/dockerfile/resume.js

/**
 * The stages that are still to be built, in the file's order, when some go on from images: what a resumed stage did before
 * needs no other stage any more.
 */
function stagesLeft(dockerfile, target, resumed) {
    const left = new Set();
    const visit = (stage) => {
        if (stage === undefined || left.has(stage))
            return;
        left.add(stage);
        const earlier = dockerfile.stages.slice(0, stage.index);
        for (const name of (0,dockerfile_stages/* stageReferences */.VN)(remaining(stage, resumed.get(stage))))
            visit((0,dockerfile_stages/* findStage */.U9)(earlier, name));
    };
    visit((0,dockerfile_stages/* targetStage */.Ae)(dockerfile, target));
    return dockerfile.stages.filter((stage) => left.has(stage));
}
function remaining(stage, resumption) {
    if (resumption === undefined)
        return stage;
    const from = stage.instructions.indexOf(resumption.after) + 1;
    return { ...stage, base: 'scratch', instructions: stage.instructions.slice(from) };
}
/**
 * The Dockerfile's text in which stages go on from images. What these have done is taken out, but for ARG and SHELL,
 * which no image keeps; stages that nothing needs any more are empty. Lines and stages keep their numbers.
 */
function resumedText(text, dockerfile, target, resumed) {
    const lines = text.split('\n');
    const left = new Set(stagesLeft(dockerfile, target, resumed));
    const last = (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, target)?.index ?? dockerfile.stages.length;
    for (const stage of dockerfile.stages.slice(0, last + 1)) {
        const resumption = resumed.get(stage);
        if (!left.has(stage)) {
            takeOut(lines, stage.instructions);
            putFrom(lines, stage, 'scratch');
        }
        else if (resumption !== undefined) {
            const done = stage.instructions.slice(0, stage.instructions.indexOf(resumption.after) + 1);
            takeOut(lines, done.filter(({ keyword }) => keyword !== 'ARG' && keyword !== 'SHELL'));
            putFrom(lines, stage, resumption.image);
        }
    }
    return lines.join('\n');
}
function takeOut(lines, instructions) {
    for (const { line, endLine } of instructions)
        lines.fill('', line - 1, endLine);
}
function putFrom(lines, stage, image) {
    const platform = stage.platform === undefined || image === 'scratch' ? '' : ` --platform=${stage.platform}`;
    const name = stage.name === undefined ? '' : ` AS ${stage.name}`;
    lines[stage.instructions[0].line - 1] = `FROM${platform} ${image}${name}`;
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/facts.js


const MAKES_A_LAYER = new Set(['RUN', 'COPY', 'ADD']);
/**
 * What became of each step that makes a layer, of all that the target needs.
 * @param seconds what instructions took that were run
 */
function stepFacts(dockerfile, target, resumed, seconds) {
    const left = stagesLeft(dockerfile, target, resumed);
    return (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target).flatMap((stage) => {
        const { instructions } = stage;
        const after = resumed.get(stage)?.after;
        const done = left.includes(stage) ? after && instructions.indexOf(after) : instructions.length;
        return instructions.flatMap((instruction, at) => {
            const { keyword, line } = instruction;
            if (!MAKES_A_LAYER.has(keyword))
                return [];
            if (done !== undefined && at <= done)
                return [{ line, keyword, cached: true }];
            const took = seconds.get(instruction);
            return [{ line, keyword, cached: false, ...(took !== undefined && { seconds: rounded(took) }) }];
        });
    });
}
function rounded(seconds) {
    return Math.round(seconds * 100) / 100;
}

;// CONCATENATED MODULE: ./build/src/builder/step-images.js

/**
 * The images that a build made by steps, told by what storage says of them, their layers and history: a build's log also holds what RUN
 * steps print, which could name any image.
 * @param grounds what each step leaves
 * @returns the image of each, in their order; undefined where there is none, or where several steps or images look alike
 */
function stepImages(images, grounds) {
    const looks = grounds.map(lookOf);
    return grounds.map((ground, at) => {
        if (looks.filter((look) => look === looks[at]).length > 1)
            return undefined;
        const found = images.filter((image) => isAfter(image, ground));
        return found.length === 1 ? found[0] : undefined;
    });
}
/** The image that steps stand on, as a store has it; undefined when it hasn't. */
function groundImage(images, ground) {
    return images.find(({ RootFS }) => {
        const layers = RootFS?.Layers ?? [];
        return (layers.length === ground.diffIds.length && ground.diffIds.every((id, index) => layers[index] === id));
    });
}
// COPY can't be told from another COPY by the history, but for its keyword.
function lookOf({ diffIds, done }) {
    const steps = done.map(({ keyword, text }) => [keyword, keyword === 'RUN' ? (0,dockerfile_steps/* comparable */.Zm)(text) : '']);
    return JSON.stringify([diffIds, steps]);
}
function isAfter({ History, RootFS }, { diffIds, history, done }) {
    const entries = History ?? [];
    const layers = RootFS?.Layers ?? [];
    return (entries.length === history + done.length &&
        diffIds.every((id, at) => layers[at] === id) &&
        done.every((instruction, at) => wasMadeBy(entries[history + at]?.created_by ?? '', instruction)));
}
// buildah writes RUN as `|1 NAME=value /bin/sh -c text` and all others as `/bin/sh -c #(nop) KEYWORD text`, with digests in the
// place of what COPY and ADD name, ARG without its value, and since 5.6 notes behind a bar.
// https://github.com/containers/buildah/blob/v1.43.0/imagebuildah/stage_executor.go, getCreatedBy
function wasMadeBy(written, { keyword, text }) {
    const [, other] = /\/bin\/sh -c #\(nop\) (\w+)/.exec(written) ?? [];
    if (keyword !== 'RUN')
        return other === keyword;
    const said = (0,dockerfile_steps/* comparable */.Zm)(written.replace(/\|force-mtime=\d+ ?$/, ''));
    return other === undefined && said.toLowerCase().endsWith((0,dockerfile_steps/* comparable */.Zm)(text).toLowerCase());
}

;// CONCATENATED MODULE: ./build/src/pipeline/moving.js



const COMMIT = /^[0-9a-f]{7,40}$/;
// 2026-01-31T10:20:30Z and the like; seconds since 1970.
const TIME = /^\d{4}-\d\d-\d\d([T _]\d\d:?\d\d.*)?$|^1[5-9]\d{8}$/;
// https://docs.github.com/en/actions/reference/workflows-and-actions/variables
const OF_A_RUN = ['GITHUB_SHA', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_REF_NAME', 'GITHUB_HEAD_REF'];
/** What of a build most commits change. */
function moving({ request, env: own }, env) {
    const values = [...(0,pipeline_arguments/* argumentValues */.Q)(request.build.buildArgs, own)];
    return {
        isFolder: (source) => isFolder(request.context, source),
        args: new Set(values.filter(([, value]) => value !== undefined && namesARun(value, env)).map(([name]) => name)),
    };
}
function namesARun(value, env) {
    if (COMMIT.test(value) && /\d/.test(value) && /[a-f]/.test(value))
        return true;
    return TIME.test(value) || OF_A_RUN.some((name) => env[name] !== '' && env[name] === value);
}
// What isn't there by that name is a pattern or has variables in it: for what it finds a look at its beginning must do.
function isFolder(context, source) {
    if (source.includes('**'))
        return true;
    const found = (0,external_node_fs_.statSync)((0,external_node_path_.join)(context, source.replace(/^\/+/, '')), { throwIfNoEntry: false });
    return found?.isDirectory() ?? source.includes('$');
}

;// CONCATENATED MODULE: ./build/src/dockerfile/cuts.js
// Of these the rest of a stage is built in another way when they stand in a base image: ONBUILD runs, an ENTRYPOINT takes a CMD
// away, what RUN writes into a VOLUME is lost.
// https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
const NEED_ONE_BUILD = new Set(['VOLUME', 'ONBUILD', 'CMD']);
/**
 * Whether a stage can be built in two parts, the second from an image of what it was after an instruction, and gives what it
 * gives in one.
 */
function canGoOnAfter(stage, after) {
    const done = stage.instructions.slice(1, stage.instructions.indexOf(after) + 1);
    return !done.some((instruction, at) => NEED_ONE_BUILD.has(instruction.keyword) || isLate(instruction, done.slice(at + 1)));
}
// ARGs are repeated in the second part, where all later variables have their values already.
function isLate({ keyword, assignments }, later) {
    const expands = assignments.some(({ form }) => form !== 'literal');
    return (keyword === 'ARG' && expands && later.some((each) => each.keyword === 'ENV' || each.keyword === 'ARG'));
}

// EXTERNAL MODULE: ./build/src/dockerfile/copies.js
var copies = __webpack_require__(7663);
;// CONCATENATED MODULE: ./build/src/dockerfile/volatile.js




/**
 * The first instruction of a stage that most commits change, directly or through a stage that it takes something from. What
 * comes before is worth keeping; what comes after is hardly ever the same again.
 * @returns undefined when there is none
 */
function firstVolatile(dockerfile, stage, moving) {
    const earlier = dockerfile.stages.slice(0, stage.index);
    const isVolatile = (name) => {
        const found = (0,dockerfile_stages/* findStage */.U9)(earlier, name);
        return found !== undefined && firstVolatile(dockerfile, found, moving) !== undefined;
    };
    const [from, ...steps] = stage.instructions;
    if (from === undefined || isVolatile(stage.base))
        return from;
    return steps.find((step, at) => takesFromContext(step, moving, steps.slice(at + 1)) || (0,dockerfile_stages/* instructionReferences */.rr)(step).some(isVolatile));
}
function takesFromContext(step, { isFolder, args }, later) {
    switch (step.keyword) {
        case 'ARG':
            return step.assignments.some(({ name }) => args.has(name));
        case 'COPY':
        case 'ADD':
            // Who copies a folder by itself, and later all that it lies in, knows that it changes less often.
            return contextSources(step).some((source) => isFolder(source) && !later.some((each) => covers(each, source)));
        case 'RUN':
            return bindSources(step).some(isFolder);
        default:
            return false;
    }
}
function contextSources(step) {
    if (step.keyword !== 'COPY' && step.keyword !== 'ADD')
        return [];
    return (0,dockerfile_stages/* instructionReferences */.rr)(step).length > 0 ? [] : (0,copies/* operands */.b)(step.text).slice(0, -1).map(pathOf);
}
/** Whether a step copies a folder that a path lies in. */
function covers(step, path) {
    return contextSources(step).some((source) => path !== source && (source === '' || path.startsWith(`${source}/`)));
}
/** A source as a path from the context; empty for the context itself. */
function pathOf(source) {
    const path = external_node_path_.posix.join('/', source).replace(/\/$/, '');
    return path.slice(1);
}
function bindSources({ flags }) {
    return flags.flatMap(({ name, value }) => {
        if (name !== 'mount')
            return [];
        const options = (0,mount_options/* mountOptions */.g)(value);
        // A mount without a type is a bind mount.
        if ((options.get('type') ?? 'bind') !== 'bind' || options.has('from'))
            return [];
        return [pathOf(options.get('source') ?? options.get('src') ?? '.')];
    });
}

// EXTERNAL MODULE: ./build/src/pipeline/steps/exchange.js + 4 modules
var steps_exchange = __webpack_require__(7664);
;// CONCATENATED MODULE: ./build/src/pipeline/steps/resumption.js





/**
 * The checkpoints that a build goes on from: of each stage that is still needed the latest.
 * @param stages those that the target needs
 * @param recordOf what is kept under a key, and may be used
 */
function chooseCheckpoints(dockerfile, target, stages, recordOf) {
    const last = (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, target);
    const latest = new Map();
    for (const keys of stages) {
        const found = keys.steps.toReversed().flatMap(({ instruction: after, key }) => {
            // Of the target something must be left to do, since its result is what podman reports.
            const isEnd = keys.stage === last && after === keys.steps.at(-1)?.instruction;
            if (key === undefined || isEnd || !canGoOnAfter(keys.stage, after))
                return [];
            const record = recordOf(key, keys);
            return record === undefined ? [] : [{ keys, after, key, record }];
        });
        if (found[0] !== undefined)
            latest.set(keys.stage, found[0]);
    }
    const left = stagesLeft(dockerfile, target, latest);
    return new Map([...latest].filter(([stage]) => left.includes(stage)));
}
/** Instructions that a stage which goes on from an image repeats: no image keeps what they say. */
function repeated(stage, after) {
    const done = stage.instructions.slice(1, stage.instructions.indexOf(after) + 1);
    return done.filter(({ keyword }) => keyword === 'ARG' || keyword === 'SHELL');
}
// podman 4.3 notes where the first step of a stage found its image.
function withoutSteps({ comment, ...entry }) {
    const [, from = ''] = /^FROM ([^@]*)@/.exec(comment ?? '') ?? [];
    return comment === undefined || (0,steps_exchange/* isOfSteps */.J)(from) ? entry : { ...entry, comment };
}
/** The checkpoint that a stage, or the stage that it goes on from, and so on, was resumed from. */
function rootCheckpoint(dockerfile, stage, resumed) {
    const root = (0,dockerfile_stages/* chainOf */.dR)(dockerfile, stage).find((each) => resumed.has(each));
    return root && resumed.get(root);
}
/**
 * An image of a build that went on from a checkpoint, as it is when it is built in one: repeated instructions stand in its
 * history once, and its base is that of the whole.
 */
function asBuiltInOne(built, stage, root) {
    const { keys, after, record } = root;
    const from = record.config.history?.length ?? 0;
    const to = from + repeated(keys.stage, after).length;
    const history = built.config.history?.filter((_entry, at) => at < from || at >= to).map(withoutSteps);
    const config = { ...built.config, ...(history && { history }) };
    if (keys.stage !== stage)
        return { manifest: built.manifest, config };
    return { manifest: (0,oci_image/* noteBase */.Ed)(built.manifest, (0,oci_image/* baseOf */.bx)(record.manifest)), config };
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/keeping.js






// What is faster than this is not worth an image, which costs podman some tenths of a second twice.
const LEAST_SECONDS = 1;
// Bytes a second, unpacked, at which a layer is packed, sent, fetched and unpacked again, taken together.
const PASSAGE = 50e6;
/** How long each instruction took, by the log, in seconds; the log may lie. */
function secondsByInstruction(dockerfile, steps) {
    const seconds = new Map();
    for (const timed of steps) {
        const instruction = (0,dockerfile_steps/* instructionOfStep */.QP)(dockerfile, timed.step);
        if (instruction !== undefined)
            seconds.set(instruction, (seconds.get(instruction) ?? 0) + timed.seconds);
    }
    return seconds;
}
/**
 * The steps after which images may be worth keeping: RUNs that were done by this build, took their time, and that most commits don't
 * change.
 */
function candidates(dockerfile, target, resumed, seconds, moving) {
    return stagesLeft(dockerfile, target, resumed).flatMap((stage) => {
        const { instructions } = stage;
        const last = firstVolatile(dockerfile, stage, moving);
        const end = last === undefined ? instructions.length : instructions.indexOf(last);
        const begin = instructions.indexOf(resumed.get(stage)?.after ?? instructions[0]) + 1;
        const found = [];
        let since = 0;
        for (const after of instructions.slice(begin, end)) {
            since += seconds.get(after) ?? 0;
            if (after.keyword !== 'RUN' || since < LEAST_SECONDS || !canGoOnAfter(stage, after))
                continue;
            found.push({ stage, after, seconds: since });
            since = 0;
        }
        return found;
    });
}
/** Whether steps that took some seconds are worth the bytes, unpacked, of what they left. */
function isWorthKeeping(seconds, bytes) {
    return seconds >= LEAST_SECONDS + bytes / PASSAGE;
}
/**
 * What a stage has after an instruction: the image that it, or the stage that it goes on from, and so on, begins with, and what was
 * done since.
 * @param imageOf the image that a stage begins with; undefined when it isn't known
 */
function groundAfter(dockerfile, stage, after, resumed, imageOf) {
    const checkpoint = resumed.get(stage);
    const upTo = stage.instructions.indexOf(after) + 1;
    if (checkpoint !== undefined) {
        const { record, after: from } = checkpoint;
        const rest = stage.instructions.slice(stage.instructions.indexOf(from) + 1, upTo);
        return {
            diffIds: record.config.rootfs.diff_ids,
            history: record.config.history?.length ?? 0,
            done: [...repeated(stage, from), ...rest],
        };
    }
    const own = stage.instructions.slice(1, upTo);
    const base = (0,dockerfile_stages/* findStage */.U9)(dockerfile.stages.slice(0, stage.index), stage.base);
    if (base === undefined) {
        const image = imageOf(stage);
        return image && { ...image, done: own };
    }
    const below = groundAfter(dockerfile, base, base.instructions.at(-1), resumed, imageOf);
    return below && { ...below, done: [...below.done, ...own] };
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/step-site.js

const SCRATCH = {
    layers: [],
    diffIds: [],
    history: 0,
    environment: [],
    onBuild: [],
    blob: () => Promise.reject(new Error('scratch has no layers')),
};
/** The image that the first of a stage, the stage that it goes on from, and so on, begins with; undefined when it isn't known. */
async function baseImageOf({ inputs, exchange }, keys) {
    const { dockerfile, fingerprint, resolver } = inputs;
    const below = (0,dockerfile_stages/* findStage */.U9)(dockerfile.stages.slice(0, keys.stage.index), keys.stage.base);
    if (keys.image === undefined) {
        const next = fingerprint.stages.find(({ stage }) => stage === below);
        if (next !== undefined)
            return baseImageOf({ inputs, exchange }, next);
        return keys.stage.base.toLowerCase() === 'scratch' ? SCRATCH : undefined;
    }
    if (keys.platform === undefined)
        return undefined;
    const found = await resolver.resolve(keys.image, keys.platform);
    return found.kind === 'image' ? exchange.base(found.repository, found.digest) : undefined;
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/keep.js











/**
 * Keeps images of steps that took their time, once the platform's image is right, and notes the use of those that were kept before.
 * @param ran when the oldest step ran that the build is made of, in seconds since 1970
 */
async function keepSteps(steps, resumed, built, log, ran) {
    const { book } = steps;
    const own = (await book.read()).checkpoints;
    const used = [...resumed.checkpoints.values()]
        .filter(({ key }) => isOld(own.get(key)?.used ?? 0))
        .map(({ key, record }) => [key, { ...record, used: now() }]);
    const made = await recordsOf(await wanted(steps, resumed, log), steps, resumed, built, ran);
    if (used.length + made.length > 0)
        await book.add({ checkpoints: new Map([...used, ...made]) });
}
/** Steps that took their time and that nothing is kept of, whose inputs are still what they were. */
async function wanted({ inputs, site, env }, { checkpoints, usable }, { steps }) {
    const { dockerfile, fingerprint } = inputs;
    const seconds = secondsByInstruction(dockerfile, steps);
    const all = candidates(dockerfile, site.request.build.target, checkpoints, seconds, moving(site, env));
    if (all.length === 0)
        return [];
    const after = await inputs.afterBuild();
    return all.filter((candidate) => {
        const key = keyOf(candidate, fingerprint);
        return key !== undefined && key === keyOf(candidate, after) && !usable.has(key);
    });
}
function keyOf({ stage, after }, { stages }) {
    // Stages of two readings of the same Dockerfile.
    const keys = stages.find((each) => each.stage.index === stage.index);
    return keys?.steps[stage.instructions.indexOf(after) - 1]?.key;
}
async function recordsOf(all, steps, resumed, built, ran) {
    const records = [];
    /** Of each stage what came before the next image: seconds since the last that was kept, and its bytes. */
    const before = new Map();
    const images = all.length === 0 ? [] : ((await (0,podman_images/* ownImages */.Fq)(steps.side.store, steps.side.env)) ?? []);
    for (const found of await find(all, images, steps, resumed)) {
        const { seconds, bytes } = before.get(found.stage) ?? {
            seconds: 0,
            bytes: groundImage(images, found.ground)?.Size ?? 0,
        };
        const taken = seconds + found.seconds;
        before.set(found.stage, { seconds: taken, bytes });
        if (!isWorthKeeping(taken, found.image.Size - bytes))
            continue;
        const record = await keepImage(found, taken, steps, resumed, built, ran);
        if (record === undefined)
            continue;
        records.push([keyOf(found, steps.inputs.fingerprint), record]);
        before.set(found.stage, { seconds: 0, bytes: found.image.Size });
    }
    return records;
}
async function find(all, images, steps, resumed) {
    const { dockerfile, fingerprint } = steps.inputs;
    const bases = new Map();
    for (const keys of fingerprint.stages) {
        const base = all.length > 0 ? await baseImageOf(steps, keys) : undefined;
        if (base !== undefined)
            bases.set(keys.stage, base);
    }
    const grounds = all.map(({ stage, after }) => groundAfter(dockerfile, stage, after, resumed.checkpoints, (each) => bases.get(each)));
    const known = grounds.filter((ground) => ground !== undefined);
    const found = stepImages(images, known);
    return all.flatMap((candidate, at) => {
        const ground = grounds[at];
        const image = ground && found[known.indexOf(ground)];
        const base = bases.get(candidate.stage);
        return ground && image && base ? [{ ...candidate, ground, image, base }] : [];
    });
}
/** Puts aside the layers of a step's image that are not its base's. */
async function keepImage({ stage, image, base }, seconds, steps, resumed, built, ran) {
    const { inputs, site, exchange, cache } = steps;
    const { dockerfile, fingerprint } = inputs;
    const pushed = await exchange.push(image.Id, steps.side);
    const platform = fingerprint.stages.find((each) => each.stage === stage)?.platform;
    if (pushed === undefined || platform === undefined)
        return undefined;
    const root = rootCheckpoint(dockerfile, stage, resumed.checkpoints);
    const whole = root ? asBuiltInOne(pushed, stage, root) : pushed;
    const isTarget = stage === (0,dockerfile_stages/* targetStage */.Ae)(dockerfile, site.request.build.target);
    const manifest = onBase(whole.manifest, base);
    if (manifest === undefined)
        return undefined;
    const record = {
        manifest: (0,oci_image/* noteBase */.Ed)(manifest, isTarget ? (0,oci_image/* baseOf */.bx)(built.manifest) : undefined),
        // podman writes the target's architecture into images of stages for another platform, too.
        config: { ...whole.config, architecture: platform.architecture, ...variantOf(platform.variant) },
        baseLayers: base.layers.length,
        seconds,
        ran,
        used: now(),
    };
    const layers = ownLayers(record);
    if (layers.reduce((sum, { size }) => sum + size, 0) > site.request.cache.maxSize)
        return undefined;
    for (const layer of layers) {
        if (await cache.store.hasBlob(layer))
            continue;
        const file = await exchange.layerFile(layer);
        if (file === undefined)
            return undefined;
        await cache.pending.addBlob(file, { mediaType: layer.mediaType, broken: cache.store.broken });
    }
    return record;
}
/**
 * A manifest whose first layers are the base image's own, byte for byte: podman 4.3 packs them again when it pushes.
 * @returns undefined when they can't be in a manifest of that type
 */
function onBase({ schemaVersion, mediaType, config, layers }, base) {
    const below = base.layers.flatMap(({ digest, size, mediaType: type }) => {
        const name = (0,types/* layerTypeIn */.v5)(mediaType, type);
        return name === undefined ? [] : [{ mediaType: name, digest, size }];
    });
    if (below.length < base.layers.length)
        return undefined;
    return { schemaVersion, mediaType, config, layers: [...below, ...layers.slice(below.length)] };
}
function variantOf(variant) {
    return variant === undefined ? {} : { variant };
}

;// CONCATENATED MODULE: ./build/src/pipeline/steps/resume.js







const resume_LAYERS_AT_ONCE = 4;
/** Finds what is kept of a build's steps, and fetches its layers. */
async function fetchCheckpoints(steps, log) {
    const usable = await usableRecords(steps);
    return settle(usable, steps, log, fetchLayers);
}
/** Brings what was fetched into podman's store, so that stages go on from there. */
async function resume({ usable }, steps, log) {
    const images = new Map();
    const settled = await settle(usable, steps, log, async (checkpoint) => {
        const pulled = (await fetchLayers(checkpoint, steps)) ?? (await pull(checkpoint, steps));
        if (typeof pulled !== 'string')
            images.set(checkpoint.key, pulled.id);
        return typeof pulled === 'string' ? pulled : undefined;
    });
    return { ...settled, text: leftText(settled.checkpoints, steps, (key) => images.get(key)) };
}
/** The Dockerfile's text for what is left to do; undefined when that is all. */
function leftText(checkpoints, { inputs, site }, imageOf) {
    if (checkpoints.size === 0)
        return undefined;
    const points = [...checkpoints].map(([stage, { after, key }]) => [
        stage,
        { after, image: imageOf(key) },
    ]);
    return resumedText(inputs.text, inputs.dockerfile, site.request.build.target, new Map(points));
}
/**
 * Chooses checkpoints that `ready` makes ready; one that it can't is out of use, and others may take its place.
 * @param ready gives the reason why not
 * @throws {Interrupted} when the signal fired
 */
async function settle(usable, steps, log, ready) {
    const { dockerfile, fingerprint } = steps.inputs;
    const { target } = steps.site.request.build;
    const made = new Set();
    for (;;) {
        const checkpoints = chooseCheckpoints(dockerfile, target, fingerprint.stages, (key) => usable.get(key));
        const next = [...checkpoints.values()].find(({ key }) => !made.has(key));
        if (next === undefined)
            return { checkpoints, usable };
        const problem = await ready(next, steps);
        if (steps.side.signal.aborted)
            throw new src_errors/* Interrupted */.j$();
        if (problem === undefined)
            made.add(next.key);
        else {
            usable.delete(next.key);
            log.line(`what is kept up to line ${next.after.endLine} can’t be used, so these steps run again: ${problem}`);
        }
    }
}
/** The records of all scopes that are not too old; this scope's win. */
async function usableRecords({ book, site }) {
    const { ttl } = site.request.cache;
    const scopes = [...(await book.readOthers()), await book.read()];
    const records = scopes.flatMap(({ checkpoints }) => [...checkpoints]);
    return new Map(records.filter(([, { ran }]) => now() - ran < ttl));
}
/** Brings a checkpoint's layers here; gives the reason when they can't be had, or it isn't what it should be. */
async function fetchLayers(checkpoint, steps) {
    if (!(await isSound(checkpoint, steps)))
        return 'it stands on another base image';
    const limit = (0,p_limit/* default */.A)(resume_LAYERS_AT_ONCE);
    const fetching = ownLayers(checkpoint.record).map((layer) => limit(() => steps.exchange.fetch(layer)));
    const fetched = await Promise.all(fetching);
    return fetched.every((each) => each) ? undefined : `a layer is not in ${steps.cache.store.place} any more`;
}
/** The image's id in podman's store, or the reason why it isn't there. */
async function pull({ record, keys }, { exchange, side }) {
    return keys.platform ? exchange.pull(record, keys.platform, side) : 'its platform is not known';
}
/** Whether a record, which others may have written, stands on the base image that the build would begin with now. */
async function isSound({ record, keys }, steps) {
    const base = await baseImageOf(steps, keys);
    if (base === undefined || base.layers.length !== record.baseLayers)
        return false;
    const { config, manifest } = record;
    const { diff_ids } = config.rootfs;
    return (config.os === keys.platform?.os &&
        config.architecture === keys.platform.architecture &&
        base.layers.every(({ digest, size }, at) => {
            const layer = manifest.layers[at];
            return layer.digest === digest && layer.size === size && diff_ids[at] === base.diffIds[at];
        }));
}

;// CONCATENATED MODULE: ./build/src/pipeline/platform-cache.js






















/**
 * What one platform has of the cache. What goes wrong with it costs a warning, never the build.
 */
class PlatformCache {
    steps;
    recognition;
    restored;
    found;
    resumed;
    started = now();
    constructor(steps, recognition) {
        this.steps = steps;
        this.recognition = recognition;
    }
    /** Opens it, and looks whether the platform has to be built at all. */
    static async open(platform, site, shared, run) {
        const { cache, exchange } = shared;
        const { ttl, maxSize, skipUnchanged } = site.request.cache;
        const { env, signal } = run;
        const book = new RecordBook(scopeOf(site.request), platform, cache, { ttl, maxSize });
        const inputs = await BuildInputs.read(platform, site, env);
        const store = site.stores.get(platform.text);
        const side = { store, env: { ...site.env, TMPDIR: temporaryFolder(site, platform) }, signal };
        const steps = { site, platform, inputs, cache, book, exchange, side, env };
        const recognition = new Recognition(platform, site, cache, inputs, book);
        const opened = new PlatformCache(steps, recognition);
        if (skipUnchanged)
            opened.found = await opened.orWarn(() => recognition.find());
        return opened;
    }
    /** The image of an earlier run, when nothing that goes into it has changed. */
    get reused() {
        return this.found;
    }
    /** Whether anything of an earlier run went into the image. */
    get contributed() {
        const mounts = this.restored?.facts.mounts ?? [];
        return this.found !== undefined || this.resumedStages.length > 0 || mounts.length > 0;
    }
    /** Forgets what earlier runs left: the build that follows starts from nothing, and what it leaves takes the place of it. */
    async setAside() {
        const { site, platform, side } = this.steps;
        const folder = temporaryFolder(site, platform);
        this.found = undefined;
        this.resumed = { checkpoints: new Map(), usable: new Map(), text: undefined };
        await (0,podman_store/* removeFolders */.cw)([folder], site.podman.rootless);
        await (0,promises_.mkdir)(folder, { recursive: true });
        // With them there the new images of the same steps could not be told.
        await (0,podman_images/* removeImages */.F$)(side.store, side.env);
        if (!hasMounts(site))
            return;
        const { store, ...place } = await this.mountSite();
        const empty = { ...place, store: { ...store, readDocument: async () => undefined } };
        this.restored = await this.orWarn(() => restoreMounts(empty, mountsOf(site, platform)));
    }
    /** What the latest build of this took that ran under emulation, in seconds; undefined when none is remembered. */
    async emulatedSeconds() {
        const records = await this.orWarn(() => this.steps.book.read());
        const builds = [...(records?.builds.values() ?? [])].filter(({ execution }) => execution === 'emulated');
        return builds.sort((a, b) => b.ran - a.ran)[0]?.seconds;
    }
    /** What it did, for the report. */
    facts(log) {
        const { inputs, site } = this.steps;
        const { dockerfile } = inputs;
        const seconds = secondsByInstruction(dockerfile, log.steps);
        const { checkpoints = new Map() } = this.resumed ?? {};
        return {
            unchanged: this.found !== undefined,
            reasons: inputs.reasons,
            mounts: this.restored?.facts.mounts ?? [],
            resumed: this.resumedStages,
            steps: this.found ? [] : stepFacts(dockerfile, site.request.build.target, checkpoints, seconds),
        };
    }
    get resumedStages() {
        return [...(this.resumed?.checkpoints.values() ?? [])].map(({ keys, after, record }) => ({
            stage: keys.stage.name ?? String(keys.stage.index),
            line: after.endLine,
            seconds: record.seconds,
            bytes: ownLayers(record).reduce((sum, { size }) => sum + size, 0),
        }));
    }
    /**
     * Puts the folders of cache mounts where the build finds them, and images of steps into podman's store.
     * @returns the Dockerfile's text for what is left to do; undefined when that is all
     */
    async prepare(log) {
        const { site, platform, cache } = this.steps;
        await (0,promises_.mkdir)(temporaryFolder(site, platform), { recursive: true });
        const fetched = await this.orWarn(() => fetchCheckpoints(this.steps, log));
        const pulling = this.orWarn(async () => fetched && resume(fetched, this.steps, log));
        await Promise.all([pulling, this.prepareMounts(fetched)]);
        this.resumed = await pulling;
        for (const { stage, line, seconds } of this.resumedStages) {
            log.line(`stage ${stage} goes on after line ${line}: ${seconds.toFixed(0)} s of steps are in ${cache.store.place}`);
        }
        for (const { name, bytes } of this.restored?.facts.mounts ?? []) {
            log.line(`cache mount ${name}: ${(bytes / 1e6).toFixed(1)} MB from ${cache.store.place}`);
        }
        return this.resumed?.text;
    }
    /** The image of a build as it is without steps that were taken from the cache. */
    whole(built) {
        const { site, inputs } = this.steps;
        const target = (0,dockerfile_stages/* targetStage */.Ae)(inputs.dockerfile, site.request.build.target);
        const root = this.resumed && rootCheckpoint(inputs.dockerfile, target, this.resumed.checkpoints);
        return target && root ? { ...built, ...asBuiltInOne(built, target, root) } : built;
    }
    /**
     * Keeps what the build has left, once its image is right.
     * @param again whether the image may be taken for a later build from the same inputs
     */
    async keep(built, log, execution, again) {
        const { steps, recognition, restored, resumed } = this;
        const { site, cache } = steps;
        if (this.found !== undefined || !cache.store.writable)
            return;
        const ran = Math.min(this.started, ...[...(resumed?.checkpoints.values() ?? [])].map(({ record }) => record.ran));
        if (resumed !== undefined && again) {
            await this.orWarn(() => keepSteps(steps, resumed, built, log, ran));
        }
        if (site.request.cache.skipUnchanged && again) {
            await this.orWarn(() => recognition.remember(built, execution, ran));
        }
        if (restored === undefined)
            return;
        const saved = await this.orWarn(async () => saveMounts(await this.mountSite(), restored));
        for (const warning of saved?.warnings ?? [])
            site.warn(warning);
    }
    /** Restores the mounts of the steps that are to run. */
    async prepareMounts(fetched) {
        const { site, platform, inputs } = this.steps;
        if (!hasMounts(site))
            return;
        const text = fetched && leftText(fetched.checkpoints, this.steps, () => 'scratch');
        const left = text === undefined ? site.dockerfile : (0,dockerfile_parse/* parseDockerfile */.A)(text, inputs.dockerfile.path);
        const wanted = { ...mountsOf(site, platform, left), resting: mountsOf(site, platform) };
        this.restored = await this.orWarn(async () => restoreMounts(await this.mountSite(), wanted));
        for (const warning of this.restored?.facts.warnings ?? [])
            site.warn(warning);
    }
    async mountSite() {
        const { site, platform, cache, side } = this.steps;
        const { store, pending } = cache;
        return {
            scope: scopeOf(site.request),
            platform,
            rootless: site.podman.rootless,
            signal: side.signal,
            temporary: temporaryFolder(site, platform),
            work: await (0,promises_.mkdtemp)((0,external_node_path_.join)(site.exportFolder, 'mounts-')),
            podman: site.podman.version,
            limit: site.request.cache.maxSize,
            store: {
                hasBlob: (blob) => store.hasBlob(blob),
                fetchBlob: (blob, path) => store.fetchBlob(blob, path),
                saveBlob: async ({ mediaType }, path) => {
                    await pending.addBlob(path, { mediaType, broken: store.broken });
                },
                readDocument: (name) => store.readDocument(name),
                writeDocument: (name, bytes) => pending.addDocument(name, Buffer.from(bytes), recordBlobs(bytes)),
            },
        };
    }
    orWarn(action) {
        const { site, platform, side } = this.steps;
        return orWarn(site, platform, side.signal, action);
    }
}
/** What goes wrong with the cache costs a warning. */
async function orWarn(site, platform, signal, action) {
    try {
        return await action();
    }
    catch (error) {
        if (error instanceof src_errors/* Interrupted */.j$ || signal.aborted)
            throw new src_errors/* Interrupted */.j$();
        site.warn(`${platform.text}: the cache could not be used: ${(0,src_errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}
function mountsOf(site, platform, dockerfile = site.dockerfile) {
    const { buildArgs, target } = site.request.build;
    return cacheMounts(dockerfile, target, { args: (0,pipeline_arguments/* argumentValues */.Q)(buildArgs, site.env), platform });
}
function hasMounts(site) {
    if (!site.request.cache.mounts)
        return false;
    const { mounts, complete } = mountsOf(site, site.buildPlatform);
    return !complete || mounts.length > 0;
}

;// CONCATENATED MODULE: ./build/src/pipeline/caches.js






const NONE = { of: () => undefined, traffic: () => undefined, close: async () => undefined };
/** Opens the cache of each platform. */
async function openCaches(site, run) {
    const cache = isOfUse(site) ? await run.cache.open() : undefined;
    if (cache === undefined)
        return NONE;
    const exchange = new steps_exchange/* Exchange */.k(site, cache);
    const opened = site.request.platforms.map(async (platform) => [
        platform.text,
        await orWarn(site, platform, run.signal, () => PlatformCache.open(platform, site, { cache, exchange }, run)),
    ]);
    const caches = new Map(await Promise.all(opened));
    return {
        of: ({ text }) => caches.get(text),
        traffic: () => ({
            place: cache.store.place,
            bytesFetched: cache.store.usage.bytesFetched,
            bytesToSave: cache.pending.bytes,
        }),
        close: () => exchange.close(),
    };
}
/** Whether there is anything that can be kept: whole images, or what steps have made. */
function isOfUse({ request, dockerfile }) {
    const stages = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, request.build.target);
    return request.cache.skipUnchanged || stages.some(({ instructions }) => instructions.some(dockerfile_stages/* isRun */.yz));
}
/** How a platform's image is made: taken from an earlier run, or built. */
function makerOf(site, caches) {
    return async (platform, log, signal) => {
        const cache = caches.of(platform);
        if (cache?.reused !== undefined) {
            log.line('unchanged: the image of an earlier run');
            return cache.reused;
        }
        const left = await cache?.prepare(log);
        if (site.runnable.get(platform.text)?.how === 'emulated') {
            const dockerfile = left === undefined ? site.dockerfile : (0,dockerfile_parse/* parseDockerfile */.A)(left, site.dockerfile.path);
            const { target } = site.request.build;
            const estimate = emulationEstimate(dockerfile, target, await cache?.emulatedSeconds());
            if (estimate !== undefined)
                log.line(estimate);
        }
        const built = await buildPlatform(site, platform, site.stores.get(platform.text), log, signal, left);
        return cache?.whole(built) ?? built;
    };
}

// EXTERNAL MODULE: ./build/src/dockerfile/podman-syntax.js
var podman_syntax = __webpack_require__(7995);
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
    const heredoc = (0,podman_syntax/* unreadableHeredoc */.Oh)(dockerfile, podman.version);
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
/**
 * What tells that the checkout was made with another umask than runners have, so that its files have other modes and the layers other
 * digests (docs/traps.md, 32): the Dockerfile is of the same checkout.
 */
function umaskNote(dockerfile) {
    const copies = dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === 'from'));
    const mode = (0,external_node_fs_.statSync)(dockerfile.path).mode & 0o777;
    if ((mode & 0o020) === 0 || copies.every(({ flags }) => flags.some(({ name }) => name === 'chmod')))
        return undefined;
    return `files of this checkout can be written by their group (${mode.toString(8)}): the same commit gives layers with other digests where the umask is 022, as on most runners; COPY --chmod=…, or a checkout with that umask, makes them the same`;
}

;// CONCATENATED MODULE: ./build/src/cache/emulators.js




const MEDIA_TYPE = 'application/octet-stream';
/** Emulators in a run's cache: a document for each pair of architectures, and the program as a blob. */
function emulatorCache(session, host) {
    return {
        fetch: async (architecture) => {
            try {
                return await fetchEmulator(session, architecture);
            }
            catch (error) {
                host.warning(`cache: the emulator for ${architecture} can’t be fetched: ${(0,src_errors/* messageOf */.bD)(error)}`);
                return undefined;
            }
        },
        keep: async (architecture, { path, version }) => {
            try {
                const opened = await session.open();
                if (!opened?.store.writable)
                    return;
                const blob = await opened.pending.addBlob(await (0,promises_.realpath)(path), {
                    mediaType: MEDIA_TYPE,
                    broken: opened.store.broken,
                });
                const document = { blob, version };
                await opened.pending.addDocument(nameFor(architecture), Buffer.from(JSON.stringify(document)), [blob]);
            }
            catch (error) {
                host.warning(`cache: the emulator for ${architecture} can’t be put aside: ${(0,src_errors/* messageOf */.bD)(error)}`);
            }
        },
    };
}
async function fetchEmulator(session, architecture) {
    const opened = await session.open();
    const bytes = await opened?.store.readDocument(nameFor(architecture));
    const document = bytes && emulators_parse(bytes);
    if (opened === undefined || document === undefined)
        return undefined;
    const folder = (0,external_node_path_.join)(opened.folder, 'emulators');
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, `qemu-${architecture}`);
    if (!(await opened.store.fetchBlob(document.blob, path)))
        return undefined;
    // The kernel looks at the file's own rights for every user that runs it, also after its folder is out of sight.
    await (0,promises_.chmod)(path, 0o755);
    return { path, version: document.version };
}
function nameFor(architecture) {
    return `emulator-${process.arch}-${architecture}`;
}
function emulators_parse(bytes) {
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
    const { blob, version } = value ?? {};
    if (!(0,oci_digest/* isDigest */.Bc)(blob?.digest) || !Number.isSafeInteger(blob.size))
        return undefined;
    return { blob, version: /^[\w.+~-]{1,40}$/.exec(version ?? '')?.[0] ?? 'of an unknown version' };
}

;// CONCATENATED MODULE: ./build/src/pipeline/execution.js




/**
 * Makes the host able to run what the build of some platforms runs, and says for each platform how it will be built.
 * @param platforms those that are built, not taken from an earlier run
 * @throws {HostError} when it can't
 */
async function prepareExecution(request, plan, platforms, run) {
    const { host, signal } = run;
    const mustRun = neededFor(platforms, request, plan);
    if (plan.emulate && mustRun.length > 0) {
        const cache = emulatorCache(run.cache, host);
        await (0,emulation/* ensureRunnable */.c)(mustRun, { host, signal, image: request.qemuImage, cache });
    }
    const runnable = new Map();
    // Asking for others would start the emulator, if there is one, for nothing.
    const native = platforms.filter(({ architecture }) => (0,registration/* isNative */.ib)(architecture));
    for (const platform of new Map([...mustRun, ...native].map((each) => [each.text, each])).values()) {
        const found = await (0,emulation/* probe */.d)(platform, { signal });
        if (found !== undefined)
            runnable.set(platform.text, found);
    }
    for (const { text } of mustRun) {
        if (runnable.has(text))
            continue;
        const needing = plan.executes ? 'RUN steps of the Dockerfile need' : 'the smoke test needs';
        const other = plan.executes
            ? 'let the RUN steps run on FROM --platform=$BUILDPLATFORM'
            : 'leave smoke-test out';
        throw new src_errors/* HostError */.dh(`${text}: this host can’t run its programs, which ${needing}`, {
            cure: `set qemu: auto, or ${other}`,
        });
    }
    const execution = platforms.map(({ text }) => {
        const how = runnable.get(text)?.how;
        return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built'];
    });
    return { execution: new Map(execution), runnable };
}
/** What must run for some of the request's platforms; all of it where that is asked for in any case. */
function neededFor(platforms, request, { mustRun }) {
    if (request.qemu === 'always' || request.smokeTest !== undefined)
        return mustRun;
    if (platforms.length === 0)
        return [];
    const left = request.platforms.filter((platform) => !platforms.includes(platform)).map(({ text }) => text);
    return mustRun.filter(({ text }) => !left.includes(text));
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
            warn(withCure(finding, '. What to do: '), finding.location);
    }
    if (errors.length === 0)
        return;
    const [first] = errors;
    const others = errors.slice(1).map((each) => withCure(each, '; '));
    throw new src_errors/* VerificationError */.mk([(0,verdict/* describeFinding */.j)(first), ...others].join('\n'), {
        cure: first.cure ?? 'mend what is named as the likely cause and run again; no tag was moved',
        ...(first.location && { location: first.location }),
    });
}
function withCure(finding, before) {
    return finding.cure === undefined
        ? (0,verdict/* describeFinding */.j)(finding)
        : `${(0,verdict/* describeFinding */.j)(finding)}${before}${finding.cure}`;
}

// EXTERNAL MODULE: ./build/src/lint/base-image-without-platform.js
var base_image_without_platform = __webpack_require__(7959);
// EXTERNAL MODULE: ./build/src/lint/ignore-file.js
var ignore_file = __webpack_require__(7532);
;// CONCATENATED MODULE: ./build/src/lint/context.js









/** Where looking ends: nothing that is said depends on more. */
const ENOUGH = { bytes: 20e9, entries: 200_000 };
/** Looks at what each COPY and ADD that goes into the image takes of folders of the context. Reads no file. */
async function contextCopies(dockerfile, { context, target, extraArgs }) {
    const tree = new Tree(context, new FileReader());
    const ignore = await readIgnoreRules(tree, dockerfile.path, ignoreFileArgument(extraArgs));
    // Stages often copy the same: once is enough to walk through it.
    const seen = new Map();
    const look = (sources) => {
        const key = sources.join('\n');
        const found = seen.get(key) ?? lookAt(sources, context, ignore);
        seen.set(key, found);
        return found;
    };
    const copies = (0,dockerfile_stages/* neededStages */.xB)(dockerfile, target)
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
        .filter(({ flags }) => !flags.some(({ name }) => /^(?:from|exclude|parents)$/.test(name)))
        .map((instruction) => ({ instruction, ...look(sourcesOf(instruction)) }));
    const ignoreFile = (0,ignore_file/* ignoreFileOf */.kX)(context, dockerfile.path, ignoreFileArgument(extraArgs));
    return { copies, ignoreFile: (0,external_node_path_.basename)(ignoreFile), ineffective: (0,ignore_file/* ineffectivePattern */.DS)(ignoreFile, context) };
}
/** The folders that an instruction names, where it names them as they are. */
function sourcesOf({ text }) {
    return (0,copies/* operands */.b)(text)
        .slice(0, -1)
        .map((source) => external_node_path_.posix.join('/', source).slice(1).replace(/\/$/, ''))
        .filter((path) => !/[$*?[]/.test(path));
}
function lookAt(sources, context, ignore) {
    const look = new Look(context, ignore);
    for (const path of sources)
        look.folder(path);
    const { gitFolder, nodeModules, bytes, sizes } = look;
    const largest = [...sizes].sort(([, a], [, b]) => b - a)[0];
    return { gitFolder, nodeModules, bytes, largest: largest && { path: largest[0], bytes: largest[1] } };
}
class Look {
    context;
    ignore;
    gitFolder;
    nodeModules = [];
    /** By the file or folder right below the one that is copied. */
    sizes = new Map();
    bytes = 0;
    entries = 0;
    constructor(context, ignore) {
        this.context = context;
        this.ignore = ignore;
    }
    /** Takes a source that is a folder into account. */
    folder(path) {
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.context, path), { throwIfNoEntry: false });
        if (stats?.isDirectory())
            this.descend(path, undefined);
    }
    descend(folder, top) {
        for (const entry of list((0,external_node_path_.join)(this.context, folder))) {
            if (this.entries++ > ENOUGH.entries || this.bytes > ENOUGH.bytes)
                return;
            const path = external_node_path_.posix.join(folder, entry.name);
            const ignored = this.ignore.ignores(path);
            if (entry.isDirectory()) {
                if (ignored && this.ignore.isClosed(path))
                    continue;
                if (!ignored && entry.name === '.git')
                    this.gitFolder ??= path;
                if (!ignored && entry.name === 'node_modules')
                    this.nodeModules.push(path);
                this.descend(path, top ?? path);
            }
            else if (!ignored && entry.isFile()) {
                const size = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(this.context, path), { throwIfNoEntry: false })?.size ?? 0;
                this.bytes += size;
                this.sizes.set(top ?? path, (this.sizes.get(top ?? path) ?? 0) + size);
            }
        }
    }
}
// A folder that can't be read is left for podman to complain of.
function list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/lint/findings.js + 21 modules
var findings = __webpack_require__(6200);
;// CONCATENATED MODULE: ./build/src/pipeline/lint.js









/**
 * Looks at the Dockerfile before anything is made, and does with what it finds what `lint` says.
 * @returns what was found
 * @throws {LintError} naming all findings where none is wanted
 */
async function lint(site, { host, env }) {
    const { request } = site;
    if (request.lint === 'off')
        return [];
    const found = (0,findings/* findings */.Pg)(await lint_factsOf(site, env));
    if (request.lint === 'error' && found.length > 0)
        throw lint_refusal(found);
    for (const finding of found)
        host.warning((0,findings/* describe */.q0)(finding), finding.location);
    return found;
}
async function lint_factsOf(site, env) {
    const { request, dockerfile, buildPlatform, podman, resolver } = site;
    const { build, platforms, context, cache } = request;
    const args = (0,pipeline_arguments/* argumentValues */.Q)(build.buildArgs, env);
    const bases = (0,base_image_without_platform/* basesOfPlatforms */._)({ dockerfile, target: build.target, platforms, args });
    return {
        dockerfile,
        text: await (0,promises_.readFile)(dockerfile.path, 'utf8'),
        target: build.target,
        platforms,
        emulated: platforms.filter(({ architecture }) => !(0,registration/* isNative */.ib)(architecture)),
        buildPlatform,
        podman: podman.version,
        format: build.format,
        args,
        moving: cache.kind === 'off' ? new Set() : moving({ request, env: {} }, env).args,
        basesNotThere: await notThere(bases, resolver),
        ...(await contextCopies(dockerfile, { context, ...build })),
    };
}
/** Those that their registry has not, or has for another platform alone; what it can't be asked is left for podman. */
async function notThere(bases, resolver) {
    const isThere = await Promise.all(bases.map(async ({ image, platform }) => {
        const found = await resolver.resolve(image, platform);
        if (found.kind === 'unresolvable')
            return !found.lacksPlatform;
        const { os, architecture } = found.platform;
        return os === platform.os && architecture === platform.architecture;
    }));
    return bases.filter((_, at) => !isThere[at]);
}
function lint_refusal(found) {
    const [first, ...others] = found;
    const details = { cure: 'change what is named, or set lint: warn', location: first.location };
    if (others.length === 0)
        return new src_errors/* LintError */.kk((0,findings/* describe */.q0)(first), details);
    return new src_errors/* LintError */.kk([
        `the Dockerfile has ${found.length} findings, and lint is error`,
        ...found.map((finding) => `${lint_placeOf(finding.location)}: ${(0,findings/* describe */.q0)(finding)}`),
    ].join('\n'), details);
}
function lint_placeOf({ file, line }) {
    return `${(0,external_node_path_.relative)(process.cwd(), file)}:${line}`;
}

;// CONCATENATED MODULE: ./build/src/pipeline/metadata.js


/**
 * Labels and annotations of one platform's image. What the user gives wins over what the Dockerfile says, and that
 * over what Git gives.
 */
function imageMetadata(request, dockerfile, built) {
    const written = new Set((0,dockerfile_stages/* neededStages */.xB)(dockerfile, request.build.target).flatMap((stage) => stage.labels));
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
/** The commit that the index will name; undefined when it names none. */
function revisionOf(request) {
    return indexAnnotations(request).get('org.opencontainers.image.revision');
}

// EXTERNAL MODULE: ./build/src/pipeline/platforms.js + 1 modules
var pipeline_platforms = __webpack_require__(7954);
;// CONCATENATED MODULE: ./build/src/pipeline/repair.js


/**
 * Builds a platform once more, without anything of earlier runs: what they left can be wrong without anybody's doing today, and
 * the sources right.
 * @throws {Failure} when it can't be built
 */
async function buildAnew(platform, cache, { site, plan, run }, log, signal) {
    log.again();
    await cache.setAside();
    const { execution, runnable } = await prepareExecution(site.request, plan, [platform], { ...run, signal });
    const store = site.stores.get(platform.text);
    const built = await buildPlatform({ ...site, runnable }, platform, store, log, signal);
    return { ...built, cacheHits: log.cacheHits, execution: execution.get(platform.text) };
}

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
    /** The run's own container storage, and where it may mount the user's. */
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
        // Never in a folder that is removed with all that is in it.
        const images = stores.startsWith(`${folder}/`) ? `${folder}-images` : `${stores}-images`;
        // Not below the others: sockets of SSH mounts lie in it, and their paths may have 108 characters.
        const temporary = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.TMPDIR || '/var/tmp', 'multiarch-build-'));
        const staging = keptLayout === undefined
            ? (0,external_node_path_.join)(folder, 'staging')
            : (0,external_node_path_.join)(keptLayout.volume, `multiarch-build-staging-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        const logins = (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `multiarch-build-logins-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
        // Secrets and logins go first: should another not let itself be removed, they are gone.
        const folders = [folder, stores, run, staging, temporary];
        const leftovers = { folders, logins, places: [images], rootless: podman.rootless };
        host.saveState(WORKSPACE_STATE, JSON.stringify(leftovers));
        const exportFolder = (0,external_node_path_.join)(staging, 'export');
        await (0,promises_.mkdir)(exportFolder, { recursive: true, mode: 0o700 });
        const layout = await oci_layout/* Layout */.P.create((0,external_node_path_.join)(staging, 'oci-layout'));
        return new Workspace(folder, { stores, run, images }, exportFolder, layout, temporary, leftovers);
    }
    /** Writes a file that only this user can read. */
    async writePrivate(name, text) {
        const path = (0,external_node_path_.join)(this.folder, name);
        await (0,promises_.writeFile)(path, text, { mode: 0o600 });
        return path;
    }
    /** Writes Docker's file of logins, which stays until the post part of the step. @returns its folder */
    async keepLogins(text) {
        const { logins } = this.leftovers;
        await (0,promises_.mkdir)(logins, { mode: 0o700 });
        await (0,promises_.writeFile)((0,external_node_path_.join)(logins, 'config.json'), text, { mode: 0o600 });
        return logins;
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
    /** @throws {Error} when something is left */
    async close() {
        const { folders, places, rootless } = this.leftovers;
        await (0,podman_store/* removeFolders */.cw)(folders, rootless, places);
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
    const { folders, logins, places, rootless } = JSON.parse(state);
    const isOwn = (folder) => isAbsolute(folder) &&
        [basename(folder), basename(dirname(folder))].some((name) => name.startsWith('multiarch-build-'));
    const own = [...folders, logins].filter(isOwn);
    await endProcessesNaming(own);
    await endProcessesRootedIn(own, inNamespace(rootless));
    await removeFolders(own, rootless, places.filter(isOwn));
}

// EXTERNAL MODULE: ./build/src/registry/client.js + 12 modules
var client = __webpack_require__(1020);
// EXTERNAL MODULE: ./build/src/registry/credentials.js + 1 modules
var credentials = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/src/registry/registries-conf.js + 1 modules
var registries_conf = __webpack_require__(6020);
// EXTERNAL MODULE: ./build/src/verify/layers.js + 1 modules
var verify_layers = __webpack_require__(5190);
;// CONCATENATED MODULE: ./build/src/pipeline/site.js











const READING = { highWaterMark: 1 << 18 };
/** Opens the folders, stores, files of secrets and logins, and connections of a run. */
async function openSite(request, dockerfile, plan, podman, run) {
    // Before there is a folder to be removed: a broken registries.conf, or file of logins, ends the run here.
    const authFile = await (0,credentials/* podmanAuthFile */.wh)(request.logins, run.env);
    const closed = new AbortController();
    const client = await registryClient(request, {
        ...run,
        signal: AbortSignal.any([run.signal, closed.signal]),
    });
    const kept = request.keepLayout ? keptLayout(request.repositories[0], run.env) : undefined;
    const workspace = await Workspace.open(run.host, podman, kept, run.env);
    const { layout } = workspace;
    const warnings = [];
    const close = async () => {
        // When one platform has failed, others may still be trying to send something.
        closed.abort();
        await client.close();
        // Whether the image is right was decided before, and an error of the build's own must not be hidden by this one.
        await workspace.close().catch((error) => {
            run.host.warning(`temporary files could not be removed: ${(0,src_errors/* messageOf */.bD)(error)}`);
        });
    };
    try {
        return {
            request,
            dockerfile,
            explicitPlatforms: plan.explicitPlatforms,
            buildPlatform: podman.platform,
            podman,
            layout,
            exportFolder: workspace.exportFolder,
            temporary: workspace.temporary,
            secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
            env: await podmanEnvironment(authFile, workspace),
            stores: await createStores(plan, podman, workspace),
            publication: {
                client,
                layout,
                repositories: request.repositories,
                blobs: new Map(),
                onTag: (reference) => run.onTag(reference.text),
            },
            warnings,
            resolver: new ImageResolver(client),
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
        await close();
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
/**
 * One store a platform: in a common one a name belongs to the platform that pulled it last. Before podman 5.6 the other
 * takes that image for its own (docs/traps.md, 2 and 10), and since then the image of the first loses its name and
 * with it the note of its base image.
 */
async function createStores(plan, podman, workspace) {
    const { storage } = workspace;
    const driver = await (0,podman_store/* storeDriver */.e6)(podman, storage);
    const images = await (0,podman_store/* userImages */.ML)(podman, storage.images);
    const stores = new Map();
    for (const platform of plan.platforms) {
        const name = (0,oci_platform/* platformSlug */.DN)(platform);
        stores.set(platform.text, await (0,podman_store/* createStore */.y$)(podman, storage, { driver, name, images }));
    }
    return stores;
}

;// CONCATENATED MODULE: ./build/src/podman/run.js

/**
 * podman's arguments that run an image's program with nothing but itself: no network, no terminal, no log but what it prints, and no variables of this machine's.
 * @param runtime the OCI runtime, as podman names it
 */
function runArguments({ store, imageId, name, args }, runtime) {
    return [
        ...(0,podman_store/* storeArguments */.UI)(store),
        'run',
        '--rm',
        `--name=${name}`,
        '--pull=never',
        '--network=none',
        '--http-proxy=false',
        '--log-driver=none',
        '--no-healthcheck',
        // The container is ended by its name; most programs ignore SIGTERM as the first process of theirs.
        '--sig-proxy=false',
        // A single short program needs none, and machines without systemd often refuse them. runc can't do without.
        ...(runtime?.startsWith('crun') ? ['--cgroups=disabled'] : []),
        imageId,
        ...args,
    ];
}
/** podman's arguments that end a container, and remove it. */
function removeArguments(store, name) {
    return [...(0,podman_store/* storeArguments */.UI)(store), 'rm', '--force', '--ignore', '--time=0', name];
}

;// CONCATENATED MODULE: ./build/src/pipeline/smoke-test.js






// https://docs.podman.io/en/v5.6.0/markdown/podman-run.1.html#exit-status
const PODMAN_FAILED = 125;
const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;
const LONGEST_WORDS = 300;
const CLEANING_MS = 2000;
const SIGNALS = {
    4: 'SIGILL',
    6: 'SIGABRT',
    7: 'SIGBUS',
    8: 'SIGFPE',
    9: 'SIGKILL',
    11: 'SIGSEGV',
    15: 'SIGTERM',
};
/**
 * Runs the program of an image, the very bytes that are to be published, natively or emulated.
 * @returns seconds that it took
 * @throws {SmokeTestError} when it ends with another exit code than 0, or not in time
 */
async function smokeTest(image, { args, timeout }, site, log, signal) {
    const { text: platform } = image.platform;
    const store = site.stores.get(platform);
    const imageId = await pullFromLayout(image, { ...site, store, signal });
    const name = `multiarch-build-smoke-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    log.line(`smoke test with ${args.join(' ')}`);
    const started = performance.now();
    const tooLong = AbortSignal.timeout(Math.round(timeout * 1000));
    let last = '';
    let exitCode;
    try {
        const container = runArguments({ store, imageId, name, args }, site.podman.runtime);
        const ended = await (0,host_process/* stream */.Td)('podman', container, {
            env: site.env,
            signal: AbortSignal.any([signal, tooLong]),
            onLine: (line) => {
                if (line.trim() !== '')
                    last = line.length > LONGEST_WORDS ? '' : (0,plain_text/* plainText */.wh)(line);
                log.line(`smoke test: ${line}`);
            },
        });
        exitCode = ended.exitCode;
    }
    catch (error) {
        if (!(error instanceof src_errors/* Interrupted */.j$) || signal.aborted)
            throw error;
    }
    finally {
        // The container is no child of podman's, and outlives it.
        if (exitCode === undefined)
            await (0,host_process/* capture */.Fg)('podman', removeArguments(store, name));
        // Another podman, which the container's end starts, cleans up after it: it must not meet the store's removal.
        await (0,host_process/* processesNamingEnded */.Qq)([store.graphRoot], CLEANING_MS);
    }
    if (exitCode !== 0)
        throw failure(platform, args, exitCode, { timeout, last });
    return (performance.now() - started) / 1000;
}
function failure(platform, args, exitCode, { timeout, last }) {
    const quoted = JSON.stringify(args.join(' '));
    const quotes = [quoted, last];
    const what = `${platform}: the smoke test ${quoted}`;
    const said = last === '' ? '' : ` (last line: ${last})`;
    if (exitCode === undefined) {
        return new src_errors/* SmokeTestError */.wt(`${what} did not end within ${timeout} s${said}`, {
            quotes,
            cure: 'give it arguments with which the program ends by itself, or more time with smoke-test-timeout',
        });
    }
    return new src_errors/* SmokeTestError */.wt(`${what} ${smoke_test_ending(exitCode)}${said}`, { quotes, cure: cureOf(exitCode) });
}
function smoke_test_ending(exitCode) {
    if (exitCode === PODMAN_FAILED)
        return 'could not be run by podman';
    if (exitCode === NOT_EXECUTABLE)
        return 'names a program that can’t be executed';
    if (exitCode === NOT_FOUND)
        return 'names a program that the image has not';
    const signal = SIGNALS[exitCode - 128];
    return signal === undefined ? `ended with exit code ${exitCode}` : `was ended by ${signal}`;
}
function cureOf(exitCode) {
    if (exitCode === PODMAN_FAILED)
        return 'podman’s words are in the log; leave smoke-test out where containers can’t be started';
    if (exitCode === NOT_EXECUTABLE || exitCode === NOT_FOUND)
        return 'the arguments follow the image’s ENTRYPOINT; without one the first of them is the program’s path';
    return 'the program’s words are in the log; nothing was tagged';
}

// EXTERNAL MODULE: ./build/src/pipeline/verification.js + 9 modules
var verification = __webpack_require__(4596);
;// CONCATENATED MODULE: ./build/src/pipeline/build.js























/**
 * The whole story: builds every platform, verifies it, pushes it by digest while others still build, and when all
 * are right puts the index together and lets the tags move.
 * @throws {Failure} with what happened, where, and what to do
 */
async function build(request, run) {
    const started = performance.now();
    const podman = await (0,info/* podmanInfo */.Km)();
    const dockerfile = (0,dockerfile_parse/* readDockerfile */.n)(request.dockerfile);
    await refuseHopeless(dockerfile, podman, run.env);
    const plan = makePlan(request, dockerfile, { podman, cores: (0,pipeline_platforms/* processors */.Kq)() });
    const site = await openSite(request, dockerfile, plan, podman, run);
    let caches;
    try {
        const findings = await lint(site, run);
        await warnOfConcerns(podman, site, run.env);
        const note = umaskNote(dockerfile);
        if (note !== undefined)
            run.host.info(note);
        if (request.push) {
            await checkLogins(site.publication);
            await refuseWhatWillDiffer(site.publication.client, request.immutable, revisionOf(request));
        }
        caches = await openCaches(site, run);
        const left = request.platforms.filter((platform) => caches?.of(platform)?.reused === undefined);
        const { execution, runnable } = await prepareExecution(request, plan, left, run);
        const log = run.host.openLog(titleOf(request.platforms, left, podman.version));
        const make = makerOf({ ...site, runnable }, caches);
        const platforms = await (0,pipeline_platforms/* buildPlatforms */.Hb)(plan, log, run.signal, make, async (built, buildLog, signal) => {
            const cache = caches?.of(built.platform);
            const how = cache?.reused?.execution ?? execution.get(built.platform.text);
            const first = { ...built, execution: how };
            try {
                return await finishPlatform(first, cache, buildLog, site, signal);
            }
            catch (error) {
                if (!(error instanceof src_errors/* VerificationError */.mk) || !cache?.contributed)
                    throw error;
                site.warn(`${built.platform.text}: ${REPAIRING}: ${error.message}`);
                const again = await buildAnew(built.platform, cache, { site, plan, run }, buildLog, signal);
                return { ...(await finishPlatform(again, cache, buildLog, site, signal)), repaired: error.message };
            }
        }).finally(() => log.close());
        const index = await assemble(platforms, site);
        if (request.push)
            await publishIndex(site.publication, index, request.references, request.immutable);
        const loaded = request.load ? request.references[0] : undefined;
        if (loaded !== undefined)
            await loadIntoPodman({ ...site, signal: run.signal }, platforms, loaded);
        return {
            index,
            repositories: request.repositories,
            references: request.references,
            platforms,
            pushed: request.push,
            loaded,
            ociLayout: await site.keepLayout(),
            dockerConfig: await site.keepLogins(),
            seconds: secondsSince(started),
            cache: caches.traffic(),
            podman: podman.version,
            compilesOnTarget: (0,dockerfile_stages/* runsOnTarget */.RV)(dockerfile, request.build.target).some(({ text }) => (0,emulation_cost/* compiles */.X)(text)),
            notices: request.notices,
            warnings: site.warnings,
            findings,
        };
    }
    finally {
        await caches?.close();
        await site.close();
    }
}
const REPAIRING = 'with what earlier runs had left the image was wrong, so it is built again without that';
/** Completes one platform's image, verifies and tests it, pushes it by digest, and keeps what its build left. */
async function finishPlatform(built, cache, log, site, signal) {
    const { request, layout, publication } = site;
    const metadata = imageMetadata(request, site.dockerfile, built);
    const image = await (0,oci_image/* writeImage */.te)(layout, built, built.platform, metadata);
    const verifying = performance.now();
    const isReused = cache?.reused !== undefined;
    const ofBuild = isReused ? [] : await (0,verification/* buildFindings */.nH)({ ...built, log }, site);
    await verifyPlatform(image, ofBuild, built.platform, site);
    const testing = performance.now();
    const smokeTestSeconds = request.smokeTest && (await smokeTest(image, request.smokeTest, site, log, signal));
    const pushing = performance.now();
    if (request.push) {
        await publishImage(publication, image, signal);
        log.line(`pushed ${image.descriptor.digest}`);
    }
    const pushSeconds = secondsSince(pushing);
    // What only the build has shown, its image doesn’t show again.
    const isAsFound = request.verify !== 'off' && ofBuild.length === 0;
    await cache?.keep(built, log, built.execution, isAsFound);
    return {
        ...built,
        image,
        verifySeconds: (testing - verifying) / 1000,
        ...(smokeTestSeconds !== undefined && { smokeTestSeconds }),
        pushSeconds,
        cache: cache?.facts(log),
    };
}
/**
 * Verifies one platform's image.
 * @param ofBuild what its build has shown
 * @throws {VerificationError}
 */
async function verifyPlatform(image, ofBuild, platform, site) {
    // Programs of a wrong base image are wrong too, and say no more.
    const ofImage = ofBuild.some(({ severity }) => severity === 'error')
        ? (0,verify_image/* verifyImage */.Z)(image, platform)
        : await (0,verification/* imageFindings */.Qb)(image, platform, site);
    judge([...ofImage, ...ofBuild], site.request.verify, site.warn);
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
function titleOf(all, left, podman) {
    if (left.length === 0)
        return `Nothing to build: ${(0,pipeline_platforms/* platformNames */.iJ)(all)} unchanged`;
    return `Build ${(0,pipeline_platforms/* platformNames */.iJ)(left)} with podman ${podman}`;
}
function secondsSince(started) {
    return (performance.now() - started) / 1000;
}

;// CONCATENATED MODULE: ./build/src/report/check-runs.js




/**
 * A check a platform of a run that went well. What is said about the Dockerfile, which all platforms share, stands at the first.
 * @param root the repository's folder
 */
function checkRuns(report, root) {
    const shared = [...lintAnnotations(report, root), ...warningAnnotations(report, root)];
    return report.platforms.map((each, at) => ({
        name: check_runs_nameOf(report.repositories[0].text, each.platform),
        conclusion: 'success',
        title: report.pushed ? 'built, verified and pushed' : 'built and verified',
        summary: platformText(each),
        annotations: at === 0 ? shared : [],
    }));
}
/** A check a platform of a run that failed: the failure stands at those that it is about. */
function failedCheckRuns({ error, image, platforms, fates }, root) {
    const message = withoutQuotes(error);
    const location = error instanceof src_errors/* Failure */.HR ? error.location : undefined;
    const annotations = annotation(location, root, { level: 'failure', title: 'multiarch-build', message });
    return platforms.map((platform) => {
        const name = check_runs_nameOf(image, platform);
        const fate = fates.find((each) => each.platform.text === platform.text);
        if (fate !== undefined && fate.outcome !== 'failed') {
            const conclusion = fate.outcome === 'built' ? 'neutral' : 'cancelled';
            return { name, conclusion, title: fate.text, summary: 'Another platform failed.', annotations: [] };
        }
        const title = fate?.text ?? 'failed';
        return { name, conclusion: 'failure', title, summary: message, annotations };
    });
}
// No runner hides secrets in what is sent from here, and a program, podman or an argument may tell one.
function withoutQuotes(error) {
    const quotes = error instanceof src_errors/* Failure */.HR ? error.quotes : [];
    return quotes
        .filter((quote) => quote !== '')
        .reduce((text, quote) => text.replaceAll(quote, '…'), (0,src_errors/* describeFailure */.Ic)(error));
}
function check_runs_nameOf(image, platform) {
    return `${image} (${platform.text})`;
}
function platformText({ image, execution, buildSeconds, cache }) {
    const size = (0,format/* formatSize */.Xq)((0,oci_image/* imageBlobs */.aR)(image).reduce((sum, blob) => sum + blob.size, 0));
    const how = cache?.unchanged ? 'unchanged' : `${execution}, in ${(0,format/* formatSeconds */.Xo)(buildSeconds)}`;
    return `${image.descriptor.digest}\n${size} in ${image.manifest.layers.length} layers, ${how}`;
}
function lintAnnotations({ findings = [] }, root) {
    return findings.flatMap(({ location, rule, message, cure }) => annotation(location, root, { level: 'warning', title: rule, message: `${message}\nWhat to do: ${cure}` }));
}
function warningAnnotations({ warnings }, root) {
    return warnings.flatMap(({ location, message }) => annotation(location, root, { level: 'warning', title: 'multiarch-build', message }));
}
// GitHub refuses a file that isn't in the repository.
function annotation(location, root, what) {
    if (location === undefined)
        return [];
    const path = (0,external_node_path_.relative)(root, location.file);
    if (path === '' || path.startsWith('..'))
        return [];
    return [{ path, startLine: location.line, endLine: location.endLine ?? location.line, ...what }];
}

// EXTERNAL MODULE: ./build/src/report/outputs.js
var outputs = __webpack_require__(3558);
// EXTERNAL MODULE: ./build/src/report/report.js
var report_report = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/report/summary.js
var summary = __webpack_require__(3320);
;// CONCATENATED MODULE: ./build/src/request/git-program.js





// In container jobs the checkout belongs to another user, and Git would refuse to read it. Whoever that is must not
// get a program of his run by us either, which the setting fsmonitor of his repository could name.
const NO_MONITOR = ['-c', 'core.fsmonitor=false'];
const TRUSTED = ['-c', 'safe.directory=*', ...NO_MONITOR];
// The words of newer and of older releases.
const FOREIGN_OWNER = /detected dubious ownership|unsafe repository/;
/** Lends a Git that reads a folder whoever owns it, and never asks a question. */
async function withGit(folder, surroundings, use) {
    const { env } = surroundings;
    const base = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
    const problem = (await ask([...TRUSTED, '-C', folder, 'rev-parse', '--git-dir'], base, surroundings)).stderr;
    if (!FOREIGN_OWNER.test(problem))
        return use(answers(folder, base, surroundings));
    // Before 2.38 Git takes safe.directory from files alone
    // (https://github.com/git/git/blob/v2.37.0/Documentation/config/safe.txt).
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'multiarch-build-git-'));
    try {
        const config = (0,external_node_path_.join)(own, 'config');
        await (0,promises_.writeFile)(config, trustingConfig(env));
        return await use(answers(folder, { ...base, GIT_CONFIG_GLOBAL: config }, surroundings));
    }
    finally {
        await (0,promises_.rm)(own, { recursive: true, force: true });
    }
}
function trustingConfig(env) {
    const home = env.HOME ?? '';
    const files = env.GIT_CONFIG_GLOBAL
        ? [env.GIT_CONFIG_GLOBAL]
        : [(0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'git', 'config'), (0,external_node_path_.join)(home, '.gitconfig')];
    const includes = files.map((path) => `[include]\npath = ${JSON.stringify(path)}\n`);
    return `${includes.join('')}[safe]\ndirectory = *\n`;
}
function answers(folder, base, surroundings) {
    return async (args, { env, limit, onlyTrusted } = {}) => {
        const all = onlyTrusted ? [...NO_MONITOR, '-C', folder, ...args] : [...TRUSTED, '-C', folder, ...args];
        const variables = onlyTrusted ? { GIT_CONFIG_GLOBAL: surroundings.env.GIT_CONFIG_GLOBAL } : {};
        const { exitCode, stdout } = await ask(all, { ...base, ...variables, ...env }, surroundings, limit);
        return exitCode === 0 ? stdout.trimEnd() : undefined;
    };
}
async function ask(args, env, { signal }, limit) {
    const text = { stdout: '', stderr: '' };
    try {
        const { exitCode } = await (0,host_process/* stream */.Td)('git', args, {
            env,
            signal: limit === undefined ? signal : AbortSignal.any([signal, limit]),
            onLine: (line, from) => {
                text[from] += `${line}\n`;
            },
        });
        return { exitCode, ...text };
    }
    catch (error) {
        const isTooLong = error instanceof src_errors/* Interrupted */.j$ && !signal.aborted;
        if (!isTooLong && !(error instanceof src_errors/* HostError */.dh))
            throw error;
        return { exitCode: 1, ...text };
    }
}

;// CONCATENATED MODULE: ./build/src/request/origin-tags.js



const TRIES = 3;
const LIMIT_MS = 30_000;
/**
 * All tags of the origin; undefined when it could not be asked.
 * @param limitMs time for all tries together
 * @throws {Interrupted} when the signal fired
 */
async function originTags(git, { env, signal }, limitMs = LIMIT_MS) {
    // Without such a remote Git would take the word for a path.
    if ((await git(['remote', 'get-url', 'origin'])) === undefined)
        return undefined;
    const options = { env: await unattendedSsh(git, env), limit: AbortSignal.timeout(limitMs) };
    const pauseSignal = AbortSignal.any([signal, options.limit]);
    for (let failed = 0; failed < TRIES && !options.limit.aborted; failed++) {
        if (failed > 0) {
            await (0,external_node_timers_promises_.setTimeout)((0,retry/* delayAfter */.Ee)(failed, undefined, Math.random()), undefined, { signal: pauseSignal }).catch(() => {
                if (signal.aborted)
                    throw new src_errors/* Interrupted */.j$();
            });
        }
        const listing = await git(['ls-remote', '--tags', '--refs', 'origin'], options);
        if (listing !== undefined)
            return parseTags(listing);
    }
    return undefined;
}
// The variable would win over the keys that actions/checkout writes into core.sshCommand (its input ssh-key).
async function unattendedSsh(git, env) {
    const isSet = env.GIT_SSH_COMMAND || env.GIT_SSH || (await git(['config', 'core.sshCommand']));
    return isSet ? {} : { GIT_SSH_COMMAND: 'ssh -oBatchMode=yes' };
}
function parseTags(listing) {
    return listing
        .split('\n')
        .map((line) => line.split('\trefs/tags/')[1])
        .filter((tag) => tag !== undefined);
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./build/src/request/tags.js

const LONGEST_TAG = 128;
const SHORT_COMMIT = 7;
/**
 * The tags of images when none are given (README, "Tags"). Empty when the ref is unknown.
 * @param images the repositories; a Git tag `service/v1.2.3` is a version of an image of that name alone
 */
function defaultTags(git, images) {
    const { ref, commit } = git;
    if (ref?.kind === 'pull request')
        return { tags: [`pr-${ref.number}`] };
    if (ref?.kind === 'tag')
        return tagsOfTag(ref.name, git, images);
    const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`];
    const branch = ref === undefined ? [] : [validTag(ref.name)];
    return { tags: [...branch, ...short] };
}
function tagsOfTag(name, { allTags, prerelease }, images) {
    const prefix = prefixOf(name);
    const names = images.map(({ path }) => tags_nameOf(path));
    const isOurs = prefix === '' || isServiceOf(prefix, names);
    const version = isOurs ? versionOf(name, prefix) : undefined;
    if (version === undefined)
        return { tags: [validTag(name)] };
    const tag = validTag(version.raw.replace(/^v/, ''));
    if (version.prerelease.length > 0 || prerelease)
        return { tags: [tag] };
    // A list without the tag itself is of another repository, or older than the tag.
    if (allTags === undefined || !allTags.includes(name)) {
        const why = allTags === undefined ? 'could not be listed' : `don’t include ${name}`;
        return {
            tags: [tag],
            notice: `the tags of the origin ${why}, so it is unknown whether ${name} is the highest version: latest is left alone`,
        };
    }
    const higher = allTags
        .map((other) => versionOf(other, prefix))
        .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0);
    return { tags: higher ? [tag] : [tag, 'latest'] };
}
/**
 * Which of several tags of one commit a build is of: the highest version of the service that the images are named after, else the
 * highest plain version.
 * @param images names of the images, without a tag
 */
function tagForImages(tags, images) {
    const names = images.map(tags_nameOf);
    const services = tags.map(prefixOf).filter((prefix) => isServiceOf(prefix, names));
    for (const prefix of [...services, '']) {
        const versions = tags.flatMap((tag) => {
            const version = prefixOf(tag) === prefix ? versionOf(tag, prefix) : undefined;
            return version === undefined ? [] : [{ tag, version }];
        });
        const highest = versions.sort((a, b) => b.version.compare(a.version))[0];
        if (highest !== undefined)
            return highest.tag;
    }
    return undefined;
}
function tags_nameOf(image) {
    return image.split('/').at(-1);
}
function prefixOf(tag) {
    return tag.slice(0, tag.lastIndexOf('/') + 1);
}
function isServiceOf(prefix, names) {
    const service = prefix.split('/').at(-2);
    return names.length > 0 && names.every((name) => name === service);
}
function versionOf(tag, prefix) {
    return (tag.startsWith(`${prefix}v`) && semver.parse(tag.slice(prefix.length))) || undefined;
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
;// CONCATENATED MODULE: ./build/src/request/git.js





/**
 * Collects the facts of the context: from a runner's documented variables where there are any, else from Git.
 * @throws {Interrupted} when the signal fired
 */
async function gitFacts(inputs, surroundings) {
    const { env } = surroundings;
    const event = env.GITHUB_EVENT_NAME || undefined;
    const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH);
    return withGit(inputs.context, surroundings, async (git) => {
        const ref = event === undefined ? await localRef(git, (0,values/* items */.ld)(inputs, 'image')) : runnerRef(env, payload);
        return {
            event,
            fork: payload.repository?.fork === true,
            pullRequest: isForPullRequest(payload),
            withoutSecrets: event === 'pull_request' && (isFromFork(payload) || env.GITHUB_ACTOR === 'dependabot[bot]'),
            prerelease: event === 'release' && payload.release?.prerelease === true,
            ref,
            commit: (await git(['rev-parse', 'HEAD'])) ?? (env.GITHUB_SHA || undefined),
            commitTime: toUtc(await git(['show', '-s', '--format=%cI', 'HEAD'])),
            changed: mayLabelCommit(inputs, ref) ? await changedFiles(git) : [],
            defaultBranch: payload.repository?.default_branch,
            source: sourceAddress(env) ?? webAddress(await git(['remote', 'get-url', 'origin'])),
            allTags: ref?.kind === 'tag' ? await originTags(git, surroundings) : undefined,
        };
    });
}
// The other repository may be gone: it is null then.
function isFromFork({ pull_request: pullRequest, repository }) {
    const head = pullRequest?.head;
    return head?.repo !== undefined && head.repo?.full_name !== repository?.full_name;
}
// Of a large checkout it takes seconds.
function mayLabelCommit(inputs, ref) {
    const mode = inputs['git-labels'].trim();
    return mode !== 'never' && (mode === 'always' || ref?.kind === 'tag');
}
async function changedFiles(git) {
    const listing = await git(['status', '--porcelain', '--untracked-files=no'], { onlyTrusted: true });
    // Two letters and a blank are before each name.
    return (listing ?? '').split('\n').flatMap((line) => line.slice(3) || []);
}
function isForPullRequest({ issue, workflow_run: origin }) {
    return issue?.pull_request !== undefined || (origin?.event ?? '').startsWith('pull_request');
}
async function localRef(git, images) {
    const tags = (await git(['tag', '--points-at', 'HEAD']))?.split('\n') ?? [];
    const tag = tagForImages(tags, images) ?? (await git(['describe', '--exact-match', '--tags', 'HEAD']));
    if (tag)
        return { kind: 'tag', name: tag };
    const branch = await git(['symbolic-ref', '--short', '-q', 'HEAD']);
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

;// CONCATENATED MODULE: ./build/src/request/cache-write.js
/**
 * The rule of `cache-write: auto`. What strangers can propose must not get into what others are built from
 * (https://github.com/slsa-framework/slsa/blob/main/docs/spec/v1.1/threats.md, “Poison the build cache”).
 */
function automaticCacheWrite({ event, fork, pullRequest }) {
    if (event === undefined)
        return { write: true };
    if (event.startsWith('pull_request') || pullRequest)
        return { write: false, why: 'this is a pull request' };
    if (event === 'merge_group')
        return { write: false, why: 'this is a merge queue' };
    if (fork)
        return { write: false, why: 'this repository is a fork' };
    return { write: true };
}

;// CONCATENATED MODULE: ./build/src/request/cache.js





/**
 * The inputs that say where things are kept between runs.
 * @throws {InputError} when they don't fit together
 */
function parseCache(inputs, event) {
    const kind = (0,values/* choice */.Yq)(inputs, 'cache', ['auto', 'actions', 'directory', 'registry', 'off']);
    const folder = inputs['cache-dir'].trim();
    const reference = inputs['cache-ref'].trim();
    if (folder !== '' && kind !== 'auto' && kind !== 'directory') {
        throw new src_errors/* InputError */.dz('cache-dir', `is of no use with cache: ${kind}`, { cure: 'set cache: directory' });
    }
    if (reference !== '' && kind !== 'registry') {
        throw new src_errors/* InputError */.dz('cache-ref', `is of no use with cache: ${kind}`, { cure: 'set cache: registry' });
    }
    if (reference === '' && kind === 'registry') {
        throw new src_errors/* InputError */.dz('cache-ref', 'is missing', {
            cure: 'name the repository of the cache, such as quay.io/organisation/cache',
        });
    }
    const write = (0,values/* choice */.Yq)(inputs, 'cache-write', ['auto', 'true', 'false']);
    return {
        kind: (0,values/* boolean */.zM)(inputs, 'no-cache') ? 'off' : kind,
        folder: folder === '' ? undefined : (0,external_node_path_.resolve)(folder),
        repository: reference === '' ? undefined : repositoryOf(reference),
        writable: write === 'auto' ? automaticCacheWrite(event).write : write === 'true',
        scope: inputs['cache-scope'].trim() || undefined,
        mounts: (0,values/* boolean */.zM)(inputs, 'cache-mounts'),
        ttl: (0,values/* duration */.p0)(inputs, 'cache-ttl'),
        maxSize: (0,values/* size */.Ej)(inputs, 'cache-max-size'),
        skipUnchanged: (0,values/* boolean */.zM)(inputs, 'skip-unchanged'),
    };
}
function repositoryOf(reference) {
    try {
        return (0,oci_reference/* parseRepository */.SU)(reference);
    }
    catch (cause) {
        throw new src_errors/* InputError */.dz('cache-ref', cause.message.replace('; tags go into the input tags', ''), {
            cause,
        });
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

;// CONCATENATED MODULE: ./build/src/request/git-labels.js


const git_labels_PREFIX = 'org.opencontainers.image.';
const git_labels_REVISION = `${git_labels_PREFIX}revision`;
const git_labels_SHORT_COMMIT = 7;
/** The labels of `git-labels`, and those that are always there. */
function gitLabels(inputs, git, repository, references) {
    const mode = (0,values/* choice */.Yq)(inputs, 'git-labels', ['auto', 'always', 'never']);
    const labels = new Map();
    const set = (name, value) => {
        if (value !== undefined)
            labels.set(`${git_labels_PREFIX}${name}`, value);
    };
    set('title', repository.path.split('/').at(-1));
    set('source', git.source);
    const tagPush = git.ref?.kind === 'tag' && (git.event === undefined || git.event === 'push' || git.event === 'release');
    if (mode === 'never' || (mode === 'auto' && !tagPush))
        return { labels };
    const isClean = git.changed.length === 0;
    if (isClean)
        set('revision', git.commit);
    set('version', versionAmong(references.map(({ tag }) => tag)));
    set('created', git.commitTime);
    if (isClean || git.commit === undefined || (0,values/* pairs */.AS)(inputs, 'labels').has(git_labels_REVISION))
        return { labels };
    return { labels, notice: noticeOf(git.changed, git.commit) };
}
function versionAmong(tags) {
    return tags.find((tag) => semver.valid(tag) !== null) ?? tags[0];
}
function noticeOf(changed, commit) {
    const differ = changed.length === 1 ? 'differs' : `and ${changed.length - 1} more differ`;
    return `${changed[0]} ${differ} from commit ${commit.slice(0, git_labels_SHORT_COMMIT)}, so the label ${git_labels_REVISION} is left out. Commit the changes or undo them before this step to have it.`;
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./build/src/request/immutable-tags.js

/** Tags that must not get another digest: those that fit a pattern, in every repository. */
function immutableAmong(references, patterns) {
    const matches = patterns.map((pattern) => picomatch(pattern, { dot: true, nonegate: true }));
    return references.filter(({ tag }) => matches.some((match) => match(tag)));
}

// EXTERNAL MODULE: ./build/src/registry/hosts.js
var hosts = __webpack_require__(8934);
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
/**
 * The rule of `push: true`: a pull request from a fork, or Dependabot's, gets no secrets, and the same workflow builds it without a push
 * (https://docs.github.com/en/actions/reference/security/secrets).
 */
function wantedPush({ withoutSecrets }, repositories, passwords) {
    const needsLogin = repositories.some(({ registry }) => !(0,hosts/* isLoopback */.U9)(registry));
    if (!withoutSecrets || passwords.length > 0 || !needsLogin)
        return { push: true };
    return {
        push: false,
        notice: 'nothing is pushed: the runs of pull requests from forks and of Dependabot get no secrets. The images are built and verified all the same.',
    };
}

// EXTERNAL MODULE: ./node_modules/shell-quote/index.js
var shell_quote = __webpack_require__(6591);
;// CONCATENATED MODULE: ./build/src/request/smoke-test.js



const LONGEST = 86_400;
/**
 * The arguments of the smoke test: words, which quotes keep together as in a shell. There is none, so that what only one does is refused.
 * @throws {InputError}
 */
function parseSmokeTest(inputs) {
    const text = inputs['smoke-test'].trim();
    const timeout = (0,values/* duration */.p0)(inputs, 'smoke-test-timeout');
    if (timeout < 1 || timeout > LONGEST)
        throw new src_errors/* InputError */.dz('smoke-test-timeout', 'is not between 1s and 1d');
    if (text === '')
        return undefined;
    const refused = (what) => new src_errors/* InputError */.dz('smoke-test', `${what}: no shell runs it`, {
        cure: "put it in single quotes where it is meant as it stands, or name a shell of the image: sh -c '…'",
    });
    if (!isClosed(text))
        throw new src_errors/* InputError */.dz('smoke-test', 'a quote is not closed');
    return {
        timeout,
        args: smoke_test_words(text, refused).map((word) => {
            if (typeof word === 'string')
                return word;
            if ('pattern' in word)
                return word.pattern;
            throw refused('comment' in word ? 'there is a comment in it' : `“${word.op}” is an operator`);
        }),
    };
}
function smoke_test_words(text, refused) {
    try {
        return (0,shell_quote.parse)(text, (name) => {
            throw refused(`“$${name}” is a variable`);
        });
    }
    catch (cause) {
        if (cause instanceof src_errors/* InputError */.dz)
            throw cause;
        throw refused(cause.message);
    }
}
// The library takes an open quote for nothing, and a test of fewer words would pass.
function isClosed(text) {
    const bare = text.replaceAll(/\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, '');
    return !/['"\\]/.test(bare);
}

// EXTERNAL MODULE: ./build/src/request/contract.js
var contract = __webpack_require__(5557);
;// CONCATENATED MODULE: ./build/src/request/waiting.js


/** Inputs of the contract that are not available yet, with the values that ask for nothing. */
const WAITING = {
    builders: [''],
    push: ['auto', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
};
const KNOWN_WORDS = {
    push: ['digest'],
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
    const push = parsePush(inputs, git, repositories);
    const fromGit = gitLabels(inputs, git, repositories[0], references);
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
        gitLabels: fromGit.labels,
        annotations,
        qemu: (0,values/* choice */.Yq)(inputs, 'qemu', ['auto', 'always', 'never']),
        ...(inputs['qemu-image'].trim() !== '' && { qemuImage: imageName(inputs['qemu-image'].trim()) }),
        maxParallel: inputs['max-parallel'] === '' ? undefined : (0,values/* wholeNumber */.rD)(inputs, 'max-parallel', 1, 1000),
        cache: parseCache(inputs, git),
        push: push.push,
        immutable: immutableAmong(references, (0,values/* lines */.Mn)(inputs, 'immutable-tags')),
        load: (0,values/* boolean */.zM)(inputs, 'load'),
        keepLayout: layout !== 'false',
        logins: (0,logins/* parseLogins */.w)((0,values/* lines */.Mn)(inputs, 'registry'), (0,values/* lines */.Mn)(inputs, 'username'), (0,logins/* passwords */.L)(inputs), repositories, push.push),
        tlsVerify: (0,values/* boolean */.zM)(inputs, 'tls-verify'),
        retries: (0,values/* wholeNumber */.rD)(inputs, 'retries', 1, 100),
        verify: (0,values/* choice */.Yq)(inputs, 'verify', ['strict', 'warn', 'off']),
        lint: (0,values/* choice */.Yq)(inputs, 'lint', ['warn', 'error', 'off']),
        verifyAllow: (0,values/* items */.ld)(inputs, 'verify-allow'),
        smokeTest: parseSmokeTest(inputs),
        summary: (0,values/* boolean */.zM)(inputs, 'summary'),
        checkRuns: (0,values/* boolean */.zM)(inputs, 'check-runs') ? { token: inputs['github-token'].trim() } : undefined,
        notices: [...notices, push.notice, fromGit.notice].filter((notice) => notice !== undefined),
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
    const images = (0,values/* items */.ld)(inputs, 'image').map((text) => orInputError('image', () => (0,oci_reference/* parseRepository */.SU)(text)));
    const given = (0,values/* items */.ld)(inputs, 'tags');
    const full = given
        .filter((tag) => /[/:]/.test(tag))
        .map((tag) => orInputError('tags', () => (0,oci_reference/* parseTaggedReference */.$R)(tag)));
    const bare = given.filter((tag) => !/[/:]/.test(tag));
    for (const tag of bare) {
        if (!(0,oci_reference/* isTag */.dz)(tag))
            throw new src_errors/* InputError */.dz('tags', `${JSON.stringify(tag)} is no valid tag`);
    }
    if (images.length === 0 && (full.length === 0 || bare.length > 0)) {
        throw new src_errors/* InputError */.dz('image', 'is missing', {
            cure: 'name the repository, such as quay.io/organisation/name',
        });
    }
    const defaults = given.length === 0 ? defaultTags(git, images) : { tags: [] };
    const tags = given.length === 0 ? defaults.tags : bare;
    if (given.length === 0 && tags.length === 0) {
        throw new src_errors/* InputError */.dz('tags', 'none is given, and there is no Git ref to make one from', {
            cure: 'give at least one tag',
        });
    }
    const references = [...images.flatMap((image) => tags.map((tag) => (0,oci_reference/* withTag */.Rd)(image, tag))), ...full];
    const repositories = uniqueBy([...images, ...full.map((reference) => reference.repository)], (each) => each.text);
    return {
        repositories,
        references: uniqueBy(references, (each) => each.text),
        notices: defaults.notice === undefined ? [] : [defaults.notice],
    };
}
function parsePush(inputs, git, repositories) {
    const word = (0,values/* choice */.Yq)(inputs, 'push', ['auto', 'true', 'false', 'digest']);
    if (word === 'auto')
        return automaticPush(git);
    return word === 'true' ? wantedPush(git, repositories, (0,logins/* passwords */.L)(inputs)) : { push: false };
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
    for (const secret of secretTexts(inputs))
        host.mask(secret);
    const surroundings = { host, env: process.env, signal };
    const git = await gitFacts(inputs, surroundings);
    const request = parseBuildRequest(inputs, git, process.env);
    for (const notice of request.notices)
        host.notice(notice);
    const cache = new CacheSession(request, {
        ...surroundings,
        registryClient: () => registryClient(request, surroundings),
    });
    const told = { host, signal };
    const report = await build(request, { ...surroundings, cache, onTag })
        .catch(async (error) => {
        // A runner that cancels doesn't wait.
        if (!signal.aborted)
            await showChecks(request, told, (root) => failedCheckRuns(failedRun(request, error), root));
        throw error;
    })
        .finally(() => cache.end());
    for (const [name, value] of (0,outputs/* outputs */.V)(report))
        host.setOutput(name, value);
    await showChecks(request, told, (root) => checkRuns(report, root));
    if (request.summary)
        await host.summarize((0,summary/* summary */.z)(report));
    host.info(`${report.pushed ? 'pushed' : 'built'} ${(0,report_report/* imageReference */.r)(report)}`);
    for (const { platform, image } of report.platforms)
        host.info(`  ${platform.text} ${image.descriptor.digest}`);
    return report;
}
async function showChecks({ checkRuns: wanted }, options, make) {
    if (wanted === undefined)
        return;
    // Loaded where it is wanted: the client is larger than all the rest.
    const { sendCheckRuns } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(413), __webpack_require__.e(631)]).then(__webpack_require__.bind(__webpack_require__, 8631));
    await sendCheckRuns(make(process.env.GITHUB_WORKSPACE ?? process.cwd()), { ...wanted, ...options });
}
function failedRun({ repositories, platforms }, error) {
    const fates = error instanceof pipeline_platforms/* PlatformsFailed */.Qy ? error.fates : [];
    return { error, image: repositories[0].text, platforms, fates };
}
function secretTexts(inputs) {
    const given = (0,values/* lines */.Mn)(inputs, 'secrets').map((line) => line.slice(line.indexOf('=') + 1));
    const variables = (0,values/* lines */.Mn)(inputs, 'secret-envs').map((line) => process.env[line.slice(line.indexOf('=') + 1)] ?? '');
    const all = [...(0,logins/* passwords */.L)(inputs), ...given, ...variables, inputs['github-token'].trim()];
    return all.filter((text) => text !== '');
}


/***/ })

};
