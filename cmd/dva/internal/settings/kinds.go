package settings

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dva/srs"
)

// none is how a list without entries and a date that is not set are written.
const none = "none"

func number(key, label, help string, lo, hi int, at func(*Values) *int) Option {
	o := Option{Key: key, Label: label, Help: help, Range: fmt.Sprintf("%d to %d", lo, hi)}
	o.get = func(v *Values) string { return strconv.Itoa(*at(v)) }
	o.set = func(v *Values, s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < lo || n > hi {
			return errors.New("it must be a whole number from " + o.Range)
		}
		*at(v) = n
		return nil
	}
	return o
}

// share is a number between 0 and 1 that may be written in percent.
func share(key, label, help string, lo, hi float64, at func(*Values) *float64) Option {
	o := Option{Key: key, Label: label, Help: help, Range: fmt.Sprintf("%.2f to %.2f", lo, hi)}
	o.get = func(v *Values) string { return strconv.FormatFloat(*at(v), 'f', -1, 64) }
	o.set = func(v *Values, s string) error {
		digits, percent := strings.CutSuffix(s, "%")
		x, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
		if percent || x > 1 {
			x /= 100
		}
		if err != nil || !(x >= lo && x <= hi) {
			return errors.New("it must be a number from " + o.Range)
		}
		*at(v) = x
		return nil
	}
	return o
}

func truth(key, label, help string, at func(*Values) *bool) Option {
	o := Option{Key: key, Label: label, Help: help, Range: "true or false", Choices: []string{"true", "false"}}
	o.get = func(v *Values) string { return strconv.FormatBool(*at(v)) }
	o.set = func(v *Values, s string) error {
		switch strings.ToLower(s) {
		case "true", "on", "yes":
			*at(v) = true
		case "false", "off", "no":
			*at(v) = false
		default:
			return errors.New("it must be true or false")
		}
		return nil
	}
	return o
}

func choice(key, label, help string, choices []string, at func(*Values) *string) Option {
	o := Option{Key: key, Label: label, Help: help, Range: strings.Join(choices, ", "), Choices: choices}
	o.get = func(v *Values) string { return *at(v) }
	o.set = func(v *Values, s string) error {
		s = strings.ToLower(s)
		if !slices.Contains(choices, s) {
			return errors.New("it must be one of " + o.Range)
		}
		*at(v) = s
		return nil
	}
	return o
}

func span(key, label, help string, lo, hi time.Duration, at func(*Values) *time.Duration) Option {
	o := Option{Key: key, Label: label, Help: help, Range: short(lo) + " to " + short(hi) + ", as in 20m"}
	o.get = func(v *Values) string { return short(*at(v)) }
	o.set = func(v *Values, s string) error {
		d, err := length(s)
		if err != nil || d < lo || d > hi {
			return errors.New("it must be a length of time from " + o.Range)
		}
		*at(v) = d
		return nil
	}
	return o
}

// maxSteps and maxStep bound the steps: more would be a schedule of its own.
const (
	maxSteps = 10
	maxStep  = 24 * time.Hour
)

func steps(key, label, help string, at func(*Values) *[]time.Duration) Option {
	o := Option{Key: key, Label: label, Help: help, Range: "lengths of time such as 1m 10m, or none"}
	o.get = func(v *Values) string {
		var words []string
		for _, d := range *at(v) {
			words = append(words, short(d))
		}
		if len(words) == 0 {
			return none
		}
		return strings.Join(words, " ")
	}
	o.set = func(v *Values, s string) error {
		list := []time.Duration{}
		if !strings.EqualFold(s, none) {
			for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
				d, err := length(word)
				if err != nil || d < time.Second || d > maxStep {
					return fmt.Errorf("%q is no length of time from 1s to 24h", word)
				}
				list = append(list, d)
			}
			if len(list) == 0 || len(list) > maxSteps {
				return fmt.Errorf("it must be one to %d %s", maxSteps, o.Range)
			}
		}
		*at(v) = list
		return nil
	}
	return o
}

func clockTime(key, label, help string, at func(*Values) *time.Duration) Option {
	o := Option{Key: key, Label: label, Help: help, Range: "00:00 to 23:59"}
	o.get = func(v *Values) string {
		m := int(*at(v) / time.Minute)
		return fmt.Sprintf("%02d:%02d", m/60, m%60)
	}
	o.set = func(v *Values, s string) error {
		t, err := time.Parse("15:04", s)
		if err != nil {
			return errors.New("it must be a time from 00:00 to 23:59")
		}
		*at(v) = time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
		return nil
	}
	return o
}

func day(key, label, help string, at func(*Values) *srs.Day) Option {
	o := Option{Key: key, Label: label, Help: help, Range: "a date such as 2027-01-15, or none"}
	o.get = func(v *Values) string {
		if *at(v) == 0 {
			return none
		}
		return at(v).String()
	}
	o.set = func(v *Values, s string) error {
		if s == "" || strings.EqualFold(s, none) {
			*at(v) = 0
			return nil
		}
		d, err := srs.ParseDay(s)
		if err != nil || d <= 0 {
			return errors.New("it must be " + o.Range)
		}
		*at(v) = d
		return nil
	}
	return o
}

// length reads a length of time; a bare number is minutes, and d is a day.
func length(s string) (time.Duration, error) {
	unit, digits := time.Minute, s
	if days, ok := strings.CutSuffix(s, "d"); ok {
		unit, digits = 24*time.Hour, days
	}
	if n, err := strconv.Atoi(digits); err == nil && n >= 0 && n < 100_000 {
		return time.Duration(n) * unit, nil
	}
	return time.ParseDuration(s)
}

// short writes a length of time without its empty parts: 10m, 1h30m.
func short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
