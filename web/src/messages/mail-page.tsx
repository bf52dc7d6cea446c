import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { mailTemplateQuery } from '../api/messages'
import { Page } from '../app/page'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { MailEditor } from './mail-editor'

/** One mail: written as blocks or as code in each language, seen as any customer would get it. */
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
