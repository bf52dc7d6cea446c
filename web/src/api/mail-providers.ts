import type { MailProviderSettings } from '@relance/core/sender/mail-provider'
import { queryOptions } from '@tanstack/react-query'
import { queryClient } from './query-client'
import { request } from './request'

/** One of those who hand out the mails; its secret is never told. */
export interface ListedProvider {
  id: string
  settings: MailProviderSettings
  hasSecret: boolean
}

interface Listed {
  items: ListedProvider[]
}

export const mailProvidersQuery = () =>
  queryOptions({
    queryKey: ['mail-providers'],
    queryFn: () => request<Listed>('GET', '/api/sender/providers'),
  })

/** Sets them in this order; without a secret one keeps what it has. */
export async function saveMailProviders(
  items: { id?: string; settings: MailProviderSettings; secret?: string }[],
): Promise<Listed> {
  const now = await request<Listed>('PUT', '/api/sender/providers', { items })
  queryClient.setQueryData(mailProvidersQuery().queryKey, now)
  return now
}
