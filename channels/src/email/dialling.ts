import { connect, type LookupFunction, type Socket } from 'node:net'

/** How a server that somebody else has named is connected to. */
export interface Dialling {
  /** Tells ways of dialling apart: connections are shared within one. */
  name: string
  /** Answers the address of a host that may be connected to, or an error; asked for plain addresses, too. */
  lookup: LookupFunction
}

const CONNECT_TIMEOUT_MS = 15_000

type GotSocket = (error: Error | null, answer?: { connection: Socket }) => void

/** Opens connections for nodemailer, to the address that `lookup` gives and no other. */
export const dialler =
  ({ lookup }: Dialling) =>
  ({ host = '', port }: { host?: string; port?: number | string }, done: GotSocket): void => {
    // As nodemailer says it of a connection that it has opened itself.
    const failed = (error: Error) =>
      done(Object.assign(error, { code: 'ESOCKET', command: 'CONN' }))
    lookup(host.replace(/^\[|\]$/g, ''), { all: false }, (error, address) => {
      if (error) return failed(error)
      const socket = connect({ host: String(address), port: Number(port) })
      const broken = (reason: Error) => {
        socket.destroy()
        failed(reason)
      }
      const late = () => broken(new Error(`No connection within ${CONNECT_TIMEOUT_MS / 1000} s.`))
      socket.setTimeout(CONNECT_TIMEOUT_MS, late)
      socket.once('error', broken)
      socket.once('connect', () => {
        socket.setTimeout(0, late)
        socket.off('timeout', late)
        socket.off('error', broken)
        done(null, { connection: socket })
      })
    })
  }
