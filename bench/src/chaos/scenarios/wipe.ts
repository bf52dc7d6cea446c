import { exactly } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, people, publishPath } from '../shop/shop'
import { settles, standing, verdict } from '../shop/verdict'
import { mustBecome } from '../stack/persist'

const WAIT = 'PT40S'

/** Temporal's store is deleted while 100 wait: started again, the worker gives everybody a run, and all finish once. */
export const wipe: Scenario = {
  name: 'wipe',
  async run({ stack, say, scale }) {
    const count = Math.round(100 * scale)
    const shop = await openShop(stack, { name: 'wipe' })
    await publishPath(shop, [WAIT, 'mail'])
    const worker = shop.startWorker()
    await worker.ready()
    await shop.enter(people('p', count))
    await mustBecome(
      'all wait, and Temporal has been told',
      async () => {
        const { entered, wakes, events } = await standing(shop)
        return entered === count && wakes + events === 0
      },
      120_000,
    )
    await worker.stop()
    const before = await standing(shop)
    await stack.wipeTemporal()
    say(`  Temporal's store is gone: ${before.entered - before.ended} wait`)
    await shop.startWorker().ready()
    await settles(shop, count, 150_000, say)
    const rows = await verdict(shop, {
      name: 'wipe',
      people: count,
      mails: count,
      doublesAtMost: 0,
    })
    await shop.close()
    return [
      exactly('wipe: waiting when the store went', before.entered - before.ended, count, ''),
      ...rows,
    ]
  },
}
