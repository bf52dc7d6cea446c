import type { Signal } from '@relance/core/event/event'

/** What a wait listens for to hear of a signal. `visit` is raised for the first page of a session. */
export const signalKey: Readonly<Record<Signal, string>> = {
  visit: 'visit',
  order: 'Order Completed',
  open: 'Email Opened',
  click: 'Email Link Clicked',
}
