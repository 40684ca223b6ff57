import { plainBuild, podman } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, index, mustBuild } from '../support/world.js'

const context = fixture('data-only')
const families = async (reference: string) => {
  const list = await index(reference)
  const types = [list, ...list.manifests].map(({ mediaType }) => mediaType ?? 'oci')
  return new Set(types.map((type) => (type.includes('docker') ? 'docker' : 'oci')))
}

trap({
  number: 16,
  title: 'an index mixes Docker’s and OCI’s manifests, which Quay refuses',
  plain: async () => {
    const list = freshName()
    await podman('manifest', 'create', list)
    for (const [architecture, format] of [
      ['amd64', 'docker'],
      ['arm64', 'oci'],
    ]) {
      const image = freshName()
      const how = [`--platform=linux/${architecture}`, `--format=${format}`, `--tag=${image}`]
      await plainBuild('--no-cache', ...how, context)
      await podman('push', '-q', image)
      await podman('manifest', 'add', list, `docker://${image}`)
    }
    await podman('manifest', 'push', '-q', '--all', list, `docker://${list}`)
    await podman('manifest', 'rm', list)
    return (await families(`${list}:latest`)).size === 2
  },
  outcome: 'prevented',
  product: async () => {
    const steps = []
    for (const format of ['oci', 'docker']) {
      const image = freshName()
      steps.push(await mustBuild({ image, context, format }))
      expect(await families(`${image}:test`)).toEqual(new Set([format]))
    }
    return steps
  },
  message: 'all platforms of a run have one format',
})
