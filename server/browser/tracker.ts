import type { Bag, Call } from './call'
import type { Delivery } from './delivery'
import type { VisitorCookie } from './visitor-cookie'

/** Calls made before anybody was asked for consent; they are in the page's memory only. */
const MAX_HELD = 50

interface Surroundings {
  cookie: VisitorCookie
  delivery: Pick<Delivery, 'add' | 'leave' | 'clear'>
  newId: () => string
  pageContext: () => Bag
  pageProperties: (said: Bag) => Bag
}

type Said = Pick<Call, 'type'> & Partial<Call>

/** The commands of `relance(…)`. Nothing is kept in the browser and nothing sent before consent. */
export class Tracker {
  private held: Call[] = []
  private choice: 'unknown' | 'given' | 'withdrawn' = 'unknown'

  constructor(private readonly around: Surroundings) {}

  /** Given: what was held is sent. Withdrawn: the cookie goes, and so does whatever has not left yet. */
  consent(isGiven: unknown) {
    const { cookie, delivery } = this.around
    if (isGiven === true) {
      this.choice = 'given'
      for (const call of this.held.splice(0)) this.deliver(call)
      return
    }
    this.choice = 'withdrawn'
    this.held = []
    delivery.clear()
    cookie.forget()
  }

  page(...said: unknown[]) {
    const name = textIn(said)
    this.take({
      type: 'page',
      ...(name && { name }),
      properties: this.around.pageProperties(bagIn(said)),
    })
  }

  track(...said: unknown[]) {
    this.take({ type: 'track', event: textIn(said), properties: bagIn(said) })
  }

  identify(...said: unknown[]) {
    const userId = textIn(said)
    this.take({ type: 'identify', ...(userId && { userId }), traits: bagIn(said) })
  }

  /** Without a former name, this browser's is meant. */
  alias(userId: unknown, previousId?: unknown) {
    this.take({ type: 'alias', userId: textIn([userId]), previousId: textIn([previousId]) })
  }

  /** A browser that several people use: from now on it is somebody else's. */
  reset() {
    this.around.cookie.forget()
  }

  /** A mail's link says whose browser this is. */
  recognise(visitorToken: string) {
    this.take({ type: 'identify', traits: {}, visitorToken })
  }

  /** The page is being left. */
  leave() {
    this.around.delivery.leave()
  }

  private take(said: Said) {
    if (this.choice === 'withdrawn') return
    const { newId, pageContext } = this.around
    const timestamp = new Date().toISOString()
    const context = { page: pageContext(), library: { name: 'relance.js' } }
    const call: Call = { ...said, messageId: newId(), timestamp, context }
    if (this.choice === 'given') this.deliver(call)
    else if (this.held.length < MAX_HELD) this.held.push(call)
  }

  private deliver(call: Call) {
    const { cookie, delivery } = this.around
    const anonymousId = cookie.keep()
    const isOfThisBrowser = call.type === 'alias' && !call.previousId
    delivery.add({ ...call, anonymousId, ...(isOfThisBrowser && { previousId: anonymousId }) })
  }
}

const textIn = (said: unknown[]): string | undefined => {
  const text = said.find((one) => typeof one === 'string' || typeof one === 'number')
  return text === undefined ? undefined : String(text)
}

const bagIn = (said: unknown[]): Bag => {
  const bag = said.find((one) => typeof one === 'object' && one !== null)
  return { ...bag }
}
