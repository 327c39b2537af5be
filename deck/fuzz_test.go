package deck_test

import (
	"testing"
	"testing/fstest"

	"dva/deck"
)

// Whatever a file holds, every problem has its place, and what loads has ids,
// survives the index and can be shown.
func FuzzLoad(f *testing.F) {
	names := []string{"exam.yaml", "services.yaml", "facts/notes.yaml", "cards/sqs.yaml", "questions/sqs.yaml"}
	for i, text := range []string{examYAML, servicesYAML, factsYAML, cardsYAML, questionsYAML} {
		f.Add(uint8(i), text)
	}
	f.Add(uint8(3), "\ufeffservice: sqs\r\ncards: [{id: a, cloze: \"{{c1::\\e}}\"}]")
	f.Add(uint8(3), "service: sqs\ncards: &a\n  - *a")
	f.Add(uint8(4), "a: |\n  b\n c\n--- !x\n? [y]\n")
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		fsys := tree(t)
		name := names[int(which)%len(names)]
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		d, err := deck.Load(fsys)
		for _, p := range problems(t, err) {
			if p.File == "" || p.Line < 1 || p.Column < 1 || p.Message == "" {
				t.Errorf("a problem without its place: %q", p)
			}
		}
		again, err := deck.Open(d.Index())
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Items) != len(d.Items) {
			t.Fatalf("%d items in the index, %d loaded", len(again.Items), len(d.Items))
		}
		for i, it := range d.Items {
			if it.ID == "" || it.Parent == "" || it.Service == "" {
				t.Errorf("an item without an id: %+v", it)
			}
			front, back := d.Sides(it)
			if f, b := again.Sides(again.Items[i]); front == "" || back == "" || f != front || b != back {
				t.Errorf("%s shows %q, %q and from the index %q, %q", it.ID, front, back, f, b)
			}
		}
	})
}
