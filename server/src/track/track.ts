import { AppError } from '@relance/core/error/app-error'
import { languageOf } from '@relance/core/words/language'
import { Hono } from 'hono'
import type { AppEnv } from '../http/context'
import { readerLanguage } from '../http/reader-language'
import { openToken } from './open-token'
import { recordTracking } from './tracking-event'
import { unsubscribePage } from './unsubscribe-page'
import { visitorToken } from './visitor-token'
import { withVisitor } from './with-visitor'

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const neverStored = { 'cache-control': 'no-store, private', 'referrer-policy': 'no-referrer' }

/**
 * What links in mails lead to. Their tokens (core's sign-token.ts) name the workspace, the message, what the link
 * does and, for a redirect, its target; the workspace's secret signs them. A HEAD, as link checkers send, records
 * nothing; a GET of the unsubscribe page changes nothing.
 */
export const track = new Hono<AppEnv>()
  .get('/o/:file', async (c) => {
    const image = () => c.body(PIXEL, 200, { 'content-type': 'image/gif', ...neverStored })
    if (c.req.method === 'HEAD') return image()
    const { scope, message } = await openToken(c, c.req.param('file').replace(/\.gif$/, ''), 'o')
    await recordTracking(scope, message, 'Email Opened')
    return image()
  })
  .get('/r/:token', async (c) => {
    const { scope, message, payload } = await openToken(c, c.req.param('token'), 'r')
    if (!payload.u) throw new AppError('not-found', 'This link is not valid any more.')
    if (c.req.method !== 'HEAD')
      await recordTracking(scope, message, 'Email Link Clicked', { link_url: payload.u })
    for (const [name, value] of Object.entries(neverStored)) c.header(name, value)
    const visitor = { externalId: message.externalId, token: await visitorToken(scope, message) }
    return c.redirect(withVisitor(payload.u, visitor), 302)
  })
  .get('/u/:token', async (c) => {
    const { message } = await openToken(c, c.req.param('token'), 'u')
    const language =
      readerLanguage(c.req.header('accept-language')) ?? languageOf(message.locale) ?? 'en'
    return c.html(unsubscribePage('ask', message.shopName, language), 200, neverStored)
  })
  .post('/u/:token', async (c) => {
    const { scope, message } = await openToken(c, c.req.param('token'), 'u')
    const language =
      readerLanguage(c.req.header('accept-language')) ?? languageOf(message.locale) ?? 'en'
    await recordTracking(scope, message, 'Unsubscribed')
    return c.html(unsubscribePage('done', message.shopName, language), 200, neverStored)
  })
