// A program that says which machine it was made for. Only the smallest packages, so that it builds in seconds.
package main

import (
	"os"
	"runtime"
)

func main() {
	name := os.Args[0]
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			name = name[i+1:]
			break
		}
	}
	os.Stdout.WriteString(`{"name":"` + name + `","version":"1.0.0","arch":"` + runtime.GOARCH + "\"}\n")
	if len(os.Args) > 1 && os.Args[1] == "--fail" {
		os.Exit(1)
	}
}
