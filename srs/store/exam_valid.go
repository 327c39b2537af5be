package store

import (
	"fmt"
	"slices"

	"dva/deck/exam"
)

// validPaper refuses what could not be read back or scored.
func validPaper(p exam.Paper) error {
	if len(p.Items) == 0 {
		return fmt.Errorf("the paper has no questions")
	}
	for _, it := range p.Items {
		if err := validID(it.ID); err != nil {
			return err
		}
		if it.Question == nil || !isOrder(it.Order, len(it.Question.Choices)) {
			return fmt.Errorf("%s does not show each of its choices once", it.ID)
		}
		if !slices.ContainsFunc(p.Domains, func(d exam.Domain) bool { return d.ID == it.Domain }) {
			return fmt.Errorf("%s is of domain %q, which the paper does not have", it.ID, it.Domain)
		}
	}
	return nil
}

// isOrder says whether order holds each number below n once.
func isOrder(order []int, n int) bool {
	if len(order) != n || n > maxChoices {
		return false
	}
	sorted := slices.Sorted(slices.Values(order))
	for i, at := range sorted {
		if at != i {
			return false
		}
	}
	return true
}
