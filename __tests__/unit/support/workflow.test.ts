import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate, interpolate, isMet } from '../../support/expressions.js'
import { temporaryFolder } from '../../support/runner.js'
import { runWorkflow, type WorkflowRun } from '../../support/workflow.js'

// What the tests' own driver makes of workflows: jobs, matrices, conditions and outputs as GitHub defines them.

function repository(): { caller: string; sha: string } {
  const caller = temporaryFolder('caller-')
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', caller, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
    }).trim()
  git('init', '-q', '-b', 'main')
  writeFileSync(join(caller, 'file'), 'first\n')
  git('add', '.')
  git('commit', '-q', '-m', 'first')
  writeFileSync(join(caller, 'file'), 'second\n')
  git('commit', '-q', '-a', '-m', 'second')
  return { caller, sha: git('rev-parse', 'HEAD') }
}

const { caller, sha } = repository()

function workflow(jobs: string, more: Partial<WorkflowRun> = {}, call = '') {
  const file = join(temporaryFolder('workflow-'), 'test.yml')
  writeFileSync(file, `name: test\non:\n  workflow_call:\n${call || '    inputs: {}\n'}jobs:\n${jobs}`)
  return runWorkflow({ file, inputs: {}, caller, github: { sha, ref: 'refs/heads/main' }, ...more })
}

test('expressions', () => {
  const contexts = { github: { ref_type: 'branch', event: { before: 'abc' } }, matrix: { a: { b: 1 } } }
  expect(evaluate("github.event.none.sha || github.event.before || ''", contexts)).toBe('abc')
  expect(evaluate("github.ref_type == 'tag' && 'x' || 'y'", contexts)).toBe('y')
  expect(interpolate('${{ matrix.a }}', contexts)).toEqual({ b: 1 })
  expect(interpolate('is ${{ matrix.a.b }} of ${{ github.none }}.', contexts)).toBe('is 1 of .')
  expect(() => evaluate('nothing.of.it', contexts)).toThrow('nothing')
  expect(isMet("matrix.a.b == '1'", contexts, { failed: true })).toBe(false)
  expect(isMet('${{ always() && matrix.a.b == 1 }}', contexts, { failed: true })).toBe(true)
})

test('a matrix runs once a row, its outputs are joined, and later jobs read them', async () => {
  const ended = await workflow(
    `
  first:
    runs-on: x
    outputs: { list: '\${{ steps.make.outputs.list }}' }
    steps:
      - id: make
        run: echo 'list={"include":[{"n":"one"},{"n":"two"}]}' >> "$GITHUB_OUTPUT"
  each:
    name: each \${{ matrix.n }}
    needs: first
    runs-on: x
    strategy: { fail-fast: false, matrix: '\${{ fromJSON(needs.first.outputs.list) }}' }
    outputs: { one: '\${{ steps.say.outputs.one }}', two: '\${{ steps.say.outputs.two }}' }
    steps:
      - id: say
        run: echo "\${{ matrix.n }}=said" >> "$GITHUB_OUTPUT"
`,
    {},
    '    outputs: { both: { value: "${{ jobs.each.outputs.one }} ${{ jobs.each.outputs.two }}" } }\n',
  )
  expect(ended).toMatchObject({ result: 'success', outputs: { both: 'said said' } })
  expect(ended.jobs.map(({ name }) => name)).toEqual(['first', 'each one', 'each two'])
})

test('a failure skips what needs it, and what asks for it runs', async () => {
  const { result, jobs } = await workflow(`
  bad: { runs-on: x, steps: [{ run: 'exit 3' }, { run: 'true' }, { if: failure(), run: 'true' }] }
  after: { needs: bad, runs-on: x, steps: [{ run: 'true' }] }
  always: { needs: [bad], if: '\${{ !cancelled() }}', runs-on: x, steps: [{ run: 'true' }] }
`)
  expect(result).toBe('failure')
  expect(jobs.map(({ id, result: own }) => [id, own])).toEqual([
    ['bad', 'failure'],
    ['after', 'skipped'],
    ['always', 'success'],
  ])
  expect(jobs[0]!.steps.map(({ conclusion }) => conclusion)).toEqual(['failure', 'skipped', 'success'])
})

test('a checkout has the commit alone, or all', async () => {
  const count = 'echo "n=$(git rev-list --count HEAD) $(cat file)" >> "$GITHUB_OUTPUT"'
  const job = (more: string) =>
    `{ runs-on: x, outputs: { n: '\${{ steps.n.outputs.n }}' }, steps: [{ uses: actions/checkout@v7${more} }, { id: n, run: '${count}' }] }`
  const { jobs } = await workflow(`
  one: ${job('')}
  all: ${job(', with: { fetch-depth: 0 }')}
`)
  expect(jobs.map(({ outputs }) => outputs.n)).toEqual(['1 second', '2 second'])
})

test('failed jobs alone are run again', async () => {
  const jobs = `
  good: { runs-on: x, steps: [{ run: 'true' }] }
  shaky: { runs-on: x, steps: [{ run: 'true' }] }
  last: { needs: [good, shaky], runs-on: x, steps: [{ run: 'true' }] }
`
  const first = await workflow(jobs, { breaks: ({ id }) => id === 'shaky' })
  expect(first.jobs.map(({ result }) => result)).toEqual(['success', 'failure', 'skipped'])
  const second = await workflow(jobs, { previous: first })
  expect(second.jobs.map(({ result }) => result)).toEqual(['success', 'success', 'success'])
  expect(second.jobs[0]).toBe(first.jobs[0])
})

test.each([
  ['{ runs-on: x, steps: [{ uses: someone/else@v1 }] }', 'someone/else@v1 can’t be run here'],
  ['{ runs-on: x, services: {}, steps: [] }', 'has services'],
  ['{ runs-on: x, steps: [{ run: "true", shell: pwsh }] }', 'has shell'],
  ['{ runs-on: x, strategy: { matrix: { include: [] } }, steps: [] }', 'empty matrix'],
  ['{ runs-on: x, steps: [{ uses: kubernaut/multiarch-build@v1, with: { imgae: x } }] }', 'no input imgae'],
])('%s is refused', async (job, said) => {
  await expect(workflow(`  a: ${job}\n`)).rejects.toThrow(said)
})

test('inputs and secrets are those that the workflow has', async () => {
  const call =
    '    inputs: { list: { type: string, required: true }, all: { type: boolean, default: false } }\n'
  const job = '  a: { runs-on: x, steps: [] }\n'
  await expect(workflow(job, { inputs: {} }, call)).rejects.toThrow('list is required')
  await expect(workflow(job, { inputs: { list: true } }, call)).rejects.toThrow('no string')
  await expect(workflow(job, { inputs: { list: 'x', other: 1 } }, call)).rejects.toThrow('no input other')
  await expect(workflow(job, { secrets: { a: 'b' } })).rejects.toThrow('no secret a')
})
