import { useQuery } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import type { MailTemplate } from '../api/content-types'
import { mailCheckQuery } from '../api/messages'
import { useWords } from '../words/use-words'
import styles from './mail.module.css'

/** What is better mended before the saved mail is sent; a row leads to its line. */
export function MailChecks({
  mail,
  language,
  onShow,
}: {
  mail: MailTemplate
  language: string
  onShow: (line: number) => void
}) {
  const { t, language: reader } = useWords()
  const { data } = useQuery(mailCheckQuery(mail.id, mail.version, reader))
  if (!data) return null
  const problems = data.problems.filter(({ locale }) => locale === language)
  if (problems.length === 0)
    return (
      <p className={styles.fine}>
        <Check className="icon-s" aria-hidden="true" />
        {t('mail.nothingToMend')}
      </p>
    )
  return (
    <section className={styles.checks} aria-label={t('mail.checks')}>
      <h2>{t('mail.checksFound', { n: problems.length })}</h2>
      <ul>
        {problems.map(({ code, line, column, message }) => (
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
