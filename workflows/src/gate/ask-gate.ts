import type { GateLook, GateRule } from '@relance/core/gate/gate-look'
import type { Typology } from '@relance/core/graph/typology'
import { capsFor, roomAt } from '@relance/core/pressure/caps'
import { pressureLevel } from '@relance/core/pressure/pressure-level'
import type { QuietHours } from '@relance/core/pressure/pressure-settings'
import { quietUntil } from '@relance/core/pressure/quiet-until'
import type { Tx } from '@relance/db/connection/scope'
import { checkReachable } from '@relance/db/contact/check-reachable'
import { type PressureFacts, readPressure } from '@relance/db/pressure/read-pressure'
import { importOfContact } from '@relance/db/sending-limit/import-sends'
import {
  getSendingRules,
  hasLimits,
  type SendingRules,
} from '@relance/db/sending-limit/sending-rules'
import { takePlaces } from '@relance/db/sending-limit/take-places'

/** A message the gate is asked about. The caller holds its contact. */
export interface GateQuestion {
  contactId: string
  channel: string
  typology: Typology
  now: Date
  /** The workspace's zone, for whoever has none of their own. IANA name. */
  timeZone: string
  /** The scenario's own quiet hours; null: the workspace's. */
  quietHours: QuietHours | null
  /** What the scenario is about; null: nothing a person could turn off by itself. */
  topic: string | null
  /** When the latest answer to a mail of this run came that nobody has seen to; null: there is none. */
  repliedAt: Date | null
  /** By the step, for this run of a scenario of this priority; or in the second of sending, for this message. */
  asks: Deciding | Sending
}

interface Deciding {
  run: { enrolmentId: string; priority: number }
  /** Commercial messages of this very walk, which are not in the database yet. */
  pending: { channel: string; queuedAt: Date }[]
  /** Only rehearsed: what the run it stands for has really sent does not count, nor what came after this moment. */
  isRehearsed?: boolean
}

interface Sending {
  messageId: string
  /** When it took its places among the limits on sending; null: it has none. */
  placedAt: Date | null
}

/** What the gate says, and to which address a message that passes or is held would go. */
export interface GateAnswer {
  look: GateLook
  address: string | null
  addressHash: Uint8Array | null
  /** They get less than the usual limits: a reaction of theirs would change the answer. */
  isLowered: boolean
  /** When it took its places among the limits on sending, where it has just done so. */
  placedAt: Date | null
}

type Verdict = Pick<GateLook, 'rule' | 'outcome' | 'reason'> & {
  until: Date | null
  isLowered?: boolean
}

const HOUR_MS = 3_600_000

const PASS: Verdict = { rule: null, outcome: 'pass', reason: null, until: null }

/**
 * The one place that says whether a message may go now, whichever channel and scenario it is of. What would refuse
 * it for good comes before what only holds it; the limits on sending come last, as whoever passes has taken a place
 * of them. Service messages are asked for an address and nothing else; they take places, where there are none, too.
 */
export async function askGate(tx: Tx, question: GateQuestion): Promise<GateAnswer> {
  const { contactId, channel, typology, now, asks } = question
  const service = typology === 'service'
  const run = 'run' in asks ? asks.run : null
  const messageId = 'run' in asks ? null : asks.messageId
  const besides = 'run' in asks && asks.isRehearsed ? asks.run.enrolmentId : null
  const [reach, facts, rules] = await Promise.all([
    checkReachable(tx, contactId, channel, { service }),
    service ? undefined : readPressure(tx, { contactId, now, messageId, run, besides }),
    getSendingRules(tx),
  ])
  const weighed =
    'reason' in reach ? refused('reach', reach.reason) : facts ? weigh(question, facts) : PASS
  const paused =
    service || 'reason' in reach ? null : await pauseOn(tx, question, reach.address, rules)
  const passes = weighed.outcome === 'pass' && channel === 'email'
  const isCounted = passes && paused === null && hasLimits(rules)
  const { isLowered = false, ...verdict } =
    isCounted && 'address' in reach
      ? await placed(tx, question, { address: reach.address, rules })
      : passes
        ? (paused ?? weighed)
        : weighed
  return {
    look: {
      at: now.toISOString(),
      when: run ? 'deciding' : 'sending',
      ...verdict,
      until: verdict.until?.toISOString() ?? null,
    },
    isLowered,
    placedAt: isCounted && verdict.outcome === 'pass' ? now : null,
    address: 'reason' in reach ? null : reach.address,
    addressHash: 'reason' in reach ? null : reach.addressHash,
  }
}

/** Somebody may lift it before: then all that is held is asked about again. */
const LOOKS_AGAIN_MS = 24 * HOUR_MS

/** What is not sent to anybody, not to this address, or not to those of a bad list, for a time. */
async function pauseOn(
  tx: Tx,
  { contactId, now }: GateQuestion,
  address: string,
  { pauses }: SendingRules,
): Promise<Verdict | null> {
  const domain = address.split('@').at(-1)?.toLowerCase()
  const importId = pauses.some(({ kind }) => kind === 'import')
    ? await importOfContact(tx, contactId)
    : null
  for (const { kind, subject, until } of pauses) {
    const end = until ?? new Date(now.getTime() + LOOKS_AGAIN_MS)
    if (kind === 'marketing') return held('domain', end, 'complaints')
    if (kind === 'domain' && subject === domain) return held('domain', end, 'blocked')
    if (kind === 'import' && subject === importId) return held('domain', end, 'bounces')
  }
  return null
}

/** Whether it may go among all that the workspace sends. */
async function placed(
  tx: Tx,
  { typology, now, asks }: GateQuestion,
  { address, rules }: { address: string; rules: SendingRules },
): Promise<Verdict> {
  const placedAt = 'placedAt' in asks ? asks.placedAt : null
  const service = typology === 'service'
  const none = await takePlaces(tx, { address, service, placedAt, now, rules })
  return none ? held('domain', none.until, none.reason) : PASS
}

function weigh(question: GateQuestion, facts: PressureFacts): Verdict {
  const { channel, typology, now } = question
  const { settings } = facts
  const timeZone = facts.timeZone ?? question.timeZone
  if (typology === 'prospecting' && facts.isCustomer) return refused('typology', 'already-customer')
  if (question.topic !== null && facts.topicsOff.includes(question.topic))
    return refused('preferences', 'not-wanted')
  const level = pressureLevel(facts, settings, now, timeZone)
  if (level === 0) return refused('sunset', 'sunset')
  if (facts.pausedUntil && facts.pausedUntil > now)
    return held('preferences', facts.pausedUntil, 'on-pause')
  const holdMs = settings.replyHoldHours * HOUR_MS
  const answeredBy = question.repliedAt && new Date(question.repliedAt.getTime() + holdMs)
  if (answeredBy && answeredBy > now) return held('reply', answeredBy, 'replied')
  const pending = 'run' in question.asks ? question.asks.pending : []
  const counted = [
    ...facts.counted,
    ...pending.map(({ channel: by, queuedAt }) => ({ channel: by, at: queuedAt })),
  ]
  const room = roomAt(capsFor(settings, channel, level), counted, now, facts.ahead)
  if (room) return { ...held('cap', room), isLowered: level < 1 }
  const quiet = question.quietHours ?? settings.quietHours
  const quietEnd = quiet && quietUntil(now, quiet, timeZone)
  return quietEnd ? held('quiet-hours', quietEnd) : PASS
}

const refused = (rule: GateRule, reason: string): Verdict => ({
  ...{ rule, outcome: 'refuse', reason, until: null },
})

const held = (rule: GateRule, until: Date, reason: string = rule): Verdict => ({
  ...{ rule, outcome: 'hold', reason, until },
})
