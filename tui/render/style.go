package render

import (
	"github.com/charmbracelet/glamour/ansi"

	"dva/tui/theme"
)

// style is how Markdown looks: calm, the accent only for code, bold for what is
// to be remembered. Where no style reaches the terminal, signs take their place.
func style(t theme.Theme) ansi.StyleConfig {
	yes := true
	c := ansi.StyleConfig{
		BlockQuote:     ansi.StyleBlock{Indent: ptr(uint(1)), IndentToken: ptr(bar(t))},
		List:           ansi.StyleList{LevelIndent: 2},
		Heading:        ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{BlockSuffix: "\n", Bold: &yes}},
		Strikethrough:  ansi.StylePrimitive{BlockPrefix: "~~", BlockSuffix: "~~"},
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		HorizontalRule: ansi.StylePrimitive{Format: "\n" + t.Symbols.Rule + t.Symbols.Rule + t.Symbols.Rule + "\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: t.Symbols.Bullet + " "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Task:           ansi.StyleTask{Ticked: "[x] ", Unticked: "[ ] "},
		// A named theme makes glamour take code as it stands; the formatter
		// "noop" keeps it from being coloured. The other way unescapes
		// backslashes in code.
		CodeBlock: ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{Margin: ptr(uint(2))}, Theme: "bw"},
		Table: ansi.StyleTable{
			CenterSeparator: ptr("+"), ColumnSeparator: ptr("|"), RowSeparator: ptr("-"),
		},
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n" + t.Symbols.Bullet + " "},
	}
	if t.Accent != "" {
		c.Code.Color = &t.Accent
	}
	if !t.SGR {
		c.Emph.BlockPrefix, c.Emph.BlockSuffix = "_", "_"
		c.Strong.BlockPrefix, c.Strong.BlockSuffix = "*", "*"
	}
	if !t.SGR || t.Accent == "" {
		c.Code.Prefix, c.Code.Suffix = "`", "`"
	}
	return c
}

func bar(t theme.Theme) string {
	if t.ASCII {
		return "| "
	}
	return "│ "
}

func ptr[T any](v T) *T { return &v }
