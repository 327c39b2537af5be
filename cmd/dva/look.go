package main

import (
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"golang.org/x/term"

	"dva/cmd/dva/internal/settings"
	"dva/tui/theme"
)

// isTerminal says whether a person sits at the other end of stream.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// terminalWidth is how many cells a line of the terminal at stream has, 0 when
// it is none.
func terminalWidth(stream any) int {
	if !isTerminal(stream) {
		return 0
	}
	width, _, err := term.GetSize(int(stream.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return width
}

// lineMode says whether to ask by lines and not to draw: on wish, by a setting,
// or on a terminal that can do no more.
func (a *app) lineMode(v settings.Values) bool {
	return a.plain || v.Accessible || a.env("TERM") == "dumb"
}

// colourless says whether to draw without colour: https://no-color.org
func (a *app) colourless() bool { return a.noColor || a.env("NO_COLOR") != "" }

// renderer draws for out with as many colours as the environment says the
// terminal has. The terminal itself is never asked.
func (a *app) renderer(out io.Writer) *lipgloss.Renderer {
	r := lipgloss.NewRenderer(out)
	r.SetHasDarkBackground(true) // said so that nobody asks; the theme has its own colours
	r.SetColorProfile(a.profile(out))
	return r
}

func (a *app) profile(out io.Writer) termenv.Profile {
	if a.colourless() || a.env("TERM") == "" {
		return termenv.Ascii
	}
	return termenv.NewOutput(out).EnvColorProfile()
}

// themeOf is the learner's choice. Auto means the background that the terminal
// has told in the environment, if it did.
func (a *app) themeOf(v settings.Values) theme.Choice {
	choice := theme.Choice(v.Theme)
	if choice != theme.Auto {
		return choice
	}
	switch dark, known := background(a.env("COLORFGBG")); {
	case known && dark:
		return theme.Dark
	case known:
		return theme.Light
	}
	return theme.Auto
}

// background reads COLORFGBG, which rxvt, Konsole and others set to
// "foreground;background" as numbers of the 16 colours. Of these 7 and 9 to 15
// are light.
func background(colorfgbg string) (dark, known bool) {
	_, bg, ok := strings.Cut(colorfgbg, ";")
	if i := strings.LastIndex(bg, ";"); i >= 0 { // rxvt puts a word between
		bg = bg[i+1:]
	}
	n, err := strconv.Atoi(bg)
	if !ok || err != nil || n < 0 || n > 15 {
		return false, false
	}
	return n < 7 || n == 8, true
}

// asciiOnly says whether the terminal can be trusted with no more than ASCII:
// the Linux console has few signs, and a locale that names another encoding
// than UTF-8 has none. An environment without a locale says nothing.
func (a *app) asciiOnly(v settings.Values) bool {
	if v.ASCII {
		return true
	}
	if t := a.env("TERM"); t == "linux" || t == "dumb" || strings.HasPrefix(t, "vt1") || strings.HasPrefix(t, "vt2") {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(a.env(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return false
}
