import type { WorkspaceClock } from '../clock/workspace-clock'
import type { Rates } from '../order/currency-rates'
import type { OnDuplicate } from './import-kinds'
import type { ReadInstant } from './read-instant'

/** What a row is read against. */
export interface Reading extends Pick<WorkspaceClock, 'now' | 'timeZone'> {
  instantOf: ReadInstant
  rates: Rates
  onDuplicate: OnDuplicate
}
