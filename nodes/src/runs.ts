import type { NodeDefinition } from '@relance/core/node/definition'
import { runCallWebhook } from './call-webhook/run'
import { runCondition } from './condition/run'
import type { definitions, NodeType } from './definitions'
import { runEnd } from './end/run'
import type { NodeRun } from './kit/node-run'
import { runOnCartAbandoned } from './on-cart-abandoned/run'
import { runOnDate } from './on-date/run'
import { runOnEvent } from './on-event/run'
import { runOnInactive } from './on-inactive/run'
import { runOnLatency } from './on-latency/run'
import { runOnSchedule } from './on-schedule/run'
import { runOnScoreDrop } from './on-score-drop/run'
import { runOnSegment } from './on-segment/run'
import { runRandomSplit } from './random-split/run'
import { runSendEmail } from './send-email/run'
import { runSetField } from './set-field/run'
import { runWaitDate } from './wait-date/run'
import { runWaitDuration } from './wait-duration/run'
import { runWaitEvent } from './wait-event/run'

/** What each node type does; a type without its run does not compile. */
export const runs: { [Type in NodeType]: NodeRun<(typeof definitions)[Type]> } = {
  'on-event': runOnEvent,
  'on-cart-abandoned': runOnCartAbandoned,
  'on-inactive': runOnInactive,
  'on-latency': runOnLatency,
  'on-score-drop': runOnScoreDrop,
  'on-schedule': runOnSchedule,
  'on-date': runOnDate,
  'on-segment': runOnSegment,
  'send-email': runSendEmail,
  'wait-duration': runWaitDuration,
  'wait-event': runWaitEvent,
  'wait-date': runWaitDate,
  condition: runCondition,
  'random-split': runRandomSplit,
  'set-field': runSetField,
  'call-webhook': runCallWebhook,
  end: runEnd,
}

/** The run of a type, to be given configs its definition has parsed; null where the type is not known here. */
export const runOf = (type: string): NodeRun<NodeDefinition> | null =>
  Object.hasOwn(runs, type) ? (runsByType[type] ?? null) : null

const runsByType: Readonly<Record<string, NodeRun<NodeDefinition>>> = runs
