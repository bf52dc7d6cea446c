import { isBlank } from '../../node/field-value'
import { formatMessage } from '../../words/format-message'
import { isProblemCode } from '../../words/problem-words'
import { readingWords } from '../../words/reading-words'
import type { Finding } from '../finding'
import { type ConfigIssue, reasonOf } from '../reason-of-issue'
import { configTitle, type Survey, type SurveyedNode } from '../survey'

/** V30 and the codes a type gives its required fields (V04, V05, V14, …): every config can be read. */
export const checkConfigs = (survey: Survey): Finding[] =>
  [...survey.nodes.values()].flatMap((step) => checkConfig(step, survey))

function checkConfig(step: SurveyedNode, { language }: Survey): Finding[] {
  const { node, definition } = step
  const findings = new Map<string, Finding>()
  for (const [field, code] of Object.entries(definition.required ?? {})) {
    if (code && isProblemCode(code) && isBlank(node.config[field])) {
      findings.set(field, { code, nodeId: node.id, field })
    }
  }
  const parsed = definition.config.safeParse(node.config)
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '')
    if (findings.has(field)) continue
    findings.set(field, findingOf(step, field, issue, language))
  }
  return [...findings.values()]
}

function findingOf(
  step: SurveyedNode,
  field: string,
  issue: ConfigIssue,
  language: Survey['language'],
): Finding {
  const place = { nodeId: step.node.id, field: issue.path.map(String).join('.') || null }
  // A type's own refinement names its problem.
  if (isProblemCode(issue.message)) return { code: issue.message, ...place }
  const reason = formatMessage(readingWords, reasonOf(issue, step.node.config), language)
  return { code: 'V30', ...place, params: { field: configTitle(step, field, language), reason } }
}
