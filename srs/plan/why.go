package plan

import (
	"fmt"
	"strings"
	"time"
)

// why says in one or two sentences what today holds and why.
func (d day) why(t Today) string {
	switch {
	case d.First && t.Done == 0 && t.New > 0 && t.Due == 0:
		begin := count(t.New, "card")
		if t.New == firstCards {
			begin = "Ten cards"
		}
		return fmt.Sprintf("%s to start with, about %s. Nothing leaves this machine.", begin, inMinutes(t.Minutes))
	case t.Due+t.New == 0:
		return join(d.nothingLeft(t), d.afterwards(t))
	case t.ExamIn == 0 && t.PutOff > 0:
		return "Your exam is today: no new cards, and of what is due the weakest."
	case t.ExamIn == 0:
		return "Your exam is today: no new cards, only what is due."
	case t.ExamIn > 0:
		return join(d.pacing(t), waiting(t))
	case t.PutOff > 0:
		return fmt.Sprintf("%s due: today takes %d, the coming days the rest, and new cards wait until then.",
			count(t.Due+t.PutOff, "card"), t.Due)
	case t.New > 0:
		return "With a date for your exam, new cards are paced toward it."
	}
	return ""
}

func (d day) nothingLeft(t Today) string {
	switch {
	case t.PutOff > 0 && d.Settings.Reviews == 0:
		return "Reviews a day are set to 0."
	case t.PutOff == 0 && t.ExamIn == 0:
		return "Your exam is today, and nothing is due."
	case t.Done > 0:
		return "Done for today."
	}
	return "Nothing is due today."
}

func (d day) afterwards(t Today) string {
	switch {
	case t.PutOff > 0:
		return fmt.Sprintf("%s for the coming days.", count(t.PutOff, "due card")+left(t.PutOff))
	case t.Spare > 0:
		return fmt.Sprintf("There is time for %d more, the weakest first.", t.Spare)
	}
	return ""
}

// pacing says whether all core cards will have been seen in time.
func (d day) pacing(t Today) string {
	exam := d.Settings.ExamDay
	switch {
	case t.Unseen == 0:
		return "You have seen every core card."
	case t.SeenBy == t.Day:
		return fmt.Sprintf("Today you see the last of the core cards, %s before the exam.", count(t.ExamIn, "day"))
	case t.SeenBy < exam:
		return fmt.Sprintf("At this pace you have seen every core card by %s, %s before the exam.",
			time.Unix(int64(t.SeenBy)*24*60*60, 0).UTC().Format("2 January"), count(int(exam-t.SeenBy), "day"))
	}
	unseen := d.Unseen + d.Done.Core - t.ExamIn*d.mostNew()
	return fmt.Sprintf("%s a day are too few: about %s will not be seen before the exam.",
		count(d.Settings.Minutes, "minute"), count(max(unseen, 1), "core card"))
}

func waiting(t Today) string {
	switch {
	case t.PutOff == 0:
		return ""
	case t.NewFirst && t.New > 0:
		return fmt.Sprintf("New cards come first, so %s for the coming days.", count(t.PutOff, "review")+left(t.PutOff))
	}
	return fmt.Sprintf("%s for the coming days.", count(t.PutOff, "review")+left(t.PutOff))
}

func left(n int) string {
	if n == 1 {
		return " is left"
	}
	return " are left"
}

// count is a number of things: "1 card", "2 cards".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

var small = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// inMinutes writes small numbers as words: "four minutes".
func inMinutes(n int) string {
	switch {
	case n == 1:
		return "one minute"
	case n < len(small):
		return small[n] + " minutes"
	}
	return count(n, "minute")
}

func join(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}
