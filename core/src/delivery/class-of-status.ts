/**
 * Why a server would not take a message, which decides what becomes of the address:
 * hard = no such mailbox (suppress it), soft = not now (mailbox full), blocked = not from us, or not this.
 */
export type RefusalClass = 'hard' | 'soft' | 'blocked'

/**
 * What an enhanced status (RFC 3463) means once nobody tries any more, as far as it says whose fault it is. 5.1.7 and
 * 5.1.8 are about the sender.
 */
export function classOfStatus(status: string): RefusalClass {
  if (status.startsWith('4.')) return 'soft'
  if (/^5\.1\.[78]$/.test(status)) return 'blocked'
  if (/^5\.(1\.|2\.1$)/.test(status)) return 'hard'
  if (/^5\.[234]\./.test(status)) return 'soft'
  return 'blocked'
}
