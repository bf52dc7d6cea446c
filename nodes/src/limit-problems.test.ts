import { describe, expect, test } from 'vitest'
import { compile, short } from './testing/problems-of'

const told = (...args: Parameters<typeof compile>) =>
  compile(...args).problems.map(({ code, nodeId, field, message }) => [
    code,
    nodeId,
    field,
    message,
  ])

describe('V10: whom mails come from', () => {
  const asked = (isVerified: boolean) => ({ sender: { domain: 'shop.example', isVerified } })
  const unverified = 'The sender shop.example is not verified yet.'
  test('a domain that is not verified stops the scenario, once, at its first email', () => {
    const twice = short({ again: ['send-email', { template: 'reminder' }] }, [
      'start:entered > mail',
      'mail:sent > again',
      'again:sent > stop',
    ])
    expect(told(twice, asked(false))).toEqual([['V10', 'mail', 'template', unverified]])
    expect(compile(twice, asked(false)).plan).toBeNull()
  })
  test('a verified one does not, nor where nobody asks, nor a scenario without emails', () => {
    expect(told(short(), asked(true))).toEqual([])
    expect(told(short(), { sender: null })).toEqual([])
    const silent = short({ mail: ['set-field', { field: 'plan', value: 'gold' }] }, [
      'start:entered > mail',
      'mail:done > stop',
    ])
    expect(told(silent, asked(false))).toEqual([])
  })
})

describe('V23: emails that the weekly limit would hold', () => {
  const paused = (mail: Record<string, unknown> = {}, settings = {}) =>
    short(
      {
        pause: ['wait-duration', { for: 'P1D' }],
        more: ['wait-duration', { for: 'P2D' }],
        mail: ['send-email', { template: 'help', ...mail }],
      },
      ['start:entered > pause', 'pause:done > more', 'more:done > mail', 'mail:sent > stop'],
      settings,
    )
  const full = { fullAt: { pause: { '48': 3, '49': 4, '96': 1 }, more: { '1': 2 } } }
  test('counted are those inside whose place frees after the shortest way to the email', () => {
    // From `pause` two more days pass before the email, from `more` none.
    expect(told(paused(), full)).toEqual([
      ['V23', 'mail', 'whenHeld', 'With this weekly limit, 7 of these emails would wait.'],
    ])
    expect(compile(paused(), full).plan).not.toBeNull()
  })
  test('an email that is then left out does not wait, and a service message is outside limits', () => {
    expect(told(paused({ whenHeld: 'skip' }), full)).toEqual([])
    expect(told(paused({ typology: 'service' }), full)).toEqual([])
    expect(told(paused({}, { typology: 'service' }), full)).toEqual([])
    expect(told(paused({ typology: 'as-scenario' }), full)).toHaveLength(1)
  })
  test('only the next email of each way is looked at, and a loop ends', () => {
    const looping = short(
      {
        pause: ['wait-duration', { for: 'P1D' }],
        first: ['send-email', { template: 'help' }],
      },
      ['start:entered > pause', 'pause:done > first', 'first:sent > mail', 'mail:sent > pause x3'],
    )
    const said = told(looping, { fullAt: { pause: { '10': 5 }, gone: { '10': 5 } } })
    expect(said.filter(([code]) => code === 'V23').map(([, nodeId]) => nodeId)).toEqual(['first'])
  })
})
