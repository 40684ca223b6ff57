import { createHash } from 'node:crypto'

/** Numbers from 0 to 1 that look like chance and are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Contents that zstd makes so many bytes of, as it does of Go's objects: to two fifths. */
export function content(name: string, compressed: number): Buffer {
  const bytes = Buffer.alloc(Math.round(compressed * 2.5))
  // This function's result may be as long as one likes.
  createHash('shake256', { outputLength: compressed }).update(name).digest().copy(bytes)
  return bytes
}

/** A file of a service's Go build cache: what one or several of its packages became. */
export interface Part {
  readonly name: string
  version: number
  /** Bytes, compressed. */
  readonly size: number
}

/** A Go service. */
export class Service {
  readonly dependencies: readonly Part[]
  readonly own: readonly Part[]
  /** How often its sources changed. */
  revision = 0

  constructor(
    readonly name: string,
    size: { dependencies: number; own: number },
  ) {
    const parts = (kind: string, count: number, bytes: number) =>
      Array.from(
        { length: count },
        (_, at): Part => ({
          name: `${name} ${kind} ${at}`,
          version: 0,
          size: Math.round(bytes / count),
        }),
      )
    this.dependencies = parts('dependency', 20, size.dependencies)
    this.own = parts('own', 12, size.own)
  }

  get parts(): readonly Part[] {
    return [...this.dependencies, ...this.own]
  }

  /** Some of its packages have to be compiled again. */
  change(next: () => number, { own, dependencies = 0 }: { own: number; dependencies?: number }): void {
    this.revision += 1
    for (const [parts, count] of [
      [this.own, own],
      [this.dependencies, dependencies],
    ] as const) {
      const left = [...parts]
      for (let at = 0; at < count; at++) left.splice(Math.floor(next() * left.length), 1)[0]!.version += 1
    }
  }
}

/** A repository of services with one `go.mod`, one form of Dockerfile, and a base image. */
export class Repository {
  readonly services: Service[]
  /** How often the base image has moved, and the modules have changed. */
  base = 0
  modules = 0

  constructor(
    count: number,
    private readonly size: { dependencies: number; own: number },
    private readonly next: () => number,
  ) {
    this.services = Array.from({ length: count }, (_, at) => new Service(`service-${at}`, size))
  }

  /** Fingerprint of a service's build. */
  inputs(service: Service): string {
    return `${service.name} ${this.base} ${this.modules} ${service.revision}`
  }

  /** A service goes, and another comes. */
  replace(at: number): Service {
    const [gone] = this.services.splice(at, 1, new Service(`new ${this.services[at]!.name}`, this.size))
    return gone!
  }

  moveBase(): void {
    this.base += 1
  }

  changeModules(): void {
    this.modules += 1
    for (const service of this.services) service.change(this.next, { own: 4, dependencies: 4 })
  }

  /** Code that all services share. */
  changeShared(): void {
    for (const service of this.services) service.change(this.next, { own: 2 })
  }

  changeOne(): void {
    const service = this.services[Math.floor(this.next() * this.services.length)]!
    service.change(this.next, { own: this.next() < 0.5 ? 2 : 3 })
  }
}
