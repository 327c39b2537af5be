package store

import (
	"fmt"
	"strings"
	"unicode"

	"dva/srs"
)

// valid refuses what no later reader could make sense of.
func (a act) valid() error {
	id := a.Before.ID
	if err := validID(id); err != nil {
		return err
	}
	switch {
	case a.After.ID != id:
		return fmt.Errorf("the card is %q before and %q after", id, a.After.ID)
	case a.kind < srs.ActReview || a.kind > srs.ActForward:
		return fmt.Errorf("there is no act %d", a.kind)
	case (a.kind == srs.ActForward) && a.exam == 0:
		return fmt.Errorf("%s is brought forward by no exam", id)
	case a.kind != srs.ActReview:
		return nil
	case !a.Grade.Valid():
		return fmt.Errorf("there is no grade %d", a.Grade)
	case a.After.State == srs.New:
		return fmt.Errorf("%s is new after its review", id)
	}
	return nil
}

func validID(id string) error {
	if id == "" || len(id) > 300 || strings.ContainsFunc(id, unicode.IsControl) {
		return fmt.Errorf("%q cannot be an id: 1 to 300 characters, none of them control characters", id)
	}
	return nil
}
