import type { Needs } from './clip-text'
import type { Thing } from './references'

/** A thing of this workspace that may stand in for a needed one. */
export interface Candidate {
  id: string
  name: string
  key?: string | null
}

/** What this workspace has. */
export interface Stock extends Record<Thing, Candidate[]> {
  /** Names of the events received here. */
  events: string[]
}

export type NeedKind = Thing | 'event'

/** A needed thing, and the one of this workspace that has its name, if any. */
export interface Match {
  kind: NeedKind
  key: string
  name: string
  /** The id of what was found, or of an event its name. */
  found: string | null
  candidates: Candidate[]
  /** It can be made here, as the text holds it whole. */
  canCopy: boolean
}

const plain = (text: string) => text.trim().toLocaleLowerCase()

const find = (candidates: Candidate[], key: string, name: string): string | null =>
  (
    candidates.find((one) => one.key === key) ??
    candidates.find((one) => plain(one.name) === plain(name))
  )?.id ?? null

/** Each needed thing beside what this workspace has of its name: mails, segments, offers, then events. */
export function matchNeeds({ messages, segments, offers, events }: Needs, stock: Stock): Match[] {
  const of = (kind: Thing, key: string, name: string, canCopy: boolean): Match => ({
    ...{ kind, key, name, canCopy },
    candidates: stock[kind],
    found: find(stock[kind], key, name),
  })
  const heard = stock.events.map((name) => ({ id: name, name }))
  return [
    ...messages.map(({ key, name, languages }) =>
      of('template', key, name, Object.keys(languages).length > 0),
    ),
    ...segments.map(({ key, name, rule }) => of('segment', key, name, rule !== undefined)),
    ...offers.map(({ key, name }) => of('offer', key, name, true)),
    ...events.map(
      (name): Match => ({
        ...{ kind: 'event', key: name, name, canCopy: false, candidates: heard },
        found: stock.events.includes(name) ? name : null,
      }),
    ),
  ]
}

/** What is done about a needed thing: one of this workspace's, a copy, or nothing. */
export type Choice = { take: string } | 'copy' | 'leave'

/** The proposal: what was found, else a copy, else nothing. */
export const proposed = ({ found, canCopy }: Match): Choice =>
  found !== null ? { take: found } : canCopy ? 'copy' : 'leave'
