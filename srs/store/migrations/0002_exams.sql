-- Mock exams, as they were made and as they went. An exam hangs on nothing
-- outside these three tables: neither later content nor another scheduler
-- changes what it was. Times are in ms as elsewhere; spans of exams are in
-- nanoseconds, so that a clock that is taken up again has lost nothing. Sets of
-- choices are bits: 5 is the first choice and the third.

create table exams (
  id        integer primary key,
  holder    integer not null check (holder > 0), -- who goes on with it: one more with each taking up
  exam      text    not null, -- the blueprint's code
  bank      text    not null, -- version of the questions
  length    text    not null check (length in ('full', 'half', 'sprint')),
  seed      integer not null, -- all 64 bits, as a signed number
  time      integer not null check (time > 0), -- allowed, with extra
  extra     integer not null check (extra between 0 and time),
  domains   text    not null check (json_valid(domains)), -- [{id, name}]
  asked     integer not null check (asked > 0),
  scored    integer not null check (scored between 0 and asked),
  fresh     integer not null check (fresh between 0 and asked),

  status       integer not null default 0 check (status between 0 and 2), -- open, finished, abandoned
  started      integer not null,
  started_zone integer not null check (started_zone between -86400 and 86400),
  ended        integer,
  ended_zone   integer check (ended_zone between -86400 and 86400),
  place        integer not null default 0 check (place between 0 and asked - 1), -- of the item on the screen
  used         integer not null default 0 check (used between 0 and time),
  pauses       integer not null default 0 check (pauses >= 0),
  breaks       integer not null default 0 check (breaks >= 0),
  away         integer not null default 0 check (away >= 0),
  time_up      integer not null default 0 check (time_up in (0, 1)),

  right_scored integer check (right_scored between 0 and scored), -- of a finished one, as are the next two: a cache of its items
  right_asked  integer check (right_asked between right_scored and asked),
  counts       text    check (json_valid(counts)), -- of each domain, [right, asked]

  check ((status = 0) = (ended is null) and (ended is null) = (ended_zone is null)),
  check ((status = 1) = (right_scored is not null) and (right_scored is null) = (right_asked is null)
    and (right_scored is null) = (counts is null))
) strict;

create unique index exams_open on exams (status) where status = 0; -- one at a time

create table exam_items (
  exam     integer not null references exams (id),
  place    integer not null check (place >= 0), -- in the paper, from 0
  question text    not null check (length(question) between 1 and 300), -- its id then
  domain   text    not null,
  skill    text    not null,
  service  text    not null,
  scored   integer not null check (scored in (0, 1)),
  fresh    integer not null check (fresh in (0, 1)),
  hash     integer not null,
  choices  text    not null check (json_valid(choices)), -- the order in which they are shown, as places in the question

  picked   integer not null default 0 check (picked >= 0),
  first    integer check (first >= 0), -- picked when the item was first left with an answer
  flagged  integer not null default 0 check (flagged in (0, 1)),
  visited  integer not null default 0 check (visited in (0, 1)),
  spent    integer not null default 0 check (spent >= 0),

  primary key (exam, place)
) strict, without rowid;

-- What was asked, word for word, apart from the items so that neither saving an
-- answer nor listing exams touches it.
create table exam_texts (
  exam  integer not null,
  place integer not null,
  text  text    not null check (json_valid(text)),
  primary key (exam, place),
  foreign key (exam, place) references exam_items (exam, place)
) strict;

-- The log knows one kind of act more, 10: a card is brought forward by an exam.
-- And it says of each act which exam made it.
create table new_acts (
  id        integer primary key,
  card      integer not null references cards (key),
  kind      integer not null check (kind between 1 and 10), -- 1 is a review
  at        integer not null,
  ahead     integer not null default 0 check (ahead >= 0), -- ms by which at was moved forward, so that times never decrease
  zone      integer not null check (zone between -86400 and 86400), -- seconds east of UTC
  undone    integer not null default 0 check (undone between 0 and 2), -- 1 may be done again, 2 may not
  exam      integer references exams (id), -- that the act is part of

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
  check ((kind = 8) = (note_before is not null) and (kind = 8) = (note_after is not null)),
  check (exam is null or undone = 0 and (kind = 10 or kind = 1 and source = 3)), -- an exam is never undone
  check (kind <> 10 or exam is not null)
) strict;

insert into new_acts
  select id, card, kind, at, ahead, zone, undone, null, day, grade, took, source, model, hash, question, note_before, note_after,
    before_state, before_step, before_stability, before_difficulty, before_due, before_due_day, before_interval, before_last,
    before_last_day, before_reps, before_lapses, before_suspended, before_flagged, before_buried_until,
    after_state, after_step, after_stability, after_difficulty, after_due, after_due_day, after_interval, after_last,
    after_last_day, after_reps, after_lapses, after_suspended, after_flagged, after_buried_until
  from acts order by id;

drop table acts;
alter table new_acts rename to acts;

create index acts_card on acts (card);
create index acts_day on acts (day) where kind = 1;
create index acts_redo on acts (id) where undone = 1;
create unique index acts_exam on acts (exam, card) where exam is not null; -- each answer once

-- A day's totals: what mock exams brought stands apart, since no plan counts it.
create table new_days (
  day       integer not null,
  exam      integer not null check (exam in (0, 1)), -- the answers of mock exams
  again     integer not null check (again >= 0),
  hard      integer not null check (hard >= 0),
  good      integer not null check (good >= 0),
  easy      integer not null check (easy >= 0),
  new       integer not null check (new >= 0),
  questions integer not null check (questions >= 0),
  due       integer not null check (due >= 0),
  recalled  integer not null check (recalled >= 0),
  took      integer not null check (took >= 0),
  primary key (day, exam)
) strict, without rowid;

insert into new_days
  select day, 0, again, hard, good, easy, new, questions, due, recalled, took from days;

drop table days;
alter table new_days rename to days;

-- A new card can be wanted on a day: due_day is then not 0.
drop index cards_marked;
create index cards_marked on cards (key)
  where state = 0 and (suspended or flagged or buried_until > 0 or due_day <> 0);
