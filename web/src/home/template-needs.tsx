import { fieldWords } from '@relance/core/contact/contact-fields'
import { eventNoun } from '@relance/core/words/event-words'
import { Check, TriangleAlert } from 'lucide-react'
import type { ScenarioTemplate } from '../api/types'
import { useWords } from '../words/use-words'
import styles from './home.module.css'

const PRODUCT = 'product.'
const SHOWN = 2
/** A few without an address are in every shop. */
const WORTH_SAYING = 0.1

/** What data a template needs: all there, or what is not, and for how many. */
export function TemplateNeeds({ template }: { template: ScenarioTemplate }) {
  const { t, language, number } = useWords()
  const { events, data, mails } = template.needs
  const inWords = (need: string) => {
    if (need.startsWith(PRODUCT)) return t('home.need-complements')
    if (events.includes(need)) return eventNoun(need, language)
    return data.includes(need) ? fieldWords(need, language) : need
  }
  const absent = Object.entries(template.ready)
    .filter(([, ready]) => !ready)
    .map(([need]) => inWords(need))
  const partly = template.missing
    .filter(({ need, missing, of }) => template.ready[need] !== false && missing < of)
    .filter(({ missing, of }) => missing > WORTH_SAYING * of)
    .map(({ need, missing, of }) =>
      t(need.startsWith(PRODUCT) ? 'home.missingProducts' : 'home.missingPeople', {
        ...{ what: inWords(need), missing: number(missing), of: number(of) },
      }),
    )
  return (
    <span className={styles.needs} title={[...absent, ...partly].join(', ') || undefined}>
      {absent.length > 0 ? (
        <span className={styles.ready}>
          <TriangleAlert className={`icon-s ${styles.missing}`} aria-hidden="true" />
          {t('home.needs', { what: absent.slice(0, SHOWN).join(', ') })}
        </span>
      ) : (
        <span className={styles.ready}>
          <Check className={`icon-s ${styles.ok}`} aria-hidden="true" />
          {t('home.ready', { mails: t('home.mails', { n: mails.length }) })}
        </span>
      )}
      {partly.map((words) => (
        <span key={words} className={styles.ready}>
          <TriangleAlert className={`icon-s ${styles.missing}`} aria-hidden="true" />
          {words}
        </span>
      ))}
    </span>
  )
}
