import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { createMailTemplate, mailTemplatesQuery } from '../api/messages'
import { queryClient } from '../api/query-client'
import { DrawersOnly } from '../app/drawers-only'
import { Page, PageHead } from '../app/page'
import table from '../home/home.module.css'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import cards from '../ui/row-cards.module.css'
import { Loading, Unanswered } from '../ui/states'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import { starterMail } from './starter-mail'

/** The mails of the workspace, with where each is used. */
export function MessagesPage() {
  const { t, date, language } = useWords()
  const navigate = useNavigate()
  const asked = useQuery(mailTemplatesQuery())
  const { data, isPending } = asked
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
                <th style={{ width: 140 }}>{t('messages.languages')}</th>
                <th style={{ width: 320 }}>{t('messages.usedBy')}</th>
                <th style={{ width: 150 }}>{t('home.edited')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <tr
                  key={mail.id}
                  onClick={() =>
                    void navigate({ to: '/messages/$templateId', params: { templateId: mail.id } })
                  }
                >
                  <td>
                    <span className={table.name}>
                      <Tile tone="message" icon="mail" />
                      <span>
                        <Link to="/messages/$templateId" params={{ templateId: mail.id }}>
                          <b>{mail.name}</b>
                        </Link>
                        <small>{t('messages.version', { version: mail.version })}</small>
                      </span>
                    </span>
                  </td>
                  <td data-label={t('messages.languages')}>
                    <span className={table.chips}>
                      {mail.languages.map((each) => (
                        <Chip key={each} small tone="outline">
                          {each.toUpperCase()}
                        </Chip>
                      ))}
                    </span>
                  </td>
                  <td
                    data-label={t('messages.usedBy')}
                    style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}
                  >
                    {mail.usedBy.map((flow) => flow.name).join(', ') || '–'}
                  </td>
                  <td data-label={t('home.edited')}>{date(mail.updatedAt, 'moment')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}
