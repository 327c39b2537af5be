package part

import (
	"math"
	"strings"

	"dva/tui/theme"
)

// The charts are small enough to be drawn here: a library would bring its own
// styles and no labels, and could not do without colour or in ASCII.

// eighths end a bar that lies, by the eighths of a cell that are filled.
var eighths = [...]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// Bar is a share, 0 to 1, as a bar that lies: so many cells filled, the rest
// dots. A share that is not 0 is seen, and only a whole one fills the bar.
func Bar(t theme.Theme, share float64, cells int) string {
	parts := len(eighths)
	if t.ASCII {
		parts = 1
	}
	all := cells * parts
	n := int(math.Round(share * float64(all)))
	switch {
	case !(share > 0): // nor a number
		n = 0
	case share >= 1:
		n = all
	default:
		n = max(1, min(n, all-1))
	}
	filled := strings.Repeat(t.Symbols.Full, n/parts)
	used := n / parts
	if n%parts > 0 {
		filled += eighths[n%parts]
		used++
	}
	return filled + strings.Repeat(t.Symbols.Dot, max(cells-used, 0))
}

// Columns are values as upright bars on a common foot, so many lines high and
// each so many cells wide, the last of which is a gap when there are more than
// one. A value that is not 0 is seen.
func Columns(t theme.Theme, values []int, height, wide int) []string {
	top := 0
	for _, v := range values {
		top = max(top, v)
	}
	steps := len(t.Symbols.Bars) - 1 // in a cell
	fill, gap := max(wide-1, 1), ""
	if wide > 1 {
		gap = " "
	}
	lines := make([]string, height)
	for _, v := range values {
		n := 0
		if v > 0 {
			n = max(1, int(math.Round(float64(v)/float64(top)*float64(height*steps))))
		}
		for row := range lines {
			full := n - (height-1-row)*steps // of this cell, in steps
			lines[row] += strings.Repeat(cell(t, full, steps, row == height-1), fill) + gap
		}
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines
}

// cell is one cell of an upright bar. The foot shows where nothing is.
func cell(t theme.Theme, full, steps int, foot bool) string {
	switch {
	case full <= 0 && foot:
		return t.Symbols.Bars[0]
	case full <= 0:
		return " "
	case full >= steps:
		return t.Symbols.Full
	case t.ASCII:
		return ":"
	}
	return t.Symbols.Bars[full]
}

// Axis is a stretch of shares that a line of cells stands for.
type Axis struct {
	From, To float64
	Cells    int
}

// place is the cell of a share, those beyond the axis at its ends.
func (a Axis) place(share float64) int {
	n := int((share-a.From)/(a.To-a.From)*float64(a.Cells) + 1e-9) // 0.6 is not a little less
	return max(0, min(n, a.Cells-1))
}

// Span draws an interval on the axis with the value in it and, when mark is a
// number, a mark.
func (a Axis) Span(t theme.Theme, low, value, high, mark float64) string {
	cells := make([]string, a.Cells)
	for i := range cells {
		cells[i] = " "
	}
	for i := a.place(low); i <= a.place(high); i++ {
		cells[i] = t.Symbols.Rule
	}
	if !math.IsNaN(mark) {
		cells[a.place(mark)] = Mark(t)
	}
	cells[a.place(value)] = t.Symbols.Here
	return strings.Join(cells, "")
}

// Mark is the sign of an axis's mark.
func Mark(t theme.Theme) string {
	if t.ASCII {
		return "|"
	}
	return "│"
}

// Shades are the signs of a heat map, from nothing to much, told apart without
// colour.
func Shades(t theme.Theme) []string {
	if t.ASCII {
		return []string{".", "-", "+", "x", "#"}
	}
	return []string{"·", "░", "▒", "▓", "█"}
}
