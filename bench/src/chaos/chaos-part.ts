import { AppError } from '@relance/core/error/app-error'
import { exactly, type Part, type Row, told } from '../part'
import { printTable } from '../print-table'
import { sized } from '../sized'
import { randomFrom } from './random'
import type { Chaos, Scenario } from './scenario'
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
      `CHAOS_SEED=${seed} strikes at these moments again; CHAOS_ONLY=kills,… takes some scenarios, CHAOS_SCALE=0.1 fewer people.`,
    )
    const scale = sized('CHAOS_SCALE', { alone: 1, whole: 0.1 })
    const random = randomFrom(seed)
    const stack = await startChaosStack(say)
    const rows: Row[] = []
    try {
      for (const group of groups) {
        const chosen = group.filter(({ name }) => !only || only.includes(name))
        const chaos = { stack, random, say, scale }
        const results = await Promise.all(chosen.map((scenario) => walk(scenario, chaos)))
        rows.push(...results.flat())
      }
    } finally {
      await stack.stop()
    }
    return rows
  },
}

/** One that breaks off is a figure that misses, not the end of the others. */
async function walk({ name, run }: Scenario, chaos: Chaos): Promise<Row[]> {
  chaos.say(`${name} begins`)
  const startedAt = performance.now()
  const took = () => told(`${name}: took`, Math.round((performance.now() - startedAt) / 1000), 's')
  try {
    const rows = [...(await run(chaos)), took()]
    // At once, not only in the table: a run that is cut short has shown this much.
    chaos.say(printTable([{ name, rows }]))
    return rows
  } catch (error) {
    const details = JSON.stringify(AppError.from(error).details)
    chaos.say(`${name} broke off: ${error instanceof Error ? error.stack : error} ${details}`)
    return [exactly(`${name}: went to its end`, 0, 1, ''), took()]
  }
}
