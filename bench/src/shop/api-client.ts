import { AppError } from '@relance/core/error/app-error'

/** Asks the API as a script would; answers the JSON. Throws AppError internal with what the server said. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>

export const apiClient =
  (url: string, key: string): Ask =>
  async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    if (response.ok) return await response.json()
    const words = await response.text()
    throw new AppError('internal', `${method} ${path} answered ${response.status}: ${words}`)
  }
