// Generated from package.json by “npm run generate”.

/** This product's version. */
export const VERSION = '0.1.0'
