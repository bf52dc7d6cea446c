import { applyFix } from '@relance/core/graph/edit/apply-fix'
import { describe, expect, test } from 'vitest'
import { definitions } from './definitions'
import { codes, compile, short, withCondition } from './testing/problems-of'

describe('what steps say', () => {
  test('V04: a wait without a length', () =>
    expect(
      codes(withCondition({ event: 'Order Completed' }, { pause: ['wait-duration', { for: '' }] })),
    ).toEqual(['V04 pause']))
  test('V05: an email without a message', () =>
    expect(codes(short({ mail: 'send-email' }))).toEqual(['V05 mail']))
  test('V13: shares that do not add up, levelled by the fix', () => {
    const shares = [
      { exit: 'a', share: 30 },
      { exit: 'b', share: 30.5 },
    ]
    const draft = short({ parts: ['random-split', { shares }] }, [
      'start:entered > parts',
      'parts:a > mail',
      'parts:b > stop',
      'mail:sent > stop',
    ])
    const { problems } = compile(draft)
    expect(problems.map(({ message }) => message)).toEqual([
      'The shares add up to 60.5%, not 100%.',
    ])
    const fix = problems[0]?.fix
    expect(fix && codes(applyFix(draft, fix, definitions))).toEqual([])
  })
  test('V14: an empty condition', () => {
    expect(codes(withCondition({ or: [] }))).toEqual(['V14 asks'])
    expect(codes(short({}, undefined, { exitRules: [{ key: 'odd', rule: { or: [] } }] }))).toEqual([
      'V14',
    ])
  })
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'a wrong duration',
      'wait-duration',
      { for: 'soon' },
      '“Wait” cannot be read: this is not a length of time.',
    ],
    [
      'a wrong time',
      'wait-date',
      { at: '25:00' },
      '“At” cannot be read: this is not a time of day.',
    ],
    ['a field that is not set', 'set-field', {}, '“Field” cannot be read: a value is missing.'],
    [
      'a choice that does not exist',
      'wait-duration',
      { since: 'never' },
      '“Counted from” cannot be read: this choice does not exist.',
    ],
  ])('V30: %s', (_case, type, config, message) => {
    const draft = short({ odd: [type, config] }, [
      'start:entered > odd',
      'odd:done > mail',
      'mail:sent > stop',
    ])
    expect(compile(draft).problems.map((problem) => problem.message)).toEqual([message])
  })
  test('V30: a rule about a step that is gone', () => {
    const { problems } = compile(
      withCondition({ or: [{ event: 'Order Completed' }, { event: 'page', since: 'gone' }] }),
    )
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['V30', 'branches.0.rule.or.1'],
    ])
  })
  test('V30: a comparison without a value', () =>
    expect(codes(withCondition({ field: 'locale', op: '=' }))).toEqual(['V30 asks']))
})
