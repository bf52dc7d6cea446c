import type { Graph } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'

/** One drawing of a scenario, ready to be published. */
export interface Drawing {
  graph: Graph
  settings: Partial<FlowSettings>
}

/** Something told about a visitor, as Segment's HTTP API would. */
export interface Told {
  /** The same id twice is the same fact twice. */
  id: string
  type: 'track' | 'page' | 'identify' | 'alias'
  name: string
  user: string | null
  cookie: string | null
  /** Of an alias: what the person was called before. */
  previously?: string
  properties: Record<string, unknown>
  /** How long ago it happened; absent: now. */
  minutesAgo?: number
}

export type People = 'finish' | 'move' | 'leave'

/** One thing somebody does: a visitor, a marketer, or time. What is impossible at that moment changes nothing. */
export type Act =
  | { act: 'publish'; flow: number; drawing: number; people: People; alsoPast: boolean }
  | { act: 'tell'; events: Told[] }
  /** The newest mail of a scenario to somebody is opened, or a link in it clicked. */
  | { act: 'react'; flow: number; user: string; name: 'Email Opened' | 'Email Link Clicked' }
  | { act: 'advance'; minutes: number }
  | { act: 'pause'; flow: number }
  | { act: 'resume'; flow: number; mode: 'now' | 'spread' | 'skip' }
  | { act: 'stop'; flow: number; people: 'finish' | 'leave' }
  /** Somebody asks to be forgotten. */
  | { act: 'erase'; user: string }
  /** Whoever needs attention in a scenario: their step is tried again, or left out. */
  | { act: 'retry' | 'skip'; flow: number }

/** A whole case: what is drawn, and what happens, in one workspace on a test clock. */
export interface Story {
  startsAt: string
  /** By scenario, its drawings. */
  flows: Drawing[][]
  /** Mails to one person in seven days; absent: no limit. */
  most?: number | null
  acts: Act[]
}

/** How one passage of somebody through a scenario stands at the end. Instants are ISO 8601. */
export interface RunOutcome {
  flow: number
  version: number
  enteredAt: string
  state: string
  /** `node#visit`. */
  at: string
  dueAt: string | null
  endedAt: string | null
  endReason: string | null
  endDetail: string | null
}

export interface MailOutcome {
  flow: number
  /** `node#visit`. */
  at: string
  state: string
  reason: string | null
  queuedAt: string
  sentAt: string | null
}

/** What somebody got. People are numbered in the order in which they became known. */
export interface PersonOutcome {
  person: number
  runs: RunOutcome[]
  mails: MailOutcome[]
}

/** The mail every story's scenarios send. */
export const MAIL = '01980000-0000-7000-8000-0000000000aa'
/** What stands for the address of a service that says yes, and one that says no. */
export const SERVICE = { yes: 'http://service.example/yes', no: 'http://service.example/no' }
export const TIME_ZONE = 'Europe/Paris'

/** Thrown where two outcomes are equally right, since both fall into one instant. */
export class Undetermined extends Error {}
