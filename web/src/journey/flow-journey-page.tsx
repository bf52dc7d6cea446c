import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { flowQuery, readDraft, statsQuery } from '../api/flows'
import { waitsQuery } from '../api/journeys'
import { Page, PageHead } from '../app/page'
import { contentOf } from '../canvas/document/draft-content'
import { DraftDocument } from '../canvas/document/draft-document'
import { stepTitles } from '../canvas/step-titles'
import { stepType } from '../canvas/step-types'
import { useNames } from '../canvas/use-names'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { type Lane, Lanes } from './lanes'
import { PrintButton } from './print-button'
import { type ScenarioLine, scenarioLines } from './scenario-lanes'
import { secondsWords } from './seconds-words'

/** A scenario read from both sides: what customers live, and what the company does, on one axis of time. */
export function FlowJourneyPage() {
  const { t } = useWords()
  const { flowId } = useParams({ from: '/app/scenarios/$flowId/sides' })
  const flow = useQuery(flowQuery(flowId))
  const draft = useQuery({ queryKey: ['flow', flowId, 'sides'], queryFn: () => readDraft(flowId) })
  const document = useMemo(
    () => draft.data && new DraftDocument(contentOf(draft.data), { now: () => 0 }),
    [draft.data],
  )
  const name = flow.data?.name ?? '…'
  const error = flow.error ?? draft.error
  return (
    <Page crumb={{ to: '/', label: t('nav.scenarios'), here: name }} wide>
      <PageHead title={t('lanes.flow', { flow: name })} about={t('lanes.about')}>
        <PrintButton />
      </PageHead>
      {error && (
        <Failed error={error} retry={() => void Promise.all([flow.refetch(), draft.refetch()])} />
      )}
      {!(document && flow.data) && !error && <Loading rows={8} />}
      {document && flow.data && (
        <FlowLanes flowId={flowId} document={document} isLive={flow.data.version !== null} />
      )}
    </Page>
  )
}

function FlowLanes({
  flowId,
  document,
  isLive,
}: {
  flowId: string
  document: DraftDocument
  isLive: boolean
}) {
  const { t, language } = useWords()
  const stats = useQuery({ ...statsQuery(flowId), enabled: isLive }).data
  const waits = useQuery({ ...waitsQuery(flowId), enabled: isLive }).data?.waits
  const names = useNames(document)
  const { content } = document
  const titles = stepTitles(content, language)
  const lane = (line: ScenarioLine): Lane => {
    if (line.kind === 'way') {
      const node = content.nodes[line.from]
      const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
      const label = exits.find(({ exit }) => exit === line.exit)?.label[language] ?? line.exit
      const heading =
        line.number === null
          ? t('lanes.way', { step: titles.get(line.from) ?? line.from, exit: label })
          : t('lanes.goesOn', { n: line.number })
      return { key: line.key, when: null, customer: null, company: null, heading }
    }
    const node = content.nodes[line.id]
    const definition = node && stepType(node.type)
    const title = titles.get(line.id) ?? line.id
    const said =
      node && definition ? sentenceText(summarise(definition, node.config, language, names)) : title
    const figures = stats?.nodes[line.id]
    const wait = waits?.[line.id]
    const counted = [
      figures && t('lanes.people', { n: figures.entered }),
      figures && figures.waiting > 0 && t('fold.waiting', { n: figures.waiting }),
      wait !== undefined && t('lanes.median', { time: secondsWords(wait, language) }),
    ].filter(Boolean)
    return {
      key: line.id,
      when:
        line.after === 0
          ? t('lanes.start')
          : t('lanes.after', { time: secondsWords(line.after, language) }),
      customer: lived(definition?.category, said, title),
      company: (
        <p>
          {definition?.category === 'trigger' ? t('lanes.recognised') : said}
          {counted.length > 0 && <small>{counted.join(' · ')}</small>}
        </p>
      ),
    }
  }
  /** What a step is for whoever walks through it; null for what they never notice. */
  const lived = (category: string | undefined, said: string, title: string) => {
    if (category === 'trigger') return <p>{said}</p>
    if (category === 'message') return <p>{t('lanes.receives', { message: title })}</p>
    return category === 'time' ? <p>{t('lanes.quiet')}</p> : null
  }
  return (
    <section className={panel.panel}>
      <Lanes lanes={scenarioLines(content).map(lane)} caption={t('lanes.about')} />
    </section>
  )
}
