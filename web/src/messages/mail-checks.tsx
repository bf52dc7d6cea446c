import { Check, TriangleAlert } from 'lucide-react'
import type { DraftMail } from '../api/content-types'
import { useWords } from '../words/use-words'
import styles from './mail-checks.module.css'

/** What is better mended before the mail as it stands is sent; a row leads to its place. */
export function MailChecks({
  draft,
  onShow,
}: {
  draft: DraftMail | undefined
  onShow: (line: number) => void
}) {
  const { t } = useWords()
  if (!draft) return null
  const { warnings } = draft
  if (warnings.length === 0)
    return (
      <p className={styles.fine}>
        <Check className="icon-s" aria-hidden="true" />
        {t('mail.nothingToMend')}
      </p>
    )
  return (
    <section className={styles.checks} aria-label={t('mail.checks')}>
      <h2>{t('mail.checksFound', { n: warnings.length })}</h2>
      <ul>
        {warnings.map(({ code, line, column, message }) => (
          <li key={`${code} ${line}:${column} ${message}`}>
            <TriangleAlert className="icon-s" aria-hidden="true" />
            <span>{message}</span>
            {line !== null && (
              <button type="button" onClick={() => onShow(line)}>
                {t('mail.atLine', { line })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
