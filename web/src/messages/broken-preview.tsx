import type { MailLanguage } from '../api/content-types'
import { useWords } from '../words/use-words'
import styles from './broken-preview.module.css'
import { sourceWords } from './source-words'
import type { GoodMail } from './use-draft-mail'

/** Over the last mail that could be made: that this one cannot be, and what it says, as text. */
export function BrokenPreview({ source, good }: { source: MailLanguage; good: GoodMail | null }) {
  const { t, date } = useWords()
  return (
    <div className={styles.broken}>
      <p role="status">
        <b>{t('mail.previewFailed')}</b>{' '}
        {good ? t('mail.lastGood', { at: date(good.at, 'time') }) : t('mail.noGood')}
      </p>
      <SourceText source={source} />
    </div>
  )
}

/** What a mail says, as text: its own text part, or the words of its source. */
export function SourceText({ source }: { source: MailLanguage }) {
  const { t } = useWords()
  return (
    <label className={styles.asText}>
      {t('mail.asText')}
      <textarea readOnly rows={7} value={source.text?.trim() || sourceWords(source.mjml)} />
    </label>
  )
}
