import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { must, temporaryFolder } from '../../support/runner.js'
import { runWorkflow, type WorkflowCall, type WorkflowEnded } from '../../support/workflow.js'

const folder = temporaryFolder()
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}
const git = async (...args: string[]) => (await must(['git', '-C', caller, ...args], { env: GIT })).trim()

const caller = join(folder, 'caller')
const commits: string[] = []
beforeAll(async () => {
  mkdirSync(caller)
  await git('init', '-q', '-b', 'main')
  for (const text of ['one', 'two']) {
    writeFileSync(join(caller, 'file'), text)
    await git('add', '.')
    await git('commit', '-q', '-m', text)
    commits.push(await git('rev-parse', 'HEAD'))
  }
  await git('tag', 'v1.0.0')
})

let count = 0
/** Runs jobs, written as YAML, of a workflow. */
function runJobs(jobs: string, call: Partial<WorkflowCall> = {}, rest = ''): Promise<WorkflowEnded> {
  const file = join(folder, `${++count}`, 'workflow.yml')
  mkdirSync(dirname(file))
  writeFileSync(file, `on:\n  workflow_call: {${rest}}\njobs:\n${jobs.replace(/^/gm, '  ')}\n`)
  const push = { event_name: 'push', ref: 'refs/heads/main' }
  return runWorkflow({ file, caller, sha: commits[1]!, github: push, ...call })
}

const printed = ({ jobs }: WorkflowEnded, id = jobs[0]!.id) =>
  jobs
    .filter((job) => job.id === id)
    .flatMap(({ steps }) => steps)
    .map(({ stdout }) => stdout.trim())
const results = ({ jobs }: WorkflowEnded) => jobs.map(({ name, result }) => `${name}: ${result}`)
const conclusions = ({ jobs }: WorkflowEnded) => jobs[0]!.steps.map(({ conclusion }) => conclusion)

/** A job of one script. */
const job = (id: string, keys: string, script = 'true') =>
  `${id}:\n  runs-on: u\n  steps: [{run: ${JSON.stringify(script)}}]\n${keys.replace(/^/gm, '  ')}\n`

describe('steps', () => {
  test('hand on outputs, variables and folders of programs; contexts and text are as GitHub writes them', async () => {
    const ended = await runJobs(
      `a:
  runs-on: [self-hosted, "\${{ 'u' }}"]
  env: {A: "\${{ github.ref_name }}", N: 1.50}
  outputs: {whole: "\${{ steps.one.outputs.lines }}", none: "\${{ steps.none.outputs.x }}"}
  steps:
    - id: one
      run: |
        printf 'x=1=2\\n\\nlines<<END\\na\\nb=c\\nEND\\n' >>"$GITHUB_OUTPUT"
        echo LATER=later >>"$GITHUB_ENV"
        mkdir bin; printf '#!/bin/sh\\necho found\\n' >bin/tool; chmod +x bin/tool
        echo "$PWD/bin" >>"$GITHUB_PATH"
    - env: {B: "\${{ env.A }}-b", LATER: "\${{ env.LATER }}r"}
      run: echo "$A $N $B $LATER \${{ env.B }} \${{ steps.one.outputs.x }} \${{ steps.one.outcome }} \${{ 1 == 1 }}|\${{ null }}|}}"; tool
    - run: test "$PWD" = "$GITHUB_WORKSPACE"; test "$GITHUB_SHA" = "\${{ github.sha }}"; echo "$GITHUB_JOB \${{ github.event.repository.full_name }} \${{ '}}' }}"
    - run: test -z "\${ACTIONS_RUNTIME_TOKEN:-}"; echo "$OTHER $RUNNER_OS"; test "$HOME" != "${process.env.HOME}"
    - run: pwd
      shell: bash
      working-directory: bin
`,
      { env: { ACTIONS_RUNTIME_TOKEN: 't', OTHER: 'other' } },
    )
    expect(ended).toMatchObject({ result: 'success', attempt: 1 })
    expect(ended.jobs[0]).toMatchObject({
      runsOn: ['self-hosted', 'u'],
      outputs: { whole: 'a\nb=c', none: '' },
    })
    expect(printed(ended).slice(1)).toEqual([
      'main 1.5 main-b laterr main-b 1=2 success true||}}\nfound',
      'a octo-org/services }}',
      'other Linux',
      expect.stringMatching(/\/services\/services\/bin$/),
    ])
  })

  test('go on after a failure only where they say so', async () => {
    const ended = await runJobs(`a:
  runs-on: u
  outputs: {seen: "\${{ steps.tolerated.outcome }} \${{ steps.tolerated.conclusion }} \${{ job.status }}"}
  steps:
    - {id: tolerated, run: exit 3, continue-on-error: true}
    - run: false; true
    - {run: "true"}
    - {run: "true", if: "failure() && env.X == 'x'", env: {X: x}}
    - {run: "true", if: "\${{ always() }}"}
    - {run: "true", if: "cancelled()"}
    - {run: "true", if: "github.ref == 'refs/heads/main'"}
`)
    expect(conclusions(ended)).toEqual([
      ...['success', 'failure', 'skipped', 'success', 'success', 'skipped', 'skipped'],
    ])
    expect(ended.result).toBe('failure')
    expect(ended.jobs[0]!.outputs.seen).toBe('failure success failure')
    expect(ended.jobs[0]!.steps[0]!.exitCode).toBe(3)
  })

  test('can be interfered with', async () => {
    const steps = 'a:\n  runs-on: u\n  steps: [{run: "echo $X"}, {run: exit 1}]'
    const ended = await runJobs(steps, {
      onStep: ({ step }) => (step.run === 'exit 1' ? { instead: 'success' } : { env: { X: step.name } }),
    })
    expect(ended.result).toBe('success')
    expect(printed(ended)).toEqual(['Run echo $X', ''])
  })

  test('that can’t be evaluated fail, and later ones are skipped', async () => {
    const ended = await runJobs(
      'a:\n  runs-on: u\n  steps: [{run: "echo ${{ fromJSON(\'{\') }}"}, {run: "true"}]',
    )
    expect(conclusions(ended)).toEqual(['failure', 'skipped'])
    expect(ended.jobs[0]!.steps[0]!.stderr).toContain("fromJSON('{')")
  })
})

describe('a checkout', () => {
  const CHECKOUT = 'uses: actions/checkout@0123abc'
  const look = `a:
  runs-on: u
  steps:
    - ${CHECKOUT}
    - run: echo "$(cat file) $(git rev-list --count HEAD) $(git rev-parse --abbrev-ref HEAD) $(git tag)"
`
  test('has the commit alone, or all', async () => {
    expect(printed(await runJobs(look))[1]).toBe('two 1 main')
    const all = look.replace(
      CHECKOUT,
      `${CHECKOUT}\n      with: {fetch-depth: 0, persist-credentials: false}`,
    )
    expect(printed(await runJobs(all))[1]).toBe('two 2 main v1.0.0')
    expect(printed(await runJobs(all, { sha: commits[0]! }))[1]).toBe('one 1 main v1.0.0')
  })

  test('is of a tag, or of what a pull request would make', async () => {
    const tag = { event_name: 'push', ref: 'refs/tags/v1.0.0' }
    expect(printed(await runJobs(look, { github: tag }))[1]).toBe('two 1 HEAD v1.0.0')
    const pull = { event_name: 'pull_request', ref: 'refs/pull/3/merge' }
    expect(printed(await runJobs(look, { github: pull, sha: commits[0]! }))[1]).toBe('one 1 HEAD')
  })
})

describe('jobs', () => {
  test('come after those that they need, and are skipped when one of all these did not succeed', async () => {
    const ended = await runJobs(
      [
        job('last', 'needs: [middle, other]'),
        job('middle', 'needs: [first]\nif: always()'),
        job('first', '', 'exit 1'),
        job('other', "if: github.event_name == 'schedule'"),
        job('told', "needs: middle\nif: failure() && needs.middle.result == 'success'"),
      ].join(''),
    )
    expect(results(ended)).toEqual([
      ...['first: failure', 'middle: success', 'other: skipped', 'last: skipped', 'told: success'],
    ])
    expect(ended.result).toBe('failure')
  })

  test('hand on outputs, but for what holds a secret that they know', async () => {
    const outputs = 'outputs: {name: "${{ steps.x.outputs.name }}", more: "${{ steps.x.outputs.more }}"}'
    const steps = (env: string) => `  runs-on: u\n  ${outputs}\n  steps:
    - {id: x, env: {${env}}, run: "echo name=quay.io/robot/x >>$GITHUB_OUTPUT; echo more=m >>$GITHUB_OUTPUT"}\n`
    const ended = await runJobs(
      `a:\n${steps('U: "${{ secrets.user }}"')}b:\n${steps('')}
c:
  needs: [a, b]
  runs-on: u
  steps: [{run: "echo '\${{ toJSON(needs) }}' '\${{ needs.a.outputs.name }}'"}]`,
      { secrets: { user: 'robot' } },
      'secrets: {user: {required: true}, other: {required: false}}, outputs: {of-a: {value: "${{ jobs.a.outputs.name }}"}, of-b: {value: "${{ jobs.b.outputs.name }}"}}',
    )
    expect(ended.jobs.map(({ withheld }) => withheld)).toEqual([['name'], [], []])
    expect(ended.outputs).toEqual({ 'of-a': '', 'of-b': 'quay.io/robot/x' })
    expect(JSON.parse(printed(ended, 'c')[0]!)).toEqual({
      a: { result: 'success', outputs: { more: 'm' } },
      b: { result: 'success', outputs: { more: 'm', name: 'quay.io/robot/x' } },
    })
  })

  test('are each on a machine of their own', async () => {
    const script = 'test ! -e x; test ! -e ~/x; test ! -e $RUNNER_TEMP/x; touch x ~/x $RUNNER_TEMP/x'
    const ended = await runJobs(job('a', 'strategy: {matrix: {n: [1, 2]}}', script))
    expect(results(ended)).toEqual(['a (1): success', 'a (2): success'])
  })

  test('have no environment when its name is empty', async () => {
    const ended = await runJobs(
      job('a', 'environment: ${{ inputs.gate }}') + job('b', 'environment: release'),
      {},
      'inputs: {gate: {type: string, default: ""}}',
    )
    expect(ended.jobs.map(({ environment }) => environment)).toEqual([undefined, 'release'])
  })
})

describe('a matrix', () => {
  const names = async (matrix: string) =>
    (await runJobs(job('a', `name: "\${{ join(matrix.*, '-') }}"\nstrategy: {matrix: ${matrix}}`))).jobs.map(
      ({ name }) => name,
    )

  test('is crossed, thinned out and added to', async () => {
    expect(
      await names(
        '{o: [1, 2], p: [x, y], exclude: [{o: 1, p: y}], include: [{q: all}, {o: 2, q: two}, {o: 3}]}',
      ),
    ).toEqual(['1-x-all', '2-x-two', '2-y-two', '3'])
    expect(await names('{include: [{a: 1}, {a: 2, b: 3}]}')).toEqual(['1', '2-3'])
  })

  test('may come from an earlier job', async () => {
    const matrix = {
      include: [
        { r: 'arm', n: 'one' },
        { r: ['self', 'big'], n: '' },
      ],
    }
    const plan = `plan:
  runs-on: u
  outputs: {m: "\${{ steps.x.outputs.m }}"}
  steps:
    - id: x
      run: echo 'm=${JSON.stringify(matrix)}' >>$GITHUB_OUTPUT
`
    const build = job(
      'build',
      'name: ${{ matrix.n }}\nneeds: plan\nstrategy: {matrix: "${{ fromJSON(needs.plan.outputs.m) }}"}',
    ).replace('runs-on: u', 'runs-on: ${{ matrix.r }}')
    const ended = await runJobs(plan + build)
    expect(ended.jobs.slice(1)).toMatchObject([
      { name: 'one', runsOn: 'arm', matrix: { r: 'arm', n: 'one' } },
      { name: 'build ()', runsOn: ['self', 'big'] },
    ])
  })

  test('with no job fails, unless the job is skipped', async () => {
    const empty = 'strategy: {matrix: "${{ fromJSON(\'{\\"include\\":[]}\') }}"}'
    const failed = await runJobs(job('a', empty))
    expect(failed).toMatchObject({ result: 'failure', jobs: [{ error: 'the matrix has no job' }] })
    expect(
      results(await runJobs(job('a', `${empty}\nif: inputs.on`), {}, 'inputs: {on: {type: boolean}}')),
    ).toEqual(['a: skipped'])
  })

  const legs = (failFast: string) => `a:
  runs-on: u
  strategy: {fail-fast: ${failFast}, matrix: {n: [1, 2, 3]}}
  outputs: {n: "\${{ steps.x.outputs.n }}"}
  steps: [{id: x, run: 'test \${{ matrix.n }} != 2; echo n=\${{ matrix.n != 3 && matrix.n || '''' }} >>$GITHUB_OUTPUT'}]
${job('b', 'needs: a\nif: always()', 'echo ${{ needs.a.result }} ${{ needs.a.outputs.n }}')}`

  test('stops at a failure, or goes on; the last output that is not empty stays', async () => {
    const stopped = await runJobs(legs('true'))
    expect(results(stopped).slice(0, 3)).toEqual(['a (1): success', 'a (2): failure', 'a (3): cancelled'])
    const whole = await runJobs(legs('false'))
    expect(results(whole).slice(0, 3)).toEqual(['a (1): success', 'a (2): failure', 'a (3): success'])
    expect(printed(whole, 'b')).toEqual(['failure 1'])
  })

  test('runs in another order, and again where it failed', async () => {
    const ran: string[] = []
    const fixed = legs('false').replace('!= 2;', '!= ${{ github.run_attempt == 1 && 2 || 9 }};')
    const onStep = ({ job }: { job: { name: string } }) => void ran.push(job.name)
    const call = { onStep, order: <T>(all: readonly T[]) => all.toReversed() }
    const first = await runJobs(fixed, call)
    expect(ran.splice(0)).toEqual(['a (3)', 'a (2)', 'a (1)', 'b'])
    const second = await runJobs(fixed, { ...call, earlier: first })
    expect(second).toMatchObject({ result: 'success', attempt: 2 })
    expect(ran.splice(0)).toEqual(['a (2)', 'b'])
    await runJobs(fixed, { ...call, earlier: second, rerun: ['a (3)'] })
    expect(ran).toEqual(['a (3)', 'b'])
  })
})

describe('an action of this product', () => {
  test('gets its inputs and files, and its post part runs last', async () => {
    const ended = await runJobs(`a:
  runs-on: u
  steps:
    - uses: kubernaut/multiarch-build@v1
      id: build
      with: {platforms: nonsense}
    - {run: "true"}
`)
    expect(ended.jobs[0]!.steps).toMatchObject([
      {
        conclusion: 'failure',
        annotations: [{ level: 'error', message: expect.stringContaining('nonsense') }],
      },
      { conclusion: 'skipped' },
      { name: 'Post Run kubernaut/multiarch-build@v1', isPost: true, conclusion: 'success' },
    ])
  })

  test('plans', async () => {
    const ended = await runJobs(`a:
  runs-on: u
  outputs: {services: "\${{ steps.p.outputs.services }}", push: "\${{ steps.p.outputs.push }}"}
  steps:
    - uses: actions/checkout@v4
    - uses: kubernaut/multiarch-build/plan@v1
      id: p
      with: {services: "[{name: x, image: quay.io/o/x}]"}
`)
    expect(ended.jobs[0]!.outputs).toEqual({ services: '["x"]', push: 'true' })
  })
})

test.each([
  [
    'an unknown action',
    job('a', '').replace('run: "true"', 'uses: docker/login-action@v3'),
    /docker\/login-action@v3/,
  ],
  ['another release', job('a', '').replace('run: "true"', 'uses: kubernaut/multiarch-build@v2'), /build@v2/],
  [
    'an input that an action does not declare',
    job('a', '').replace('run: "true"', 'uses: kubernaut/multiarch-build/plan@v1, with: {image: x}'),
    /plan@v1 has no input image/,
  ],
  [
    'an input of a checkout',
    job('a', '').replace('run: "true"', 'uses: actions/checkout@v4, with: {lfs: 1}'),
    /lfs/,
  ],
  ['a key of a job', job('a', 'container: x'), /a: the driver does not know “container”/],
  ['a key of a step', job('a', '').replace('run: "true"', 'run: x, background: y'), /“background”/],
  ['a missing job', job('a', 'needs: b'), /need one that is not there/],
  ['a context in the wrong place', job('a', "if: matrix.x == 'y'"), /job if: matrix\.x/],
  ['a secret in a condition', job('a', "if: secrets.x == 'y'"), /job if: secrets\.x/],
  ['an unknown function', job('a', '', 'echo ${{ hash(1) }}'), /step: hash/],
  ['text around a condition', job('a', "if: ${{ 'x' }} == 'y'"), /text around/],
  ['an expression without an end', job('a', '', '${{ github.sha'), /no end/],
])('refuses %s', async (_what, jobs, message) => {
  await expect(runJobs(jobs)).rejects.toThrow(message)
})

test('inputs and secrets are checked as GitHub checks them', async () => {
  const call = `inputs: {t: {type: string, required: true}, b: {type: boolean}, n: {type: number, default: 3}, r: {type: string, default: "\${{ github.ref_name }}"}},
    secrets: {s: {required: true}}`
  const jobs = job('a', '', "echo '${{ toJSON(inputs) }}'")
  const given = (inputs: WorkflowCall['inputs'] & object, secrets: Record<string, string> = { s: '' }) =>
    runJobs(jobs, { inputs, secrets }, call)
  expect(JSON.parse(printed(await given({ t: 1.5 }))[0]!)).toEqual({ t: '1.5', b: false, n: 3, r: 'main' })
  await expect(given({})).rejects.toThrow('the input t is required')
  await expect(given({ t: '', b: 'true' })).rejects.toThrow('the input b is a boolean, and true is none')
  await expect(given({ t: '', x: 1 })).rejects.toThrow('no input x')
  await expect(given({ t: '' }, {})).rejects.toThrow('the secret s is required')
  await expect(given({ t: '' }, { s: '', z: '' })).rejects.toThrow('no secret z')
})
