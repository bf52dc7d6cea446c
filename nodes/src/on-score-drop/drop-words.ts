import type { Watched } from '@relance/core/score/drop-line'
import type { Words } from '@relance/core/words/language'

/** With its article, as it stands in a sentence and in the list to choose from. */
export const watchedWords: Record<Watched, Words> = {
  total: { en: 'the RFM total', fr: 'le total RFM' },
  r: { en: 'the recency score', fr: 'le score de récence' },
  f: { en: 'the frequency score', fr: 'le score de fréquence' },
  m: { en: 'the amount score', fr: 'le score de montant' },
  percentile: { en: 'the RFM rank', fr: 'le rang RFM' },
}

/** The sentence, with slots: of a rank, the share of the customers it falls into. */
export function dropWords(watch: Watched, points: number | undefined): Words {
  if (watch === 'percentile')
    return {
      en: 'When {watch} falls into the last {bottom}',
      fr: 'Quand {watch} tombe parmi les derniers {bottom}',
    }
  const isOne = points === 1
  return {
    en: `When {watch} falls by {points} ${isOne ? 'point' : 'points'} within {within}`,
    fr: `Quand {watch} baisse de {points} ${isOne ? 'point' : 'points'} en {within}`,
  }
}
