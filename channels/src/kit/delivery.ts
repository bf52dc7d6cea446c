import type { RefusalClass } from '@relance/core/delivery/class-of-status'

/**
 * Why a message is to be tried again, which decides who may: `unavailable`: it was not taken, for reasons of the
 * provider or of our account there, so another provider may have it at once; `later`: it was not taken, as the other
 * side wants it later; `unsure`: it may have been taken, so nobody else may have it.
 */
export type RetryWhy = 'unavailable' | 'later' | 'unsure'

/**
 * What came of one attempt. `code` is the most precise there is: an enhanced status (`5.1.1`),
 * else the reply code (`550`), else the connection's (`ETIMEDOUT`), or an HTTP status (`http-429`). `reason` is the
 * server's own words, which may name the address: not for logs.
 */
export type Delivery =
  | { result: 'sent'; response: string }
  | { result: 'retry'; why: RetryWhy; code: string; reason: string }
  | { result: 'refused'; class: RefusalClass; code: string; reason: string }
