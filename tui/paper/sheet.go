package paper

import (
	"fmt"
	"strings"

	"dva/deck/exam"
	"dva/tui/part"
)

// sheet is the question on the screen. Its texts are drawn once for a width; the
// pointer and the boxes are put around them.
type sheet struct {
	item    int // of the paper
	at      int // the place that has the pointer; -1 before it is used
	width   int // for which the texts were drawn; 0 before
	stem    []string
	choices [][]string // by place
	spans   [][2]int   // the lines of each choice
	body    part.Scroll
}

func (s *Screen) item() exam.Item { return s.state.Paper.Items[s.sheet.item] }

func (s *Screen) picked(i int) int { return len(s.state.Answers[i].Picked) }

// show begins a question, at its top.
func (s *Screen) show(i int) {
	s.panel = none
	s.sheet = sheet{item: i, at: -1}
	s.layout()
}

// boxed is how wide pointer, letter and box before a choice are.
const boxed = len("> A  [x] ")

// drawTexts draws what does not change while the question is on the screen.
func (s *Screen) drawTexts() {
	it, sh := s.item(), &s.sheet
	if sh.width == s.width {
		return
	}
	sh.width = s.width
	sh.stem = s.cfg.Render.Markdown(part.Stem(it.Question.Stem, it.Question.Correct()), s.width)
	sh.choices = nil
	for _, index := range it.Order {
		sh.choices = append(sh.choices, s.cfg.Render.Markdown(strings.TrimSpace(it.Question.Choices[index].Text), s.width-boxed))
	}
}

// sheetLines are the question as it stands.
func (s *Screen) sheetLines() []string {
	s.drawTexts()
	th, sh := s.cfg.Theme, &s.sheet
	lines := append(append([]string(nil), sh.stem...), "")
	sh.spans = sh.spans[:0]
	for place, text := range sh.choices {
		pointer, letter := "  ", th.Plain
		if place == sh.at {
			pointer, letter = th.Symbols.Pointer+" ", th.Active
		}
		first := th.Active.Render(pointer) + letter.Render(part.Letter(place)) + "  " + s.box(place) + " "
		from := len(lines)
		lines = append(lines, part.Hang(first, text)...)
		sh.spans = append(sh.spans, [2]int{from, len(lines)})
	}
	return lines
}

// box says whether the choice at a place is picked: square where several can be.
func (s *Screen) box(place int) string {
	it := s.item()
	on := " "
	for _, p := range s.state.Answers[s.sheet.item].Picked {
		if p == it.Order[place] {
			on = "x"
		}
	}
	if it.Multiple() {
		return "[" + on + "]"
	}
	return "(" + on + ")"
}

// layoutSheet draws the question for the room there is and stays about where the
// learner was in it.
func (s *Screen) layoutSheet() {
	b := &s.sheet.body
	b.Spaced, b.Key = s.height >= roomy, s.keys.PageDown.Help().Key
	b.Reflow(s.sheetLines(), s.width, s.bodyHeight())
}

// redraw draws the question after the pointer or a box has changed.
func (s *Screen) redraw() {
	b := &s.sheet.body
	b.SetLines(s.sheetLines(), b.Offset())
}

// point puts the pointer on a choice and brings it in sight.
func (s *Screen) point(place int) {
	s.sheet.at = place
	s.redraw()
	b, span := &s.sheet.body, s.sheet.spans[place]
	b.To(part.InSight(b.Offset(), span[0], span[1], b.Room()))
}

// span is the lines of what is being read: the stem, or the choice with the
// pointer.
func (s *Screen) span() (from, to int) {
	if s.sheet.at < 0 {
		return 0, len(s.sheet.stem)
	}
	return s.sheet.spans[s.sheet.at][0], s.sheet.spans[s.sheet.at][1]
}

// down reads on: by a line while what has the pointer goes on below, else to the
// next choice.
func (s *Screen) down() {
	b := &s.sheet.body
	_, to := s.span()
	switch {
	case to > b.Offset()+b.Room():
		b.To(b.Offset() + 1)
	case s.sheet.at < len(s.sheet.choices)-1:
		s.point(s.sheet.at + 1)
	default:
		s.say("this is the last choice; enter goes to the next question")
	}
}

// up reads back: by a line while what has the pointer begins above, else to the
// choice before, and from the first up through the stem.
func (s *Screen) up() {
	b := &s.sheet.body
	from, _ := s.span()
	switch {
	case b.Offset() > from, s.sheet.at <= 0 && b.Offset() > 0:
		b.To(b.Offset() - 1)
	case s.sheet.at > 0:
		s.point(s.sheet.at - 1)
	default:
		s.say("this is the top of the question")
	}
}

// miscount says that a question has an answer of too few or too many choices;
// empty when it has none.
func (s *Screen) miscount(i int) string {
	n, asks := s.picked(i), s.state.Paper.Items[i].Question.Correct()
	if n == 0 || n == asks {
		return ""
	}
	return fmt.Sprintf("%d chosen, the question asks for %s", n, part.Word(asks))
}

// sayMiscount warns of the question that was left.
func (s *Screen) sayMiscount(i int) {
	if said := s.miscount(i); said != "" {
		s.say(fmt.Sprintf("question %d: %s", i+1, said))
	}
}
