package study

import "dva/tui/part"

func (s *Screen) doc() part.Doc { return part.Doc{URL: s.turn.Doc, Checked: s.turn.Checked} }

// openDoc shows the page's address in full and copies it.
func (s *Screen) openDoc() {
	status, ok := s.doc().Open(*s.cfg.Theme, "card")
	if ok {
		s.linked = true
		s.layout()
		s.body.End()
	}
	s.status = status
}
