import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readDockerfile } from '../../../src/dockerfile/parse.js'
import { contextCopies } from '../../../src/lint/context.js'
import { findings } from '../../../src/lint/findings.js'
import { factsOf } from './support/facts.js'

/** What is found of a Dockerfile in a context with some files; a number makes a file of so many bytes, with a hole for a content. */
async function found(files: Readonly<Record<string, string | number>>): Promise<string[]> {
  const context = mkdtempSync(join(tmpdir(), 'lint-'))
  for (const [name, content] of Object.entries(files)) {
    const path = join(context, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : '')
    if (typeof content === 'number') truncateSync(path, content)
  }
  const dockerfile = readDockerfile(join(context, 'Dockerfile'))
  const copies = await contextCopies(dockerfile, { context, target: undefined, extraArgs: [] })
  return findings({ ...factsOf(String(files.Dockerfile)), dockerfile, ...copies }).map(
    ({ location, rule, message, cure }) => `${location.line} ${rule}: ${message}. ${cure}`,
  )
}

const git = { '.git/HEAD': 'ref', '.git/objects/a': 'x' }

test('.git that is copied', async () => {
  const Dockerfile =
    'FROM python\nCOPY requirements.txt .\nCOPY . /app\nRUN pip install -r requirements.txt\n'
  expect(await found({ ...git, Dockerfile })).toEqual([
    expect.stringMatching(
      /^3 git-folder-in-context: this copies \.git: .* add a line \.git to \.dockerignore$/,
    ),
  ])
  expect(await found({ ...git, Dockerfile, '.containerignore': 'x\n' })).toEqual([
    expect.stringContaining('to .containerignore'),
  ])
  expect(await found({ ...git, Dockerfile, 'Dockerfile.dockerignore': 'x\n' })).toEqual([
    expect.stringContaining('to Dockerfile.dockerignore'),
  ])
})

test.each(['.git', '**/.git', '.git/', '.git*', '.*', '*\n!app'])('%j hides it', async (line) => {
  const Dockerfile = 'FROM python\nCOPY . /app\n'
  expect(await found({ ...git, Dockerfile, '.dockerignore': `${line}\n` })).toEqual([])
})

test.each([
  ['a folder beside it', 'COPY src /app\n'],
  ['one that asks Git', 'COPY . .\nRUN echo $(git describe --tags) > version\n'],
  ['one whose make may', 'COPY . .\nRUN make\n'],
  ['without it', 'COPY --exclude=.git . .\n'],
  ['a mount leaves nothing behind', 'RUN --mount=type=bind,target=. pip install .\n'],
])('%s', async (_name, text) => {
  expect(await found({ ...git, 'src/a.py': '', Dockerfile: `FROM python\n${text}` })).toEqual([])
})

test('node_modules over those that were installed', async () => {
  const files = { 'node_modules/a/index.js': '' }
  const Dockerfile = 'FROM node\nCOPY package.json .\nRUN npm ci\nCOPY . .\n'
  expect(await found({ ...files, Dockerfile })).toEqual([
    expect.stringMatching(/^4 node-modules-in-context: this copies node_modules of/),
  ])
  expect(await found({ ...files, Dockerfile, '.dockerignore': '**/node_modules\n' })).toEqual([])
  // Who installs nothing means those.
  expect(await found({ ...files, Dockerfile: 'FROM node\nCOPY . .\n' })).toEqual([])
})

test('hundreds of megabytes', async () => {
  const files = { 'data/a.bin': 400e6, 'data/b.bin': 300e6, 'src/a': 1000 }
  const all = await found({ ...files, Dockerfile: 'FROM python\nCOPY . .\n' })
  expect(all).toEqual([
    expect.stringMatching(/^2 large-context: this copies 700 MB .* 700 MB of it are in data\./),
  ])
  expect(await found({ ...files, Dockerfile: 'FROM python\nCOPY src .\n' })).toEqual([])
  expect(await found({ ...files, Dockerfile: 'FROM python\nCOPY . .\n', '.dockerignore': 'data\n' })).toEqual(
    [],
  )
})
