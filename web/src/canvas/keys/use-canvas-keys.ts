import { useEffect } from 'react'
import { useSession } from '../canvas-context'
import { connectExit } from '../document/connect-exit'
import { moveSteps } from '../document/move-steps'
import { readingOrder } from '../step-titles'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import { type Direction, walk } from './walk'

const arrows: Record<string, Direction> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role=combobox], [role=option], [role=menuitem]'))

/** A key with Ctrl, or ⌘ on a Mac. */
const withCtrl = (event: KeyboardEvent) => event.ctrlKey || event.metaKey

/** Keys of the canvas. Letters act only while the canvas has the focus; undo, redo and publish everywhere. */
export function useCanvasKeys() {
  const { document: draft, store, readOnly } = useSession()
  const commands = useCommands()
  const view = useView()
  useEffect(() => {
    const everywhere = (event: KeyboardEvent): boolean => {
      if (!withCtrl(event)) return false
      const key = event.key.toLowerCase()
      if (key === 'z' && !readOnly) event.shiftKey ? commands.redo() : commands.undo()
      else if (key === 'y' && !readOnly) commands.redo()
      else if (key === 'enter' && event.shiftKey && !readOnly)
        store.getState().showDialog('publish')
      else return false
      return true
    }
    /** The step keys act on: the chosen one, else the one with the focus, else the last of the flow. */
    const current = (): string | undefined =>
      store.getState().selected[0] ??
      document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset.step ??
      readingOrder(draft.content).at(-1)
    const openPicker = (before: boolean) => {
      const id = current()
      if (!id) return
      const into = Object.values(draft.content.edges).find((edge) => edge.to === id)
      const place = before ? into && { from: into.from, exit: into.exit } : commands.exitAfter(id)
      const box = document.getElementById(`card-${id}`)?.getBoundingClientRect()
      const at = {
        x: (box?.left ?? 400) + (box?.width ?? 0) / 2,
        y: before ? (box?.top ?? 200) : (box?.bottom ?? 200),
      }
      if (place) store.getState().pick({ mode: 'add', place: { on: 'exit', ...place }, at })
    }
    const openReplace = () => {
      const id = current()
      const box = id && document.getElementById(`card-${id}`)?.getBoundingClientRect()
      if (id && box)
        store
          .getState()
          .pick({ mode: 'replace', id, at: { x: box.left + box.width / 2, y: box.bottom } })
    }
    const go = (direction: Direction) => {
      const next = walk(draft.content, store.getState().selected[0] ?? null, direction)
      if (!next) return
      store.getState().select([next])
      view.focus(next)
    }
    const enter = () => {
      const { connecting, selected } = store.getState()
      const [id] = selected
      if (connecting && id) {
        connectExit(draft, connecting.from, connecting.exit, id, { key: 'act.connect' })
        store.getState().setConnecting(null)
      } else if (id) store.getState().focusOn('*')
    }
    const editing: Record<string, () => void> = {
      a: () => openPicker(false),
      'shift a': () => openPicker(true),
      r: openReplace,
      l: () => void commands.tidy(),
      c: () => {
        const [id] = store.getState().selected
        const exit = id ? commands.exitAfter(id) : null
        if (exit) store.getState().setConnecting(exit)
      },
      e: () => {
        const [id] = store.getState().selected
        const exit = id ? commands.exitAfter(id) : null
        if (exit) store.getState().selectEdge(`${exit.from}:${exit.exit}`)
      },
      Delete: commands.remove,
      Backspace: commands.remove,
    }
    const looking: Record<string, () => void> = {
      Enter: enter,
      escape: () => {
        const state = store.getState()
        if (state.connecting) state.setConnecting(null)
        else state.select([])
        state.showRules(false)
      },
      '+': view.zoomIn,
      '=': view.zoomIn,
      '-': view.zoomOut,
      '−': view.zoomOut,
      '0': view.fit,
      '1': () => view.zoomTo(1),
      '\\': () => store.getState().toggle('palette'),
      p: () => store.getState().toggle('problems'),
      '?': () => store.getState().showDialog('shortcuts'),
    }
    const withCtrlOnCanvas: Record<string, () => void> = {
      c: () => void commands.copy(),
      x: () => void commands.cut(),
      v: () => void navigator.clipboard.readText().then(commands.pasteText),
      d: commands.duplicate,
      a: () => store.getState().select(Object.keys(draft.content.nodes)),
    }
    const onCanvas = (event: KeyboardEvent): boolean => {
      if (withCtrl(event)) {
        const act = withCtrlOnCanvas[event.key.toLowerCase()]
        if (!act || (readOnly && !['c', 'a'].includes(event.key.toLowerCase()))) return false
        act()
        return true
      }
      const direction = arrows[event.key]
      if (direction && event.altKey && !readOnly) return nudge(event.key)
      if (direction) {
        go(direction)
        return true
      }
      const pressed = event.key === 'A' ? 'shift a' : event.key === 'Escape' ? 'escape' : event.key
      const act = looking[pressed] ?? (readOnly ? undefined : editing[pressed])
      act?.()
      return act !== undefined
    }
    const nudge = (key: string): boolean => {
      const step = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[
        key
      ]
      const [id] = store.getState().selected
      const at = id && draft.content.positions[id]
      if (!step || !id || !at) return false
      moveSteps(
        draft,
        { [id]: { x: at.x + (step[0] ?? 0), y: at.y + (step[1] ?? 0) } },
        { key: 'act.move', values: { n: 1 } },
      )
      return true
    }
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role=dialog]:not([hidden])')) return
      const target = event.target instanceof HTMLElement ? event.target : null
      const atCanvas =
        !target || target === document.body || Boolean(target.closest('[data-canvas]'))
      const done = everywhere(event) || (atCanvas && !isTyping(target) && onCanvas(event))
      if (!done && event.key === 'Escape' && target?.closest('[data-inspector]')) {
        const [id] = store.getState().selected
        if (id) view.focus(id)
      }
      if (done) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [draft, store, readOnly, commands, view])
}
