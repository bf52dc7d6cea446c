/** What tells the site's script who has clicked. */
export interface Visitor {
  /** The client's own id of the contact, where there is one. */
  externalId: string | null
  /** See visitor-token.ts. */
  token: string
}

/**
 * A clicked link as it leads on. `relance_v` is read by relance.js and holds for an hour; `ajs_uid` names the visitor
 * to the site's analytics.js, which then calls identify by itself. A link that is not of the web is left alone.
 */
export function withVisitor(target: string, { externalId, token }: Visitor): string {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return target
  const url = new URL(target)
  if (externalId !== null) url.searchParams.set('ajs_uid', externalId)
  url.searchParams.set('relance_v', token)
  return url.href
}
