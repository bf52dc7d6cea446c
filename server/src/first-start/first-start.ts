import type { Scope } from '@relance/db/connection/scope'
import { createOrganisation } from '@relance/db/workspace/create-organisation'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { onceInInstallation } from '@relance/db/workspace/once-in-installation'
import type { Auth } from '../auth/auth'
import type { Services } from '../http/context'
import { createShippedMails } from '../mail-templates/create-shipped-mails'
import { createDemo } from './create-demo'

export const OWNER_EMAIL = 'owner@relance.example'

/**
 * Makes what a new installation begins with, each once: the owner, their organisation, their own empty workspace,
 * and the demo. A start that was cut short is completed by the next one.
 * @returns the owner's workspace
 */
export async function firstStart({ sql, auth, log, url }: Services): Promise<Scope> {
  const once = (key: string, make: () => Promise<string>) => onceInInstallation(sql, key, make)
  const ownerId = await once('owner', () => createOwner(auth))
  const organisationId = await once('organisation', () => createOrganisation(sql, { name: 'Relance', ownerId }))
  const workspaceId = await once('workspace', async () => {
    const scope = await createWorkspace(sql, { organisationId, name: 'My shop' })
    await createShippedMails(scope)
    return scope.workspaceId
  })
  await once('demo', async () => {
    log.info('first start: making the demo workspace')
    const scope = await createDemo(sql, organisationId, url)
    log.info({ workspaceId: scope.workspaceId }, 'first start: the demo is ready')
    return scope.workspaceId
  })
  return { sql, workspaceId }
}

async function createOwner(auth: Auth): Promise<string> {
  const { internalAdapter } = await auth.$context
  const known = await internalAdapter.findUserByEmail(OWNER_EMAIL)
  if (known) return known.user.id
  const owner = { email: OWNER_EMAIL, name: 'Owner', emailVerified: true }
  return (await internalAdapter.createUser(owner, { method: 'first-start' })).id
}
