package stats

import "dva/srs"

// Items count the deck. New, Learning, Young, Mature and Suspended together are
// all of it: a suspended item is in no other count. Relearning counts as
// learning, and mature is an interval of srs.MatureDays or more.
type Items struct {
	Cards     int `json:"cards"`
	Questions int `json:"questions"`
	New       int `json:"new"`
	Learning  int `json:"learning"`
	Young     int `json:"young"`
	Mature    int `json:"mature"`
	Suspended int `json:"suspended"`
}

func (n *Items) add(item Item, c srs.Card) {
	if item.Question {
		n.Questions++
	} else {
		n.Cards++
	}
	switch {
	case c.Marks.Suspended:
		n.Suspended++
	case c.State == srs.New:
		n.New++
	case c.State != srs.Reviewing:
		n.Learning++
	case c.Interval >= srs.MatureDays:
		n.Mature++
	default:
		n.Young++
	}
}

// Standing is how a part of the deck stands. Recall is the mean chance, 0 to 1,
// that an item seen so far would be remembered today, null when none was seen.
// Due counts what is due today or earlier and neither suspended nor buried, new
// items that an exam brought forward among it.
type Standing struct {
	Cards     int      `json:"cards"`
	Questions int      `json:"questions"`
	Seen      int      `json:"seen"`
	Recall    *float64 `json:"recall"`
	Due       int      `json:"due"`

	sum float64 // of the chances
}

// ServiceFigures are how one service stands.
type ServiceFigures struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	Standing
}

// DomainFigures are how one domain of the blueprint stands. An item counts for
// the domain of its first skill, as it does in a mock exam; one without skills
// counts for none.
type DomainFigures struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Standing
}

func (s *Standing) add(item Item, c srs.Card, recall float64, today srs.Day) {
	if item.Question {
		s.Questions++
	} else {
		s.Cards++
	}
	if c.DueBy(today) && !c.Marks.Hidden(today) {
		s.Due++
	}
	if c.State != srs.New {
		s.Seen++
		s.sum += recall
	}
}

// deck computes all that follows from the cards as they are, in one walk through
// the deck.
func (f *Figures) deck(in Input) {
	known := make(map[string]*srs.Card, len(in.Cards))
	for i := range in.Cards {
		known[in.Cards[i].ID] = &in.Cards[i]
	}
	f.Services, f.Domains = make([]ServiceFigures, len(in.Services)), make([]DomainFigures, len(in.Domains))
	services, domains := make(map[string]*Standing, len(in.Services)), make(map[string]*Standing, len(in.Domains))
	for i, s := range in.Services {
		f.Services[i] = ServiceFigures{Key: s.Key, Name: s.Name}
		services[s.Key] = &f.Services[i].Standing
	}
	for i, d := range in.Domains {
		f.Domains[i] = DomainFigures{ID: d.ID, Name: d.Name}
		domains[d.ID] = &f.Domains[i].Standing
	}
	for _, item := range in.Items {
		var c srs.Card
		recall := 0.0
		if k := known[item.ID]; k != nil {
			c = *k
		}
		if c.State != srs.New {
			recall = in.Model.Recall(c.Memory, c.Elapsed(in.Today))
		}
		f.Items.add(item, c)
		f.Forecast.add(c, in.Today)
		addStability(f.Stability, c)
		for _, s := range []*Standing{services[item.Service], domains[item.Domain]} {
			if s != nil {
				s.add(item, c, recall, in.Today)
			}
		}
	}
	for i := range f.Services {
		f.Services[i].Recall = share(f.Services[i].sum, f.Services[i].Seen)
	}
	for i := range f.Domains {
		f.Domains[i].Recall = share(f.Domains[i].sum, f.Domains[i].Seen)
	}
}
