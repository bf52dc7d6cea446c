import { Button } from '../ui/button'
import { useWords } from '../words/use-words'
import { useCanvas, useSession } from './canvas-context'
import styles from './scenario-page.module.css'

/** First in the Tab order and seen only then: straight to the drawing, the outline, the settings, the problems. */
export function SkipLinks() {
  const { t } = useWords()
  const { store } = useSession()
  const hasInspector = useCanvas(
    (state) => state.selected.length > 0 || state.selectedEdge !== null || state.rulesShown,
  )
  const goTo = (selector: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
  const canvas =
    '[data-canvas] :is([data-step], [data-exit])[tabindex="0"], [data-canvas][tabindex="0"]'
  const show = (outline: boolean) => {
    store.getState().showOutline(outline)
    goTo(canvas)
  }
  const problems = () => {
    store.getState().toggle('problems', true)
    goTo('[data-problem]')
  }
  return (
    <nav className={styles.skip} aria-label={t('skip.name')}>
      <Button onClick={() => show(false)}>{t('skip.canvas')}</Button>
      <Button onClick={() => show(true)}>{t('skip.outline')}</Button>
      {hasInspector && (
        <Button onClick={() => goTo('[data-inspector] :is(input, button)')}>
          {t('skip.inspector')}
        </Button>
      )}
      <Button onClick={problems}>{t('skip.problems')}</Button>
    </nav>
  )
}
