import type { Plan } from '@relance/core/plan/plan'
import type { CheckAsked, ExpectedPath, PathStep } from '@relance/db/saved-check/saved-check'
import type { Choice } from '../rehearse/choice'
import type { Rehearsal } from '../rehearse/rehearsal'

const HOUR_MS = 3_600_000

/** A rehearsal as a check remembers it. */
export function pathLine({ refused, lines, end, standing }: Rehearsal, plan: Plan): ExpectedPath {
  const steps = new Map<string, PathStep>()
  for (const { nodeId, visit, kind, exit = null } of lines) {
    if (nodeId === null || visit === null) continue
    const key = `${nodeId}:${visit}`
    const { type = '', name = null } = plan.nodes[nodeId] ?? {}
    const step = steps.get(key) ?? { nodeId, type, name, exit: null }
    steps.set(key, kind === 'left' ? { ...step, exit } : step)
  }
  const last = lines.findLast(({ kind }) => kind === 'ended')
  return {
    refused: refused && { code: refused.code, params: refused.params },
    steps: [...steps.values()],
    end: end && {
      ...{ reason: end.reason, detail: end.detail },
      ...{ code: last?.code ?? 'ended', params: last?.params ?? {} },
    },
    standing: standing?.nodeId ?? null,
  }
}

/** What makes the same rehearsal once more: what was taken for unknown is said, so that habits may change. */
export function askedAgain(
  { runId, at, presentAt, choices }: Rehearsal,
  evenIf: boolean,
): CheckAsked {
  return {
    ...{ runId, at: at.toISOString(), knownUntil: presentAt.toISOString(), evenIf },
    choices: Object.fromEntries(choices.map((choice) => [choice.key, answerOf(choice)])),
  }
}

const answerOf = ({ kind, is, from, at }: Choice) =>
  kind === 'wait' && from && at && is !== 'nothing'
    ? { is, hours: Math.max(0, (at.getTime() - from.getTime()) / HOUR_MS) }
    : { is }
