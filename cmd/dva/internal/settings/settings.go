// Package settings is what the learner may choose: one table of options, used
// by the settings file, by "dva config" and by the settings screen.
package settings

import (
	"fmt"
	"strings"

	"dva/srs"
)

// Values are all settings.
type Values struct {
	srs.Settings
	Theme      string // auto, dark, light or mono
	ASCII      bool   // draw with ASCII symbols only
	Accessible bool   // line mode always, as with --plain
	ExtraTime  bool   // mock exams have the extra time
}

// Defaults are the settings of a learner who chose nothing.
func Defaults() Values { return Values{Settings: srs.Defaults(), Theme: "auto"} }

// Option is one setting: its name in the file, and how it is read and written.
type Option struct {
	Key   string
	Label string // as the settings screen calls it
	Help  string // one sentence
	// Range says in words what may be set, as in "0.70 to 0.99".
	Range string
	// Choices are all values, when there are only a few.
	Choices []string

	get func(*Values) string
	set func(*Values, string) error
}

// Get is the option's value in v, as it is written.
func (o Option) Get(v Values) string { return o.get(&v) }

// Default is the option's value when nothing is set.
func (o Option) Default() string { return o.Get(Defaults()) }

// Set changes v. The error names the key, the value and what may be set; v is
// then as it was.
func (o Option) Set(v *Values, value string) error {
	if err := o.set(v, strings.TrimSpace(value)); err != nil {
		return fmt.Errorf("%s cannot be %q: %w", o.Key, value, err)
	}
	return nil
}

// Find is the option with this key.
func Find(key string) (Option, bool) {
	for _, o := range Options() {
		if o.Key == key {
			return o, true
		}
	}
	return Option{}, false
}

// Keys are the keys of all options, in their order.
func Keys() []string {
	var keys []string
	for _, o := range Options() {
		keys = append(keys, o.Key)
	}
	return keys
}
