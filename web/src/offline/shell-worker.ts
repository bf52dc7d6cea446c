import { KeptShell, type Shell } from './kept-shell'

/** Written in by the build: what it is made of. */
declare const BUILT: Shell

// A service worker's own, which the types of pages do not know.
declare const skipWaiting: () => Promise<void>
declare const clients: { claim: () => Promise<void> }
interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void
}
interface Asked extends Event {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
const isLasting = (event: Event): event is Lasting => 'waitUntil' in event
const isAsked = (event: Event): event is Asked => 'respondWith' in event

const shell = new KeptShell(BUILT, caches, (request) => fetch(request))

addEventListener('install', (event) => {
  if (isLasting(event)) event.waitUntil(shell.keep().then(() => skipWaiting()))
})
addEventListener('activate', (event) => {
  if (isLasting(event)) event.waitUntil(shell.dropOld().then(() => clients.claim()))
})
addEventListener('fetch', (event) => {
  if (!isAsked(event)) return
  const answer = shell.answer(event.request)
  if (answer) event.respondWith(answer)
})
