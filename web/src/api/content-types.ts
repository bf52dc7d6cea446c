import type { MailFieldGroup } from '@relance/core/mail/mail-fields'

/** What the creative check says of one language of a mail; line and column are of its source. */
export interface MailProblem {
  code: string
  line: number | null
  column: number | null
  message: string
}

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

/** One person's mail as it is being written. */
export interface DraftMail extends RenderedMail {
  warnings: MailProblem[]
}

/** A value a mail may show of a person. */
export interface MailField {
  name: string
  group: MailFieldGroup
  filter?: string
  label: string
  fallback: string
  sample: string
}

/** A band that comes with the product, as MJML. */
export interface MailSnippet {
  kind: 'header' | 'footer' | 'products' | 'coupon' | 'cart'
  mjml: string
}

export interface MailLanguage {
  subject: string
  preheader: string
  mjml: string
  text?: string | null
}

export interface MailTemplateRow {
  id: string
  key: string | null
  name: string
  languages: string[]
  version: number
  updatedAt: string
  usedBy: { id: string; name: string }[]
}

/** How heavy a mail is, and of how much the creative check warns; `problem` in their place where it cannot be filled. */
export interface MailCheckRow {
  id: string
  bytes: number | null
  warnings: number | null
  problem: string | null
}

export interface MailTemplate extends Omit<MailTemplateRow, 'languages' | 'usedBy'> {
  languages: Record<string, MailLanguage>
}

export interface MailVersionRow {
  version: number
  savedAt: string
  savedBy: string | null
}

/** A version with what was written, unless that was not kept yet at the time. */
export interface MailVersion extends MailVersionRow {
  languages: Record<string, MailLanguage> | null
}

export interface Offer {
  id: string
  name: string
  kind: 'credit'
  valueCents: number
  currency: string
  minimumCents: number
  validFor: string
  shown: number
  used: number
}

export interface Import {
  id: string
  kind: 'contacts' | 'orders' | 'products' | 'events' | 'cdnow'
  state: 'queued' | 'reading' | 'done' | 'failed'
  read: number
  taken: number
  refused: number
  refusals: { row: number; column: string | null; code: string; message: string }[]
  createdAt?: string
  fileName?: string | null
  totalBytes: number
  readBytes: number
  /** Why a file could not be read at all. */
  error: string | null
}

/** How the first rows of a file would be read. */
export interface ImportPreview {
  missing: string[]
  rows: {
    row: number
    cells: Record<string, string>
    problems: { column: string | null; code: string; message: string }[]
  }[]
}

export interface EventName {
  name: string
  count: number
  lastAt: string | null
}

export interface ContactField {
  field: string
  kind: string
  label: string
  known: boolean
}

export interface StoredEventRow {
  id: string
  contactId: string | null
  anonymousId: string | null
  type: string
  name: string
  properties: Record<string, unknown>
  at: string
  source: string
  warnings: { code: string; field: string }[]
}
