package main

import (
	"os"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"dva/cmd/dva/internal/settings"
	"dva/tui/theme"
)

func TestThemeOf(t *testing.T) {
	for _, tt := range []struct {
		name, setting, colorfgbg string
		want                     theme.Choice
	}{
		{"nothing is known", "auto", "", theme.Auto},
		{"a black background", "auto", "15;0", theme.Dark},
		{"a white background", "auto", "0;15", theme.Light},
		{"a grey background is light", "auto", "0;7", theme.Light},
		{"rxvt puts a word between", "auto", "0;default;15", theme.Light},
		{"a background that has no number", "auto", "15;default", theme.Auto},
		{"the learner's choice counts first", "mono", "0;15", theme.Mono},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := &app{env: func(k string) string { return map[string]string{"COLORFGBG": tt.colorfgbg}[k] }}
			if got := a.themeOf(settings.Values{Theme: tt.setting}); got != tt.want {
				t.Errorf("theme %s, want %s", got, tt.want)
			}
		})
	}
}

func TestWhatTheTerminalIsTrustedWith(t *testing.T) {
	for _, tt := range []struct {
		name   string
		env    map[string]string
		ascii  bool
		byLine bool
		plain  bool // no colour
	}{
		{"a terminal of today", map[string]string{"TERM": "xterm-256color", "LANG": "en_US.UTF-8"}, false, false, false},
		{"no locale says nothing", map[string]string{"TERM": "xterm-256color"}, false, false, false},
		{"the locale C", map[string]string{"TERM": "xterm", "LANG": "C"}, true, false, false},
		{"LC_ALL counts before LANG", map[string]string{"TERM": "xterm", "LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, true, false, false},
		{"another encoding", map[string]string{"TERM": "xterm", "LANG": "de_DE.ISO-8859-1"}, true, false, false},
		{"C with UTF-8", map[string]string{"TERM": "xterm", "LANG": "C.utf8"}, false, false, false},
		{"the Linux console", map[string]string{"TERM": "linux", "LANG": "C.UTF-8"}, true, false, false},
		{"a vt100", map[string]string{"TERM": "vt100", "LANG": "C.UTF-8"}, true, false, true},
		{"a dumb terminal", map[string]string{"TERM": "dumb"}, true, true, true},
		{"no terminal named", nil, false, false, true},
		{"no colour wanted", map[string]string{"TERM": "xterm", "NO_COLOR": "1"}, false, false, true},
		{"an empty NO_COLOR says nothing", map[string]string{"TERM": "xterm", "NO_COLOR": ""}, false, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for k, v := range map[string]string{"COLORTERM": "", "CLICOLOR": "", "CLICOLOR_FORCE": "", "NO_COLOR": "", "TERM": tt.env["TERM"], "GOOGLE_CLOUD_SHELL": "", "CI": ""} {
				t.Setenv(k, v) // what the colour library looks at by itself
			}
			a := &app{env: func(k string) string { return tt.env[k] }}
			if got := a.asciiOnly(settings.Values{}); got != tt.ascii {
				t.Errorf("ASCII only: %v", got)
			}
			if got := a.lineMode(settings.Values{}); got != tt.byLine {
				t.Errorf("line mode: %v", got)
			}
			if tt.plain {
				if p := a.profile(os.Stdout); p != termenv.Ascii {
					t.Errorf("colours: %v", p)
				}
			}
		})
	}
}

func TestSettingsDecideTheLookToo(t *testing.T) {
	a := &app{env: func(string) string { return "" }}
	if !a.asciiOnly(settings.Values{ASCII: true}) || !a.lineMode(settings.Values{Accessible: true}) {
		t.Error("ascii or accessible does nothing")
	}
}

func TestTheClockStartsWhereItIsTold(t *testing.T) {
	now, err := clock("2026-11-22T09:00:00+01:00")
	if err != nil {
		t.Fatal(err)
	}
	want := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	if early := now().Sub(want); early < 0 || early > time.Minute {
		t.Errorf("the clock is %v off", early)
	}
	if a, b := now(), now(); b.Before(a) {
		t.Error("the clock does not run on")
	}
}
