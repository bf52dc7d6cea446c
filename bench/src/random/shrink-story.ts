import type { Story } from '../model/story'
import { smallerStories } from './smaller-stories'
import { tryStory, type Verdict } from './try-story'
import type { Yard } from './yard'

interface Difference {
  story: Story
  verdict: Verdict
}

/** Cuts a story about which engine and model disagree down to as little as still shows a difference. */
export async function shrinkStory(
  yard: Yard,
  from: Difference,
  { tries = 400 }: { tries?: number } = {},
): Promise<Difference> {
  let smallest = from
  let left = tries
  for (let found = true; found && left > 0; ) {
    found = false
    for (const story of smallerStories(smallest.story)) {
      if (left-- <= 0) break
      const verdict = await tryStory(yard, story)
      if (verdict.kind !== 'different') continue
      smallest = { story, verdict }
      found = true
      break
    }
  }
  return smallest
}
