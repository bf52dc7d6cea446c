import type { Problem } from '@relance/core/plan/problem'
import { useNavigate } from '@tanstack/react-router'
import type { WordKey } from '../../words/format-message'
import { useSession } from '../canvas-context'
import type { ActName } from '../document/draft-document'
import { removeWithBranch } from '../document/remove-steps'
import { fetchRepair } from '../on-demand'
import { useCommands } from '../use-commands'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the repairs of a problem are called, by its code; others by what they do. */
const labels: Record<string, WordKey> = {
  V12: 'repair.limit',
  V13: 'repair.level',
  V19: 'repair.noOffer',
  V27: 'repair.goal',
  V29: 'repair.addWait',
}

/** The act that mends a problem, when it names one. */
export function useRepair({ code, fix }: Problem): { label: WordKey; run: () => void } | null {
  const { document, store } = useSession()
  const commands = useCommands()
  const navigate = useNavigate()
  if (!fix) return null
  const { args } = fix
  const mend = async (name: ActName) => (await fetchRepair()).applyRepair(document, fix, name)
  switch (fix.action) {
    case 'addNode': {
      const place = { on: 'exit', from: text(args.from), exit: text(args.exit) } as const
      const run = () => void commands.add(text(args.type), place)
      return { label: labels[code] ?? 'repair.addEnd', run }
    }
    case 'removeNode': {
      const id = text(args.nodeId)
      const run = () => {
        const name = { key: 'act.remove', values: { step: commands.titleOf(id) } }
        removeWithBranch(document, [id], name)
        store.getState().select([])
      }
      return { label: 'repair.remove', run }
    }
    case 'openSettings': {
      const hash = text(args.part)
      return { label: 'repair.settings', run: () => void navigate({ to: '/settings', hash }) }
    }
    case 'connect':
    case 'disconnect':
      return {
        label: labels[code] ?? 'repair.path',
        run: () => void mend({ key: 'act.connect' }),
      }
    case 'setSettings':
      return {
        label: labels[code] ?? 'repair.zone',
        run: () => void mend({ key: 'act.rules' }),
      }
    case 'setConfig': {
      const name = { key: 'act.edit', values: { step: commands.titleOf(text(args.nodeId)) } }
      return {
        label: labels[code] ?? 'repair.level',
        run: () => void mend(name),
      }
    }
    default:
      return null
  }
}
