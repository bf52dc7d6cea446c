import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { AppEnv } from '../http/context'
import { onNotFound } from '../http/on-error'

const web = fileURLToPath(new URL('../../../web/dist', import.meta.url))
const YEAR_S = 31_536_000

/** What belongs to programs, not to people: a wrong address there is an error, not the app. */
const isForPrograms = (path: string) => /^\/(api|v1|r|o|u|sample|assets)(\/|$)/.test(path)

/** The built app, with its start page at every address it knows; nothing but errors where it was not built. */
export const staticFiles = new Hono<AppEnv>()

if (existsSync(web)) {
  staticFiles
    .use(
      '/assets/*',
      // Their names change with their content.
      serveStatic({
        root: web,
        onFound: (_, c) => c.header('cache-control', `public, max-age=${YEAR_S}, immutable`),
      }),
    )
    .use('/*', serveStatic({ root: web, onFound: (_, c) => c.header('cache-control', 'no-cache') }))
    .get('/*', async (c) => {
      if (isForPrograms(c.req.path)) return onNotFound(c)
      return c.html(await readFile(`${web}/index.html`, 'utf8'), 200, {
        'cache-control': 'no-cache',
      })
    })
}
