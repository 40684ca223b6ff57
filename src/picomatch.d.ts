// The package brings no types; this is what is used of it (https://github.com/micromatch/picomatch#api).
declare module 'picomatch' {
  interface Options {
    /** Whether `*` matches names that begin with a dot. */
    readonly dot?: boolean
    /** Whether a leading `!` is a character like any other. */
    readonly nonegate?: boolean
  }
  export default function picomatch(pattern: string, options?: Options): (text: string) => boolean
}
