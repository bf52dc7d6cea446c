import { Plus } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { useCommands } from '../use-commands'
import styles from './line-add.module.css'

/** Adds a step behind a line. With a `label` it says in words that this exit waits for one. */
export function LineAdd({ after, exit, label }: { after: string; exit?: string; label?: string }) {
  const { t } = useWords()
  const { store } = useSession()
  const commands = useCommands()
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation()
    const place = exit ? { from: after, exit } : commands.exitAfter(after)
    const box = event.currentTarget.getBoundingClientRect()
    const at = { x: box.left + box.width / 2, y: box.bottom }
    if (place) store.getState().pick({ mode: 'add', place: { on: 'exit', ...place }, at })
  }
  const name = label ? t('canvas.addOnExit', { exit: label }) : t('canvas.insertHere')
  return (
    <button
      type="button"
      tabIndex={-1}
      className={label ? styles.choose : styles.add}
      aria-label={name}
      title={name}
      onClick={open}
      data-open-exit={label ? `${after}:${exit}` : undefined}
      data-edge={label ? undefined : `${after}:${exit ?? commands.exitAfter(after)?.exit}`}
    >
      <Plus className="icon-s" aria-hidden="true" />
      {label && t('canvas.chooseNext')}
    </button>
  )
}
