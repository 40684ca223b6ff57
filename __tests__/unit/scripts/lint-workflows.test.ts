import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repository, run, temporaryFolder } from '../../support/runner.js'

/** What is found in a folder with these files. */
async function lint(files: Readonly<Record<string, string>>): Promise<{ exitCode: number; lines: string[] }> {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const script = join(repository, 'scripts', 'lint-workflows.mjs')
  const { exitCode, stdout, stderr } = await run([process.execPath, script, folder])
  expect(stderr).toBe('')
  return { exitCode, lines: stdout.trimEnd().split('\n') }
}

const WORKFLOW = '.github/workflows/w.yml'
const job = (text: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04-arm\n${text}`
const block = (text: string) => `# Title\n\n\`\`\`yaml\n${text}\n\`\`\`\n`

test('nothing is found where all is right', async () => {
  const ended = await lint({
    [WORKFLOW]: job(`    steps:
      - uses: kubernaut/multiarch-build/plan@v1
        id: plan
        with: { services: services.yaml }
      - run: echo "$X"
        env: { X: "\${{ steps.plan.outputs.reasons }}" }
`),
    '.github/actionlint.yaml': 'self-hosted-runner: {labels: [big]}\n',
    '.github/workflows/big.yml': job('    steps: [{run: "true"}]').replace('ubuntu-24.04-arm', 'big'),
    'README.md': block('        with:\n          image: x\n          digests: y'),
    'docs/a.md': block('services:\n  - name: gateway\n    with: this'),
  })
  expect(ended).toEqual({ exitCode: 0, lines: [''] })
})

const use = (text: string) => `- uses: kubernaut/multiarch-build${text}`
const CALL = 'uses: kubernaut/multiarch-build/.github/workflows/multiarch.yml@v1'

const WRONG: readonly (readonly [what: string, path: string, text: string, finding: RegExp])[] = [
  [
    'a runner that is not there',
    '.github/workflows/runner.yml',
    job('    steps: [{run: a}]').replace('24.04', '99'),
    /^\S+runner\.yml:4: label "ubuntu-99-arm"/m,
  ],
  [
    'what is not quoted',
    '.github/workflows/quotes.yml',
    job('    steps: [{run: "echo ${{ github.head_ref }}"}]'),
    /^\S+quotes\.yml:5: "github\.head_ref" is potentially untrusted/m,
  ],
  [
    'an unknown key',
    '.github/workflows/key.yml',
    job('    steps: [{run: a, sheel: b}]'),
    /^\S+key\.yml:5: Unexpected value 'sheel'/m,
  ],
  [
    'an input that is not there',
    '.github/workflows/input.yml',
    job(`    steps:\n      ${use('@v1')}\n        with:\n          imagee: x`),
    /^\S+input\.yml:8: kubernaut\/multiarch-build has no input imagee/m,
  ],
  [
    'one of the action in this folder',
    '.github/workflows/local.yml',
    job('    steps: [{uses: ./merge, with: {cache: x}}]'),
    /^\S+local\.yml:5: kubernaut\/multiarch-build\/merge has no input cache/m,
  ],
  [
    'an action that is not there',
    'README.md',
    block(use('/mergee@v1')),
    /^README\.md:4: there is no kubernaut\/multiarch-build\/mergee/m,
  ],
  [
    'an input in a page',
    'docs/x/y.md',
    block(`  ${use('/plan@v1')}\n    with: {image: x}`),
    /^docs\/x\/y\.md:5: kubernaut\/multiarch-build\/plan has no input image/m,
  ],
  [
    'an input in a fragment',
    'docs/fragment.md',
    block('    with:\n      imagee: x'),
    /^docs\/fragment\.md:5: no action of this product has an input imagee/m,
  ],
  [
    'an output, in another block than its step',
    'docs/output.md',
    block(`${use('@v1')}\n  id: i`) + block('- run: echo\n  env: {D: "${{ steps.i.outputs.digestt }}"}'),
    /^docs\/output\.md:11: the step i has no output digestt/m,
  ],
  [
    'an input of the reusable workflow',
    'docs/call.md',
    block(`jobs:\n  a:\n    ${CALL}\n    with: {services: s, gates: x}`),
    /^docs\/call\.md:7: \.github\/workflows\/multiarch\.yml has no input gates/m,
  ],
  [
    'a secret of it',
    'docs/secret.md',
    block(`jobs:\n  a:\n    ${CALL}\n    with: {services: s}\n    secrets: {username: x}`),
    /^docs\/secret\.md:8: \.github\/workflows\/multiarch\.yml has no secret username/m,
  ],
  [
    'what is no workflow in a page',
    'docs/workflow.md',
    block('jobs:\n  a:\n    steps: [{run: x}]'),
    /^docs\/workflow\.md:6: Required property is missing: runs-on/m,
  ],
  ['no YAML', 'docs/no.md', block(`${use('@v1')}\n  with: [`), /^docs\/no\.md:\d+: this is no YAML/m],
]

describe('what is wrong is found', () => {
  let ended: Awaited<ReturnType<typeof lint>>
  beforeAll(async () => {
    ended = await lint(Object.fromEntries(WRONG.map(([, path, text]) => [path, text])))
  })

  test.each(WRONG)('%s', (_what, _path, _text, finding) => {
    expect(ended.lines.join('\n')).toMatch(finding)
  })

  test('with an exit code', () => expect(ended.exitCode).toBe(1))
})
