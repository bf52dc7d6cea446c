import { expect, test } from 'vitest'
import { leftToSend } from './left-to-send'

const begun = { total: 40, sent: 0, refused: {}, failed: 0, left: 0, notEntered: 0, cancelled: 0 }

test('those who are still to be sent to are the audience without those it is settled for', () => {
  expect(leftToSend(begun)).toBe(40)
  expect(leftToSend({ ...begun, sent: 21, refused: { cap: 2, 'no-consent': 1 }, failed: 1 })).toBe(
    15,
  )
  expect(leftToSend({ ...begun, sent: 21, cancelled: 19 })).toBe(0)
})

test('an audience that grew leaves nobody less than nobody', () => {
  expect(leftToSend({ ...begun, sent: 42 })).toBe(0)
})
