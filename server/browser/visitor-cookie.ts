const NAME = 'relance_id'
/** 13 months: the longest that CNIL lets a visitor's choice be remembered. Not prolonged by later visits. */
const MAX_AGE_S = 395 * 86_400

/** The site's own cookie that tells a browser again: a random id, nothing else. */
export interface VisitorCookie {
  /** Null where none is kept. */
  read(): string | null
  /** The id kept, or a new one from now on. */
  keep(): string
  forget(): void
}

/** @param domain lets the hosts under it share the cookie; the page's own host alone when not given */
export function visitorCookie(
  page: Pick<Document, 'cookie'>,
  { domain, isSecure, newId }: { domain?: string; isSecure: boolean; newId: () => string },
): VisitorCookie {
  const where = `; Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}${domain ? `; Domain=${domain}` : ''}`
  const write = (id: string, maxAge: number) => {
    page.cookie = `${NAME}=${id}; Max-Age=${maxAge}${where}`
  }
  const read = () => page.cookie.match(new RegExp(`(?:^|; *)${NAME}=([\\w-]+)`))?.[1] ?? null
  return {
    read,
    keep: () => {
      const kept = read()
      if (kept) return kept
      const id = newId()
      write(id, MAX_AGE_S)
      return id
    },
    forget: () => write('', 0),
  }
}
