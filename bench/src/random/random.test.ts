import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtures } from './fixtures'
import { runStories } from './run-stories'
import { shrinkStory } from './shrink-story'
import { tryStory } from './try-story'
import { startYard, type Yard } from './yard'

const seed = Number(process.env.RELANCE_RANDOM_SEED ?? 20_260_302)
const runs = Number(process.env.RELANCE_RANDOM_RUNS ?? 500)

let yard: Yard
beforeAll(async () => {
  yard = await startYard()
})
// Closing asks the database every invariant.
afterAll(() => yard.close())

test.each(fixtures())('everybody gets what they must: $name', async ({ story }) => {
  expect(await tryStory(yard, story)).toEqual({ kind: 'same' })
})

test(`in ${runs} random stories everybody gets what the model says they must get`, {
  timeout: 60_000 + 2_000 * runs,
}, async () => {
  const { different, same } = await runStories(yard, { seed, runs })
  const [first] = different
  if (first) {
    const smallest = await shrinkStory(yard, first)
    throw new Error(
      `Engine and model disagree (RELANCE_RANDOM_SEED=${seed}):\n${JSON.stringify(smallest, null, 2)}`,
    )
  }
  // Most stories have one right outcome; if they had not, this would prove little.
  expect(same).toBeGreaterThan(runs * 0.9)
})
