/** The options of a `--mount` flag by name; the target by that name, however it was written. */
export function mountOptions(value: string): Map<string, string> {
  return new Map(
    value.split(',').map((option) => {
      const [name = '', ...rest] = option.split('=')
      return [/^(dst|destination)$/.test(name) ? 'target' : name, rest.join('=')]
    }),
  )
}
