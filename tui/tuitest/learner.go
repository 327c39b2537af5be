package tuitest

import (
	"context"

	"dva/deck"
	"dva/tui/home"
	"dva/tui/settings"
)

// Port is a settings port in memory.
type Port struct {
	List []settings.Option
	// Refuse, when set, is what Set returns.
	Refuse error
}

// Options are List.
func (p *Port) Options() []settings.Option { return append([]settings.Option(nil), p.List...) }

// Set changes List.
func (p *Port) Set(key, value string) error {
	if p.Refuse != nil {
		return p.Refuse
	}
	for i := range p.List {
		if p.List[i].Key == key {
			p.List[i].Value = value
		}
	}
	return nil
}

// Day answers with one plan, or with Err.
type Day struct {
	Today home.Today
	Err   error
	Asked int // how often
}

// Load is the day.
func (d *Day) Load(context.Context) (home.Today, error) {
	d.Asked++
	return d.Today, d.Err
}

// Facts are statements by id.
type Facts map[string]*deck.Fact

// Fact is the one with this id.
func (f Facts) Fact(id string) (*deck.Fact, bool) {
	fact, ok := f[id]
	return fact, ok
}
