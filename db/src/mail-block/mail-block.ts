import type { Language } from '@relance/core/words/language'

/** MJML of a block in the languages it has. */
export type MailBlockSources = Partial<Record<Language, string>>

/** A part of mails that is written once and placed in many by its key. */
export interface StoredMailBlock {
  id: string
  /** As mails name it; never changes. */
  key: string
  name: string
  languages: MailBlockSources
  version: number
  updatedAt: Date
}

/** Which version of a block a mail was compiled with. */
export interface BlockUse {
  id: string
  version: number
}

export const BLOCK_GONE = 'This block does not exist.'
