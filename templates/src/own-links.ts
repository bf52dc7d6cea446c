/** Where a person chooses what they receive: beside the page that unsubscribes, by the same signed link. */
export const preferencesUrl = (unsubscribeUrl: string) => beside(unsubscribeUrl, 'preferences')

/** Where a person confirms that they want emails, likewise. */
export const confirmUrl = (unsubscribeUrl: string) => beside(unsubscribeUrl, 'confirm')

function beside(unsubscribeUrl: string, page: string): string {
  if (!URL.canParse(unsubscribeUrl)) return unsubscribeUrl
  const url = new URL(unsubscribeUrl)
  url.pathname += `/${page}`
  return url.href
}
