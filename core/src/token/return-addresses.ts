import { RETURN_TOKEN_LENGTH, type ReturnedTo, signReturnToken } from './return-token'

/** What comes back to an address: reports of servers, or answers of people. */
export type ReturnKind = 'bounce' | 'reply'

const ADDRESS = new RegExp(
  String.raw`\b(bounce|reply)\+([0-9a-v]{${RETURN_TOKEN_LENGTH}})@([\w.-]*\w)`,
  'gi',
)

/** The addresses of one message, on the domain whose mail comes to us. */
export function returnAddresses(domain: string, secret: Uint8Array, to: ReturnedTo) {
  const token = signReturnToken(secret, to)
  return { bounce: `bounce+${token}@${domain}`, reply: `reply+${token}@${domain}` }
}

export interface ReturnAddress {
  kind: ReturnKind
  token: string
}

/** The return addresses of this domain that a text names, each once, in its order; whose they are is yet to be checked. */
export function findReturnAddresses(domain: string, text: string): ReturnAddress[] {
  const found = new Map<string, ReturnAddress>()
  for (const [, kind = '', token = '', at = ''] of text.matchAll(ADDRESS)) {
    if (at.toLowerCase() !== domain.toLowerCase()) continue
    const address = { kind: kind.toLowerCase() as ReturnKind, token: token.toLowerCase() }
    found.set(`${address.kind}+${address.token}`, address)
  }
  return [...found.values()]
}
