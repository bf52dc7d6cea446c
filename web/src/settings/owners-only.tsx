import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWorkspace } from '../app/use-workspace'
import { useWords } from '../words/use-words'
import styles from './owners-only.module.css'

/** A panel of settings that the server takes from owners alone: to others it is to be read, and says who may change it. */
export function OwnersOnly({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useWords()
  const mayChange = useWorkspace()?.role === 'owner'
  return (
    <fieldset className={styles.panel} disabled={!mayChange} data-panel={name}>
      {!mayChange && (
        <p className={styles.locked}>
          <Lock className="icon-s" aria-hidden="true" />
          {t('settings.ownersOnly')}
        </p>
      )}
      {children}
    </fieldset>
  )
}
