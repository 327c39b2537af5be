package settings

import (
	"time"

	"dva/srs"
)

// ExamDate is the key of the day of the exam.
const ExamDate = "exam_date"

// Options are all settings, in the order in which they are listed.
func Options() []Option {
	return []Option{
		day(ExamDate, "Exam date", "The day of your exam; new cards are then paced to be seen in time.", func(v *Values) *srs.Day { return &v.ExamDay }),
		number("minutes", "Minutes a day", "How long you want to study a day.", 5, 600, func(v *Values) *int { return &v.Minutes }),
		number("new_per_day", "New cards a day", "New cards a day while no exam date is set.", 0, 9999, func(v *Values) *int { return &v.NewPerDay }),
		number("new_questions", "New questions a day", "Unseen exam questions a day among the new.", 0, 9999, func(v *Values) *int { return &v.Questions }),
		number("reviews_per_day", "Reviews a day", "Reviews a day at most; what is due beyond them waits.", 0, 9999, func(v *Values) *int { return &v.Reviews }),
		truth("edge", "Rare cards too", "New cards of level edge too, which the exam hardly asks.", func(v *Values) *bool { return &v.Edge }),
		truth("extra_time", "Extra time", "30 minutes more for a mock exam, as the real one grants on request to those whose first language is another.", func(v *Values) *bool { return &v.ExtraTime }),
		share("retention", "Desired retention", "The chance of knowing a card when it comes back.", 0.70, 0.99, func(v *Values) *float64 { return &v.Retention }),
		steps("learning_steps", "Learning steps", "How soon a new card comes back until it is learned.", func(v *Values) *[]time.Duration { return &v.Learning }),
		steps("relearning_steps", "Relearning steps", "How soon a forgotten card comes back.", func(v *Values) *[]time.Duration { return &v.Relearning }),
		span("learn_ahead", "Learn ahead", "How early a learning step may come when nothing else is left.", 0, 24*time.Hour, func(v *Values) *time.Duration { return &v.LearnAhead }),
		number("max_interval", "Longest interval", "The longest interval, in days.", 1, 36500, func(v *Values) *int { return &v.MaxInterval }),
		truth("fuzz", "Fuzz", "Vary intervals a little, so that cards learned together part.", func(v *Values) *bool { return &v.Fuzz }),
		truth("bury_siblings", "Bury siblings", "Keep the other blanks of a card for another day.", func(v *Values) *bool { return &v.BurySiblings }),
		number("leech_at", "Leech at", "Say so when a card was forgotten this often; 0 is never.", 0, 99, func(v *Values) *int { return &v.LeechAt }),
		clockTime("day_start", "Day starts at", "When a study day begins; before it counts for the evening before.", func(v *Values) *time.Duration { return &v.DayStart }),
		choice("theme", "Theme", "Colours for a dark or a light background; auto asks the environment.", []string{"auto", "dark", "light", "mono"}, func(v *Values) *string { return &v.Theme }),
		truth("ascii", "ASCII symbols", "Draw with ASCII symbols only.", func(v *Values) *bool { return &v.ASCII }),
		truth("accessible", "Line mode", "Question and answer as plain lines, for screen readers, as with --plain.", func(v *Values) *bool { return &v.Accessible }),
	}
}
