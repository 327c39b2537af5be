package settings

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestSet(t *testing.T) {
	for _, tt := range []struct{ name, key, value, want string }{
		{"a number", "minutes", "45", "45"},
		{"a share", "retention", "0.85", "0.85"},
		{"a share in percent", "retention", "85%", "0.85"},
		{"a share in percent without the sign", "retention", "92", "0.92"},
		{"yes for true", "edge", "yes", "true"},
		{"steps with commas", "learning_steps", "1m, 10m,1d", "1m 10m 24h"},
		{"bare steps are minutes", "relearning_steps", "5", "5m"},
		{"no steps", "learning_steps", "none", "none"},
		{"a time of day", "day_start", "4:30", "04:30"},
		{"a date", "exam_date", "2027-01-15", "2027-01-15"},
		{"no date", "exam_date", "none", "none"},
		{"a theme in capitals", "theme", "Dark", "dark"},
		{"learning ahead by hours", "learn_ahead", "1h30m", "1h30m"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o, _ := Find(tt.key)
			v := Defaults()
			if err := o.Set(&v, tt.value); err != nil {
				t.Fatal(err)
			}
			if got := o.Get(v); got != tt.want {
				t.Errorf("%s = %q, want %q", tt.key, got, tt.want)
			}
		})
	}
}

func TestSetRefuses(t *testing.T) {
	for _, tt := range []struct{ name, key, value, says string }{
		{"a number that is too large", "minutes", "601", "from 5 to 600"},
		{"a word for a number", "new_per_day", "many", "a whole number from 0 to 9999"},
		{"a share over the range", "retention", "0.999", "from 0.70 to 0.99"},
		{"no number at all", "retention", "NaN", "from 0.70 to 0.99"},
		{"a truth that is neither", "fuzz", "perhaps", "true or false"},
		{"a step of two days", "learning_steps", "1m 2d", `"2d" is no length of time`},
		{"a step of nothing", "learning_steps", "0s", `"0s" is no length of time`},
		{"steps without an entry", "learning_steps", "", "one to 10"},
		{"eleven steps", "learning_steps", strings.Repeat("1m ", 11), "one to 10"},
		{"an hour that is not there", "day_start", "24:00", "00:00 to 23:59"},
		{"a day that is not there", "exam_date", "2027-02-30", "a date such as"},
		{"a theme that is not there", "theme", "blue", "auto, dark, light, mono"},
		{"a length that overflows", "learn_ahead", "99999999999999d", "0s to 24h"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o, _ := Find(tt.key)
			v := Defaults()
			err := o.Set(&v, tt.value)
			if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.HasPrefix(err.Error(), tt.key) {
				t.Errorf("err = %v, want %s and %q", err, tt.key, tt.says)
			}
			if o.Get(v) != o.Default() {
				t.Errorf("%s changed to %q", tt.key, o.Get(v))
			}
		})
	}
}

func TestEveryOptionTakesItsOwnDefault(t *testing.T) {
	for _, o := range Options() {
		v := Defaults()
		if err := o.Set(&v, o.Default()); err != nil {
			t.Error(err)
		}
		if o.Label == "" || !strings.HasSuffix(o.Help, ".") || o.Range == "" {
			t.Errorf("%s has no label, range or sentence of help", o.Key)
		}
	}
}

func TestRead(t *testing.T) {
	for _, tt := range []struct{ name, text, key, want string }{
		{"comments alone are the defaults", "# nothing\n\n", "minutes", "30"},
		{"a number", "minutes: 45\n", "minutes", "45"},
		{"a bare date", "exam_date: 2027-01-15\n", "exam_date", "2027-01-15"},
		{"a list of steps", "learning_steps: [1m, 10m]\n", "learning_steps", "1m 10m"},
		{"a list by lines", "learning_steps:\n- 5m\n- 1h\n", "learning_steps", "5m 1h"},
		{"a time in quotes", "day_start: \"05:00\"\n", "day_start", "05:00"},
		{"carriage returns", "minutes: 45\r\n", "minutes", "45"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v, err := parse("config.yaml", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			o, _ := Find(tt.key)
			if got := o.Get(v); got != tt.want {
				t.Errorf("%s = %q, want %q", tt.key, got, tt.want)
			}
		})
	}
}

func TestReadSaysAllThatIsWrong(t *testing.T) {
	text := "minutes: 45\nretension: 0.9\n  \nnew_per_day: -1\ntheme: [a, {b: c}]\n"
	v, err := parse("config.yaml", []byte(text))
	if err == nil {
		t.Fatal("no error")
	}
	for _, says := range []string{
		`config.yaml:2:1: unknown field "retension" (did you mean "retention"?)`,
		`config.yaml:4:14: new_per_day cannot be "-1"`,
		`config.yaml:5:`,
	} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("%q is missing in:\n%v", says, err)
		}
	}
	if v.Minutes != 45 {
		t.Errorf("minutes = %d: what is right was not read", v.Minutes)
	}
}

func TestAMissingFileIsTheDefaults(t *testing.T) {
	v, err := Read(filepath.Join(t.TempDir(), "config.yaml"))
	if err != nil || v.Retention != 0.90 || v.Learning[1] != 10*time.Minute {
		t.Errorf("Read = %+v, %v", v, err)
	}
}

func TestSetKeepsTheRestOfTheFile(t *testing.T) {
	for _, tt := range []struct{ name, before, key, value, after string }{
		{"a new key goes to the end", "# mine\nminutes: 45", "theme", "dark", "# mine\nminutes: 45\ntheme: dark\n"},
		{"a line is replaced where it is", "minutes: 45\ntheme: dark\n# end\n", "minutes", "60", "minutes: 60\ntheme: dark\n# end\n"},
		{"a list is replaced whole", "learning_steps:\n  - 1m\n  - 5m\nminutes: 45\n", "learning_steps", "2m 3m", "learning_steps: 2m 3m\nminutes: 45\n"},
		{"a time is put in quotes", "", "day_start", "05:00", "day_start: \"05:00\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "config.yaml")
			if err := os.WriteFile(path, []byte(tt.before), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := Set(path, tt.key, tt.value); err != nil {
				t.Fatal(err)
			}
			got, _ := os.ReadFile(path)
			if string(got) != tt.after {
				t.Errorf("file is\n%s\nwant\n%s", got, tt.after)
			}
		})
	}
}

func TestSetMakesAFileForTheLearnerAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	path := filepath.Join(dir, "config.yaml")
	if err := Set(path, "minutes", "60"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{dir: 0o700, path: 0o600} {
		stat, err := os.Stat(name)
		if err != nil || stat.Mode().Perm() != want {
			t.Errorf("%s: %v %v, want %v", name, stat.Mode().Perm(), err, want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestSetFollowsALink(t *testing.T) {
	dir := t.TempDir()
	path, target := filepath.Join(dir, "config.yaml"), filepath.Join(dir, "dotfile")
	if err := os.WriteFile(target, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
	if err := Set(path, "minutes", "60"); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(target); string(got) != "minutes: 60\n" {
		t.Errorf("the target holds %q", got)
	}
}

func TestSetRefusesABrokenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte("minuts: 45\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := Set(path, "theme", "dark")
	if err == nil || !strings.Contains(err.Error(), ":1:1") {
		t.Errorf("err = %v, want the place of the fault", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "minuts: 45\n" {
		t.Errorf("the file became %q", got)
	}
}

// What any sequence of settings leaves in the file is what was set last.
func TestWhatIsSetIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.yaml")
	samples := map[string][]string{
		"minutes": {"5", "600"}, "retention": {"0.7", "0.953"}, "learning_steps": {"none", "1m 10m", "30s"},
		"day_start": {"00:00", "23:59"}, "exam_date": {"none", "2027-01-15"}, "theme": {"mono", "light"}, "fuzz": {"false", "true"},
	}
	keys := []string{"minutes", "retention", "learning_steps", "day_start", "exam_date", "theme", "fuzz"}
	rapid.Check(t, func(t *rapid.T) {
		_ = os.Remove(path)
		last := map[string]string{}
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			key := rapid.SampledFrom(keys).Draw(t, "key")
			last[key] = rapid.SampledFrom(samples[key]).Draw(t, "value")
			if err := Set(path, key, last[key]); err != nil {
				t.Fatal(err)
			}
		}
		v, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		for key, want := range last {
			if o, _ := Find(key); o.Get(v) != want {
				t.Errorf("%s = %q, want %q", key, o.Get(v), want)
			}
		}
	})
}

// Nobody may make files in /proc, whoever they are.
func TestARefusedWriteNamesTheSettingsFile(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no /proc")
	}
	err := Set("/proc/config.yaml", "minutes", "20")
	if err == nil || !strings.HasPrefix(err.Error(), "write settings: /proc/config.yaml: ") || strings.Contains(err.Error(), ".config-") {
		t.Errorf("it says %v", err)
	}
}
