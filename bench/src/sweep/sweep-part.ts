import { atMost, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { clearLine, countFound, makeCrowd, makeNewlyDue } from './crowd'
import { withDatabase } from './with-database'

const CONTACTS = Number(process.env.RELANCE_BENCH_CONTACTS ?? 1_000_000)
const NEWLY_DUE = 1_000
const ROUNDS = 9

/** Finding who has just crossed a line costs who crossed it, not who exists. */
export const sweepPart: Part = {
  name: 'sweep',
  about: `${CONTACTS.toLocaleString('en')} contacts; the sweep finds ${NEWLY_DUE.toLocaleString('en')} who have just been silent for 14 days`,
  run: (say) =>
    withDatabase(say, async (database) => {
      await makeCrowd(database, CONTACTS)
      say(`${CONTACTS} contacts are there.`)
      const sweeper = await database.startSweeper()
      const times: number[] = []
      const idle: number[] = []
      let found = 0
      for (let round = 0; round <= ROUNDS; round++) {
        await clearLine(database)
        const none = await sweeper.sweep()
        await makeNewlyDue(database, NEWLY_DUE, round)
        const some = await sweeper.sweep()
        // The first finds cold caches and plans to be made.
        if (round === 0) continue
        idle.push(none)
        times.push(some)
        found += await countFound(database)
      }
      await sweeper.stop()
      return rowsOf(times, idle, found)
    }),
}

const rowsOf = (times: number[], idle: number[], found: number): Row[] => [
  atMost('a sweep with 1,000 newly due, median', percentile(times, 0.5), 50, 'ms'),
  told('a sweep with 1,000 newly due, slowest', percentile(times, 1), 'ms'),
  told('a sweep with nobody due, median', percentile(idle, 0.5), 'ms'),
  exactly('found', found, ROUNDS * NEWLY_DUE, ''),
]
