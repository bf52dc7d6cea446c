import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import clsx from 'clsx'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words'
import { IconButton } from './button'
import styles from './dialog.module.css'

/** A dialog with a title, a body and its buttons. `side` slides in from the right as a list to read. */
export function Dialog({
  open,
  onClose,
  title,
  about,
  children,
  footer,
  width = 520,
  side,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  about?: ReactNode
  children: ReactNode
  footer?: ReactNode
  width?: number
  side?: boolean
}) {
  const { t } = useWords()
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.veil} />
        <BaseDialog.Popup
          className={clsx(styles.popup, side ? styles.side : styles.middle)}
          style={{ width }}
        >
          <header className={styles.head}>
            <div className={styles.grow}>
              <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
              {about && (
                <BaseDialog.Description className={styles.about}>{about}</BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close render={<IconButton label={t('common.close')} />}>
              <X className="icon" aria-hidden="true" />
            </BaseDialog.Close>
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
