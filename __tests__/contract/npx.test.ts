import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { repository, run, temporaryFolder } from '../support/runner.js'

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
