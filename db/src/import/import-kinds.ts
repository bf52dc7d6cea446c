export const importKinds = ['contacts', 'orders', 'products', 'cdnow'] as const
export type ImportKind = (typeof importKinds)[number]

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
  read: number
  taken: number
  refused: number
  error: string | null
  createdAt: Date
  finishedAt: Date | null
}
