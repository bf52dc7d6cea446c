import { behaviourLabelWords } from '@relance/core/contact/behaviour'
import type { Contact } from '../api/contact-types'
import { Chip } from '../ui/chip'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './side-cards.module.css'

/** What orders, visits and choices say of this person, as rules and mails see it. */
export function TastesCard({ contact }: { contact: Contact }) {
  const { t, language } = useWords()
  const { labels, interests, ...favourites } = contact.behaviour
  const sections = contact.sections.map((each) => each.section)
  const known = (['favouriteCategory', 'favouriteBrand', 'favouriteCreator'] as const).filter(
    (name) => favourites[name] !== null,
  )
  if (labels.length + interests.length + sections.length + known.length === 0) return null
  return (
    <section className={panel.card}>
      <h3>{t('customer.tastes')}</h3>
      {labels.length > 0 && (
        <div className={styles.chips}>
          {labels.map((label) => (
            <Chip key={label} tone="accent">
              {behaviourLabelWords[label][language]}
            </Chip>
          ))}
        </div>
      )}
      {known.length > 0 && (
        <dl className={styles.figures}>
          {known.map((name) => (
            <div key={name} className={styles.pair}>
              <dt>{t(`customer.${name}`)}</dt>
              <dd>{favourites[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <Named title={t('customer.interests')} values={interests} />
      <Named title={t('customer.sections')} values={sections} />
    </section>
  )
}

function Named({ title, values }: { title: string; values: string[] }) {
  if (values.length === 0) return null
  return (
    <>
      <h4 className={styles.named}>{title}</h4>
      <div className={styles.chips}>
        {values.map((value) => (
          <Chip key={value} tone="outline">
            {value}
          </Chip>
        ))}
      </div>
    </>
  )
}
