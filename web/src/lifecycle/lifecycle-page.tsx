import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lifecycleQuery } from '../api/activity'
import { Page, PageHead } from '../app/page'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { DailyMoves } from './daily-moves'
import styles from './lifecycle.module.css'
import { Stages } from './stages'

/** The whole relation with the customers: who stands where, who moved, and which scenario works on each step. */
export function LifecyclePage() {
  const { t, number } = useWords()
  const asked = useQuery(lifecycleQuery())
  const { data, error } = asked
  const people = data && Object.values(data.stages).reduce((sum, n) => sum + n, 0)
  return (
    <Page>
      <PageHead
        title={t('nav.lifecycle')}
        about={people !== undefined && t('lifecycle.about', { n: people, people: number(people) })}
      >
        <Link to="/returns" className={styles.link}>
          {t('lifecycle.toReturns')}
        </Link>
      </PageHead>
      <Unanswered asked={asked} />
      {!data && !error && <Loading rows={5} height={64} />}
      {data && <Stages lifecycle={data} />}
      <DailyMoves />
    </Page>
  )
}
