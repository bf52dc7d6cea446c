import { CircleAlert } from 'lucide-react'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { stepType } from '../step-types'
import { useStepStats } from '../use-stats'
import { LineAdd } from './line-add'
import styles from './outline.module.css'
import { type LinePlace, OutlineFrame } from './outline-frame'
import type { ExitRow } from './outline-rows'

/** A way out of a step: its label and the share that takes it; while it is open, that it leads nowhere. */
export function ExitLine({ row, ...place }: LinePlace & { row: ExitRow }) {
  const { t, say, share } = useWords()
  const { readOnly } = useSession()
  const node = useContent((content) => content.nodes[row.from])
  const stats = useStepStats(row.from)
  const label = (node && stepType(node.type)?.exits(node.config)) ?? []
  const words = label.find(({ exit }) => exit === row.exit)?.label
  const exit = words ? say(words) : row.exit
  const people = stats?.exits[row.exit]
  const part = stats && people !== undefined && stats.passed > 0 ? share(people / stats.passed) : ''
  const told = [row.number, part ? `${exit}, ${part}` : exit].filter(Boolean).join(' ')
  const name = row.open
    ? t(row.number ? 'outline.exitOpen' : 'outline.onlyExitOpen', { exit: told })
    : t('outline.exit', { exit: told })
  return (
    <OutlineFrame row={row} {...place} name={name}>
      {row.number && <span className={styles.number}>{row.number}</span>}
      {row.number && <span className={styles.label}>{exit}</span>}
      {part && <span className={styles.share}>{part}</span>}
      {row.open && (
        <span className={styles.nowhere}>
          <CircleAlert className="icon-s" aria-hidden="true" />
          {t('outline.nowhere')}
        </span>
      )}
      {!readOnly && (
        <LineAdd after={row.from} exit={row.exit} label={row.open ? exit : undefined} />
      )}
    </OutlineFrame>
  )
}
