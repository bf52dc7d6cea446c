import type { AnswerFigureName } from '@relance/core/report/answer-figure'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  type AnswerRow,
  answerReportQuery,
  answerRowsQuery,
  type AnswerFigures as Figures,
} from '../api/answer-report'
import type { ReportPeriod } from '../api/reports'
import { FigurePress } from '../figures/figure-press'
import tiles from '../figures/figure-tiles.module.css'
import { DAYS } from '../figures/figures-search'
import { PeopleList } from '../figures/people-list'
import { PeriodPicker } from '../figures/period-picker'
import { shownDates } from '../figures/shown-dates'
import home from '../home/home.module.css'
import { secondsWords } from '../journey/seconds-words'
import panel from '../ui/panel.module.css'
import { Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import styles from './answers.module.css'

interface Open {
  figure: AnswerFigureName
  title: string
}

/** How many wrote back in a period, how soon a person saw to them, and what they ordered after; each opens its list. */
export function AnswerFigures() {
  const { t } = useWords()
  const [period, setPeriod] = useState<ReportPeriod>({ days: DAYS })
  const [open, setOpen] = useState<Open | null>(null)
  const asked = useQuery(answerReportQuery(period))
  const { data } = asked
  return (
    <section className={`${panel.panel} ${styles.figures}`} aria-labelledby="answer-figures">
      <header className={home.filters}>
        <h2 id="answer-figures">{t('answers.figures')}</h2>
        <PeriodPicker period={period} shown={data ? shownDates(data) : null} onChange={setPeriod} />
      </header>
      <Unanswered asked={asked} />
      {data && <Tiles figures={data} onOpen={setOpen} />}
      {open && <Behind key={open.figure} {...{ open, period }} close={() => setOpen(null)} />}
    </section>
  )
}

function Tiles({ figures, onOpen }: { figures: Figures; onOpen: (open: Open) => void }) {
  const { t, number, share, money, language } = useWords()
  const { replies, answered, medianSeconds, due, inTime, orders, revenueCents } = figures
  const { creditDays, withinHours } = figures
  const press = (figure: AnswerFigureName, title: string, children: ReactNode) => (
    <FigurePress
      {...{ figure, title }}
      count={figures[figure]}
      onPress={() => onOpen({ figure, title })}
    >
      {children}
    </FigurePress>
  )
  return (
    <dl className={tiles.tiles}>
      <div>
        <dt>{t('answers.replies')}</dt>
        <dd>{press('replies', t('answers.replies'), number(replies))}</dd>
        <dd className={tiles.about}>
          {press('answered', t('answers.answered'), t('answers.ofThem', { n: answered }))}
        </dd>
      </div>
      <div>
        <dt>{t('answers.time')}</dt>
        <dd>
          {press(
            'answered',
            t('answers.time'),
            medianSeconds === null ? '–' : secondsWords(medianSeconds, language),
          )}
        </dd>
        <dd className={tiles.about}>
          {press(
            'due',
            t('answers.dueTitle', { hours: withinHours }),
            due === 0
              ? t('answers.timeAbout')
              : t('answers.inTime', {
                  share: share(inTime / due, 0),
                  hours: withinHours,
                }),
          )}
        </dd>
      </div>
      <div>
        <dt>{t('answers.orders')}</dt>
        <dd>{press('orders', t('answers.orders'), number(orders))}</dd>
        <dd className={tiles.about}>
          {t('answers.ordersAbout', { money: money(revenueCents), days: creditDays })}
        </dd>
      </div>
    </dl>
  )
}

function Behind({
  open: { figure, title },
  period,
  close,
}: {
  open: Open
  period: ReportPeriod
  close: () => void
}) {
  const { t, money, language } = useWords()
  return (
    <PeopleList
      title={title}
      asked={useInfiniteQuery(answerRowsQuery(figure, period))}
      about={(first) => [
        t('figures.listed', { n: first.count }),
        figure === 'orders' ? money(first.revenueCents) : null,
      ]}
      lines={({ orderId, seconds }: AnswerRow) => [
        orderId !== null
          ? t('figures.orderNumber', { id: orderId })
          : seconds === null
            ? t('answers.waits')
            : t('answers.waited', { time: secondsWords(seconds, language) }),
      ]}
      close={close}
    />
  )
}
