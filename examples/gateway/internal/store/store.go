// Package store keeps signals behind database/sql, so that a real database can take the memory's place.
package store

import (
	"context"
	"database/sql"
	"time"
)

// Signal is one alert or event, as it came in.
type Signal struct {
	Name     string    `json:"name"`
	Severity string    `json:"severity"`
	Received time.Time `json:"received"`
}

// Store holds the latest signal of each name.
type Store struct{ db *sql.DB }

// Open gives an empty store.
func Open() (*Store, error) {
	db, err := sql.Open("memory", "")
	if err != nil {
		return nil, err
	}
	return &Store{db}, db.Ping()
}

// Put keeps a signal, in the place of an earlier one of the same name.
func (s *Store) Put(ctx context.Context, signal Signal) error {
	_, err := s.db.ExecContext(ctx, "put", signal.Name, signal.Severity, signal.Received)
	return err
}

// All gives the signals, ordered by name.
func (s *Store) All(ctx context.Context) ([]Signal, error) {
	rows, err := s.db.QueryContext(ctx, "all")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	signals := []Signal{}
	for rows.Next() {
		var signal Signal
		if err := rows.Scan(&signal.Name, &signal.Severity, &signal.Received); err != nil {
			return nil, err
		}
		signals = append(signals, signal)
	}
	return signals, rows.Err()
}

// Close lets go of the database.
func (s *Store) Close() error { return s.db.Close() }
