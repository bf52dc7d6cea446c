export const status = {
  'status.about': 'What runs, what waits, what failed',
  'status.well': 'Everything works',
  'status.wellAbout': 'Nothing is stuck, nobody is held up by a failure.',
  'status.starting': 'Starting',
  'status.bad': '{n, plural, one {One thing does not work} other {# things do not work}}',
  'status.look': '{n, plural, one {One thing to look at} other {# things to look at}}',
  'status.since': 'since {at}',
  'status.times': '{n, plural, one {tried once} other {tried # times}}',
  'status.stuckDo': 'Restart the worker and read its log; nothing is lost by that.',
  'status.trouble.sweep':
    'Who is due to enter “{flow}” could not be found. It is tried again by itself; other scenarios go on.',
  'status.trouble.intake':
    'Those already past the line of “{flow}” could not be taken in. It is tried again by itself; other scenarios go on.',
  'status.trouble.schedule':
    'The audience of “{flow}” could not be found. It is tried again by itself; other scenarios go on.',
  'status.trouble.react':
    'The events of one customer could not be taken in. It is tried again by itself; other customers go on.',
  'status.trouble.relay': 'People could not be woken. It is tried again by itself.',
  'status.trouble.blocked':
    '{subject} refuses our mails as unwanted. No address was taken off; see to the sending domain and the list.',
  'status.trouble.complaints':
    'People call our mails spam: complaints of mails delivered in seven days, as below. From 0.3 % marketing is paused.',
  'status.trouble.bounces':
    'Emails to the people of an imported list come back: more than 2 % of the first ones. Marketing to that list is paused, service messages go on.',
  'status.trouble.provider':
    'A mail provider ({subject}) could not take emails. The next one is asked where there is one; else it is tried again by itself.',
  'status.openSending': 'See to sending',
  'status.trouble.dispatch': 'Some mails could not be handed over. It is tried again by itself.',
  'status.trouble.other': 'Some work failed ({queue}). It is tried again by itself.',
  'status.reason': 'Reason:',
  'status.openFlow': 'Open the scenario',
  'status.openCustomer': 'Open the customer',
  'status.ruleDo':
    'If it takes too long, make the trigger’s conditions simpler: fewer of them, a shorter period.',
  'status.queues': 'What waits',
  'status.queue': 'Work',
  'status.waiting': 'Waiting',
  'status.oldest': 'The oldest since',
  'status.atLeast': '{n, number} or more',
  'status.nothing': 'nothing',
  'status.stuck': 'stuck for {since}',
  'status.moves': 'moves',
  'status.timers': 'Waits of the last {minutes} minutes',
  'status.timersSaid':
    '{count, plural, =0 {No wait has ended.} one {One wait has ended.} other {# waits have ended.}}',
  'status.timersLate': 'Half of them at most {p50} after their time, 99% at most {p99}.',
  'status.nudges':
    '{n, plural, =0 {Nobody had to be woken a second time.} one {One person had to be woken a second time.} other {# people had to be woken a second time.}}',
  'status.workers': 'Workers',
  'status.workerNow': 'heard of {age} ago',
  'status.workerGone': 'silent for {age}',
  'status.workerSince': 'started {at}',
  'status.noWorker': 'None in the last day.',
  'status.mails': 'Mails, by when a step asked for them',
  'status.mailResult': 'Result',
  'status.hour': 'Last hour',
  'status.day': 'Last 24 hours',
  'status.mail.sent': 'Sent',
  'status.mail.queued': 'Waiting to be sent',
  'status.mail.sending': 'Being sent',
  'status.mail.refused': 'Not sent',
  'status.mail.failed': 'Failed',
  'status.noMails': 'None in the last 24 hours.',
  'status.attention': 'People stopped by a failing step',
  'status.attentionCount': '{n, plural, one {# person} other {# people}}',
  'status.attentionAbout': 'Mend what is wrong, then try the step again, or skip it. Others go on.',
  'status.nobody': 'Nobody',
  'status.setAside': 'Events set aside',
  'status.setAsideCount': '{n, plural, one {# event} other {# events}}',
  'status.setAsideAbout':
    'They were tried five times and could not be taken in. Later events of the same customer were.',
  'status.setAsideNone': 'None',
} as const
