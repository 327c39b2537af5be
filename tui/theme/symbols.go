package theme

// Symbols are the signs that carry meaning beside colour. Each is one cell
// wide; none is an emoji, on whose width terminals do not agree.
type Symbols struct {
	Pointer  string
	Right    string
	Wrong    string
	Flag     string
	Changed  string
	Rule     string
	Dot      string // between parts of one line
	Bullet   string
	Down     string // there is more below
	Up       string // there is more above
	Ellipsis string
	Cursor   string // where typing goes, when nothing can be shown in reverse
	Full     string // a filled cell of a bar that lies; Dot is an empty one
	Bars     []string
	Here     string // where one is, when the pointer is elsewhere
	Arrows   string // the keys that move
}

var unicodeSymbols = Symbols{
	Pointer: "›", Right: "✓", Wrong: "✗", Flag: "⚑", Changed: "△", Rule: "─", Dot: "·", Bullet: "•",
	Down: "↓", Up: "↑", Ellipsis: "…", Cursor: "▏", Here: "•", Full: "█", Arrows: "↑↓",
	Bars: []string{"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
}

var asciiSymbols = Symbols{
	Pointer: ">", Right: "+", Wrong: "x", Flag: "!", Changed: "*", Rule: "-", Dot: "-", Bullet: "-",
	Down: "v", Up: "^", Ellipsis: "~", Cursor: "_", Here: "*", Full: "#", Arrows: "j/k",
	Bars: []string{".", "1", "2", "3", "4", "5", "6", "7", "8"},
}

// Bar is the sign for part of whole, the lowest for nothing.
func (s Symbols) Bar(part, whole int) string {
	top := len(s.Bars) - 1
	if part <= 0 || whole <= 0 {
		return s.Bars[0]
	}
	return s.Bars[min(1+part*(top-1)/whole, top)]
}
