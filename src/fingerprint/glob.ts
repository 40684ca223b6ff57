/** Whether Go takes a component of a path for a pattern. */
export function isPattern(component: string): boolean {
  return /[*?[\\]/.test(component)
}

/**
 * The test of one component of a path, with the meaning of Go's `filepath.Match` (https://pkg.go.dev/path/filepath#Match).
 * @returns undefined for a pattern with brackets or escapes, and for `**`, which not every version of podman knows
 */
export function componentTest(pattern: string): ((name: string) => boolean) | undefined {
  if (/[[\]\\]/.test(pattern) || pattern.includes('**')) return undefined
  const source = pattern.replace(/[*?]|[^*?]+/g, (part) =>
    part === '*' ? '[^/]*' : part === '?' ? '[^/]' : part.replace(/[\\^$.+()[\]{}|/]/g, '\\$&'),
  )
  const expression = new RegExp(`^${source}$`, 'su')
  return (name) => expression.test(name)
}
