import { KeptShell, type Shell } from './kept-shell'

/** Written in by the build: what it is made of. */
declare const BUILT: Shell

interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void
}
interface Asked extends Event {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
interface ShellWorker {
  addEventListener: ((type: 'install' | 'activate', heard: (event: Lasting) => void) => void) &
    ((type: 'fetch', heard: (event: Asked) => void) => void)
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
}

const worker = globalThis as unknown as ShellWorker
const shell = new KeptShell(BUILT, caches, (request) => fetch(request))

worker.addEventListener('install', (event) => {
  event.waitUntil(shell.keep().then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => {
  event.waitUntil(shell.dropOld().then(() => worker.clients.claim()))
})
worker.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request)
  if (answer) event.respondWith(answer)
})
