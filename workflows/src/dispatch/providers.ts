import { lookup } from 'node:dns'
import { inOrder } from '@relance/channels/email/deliver-in-order'
import { openProvider } from '@relance/channels/email/providers/open-provider'
import type { MailProvider } from '@relance/channels/email/providers/provider'
import type { LoadedProvider } from '@relance/db/sender/mail-providers'
import { publicLookup } from '../call/public-lookup'

/** The name of the installation's own server among providers. */
export const OWN = 'own'

/** What a message's providers are chosen from. */
export interface ProviderFacts {
  providers: readonly LoadedProvider[]
  /** The one that may have taken it: nobody else may get it; null: nobody may have. */
  boundTo: string | null
  /** Whether the workspace may reach private networks. */
  allowPrivate: boolean
}

const opened = new Map<string, MailProvider>()

/**
 * Who may be asked to hand out a message, in order. Connections are kept over messages; a provider whose settings have
 * changed is opened anew.
 * @returns none where the one that may have the message is no longer there
 */
export function providersFor(
  own: MailProvider,
  { providers, boundTo, allowPrivate }: ProviderFacts,
): MailProvider[] {
  const all =
    providers.length === 0
      ? [own]
      : providers.map((one) => (one.settings.kind === 'own' ? own : openOnce(one, allowPrivate)))
  if (boundTo === null) return inOrder(all)
  const bound = boundTo === OWN ? own : all.find(({ id }) => id === boundTo)
  return bound ? [bound] : []
}

function openOnce(one: LoadedProvider, allowPrivate: boolean): MailProvider {
  const key = `${one.id} ${one.version} ${allowPrivate}`
  const known = opened.get(key)
  if (known) return known
  const dialling = allowPrivate
    ? { name: 'anywhere', lookup }
    : { name: 'public', lookup: publicLookup }
  const provider = openProvider(one, dialling)
  opened.set(key, provider)
  return provider
}
