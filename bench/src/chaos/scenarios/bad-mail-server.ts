import { exactly, told } from '../../part'
import type { Conduct } from '../../smtp/fault-server'
import type { Scenario } from '../scenario'
import { advanceUntil } from '../shop/advance-until'
import { openShop, people, publishPath } from '../shop/shop'
import { standing, verdict } from '../shop/verdict'

const NOW = '2026-03-02T10:00:00Z'

/** What becomes of one recipient in twenty each; the others' mails are taken. */
const CONDUCTS: Conduct[] = [
  { refuse: '550 5.1.1 No such user' },
  'close-in-data',
  'take-and-close',
  'take-unsaid',
  'hang',
]

/** A mail server that refuses for good, closes in the middle, answers and dies, takes without a word, or hangs. */
export const badMailServer: Scenario = {
  name: 'bad_mail_server',
  async run({ stack, say, scale }) {
    const each = Math.round(10 * scale)
    const count = 20 * each
    const conductOf = (to: string) => CONDUCTS[Number(to.match(/-(\d+)@/)?.[1]) % 20]
    const shop = await openShop(stack, {
      name: 'bad_mail_server',
      now: NOW,
      decide: (to, triedBefore) => {
        const conduct = conductOf(to) ?? 'take'
        return triedBefore === 0 || typeof conduct === 'object' ? conduct : 'take'
      },
    })
    await publishPath(shop, ['mail'])
    shop.startWorker()
    await shop.enter(people('p', count))
    await advanceUntil(shop, NOW, ['PT0S', 'PT2M', 'PT10M'])
    const now = await standing(shop)
    say(`  ${JSON.stringify(now)}`)
    const rows = await verdict(shop, {
      name: 'bad_mail_server',
      people: count,
      mails: count - each,
      // Only who took a mail and never said so can have it twice.
      doublesAtMost: each,
    })
    await shop.close()
    return [
      ...rows,
      exactly('bad_mail_server: failed, as the server said no for good', now.failed, each, ''),
      told('bad_mail_server: recipients of each of the five faults', each, ''),
    ]
  },
}
