import { loggableError, withoutAddresses } from '@relance/core/error/loggable'
import pino, { type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/**
 * Lines of JSON with ids, never addresses: errors are told without what they quote, and no line leaves with anything
 * that looks like a mailbox.
 */
export const createLog = (level: string = 'info', to?: DestinationStream): Log =>
  pino(
    {
      level,
      base: { service: 'server' },
      redact: ['*.email', '*.address', '*.phone', '*.authorization', '*.cookie'],
      serializers: { err: loggableError },
      hooks: { streamWrite: withoutAddresses },
    },
    to,
  )
