-- What the step itself waits for; `listens` adds what goal and exit rules look at.
alter table enrolments add column node_listens text[] not null default '{}';
