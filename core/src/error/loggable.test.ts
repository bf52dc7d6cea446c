import { expect, test } from 'vitest'
import { loggableError, withoutAddresses } from './loggable'

test('addresses and numbers go, ids and instants stay', () => {
  const id = '0197f0c2-7d3b-7a53-9c3e-6d1c5f6f0a11'
  expect(
    withoutAddresses(
      `550 <Ada.Zoë+x@Example.co.uk> of ${id} at 2026-03-02T10:00:00Z, +33 6 12 34 56 78`,
    ),
  ).toBe(`550 <[address]> of ${id} at 2026-03-02T10:00:00Z, [number]`)
})

test('an error keeps its kind, code and trace, not what a database or mail server quotes', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "ada"'), {
    code: '22P02',
    detail: 'Key (email)=(ada@example.com) already exists.',
    parameters: ['ada@example.com'],
    response: '550 ada@example.com unknown',
    rejected: ['ada@example.com'],
    cause: new Error('Failed query: select 1\nparams: ada@example.com,Ada'),
  })
  const told = loggableError(error)
  expect(told).toMatchObject({
    type: 'Error',
    code: '22P02',
    message: 'invalid input syntax for type uuid: …',
    cause: { message: 'Failed query: select 1…' },
  })
  expect(told.stack).toContain('loggable.test')
  expect(JSON.stringify(told)).not.toMatch(/ada\b|Ada/)
})

test('what is no error is told as what it is', () => {
  expect(loggableError('ada@example.com said no')).toEqual({
    type: 'string',
    message: '[address] said no',
  })
})
