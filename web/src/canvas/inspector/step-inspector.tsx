import { Tabs } from '@base-ui/react/tabs'
import { Copy, Replace, Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, IconButton } from '../../ui/button'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import cardStyles from '../cards/step-card.module.css'
import { PeopleList } from '../people/people-list'
import type { InspectorTab } from '../store/panels-slice'
import { useCommands } from '../use-commands'
import { useStep } from '../use-step'
import { FiguresTab } from './figures-tab'
import styles from './inspector.module.css'
import { NotesTab } from './notes-tab'
import { SettingsTab } from './settings-tab'

const tabs: InspectorTab[] = ['settings', 'figures', 'people', 'notes']
/** Before anybody has walked there. */
const draftTabs: InspectorTab[] = ['settings', 'notes']

/** One step: what it is, its settings, its figures, the people at it, and what is noted of it. */
export function StepInspector({ id }: { id: string }) {
  const { t } = useWords()
  const { store, readOnly, hasFigures } = useSession()
  const { node, definition, title } = useStep(id)
  const tab = useCanvas((state) => state.inspectorTab)
  const commands = useCommands()
  const name = useNameField((typed) => commands.rename(id, typed))
  if (!node || !definition)
    return <p className={styles.empty}>{t('inspector.unknown', { type: node?.type ?? id })}</p>
  const kicker =
    definition.category === 'trigger' ? t('category.trigger') : t(`group.${definition.category}`)
  const shown = hasFigures ? tabs : draftTabs
  return (
    <>
      <header className={styles.head}>
        <Tile tone={definition.category} icon={definition.icon} />
        <div>
          <p className={`${styles.kicker} ${cardStyles[definition.category]}`}>{kicker}</p>
          <input
            ref={name}
            className={styles.name}
            aria-label={t('inspector.stepName')}
            value={node.name ?? title}
            maxLength={120}
            readOnly={readOnly}
            onChange={(event) => commands.rename(id, event.target.value)}
          />
        </div>
        <IconButton label={t('common.closeEsc')} onClick={() => store.getState().select([])}>
          <X className="icon" aria-hidden="true" />
        </IconButton>
      </header>
      <Tabs.Root
        value={shown.includes(tab) ? tab : 'settings'}
        onValueChange={(next) => store.getState().showTab(next)}
        style={{ display: 'contents' }}
      >
        <Tabs.List className={styles.tabs} aria-label={title}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each} className={styles.tab}>
              {t(`inspector.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="settings" className={styles.body}>
          <SettingsTab id={id} node={node} definition={definition} />
        </Tabs.Panel>
        <Tabs.Panel value="figures" className={styles.body}>
          <FiguresTab id={id} node={node} definition={definition} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className={styles.body}>
          <NotesTab id={id} note={node.note ?? ''} title={title} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={styles.body}>
          <PeopleList filter={{ nodeId: id, figure: 'waiting' }} />
        </Tabs.Panel>
      </Tabs.Root>
      {!readOnly && (
        <footer className={styles.foot}>
          <Button
            className={styles.grow}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect()
              store.getState().pick({
                mode: 'replace',
                id,
                at: { x: box.left + box.width / 2, y: box.top - 420 },
              })
            }}
          >
            <Replace className="icon-s" aria-hidden="true" />
            {t('inspector.replace')}
          </Button>
          <IconButton label={t('inspector.duplicate')} onClick={commands.duplicate}>
            <Copy className="icon" aria-hidden="true" />
          </IconButton>
          <IconButton label={t('inspector.remove')} onClick={commands.remove}>
            <Trash2 className="icon" aria-hidden="true" />
          </IconButton>
        </footer>
      )}
    </>
  )
}

/** The step's name takes the cursor when it is asked for, with what was typed before it was there. */
function useNameField(rename: (typed: string) => void) {
  const { store } = useSession()
  const isAsked = useCanvas((state) => state.focusField === '@name')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isAsked) return
    const { text } = store.getState().takeTyped()
    field.current?.select()
    store.getState().focusOn(null)
    if (text) rename(text)
  }, [isAsked, store, rename])
  return field
}
