import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import {
  type MailProviderSettings,
  mailProvider,
  needsSecret,
} from '@relance/core/sender/mail-provider'
import { askedOnce } from '../connection/batched'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'

/** One of those who hand out a workspace's mails, as people see it: never with its secret. */
export interface ListedProvider {
  id: string
  settings: MailProviderSettings
  hasSecret: boolean
}

/** The same with its secret, for whoever sends. `version` differs whenever something of it does. */
export interface LoadedProvider {
  id: string
  settings: MailProviderSettings
  secret: string
  version: string
}

/** Those of a workspace, in the order they are asked; none: the installation's own server. */
export const listMailProviders = (scope: Scope | Tx): Promise<ListedProvider[]> =>
  inTransaction(scope, async (tx) =>
    (await loadMailProviders(tx)).map(({ id, settings, secret }) => ({
      ...{ id, settings, hasSecret: secret !== '' },
    })),
  )

/** Those of a workspace with their secrets. */
export const loadMailProviders = askedOnce(async (tx): Promise<LoadedProvider[]> => {
  const rows = await tx.sql<LoadedProvider[]>`
    select id, settings, secret, changed_at::text as version from mail_providers
    where workspace_id = ${tx.workspaceId} order by place`
  return rows.map((row) => ({ ...row, settings: mailProvider.parse(row.settings) }))
})

/** One as it is wished for; without a secret it keeps the one it has. */
export interface WantedProvider {
  id?: string
  settings: MailProviderSettings
  secret?: string
}

/**
 * Sets who hands out the workspace's mails, in this order; who is not named any more is forgotten with their secret. A
 * secret stays with the kind and account it was given for.
 * @throws AppError invalid where one lacks a secret, or the installation's own server is named twice
 */
export const setMailProviders = (
  scope: Scope,
  wanted: readonly WantedProvider[],
): Promise<ListedProvider[]> =>
  inTransaction(scope, async (tx) => {
    // One after another: two who save at once must not leave half of each.
    await tx.sql`select id from workspaces where id = ${tx.workspaceId} for no key update`
    const before = new Map((await loadMailProviders(tx)).map((one) => [one.id, one]))
    if (wanted.filter(({ settings }) => settings.kind === 'own').length > 1)
      throw new AppError('invalid', 'This installation’s server can be named once only.', {
        field: 'items',
      })
    const rows = wanted.map(({ id, settings, secret }, place) => {
      const known = id === undefined ? undefined : before.get(id)
      const kept = known && accountOf(known.settings) === accountOf(settings) ? known.secret : ''
      const own = settings.kind === 'own' ? '' : secret || kept
      if (needsSecret(settings) && own === '')
        throw new AppError('invalid', 'A key is needed for this provider.', {
          field: `items.${place}.secret`,
        })
      return { id: known?.id ?? newId(), place, settings, secret: own }
    })
    await tx.sql`delete from mail_providers where workspace_id = ${tx.workspaceId}`
    await tx.sql`
      insert into mail_providers (workspace_id, id, place, settings, secret)
      select ${tx.workspaceId}, id, place, settings, secret
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, place integer, settings jsonb, secret text)`
    return listMailProviders({ ...tx })
  })

/** Where a secret may go: never to another host or account than it was given for. */
function accountOf(settings: MailProviderSettings): string {
  switch (settings.kind) {
    case 'smtp':
      return `smtp ${settings.host}:${settings.port} ${settings.user}`
    case 'ses':
      return `ses ${settings.accessKeyId}`
    default:
      return settings.kind
  }
}
