import type { PeopleWaiting } from '../api/answers'
import type { AskedToPublish } from '../api/publish-requests'
import type { FlowRow } from '../api/types'
import type { TileTone } from '../ui/tile'
import type { UseWords } from '../words/use-words'

/** Something worth a look. */
export interface Matter {
  tone: TileTone
  icon: string
  title: string
  about: string
  /** The scenario it is about; null: it is about people who wait for an answer. */
  flowId: string | null
}

/** People who wait for one of us. */
export function ofPeople({ answers, cases }: PeopleWaiting, { t, date }: UseWords): Matter[] {
  const common = { tone: 'bad' as const, flowId: null }
  return [
    ...(answers.open > 0
      ? [
          {
            ...{ ...common, icon: 'mail-open', title: t('home.answers', { n: answers.open }) },
            about: t('home.since', { at: date(answers.since, 'moment') }),
          },
        ]
      : []),
    ...(cases.open > 0
      ? [
          {
            ...{ ...common, icon: 'mail-warning', title: t('home.cases', { n: cases.open }) },
            about: t('home.casesOf'),
          },
        ]
      : []),
  ]
}

/** Drafts whose authors asked for their being published. */
export const ofRequests = (asked: AskedToPublish[], { t }: UseWords): Matter[] =>
  asked[0]
    ? [
        {
          ...{ tone: 'ok', icon: 'flag', title: t('home.asked', { n: asked.length }) },
          about: asked
            .map(({ flowName, askedBy }) =>
              askedBy ? t('home.askedBy', { scenario: flowName, name: askedBy }) : flowName,
            )
            .join(', '),
          flowId: asked[0].flowId,
        },
      ]
    : []

/** Scenarios whose scheduled start failed, with people stuck, with problems, or not published. */
export function ofFlows(flows: FlowRow[], { t, say }: UseWords): Matter[] {
  const stuck = flows.filter((flow) => flow.attention > 0)
  const drafts = flows.filter((flow) => flow.status === 'draft' || flow.hasChanges)
  const broken = flows.filter((flow) => flow.problems > 0)
  const about = (some: FlowRow[], said: Pick<Matter, 'tone' | 'icon' | 'title'>): Matter[] =>
    some[0]
      ? [{ ...said, about: some.map((flow) => flow.name).join(', '), flowId: some[0].id }]
      : []
  const inNeed = stuck.reduce((sum, flow) => sum + flow.attention, 0)
  const problems = broken.reduce((sum, flow) => sum + flow.problems, 0)
  const failed = flows.flatMap(({ id, name, scheduled }) =>
    scheduled.failed ? [{ id, name, reason: scheduled.failed.reason }] : [],
  )
  return [
    ...failed.slice(0, 1).map(
      ({ id, name, reason }): Matter => ({
        ...{ tone: 'bad', icon: 'triangle-alert', flowId: id },
        title: t('home.startFailed', { n: failed.length, name }),
        about: t('home.nothingChanged', { reason: say(reason) }),
      }),
    ),
    ...about(stuck, { tone: 'bad', icon: 'triangle-alert', title: t('home.stuck', { n: inNeed }) }),
    ...about(broken, {
      ...{ tone: 'warn', icon: 'triangle-alert', title: t('home.broken', { n: problems }) },
    }),
    ...about(drafts, {
      ...{ tone: 'mute', icon: 'pencil', title: t('home.drafts', { n: drafts.length }) },
    }),
  ]
}
