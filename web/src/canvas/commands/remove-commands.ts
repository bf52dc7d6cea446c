import { toast } from 'sonner'
import { cutEdge } from '../document/connect-exit'
import { onlyAfter } from '../document/only-after'
import { removeSteps, removeWithBranch } from '../document/remove-steps'
import { reachableFrom } from '../document/walk-graph'
import { isTriggerType, kindOf } from '../step-types'
import { type CommandScene, say, titleOf } from './command-scene'

/** Removing what is chosen: steps, whose path heals, or a path. The keyboard goes to the step before. */
export function removeCommands(scene: CommandScene) {
  const { document, store, view, t, people, waitingAt } = scene
  const called = (ids: string[]) =>
    ids.length === 1 && ids[0] ? titleOf(scene, ids[0]) : t('canvas.steps', { n: ids.length })
  const before = (ids: string[]) =>
    Object.values(document.content.edges).find(
      (edge) => edge.to === ids[0] && !ids.includes(edge.from),
    )?.from
  const goTo = (id: string | undefined) => {
    store.getState().select(id ? [id] : [])
    if (id) view.focus(id)
    else view.focusCanvas()
  }
  /** Whoever stands there goes on in the version that is live: what is drawn is only the draft. */
  const inside = (n: number) => (n > 0 ? t('canvas.onlyDraft', { n }) : '')
  const tell = (text: string, n: number, strays: string[] = []) =>
    toast([text, inside(n)].filter(Boolean).join(' '), {
      action: { label: t('canvas.undo'), onClick: () => document.undo() },
      cancel:
        strays.length > 0
          ? { label: t('canvas.removeToo'), onClick: () => removeAll(strays) }
          : undefined,
    })
  const removeAll = (ids: string[]) => {
    const step = called(ids)
    const next = before(ids)
    const n = waitingAt(ids)
    removeWithBranch(document, ids, { key: 'act.remove', values: { step } })
    goTo(next)
    say(scene, 'say.removed', { step })
    tell(t('canvas.removed', { step }), n)
  }
  const isTrigger = (id: string) => isTriggerType(document.content.nodes[id]?.type ?? '')
  /** Of these, the steps that no trigger leads to any more. */
  const lost = (ids: Iterable<string>) => {
    const { content } = document
    const reached = reachableFrom(content, Object.keys(content.nodes).filter(isTrigger))
    return [...ids].filter((id) => content.nodes[id] && !reached.has(id))
  }
  const remove = () => {
    const { selected, selectedEdge } = store.getState()
    const edge = selectedEdge ? document.content.edges[selectedEdge] : undefined
    if (selectedEdge && edge) {
      cutEdge(document, selectedEdge, { key: 'act.cut' })
      say(scene, 'say.cut')
      return goTo(edge.from)
    }
    if (selected.length === 0) return
    const step = called(selected)
    const next = before(selected)
    const name = { key: 'act.remove', values: { step } }
    const below = reachableFrom(document.content, selected)
    const wasLost = new Set(lost(below))
    const n = waitingAt(selected)
    const setAside = removeSteps(document, selected, kindOf, name, people())
    goTo(next)
    say(scene, 'say.removed', { step })
    tell(
      setAside > 0
        ? t('canvas.removedSetAside', { step, n: setAside })
        : t('canvas.removed', { step }),
      n,
      lost(below).filter((id) => !wasLost.has(id)),
    )
  }
  return {
    /** Removes what is chosen; a step that somebody else is changing only after a question. */
    remove: () => {
      const { selected, selectedEdge, showDialog } = store.getState()
      if (!selectedEdge && scene.editorOf(selected) !== null) showDialog('remove-edited')
      else remove()
    },
    removeAnyway: remove,
    /** Who else is changing what is chosen, by name. */
    editor: () => scene.editorOf(store.getState().selected),
    /** Steps that would go with the one chosen, because only it leads to them; itself included. */
    rest: (): string[] => {
      const [id] = store.getState().selected
      return id ? onlyAfter(document.content, id, isTrigger) : []
    },
    /** Asks first, with their number. */
    askRemoveWithRest: () => {
      if (store.getState().selected.length === 1) store.getState().showDialog('remove-rest')
    },
    removeAll,
  }
}
