import { createHash } from 'node:crypto'

/** What the address of a channel is compared by: case and spaces aside; of a phone, its digits. */
export const normalAddress = (channel: string, address: string): string =>
  channel === 'email' ? address.trim().toLowerCase() : address.replaceAll(/[^+0-9]/g, '')

/**
 * An address as the suppression list keeps it: sha256 over the workspace's secret and the normal address,
 * as the database's own `address_hash` does.
 */
export const addressHash = (secret: Uint8Array, channel: string, address: string): Uint8Array =>
  createHash('sha256').update(secret).update(normalAddress(channel, address), 'utf8').digest()
