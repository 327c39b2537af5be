package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"dva/deck/strict"
)

// noArgs refuses arguments, and guesses which command was meant.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !c.HasSubCommands() {
		return atMost(0)(c, args)
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	err := usage("%q has no command %q", c.CommandPath(), args[0])
	if near := strict.Closest(args[0], names); near != "" {
		return hint(err, "did you mean %q?", c.CommandPath()+" "+near)
	}
	return hint(err, "%q lists the commands", c.CommandPath()+" --help")
}

// atMost refuses more than n arguments.
func atMost(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) <= n {
			return nil
		}
		return wrongArgs(c, "%q is one argument too many", args[n])
	}
}

// wrongFlag is a flag that is not there, or that cannot be what it is set to.
func wrongFlag(c *cobra.Command, err error) error {
	var own usageError
	if !errors.As(err, &own) {
		own = usageError{err}
	}
	return hint(own, "%q lists the flags", c.CommandPath()+" --help")
}

// amount is a flag's value: a whole number, 0 or more.
type amount struct {
	flag string
	to   *int
}

func (a amount) String() string { return "0" }
func (a amount) Type() string   { return "int" }

// Set reads a value. The error names the flag and the value.
func (a amount) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil {
		return usage("--%s is %q, which is no whole number", a.flag, s)
	}
	if n < 0 {
		return usage("--%s is %q, which is less than nothing", a.flag, s)
	}
	*a.to = n
	return nil
}

// exactly refuses any number of arguments but one for each name.
func exactly(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := atLeast(names...)(c, args); err != nil {
			return err
		}
		return atMost(len(names))(c, args)
	}
}

// atLeast refuses fewer arguments than there are names.
func atLeast(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < len(names) {
			return wrongArgs(c, "%s is missing", names[len(args)])
		}
		return nil
	}
}

func wrongArgs(c *cobra.Command, format string, args ...any) error {
	return hint(usage(format, args...), "%q has examples", c.CommandPath()+" --help")
}

// first is the first argument, or "".
func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}
