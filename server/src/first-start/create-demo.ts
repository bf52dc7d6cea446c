import type { Sql } from '@relance/db/connection/connect'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { listProducts } from '@relance/db/product/list-products'
import { upsertProducts } from '@relance/db/product/upsert-products'
import { seedDemo } from '@relance/db/sample/seed-demo'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { compileDraft, planOrThrow } from '../flows/compile-draft'
import { createFromTemplate } from '../flows/create-from-template'
import { createShippedMails } from '../mail-templates/create-shipped-mails'

/** The day after the last order of the sample data: its customers are as they were then. */
const DEMO_NOW = new Date('1998-07-01T00:00:00Z')
const SCENARIOS = ['cart-abandonment', 'declining-activity']

/** A gallery on a test clock, with real customers, a small catalogue and both scenarios live. */
export async function createDemo(sql: Sql, organisationId: string, url: string): Promise<Scope> {
  const scope = await createWorkspace(sql, { organisationId, name: 'Galerie Lumen', clock: { now: DEMO_NOW } })
  await updateWorkspace(scope, {
    shop: {
      name: 'Galerie Lumen',
      url: `${url}/sample`,
      phone: '0 800 123 456',
      reply_address: 'bonjour@galerie-lumen.example',
      help_url: `${url}/sample`,
      address: '12 rue des Arts, 69001 Lyon',
    },
    sender: { name: 'Galerie Lumen', address: 'bonjour@galerie-lumen.example' },
  })
  await createShippedMails(scope)
  await seedDemo(scope)
  await pointAtSampleShop(scope, url)
  for (const template of SCENARIOS) {
    const { draft } = await createFromTemplate(scope, { template })
    const plan = planOrThrow(await compileDraft(scope, draft, 'en'))
    await publishFlow(scope, { draft, plan, people: 'finish' })
  }
  return scope
}

/** The sample's pages and pictures are served here; a mail needs whole addresses. */
async function pointAtSampleShop(scope: Scope, url: string) {
  const whole = (path: string | null) => (path?.startsWith('/') ? url + path : path)
  const { items } = await listProducts(scope, { limit: 500 })
  const products = items.map((product) => ({
    ...product,
    url: whole(product.url),
    imageUrl: whole(product.imageUrl),
  }))
  await inTransaction(scope, (tx) => upsertProducts(tx, products))
}
