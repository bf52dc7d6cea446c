/** What was published of a scenario, and the way back to it. */
export const versions = {
  'versions.title': 'Versions',
  'versions.version': 'Version {version}{isLive, select, true { · live} other {}}',
  'versions.publishedBy': '{at}, by {name}',
  'versions.scheduled': 'scheduled on {at}',
  'versions.people': '{n, plural, one {# person inside} other {# people inside}}',
  'versions.differs':
    '{n, plural, one {The draft differs in one thing:} other {The draft differs in # things:}}',
  'versions.restore': 'Restore',
  'versions.makeDraft': 'Make this the draft',
  'versions.look': 'See its figures',
  'versions.restored': 'As in version {version} again',
  'act.restore': 'go back to version {version}',
}
