import clsx from 'clsx'
import { ChevronRight, GripVertical, Search } from 'lucide-react'
import { useState } from 'react'
import fields from '../../ui/field.module.css'
import { Kbd } from '../../ui/kbd'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useContent } from '../canvas-context'
import { isTriggerType, paletteGroups, stepTypes } from '../step-types'
import { useCommands } from '../use-commands'
import { useView } from '../use-view'
import { findSteps, groupSteps } from './find-steps'
import styles from './palette.module.css'
import { usePaletteDrag } from './use-palette-drag'

/** Everything that can be added; drag it, or press it to put it on the ground in view. */
export function Palette() {
  const { t, say } = useWords()
  const [search, setSearch] = useState('')
  const hasTrigger = useContent((content) =>
    Object.values(content.nodes).some((node) => isTriggerType(node.type)),
  )
  const [triggersOpen, setTriggersOpen] = useState(false)
  const commands = useCommands()
  const view = useView()
  const { begin, ghost } = usePaletteDrag()
  const groups = groupSteps(
    findSteps(stepTypes, search),
    hasTrigger
      ? paletteGroups
      : ['trigger', ...paletteGroups.filter((group) => group !== 'trigger')],
  )
  const folds = hasTrigger && !search
  return (
    <aside className={styles.palette} data-region="palette" aria-label={t('palette.name')}>
      <div className={clsx(fields.wrap, fields.soft, styles.search)}>
        <Search className="icon-s" aria-hidden="true" />
        <input
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t('palette.add')}
          aria-label={t('palette.add')}
        />
        <Kbd>A</Kbd>
      </div>
      <div className={styles.groups}>
        {groups.map(({ category, types }) => {
          const folded = category === 'trigger' && folds && !triggersOpen
          return (
            <section key={category} aria-label={t(`group.${category}`)}>
              {category === 'trigger' && folds ? (
                <button
                  type="button"
                  className={styles.fold}
                  aria-expanded={triggersOpen}
                  onClick={() => setTriggersOpen(!triggersOpen)}
                >
                  {t('palette.triggers', { n: types.length })}
                  <ChevronRight
                    className={clsx('icon-s', triggersOpen && styles.turned)}
                    aria-hidden="true"
                  />
                </button>
              ) : (
                <h3>{t(`group.${category}`)}</h3>
              )}
              {!folded && (
                <ul>
                  {types.map((type) => (
                    <li key={type.type}>
                      <button
                        type="button"
                        className={styles.item}
                        title={say(type.about)}
                        data-palette={type.type}
                        onPointerDown={(event) => begin(event, type.type)}
                        onKeyDown={(event) =>
                          event.key === 'Enter' &&
                          commands.add(type.type, { on: 'ground', at: view.pastePoint() })
                        }
                      >
                        <Tile tone={category} icon={type.icon} size="tiny" />
                        <span>{say(type.title)}</span>
                        <GripVertical className={clsx('icon-s', styles.grip)} aria-hidden="true" />
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          )
        })}
        {groups.length === 0 && <p className={styles.none}>{t('palette.none', { search })}</p>}
      </div>
      <p className={styles.foot}>
        {t('palette.hint')} <Kbd>A</Kbd>
      </p>
      {ghost}
    </aside>
  )
}
