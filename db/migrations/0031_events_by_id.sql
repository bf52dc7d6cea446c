-- Events are listed by their ids, which rise with time: one index less for each event that is stored.
drop index events_recent;
