import { useQuery } from '@tanstack/react-query'
import { messageContentQuery } from '../api/contacts'
import { Dialog } from '../ui/dialog'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './mail-dialog.module.css'

/** A mail as this person got it. Shown in a frame that may run nothing. */
export function MailDialog({ messageId, close }: { messageId: string; close: () => void }) {
  const { t } = useWords()
  const { data, error } = useQuery(messageContentQuery(messageId))
  return (
    <Dialog open width={680} title={data?.subject ?? t('history.mail')} onClose={close}>
      {error && <Failed error={error} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <iframe className={styles.frame} title={data.subject} sandbox="" srcDoc={data.html} />
      )}
    </Dialog>
  )
}
