import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type CountedAsked, type CountedRow, countedQuery } from '../api/counted'
import { useWords } from '../words/use-words'
import { FigurePress } from './figure-press'
import { PeopleList } from './people-list'

/** A figure of people or mails that opens the list of whom it counts. Nothing counted: the figure alone. */
export function CountedFigure({
  asked,
  count,
  title,
  reasonWords,
  children,
}: {
  asked: CountedAsked
  count: number
  /** What the list is of. */
  title: string
  /** A row’s reason, said; nothing is said where it is left out. */
  reasonWords?: (reason: string) => string
  children: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <FigurePress figure={asked.figure} {...{ count, title }} onPress={() => setIsOpen(true)}>
        {children}
      </FigurePress>
      {isOpen && <List {...{ asked, title, reasonWords }} close={() => setIsOpen(false)} />}
    </>
  )
}

function List({
  asked,
  title,
  reasonWords,
  close,
}: {
  asked: CountedAsked
  title: string
  reasonWords?: (reason: string) => string
  close: () => void
}) {
  const { t } = useWords()
  return (
    <PeopleList
      title={title}
      asked={useInfiniteQuery(countedQuery(asked))}
      about={({ count }) => [t('figures.listed', { n: count })]}
      lines={({ reason }: CountedRow) => [reason && reasonWords ? reasonWords(reason) : null]}
      close={close}
    />
  )
}
