import { describeSeen, type SeenKind } from '@relance/core/rule/describe-seen'
import type { SeenLeaf } from '@relance/core/rule/rule'
import { useQuery } from '@tanstack/react-query'
import { segmentsQuery } from '../api/segments'
import { useWords } from '../words/use-words'
import styles from './seen-values.module.css'

/** Each thing a rule looked at, with the value it saw. */
export function SeenValues({
  seen,
  nodeName,
}: {
  seen: SeenLeaf[] | null
  nodeName: (id: string) => string
}) {
  const { t, language, number, money, date } = useWords()
  const segments = useQuery(segmentsQuery()).data
  if (!seen || seen.length === 0) return null
  const names = {
    template: () => undefined,
    offer: () => undefined,
    node: nodeName,
    segment: (id: string) => segments?.items.find((segment) => segment.id === id)?.name,
  }
  const show = (value: SeenLeaf['value'], kind: SeenKind) => {
    if (value === null) return t('seen.unknown')
    if (typeof value === 'boolean') return t(value ? 'seen.yes' : 'seen.no')
    if (Array.isArray(value)) return value.join(', ')
    if (typeof value === 'number') {
      if (kind === 'times') return t('seen.times', { n: value })
      return kind === 'money' ? money(value) : number(value)
    }
    if (kind === 'instant') return date(value, 'stamp')
    return kind === 'consent' && isConsent(value) ? t(`consent.${value}`) : value
  }
  return (
    <p className={styles.seen}>
      {seen.map((leaf) => {
        const { subject, kind } = describeSeen(leaf.leaf, language, names)
        return (
          <span key={leaf.path}>
            {t('seen.subject', { subject })} <code>{show(leaf.value, kind)}</code>
          </span>
        )
      })}
    </p>
  )
}

const isConsent = (value: string): value is 'given' | 'refused' | 'unknown' =>
  value === 'given' || value === 'refused' || value === 'unknown'
