import { AppError } from '@relance/core/error/app-error'
import type { Plan } from '@relance/core/plan/plan'
import type { Tx } from '@relance/db/connection/scope'
import type { NewMessage } from '@relance/db/message/queue-message'
import type { Fact } from '@relance/db/rehearsal/facts-after'
import type { Habits } from '@relance/db/rehearsal/read-habits'
import type { LivedRun } from '@relance/db/rehearsal/read-run'
import type { Outlook } from '../burst/outlook'
import type { Walk } from '../burst/walk'
import { assumeFacts } from './assume-facts'
import type { Choice, ChoicesMade } from './choice'
import { type AskedMail, askedMail } from './drawn-mail'

/** So long a rehearsal may hold its customer: live bursts wait meanwhile. */
const HELD_FOR_MS = 2_500

/** One rehearsal under way: what it knows, what is assumed, and what it has gathered so far. */
export class Story implements Outlook {
  /** Known of the contact and still ahead of the rehearsal's clock, in its order. */
  facts: Fact[] = []
  readonly choices: Choice[] = []
  readonly mails: AskedMail[] = []
  readonly sent: NewMessage[] = []
  readonly #startedAt = performance.now()

  constructor(
    readonly tx: Tx,
    readonly plan: Plan,
    /** The workspace's own now: up to here, things are known. */
    readonly presentAt: Date,
    readonly habits: Habits,
    readonly made: ChoicesMade,
    /** What was really lived, where it stands for a real run. */
    readonly run: LivedRun | undefined,
    /** Whether mails are to be drawn: they cost queries of their own. */
    readonly draws: boolean,
  ) {}

  async before(walk: Walk): Promise<void> {
    this.checkTime()
    await assumeFacts(this, walk)
  }

  async asked(walk: Walk, message: NewMessage): Promise<void> {
    const before = this.mails.findIndex(({ message: { key } }) => key === message.key)
    if (before >= 0) this.mails.splice(before, 1)
    this.mails.push(await askedMail(walk, message, { draws: this.draws }))
  }

  /** @throws AppError limit-reached once the customer has been held long enough */
  checkTime(): void {
    if (performance.now() - this.#startedAt > HELD_FOR_MS)
      throw new AppError('limit-reached', 'This rehearsal took too long: its customer is needed.')
  }

  /** What is taken for something unknown: as was said, else the usual. Noted once for each key. */
  decide(
    about: Omit<Choice, 'is' | 'isAssumed' | 'known' | 'did'>,
    usual: { is: string; known: number; did: number },
  ): Choice {
    const said = this.made[about.key]
    const isSaid = said !== undefined && about.options.includes(said.is)
    const choice: Choice = isSaid
      ? { ...about, is: said.is, isAssumed: false, known: 0, did: 0 }
      : { ...about, ...usual, isAssumed: true }
    this.choices.push(choice)
    return choice
  }

  isDecided(key: string): boolean {
    return this.choices.some((choice) => choice.key === key)
  }
}
