package part

import (
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"dva/tui/theme"
)

func look(ascii bool) theme.Theme {
	return theme.New(lipgloss.NewRenderer(io.Discard), theme.Auto, ascii)
}

func TestBarThatLies(t *testing.T) {
	for _, tt := range []struct {
		name  string
		share float64
		want  string
		ascii string
	}{
		{"nothing", 0, "··········", "----------"},
		{"not a number is nothing", math.NaN(), "··········", "----------"},
		{"a little is seen", 0.001, "▏·········", "#---------"},
		{"45 percent", 0.45, "████▌·····", "#####-----"},
		{"nearly all is not all", 0.999, "█████████▉", "#########-"},
		{"all", 1, "██████████", "##########"},
		{"more than all", 7, "██████████", "##########"},
	} {
		if got := Bar(look(false), tt.share, 10); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got := Bar(look(true), tt.share, 10); got != tt.ascii {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.ascii)
		}
	}
}

func TestColumns(t *testing.T) {
	for _, tt := range []struct {
		name   string
		ascii  bool
		values []int
		wide   int
		want   []string
	}{
		{"the highest fills its lines, nothing is a dot, a little is seen", false, []int{0, 1, 500, 1000}, 2, []string{"      █", "· ▁ █ █"}},
		{"without gaps", false, []int{8, 12, 16}, 1, []string{" ▄█", "███"}},
		{"in ASCII", true, []int{1, 8, 12, 16, 0}, 2, []string{"    : #", ": # # # ."}},
		{"nothing at all", false, []int{0, 0}, 2, []string{"", "· ·"}},
		{"no values", false, nil, 2, []string{"", ""}},
	} {
		if got := Columns(look(tt.ascii), tt.values, 2, tt.wide); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSpan(t *testing.T) {
	a := Axis{From: 0.5, To: 1, Cells: 10}
	for _, tt := range []struct {
		name                   string
		low, value, high, mark float64
		want                   string
	}{
		{"an interval with its value and a mark", 0.6, 0.72, 0.84, 0.7, "  ──•──   "},
		{"a mark elsewhere", 0.6, 0.65, 0.7, 0.9, "  ─•─   │ "},
		{"no mark", 0.6, 0.65, 0.7, math.NaN(), "  ─•─     "},
		{"what lies beyond stands at the end", 0.1, 0.2, 0.55, math.NaN(), "•─        "},
		{"all is the last cell", 0.9, 1, 1, math.NaN(), "        ─•"},
	} {
		if got := a.Span(look(false), tt.low, tt.value, tt.high, tt.mark); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestChartsFillTheirCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		th := look(rapid.Bool().Draw(t, "ascii"))
		cells := rapid.IntRange(1, 60).Draw(t, "cells")
		share := rapid.Float64Range(-1, 2)
		if got := ansi.StringWidth(Bar(th, share.Draw(t, "share"), cells)); got != cells {
			t.Fatalf("a bar of %d cells is %d wide", cells, got)
		}
		a := Axis{From: 0, To: 1, Cells: cells}
		if got := ansi.StringWidth(a.Span(th, share.Draw(t, "low"), share.Draw(t, "value"), share.Draw(t, "high"), share.Draw(t, "mark"))); got != cells {
			t.Fatalf("a span of %d cells is %d wide", cells, got)
		}
		values := rapid.SliceOfN(rapid.IntRange(0, 1000), 0, 40).Draw(t, "values")
		for _, l := range Columns(th, values, 3, 2) {
			if got := ansi.StringWidth(l); got > 2*len(values) {
				t.Fatalf("%d values are %d wide", len(values), got)
			}
			if strings.HasSuffix(l, " ") {
				t.Fatalf("%q ends in spaces", l)
			}
		}
	})
}
