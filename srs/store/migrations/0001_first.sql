-- The learner's file. Times are milliseconds since 1970 UTC, days are counted
-- since 1970-01-01 in the learner's calendar. See the package comment.

create table meta (
  key   text primary key,
  value text not null
) strict, without rowid;

-- Every item that was ever answered or marked. All but key and id is a cache
-- of what acts say.
create table cards (
  key          integer primary key,
  id           text    not null unique check (length(id) between 1 and 300),
  state        integer not null default 0 check (state between 0 and 3),
  step         integer not null default 0 check (step >= 0),
  stability    real    not null default 0 check (stability >= 0),
  difficulty   real    not null default 0 check (difficulty between 0 and 10),
  due          integer not null default 0,
  due_day      integer not null default 0,
  interval     integer not null default 0 check (interval >= 0),
  last         integer not null default 0,
  last_day     integer not null default 0,
  reps         integer not null default 0 check (reps >= 0),
  lapses       integer not null default 0 check (lapses >= 0),
  suspended    integer not null default 0 check (suspended in (0, 1)),
  flagged      integer not null default 0 check (flagged in (0, 1)),
  buried_until integer not null default 0,
  check ((state = 0) = (stability = 0))
) strict;

create index cards_due on cards (due_day) where state > 0;
create index cards_last on cards (last_day) where state > 0;
create index cards_marked on cards (key) where state = 0 and (suspended or flagged or buried_until > 0);

-- The log: every act of the learner, in order, with the card before and after
-- it. Rows are added and never changed, but for undone.
create table acts (
  id        integer primary key,
  card      integer not null references cards (key),
  kind      integer not null check (kind between 1 and 9), -- 1 is a review
  at        integer not null,
  ahead     integer not null default 0 check (ahead >= 0), -- ms by which at was moved forward, so that times never decrease
  zone      integer not null check (zone between -86400 and 86400), -- seconds east of UTC
  undone    integer not null default 0 check (undone between 0 and 2), -- 1 may be done again, 2 may not

  day       integer, -- of a review, as are the next six
  grade     integer check (grade between 1 and 4),
  took      integer check (took between 0 and 120000),
  source    integer check (source between 1 and 3),
  model     text,
  hash      integer,
  question  integer check (question in (0, 1)),

  note_before text, -- of a note
  note_after  text,

  before_state        integer not null check (before_state between 0 and 3),
  before_step         integer not null,
  before_stability    real    not null,
  before_difficulty   real    not null,
  before_due          integer not null,
  before_due_day      integer not null,
  before_interval     integer not null,
  before_last         integer not null,
  before_last_day     integer not null,
  before_reps         integer not null,
  before_lapses       integer not null,
  before_suspended    integer not null,
  before_flagged      integer not null,
  before_buried_until integer not null,

  after_state        integer not null check (after_state between 0 and 3),
  after_step         integer not null,
  after_stability    real    not null,
  after_difficulty   real    not null,
  after_due          integer not null,
  after_due_day      integer not null,
  after_interval     integer not null,
  after_last         integer not null,
  after_last_day     integer not null,
  after_reps         integer not null,
  after_lapses       integer not null,
  after_suspended    integer not null,
  after_flagged      integer not null,
  after_buried_until integer not null,

  check ((kind = 1) = (grade is not null)),
  check ((grade is null) = (day is null) and (grade is null) = (took is null) and (grade is null) = (source is null)
    and (grade is null) = (model is null) and (grade is null) = (hash is null) and (grade is null) = (question is null)),
  check ((kind = 8) = (note_before is not null) and (kind = 8) = (note_after is not null))
) strict;

create index acts_card on acts (card);
create index acts_day on acts (day) where kind = 1;
create index acts_redo on acts (id) where undone = 1;

-- The learner's own notes, a cache of acts.
create table notes (
  card integer primary key references cards (key),
  note text    not null check (note <> '')
) strict;

-- What was done on each study day, a cache of acts. A day without reviews has
-- no row.
create table days (
  day       integer primary key,
  again     integer not null check (again >= 0),
  hard      integer not null check (hard >= 0),
  good      integer not null check (good >= 0),
  easy      integer not null check (easy >= 0),
  new       integer not null check (new >= 0),
  questions integer not null check (questions >= 0),
  due       integer not null check (due >= 0),
  recalled  integer not null check (recalled >= 0),
  took      integer not null check (took >= 0)
) strict;
