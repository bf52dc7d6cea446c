import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import { useRef } from 'react'
import styles from '../../ui/menu.module.css'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { printedKey } from '../keys/printed-key'
import { useKeyScene } from '../keys/use-key-scene'
import type { OpenMenu } from '../store/menu-slice'
import { menuActs } from './menu-acts'

/** The acts for whatever was pressed, at the place where it was, each with its key. */
export function ContextMenu() {
  const menu = useCanvas((state) => state.menu)
  return menu ? <Opened key={JSON.stringify(menu)} menu={menu} /> : null
}

function Opened({ menu }: { menu: OpenMenu }) {
  const { t } = useWords()
  const { store, readOnly } = useSession()
  const scene = useKeyScene()
  const hasActed = useRef(false)
  const acts = menuActs(scene, menu, readOnly)
  const { x, y } = menu.at
  const anchor = { getBoundingClientRect: () => DOMRect.fromRect({ x, y }) }
  const close = () => store.getState().openMenu(null)
  /** Back to what the menu was for; an act says itself where the keyboard goes. */
  const back = () => {
    if (hasActed.current) return false
    if (menu.on === 'step') scene.view.focus(menu.id)
    else scene.view.focusCanvas()
    return false
  }
  if (acts.length === 0) return null
  return (
    <Menu.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Menu.Portal>
        <Menu.Positioner
          className={styles.positioner}
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
        >
          <Menu.Popup
            className={clsx(styles.popup, styles.wide)}
            aria-label={t('menu.title')}
            finalFocus={back}
            data-context-menu={menu.on}
          >
            {acts.map((act, place) =>
              act === null ? (
                <Menu.Separator key={`after-${acts[place - 1]?.words}`} className={styles.line} />
              ) : (
                <Menu.Item
                  key={act.words}
                  className={clsx(styles.item, act.isDanger && styles.danger)}
                  onClick={() => {
                    hasActed.current = true
                    close()
                    act.run()
                    // An act that opens nothing leaves the keyboard where the menu found it.
                    requestAnimationFrame(() => {
                      hasActed.current = false
                      const { activeElement } = document
                      if (!activeElement || activeElement === document.body) back()
                    })
                  }}
                >
                  <span>{t(act.words)}</span>
                  <kbd>{printedKey(act.keys, t)}</kbd>
                </Menu.Item>
              ),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
