/** What a page needs first is not to queue behind what is kept for later, on the wire or on the processor. */
const LATER_MS = 5_000

/** The script that this page was begun with: its name changes with every build. */
const ownScript = () =>
  document.querySelector('script[type=module][src]')?.getAttribute('src') ?? ''

/** Whether the server hands out another build than this page is of. */
async function isOutdated(): Promise<boolean> {
  const answer = await fetch('/', { cache: 'no-store' })
  return answer.ok && !(await answer.text()).includes(ownScript())
}

/**
 * Has the browser keep the app, so that it opens without a network. Looks for a newer build when the network is back
 * and when the window is looked at again; `onNewer` is told when this page is of an older one than the server.
 */
export function keepApp(onNewer: () => void): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const { serviceWorker } = navigator
  // Without an answer there is nothing newer to be told of.
  const compare = () => isOutdated().then((is) => is && onNewer(), offline)
  const look = () => {
    if (document.visibilityState === 'visible' && navigator.onLine)
      void serviceWorker.getRegistration().then((found) => found?.update().catch(offline))
  }
  serviceWorker.addEventListener('controllerchange', () => void compare())
  window.addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  const begin = () =>
    void setTimeout(() => void serviceWorker.register('/sw.js').catch(offline), LATER_MS)
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin)
}

/** The network is away, or the browser keeps nothing for this site: the app works without, and tries at its next start. */
function offline(error: unknown) {
  if (!(error instanceof Error)) throw error
}
