import { setup } from '@relance/scripts/testing/vitest-stack'
import { startWorld, type World } from '@relance/workflows/testing/world'
import type { Part, Row } from '../part'
import { bot } from './bot'
import { faults } from './faults'
import { longPlan, manyScenarios, manyVersions } from './one-customer'

const NOW = '2026-03-02T10:00:00Z'
const BOT_EVENTS = 100_000

/** Everything that a client may do wrong, with the numbers that hurt; each in a database of its own. */
export const badInputPart: Part = {
  name: 'bad-input',
  about: 'poison events, a bot, a plan of 10,000 steps and the like: are others held up?',
  async run(say) {
    const tearDown = await setup()
    try {
      return [
        ...(await within(NOW, say, 'a plan of 10,000 steps', (world) => longPlan(world, 10_000))),
        ...(await within(NOW, say, 'fifty scenarios at once', (world) => manyScenarios(world, 50))),
        ...(await within(NOW, say, 'a thousand versions', (world) => manyVersions(world, 1_000))),
        ...(await within(undefined, say, 'faults among a thousand', faults)),
        ...(await within(undefined, say, 'a bot', (world) => bot(world, BOT_EVENTS, say))),
      ]
    } finally {
      await tearDown?.()
    }
  },
}

/** Closing the world asks every invariant of its database, and throws when one is broken. */
async function within(
  now: string | undefined,
  say: (line: string) => void,
  what: string,
  work: (world: World) => Promise<Row[]>,
): Promise<Row[]> {
  say(what)
  const world = await startWorld(now)
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}
