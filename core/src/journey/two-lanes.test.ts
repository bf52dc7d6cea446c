import { expect, test } from 'vitest'
import { type CompanyKind, type CustomerKind, twoLanes } from './two-lanes'

const at = (iso: string) => new Date(`2026-03-${iso}Z`)
const deed = (iso: string, kind: CustomerKind) => ({ at: at(iso), kind, of: kind })
const act = (iso: string, kind: CompanyKind, since?: string) => ({
  ...{ at: at(iso), kind, of: kind },
  ...(since && { since: at(since) }),
})
const told = (...args: Parameters<typeof twoLanes<string, string>>) =>
  twoLanes(...args).map(({ at: when, customer, silence, company }) => [
    when.toISOString().slice(8, 19),
    customer.map(({ of }) => of).join(),
    silence,
    company.map(({ of }) => of).join(),
  ])

test('a declining customer: visit and recognised, silence and counter, open and kept, order and goal', () => {
  const customer = [
    deed('24T09:00:03', 'order'),
    deed('02T10:00:00', 'visit'),
    deed('16T12:00:00', 'open'),
    deed('24T09:00:00', 'click'),
  ]
  const company = [
    act('02T10:00:01', 'recognised'),
    act('16T10:00:00', 'counter', '02T10:00:00'),
    act('16T10:00:02', 'send'),
    act('23T10:00:00', 'counter', '16T10:00:00'),
    act('24T09:00:03', 'goal'),
  ]
  expect(told(customer, company)).toEqual([
    ['02T10:00:00', 'visit', null, 'recognised'],
    ['16T10:00:00', '', 14 * 86_400, 'counter,send'],
    ['16T12:00:00', 'open', null, ''],
    ['23T10:00:00', '', 7 * 86_400, 'counter'],
    ['24T09:00:00', 'click', null, ''],
    ['24T09:00:03', 'order', null, 'goal'],
  ])
})

test('what happens at one instant is one row; what the company does late, or unasked, stands alone', () => {
  const customer = [deed('02T10:00:00', 'visit'), deed('02T10:00:00', 'other')]
  const company = [act('02T10:00:06', 'step'), act('01T10:00:00', 'recognised')]
  expect(told(customer, company)).toEqual([
    ['01T10:00:00', '', null, 'recognised'],
    ['02T10:00:00', 'visit,other', null, ''],
    ['02T10:00:06', '', null, 'step'],
  ])
  expect(told([], [])).toEqual([])
})
