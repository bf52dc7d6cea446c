import { type MatrixCell, matrixCells } from '@relance/core/score/rfm-figures'
import clsx from 'clsx'
import type { Scores } from '../api/scores'
import panel from '../ui/panel.module.css'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import { MakeSegment } from './make-segment'
import styles from './matrix.module.css'
import { matrixRule } from './segment-of'

const titles: Record<MatrixCell, WordKey> = {
  'high/high': 'scores.keep',
  'high/low': 'scores.winBack',
  'low/high': 'scores.develop',
  'low/low': 'scores.leave',
}

/** Current value against potential value: whom to keep, win back, develop, or leave. */
export function MatrixCard({ scores }: { scores: Scores }) {
  const { t, number, money, share } = useWords()
  const { high } = scores
  return (
    <section className={clsx(panel.card, styles.card)}>
      <h3>
        {t('scores.matrix')}
        <small>{t('scores.matrixAbout', high)}</small>
      </h3>
      <div className={styles.cells}>
        {matrixCells.map((cell) => {
          const customers = scores.matrix[cell]
          const name = t(titles[cell])
          return (
            <article key={cell} className={styles.cell} data-cell={cell}>
              <h4>{name}</h4>
              <p className={styles.what}>{t(`scores.${cell}`)}</p>
              <b>{number(customers)}</b>
              <p className={styles.more}>
                {t('scores.ofCustomers', { share: share(customers / scores.customers, 1) })}
                {' · '}
                {money(wholeUnits(scores.matrixRevenueCents[cell]))}
              </p>
              <MakeSegment small name={name} rule={matrixRule(cell, high)} />
            </article>
          )
        })}
      </div>
    </section>
  )
}

/** Sums this large are read without their cents. */
export const wholeUnits = (cents: number): number => Math.round(cents / 100) * 100
