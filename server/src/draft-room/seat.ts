import type { ChangeHead } from '@relance/core/draft/frames'
import type { FromServer, Place } from '@relance/core/draft/link-messages'
import type { Scope } from '@relance/db/connection/scope'

/** One window that has a draft open. */
export interface Seat {
  id: string
  /** The person behind it; null for a program, which nobody is shown. */
  who: string | null
  name: string
  scope: Scope
  mayDraw: boolean
  place: Place
  /** It has the whole document, and is told of each change from now on. */
  isSeated: boolean
  tell: (message: FromServer) => void
  hand: (head: ChangeHead, update: Uint8Array) => void
  /** Ends the connection; `code` as in closeCode. */
  close: (code: number) => void
  /** What the role allows by now; null when the person may not even look any more. */
  mayDrawNow: () => Promise<boolean | null>
  /** Whether it still answers; asked at each heartbeat. */
  isAlive: () => boolean
}
