import { useQueryClient } from '@tanstack/react-query'
import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { toast } from 'sonner'
import { statsQuery } from '../api/flows'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import { announce } from './announce'
import { useSession } from './canvas-context'
import { addStep, type Place } from './document/add-step'
import { copySteps, pasteSteps, readClip } from './document/clipboard'
import { cutEdge } from './document/connect-exit'
import type { ActName } from './document/draft-document'
import { moveSteps } from './document/move-steps'
import { removeSteps } from './document/remove-steps'
import { replaceStep } from './document/replace-step'
import { edgesFrom } from './document/walk-graph'
import { tidyInWorker } from './layout/tidy-in-worker'
import { tidyRequest } from './layout/tidy-request'
import { stepTitles } from './step-titles'
import { isTriggerType, kindOf, stepType } from './step-types'
import { useView } from './use-view'

/** Everything one can do on the canvas, whether by mouse, by keys or from a list. */
export function useCommands() {
  const { document, store, flow } = useSession()
  const { t, language } = useWords()
  const view = useView()
  const reactFlow = useReactFlow()
  const queries = useQueryClient()
  return useMemo(() => {
    const titleOf = (id: string) => stepTitles(document.content, language).get(id) ?? id
    const nameAct = (act: ActName | null) => (act ? t(act.key as WordKey, act.values) : '')
    const people = () => {
      const stats = queries.getQueryData(statsQuery(flow.id).queryKey)
      return Object.fromEntries(
        Object.entries(stats?.nodes ?? {}).map(([id, node]) => [id, node.exits]),
      )
    }
    const say = (key: WordKey, values?: Record<string, string | number>) => announce(t(key, values))

    const add = (type: string, place: Place): string | null => {
      const kind = kindOf(type)
      if (!kind) return null
      const title = stepType(type)?.title[language] ?? type
      const id = addStep(document, {
        kind,
        place,
        kindOf,
        name: { key: 'act.add', values: { step: title } },
      })
      store.getState().select([id])
      view.show(id)
      say('say.added', { step: title })
      return id
    }
    const remove = () => {
      const { selected, selectedEdge } = store.getState()
      if (selectedEdge) {
        cutEdge(document, selectedEdge, { key: 'act.cut' })
        store.getState().selectEdge(null)
        return
      }
      if (selected.length === 0) return
      const title =
        selected.length === 1 && selected[0]
          ? titleOf(selected[0])
          : t('canvas.steps', { n: selected.length })
      const before = Object.values(document.content.edges).find(
        (edge) => edge.to === selected[0],
      )?.from
      const setAside = removeSteps(
        document,
        selected,
        kindOf,
        { key: 'act.remove', values: { step: title } },
        people(),
      )
      store.getState().select(before ? [before] : [])
      if (before) view.focus(before)
      say('say.removed', { step: title })
      const text =
        setAside > 0
          ? t('canvas.removedSetAside', { step: title, n: setAside })
          : t('canvas.removed', { step: title })
      toast(text, { action: { label: t('canvas.undo'), onClick: () => document.undo() } })
    }
    const replace = (id: string, type: string) => {
      const node = document.content.nodes[id]
      const kind = kindOf(type)
      const old = node && stepType(node.type)
      if (!node || !kind || !old) return
      const before = old.exits(node.config).map((exit) => exit.exit)
      replaceStep(document, id, kind, before, { key: 'act.replace', values: { step: titleOf(id) } })
      say('say.replaced', { step: titleOf(id) })
    }
    const copy = async () => {
      const { selected } = store.getState()
      if (selected.length === 0) return
      await navigator.clipboard.writeText(copySteps(document.content, selected))
      say('say.copied', { n: selected.length })
    }
    const pasteText = (text: string) => {
      const clip = readClip(text)
      if (!clip) return toast(t('canvas.notAStep'))
      const ids = pasteSteps(document, clip, view.pastePoint(), {
        key: 'act.paste',
        values: { n: clip.nodes.length },
      })
      store.getState().select(ids)
      say('say.pasted', { n: ids.length })
    }
    const duplicate = () => {
      const { selected } = store.getState()
      const clip = readClip(
        copySteps(
          document.content,
          selected.filter((id) => !isTriggerType(document.content.nodes[id]?.type ?? '')),
        ),
      )
      const first = selected[0] && document.content.positions[selected[0]]
      if (!clip || !first) return
      const at = { x: first.x + 296, y: first.y + 24 }
      const ids = pasteSteps(document, clip, at, {
        key: 'act.duplicate',
        values: { n: clip.nodes.length },
      })
      store.getState().select(ids)
    }
    const tidy = async () => {
      const positions = await tidyInWorker(tidyRequest(document.content))
      moveSteps(document, positions, { key: 'act.tidy' })
      setTimeout(() => view.fit(), 30)
      say('say.tidied')
    }
    const travel = (act: ActName | null, key: 'say.undone' | 'say.redone') => {
      if (!act) return
      const { selected } = store.getState()
      store.getState().select(selected.filter((id) => document.content.nodes[id]))
      say(key, { act: nameAct(act) })
    }
    /** The exit a step added "after" this one goes to: its first open one, else its first. */
    const exitAfter = (id: string): { from: string; exit: string } | null => {
      const node = document.content.nodes[id]
      const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
      const led = new Set(edgesFrom(document.content, id).map((edge) => edge.exit))
      const exit = exits.find((each) => !each.optional && !led.has(each.exit)) ?? exits[0]
      return exit ? { from: id, exit: exit.exit } : null
    }
    return {
      add,
      remove,
      replace,
      copy,
      pasteText,
      duplicate,
      tidy,
      exitAfter,
      titleOf,
      nameAct,
      reactFlow,
      cut: async () => {
        await copy()
        remove()
      },
      undo: () => travel(document.undo(), 'say.undone'),
      redo: () => travel(document.redo(), 'say.redone'),
    }
  }, [document, store, flow.id, t, language, view, queries, reactFlow])
}

export type Commands = ReturnType<typeof useCommands>
