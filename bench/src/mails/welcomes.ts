import { setTimeout as pause } from 'node:timers/promises'
import { path, step } from '../shop/graphs'
import type { Shop } from '../shop/make-shop'
import { addressOf, identify, makePeople, numbers, track } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import type { Bench } from '../system/with-system'

/** Nobody whom a step has mailed before. */
const CROWD_FROM = 3_000_000
const SIGN_UPS = numbers(20, 2_000_000)
/** One after the other, for as long as the crowd is being mailed. */
const SIGN_UP_EVERY_MS = 250
const WITHIN_MS = 300_000

/**
 * Mails a crowd of so many, and meanwhile signs people up over the API, each with a welcome of their own.
 * @returns of each sign-up, the seconds from its request to its mail at the mail server
 */
export async function welcomes(bench: Bench, shop: Shop, size: number): Promise<number[]> {
  const crowd = numbers(size, CROWD_FROM)
  await makePeople(bench, shop, crowd)
  const mail = step('mail', 'send-email', { template: shop.templateId })
  await shop.publish('Welcome', path('Signed Up', [mail]))
  await shop.publish('A crowd', path('Bench Again', [mail]))
  bench.sink.clear()
  await postBatches(
    bench,
    shop,
    crowd.map((n) => track(n, 'Bench Again')),
  )
  const askedAt = new Map<string, number>()
  for (const n of SIGN_UPS) {
    const next = pause(SIGN_UP_EVERY_MS)
    askedAt.set(addressOf(n), Date.now())
    await postBatches(bench, shop, [identify(n), track(n, 'Signed Up')], 1)
    await next
  }
  await bench.sink.until(crowd.length + SIGN_UPS.length, WITHIN_MS)
  return bench.sink.arrivals.flatMap(({ to, at }) => {
    const asked = askedAt.get(to)
    return asked === undefined ? [] : [(at - asked) / 1000]
  })
}
