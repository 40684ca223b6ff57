export const id = 456;
export const ids = [456];
export const modules = {

/***/ 27076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ CacheSession),
/* harmony export */   g: () => (/* binding */ saveLeftovers)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);
/* harmony import */ var _directory_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33807);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78745);
/* harmony import */ var _pending_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76435);







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
            const list = await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .readPending */ .ct)(folder);
            if (list !== undefined && host.kind === 'runner')
                return;
            if (list !== undefined && !signal.aborted)
                await save(folder, list, store, host);
            await store.close();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        }
        catch (error) {
            host.warning(`cache: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
        }
        finally {
            await store.close();
        }
    }
    async begin() {
        const { host, env, signal, registryClient } = this.surroundings;
        const { cache, logins, tlsVerify } = this.request;
        try {
            const place = (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOf */ .$)(cache, env, host);
            if (place === undefined)
                return undefined;
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), FOLDER_PREFIX));
            host.saveState(_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .CACHE_STATE */ .bK, folder);
            const means = { folder: await transferFolder(folder), env, registryClient };
            const store = await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .C)(place, means, { writable: cache.writable, signal, tell: host });
            const loginHosts = logins.map(({ registry }) => registry);
            return { place, folder, store, pending: new _pending_js__WEBPACK_IMPORTED_MODULE_6__/* .Pending */ .UX(folder, { place, loginHosts, tlsVerify }) };
        }
        catch (error) {
            host.warning(`cache: it can’t be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
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
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(state) || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(state).startsWith(FOLDER_PREFIX))
        return;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(state).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    try {
        const list = await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .readPending */ .ct)(state);
        if (list === undefined)
            return;
        const { host, env, signal, registryClient } = surroundings;
        const means = { folder: await transferFolder(state), env, registryClient: () => registryClient(list) };
        const store = await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .openStore */ .C)(list.place, means, { writable: true, signal, tell: host });
        try {
            await save(state, list, store, host);
        }
        finally {
            await store.close();
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(state, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function save(folder, list, store, host) {
    await (0,_pending_js__WEBPACK_IMPORTED_MODULE_6__/* .savePending */ .fE)(folder, list, store);
    if (store instanceof _directory_store_js__WEBPACK_IMPORTED_MODULE_4__/* .DirectoryStore */ .f)
        await store.sweep();
    const { blobsSaved, bytesSaved } = store.usage;
    if (blobsSaved > 0) {
        const megabytes = (bytesSaved / 1e6).toFixed(1);
        host.info(`cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`);
    }
}
async function transferFolder(folder) {
    const transfer = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'transfer');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(transfer, { recursive: true, mode: 0o700 });
    return transfer;
}


/***/ }),

/***/ 72327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveCache: () => (/* binding */ saveCache)
/* harmony export */ });
/* harmony import */ var _cache_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27076);
/* harmony import */ var _pipeline_site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86299);
/* harmony import */ var _request_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32062);
/* harmony import */ var _request_logins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24077);
/* harmony import */ var _request_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24065);





// Longer than what is worth keeping takes, and short enough for a job that waits for it.
const LONGEST_MS = 10 * 60_000;
const TRIES = 3;
/** Saves what the main part of the step has put aside. */
async function saveCache(state, host) {
    const surroundings = { host, env: process.env, signal: AbortSignal.timeout(LONGEST_MS) };
    await (0,_cache_session_js__WEBPACK_IMPORTED_MODULE_0__/* .saveLeftovers */ .g)(state, {
        ...surroundings,
        registryClient: ({ loginHosts, tlsVerify }) => {
            // The runner evaluates the inputs again for this part, so that no password need be in a file.
            const inputs = (0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .completeInputs */ .h5)((0,_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .givenInputs */ .PC)(process.env));
            const given = (0,_request_logins_js__WEBPACK_IMPORTED_MODULE_3__/* .passwords */ .L)(inputs);
            for (const password of given)
                host.mask(password);
            const logins = (0,_request_logins_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLogins */ .w)(loginHosts, (0,_request_values_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn)(inputs, 'username'), given, [], false);
            return (0,_pipeline_site_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)({ logins, tlsVerify, retries: TRIES }, surroundings);
        },
    });
}


/***/ }),

/***/ 24077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ passwords),
/* harmony export */   w: () => (/* binding */ parseLogins)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27406);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24065);


/** The passwords: one a line, or with a single user name the whole text, since a JSON key has several lines. */
function passwords(inputs) {
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(inputs, 'username').length > 1)
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)(inputs, 'password');
    const whole = inputs.password.trim();
    return whole === '' ? [] : [whole];
}
/**
 * The logins of `registry`, `username` and `password`, which may hold several in the same order. Secrets are empty in
 * pull requests from forks: where nothing is pushed, an incomplete login is then none.
 * @throws {InputError} when they don't fit together
 */
function parseLogins(registries, usernames, passwords, repositories, needed) {
    if (!needed && (usernames.length === 0 || passwords.length === 0))
        return [];
    if (usernames.length === 0 && passwords.length === 0) {
        if (registries.length === 0)
            return [];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', 'is given without username and password', {
            cure: 'give all three, or none to use the logins that podman or Docker already have',
        });
    }
    if (usernames.length !== passwords.length) {
        const missing = usernames.length < passwords.length ? 'username' : 'password';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(missing, `there are ${usernames.length} user names and ${passwords.length} passwords`, {
            cure: missing === 'password'
                ? 'a secret that is not defined, or not given to pull requests from forks, is empty'
                : 'give a user name for each password',
        });
    }
    const hosts = registries.length > 0 ? registries : [...new Set(repositories.map((repository) => repository.registry))];
    if (hosts.length !== usernames.length) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `there are ${hosts.length} registries and ${usernames.length} user names`, {
            cure: 'give registry, username and password one a line, in the same order',
        });
    }
    return hosts.map((host, at) => ({
        registry: registryHost(host),
        username: usernames[at],
        password: passwords[at],
    }));
}
function registryHost(text) {
    const host = text.replace(/^https?:\/\//, '').replace(/\/(v[12]\/?)?$/, '');
    if (/^[A-Za-z0-9.\-[\]:]+$/.test(host))
        return host.toLowerCase();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('registry', `${JSON.stringify(text)} is no registry host`);
}


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
