const OFFSET = /^[+-]([01]\d|2[0-3])(:?[0-5]\d)?$/

/** Whether this is a time zone we can reckon in. IANA name, or a fixed offset. */
export function isKnownZone(name: string): boolean {
  if (OFFSET.test(name)) return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
