package early

// What go.mod names and no test imports yet.
import (
	_ "github.com/charmbracelet/x/exp/teatest"
	_ "github.com/santhosh-tekuri/jsonschema/v6"
)
