package tuitest

import (
	"flag"
	"os"
	"path/filepath"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden holds the screen against testdata/NAME.golden, without styles. With
// -update it writes the file, to be read before it is committed.
func (d *Driver) Golden(name string) {
	d.tb.Helper()
	d.golden(name, d.View())
}

// GoldenStyled is Golden with the styles as they are sent.
func (d *Driver) GoldenStyled(name string) {
	d.tb.Helper()
	d.golden(name, d.Raw())
}

func (d *Driver) golden(name, got string) {
	d.tb.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			d.tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got+"\n"), 0o644); err != nil {
			d.tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		d.tb.Fatalf("%v (run the test with -update to write it)", err)
	}
	if string(want) != got+"\n" {
		d.tb.Errorf("%s differs; with -update it would become:\n%s", path, got)
	}
}
