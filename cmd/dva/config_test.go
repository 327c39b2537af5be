package main

import "testing"

func TestHanging(t *testing.T) {
	const head = "minutes    30 "
	for _, tt := range []struct {
		name  string
		width int
		want  string
	}{
		{"one line without a terminal", 0, "minutes    30 How long you want to study a day, in minutes."},
		{"one line where it fits", 80, "minutes    30 How long you want to study a day, in minutes."},
		{"the rest under its column", 40, "minutes    30 How long you want to study\n              a day, in minutes."},
		{"below where there is little room", 30, "minutes    30\n  How long you want to study a\n  day, in minutes."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := hanging(head, "How long you want to study a day, in minutes.", tt.width); got != tt.want {
				t.Errorf("it is\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
