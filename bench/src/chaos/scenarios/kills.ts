import { told } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, people, publishPath, type Shop } from '../shop/shop'
import { sending, settles, standing, verdict } from '../shop/verdict'
import { mustBecome } from '../stack/persist'

const SETTLES_WITHIN_MS = 240_000

/** The worker three times, Postgres once, Temporal once, while 1,000 people get a mail, wait, and get another. */
export const kills: Scenario = {
  name: 'kills',
  async run({ stack, say, random, scale }) {
    const count = Math.round(1000 * scale)
    const shop = await openShop(stack, { name: 'kills' })
    await publishPath(shop, ['mail', 'PT8S', 'mail'])
    const worker = shop.startWorker()
    await worker.ready()
    const entering = shop.enter(people('p', count))
    let inHand = 0
    /** Strikes when this share of all mails has gone, give or take. */
    const strike = async (share: number, what: string, kill: () => void | Promise<void>) => {
      const mails = (share + random() * 0.15) * 2 * count
      await reaches(shop, mails)
      const { ended, entered } = await standing(shop)
      await kill()
      const held = await sending(shop)
      inHand += held
      say(`  ${what} killed: ${entered} had entered, ${ended} ended, ${held} mails in hand`)
    }
    await strike(0, 'worker', worker.kill)
    await strike(0.15, 'Postgres', stack.killPostgres)
    await strike(0.3, 'worker', worker.kill)
    await strike(0.45, 'Temporal', stack.killTemporal)
    await strike(0.6, 'worker', worker.kill)
    await entering
    const settled = await settles(shop, count, SETTLES_WITHIN_MS, say)
    if (!settled) say(`  not settled: ${JSON.stringify(await standing(shop))}`)
    const rows = await verdict(shop, {
      name: 'kills',
      people: count,
      mails: 2 * count,
      doublesAtMost: inHand,
    })
    await shop.close()
    return [...rows, told('kills: mails in hand at the five kills', inHand, '')]
  },
}

const STANDS_STILL_MS = 120_000

/** Waits until so many mails have gone. Throws when none goes for two minutes. */
async function reaches(shop: Shop, mails: number): Promise<void> {
  for (;;) {
    const { sent } = await standing(shop)
    if (sent >= mails) return
    await mustBecome(
      `another mail goes after ${sent}`,
      async () => (await standing(shop)).sent > sent,
      STANDS_STILL_MS,
    )
  }
}
