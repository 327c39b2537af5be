package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

type manOptions struct {
	Root *cobra.Command
	Dir  string // empty for standard output
}

func newMan(run func(manOptions) error) *cobra.Command {
	return &cobra.Command{
		Use:   "man [DIR]",
		Short: "Write the manual pages: one to standard output, or all into a folder",
		Example: `  dva man | man -l -          read the manual of dva
  dva man /usr/local/share/man/man1   install the pages of all commands`,
		Args: atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			return run(manOptions{Root: c.Root(), Dir: first(args)})
		},
	}
}

func (a *app) man(o manOptions) error {
	now := a.now()
	header := &doc.GenManHeader{Title: "DVA", Section: "1", Source: "dva " + buildVersion(), Manual: "dva manual", Date: &now}
	o.Root.DisableAutoGenTag = true
	if o.Dir == "" {
		return doc.GenMan(o.Root, header, a.out)
	}
	if err := needFolder(o.Dir); err != nil {
		return err
	}
	header.Title = "" // each page has its own
	if err := doc.GenManTree(o.Root, header, o.Dir); err != nil {
		return fmt.Errorf("write manual pages to %s: %w", o.Dir, err)
	}
	return nil
}
