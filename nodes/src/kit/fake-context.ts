import type { ContactFacts, RunContext, SendRequest } from './run-context'
import type { Note } from './step'

/** What a node did to its context in a test. */
export interface FakeContext extends RunContext {
  notes: Note[]
  sent: SendRequest[]
  fieldsSet: Record<string, string | number | boolean | null>
}

const monday = new Date('2026-03-02T10:00:00Z')

/** A contact nothing is known of but an address. */
export const fakeContact: ContactFacts = {
  id: '01980000-0000-7000-8000-000000000001',
  externalId: 'duchemin',
  email: 'claire@example.com',
  firstName: 'Claire',
  lastName: 'Duchemin',
  locale: 'fr',
  timeZone: null,
  traits: {},
  createdAt: new Date('2026-01-05T09:00:00Z'),
  lastAt: { visit: null, order: null, open: null, click: null },
}

/**
 * A context for tests: Monday 2 March 2026, 10:00 UTC, a contact who may be written to, rules that
 * do not hold, texts filled with themselves. Whatever is given replaces it.
 */
export function fakeContext(overrides: Partial<RunContext> = {}): FakeContext {
  const notes: Note[] = []
  const sent: SendRequest[] = []
  const fieldsSet: FakeContext['fieldsSet'] = {}
  return {
    nodeId: 'node-1',
    visit: 1,
    now: monday,
    anchorAt: monday,
    enteredAt: monday,
    enteredNodeAt: monday,
    timeZone: 'UTC',
    contact: fakeContact,
    random: () => 0,
    ask: async () => ({ holds: false, seen: [] }),
    send: async (request) => {
      sent.push(request)
      return { queued: true }
    },
    setField: async (field, value) => {
      fieldsSet[field] = value
    },
    fill: async (template) => template,
    note: (note) => {
      notes.push(note)
    },
    ...overrides,
    notes,
    sent,
    fieldsSet,
  }
}
