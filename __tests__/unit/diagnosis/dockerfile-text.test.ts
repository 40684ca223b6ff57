import { diagnose } from '../../../src/diagnosis/diagnose.js'
import type { FailedBuild } from '../../../src/diagnosis/failed-build.js'
import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { unreadableHeredoc } from '../../../src/dockerfile/podman-syntax.js'
import { BASE, failure, podman58 } from './support/failure.js'

// Logs are podman 4.3.1's and 5.8.6's, with crun 1.8 and 1.24, QEMU 7.2, unless a line says otherwise.
describe('the Dockerfile and the context', () => {
  const at = (text: string, reason: string, more: Partial<FailedBuild> = {}) =>
    failure(`${BASE}${text}`, { reason: `building at STEP "${text}": ${reason}` }, more)
  test.each<[string, FailedBuild, RegExp, RegExp]>([
    [
      'a here-document that podman 4.3 takes for instructions',
      failure(
        `${BASE}RUN <<EOT\necho a\nEOT`,
        { reason: 'building at STEP "ECHO ": Build error: Unknown instruction: "ECHO" &imagebuilder.Step{}' },
        { instruction: undefined },
      ),
      /podman 4\.3\.1 can’t read the here-document at line 3/,
      /4\.8/,
    ],
    [
      'a here-document to copy',
      at(
        'COPY <<EOT /a\nhello\nEOT',
        'checking on sources under "/tmp/c": copier: stat: "/<<EOT": no such file or directory',
      ),
      /here-document at line 3/,
      /4\.8/,
    ],
    ...(['link', 'parents', 'exclude=x'] as const).map((flag): [string, FailedBuild, RegExp, RegExp] => [
      `COPY --${flag}`,
      at(
        `COPY --${flag} file /`,
        'COPY only supports the --chmod=<permissions> --chown=<uid:gid> and the --from=<image|stage> flags',
      ),
      new RegExp(`podman 4\\.3\\.1 doesn’t know COPY --${flag.replace('=x', '')}`),
      /use podman 5\.\d or newer/,
    ]),
    [
      'a flag of nobody’s',
      at(
        'COPY --frobnicate file /',
        'COPY only supports the --chmod=<permissions>, --chown=<uid:gid>, --from=<image|stage>, --link, --parents, and --exclude=<pattern> flags',
        podman58,
      ),
      /COPY --frobnicate/,
      /it knows --chmod/,
    ],
    [
      'RUN --network',
      at('RUN --security=insecure true', 'RUN only supports the --mount flag'),
      /RUN --security/,
      /it knows/,
    ],
    [
      'an instruction of nobody’s',
      at('FROBNICATE x', 'Build error: Unknown instruction: "FROBNICATE" &imagebuilder.Step{}'),
      /^FROBNICATE is no instruction/,
      /backslash/,
    ],
    [
      'a source that is not there',
      at(
        'COPY nothing.txt /',
        'checking on sources under "/src": copier: stat: "/nothing.txt": no such file or directory',
      ),
      /^nothing\.txt is not in the build context \/src$/,
      /path/,
    ],
    [
      'a pattern without matches',
      at(
        'COPY *.nothing /',
        'checking on sources under "/src": Rel: can\'t make  relative to /src; copier: stat: ["/*.nothing"]: no such file or directory',
      ),
      /^\*\.nothing is not in the build context \/src$/,
      /path/,
    ],
    [
      'a source that is ignored',
      at(
        'COPY file /',
        'no items matching glob "/src/file" copied (1 filtered out using /src/.dockerignore): no such file or directory',
      ),
      /^\/src\/file is hidden by \/src\/\.dockerignore$/,
      /take it out/,
    ],
    [
      'a file that a stage didn’t make',
      at(
        'COPY --from=builder /app /',
        'checking on sources under "/var/lib/x/merged": copier: stat: "/app": no such file or directory',
      ),
      /^\/app is not in stage builder$/,
      /for this platform/,
    ],
    [
      'a target that is not there',
      failure(BASE, { reason: 'the target "nothing" was not found in the provided Dockerfile' }),
      /no stage nothing/,
      /builder, production/,
    ],
    [
      'a target, in podman 4’s words',
      failure('FROM a', { reason: 'The target "x" was not found in the provided Dockerfile' }),
      /no stage x/,
      /remove target/,
    ],
    [
      'a secret, podman 4',
      at(
        'RUN --mount=type=secret,id=foo,required=true true',
        'resolving mountpoints for container "73b": secret required but no secret with id foo found',
      ),
      /secret foo/,
      /foo=…/,
    ],
    [
      'a secret, podman 5',
      at(
        'RUN --mount=type=secret,id=foo,required=true true',
        'resolving mountpoints for container "73b": secret required but no secret with id "foo" found',
      ),
      /secret foo was/,
      /foo=…/,
    ],
    ['no FROM', failure('RUN x', { reason: 'no FROM statement found' }), /no FROM/, /FROM scratch/],
  ])('%s', (_, failed, cause, cure) => {
    expect(diagnose(failed)).toEqual({
      cause: expect.stringMatching(cause),
      cure: expect.stringMatching(cure),
    })
  })
})

test.each([
  ['RUN <<EOT\necho a\nEOT', true],
  ["COPY <<'EOF' /etc/x\na\nEOF", true],
  ['RUN cat <<-EOF >/x\na\nEOF', true],
  ['RUN cat <<< "$X"', false],
  ['RUN echo $((1 << 3)) $((1<<N))', false],
  ['ENV X="<<EOF"', false],
  ['RUN echo "write <<EOF here" \'or <<EOF there\'', false],
  ['RUN echo "a" && cat <<"EOF"\na\nEOF', true],
])('%j needs podman 4.8: %s', (text, needs) => {
  const dockerfile = parseDockerfile(`FROM a\n${text}\n`, 'Dockerfile')
  expect(unreadableHeredoc(dockerfile, '4.3.1')?.line).toBe(needs ? 2 : undefined)
  expect(unreadableHeredoc(dockerfile, '4.8.0')).toBeUndefined()
})
