package review_test

import "testing"

func TestATextThatChangedIsMarkedOnce(t *testing.T) {
	f := newFake()
	all := items(2)
	b := newTable(t, f, all...)
	b.sit()
	reworded := func(id string, want bool) {
		t.Helper()
		b.want(id)
		if got := b.s.Turn().Reworded; got != want {
			t.Errorf("%s: reworded is %v", id, got)
		}
	}
	reworded("sqs-1", false) // never seen
	b.keys("4").keys("4").want("over")
	all[0].Hash++
	b.clock.AdvanceDays(30)
	b.sit()
	b.o.Items = []string{"sqs-2", "sqs-1"}
	b.sit()
	reworded("sqs-2", false)
	b.keys("f")
	reworded("sqs-2", false)
	b.keys("4")
	reworded("sqs-1", true)
	b.keys("f")
	reworded("sqs-1", true) // it was not answered yet
	b.keys("4u")
	reworded("sqs-1", true) // the answer was taken back
	b.keys("4")
	b.clock.AdvanceDays(90)
	b.o.Items = []string{"sqs-1"}
	b.sit()
	reworded("sqs-1", false)
}
