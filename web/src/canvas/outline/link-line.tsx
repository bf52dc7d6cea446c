import { CornerDownRight } from 'lucide-react'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { LineAdd } from './line-add'
import styles from './outline.module.css'
import { type LinePlace, OutlineFrame } from './outline-frame'
import type { LinkRow } from './outline-rows'

/** Where a path joins a step that is listed elsewhere; a press on the number goes there. */
export function LinkLine({ row, ...place }: LinePlace & { row: LinkRow }) {
  const { t, language } = useWords()
  const { readOnly, store } = useSession()
  const title = useContent((content) => stepTitles(content, language).get(row.to)) ?? row.to
  const words = row.atMost
    ? t('outline.goesBack', { n: row.number, title, times: row.atMost })
    : t('outline.continues', { n: row.number, title })
  return (
    <OutlineFrame row={row} {...place} name={words}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.jump}
        onClick={(event) => {
          event.stopPropagation()
          store.getState().goTo(row.to)
        }}
      >
        <CornerDownRight className="icon-s" aria-hidden="true" />
        {words}
      </button>
      {!readOnly && <LineAdd after={row.from} exit={row.exit} />}
    </OutlineFrame>
  )
}
