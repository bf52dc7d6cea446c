import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOfError } from '../api/api-error'
import type { MailTemplate } from '../api/content-types'
import { previewMailTemplate } from '../api/messages'
import type { ContactRef } from '../api/types'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { CustomerChoice } from './customer-choice'
import styles from './mail.module.css'
import { MailChecks } from './mail-checks'

const looks = ['screen', 'phone', 'text'] as const
const PHONE_WIDTH = 380

/** The saved mail as one customer would get it: on a screen, on a phone, or as text; and what to mend of it. */
export function MailPreview({
  mail,
  language,
  onShow,
}: {
  mail: MailTemplate
  language: string
  onShow: (line: number) => void
}) {
  const { t } = useWords()
  const [look, setLook] = useState<(typeof looks)[number]>('screen')
  const [customer, setCustomer] = useState<ContactRef | null>(null)
  const { data, error } = useQuery({
    queryKey: ['mail-preview', mail.id, mail.version, language, customer?.id],
    queryFn: () => previewMailTemplate(mail.id, language, customer?.id),
    placeholderData: (before) => before,
  })
  return (
    <section className={`${panel.panel} ${styles.preview}`} aria-label={t('mail.preview')}>
      <div className={styles.bar}>
        <CustomerChoice chosen={customer} onChoose={setCustomer} />
        <fieldset className={styles.tabs} aria-label={t('mail.look')}>
          {looks.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === look}
              onClick={() => setLook(each)}
            >
              {t(`mail.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <p className={styles.subject}>{data?.subject ?? t('mail.preview')}</p>
      {error && <p className={styles.error}>{messageOfError(error)}</p>}
      <div className={styles.stage}>
        {look === 'text' ? (
          <textarea
            className={styles.text}
            readOnly
            aria-label={t('mail.text')}
            value={data?.text ?? ''}
          />
        ) : (
          <iframe
            title={t('mail.preview')}
            sandbox=""
            srcDoc={data?.html ?? ''}
            style={{ width: look === 'phone' ? PHONE_WIDTH : '100%' }}
          />
        )}
      </div>
      <MailChecks mail={mail} language={language} onShow={onShow} />
    </section>
  )
}
