import clsx from 'clsx'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { ChangeBadge } from '../cards/change-badge'
import { Sentence } from '../cards/sentence'
import cardStyles from '../cards/step-card.module.css'
import { tileOf } from '../cards/tile-of'
import { useCardChange } from '../cards/use-card-change'
import presenceStyles from '../presence/presence.module.css'
import { useOtherAt } from '../presence/use-presence'
import { PathBadge } from '../try/path-badge'
import { useStepProblem } from '../use-problems'
import { useStepStats } from '../use-stats'
import { useStep } from '../use-step'
import { LineAdd } from './line-add'
import { LineFigures } from './line-figures'
import styles from './outline.module.css'
import { type LinePlace, OutlineFrame } from './outline-frame'
import type { StepRow } from './outline-rows'
import { useStepName } from './use-step-name'

/** A step as a line: its number, its sentence, its figures, what is wrong with it. */
export function StepLine({ row, ...place }: LinePlace & { row: StepRow }) {
  const { t } = useWords()
  const { readOnly } = useSession()
  const { definition, title, parts, node } = useStep(row.id)
  const stats = useStepStats(row.id)
  const problem = useStepProblem(row.id)
  const change = useCardChange(row.id)
  const other = useOtherAt(row.id)
  const name = useStepName(row, { title, parts, stats, problem, change })
  const category = definition?.category ?? 'custom'
  const eyebrow = category === 'trigger' && !node?.name ? t('category.trigger') : title
  return (
    <OutlineFrame row={row} {...place} name={name}>
      <span className={styles.number}>{row.number}</span>
      <Tile {...tileOf(definition, node)} />
      <span className={styles.text}>
        <span className={clsx(styles.eyebrow, cardStyles[category])}>
          {eyebrow}
          {change && <ChangeBadge change={change} />}
          {other && (
            <span
              className={clsx(
                presenceStyles.tab,
                presenceStyles.inLine,
                presenceStyles[`who${other.colour}`],
              )}
            >
              {other.place.isEditing ? t('presence.editedBy', { name: other.name }) : other.name}
            </span>
          )}
        </span>
        <span className={styles.sentence}>
          <Sentence parts={parts} />
        </span>
        {problem && (
          <span className={clsx(styles.problem, styles[problem.severity])}>
            {problem.severity === 'fix' ? (
              <CircleAlert className="icon-s" aria-hidden="true" />
            ) : (
              <TriangleAlert className="icon-s" aria-hidden="true" />
            )}
            {problem.message}
          </span>
        )}
      </span>
      <PathBadge id={row.id} still />
      {stats && <LineFigures id={row.id} category={category} stats={stats} />}
      {!readOnly && row.exits === 1 && <LineAdd after={row.id} />}
    </OutlineFrame>
  )
}
