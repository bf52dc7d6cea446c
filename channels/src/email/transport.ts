import { AppError } from '@relance/core/error/app-error'
import { createTransport, type Transporter } from 'nodemailer'

/** A pool of connections to one SMTP server. */
export interface EmailTransport {
  url: string
  pool: Transporter
  /** Closes the connections; what is being delivered is given up. */
  close(): void
}

const transportsByUrl = new Map<string, EmailTransport>()

function makePool(url: string): Transporter {
  return createTransport({
    url,
    pool: true,
    maxConnections: 10,
    maxMessages: 500,
    // Whether to try again is the dispatcher's decision: the server may have taken the message.
    maxRequeues: 0,
    idleTimeout: 30_000,
    dnsTimeout: 10_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/**
 * The pool for an SMTP address (`smtp://user:pass@host:587`, `smtps://…`), made on first use and
 * shared after. Throws AppError `invalid` for what is no such address.
 */
export function emailTransport(url: string): EmailTransport {
  const known = transportsByUrl.get(url)
  if (known) return known
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new AppError('invalid', 'SMTP_URL must look like smtp://host:port.', {
      field: 'SMTP_URL',
    })
  }
  const pool = makePool(url)
  const transport: EmailTransport = {
    url,
    pool,
    close() {
      transportsByUrl.delete(url)
      pool.close({ force: true })
    },
  }
  transportsByUrl.set(url, transport)
  return transport
}

/** Closes every pool, for a process that ends. */
export function closeEmailTransports(): void {
  for (const transport of [...transportsByUrl.values()]) transport.close()
}
