import type { Platform } from '../oci/platform.js'
import type { FingerprintInputs } from './types.js'

// Raised with every change to what goes into a key, so that no older record is believed.
const FORMAT = 2

/** Options of `podman build` whose text is all that they bring in. */
const PLAIN = new Set([
  ...[
    'add-host',
    'cap-add',
    'cap-drop',
    'cgroupns',
    'compress',
    'cpu-period',
    'cpu-quota',
    'cpu-shares',
    'c',
  ],
  ...['cpuset-cpus', 'cpuset-mems', 'disable-compression', 'D', 'dns', 'dns-option', 'dns-search'],
  ...['force-rm', 'group-add', 'http-proxy', 'ignorefile', 'inherit-annotations', 'inherit-labels', 'ipc'],
  ...[
    'isolation',
    'jobs',
    'layer-label',
    'log-level',
    'memory',
    'm',
    'memory-swap',
    'network',
    'no-hostname',
  ],
  ...['no-hosts', 'omit-history', 'os-feature', 'os-version', 'pid', 'pull', 'retry', 'retry-delay', 'rm'],
  ...['runtime', 'runtime-flag', 'shm-size', 'skip-unused-stages', 'squash', 'squash-all', 'tls-verify'],
  ...['ulimit', 'unsetannotation', 'unsetenv', 'unsetlabel', 'userns', 'uts'],
])

/** The option of `extra-args` that may bring in what is not known here; undefined when there is none. */
export function unknownExtraArgument(args: readonly string[]): string | undefined {
  return args.find((argument, at) => {
    const [, name, equals] = /^--?([A-Za-z][A-Za-z-]*)(=)?/.exec(argument) ?? []
    if (name === undefined) return !isValueOf(args[at - 1])
    // With a value only, else it is the environment's.
    if (name === 'env') return !/^--env=[^=]+=/.test(argument)
    if (name === 'security-opt') return equals === undefined || argument.includes('/')
    return !PLAIN.has(name)
  })
}

function isValueOf(option: string | undefined): boolean {
  return option !== undefined && /^--?[A-Za-z]/.test(option) && !option.includes('=')
}

/** The ignore file that `extra-args` name; the last one counts. */
export function ignoreFileArgument(args: readonly string[]): string | undefined {
  return args
    .map((argument, at) => {
      if (argument === '--ignorefile') return args[at + 1]
      return /^--ignorefile=(.*)$/s.exec(argument)?.[1]
    })
    .findLast((path) => path !== undefined)
}

const PROXIES = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy']

/** What every key of a stage depends on. */
export function saltOf(inputs: FingerprintInputs, platform: Platform): unknown[] {
  const { tools, settings, env } = inputs
  // Arguments that every step sees though none is declared.
  const proxies = settings.buildArgs.filter((each) => PROXIES.includes(each.split('=')[0]!.toLowerCase()))
  const names = Object.keys(env).filter(
    (name) => PROXIES.includes(name.toLowerCase()) || /^BUILDAH_|^SOURCE_DATE_EPOCH$/.test(name),
  )
  return [
    FORMAT,
    tools.product,
    tools.podman.version,
    tools.podman.rootless,
    tools.settings,
    platform.text,
    inputs.platform.text,
    inputs.buildPlatform.text,
    settings.format,
    settings.timestamp,
    settings.network,
    settings.shmSize,
    settings.addHosts,
    settings.ulimits,
    settings.extraArgs,
    proxies,
    names.sort().map((name) => [name, env[name]]),
  ].map((each) => each ?? null)
}
