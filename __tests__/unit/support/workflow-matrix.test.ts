import { job, printed, results, runJobs } from './support/run-jobs.js'

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
