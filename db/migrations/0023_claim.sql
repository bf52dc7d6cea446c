-- Whether an earlier message of the same run and channel is still to go: asked for each that is claimed.
create index messages_unfinished on messages (workspace_id, enrolment_id, channel, id)
  where state in ('queued', 'sending');
