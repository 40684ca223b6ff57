/** The doors: one program in several parts, of which each door loads those that it needs. */
const DOORS = {
  build: () => import('./build.js'),
  post: () => import('./post.js'),
  merge: () => import('./merge.js'),
  plan: () => import('./plan.js'),
  cli: () => import('./cli.js'),
}

/** Opens a door, and waits until what is behind it is done. */
export async function open(door: keyof typeof DOORS): Promise<void> {
  await DOORS[door]()
}
