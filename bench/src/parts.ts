import { chaosPart } from './chaos/chaos-part'
import { invariantsPart } from './invariants/invariants-part'
import { mailsPart } from './mails/mails-part'
import type { Part } from './part'
import { waitsPart } from './waits/waits-part'

/** Every part, in the order in which `npm run bench` runs them. */
export const parts: Part[] = [mailsPart, waitsPart, chaosPart, invariantsPart]
