//go:build race

package store_test

// slow is how many times fewer rounds the long tests take: the race detector
// makes SQLite in Go that much slower, and more rounds show no more races.
const slow = 10
