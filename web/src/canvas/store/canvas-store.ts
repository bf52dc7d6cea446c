import { createStore } from 'zustand'
import { type DragSlice, dragSlice } from './drag-slice'
import { type KnownSlice, knownSlice } from './known-slice'
import { type MenuSlice, menuSlice } from './menu-slice'
import { type OutlineSlice, outlineSlice } from './outline-slice'
import { type PanelsSlice, panelsSlice } from './panels-slice'
import { type PasteSlice, pasteSlice } from './paste-slice'
import { type PathSlice, pathSlice } from './path-slice'
import { type PickerSlice, pickerSlice } from './picker-slice'
import { type SearchSlice, searchSlice } from './search-slice'
import { type SelectionSlice, selectionSlice } from './selection-slice'
import { type TypedSlice, typedSlice } from './typed-slice'

export type CanvasState = SelectionSlice &
  PanelsSlice &
  DragSlice &
  MenuSlice &
  PickerSlice &
  OutlineSlice &
  PasteSlice &
  SearchSlice &
  PathSlice &
  TypedSlice &
  KnownSlice

/** How one scenario is being looked at; what is drawn lives in the document. */
export const createCanvasStore = () =>
  createStore<CanvasState>()((...args) => ({
    ...selectionSlice(...args),
    ...panelsSlice(...args),
    ...dragSlice(...args),
    ...menuSlice(...args),
    ...pickerSlice(...args),
    ...outlineSlice(...args),
    ...pasteSlice(...args),
    ...searchSlice(...args),
    ...pathSlice(...args),
    ...typedSlice(...args),
    ...knownSlice(...args),
  }))

export type CanvasStore = ReturnType<typeof createCanvasStore>
