package store

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// applicationID marks a file as ours: "dva1" in ASCII.
const applicationID = 0x64766131

// examine looks at the file without changing it, nor the files beside it unless
// it can be read with its log alone, and says whether dva may open it. An empty
// file is new. It reads through SQLite: to open and close the file itself would
// drop the locks that another Store of this process has on it.
func examine(ctx context.Context, path string, empty bool) error {
	st, err := os.Stat(path)
	if err != nil {
		return refused(err)
	}
	if !st.Mode().IsRegular() {
		return fmt.Errorf("%s: %w", path, ErrForeign)
	}
	if st.Size() == 0 && empty {
		return nil
	}
	err = examineAs(ctx, path, "immutable")
	if err != nil && !errors.Is(err, ErrForeign) && !errors.Is(err, ErrNewer) && size(path+"-wal") > 0 {
		// A program that was killed while it brought the log into the file
		// leaves a file that is sound only together with the log.
		return examineAs(ctx, path, "ro")
	}
	return err
}

func examineAs(ctx context.Context, path, mode string) error {
	db, err := connect(path, mode, reading())
	if err != nil {
		return err
	}
	defer db.Close()
	var id, version int64
	if err := db.QueryRowContext(ctx, `pragma application_id`).Scan(&id); err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, `pragma user_version`).Scan(&version); err != nil {
		return err
	}
	if id != applicationID {
		return fmt.Errorf("%s: %w", path, ErrForeign)
	}
	return tooNew(path, version)
}

func tooNew(path string, version int64) error {
	if version > latest {
		return fmt.Errorf("%s: %w: its form is %d, this dva knows up to %d", path, ErrNewer, version, latest)
	}
	return nil
}

// checkUnclean looks through the file when the last program that wrote it did
// not end well, which a log left beside it tells, or has it open still. It
// reads only: a connection that may write would bring a bad log into the file
// as it closes.
func checkUnclean(ctx context.Context, path string) error {
	if size(path+"-wal") == 0 {
		return nil
	}
	db, err := connect(path, "ro", reading())
	if err != nil {
		return err
	}
	defer db.Close()
	return quickCheck(ctx, db, path)
}
