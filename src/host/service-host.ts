import type { Host } from './host.js'

/**
 * A host for one of several builds of a run: says whose a message is, and keeps apart what each saves. Outputs are the run's, not
 * its own.
 * @param linesToo whether others write to the log at the same time
 */
export function serviceHost(host: Host, service: string, linesToo: boolean): Host {
  const said = (message: string) => `${service}: ${message}`
  return {
    ...host,
    info: (message) => host.info(said(message)),
    notice: (message, location) => host.notice(said(message), location),
    warning: (message, location) => host.warning(said(message), location),
    error: (message, location) => host.error(said(message), location),
    openLog: (title) => {
      const log = host.openLog(said(title))
      return {
        line: linesToo ? (text) => log.line(`${service} ${text}`) : log.line,
        progress: (subject, progress) => log.progress?.(`${service} ${subject}`, progress),
        close: log.close,
      }
    },
    saveState: (name, value) => host.saveState(`${name}-${service}`, value),
    setOutput: () => undefined,
  }
}
