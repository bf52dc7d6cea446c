import { useCallback } from 'react'
import type { FigureRange } from '../api/figure-range'
import { useWords } from '../words/use-words'

/** Says whose figures are shown: “Whoever entered in the last 7 days, on any version”. */
export function useRangeWords(): (range: FigureRange) => string {
  const { t } = useWords()
  return useCallback(
    ({ version, days }) => {
      if (version === undefined) return days ? t('live.ofDays', { n: days }) : t('live.ofAll')
      return days
        ? t('live.ofVersionAndDays', { version, n: days })
        : t('live.ofVersion', { version })
    },
    [t],
  )
}
