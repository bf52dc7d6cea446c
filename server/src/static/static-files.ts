import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { AppEnv } from '../http/context'
import { onNotFound } from '../http/on-error'

const folder = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const web = folder('web/dist')
const YEAR_S = 31_536_000

/** What belongs to programs, not to people: a wrong address there is an error, not the app. */
const isForPrograms = (path: string) => /^\/(api|v1|r|o|u|sample|assets)(\/|$)/.test(path)

/** The built app, with its start page at every address it knows, and the sample shop's pictures. */
export const staticFiles = new Hono<AppEnv>()
  .use('/sample/*', serveStatic({ root: folder('db'), onFound: (_, c) => c.header('cache-control', 'public, max-age=86400') }))
  .use(
    '/assets/*',
    // Their names change with their content.
    serveStatic({ root: web, onFound: (_, c) => c.header('cache-control', `public, max-age=${YEAR_S}, immutable`) }),
  )
  .use('/*', serveStatic({ root: web, onFound: (_, c) => c.header('cache-control', 'no-cache') }))
  .get('/*', async (c) => {
    if (isForPrograms(c.req.path)) return onNotFound(c)
    const page = await startPage()
    return page === null ? onNotFound(c) : c.html(page, 200, { 'cache-control': 'no-cache' })
  })

/** Null where the app was not built: a server of the API alone. */
async function startPage(): Promise<string | null> {
  try {
    return await readFile(`${web}/index.html`, 'utf8')
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
