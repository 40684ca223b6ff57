// Package selftest tries the service in the image it runs in.
package selftest

import (
	"bytes"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/gateway/internal/server"
	"example.com/gateway/internal/store"
)

// Identity is what the program says about itself.
type Identity struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Arch    string `json:"arch"`
}

// Report is an identity and what was found in the image around the program.
type Report struct {
	Identity
	Certificates int    `json:"certificates"`
	Zone         string `json:"zone"`
}

// Run serves on a free port, sends a signal through and reads it back; then looks at certificates and time zones.
func Run(identity Identity) (Report, error) {
	report := Report{Identity: identity}
	signals, err := store.Open()
	if err != nil {
		return report, err
	}
	defer signals.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return report, err
	}
	web := &http.Server{Handler: server.New(signals, slog.New(slog.NewTextHandler(io.Discard, nil)))}
	go web.Serve(listener)
	defer web.Close()

	client := &http.Client{Timeout: 20 * time.Second}
	url := "http://" + listener.Addr().String() + "/v1/signals"
	answer, err := client.Post(url, "application/json", bytes.NewBufferString(`{"name":"self-test","severity":"info"}`))
	if err != nil {
		return report, err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusAccepted {
		return report, fmt.Errorf("posting a signal: %s", answer.Status)
	}
	answer, err = client.Get(url)
	if err != nil {
		return report, err
	}
	defer answer.Body.Close()
	var all []store.Signal
	if err := json.NewDecoder(answer.Body).Decode(&all); err != nil {
		return report, err
	}
	if len(all) != 1 || all[0].Name != "self-test" {
		return report, errors.New("the signal did not come back")
	}

	bundle, err := os.ReadFile("/etc/ssl/certs/ca-certificates.crt")
	if err != nil {
		return report, err
	}
	for block, rest := pem.Decode(bundle); block != nil; block, rest = pem.Decode(rest) {
		report.Certificates++
	}
	zone, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		return report, err
	}
	report.Zone = zone.String()
	return report, nil
}
