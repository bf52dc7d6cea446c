import type { Mail, Run } from './run'

/** A fact about somebody, with its instant in ms. */
export interface Fact {
  id: string
  name: string
  at: number
  properties: Record<string, unknown>
}

export interface Cart {
  /** Product ids, one entry a line. */
  lines: string[]
  state: 'open' | 'ordered' | 'emptied'
  touchedAt: number
  /** 2 once it was ordered and filled again. */
  round: number
}

/** Somebody, known or not. What can be counted from their facts is not kept. */
export interface Person {
  number: number
  user: string | null
  email: string | null
  timeZone: string | null
  consent: { state: 'given' | 'refused'; at: number } | null
  traits: Record<string, unknown>
  createdAt: number
  facts: Fact[]
  /** Told in the same breath, and not taken in yet. */
  coming: Fact[]
  orders: Map<string, { at: number; revenue: number }>
  carts: Map<string, Cart>
  runs: Run[]
  mails: Mail[]
  /** How many runs of each scenario began with this very person, before any joining. */
  began: Map<number, number>
  joinedInto: Person | null
  /** Forgotten: nothing is left of them but that there was somebody. */
  isErased: boolean
}

export const newPerson = (number: number, user: string | null, createdAt: number): Person => ({
  number,
  user,
  email: null,
  timeZone: null,
  consent: null,
  traits: {},
  createdAt,
  facts: [],
  coming: [],
  orders: new Map(),
  carts: new Map(),
  runs: [],
  mails: [],
  began: new Map(),
  joinedInto: null,
  isErased: false,
})

/** Whoever somebody has become. */
export const survivor = (person: Person): Person =>
  person.joinedInto ? survivor(person.joinedInto) : person
