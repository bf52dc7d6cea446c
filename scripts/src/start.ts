import { AppError } from '@relance/core/error/app-error'
import { buildWeb } from './app/build-web'
import { signInUrl } from './app/sign-in-url'
import { startApp } from './app/start-app'
import { readSettings } from './config/read-settings'
import { exitOnSignal } from './exit-on-signal'
import { pickPort } from './port/pick-port'
import { root } from './root'
import { startStack } from './stack/start-stack'

const say = (line: string) => console.log(line)
/** In the order to stop them. */
const running: { stop: () => Promise<void> }[] = []

let isStopping = false

async function stop(code: number) {
  // What is stopped half-way through the start fails; that is no news.
  if (isStopping) return
  isStopping = true
  for (const service of running.splice(0)) await service.stop()
  process.exit(code)
}

async function start() {
  const settings = readSettings(process.env, root)
  const pages = buildWeb(say)
  // Awaited below; until then a failure must not end the process unheard.
  pages.catch(() => undefined)
  say('Starting Relance…')
  const stack = await startStack({ ...settings, say })
  running.unshift(stack)
  await pages
  const port = await pickPort(settings.port)
  if (port !== settings.port) say(`Port ${settings.port} is taken; using ${port}.`)
  const url = `http://localhost:${port}`
  const publicUrl = settings.publicUrl ?? url
  const app = startApp({ dataDir: settings.dataDir, stack, port, publicUrl, say })
  running.unshift(app)
  await app.ready
  const link = await signInUrl(settings.dataDir)
  say('')
  say(`Relance is ready at ${url}`)
  if (link) say(`Sign in:  ${link}`)
  if (stack.inboxUrl) say(`Inbox:    ${stack.inboxUrl}`)
  if (stack.temporalPageUrl) say(`Temporal: ${stack.temporalPageUrl}`)
  say(`Data:     ${settings.dataDir}`)
  say('Ctrl-C stops it.')
}

exitOnSignal(() => {
  say('\nStopping…')
  void stop(0)
})
try {
  await start()
} catch (error) {
  if (!isStopping) console.error(error instanceof AppError ? error.message : error)
  await stop(1)
}
