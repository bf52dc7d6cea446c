import type { Sql } from '@relance/db/connection/connect'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { listProducts } from '@relance/db/product/list-products'
import { upsertProducts } from '@relance/db/product/upsert-products'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'
import { createFromTemplate } from '../flows/create-from-template'
import { createShippedMails } from '../mail-templates/create-shipped-mails'

/** The day after the last order of the sample data: its customers are as they were then. */
const DEMO_NOW = new Date('1998-07-01T00:00:00Z')
export const DEMO_SCENARIOS = ['cart-abandonment', 'declining-activity']

/** A gallery on a test clock, still empty. */
export const createDemo = (sql: Sql, organisationId: string): Promise<Scope> =>
  createWorkspace(sql, { organisationId, name: 'Galerie Lumen', clock: { now: DEMO_NOW } })

/** Real customers with their orders, a small catalogue, and mails. Doing it twice changes nothing. */
export async function fillDemo(
  scope: Scope,
  url: string,
  seed: (scope: Scope) => Promise<unknown>,
): Promise<void> {
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
  await seed(scope)
  await pointAtSampleShop(scope, url)
}

/** Makes a scenario from its template and publishes it; its id. */
export async function publishDemo(scope: Scope, template: string): Promise<string> {
  const { draft } = await createFromTemplate(scope, { template })
  const plan = planOrThrow(await compileDraft(scope, draft, 'en'))
  await publishFlow(scope, { draft, plan, people: 'finish' })
  return draft.flowId
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
