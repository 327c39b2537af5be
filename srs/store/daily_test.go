package store

import (
	"testing"

	"dva/srs"
)

func TestSurplus(t *testing.T) {
	sunday := srs.DayOf(then())
	days := func(ago ...int) (all []srs.Day) {
		for _, n := range ago {
			all = append(all, sunday-srs.Day(n))
		}
		return all
	}
	for _, tt := range []struct {
		name string
		have []srs.Day
		drop []srs.Day
	}{
		{"nothing of nothing", nil, nil},
		{"seven days stay", days(0, 1, 2, 3, 4, 5, 6), nil},
		{"seven days with gaps stay", days(0, 9, 18, 40, 41, 90, 200), nil},
		{"of the week before, the last stays", days(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), days(8, 9)},
		{"a week already kept needs no other", days(1, 2, 3, 4, 5, 6, 7, 8, 9), days(8, 9)},
		{"a fifth week goes", days(0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28, 35), days(35)},
		{"days to come neither count nor go", days(-400, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8), days(8)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := surplus(tt.have, sunday)
			if len(got) != len(tt.drop) {
				t.Fatalf("got %v, want %v", got, tt.drop)
			}
			for i := range got {
				if got[i] != tt.drop[i] {
					t.Errorf("got %v, want %v", got, tt.drop)
				}
			}
		})
	}
}
