import { AppError } from '@relance/core/error/app-error'
import type { Language } from '@relance/core/words/language'
import { gateReasonWords, holdReasons } from '@relance/core/words/reason-words'
import { type TraceReader, traceWords } from '@relance/core/words/trace-words'
import type { TraceLine } from '@relance/db/trace/write-trace'
import { type AskedMail, drawMail } from '@relance/workflows/rehearse/drawn-mail'
import type { Rehearsal } from '@relance/workflows/rehearse/rehearsal'
import { saidIn } from '../http/error-words'
import type { TriedPath } from './try-schemas'

/** A rehearsal in the reader's words: step by step, its mails drawn. */
export async function tellPath(
  rehearsal: Rehearsal,
  contact: TriedPath['contact'],
  reader: TraceReader,
): Promise<TriedPath> {
  const { refused, lines, mails, end, standing, contactId: _, lastVisitAt: __, ...told } = rehearsal
  const stopped = standing?.error ?? null
  const steps = stepsOf(lines, reader)
  const last = lines.findLast(({ kind }) => kind === 'ended')
  return {
    ...{
      ...told,
      contact,
      steps,
      mails: await Promise.all(mails.map((mail) => tellMail(mail, reader))),
    },
    standing: standing && {
      ...standing,
      error: stopped && saidIn(reader.language, stopped),
    },
    refused: refused && {
      ...{ code: refused.code, seen: refused.seen, words: traceWords(refused, reader) },
    },
    end: end && {
      ...{ ...end, nodeId: last?.nodeId ?? null },
      words: last ? traceWords(asTraced(last), reader) : '',
    },
  }
}

const asTraced = ({ code, params = {} }: TraceLine) => ({ code, params })

type Step = TriedPath['steps'][number]

/** A step for each visit of a node, in the order they were come to. */
function stepsOf(lines: TraceLine[], reader: TraceReader): Step[] {
  const steps = new Map<string, Step>()
  for (const line of lines) {
    const { nodeId, visit, at, kind, code, exit = null, nextNode = null, seen = null } = line
    if (nodeId === null || visit === null) continue
    const key = `${nodeId}:${visit}`
    const before = steps.get(key)
    const step: Step = before ?? {
      ...{ n: steps.size + 1, nodeId, visit, at: arrivedAt(lines, line) },
      ...{ leftAt: null, exit: null, next: null, lines: [] },
    }
    steps.set(key, step)
    step.lines.push({ at, kind, code, exit, seen, words: traceWords(asTraced(line), reader) })
    if (kind === 'left') Object.assign(step, { leftAt: at, exit, next: nextNode })
  }
  return [...steps.values()]
}

/** When the step before was left for this one: a step that waits may say nothing until later. */
function arrivedAt(lines: TraceLine[], first: TraceLine): Date {
  const before = lines.slice(0, lines.indexOf(first)).findLast(({ kind }) => kind === 'left')
  return before?.nextNode === first.nodeId ? before.at : first.at
}

type Mail = TriedPath['mails'][number]

async function tellMail({ message, fill }: AskedMail, { language }: TraceReader): Promise<Mail> {
  const { nodeId, visit, queuedAt, templateId, state, heldBy, reason, retryAt } = message
  const outcome = state === 'refused' ? 'refused' : heldBy ? 'held' : 'sent'
  const isHold = heldBy !== null && Object.hasOwn(holdReasons, heldBy)
  return {
    ...{ nodeId, visit, at: queuedAt, templateId, outcome, until: retryAt },
    words:
      reason === null
        ? null
        : isHold
          ? holdReasons[heldBy as keyof typeof holdReasons][language]
          : gateReasonWords(reason, language),
    ...(await drawn(fill, language)),
  }
}

const NOTHING = { subject: null, html: null, text: null, error: null }

/** A mail that breaks for this person says so, and the rest of the path is told all the same. */
async function drawn(fill: AskedMail['fill'], language: Language) {
  if (!fill) return NOTHING
  try {
    return { ...(await drawMail(fill)), error: null }
  } catch (error) {
    const known = AppError.from(error)
    if (known.code !== 'invalid') throw error
    return { ...NOTHING, error: saidIn(language, known.message) }
  }
}
