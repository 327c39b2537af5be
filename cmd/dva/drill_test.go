package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"dva/deck"
	"dva/srs/drill"
)

func TestDrillWishes(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		want       drill.Wish
		wrong      string
	}{
		{"a service", "sqs", drill.Wish{Limit: 20}, ""},
		{"cards alone, fewer", "sqs --cards --limit 5", drill.Wish{Kind: drill.Cards, Limit: 5}, ""},
		{"questions alone, all of them", "--questions --limit 0", drill.Wish{Kind: drill.Questions}, ""},
		{"both when both are named", "--cards --questions", drill.Wish{Limit: 20}, ""},
		{"a domain", "--domain 4 --seen", drill.Wish{Skill: "4", SeenOnly: true, Limit: 20}, ""},
		{"a skill", "--skill 4.3.1", drill.Wish{Skill: "4.3.1", Limit: 20}, ""},
		{"misses of the last days", "--misses", drill.Wish{Group: drill.LastDays, Limit: 20}, ""},
		{"misses of the last days of a service", "--misses sqs", drill.Wish{Group: drill.LastDays, Limit: 20}, ""},
		{"misses of the last exam", "--misses=exam", drill.Wish{Group: drill.LastExam, Limit: 20}, ""},
		{"flagged ones", "--flagged", drill.Wish{Group: drill.Flagged, Limit: 20}, ""},
		{"leeches", "--leeches", drill.Wish{Group: drill.Leeches, Limit: 20}, ""},
		{"misses of another time", "--misses=year", drill.Wish{}, `--misses is "year"`},
		{"two sets at once", "--flagged --leeches", drill.Wish{}, "cannot be drilled together"},
		{"a domain and a skill", "--domain 4 --skill 4.3", drill.Wish{}, "cannot be drilled together"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parse(t, func(keep func(any) error) *cobra.Command {
				return newDrill(func(o drillOptions) error { return keep(o) }, nil)
			}, tt.line)
			if err != nil {
				t.Fatal(err)
			}
			o := got.(drillOptions)
			w, err := o.wish(nil)
			if tt.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), tt.wrong) || exitCode(err) != exitUsage {
					t.Errorf("got %v", err)
				}
				return
			}
			if err != nil || !reflect.DeepEqual(w, tt.want) || o.bare() {
				t.Errorf("got %+v, %v; want %+v", w, err, tt.want)
			}
			if strings.Contains(tt.line, "sqs") != (o.Service == "sqs") {
				t.Errorf("the service is %q", o.Service)
			}
		})
	}
	got, err := parse(t, func(keep func(any) error) *cobra.Command {
		return newDrill(func(o drillOptions) error { return keep(o) }, nil)
	}, "")
	if err != nil || !got.(drillOptions).bare() {
		t.Errorf("nothing was chosen, and it is %+v, %v", got, err)
	}
}

func TestSkillsAreFound(t *testing.T) {
	e := &deck.Exam{Domains: []deck.Domain{{ID: "1", Name: "First", Tasks: []deck.Task{{ID: "1.1", Skills: []deck.Skill{{ID: "1.1.1"}, {ID: "1.1.2"}}}, {ID: "1.2"}}}}}
	for _, tt := range []struct{ name, id, hint string }{
		{"a domain", "1", ""},
		{"a task", "1.1", ""},
		{"a task without skills", "1.2", ""},
		{"a skill", "1.1.2", ""},
		{"another domain", "2", "its domains are 1 First"},
		{"another task", "1.3", "domain 1 has the tasks 1.1 to 1.2"},
		{"another skill", "1.1.3", "task 1.1 has the skills 1.1.1 to 1.1.2"},
		{"a skill of a task without any", "1.2.1", "domain 1 has the tasks 1.1 to 1.2"},
	} {
		err := findSkill(e, tt.id)
		if (err == nil) != (tt.hint == "") || err != nil && hintFor(err) != tt.hint {
			t.Errorf("%s: %v, %q", tt.name, err, hintFor(err))
		}
	}
}
