package render

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// keptHyphen stands for a hyphen while lines are broken. It is as wide and no
// place to break.
const keptHyphen = "\u2011"

// Break puts line ends into s so that no line has more than width cells. It
// breaks at spaces, and within a word only when that is longer than a line:
// names such as eu-west-1 and X-Ray stay whole. Styles stay.
func Break(s string, width int) string {
	s = ansi.Wrap(strings.ReplaceAll(s, "-", keptHyphen), width, "")
	// Wrap leaves some lines a cell too long, such as a wide letter's.
	return strings.ReplaceAll(ansi.Hardwrap(s, width, true), keptHyphen, "-")
}
