import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import styles from './outline.module.css'
import { OutlineLine } from './outline-line'
import { placesOf, unfolded } from './outline-rows'
import { useOutlineRows } from './use-outline-rows'

/** What a line of two lines of text takes; each is measured once it is drawn. */
const ROW_PX = 56
/** Lines kept drawn above and below those in sight. */
const BEYOND = 12

/**
 * The scenario as a tree of sentences, with all that can be done to it: the second editor beside the drawing.
 * Only the lines in sight are in the page, and the one that holds the keyboard.
 */
export function Outline() {
  const { t } = useWords()
  const { flow } = useSession()
  const all = useOutlineRows()
  const folded = useCanvas((state) => state.folded)
  const rows = useMemo(() => unfolded(all, folded), [all, folded])
  const places = useMemo(() => placesOf(all), [all])
  const count = useContent((content) => Object.keys(content.nodes).length)
  const at = useCanvas((state) => state.outlineAt)
  const stands = rows.find(({ key }) => key === at)?.key ?? rows[0]?.key
  const scroll = useRef<HTMLDivElement>(null)
  const standsAt = rows.findIndex(({ key }) => key === stands)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: BEYOND,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      if (standsAt < 0 || indexes.includes(standsAt)) return indexes
      return [...indexes, standsAt].sort((a, b) => a - b)
    },
  })
  useAskedRow((index) => lines.scrollToIndex(index, { align: 'auto' }))
  return (
    <div ref={scroll} className={styles.scroll}>
      <div
        role="tree"
        className={styles.tree}
        style={{ height: lines.getTotalSize() }}
        aria-label={t('outline.name', { name: flow.name, n: count })}
      >
        {lines.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          return (
            row && (
              <div
                key={key}
                ref={lines.measureElement}
                data-index={index}
                role="none"
                className={styles.slot}
                style={{ transform: `translateY(${start}px)` }}
              >
                <OutlineLine
                  row={row}
                  {...(places.get(row.key) ?? { place: 1, of: 1 })}
                  stands={row.key === stands}
                  folded={folded.includes(row.key)}
                />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

/** Opens what hides the row that was asked for, brings it into sight and puts the keyboard on it. */
function useAskedRow(bring: (index: number) => void) {
  const { store } = useSession()
  const all = useOutlineRows()
  const folded = useCanvas((state) => state.folded)
  const asked = useCanvas((state) => state.outlineAsked)
  const at = useCanvas((state) => state.outlineAt)
  const done = useRef(asked)
  useEffect(() => {
    if (done.current === asked) return
    const parents = new Map(all.map(({ key, parent }) => [key, parent]))
    if (!at || !parents.has(at)) return
    for (let up = parents.get(at); up; up = parents.get(up)) {
      if (!folded.includes(up)) continue
      store.getState().fold(up, false)
      return
    }
    done.current = asked
    bring(unfolded(all, folded).findIndex(({ key }) => key === at))
    requestAnimationFrame(() =>
      document.getElementById(`card-${at}`)?.focus({ preventScroll: true }),
    )
  }, [asked, at, all, folded, store, bring])
}
