import { fork } from 'node:child_process'
import { once } from 'node:events'
import { buildProgram } from '@relance/scripts/app/build-program'
import { z } from 'zod'
import { atMost, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'

/** Every mail ships in two languages. */
const MAILS = 56
const TURNS = 20
const A_TURN = 25

const rendered = z.array(
  z.object({ id: z.string(), mails: z.int(), ms: z.number(), size: z.number() }),
)
type Rendered = z.infer<typeof rendered>

/** What one person's mail costs once it is compiled: filled, its links signed, its text tidied. Bundled, as a worker is. */
export const renderPart: Part = {
  name: 'render',
  about: `every mail that ships, in both languages, with six products, for ${TURNS * A_TURN} people each`,
  async run() {
    const file = await buildProgram('bench/src/render/render-main.ts')
    const child = fork(file, [String(TURNS), String(A_TURN)])
    const [answer] = await once(child, 'message')
    return rowsOf(rendered.parse(answer))
  },
}

function rowsOf(mails: Rendered): Row[] {
  const each = mails.map((mail) => ({ id: mail.id, ms: mail.ms / mail.mails }))
  const [slowest] = each.toSorted((a, b) => b.ms - a.ms)
  const all = each.map(({ ms }) => ms)
  const sum = (of: (mail: Rendered[number]) => number) => mails.reduce((n, one) => n + of(one), 0)
  const mean = sum(({ ms }) => ms) / sum(({ mails }) => mails)
  return [
    atMost('CPU a recipient, mean of all mails', mean, 0.2, 'ms'),
    told('CPU a recipient, the mail in the middle', percentile(all, 0.5), 'ms'),
    atMost('CPU a recipient, the slowest mail', slowest?.ms ?? Number.NaN, 0.2, 'ms'),
    told(
      'size of the HTML, mean',
      sum(({ size }) => size) / sum(({ mails }) => mails) / 1000,
      'kB',
    ),
    exactly(
      'mails measured',
      mails.filter((one) => one.mails === TURNS * A_TURN).length,
      MAILS,
      '',
    ),
  ]
}
