import { fieldWords } from '@relance/core/contact/contact-fields'
import { eventTitle } from '@relance/core/words/event-words'
import { Check, TriangleAlert } from 'lucide-react'
import type { ScenarioTemplate } from '../api/types'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './templates.module.css'

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Each thing the scenario reads, and whether the workspace has it. */
export function TemplateData({ template }: { template: ScenarioTemplate }) {
  const { t, language, number } = useWords()
  const { events, data, products } = template.needs
  const rows = [
    ...events.map((event) => ({ need: event, name: eventTitle(event, language) })),
    ...data.map((field) => ({ need: field, name: capital(fieldWords(field, language)) })),
    ...products.map((field) => ({
      need: `product.${field}`,
      name: capital(t('home.need-complements')),
    })),
  ]
  return (
    <section className={panel.card} aria-labelledby="template-needs">
      <h3 id="template-needs">{t('templates.needs')}</h3>
      <ul className={`${styles.rows} ${styles.inCard}`}>
        {rows.map(({ need, name }) => {
          const lacking = template.missing.find((each) => each.need === need)
          const isThere = template.ready[need] ?? false
          return (
            <li key={need} data-need={need} data-ready={isThere}>
              {isThere ? (
                <Check className={`icon-s ${styles.ok}`} aria-hidden="true" />
              ) : (
                <TriangleAlert className={`icon-s ${styles.missing}`} aria-hidden="true" />
              )}
              <span>{name}</span>
              <small>
                {!isThere
                  ? t('templates.missing')
                  : lacking
                    ? t('templates.lacking', {
                        missing: number(lacking.missing),
                        of: number(lacking.of),
                      })
                    : t('templates.there')}
              </small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
