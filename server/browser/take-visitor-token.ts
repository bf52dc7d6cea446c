const PARAMETER = 'relance_v'

/** The token that a mail's link brought along; it leaves the address bar, so that nobody passes it on. */
export function takeVisitorToken({ location, history }: Window): string | null {
  const url = new URL(location.href)
  const token = url.searchParams.get(PARAMETER)
  if (!token) return null
  url.searchParams.delete(PARAMETER)
  history.replaceState(history.state, '', url.href)
  return token
}
