import type { MailServerTls } from '@relance/core/sender/mail-server-tls'
import { createTransport } from 'nodemailer'

const TIMEOUT_MS = 8_000

/** What Node says of a certificate that cannot be relied on. */
const CERTIFICATE = /certificate|altname|self.signed|issuer|unable to (verify|get)/i

const LOCAL = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

/** Whether nobody between us and a host could listen anyway. */
export const isThisMachine = (host: string): boolean => LOCAL.test(host)

/**
 * Connects to an SMTP server and asks for encryption as a mail would: whether it offers it (STARTTLS, or TLS from the
 * start), and whether its certificate is valid for its name. Hands over no password and no mail.
 * @param url `smtp://host:587` or `smtps://host:465`; a password in it is not used
 * @param authorities whose certificates are valid; left out: those that Node knows
 */
export async function checkTls(url: string, authorities?: string): Promise<MailServerTls> {
  const { hostname: host, port, protocol } = new URL(url)
  const secure = protocol === 'smtps:'
  const asked = createTransport({
    ...{ host: host.replace(/^\[|\]$/g, ''), secure, requireTLS: !secure },
    port: Number(port) || (secure ? 465 : 587),
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    dnsTimeout: TIMEOUT_MS,
    tls: { ca: authorities },
  })
  try {
    await asked.verify()
    return { host, state: 'ok', found: null }
  } catch (error) {
    return { host, ...judge(error) }
  } finally {
    asked.close()
  }
}

function judge(error: unknown): Pick<MailServerTls, 'state' | 'found'> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  // It asks for a password: so far everything was as it should be.
  if (code === 'EAUTH') return { state: 'ok', found: null }
  if (CERTIFICATE.test(message)) return { state: 'wrong', found: message }
  return code === 'ETLS' ? { state: 'missing', found: null } : { state: 'away', found: message }
}
