import { Menu as BaseMenu } from '@base-ui/react/menu'
import clsx from 'clsx'
import type { ReactElement, ReactNode } from 'react'
import styles from './menu.module.css'

export interface MenuItem {
  label: string
  icon?: ReactNode
  keys?: string
  onSelect: () => void
  tone?: 'danger'
  disabled?: boolean
  checked?: boolean
}

/** A list of acts behind a button; `null` draws a line between groups. */
export function Menu({
  trigger,
  items,
  align = 'end',
  head,
  finalFocus,
}: {
  trigger: ReactElement<Record<string, unknown>>
  items: (MenuItem | null)[]
  align?: 'start' | 'end'
  head?: ReactNode
  /** Where the keyboard goes when the list closes; its button when this answers nothing. */
  finalFocus?: () => HTMLElement | null
}) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} sideOffset={4} align={align}>
          <BaseMenu.Popup
            className={styles.popup}
            finalFocus={finalFocus && (() => finalFocus() ?? true)}
          >
            {head && <div className={styles.head}>{head}</div>}
            {items.map((item, place) =>
              item === null ? (
                <BaseMenu.Separator
                  key={`line-${items[place - 1]?.label}`}
                  className={styles.line}
                />
              ) : (
                <BaseMenu.Item
                  key={item.label}
                  disabled={item.disabled}
                  onClick={item.onSelect}
                  className={clsx(styles.item, item.tone && styles[item.tone])}
                >
                  {item.icon}
                  <span>{item.label}</span>
                  {item.keys && <kbd>{item.keys}</kbd>}
                  {item.checked && <span aria-hidden="true">✓</span>}
                </BaseMenu.Item>
              ),
            )}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}
