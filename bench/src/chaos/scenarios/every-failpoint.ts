import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Failpoint, failpoints } from '@relance/workflows/failpoint/failpoint'
import { identify, track } from '@relance/workflows/testing/incoming'
import { publish, send } from '@relance/workflows/testing/world'
import { atLeast, type Row, told } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, publishPath, type Shop } from '../shop/shop'
import { settles, standing, unfinishedAttempts, verdict } from '../shop/verdict'
import { persist } from '../stack/persist'

const STRIKES = 50
const KILLS = 2
const STRIKING_FOR_MS = 900_000
const SETTLES_WITHIN_MS = 240_000
/** So many of each kind at a time: few, so that batches are small and commits many. */
const AT_ONCE = 5
const PAUSE_MS = 250
/** So many may be under way: what is struck all the time is slow, and a backlog would only grow. */
const UNDER_WAY = 200
/** A worker lives so long at most once it is ready: the next one is armed with what is lacking by then. */
const LIVES_MS = 25_000
/** So many more strikes than the one that lacks most a point may have and still be armed. */
const AHEAD = 8
/** Passed for each person; all other points once for a batch, and so struck more often of fewer passes. */
const OFTEN = /^send\./

/** Kills and lost connections before and after every commit, while people keep entering in two ways. */
export const everyFailpoint: Scenario = {
  name: 'failpoints',
  async run({ stack, say, scale }) {
    const strikes = Math.ceil(STRIKES * scale)
    const shop = await openShop(stack, { name: 'failpoints' })
    await publishPath(shop, ['mail', 'PT5S', 'mail'])
    await publishCart(shop)
    const drawnAt = Date.now()
    const file = join(stack.dataDir, 'failpoints.log')
    let armed = true
    const env = (): Record<string, string> =>
      armed
        ? { RELANCE_FAILPOINTS: arm(countStrikes(file), strikes), RELANCE_FAILPOINTS_LOG: file }
        : {}
    const workers = [shop.startWorker(env), shop.startWorker(env)]
    const end = performance.now() + STRIKING_FOR_MS
    const isOver = () => isEnough(countStrikes(file), strikes) || performance.now() > end
    const lives = workers.map(async (worker) => {
      while (!isOver()) {
        await worker.ready()
        const restarts = worker.restarts()
        await pause(LIVES_MS)
        if (worker.restarts() === restarts) await worker.kill()
      }
    })
    let entered = 0
    for (let at = 0; !isOver(); at++) {
      const now = await standing(shop)
      if (entered - now.ended < UNDER_WAY) {
        await enterTwoWays(shop, at, drawnAt)
        entered += 2 * AT_ONCE
      }
      await pause(PAUSE_MS)
    }
    armed = false
    await Promise.all(lives)
    for (const worker of workers) await worker.kill()
    const counts = countStrikes(file)
    const restarts = workers.reduce((sum, worker) => sum + worker.restarts(), 0)
    say(`  ${entered} entered; ${restarts} starts of a worker after its end`)
    await settles(shop, entered, SETTLES_WITHIN_MS, say)
    const rows = await verdict(shop, {
      name: 'failpoints',
      people: entered,
      mails: entered + entered / 2,
      // Struck between the mail server's yes and our commit, a mail may go again; nowhere else.
      doublesAtMost: await unfinishedAttempts(shop),
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

const isEnough = (counts: Strikes[], wanted: number) =>
  counts.every(({ all, kills }) => all >= wanted && kills >= Math.min(KILLS, wanted))

/**
 * A worker is to die at the point that has seen the fewest deaths, until each has seen enough, and to lose its
 * connection at those that have been struck least: a point is passed only when those before it let the work through.
 */
function arm(counts: Strikes[], wanted: number): string {
  const least = Math.min(...counts.map(({ all }) => all))
  const lacking = counts.filter(({ all }) => all < wanted && all <= least + AHEAD)
  const fewest = Math.min(...counts.map(({ kills }) => kills))
  const deadly = counts.filter(({ kills }) => kills === fewest)
  const chosen = fewest < KILLS && deadly[Math.floor(Math.random() * deadly.length)]
  return [
    ...(chosen ? [`${chosen.name}=kill:${OFTEN.test(chosen.name) ? 0.05 : 0.25}`] : []),
    ...lacking.map(({ name }) => `${name}=throw:${OFTEN.test(name) ? 0.05 : 0.35}`),
  ].join(',')
}

/**
 * Some by an event, with two mails; some by a cart left half an hour ago, with one. Of carts that were left for half
 * an hour before the line was drawn, nobody would enter.
 */
async function enterTwoWays({ scope }: Shop, round: number, drawnAt: number): Promise<void> {
  const crossing = Math.max(drawnAt + 1000, Date.now() - 60_000)
  const left = new Date(crossing - 30 * 60_000).toISOString()
  const events = Array.from({ length: AT_ONCE }, (_, i) => [
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
