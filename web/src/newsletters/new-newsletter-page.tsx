import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { createFlow, flowsQuery } from '../api/flows'
import { mailTemplatesQuery } from '../api/messages'
import { segmentsQuery } from '../api/segments'
import { DrawnForm } from '../app/drawn-form'
import { Page, PageHead } from '../app/page'
import { useWorkspace } from '../app/use-workspace'
import { tomorrow } from '../canvas/publish/when'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { isPast, type NewsletterForm, newsletterDrawing } from './newsletter-drawing'
import styles from './newsletters.module.css'
import { WhenFields } from './when-fields'

/** Not a segment's id: those who have agreed to emails. */
const EVERYONE = 'everyone'
const kinds = ['information', 'prospecting', 'loyalty', 'survey', 'event'] as const

/** A newsletter in one page: for whom, which mail, when, how fast. It becomes an ordinary scenario. */
export function NewNewsletterPage() {
  const { t } = useWords()
  const workspace = useWorkspace()
  return (
    <Page crumb={{ to: '/messages', label: t('nav.messages'), here: t('newsletters.new') }}>
      <PageHead title={t('newsletters.new')} />
      {workspace && (
        <DrawnForm>
          <NewsletterPanel timeZone={workspace.timeZone} now={workspace.clock.now} />
        </DrawnForm>
      )}
    </Page>
  )
}

function NewsletterPanel({ timeZone, now }: { timeZone: string; now: string }) {
  const { t, language } = useWords()
  const [form, setForm] = useState<NewsletterForm>(() => ({
    ...{ name: '', segmentId: null, templateId: null, typology: 'information' },
    ...{
      when: 'once',
      day: tomorrow({ now, timeZone }).day,
      time: '09:00',
      weekday: 'MO',
      zone: 'workspace',
    },
    ...{ pace: 'none', people: 1000, hours: 4 },
  }))
  const change = (part: Partial<NewsletterForm>) => setForm({ ...form, ...part })
  const drawing = newsletterDrawing(form, { timeZone, now, language })
  const create = useCreate(drawing)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (drawing) create.mutate()
  }
  return (
    <form className={`${panel.panel} ${styles.form}`} onSubmit={submit}>
      <Labelled label={t('newsletters.name')}>
        {(props) => (
          <input
            {...props}
            className={fields.field}
            value={form.name}
            maxLength={120}
            placeholder={t('newsletters.namePlaceholder')}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Labelled>
      <WhatFields form={form} change={change} />
      <WhenFields {...{ form, change, timeZone }} isPast={isPast(form, { timeZone, now })} />
      <div className={styles.actions}>
        <span className={fields.help}>{t('newsletters.createHelp')}</span>
        <Button type="submit" look="primary" disabled={!drawing || create.isPending}>
          {t('newsletters.create')}
        </Button>
      </div>
    </form>
  )
}

/** For whom, which mail, of which kind. */
function WhatFields({
  form,
  change,
}: {
  form: NewsletterForm
  change: (part: Partial<NewsletterForm>) => void
}) {
  const { t } = useWords()
  const segments = useQuery(segmentsQuery())
  const mails = useQuery(mailTemplatesQuery())
  const audiences = (segments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Labelled label={t('newsletters.audience')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={form.segmentId ?? EVERYONE}
            choices={[{ value: EVERYONE, label: t('newsletters.everyone') }, ...audiences]}
            onChange={(next) => change({ segmentId: next === EVERYONE ? null : next })}
          />
        )}
      </Labelled>
      <Labelled
        label={t('newsletters.mail')}
        error={mails.data?.items.length === 0 ? t('newsletters.noMail') : null}
      >
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={form.templateId}
            placeholder={t('newsletters.chooseMail')}
            choices={(mails.data?.items ?? []).map((mail) => ({
              value: mail.id,
              label: mail.name,
            }))}
            onChange={(templateId) => change({ templateId })}
          />
        )}
      </Labelled>
      <Labelled label={t('newsletters.kind')} help={t('newsletters.kindHelp')}>
        {({ id }) => (
          <Select
            id={id}
            look="field"
            value={form.typology}
            choices={kinds.map((kind) => ({ value: kind, label: t(`typology.${kind}`) }))}
            onChange={(next) => change({ typology: next as NewsletterForm['typology'] })}
          />
        )}
      </Labelled>
    </>
  )
}

function useCreate(drawing: ReturnType<typeof newsletterDrawing>) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => createFlow({ ...drawing }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: flowsQuery().queryKey })
      await navigate({ to: '/scenarios/$flowId/sendings', params: { flowId: id } })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
}
