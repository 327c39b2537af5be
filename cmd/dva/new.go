package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dva/deck"
	"dva/deck/lint"
	"dva/deck/strict"
)

type newOptions struct {
	Form    string // card or question
	Service string // a key or another name; empty is AWS in general
}

// generalService is what an entry is about when no service is named.
const generalService = "general"

func newNew(run func(newOptions) error, services cobra.CompletionFunc) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Write a card or a question of your own",
		Long: `Write a card or a question of your own: a template opens in your editor ($VISUAL,
else $EDITOR), and what you save is checked. It is kept in your own deck, which
is studied beside what ships; "dva config path" says where the decks are.`,
		Example: `  dva new card sqs
  dva new question "step functions"
  EDITOR=nano dva new card`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			return hint(usage("what is new is missing"), "\"dva new card\" or \"dva new question\"")
		},
	}
	for _, f := range forms {
		c.AddCommand(&cobra.Command{
			Use:   f.name + " [SERVICE]",
			Short: fmt.Sprintf("Write a %s of your own", f.name),
			Long: fmt.Sprintf(`Write a %s of your own about a service, by its key, its name or a word for it;
without one it is about AWS in general. A template left as it is, is removed
again. Whatever you wrote stays in the file, right or wrong: what cannot be read
is told with its line and left out, and the editor opens again if you like.`, f.name),
			Example: fmt.Sprintf(`  dva new %s sqs
  dva new %s ddb`, f.name, f.name),
			Args:              atMost(1),
			ValidArgsFunction: services,
			RunE:              func(_ *cobra.Command, args []string) error { return run(newOptions{f.name, first(args)}) },
		})
	}
	return c
}

// begun is an entry being written, and the deck before it.
type begun struct {
	*draft
	form  form
	decks string
	had   *deck.Deck
}

// newEntry lets the learner write an entry, until it can be read or they leave it.
func (a *app) newEntry(o newOptions) error {
	f, err := a.folders()
	if err != nil {
		return err
	}
	// The learner's folder can name what ships and what is in it, and nothing of
	// --deck. What is wrong in other files is not the matter here.
	d, _, err := (&decks{folder: f.decks(), cache: f.Cache}).load()
	if err != nil {
		return err
	}
	s, ok := d.Service(cmp.Or(strings.TrimSpace(o.Service), generalService))
	if !ok {
		return unknownService(d, o.Service)
	}
	form := formNamed(o.Form)
	dr, err := begin(form, *s, d, f.decks(), a.now())
	if err != nil {
		return fmt.Errorf("begin a %s: %w", form.name, err)
	}
	b := begun{dr, form, f.decks(), d}
	editor := a.editor()
	if editor == "" {
		a.say("%s:%d", strict.Clean(dr.file), dr.line())
		a.note("neither VISUAL nor EDITOR names your editor: fill in the blanks of that file with any, and \"dva lint %s\" checks it", strict.Clean(f.decks()))
		return nil
	}
	for {
		again, err := a.write(b, editor)
		if err != nil || !again {
			return err
		}
	}
}

// write runs the editor once and looks at what it left. It says whether the
// learner wants to go on with what is wrong.
func (a *app) write(b begun, editor string) (again bool, err error) {
	failed := a.edit(editor, b.file)
	untouched, err := b.takeBack()
	var sig signalError
	switch {
	case err != nil || errors.As(failed, &sig):
		return false, errors.Join(failed, err)
	case failed != nil && untouched:
		return false, hint(fmt.Errorf("the editor %q failed: %w; nothing was written", editor, failed), "VISUAL or EDITOR names the editor")
	case failed != nil:
		return false, hint(fmt.Errorf("the editor %q failed: %w", editor, failed), "what you wrote is in %s", b.file)
	case untouched:
		a.note("nothing was written, and the template is gone again")
		return false, nil
	}
	wrong, err := a.checkNew(b)
	if err != nil || !wrong {
		return false, err
	}
	if a.agrees("Open the editor again? [Y/n] ") {
		return true, nil
	}
	a.note("what you wrote stays in %s", b.file)
	return false, errFailed
}

// checkNew lints the own decks and tells of what was written: what is wrong in its
// file, what could be better, and which entries came of it.
func (a *app) checkNew(b begun) (wrong bool, err error) {
	dirs := append([]string{b.decks}, a.decks...)
	dirs = slices.DeleteFunc(dirs, func(dir string) bool { return needFolder(dir) != nil })
	d, o, _, err := lintDeck(dirs)
	if err != nil {
		return false, err
	}
	o.Now = a.now()
	isNew := func(id string) bool {
		_, ok := b.had.Renamed()[id]
		return !ok && !taken(b.had, id)
	}
	var told []lint.Finding
	for _, f := range lint.Check(d, o).Findings {
		if f.File != strict.Clean(b.file) || f.Severity != lint.Error && !isNew(f.ID) {
			continue
		}
		wrong = wrong || f.Severity == lint.Error
		told = append(told, f)
	}
	a.sayFindings(told)
	last := ""
	for i := range d.Items {
		if it := &d.Items[i]; it.Deck != "" && it.Parent != last && isNew(it.Parent) {
			last = it.Parent
			a.say("new %s: %s", b.form.name, it.Parent)
		}
	}
	if last == "" && !wrong {
		a.note("%s was changed, and holds no new %s", b.file, b.form.name)
	}
	return wrong, nil
}

// note writes a line to standard error that is neither result nor complaint.
func (a *app) note(format string, args ...any) {
	fmt.Fprintf(a.err, "dva: %s\n", strict.Clean(fmt.Sprintf(format, args...)))
}

// agrees asks for a yes, which enter is too. The end of the input is a no. Only the
// line is read: the rest is the editor's.
func (a *app) agrees(question string) bool {
	fmt.Fprint(a.err, question)
	var line []byte
	for one := make([]byte, 1); ; {
		if _, err := io.ReadFull(a.in, one); err != nil {
			fmt.Fprintln(a.err)
			return false
		}
		if one[0] == '\n' {
			break
		}
		line = append(line, one[0])
	}
	switch strings.ToLower(strings.TrimSpace(string(line))) {
	case "", "y", "yes":
		return true
	}
	return false
}
