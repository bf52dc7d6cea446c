import { ageWords } from '@relance/core/time/age-words'
import { formatMessage, formatWords } from '@relance/core/words/format-message'
import type { Language } from '@relance/core/words/language'
import { partWords, type QueueName, queueWords, stuckWords } from '@relance/core/words/queue-words'
import { type Seen, type SeenQueue, SILENT_AFTER_S } from './watch'

/** A server that has just started gives its workers this long before it misses them. */
const STARTING_S = 60

/** One thing the system stands on, and how it is. */
export interface HealthPart {
  name: 'database' | 'temporal' | 'worker' | QueueName
  works: boolean
  /** How long its oldest piece of work has waited, in seconds; queues only. */
  oldestSeconds?: number
  says: string
}

/** Seconds since any worker said that it lives; null: none did in the last day. */
export const workerBeatAge = ({ workers }: Seen): number | null => workers[0]?.beatAge ?? null

/** Whether a worker is missing only because the server itself has just begun. */
export const isStarting = (seen: Seen, serverAge: number): boolean => {
  const age = workerBeatAge(seen)
  return serverAge < STARTING_S && (age === null || age > SILENT_AFTER_S)
}

export function workerPart(seen: Seen, serverAge: number, language: Language): HealthPart {
  const age = workerBeatAge(seen)
  const words = partWords.worker
  const name = 'worker'
  if (age !== null && age <= SILENT_AFTER_S)
    return { name, works: true, says: words.works[language] }
  if (isStarting(seen, serverAge)) return { name, works: true, says: words.starting[language] }
  const says =
    age === null
      ? words.never[language]
      : formatWords(words.fails, language, { since: ageWords(age, language) })
  return { name, works: false, says }
}

export const plainPart = (
  name: 'database' | 'temporal',
  works: boolean,
  language: Language,
): HealthPart => ({ name, works, says: partWords[name][works ? 'works' : 'fails'][language] })

/** Each queue that holds something, all workspaces together: the one that is worst off speaks. */
export function queueParts({ queues }: Seen, language: Language): HealthPart[] {
  const worst = new Map<QueueName, SeenQueue>()
  for (const queue of queues) {
    const other = worst.get(queue.queue)
    if (!other || badness(queue) > badness(other)) worst.set(queue.queue, queue)
  }
  return [...worst].map(([name, { seconds, stuckFor }]) => ({
    name,
    works: stuckFor === null,
    oldestSeconds: seconds,
    says:
      stuckFor === null
        ? formatMessage(queueWords, name, language)
        : formatMessage(stuckWords, name, language, { since: ageWords(stuckFor, language) }),
  }))
}

const badness = ({ seconds, stuckFor }: SeenQueue) => (stuckFor === null ? 0 : 1e9) + seconds
