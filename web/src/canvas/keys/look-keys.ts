import { reachableFrom } from '../document/walk-graph'
import { hiddenSteps } from '../fold/hidden-steps'
import { lineToward } from '../outline/line-toward'
import { outlineRows, unfolded } from '../outline/outline-rows'
import { chooseSteps, exitAt, type KeyScene, screenAt, stepAt } from './key-scene'
import { type Direction, walk } from './walk'

const PAN_PX = 120

const arrows: Record<string, Direction> = {
  arrowdown: 'down',
  arrowup: 'up',
  arrowleft: 'left',
  arrowright: 'right',
  home: 'first',
  end: 'last',
}

/** Keys that walk, choose and look, by name; they also act where nothing may be changed. */
export function lookKeys(scene: KeyScene): Record<string, () => void> {
  const { commands, draft, store, view } = scene
  return {
    ...walkKeys(scene),
    enter: () => {
      const { connecting, outlineAt, outline } = store.getState()
      const id = stepAt(scene)
      if (connecting && id) return commands.connect(connecting, id)
      if (id) {
        store.getState().select([id])
        store.getState().focusOn('*')
      } else if (outline && outlineAt?.endsWith('>')) {
        const to = draft.content.edges[outlineAt.slice(0, -1)]?.to
        if (to) store.getState().goTo(to)
      } else if (store.getState().selectedEdge) store.getState().focusOn('*')
    },
    escape: () => {
      const { connecting, setConnecting, select, showRules } = store.getState()
      if (connecting) setConnecting(null)
      else select([])
      showRules(false)
    },
    '+': view.zoomIn,
    '=': view.zoomIn,
    '-': view.zoomOut,
    '−': view.zoomOut,
    '0': view.fit,
    '1': () => view.zoomTo(1),
    '2': () => view.fitSteps(store.getState().selected),
    '\\': () => store.getState().toggle('palette'),
    p: () => store.getState().toggle('problems'),
    o: () => store.getState().showOutline(!store.getState().outline),
    '[': () => commands.foldBranches(true),
    ']': () => commands.foldBranches(false),
    n: () => store.getState().askMap(),
    i: () => {
      const id = stepAt(scene)
      if (id) store.getState().select([id])
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-inspector] :is(input, button)')?.focus(),
      )
    },
    // The tab itself is pressed: where it leads is its own business.
    t: () => document.querySelector<HTMLElement>('[data-view-try]')?.click(),
    'shift f10': () => openMenu(scene),
    contextmenu: () => openMenu(scene),
    '?': () => store.getState().showDialog('shortcuts'),
    'ctrl c': () => void commands.copy(),
    'ctrl a': () => chooseSteps(scene, Object.keys(draft.content.nodes)),
    'ctrl shift arrowdown': () => {
      const id = stepAt(scene)
      if (id) chooseSteps(scene, [...reachableFrom(draft.content, [id])])
    },
  }
}

/** The menu of what is chosen, under it. */
function openMenu(scene: KeyScene) {
  const at = screenAt(scene)
  const path = exitAt(scene)
  const id = path ? null : stepAt(scene)
  const menu = path
    ? ({ on: 'path', key: `${path.from}:${path.exit}` } as const)
    : id
      ? ({ on: 'step', id } as const)
      : ({ on: 'ground' } as const)
  scene.store.getState().openMenu({ ...menu, at })
}

/** The arrows: to the next step or line; with Shift it joins those chosen, or the window moves when none is. */
function walkKeys(scene: KeyScene): Record<string, () => void> {
  const { draft, store, view } = scene
  const next = (direction: Direction) => {
    const { content } = draft
    const hidden = hiddenSteps(content, store.getState().folded)
    const id = walk(content, stepAt(scene), direction, hidden)
    return id && hidden.has(id) ? null : id
  }
  const keys = Object.entries(arrows).flatMap(([key, direction]) => {
    const go = () => {
      if (store.getState().outline) return goToLine(scene, direction)
      const id = next(direction)
      if (!id) return
      store.getState().select([id])
      view.focus(id)
    }
    const extend = () => {
      const { selected, outline } = store.getState()
      if (selected.length === 0 && !outline) return pan(scene, direction)
      const id = next(direction)
      if (!id) return
      chooseSteps(scene, [...selected.filter((each) => each !== id), id])
      view.focus(id)
    }
    return [[key, go] as const, [`shift ${key}`, extend] as const]
  })
  return Object.fromEntries(keys)
}

function goToLine({ draft, store }: KeyScene, direction: Direction) {
  const { revealed, folded, outlineAt, goTo } = store.getState()
  const lines = unfolded(outlineRows(draft.content, revealed), folded)
  const line = lineToward(lines, outlineAt ?? lines[0]?.key ?? null, direction)
  if (line) goTo(line)
}

const pans: Partial<Record<Direction, [x: number, y: number]>> = {
  left: [PAN_PX, 0],
  right: [-PAN_PX, 0],
  up: [0, PAN_PX],
  down: [0, -PAN_PX],
}

function pan({ view }: KeyScene, direction: Direction) {
  const by = pans[direction]
  if (by) view.pan(...by)
}
