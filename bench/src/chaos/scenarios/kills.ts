import { setTimeout as pause } from 'node:timers/promises'
import { told } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, people, publishPath, type Shop } from '../shop/shop'
import { sending, settles, standing, verdict } from '../shop/verdict'
import { mustBecome } from '../stack/persist'

const PEOPLE = 1000
const SETTLES_WITHIN_MS = 240_000

/** The worker three times, Postgres once, Temporal once, while 1,000 people get a mail, wait, and get another. */
export const kills: Scenario = {
  name: 'kills',
  async run({ stack, say, random }) {
    const shop = await openShop(stack, { name: 'kills' })
    await publishPath(shop, ['mail', 'PT8S', 'mail'])
    const worker = shop.startWorker()
    await worker.ready()
    const entering = shop.enter(people('p', PEOPLE))
    let inHand = 0
    const strike = async (what: string, kill: () => void | Promise<void>) => {
      await underWay(shop)
      await pause(random() * 3000)
      const { ended, entered } = await standing(shop)
      await kill()
      const held = await sending(shop)
      inHand += held
      say(`  ${what} killed: ${entered} had entered, ${ended} ended, ${held} mails in hand`)
    }
    await strike('worker', worker.kill)
    await worker.ready()
    await strike('Postgres', stack.killPostgres)
    await strike('worker', worker.kill)
    await worker.ready()
    await strike('Temporal', stack.killTemporal)
    await strike('worker', worker.kill)
    await entering
    const settled = await settles(shop, PEOPLE, SETTLES_WITHIN_MS)
    if (!settled) say(`  not settled: ${JSON.stringify(await standing(shop))}`)
    const rows = await verdict(shop, {
      name: 'kills',
      people: PEOPLE,
      mails: 2 * PEOPLE,
      doublesAtMost: inHand,
    })
    await shop.close()
    return [...rows, told('kills: mails in hand at the five kills', inHand, '')]
  },
}

/** A strike at nobody proves nothing: somebody has entered, and not everybody has ended. */
const underWay = (shop: Shop) =>
  mustBecome(
    'somebody is under way',
    async () => {
      const { entered, ended, underWay } = await standing(shop)
      return entered > 0 && (ended < entered || underWay > 0)
    },
    60_000,
  )
