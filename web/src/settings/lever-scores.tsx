import type { LeverScore } from '@relance/core/sender/lever-scores'
import { useWords } from '../words/use-words'
import styles from './lever-scores.module.css'

/** What arriving depends on, each with its score and the figures that say why. */
export function LeverScores({ scores }: { scores: LeverScore[] }) {
  const { t, number, share } = useWords()
  return (
    <section className={styles.levers} aria-label={t('lever.title')}>
      <h4>{t('lever.title')}</h4>
      <ul>
        {scores.map(({ lever, score, part, all }) => (
          <li key={lever}>
            <p>
              <b>{t(`lever.${lever}`)}</b>
              <span>{score === null ? '–' : t('lever.of', { score })}</span>
            </p>
            {score !== null && (
              <meter
                min={0}
                max={100}
                low={50}
                high={80}
                optimum={100}
                value={score}
                aria-label={t(`lever.${lever}`)}
              />
            )}
            <small>
              {score === null
                ? t('lever.nothing')
                : t(`lever.why-${lever}`, {
                    ...{ part: number(part), all: number(all) },
                    share: share(part / Math.max(all, 1), 2),
                  })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
