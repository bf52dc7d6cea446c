import { flowSettings } from '@relance/core/graph/settings'
import { nodeId, word } from '@relance/core/id/ids'
import { duration } from '@relance/core/time/duration'
import { z } from 'zod'
import { words } from './words'

/** A step as a template file writes it: edges as `to`, names in both languages. */
export const scenarioNode = z.strictObject({
  id: nodeId,
  type: word,
  version: z.int().min(1).default(1),
  name: words.optional(),
  config: z.record(z.string(), z.unknown()).default({}),
  /** The next node of a step with one exit, or the next node by exit. */
  to: z.union([nodeId, z.record(word, nodeId)]).optional(),
})
export type ScenarioNode = z.infer<typeof scenarioNode>

/** An offer the workspace gets with the scenario, unless it has one of that key. */
export const scenarioOffer = z.strictObject({
  key: word,
  name: words,
  kind: z.enum(['credit']),
  valueCents: z.int().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Smallest order it applies to, in cents. */
  minimumCents: z.int().min(1).optional(),
  /** From the moment a code is reserved for someone. */
  validFor: duration,
  codes: z.enum(['one-per-contact']),
  usesPerCode: z.int().min(1),
})
export type ScenarioOffer = z.infer<typeof scenarioOffer>

/** What the workspace must have or receive for the scenario to do anything. */
export const scenarioNeeds = z.strictObject({
  events: z.array(z.string().min(1)).default([]),
  /** Keys of shipped mails. */
  mails: z.array(word).default([]),
  /** Keys of `offers`. */
  offers: z.array(word).default([]),
  /** Contact fields without which nobody can be reached. */
  data: z.array(z.string().min(1)).default([]),
  /** What products should say of themselves, or the mails have less to show. */
  products: z.array(z.enum(['complements'])).default([]),
})
export type ScenarioNeeds = z.infer<typeof scenarioNeeds>

/** A file of `templates/scenarios`. */
export const scenarioFile = z.strictObject({
  key: word,
  version: z.int().min(1),
  name: words,
  about: words,
  needs: scenarioNeeds,
  settings: flowSettings,
  offers: z.array(scenarioOffer).default([]),
  nodes: z.array(scenarioNode).min(1),
})
export type ScenarioFile = z.infer<typeof scenarioFile>
