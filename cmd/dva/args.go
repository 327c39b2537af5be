package main

import (
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

// exactly refuses any number of arguments but one for each name.
func exactly(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < len(names) {
			return wrongArgs(c, "%s is missing", names[len(args)])
		}
		return atMost(len(names))(c, args)
	}
}

// atLeastOne refuses a command line without arguments.
func atLeastOne(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return wrongArgs(c, "%s is missing", name)
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
