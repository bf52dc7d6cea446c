import type { ScoreSettingsChange } from '@relance/core/score/score-settings'
import { queryOptions } from '@tanstack/react-query'
import type {
  ContactField,
  EventName,
  Import,
  ImportPreview,
  StoredEventRow,
} from './content-types'
import { requestKept, whileAway } from './kept-answers'
import { query, request } from './request'
import type {
  Advanced,
  ApiKey,
  Clock,
  MadeKey,
  Me,
  Member,
  Page,
  SendEvent,
  SystemStatus,
  Workspace,
} from './types'

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: () => requestKept<Me>('/api/me'), ...whileAway })
export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: () => request<SystemStatus>('GET', '/api/status'),
    staleTime: 60_000,
  })
export const workspaceQuery = (id: string) =>
  queryOptions({
    queryKey: ['workspace', id],
    queryFn: () => requestKept<Workspace>(`/api/workspaces/${id}`),
    ...whileAway,
  })
export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'],
    queryFn: () => request<Page<Member>>('GET', '/api/members'),
  })
export const testClockQuery = () =>
  queryOptions({
    queryKey: ['test-clock'],
    queryFn: () => request<{ now: string }>('GET', '/api/test-clock'),
  })
export const eventNamesQuery = () =>
  queryOptions({
    queryKey: ['event-names'],
    queryFn: () => request<Page<EventName>>('GET', '/api/event-names?limit=200'),
    staleTime: 30_000,
  })
export const contactFieldsQuery = (language: string) =>
  queryOptions({
    queryKey: ['contact-fields', language],
    queryFn: () => request<Page<ContactField>>('GET', '/api/contact-fields?limit=200'),
    staleTime: 30_000,
  })
export const fieldValuesQuery = (field: string) =>
  queryOptions({
    queryKey: ['field-values', field],
    queryFn: () =>
      request<{ items: string[] }>(
        'GET',
        `/api/contact-field-values?field=${encodeURIComponent(field)}`,
      ),
    staleTime: 60_000,
  })
export const eventsQuery = (contactId?: string) =>
  queryOptions({
    queryKey: ['events', contactId ?? null],
    queryFn: () =>
      request<Page<StoredEventRow>>('GET', `/api/events${query({ contactId, limit: 50 })}`),
    refetchInterval: 3_000,
  })
export const keysQuery = () =>
  queryOptions({ queryKey: ['keys'], queryFn: () => request<Page<ApiKey>>('GET', '/api/keys') })
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: () => request<Page<Import>>('GET', '/api/imports'),
  })
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => request<Import>('GET', `/api/imports/${id}`),
  })

export const signOut = () => request<void>('POST', '/api/sign-out', {})
export const createWorkspace = (body: {
  name: string
  clock?: Pick<Clock, 'now'>
  timeZone?: string
  locale?: string
}) => request<{ id: string; name: string }>('POST', '/api/workspaces', body)
export const saveWorkspace = (
  id: string,
  body: Partial<
    Pick<
      Workspace,
      | 'name'
      | 'locale'
      | 'timeZone'
      | 'allowPrivateWebhooks'
      | 'behaviour'
      | 'recommendations'
      | 'pressure'
      | 'sender'
      | 'preferences'
      | 'sending'
      | 'reports'
    >
  > & { scores?: ScoreSettingsChange },
) => request<Workspace>('PATCH', `/api/workspaces/${id}`, body)
export const advanceClock = (to: string) =>
  request<Advanced>('POST', '/api/test-clock/advance', { to })
export const addMember = (email: string, role: Member['role']) =>
  request<Member>('POST', '/api/members', { email, role })
export const removeMember = (userId: string) => request<void>('DELETE', `/api/members/${userId}`)
export const setPassword = (password: string, current?: string) =>
  request<void>('POST', '/api/me/password', { password, current })
export const sendEvent = (event: SendEvent) => request<unknown>('POST', '/api/events', event)
export const createKey = (kind: ApiKey['kind'], name: string) =>
  request<MadeKey>('POST', '/api/keys', { kind, name })
export const deleteKey = (id: string) => request<void>('DELETE', `/api/keys/${id}`)
/** What an import would make of a file's beginning; writes nothing. */
export const previewImport = (form: FormData) =>
  request<ImportPreview>('POST', '/api/imports/preview', form)
export const startImport = (form: FormData) => request<{ id: string }>('POST', '/api/imports', form)
/** What `startImport` takes for the orders that ship with the product, to try with. */
export const sampleForm = (): FormData => {
  const form = new FormData()
  form.set('kind', 'cdnow')
  return form
}
