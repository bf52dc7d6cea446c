import type { Plan } from '@relance/core/plan/plan'

export type BacktestState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed'

/** What was counted at one step: people who came to it, mails it would have sent, whom the gate held or refused. */
export interface NodeCounts {
  entered: number
  sent: number
  held: number
  refused: number
  exits: Record<string, number>
}

/** Somebody who would have entered, and how it ended by then. */
export interface BacktestPerson {
  contactId: string
  /** ISO 8601. */
  at: string
  end: string | null
}

/**
 * What has been counted so far: entries in all, by day of the workspace's calendar, by hour (UTC, as `2026-03-02T10`),
 * by step; the first people.
 */
export interface BacktestFigures {
  entered: number
  days: Record<string, number>
  hours: Record<string, number>
  nodes: Record<string, NodeCounts>
  people: BacktestPerson[]
  /** Who could not be walked through in time: left out of the steps, but not of the entries. */
  cutShort: number
}

export const NO_FIGURES: BacktestFigures = {
  ...{ entered: 0, days: {}, hours: {}, nodes: {}, people: [], cutShort: 0 },
}

/** How many would go on from a step sooner, later or at the same time than in the drawing it is compared with. */
export interface Shift {
  sooner: number
  later: number
  same: number
}

export const NO_SHIFT: Shift = { sooner: 0, later: 0, same: 0 }

/** A back-test as it stands. */
export interface Backtest {
  id: string
  flowId: string
  /** The step it was asked for; null where it is about the whole drawing. */
  nodeId: string | null
  /** The published version that the same people are walked through beside; null where there is none. */
  comparedVersion: number | null
  /** What was counted there; null where that version lets in by what the past does not tell. */
  comparedFigures: BacktestFigures | null
  /** For a step that is compared. */
  shift: Shift | null
  state: BacktestState
  from: Date
  until: Date
  /** How many the trigger may concern; null until they are gathered. */
  concerned: number | null
  /** How many of them are looked at: fewer where there are very many. */
  total: number | null
  done: number
  figures: BacktestFigures
  error: string | null
  createdAt: Date
  computedAt: Date | null
}

/** One that a worker has taken on, with what it works by. */
export interface BacktestWork extends Backtest {
  plan: Plan
  compared: Plan | null
  contactIds: string[] | null
}
