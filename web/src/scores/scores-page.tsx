import { useQuery } from '@tanstack/react-query'
import { scoresQuery } from '../api/scores'
import { Page, PageHead } from '../app/page'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { BreakpointsCard } from './breakpoints-card'
import { GridCard } from './grid-card'
import { LatencyCard } from './latency-card'
import { MatrixCard } from './matrix-card'
import { ParetoCard } from './pareto-card'
import { RebuildButton } from './rebuild-button'
import styles from './scores.module.css'

/** Who orders how recently, how often and for how much, and what that is worth. */
export function ScoresPage() {
  const { t, date } = useWords()
  const asked = useQuery(scoresQuery())
  const { data, error } = asked
  const about = data && t('scores.about', { n: data.customers, at: date(data.asOf, 'stamp') })
  return (
    <Page>
      <PageHead title={t('nav.scores')} about={about}>
        <RebuildButton />
      </PageHead>
      <Unanswered asked={asked} />
      {!data && !error && <Loading rows={8} />}
      {data?.customers === 0 && <p className={styles.none}>{t('scores.none')}</p>}
      {data && data.customers > 0 && (
        <div className={styles.page}>
          <div className={styles.pair}>
            <MatrixCard scores={data} />
            <ParetoCard scores={data} />
          </div>
          <div className={styles.pair}>
            <GridCard scores={data} />
            <div className={styles.column}>
              <BreakpointsCard scores={data} />
            </div>
          </div>
          <LatencyCard />
        </div>
      )}
    </Page>
  )
}
