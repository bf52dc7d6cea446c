/** Whether an offset points before (−1), at (0) or after (1) its date. Takes an ISO 8601 duration. */
export function offsetSign(offset: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(offset)) return 0
  return offset.startsWith('-') ? -1 : 1
}
