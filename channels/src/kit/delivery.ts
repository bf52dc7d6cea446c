import type { RefusalClass } from '@relance/core/delivery/class-of-status'

/**
 * What came of one attempt. `code` is the most precise there is: an enhanced status (`5.1.1`),
 * else the reply code (`550`), else the connection's (`ETIMEDOUT`). `reason` is the server's own
 * words, which may name the address: not for logs.
 */
export type Delivery =
  | { result: 'sent'; response: string }
  | { result: 'retry'; code: string; reason: string }
  | { result: 'refused'; class: RefusalClass; code: string; reason: string }
