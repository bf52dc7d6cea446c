import type { Person } from './person'
import type { Flow, Mail, Run } from './run'

/** All a model knows of one workspace, at one instant. */
export interface Shop {
  now: number
  /** In the order in which they became known. */
  people: Person[]
  byUser: Map<string, Person>
  byCookie: Map<string, Person>
  orderOwner: Map<string, Person>
  /** Ids of what was told: a second time is no second fact. */
  told: Set<string>
  suppressed: Set<string>
  flows: Flow[]
  runs: Run[]
  mails: Mail[]
  /** Mails to one person in seven days; null: as many as there are. */
  most: number | null
  /** A number in [0, 1) for a run at a step, the same each time. */
  draw(run: Run): number
}

export const newShop = (
  now: number,
  { flows, most }: { flows: number; most: number | null },
  draw: Shop['draw'],
): Shop => ({
  now,
  people: [],
  byUser: new Map(),
  byCookie: new Map(),
  orderOwner: new Map(),
  told: new Set(),
  suppressed: new Set(),
  flows: Array.from({ length: flows }, (_, number) => ({
    number,
    status: 'draft',
    versions: [],
    lineFrom: 0,
    nextAt: null,
    entered: new Set(),
  })),
  runs: [],
  mails: [],
  most,
  draw,
})

export const liveVersion = (flow: Flow) => flow.versions.at(-1)
