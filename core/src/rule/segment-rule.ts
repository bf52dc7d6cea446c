import type { ReadingReason } from '../words/reading-words'
import { type EventLeaf, type Rule, rule } from './rule'
import { isAnd, isEventLeaf, isFieldLeaf, isNot, isOr } from './rule-shape'
import { type RuleIssue, ruleIssues } from './validate-rule'
import { leavesOf } from './walk-rule'

/** How many levels a rule may have, its leaves included. */
export const MOST_LEVELS = 21

/** A segment's rule, or what keeps it from being one: where in the tree, and why. */
export type ReadSegmentRule = { rule: Rule; issue?: never } | { rule?: never; issue: RuleIssue }

/**
 * Reads the rule of a segment as it was sent. It is asked of anybody at any moment, so it may not speak of a run:
 * neither of its steps nor of its start.
 * @param segments ids of those that stand in the workspace
 */
export function readSegmentRule(sent: unknown, segments: ReadonlySet<string>): ReadSegmentRule {
  const unreadable = treeIssue(sent, [], 1)
  if (unreadable) return { issue: unreadable }
  const read = rule.parse(sent)
  const [issue] = [...emptyOrs(read), ...ruleIssues(read, { segments }), ...runIssues(read)]
  return issue ? { issue } : { rule: read }
}

/** Checked level by level, so that the place of what is wrong can be told. */
function treeIssue(sent: unknown, path: string[], level: number): RuleIssue | null {
  const wrong = (reason: ReadingReason): RuleIssue => ({ path: path.join('.'), reason })
  if (level > MOST_LEVELS) return wrong('too-deep')
  if (typeof sent !== 'object' || sent === null) return wrong('unreadable')
  if ('not' in sent) return treeIssue(sent.not, [...path, 'not'], level + 1)
  for (const joint of ['and', 'or'] as const) {
    if (!(joint in sent)) continue
    const parts = (sent as Record<string, unknown>)[joint]
    if (!Array.isArray(parts)) return wrong('unreadable')
    for (const [index, part] of parts.entries()) {
      const issue = treeIssue(part, [...path, joint, String(index)], level + 1)
      if (issue) return issue
    }
    return rule.safeParse({ ...sent, [joint]: [] }).success ? null : wrong('unreadable')
  }
  return leafIssue(sent, path, level)
}

function leafIssue(sent: object, path: string[], level: number): RuleIssue | null {
  if ('where' in sent && sent.where) {
    const inside = treeIssue(sent.where, [...path, 'where'], level + 1)
    if (inside) return inside
  }
  const isRead = rule.safeParse(sent).success
  return isRead ? null : { path: path.join('.'), reason: 'unreadable' }
}

/** `or` of nothing asks nothing and never holds. */
function emptyOrs(tree: Rule, path: string[] = []): RuleIssue[] {
  if (isNot(tree)) return emptyOrs(tree.not, [...path, 'not'])
  if (isAnd(tree)) return tree.and.flatMap((part, n) => emptyOrs(part, [...path, 'and', String(n)]))
  if (!isOr(tree)) return []
  if (tree.or.length === 0) return [{ path: path.join('.'), reason: 'asks-nothing' }]
  return tree.or.flatMap((part, n) => emptyOrs(part, [...path, 'or', String(n)]))
}

const runIssues = (tree: Rule): RuleIssue[] =>
  leavesOf(tree).flatMap(({ path, leaf }): RuleIssue[] => {
    if (!isEventLeaf(leaf)) return []
    if (leaf.of !== undefined || leaf.since !== undefined) return [{ path, reason: 'needs-a-run' }]
    return asksOnlyProperties(leaf) ? [] : [{ path, reason: 'unreadable' }]
  })

/** Inside an event, only its properties can be asked for. */
const asksOnlyProperties = ({ where }: EventLeaf): boolean =>
  !where || leavesOf(where).every(({ leaf }) => isFieldLeaf(leaf))
