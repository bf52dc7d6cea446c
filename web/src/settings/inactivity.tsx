import {
  type InactivityDefinition,
  inactivityDefinition,
  proposedInactivity,
} from '@relance/core/activity/inactivity'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { definitionsQuery, type SavedDefinition } from '../api/activity'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './inactivity.module.css'
import { InactivitySentence } from './inactivity-sentence'

type Begun = Omit<InactivityDefinition, 'name' | 'priority'>
const beginnings = {
  shop: proposedInactivity,
  business: { ...proposedInactivity, signals: ['open', 'click'], for: 'P6M' },
  app: { ...proposedInactivity, signals: ['app'], for: 'P30D' },
} satisfies Record<string, Begun>

/** Whom the workspace calls inactive, as sentences in the order in which they are asked. */
export function Inactivity() {
  const { t } = useWords()
  const { data } = useQuery(definitionsQuery())
  const [begun, setBegun] = useState<InactivityDefinition | null>(null)
  if (!data) return null
  const others = (id: string | null): SavedDefinition[] =>
    data.items.filter((item) => item.id !== id)
  const begin = (kind: keyof typeof beginnings) =>
    setBegun(
      inactivityDefinition.parse({
        ...beginnings[kind],
        name: t(`inactivity.${kind}`),
        priority: Math.max(0, ...data.items.map(({ priority }) => priority)) + 1,
      }),
    )
  return (
    <section className={`${panel.panel} ${styles.block}`} aria-labelledby="inactivity">
      <h2 id="inactivity">{t('inactivity.title')}</h2>
      <p>{data.items.length === 0 && !begun ? t('inactivity.none') : t('inactivity.about')}</p>
      {data.items.map((item) => (
        <InactivitySentence key={item.id} id={item.id} start={item} others={others(item.id)} />
      ))}
      {begun && (
        <InactivitySentence
          key={`new-${begun.name}`}
          id={null}
          start={begun}
          others={data.items}
          onDone={() => setBegun(null)}
        />
      )}
      {!begun && (
        <div className={styles.add}>
          <span>{t('inactivity.add')}</span>
          {(['shop', 'business', 'app'] as const).map((kind) => (
            <Button key={kind} size="small" onClick={() => begin(kind)}>
              {t(`inactivity.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
