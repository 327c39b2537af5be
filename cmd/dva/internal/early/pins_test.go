package early

// What go.mod names and nothing imports.
import _ "github.com/charmbracelet/x/exp/teatest"
