import type { ReactNode } from 'react'
import type { DraftMail, MailField, MailLanguage } from '../api/content-types'
import fieldStyles from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { useWords } from '../words/use-words'
import { BrokenPreview } from './broken-preview'
import { CodeEditor } from './code-editor'
import styles from './mail.module.css'
import type { MailFault } from './mail-fault'
import type { MailLook } from './mail-looks'
import type { GoodMail } from './use-draft-mail'
import { useMailFrame } from './visual/use-mail-frame'

const PHONE_WIDTH = 375
const EMPTY = '<!doctype html><html><head></head><body></body></html>'

/** The mail as its source, beside what a customer would get. */
export function CodeView({
  source,
  draft,
  look,
  fields,
  good,
  fault,
  shown,
  checks,
  onChange,
}: {
  source: MailLanguage
  draft: DraftMail | undefined
  look: MailLook
  fields: readonly MailField[]
  /** The last one that could be made. */
  good: GoodMail | null
  /** Why the source cannot be made into a mail; null where it can. */
  fault: MailFault | null
  shown: { line: number } | null
  checks: ReactNode
  onChange: (change: Partial<MailLanguage>, about?: string) => void
}) {
  const { t } = useWords()
  const seen = draft ?? good?.draft
  const { frame, height, onLoad } = useMailFrame(seen?.html, look.theme)
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
          fault={fault}
          shown={shown}
          fields={fields}
        />
        {fault && (
          <p className={styles.error} role="alert">
            {fault.line ? t('mail.errorAt', { ...fault, line: fault.line }) : fault.message}
          </p>
        )}
      </section>
      <section className={styles.preview} aria-label={t('mail.preview')}>
        {!draft && fault && <BrokenPreview {...{ source, good }} />}
        <p className={styles.subject}>{seen?.subject ?? t('mail.preview')}</p>
        <div className={styles.frame} data-old={draft === undefined && seen !== undefined}>
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
