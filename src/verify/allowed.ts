import picomatch from 'picomatch'

/**
 * Whether a path of the image fits one of some patterns. One that begins with `/` counts from the root, any other fits
 * anywhere.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matches = patterns.map((pattern) =>
    picomatch(pattern.startsWith('/') ? pattern.slice(1) : `**/${pattern}`, { dot: true, nonegate: true }),
  )
  return (path) => matches.some((match) => match(path.replace(/^\//, '')))
}
