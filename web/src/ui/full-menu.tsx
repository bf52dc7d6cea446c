import { Menu as BaseMenu } from '@base-ui/react/menu'
import clsx from 'clsx'
import type { MenuProps } from './menu'
import styles from './menu.module.css'

/**
 * A list of acts behind a button, for pages that hold lists anyway; `Menu` is the one that costs nothing until it is
 * pressed. With `isOpen` it stands open at first.
 */
export function FullMenu({
  trigger,
  items,
  align = 'end',
  head,
  finalFocus,
  isOpen,
}: MenuProps & { isOpen?: boolean }) {
  return (
    <BaseMenu.Root defaultOpen={isOpen}>
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
