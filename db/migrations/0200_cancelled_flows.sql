-- A newsletter that was cancelled before its first sending: nobody got it. Publishing it after all takes that back.
alter table flows add column cancelled_at timestamptz;
alter table flows add column cancelled_by text;
