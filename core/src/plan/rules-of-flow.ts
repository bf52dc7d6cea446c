import { z } from 'zod'
import type { Draft } from '../graph/draft'
import { type Rule, rule } from '../rule/rule'
import type { SurveyedNode } from './survey'

/** A rule of a flow and where it stands: in a node's config, or in the settings when `at` is null. */
export interface PlacedRule {
  at: SurveyedNode | null
  /** Path of the rule in config or settings: `branches.0.rule`. */
  field: string
  rule: Rule
  /** The exit a condition's branch leads to. */
  exit: string | null
  /** What its fields are about: the contact, or the event a trigger or wait looks at. */
  about: 'contact' | 'event'
}

const branches = z.array(z.object({ exit: z.string(), rule }))

/** Every rule of the nodes and of the settings, in the order they are drawn. */
export function rulesOfFlow(nodes: ReadonlyMap<string, SurveyedNode>, draft: Draft): PlacedRule[] {
  const inNodes = [...nodes.values()].flatMap(rulesOfNode)
  const inSettings = draft.settings.exitRules.map((exitRule, index): PlacedRule => {
    return {
      at: null,
      field: `exitRules.${index}.rule`,
      rule: exitRule.rule,
      exit: null,
      about: 'contact',
    }
  })
  const { goal } = draft.settings
  const where = goal !== null && goal !== 'none' ? goal.where : null
  const inGoal: PlacedRule[] = where
    ? [{ at: null, field: 'goal.where', rule: where, exit: null, about: 'event' }]
    : []
  return [...inNodes, ...inSettings, ...inGoal]
}

function rulesOfNode(at: SurveyedNode): PlacedRule[] {
  return Object.entries(at.definition.fields).flatMap(([field, spec]): PlacedRule[] => {
    const given = at.readable[field]
    if (spec?.kind === 'rule') {
      const read = rule.safeParse(given)
      const about = field === 'where' ? 'event' : 'contact'
      return read.success ? [{ at, field, rule: read.data, exit: null, about }] : []
    }
    if (spec?.kind !== 'branches') return []
    const read = branches.safeParse(given)
    return (read.data ?? []).map((branch, index): PlacedRule => {
      return {
        at,
        field: `${field}.${index}.rule`,
        rule: branch.rule,
        exit: branch.exit,
        about: 'contact',
      }
    })
  })
}

/** The path of a leaf of a placed rule. */
export const leafField = ({ field }: PlacedRule, path: string): string =>
  path === '' ? field : `${field}.${path}`
