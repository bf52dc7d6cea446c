import type { MailBlock } from '@relance/core/mail/mail-block'
import type { MjmlNode } from '@relance/core/mail/mjml-node'
import type { Language } from '@relance/core/words/language'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { MailField } from '../../api/content-types'
import { Button, IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { ShareBlock } from '../shared-blocks/share-block'
import { SharedFields } from '../shared-blocks/shared-fields'
import type { BlockActs } from './block-acts'
import styles from './block-fields.module.css'
import { BlockIcon } from './block-icon'
import { blockValues } from './block-values'
import { ConditionField } from './condition-field'
import type { DrawnLook } from './drawn-look'
import { KindFields } from './kind-fields'
import { useBlockWords } from './use-block-words'

const MOST_COLOURS = 8

/** Colours the mail uses already, the most frequent first. */
function coloursIn(mjml: string): string[] {
  const counts = new Map<string, number>()
  for (const [colour] of mjml.matchAll(/#[0-9a-f]{6}\b/gi)) {
    const known = colour.toLowerCase()
    counts.set(known, (counts.get(known) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
}

/** What the chosen block says and how it looks, and who gets it. */
export function BlockInspector({
  mjml,
  roots,
  block,
  fields,
  acts,
  look,
  language,
  onClose,
  onCode,
}: {
  mjml: string
  roots: MjmlNode[]
  block: MailBlock
  fields: readonly MailField[]
  acts: BlockActs
  look: DrawnLook | null
  language: Language
  onClose: () => void
  onCode: () => void
}) {
  const { t } = useWords()
  const { kind, name } = useBlockWords(mjml)(block)
  const used = useMemo(() => coloursIn(mjml), [mjml])
  const values = blockValues(roots, block, acts)
  return (
    <section aria-label={`${t('mailEditor.block')} ${name}`}>
      <header className={styles.inspectorHead}>
        <span className={styles.tile}>
          <BlockIcon kind={kind} />
        </span>
        <div>
          <p className={styles.over}>{t('mailEditor.block')}</p>
          <h2>{name}</h2>
        </div>
        <IconButton label={t('mailEditor.closeBlock')} onClick={onClose}>
          <X className="icon-s" aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.part} key={`${block.id} ${kind}`}>
        {kind === 'shared' ? (
          <SharedFields
            block={block}
            language={language}
            onDetach={(text) => acts.replace(block, text)}
          />
        ) : (
          <KindFields {...{ mjml, kind, block, values, fields, acts, look, used }} />
        )}
        {(kind === 'code' || kind === 'table') && (
          <Button size="small" onClick={onCode}>
            {t('mailEditor.openCode')}
          </Button>
        )}
      </div>
      <ConditionField
        key={`condition ${block.id}`}
        block={block}
        fields={fields}
        onChange={(says) => acts.setCondition(block, says)}
      />
      {kind !== 'shared' && kind !== 'column' && (
        <div className={styles.part}>
          <ShareBlock
            key={`share ${block.id}`}
            {...{ mjml, block, language }}
            onShared={(reference) => acts.replace(block, reference)}
          />
        </div>
      )}
    </section>
  )
}
