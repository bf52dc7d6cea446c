import { levelOf, referenceTo } from '@relance/core/mail/block-reference'
import type { Snippet } from '@relance/core/mail/edit/insert-block'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type SharedBlock, sharedBlocksQuery } from '../../api/mail-blocks'
import { useWords } from '../../words/use-words'
import { BlockIcon } from '../visual/block-icon'
import { useDragged } from '../visual/dragged'
import styles from '../visual/visual.module.css'
import { ManageBlocks } from './manage-blocks'

const snippetOf = ({ key, languages }: SharedBlock): Snippet => ({
  level: levelOf(languages.en ?? languages.fr ?? ''),
  mjml: referenceTo(key),
})

/** The workspace's own blocks, placed by reference; nothing where it has none. */
export function SharedPalette({ onAdd }: { onAdd: (snippet: Snippet) => void }) {
  const { t } = useWords()
  const { data } = useQuery(sharedBlocksQuery())
  const setDragged = useDragged((state) => state.setWhat)
  const [isManaging, setManaging] = useState(false)
  const blocks = data?.items ?? []
  if (blocks.length === 0) return null
  return (
    <section className={styles.group} aria-label={t('mailEditor.shared')}>
      <h2 className={styles.groupHead}>
        {t('mailEditor.shared')}
        <button type="button" onClick={() => setManaging(true)}>
          {t('mailEditor.manage')}
        </button>
      </h2>
      <div className={styles.palette}>
        {blocks.map((block) => (
          <button
            key={block.id}
            type="button"
            draggable
            aria-label={t('mailEditor.add', { block: block.name })}
            onClick={() => onAdd(snippetOf(block))}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', '')
              setDragged({ snippet: snippetOf(block) })
            }}
            onDragEnd={() => setDragged(null)}
          >
            <BlockIcon kind="shared" />
            <span>{block.name}</span>
          </button>
        ))}
      </div>
      <ManageBlocks open={isManaging} onClose={() => setManaging(false)} blocks={blocks} />
    </section>
  )
}
