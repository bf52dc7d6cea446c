import { enrol } from './enrol'
import type { Walk } from './walk'

/** An end that brings its own beginning would turn for ever: whoever was let in again stays out this long, at least. */
const BREATH_MS = 60_000

/**
 * Lets a contact in again at once after an end the scenario names ("came back"): anchored at the last visit,
 * so that a counter of silence runs from there.
 */
export async function reenterAtOnce(walk: Walk): Promise<void> {
  const { enrolment, plan, flow, contact, clock, engine, tx } = walk
  const detail = enrolment.endDetail
  if (!detail || !plan.settings.reentry.atOnceAfter.includes(detail)) return
  const wasAgain = enrolment.entryKey.startsWith('again:')
  if (wasAgain && clock.now.getTime() - enrolment.enteredAt.getTime() < BREATH_MS) return
  if (flow.status !== 'live' || flow.liveVersion === null) return
  const live = await engine.plans.get(tx, enrolment.flowId, flow.liveVersion)
  const anchorAt = contact.lastAt.visit ?? clock.now
  await enrol(engine, tx, clock, {
    plan: live,
    contactId: contact.id,
    key: `again:${enrolment.id}`,
    anchorAt,
    data: enrolment.entryData,
    cause: { code: 'entered-again', params: { detail } },
    atOnce: true,
  })
}
