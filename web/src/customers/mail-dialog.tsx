import { useQuery } from '@tanstack/react-query'
import { messageContentQuery } from '../api/contacts'
import { useWords } from '../words/use-words'
import { MailShown } from './mail-shown'

/** A mail as this person got it. */
export function MailDialog({ messageId, close }: { messageId: string; close: () => void }) {
  const { t } = useWords()
  const { data, error } = useQuery(messageContentQuery(messageId))
  const title = data?.subject ?? t('history.mail')
  return <MailShown title={title} html={data?.html} error={error} close={close} />
}
