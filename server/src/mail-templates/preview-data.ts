import type { Language } from '@relance/core/words/language'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import type { MailData } from '@relance/templates/mail-data'
import { sampleData } from '@relance/templates/sample-data'

/** A contact's data, or a made-up customer's where the contact has none of its own, in the workspace's shop. */
export async function previewData(
  scope: Scope,
  contactId: string | undefined,
  language: Language,
): Promise<{ data: MailData; timeZone: string }> {
  const workspace = await getWorkspace(scope)
  const sample = sampleData(language)
  const own = contactId === undefined ? null : await ownData(scope, contactId, workspace.clock.now)
  const shop = { ...sample.shop, name: workspace.name, ...workspace.shop }
  return { data: { ...sample, ...own, shop }, timeZone: workspace.timeZone }
}

/** What is known of a contact; what is not keeps the made-up value, so that no block of the mail is missing. */
async function ownData(scope: Scope, contactId: string, now: Date): Promise<Partial<MailData>> {
  const data = await inTransaction(scope, (tx) => loadMailData(tx, contactId))
  const known = Object.entries(data).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return { ...Object.fromEntries(known), now }
}
