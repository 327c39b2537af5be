package lint

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"dva/deck"
)

// checked: someone held the entry against the documentation, and not too long
// ago.
func (c *checker) checked(day time.Time, at deck.Place, id string) {
	const months = 15
	today := c.now.UTC().Truncate(24 * time.Hour)
	switch {
	case day.After(today.AddDate(0, 0, 1)): // a day of grace for zones ahead
		c.find("checked", Error, at, id, fmt.Sprintf("checked on %s, which is to come", day.Format(time.DateOnly)))
	case day.Before(today.AddDate(0, -months, 0)):
		c.find("checked", Warning, at, id, fmt.Sprintf("checked on %s, over %d months ago; hold it against its doc page again", day.Format(time.DateOnly), months))
	}
}

// hosts are where the makers of services and tools keep their pages.
var hosts = []string{
	"docs.aws.amazon.com", "aws.amazon.com", "repost.aws", "boto3.amazonaws.com", "kiro.dev", "strandsagents.com", "aws.github.io", "docs.docker.com",
	"github.com", "kubernetes.io", "www.serverless.com", "www.rfc-editor.org",
}

// link: the page that settles an entry is one of its maker's, and not a
// translation of it.
func (c *checker) link(doc string, at deck.Place, id string) {
	u, err := url.Parse(doc)
	switch {
	case err != nil || doc == "": // the loader has told
	case !slices.Contains(hosts, u.Host):
		c.find("link", Warning, at, id, fmt.Sprintf("the doc page is on %s, which does not make the service", u.Host))
	case u.RawQuery != "" || strings.HasSuffix(u.Path, ".pdf") || languagePath(u.Path):
		c.find("link", Warning, at, id, "the doc link is to a translation, a PDF or a search; link the page itself")
	}
}

// languagePath reports whether a path begins with a language such as /de_de/.
func languagePath(path string) bool {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return len(first) == 5 && first[2] == '_'
}

// fence: a code block names its language, or drawing it has to guess.
func (c *checker) fence(at deck.Place, id string, texts ...string) {
	for _, text := range texts {
		open := false
		for line := range strings.Lines(text) {
			mark, isFence := fenceMark(line)
			if isFence && !open && mark == "" {
				c.find("fence", Warning, at, id, "a code block without a language; write ```json, ```bash or ```text")
			}
			if isFence {
				open = !open
			}
		}
	}
}

// fenceMark is the language after ```.
func fenceMark(line string) (language string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), "```")
	return strings.TrimLeft(rest, "`"), ok
}

// unfenced is text without its code blocks.
func unfenced(text string) string {
	var b strings.Builder
	open := false
	for line := range strings.Lines(text) {
		if _, isFence := fenceMark(line); isFence {
			open = !open
		} else if !open {
			b.WriteString(line)
		}
	}
	return b.String()
}
