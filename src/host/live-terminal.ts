import type { WriteStream } from 'node:tty'
import { messageOf } from '../errors.js'
import type { Host, Log } from './host.js'
import { LiveView } from './live-view.js'
import { LogFile } from './log-file.js'
import { plainText } from './plain-text.js'
import { terminalHost } from './terminal.js'

/** A terminal that somebody looks at: a line for each part of the work, and the whole log in a file. */
export function liveTerminalHost(stream: WriteStream, env: NodeJS.ProcessEnv): Host {
  // https://no-color.org
  const view = new LiveView(stream, !env.NO_COLOR)
  let file: LogFile | undefined
  let path: string | undefined
  const host = terminalHost((text) => {
    view.above(text)
    toFile(text)
  })

  const unkept = (error: unknown) => {
    file = undefined
    path = ''
    host.warning(`the log can’t be kept in a file, so all of it is shown: ${messageOf(error)}`)
  }
  const toFile = (text: string) => {
    try {
      file?.line(text)
    } catch (error) {
      unkept(error)
    }
  }
  const openFile = () => {
    if (path !== undefined) return
    try {
      file = LogFile.open(env)
      path = file.path
    } catch (error) {
      unkept(error)
    }
  }
  const clean = (text: string) => host.hide(plainText(text))

  const openLog = (title: string): Log => {
    openFile()
    const log = host.openLog(title)
    const subjects = new Set<string>()
    return {
      line: (text) => (file === undefined ? log.line(text) : toFile(clean(text))),
      progress: (subject, progress) => {
        subjects.add(subject)
        view.show(subject, { ...progress, text: clean(progress.text).replace(/\s+/g, ' ') })
      },
      close: () => {
        view.end(subjects)
        log.close()
      },
    }
  }
  return { ...host, openLog, logFile: () => path || undefined }
}
