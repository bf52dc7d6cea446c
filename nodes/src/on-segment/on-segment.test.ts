import { expect, test } from 'vitest'
import { fakeContext } from '../kit/fake-context'
import { cardOf } from '../testing/card-of'
import { draftOf } from '../testing/draft-of'
import { codes } from '../testing/problems-of'
import { onSegment } from './definition'
import { runOnSegment } from './run'

test('lets in whoever has entered or left', () => {
  const config = { segment: 'at-risk', change: 'enters' } as const
  expect(runOnSegment.enter(config, fakeContext())).toMatchObject({ exit: 'entered' })
})

test('reads as a sentence in both languages, with the segment’s name', () => {
  expect(cardOf(onSegment, { segment: 'at-risk' })).toEqual([
    'When someone enters [“At risk”]',
    'Quand quelqu’un entre dans [«\u202fAt risk\u202f»]',
  ])
  expect(cardOf(onSegment, { segment: 'at-risk', change: 'leaves' })).toEqual([
    'When someone leaves [“At risk”]',
    'Quand quelqu’un quitte [«\u202fAt risk\u202f»]',
  ])
  expect(cardOf(onSegment, {})[0]).toBe('When someone enters ?which segment?')
})

test('a segment that is not chosen, or gone, is to be mended', () => {
  const codesOf = (config: object) =>
    codes(
      draftOf(
        {
          start: ['on-segment', { ...config }],
          mail: ['send-email', { template: 'help' }],
          stop: 'end',
        },
        ['start:entered > mail', 'mail:sent > stop'],
      ),
    )
  expect(codesOf({ segment: 'loyal' })).toEqual([])
  expect(codesOf({ segment: 'gone' })).toEqual(['V30 start'])
  expect(codesOf({})).toEqual(['V01 start'])
})
