import { readdirSync, readFileSync } from 'node:fs'
import { RULES } from '../../../src/lint/rules.js'

describe('each rule has a page, and each page a rule', () => {
  const pages = readdirSync('docs/lint')
  test('pages', () => {
    expect(pages.sort()).toEqual(['README.md', ...RULES.map(({ id }) => `${id}.md`)].sort())
  })

  test.each(RULES.map(({ id }) => id))('%s', (id) => {
    const page = readFileSync(`docs/lint/${id}.md`, 'utf8')
    expect(page).toMatch(new RegExp(`^# ${id}\\n`))
    for (const title of ['Why it matters', 'How to change it', 'When it is fine'])
      expect(page).toContain(`\n## ${title}\n`)
    expect(readFileSync('docs/lint/README.md', 'utf8')).toContain(`](${id}.md)`)
  })
})
