import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { must, repository, run, temporaryFolder } from '../support/runner.js'

test('npx starts the command from the repository, as it was committed, and installs nothing else', async () => {
  const cache = temporaryFolder()
  const from = `--package=git+file://${repository}`
  const command = ['npm', 'exec', '--yes', '--offline', from, '--', 'multiarch-build', '--version']
  const { exitCode, stdout, stderr } = await run(command, {
    cwd: temporaryFolder(),
    // Git takes no repository of another user's without a word.
    env: {
      npm_config_cache: cache,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    },
  })
  expect(`${stdout}${stderr}`).toMatch(/^multiarch-build \d+\.\d+\.\d+$/m)
  expect(exitCode).toBe(0)
  expect(existsSync(join(cache, '_npx'))).toBe(true)
}, 120_000)

test('one file alone is the whole command', async () => {
  const file = join(temporaryFolder(), 'vendored', 'multiarch-build.mjs')
  mkdirSync(join(file, '..'))
  const made = await run([process.execPath, 'scripts/single.mjs', file])
  expect(made).toMatchObject({ exitCode: 0 })
  const layout = temporaryFolder()
  const data = join(repository, '__tests__', 'fixtures', 'data-only')
  const args = [
    'build',
    data,
    '--image',
    'localhost/single',
    '--tags',
    '1',
    '--platforms',
    'linux/amd64,linux/arm64',
  ]
  const ended = await run([process.execPath, file, ...args, '--cache', 'off', '--json'], {
    cwd: temporaryFolder(),
    env: { XDG_CACHE_HOME: layout, GITHUB_ACTIONS: undefined, CI: 'true' },
  })
  expect(ended.exitCode).toBe(0)
  expect(Object.keys(JSON.parse(ended.stdout).digests)).toEqual(['linux/amd64', 'linux/arm64'])
  // With the licences of what is in it.
  expect(await must(['tail', '-c', '200000', file])).toMatch(/MIT License|Apache License/)
}, 300_000)
