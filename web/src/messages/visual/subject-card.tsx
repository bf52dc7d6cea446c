import type { MailField, MailLanguage } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import { PlainLine } from '../rich-text/plain-line'
import styles from './stage.module.css'

/** Subject and preview line, with how many letters they have once Liquid is left out. */
export function SubjectCard({
  source,
  fields,
  onChange,
}: {
  source: MailLanguage
  fields: readonly MailField[]
  onChange: (change: Partial<MailLanguage>, about: string) => void
}) {
  const { t } = useWords()
  const letters = (text: string) => text.replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '').length
  const line = (name: 'subject' | 'preheader') => (
    <div className={styles.subjectLine}>
      <span>{t(`mail.${name}`)}</span>
      <PlainLine
        label={t(`mail.${name}`)}
        fields={fields}
        value={source[name]}
        onChange={(text) => onChange({ [name]: text }, name)}
      />
      <small>{t('mailEditor.letters', { n: letters(source[name]) })}</small>
    </div>
  )
  return (
    <section className={styles.subjects}>
      {line('subject')}
      {line('preheader')}
    </section>
  )
}
