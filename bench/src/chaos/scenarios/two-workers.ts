import { setTimeout as pause } from 'node:timers/promises'
import type { Scenario } from '../scenario'
import { openShop, people, publishPath } from '../shop/shop'
import { sending, settles, verdict } from '../shop/verdict'

/** Two workers at the same time, as during a deploy, killed in turn: what one leaves behind the other takes up. */
export const twoWorkers: Scenario = {
  name: 'two_workers',
  async run({ stack, say, random, scale }) {
    const count = Math.round(200 * scale)
    const shop = await openShop(stack, { name: 'two_workers' })
    await publishPath(shop, ['mail', 'PT5S', 'mail'])
    const workers = [shop.startWorker(), shop.startWorker()]
    await Promise.all(workers.map((worker) => worker.ready()))
    await shop.enter(people('p', count))
    let held = 0
    for (const worker of [...workers, ...workers]) {
      await pause(500 + random() * 2500)
      await worker.kill()
      held += await sending(shop)
      await worker.ready()
    }
    await settles(shop, count, 240_000, say)
    const expected = { people: count, mails: 2 * count, doublesAtMost: held }
    const rows = await verdict(shop, { name: 'two_workers', ...expected })
    await shop.close()
    return rows
  },
}
