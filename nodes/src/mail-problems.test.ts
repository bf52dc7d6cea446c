import type { Draft } from '@relance/core/graph/draft'
import type { CompileFacts } from '@relance/core/plan/compile-facts'
import { describe, expect, test } from 'vitest'
import { mail } from './testing/draft-of'
import { codes, compile, short, withCondition } from './testing/problems-of'

describe('what mails lack', () => {
  const sending = (
    fault: Partial<CompileFacts['templates'][string]>,
    settings?: Partial<Draft['settings']>,
  ) =>
    compile(short({}, undefined, settings), {
      templates: { help: { ...mail('Help'), ...fault } },
    }).problems.map(({ message }) => message)
  test('V06', () =>
    expect(sending({ hasUnsubscribe: false })).toEqual(['This email has no unsubscribe link.']))
  test('V06 does not apply to service messages', () =>
    expect(sending({ hasUnsubscribe: false }, { typology: 'service' })).toEqual([]))
  test('V07', () => expect(sending({ hasSubject: false })).toEqual(['This email has no subject.']))
  test('V19', () =>
    expect(sending({ deleted: true })).toEqual(['“Help” was deleted. Choose another one.']))
  test('V31', () => expect(sending({ errorLine: 12 })).toEqual(['“Help” has an error on line 12.']))
  test('V32', () => expect(sending({ isEmpty: true })).toEqual(['This email is empty.']))
  test('V08', () =>
    expect(sending({ usedFields: ['shoeSize'] })).toEqual([
      '“shoeSize” is not known for any customer.',
    ]))
  test('V08 spares what the flow itself writes', () => {
    const draft = withCondition(
      { field: 'shoeSize', op: 'known' },
      { note: ['set-field', { field: 'shoeSize', value: 42 }] },
      ['mail:sent > note', 'note:done > asks'],
    )
    expect(codes(draft)).toEqual(['V03 pause'])
  })
  test('V09', () => {
    const { problems, plan } = compile(short(), { missing: { firstName: 1614 } })
    expect(problems.map(({ message }) => message)).toEqual([
      '1,614 customers have no “first name”. Add a text for them.',
    ])
    expect(plan).not.toBeNull()
  })
})
