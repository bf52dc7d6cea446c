import { queryOptions } from '@tanstack/react-query'
import { mailTemplatesQuery } from './messages'
import { queryClient } from './query-client'
import { request } from './request'

interface Named {
  id: string
  name: string
}

/** A block that mails share, with where it is used. */
export interface SharedBlock {
  id: string
  key: string
  name: string
  languages: { en?: string; fr?: string }
  version: number
  updatedAt: string
  usedBy: Named[]
  /** They keep the mails they were published with. */
  liveFlows: Named[]
}

export const sharedBlocksQuery = () =>
  queryOptions({
    queryKey: ['mail-blocks'],
    queryFn: () => request<{ items: SharedBlock[] }>('GET', '/api/mail-blocks'),
  })

/** What a change of a block makes stale: the blocks, and every mail that may name one. */
export async function blocksChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: sharedBlocksQuery().queryKey })
  await queryClient.invalidateQueries({ queryKey: mailTemplatesQuery().queryKey })
  await queryClient.invalidateQueries({ queryKey: ['mail-template'] })
  await queryClient.invalidateQueries({ queryKey: ['mail-draft'] })
}

export const createSharedBlock = (name: string, languages: SharedBlock['languages']) =>
  request<SharedBlock>('POST', '/api/mail-blocks', { name, languages })
export const changeSharedBlock = (id: string, languages: SharedBlock['languages']) =>
  request<SharedBlock>('PUT', `/api/mail-blocks/${id}`, { languages })
export const deleteSharedBlock = (id: string) => request<void>('DELETE', `/api/mail-blocks/${id}`)
