import type { WordKey } from '../../words/format-message'
import { edgesFrom } from '../document/walk-graph'
import { editKeys } from '../keys/edit-keys'
import { everywhereKeys } from '../keys/everywhere-keys'
import type { KeyScene } from '../keys/key-scene'
import { lookKeys } from '../keys/look-keys'
import { isTriggerType } from '../step-types'
import type { OpenMenu } from '../store/menu-slice'

/** One line of a menu: what it does, the key that does the same, and the act. */
export interface MenuAct {
  words: WordKey
  keys: string
  run: () => void
  isDanger?: boolean
}

/** The acts for a step, a path or the ground, in groups; `null` parts them. Each is what its key does. */
export function menuActs(scene: KeyScene, menu: OpenMenu, readOnly: boolean): (MenuAct | null)[] {
  const looks = { ...lookKeys(scene), ...everywhereKeys(scene, readOnly) }
  const edits: Record<string, () => void> = readOnly ? {} : editKeys(scene)
  const act = (words: WordKey, keys: string, more: Partial<MenuAct> = {}): MenuAct[] => {
    const run = more.run ?? edits[keys] ?? looks[keys]
    return run ? [{ words, keys, ...more, run }] : []
  }
  const edit = (words: WordKey, keys: string, more: Partial<MenuAct> = {}) =>
    readOnly ? [] : act(words, keys, more)
  const danger = { isDanger: true }
  const groups = {
    step: () => stepActs(scene, menu, act, edit),
    path: () => [
      [...edit('menu.addHere', 'a'), ...edit('menu.connectElsewhere', 'c')],
      [...editLoop(scene, menu, edit), ...edit('menu.pasteHere', 'ctrl v')],
      isDrawn(scene, menu) ? edit('menu.cutPath', 'delete', danger) : [],
    ],
    ground: () => [
      [...edit('menu.addGround', 'a', addAt(scene, menu)), ...edit('menu.paste', 'ctrl v')],
      [...act('shortcuts.all', 'ctrl a'), ...edit('shortcuts.tidy', 'l')],
      [...act('menu.fit', '0'), ...act('menu.search', 'ctrl f'), ...act('menu.outline', 'o')],
      act('menu.shortcuts', '?'),
    ],
  }
  const filled = groups[menu.on]().filter((group) => group.length > 0)
  return filled.flatMap((group, place) => (place === 0 ? group : [null, ...group]))
}

type Acts = (words: WordKey, keys: string, more?: Partial<MenuAct>) => MenuAct[]

function stepActs({ draft, store }: KeyScene, menu: OpenMenu, act: Acts, edit: Acts): MenuAct[][] {
  const { selected, folded } = store.getState()
  const id = menu.on === 'step' ? menu.id : ''
  const node = draft.content.nodes[id]
  const isOne = selected.length === 1
  const isTrigger = isTriggerType(node?.type ?? '')
  const one = (acts: MenuAct[]) => (isOne ? acts : [])
  const led = edgesFrom(draft.content, id)
  const isFolded = led.some(({ from, exit }) => folded.includes(`${from}:${exit}`))
  return [
    one([
      ...edit('menu.edit', 'enter'),
      ...edit('menu.rename', 'f2'),
      ...act('shortcuts.inspector', 'i'),
    ]),
    one([
      ...edit('shortcuts.add', 'a'),
      ...(isTrigger ? [] : edit('shortcuts.addBefore', 'shift a')),
      ...edit('shortcuts.replace', 'r'),
      ...edit('menu.connect', 'c'),
    ]),
    [
      ...act('menu.copy', 'ctrl c'),
      ...edit('menu.cut', 'ctrl x'),
      ...edit('menu.duplicate', 'ctrl d'),
      ...edit('menu.move', 'm'),
    ],
    led.length === 0
      ? []
      : [
          ...act('shortcuts.branch', 'ctrl shift arrowdown'),
          ...(isFolded ? act('menu.unfold', ']') : act('menu.fold', '[')),
        ],
    [
      ...edit('shortcuts.remove', 'delete', { isDanger: true }),
      ...one(edit('shortcuts.removeRest', 'shift delete', { isDanger: true })),
    ],
  ]
}

const isDrawn = ({ draft }: KeyScene, menu: OpenMenu) =>
  menu.on === 'path' && draft.content.edges[menu.key] !== undefined

/** How often a way back may be taken is said on the path. */
function editLoop({ draft }: KeyScene, menu: OpenMenu, edit: Acts): MenuAct[] {
  const edge = menu.on === 'path' ? draft.content.edges[menu.key] : undefined
  return edge?.atMost ? edit('menu.edit', 'enter') : []
}

/** A step that is added to the ground stands where the menu was opened. */
function addAt({ commands, store }: KeyScene, { at }: OpenMenu): Partial<MenuAct> {
  return {
    run: () =>
      store.getState().pick({
        mode: 'add',
        place: { on: 'ground', at: commands.reactFlow.screenToFlowPosition(at) },
        at,
      }),
  }
}
