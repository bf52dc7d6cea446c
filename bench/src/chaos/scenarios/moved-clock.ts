import { exactly } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, people, publishPath } from '../shop/shop'
import { settles, verdict } from '../shop/verdict'

const MOVE_CLOCK = new URL('../stack/move-clock.mjs', import.meta.url).href

/** The worker's clock jumps by hours, ahead and back, every few seconds: nobody is early, late or out of order. */
export const movedClock: Scenario = {
  name: 'moved_clock',
  async run({ stack, say, scale }) {
    const count = Math.round(100 * scale)
    const shop = await openShop(stack, { name: 'moved_clock' })
    await publishPath(shop, ['mail', 'PT5S', 'mail', 'PT5S', 'mail'])
    shop.startWorker(() => ({ NODE_OPTIONS: `--import ${MOVE_CLOCK}` }))
    await shop.enter(people('p', count))
    await settles(shop, count, 150_000, say)
    const expected = { people: count, mails: 3 * count, doublesAtMost: 0 }
    const rows = await verdict(shop, { name: 'moved_clock', ...expected })
    const [early] = await shop.owner<{ n: number }[]>`
      select count(*)::int as n from (
        select sent_at - lag(sent_at) over (partition by enrolment_id order by node_id) as gap
        from messages) m where gap < interval '5 seconds'`
    await shop.close()
    return [...rows, exactly('moved_clock: mails before their wait was over', early?.n ?? 0, 0, '')]
  },
}
