export const id = 939;
export const ids = [939];
export const modules = {

/***/ 15939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  liveTerminalHost: () => (/* binding */ liveTerminalHost)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(27406);
// EXTERNAL MODULE: ./node_modules/cli-truncate/index.js + 3 modules
var cli_truncate = __webpack_require__(18506);
// EXTERNAL MODULE: ./node_modules/log-update/index.js + 13 modules
var log_update = __webpack_require__(12991);
// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
// EXTERNAL MODULE: ./build/src/host/clock.js
var clock = __webpack_require__(84258);
;// CONCATENATED MODULE: ./build/src/host/live-view.js




const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
/** Lines at the end of a terminal that are written anew as the work goes on, one for each part of it. */
class LiveView {
    stream;
    colors;
    #lines = new Map();
    #update;
    #timer;
    #frame = 0;
    /** @param colors whether it may use any */
    constructor(stream, colors) {
        this.stream = stream;
        this.colors = colors;
        this.#update = (0,log_update/* createLogUpdate */.SY)(stream);
    }
    /** Says where a part of the work is. */
    show(subject, progress) {
        const { started } = this.#lines.get(subject) ?? { started: performance.now() };
        const ended = progress.state === 'running' ? {} : { ended: performance.now() };
        this.#lines.set(subject, { progress, started, ...ended });
        this.#timer ??= setInterval(() => {
            this.#frame = (this.#frame + 1) % FRAMES.length;
            this.#draw();
        }, FRAME_MS).unref();
        this.#draw();
    }
    /** Writes text above the lines, where it stays. */
    above(text) {
        this.#update.clear();
        this.stream.write(`${text}\n`);
        this.#draw();
    }
    /** Lets the lines of parts that have ended stay as they are. */
    end(subjects) {
        const last = [...subjects].filter((subject) => this.#lines.has(subject));
        const text = this.#texts(last).join('\n');
        for (const subject of last)
            this.#lines.delete(subject);
        if (this.#lines.size === 0) {
            clearInterval(this.#timer);
            this.#timer = undefined;
        }
        if (last.length > 0)
            this.above(text);
        // Shows the cursor again.
        if (this.#lines.size === 0)
            this.#update.done();
    }
    #draw() {
        if (this.#lines.size > 0)
            this.#update(this.#texts([...this.#lines.keys()]).join('\n'));
    }
    #texts(subjects) {
        const width = Math.max(...[...this.#lines.keys()].map((subject) => subject.length));
        return subjects.map((subject) => this.#text(subject, this.#lines.get(subject), width));
    }
    #text(subject, { progress, started, ended }, width) {
        const { green, red, yellow, dim } = picocolors.createColors(this.colors);
        const sign = {
            running: FRAMES[this.#frame],
            done: green('✓'),
            failed: red('✗'),
            stopped: yellow('■'),
        }[progress.state];
        const time = (0,clock/* clock */.p)((ended ?? performance.now()) - started);
        const line = `${sign} ${subject.padEnd(width)} ${dim(time.padStart(6))}  ${progress.text}`;
        return (0,cli_truncate/* default */.A)(line, this.stream.columns || 80);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/src/host/log-file.js



const KEPT = 20;
/** A file for the whole log of a run that shows less on the terminal. Those of the latest 20 runs are kept. It is open until the program ends. */
class LogFile {
    path;
    descriptor;
    constructor(path, descriptor) {
        this.path = path;
        this.descriptor = descriptor;
    }
    /**
     * Opens one in the user's folder for such files.
     * https://specifications.freedesktop.org/basedir-spec/latest/ (`XDG_STATE_HOME`)
     * @throws {Error} of the file system
     */
    static open(env) {
        const folder = (0,external_node_path_.join)(env.XDG_STATE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state'), 'multiarch-build');
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        const old = (0,external_node_fs_.readdirSync)(folder).filter((name) => /^\d{4}-\d\d-\d\dT[\d-]+Z-\d+\.log$/.test(name));
        for (const name of old.sort().slice(0, -(KEPT - 1)))
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
        const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
        const path = (0,external_node_path_.join)(folder, `${time}Z-${process.pid}.log`);
        return new LogFile(path, (0,external_node_fs_.openSync)(path, 'wx', 0o600));
    }
    /** @throws {Error} of the file system */
    line(text) {
        (0,external_node_fs_.writeSync)(this.descriptor, `${text}\n`);
    }
}

// EXTERNAL MODULE: ./build/src/host/plain-text.js
var plain_text = __webpack_require__(40498);
// EXTERNAL MODULE: ./build/src/host/terminal.js
var terminal = __webpack_require__(34062);
;// CONCATENATED MODULE: ./build/src/host/live-terminal.js





/** A terminal that somebody looks at: a line for each part of the work, and the whole log in a file. */
function liveTerminalHost(stream, env) {
    // https://no-color.org
    const view = new LiveView(stream, !env.NO_COLOR);
    let file;
    let path;
    const host = (0,terminal/* terminalHost */.P)((text) => {
        view.above(text);
        toFile(text);
    });
    const unkept = (error) => {
        file = undefined;
        path = '';
        host.warning(`the log can’t be kept in a file, so all of it is shown: ${(0,errors/* messageOf */.bD)(error)}`);
    };
    const toFile = (text) => {
        try {
            file?.line(text);
        }
        catch (error) {
            unkept(error);
        }
    };
    const openFile = () => {
        if (path !== undefined)
            return;
        try {
            file = LogFile.open(env);
            path = file.path;
        }
        catch (error) {
            unkept(error);
        }
    };
    const clean = (text) => host.hide((0,plain_text/* plainText */.wh)(text));
    const openLog = (title) => {
        openFile();
        const log = host.openLog(title);
        const subjects = new Set();
        return {
            line: (text) => (file === undefined ? log.line(text) : toFile(clean(text))),
            progress: (subject, progress) => {
                subjects.add(subject);
                view.show(subject, { ...progress, text: clean(progress.text).replace(/\s+/g, ' ') });
            },
            close: () => {
                view.end(subjects);
                log.close();
            },
        };
    };
    return { ...host, openLog, logFile: () => path || undefined };
}


/***/ })

};
