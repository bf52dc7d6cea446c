import type { Words } from '../words/language'

/** `list`: several texts, of which a rule asks whether one is among them. */
export type FieldKind = 'text' | 'number' | 'instant' | 'date' | 'money' | 'list'

/** A field that every contact has by itself, and all that depends on which one it is. */
export interface ContactField {
  kind: FieldKind
  /** With its article, as it stands in a sentence; a list's is in the plural. */
  words: Words
  /** The only values it has, where they are few. */
  choices?: Readonly<Record<string, Words>>
  /** What its value changes with, as keys of events: names, `field:…`, `consent:…`. Absent: its own name. */
  changesWith?: readonly string[]
  /** Time alone moves it, in ways that no single instant tells. */
  isMovedByTime?: boolean
  /** What somebody says of themselves is part of it, so it can be set. */
  isDeclared?: boolean
}
