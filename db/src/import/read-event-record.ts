import { createHash } from 'node:crypto'
import { AppError } from '@relance/core/error/app-error'
import { readProfileField } from '../contact/read-traits'
import { type IncomingEvent, readIncomingEvent } from '../event/incoming-event'
import { CellError, type Cells, pastCell, requiredCell } from './cell'
import type { Reading } from './reading'

/** An event of a file: the event as the API would have taken it, and whose it is. */
export interface EventOfFile {
  event: IncomingEvent
  externalId: string | null
  email: string | null
  at: Date
}

const PREFIX = 'properties.'
const PAGES = new Set(['page', 'Page Viewed', 'Viewed Page'])

/** One line of a file of events. Throws CellError for a value that cannot be taken. */
export function readEventRecord(cells: Cells, reading: Reading): EventOfFile {
  const name = requiredCell(cells, 'event')
  const at = pastCell(cells, 'at', reading)
  const email = readProfileField('email', cells.get('email') ?? null)
  if (email === undefined) throw new CellError('invalid-email', 'email', cells.get('email') ?? '')
  const externalId = cells.get('externalId') ?? null
  const person = externalId ?? email
  if (!person) throw new CellError('missing-person', null, '')
  const properties = propertiesOf(cells)
  const said = cells.get('messageId')
  // The same line of the same file is the same event, also when the file is read again.
  const sum = createHash('sha256').update(JSON.stringify([person, name, at, properties]))
  const messageId = `import:${said ?? sum.digest('base64url')}`.slice(0, 255)
  const sent = PAGES.has(name)
    ? { type: 'page', properties }
    : { type: 'track', event: name, properties }
  try {
    const event = readIncomingEvent({ ...sent, messageId, userId: person })
    return { event, externalId, email: email ?? null, at }
  } catch (error) {
    throw asCellError(error, cells)
  }
}

function asCellError(error: unknown, cells: Cells): unknown {
  if (!(error instanceof AppError)) return error
  if (error.code === 'too-large') return new CellError('too-large', null, '')
  const field = error.details.field === 'event' ? 'event' : 'externalId'
  return new CellError('invalid-value', field, cells.get(field) ?? '')
}

function propertiesOf(cells: Cells): Record<string, unknown> {
  const apart = [...cells]
    .filter(([field]) => field.startsWith(PREFIX))
    .map(([field, value]) => [field.slice(PREFIX.length), plainValue(value)])
  return { ...bagIn(cells), ...Object.fromEntries(apart) }
}

function bagIn(cells: Cells): Record<string, unknown> {
  const text = cells.get('properties')
  if (text === undefined) return {}
  try {
    const bag: unknown = JSON.parse(text)
    if (typeof bag === 'object' && bag !== null && !Array.isArray(bag)) return { ...bag }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new CellError('invalid-json', 'properties', text)
}

/** Figures as figures, so that rules may compare them; a leading zero is part of a name. */
function plainValue(text: string): unknown {
  if (/^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  return text
}
