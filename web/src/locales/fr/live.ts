import type { live as english } from '../en/live'

/** L’onglet En direct : la version dessinée, et de qui sont les chiffres. */
export const live = {
  'live.figures': 'Chiffres',
  'live.drawn': 'Version affichée',
  'live.version':
    'v{version} · {n, plural, =0 {personne en cours} one {# personne en cours} other {# personnes en cours}}',
  'live.versionAlone': 'v{version}',
  'live.whose': 'Chiffres de qui',
  'live.thisVersion': 'Cette version',
  'live.days': '{n, plural, one {# jour} other {# jours}}',
  'live.all': 'Tout',
  'live.sum':
    '<b>{entered, number}</b> {entered, plural, one {entrée} other {entrées}} · <b>{inside, number}</b> en cours · <b>{converted, number}</b> {converted, plural, one {conversion} other {conversions}}',
  'live.ofVersion': 'Toute personne qui suit la version {version}',
  'live.ofDays':
    'Toute personne entrée depuis {n, plural, one {# jour} other {# jours}}, quelle que soit la version',
  'live.ofVersionAndDays':
    'Toute personne entrée depuis {n, plural, one {# jour} other {# jours}} et qui suit la version {version}',
  'live.ofAll': 'Tout le monde depuis la première version',
  'live.onVersion': 'en v{version}',
} satisfies Record<keyof typeof english, string>
