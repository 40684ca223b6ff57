import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { CacheService } from '../support/cache-service.js'
import { bothParts, native } from '../support/cached-build.js'
import { MemoryWatch } from '../support/memory.js'
import { temporaryFolder } from '../support/runner.js'
import { build, contextWith, expectNoLeftovers, freshName, registry } from '../support/world.js'

// However large a file is that is kept between runs, the step's own processes take little memory.

expectNoLeftovers()

const MOST_BYTES = 200e6
const GIGABYTE = 1 << 30

// It is Node's memory, whatever the podman and the user: once, with the Node that runners have.
const able = process.env.TEST_WORLD === 'podman58-root'
const describeAble = able ? describe : describe.skip

let github: CacheService
beforeEach(async () => {
  github = await CacheService.start()
})
afterEach(() => github.stop())

/** Files that can't be compressed. */
function random(path: string, bytes: number): void {
  execFileSync('sh', ['-c', 'head -c "$1" /dev/urandom >"$2"', 'sh', String(bytes), path])
}

const CONTENTS = {
  layer: () => {
    const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n' })
    random(join(context, 'f'), GIGABYTE)
    return context
  },
  // Eight archives, which are fetched side by side.
  'cache mount': () =>
    contextWith({
      Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6
RUN --mount=type=cache,target=/kept for i in 1 2 3 4 5 6 7 8; do test -e /kept/$i || head -c ${GIGABYTE / 8} /dev/urandom >/kept/$i; done
`,
    }),
}

describeAble.each(['layer', 'cache mount'] as const)('a gigabyte of a %s', (content) => {
  test.each(['directory', 'actions'] as const)(
    'cache: %s',
    async (store) => {
      // As on GitHub's own runners.
      github.asAzure = true
      const place = store === 'directory' ? { 'cache-dir': temporaryFolder('cache-') } : {}
      const inputs = {
        image: freshName(),
        context: CONTENTS[content](),
        platforms: native,
        push: 'false',
        cache: store,
        'cache-write': 'true',
        'skip-unchanged': String(content === 'layer'),
        ...place,
      }
      const watch = new MemoryWatch()
      const options = { env: github.env, onStart: watch.onStart }
      const saved = await bothParts(await build(inputs, options), options)
      expect(saved.warnings).toEqual([])
      expect(saved.post.stdout).toMatch(/^cache: saved \d+ files?, 1[01]\d\d\.\d MB, in /)
      const fetched = await bothParts(await build(inputs, options), options)
      expect(fetched).toMatchObject({ warnings: [], digests: saved.digests })
      if (content === 'layer') expect(fetched.unchanged).toBe(true)
      else expect(fetched.main.stdout).toContain('cache mount /kept: 1073.7 MB from')
      expect([...watch.peaks.keys()].sort()).toEqual(
        store === 'directory' ? ['build', 'post'] : ['build', 'cache-client', 'post'],
      )
      for (const [name, bytes] of watch.peaks)
        expect([name, bytes < MOST_BYTES, bytes]).toEqual([name, true, bytes])
    },
    300_000,
  )
})
