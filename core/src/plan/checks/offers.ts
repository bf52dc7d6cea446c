import { reachedFrom } from '../../graph/walk-graph'
import { addTo } from '../../time/add-to'
import type { Finding } from '../finding'
import type { Survey, SurveyedNode } from '../survey'

interface Giving {
  step: SurveyedNode
  field: string
  offerId: string
}

/** V18, V19, V26: offers are there, last as long as people wait, and are not the first thing tried. */
export function checkOffers(survey: Survey): Finding[] {
  const giving = [...survey.nodes.values()].flatMap(givingOf)
  return giving.flatMap((one): Finding[] => {
    const { offers } = survey.facts
    const offer = Object.hasOwn(offers, one.offerId) ? offers[one.offerId] : undefined
    const { id } = one.step.node
    if (!offer || offer.deleted) {
      const fix = { action: 'setConfig', args: { nodeId: id, config: { [one.field]: null } } }
      return [
        {
          code: 'V19',
          nodeId: id,
          field: one.field,
          params: { message: offer?.name ?? one.step.title },
          fix,
        },
      ]
    }
    return [...endsEarly(one, offer.validFor, survey), ...isUnproven(one, giving, survey)]
  })
}

const givingOf = (step: SurveyedNode): Giving[] =>
  Object.entries(step.definition.fields).flatMap(([field, spec]) => {
    const offerId = step.readable[field]
    return spec?.kind === 'offer' && typeof offerId === 'string' ? [{ step, field, offerId }] : []
  })

/** V18: the first waits after the offer are longer than it lasts. */
function endsEarly(
  { step, field }: Giving,
  validFor: string | null | undefined,
  survey: Survey,
): Finding[] {
  if (!validFor) return []
  const { id } = step.node
  const after = reachedFrom([id], survey.next, (nodeId) => nodeId === id || !isWait(survey, nodeId))
  const endsAt = addTo(new Date(0), validFor, 'UTC')
  const isTooLong = [...after].some((nodeId) => {
    return (
      nodeId !== id &&
      waitsOf(survey.nodes.get(nodeId)).some((wait) => addTo(new Date(0), wait, 'UTC') > endsAt)
    )
  })
  return isTooLong
    ? [{ code: 'V18', nodeId: id, field, params: { n: survey.facts.peopleAt?.[id] ?? 0 } }]
    : []
}

const isWait = ({ nodes }: Survey, nodeId: string) => nodes.get(nodeId)?.definition.waits === true

function waitsOf(step: SurveyedNode | undefined): string[] {
  if (!step?.definition.waits) return []
  return Object.entries(step.definition.fields).flatMap(([field, spec]) => {
    const given = step.readable[field]
    return spec?.kind === 'duration' && typeof given === 'string' ? [given] : []
  })
}

/** V26: an offer some path meets before any other message, with nothing to compare it with. */
function isUnproven({ step, field }: Giving, giving: readonly Giving[], survey: Survey): Finding[] {
  if (survey.draft.settings.holdout) return []
  const isProof = (nodeId: string) => {
    const { definition } = survey.nodes.get(nodeId) ?? {}
    const isSplit = Object.values(definition?.fields ?? {}).some((spec) => spec?.kind === 'shares')
    return (
      isSplit ||
      (definition?.category === 'message' && !giving.some((one) => one.step.node.id === nodeId))
    )
  }
  const starts = survey.triggers.map(({ node }) => node.id)
  const met = reachedFrom(starts, survey.next, (nodeId) => !isProof(nodeId))
  return met.has(step.node.id) ? [{ code: 'V26', nodeId: step.node.id, field }] : []
}
