import type { NodeDefinition } from '@relance/core/node/definition'
import { callWebhook } from './call-webhook/definition'
import { condition } from './condition/definition'
import { end } from './end/definition'
import { onCartAbandoned } from './on-cart-abandoned/definition'
import { onDate } from './on-date/definition'
import { onEvent } from './on-event/definition'
import { onInactive } from './on-inactive/definition'
import { onLatency } from './on-latency/definition'
import { onSchedule } from './on-schedule/definition'
import { onScoreDrop } from './on-score-drop/definition'
import { onSegment } from './on-segment/definition'
import { randomSplit } from './random-split/definition'
import { sendEmail } from './send-email/definition'
import { setField } from './set-field/definition'
import { waitDate } from './wait-date/definition'
import { waitDuration } from './wait-duration/definition'
import { waitEvent } from './wait-event/definition'

/** Every node type, in the order the palette shows them. */
export const definitions = {
  'on-event': onEvent,
  'on-cart-abandoned': onCartAbandoned,
  'on-inactive': onInactive,
  'on-latency': onLatency,
  'on-score-drop': onScoreDrop,
  'on-schedule': onSchedule,
  'on-date': onDate,
  'on-segment': onSegment,
  'send-email': sendEmail,
  'wait-duration': waitDuration,
  'wait-event': waitEvent,
  'wait-date': waitDate,
  condition,
  'random-split': randomSplit,
  'set-field': setField,
  'call-webhook': callWebhook,
  end,
} as const satisfies Readonly<Record<string, NodeDefinition>>

export type NodeType = keyof typeof definitions
