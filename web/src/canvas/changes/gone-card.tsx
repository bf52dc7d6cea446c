import type { GraphNode } from '@relance/core/graph/graph'
import { sentenceText } from '@relance/core/node/sentence'
import { Undo2 } from 'lucide-react'
import { Button } from '../../ui/button'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { announce } from '../announce'
import { useSession } from '../canvas-context'
import { tileOf } from '../cards/tile-of'
import type { DraftContent, Point } from '../document/draft-content'
import { restoreChange } from '../document/restore-version'
import { stepSentence } from '../step-sentence'
import { stepTitles } from '../step-titles'
import { kindOf, stepType } from '../step-types'
import { useView } from '../use-view'
import styles from './gone.module.css'

/** A step that is gone: read, not chosen or edited; one press brings it back. */
export function GoneCard({ node, at, live }: { node: GraphNode; at: Point; live: DraftContent }) {
  const { t, language } = useWords()
  const { document, names, store } = useSession()
  const view = useView()
  const title = stepTitles(live, language).get(node.id) ?? node.id
  const sentence = sentenceText(stepSentence(node, language, names))
  const bringBack = () => {
    const act = { key: 'act.bringBack', values: { step: title } }
    restoreChange(document, live, { kind: 'removed', nodeId: node.id }, kindOf, act)
    store.getState().select([node.id])
    view.focus(node.id)
    announce(t('compare.broughtBack', { step: title }))
  }
  return (
    <section
      className={`${styles.card} nodrag nopan`}
      data-gone={node.id}
      aria-label={t('compare.goneName', { step: title, sentence })}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
    >
      <Tile size="small" {...tileOf(stepType(node.type), node)} />
      <div className={styles.text}>
        <span className={styles.badge}>{t('compare.gone')}</span>
        <p title={sentence}>{sentence}</p>
      </div>
      <Button size="small" look="ghost" onClick={bringBack}>
        <Undo2 className="icon-s" aria-hidden="true" />
        {t('compare.bringBack')}
      </Button>
    </section>
  )
}
