package main

import (
	"dva/cmd/dva/internal/settings"
	screen "dva/tui/settings"
)

// settingsPort lets the settings screen read and change the settings file.
type settingsPort struct{ l *learner }

// Options are all settings as they stand.
func (p settingsPort) Options() []screen.Option {
	v := p.l.values()
	var out []screen.Option
	for _, o := range settings.Options() {
		out = append(out, screen.Option{
			Key: o.Key, Label: o.Label, Help: o.Help + " " + bracketed(o), Value: o.Get(v), Allowed: o.Choices,
		})
	}
	return out
}

// Set saves one. What is planned and scheduled from now on goes by it.
func (p settingsPort) Set(key, value string) error {
	o, err := findOption(key)
	if err != nil {
		return err
	}
	p.l.mu.Lock()
	defer p.l.mu.Unlock()
	changed := p.l.settings
	if err := o.Set(&changed, value); err != nil {
		return err
	}
	if err := notPast(o, changed, p.l.now()); err != nil {
		return spoken(err)
	}
	if err := settings.Set(p.l.file, key, value); err != nil {
		return spoken(err)
	}
	p.l.settings = changed
	return nil
}
