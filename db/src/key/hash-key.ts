import { createHash } from 'node:crypto'

/** What is stored of a key: keys are long and random, so a plain hash is enough. */
export const hashKey = (key: string): Uint8Array => createHash('sha256').update(key).digest()
