import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { AppEnv } from '../http/context'
import { buildSiteScript, type SiteScript } from './build-site-script'

const HOUR_S = 3600
const YEAR_S = 31_536_000

/** Built when first asked for, and kept: it changes with a deploy only. */
let built: Promise<SiteScript> | undefined
const siteScriptOnce = () => {
  built ??= buildSiteScript()
  return built
}

const script = (c: Context<AppEnv>, text: string, caching: string) =>
  c.body(text, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': caching,
    // Shops that isolate their pages may embed it, too.
    'cross-origin-resource-policy': 'cross-origin',
  })

/**
 * The browser script for shops' pages: `/relance.js`, asked about again every hour, and `/relance-<hash>.js`, kept for
 * a year. A hash of the past leads to today's script, so that a page with an old address goes on working.
 */
export const siteScript = new Hono<AppEnv>()
  .use('/relance.js', etag())
  .get('/relance.js', async (c) => {
    const { text } = await siteScriptOnce()
    return script(c, text, `public, max-age=${HOUR_S}`)
  })
  .get('/:file{relance-[0-9a-f]{12}\\.js}', async (c) => {
    const { text, hash } = await siteScriptOnce()
    if (c.req.param('file') !== `relance-${hash}.js`) return c.redirect('/relance.js', 302)
    return script(c, text, `public, max-age=${YEAR_S}, immutable`)
  })
