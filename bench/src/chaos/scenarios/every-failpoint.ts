import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Failpoint, failpoints } from '@relance/workflows/failpoint/failpoint'
import { identify, track } from '@relance/workflows/testing/incoming'
import { publish, send } from '@relance/workflows/testing/world'
import { atLeast, type Row, told } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, publishPath, type Shop } from '../shop/shop'
import { sending, settles, verdict } from '../shop/verdict'
import { persist } from '../stack/persist'

const STRIKES = 50
const KILLS = 2
const STRIKING_FOR_MS = 240_000
const SETTLES_WITHIN_MS = 200_000
/** Passed once for a batch, not for each person: struck more often of fewer passes. */
const RARE = /^(relay|lease|claim|enrol)\./

/** Kills and lost connections before and after every commit, while people keep entering in two ways. */
export const everyFailpoint: Scenario = {
  name: 'failpoints',
  async run({ stack, say, scale }) {
    const strikes = Math.ceil(STRIKES * scale)
    const shop = await openShop(stack, { name: 'failpoints' })
    await publishPath(shop, ['mail', 'PT5S', 'mail'])
    await publishCart(shop)
    const file = join(stack.dataDir, 'failpoints.log')
    let armed = true
    const env = (): Record<string, string> =>
      armed
        ? { RELANCE_FAILPOINTS: arm(countStrikes(file), strikes), RELANCE_FAILPOINTS_LOG: file }
        : {}
    const workers = [shop.startWorker(env), shop.startWorker(env)]
    const end = performance.now() + STRIKING_FOR_MS
    let entered = 0
    for (let at = 0; !isEnough(countStrikes(file), strikes) && performance.now() < end; at++) {
      await enterTwoWays(shop, at)
      entered += 20
      await pause(500)
    }
    armed = false
    const held = await sending(shop)
    for (const worker of workers) await worker.kill()
    const counts = countStrikes(file)
    say(
      `  ${entered} entered; ${workers.reduce((n, w) => n + w.restarts(), 0)} starts after a kill`,
    )
    await settles(shop, entered, SETTLES_WITHIN_MS, say)
    const mails = entered + entered / 2
    const mayDouble = held + countOf(counts, ['send.after', 'result.before-commit'])
    const rows = await verdict(shop, {
      name: 'failpoints',
      people: entered,
      mails,
      // Struck between the mail server's yes and our commit, a mail may go again; nowhere else.
      doublesAtMost: mayDouble,
    })
    await shop.close()
    return [...rows, ...counts.flatMap(({ name, ...of }) => figures(name, of, strikes))]
  },
}

interface Strikes {
  name: Failpoint
  kills: number
  all: number
}

const figures = (name: Failpoint, { kills, all }: Omit<Strikes, 'name'>, wanted: number): Row[] => [
  atLeast(`failpoint ${name}: strikes`, all, wanted, ''),
  told(`failpoint ${name}: of these kills`, kills, ''),
]

function countStrikes(file: string): Strikes[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return failpoints.map((name) => {
    const own = lines.filter((line) => line.startsWith(`${name} `))
    return { name, all: own.length, kills: own.filter((line) => line.endsWith(' kill')).length }
  })
}

const countOf = (counts: Strikes[], names: Failpoint[]) =>
  counts.filter(({ name }) => names.includes(name)).reduce((sum, { all }) => sum + all, 0)

const isEnough = (counts: Strikes[], wanted: number) =>
  counts.every(({ all, kills }) => all >= wanted && kills >= Math.min(KILLS, wanted))

/** A worker is to die at the point that has seen the fewest deaths, and to lose its connection at all that lack strikes. */
function arm(counts: Strikes[], wanted: number): string {
  const lacking = counts.filter(({ all }) => all < wanted)
  const fewest = Math.min(...counts.map(({ kills }) => kills))
  const deadly = counts.filter(({ kills }) => kills === fewest)
  const chosen = deadly[Math.floor(Math.random() * deadly.length)]
  return [
    ...(chosen ? [`${chosen.name}=kill:${RARE.test(chosen.name) ? 0.3 : 0.05}`] : []),
    ...lacking.map(({ name }) => `${name}=throw:${RARE.test(name) ? 0.3 : 0.05}`),
  ].join(',')
}

/** Ten by an event, with two mails; ten by a cart left half an hour ago, with one. */
async function enterTwoWays({ scope }: Shop, round: number): Promise<void> {
  const left = new Date(Date.now() - 31 * 60_000).toISOString()
  const events = Array.from({ length: 10 }, (_, i) => [
    identify(`event-${round}-${i}`),
    track(`event-${round}-${i}`, 'Signed Up'),
    identify(`cart-${round}-${i}`),
    track(
      `cart-${round}-${i}`,
      'Product Added',
      { cart_id: 'c', product_id: 'p', name: 'Print', price: 45, quantity: 1 },
      left,
    ),
  ]).flat()
  await persist(() => send({ scope }, ...events))
}

const publishCart = (shop: Shop) =>
  publish(shop, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-cart-abandoned', version: 1, config: { idle: 'PT30M' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: shop.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
