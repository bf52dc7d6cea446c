/** The Live tab: which version is drawn, and whose figures show. */
export const live = {
  'live.figures': 'Figures',
  /** Name of the list of versions. */
  'live.drawn': 'Version drawn',
  /** {n}: how many people are inside it now. */
  'live.version':
    'v{version} · {n, plural, =0 {nobody inside} one {# person inside} other {# people inside}}',
  'live.versionAlone': 'v{version}',
  /** Name of the switch of periods. */
  'live.whose': 'Whose figures',
  'live.thisVersion': 'This version',
  'live.days': '{n, plural, one {# day} other {# days}}',
  'live.all': 'All',
  'live.sum':
    '<b>{entered, number}</b> entered · <b>{inside, number}</b> inside now · <b>{converted, number}</b> converted',
  'live.ofVersion': 'Whoever walks version {version}',
  'live.ofDays':
    'Whoever entered in the last {n, plural, one {day} other {# days}}, on any version',
  'live.ofVersionAndDays':
    'Whoever entered in the last {n, plural, one {day} other {# days}} and walks version {version}',
  'live.ofAll': 'Everybody since the first version',
  /** On somebody whose version is not the one drawn. */
  'live.onVersion': 'on v{version}',
}
