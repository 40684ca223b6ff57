import { commits, conclusions, job, printed, results, runJobs } from './support/run-jobs.js'

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
