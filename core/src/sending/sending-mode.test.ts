import { expect, test } from 'vitest'
import { sendingMode } from './sending-mode'

const act = {
  trigger: 'on-event',
  isFirstBurst: true,
  actedAt: new Date('2026-03-02T10:00:00Z'),
  now: new Date('2026-03-02T10:01:00Z'),
}

test('what answers an act within a minute, with no wait on the way, is interactive', () => {
  expect(sendingMode(act)).toBe('interactive')
  expect(sendingMode({ ...act, now: new Date('2026-03-02T10:01:01Z') })).toBe('automated')
  expect(sendingMode({ ...act, isFirstBurst: false })).toBe('automated')
})

test('a date or a left cart is no act; a schedule is a choice of the shop’s', () => {
  expect(sendingMode({ ...act, trigger: 'on-date' })).toBe('automated')
  expect(sendingMode({ ...act, trigger: 'on-cart-abandoned' })).toBe('automated')
  expect(sendingMode({ ...act, trigger: 'on-schedule', isFirstBurst: false })).toBe('manual')
})
