import type { DraftMail, MailLanguage } from '../api/content-types'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import styles from './mail.module.css'

/** The text part: as the customer gets it, and what is written for it instead, if anything is. */
export function TextPart({
  source,
  draft,
  onChange,
}: {
  source: MailLanguage
  draft: DraftMail | undefined
  onChange: (change: Partial<MailLanguage>, about?: string) => void
}) {
  const { t } = useWords()
  return (
    <div className={styles.textPart}>
      <Labelled label={t('mailEditor.textPart')} help={t('mailEditor.textPartHelp')}>
        {(props) => (
          <textarea
            {...props}
            className={fields.area}
            rows={18}
            value={source.text ?? ''}
            onChange={(event) => onChange({ text: event.target.value || null }, 'text')}
          />
        )}
      </Labelled>
      <textarea
        className={styles.text}
        readOnly
        aria-label={t('mail.text')}
        value={draft?.text ?? ''}
      />
    </div>
  )
}
