import type { ReactNode } from 'react'
import { ApiError } from '../api/api-error'
import type { DraftMail, MailField, MailLanguage } from '../api/content-types'
import fieldStyles from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import { CodeEditor } from './code-editor'
import styles from './mail.module.css'
import type { MailLook } from './mail-looks'
import { useMailFrame } from './visual/use-mail-frame'

const PHONE_WIDTH = 375
const EMPTY = '<!doctype html><html><head></head><body></body></html>'

/** The mail as its source, beside what a customer would get. */
export function CodeView({
  source,
  draft,
  look,
  fields,
  failure,
  shown,
  checks,
  onChange,
}: {
  source: MailLanguage
  draft: DraftMail | undefined
  look: MailLook
  fields: readonly MailField[]
  /** Why the source cannot be made into a mail; null where it can. */
  failure: Error | null
  shown: { line: number } | null
  checks: ReactNode
  onChange: (change: Partial<MailLanguage>, about?: string) => void
}) {
  const { t } = useWords()
  const { frame, height, onLoad } = useMailFrame(draft?.html, look.theme)
  const line =
    failure instanceof ApiError && typeof failure.body.line === 'number' ? failure.body.line : null
  const words = (name: 'subject' | 'preheader') => (
    <Labelled label={t(`mail.${name}`)}>
      {(props) => (
        <input
          {...props}
          className={fieldStyles.field}
          value={source[name]}
          onChange={(event) => onChange({ [name]: event.target.value }, name)}
        />
      )}
    </Labelled>
  )
  return (
    <div className={styles.codeView}>
      <section className={styles.editor}>
        {words('subject')}
        {words('preheader')}
        <p className={fieldStyles.label}>{t('mail.source')}</p>
        <CodeEditor
          value={source.mjml}
          onChange={(mjml) => onChange({ mjml }, 'code')}
          label={t('mail.source')}
          errorLine={line}
          shown={shown}
          fields={fields}
        />
        {failure && (
          <p className={styles.error} role="alert">
            {line ? t('mail.errorAt', { line, message: failure.message }) : failure.message}
          </p>
        )}
      </section>
      <section className={styles.preview} aria-label={t('mail.preview')}>
        <p className={styles.subject}>{draft?.subject ?? t('mail.preview')}</p>
        <div className={styles.frame}>
          <iframe
            ref={frame}
            title={t('mail.preview')}
            sandbox="allow-same-origin"
            srcDoc={EMPTY}
            onLoad={onLoad}
            style={{ width: look.screen === 'phone' ? PHONE_WIDTH : '100%', height }}
          />
        </div>
        {checks}
      </section>
    </div>
  )
}
