import { parsePlatform } from '../../../src/oci/platform.js'
import { compiles, emulationCost, type Timed } from '../../../src/report/emulation-cost.js'

const build = (platform: string, execution: Timed['execution'], buildSeconds: number): Timed => ({
  platform: parsePlatform(platform),
  execution,
  buildSeconds,
})

test.each([
  'go build -o /app ./cmd/app',
  'CGO_ENABLED=0 go build ./...',
  'cd x && make',
  'cargo build --release',
  './configure && make -j4 install',
  'npm ci && npm run build',
  'sh -c "gcc -o x x.c"',
])('%s compiles', (text) => expect(compiles(text)).toBe(true))

test.each([
  'echo go',
  'microdnf install -y make-devel',
  'mkdir /go',
  'go version',
  'cat makefile',
  // Packages belong to the platform that they are installed on.
  'npm ci',
  'pip install -r requirements.txt',
])('%s does not', (text) => expect(compiles(text)).toBe(false))

test('an emulated compiler: how much slower, and what would be saved', () => {
  const builds = [build('linux/amd64', 'native', 60), build('linux/arm64', 'emulated', 498)]
  expect(emulationCost(builds, true)).toEqual([
    'linux/arm64 took 8.3 × as long as linux/amd64; compiling on $BUILDPLATFORM would save about 7 min.',
  ])
  expect(emulationCost(builds, false)).toEqual([
    'linux/arm64 took 8.3 × as long as linux/amd64, since its RUN steps are emulated.',
  ])
})

test.each<[string, Timed[]]>([
  ['nothing to compare with', [build('linux/arm64', 'emulated', 498)]],
  ['nothing emulated', [build('linux/amd64', 'native', 60), build('linux/arm64', 'cross-built', 200)]],
  ['hardly slower', [build('linux/amd64', 'native', 100), build('linux/arm64', 'emulated', 140)]],
  ['seconds', [build('linux/amd64', 'native', 2), build('linux/arm64', 'emulated', 20)]],
])('%s: nothing is said', (_, builds) => expect(emulationCost(builds, true)).toEqual([]))
