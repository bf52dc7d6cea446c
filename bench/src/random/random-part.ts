import { startStack } from '@relance/scripts/stack/start-stack'
import { throwAwayFolder } from '@relance/scripts/testing/throw-away-folder'
import { atLeast, exactly, type Part, told } from '../part'
import { sized } from '../sized'
import { fixtures, keepFixture } from './fixtures'
import { runStories } from './run-stories'
import { shrinkStory } from './shrink-story'
import { startYard, type Yard } from './yard'

/** How many stories share a database: it is asked the invariants when it goes, and never grows large. */
const A_YARD = 1_000
const KEPT_AT_MOST = 5

/** Plays random stories in the engine and tells them to the model; what they disagree about is kept as a fixture. */
export const randomPart: Part = {
  name: 'random',
  about:
    'random scenarios, visitors and marketers, the engine beside a plain model of what each must get',
  async run(say) {
    const seed = Number(process.env.RELANCE_RANDOM_SEED ?? Date.now() % 1_000_000)
    const runs = sized('RELANCE_RANDOM_RUNS', { alone: 20_000, whole: 1_000 })
    say(`RELANCE_RANDOM_SEED=${seed} RELANCE_RANDOM_RUNS=${runs}`)
    const { dataDir, remove } = throwAwayFolder()
    const stack = await startStack({ dataDir, say, isThrowAway: true, withTemporal: false })
    process.env.RELANCE_TEST_DATABASE_URL = stack.databaseUrl
    const begunAt = performance.now()
    const sum = { same: 0, undetermined: 0, different: 0 }
    let broken = 0
    try {
      for (let done = 0; done < runs && sum.different < KEPT_AT_MOST; done += A_YARD) {
        const batch = { seed: seed + done, runs: Math.min(A_YARD, runs - done) }
        const yard = await startYard()
        const tally = await tryAll(yard, batch, say)
        for (const kind of ['same', 'undetermined', 'different'] as const) sum[kind] += tally[kind]
        broken += await closed(yard, say)
        say(`${sum.same} alike, ${sum.undetermined} undetermined, ${sum.different} different`)
      }
    } finally {
      await stack.stop()
      remove()
    }
    const seconds = (performance.now() - begunAt) / 1000
    return [
      exactly('stories about which engine and model disagree', sum.different, 0, ''),
      atLeast('stories alike', sum.same, Math.floor(runs * 0.9), ''),
      told('stories with two right outcomes', sum.undetermined, ''),
      exactly('databases in which an invariant is broken', broken, 0, ''),
      told('fixtures that replay in the tests', fixtures().length, ''),
      told('stories a second', (sum.same + sum.different) / seconds, '/s'),
    ]
  },
}

async function tryAll(
  yard: Yard,
  batch: { seed: number; runs: number },
  say: (line: string) => void,
): Promise<{ same: number; undetermined: number; different: number }> {
  const { same, undetermined, different } = await runStories(yard, batch)
  for (const [i, found] of different.entries()) {
    const { story, verdict } = await shrinkStory(yard, found)
    say(JSON.stringify(verdict, null, 2))
    const says = 'What a customer would have seen, cause and fix: to be written.'
    say(`kept as ${keepFixture({ name: `seed-${batch.seed}-${i}`, says, story })}`)
  }
  return { same, undetermined, different: different.length }
}

/** 1 when closing finds an invariant broken. */
async function closed(yard: Yard, say: (line: string) => void): Promise<number> {
  try {
    await yard.close()
    return 0
  } catch (error) {
    say(String(error))
    return 1
  }
}
