import { Popover } from '@base-ui/react/popover'
import type { NodeDefinition } from '@relance/core/node/definition'
import clsx from 'clsx'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { findSteps, groupSteps } from '../palette/find-steps'
import { isTriggerType, paletteGroups, stepType, stepTypes } from '../step-types'
import type { Picking } from '../store/picker-slice'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import styles from './picker.module.css'
import { recentSteps, rememberStep } from './recent-steps'

/** The list of steps at the place where one is to be added or replaced. */
export function Picker() {
  const picking = useCanvas((state) => state.picking)
  return picking ? <OpenPicker key={JSON.stringify(picking)} picking={picking} /> : null
}

/** Types that make sense here: a trigger only replaces a trigger, or begins a scenario that has none. */
function usePickable(picking: Picking): NodeDefinition[] {
  const { document } = useSession()
  const replaced = picking.mode === 'replace' ? document.content.nodes[picking.id]?.type : undefined
  const hasTrigger = Object.values(document.content.nodes).some(({ type }) => isTriggerType(type))
  const begins = picking.mode === 'add' && picking.place.on === 'ground' && !hasTrigger
  const wantsTrigger = replaced === undefined ? begins : isTriggerType(replaced)
  return stepTypes.filter(
    (type) => (type.category === 'trigger') === wantsTrigger && type.type !== replaced,
  )
}

function OpenPicker({ picking }: { picking: Picking }) {
  const { t, say } = useWords()
  const { store } = useSession()
  const commands = useCommands()
  const view = useView()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const pickable = usePickable(picking)
  const sections = useMemo(() => {
    const found = findSteps(pickable, search)
    if (search) return [{ title: null, types: found }]
    const recent = recentSteps().flatMap((type) => found.find((each) => each.type === type) ?? [])
    const groups = groupSteps(found, paletteGroups).map((group) => ({
      title: t(`group.${group.category}`),
      types: group.types,
    }))
    return recent.length > 0 ? [{ title: t('picker.recent'), types: recent }, ...groups] : groups
  }, [pickable, search, t])
  const flat = sections.flatMap((section) => section.types)
  const close = () => store.getState().pick(null)
  const choose = (type: string) => {
    close()
    rememberStep(type)
    if (picking.mode === 'replace') commands.replace(picking.id, type)
    const id = picking.mode === 'replace' ? picking.id : commands.add(type, picking.place)
    if (id) view.focus(id)
  }
  /** What was typed before the field was there is as if it had been typed into it. */
  const takeTyped = () => {
    const { text, isEntered } = store.getState().takeTyped()
    const [first] = text ? findSteps(pickable, text) : flat
    if (isEntered && first) choose(first.type)
    else setSearch(text + search)
  }
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) {
      event.preventDefault()
      const next = (at + step + flat.length) % Math.max(1, flat.length)
      setAt(next)
      document.getElementById(`pick-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    const chosen = flat[at]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      choose(chosen.type)
    }
  }
  const anchor = { getBoundingClientRect: () => new DOMRect(picking.at.x, picking.at.y, 0, 0) }
  let place = -1
  return (
    <Popover.Root open onOpenChange={(open) => !open && close()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          sideOffset={8}
          side="bottom"
          align="center"
          className={styles.positioner}
          collisionPadding={12}
        >
          <Popover.Popup
            className={styles.popup}
            initialFocus={input}
            aria-label={t('palette.add')}
          >
            <div className={styles.search}>
              <Search className="icon-s" aria-hidden="true" />
              <input
                ref={input}
                value={search}
                role="combobox"
                aria-expanded
                aria-controls="picker-list"
                aria-activedescendant={`pick-${at}`}
                placeholder={picking.mode === 'replace' ? t('picker.replace') : t('palette.add')}
                aria-label={t('palette.add')}
                onChange={(event) => {
                  setSearch(event.target.value)
                  setAt(0)
                }}
                onKeyDown={keys}
                onFocus={takeTyped}
              />
            </div>
            <div
              id="picker-list"
              role="listbox"
              aria-label={t('palette.name')}
              className={styles.list}
            >
              {sections.map((section) => (
                <fieldset key={section.title ?? 'found'} aria-label={section.title ?? undefined}>
                  {section.title && <h3 role="presentation">{section.title}</h3>}
                  {section.types.map((type) => {
                    place++
                    const mine = place
                    return (
                      <button
                        key={type.type}
                        id={`pick-${mine}`}
                        type="button"
                        role="option"
                        aria-selected={mine === at}
                        tabIndex={-1}
                        data-pick={type.type}
                        className={clsx(styles.item, mine === at && styles.on)}
                        onMouseMove={() => setAt(mine)}
                        onClick={() => choose(type.type)}
                      >
                        <Tile tone={stepType(type.type)?.category ?? 'custom'} icon={type.icon} />
                        <span>
                          <b>{say(type.title)}</b>
                          <small>{say(type.about)}</small>
                        </span>
                      </button>
                    )
                  })}
                </fieldset>
              ))}
              {flat.length === 0 && <p className={styles.none}>{t('palette.none', { search })}</p>}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
