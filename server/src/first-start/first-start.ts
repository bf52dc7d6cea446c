import type { Language, Words } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { seedDemo } from '@relance/db/sample/seed-demo'
import { createOrganisation } from '@relance/db/workspace/create-organisation'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { onceInInstallation } from '@relance/db/workspace/once-in-installation'
import type { Auth } from '../auth/auth'
import type { Services } from '../http/context'
import { createShippedMails } from '../mail-templates/create-shipped-mails'
import { createDemo, DEMO_SCENARIOS, fillDemo, publishDemo } from './create-demo'

export const OWNER_EMAIL = 'owner@relance.example'

/** What the owner's workspace is called until somebody names it. */
const unnamedShop: Words = { en: 'My shop', fr: 'Ma boutique' }

interface FirstStart {
  /** Fills the demo with its customers and catalogue. */
  seed?: (scope: Scope) => Promise<unknown>
  /** Of the owner's workspace; they may choose another. */
  language?: Language
}

/**
 * Makes what a new installation begins with, each once: the owner, their organisation, their own empty workspace,
 * and the demo. A start that was cut short is completed by the next one.
 * @returns the owner's workspace
 */
export async function firstStart(
  { sql, auth, log, url }: Services,
  { seed = seedDemo, language = 'en' }: FirstStart = {},
): Promise<Scope> {
  const once = (key: string, make: () => Promise<string>) => onceInInstallation(sql, key, make)
  const ownerId = await once('owner', () => createOwner(auth))
  const organisationId = await once('organisation', () =>
    createOrganisation(sql, { name: 'Relance', ownerId }),
  )
  const workspaceId = await once('workspace', async () => {
    const unnamed = { name: unnamedShop[language], locale: language, isNamed: false }
    return (await createWorkspace(sql, { organisationId, ...unnamed })).workspaceId
  })
  await once('workspace-mails', async () => {
    await createShippedMails({ sql, workspaceId })
    return workspaceId
  })
  const demoId = await once('demo', async () => (await createDemo(sql, organisationId)).workspaceId)
  const demo = { sql, workspaceId: demoId }
  await once('demo-data', async () => {
    log.info('first start: reading the sample customers and their orders')
    await fillDemo(demo, url, seed)
    return demoId
  })
  for (const template of DEMO_SCENARIOS)
    await once(`demo-${template}`, () => publishDemo(demo, template))
  return { sql, workspaceId }
}

async function createOwner(auth: Auth): Promise<string> {
  const { internalAdapter } = await auth.$context
  const known = await internalAdapter.findUserByEmail(OWNER_EMAIL)
  if (known) return known.user.id
  const owner = { email: OWNER_EMAIL, name: 'Owner', emailVerified: true }
  return (await internalAdapter.createUser(owner, { method: 'first-start' })).id
}
