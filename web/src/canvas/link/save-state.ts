/** Whether what is drawn is stored, as the top bar says it. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  /** No connection; so many acts are kept in this browser alone. */
  | { kind: 'offline'; acts: number }
  /** It cannot be stored as it is, and why; when that is tried again by itself, if it is (milliseconds of `Date.now()`). */
  | { kind: 'failed'; message: string; retryAt: number | null }

/** What the rest of the app asks of saving. */
export interface Saving {
  /**
   * Sends what is unsent now. True once the server has the document as it stands; false when it cannot be sent (no
   * connection, refused).
   */
  flush: () => Promise<boolean>
}
