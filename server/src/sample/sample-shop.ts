import { sampleProducts } from '@relance/db/sample/catalogue'
import { sampleImage } from '@relance/db/sample/sample-image'
import { Hono } from 'hono'
import type { AppEnv } from '../http/context'
import { onNotFound } from '../http/on-error'
import { samplePage } from './sample-page'

const DAY_S = 86_400
const cached = { 'cache-control': `public, max-age=${DAY_S}` }

/** The demo's gallery: what links and pictures in its mails lead to. */
export const sampleShop = new Hono<AppEnv>()
  .get('/sample', (c) => c.html(samplePage(null, c.get('language')), 200, cached))
  .get('/sample/:file', (c) => {
    const file = c.req.param('file')
    const image = file.endsWith('.svg') ? sampleImage(file.slice(0, -'.svg'.length)) : undefined
    if (image) return c.body(image, 200, { 'content-type': 'image/svg+xml', ...cached })
    const product = sampleProducts.find(({ productId }) => productId === file)
    return product ? c.html(samplePage(product, c.get('language')), 200, cached) : onNotFound(c)
  })
