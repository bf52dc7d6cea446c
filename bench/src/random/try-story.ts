import { createHash } from 'node:crypto'
import { isInfrastructure } from '@relance/db/connection/passing-error'
import type { Run } from '../model/run'
import { type PersonOutcome, type Story, Undetermined } from '../model/story'
import { tellStory } from '../model/tell-story'
import { play } from './play'
import type { Yard } from './yard'

/** What came of playing a story in the engine and telling it to the model. */
export type Verdict =
  | { kind: 'same' }
  /** Two outcomes would be equally right. */
  | { kind: 'undetermined' }
  | { kind: 'different'; engine: unknown; model: unknown }

/** Plays a story in the engine and compares what everybody got with what the model says they must get. */
export async function tryStory(yard: Yard, story: Story, tries = 3): Promise<Verdict> {
  if (!isDetermined(story)) return { kind: 'undetermined' }
  let played: Awaited<ReturnType<typeof play>>
  try {
    played = await play(yard, story)
  } catch (error) {
    // A starved machine loses connections; what the story is about is told by the next try.
    if (tries > 1 && isInfrastructure(error)) return tryStory(yard, story, tries - 1)
    const { message, details } = error as Error & { details?: unknown }
    return { kind: 'different', engine: { message, details }, model: 'goes through' }
  }
  const { people, seeds } = played
  const draw = (run: Run) => {
    const { person, nth } = run.began
    const seed = seeds.get(`${person}:${run.flow.number}`)?.[nth] ?? ''
    return drawOf(`${seed}:${run.node}`)
  }
  try {
    const [engine, model] = [sorted(people), sorted(tellStory(story, draw))]
    const isSame = JSON.stringify(engine) === JSON.stringify(model)
    return isSame ? { kind: 'same' } : { kind: 'different', ...onlyDifferent(engine, model) }
  } catch (error) {
    if (error instanceof Undetermined) return { kind: 'undetermined' }
    throw error
  }
}

/** Most of what cannot be told is seen before the engine is troubled; draws may still change it. */
function isDetermined(story: Story): boolean {
  try {
    tellStory(story, () => 0)
    return true
  } catch (error) {
    if (error instanceof Undetermined) return false
    throw error
  }
}

/** The first four bytes of a seed's SHA-256, over 2^32. */
const drawOf = (seed: string) =>
  createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32

/** Of things that happened in one instant, the order means nothing. */
const sorted = (people: PersonOutcome[]) =>
  people.map(({ person, runs, mails }) => ({
    person,
    runs: runs.map((run) => JSON.stringify(run, runKeys)).sort(),
    mails: mails.map((mail) => JSON.stringify(mail, mailKeys)).sort(),
  }))

const runKeys = [
  ...['enteredAt', 'flow', 'version', 'state', 'at', 'dueAt'],
  ...['endedAt', 'endReason', 'endDetail'],
]
const mailKeys = ['queuedAt', 'flow', 'at', 'state', 'reason', 'sentAt']

type Sorted = ReturnType<typeof sorted>

/** Only whom and what the two disagree about. */
function onlyDifferent(engine: Sorted, model: Sorted) {
  const missing = (from: Sorted, other: Sorted) =>
    from.flatMap(({ person, runs, mails }) => {
      const same = other.find((one) => one.person === person)
      const odd = [
        ...runs.filter((run) => !same?.runs.includes(run)),
        ...mails.filter((mail) => !same?.mails.includes(mail)),
      ]
      return odd.length > 0 || !same ? [{ person, only: odd }] : []
    })
  return { engine: missing(engine, model), model: missing(model, engine) }
}
