import type { Service } from './services.js'

/** Inputs of a build that a service gives. */
export interface ServiceInputs {
  readonly image: string
  readonly context: string
  readonly file: string
  readonly target: string
  readonly 'build-args': string
  readonly 'smoke-test': string
  readonly 'verify-allow': string
}

/** What a service says, as inputs of a build; empty where it says nothing. */
export function serviceInputs(service: Service): ServiceInputs {
  return {
    image: service.image,
    context: service.context,
    file: service.file ?? '',
    target: service.target ?? '',
    'build-args': service.args.map(asItem).join('\n'),
    'smoke-test': service.smokeTest ?? '',
    'verify-allow': service.verifyAllow.join('\n'),
  }
}

// In quotes an item of a list may hold line breaks and blanks at its end.
function asItem(text: string): string {
  return /[\r\n]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
