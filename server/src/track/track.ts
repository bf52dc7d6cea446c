import { Hono } from 'hono'
import type { AppEnv } from '../http/context'
import { isProgram } from './is-program'
import { believeToken, linkIsGone } from './open-token'
import { refusedPage } from './refused-page'
import { visitorToken } from './visitor-token'
import { withVisitor } from './with-visitor'

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
export const neverStored = {
  'cache-control': 'no-store, private',
  'referrer-policy': 'no-referrer',
}

/**
 * What links in mails lead to. Their tokens (core's sign-token.ts) name the workspace, the message, what the link
 * does and, for a redirect, its target; the workspace's secret signs them. What programs load or follow is kept under
 * a name of its own, so that no rule takes it for a reaction; a HEAD is a program's. While the database does not answer,
 * a click still leads on, without naming the visitor. What unsubscribes, or changes what somebody receives, stands in
 * unsubscribe.ts.
 */
export const track = new Hono<AppEnv>()
  .get('/o/:file', async (c) => {
    const image = () => c.body(PIXEL, 200, { 'content-type': 'image/gif', ...neverStored })
    if (c.req.method === 'HEAD') return image()
    const { scope, payload } = await believeToken(c, c.req.param('file').replace(/\.gif$/, ''), 'o')
    const name = isProgram(c.req.raw.headers) ? 'Email Prefetched' : 'Email Opened'
    const message = await c.get('services').tracker.record(scope.workspaceId, payload.m, name)
    if (!message) throw linkIsGone()
    return image()
  })
  .get('/r/:token', async (c) => {
    const { scope, payload } = await believeToken(c, c.req.param('token'), 'r')
    if (!payload.u) throw linkIsGone()
    const isScan = c.req.method === 'HEAD' || isProgram(c.req.raw.headers)
    const name = isScan ? 'Email Link Scanned' : 'Email Link Clicked'
    const { tracker } = c.get('services')
    const link = { link_url: payload.u, link_place: payload.n ?? 1 }
    const message = await tracker.record(scope.workspaceId, payload.m, name, link)
    if (!message) throw linkIsGone()
    for (const [name, value] of Object.entries(neverStored)) c.header(name, value)
    if (message === 'unknown') return c.redirect(payload.u, 302)
    const visitor = { externalId: message.externalId, token: await visitorToken(scope, message) }
    return c.redirect(withVisitor(payload.u, visitor), 302)
  })

track.onError(refusedPage)
