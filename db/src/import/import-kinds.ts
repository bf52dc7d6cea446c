export const importKinds = ['contacts', 'orders', 'cdnow', 'products', 'events'] as const
export type ImportKind = (typeof importKinds)[number]

/** What becomes of a row about something that is known already. */
export const onDuplicate = ['update', 'skip'] as const
export type OnDuplicate = (typeof onDuplicate)[number]

/** Contacts and products are completed; of orders and events what was there first stays. */
export const usualOnDuplicate: Record<ImportKind, OnDuplicate> = {
  contacts: 'update',
  products: 'update',
  orders: 'skip',
  events: 'skip',
  cdnow: 'skip',
}

/** A row that was not taken, and why, in the workspace's language. Rows are counted from 1, without the header. */
export interface RowRefusal {
  row: number
  column: string | null
  code: string
  message: string
}

/** How far an import has come. */
export interface ImportProgress {
  id: string
  kind: ImportKind
  fileName: string | null
  state: 'queued' | 'reading' | 'done' | 'failed'
  /** Bytes of the file, and how many of them have been read. */
  totalBytes: number
  readBytes: number
  /** Rows. */
  read: number
  taken: number
  refused: number
  error: string | null
  createdAt: Date
  finishedAt: Date | null
}
