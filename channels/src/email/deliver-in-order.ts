import type { Delivery } from '../kit/delivery'
import type { EmailMessage } from './email-message'
import type { MailProvider } from './providers/provider'

/** So long a provider that could not take a mail is asked after the others only; milliseconds. */
const REST_MS = 60_000

const resting = new WeakMap<MailProvider, number>()

const isResting = (provider: MailProvider) =>
  (resting.get(provider) ?? Number.NEGATIVE_INFINITY) > performance.now()

/** Providers in their order, those that could not take a mail a moment ago last. */
export const inOrder = (providers: readonly MailProvider[]): MailProvider[] => [
  ...providers.filter((one) => !isResting(one)),
  ...providers.filter(isResting),
]

/** What came of it, and by whom. */
export interface OrderedDelivery {
  delivery: Delivery
  providerId: string
  /** Those before it who could not take the mail, and why. */
  unavailable: { providerId: string; code: string; reason: string }[]
}

/**
 * Hands a mail to the first provider that is available. Only where one has certainly not taken it, for reasons of its
 * own, is the next one asked: never two of them where the first may have it.
 * @param providers in order, at least one
 * @param handing told before a mail is handed to another than the first; kept for good when it returns
 */
export async function deliverInOrder(
  providers: readonly [MailProvider, ...MailProvider[]],
  message: EmailMessage,
  handing: (providerId: string) => Promise<void>,
): Promise<OrderedDelivery> {
  const unavailable: OrderedDelivery['unavailable'] = []
  let [provider] = providers
  let delivery = await provider.deliver(message)
  for (const next of providers.slice(1)) {
    if (!isUnavailable(delivery)) break
    rest(provider)
    unavailable.push(told(provider, delivery))
    await handing(next.id)
    provider = next
    delivery = await provider.deliver(message)
  }
  if (isUnavailable(delivery)) {
    rest(provider)
    unavailable.push(told(provider, delivery))
  } else resting.delete(provider)
  return { delivery, providerId: provider.id, unavailable }
}

const isUnavailable = (delivery: Delivery): delivery is Extract<Delivery, { result: 'retry' }> =>
  delivery.result === 'retry' && delivery.why === 'unavailable'

const rest = (provider: MailProvider) => resting.set(provider, performance.now() + REST_MS)

const told = (provider: MailProvider, { code, reason }: { code: string; reason: string }) => ({
  ...{ providerId: provider.id, code, reason },
})
