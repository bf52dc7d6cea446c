import fc from 'fast-check'
import type { Story } from '../model/story'
import { anyStory } from './arbitrary-story'
import { tryStory, type Verdict } from './try-story'
import type { Yard } from './yard'

/** How many stories are under way at once: while one waits for the database, another goes on. */
const WIDTH = 6

export interface Tally {
  same: number
  undetermined: number
  /** Stories about which engine and model disagree. */
  different: { story: Story; verdict: Verdict }[]
}

/** Tries `runs` random stories, the same ones for the same seed; stops early after some differences. */
export async function runStories(
  yard: Yard,
  { seed, runs, stopAfter = 1 }: { seed: number; runs: number; stopAfter?: number },
): Promise<Tally> {
  const stories = fc.sample(anyStory, { seed, numRuns: runs })
  const tally: Tally = { same: 0, undetermined: 0, different: [] }
  const lane = async () => {
    for (let story = stories.shift(); story; story = stories.shift()) {
      if (tally.different.length >= stopAfter) return
      const verdict = await tryStory(yard, story)
      if (verdict.kind === 'different') tally.different.push({ story, verdict })
      else tally[verdict.kind]++
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, lane))
  return tally
}
