import { exported, plainBuild } from '../support/podman.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

// As the scaffold of many operators has it (https://github.com/podman-container-tools/buildah/issues/6615).
const files = {
  Dockerfile: 'FROM scratch\nCOPY . /\n',
  '.dockerignore': '# All but sources\n**\n!**/*.go\n!go.mod\n',
  'go.mod': '',
  'main.go': '',
  'internal/server.go': '',
}
const context = contextWith(files)
const mended = contextWith({ ...files, '.dockerignore': '**\n!**/*.go\n!go.mod\n!internal\n' })

trap({
  number: 43,
  title:
    '“!**/*.go” in an ignore file brings nothing back from folders that “**” ignores; with Docker it does',
  plain: async () => {
    const found = await (await exported(await plainBuild('--no-cache', context))).files()
    return found.includes('main.go') && !found.includes('internal/server.go')
  },
  outcome: 'said',
  product: async () => {
    const image = freshName()
    const right = await mustBuild({ image, context: mended })
    expect(alarms(right)).toEqual([])
    const built = await exported(`docker://${image}@${right.outputs['digest-linux-arm64']}`)
    expect(await built.files()).toContain('internal/server.go')
    return mustBuild({ image, context })
  },
  message: (step) =>
    expectTold(step, {
      level: 'warning',
      cause: '“!**/*.go” brings nothing back from the folders that “**” ignores',
      place: 3,
      cure: 'bring each folder back by its name',
    }),
})
