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
    // By the instant of the burst: a mail may wait for its sending, the next wait does not wait for that.
    const [early] = await shop.owner<{ soon: number; turned: number }[]>`
      select count(*) filter (where queued < interval '5 seconds')::int as soon,
        count(*) filter (where sent < interval '0')::int as turned
      from (
        select queued_at - lag(queued_at) over each as queued, sent_at - lag(sent_at) over each as sent
        from messages window each as (partition by enrolment_id order by node_id)) m`
    await shop.close()
    return [
      ...rows,
      exactly('moved_clock: mails before their wait was over', early?.soon ?? 0, 0, ''),
      exactly('moved_clock: mails out of order', early?.turned ?? 0, 0, ''),
    ]
  },
}
