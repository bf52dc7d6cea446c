import { createRoute, z } from '@hono/zod-openapi'
import { closeAnswer } from '@relance/db/answer/close-answer'
import { giveAnswer } from '@relance/db/answer/give-answer'
import { listAnswers } from '@relance/db/answer/list-answers'
import { reopenAnswer } from '@relance/db/answer/reopen-answer'
import { listMembers } from '@relance/db/member/members'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, body, instant, nothing, pageOf, pageQuery, uuid } from '../http/schemas'

const tags = ['Answers']
const params = z.object({ answerId: uuid })
const person = z.object({ userId: z.string(), name: z.string() })

const given = z
  .object({
    ...{ id: z.string(), contactId: z.string() },
    contact: z.string().nullable().openapi({ description: 'A name, an address or a number' }),
    ...{ from: z.string(), subject: z.string(), said: z.string(), receivedAt: instant },
    messageId: z.string().openapi({ description: 'The mail that was answered' }),
    messageSubject: z.string().nullable(),
    ...{ flowId: z.string(), flowName: z.string(), nodeId: z.string() },
    cart: z
      .object({
        ...{ valueCents: z.int(), currency: z.string() },
        lines: z.array(z.object({ title: z.string(), quantity: z.int() })),
      })
      .nullable()
      .openapi({ description: 'The cart it may be about' }),
    owner: person.nullable().openapi({ description: 'Who sees to it' }),
    doneAt: instant.nullable(),
    doneBy: z.string().nullable().openapi({ description: 'A person’s name; null for a script' }),
    note: z.string().nullable().openapi({ description: 'What was agreed' }),
    holdsUntil: instant.nullable().openapi({
      description: 'The scenario’s commercial mails to this person wait for it, so long at most',
    }),
  })
  .openapi('Answer')

const list = createRoute({
  method: 'get',
  path: '/answers',
  tags,
  summary: 'What people answered to mails',
  middleware: needs('see', 'contact'),
  request: {
    query: pageQuery.extend({
      state: z.enum(['open', 'done']).default('open'),
      contactId: uuid.optional(),
      owner: z.string().min(1).max(64).optional().openapi({ description: 'A user’s id' }),
    }),
  },
  responses: {
    200: answer(pageOf(given), 'Open: those who wait longest first; done: the latest first'),
  },
})

const owners = createRoute({
  method: 'get',
  path: '/answers/owners',
  tags,
  summary: 'Who may take on an answer',
  middleware: needs('see', 'contact'),
  responses: { 200: answer(z.object({ items: z.array(person) }), 'By name') },
})

const give = createRoute({
  method: 'put',
  path: '/answers/{answerId}/owner',
  tags,
  summary: 'Say who sees to an answer; null: nobody in particular',
  middleware: needs('draw', 'contact'),
  request: { params, body: body(z.object({ userId: z.string().min(1).max(64).nullable() })) },
  responses: { 204: nothing('Kept') },
})

const done = createRoute({
  method: 'post',
  path: '/answers/{answerId}/done',
  tags,
  summary: 'Somebody has seen to it: mails that waited for it go on',
  middleware: needs('draw', 'contact'),
  request: { params, body: body(z.object({ note: z.string().max(2000).default('') })) },
  responses: { 204: nothing('Done') },
})

const reopen = createRoute({
  method: 'post',
  path: '/answers/{answerId}/reopen',
  tags,
  summary: 'It is to be seen to after all',
  middleware: needs('draw', 'contact'),
  request: { params },
  responses: { 204: nothing('Open again') },
})

export const answerRoutes = routes()
  .openapi(list, async (c) => c.json(await listAnswers(c.get('scope'), c.req.valid('query')), 200))
  .openapi(owners, async (c) => {
    const members = await listMembers(c.get('scope'))
    const named = members.map(({ userId, name }) => ({ userId, name }))
    return c.json({ items: named.sort((a, b) => a.name.localeCompare(b.name)) }, 200)
  })
  .openapi(give, async (c) => {
    await giveAnswer(c.get('scope'), c.req.valid('param').answerId, c.req.valid('json').userId)
    return c.body(null, 204)
  })
  .openapi(done, async (c) => {
    await closeAnswer(c.get('scope'), c.req.valid('param').answerId, c.req.valid('json').note)
    return c.body(null, 204)
  })
  .openapi(reopen, async (c) => {
    await reopenAnswer(c.get('scope'), c.req.valid('param').answerId)
    return c.body(null, 204)
  })
