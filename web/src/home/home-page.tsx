import { useQuery } from '@tanstack/react-query'
import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { flowsQuery } from '../api/flows'
import type { FlowRow } from '../api/types'
import { DrawersOnly } from '../app/drawers-only'
import { Page, PageHead } from '../app/page'
import { RepeatAlarms } from '../faulty/repeat-alarms'
import { SetupStrip } from '../setup/setup-strip'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { Attention } from './attention'
import styles from './home.module.css'
import { ScenarioTable } from './scenario-table'
import { TemplateGallery } from './template-gallery'
import { useStartFlow } from './use-start-flow'

type Filter = 'all' | 'live' | 'draft' | 'paused'
const filters: Filter[] = ['all', 'live', 'draft', 'paused']

const matches = (filter: Filter) => (flow: FlowRow) =>
  filter === 'all' || flow.status === filter || (filter === 'draft' && flow.hasChanges)

/** Scenarios: what needs attention, the table, and templates to start from. */
export function HomePage() {
  const { t, number } = useWords()
  const asked = useQuery({ ...flowsQuery(), refetchInterval: 10_000 })
  const { data, error, isPending } = asked
  const [filter, setFilter] = useState<Filter>('all')
  const start = useStartFlow()
  const startEmpty = () =>
    start.mutate({ name: t('home.untitled'), graph: { nodes: [], edges: [] } })
  const flows = data?.items ?? []
  const live = flows.filter(matches('live')).length
  const inside = flows.reduce((sum, flow) => sum + flow.inside, 0)
  return (
    <Page>
      <PageHead
        title={t('nav.scenarios')}
        about={flows.length > 0 && !error ? t('home.about', { live, inside }) : undefined}
      >
        <DrawersOnly>
          <LinkButton to="/newsletters/new">{t('newsletters.new')}</LinkButton>
          <LinkButton to="/imports">
            <Upload className="icon-s" aria-hidden="true" />
            {t('home.import')}
          </LinkButton>
          <Button look="primary" disabled={start.isPending} onClick={startEmpty}>
            <Plus className="icon-s" aria-hidden="true" />
            {t('home.new')}
          </Button>
        </DrawersOnly>
      </PageHead>
      <RepeatAlarms />
      <Unanswered asked={asked} what={t('home.failed')} />
      {isPending && <Loading rows={6} height={54} />}
      {data && (
        <DrawersOnly>
          <SetupStrip aboveTemplates />
        </DrawersOnly>
      )}
      {flows.length > 0 && (
        <>
          <Attention flows={flows} />
          <fieldset className={styles.filters} aria-label={t('home.filter')}>
            {filters.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={filter === each}
                onClick={() => setFilter(each)}
              >
                {t(`home.${each}`)} <span>{number(flows.filter(matches(each)).length)}</span>
              </button>
            ))}
            <span className={styles.grow} />
            <span className={styles.period}>{t('home.period')}</span>
          </fieldset>
          <ScenarioTable flows={flows.filter(matches(filter))} isLate={error !== null} />
        </>
      )}
      <TemplateGallery all={data !== undefined && flows.length === 0} />
    </Page>
  )
}
