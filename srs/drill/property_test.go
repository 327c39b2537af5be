package drill_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dva/deck"
	"dva/srs"
	"dva/srs/drill"
	"dva/srs/fsrs"
	"dva/srs/srstest"
)

// drawn is a deck and a learner, drawn at random.
func drawn(t *rapid.T) drill.Input {
	in := input()
	in.Items = nil
	skills := rapid.SliceOfDistinct(rapid.SampledFrom([]string{"1.1.1", "1.1.10", "2.2.1", "4.3.3"}), rapid.ID[string])
	for i := range rapid.IntRange(0, 30).Draw(t, "items") {
		it := deck.Item{
			ID: fmt.Sprint("i", i), Parent: fmt.Sprint("p", rapid.IntRange(0, i).Draw(t, "parent")), Service: rapid.SampledFrom([]string{"sqs", "kms"}).Draw(t, "service"),
			Kind: rapid.SampledFrom([]deck.Kind{deck.Basic, deck.Cloze, deck.Multiple}).Draw(t, "kind"), Skills: skills.Draw(t, "skills"),
			Level: deck.Level(rapid.IntRange(0, 2).Draw(t, "level")), Place: i,
		}
		in.Items = append(in.Items, it)
		if rapid.Bool().Draw(t, "known") {
			c := srstest.Card(it.ID, today-srs.Day(rapid.IntRange(0, 40).Draw(t, "ago")), rapid.IntRange(1, 60).Draw(t, "interval"))
			c.Marks = srs.Marks{Suspended: rapid.IntRange(0, 9).Draw(t, "suspended") == 0, Flagged: rapid.Bool().Draw(t, "flagged")}
			in.Cards = append(in.Cards, c)
		}
	}
	return in
}

func TestWhatIsPicked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		b := drill.New(in)
		w := drill.Wish{
			Group: rapid.SampledFrom([]drill.Group{drill.All, drill.Flagged}).Draw(t, "group"), Skill: rapid.SampledFrom([]string{"", "1", "1.1.1"}).Draw(t, "skill"),
			Kind: rapid.SampledFrom([]drill.Kind{drill.Both, drill.Cards, drill.Questions}).Draw(t, "of"), SeenOnly: rapid.Bool().Draw(t, "seen only"),
			InOrder: rapid.Bool().Draw(t, "in order"),
		}
		all := b.Pick(w)
		if !slices.Equal(all, b.Pick(w)) {
			t.Fatal("picked twice, and differently")
		}
		if w.Limit = rapid.IntRange(1, 40).Draw(t, "limit"); !slices.Equal(b.Pick(w), all[:min(w.Limit, len(all))]) {
			t.Fatalf("a limit of %d gives another beginning", w.Limit)
		}
		cards := map[string]srs.Card{}
		for _, c := range in.Cards {
			cards[c.ID] = c
		}
		once, parents, model := map[string]bool{}, map[string]bool{}, fsrs.Default()
		last, second := 0.0, false
		for _, id := range all {
			at := slices.IndexFunc(in.Items, func(it deck.Item) bool { return it.ID == id })
			it, c := in.Items[at], cards[id]
			if once[id] || c.Marks.Suspended || (it.Kind == deck.Multiple) != (w.Kind == drill.Questions) && w.Kind != drill.Both {
				t.Fatalf("%s was picked", id)
			}
			once[id] = true
			sibling := parents[it.Parent]
			parents[it.Parent] = true
			if second = second || sibling; second && !sibling {
				t.Fatalf("%s comes behind a sibling of another", id)
			}
			if second || w.InOrder {
				continue
			}
			recall := 2.0 // behind all that were seen
			if c.State != srs.New {
				recall = model.Recall(c.Memory, c.Elapsed(today))
			}
			if recall < last {
				t.Fatalf("%s is weaker than what comes before it", id)
			}
			last = recall
		}
	})
}

func TestRowsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drill.New(drawn(t))
		kind := rapid.SampledFrom([]drill.Kind{drill.Both, drill.Cards, drill.Questions}).Draw(t, "kind")
		skill := rapid.SampledFrom([]string{"", "1", "2.2", "4.3.3"}).Draw(t, "skill")
		items := 0
		for _, r := range b.Rows(kind, skill) {
			w := drill.Wish{Kind: kind, Skill: skill, Services: []string{r.Key}}
			n := b.Count(w)
			w.SeenOnly = true
			seen := b.Count(w)
			if n == 0 || r.Seen != seen || r.Due > n || r.Recall < 0 || r.Recall > 1 || (r.Recall > 0) != (seen > 0) {
				t.Fatalf("%+v, and %d to pick, %d of them seen", r, n, seen)
			}
			items += n
		}
		if all := b.Count(drill.Wish{Kind: kind, Skill: skill}); items != all {
			t.Fatalf("the rows have %d items, and there are %d", items, all)
		}
	})
}
