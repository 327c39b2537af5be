//go:build !unix

package store

func isNoRoom(error) bool   { return false }
func isReadOnly(error) bool { return false }
