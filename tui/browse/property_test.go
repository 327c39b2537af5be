package browse_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dva/srs/srstest"
	"dva/tui/ui"
)

// Whatever is pressed in whatever window, the frame fits, which the driver checks,
// and nothing but what was asked changes the file: as many undos as acts lead back
// to where it was.
func TestAnyKeysAtAnySize(t *testing.T) {
	keys := append(strings.Fields("down up left right pgdown pgup home end g G j k h l enter esc q s b f r y n o t u U x / i : ctrl+r backspace ctrl+j 漢"), "space", "is:new", "sqs")
	rapid.Check(t, func(r *rapid.T) {
		d := seen(t)
		d.ascii = rapid.Bool().Draw(r, "ascii")
		d.reload = func() (string, error) { return "read", nil }
		d.at(rapid.IntRange(40, 160).Draw(r, "width"), rapid.IntRange(12, 50).Draw(r, "height"))
		for range rapid.IntRange(1, 30).Draw(r, "steps") {
			switch rapid.IntRange(0, 15).Draw(r, "what") {
			case 0:
				d.Resize(rapid.IntRange(40, 160).Draw(r, "width"), rapid.IntRange(12, 50).Draw(r, "height"))
			case 1:
				d.fail = srstest.ErrDisk
			case 2:
				d.fail = nil
			case 3:
				d.Send(ui.DecksMsg{})
			default:
				d.Press(rapid.SampledFrom(keys).Draw(r, "key"))
			}
			if d.room.Closed {
				return
			}
		}
		for {
			if _, err := d.file.Undo(ctx); err != nil {
				break
			}
		}
		if all := d.all(); len(all) != 0 {
			r.Fatalf("undone to the first, the file has %+v", all)
		}
	})
}
