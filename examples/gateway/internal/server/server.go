// Package server is the gateway's HTTP face.
package server

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"example.com/gateway/internal/store"
)

const maxBody = 1 << 20

// New gives the routes over a store.
func New(signals *store.Store, log *slog.Logger) http.Handler {
	var taken, refused atomic.Int64
	mux := http.NewServeMux()

	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })

	mux.HandleFunc("POST /v1/signals", func(w http.ResponseWriter, r *http.Request) {
		var signal store.Signal
		body := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
		if err := body.Decode(&signal); err != nil || signal.Name == "" {
			refused.Add(1)
			http.Error(w, "a signal is an object with a name", http.StatusBadRequest)
			return
		}
		signal.Received = time.Now().UTC()
		if err := signals.Put(r.Context(), signal); err != nil {
			log.Error("storing a signal", "error", err)
			http.Error(w, "not stored", http.StatusInternalServerError)
			return
		}
		taken.Add(1)
		w.WriteHeader(http.StatusAccepted)
	})

	mux.HandleFunc("GET /v1/signals", func(w http.ResponseWriter, r *http.Request) {
		all, err := signals.All(r.Context())
		if err != nil {
			http.Error(w, "not read", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(all)
	})

	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "gateway_signals_total{result=\"taken\"} %d\n", taken.Load())
		fmt.Fprintf(w, "gateway_signals_total{result=\"refused\"} %d\n", refused.Load())
	})
	return mux
}
