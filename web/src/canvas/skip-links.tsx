import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import { useCanvas, useSession } from './canvas-context'
import { focusOnceDrawn } from './focus-once-drawn'
import styles from './scenario-page.module.css'

/** First in the Tab order and seen only then: straight to the drawing, the outline, the settings, the problems. */
export function SkipLinks() {
  const { t } = useWords()
  const { store } = useSession()
  const hasInspector = useCanvas(
    (state) => state.selected.length > 0 || state.selectedEdge !== null || state.rulesShown,
  )
  const canvas =
    '[data-canvas] :is([data-step], [data-exit])[tabindex="0"], [data-canvas][tabindex="0"]'
  const show = (outline: boolean) => {
    store.getState().showOutline(outline)
    focusOnceDrawn(canvas)
  }
  const problems = () => {
    store.getState().toggle('problems', true)
    focusOnceDrawn('[data-problem], [data-no-problem]')
  }
  const place = useSyncExternalStore(never, firstOfAll)
  if (!place) return null
  return createPortal(
    <nav className={styles.skip} aria-label={t('skip.name')}>
      <Button onClick={() => show(false)}>{t('skip.canvas')}</Button>
      <Button onClick={() => show(true)}>{t('skip.outline')}</Button>
      {hasInspector && (
        <Button onClick={() => focusOnceDrawn('[data-inspector] :is(input, button)')}>
          {t('skip.inspector')}
        </Button>
      )}
      <Button onClick={problems}>{t('skip.problems')}</Button>
    </nav>,
    place,
  )
}

/** Where the app's frame begins, before its menu: it is there whenever a page is. */
const firstOfAll = () => document.getElementById('skip-links')
const never = () => () => undefined
