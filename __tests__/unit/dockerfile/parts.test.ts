import { canGoOnAfter } from '../../../src/dockerfile/cuts.js'
import { earlyArguments } from '../../../src/dockerfile/early-arguments.js'
import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { firstVolatile } from '../../../src/dockerfile/volatile.js'

// Where a stage can be cut in two, and where most commits change it.

const parse = (text: string) => parseDockerfile(text, 'Dockerfile')

describe('a stage can go on from an image', () => {
  test.each([
    ['after what leaves files and settings', 'USER 0\nENV A=b\nARG X=1\nSHELL ["/bin/bash"]\nRUN a', true],
    ['not behind a VOLUME, into which RUN can’t write then', 'VOLUME /v\nRUN a', false],
    ['not behind a CMD, which an ENTRYPOINT would take away', 'CMD ["x"]\nRUN a', false],
    ['not behind an ONBUILD, which would run', 'ONBUILD RUN x\nRUN a', false],
    ['not when an argument’s default would be read with later values', 'ARG A=$B\nENV B=2\nRUN a', false],
    ['but when nothing is set after that', 'ENV B=2\nARG A=$B\nRUN a', true],
  ])('%s', (_name, steps, expected) => {
    const [stage] = parse(`FROM x\n${steps}\nCMD ["y"]\n`).stages
    expect(canGoOnAfter(stage!, stage!.instructions.at(-2)!)).toBe(expected)
  })
})

describe('what most commits change', () => {
  const moving = {
    isFolder: (source: string) => ['', 'src', 'tools', 'tools/a'].includes(source),
    args: new Set(['COMMIT']),
  }
  const volatile = (text: string) => {
    const { stages } = parse(text)
    return firstVolatile(parse(text), stages.at(-1)!, moving)?.line
  }

  test.each<[string, string, number | undefined]>([
    ['single files are what dependencies are named by', 'FROM x\nCOPY go.mod go.sum ./\nRUN a\n', undefined],
    ['folders are sources', 'FROM x\nCOPY go.mod ./\nRUN a\nCOPY . .\nRUN b\n', 4],
    [
      'folders that are copied by themselves, before all',
      'FROM x\nCOPY tools ./tools\nRUN a\nCOPY . .\nRUN b\n',
      4,
    ],
    ['and before a folder that they lie in', 'FROM x\nCOPY tools/a /a\nRUN a\nCOPY tools /t\nRUN b\n', 4],
    ['not before one that they don’t', 'FROM x\nCOPY src /s\nRUN a\nCOPY tools /t\n', 2],
    ['in the other form, too', 'FROM x\nCOPY --chown=1 ["src/", "/dst"]\n', 2],
    ['folders that are mounted', 'FROM x\nRUN --mount=type=bind,target=/s a\n', 2],
    ['a folder by name', 'FROM x\nRUN --mount=source=src,target=/s a\n', 2],
    ['a file that is mounted is none', 'FROM x\nRUN --mount=source=go.mod,target=/go.mod a\n', undefined],
    ['an argument that names a commit', 'FROM x\nRUN a\nARG OTHER\nARG COMMIT\nRUN b\n', 4],
    ['copying from such a stage', 'FROM x AS a\nCOPY . .\nFROM y\nRUN b\nCOPY --from=a /p /p\n', 5],
    ['mounting such a stage', 'FROM x AS a\nCOPY . .\nFROM y\nRUN --mount=from=a,target=/a b\n', 4],
    ['going on from such a stage', 'FROM x AS a\nCOPY . .\nFROM a\nRUN b\n', 3],
    [
      'not from one that is stable, or an image',
      'FROM x AS a\nRUN a\nFROM a\nCOPY --from=a /p /p\nCOPY --from=img /p /p\n',
      undefined,
    ],
  ])('%s', (_name, text, line) => {
    expect(volatile(text)).toBe(line)
  })
})

describe('arguments that are declared too early (trap 25)', () => {
  const early = (text: string, target?: string) =>
    earlyArguments(parse(text), target, new Set(['COMMIT'])).map(({ declaration, step }) => [
      declaration.line,
      step.line,
    ])

  test.each<[string, string, number[][]]>([
    [
      'before a step that doesn’t use it',
      'FROM x\nARG COMMIT\nCOPY . .\nRUN make\nRUN echo $COMMIT\n',
      [[2, 4]],
    ],
    ['where it is used', 'FROM x\nRUN make\nARG COMMIT\nRUN echo $COMMIT\n', []],
    ['for labels only', 'FROM x\nRUN make\nARG COMMIT\nLABEL c=$COMMIT\n', []],
    ['before the first stage it is in no step', 'ARG COMMIT\nFROM x\nRUN make\n', []],
    ['one whose value stays', 'FROM x\nARG VERSION\nRUN make\n', []],
  ])('%s', (_name, text, expected) => {
    expect(early(text)).toEqual(expected)
  })

  test('of stages that the target doesn’t need nothing is said', () => {
    expect(early('FROM x AS a\nARG COMMIT\nRUN make\nFROM y AS b\nRUN z\n', 'b')).toEqual([])
  })
})
