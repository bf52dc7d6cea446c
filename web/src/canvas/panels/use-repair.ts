import type { Problem } from '@relance/core/plan/problem'
import type { WordKey } from '../../words/format-message'
import { useSession } from '../canvas-context'
import { editSettings } from '../document/edit-step'
import { removeWithBranch } from '../document/remove-steps'
import { useCommands } from '../use-commands'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** The act that mends a problem, when it names one this app knows. */
export function useRepair({ fix }: Problem): { label: WordKey; run: () => void } | null {
  const { document, store } = useSession()
  const commands = useCommands()
  if (!fix) return null
  const { args } = fix
  if (fix.action === 'addNode' || fix.action === 'addStep') {
    return {
      label: 'repair.addEnd',
      run: () =>
        void commands.add(text(args.type) || 'end', {
          on: 'exit',
          from: text(args.from),
          exit: text(args.exit),
        }),
    }
  }
  if (fix.action === 'removeNode' || fix.action === 'removeStep') {
    const id = text(args.nodeId) || text(args.id)
    return {
      label: 'repair.remove',
      run: () => {
        removeWithBranch(document, [id], {
          key: 'act.remove',
          values: { step: commands.titleOf(id) },
        })
        store.getState().select([])
      },
    }
  }
  if (fix.action === 'editSettings' || fix.action === 'setGoal') {
    const { goal } = args
    return {
      label: 'repair.goal',
      run: () =>
        editSettings(document, goal === undefined ? { goal: 'none' } : { goal }, {
          key: 'act.rules',
        }),
    }
  }
  return null
}
