import type { Snippet } from '@relance/core/mail/edit/insert-block'
import type { Language } from '@relance/core/words/language'
import { useQuery } from '@tanstack/react-query'
import { mailSnippetsQuery } from '../../api/messages'
import { useWords } from '../../words/use-words'
import { SharedPalette } from '../shared-blocks/shared-palette'
import { BlockIcon, type BlockIconName } from './block-icon'
import { useDragged } from './dragged'
import { plainKinds, snippetOf } from './snippets'
import styles from './visual.module.css'

/** The blocks that can be put into a mail: by a click or a key after the chosen one, or dragged to their place. */
export function Palette({
  language,
  onAdd,
}: {
  language: Language
  onAdd: (snippet: Snippet) => void
}) {
  const { t } = useWords()
  const { data: living } = useQuery(mailSnippetsQuery(language))
  const plain = plainKinds.map((kind) => ({ kind, snippet: snippetOf(kind, language) }))
  const made = (living?.items ?? []).map(({ kind, mjml }) => ({
    kind,
    snippet: { level: 'section' as const, mjml },
  }))
  const framing = made.filter(({ kind }) => kind === 'header' || kind === 'footer')
  return (
    <>
      <PaletteGroup title={t('mailEditor.blocks')} blocks={[...plain, ...framing]} onAdd={onAdd} />
      <PaletteGroup
        title={t('mailEditor.living')}
        blocks={made.filter((block) => !framing.includes(block))}
        onAdd={onAdd}
      />
      <SharedPalette onAdd={onAdd} />
    </>
  )
}

type Offered = { kind: Exclude<BlockIconName, 'table'>; snippet: Snippet }

function PaletteGroup({
  title,
  blocks,
  onAdd,
}: {
  title: string
  blocks: Offered[]
  onAdd: (snippet: Snippet) => void
}) {
  const { t } = useWords()
  const setDragged = useDragged((state) => state.setWhat)
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.palette}>
        {blocks.map(({ kind, snippet }) => (
          <button
            key={kind}
            type="button"
            draggable
            aria-label={t('mailEditor.add', { block: t(`mailEditor.kind.${kind}`) })}
            onClick={() => onAdd(snippet)}
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', '')
              event.dataTransfer.effectAllowed = 'copy'
              setDragged({ snippet })
            }}
            onDragEnd={() => setDragged(null)}
          >
            <BlockIcon kind={kind} />
            <span>{t(`mailEditor.kind.${kind}`)}</span>
          </button>
        ))}
      </div>
    </section>
  )
}
