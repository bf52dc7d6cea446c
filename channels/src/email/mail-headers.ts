import { remembered } from '@relance/core/memory/remembered'
import MimeNode from 'nodemailer/lib/mime-node'
import type { EmailAddress } from './email-message'

const mailbox = ({ name, address }: EmailAddress) => ({ name: name ?? '', address })

/** Needs neither quotes nor encoding (RFC 5322, 3.2.3), and may stand as it is. */
const plainAddress = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9.-]+$/

/** Whether an address may stand as it is wherever one is named. */
export const isPlainAddress = (address: string): boolean => plainAddress.test(address)

const MOST_ON_A_LINE = 60
/** Printable, one line, and nothing that reads like an encoded word (RFC 2047). */
const plainText = /^(?!.*=\?)[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/

/** A header as nodemailer writes it: names quoted, words encoded, lines folded, line breaks taken out. */
function written(key: string, value: string | { name: string; address: string }): string {
  const node = new MimeNode('text/plain')
  node.setHeader(key, value)
  // Headers of its own come after it.
  const found = new RegExp(`^${key}:.*\r\n(?:[ \t].*\r\n)*`, 'm').exec(node.buildHeaders())
  return found?.[0] ?? ''
}

/** Of the last values that had to be written with care: of most mails sender and subject are the same. */
const lines = remembered<string>(200)

const writtenOnce = (key: string, value: string | { name: string; address: string }): string =>
  lines(JSON.stringify([key, value]), () => written(key, value))

/** A header that names somebody, with its line break; RFC 5322, addresses in other scripts as RFC 6532 or punycode. */
export function addressHeader(key: 'From' | 'To' | 'Reply-To', who: EmailAddress): string {
  const { address } = who
  if (who.name || !isPlainAddress(address)) return writtenOnce(key, mailbox(who))
  const isShort = key.length + address.length <= MOST_ON_A_LINE
  return `${key}:${isShort ? ' ' : '\r\n '}${address}\r\n`
}

/** A message's own id, with its line break. */
export const idHeader = (messageId: string): string =>
  `Message-ID: ${messageId.replace(/\s/g, '')}\r\n`

/** The subject, with its line break: as it is where it may be, else in encoded words. */
export const subjectHeader = (subject: string): string =>
  subject.length <= MOST_ON_A_LINE && plainText.test(subject)
    ? `Subject: ${subject}\r\n`
    : writtenOnce('Subject', subject)
