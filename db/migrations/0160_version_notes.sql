-- What whoever published it said of a version, for those who read the list later.
alter table flow_versions add column note text;
