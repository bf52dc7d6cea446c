import { AppError } from '@relance/core/error/app-error'
import type { NodeDefinition } from '@relance/core/node/definition'
import type { Plan } from '@relance/core/plan/plan'
import type { Sql } from '@relance/db/connection/connect'
import type { Tx } from '@relance/db/connection/scope'
import { getPlan } from '@relance/db/flow/live-flows'
import { type CompiledText, getCompiledText } from '@relance/db/mail-template/get-compiled-text'
import type { Message } from '@relance/db/message/message'
import type { NodeRun } from '@relance/nodes/kit/node-run'
import type { Logger } from 'pino'
import type { Meter } from '../meter/meter'
import { FrozenCache } from './frozen-cache'

/** A node type as the engine meets it: its config is checked when the plan is compiled. */
export interface NodeType {
  definition: NodeDefinition
  run: NodeRun<NodeDefinition>
}

/** What every burst of a process shares. */
export interface Engine {
  sql: Sql
  nodeTypes: ReadonlyMap<string, NodeType>
  plans: PlanCache
  mails: MailCache
  log: Logger
  /** What this process counts of its own work. */
  meter: Meter
}

/** The plans of versions, which are frozen. */
export class PlanCache {
  readonly #plans = new FrozenCache<Plan>(500)

  /** @throws AppError internal when a version has no plan */
  get(tx: Tx, flowId: string, version: number): Promise<Plan> {
    return this.#plans.get(`${flowId}:${version}`, async () => {
      const plan = await getPlan(tx, flowId, version)
      if (plan) return plan
      throw new AppError('internal', `Version ${version} of a scenario has no plan.`, { flowId })
    })
  }
}

/** A version of a mail in one language, which is frozen, too. */
export interface FrozenMail extends CompiledText {
  /** Whether it shows recommended products, which are dear to find. */
  recommends: boolean
  /** Whether it names favourites, interests or labels: working them out takes queries of its own. */
  describes: boolean
}

/** The texts of mails. */
export class MailCache {
  readonly #mails = new FrozenCache<FrozenMail | null>(200)

  /** Null where this version of the mail has no text in the message's language. */
  get(
    tx: Tx,
    {
      templateId,
      templateVersion,
      locale,
    }: Pick<Message, 'templateId' | 'templateVersion' | 'locale'>,
  ): Promise<FrozenMail | null> {
    return this.#mails.get(`${templateId}:${templateVersion}:${locale}`, async () => {
      const mail = await getCompiledText(tx, templateId, templateVersion, locale)
      if (!mail) return null
      const { subject, html, text } = mail
      const whole = `${subject}${html}${text}`
      const describes = /favourite_|interests|labels/.test(whole)
      return { ...mail, recommends: whole.includes('recommended'), describes }
    })
  }
}
