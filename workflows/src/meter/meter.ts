import type { WorkerFigures } from '@relance/db/worker/worker-figures'
import { Counter, Histogram, Registry } from 'prom-client'
import { quantile } from './quantile'
import { RECENT_MINUTES, Recent } from './recent'

/** Upper bounds of the lateness of waits, in seconds. */
const LATE_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600]

/**
 * What one worker counts of its own work: for Prometheus since its start, for the status page of the last minutes.
 * Holds no ids and nothing of a customer. A burst that is rolled back and tried again counts twice.
 */
export class Meter {
  readonly registry = new Registry()
  readonly #recent: Recent
  readonly #late: Histogram
  readonly #bursts: Counter
  readonly #mails: Counter
  readonly #returned: Counter
  readonly #nudges: Counter
  readonly #failures: Counter

  constructor(now?: () => number) {
    this.#recent = new Recent(now)
    const registers = [this.registry]
    this.#late = new Histogram({
      name: 'relance_timer_lateness_seconds',
      help: 'How long after its due instant a wait was ended, on real clocks',
      buckets: LATE_S,
      registers,
    })
    this.#bursts = new Counter({
      name: 'relance_bursts_total',
      help: 'Bursts that moved somebody, by the state they left them in',
      labelNames: ['outcome'],
      registers,
    })
    this.#mails = new Counter({
      name: 'relance_mails_total',
      help: 'Attempts at a mail, by what came of them',
      labelNames: ['result'],
      registers,
    })
    this.#returned = new Counter({
      name: 'relance_returned_mails_total',
      help: 'Mails that came back over SMTP, by what they are; unknown: about no mail of ours',
      labelNames: ['kind'],
      registers,
    })
    this.#nudges = new Counter({
      name: 'relance_nudges_total',
      help: 'Enrolments that were late and had to be woken by the net',
      registers,
    })
    this.#failures = new Counter({
      name: 'relance_loop_failures_total',
      help: 'Rounds of a loop that failed and will be tried again',
      labelNames: ['loop'],
      registers,
    })
  }

  /** A wait was ended this long after its instant. */
  late(seconds: number): void {
    this.#late.observe(seconds)
    this.#recent.add(`late:${LATE_S.find((bound) => seconds <= bound) ?? '+'}`)
  }

  /** A burst moved somebody, who is now `waiting`, `calling`, `attention` or `ended`. */
  burst(outcome: string): void {
    this.#bursts.inc({ outcome })
    this.#recent.add(`burst:${outcome}`)
  }

  /** What came of a mail: `sent`, `retry`, `refused-hard` and the like, or `gate-` and why it was held back. */
  mail(result: string): void {
    this.#mails.inc({ result })
    this.#recent.add(`mail:${result}`)
  }

  /** A mail came back: `bounce`, `complaint`, `reply`, `automatic`, `unreadable`, or `unknown`, about no mail of ours. */
  returned(kind: string): void {
    this.#returned.inc({ kind })
  }

  /** The net woke so many who were late. */
  nudged(enrolments: number): void {
    this.#nudges.inc(enrolments)
    this.#recent.add('nudges:', enrolments)
  }

  /** A round of a loop failed. */
  loopFailed(loop: string): void {
    this.#failures.inc({ loop })
    this.#recent.add(`failed:${loop}`)
  }

  /** The last minutes, for the heartbeat. */
  figures(): WorkerFigures {
    const late = this.#recent.under('late:')
    return {
      minutes: RECENT_MINUTES,
      timers: {
        count: Object.values(late).reduce((sum, count) => sum + count, 0),
        p50: quantile(LATE_S, late, 0.5),
        p99: quantile(LATE_S, late, 0.99),
      },
      bursts: this.#recent.under('burst:'),
      mails: this.#recent.under('mail:'),
      nudges: this.#recent.under('nudges:')[''] ?? 0,
      loopFailures: this.#recent.under('failed:'),
    }
  }
}
