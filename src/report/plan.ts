import type { Plan } from '../services/plan.js'

/** A plan for people: a line for each service. */
export function planText({ planned, unchanged }: Plan): string {
  const names = [...planned.map(({ service }) => service.name), ...unchanged.map(({ name }) => name)]
  const width = Math.max(...names.map((name) => name.length))
  return [
    `${planned.length} of ${names.length} services to build`,
    ...planned.map(({ service, reason }) => `  ${service.name.padEnd(width)}  ${reason}`),
    ...unchanged.map(({ name }) => `  ${name.padEnd(width)}  unchanged`),
  ].join('\n')
}
