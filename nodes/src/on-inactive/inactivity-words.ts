import type { Signal } from '@relance/core/event/event'
import { signalWords } from '@relance/core/words/event-words'
import type { Language } from '@relance/core/words/language'

/** What was not done, after “has not” / « n’a »: “visited or ordered”, « ni visité le site, ni commandé ». */
export function inactivityWords(
  signals: readonly Signal[],
  match: 'any' | 'all',
  language: Language,
): string {
  const done = signals.map((signal) => signalWords[signal].done[language])
  if (done.length === 0) return ''
  if (language === 'en') return done.join(match === 'all' ? ' or ' : ', or not ')
  if (done.length === 1) return `pas ${done[0]}`
  return match === 'all' ? `ni ${done.join(', ni ')}` : `pas ${done.join(', ou pas ')}`
}
