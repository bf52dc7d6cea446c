/** The host of an address, to say where a call goes; the address itself while it is not one. */
export const hostOf = (url: string): string => /^https?:\/\/([^/?#\s]+)/.exec(url)?.[1] ?? url
