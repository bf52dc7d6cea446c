import type { Language } from '@relance/core/words/language'
import { language } from '@relance/core/words/language'
import { z } from 'zod'
import type { BlockUse } from '../mail-block/mail-block'

/** One language of a mail, as the editor shows it. */
export const mailSource = z.object({
  subject: z.string().max(500),
  preheader: z.string().max(500).default(''),
  mjml: z.string().max(400_000),
  /** Derived from the MJML where absent. */
  text: z
    .string()
    .max(200_000)
    .nullable()
    .transform((text) => text ?? undefined)
    .optional(),
})
export type MailSource = z.infer<typeof mailSource>

export const mailSources = z.partialRecord(language, mailSource)
export type MailSources = Partial<Record<Language, MailSource>>

export interface MailTemplate {
  id: string
  key: string | null
  name: string
  languages: MailSources
  /** The last version that compiled; what the next publish pins. */
  version: number
  updatedAt: Date
}

/** A mail ready to be saved: its sources, what each language compiled to (plain JSON), and with which blocks. */
export interface CheckedMail {
  name: string
  sources: MailSources
  compiled: Partial<Record<Language, object>>
  blocks: BlockUse[]
}

export const MAIL_GONE = 'This mail does not exist.'
