package main

import (
	"errors"
	"testing"
)

func TestFolders(t *testing.T) {
	for _, tt := range []struct {
		name string
		home string
		env  map[string]string
		want folders
	}{
		{
			"below the home folder", "",
			map[string]string{"HOME": "/h"},
			folders{"/h/.local/share/dva", "/h/.config/dva", "/h/.cache/dva", "/h/.local/state/dva"},
		},
		{
			"in the XDG folders", "",
			map[string]string{"XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/k", "XDG_STATE_HOME": "/s"},
			folders{"/d/dva", "/c/dva", "/k/dva", "/s/dva"},
		},
		{
			"relative XDG folders are ignored", "",
			map[string]string{"HOME": "/h", "XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": "./c"},
			folders{"/h/.local/share/dva", "/h/.config/dva", "/h/.cache/dva", "/h/.local/state/dva"},
		},
		{
			"one folder for all", "/one",
			map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/d"},
			folders{"/one", "/one", "/one/cache", "/one/state"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := findFolders(tt.home, func(k string) string { return tt.env[k] })
			if err != nil || got != tt.want {
				t.Errorf("got %+v, %v; want %+v", got, err, tt.want)
			}
		})
	}
}

func TestNoHomeFolderIsSaid(t *testing.T) {
	for _, home := range []string{"", "relative"} {
		_, err := findFolders("", func(k string) string {
			if k == "HOME" {
				return home
			}
			return ""
		})
		if !errors.Is(err, errNoHome) {
			t.Errorf("HOME=%q: err = %v", home, err)
		}
	}
}
