package deck

import "strings"

// The fields of each type in an index, in the order in which they stand.
// Whoever changes one raises indexVersion.

func (t *texts) code(c *coder) {
	pointers(c, &t.cards, (*coder).card)
	pointers(c, &t.questions, (*coder).question)
	pointers(c, &t.facts, (*coder).fact)
}

func (c *coder) place(p *Place) {
	c.text(&p.File)
	c.int(&p.Line)
	c.int(&p.Column)
}

func (c *coder) card(v *Card) {
	c.text(&v.ID)
	c.text(&v.Service)
	c.text(&v.Front)
	c.text(&v.Back)
	c.text(&v.Cloze)
	c.texts(&v.Skills)
	c.texts(&v.Facts)
	c.text(&v.Doc)
	c.date(&v.Checked)
	c.byte((*uint8)(&v.Level))
	c.bool(&v.Volatile)
	c.text(&v.Changed)
	c.texts(&v.Formerly)
	c.place(&v.At)
}

func (c *coder) question(v *Question) {
	c.text(&v.ID)
	c.text(&v.Service)
	c.texts(&v.Services)
	c.text(&v.Stem)
	list(c, &v.Choices, (*coder).choice)
	c.texts(&v.Skills)
	c.texts(&v.Cards)
	c.texts(&v.Facts)
	c.int(&v.Difficulty)
	c.texts(&v.Enemies)
	c.text(&v.Doc)
	c.date(&v.Checked)
	c.bool(&v.Volatile)
	c.text(&v.Changed)
	c.texts(&v.Formerly)
	c.place(&v.At)
}

func (c *coder) choice(v *Choice) {
	c.text(&v.Text)
	c.bool(&v.Correct)
	c.text(&v.Why)
}

func (c *coder) fact(v *Fact) {
	c.text(&v.ID)
	c.text(&v.Where)
	c.text(&v.Says)
	c.text(&v.Service)
	c.text(&v.Verdict)
	c.text(&v.Claim)
	c.text(&v.Now)
	c.text(&v.Exam)
	c.text(&v.Why)
	c.text(&v.Doc)
	c.text(&v.Evidence)
	c.text(&v.Domain)
	c.text(&v.Weight)
	c.texts(&v.Skills)
	c.text(&v.Level)
	c.bool(&v.Volatile)
	c.text(&v.Source)
	c.place(&v.At)
}

func (c *coder) item(v *Item) {
	c.text(&v.ID)
	c.byte((*uint8)(&v.Kind))
	c.int(&v.Blank)
	if !c.writes {
		v.Parent, _, _ = strings.Cut(v.ID, "#")
	}
	c.text(&v.Service)
	c.texts(&v.Services)
	c.texts(&v.Skills)
	c.byte((*uint8)(&v.Level))
	c.texts(&v.Needs)
	c.int(&v.Place)
	c.text(&v.Deck)
	c.fixed(&v.Hash)
}

func (c *coder) service(v *Service) {
	c.text(&v.Key)
	c.text(&v.Name)
	c.text(&v.Category)
	c.bool(&v.InScope)
	c.text(&v.Parent)
	c.text(&v.Doc)
	c.texts(&v.Aliases)
}

func (c *coder) rename(v *rename) {
	c.text(&v.was)
	c.text(&v.is)
}

func (c *coder) exam(v *Exam) {
	c.text(&v.Code)
	c.text(&v.Name)
	c.date(&v.First)
	for _, n := range []*int{&v.Asked, &v.Scored, &v.Minutes, &v.Extra, &v.Scale.Min, &v.Scale.Max, &v.Scale.Pass} {
		c.int(n)
	}
	list(c, &v.Domains, (*coder).domain)
	for _, n := range []*int{&v.Mock.Multiple.Target, &v.Mock.Multiple.Least, &v.Mock.Multiple.Most} {
		c.int(n)
	}
	list(c, &v.Mock.Forms, (*coder).form)
	list(c, &v.Sources, (*coder).source)
}

func (c *coder) domain(v *Domain) {
	c.text(&v.ID)
	c.text(&v.Name)
	c.int(&v.Weight)
	list(c, &v.Tasks, (*coder).task)
}

func (c *coder) task(v *Task) {
	c.text(&v.ID)
	c.text(&v.Name)
	list(c, &v.Skills, (*coder).skill)
}

func (c *coder) skill(v *Skill) {
	c.text(&v.ID)
	c.text(&v.Text)
	c.texts(&v.Services)
}

func (c *coder) form(v *Form) {
	c.int(&v.Asked)
	list(c, &v.Domains, (*coder).int)
}

func (c *coder) source(v *Source) {
	c.text(&v.Doc)
	c.date(&v.Read)
	c.text(&v.Evidence)
	c.text(&v.Says)
}
