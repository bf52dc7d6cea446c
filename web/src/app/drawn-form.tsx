import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words'
import styles from './drawn-form.module.css'
import { mayDrawIn, useWorkspace } from './use-workspace'

/** A form that the server takes from those who draw alone: whoever only looks reads it, and why it stays as it is. */
export function DrawnForm({ children }: { children: ReactNode }) {
  const mayDraw = mayDrawIn(useWorkspace())
  return (
    <fieldset className={styles.form} disabled={!mayDraw}>
      {!mayDraw && <OnlyLooks />}
      {children}
    </fieldset>
  )
}

/** Why somebody who only looks cannot change or begin anything here. */
export function OnlyLooks() {
  const { t } = useWords()
  return (
    <p className={styles.looks}>
      <Lock className="icon-s" aria-hidden="true" />
      {t('common.onlyLooks')}
    </p>
  )
}
