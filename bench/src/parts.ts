import { activityPart } from './activity/activity-part'
import { badInputPart } from './bad-input/bad-input-part'
import { canvasPart } from './canvas/canvas-part'
import { chaosPart } from './chaos/chaos-part'
import { gatePart } from './gate/gate-part'
import { importsPart } from './imports/imports-part'
import { ingestPart } from './ingest/ingest-part'
import { invariantsPart } from './invariants/invariants-part'
import { mailsPart } from './mails/mails-part'
import { memoryPart } from './memory/memory-part'
import { newsletterPart } from './newsletter/newsletter-part'
import { ordersPart } from './orders/orders-part'
import type { Part } from './part'
import { randomPart } from './random/random-part'
import { renderPart } from './render/render-part'
import { scoresPart } from './scores/scores-part'
import { segmentsPart } from './segments/segments-part'
import { sweepPart } from './sweep/sweep-part'
import { trackingPart } from './tracking/tracking-part'
import { waitingPart } from './waiting/waiting-part'
import { waitsPart } from './waits/waits-part'
import { wakesPart } from './wakes/wakes-part'

/** Every part, in the order in which `npm run bench` runs them. */
export const parts: Part[] = [
  mailsPart,
  newsletterPart,
  renderPart,
  waitsPart,
  wakesPart,
  ingestPart,
  trackingPart,
  importsPart,
  gatePart,
  sweepPart,
  activityPart,
  scoresPart,
  ordersPart,
  segmentsPart,
  waitingPart,
  canvasPart,
  memoryPart,
  chaosPart,
  badInputPart,
  randomPart,
  invariantsPart,
]
