export const id = 395;
export const ids = [395];
export const modules = {

/***/ 3395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RunArtifacts: () => (/* binding */ RunArtifacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_artifact__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91816);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27406);





// What is handed over is compressed already, and read once.
const UNCOMPRESSED = 0;
const AT_ONCE = 8;
/** The artifacts of this workflow run. */
class RunArtifacts {
    #client = new _actions_artifact__WEBPACK_IMPORTED_MODULE_2__/* .DefaultArtifactClient */ .t9();
    async replace(name, folder) {
        await asked('handed over', async () => {
            const earlier = (await this.#client.listArtifacts()).artifacts.some((each) => each.name === name);
            if (earlier)
                await this.#client.deleteArtifact(name);
            await this.#client.uploadArtifact(name, await filesBelow(folder), folder, {
                compressionLevel: UNCOMPRESSED,
            });
        });
    }
    async fetch(prefix, folder) {
        return asked('fetched', async () => {
            const { artifacts } = await this.#client.listArtifacts({ latest: true });
            const wanted = artifacts.filter(({ name }) => name.startsWith(prefix));
            const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .A)(AT_ONCE);
            await Promise.all(wanted.map((each) => limit(() => this.#fetchOne(each, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, each.name)))));
            return wanted.map(({ name }) => name).sort();
        });
    }
    async #fetchOne({ id, name, digest }, folder) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        const { digestMismatch } = await this.#client.downloadArtifact(id, {
            path: folder,
            ...(digest !== undefined && { expectedHash: digest }),
        });
        if (digestMismatch)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR(`the artifact ${name} has other bytes than were uploaded`);
    }
}
async function asked(what, ask) {
    try {
        return await ask();
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh(`what legs say can’t be ${what} as artifacts: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, {
            cause,
            cure: 'run the job again; on GitHub Enterprise Server, which has no such artifacts, pass the output digests of the legs to the input digests',
        });
    }
}
async function filesBelow(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name));
}


/***/ })

};
