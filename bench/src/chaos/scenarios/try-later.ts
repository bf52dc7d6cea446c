import type { Scenario } from '../scenario'
import { advanceUntil } from '../shop/advance-until'
import { openShop, people, publishPath } from '../shop/shop'
import { standing, verdict } from '../shop/verdict'

const NOW = '2026-03-02T10:00:00Z'

/** The mail server answers 451 to every tenth first try: all of them get their mail a minute later. */
export const tryLater: Scenario = {
  name: 'try_later',
  async run({ stack, say, scale }) {
    const count = Math.round(500 * scale)
    let seen = 0
    let refused = 0
    const shop = await openShop(stack, {
      name: 'try_later',
      now: NOW,
      decide(_to, triedBefore) {
        if (triedBefore > 0 || ++seen % 10 !== 0) return 'take'
        refused++
        return { refuse: '451 4.3.0 Try again later' }
      },
    })
    await publishPath(shop, ['mail'])
    shop.startWorker()
    await shop.enter(people('p', count))
    // The retry's minute is the workspace's: on a test clock it is waited for by moving the clock.
    await advanceUntil(shop, NOW, ['PT0S', 'PT2M'])
    say(`  ${refused} first tries were answered 451: ${JSON.stringify(await standing(shop))}`)
    const expected = { people: count, mails: count, doublesAtMost: 0 }
    const rows = await verdict(shop, { name: 'try_later', ...expected })
    await shop.close()
    return rows
  },
}
