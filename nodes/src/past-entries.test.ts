import type { PastEntries } from '@relance/core/plan/compile-facts'
import { describe, expect, test } from 'vitest'
import { compile, short } from './testing/problems-of'

const draft = short()
const { reentry } = draft.settings
const trigger = { type: 'on-cart-abandoned', config: { idle: 'PT30M' } }
const found = (more: Partial<PastEntries>): { pastEntries: PastEntries } => ({
  pastEntries: { trigger, reentry, entered: 1_000, most: 10, ...more },
})
const told = (...args: Parameters<typeof compile>) =>
  compile(...args).problems.map(({ code, nodeId, field, severity, message }) => [
    ...[code, nodeId, field, severity, message],
  ])

const NOBODY = ['V21', 'start', 'idle', 'tip', 'Nobody would have entered in the last 30 days.']

describe('V21, V22: what the last thirty days say of who would enter', () => {
  test('nobody would have entered', () => {
    expect(told(draft, found({ entered: 0, most: 0 }))).toEqual([NOBODY])
  })
  test('a crowd within one hour, many times the usual', () => {
    const words = '750 people would enter at once. Spread it over several hours?'
    expect(told(draft, found({ most: 750 }))).toEqual([['V22', 'start', 'idle', 'tip', words]])
  })
  test('few people are no crowd, nor are those who come at every hour alike', () => {
    expect(told(draft, found({ most: 499 }))).toEqual([])
    expect(told(draft, found({ entered: 360_000, most: 600 }))).toEqual([])
  })
  test('another trigger, or another rule of re-entry, is not what was looked at', () => {
    const gone = { entered: 0, most: 0 }
    const slower = { ...trigger, config: { idle: 'PT2H' } }
    expect(told(draft, found({ ...gone, trigger: slower }))).toEqual([])
    expect(told(draft, found({ ...gone, reentry: { ...reentry, mode: 'per-key' } }))).toEqual([])
    expect(told(draft, { pastEntries: null })).toEqual([])
  })
})
