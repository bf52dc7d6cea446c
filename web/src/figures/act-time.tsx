import { ageWords } from '@relance/core/time/age-words'
import { useWords } from '../words/use-words'
import { FigureButton } from './figure-button'
import type { OfRow } from './figure-cells'
import styles from './figures.module.css'

/** How soon messages followed the acts they answer: on average, and the share within a minute; each opens its list. */
export function ActTime({ row, of, period, name }: OfRow) {
  const { t, share, language } = useWords()
  const { interactive, withinMinute, actSeconds } = row
  return (
    <small className={styles.small}>
      <FigureButton
        asked={{ ...of, ...period, figure: 'interactive' }}
        count={interactive}
        title={`${t('figures.actTime')} · ${name}`}
      >
        {t('figures.actAverage', { time: ageWords(actSeconds / interactive, language) })}
      </FigureButton>
      <br />
      <FigureButton
        asked={{ ...of, ...period, figure: 'withinMinute' }}
        count={withinMinute}
        title={`${t('figures.inMinute')} · ${name}`}
      >
        {t('figures.actInMinute', { share: share(withinMinute / interactive, 0) })}
      </FigureButton>
    </small>
  )
}
