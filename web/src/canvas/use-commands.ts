import { useQueryClient } from '@tanstack/react-query'
import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { statsQuery } from '../api/flows'
import { useWords } from '../words/use-words'
import { useSession } from './canvas-context'
import { clipboardCommands } from './commands/clipboard-commands'
import type { CommandScene } from './commands/command-scene'
import { editCommands } from './commands/edit-commands'
import { historyCommands } from './commands/history-commands'
import { lookCommands } from './commands/look-commands'
import { removeCommands } from './commands/remove-commands'
import { editorAmong } from './presence/presence-store'
import { useView } from './use-view'

/** Everything one can do to a scenario, whether by mouse, by keys, on the canvas or in the outline. */
export function useCommands() {
  const { document, store, flow, range, presence } = useSession()
  const { t, language, date } = useWords()
  const view = useView()
  const reactFlow = useReactFlow()
  const queries = useQueryClient()
  return useMemo(() => {
    const stats = () => queries.getQueryData(statsQuery(flow.id, range).queryKey)?.nodes ?? {}
    const waitingAt = (ids: string[]) =>
      ids.reduce((sum, id) => sum + (stats()[id]?.waiting ?? 0), 0)
    const people = () => {
      const steps = Object.entries(stats())
      return Object.fromEntries(steps.map(([id, node]) => [id, node.exits]))
    }
    const scene: CommandScene = {
      ...{
        flowId: flow.id,
        document,
        store,
        view,
        reactFlow,
        queries,
        language,
        t,
        people,
        waitingAt,
      },
      time: (instant) => date(instant, 'time'),
      editorOf: (ids) => editorAmong(presence.getState(), ids)?.name ?? null,
    }
    const clipboard = clipboardCommands(scene)
    const removing = removeCommands(scene)
    return {
      ...editCommands(scene),
      ...removing,
      ...historyCommands(scene),
      ...clipboard,
      ...lookCommands(scene),
      cut: async () => {
        if (await clipboard.copy()) removing.remove()
      },
      reactFlow,
      flowId: flow.id,
    }
  }, [document, store, presence, flow.id, range, t, date, language, view, queries, reactFlow])
}

export type Commands = ReturnType<typeof useCommands>
