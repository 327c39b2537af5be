package stats

import "dva/srs"

// Ahead is how many study days a forecast covers, today included.
const Ahead = 30

// Forecast counts the items of the deck that come due, by their present days:
// without new ones, suspended ones, and what answers in between will change. A
// buried item comes when it is hidden no longer.
type Forecast struct {
	Overdue int       `json:"overdue"` // part of today's
	Days    []DueDays `json:"days"`    // Ahead of them, from today
	Later   int       `json:"later"`
}

// DueDays is what comes due on one day.
type DueDays struct {
	Day string `json:"day"`
	Due int    `json:"due"`
}

func newForecast(today srs.Day) Forecast {
	f := Forecast{Days: make([]DueDays, Ahead)}
	for i := range f.Days {
		f.Days[i].Day = (today + srs.Day(i)).String()
	}
	return f
}

func (f *Forecast) add(c srs.Card, today srs.Day) {
	if c.State == srs.New && !c.Wanted() || c.Marks.Suspended {
		return
	}
	switch day := max(c.DueDay, c.Marks.BuriedUntil, today); {
	case day >= today+Ahead:
		f.Later++
	default:
		f.Days[day-today].Due++
		if c.DueDay < today && day == today {
			f.Overdue++
		}
	}
}

// StabilityBin counts the items of the deck, suspended ones left out, whose
// stability lies between From and To days, which itself is in the next. The last
// bin has no end: To is null.
type StabilityBin struct {
	From  int  `json:"from"`
	To    *int `json:"to"`
	Items int  `json:"items"`
}

// spans part the bins, in days.
var spans = [...]int{0, 1, 3, 7, 21, 90, 365}

func newStability() []StabilityBin {
	out := make([]StabilityBin, len(spans))
	for i, from := range spans {
		out[i].From = from
		if i+1 < len(spans) {
			to := spans[i+1]
			out[i].To = &to
		}
	}
	return out
}

func addStability(bins []StabilityBin, c srs.Card) {
	if c.State == srs.New || c.Marks.Suspended {
		return
	}
	at := 0
	for at+1 < len(spans) && c.Memory.Stability >= float64(spans[at+1]) {
		at++
	}
	bins[at].Items++
}
