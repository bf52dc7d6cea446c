import { MonitorSmartphone, Workflow } from 'lucide-react'
import { useEffect } from 'react'
import { toast } from 'sonner'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { DraftPanel } from '../panels/draft-panel'
import { EmptyStart } from '../panels/empty-start'
import { ProblemsPanel } from '../panels/problems-panel'
import { RulesPanel } from '../panels/rules-panel'
import { SearchBar } from '../search/search-bar'
import { useView } from '../use-view'
import { Outline } from './outline'
import styles from './outline.module.css'

/** The outline with what stands around it: the way back to the drawing, the rules, the draft and its problems. */
export function OutlineView() {
  const { t } = useWords()
  const { store } = useSession()
  const view = useView()
  useEffect(() => {
    const id = store.getState().selected[0]
    if (id) view.focus(id)
  }, [store, view])
  return (
    <section
      className={styles.region}
      data-canvas
      data-region="canvas"
      aria-label={t('outline.title')}
    >
      <header className={styles.head}>
        <h2>{t('outline.title')}</h2>
        <ComputerLink />
        <Button size="small" onClick={() => store.getState().showOutline(false)}>
          <Workflow className="icon-s" aria-hidden="true" />
          {t('outline.drawing')}
        </Button>
      </header>
      <div className={styles.body}>
        <Outline />
        <div className={styles.panels} data-region="panels">
          <RulesPanel />
          <DraftPanel />
          <ProblemsPanel />
        </div>
      </div>
      <EmptyStart />
      <SearchBar />
    </section>
  )
}

/** On a telephone: takes the page's address along to where there is room to draw. */
function ComputerLink() {
  const { t } = useWords()
  const take = async () => {
    const url = window.location.href
    if (navigator.share) {
      // Closing the system's sheet without choosing is no failure.
      await navigator.share({ url }).catch((error: Error) => {
        if (error.name !== 'AbortError') throw error
      })
      return
    }
    await navigator.clipboard.writeText(url)
    toast(t('outline.addressCopied'))
  }
  return (
    <Button size="small" look="ghost" className={styles.computer} onClick={() => void take()}>
      <MonitorSmartphone className="icon-s" aria-hidden="true" />
      {t('outline.computer')}
    </Button>
  )
}
