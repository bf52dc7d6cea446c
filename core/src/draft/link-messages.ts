import { z } from 'zod'
import type { ErrorCode } from '../error/app-error'
import { nodeId } from '../id/ids'

/** Where somebody is in a scenario: the step chosen last, and whether they are changing it. */
export const place = z.strictObject({ step: nodeId.nullable(), isEditing: z.boolean() })
export type Place = z.infer<typeof place>

const base64 = z.base64().max(400_000)

/**
 * What a browser says beside its changes, as JSON. `open` is the first word of a connection: what it has of the
 * document (a state vector), and the last revision it has seen, so that it is told who did what since.
 */
export const fromBrowser = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), have: base64, since: z.int().min(0).nullable() }),
  z.strictObject({ type: z.literal('at'), place }),
])
export type FromBrowser = z.infer<typeof fromBrowser>

/** Somebody who has the scenario open, once for each window. */
export interface PersonHere {
  /** Of the window. */
  id: string
  /** Of the person: two windows of one person have the same. */
  who: string
  name: string
  place: Place
}

/** What the server says beside changes, as JSON. */
export type FromServer =
  /** The answer to `open`: whether changes are taken, and what the server has (a state vector). */
  | { type: 'hello'; you: string; mayDraw: boolean; revision: number; have: string }
  /** The changes of this number and before are stored. */
  | { type: 'saved'; number: number; revision: number }
  /** The change of this number is not stored, nor will it be as it is. */
  | { type: 'refused'; number: number; code: ErrorCode; message: string; field: string | null }
  /** A change hangs on one that did not come: all that the server lacks is to be sent again. */
  | { type: 'resend'; number: number; have: string }
  | { type: 'people'; people: PersonHere[] }
  /** Said now and then, so that silence means that the connection is gone. */
  | { type: 'here' }

/** Milliseconds after which the server says at least `here`. */
export const HEARTBEAT_MS = 20_000

/** Codes of a closed connection, beside the usual ones: those who come again get the same answer, or may come later. */
export const closeCode = { refused: 4403, later: 4503 } as const
