package main

import (
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// parse runs one command's line with a run function that only keeps what it is
// given.
func parse(t *testing.T, make func(keep func(any) error) *cobra.Command, line string) (got any, err error) {
	t.Helper()
	c := make(func(o any) error { got = o; return nil })
	c.SetArgs(strings.Fields(line))
	c.SetOut(io.Discard)
	c.SetErr(io.Discard)
	c.SilenceErrors, c.SilenceUsage = true, true
	err = c.Execute()
	return got, err
}

func TestParsing(t *testing.T) {
	review := func(keep func(any) error) *cobra.Command {
		return newReview(func(o reviewOptions) error { return keep(o) }, nil)
	}
	due := func(keep func(any) error) *cobra.Command { return newDue(func(o dueOptions) error { return keep(o) }) }
	stats := func(keep func(any) error) *cobra.Command {
		return newStats(func(o statsOptions) error { return keep(o) })
	}
	search := func(keep func(any) error) *cobra.Command {
		return newSearch(func(o searchOptions) error { return keep(o) })
	}
	lint := func(keep func(any) error) *cobra.Command {
		return newLint(func(o lintOptions) error { return keep(o) })
	}
	check := func(keep func(any) error) *cobra.Command {
		return newCheck(func(o checkOptions) error { return keep(o) })
	}
	backup := func(keep func(any) error) *cobra.Command {
		return newBackup(func(o backupOptions) error { return keep(o) })
	}
	restore := func(keep func(any) error) *cobra.Command {
		return newRestore(func(f string) error { return keep(f) })
	}
	for _, tt := range []struct {
		name string
		make func(func(any) error) *cobra.Command
		line string
		want any
	}{
		{"review takes all by default", review, "", reviewOptions{}},
		{"review by one service and a limit", review, "--service sqs --limit 5", reviewOptions{Services: []string{"sqs"}, Limit: 5}},
		{"review by services with commas and again", review, "--service sqs,sns --service kms", reviewOptions{Services: []string{"sqs", "sns", "kms"}}},
		{"due in words", due, "", dueOptions{}},
		{"due as JSON", due, "--json", dueOptions{JSON: true}},
		{"due for a prompt", due, "--quiet", dueOptions{Quiet: true}},
		{"stats as JSON", stats, "--json", statsOptions{JSON: true}},
		{"search joins its words", search, "visibility timeout", searchOptions{Query: "visibility timeout", Limit: mostHits}},
		{"search for all, and with a word taken out", search, "--limit 0 -- kms -is:new", searchOptions{Query: "kms -is:new"}},
		{"lint takes what ships", lint, "", lintOptions{Dirs: []string{}}},
		{"lint takes folders", lint, "a b --strict --json", lintOptions{Dirs: []string{"a", "b"}, JSON: true, Strict: true}},
		{"check looks only", check, "", checkOptions{}},
		{"check rebuilds on wish", check, "--rebuild", checkOptions{Rebuild: true}},
		{"backup names its file itself", backup, "", backupOptions{}},
		{"backup to a file", backup, "x.db --force", backupOptions{File: "x.db", Force: true}},
		{"restore from a file", restore, "x.db", "x.db"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parse(t, tt.make, tt.line)
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, %v; want %+v", got, err, tt.want)
			}
		})
	}
}

func TestWrongUsage(t *testing.T) {
	for _, tt := range []struct{ name, line, says, hint string }{
		{"a command that is near another", "revew", `"dva" has no command "revew"`, `did you mean "dva review"?`},
		{"a command that is near none", "xyzzy", `"dva" has no command "xyzzy"`, `"dva --help" lists the commands`},
		{"a command below config", "config lst", `"dva config" has no command "lst"`, `did you mean "dva config list"?`},
		{"a flag that is not there", "due --jsn", "unknown flag: --jsn", `"dva due --help" lists the flags`},
		{"an argument where none belongs", "due now", `"now" is one argument too many`, `"dva due --help" has examples`},
		{"an argument that is missing", "restore", "FILE is missing", `"dva restore --help" has examples`},
		{"no words to search", "search", "WORDS is missing", "has examples"},
		{"a limit below nothing", "review --limit -1", `--limit is "-1", which is less than nothing`, "lists the flags"},
		{"a limit that is no number", "review --limit many", `--limit is "many", which is no whole number`, "lists the flags"},
		{"a setting below nothing", "config set new_per_day -1", "new_per_day cannot be what begins with a dash", "new_per_day may be 0 to 9999"},
		{"a flag behind a setting", "config set minutes 20 --new", "unknown flag: --new", "lists the flags"},
		{"a flag that a setting has not", "config set --new", "unknown flag: --new", "lists the flags"},
		{"a value that is missing", "config set minutes", "VALUE is missing", "has examples"},
		{"one number too many", "config set minutes 20 30", `minutes cannot be "20 30"`, ""},
		{"help about a command that is not there", "help revew", `"dva" has no command "revew"`, `did you mean "dva review"?`},
		{"help about a command below config", "help config lst", `"dva config" has no command "lst"`, `did you mean "dva config list"?`},
		{"completion for a shell that is not known", "completion foo", `"dva completion" has no command "foo"`, `"dva completion --help" lists the commands`},
		{"completion for a shell that is near another", "completion zhs", `"dva completion" has no command "zhs"`, `did you mean "dva completion zsh"?`},
		{"completion for two shells", "completion zsh bash", `"bash" is one argument too many`, "has examples"},
		{"two forms at once", "due --json --quiet", "exclude each other", ""},
		{"a setting that is near another", "config get retension", `no setting "retension"`, `did you mean "retention"?`},
		{"a setting out of its range", "config set minutes 1000", "from 5 to 600", ""},
		{"a service that is not there", "review --service xyzzy", `there is no service "xyzzy"`, `"dva stats" lists the services`},
		{"a service begun to be written", "review --service sq", `there is no service "sq"`, `did you mean "sqs"?`},
		{"a service with a slip", "review --service lamdba", `there is no service "lamdba"`, `did you mean "lambda"?`},
		{"a service that may be one of several", "review --service sqs,cloudw", `there is no service "cloudw"`, `did you mean "cloudwatch" or "cloudwatch-logs"?`},
		{"a service by lines", "review --plain --service xyzzy", `there is no service "xyzzy"`, `"dva stats" lists the services`},
		{"a service by its key, without a terminal", "review --service sqs", "there is no terminal", "--plain"},
		{"an exam that is past", "config set exam_date 2020-01-01", `exam_date cannot be "2020-01-01": that day is past`, `today is `},
		{"a clock that is no time", "due", "DVA_NOW is \"yesterday\"", "DVA_NOW=2026-11-22T09:00:00Z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			env := map[string]string{"DVA_HOME": t.TempDir()}
			if strings.Contains(tt.says, "DVA_NOW") {
				env["DVA_NOW"] = "yesterday"
			}
			out, said, code := runApp(env, strings.Fields(tt.line)...)
			if code != exitUsage || out != "" {
				t.Errorf("exit %d, standard output %q; want 2 and none", code, out)
			}
			first, rest, _ := strings.Cut(said, "\n")
			if !strings.HasPrefix(first, "dva: error: ") || !strings.Contains(first, tt.says) {
				t.Errorf("error %q does not say %q", first, tt.says)
			}
			if tt.hint != "" && (!strings.HasPrefix(rest, "dva: hint: ") || !strings.Contains(rest, tt.hint)) {
				t.Errorf("hint %q does not say %q", rest, tt.hint)
			}
		})
	}
}

func TestHelpIsAboutTheCommandNamed(t *testing.T) {
	for _, tt := range []struct{ name, line, same string }{
		{"of the program", "help", "--help"},
		{"of a command", "help due", "due --help"},
		{"of a command below another", "help config set", "config set --help"},
		{"of the completion, which needs a shell", "completion", "completion --help"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, said, code := runApp(nil, strings.Fields(tt.line)...)
			want, _, _ := runApp(nil, strings.Fields(tt.same)...)
			if got != want || got == "" || said != "" || code != exitFine {
				t.Errorf("%q says\n%s%s(exit %d), %q says\n%s", tt.line, got, said, code, tt.same, want)
			}
		})
	}
}

// runApp runs one command line in this process.
func runApp(env map[string]string, args ...string) (out, said string, code int) {
	var o, e strings.Builder
	a := &app{in: strings.NewReader(""), out: &o, err: &e, env: func(k string) string { return env[k] }}
	code = a.execute(args)
	return o.String(), e.String(), code
}
