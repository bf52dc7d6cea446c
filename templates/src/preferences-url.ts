/** Where a person chooses what they receive: beside the page that unsubscribes, by the same signed link. */
export function preferencesUrl(unsubscribeUrl: string): string {
  if (!URL.canParse(unsubscribeUrl)) return unsubscribeUrl
  const url = new URL(unsubscribeUrl)
  url.pathname += '/preferences'
  return url.href
}
