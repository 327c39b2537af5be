package exam

import "slices"

// apportion shares n out by weight: each gets the whole part of its share, and
// what is left goes to the largest remainders (Hamilton's method). Of equal
// remainders the earlier comes first.
func apportion(n int, weights []int) []int {
	total := 0
	for _, w := range weights {
		total += w
	}
	shares := make([]int, len(weights))
	if total == 0 {
		return shares
	}
	order := make([]int, len(weights))
	left := n
	for i, w := range weights {
		shares[i] = n * w / total
		left -= shares[i]
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return n*weights[b]%total - n*weights[a]%total })
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares
}
