import { Handle, Position } from '@xyflow/react'
import clsx from 'clsx'
import { Plus } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { useStepStats } from '../use-stats'
import styles from './card-exits.module.css'
import { FoldExit } from './fold-exit'
import { useJoints } from './use-joints'
import { type ShownExit, useShownExits } from './use-shown-exits'

/** Ways out under a card: pills when there are several, a plain joint when there is one. Drag one to a card to connect. */
export function CardExits({ id }: { id: string }) {
  const exits = useShownExits(id)
  const stats = useStepStats(id)
  const shape = exits
    .map((exit) => `${exit.exit}=${exit.label}:${stats?.exits[exit.exit] ?? ''}`)
    .join()
  // The joints move when the pills change width.
  useJoints(id, shape)
  if (exits.length === 0) return null
  const many = exits.length > 1
  return (
    <div className={clsx(styles.exits, many && styles.many)}>
      {exits.map((exit) => (
        <ExitJoint
          key={exit.exit}
          id={id}
          exit={exit}
          many={many}
          crowd={exits.length > 2}
          people={stats?.exits[exit.exit]}
          of={stats?.passed}
        />
      ))}
    </div>
  )
}

function ExitJoint({
  id,
  exit,
  many,
  crowd,
  people,
  of,
}: {
  id: string
  exit: ShownExit
  many: boolean
  crowd: boolean
  people: number | undefined
  of: number | undefined
}) {
  const { share } = useWords()
  const { readOnly } = useSession()
  const isSource = useCanvas(
    (state) => state.connecting?.from === id && state.connecting.exit === exit.exit,
  )
  return (
    <div className={styles.column}>
      <Handle
        type="source"
        id={exit.exit}
        position={Position.Bottom}
        isConnectable={!readOnly}
        className={clsx(
          many ? styles.pill : styles.joint,
          exit.open && styles.open,
          isSource && styles.source,
        )}
      >
        {many && <span>{exit.label}</span>}
        {many && people !== undefined && of ? <small>{share(people / of)}</small> : null}
      </Handle>
      {many && !exit.open && <FoldExit id={id} exit={exit} />}
      {exit.open && !readOnly && <OpenExit id={id} exit={exit} small={crowd} below={many} />}
    </div>
  )
}

/** An exit that leads nowhere yet: a dashed line down to "Choose what follows". */
function OpenExit({
  id,
  exit,
  small,
  below,
}: {
  id: string
  exit: ShownExit
  small: boolean
  below: boolean
}) {
  const { t } = useWords()
  const pick = useCanvas((state) => state.pick)
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation()
    const box = event.currentTarget.getBoundingClientRect()
    const at = { x: box.left + box.width / 2, y: box.top }
    pick({ mode: 'add', place: { on: 'exit', from: id, exit: exit.exit }, at })
  }
  const name = below ? t('canvas.addOnExit', { exit: exit.label }) : t('canvas.addAfter')
  return (
    <span className={styles.follow}>
      <button
        type="button"
        tabIndex={-1}
        data-open-exit={`${id}:${exit.exit}`}
        className={clsx(styles.choose, small && styles.dot, 'nodrag')}
        onClick={open}
        aria-label={name}
        title={small ? name : undefined}
      >
        <Plus className="icon-s" aria-hidden="true" />
        {!small && t('canvas.chooseNext')}
      </button>
    </span>
  )
}
