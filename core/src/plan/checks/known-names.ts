import { fieldTitle, isBuiltIn, traitName } from '../../contact/contact-fields'
import { isEventLeaf, isFieldLeaf } from '../../rule/rule-shape'
import { leavesOf } from '../../rule/walk-rule'
import { eventTitle } from '../../words/event-words'
import type { Finding } from '../finding'
import { leafField } from '../rules-of-flow'
import type { Survey } from '../survey'

interface Use {
  nodeId: string | null
  field: string
  name: string
  /** In a mail's text, where what is missing leaves a hole. */
  inText?: boolean
}

/** V08, V09: the fields a flow reads are known. V20: the events it speaks of have been seen. */
export const checkKnownNames = (survey: Survey): Finding[] => [
  ...checkFields(survey),
  ...checkEvents(survey),
]

function checkFields(survey: Survey): Finding[] {
  const { facts, language } = survey
  const known = new Set([...facts.fields, ...written(survey)])
  return once(
    [...inMails(survey), ...inRules(survey), ...inConfigs(survey, 'contact-field')],
    byNode,
  ).flatMap(({ nodeId, field, name, inText }): Finding[] => {
    const params = { field: fieldTitle(name, language) }
    if (!isBuiltIn(name) && !known.has(traitName(name)))
      return [{ code: 'V08', nodeId, field, params }]
    const n = inText ? (facts.missing?.[name] ?? 0) : 0
    return n > 0 ? [{ code: 'V09', nodeId, field, params: { ...params, n } }] : []
  })
}

/** Fields the flow itself writes. */
const written = ({ nodes }: Survey): string[] =>
  [...nodes.values()].flatMap(({ definition, readable }) =>
    definition.category !== 'data'
      ? []
      : Object.entries(definition.fields).flatMap(([field, spec]) => {
          const name = readable[field]
          return spec?.kind === 'contact-field' && typeof name === 'string' ? [name] : []
        }),
  )

const inMails = ({ nodes, facts }: Survey): Use[] =>
  [...nodes.values()].flatMap(({ node, definition, readable }) =>
    Object.entries(definition.fields).flatMap(([field, spec]): Use[] => {
      const id = readable[field]
      if (
        spec?.kind !== 'template' ||
        typeof id !== 'string' ||
        !Object.hasOwn(facts.templates, id)
      )
        return []
      return (facts.templates[id]?.usedFields ?? []).map((name) => ({
        nodeId: node.id,
        field,
        name,
        inText: true,
      }))
    }),
  )

const inRules = (survey: Survey): Use[] =>
  survey.rules.flatMap((placed) =>
    placed.about === 'event'
      ? []
      : leavesOf(placed.rule).flatMap(({ path, leaf }): Use[] =>
          isFieldLeaf(leaf)
            ? [
                {
                  nodeId: placed.at?.node.id ?? null,
                  field: leafField(placed, path),
                  name: leaf.field,
                },
              ]
            : [],
        ),
  )

const inConfigs = ({ nodes }: Survey, kind: 'contact-field' | 'event'): Use[] =>
  [...nodes.values()].flatMap(({ node, definition, readable }) =>
    Object.entries(definition.fields).flatMap(([field, spec]): Use[] => {
      const name = readable[field]
      return spec?.kind === kind && typeof name === 'string'
        ? [{ nodeId: node.id, field, name }]
        : []
    }),
  )

function checkEvents(survey: Survey): Finding[] {
  const { language } = survey
  const seen = new Set(survey.facts.events)
  const { goal } = survey.draft.settings
  const inGoal: Use[] =
    goal !== null && goal !== 'none' ? [{ nodeId: null, field: 'goal', name: goal.event }] : []
  const inLeaves = survey.rules.flatMap((placed) =>
    leavesOf(placed.rule).flatMap(({ path, leaf }): Use[] =>
      isEventLeaf(leaf)
        ? [{ nodeId: placed.at?.node.id ?? null, field: leafField(placed, path), name: leaf.event }]
        : [],
    ),
  )
  // One event is one thing to look into, however many steps speak of it.
  return once([...inConfigs(survey, 'event'), ...inLeaves, ...inGoal], byName)
    .filter(({ name }) => !seen.has(name) && !isOurs(name))
    .map(({ nodeId, field, name }) => ({
      code: 'V20',
      nodeId,
      field,
      params: { event: eventTitle(name, language) },
    }))
}

/** Events Relance makes itself come as soon as there is something to tell. */
const isOurs = (name: string) =>
  ['visit', 'Unsubscribed', 'Entered Segment', 'Left Segment'].includes(name) ||
  name.startsWith('Email ')

const byNode = ({ nodeId, name }: Use) => `${nodeId} ${name}`
const byName = ({ name }: Use) => name

/** The first of those that come to the same. */
function once(uses: readonly Use[], keyOf: (use: Use) => string): Use[] {
  const seen = new Set<string>()
  return uses.filter((use) => !seen.has(keyOf(use)) && seen.add(keyOf(use)))
}
