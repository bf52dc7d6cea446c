import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, messageOfError } from '../api/api-error'
import type { MailLanguage, MailTemplate } from '../api/content-types'
import { staleFacts } from '../api/flows'
import { mailTemplateQuery, mailTemplatesQuery, saveMailTemplate } from '../api/messages'
import { queryClient } from '../api/query-client'
import { Page } from '../app/page'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { CodeEditor } from './code-editor'
import styles from './mail.module.css'
import { MailPreview } from './mail-preview'
import { starterMail } from './starter-mail'

/** One mail: subject, preview line and source in each language, beside what a person would get. */
export function MailPage() {
  const { t } = useWords()
  const { templateId } = useParams({ from: '/app/messages/$templateId' })
  const { data, error, refetch } = useQuery(mailTemplateQuery(templateId))
  if (data) return <MailEditor key={data.id} mail={data} />
  return (
    <Page crumb={{ to: '/messages', label: t('nav.messages'), here: '…' }}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={6} />}
    </Page>
  )
}

const languages = ['en', 'fr'] as const

function MailEditor({ mail }: { mail: MailTemplate }) {
  const { t, language: reader } = useWords()
  const [name, setName] = useState(mail.name)
  const [sources, setSources] = useState<Record<string, MailLanguage>>(mail.languages)
  const [language, setLanguage] = useState<'en' | 'fr'>(
    mail.languages[reader] ? reader : mail.languages.en ? 'en' : 'fr',
  )
  const [shown, setShown] = useState<{ line: number } | null>(null)
  const source = sources[language]
  const save = useMutation({
    mutationFn: () => saveMailTemplate(mail.id, name, sources),
    onSuccess: async (saved) => {
      toast.success(t('mail.saved', { version: saved.version }))
      await queryClient.invalidateQueries({ queryKey: mailTemplateQuery(mail.id).queryKey })
      await queryClient.invalidateQueries({ queryKey: mailTemplatesQuery().queryKey })
      await queryClient.invalidateQueries({ queryKey: ['mail-preview', mail.id] })
      await queryClient.invalidateQueries(staleFacts)
    },
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  const set = (change: Partial<MailLanguage>) =>
    source && setSources({ ...sources, [language]: { ...source, ...change } })
  const wrong = save.error instanceof ApiError ? save.error : null
  const line = typeof wrong?.body.line === 'number' ? wrong.body.line : null
  const tools = (
    <Button look="primary" disabled={save.isPending} onClick={() => save.mutate()}>
      {t('mail.save')}
    </Button>
  )
  return (
    <Page wide crumb={{ to: '/messages', label: t('nav.messages'), here: mail.name }} tools={tools}>
      <div className={styles.page}>
        <section className={`${panel.panel} ${styles.editor}`}>
          <div className={styles.bar}>
            <input
              className={styles.name}
              aria-label={t('mail.name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <fieldset className={styles.tabs} aria-label={t('mail.language')}>
              {languages.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === language}
                  onClick={() => setLanguage(each)}
                >
                  {t(`language.${each}`)}
                </button>
              ))}
            </fieldset>
          </div>
          {source ? (
            <>
              <Labelled label={t('mail.subject')}>
                {(props) => (
                  <input
                    {...props}
                    className={fields.field}
                    value={source.subject}
                    onChange={(event) => set({ subject: event.target.value })}
                  />
                )}
              </Labelled>
              <Labelled label={t('mail.preheader')}>
                {(props) => (
                  <input
                    {...props}
                    className={fields.field}
                    value={source.preheader}
                    onChange={(event) => set({ preheader: event.target.value })}
                  />
                )}
              </Labelled>
              <p className={fields.label}>{t('mail.source')}</p>
              <CodeEditor
                value={source.mjml}
                onChange={(mjml) => set({ mjml })}
                label={t('mail.source')}
                errorLine={line}
                shown={shown}
              />
              {wrong && (
                <p className={styles.error} role="alert">
                  {line ? t('mail.errorAt', { line, message: wrong.message }) : wrong.message}
                </p>
              )}
            </>
          ) : (
            <div className={styles.missing}>
              <p>{t('mail.noLanguage')}</p>
              <Button
                onClick={() =>
                  setSources({
                    ...sources,
                    [language]: Object.values(sources)[0] ?? starterMail(language),
                  })
                }
              >
                {t('mail.addLanguage')}
              </Button>
            </div>
          )}
        </section>
        <MailPreview mail={mail} language={language} onShow={(at) => setShown({ line: at })} />
      </div>
    </Page>
  )
}
