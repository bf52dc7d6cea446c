import { expect, test } from 'vitest'
import { leftOf } from './left-of'

const begun = { total: 40, sent: 0, refused: {}, failed: 0, left: 0, notEntered: 0, cancelled: 0 }

test('those who are still to be sent to are the audience without those it is settled for', () => {
  expect(leftOf(begun)).toBe(40)
  expect(leftOf({ ...begun, sent: 21, refused: { cap: 2, 'no-consent': 1 }, failed: 1 })).toBe(15)
  expect(leftOf({ ...begun, sent: 21, cancelled: 19 })).toBe(0)
})

test('an audience that grew leaves nobody less than nobody', () => {
  expect(leftOf({ ...begun, sent: 42 })).toBe(0)
})
