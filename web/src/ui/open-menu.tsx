import { Menu as BaseMenu } from '@base-ui/react/menu'
import clsx from 'clsx'
import type { MenuProps } from './menu'
import styles from './menu.module.css'

/** The list behind a button, open at first. */
export function OpenMenu({ trigger, items, align = 'end', head, finalFocus }: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen>
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
