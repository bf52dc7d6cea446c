import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { onDate } from './definition'
import { runOnDate } from './run'

test('lets in whoever’s day it is', () => {
  const config = onDate.config.parse({ field: 'birthday' })
  expect(runOnDate.enter(config, fakeContext())).toMatchObject({ exit: 'entered' })
})

test('counts in whole days: an offset of hours is refused', () => {
  const parse = (offset: string) => onDate.config.safeParse({ field: 'birthday', offset }).success
  expect(parse('-P7D')).toBe(true)
  expect(parse('PT5H')).toBe(false)
})

test('reads as a sentence in both languages', () => {
  expect(cardOf(onDate, { field: 'birthday', at: '09:00' })).toEqual([
    'On [the birthday], at [09:00] local time',
    'Pour [l’anniversaire], à [9\u00a0h] heure du client',
  ])
  expect(cardOf(onDate, { field: 'birthday', offset: '-P7D', zone: 'workspace' })).toEqual([
    'On [7 days] before [the birthday], at [09:00]',
    'Pour [7 jours] avant [l’anniversaire], à [9\u00a0h]',
  ])
})
