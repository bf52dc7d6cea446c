import { moveSteps } from '../document/move-steps'
import { rememberMoved } from '../layout/moved-by-hand'
import { type KeyScene, stepAt } from './key-scene'

const NEAR_PX = 8
const FAR_PX = 40

const ways: Record<string, [x: number, y: number]> = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
}

/** From now on the arrows move the chosen steps, until they are dropped or put back. */
export function beginMove(scene: KeyScene) {
  const { store, say } = scene
  const id = stepAt(scene)
  if (!id || store.getState().outline) return
  if (!store.getState().selected.includes(id)) store.getState().select([id])
  store.getState().setMoving({ x: 0, y: 0 })
  say('say.moving')
}

/** What a press does to a move under way. False when there is none, or when the press ends it and means something else. */
export function moveKey(scene: KeyScene, pressed: string): boolean {
  const { draft, store } = scene
  const { moving, selected, setMoving } = store.getState()
  if (!moving) return false
  const way = ways[pressed.replace('shift ', '')]
  if (way) {
    const by = pressed.startsWith('shift ') ? FAR_PX : NEAR_PX
    const next = { x: moving.x + way[0] * by, y: moving.y + way[1] * by }
    setMoving(next)
    draw(scene, selected, next)
    return true
  }
  setMoving(null)
  if (pressed === 'escape') {
    draw(scene, selected, { x: 0, y: 0 })
    return true
  }
  const to = selected.flatMap((id) => {
    const at = draft.content.positions[id]
    return at ? [[id, { x: at.x + moving.x, y: at.y + moving.y }] as const] : []
  })
  rememberMoved(scene.commands.flowId, selected)
  moveSteps(draft, Object.fromEntries(to), { key: 'act.move', values: { n: to.length } })
  return pressed === 'enter'
}

/** Shows the steps off their places; the document learns of it when they are dropped. */
function draw({ draft, commands }: KeyScene, ids: string[], by: { x: number; y: number }) {
  const moved = new Set(ids)
  commands.reactFlow.setNodes((nodes) =>
    nodes.map((node) => {
      const at = moved.has(node.id) ? draft.content.positions[node.id] : undefined
      return at ? { ...node, position: { x: at.x + by.x, y: at.y + by.y } } : node
    }),
  )
}
