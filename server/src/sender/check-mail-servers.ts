import { lookup } from 'node:dns/promises'
import type { MailServerTls } from '@relance/core/sender/mail-server-tls'
import type { Scope } from '@relance/db/connection/scope'
import { listMailProviders } from '@relance/db/sender/mail-providers'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import ipaddr from 'ipaddr.js'
import { checkTls, isThisMachine } from './check-tls'

/**
 * Asks each SMTP server that hands out the workspace's mails whether it encrypts. Providers with an API have no say:
 * they are asked by HTTPS only.
 * @param ownUrl of the installation's own server; null: none is set
 */
export async function checkMailServers(
  scope: Scope,
  ownUrl: string | null,
): Promise<MailServerTls[]> {
  const [providers, { allowPrivateWebhooks }] = await Promise.all([
    listMailProviders(scope),
    getWorkspace(scope),
  ])
  const own = () => (ownUrl === null ? [] : [checkOwn(ownUrl)])
  if (providers.length === 0) return Promise.all(own())
  const checks = providers.flatMap(({ settings }) => {
    if (settings.kind === 'own') return own()
    if (settings.kind !== 'smtp') return []
    const { host, port, secure } = settings
    return [checkNamed(`${secure ? 'smtps' : 'smtp'}://${host}:${port}`, allowPrivateWebhooks)]
  })
  return Promise.all(checks)
}

async function checkOwn(url: string): Promise<MailServerTls> {
  const host = new URL(url).hostname
  return isThisMachine(host) ? { host, state: 'local', found: null } : checkTls(url)
}

/** A server that a workspace has named: an owner must not be able to feel about in our network. */
async function checkNamed(url: string, allowPrivate: boolean): Promise<MailServerTls> {
  const { hostname: host } = new URL(url)
  const bare = host.replace(/^\[|\]$/g, '')
  const addresses = await lookup(bare, { all: true }).catch(() => [])
  if (addresses.length === 0) return { host, state: 'away', found: null }
  const isPublic = addresses.every(({ address }) => ipaddr.process(address).range() === 'unicast')
  return isPublic || allowPrivate ? checkTls(url) : { host, state: 'private', found: null }
}
