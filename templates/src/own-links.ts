/** Links of a mail to pages of ours, as Liquid names them. They are the reader's own and are never counted as clicks. */
export interface OwnLinks {
  unsubscribe_url: string
  /** Where a person chooses what they receive. */
  preferences_url: string
  /** Where a person confirms that they want emails. */
  confirm_url: string
}

/** Beside the page that unsubscribes stand those to choose and to confirm, by the same signed link. */
export function ownLinks(unsubscribeUrl: string): OwnLinks {
  const beside = (page: string) => {
    if (!URL.canParse(unsubscribeUrl)) return unsubscribeUrl
    if (!/[?#]/.test(unsubscribeUrl)) return `${unsubscribeUrl}/${page}`
    const url = new URL(unsubscribeUrl)
    url.pathname += `/${page}`
    return url.href
  }
  return {
    unsubscribe_url: unsubscribeUrl,
    preferences_url: beside('preferences'),
    confirm_url: beside('confirm'),
  }
}
