package strict

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Limits of one file. No file that a person writes comes near them; together
// they keep the cost of any file small.
const (
	maxSize    = 4 << 20 // bytes of a file
	maxScalar  = 16 << 10
	maxFields  = 64 // of one mapping
	maxDepth   = 20
	maxMarks   = 200_000 // commas, brackets, colons, dashes: no more than twice as many nodes
	maxPerFile = 500     // problems told of one file
)

var byteOrderMark = []byte("\ufeff")

// checkBytes refuses what must not be in a file at all, before any parsing.
// It returns the first trouble only: the file is not what it should be.
func checkBytes(name string, data []byte) *Problem {
	if len(data) > maxSize {
		return &Problem{
			Place:   Place{name, 1, 1},
			Message: fmt.Sprintf("the file is over %d MiB", maxSize>>20), Hint: "split it into several files",
		}
	}
	if p := checkRunes(name, data); p != nil {
		return p
	}
	return checkMarks(name, data)
}

func checkRunes(name string, data []byte) *Problem {
	line, start := 1, 0
	here := func(i int, message, hint string) *Problem {
		column := utf8.RuneCount(data[start:i]) + 1
		return &Problem{Place: Place{name, line, column}, Message: message, Hint: hint}
	}
	for i := 0; i < len(data); {
		c := data[i]
		if c == '\n' {
			line, start = line+1, i+1
		}
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		if c == '\r' && i+1 < len(data) && data[i+1] == '\n' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return here(i, fmt.Sprintf("byte 0x%02x is not UTF-8", c), encodingHint(data))
		case r == 0:
			return here(i, "a NUL byte", encodingHint(data))
		case refused(r):
			return here(i, fmt.Sprintf("control character U+%04X", r), "remove it; editors may not show it")
		}
		i += size
	}
	return nil
}

func encodingHint(data []byte) string {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) || bytes.IndexByte(data[:min(len(data), 4)], 0) >= 0 {
		return "it looks like UTF-16; save the file as UTF-8"
	}
	return "save the file as UTF-8"
}

// checkMarks bounds the number of nodes before the parser makes them: each
// needs at least half of one of these marks.
func checkMarks(name string, data []byte) *Problem {
	marks, line, start := 0, 1, 0
	for i, c := range data {
		switch c {
		case '\n':
			line, start = line+1, i+1
		case ',', '[', '{':
			marks++
		case ':', '-', '?':
			if i+1 == len(data) || strings.IndexByte(" \t\r\n,]}", data[i+1]) >= 0 {
				marks++
			}
		}
		if marks > maxMarks {
			return &Problem{
				Place: Place{name, line, i - start + 1}, Message: "too many entries in one file",
				Hint: "split it into several files",
			}
		}
	}
	return nil
}
