import type { Content } from './content.js'
import { type Entry, UnreadableLayer } from './layer.js'

/** What is under a path of an image's file tree. */
export type Node =
  | { readonly type: 'directory'; readonly children: Map<string, Node> }
  | { readonly type: 'symlink'; readonly target: string }
  | { readonly type: 'file'; readonly content: Content }
  | { readonly type: 'other' }

type Directory = Extract<Node, { type: 'directory' }>

/** A file, and where it really is when all links are followed. */
export interface Found {
  readonly path: string
  readonly content: Content
}

// The kernel's limit (https://man7.org/linux/man-pages/man7/path_resolution.7.html).
const MOST_LINKS = 40
const MOST_NODES = 2_000_000
const MOST_PLACES = 16
const WHITEOUT = '.wh.'
const OPAQUE = '.wh..wh..opq'

/** The file tree that an image's layers make, one on the other. */
export class FileTree {
  private readonly root: Directory = { type: 'directory', children: new Map() }
  private nodes = 0
  /** Folders by the names in them; made when it is asked for. */
  private places: Map<string, string[]> | undefined

  /** Puts layers on each other, the base first. */
  static of(layers: readonly (readonly Entry[])[]): FileTree {
    const tree = new FileTree()
    for (const layer of layers) tree.apply(layer)
    return tree
  }

  /** The file under an absolute path, all links followed; undefined when there is none. */
  find(path: string): Found | undefined {
    const walked = this.walk(path.split('/'))
    return walked?.node.type === 'file'
      ? { path: `/${walked.path.join('/')}`, content: walked.node.content }
      : undefined
  }

  /** Every file by its own path, links not followed. */
  *files(): Generator<Found> {
    const open: [string, Directory][] = [['', this.root]]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [folder, { children }] = next
      for (const [name, node] of children) {
        if (node.type === 'directory') open.push([`${folder}/${name}`, node])
        else if (node.type === 'file') yield { path: `${folder}/${name}`, content: node.content }
      }
    }
  }

  /** The files under a name in any folder, links followed; of a name that is everywhere only some. */
  named(name: string): Found[] {
    this.places ??= this.placesByName()
    return (this.places.get(name) ?? []).flatMap((folder) => this.find(`${folder}/${name}`) ?? [])
  }

  private placesByName(): Map<string, string[]> {
    const places = new Map<string, string[]>()
    const open: [string, Directory][] = [['', this.root]]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [folder, { children }] = next
      for (const [name, node] of children) {
        if (node.type === 'directory') open.push([`${folder}/${name}`, node])
        const known = places.get(name)
        if (known === undefined) places.set(name, [folder])
        else if (known.length < MOST_PLACES) known.push(folder)
      }
    }
    return places
  }

  // https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts: they hide what is below, in whatever
  // order the layer has them.
  private apply(layer: readonly Entry[]): void {
    for (const { path } of layer) if (path.at(-1)!.startsWith(WHITEOUT)) this.hide(path)
    for (const entry of layer) if (!entry.path.at(-1)!.startsWith(WHITEOUT)) this.add(entry)
  }

  private hide(path: readonly string[]): void {
    const folder = this.walk(path.slice(0, -1))?.node
    if (folder?.type !== 'directory') return
    const name = path.at(-1)!
    if (name === OPAQUE) folder.children.clear()
    else folder.children.delete(name.slice(WHITEOUT.length))
  }

  private add(entry: Entry): void {
    const folder = this.folderFor(entry.path.slice(0, -1))
    const name = entry.path.at(-1)!
    const there = folder.children.get(name)
    if (entry.type === 'directory' && there?.type === 'directory') return
    if (there === undefined) this.count()
    folder.children.set(name, this.nodeFor(entry))
  }

  private nodeFor({ type, target, content }: Entry): Node {
    if (type === 'directory') return { type, children: new Map() }
    if (type === 'symlink') return { type, target: target! }
    if (type === 'file') return { type, content: content ?? { kind: 'other' } }
    if (type === 'hardlink') {
      const linked = this.walk(target!.split('/'), false)?.node
      return linked === undefined || linked.type === 'directory' ? { type: 'other' } : linked
    }
    return { type: 'other' }
  }

  /** The folder of an entry. What is missing is made, and a link to a folder is gone through, as when unpacking. */
  private folderFor(path: readonly string[]): Directory {
    let folder = this.root
    for (const [at, name] of path.entries()) {
      const child = folder.children.get(name)
      const linked = child?.type === 'symlink' ? this.walk(path.slice(0, at + 1))?.node : child
      if (linked?.type === 'directory') {
        folder = linked
        continue
      }
      this.count()
      const made: Directory = { type: 'directory', children: new Map() }
      folder.children.set(name, made)
      folder = made
    }
    return folder
  }

  private walk(names: readonly string[], followLast = true): { path: string[]; node: Node } | undefined {
    const left = [...names].reverse()
    let trail: { name: string; node: Node }[] = []
    let links = 0
    while (left.length > 0) {
      const name = left.pop()!
      const folder = trail.at(-1)?.node ?? this.root
      if (folder.type !== 'directory') return undefined
      if (name === '' || name === '.') continue
      if (name === '..') {
        trail.pop()
        continue
      }
      const node = folder.children.get(name)
      if (node === undefined) return undefined
      if (node.type === 'symlink' && (followLast || left.length > 0)) {
        if (++links > MOST_LINKS) return undefined
        if (node.target.startsWith('/')) trail = []
        left.push(...node.target.split('/').reverse())
      } else trail.push({ name, node })
    }
    return { path: trail.map(({ name }) => name), node: trail.at(-1)?.node ?? this.root }
  }

  private count(): void {
    if (++this.nodes > MOST_NODES) throw new UnreadableLayer(`more than ${MOST_NODES} files`)
  }
}
