import type { Language } from '@relance/core/words/language'
import type { QueryClient } from '@tanstack/react-query'
import type { ReactFlowInstance } from '@xyflow/react'
import type { WordKey } from '../../words/format-message'
import { announce } from '../announce'
import type { ActName, DraftDocument } from '../document/draft-document'
import { stepTitles } from '../step-titles'
import type { CanvasStore } from '../store/canvas-store'
import type { View } from '../use-view'

type Values = Record<string, string | number>

/** What the commands work with. */
export interface CommandScene {
  flowId: string
  document: DraftDocument
  store: CanvasStore
  view: View
  reactFlow: ReactFlowInstance
  queries: QueryClient
  language: Language
  t: (key: WordKey, values?: Values) => string
  /** A time of day, in words. */
  time: (instant: string) => string
  /** Who else is changing one of these steps, by name. */
  editorOf: (ids: string[]) => string | null
  /** How many people stand at these steps of the live version, as last heard. */
  waitingAt: (ids: string[]) => number
  /** How many took each exit of each step, as last heard. */
  people: () => Record<string, Record<string, number>>
}

/** What a step is called now. */
export const titleOf = ({ document, language }: CommandScene, id: string) =>
  stepTitles(document.content, language).get(id) ?? id

/** An act in words: “add “Email””. */
export const actWords = ({ t }: CommandScene, act: ActName | null) =>
  act ? t(act.key as WordKey, act.values) : ''

/** Says something to those who listen rather than look. */
export const say = ({ t }: CommandScene, key: WordKey, values?: Values) => announce(t(key, values))
