// Command dva is a study app for the AWS Certified Developer - Associate exam.
package main

import (
	"os"
	_ "time/tzdata" // the learner's zone, on machines without a zone database

	_ "dva/cmd/dva/internal/early" // before Bubble Tea starts
)

func main() { os.Exit(run()) }
