import type { StateCreator } from 'zustand'
import type { CanvasState } from './canvas-store'
import { nothingTyped } from './typed-slice'
import { watchWindow } from './watch-window'

export type Panel = 'palette' | 'rules' | 'draft' | 'problems' | 'map'
export type InspectorTab = 'settings' | 'figures' | 'people' | 'notes'
export type PeopleFilter = {
  nodeId?: string
  figure?: 'entered' | 'waiting' | 'held' | 'passed' | 'left' | 'converted'
  state?: 'attention'
}
export type DialogName =
  | 'publish'
  | 'request'
  | 'resume'
  | 'stop'
  | 'scheduled'
  | 'shortcuts'
  | 'remove-rest'
  | 'remove-edited'
  | 'versions'

export interface PanelsSlice {
  open: Record<Panel, boolean>
  inspectorTab: InspectorTab
  /** The scenario's rules are being edited in the inspector. */
  rulesShown: boolean
  /** The field to put the cursor in, once: a field's name, `*` for the first empty one, `@name` for the step's own name. */
  focusField: string | null
  dialog: DialogName | null
  /** The list of people behind a figure. */
  people: PeopleFilter | null
  /** Where the draft differs from the live version is painted on the drawing. */
  comparing: boolean
  compare: (comparing: boolean) => void
  /** Goes up each time the small map is asked to take the keyboard. */
  mapAsked: number
  askMap: () => void
  toggle: (panel: Panel, open?: boolean) => void
  showTab: (tab: InspectorTab) => void
  showRules: (shown: boolean) => void
  focusOn: (field: string | null) => void
  showDialog: (dialog: DialogName | null) => void
  showPeople: (filter: PeopleFilter | null) => void
}

/** Below this width the drawing needs the room: panels over it are a press away. */
const isRoomy = () => !globalThis.matchMedia?.('(max-width: 1023px)').matches

/** Below this width steps are added by a “+” that opens their list, and the palette is a key away. */
const NARROW = '(max-width: 1279px)'

/** Tells when the window has room for the palette again, or no longer; answers how to stop. */
export const watchNarrow = (onChange: (isNarrow: boolean) => void) => watchWindow(NARROW, onChange)

export const panelsSlice: StateCreator<CanvasState, [], [], PanelsSlice> = (set) => ({
  open: {
    palette: !globalThis.matchMedia?.(NARROW).matches,
    rules: isRoomy(),
    draft: isRoomy(),
    problems: isRoomy(),
    map: isRoomy(),
  },
  inspectorTab: 'settings',
  rulesShown: false,
  focusField: null,
  dialog: null,
  people: null,
  comparing: true,
  compare: (comparing) => set({ comparing }),
  mapAsked: 0,
  askMap: () =>
    set(({ open, mapAsked }) => ({ open: { ...open, map: true }, mapAsked: mapAsked + 1 })),
  toggle: (panel, open) =>
    set((state) => ({ open: { ...state.open, [panel]: open ?? !state.open[panel] } })),
  showTab: (inspectorTab) => set({ inspectorTab }),
  showRules: (rulesShown) =>
    set(rulesShown ? { rulesShown, selected: [], selectedEdge: null } : { rulesShown }),
  focusOn: (focusField) => set({ focusField, inspectorTab: 'settings', typedAhead: nothingTyped }),
  showDialog: (dialog) => set({ dialog }),
  showPeople: (people) => set({ people }),
})
