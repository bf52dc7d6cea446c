import { Delivery } from './delivery'
import { pageContext, pageProperties } from './page-facts'
import { takeVisitorToken } from './take-visitor-token'
import { Tracker } from './tracker'
import { visitorCookie } from './visitor-cookie'

type Command = [name: string, ...said: unknown[]]
interface Relance {
  (...command: Command): void
  /** What the page said before this script was there. */
  q?: ArrayLike<unknown>[]
  isLoaded?: true
}
declare global {
  interface Window {
    relance?: Relance
  }
}

/** The settings are attributes of the script's own tag; by it, too, it knows where the server is. */
function start(tag: HTMLScriptElement) {
  const { key, consent, domain, page: pages, host = new URL(tag.src).origin } = tag.dataset
  const address = `${host}/v1/batch`
  const delivery = new Delivery(
    {
      // As text a browser asks nobody first, and a page that is being left does not stop it.
      post: async (body) =>
        (await fetch(address, { method: 'POST', body, keepalive: true })).status,
      beacon: (body) => navigator.sendBeacon(address, body),
    },
    (batch) => JSON.stringify({ writeKey: key, sentAt: new Date().toISOString(), batch }),
  )
  const cookie = visitorCookie(document, {
    domain,
    isSecure: location.protocol === 'https:',
    newId,
  })
  const tracker = new Tracker({
    cookie,
    delivery,
    newId,
    pageContext: () => pageContext(document),
    pageProperties: (said) => pageProperties(document, said),
  })
  const commands: Record<string, (...said: unknown[]) => void> = {
    consent: (isGiven) => tracker.consent(isGiven),
    page: (...said) => tracker.page(...said),
    track: (...said) => tracker.track(...said),
    identify: (...said) => tracker.identify(...said),
    alias: (userId, previousId) => tracker.alias(userId, previousId),
    reset: () => tracker.reset(),
  }
  const run = ([name, ...said]: unknown[]) => {
    const command = commands[String(name)]
    if (command) command(...said)
    else console.warn(`relance: there is no “${name}”`)
  }
  const relance: Relance = (...command) => run(command)
  relance.isLoaded = true
  const before = window.relance?.q ?? []
  window.relance = relance
  addEventListener('pagehide', () => tracker.leave())
  // Phones close pages without a pagehide; a hidden one may be gone for good.
  addEventListener('visibilitychange', () => document.hidden && tracker.leave())

  // A cookie is there by consent only; `false` says that the page asks again each time.
  if (consent === 'true' || (consent === undefined && cookie.read())) tracker.consent(true)
  const token = takeVisitorToken(window)
  if (token) tracker.recognise(token)
  if (pages !== 'manual') tracker.page()
  for (const command of Array.from(before)) run(Array.from(command))
}

/** 128 random bits; `randomUUID` does not exist on pages without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const tag = document.currentScript
if (tag instanceof HTMLScriptElement && !window.relance?.isLoaded) start(tag)
