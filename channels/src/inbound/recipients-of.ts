import { simpleParser } from 'mailparser'

/** Where servers note whom a mail was for; the last two are what its writer wrote. */
const NAMED_IN = /^(delivered-to|x-original-to|envelope-to|x-envelope-to|to|cc):/i
const ADDRESS = /[^\s<>(),;:"]+@[^\s<>(),;:"]+/g
/** More than any relay adds; who writes to hundreds writes to nobody here. */
const MOST = 20

/** Whom a mail in a mailbox was for, and who its envelope says it is from. */
export interface Envelope {
  /** Each once, in the order they are named; at most 20. */
  to: string[]
  /** Empty for reports, and where no server has noted it. */
  from: string
}

/** Reads the envelope of a mail that no SMTP dialogue brought, from what servers wrote into its head. */
export async function recipientsOf(raw: Buffer): Promise<Envelope> {
  const { headerLines } = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true })
  const lines = headerLines.map(({ line }) => line)
  const to = lines
    .filter((line) => NAMED_IN.test(line))
    .flatMap((line) => line.match(ADDRESS) ?? [])
  const path = lines.find((line) => /^return-path:/i.test(line)) ?? ''
  return { to: [...new Set(to)].slice(0, MOST), from: path.match(ADDRESS)?.[0] ?? '' }
}
