import type { ErrorCode } from '@relance/core/error/app-error'
import { formatWords } from '../words/format-message'
import { readLanguage } from '../words/language-store'
import { ApiError } from './api-error'
import { readWorkspaceId } from './workspace-store'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text()
  let body: Record<string, unknown> = {}
  if (response.headers.get('content-type')?.includes('json')) body = JSON.parse(text)
  const detail =
    typeof body.detail === 'string' ? body.detail : formatWords(readLanguage(), 'error.unknown')
  const field = typeof body.field === 'string' ? body.field : null
  const code = typeof body.code === 'string' ? (body.code as ErrorCode) : 'internal'
  return new ApiError(response.status, code, detail, field, body)
}

/**
 * Sends a request as the signed-in person, in the workspace chosen. `signal` gives up on the answer.
 * Throws ApiError with the server's words.
 */
async function send(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': readLanguage() }
  const workspaceId = readWorkspaceId()
  if (workspaceId) headers['Relance-Workspace'] = workspaceId
  const isForm = body instanceof FormData
  const isFile = body instanceof Blob
  if (isFile) headers['Content-Type'] = body.type
  else if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  const payload = isForm || isFile ? body : body === undefined ? undefined : JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      body: payload,
      credentials: 'same-origin',
      signal,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, 'offline', formatWords(readLanguage(), 'error.offline'), null, {
      cause: String(error),
    })
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

/**
 * Calls the API as the signed-in person, in the workspace chosen. `signal` gives up on the answer.
 * Throws ApiError with the server's words; `offline` when nothing answered.
 */
export async function request<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await send(method, path, body, signal)
  if (response.status === 204) return undefined as Answer
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}

/** Fetches a file of the API and hands it to the browser to keep. */
export async function download(path: string, fileName: string): Promise<void> {
  const blob = await (await send('GET', path)).blob()
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

/** A query string from the values that are there. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
