import { flowSettings } from '@relance/core/graph/settings'
import type { Language } from '@relance/core/words/language'
import type { Tx } from '@relance/db/connection/scope'
import { APOLOGY_DUE } from '@relance/db/faulty/make-apology'
import { createFlow } from '@relance/db/flow/create-flow'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'

interface Wanted {
  apologyId: string
  /** The mail's id. */
  mail: string
  /** The name of the scenario that went wrong. */
  of: string
  language: Language
}

const nameOf: Readonly<Record<Language, (of: string) => string>> = {
  en: (of) => `Apology: ${of}`,
  fr: (of) => `Excuses\u00a0: ${of}`,
}
const NAME_LENGTH = 120

/**
 * Makes the scenario of one apology and publishes it: a service message, outside limits, that still stops for whoever
 * withdraws their consent before it goes. Its id. Throws AppError conflict where the mail cannot be sent.
 */
export async function startApology(
  tx: Tx,
  { apologyId, mail, of, language }: Wanted,
): Promise<string> {
  const draft = await createFlow(tx, {
    name: nameOf[language](of).slice(0, NAME_LENGTH),
    graph: {
      nodes: [
        {
          id: 'start',
          type: 'on-event',
          version: 1,
          config: {
            event: APOLOGY_DUE,
            where: { field: 'apology', op: '=', value: apologyId },
          },
        },
        { id: 'mail', type: 'send-email', version: 1, config: { template: mail } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'apologised' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
    settings: flowSettings.parse({
      goal: 'none',
      typology: 'service',
      exitRules: [{ key: 'unsubscribed', rule: { not: { consent: 'email', state: 'given' } } }],
    }),
    positions: {},
  })
  const plan = planOrThrow(await compileDraft(tx, draft, language))
  await publishFlow(tx, { draft, plan, people: 'finish', by: tx.actor })
  return draft.flowId
}
