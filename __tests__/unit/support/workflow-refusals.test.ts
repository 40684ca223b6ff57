import type { WorkflowCall } from '../../support/workflow.js'
import { job, printed, runJobs } from './support/run-jobs.js'

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
