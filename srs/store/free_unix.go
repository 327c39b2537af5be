//go:build linux || darwin || freebsd

package store

import "syscall"

// free is the number of bytes that may still be written below dir.
func free(dir string) (int64, error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return 0, err
	}
	return int64(st.Bavail) * int64(st.Bsize), nil
}
