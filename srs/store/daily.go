package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"dva/srs"
)

// How many daily backups are kept: the newest seven, and the last of each of
// four weeks before those.
const (
	keepDays  = 7
	keepWeeks = 4
)

// goodbye is how long Close waits for a backup before it is given up. It takes
// a second for a million reviews.
const goodbye = 3 * time.Second

// daily runs the backup of the day, one at a time and beside everything else.
type daily struct {
	mu     sync.Mutex
	day    srs.Day // the last day that was looked after
	cancel context.CancelFunc
	done   chan struct{}
}

// backupDaily is called after an act was saved. The first on a day starts that
// day's backup, unless one is there.
func (s *Store) backupDaily() {
	if !s.o.Daily {
		return
	}
	d := &s.daily
	day := s.o.Calendar.Day(s.o.Now())
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.day == day || d.running() {
		return
	}
	d.day = day
	ctx, cancel := context.WithCancel(context.Background())
	d.cancel, d.done = cancel, make(chan struct{})
	go func() {
		defer close(d.done)
		defer cancel()
		if err := s.takeDaily(ctx, day); err != nil {
			s.o.Report(fmt.Errorf("today's backup: %w", err))
		}
	}()
}

func (d *daily) running() bool {
	if d.done == nil {
		return false
	}
	select {
	case <-d.done:
		return false
	default:
		return true
	}
}

// stop waits for a backup that is running, then cuts it off.
func (d *daily) stop() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.done == nil {
		return
	}
	select {
	case <-d.done:
	case <-time.After(goodbye):
		d.cancel()
		<-d.done
	}
}

func (s *Store) takeDaily(ctx context.Context, day srs.Day) (err error) {
	defer func() {
		// This goroutine has nobody above it that would put the terminal right.
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	file := backupOf(s.path, day)
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := s.copyTo(ctx, file); err != nil {
		return explain("copy to "+file, s.path, err)
	}
	return s.thinOut(day)
}

// thinOut deletes the daily backups that are no longer needed and what an
// interrupted backup of another day left behind.
func (s *Store) thinOut(today srs.Day) error {
	dir := Backups(s.path)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	byDay := map[srs.Day]string{}
	var days []srs.Day
	for _, e := range entries {
		if day, ok := dayOfBackup(s.path, e.Name()); ok {
			byDay[day] = e.Name()
			days = append(days, day)
		}
		if isPart(s.path, e.Name()) && !strings.Contains(e.Name(), today.String()) {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
	for _, day := range surplus(days, today) {
		if err := os.Remove(filepath.Join(dir, byDay[day])); err != nil {
			return err
		}
	}
	return nil
}

// dayOfBackup reads the day from the name of a daily backup; other files are
// left alone.
func dayOfBackup(path, name string) (srs.Day, bool) {
	stem, ext := stemOf(path)
	date, found := strings.CutPrefix(name, stem+"-")
	if !found {
		return 0, false
	}
	date, found = strings.CutSuffix(date, ext)
	if !found {
		return 0, false
	}
	day, err := srs.ParseDay(date)
	return day, err == nil
}

func isPart(path, name string) bool {
	stem, _ := stemOf(path)
	return strings.HasPrefix(name, "."+stem+"-") && strings.HasSuffix(name, partSuffix)
}

// surplus returns the days whose backups may go. Days after today, which a
// wrong clock made, neither count nor go.
func surplus(days []srs.Day, today srs.Day) (drop []srs.Day) {
	days = slices.Clone(days)
	slices.Sort(days)
	slices.Reverse(days)
	kept, weeks := 0, 0
	week := func(d srs.Day) int32 { return (int32(d) + 3) / 7 } // 1970-01-01 was a Thursday
	lastWeek := int32(-1)
	for _, d := range days {
		switch {
		case d > today:
		case kept < keepDays:
			kept++
			lastWeek = week(d)
		case week(d) != lastWeek && weeks < keepWeeks:
			weeks++
			lastWeek = week(d)
		default:
			drop = append(drop, d)
		}
	}
	return drop
}
