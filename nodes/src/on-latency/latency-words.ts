import type { Words } from '@relance/core/words/language'

/** What tells when the next order is overdue. */
export const measures = ['mean', 'median', 'p80', 'own', 'fixed'] as const
export type Measure = (typeof measures)[number]

/** As it stands in a sentence and in the list to choose from. */
export const measureWords: Record<Measure, Words> = {
  mean: { en: 'the mean delay of their rank', fr: 'le délai moyen de leur rang' },
  median: { en: 'the median delay of their rank', fr: 'le délai médian de leur rang' },
  p80: {
    en: 'the delay within which 80% of their rank order',
    fr: 'le délai dans lequel 80\u00a0% de leur rang commandent',
  },
  own: { en: 'their own usual gap', fr: 'leur propre rythme' },
  fixed: { en: 'a fixed number of days', fr: 'un nombre de jours fixe' },
}

/** The sentence, with slots. */
export function latencyWords(by: Measure): Words {
  if (by === 'fixed')
    return {
      en: 'When the last order was {days} days ago',
      fr: 'Quand la dernière commande date de {days} jours',
    }
  if (by === 'own')
    return {
      en: 'When the last order was {times} × {by} ago',
      fr: 'Quand la dernière commande date de {times} × {by}',
    }
  return {
    en: 'When the time since the last order reaches {by}',
    fr: 'Quand le temps depuis la dernière commande atteint {by}',
  }
}
