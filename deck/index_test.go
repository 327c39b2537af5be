package deck_test

import (
	"bytes"
	"os"
	"testing"

	"dva/content"
	"dva/deck"
)

func shipped(tb testing.TB) *deck.Deck {
	tb.Helper()
	d, err := deck.Load(os.DirFS("../content"))
	if err != nil {
		tb.Fatalf("the content does not load:\n%v", err)
	}
	return d
}

func TestIndexIsWhatTheYAMLSays(t *testing.T) {
	if !bytes.Equal(shipped(t).Index(), content.Index) {
		t.Error("content/index.bin is not what the YAML says; hint: run go generate ./content")
	}
}
