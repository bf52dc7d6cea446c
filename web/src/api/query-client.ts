import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error'

const retries = (count: number, error: Error) => {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500
  return !refused && count < 2
}

/** Server data of the whole app; refused requests are not tried again. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: retries, staleTime: 5_000, refetchOnWindowFocus: false } },
})
