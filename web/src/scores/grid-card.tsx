import { scores as scale } from '@relance/core/score/rfm'
import clsx from 'clsx'
import { useState } from 'react'
import type { Scores } from '../api/scores'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './grid.module.css'
import { MakeSegment } from './make-segment'
import { wholeUnits } from './matrix-card'
import { cellRule } from './segment-of'

type Cell = Scores['grid'][number]

const down = [...scale].reverse()

/** The fuller a cell, the darker. */
const shade = (fullness: number) =>
  `color-mix(in srgb, var(--accent-line) ${Math.round(fullness * 80)}%, var(--surface-2))`

/** Recency against frequency: how many customers each cell holds, and what they have spent. */
export function GridCard({ scores }: { scores: Scores }) {
  const { t, number, money } = useWords()
  const most = Math.max(...scores.grid.map(({ customers }) => customers))
  const fullest = scores.grid.find(({ customers }) => customers === most)
  const [chosen, setChosen] = useState<Pick<Cell, 'r' | 'f'> | undefined>(fullest)
  const cellAt = (r: number, f: number) =>
    scores.grid.find((cell) => cell.r === r && cell.f === f) ?? {
      ...{ r, f, customers: 0, revenueCents: 0 },
    }
  const cell = chosen && cellAt(chosen.r, chosen.f)
  return (
    <section className={clsx(panel.card, styles.card)}>
      <h3>
        {t('scores.grid')}
        <small>{t('scores.gridAbout')}</small>
      </h3>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('scores.recency')}</span>
            </th>
            {scale.map((f) => (
              <th key={f} scope="col">
                {t('scores.f', { score: f })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {down.map((r) => (
            <tr key={r}>
              <th scope="row">{t('scores.r', { score: r })}</th>
              {scale.map((f) => {
                const { customers, revenueCents } = cellAt(r, f)
                const isChosen = chosen?.r === r && chosen.f === f
                return (
                  <td key={f}>
                    <button
                      type="button"
                      className={styles.cell}
                      aria-pressed={isChosen}
                      style={{ background: shade(customers / most) }}
                      onClick={() => setChosen({ r, f })}
                    >
                      <b>{number(customers)}</b>
                      <small>{money(wholeUnits(revenueCents))}</small>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {cell && (
        <footer className={styles.foot} aria-live="polite">
          <span>
            <b>{t('scores.cell', { r: cell.r, f: cell.f })}</b>
            {' · '}
            {t('scores.customers', { n: cell.customers })}
            {' · '}
            {money(wholeUnits(cell.revenueCents))}
          </span>
          <MakeSegment
            key={`${cell.r}-${cell.f}`}
            small
            name={t('scores.cellSegment', { r: cell.r, f: cell.f })}
            rule={cellRule(cell)}
          />
        </footer>
      )}
    </section>
  )
}
