import { ownCondition } from '@relance/core/mail/edit/set-condition'
import type { MailBlock } from '@relance/core/mail/mail-block'
import { EyeOff, Filter, Repeat } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { MailField } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import { useChipWords } from '../rich-text/use-chip-words'
import type { BlockActs } from './block-acts'
import { BlockIcon } from './block-icon'
import { useDragged } from './dragged'
import { useBlockWords } from './use-block-words'
import styles from './visual.module.css'

/** A column that fills its band is no place of its own. */
const isListed = (blocks: readonly MailBlock[]) => (block: MailBlock) =>
  block.element.name !== 'mj-column' ||
  blocks.some(
    (other) =>
      other !== block && other.parent === block.parent && other.element.name === 'mj-column',
  ) ||
  block.conditions.length > 0

/** The blocks of a mail as a list: arrows choose, Alt and an arrow move, Enter edits, Delete removes. */
export function BlockList({
  mjml,
  blocks,
  fields,
  selected,
  shownIds,
  acts,
  onSelect,
  onEdit,
}: {
  mjml: string
  blocks: readonly MailBlock[]
  fields: readonly MailField[]
  selected: MailBlock | null
  /** Those the chosen customer gets to see; null while nobody knows. */
  shownIds: ReadonlySet<number> | null
  acts: BlockActs
  onSelect: (id: number) => void
  onEdit: () => void
}) {
  const { t } = useWords()
  const describe = useBlockWords(mjml)
  const { liquid } = useChipWords(fields)
  const setDragged = useDragged((state) => state.setWhat)
  const helpId = useId()
  const list = useRef<HTMLDivElement>(null)
  const listed = blocks.filter(isListed(blocks))
  const chosen = selected ?? listed[0] ?? null
  useEffect(() => {
    const row = list.current?.querySelector(`[data-block="${selected?.id}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    if (row instanceof HTMLElement && list.current?.contains(document.activeElement)) row.focus()
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!chosen) return
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const next = listed[listed.indexOf(chosen) + step]
    if (step !== 0 && event.altKey) acts.move(chosen, step < 0 ? -1 : 1)
    else if (step !== 0 && next) onSelect(next.id)
    else if (event.key === 'Enter') onEdit()
    else if (event.key === 'Delete' || event.key === 'Backspace') acts.remove(chosen)
    else if (event.key === 'd' && (event.ctrlKey || event.metaKey)) acts.duplicate(chosen)
    else return
    event.preventDefault()
  }
  return (
    <section className={styles.group} aria-label={t('mailEditor.inMail')}>
      <h2>{t('mailEditor.inMail')}</h2>
      {listed.length === 0 && <p className={styles.hint}>{t('mailEditor.emptyMail')}</p>}
      <p id={helpId} className={styles.hint}>
        {t('mailEditor.keys')}
      </p>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        aria-label={t('mailEditor.inMail')}
        aria-describedby={helpId}
        onKeyDown={onKeyDown}
      >
        {listed.map((block) => {
          const { kind, name, said } = describe(block)
          const condition = ownCondition(block)
          const loop = block.conditions.find(({ branch }) => branch.word === 'for')
          const hidden = shownIds !== null && !shownIds.has(block.id) && kind !== 'code'
          return (
            <button
              key={block.id}
              type="button"
              role="option"
              className={styles.row}
              tabIndex={block === chosen ? 0 : -1}
              aria-selected={block === selected}
              data-block={block.id}
              style={{ paddingLeft: 8 + Math.min(block.depth, 4) * 10 }}
              draggable
              onClick={() => onSelect(block.id)}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', '')
                setDragged({ blockId: block.id })
              }}
              onDragEnd={() => setDragged(null)}
            >
              <BlockIcon kind={kind} />
              <span className={styles.said} title={`${name} ${said ?? ''}`.trim()}>
                <b>{name}</b> {said}
              </span>
              {condition && (
                <Mark
                  icon={Filter}
                  words={t('mailEditor.conditional', {
                    says: liquid(condition.branch.word, condition.branch.says),
                  })}
                />
              )}
              {loop && (
                <Mark
                  icon={Repeat}
                  words={t('mailEditor.repeated', {
                    says: liquid(loop.branch.word, loop.branch.says),
                  })}
                />
              )}
              {hidden && <Mark icon={EyeOff} words={t('mailEditor.hidden')} />}
            </button>
          )
        })}
      </div>
    </section>
  )
}

function Mark({ icon: Icon, words }: { icon: typeof Filter; words: string }) {
  return (
    <span title={words} className={styles.mark}>
      <Icon className="icon-s" role="img" aria-label={words} />
    </span>
  )
}
