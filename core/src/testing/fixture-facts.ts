import type { CompileFacts } from '../plan/compile-facts'

/** A workspace nothing is known of. */
export const bareFacts: CompileFacts = {
  templates: {},
  offers: {},
  segments: {},
  events: [],
  fields: [],
  timeZone: 'UTC',
}
