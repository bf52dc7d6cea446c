import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { createMailTemplate, mailChecksQuery, mailTemplatesQuery } from '../api/messages'
import { queryClient } from '../api/query-client'
import { messageReportQuery } from '../api/reports'
import { DrawersOnly } from '../app/drawers-only'
import { Page, PageHead } from '../app/page'
import table from '../home/home.module.css'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { MailRow } from './mail-row'
import { starterMail } from './starter-mail'

/** The mails of the workspace, with where each is used, what came of it, and how it stands. */
export function MessagesPage() {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const asked = useQuery(mailTemplatesQuery())
  const { data, isPending } = asked
  const { data: report } = useQuery(messageReportQuery('mail', { days: 30 }))
  const { data: checks } = useQuery(mailChecksQuery())
  const figuresOf = new Map(report?.items.map((row) => [row.key, row]))
  const checkOf = new Map(checks?.items.map((row) => [row.id, row]))
  const make = useMutation({
    mutationFn: () =>
      createMailTemplate(t('messages.untitled'), { [language]: starterMail(language) }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: mailTemplatesQuery().queryKey })
      await navigate({ to: '/messages/$templateId', params: { templateId: id } })
    },
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  const mails = data?.items ?? []
  return (
    <Page>
      <PageHead
        title={t('nav.messages')}
        about={mails.length > 0 ? t('messages.about', { n: mails.length }) : undefined}
      >
        <DrawersOnly>
          <LinkButton to="/newsletters/new">{t('newsletters.new')}</LinkButton>
        </DrawersOnly>
        <LinkButton to="/messages/figures">{t('figures.title')}</LinkButton>
        <DrawersOnly>
          <Button look="primary" disabled={make.isPending} onClick={() => make.mutate()}>
            <Plus className="icon-s" aria-hidden="true" />
            {t('messages.new')}
          </Button>
        </DrawersOnly>
      </PageHead>
      <Unanswered asked={asked} />
      {isPending && <Loading rows={5} height={54} />}
      {data && mails.length === 0 && <p>{t('messages.none')}</p>}
      {mails.length > 0 && (
        <div className={panel.panel}>
          <table className={`${table.table} ${cards.cards}`}>
            <thead>
              <tr>
                <th>{t('messages.mail')}</th>
                <th style={{ width: 108 }}>{t('messages.languages')}</th>
                <th style={{ width: 170 }}>{t('messages.usedBy')}</th>
                <th style={{ width: 150 }}>{t('messages.results')}</th>
                <th style={{ width: 80 }}>{t('messages.weight')}</th>
                <th style={{ width: 176 }}>{t('messages.checks')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <MailRow
                  key={mail.id}
                  mail={mail}
                  figures={report && (figuresOf.get(mail.id) ?? null)}
                  check={checkOf.get(mail.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}
