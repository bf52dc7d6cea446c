/** What a customer lives of a scenario. */
export const customerKinds = ['visit', 'open', 'click', 'order', 'other'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** What the company does in it. */
export const companyKinds = ['recognised', 'counter', 'send', 'goal', 'step'] as const
export type CompanyKind = (typeof companyKinds)[number]

/** One dated thing of either side; `of` is whatever it was made from. */
export interface CustomerFact<Of> {
  at: Date
  kind: CustomerKind
  of: Of
}
export interface CompanyFact<Of> {
  at: Date
  kind: CompanyKind
  /** Of a counter that has run out: when it was set. */
  since?: Date
  of: Of
}

/** Both sides at one instant of a run. */
export interface LaneRow<Customer, Company> {
  at: Date
  customer: CustomerFact<Customer>[]
  /** Whole seconds without anything from the customer, where a counter ran out; else null. */
  silence: number | null
  /** Empty where what the customer did was only kept. */
  company: CompanyFact<Company>[]
}

/** An answer that takes longer than this has an instant of its own. */
const ANSWER_MS = 5_000

/**
 * A run told from both sides on one axis of time, oldest first: what a customer does stands beside what the company
 * answers within five seconds, and a counter that runs out beside the silence that let it.
 */
export function twoLanes<Customer, Company>(
  customer: readonly CustomerFact<Customer>[],
  company: readonly CompanyFact<Company>[],
): LaneRow<Customer, Company>[] {
  const rows: LaneRow<Customer, Company>[] = []
  const byTime = <Fact extends { at: Date }>(facts: readonly Fact[]) =>
    facts.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const [deeds, acts] = [byTime(customer), byTime(company)]
  let next = 0
  const open = (at: Date) => {
    const row: LaneRow<Customer, Company> = { at, customer: [], silence: null, company: [] }
    rows.push(row)
    return row
  }
  const live = (until: Date) => {
    for (let deed = deeds[next]; deed && deed.at <= until; deed = deeds[++next]) {
      const last = rows.at(-1)
      const joins = last && last.company.length === 0 && last.at.getTime() === deed.at.getTime()
      const row = joins ? last : open(deed.at)
      row.customer.push(deed)
    }
  }
  for (const act of acts) {
    live(act.at)
    const last = rows.at(-1)
    const answers = last && act.at.getTime() - last.at.getTime() <= ANSWER_MS
    const row = answers ? last : open(act.at)
    row.company.push(act)
  }
  live(new Date(8.64e15))
  for (const row of rows) row.silence = silenceIn(row)
  return rows
}

function silenceIn({ at, customer, company }: LaneRow<unknown, unknown>): number | null {
  if (customer.length > 0) return null
  const counter = company.find(({ kind, since }) => kind === 'counter' && since !== undefined)
  return counter?.since ? Math.round((at.getTime() - counter.since.getTime()) / 1000) : null
}
