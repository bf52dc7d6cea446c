import { gateReasonWords } from '@relance/core/words/reason-words'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type CountedAsked, countOfQuery } from '../api/counted'
import type { Sending } from '../api/sendings'
import { CountedFigure } from '../figures/counted-figure'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import styles from './newsletters.module.css'

const others = ['held', 'underway', 'failed', 'left'] as const
const missed = ['notEntered', 'cancelled'] as const

/** To how many of how many a sending went, and what became of the others; each figure opens its people. */
export function SendingFigures({ flowId, sending }: { flowId: string; sending: Sending }) {
  const { t, rich, number, language } = useWords()
  const { state, sent, refused, namesMissed } = sending
  const listOf = (figure: string, reason?: string): CountedAsked => ({
    ...{ flowId, path: `/api/flows/${flowId}/sendings/people` },
    ...{ sendingId: sending.id, figure, ...(reason && { reason }) },
  })
  const isOpen = state !== 'done' && state !== 'cancelled'
  const { data: toCome = 0 } = useQuery({ ...countOfQuery(listOf('toCome')), enabled: isOpen })
  const told = { ...sending, toCome: isOpen ? toCome : 0 }
  const figure = (key: (typeof others)[number] | (typeof missed)[number] | 'toCome') =>
    told[key] > 0 && (
      <Listed
        key={key}
        asked={listOf(key)}
        count={told[key]}
        title={t(`sendings.list-${key}`)}
        isNamed={namesMissed || !missed.some((each) => each === key)}
        {...(key === 'notEntered' && { reasonWords: (reason: string) => t(whyWords(reason)) })}
      >
        {rich(`sendings.${key}`, { n: told[key] })}
      </Listed>
    )
  return (
    <p className={styles.figures}>
      <Listed asked={listOf('sent')} count={sent} title={t('sendings.list-sent')} isNamed>
        {rich('sendings.ofTotal', { sent: number(sent), total: number(sending.total) })}
      </Listed>
      {figure('toCome')}
      {others.map(figure)}
      {Object.entries(refused).map(([reason, n]) => (
        <Listed
          key={reason}
          asked={listOf('refused', reason)}
          count={n}
          title={t('sendings.list-refused', { reason: gateReasonWords(reason, language) })}
          isNamed
        >
          {rich('sendings.refused', { n, reason: gateReasonWords(reason, language) })}
        </Listed>
      ))}
      {missed.map(figure)}
    </p>
  )
}

/** A figure with its list, or alone where nobody is known by name. */
function Listed({
  asked,
  count,
  title,
  isNamed,
  reasonWords,
  children,
}: {
  asked: CountedAsked
  count: number
  title: string
  isNamed: boolean
  reasonWords?: (reason: string) => string
  children: ReactNode
}) {
  if (!isNamed) return <span>{children}</span>
  return <CountedFigure {...{ asked, count, title, reasonWords }}>{children}</CountedFigure>
}

/** Why somebody was not let in. */
const whyWords = (reason: string): WordKey =>
  reason === 'reentry' || reason === 'filter' || reason === 'unreachable' || reason === 'failed'
    ? `sendings.why-${reason}`
    : 'sendings.why-late'
