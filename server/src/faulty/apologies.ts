import { createRoute, z } from '@hono/zod-openapi'
import type { Language } from '@relance/core/words/language'
import { countApology } from '@relance/db/faulty/choose-people'
import { makeApology } from '@relance/db/faulty/make-apology'
import { getFlow } from '@relance/db/flow/get-flow'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, uuid } from '../http/schemas'
import { createShippedMails } from '../mail-templates/create-shipped-mails'
import { sendOf, span, stepParams } from './faulty-schemas'
import { startApology } from './start-apology'

const severities = ['minor', 'serious', 'binding'] as const
const MAIL = 'apology'
const n = z.int().min(0)

const whom = z.enum(['repeated', 'everyone']).default('repeated')

const route = createRoute({
  method: 'post',
  path: '/flows/{flowId}/steps/{nodeId}/apologies',
  tags: ['Faulty sends'],
  summary:
    'Apologise, once, to exactly those whom a faulty send hit; for a minor slip nothing is sent',
  description:
    'Whoever unsubscribed, cannot be written to or has been apologised to since is left out, with the reason. Without a `templateId` the apology that ships is sent. `binding`, for a wrong price or what the law looks at, also puts each of those who were hit into the queue of customers whom a person answers (`/support-cases`), once. An ordinary scenario sends it, outside limits, and stops for whoever unsubscribes meanwhile.',
  middleware: needs('publish', 'flow'),
  request: {
    params: stepParams,
    body: body(
      span.extend({
        severity: z.enum(severities),
        whom,
        templateId: uuid.optional(),
      }),
    ),
  },
  responses: {
    200: answer(
      z.object({
        apologyId: z.string().nullable(),
        people: n,
        leftOut: z.record(z.string(), n),
        cases: n.openapi({ description: 'New in the queue of customers to answer' }),
        reason: z.string().nullable().openapi({ description: 'Why nothing is sent, in words' }),
      }),
      'To how many it goes',
    ),
  },
})

const minorWords: Readonly<Record<Language, string>> = {
  en: 'A minor slip is not worth a mail: an apology would show it to everybody who has not noticed.',
  fr: 'Une petite erreur ne vaut pas un e-mail\u00a0: des excuses la montreraient à toutes les personnes qui ne l’ont pas vue.',
}
const nobodyWords: Readonly<Record<Language, string>> = {
  en: 'Nobody is left to apologise to.',
  fr: 'Il ne reste personne à qui présenter des excuses.',
}

const count = createRoute({
  method: 'get',
  path: '/flows/{flowId}/steps/{nodeId}/apologies/audience',
  tags: ['Faulty sends'],
  summary: 'How many an apology would go to now, and who would be left out; nothing is sent',
  middleware: needs('see', 'message'),
  request: { params: stepParams, query: span.extend({ whom }) },
  responses: {
    200: answer(
      z.object({ people: n, leftOut: z.record(z.string(), n) }),
      'People; those left out by reason',
    ),
  },
})

export const apologyRoutes = routes()
  .openapi(count, async (c) => {
    const scope = c.get('scope')
    const { flowId, nodeId } = c.req.valid('param')
    const { whom, ...period } = c.req.valid('query')
    await getFlow(scope, flowId)
    const send = await sendOf(scope, { flowId, nodeId }, period)
    return c.json(await countApology(scope, { ...send, whom }), 200)
  })
  .openapi(route, async (c) => {
    const scope = c.get('scope')
    const language = c.get('language')
    const { flowId, nodeId } = c.req.valid('param')
    const { severity, whom, templateId, ...period } = c.req.valid('json')
    const { name } = await getFlow(scope, flowId)
    const nothing = { apologyId: null, people: 0, leftOut: {}, cases: 0 }
    if (severity === 'minor') return c.json({ ...nothing, reason: minorWords[language] }, 200)
    const mail = templateId ?? (await createShippedMails(scope, { keys: [MAIL] })).get(MAIL) ?? ''
    const span = await sendOf(scope, { flowId, nodeId }, period)
    const send = { ...span, whom, opensCases: severity === 'binding' }
    const made = await makeApology(scope, send, (tx, apologyId) =>
      startApology(tx, { apologyId, mail, of: name, language }),
    )
    return c.json({ ...made, reason: made.people === 0 ? nobodyWords[language] : null }, 200)
  })
