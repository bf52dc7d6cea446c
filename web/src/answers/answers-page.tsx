import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answersQuery, peopleWaitingQuery } from '../api/answers'
import { meQuery } from '../api/workspace'
import { Page, PageHead } from '../app/page'
import { SupportCases } from '../faulty/support-cases'
import { EmptyPage } from '../ui/empty-page'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { Tabs } from '../ui/tabs'
import { useWords } from '../words/use-words'
import { AnswerCard } from './answer-card'
import { AnswerFigures } from './answer-figures'
import styles from './answers.module.css'

type View = 'open' | 'mine' | 'done'
const views: View[] = ['open', 'mine', 'done']

/** Customers who wait for a person: those who answered a mail, and those a faulty send has hit. */
export function AnswersPage() {
  const { t } = useWords()
  const [view, setView] = useState<View>('open')
  const waiting = useQuery(peopleWaitingQuery()).data
  const me = useQuery(meQuery()).data?.user
  return (
    <Page>
      <PageHead
        title={t('nav.answers')}
        about={waiting?.answers.open ? t('answers.about', { n: waiting.answers.open }) : undefined}
      >
        <Tabs
          label={t('answers.which')}
          value={view}
          choices={views.map((value) => ({ value, label: t(`answers.${value}`) }))}
          onChange={setView}
        />
      </PageHead>
      <AnswerFigures />
      <AnswerList view={view} owner={view === 'mine' ? me?.id : undefined} />
      <SupportCases />
    </Page>
  )
}

function AnswerList({ view, owner }: { view: View; owner: string | undefined }) {
  const { t } = useWords()
  const asked = { state: view === 'done' ? ('done' as const) : ('open' as const), owner }
  const { data, error, refetch } = useQuery(answersQuery(asked))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={4} height={120} />
  if (data.items.length === 0)
    return <EmptyPage title={t(`answers.none-${view}`)} about={t('answers.noneAbout')} />
  return (
    <>
      <ul className={styles.list} aria-label={t('nav.answers')}>
        {data.items.map((answer) => (
          <li key={answer.id} className={panel.panel}>
            <AnswerCard answer={answer} withName />
          </li>
        ))}
      </ul>
      {data.next && <p className={styles.more}>{t('answers.more')}</p>}
    </>
  )
}
