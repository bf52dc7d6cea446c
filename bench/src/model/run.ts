import type { GraphNode } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { Fact, Person } from './person'

/** A published drawing. */
export interface Version {
  number: number
  entry: string
  nodes: Map<string, GraphNode>
  /** By `node:exit`. */
  edges: Map<string, { to: string; atMost?: number }>
  settings: FlowSettings
}

/** A scenario as it stands. */
export interface Flow {
  number: number
  status: 'draft' | 'live' | 'paused' | 'stopped'
  versions: Version[]
  /** Who crosses the line of its time trigger from here on may enter; -Infinity: also those past it already. */
  lineFrom: number
  /** The next instant of its schedule. */
  nextAt: number | null
  /** Crossings of the line now drawn that let somebody in. */
  entered: Set<string>
}

/** A fact laid before a run, with everything it may be listened for by. */
export interface News {
  fact: Fact
  keys: Set<string>
  /** The step where the run stood waited for it. */
  waitedFor: boolean
  /** It took the person out of reach: a refusal, which may be taken back, or an address that is blocked. */
  reachLost: 'refused' | 'blocked' | null
}

/** One passage of one person through a scenario. */
export interface Run {
  flow: Flow
  version: Version
  person: Person
  key: string
  /** Who entered, and as which of their entries: what draws go by. */
  began: { person: number; nth: number }
  anchorAt: number
  enteredAt: number
  data: Record<string, unknown>
  state: 'waiting' | 'calling' | 'attention' | 'ended'
  node: string
  visit: number
  visits: Map<string, number>
  /** How often each limited edge was taken. */
  laps: Map<string, number>
  leftAt: Map<string, number>
  enteredNodeAt: number
  dueAt: number | null
  /** When it last asked for room within the limit. */
  askedAt: number | null
  /** What the step where it stands waits for. */
  listens: string[]
  called: 'ok' | 'failed' | null
  again: 'move' | 'retry' | 'skip' | null
  inbox: News[]
  endedAt: number | null
  endReason: string | null
  endDetail: string | null
}

export interface Mail {
  run: Run
  node: string
  visit: number
  state: 'queued' | 'sent' | 'refused' | 'failed'
  reason: string | null
  queuedAt: number
  sendAt: number
  sentAt: number | null
  /** The limit has not left room for it yet. */
  isHeld: boolean
  losesItsMomentAt: number
}
