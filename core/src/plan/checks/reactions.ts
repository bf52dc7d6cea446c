import { reachedFrom } from '../../graph/walk-graph'
import { isEventLeaf } from '../../rule/rule-shape'
import { holdsWith, leavesOf } from '../../rule/walk-rule'
import type { Finding } from '../finding'
import { leafField } from '../rules-of-flow'
import type { Survey } from '../survey'

const OPEN = 'Email Opened'
const reactions = new Set([OPEN, 'Email Link Clicked', 'Email Replied'])

/** V16: a reaction is not asked for right after the mail. V17: an open alone is not taken for one. */
export const checkReactions = (survey: Survey): Finding[] => [
  ...askedAtOnce(survey),
  ...openAlone(survey),
]

function askedAtOnce(survey: Survey): Finding[] {
  const atOnce = new Map<string, ReadonlySet<string>>()
  const follows = (nodeId: string, sender: string) => {
    const isWait = (id: string) => survey.nodes.get(id)?.definition.waits === true
    const known = atOnce.get(sender) ?? reachedFrom([sender], survey.next, (id) => !isWait(id))
    atOnce.set(sender, known)
    return nodeId !== sender && known.has(nodeId)
  }
  const told = new Set<string>()
  return survey.rules.flatMap((placed) =>
    leavesOf(placed.rule).flatMap(({ path, leaf }): Finding[] => {
      const { at } = placed
      if (!at || !isEventLeaf(leaf) || !reactions.has(leaf.event)) return []
      const sender = leaf.of ?? leaf.since ?? ''
      const n = survey.emailNumbers.get(sender)
      const key = `${at.node.id} ${sender}`
      if (n === undefined || told.has(key) || !follows(at.node.id, sender)) return []
      told.add(key)
      return [
        {
          code: 'V16',
          nodeId: at.node.id,
          field: leafField(placed, path),
          params: { step: at.title, n },
        },
      ]
    }),
  )
}

function openAlone(survey: Survey): Finding[] {
  const inRules = survey.rules.filter(({ at }) => at?.definition.category !== 'trigger')
  const rules = inRules.flatMap((placed): Finding[] => {
    const withOpen = holdsWith(placed.rule, (leaf) => isEventLeaf(leaf) && leaf.event === OPEN)
    const without = holdsWith(placed.rule, () => false)
    if (withOpen === without) return []
    return [
      { code: 'V17', nodeId: placed.at?.node.id ?? null, exit: placed.exit, field: placed.field },
    ]
  })
  const waits = [...survey.nodes.values()].flatMap(({ node, definition, readable }) =>
    Object.entries(definition.fields).flatMap(([field, spec]): Finding[] => {
      const isWaited = definition.waits && spec?.kind === 'event' && readable[field] === OPEN
      return isWaited ? [{ code: 'V17', nodeId: node.id, field }] : []
    }),
  )
  const { goal } = survey.draft.settings
  const isGoal = goal !== null && goal !== 'none' && goal.event === OPEN
  return [...rules, ...waits, ...(isGoal ? [{ code: 'V17', field: 'goal' } as const] : [])]
}
