import { addTo } from '../../time/add-to'
import type { Finding } from '../finding'
import type { Survey, SurveyedNode } from '../survey'

const HOUR_MS = 3_600_000

/**
 * V23: emails that would wait because their readers have had as many as the workspace's limit allows. Counted are the
 * people inside who stand at a wait: each for the next email on any way on from there, if their place frees later than
 * the shortest of these ways takes from the moment they go on. An email that is left out rather than held is not said.
 */
export function checkLimits(survey: Survey): Finding[] {
  const held = new Map<string, number>()
  for (const [nodeId, people] of Object.entries(survey.facts.fullAt ?? {})) {
    if (!survey.nodes.has(nodeId)) continue
    for (const [email, hours] of nextEmails(survey, nodeId)) {
      const late = Object.entries(people).filter(([free]) => Number(free) > hours)
      const n = late.reduce((sum, [, count]) => sum + count, 0)
      if (n > 0) held.set(email, (held.get(email) ?? 0) + n)
    }
  }
  return [...survey.emailNumbers.keys()].flatMap((nodeId): Finding[] => {
    const n = held.get(nodeId)
    const step = survey.nodes.get(nodeId)
    if (!n || step?.readable.whenHeld !== 'wait' || isService(step, survey)) return []
    return [{ code: 'V23', nodeId, field: 'whenHeld', params: { n } }]
  })
}

function isService({ readable: { typology } }: SurveyedNode, { draft }: Survey): boolean {
  const isOwn = typeof typology === 'string' && typology !== 'as-scenario'
  return (isOwn ? typology : draft.settings.typology) === 'service'
}

/** The first emails on the ways from a step, with the fewest hours until each, counted from leaving the step. */
function nextEmails({ nodes, next, emailNumbers }: Survey, from: string): Map<string, number> {
  const emails = new Map<string, number>()
  const best = new Map<string, number>()
  const open = [{ id: from, hours: 0 }]
  for (let at = open.shift(); at; at = open.shift()) {
    for (const { to } of next.get(at.id) ?? []) {
      const known = best.get(to)
      if (known !== undefined && known <= at.hours) continue
      best.set(to, at.hours)
      if (emailNumbers.has(to)) emails.set(to, at.hours)
      else open.push({ id: to, hours: at.hours + hoursOf(nodes.get(to)) })
    }
  }
  return emails
}

/** The shortest a step may take: of a length of time all of it, of anything else nothing. */
function hoursOf(step: SurveyedNode | undefined): number {
  const length = step?.readable.for
  if (!step?.definition.waits || typeof length !== 'string') return 0
  return (addTo(new Date(0), length, 'UTC').getTime() || 0) / HOUR_MS
}
