import { withCacheMountIds } from '../../../src/dockerfile/cache-mount-ids.js'

test('every cache mount gets an id of the platform’s own, and lines keep their numbers', () => {
  const text = `FROM a
RUN --mount=type=cache,target=/one \\
    --mount=type=cache,id=go,target=/two,sharing=locked \\
    --mount=type=bind,target=/three make
RUN --mount=type=cache,dst=/four --mount=type=cache,from=b,target=/five make
RUN --network=none --mount=type=secret,id=s,target=/six echo --mount=type=cache,target=/no
COPY --from=b /x /y
`
  expect(withCacheMountIds(text, 'linux-arm64')).toBe(`FROM a
RUN --mount=type=cache,target=/one,id=/one-linux-arm64 \\
    --mount=type=cache,target=/two,sharing=locked,id=go-linux-arm64 \\
    --mount=type=bind,target=/three make
RUN --mount=type=cache,dst=/four,id=/four-linux-arm64 --mount=type=cache,from=b,target=/five make
RUN --network=none --mount=type=secret,id=s,target=/six echo --mount=type=cache,target=/no
COPY --from=b /x /y
`)
})

test('a Dockerfile without any stays as it is', () => {
  const text = 'FROM a\nRUN make\n'
  expect(withCacheMountIds(text, 'linux-arm64')).toBe(text)
})
