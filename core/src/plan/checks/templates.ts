import type { TemplateFacts } from '../compile-facts'
import type { Finding } from '../finding'
import type { Survey, SurveyedNode } from '../survey'

/** V06, V07, V19, V31, V32: the mails a flow sends are there and fit to go. */
export const checkTemplates = (survey: Survey): Finding[] =>
  [...survey.nodes.values()].flatMap((step) =>
    Object.entries(step.definition.fields).flatMap(([field, spec]): Finding[] => {
      const id = step.readable[field]
      if (spec?.kind !== 'template' || typeof id !== 'string') return []
      const { templates } = survey.facts
      const template = Object.hasOwn(templates, id) ? templates[id] : undefined
      if (!template || template.deleted) return [gone(step, field, template?.name ?? step.title)]
      return faultsOf(template, survey).map((finding) => ({
        nodeId: step.node.id,
        field,
        ...finding,
      }))
    }),
  )

const gone = ({ node }: SurveyedNode, field: string, message: string): Finding => ({
  code: 'V19',
  nodeId: node.id,
  field,
  params: { message },
})

function faultsOf(template: TemplateFacts, { draft }: Survey): Finding[] {
  if (template.errorLine) {
    return [{ code: 'V31', params: { message: template.name, line: template.errorLine } }]
  }
  if (template.isEmpty) return [{ code: 'V32' }]
  const findings: Finding[] = []
  // A confirmation people asked for needs no way out of it.
  if (!template.hasUnsubscribe && draft.settings.typology !== 'service')
    findings.push({ code: 'V06' })
  if (!template.hasSubject) findings.push({ code: 'V07' })
  return findings
}
