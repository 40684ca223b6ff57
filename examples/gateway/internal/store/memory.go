package store

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
)

func init() { sql.Register("memory", &memory{rows: map[string][]driver.Value{}}) }

// memory is a database/sql driver that knows two statements: "put" and "all".
type memory struct {
	mu   sync.Mutex
	rows map[string][]driver.Value
}

func (m *memory) Open(string) (driver.Conn, error) { return &conn{m}, nil }

type conn struct{ *memory }

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	switch query {
	case "put":
		return &stmt{c.memory, query, 3}, nil
	case "all":
		return &stmt{c.memory, query, 0}, nil
	}
	return nil, fmt.Errorf("memory: unknown statement %q", query)
}
func (c *conn) Close() error              { return nil }
func (c *conn) Begin() (driver.Tx, error) { return nil, fmt.Errorf("memory: no transactions") }

type stmt struct {
	*memory
	query string
	count int
}

func (s *stmt) Close() error  { return nil }
func (s *stmt) NumInput() int { return s.count }

func (s *stmt) Exec(args []driver.Value) (driver.Result, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows[fmt.Sprint(args[0])] = slices.Clone(args)
	return driver.RowsAffected(1), nil
}

func (s *stmt) Query([]driver.Value) (driver.Rows, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([][]driver.Value, 0, len(s.rows))
	for _, row := range s.rows {
		all = append(all, row)
	}
	slices.SortFunc(all, func(a, b []driver.Value) int { return strings.Compare(fmt.Sprint(a[0]), fmt.Sprint(b[0])) })
	return &result{rest: all}, nil
}

type result struct{ rest [][]driver.Value }

func (r *result) Columns() []string { return []string{"name", "severity", "received"} }
func (r *result) Close() error      { return nil }
func (r *result) Next(into []driver.Value) error {
	if len(r.rest) == 0 {
		return io.EOF
	}
	copy(into, r.rest[0])
	r.rest = r.rest[1:]
	return nil
}
