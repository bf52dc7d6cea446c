import { ORDER_GOAL } from '@relance/core/report/report-settings'
import { ageWords } from '@relance/core/time/age-words'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type FigureRow, figureRowsQuery } from '../api/reports'
import { useWords } from '../words/use-words'
import { type OpenList, useFigureLists } from './figure-lists'
import { PeopleList } from './people-list'
import { useCreditWords } from './use-credit-words'

/** The list behind the figure that was pressed; nothing while none was. Leaving the page closes it. */
export function FigureList() {
  const { shown, close } = useFigureLists()
  useEffect(() => close, [close])
  return shown ? <List key={JSON.stringify(shown.asked)} {...shown} close={close} /> : null
}

function List({ asked, title, close }: OpenList & { close: () => void }) {
  const { t, money, date, language } = useWords()
  const credit = useCreditWords()
  const { figure } = asked
  const isCredit = figure === 'conversions' || figure === 'revenueCents'
  const whatOf = ({ linkUrl, orderId, goal }: FigureRow) =>
    linkUrl ??
    (orderId && t('figures.orderNumber', { id: orderId })) ??
    (goal === ORDER_GOAL ? null : goal)
  return (
    <PeopleList
      title={title}
      asked={useInfiniteQuery(figureRowsQuery(asked))}
      about={(first) => [
        t('figures.listed', { n: first.count }),
        figure === 'revenueCents' ? money(first.revenueCents) : null,
        figure === 'reactivity' ? t('figures.listedClicks', { n: first.clicked }) : null,
        isCredit ? credit(first) : null,
      ]}
      lines={(row: FigureRow) => [
        whatOf(row),
        row.clickedAt && t('figures.clickedAt', { at: date(row.clickedAt, 'stamp') }),
        row.seconds === null
          ? null
          : t('figures.afterAct', { time: ageWords(row.seconds, language) }),
      ]}
      close={close}
    />
  )
}
