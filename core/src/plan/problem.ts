/** Something to mend in a draft. A `fix` blocks publishing; a `tip` does not. */
export interface Problem {
  /** V01 … V33. */
  code: string
  severity: 'fix' | 'tip'
  nodeId: string | null
  exit: string | null
  /** Path in the node's config, or in the settings when `nodeId` is null. */
  field: string | null
  params: Record<string, string | number>
  /** In the reader's language. */
  message: string
  /** A named action of the draft document that mends it, or null. */
  fix: { action: string; args: Record<string, unknown> } | null
}
