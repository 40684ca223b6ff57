import type { Host } from '../../../src/host/host.js'
import { serviceHost } from '../../../src/host/service-host.js'

function recording(): { host: Host; said: unknown[][] } {
  const said: unknown[][] = []
  const note =
    (what: string) =>
    (...args: unknown[]) =>
      void said.push([what, ...args])
  const host = {
    kind: 'runner',
    info: note('info'),
    notice: note('notice'),
    warning: note('warning'),
    error: note('error'),
    mask: note('mask'),
    hide: (text: string) => text,
    openLog: (title: string) => {
      said.push(['open', title])
      return { line: note('line'), close: note('close') }
    },
    setOutput: note('output'),
    saveState: note('state'),
    summarize: async () => undefined,
  } satisfies Host
  return { host, said }
}

test('messages say whose they are, state is kept apart, and outputs are left to the run', () => {
  const { host, said } = recording()
  const service = serviceHost(host, 'audit', false)
  service.warning('slow', { file: 'f', line: 1 })
  const log = service.openLog('Build')
  log.line('text')
  service.saveState('workspace', 'x')
  service.setOutput('digest', 'y')
  expect(said).toEqual([
    ['warning', 'audit: slow', { file: 'f', line: 1 }],
    ['open', 'audit: Build'],
    ['line', 'text'],
    ['state', 'workspace-audit', 'x'],
  ])
})

test('lines do too when others write at the same time', () => {
  const { host, said } = recording()
  serviceHost(host, 'audit', true).openLog('Build').line('text')
  expect(said.at(-1)).toEqual(['line', 'audit text'])
})
