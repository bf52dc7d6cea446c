import { type Part, type Row, told } from '../part'
import { randomFrom } from './random'
import { groups } from './scenarios'
import { startChaosStack } from './stack/chaos-stack'

/** Breaks a system of its own in every way we know of, and counts who was lost, stuck or mailed twice. */
export const chaosPart: Part = {
  name: 'chaos',
  about:
    'kills, faults and full disks while people are under way: nobody lost, stuck or mailed twice',
  async run(say) {
    const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1e9))
    const only = process.env.CHAOS_ONLY?.split(',')
    say(
      `CHAOS_SEED=${seed} strikes at these moments again; CHAOS_ONLY=kills,… takes some scenarios.`,
    )
    const random = randomFrom(seed)
    const stack = await startChaosStack(say)
    const rows: Row[] = []
    try {
      for (const group of groups) {
        const chosen = group.filter(({ name }) => !only || only.includes(name))
        const results = await Promise.all(
          chosen.map(async ({ name, run }) => {
            say(`${name} begins`)
            const startedAt = performance.now()
            const found = await run({ stack, random, say })
            const seconds = Math.round((performance.now() - startedAt) / 1000)
            return [...found, told(`${name}: took`, seconds, 's')]
          }),
        )
        rows.push(...results.flat())
      }
    } finally {
      await stack.stop()
    }
    return rows
  },
}
