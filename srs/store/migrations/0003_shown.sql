-- Of each card the hash of the text at its newest standing review, null when
-- there is none: a cache of acts, to tell what has been reworded since.
alter table cards add column shown integer;

update cards set shown = (
  select hash from acts where card = cards.key and kind = 1 and undone = 0 order by id desc limit 1
);

-- What was answered again on a day, for a drill of it.
create index acts_again on acts (day) where kind = 1 and grade = 1;
