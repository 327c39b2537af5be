package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// dueNow is what "dva due --json" says at this time.
func dueNow(t *testing.T, home, now string) (r dueReport) {
	t.Helper()
	c := command(t, home, "due", "--json")
	c.Env = append(c.Env, "DVA_NOW="+now)
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// soundWith fails the test unless the file passes "dva check" and holds this
// many reviews.
func soundWith(t *testing.T, home string, reviews int) {
	t.Helper()
	out, err := command(t, home, "check").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "sound") {
		t.Fatalf("check: %v\n%s", err, out)
	}
	if want := ", " + count(reviews, "review"); !strings.Contains(string(out), want) {
		t.Errorf("the file holds\n%swant %s", out, want)
	}
}

// dump is everything in the file that follows from the log, as text.
func dump(t *testing.T, home string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(home, "progress.db")+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var b strings.Builder
	for _, table := range []string{"cards", "notes", "days", "acts"} {
		rows, err := db.Query("select * from " + table + " order by 1, 2")
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, table, columns)
		for rows.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			for _, v := range values {
				fmt.Fprintf(&b, "%v|", *v.(*any))
			}
			b.WriteByte('\n')
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
