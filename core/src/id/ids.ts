import { v7 } from 'uuid'
import { z } from 'zod'

/** A new UUIDv7: sorts by the time it was made, so keys stay close together in an index. */
export const newId = (): string => v7()

/** Names a node within its flow; never reused. */
export const nodeId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** A word of ours: type, exit, reason. Kebab-case. */
export const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
