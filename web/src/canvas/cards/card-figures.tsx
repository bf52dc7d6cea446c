import clsx from 'clsx'
import type { MouseEvent } from 'react'
import type { NodeStats } from '../../api/types'
import { useWords } from '../../words/use-words'
import { useCanvas } from '../canvas-context'
import styles from './card-figures.module.css'

type Figure = 'entered' | 'waiting' | 'passed' | 'left' | 'converted'

/** The strip of a full card; each figure opens the people behind it. */
export function CardFigures({ id, stats }: { id: string; stats: NodeStats | undefined }) {
  const { t, number } = useWords()
  const showPeople = useCanvas((state) => state.showPeople)
  const open = (figure: Figure) => (event: MouseEvent) => {
    event.stopPropagation()
    showPeople({ nodeId: id, figure })
  }
  const {
    entered = 0,
    waiting = 0,
    passed = 0,
    left = 0,
    converted = 0,
    held = 0,
    attention = 0,
  } = stats ?? {}
  const show = (value: number) => (stats ? number(value) : '–')
  const leaves = left > passed
  return (
    <div className={styles.strip}>
      <FigureButton
        value={show(entered)}
        label={t('figure.entered', { n: entered })}
        onOpen={open('entered')}
      />
      <FigureButton
        value={show(waiting)}
        label={t('figure.waiting')}
        onOpen={open('waiting')}
        zero={waiting === 0}
        tone={attention > 0 ? 'bad' : waiting > 0 ? 'wait' : undefined}
        hint={t('figure.waitingHint', { held, attention })}
      />
      <FigureButton
        value={show(leaves ? left : passed)}
        label={leaves ? t('figure.left', { n: left }) : t('figure.passed', { n: passed })}
        onOpen={open(leaves ? 'left' : 'passed')}
      />
      <FigureButton
        value={show(converted)}
        label={t('figure.converted', { n: converted })}
        onOpen={open('converted')}
        tone="won"
      />
    </div>
  )
}

function FigureButton({
  value,
  label,
  onOpen,
  zero,
  tone,
  hint,
}: {
  value: string
  label: string
  onOpen: (event: MouseEvent) => void
  zero?: boolean
  tone?: 'wait' | 'bad' | 'won'
  hint?: string
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={clsx(styles.figure, 'nodrag', zero && styles.zero, tone && styles[tone])}
      title={hint ?? label}
      onClick={onOpen}
    >
      <b>{value}</b>
      <span>{label}</span>
    </button>
  )
}

/** The one line of a compact card. */
export function CompactFigures({
  id,
  stats,
  isEnd,
}: {
  id: string
  stats: NodeStats
  isEnd: boolean
}) {
  const { rich, t } = useWords()
  const showPeople = useCanvas((state) => state.showPeople)
  const { entered, waiting, passed, left } = stats
  const figure: Figure = isEnd ? 'entered' : 'waiting'
  const open = (event: MouseEvent) => {
    event.stopPropagation()
    showPeople({ nodeId: id, figure })
  }
  const after = isEnd
    ? ''
    : passed > 0
      ? t('figure.passedOn', { n: passed })
      : left > 0
        ? t('figure.leftEarly', { n: left })
        : ''
  return (
    <p className={styles.line}>
      <button type="button" tabIndex={-1} className="nodrag" onClick={open}>
        {isEnd
          ? rich('figure.arrived', { n: entered })
          : rich('figure.waitingLine', { n: waiting })}
      </button>
      {after && ` · ${after}`}
    </p>
  )
}
