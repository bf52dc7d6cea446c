import type { EventLeaf } from '@relance/core/rule/rule'

/** What whoever tries a scenario has said of something nobody can know; `hours`: how long after the wait began. */
export interface ChoiceMade {
  is: string
  hours?: number
}

/**
 * Something that is not known yet, and what was taken for it. `fact`: whether an event a rule asks for has happened
 * by then (`yes`, `no`). `wait`: what comes while somebody waits (`nothing`, or an event's name). `call`: how an
 * outside call ends (`ok`, `failed`).
 */
export interface Choice {
  /** The same at each rehearsal of the same drawing. */
  key: string
  kind: 'fact' | 'wait' | 'call'
  nodeId: string
  visit: number
  /** The event it is about; null where there are several, or none. */
  event: string | null
  /** Of a `fact`: what the rule asks for. */
  leaf: EventLeaf | null
  options: string[]
  is: string
  /** Nobody said it: it is what most did, or `no` and `nothing` where nobody has been there. */
  isAssumed: boolean
  /** Of how many real people the usual is known, and how many of them did what `is` says. */
  known: number
  did: number
  /** The wait it falls into, and when it is taken to happen; null where nothing happens. */
  from: Date | null
  until: Date | null
  at: Date | null
}

/** The answers given, by key. */
export type ChoicesMade = Readonly<Record<string, ChoiceMade>>
