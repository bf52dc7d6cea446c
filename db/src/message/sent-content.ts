import type { Tx } from '../connection/scope'
import { type Bodies, unpackContent } from './packed-content'

/** The bodies of a mail as its row keeps them: packed, or as they are where it was sent before mails were packed. */
export type KeptBodies = { html: string | null; text: string | null } & {
  packed: Uint8Array | null
  words: string | null
}

/** The columns of KeptBodies, for a select from `message_contents t`. */
export const keptBodies = ({ sql }: Tx) => sql`
  t.html, t.body_text as text, t.packed, (
    select w.words from content_words w where w.workspace_id = t.workspace_id and w.id = t.words_id) as words`

/** The bodies of a mail exactly as it was sent: the one way to read them. */
export const sentBodies = ({ html, text, packed, words }: KeptBodies): Bodies =>
  packed ? unpackContent(packed, words ?? '') : { html: html ?? '', text: text ?? '' }
