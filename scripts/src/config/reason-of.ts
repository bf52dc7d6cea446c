/** Why something failed, in one line without a full stop, from whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  const text = error instanceof Error ? error.message || error.name : String(error)
  // gRPC and Postgres put the cause after the first line, or nowhere.
  const [line = ''] = text.split('\n')
  return line.trim().replace(/\.$/, '')
}
