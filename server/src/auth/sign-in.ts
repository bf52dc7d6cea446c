import { Hono } from 'hono'
import type { AppEnv } from '../http/context'

/** The sign-in library's own routes, and the address in its links. */
export const signIn = new Hono<AppEnv>()
  .on(['GET', 'POST'], '/api/auth/*', (c) => c.get('services').auth.handler(c.req.raw))
  .get('/sign-in/link', (c) =>
    c.get('services').auth.api.magicLinkVerify({
      query: { token: c.req.query('token') ?? '', callbackURL: '/', errorCallbackURL: '/sign-in' },
      headers: c.req.raw.headers,
      asResponse: true,
    }),
  )
  .post('/api/sign-out', async (c) => {
    const response = await c
      .get('services')
      .auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
    return c.body(null, 204, { 'set-cookie': response.headers.get('set-cookie') ?? '' })
  })
