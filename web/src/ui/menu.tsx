import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense } from 'react'
import { useAsked } from './use-asked'

export interface MenuItem {
  label: string
  icon?: ReactNode
  keys?: string
  onSelect: () => void
  tone?: 'danger'
  disabled?: boolean
  checked?: boolean
}

export interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>
  /** `null` draws a line between groups. */
  items: (MenuItem | null)[]
  align?: 'start' | 'end'
  head?: ReactNode
  /** Where the keyboard goes when the list closes; its button when this answers nothing. */
  finalFocus?: () => HTMLElement | null
}

/** Fetches the list before it is asked for. */
export const fetchMenu = () => import('./full-menu')
const FullMenu = lazy(async () => ({ default: (await fetchMenu()).FullMenu }))

/** A list of acts behind a button. The list is fetched when somebody comes near the button, and stands from the first press on. */
export function Menu(props: MenuProps) {
  const { isAsked, button } = useAsked(fetchMenu, 'menu')
  const closed = cloneElement(props.trigger, button)
  if (!isAsked) return closed
  return (
    <Suspense fallback={closed}>
      <FullMenu {...props} isOpen />
    </Suspense>
  )
}
