package stats

// Year is how many study days the days of Figures reach back, today included:
// 53 weeks.
const Year = 53 * 7

// Day is one study day of the last year.
type Day struct {
	Day      string `json:"day"` // 2026-11-22
	Reviews  int    `json:"reviews"`
	New      int    `json:"new"`
	Due      int    `json:"due"`
	Recalled int    `json:"recalled"`
	Seconds  int    `json:"seconds"`
}

func days(in Input) []Day {
	out := []Day{}
	for _, d := range in.Days {
		if d.Reviews > 0 && within(d.Day, in.Today, Year) {
			out = append(out, Day{
				Day: d.Day.String(), Reviews: d.Reviews, New: d.New, Due: d.Due, Recalled: d.Recalled, Seconds: seconds(d.Took),
			})
		}
	}
	return out
}

// Hour is an hour of the learner's day, 0 to 23, over the last Window days.
type Hour struct {
	Hour     int `json:"hour"`
	Reviews  int `json:"reviews"`
	Due      int `json:"due"`
	Recalled int `json:"recalled"`
}
