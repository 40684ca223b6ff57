/** The known name that a mistyped one most likely stands for; undefined when none is near. */
export function closest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((each) => ({ each, distance: editDistance(name, each) }))
  ranked.sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  const limit = Math.max(2, Math.floor(name.length / 3))
  return best !== undefined && best.distance <= limit ? best.each : undefined
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change))
    }
    row = next
  }
  return row[b.length]!
}
