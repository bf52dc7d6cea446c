import { z } from 'zod'
import { AppError } from '../error/app-error'
import { edgeKey, graphEdge, graphNode } from '../graph/graph'
import { flowSettings } from '../graph/settings'
import type { DraftMaps, DraftPart } from './draft-maps'
import { draftParts } from './draft-maps'
import type { Drawn } from './drawn'
import { TouchedKeys } from './touched-keys'

/** Characters of a draft as JSON: ten thousand steps with their rules stay below it. */
export const MAX_DRAFT_CHARACTERS = 4 * 1024 * 1024

const place = z.strictObject({ x: z.number(), y: z.number() })
const shapes = {
  nodes: graphNode.strict(),
  edges: graphEdge.strict(),
  positions: place,
  settings: z.unknown(),
} satisfies Record<DraftPart, z.ZodType>

/** What names a value within its part must be what the value says of itself. */
const ownKey: { [part in DraftPart]?: (value: never) => string } = {
  nodes: ({ id }: { id: string }) => id,
  edges: (edge: { from: string; exit: string }) => edgeKey(edge),
}

interface Known {
  value: unknown
  characters: number
}

/** Reads a shared document as a draft and checks it; of one read before, only what was touched since. */
export class DraftReader {
  private readonly touched: TouchedKeys
  private readonly known: Record<DraftPart, Map<string, Known>> = {
    nodes: new Map(),
    edges: new Map(),
    positions: new Map(),
    settings: new Map(),
  }
  private characters = 0

  constructor(private readonly maps: DraftMaps) {
    this.touched = new TouchedKeys(maps)
  }

  /** Lists are sorted by their keys. Throws AppError invalid with the field, or too-large. */
  read(): Drawn {
    const touched = this.touched.take()
    for (const part of draftParts) for (const key of touched[part]) this.renew(part, key)
    if (this.characters > MAX_DRAFT_CHARACTERS)
      throw new AppError('too-large', 'This scenario has become too large.')
    const settings = z
      .strictObject(flowSettings.shape)
      .safeParse(Object.fromEntries(this.valuesOf('settings')))
    if (!settings.success) throw strange('settings', settings.error)
    return {
      graph: {
        nodes: this.valuesOf('nodes').map(([, value]) => value) as Drawn['graph']['nodes'],
        edges: this.valuesOf('edges').map(([, value]) => value) as Drawn['graph']['edges'],
      },
      positions: Object.fromEntries(this.valuesOf('positions')) as Drawn['positions'],
      settings: settings.data,
    }
  }

  private renew(part: DraftPart, key: string) {
    const known = this.known[part]
    this.characters -= known.get(key)?.characters ?? 0
    known.delete(key)
    const shared: unknown = this.maps[part].get(key)
    if (shared === undefined) return
    const text = textOf(shared, `${part}.${key}`)
    const read = shapes[part].safeParse(JSON.parse(text))
    if (!read.success) throw strange(`${part}.${key}`, read.error)
    const named = ownKey[part]?.(read.data as never) ?? key
    if (named !== key) throw new AppError('invalid', NO_DRAFT, { field: `${part}.${key}` })
    known.set(key, { value: read.data, characters: text.length })
    this.characters += text.length
  }

  private valuesOf(part: DraftPart): [string, unknown][] {
    return [...this.known[part]]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { value }]) => [key, value])
  }
}

const NO_DRAFT = 'This is no draft of a scenario.'

const strange = (where: string, error: z.ZodError) =>
  new AppError('invalid', NO_DRAFT, {
    field: [where, ...(error.issues[0]?.path.map(String) ?? [])].join('.'),
  })

/** A shared value as JSON. What JSON cannot say (a big number, a depth without end) is no part of a draft. */
function textOf(shared: unknown, field: string): string {
  try {
    const text = JSON.stringify(shared)
    if (text !== undefined) return text
  } catch (error) {
    throw new AppError('invalid', NO_DRAFT, { field }, { cause: error })
  }
  throw new AppError('invalid', NO_DRAFT, { field })
}
