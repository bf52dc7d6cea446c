import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { brandQuery, previewBrand } from '../api/brand'
import type { ScenarioTemplate } from '../api/types'
import { MailShown } from '../customers/mail-shown'
import panel from '../ui/panel.module.css'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './templates.module.css'

type Mail = ScenarioTemplate['mails'][number]

/** What the scenario writes, each a press away as a customer of the workspace would get it. */
export function TemplateMails({ mails }: { mails: Mail[] }) {
  const { t } = useWords()
  const [shown, setShown] = useState<Mail | null>(null)
  return (
    <section className={panel.card} aria-labelledby="template-mails">
      <h3 id="template-mails">{t('templates.mails', { n: mails.length })}</h3>
      <ul className={styles.mails}>
        {mails.map((each) => (
          <li key={each.key}>
            <button type="button" onClick={() => setShown(each)}>
              <Tile size="small" tone="message" icon="mail" />
              <span className={styles.mail}>
                <b>{each.name}</b>
                <small>{each.about}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown && <MailPreview mail={shown} close={() => setShown(null)} />}
    </section>
  )
}

function MailPreview({ mail: { key, name }, close }: { mail: Mail; close: () => void }) {
  const { t, language } = useWords()
  const { data: brand } = useQuery(brandQuery())
  const { data, error } = useQuery({
    queryKey: ['brand-preview', brand, language, key],
    queryFn: ({ signal }) =>
      brand ? previewBrand({ brand, locale: language, mail: key }, signal) : null,
    enabled: brand !== undefined,
  })
  const title = data?.subject ?? name
  const about = t('templates.madeUp')
  return <MailShown {...{ title, about, error, close }} html={data?.html} />
}
