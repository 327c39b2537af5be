package part

import (
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dva/tui/render"
	"dva/tui/theme"
)

// Input is one line of text being typed or pasted. The cursor stands still,
// since nothing moves by itself.
type Input struct{ model textinput.Model }

// NewInput starts with value and the cursor at its end; limit is the most
// characters that it takes.
func NewInput(value string, limit int) Input {
	m := textinput.New()
	m.CharLimit = limit
	// Pasting comes from the terminal. The widget's own would start a program
	// to read the clipboard.
	m.KeyMap.Paste = key.NewBinding(key.WithDisabled())
	m.SetValue(render.Clean(value))
	m.CursorEnd()
	m.Focus()
	return Input{model: m}
}

// Value is the text so far.
func (i *Input) Value() string { return i.model.Value() }

// Update takes one key. Its cursor does not blink, so there is no command.
func (i *Input) Update(msg tea.KeyMsg) {
	if msg.Type == tea.KeyRunes {
		msg.Runes = []rune(render.Clean(string(msg.Runes)))
	}
	i.model, _ = i.model.Update(msg)
}

// View draws the text in width cells and keeps the cursor in sight.
func (i *Input) View(t theme.Theme, width int) string {
	runes := []rune(i.model.Value())
	at := min(i.model.Position(), len(runes))
	before, under, after := string(runes[:at]), " ", ""
	if at < len(runes) {
		under, after = string(runes[at]), string(runes[at+1:])
	}
	if w := ansi.StringWidth(before); w > width-2 {
		before = ansi.TruncateLeft(before, w-(width-2), "")
	}
	cursor := t.Plain.Reverse(true).Render(under)
	if !t.SGR {
		cursor = t.Symbols.Cursor + under
	}
	return ansi.Truncate(before+cursor+after, max(width, 0), "")
}
