// Command gateway takes in signals over HTTP and keeps the latest ones.
package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"flag"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"example.com/gateway/internal/selftest"
	"example.com/gateway/internal/server"
	"example.com/gateway/internal/store"
)

// version is set by the linker: -ldflags "-X main.version=…".
var version = "dev"

func main() {
	listen := flag.String("listen", envOr("GATEWAY_LISTEN", ":8080"), "address to serve on")
	cert := flag.String("tls-cert", os.Getenv("GATEWAY_TLS_CERT"), "certificate file; with it HTTPS is served")
	key := flag.String("tls-key", os.Getenv("GATEWAY_TLS_KEY"), "key file of the certificate")
	showVersion := flag.Bool("version", false, "say name, version and architecture, and end")
	selfTest := flag.Bool("self-test", false, "send a signal through a service of its own, say what this is, and end")
	flag.Parse()

	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	identity := selftest.Identity{Name: "gateway", Version: version, Arch: runtime.GOARCH}
	switch {
	case *showVersion:
		json.NewEncoder(os.Stdout).Encode(identity)
	case *selfTest:
		report, err := selftest.Run(identity)
		if err != nil {
			log.Error("self-test failed", "error", err)
			os.Exit(1)
		}
		json.NewEncoder(os.Stdout).Encode(report)
	default:
		if err := serve(*listen, *cert, *key, log); err != nil {
			log.Error("serving", "error", err)
			os.Exit(1)
		}
	}
}

func serve(listen, cert, key string, log *slog.Logger) error {
	signals, err := store.Open()
	if err != nil {
		return err
	}
	defer signals.Close()

	web := &http.Server{
		Addr:              listen,
		Handler:           server.New(signals, log),
		ReadHeaderTimeout: 5 * time.Second,
		TLSConfig:         &tls.Config{MinVersion: tls.VersionTLS12},
	}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		deadline, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		web.Shutdown(deadline)
	}()

	log.Info("serving", "listen", listen, "version", version, "arch", runtime.GOARCH)
	if cert != "" {
		err = web.ListenAndServeTLS(cert, key)
	} else {
		err = web.ListenAndServe()
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func envOr(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
