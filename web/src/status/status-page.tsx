import { useQuery } from '@tanstack/react-query'
import { engineStatusQuery } from '../api/engine-status'
import { Page, PageHead } from '../app/page'
import { Loading, Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { Mails } from './mails'
import { People } from './people'
import { Queues } from './queues'
import { SetAside } from './set-aside'
import styles from './status.module.css'
import { Verdict } from './verdict'
import { Workers } from './workers'

/** Whether everything works, in words: what is stuck and since when, what waits, what failed and for whom. */
export function StatusPage() {
  const { t, language } = useWords()
  const asked = useQuery(engineStatusQuery(language))
  const { data, error } = asked
  return (
    <Page>
      <PageHead title={t('nav.status')} about={t('status.about')} />
      <Unanswered asked={asked} />
      {!data && !error && <Loading rows={6} />}
      {data && (
        <>
          <Verdict status={data} />
          <div className={styles.columns}>
            <Queues queues={data.queues} />
            <Workers status={data} />
          </div>
          <Mails mails={data.mails} />
          <People attention={data.attention} />
          <SetAside setAside={data.setAside} />
        </>
      )}
    </Page>
  )
}
