package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// folders are where things are kept. Nothing is made before it is needed; the
// folders are then made for the learner alone (0700).
type folders struct {
	Data   string // progress.db, backups and the learner's own decks
	Config string // config.yaml
	Cache  string // what can be made again
	State  string // what the last run left to be told
}

// Files and folders in them.
func (f folders) progress() string { return filepath.Join(f.Data, "progress.db") }
func (f folders) backups() string  { return filepath.Join(f.Data, "backups") }
func (f folders) decks() string    { return filepath.Join(f.Data, "decks") }
func (f folders) settings() string { return filepath.Join(f.Config, "config.yaml") }

var errNoHome = hint(errors.New("there is no home folder to keep your progress in"),
	"set HOME, or name a folder with --home DIR")

// findFolders says where things are: under home when it is given, in the XDG
// folders otherwise, or in what the platform has instead. Relative XDG folders
// are ignored, as their specification demands.
func findFolders(home string, env func(string) string) (folders, error) {
	if home != "" {
		home, err := filepath.Abs(home)
		return folders{Data: home, Config: home, Cache: filepath.Join(home, "cache"), State: filepath.Join(home, "state")}, err
	}
	if runtime.GOOS == "windows" {
		roaming, local := env("AppData"), env("LocalAppData")
		if roaming == "" || local == "" {
			return folders{}, errNoHome
		}
		return folders{
			Data: filepath.Join(local, "dva"), Config: filepath.Join(roaming, "dva"),
			Cache: filepath.Join(local, "dva", "cache"), State: filepath.Join(local, "dva", "state"),
		}, nil
	}
	x := xdg{home: env("HOME"), env: env}
	f := folders{
		Data:   x.folder("XDG_DATA_HOME", ".local/share"),
		Config: x.folder("XDG_CONFIG_HOME", ".config"),
		Cache:  x.folder("XDG_CACHE_HOME", ".cache"),
		State:  x.folder("XDG_STATE_HOME", ".local/state"),
	}
	if x.missing {
		return folders{}, errNoHome
	}
	return f, nil
}

// xdg finds folders by the XDG Base Directory Specification 0.8.
type xdg struct {
	home    string
	env     func(string) string
	missing bool // a folder was asked for that only HOME could have told
}

func (x *xdg) folder(name, fallback string) string {
	if dir := x.env(name); filepath.IsAbs(dir) {
		return filepath.Join(dir, "dva")
	}
	if !filepath.IsAbs(x.home) {
		x.missing = true
	}
	return filepath.Join(x.home, fallback, "dva")
}

// needFolder refuses dir unless it is a folder that is there.
func needFolder(dir string) error {
	stat, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return hint(fmt.Errorf("there is no folder %s", dir), "make it first, or name another")
	case err != nil:
		return err
	case !stat.IsDir():
		return hint(fmt.Errorf("%s is no folder", dir), "name a folder")
	}
	return nil
}

// makeFolder makes a folder that only the learner may read.
func makeFolder(dir string) error { return os.MkdirAll(dir, 0o700) }
