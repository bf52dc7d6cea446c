import { Dialog } from '../ui/dialog'
import { Failed, Loading } from '../ui/states'
import styles from './mail-shown.module.css'

/** A mail in a dialog, in a frame that may run nothing; what stands in its place until it is there. */
export function MailShown({
  title,
  about,
  html,
  error,
  close,
}: {
  title: string
  about?: string
  html: string | undefined
  error: Error | null
  close: () => void
}) {
  return (
    <Dialog open width={680} title={title} about={about} onClose={close}>
      {error && <Failed error={error} />}
      {html === undefined && !error && <Loading rows={6} />}
      {html !== undefined && (
        <iframe className={styles.frame} title={title} sandbox="" srcDoc={html} />
      )}
    </Dialog>
  )
}
