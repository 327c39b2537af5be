package deck_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"dva/deck"
)

func TestItemsOfATree(t *testing.T) {
	d := load(t)
	var lines []string
	for _, it := range d.Items {
		lines = append(lines, fmt.Sprintf("%s %s %s %d %s %v %v %s %v %d", it.ID, it.Parent, it.Kind, it.Blank, it.Service,
			it.Services, it.Skills, it.Level, it.Needs, it.Place))
	}
	want := []string{
		"sqs-vt sqs-vt card 0 sqs [] [1.1.1] core [] 1",
		"sqs-rate#1 sqs-rate cloze 1 sqs [] [] edge [] 2",
		"sqs-rate#2 sqs-rate cloze 2 sqs [] [] edge [] 2",
		"sqs-q-one sqs-q-one question 0 sqs [sns] [1.1.2] useful [sqs-vt] 1",
		"sqs-q-two sqs-q-two question 0 sqs [] [1.1.2 2.1.1] core [] 2",
	}
	if got := strings.Join(lines, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
	renamed := d.Renamed()
	for was, is := range map[string]string{"sqs-visibility": "sqs-vt", "sqs-calls#1": "sqs-rate#1", "sqs-calls#2": "sqs-rate#2"} {
		if renamed[was] != is {
			t.Errorf("%s is now %q, want %q", was, renamed[was], is)
		}
	}
}

func TestItemsFollowTheOrderOfServices(t *testing.T) {
	iam := strings.NewReplacer("service: sqs", "service: iam", "sqs-vt", "iam-vt", "sqs-rate", "iam-rate", "sqs-vis", "iam-vis", "sqs-calls", "iam-calls").Replace(cardsYAML)
	fsys := tree(t)
	fsys["cards/a-iam.yaml"] = &fstest.MapFile{Data: []byte(iam)}
	d, err := deck.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var services []string
	for _, it := range d.Items {
		services = append(services, it.Service)
	}
	if got := strings.Join(services, " "); got != "sqs sqs sqs sqs sqs iam iam iam" {
		t.Error(got)
	}
}

func TestHashFollowsTheTextShown(t *testing.T) {
	hash := func(d *deck.Deck, id string) uint64 {
		it, ok := d.Item(id)
		if !ok {
			t.Fatalf("no item %s", id)
		}
		return it.Hash
	}
	before := load(t)
	after := load(t, [3]string{"cards/sqs.yaml", "**30 seconds**", "**31 seconds**"}, [3]string{"cards/sqs.yaml", "c2::3,000", "c2::30,000"},
		[3]string{"questions/sqs.yaml", "{text: Wrong, why", "{text: Wrong!, why"}, [3]string{"questions/sqs.yaml", `"2.1.1"`, `"1.1.1"`})
	for id, changes := range map[string]bool{"sqs-vt": true, "sqs-rate#1": true, "sqs-rate#2": true, "sqs-q-one": true, "sqs-q-two": false} {
		if got := hash(before, id) != hash(after, id); got != changes {
			t.Errorf("the hash of %s changed: %v, want %v", id, got, changes)
		}
	}
}

func TestEveryFaultOfContentIsTold(t *testing.T) {
	const cards, questions, facts, exam, services = "cards/sqs.yaml", "questions/sqs.yaml", "facts/notes.yaml", "exam.yaml", "services.yaml"
	for _, c := range []struct{ name, file, old, new, want string }{
		{"an id in capitals", cards, "id: sqs-vt", "id: SQS-vt", "cards/sqs.yaml:3:9: SQS-vt: the id is not in the right form (use lowercase letters, digits and single hyphens, such as sqs-visibility-timeout)\nquestions/sqs.yaml:12:13: sqs-q-one: no card is called \"sqs-vt\""},
		{"an id twice in a file", cards, "id: sqs-rate", "id: sqs-vt", "cards/sqs.yaml:13:9: sqs-vt: id \"sqs-vt\" is taken (it is also at cards/sqs.yaml:3:9; rename one that no progress hangs on yet)"},
		{"an id twice over files", questions, "id: sqs-q-two", "id: sqs-vt", "questions/sqs.yaml:17:9: sqs-vt: id \"sqs-vt\" is taken (it is also at cards/sqs.yaml:3:9; rename one that no progress hangs on yet)"},
		{"a former id that is an id", cards, "[sqs-calls]", "[sqs-vt]", "cards/sqs.yaml:21:15: sqs-rate: id \"sqs-vt\" is taken (it is also at cards/sqs.yaml:3:9; rename one that no progress hangs on yet)"},
		{"a former id twice", cards, "[sqs-calls]", "[sqs-visibility]", "cards/sqs.yaml:21:15: sqs-rate: id \"sqs-visibility\" is taken (it is also at cards/sqs.yaml:12:16; rename one that no progress hangs on yet)"},
		{"a former id in the wrong form", cards, "[sqs-calls]", "[\"sqs#1\"]", "cards/sqs.yaml:21:15: sqs-rate: \"sqs#1\" is not in the form of an id (use lowercase letters, digits and single hyphens, such as sqs-visibility-timeout)"},
		{"a front and a cloze", cards, "    cloze:", "    front: What?\n    back: That.\n    cloze:", "cards/sqs.yaml:16:12: sqs-rate: a front and a cloze (a card has one of them; make two cards)"},
		{"neither a front nor a cloze", cards, "    cloze: \"FIFO takes {{c1::300}} calls, {{c2::3,000::with batching}} messages.\"\n", "", "cards/sqs.yaml:13:5: sqs-rate: neither a front nor a cloze (ask something)"},
		{"a front without a back", cards, "    back: |\n      **30 seconds** by default.\n", "", "cards/sqs.yaml:3:5: sqs-vt: missing field \"back\""},
		{"an unknown field", cards, "    front:", "    fornt: x\n    front:", "cards/sqs.yaml:4:5: sqs-vt: unknown field \"fornt\" (did you mean \"front\"?)"},
		{"a missing field", cards, "    checked: 2026-11-21\n", "", "cards/sqs.yaml:3:5: sqs-vt: missing field \"checked\""},
		{"a level that is none", cards, "level: edge", "level: egde", "cards/sqs.yaml:18:12: sqs-rate: field \"level\" cannot be \"egde\" (did you mean \"edge\"?)"},
		{"a link without https", cards, "https://docs.aws.amazon.com/c.html", "http://docs.aws.amazon.com/c.html", "cards/sqs.yaml:9:10: sqs-vt: field \"doc\" must be a link that begins with https://"},
		{"a link with a space", cards, "https://docs.aws.amazon.com/c.html", "https://docs.aws.amazon.com/c d", "cards/sqs.yaml:9:10: sqs-vt: field \"doc\" must be a link that begins with https://"},
		{"a dangling skill", cards, `["1.1.1"]`, `["1.1.9"]`, "cards/sqs.yaml:7:14: sqs-vt: no skill is called \"1.1.9\" (did you mean \"1.1.1\"?)"},
		{"a dangling fact", cards, "[n1, d-1]", "[n1, x-9]", "cards/sqs.yaml:8:17: sqs-vt: no fact is called \"x-9\""},
		{"an unknown service", cards, "service: sqs", "service: sqss", "cards/sqs.yaml:1:10: no service is called \"sqss\" (did you mean \"sqs\"?)"},
		{"a cloze without a blank", cards, "{{c1::300}} calls, {{c2::3,000::with batching}}", "many", "cards/sqs.yaml:14:12: sqs-rate: no blank: write {{c1::answer}} around the answer"},
		{"a blank that is open", cards, "batching}}", "batching", "cards/sqs.yaml:14:12: sqs-rate: {{ without }} after it"},
		{"a blank that was never open", cards, "FIFO takes", "FIFO }} takes", "cards/sqs.yaml:14:12: sqs-rate: }} without {{ before it"},
		{"a blank without a number", cards, "{{c1::300}}", "{{300}}", "cards/sqs.yaml:14:12: sqs-rate: a blank is written {{c1::answer}} or {{c1::answer::hint}}"},
		{"a blank numbered 0", cards, "{{c1::300}}", "{{c0::300}}", "cards/sqs.yaml:14:12: sqs-rate: the number of a blank is 1 to 20"},
		{"a blank in a blank", cards, "{{c1::300}}", "{{c1::{{c2::300}}}}", "cards/sqs.yaml:14:12: sqs-rate: a blank inside a blank"},
		{"an answer that begins with a space", cards, "{{c1::300}}", "{{c1:: 300}}", "cards/sqs.yaml:14:12: sqs-rate: the answer and the hint of a blank begin and end with a letter, not with a space"},
		{"a name with :: for an answer", cards, "{{c1::300}}", "{{c1::AWS::Region}}", "cards/sqs.yaml:14:12: sqs-rate: AWS would be the whole answer, since :: ends it; leave AWS:: in front of the blank"},
		{"a longer one", cards, "{{c1::300}}", "{{c2::AWS::SQS::Queue}}", "cards/sqs.yaml:14:12: sqs-rate: AWS would be the whole answer, since :: ends it; leave AWS:: in front of the blank"},
		{"no correct choice", questions, "{text: Right, correct: true,", "{text: Right,", "questions/sqs.yaml:6:7: sqs-q-one: no choice is marked correct (add correct: true to each that is)"},
		{"two correct of four", questions, "{text: Wrong,", "{text: Wrong, correct: true,", "questions/sqs.yaml:6:7: sqs-q-one: 4 choices, 2 of them correct (several correct choices need 5 or 6 choices)"},
		{"one correct of five", questions, "{text: A2, correct: true,", "{text: A2,", "questions/sqs.yaml:20:7: sqs-q-two: 5 choices, one of them correct (one correct choice needs exactly 4 choices)"},
		{"the same choice twice", questions, "{text: Bad,", "{text: Wrong,", "questions/sqs.yaml:8:16: sqs-q-one: the same choice twice"},
		{"a choice without a reason", questions, "{text: Bad, why: Because it is not.}", "{text: Bad}", "questions/sqs.yaml:8:9: sqs-q-one: missing field \"why\""},
		{"a dangling card", questions, "[sqs-vt]", "[sqs-vtt]", "questions/sqs.yaml:12:13: sqs-q-one: no card is called \"sqs-vtt\" (did you mean \"sqs-vt\"?)"},
		{"a question for a card", questions, "[sqs-vt]", "[sqs-q-two]", "questions/sqs.yaml:12:13: sqs-q-one: no card is called \"sqs-q-two\""},
		{"a dangling enemy", questions, "[sqs-q-one]", "[sqs-q-on]", "questions/sqs.yaml:26:15: sqs-q-two: no question is called \"sqs-q-on\" (did you mean \"sqs-q-one\"?)"},
		{"its own enemy", questions, "[sqs-q-one]", "[sqs-q-two]", "questions/sqs.yaml:26:14: sqs-q-two: the question is its own enemy"},
		{"the file's service once more", questions, "services: [sns]", "services: [sqs]", "questions/sqs.yaml:11:15: sqs-q-one: \"sqs\" is the file's own service (name only the others)"},
		{"a dangling service", questions, "services: [sns]", "services: [snss]", "questions/sqs.yaml:11:16: sqs-q-one: no service is called \"snss\" (did you mean \"sns\"?)"},
		{"a difficulty out of range", questions, "difficulty: 3", "difficulty: 4", "questions/sqs.yaml:14:17: sqs-q-one: field \"difficulty\" must be 1 to 3, not 4"},
		{"a fact's id twice", facts, "id: n2", "id: d-1", "facts/notes.yaml:4:10: d-1: id \"d-1\" is taken (it is also at facts/docs.yaml:3:10)"},
		{"a fact without a claim", facts, "claim: Queues hold messages., ", "", "facts/notes.yaml:3:5: n1: missing field \"claim\""},
		{"a verdict that is none", facts, "verdict: current", "verdict: curent", "facts/notes.yaml:3:68: n1: field \"verdict\" cannot be \"curent\" (did you mean \"current\"?)"},
		{"weights that are not 100", exam, "weight: 40", "weight: 41", "exam.yaml:10:3: the weights of the domains make 101, not 100"},
		{"a skill outside its task", exam, `{id: "1.1.2"`, `{id: "1.2.2"`, "exam.yaml:18:18: 1.2.2: id \"1.2.2\" must begin with \"1.1.\"\nquestions/sqs.yaml:10:14: sqs-q-one: no skill is called \"1.1.2\" (did you mean \"1.1.1\"?)\nquestions/sqs.yaml:25:14: sqs-q-two: no skill is called \"1.1.2\" (did you mean \"1.1.1\"?)"},
		{"a skill twice", exam, `{id: "1.1.2"`, `{id: "1.1.1"`, "exam.yaml:18:18: 1.1.1: id \"1.1.1\" is given twice\nquestions/sqs.yaml:10:14: sqs-q-one: no skill is called \"1.1.2\" (did you mean \"1.1.1\"?)\nquestions/sqs.yaml:25:14: sqs-q-two: no skill is called \"1.1.2\" (did you mean \"1.1.1\"?)"},
		{"a skill of an unknown service", exam, "services: [iam]", "services: [ima]", "exam.yaml:26:55: no service is called \"ima\" (did you mean \"iam\"?)"},
		{"a form that does not add up", exam, "domains: [6, 4]", "domains: [6, 5]", "exam.yaml:30:28: 11 questions of 2 domains, not 10 of 2"},
		{"a key twice", services, "key: sns", "key: sqs", "exam.yaml:17:60: no service is called \"sns\" (did you mean \"sqs\"?)\nquestions/sqs.yaml:11:16: sqs-q-one: no service is called \"sns\" (did you mean \"sqs\"?)\nservices.yaml:3:11: sqs: \"sqs\" is taken (it is also at services.yaml:2:11)"},
		{"an alias that is a key", services, "[simple queue service]", "[iam]", "services.yaml:4:11: iam: \"iam\" is taken (it is also at services.yaml:2:126)"},
		{"an alias in capitals", services, "[simple queue service]", "[SQS]", "services.yaml:2:125: sqs: alias \"SQS\" is not in the right form (use lowercase letters and digits, joined by one space, hyphen, dot, slash, & or +)"},
		{"an unknown parent", services, "parent: sqs", "parent: sqx", "services.yaml:5:83: no service is called \"sqx\" (did you mean \"sqs\"?)"},
		{"a file where nothing reads it", "sqs.yaml", "", cardsYAML, "sqs.yaml:1:1: nothing reads this file (move it to cards, questions or facts)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := deck.Load(tree(t, [3]string{c.file, c.old, c.new}))
			if got := problems(t, err).Error(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// fieldStart is where a field begins: in a line of its own, behind the dash of a
// list, or in braces.
var fieldStart = regexp.MustCompile(`(?m)^( *)(- )?[a-z_]+:|\{[a-z_]+:`)

func TestAnUnknownFieldIsToldInAnyPlace(t *testing.T) {
	for name, file := range tree(t) {
		text := string(file.Data)
		for _, m := range fieldStart.FindAllStringSubmatchIndex(text, -1) {
			at, extra := m[0]+1, "zzz: 1, " // behind the brace
			if m[2] >= 0 {
				at, extra = m[3], "zzz: 1\n"+text[m[2]:m[3]]
			}
			if m[4] >= 0 {
				at, extra = m[5], "zzz: 1\n"+text[m[2]:m[3]]+"  "
			}
			_, err := deck.Load(tree(t, [3]string{name, text, text[:at] + extra + text[at:]}))
			if err == nil || !strings.Contains(err.Error(), `unknown field "zzz"`) {
				t.Errorf("%s, in front of %s: %v", name, text[at:at+20], err)
			}
		}
	}
}

func TestAFaultDoesNotHideTheOthers(t *testing.T) {
	d, err := deck.Load(tree(t, [3]string{"exam.yaml", "minutes: 130", "minutes: long"}, [3]string{"cards/sqs.yaml", "level: core", "level: high"},
		[3]string{"questions/sqs.yaml", "difficulty: 1", "difficulty: easy"}, [3]string{"facts/docs.yaml", "facts:", "facts"}))
	files := map[string]int{}
	for _, p := range problems(t, err) {
		files[p.File]++
	}
	if len(files) != 4 {
		t.Errorf("problems of %v", files)
	}
	if _, ok := d.Item("sqs-vt"); ok {
		t.Error("a broken card was loaded")
	}
	if _, ok := d.Item("sqs-rate#1"); ok != true {
		t.Error("a good card was not loaded")
	}
}

func TestAFileThatCannotBeReadHasOneMessage(t *testing.T) {
	for _, file := range []string{"exam.yaml", "services.yaml", "facts/notes.yaml", "cards/sqs.yaml", "questions/sqs.yaml"} {
		fsys := tree(t)
		fsys[file].Data = []byte("a: [")
		_, err := deck.Load(fsys)
		if ps := problems(t, err); len(ps) != 1 || ps[0].File != file {
			t.Errorf("%s broken gives\n%v", file, err)
		}
	}
}

func TestABrokenCardDoesNotBreakItsQuestion(t *testing.T) {
	d, err := deck.Load(tree(t, [3]string{"cards/sqs.yaml", "level: core", "level: high"}))
	if ps := problems(t, err); len(ps) != 1 {
		t.Errorf("got\n%v", err)
	}
	q, ok := d.Item("sqs-q-one")
	if !ok || len(q.Needs) != 0 {
		t.Errorf("%+v", q)
	}
}

func TestSides(t *testing.T) {
	for _, c := range []struct{ name, cloze, item, front, back string }{
		{"blanks one and fills the other", "FIFO takes {{c1::300}} calls, {{c2::3,000::with batching}} messages.", "sqs-rate#1", "FIFO takes [...] calls, 3,000 messages.", "FIFO takes **300** calls, 3,000 messages."},
		{"shows a hint", "FIFO takes {{c1::300}} calls, {{c2::3,000::with batching}} messages.", "sqs-rate#2", "FIFO takes 300 calls, [with batching] messages.", "FIFO takes 300 calls, **3,000** messages."},
		{"blanks one number in two places", "{{c1::A}} and {{c1::B}} go together.", "sqs-rate#1", "[...] and [...] go together.", "**A** and **B** go together."},
		{"puts no stars into a code span", "Run `aws sqs {{c1::purge-queue}}` once, or `x` {{c1::twice}}.", "sqs-rate#1", "Run `aws sqs [...]` once, or `x` [...].", "Run `aws sqs purge-queue` once, or `x` **twice**."},
		{"allows a code span as the answer", "Use {{c1::`PurgeQueue`}}.", "sqs-rate#1", "Use [...].", "Use **`PurgeQueue`**."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := load(t, [3]string{"cards/sqs.yaml", "FIFO takes {{c1::300}} calls, {{c2::3,000::with batching}} messages.", c.cloze})
			it, ok := d.Item(c.item)
			if !ok {
				t.Fatal("no such item")
			}
			front, back := d.Sides(*it)
			if front != c.front || back != c.back {
				t.Errorf("got\n%s\n%s", front, back)
			}
		})
	}
	t.Run("adds the back to a cloze", func(t *testing.T) {
		d := load(t, [3]string{"cards/sqs.yaml", "    skills: []", "    back: More.\n    skills: []"})
		it, _ := d.Item("sqs-rate#1")
		if _, back := d.Sides(*it); back != "FIFO takes **300** calls, 3,000 messages.\n\nMore." {
			t.Error(back)
		}
	})
	t.Run("says how many to choose", func(t *testing.T) {
		d := load(t)
		it, _ := d.Item("sqs-q-two")
		front, back := d.Sides(*it)
		if front != "Pick some. (Select TWO.)" || back != "**A1**\n\nYes one.\n\n**A2**\n\nYes two." {
			t.Errorf("got %q, %q", front, back)
		}
	})
	t.Run("is empty for another deck's item", func(t *testing.T) {
		if front, back := load(t).Sides(deck.Item{ID: "x", Parent: "x"}); front+back != "" {
			t.Errorf("got %q, %q", front, back)
		}
	})
}
