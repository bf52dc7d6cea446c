import type { Limit, LimitKind, WindowCount } from '@relance/core/sending-limit/places'
import type { WarmUpPlan } from '@relance/core/sending-limit/sending-settings'
import { windowStart } from '@relance/core/sending-limit/sending-window'
import { nextStep, warmUpMost } from '@relance/core/sending-limit/warm-up'
import type { SendingRules } from './sending-rules'

/** A limit that applies to a mail. */
export interface LimitName {
  kind: LimitKind
  /** A domain; empty: the whole workspace. */
  name: string
  per: 'hour' | 'day'
  /** Null: as the warm-up says of the day. */
  most: number | null
}

/** A window of a limit as it is stored. */
export interface CountRow extends WindowCount {
  kind: LimitKind
  name: string
  startsAt: Date
  step: number
}

/** Every limit that a mail to this address is under; without one, those that all mails are under. */
export function limitsOn({ settings, warmingUp }: SendingRules, address?: string): LimitName[] {
  const { dailyMost, domainLimits } = settings
  const name = address?.split('@').at(-1)?.toLowerCase()
  const own = domainLimits.find(({ domain }) => domain === name)
  const to = name ? (own ?? domainLimits.find(({ domain }) => domain === '*')) : undefined
  return [
    ...(dailyMost === null
      ? []
      : [{ kind: 'workspace' as const, name: '', per: 'day' as const, most: dailyMost }]),
    ...(warmingUp === null
      ? []
      : [{ kind: 'sender' as const, name: warmingUp, per: 'day' as const, most: null }]),
    ...(to && name ? [{ kind: 'domain' as const, name, per: to.per, most: to.most }] : []),
  ]
}

/** The windows of one limit around an instant, as they are stored, and as they are changed. */
export class LimitCounts implements Limit {
  readonly reason
  readonly #windows = new Map<number, CountRow>()
  readonly #changed = new Set<CountRow>()
  readonly #starts: Date[] = []
  readonly #over: CountRow[]
  /** Of a warm-up: how far it has come today. */
  readonly step: number

  /** @param rows all that are stored of this limit */
  constructor(
    readonly limit: LimitName,
    readonly rules: SendingRules,
    readonly now: Date,
    rows: readonly CountRow[],
  ) {
    this.reason = limit.kind === 'sender' ? ('warm-up' as const) : ('domain-limit' as const)
    const start = this.startsAt(0)
    const sorted = rows.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    const begunOrOver = sorted.filter(({ startsAt }) => startsAt <= now)
    // Not by its exact start: the hour a day begins at may have been changed in the middle of one.
    const current = begunOrOver.findLast(({ startsAt }) => startsAt >= start)
    if (current) this.#windows.set(0, current)
    const begun = begunOrOver.findLast(({ taken, step }) => taken > 0 || step > 0)
    this.#over = begunOrOver.filter((row) => row !== current)
    const plan = rules.settings.warmUp
    this.step = begun ? (begun === current || !plan ? begun.step : nextStep(plan, begun)) : 0
    const later = new Map(sorted.map((row) => [row.startsAt.getTime(), row]))
    for (let n = 1; n <= sorted.length - begunOrOver.length; n++) {
      const row = later.get(this.startsAt(n).getTime())
      if (row) this.#windows.set(n, row)
    }
  }

  most(window: number): number | null {
    if (this.limit.kind !== 'sender') return this.limit.most
    return warmUpMost(this.rules.settings.warmUp as WarmUpPlan, this.step + window)
  }

  startsAt(window: number): Date {
    const { settings, timeZone } = this.rules
    const { per } = this.limit
    this.#starts[window] ??= windowStart(
      this.now,
      { per, dayBegins: settings.dayBegins, timeZone },
      window,
    )
    return this.#starts[window]
  }

  /** To be changed by whoever asks. */
  count(window: number): WindowCount {
    const { kind, name } = this.limit
    const row = this.#windows.get(window) ?? {
      ...{ kind, name, startsAt: this.startsAt(window), taken: 0, promised: 0, step: 0 },
    }
    this.#windows.set(window, row)
    this.#changed.add(row)
    if (window === 0) row.step = this.step
    return row
  }

  /** Windows that are over. */
  over(): CountRow[] {
    return this.#over
  }

  /** What is to be stored. */
  changed(): CountRow[] {
    return [...this.#changed]
  }
}
