package main

import (
	"encoding/json"
	"testing"
)

func TestAFullPaperOfTheShippedBank(t *testing.T) {
	out, err := command(t, t.TempDir(), "exam", "paper", "--length", "full", "--seed", "1", "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Exam, Length string
		Seed         uint64
		Minutes      int
		Items        []struct {
			ID, Domain, Skill, Service string
			Multiple, Scored           bool
		}
	}
	if err := json.Unmarshal(out, &p); err != nil {
		t.Fatal(err)
	}
	if p.Exam != "DVA-C03" || p.Length != "full" || p.Seed != 1 || p.Minutes != 130 {
		t.Errorf("%s, %s, seed %d, %d minutes", p.Exam, p.Length, p.Seed, p.Minutes)
	}
	domains, skills, ids := map[string]int{}, map[string]int{}, map[string]bool{}
	unscored, multiple := 0, 0
	for _, it := range p.Items {
		domains[it.Domain]++
		skills[it.Skill]++
		ids[it.ID] = true
		if !it.Scored {
			unscored++
		}
		if it.Multiple {
			multiple++
		}
		if it.Skill == "" || it.Service == "" || it.Skill[:1] != it.Domain {
			t.Errorf("%s: domain %s, skill %s, service %q", it.ID, it.Domain, it.Skill, it.Service)
		}
	}
	if domains["1"] != 20 || domains["2"] != 17 || domains["3"] != 14 || domains["4"] != 14 || len(ids) != 65 {
		t.Errorf("%d different questions, by domain %v", len(ids), domains)
	}
	if unscored != 15 || multiple < 7 || multiple > 13 {
		t.Errorf("%d not scored, %d multiple response", unscored, multiple)
	}
	for skill, n := range skills {
		if n > 2 {
			t.Errorf("%d of skill %s", n, skill)
		}
	}
}
