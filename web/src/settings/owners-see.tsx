import { type ReactNode, useId } from 'react'
import { useWorkspace } from '../app/use-workspace'
import panel from '../ui/panel.module.css'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

/** A panel that the server shows to owners alone; to others it says so. */
export function OwnersSee({
  name,
  title,
  children,
}: {
  name: string
  title: WordKey
  children: ReactNode
}) {
  const { t } = useWords()
  const id = useId()
  const isOwner = useWorkspace()?.role === 'owner'
  return (
    <div data-panel={name}>
      {isOwner ? (
        children
      ) : (
        <section className={`${panel.panel} ${styles.form}`} aria-labelledby={id}>
          <h2 id={id}>{t(title)}</h2>
          <p className={styles.about}>{t('settings.ownersSee')}</p>
        </section>
      )}
    </div>
  )
}
