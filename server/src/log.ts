import pino, { type Logger } from 'pino'

export type Log = Logger

/** Lines of JSON with ids, never addresses: what a person typed or is reached at stays out. */
export const createLog = (level: string = 'info'): Log =>
  pino({
    level,
    base: { service: 'server' },
    redact: ['*.email', '*.address', '*.phone', '*.authorization', '*.cookie'],
  })
