import { describe, expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { callWebhook } from './definition'
import { readAnswer } from './read-answer'
import { runCallWebhook } from './run'

const parse = (config: Record<string, unknown>) =>
  callWebhook.config.parse({ url: 'https://crm.example/hook?key=1', ...config })
const ok = (body: string) => ({ callResult: { ok: true, status: 200, body } as const })

test('asks the outside with address, headers and content filled', async () => {
  const context = fakeContext({ fill: async (text) => text.replace('{{ id }}', '7') })
  const config = parse({ headers: { 'X-Id': '{{ id }}' }, body: '{"id": {{ id }}}' })
  expect(await runCallWebhook.enter(config, context)).toEqual({
    kind: 'call',
    request: {
      method: 'POST',
      url: 'https://crm.example/hook?key=1',
      headers: { 'X-Id': '7' },
      body: '{"id": 7}',
    },
    note: { code: 'call-started', params: { url: 'crm.example' } },
  })
})
test('keeps a part of the answer', async () => {
  const context = fakeContext()
  const config = parse({ saveTo: 'score', pointer: '/data/score' })
  expect(
    await runCallWebhook.resume?.(config, context, ok('{"data": {"score": 7}}')),
  ).toMatchObject({ exit: 'ok' })
  expect(context.fieldsSet).toEqual({ score: 7 })
})
test('an answer without that part is told, and the path goes on', async () => {
  const context = fakeContext()
  expect(
    await runCallWebhook.resume?.(parse({ saveTo: 'score', pointer: '/x' }), context, ok('<p>')),
  ).toMatchObject({ exit: 'ok' })
  expect(context.notes).toEqual([{ code: 'answer-not-kept', params: { field: 'score' } }])
  expect(context.fieldsSet).toEqual({})
})
test('a failed call leaves by failed with its error', async () => {
  const callResult = { ok: false, status: 503, error: 'HTTP 503' } as const
  expect(await runCallWebhook.resume?.(parse({}), fakeContext(), { callResult })).toMatchObject({
    exit: 'failed',
    note: { params: { error: 'HTTP 503' } },
  })
})

describe('reading an answer', () => {
  test.each([
    ['all of its text without a pointer', 'hello', null, 'hello'],
    ['escaped names', '{"a/b": {"~": 1}}', '/a~1b/~0', 1],
    ['a place in a list', '[{"n": 1}, {"n": 2}]', '/1/n', 2],
    ['objects as JSON', '{"a": {"b": 1}}', '/a', '{"b":1}'],
    ['nothing where the pointer leads nowhere', '{"a": 1}', '/a/b', undefined],
  ])('%s', (_case, body, pointer, kept) => expect(readAnswer(body, pointer)).toBe(kept))
})

test('the card says the host only', () => {
  expect(cardOf(callWebhook, { url: 'https://crm.example/hook?key=1' })).toEqual([
    'Call [crm.example]',
    'Appeler [crm.example]',
  ])
})
