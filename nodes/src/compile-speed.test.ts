import { compilePlan } from '@relance/core/plan/compile-plan'
import { expect, test } from 'vitest'
import { definitions } from './definitions'
import { draftOf, plentifulFacts } from './testing/draft-of'

/** A row of rounds: mail, wait, condition back to the mail at most 3 times. */
function rounds(count: number) {
  const nodes: Parameters<typeof draftOf>[0] = { start: 'on-cart-abandoned', stop: 'end' }
  const edges = ['start:entered > mail-0']
  for (let at = 0; at < count; at++) {
    const rule = { event: 'Email Link Clicked', of: `mail-${at}` }
    nodes[`mail-${at}`] = ['send-email', { template: 'help' }]
    nodes[`wait-${at}`] = 'wait-duration'
    nodes[`asks-${at}`] = ['condition', { branches: [{ exit: 'yes', rule }] }]
    edges.push(`mail-${at}:sent > wait-${at}`, `wait-${at}:done > asks-${at}`)
    edges.push(`asks-${at}:yes > ${at + 1 < count ? `mail-${at + 1}` : 'stop'}`)
    edges.push(`asks-${at}:no > mail-${at} x3`)
  }
  return draftOf(nodes, edges)
}

/** Processor time, which other work on the machine does not lengthen. */
const msToCompile = (draft: ReturnType<typeof rounds>) => {
  const before = process.cpuUsage()
  const { problems } = compilePlan(draft, definitions, plentifulFacts, 'en')
  expect(problems).toEqual([])
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test('a large flow with loops and conditions compiles in a moment', () => {
  const small = rounds(66)
  msToCompile(small)
  expect(msToCompile(small)).toBeLessThan(400)
  expect(msToCompile(rounds(333))).toBeLessThan(2500)
})
