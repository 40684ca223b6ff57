// A Go program of realistic size for scripts/bench: 200 small packages of its own that stand on many large ones of the
// standard library (`go list -deps` names more than 400), two services that are built from it, and a tool that their
// Dockerfiles build before they copy the source. Nothing in it is random, so every run compiles the same.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const PACKAGES = 200
const MODULE = 'example.com/large'
/** Some dozens of the others stand on this one, so a change of it is neither the least nor the most that can be. */
const CHANGED = 20

/** What the packages import in turn. Without cgo, for every platform. */
const STANDARD = `
archive/tar archive/zip compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib container/heap
container/list container/ring crypto/aes crypto/cipher crypto/des crypto/dsa crypto/ecdh crypto/ecdsa crypto/ed25519
crypto/elliptic crypto/hmac crypto/md5 crypto/rand crypto/rc4 crypto/rsa crypto/sha1 crypto/sha256 crypto/sha512 crypto/tls
crypto/x509 database/sql debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe debug/plan9obj
encoding/ascii85 encoding/asn1 encoding/base32 encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex
encoding/json encoding/pem encoding/xml expvar flag go/ast go/build go/build/constraint go/constant go/doc go/doc/comment
go/format go/importer go/parser go/printer go/scanner go/token go/types go/version hash/adler32 hash/crc32 hash/crc64 hash/fnv
hash/maphash html html/template image image/color image/color/palette image/draw image/gif image/jpeg image/png
index/suffixarray iter log log/slog log/syslog maps math/big math/bits math/cmplx math/rand math/rand/v2 mime
mime/multipart mime/quotedprintable net net/http net/http/cgi net/http/cookiejar net/http/fcgi net/http/httptest
net/http/httptrace net/http/httputil net/http/pprof net/mail net/netip net/rpc net/rpc/jsonrpc net/smtp net/textproto
net/url os/exec os/signal os/user plugin regexp regexp/syntax runtime/coverage runtime/debug runtime/metrics runtime/pprof
runtime/trace slices testing testing/fstest testing/iotest testing/quick testing/slogtest text/scanner
text/tabwriter text/template text/template/parse time unicode/utf16 unique`
  .trim()
  .split(/\s+/)

const named = (index) => `p${String(index).padStart(3, '0')}`

/** Packages that a package stands on: a tree, so that the compiler has breadth to work on and a change has dependents. */
const below = (index) =>
  index === 0 ? [] : [...new Set([Math.floor((index - 1) / 2), Math.floor((index - 1) / 3)])]

const shape = (index, part) => `
// Table${part} keeps what was seen under a name, and how often.
type Table${part} struct {
	Rows  map[string][]int \`json:"rows"\`
	Total int              \`json:"total"\`
}

// Add notes a value.
func (t *Table${part}) Add(name string, value int) error {
	if t.Rows == nil {
		t.Rows = map[string][]int{}
	}
	if value%${index + part + 7} == ${part} {
		return fmt.Errorf("${named(index)}: %q can't hold %d", name, value)
	}
	t.Rows[name] = append(t.Rows[name], value*${index + 3}+${part})
	t.Total += value
	return nil
}

// Names gives the names in order, the most frequent first.
func (t *Table${part}) Names() []string {
	names := make([]string, 0, len(t.Rows))
	for name := range t.Rows {
		names = append(names, name)
	}
	sort.Slice(names, func(a, b int) bool {
		if len(t.Rows[names[a]]) != len(t.Rows[names[b]]) {
			return len(t.Rows[names[a]]) > len(t.Rows[names[b]])
		}
		return names[a] < names[b]
	})
	return names
}

// Describe${part} says what the table holds.
func Describe${part}(t *Table${part}) string {
	var text strings.Builder
	for at, name := range t.Names() {
		switch {
		case at > ${index % 9}:
			fmt.Fprintf(&text, "%s+%d;", name, len(t.Rows[name]))
		case strings.HasPrefix(name, "${named(index)}"):
			fmt.Fprintf(&text, "own %s=%v;", strings.ToUpper(name), t.Rows[name])
		default:
			fmt.Fprintf(&text, "%s=%v;", name, t.Rows[name])
		}
	}
	return text.String()
}
`

const PARTS = [0, 1, 2, 3]

function packageText(index, value = index) {
  const standard = [0, 1, 2].map((step) => STANDARD[(index * 3 + step) % STANDARD.length])
  const own = below(index)
  const imports = [
    ...['fmt', 'sort', 'strings'].map((name) => `\t"${name}"`),
    ...[...new Set(standard)].map((name) => `\t_ "${name}"`),
    ...own.map((other) => `\t"${MODULE}/internal/${named(other)}"`),
  ]
  return `// Package ${named(index)} is one of many.
package ${named(index)}

import (
${imports.join('\n')}
)

// Value is what this package stands for.
func Value() int {
	return ${[value, ...own.map((other) => `${named(other)}.Value()`)].join(' + ')}
}
${PARTS.map((part) => shape(index, part)).join('')}`
}

/** A service's main package; it stands on every step-th package. */
const mainText = (name, step) => {
  const used = Array.from({ length: PACKAGES }, (_, index) => index).filter((index) => index % step === 0)
  return `// Command ${name} adds up what its packages stand for.
package main

import (
	"fmt"
	"net/http"
	"os"
${used.map((index) => `\n\t"${MODULE}/internal/${named(index)}"`).join('')}
)

func main() {
	sum := 0
${used.map((index) => `\tsum += ${named(index)}.Value() + len(${named(index)}.Describe0(&${named(index)}.Table0{}))`).join('\n')}
	fmt.Println("${name}", sum)
	if len(os.Args) > 1 {
		fmt.Println(http.ListenAndServe(os.Args[1], nil))
	}
}
`
}

/** What a team has for its own rules: it reads every source file, and takes a while to compile itself. */
const TOOL = `// Command check fails when a package of the program has no comment.
package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"html/template"
	"net/http"
	"os"
	"path/filepath"
)

var page = template.Must(template.New("page").Parse("{{range .}}{{.}} has no comment\\n{{end}}"))

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*", "*.go"))
	bare := []string{}
	for _, file := range files {
		parsed, problem := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
		if problem != nil {
			err = problem
		} else if parsed.Doc == nil {
			bare = append(bare, file)
		}
	}
	if err != nil || len(bare) > 0 {
		fmt.Println(http.StatusText(http.StatusConflict), err, page.Execute(os.Stdout, bare))
		os.Exit(1)
	}
}
`

/** A service's Dockerfile: all have the same steps up to its own build. */
const dockerfile = (service) => `ARG BUILDER_IMAGE
ARG RUNTIME_IMAGE
FROM --platform=$BUILDPLATFORM \${BUILDER_IMAGE} AS builder
USER 1001
WORKDIR /opt/app-root/src

# The tool changes seldom, and so comes before the code. Its object files are of no use to anything later.
COPY --chown=1001:0 go.mod ./
COPY --chown=1001:0 tools ./tools
RUN GOCACHE=/tmp/tools go build -o bin/check ./tools/check && rm -rf /tmp/tools

COPY --chown=1001:0 . .
RUN bin/check internal

ARG TARGETOS
ARG TARGETARCH
RUN --mount=type=cache,target=/opt/app-root/src/.cache/go-build,uid=1001,gid=0,mode=0775 \\
    --mount=type=cache,target=/opt/app-root/src/go/pkg/mod,uid=1001,gid=0,mode=0775 \\
    CGO_ENABLED=0 GOOS=\${TARGETOS} GOARCH=\${TARGETARCH} \\
    go build -trimpath -ldflags "-s -w" -o bin/${service} ./cmd/${service}

FROM \${RUNTIME_IMAGE}
COPY --from=builder /opt/app-root/src/bin/${service} /usr/local/bin/${service}
USER 65534
ENTRYPOINT ["/usr/local/bin/${service}"]
`

/** Each service, and how many of the packages it leaves out. */
const SERVICES = { gateway: 1, worker: 2 }

/** Writes the program with its services' Dockerfiles, <service>.Dockerfile, into a folder. */
export function writeProgram(folder) {
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  write('go.mod', `module ${MODULE}\n\ngo 1.24\n`)
  write('tools/check/main.go', TOOL)
  for (let index = 0; index < PACKAGES; index++) {
    write(`internal/${named(index)}/${named(index)}.go`, packageText(index))
  }
  for (const [service, step] of Object.entries(SERVICES)) {
    write(`cmd/${service}/main.go`, mainText(service, step))
    write(`${service}.Dockerfile`, dockerfile(service))
  }
}

/** Changes one source file, such that the program does something else. */
export function changeOneFile(folder) {
  writeFileSync(
    join(folder, 'internal', named(CHANGED), `${named(CHANGED)}.go`),
    packageText(CHANGED, 1000 + CHANGED),
  )
}
