// Command compile reads the content in the current folder and writes its
// index to index.bin. Run it by go generate ./content.
package main

import (
	"fmt"
	"os"

	"dva/deck"
)

func main() {
	d, err := deck.Load(os.DirFS("."))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := os.WriteFile("index.bin", []byte(d.Index()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
