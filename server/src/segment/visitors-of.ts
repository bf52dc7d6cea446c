import type { Scope } from '@relance/db/connection/scope'
import { contactOfToken } from '../track/visitor-token'

/** A batch of relance.js has one, from the page that a mail led to. */
const MOST = 5

const tokenOf = (item: unknown): string | null =>
  typeof item === 'object' &&
  item !== null &&
  'visitorToken' in item &&
  typeof item.visitorToken === 'string'
    ? item.visitorToken
    : null

/** Whom the messages of a batch are from, by the signed link of a mail that they bring along. */
export async function visitorsOf(
  scope: Scope,
  batch: unknown[],
): Promise<(item: unknown) => string | null> {
  const tokens = new Set(batch.map(tokenOf).filter((token) => token !== null))
  const contacts = new Map<string, string | null>()
  for (const token of [...tokens].slice(0, MOST))
    contacts.set(token, await contactOfToken(scope, token))
  return (item) => contacts.get(tokenOf(item) ?? '') ?? null
}
