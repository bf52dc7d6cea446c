import type { EmailAddress } from '../email-message'

/** `"Name" <address>` as an API takes it: quoted, so that a comma in a name makes no second recipient. */
export function formatMailbox({ name, address }: EmailAddress): string {
  const said = name?.replaceAll(/["\\\r\n]/g, ' ').trim()
  return said ? `"${said}" <${address}>` : address
}
