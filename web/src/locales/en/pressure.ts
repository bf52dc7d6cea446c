/** How much is written to one person. */
export const pressure = {
  'pressure.title': 'Messages to one person',
  'pressure.about':
    'Counted over all scenarios, in any such span of days. Where there is room for one message only, the scenario of higher priority goes first. Service messages are outside limits.',
  'pressure.emailMost': 'Emails',
  'pressure.smsMost': 'SMS',
  'pressure.allMost': 'All channels together',
  'pressure.atMost': 'at most',
  'pressure.within': 'in',
  'pressure.days': 'days',
  'pressure.mostOf': '{what}: how many at most',
  'pressure.daysOf': '{what}: in how many days',
  'pressure.quiet': 'Quiet hours',
  'pressure.quietHelp':
    'In the customer’s own time zone where it is known, else in the workspace’s. Messages wait for the end of them.',
  'pressure.quiet.between': 'between',
  'pressure.quiet.and': 'and',
  'pressure.quiet.from': 'Quiet from',
  'pressure.quiet.to': 'Quiet until',
  'pressure.sunset': 'Write less to whoever no longer reacts',
  'pressure.halfAfterDays': 'Half of it after',
  'pressure.quarterAfterDays': 'A quarter after',
  'pressure.stopAfterDays': 'Nothing any more after',
  'pressure.sunsetHelp':
    'Counted from the last visit, click or order; an open is no reaction. An answer of 2 of 5 or less lowers it by one step at once, a visit, a click or an order gives it all back.',
  'pressure.priority': 'Priority',
  'pressure.priorityHelp':
    'Where limits leave room for one message only, the scenario of higher priority sends it.',
  'pressure.priority.2': 'Highest',
  'pressure.priority.1': 'High',
  'pressure.priority.0': 'Normal',
  'pressure.priority.-1': 'Low',
  'pressure.priority.-2': 'Lowest',
  'pressure.priorityIs': 'Priority: <b>{priority}</b>',
  'pressure.ownQuiet': 'Hours of its own',
  'pressure.ownQuietHelp': 'Not ticked: those of the workspace.',
  'pressure.quietIs': 'Quiet between <b>{from}</b> and <b>{to}</b>',
} as const
