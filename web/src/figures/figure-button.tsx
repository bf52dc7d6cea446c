import type { ReactNode } from 'react'
import type { FigureAsked } from '../api/reports'
import { useFigureLists } from './figure-lists'
import { FigurePress } from './figure-press'

/** A figure of messages that opens the list of what it counts. Nothing counted: the figure alone. */
export function FigureButton({
  asked,
  count,
  title,
  children,
}: {
  asked: FigureAsked
  /** What the figure counts. */
  count: number
  /** What the list is of, such as “Clicked, Welcome”. */
  title: string
  children: ReactNode
}) {
  const open = useFigureLists((state) => state.open)
  return (
    <FigurePress figure={asked.figure} {...{ count, title }} onPress={() => open({ asked, title })}>
      {children}
    </FigurePress>
  )
}
