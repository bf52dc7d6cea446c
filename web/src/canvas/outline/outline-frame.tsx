import clsx from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { isTiny } from '../store/outline-slice'
import styles from './outline.module.css'
import type { OutlineRow } from './outline-rows'

/** Where a line stands in the tree. */
export interface LinePlace {
  /** Among the lines nested in the same one, from 1. */
  place: number
  of: number
  /** Whether the tree's place in the Tab order is here. */
  stands: boolean
  folded: boolean
}

/** Deeper lines than this are not moved further in. */
const DEEPEST = 12

/** The tree item around a line: what it is called, its depth, its place, and what a press on it selects. */
export function OutlineFrame({
  row,
  place,
  of,
  stands,
  folded,
  name,
  children,
}: LinePlace & { row: OutlineRow; name: string; children: ReactNode }) {
  const { t } = useWords()
  const { store, document } = useSession()
  const exitKey = row.kind === 'step' ? null : `${row.from}:${row.exit}`
  const selected = useCanvas((state) =>
    row.kind === 'step' ? state.selected.includes(row.id) : state.selectedEdge === exitKey,
  )
  const fold = () => store.getState().fold(row.key, !folded)
  const choose = () => {
    const { selected: before, select, selectEdge } = store.getState()
    if (row.kind !== 'step') selectEdge(exitKey)
    else if (!before.includes(row.id)) select([row.id])
  }
  const press = (event: MouseEvent) => {
    store.getState().standAt(row.key)
    const more = event.ctrlKey || event.metaKey || event.shiftKey
    if (row.kind !== 'step' || !more) return choose()
    const { selected: before, select } = store.getState()
    const rest = before.filter((id) => id !== row.id)
    select(rest.length < before.length ? rest : [...before, row.id])
  }
  const keys = (event: KeyboardEvent) => {
    const wanted = { ArrowRight: false, ']': false, ArrowLeft: true, '[': true }[event.key]
    if (!row.opens || wanted === undefined || wanted === folded) return
    event.preventDefault()
    fold()
  }
  return (
    <div
      id={`card-${row.key}`}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={row.opens ? !folded : undefined}
      aria-selected={selected}
      aria-label={name}
      tabIndex={stands ? 0 : -1}
      data-step={row.kind === 'step' ? row.id : undefined}
      data-type={row.kind === 'step' ? document.content.nodes[row.id]?.type : undefined}
      data-exit={exitKey ?? undefined}
      className={clsx(styles.line, styles[row.kind], selected && styles.selected)}
      style={{ marginInlineStart: `calc(var(--indent) * ${Math.min(row.level - 1, DEEPEST)})` }}
      onClick={press}
      onKeyDown={keys}
      onFocus={({ target, currentTarget }) => {
        if (target !== currentTarget || !target.matches(':focus-visible')) return
        store.getState().standAt(row.key)
        // In a small window the settings cover the list, so they open when asked for.
        if (!isTiny()) choose()
      }}
    >
      <span className={styles.turn}>
        {row.opens && (
          <button
            type="button"
            tabIndex={-1}
            className={clsx(folded && styles.closed)}
            aria-label={folded ? t('common.unfold') : t('common.fold')}
            onClick={(event) => {
              event.stopPropagation()
              fold()
            }}
          >
            <ChevronRight className="icon-s" aria-hidden="true" />
          </button>
        )}
      </span>
      {children}
    </div>
  )
}
