import { loggableError, withoutAddresses } from '@relance/core/error/loggable'
import pino, { type DestinationStream, type Logger } from 'pino'

/**
 * Lines of JSON with ids, never addresses: errors are told without what they quote, and no line leaves with anything
 * that looks like a mailbox.
 * @param name which program writes them
 */
export const createLog = (name: string, level: string, to?: DestinationStream): Logger =>
  pino(
    {
      name,
      level,
      serializers: { err: loggableError },
      hooks: { streamWrite: withoutAddresses },
    },
    to,
  )
