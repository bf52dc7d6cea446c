/** What the domain that mails come from should say of itself, so that inboxes believe them. */
export const recordKinds = ['spf', 'dkim', 'dmarc', 'return-path'] as const
export type RecordKind = (typeof recordKinds)[number]

/** A record as it should be, and as it was found. */
export interface DomainRecord {
  kind: RecordKind
  /** `wrong`: there is one, but it says something else. */
  state: 'ok' | 'missing' | 'wrong'
  /** Under which name it stands. */
  host: string
  type: 'TXT' | 'MX'
  /** What to write; of several that would do, the plainest. */
  expected: string
  found: string[]
}

/** The name under which our key stands: `relance._domainkey.<domain>`. */
export const DKIM_SELECTOR = 'relance'

const spaceless = (text: string) => text.replaceAll(/\s+/g, '')

/** Who may send for the domain (RFC 7208): exactly one record, and not everybody. @param mailServer that we hand mails to */
export function judgeSpf(domain: string, texts: string[], mailServer: string): DomainRecord {
  const found = texts.filter((text) => /^v=spf1(\s|$)/i.test(text))
  const isGood = found.length === 1 && !/\s\+?all\b/i.test(found[0] ?? '')
  return {
    ...{ kind: 'spf', host: domain, type: 'TXT', expected: `v=spf1 a:${mailServer} ~all`, found },
    state: found.length === 0 ? 'missing' : isGood ? 'ok' : 'wrong',
  }
}

/** The key that mails are signed with (RFC 6376), as base64 of its DER. */
export function judgeDkim(domain: string, texts: string[], publicKey: string): DomainRecord {
  const found = texts.filter((text) => /\bp=/i.test(text))
  const isOurs = found.some((text) => /\bp=([^;]*)/i.exec(spaceless(text))?.[1] === publicKey)
  return {
    ...{ kind: 'dkim', host: `${DKIM_SELECTOR}._domainkey.${domain}`, type: 'TXT' },
    expected: `v=DKIM1; k=rsa; p=${publicKey}`,
    found,
    state: isOurs ? 'ok' : found.length === 0 ? 'missing' : 'wrong',
  }
}

/** What inboxes shall do with what is not from us (RFC 7489), and whom they tell. */
export function judgeDmarc(domain: string, texts: string[]): DomainRecord {
  const found = texts.filter((text) => /^v=DMARC1\b/i.test(text.trim()))
  const isGood = found.length === 1 && /\bp=(none|quarantine|reject)\b/i.test(found[0] ?? '')
  return {
    ...{ kind: 'dmarc', host: `_dmarc.${domain}`, type: 'TXT', found },
    expected: `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`,
    state: found.length === 0 ? 'missing' : isGood ? 'ok' : 'wrong',
  }
}

/** Where mail to our return addresses goes: to the machine that takes it in. */
export function judgeReturnPath(domain: string, servers: string[], own: string): DomainRecord {
  return {
    ...{ kind: 'return-path', host: domain, type: 'MX', expected: `10 ${own}`, found: servers },
    state: servers.length === 0 ? 'missing' : 'ok',
  }
}
