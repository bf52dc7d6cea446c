import { address, mailsTo } from './inbox'
import type { Relance } from './relance'
import { withSegment } from './segment'

const PEOPLE = 16
const PRINTS = ['Misty morning', 'Harbour at dusk', 'Two herons', 'Quiet street']

/** People who leave carts after `start`, are written to, and open, click or order as people do; for pictures. */
export async function busyShop(relance: Relance, shop: string, start: string): Promise<void> {
  const at = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000)
  const who = (n: number) => address(`${shop}-${n}`)
  await withSegment(relance, (analytics) => {
    for (let n = 0; n < PEOPLE; n++) {
      const [userId, timestamp] = [`${shop}-${n}`, at(n)]
      const traits = { email: who(n), firstName: `Anna ${n + 1}`, consent: { email: true } }
      analytics.identify({ userId, traits, timestamp })
      const product = { product_id: `print-${n % 4}`, name: PRINTS[n % 4], price: 45 + n * 3 }
      const properties = { cart_id: `c-${n}`, quantity: 1, ...product }
      analytics.track({ userId, event: 'Product Added', properties, timestamp })
    }
  })
  await relance.advance(at(90).toISOString())
  for (let n = 0; n < PEOPLE; n += 2) {
    const html = (await mailsTo(who(n)))[0]?.html ?? ''
    const pixel = html.match(/src="(http[^"]*\/o\/[^"]+)"/)?.[1]
    const link = html.match(/href="(http[^"]*\/r\/[^"]+)"/)?.[1]
    if (pixel) await fetch(pixel.replaceAll('&amp;', '&'))
    if (link && n % 4 === 0) await fetch(link.replaceAll('&amp;', '&'), { redirect: 'manual' })
  }
  await withSegment(relance, (analytics) => {
    for (const n of [0, 4, 9]) {
      const properties = { order_id: `o-${n}`, revenue: 60 + n * 4, currency: 'EUR' }
      const event = 'Order Completed'
      analytics.track({ userId: `${shop}-${n}`, event, properties, timestamp: at(120) })
    }
  })
  await relance.advance(at(60 * 30).toISOString())
}
