import { invariantsPart } from './invariants/invariants-part'
import type { Part } from './part'

/** Every part, in the order in which `npm run bench` runs them. */
export const parts: Part[] = [invariantsPart]
