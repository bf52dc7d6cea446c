import { behaviourFields } from '@relance/core/contact/behaviour-fields'
import { newId } from '@relance/core/id/ids'
import type { Rule } from '@relance/core/rule/rule'
import { isFieldLeaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { upsertProducts } from '../product/upsert-products'
import { createSegment } from '../segment/create-segment'
import { fillSegment } from '../segment/fill-segment'
import { modelProducts, RESPONSIVE_DAYS } from '../testing/behaviour-model'
import { type TestKnowledge, testKnowledge } from '../testing/know-workspace'
import { randomPeople } from '../testing/random-people'
import { anyRule, everyKind, kindOfLeaf } from '../testing/random-rules'
import { holds, type ModelGround } from '../testing/rule-model'
import { day, moment, now, tellPeople } from '../testing/rule-people'
import { askRule } from './ask-rule'
import { compileRule } from './compile-rule'
import type { RuleMoment } from './rule-moment'
import { countAndSample, selectMatching } from './select-matching'
import { SqlParams } from './sql-text'
import { withSegments } from './with-segments'

const enrolment = {
  id: newId(),
  flowId: newId(),
  enteredAt: day(10),
  anchorAt: day(5),
  cartId: null,
  leftAt: { 'mail-1': day(20, 6) },
}
const asked: RuleMoment = { ...moment, enrolment }
const people = randomPeople(enrolment.id)
const segments = new Map<string, Rule>()
const ground: ModelGround = { segments, enrolment, people }

let knowledge: TestKnowledge
let scope: Scope
let ids: Map<string, string>
beforeAll(async () => {
  knowledge = await testKnowledge()
  scope = await knowledge.workspace('2026-04-01T00:00:00Z')
  await inTransaction(scope, (tx) => upsertProducts(tx, modelProducts))
  ids = await tellPeople(scope, people)
  await inTransaction(
    scope,
    ({ sql, workspaceId }) =>
      sql`update workspaces set clock_now = ${now},
        settings = ${JSON.stringify({ behaviour: { responsiveDays: RESPONSIVE_DAYS } })} where id = ${workspaceId}`,
  )
  await makeSegments()
})
afterAll(() => knowledge.close())

/** Three whose members are kept, each in the next, and one whose members are still to be gathered. */
async function makeSegments() {
  const save = async (rule: Rule) => {
    const { id } = await createSegment(scope, { name: 'Segment', rule })
    segments.set(id, rule)
    return id
  }
  const bought = await save({ event: 'Order Completed', within: 'P20D' })
  const lyon = await save({
    and: [
      { field: 'city', op: 'starts-with', value: 'ly' },
      { segment: bought, member: false },
    ],
  })
  await save({
    or: [
      { segment: lyon, member: true },
      { consent: 'email', state: 'given' },
    ],
  })
  while ((await inTransaction(scope, (tx) => fillSegment(tx))) > 0);
  await save({ not: { segment: bought, member: true } })
}

/** The rule with its segments by their ids. */
const named = (rule: Rule): Rule =>
  JSON.parse(JSON.stringify(rule), (key, value) =>
    key === 'segment' ? [...segments.keys()][Number(value)] : value,
  )

const whoseModelHolds = (rule: Rule): string[] =>
  people
    .filter((person) => holds(person, rule, ground))
    .map(({ id }) => ids.get(id) ?? '')
    .toSorted()

const ofBuyers = (rule: Rule): Rule => ({
  and: [{ field: 'ordersCount', op: '>=', value: 1 }, rule],
})
const asksBehaviour = (rule: Rule): boolean =>
  leavesOf(rule).some(({ leaf }) => isFieldLeaf(leaf) && Object.hasOwn(behaviourFields, leaf.field))

/** Who satisfies each of some rules, asked of everybody at once. */
async function whoHold(tx: Tx, rules: Rule[]): Promise<string[][]> {
  const params = new SqlParams()
  const at = await withSegments(tx, { and: rules }, asked)
  const conditions = rules.map((rule, n) => `${compileRule(rule, at, params).text} as h${n}`)
  const rows = await tx.sql.unsafe<Record<string, unknown>[]>(
    `select c.id, ${conditions.join(', ')} from contacts c
     join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
     where c.workspace_id = ${params.add(tx.workspaceId, 'uuid')} and c.merged_into is null`,
    params.values,
  )
  return rules.map((_, n) => rows.filter((row) => row[`h${n}`]).map(({ id }) => String(id)))
}

const RULES = 20
const ROUNDS = 150

test('three thousand rules about anybody: all at once, one by one and a second implementation agree', async () => {
  const kinds = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRule, { minLength: RULES, maxLength: RULES }),
      fc.nat(people.length - 1),
      async (drawn, whom) => {
        const rules = drawn.map(named)
        for (const { leaf } of rules.flatMap((rule) => leavesOf(rule)))
          kinds.set(kindOfLeaf(leaf), (kinds.get(kindOfLeaf(leaf)) ?? 0) + 1)
        const expected = rules.map(whoseModelHolds)
        await inTransaction(scope, async (tx) => {
          const found = await whoHold(tx, rules)
          for (const [n, rule] of rules.entries())
            expect([rule, found[n]?.toSorted()]).toEqual([rule, expected[n]])
          // What is worked out for all at once, by itself and for those whom a plainer condition leaves.
          for (const rule of [...rules, ...rules.map(ofBuyers)].filter(asksBehaviour)) {
            const { contactIds } = await countAndSample(tx, rule, { ...asked, sample: 1000 })
            expect([rule, contactIds.toSorted()]).toEqual([rule, whoseModelHolds(rule)])
          }
          const [rule = { and: [] }, held = []] = [rules[0], expected[0]]
          const selected = await selectMatching(tx, rule, { ...asked, limit: 1000 })
          expect(selected.contactIds.toSorted()).toEqual(held)
          const contactId = ids.get(people[whom]?.id ?? '') ?? ''
          const answer = await askRule(tx, rule, { ...asked, contactId })
          expect([contactId, answer.holds]).toEqual([contactId, held.includes(contactId)])
        })
      },
    ),
    { numRuns: ROUNDS },
  )
  for (const kind of everyKind) expect([kind, (kinds.get(kind) ?? 0) > 20]).toEqual([kind, true])
})
