import { createRoute, z } from '@hono/zod-openapi'
import { type BrandKit, brandKit } from '@relance/core/brand/brand-kit'
import { brandWarnings } from '@relance/core/brand/brand-warnings'
import { kitOfShop, shopOfKit } from '@relance/core/brand/shop-settings'
import { word } from '@relance/core/id/ids'
import type { Language } from '@relance/core/words/language'
import { language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { getImage } from '@relance/db/image/get-image'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body } from '../http/schemas'
import { imageUrl } from '../images/image-url'
import { previewBrand } from './preview-brand'

const tags = ['Workspaces']
const checkedKit = brandKit
  .extend({ warnings: z.array(z.object({ field: z.string(), message: z.string() })) })
  .openapi('Brand')

const read = createRoute({
  method: 'get',
  path: '/brand',
  tags,
  summary: 'How the mails of the workspace look and sign',
  middleware: needs('see', 'workspace'),
  responses: { 200: answer(checkedKit, 'The brand kit; where nothing was said, what is proposed') },
})

const write = createRoute({
  method: 'put',
  path: '/brand',
  tags,
  summary: 'Change how the mails of the workspace look and sign',
  description:
    'The whole kit: what is left out goes back to what is proposed. Mails take it up as they are sent, those of live scenarios included, without being published again. A colour that can hardly be seen is kept, and warned about.',
  middleware: needs('own', 'workspace'),
  request: { body: body(brandKit) },
  responses: { 200: answer(checkedKit, 'The brand kit as it is now') },
})

const preview = createRoute({
  method: 'post',
  path: '/brand/preview',
  tags,
  summary: 'A mail that ships in the look of a brand kit that need not be saved',
  middleware: needs('see', 'workspace'),
  request: {
    body: body(z.object({ brand: brandKit, locale: language, mail: word })),
  },
  responses: {
    200: answer(
      z.object({ subject: z.string(), html: z.string() }),
      'As a made-up customer gets it',
    ),
  },
})

/** Where a picture of the workspace is the logo, its address is the logo's. Throws AppError not-found. */
async function withLogo(scope: Scope, kit: BrandKit, origin: string): Promise<BrandKit> {
  if (!kit.logoImageId) return kit
  return { ...kit, logoUrl: imageUrl(origin, await getImage(scope, kit.logoImageId)) }
}

const checked = (kit: BrandKit, reader: Language) => ({
  ...kit,
  warnings: brandWarnings(kit.colours, reader),
})

export const brandRoutes = routes()
  .openapi(read, async (c) => {
    const { shop } = await getWorkspace(c.get('scope'))
    return c.json(checked(kitOfShop(shop), c.get('language')), 200)
  })
  .openapi(write, async (c) => {
    const kit = await withLogo(c.get('scope'), c.req.valid('json'), c.get('services').url)
    const { shop } = await updateWorkspace(c.get('scope'), { shop: shopOfKit(kit) })
    return c.json(checked(kitOfShop(shop), c.get('language')), 200)
  })
  .openapi(preview, async (c) => {
    const { brand, ...wanted } = c.req.valid('json')
    const { name } = await getWorkspace(c.get('scope'))
    return c.json(
      await previewBrand({ ...shopOfKit(brand), name: brand.companyName ?? name }, wanted),
      200,
    )
  })
