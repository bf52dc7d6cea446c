/**
 * A clicked link as it leads on: `ajs_uid` names the visitor to the site's analytics.js, which then calls
 * identify by itself. Left alone where the contact has no id of the client's, or the link is not of the web.
 */
export function withVisitor(target: string, externalId: string | null): string {
  if (externalId === null || !/^https?:\/\//i.test(target) || !URL.canParse(target)) return target
  const url = new URL(target)
  url.searchParams.set('ajs_uid', externalId)
  return url.href
}
