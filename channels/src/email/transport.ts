import { AppError } from '@relance/core/error/app-error'
import { createTransport, type Transporter } from 'nodemailer'
import { type Dialling, dialler } from './dialling'
import { watchProgress } from './watch-progress'

/** A pool of connections to one SMTP server. */
export interface EmailTransport {
  url: string
  pool: Transporter
  /** Closes the connections; what is being delivered is given up. */
  close(): void
}

/** By its URL, and how it is dialled where that is said. */
const transportsByUrl = new Map<string, EmailTransport>()

function makePool(url: string, dialling: Dialling | undefined): Transporter {
  const pool = createTransport({
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
    ...(dialling ? { getSocket: dialler(dialling) } : {}),
  })
  pool.use('stream', watchProgress)
  return pool
}

/**
 * The pool for an SMTP address (`smtp://user:pass@host:587`, `smtps://…`), made on first use and
 * shared after. Throws AppError `invalid` for what is no such address.
 * @param dialling how it is connected to, where that may not be anywhere
 */
export function emailTransport(url: string, dialling?: Dialling): EmailTransport {
  const key = dialling ? `${dialling.name} ${url}` : url
  const known = transportsByUrl.get(key)
  if (known) return known
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new AppError('invalid', 'SMTP_URL must look like smtp://host:port.', {
      field: 'SMTP_URL',
    })
  }
  const pool = makePool(url, dialling)
  const transport: EmailTransport = {
    url,
    pool,
    close() {
      transportsByUrl.delete(key)
      pool.close({ force: true })
    },
  }
  transportsByUrl.set(key, transport)
  return transport
}

/** Closes every pool, for a process that ends. */
export function closeEmailTransports(): void {
  for (const transport of [...transportsByUrl.values()]) transport.close()
}

/** The address of an SMTP server, from its parts. */
export function smtpUrl(server: {
  host: string
  port: number
  secure: boolean
  user: string
  password: string
}): string {
  const { host, port, secure, user, password } = server
  const login = user ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : ''
  return `${secure ? 'smtps' : 'smtp'}://${login}${host}:${port}`
}
