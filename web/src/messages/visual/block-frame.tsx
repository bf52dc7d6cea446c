import type { MailBlock } from '@relance/core/mail/mail-block'
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react'
import { IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import type { BlockActs } from './block-acts'
import styles from './stage.module.css'

/** Where something stands on the stage, in pixels. */
export interface Box {
  top: number
  left: number
  width: number
  height: number
}

/** The line around the chosen block, its name, and what can be done with it. */
export function BlockFrame({
  box,
  block,
  name,
  acts,
}: {
  box: Box
  block: MailBlock
  name: string
  acts: BlockActs
}) {
  const { t } = useWords()
  return (
    <div className={styles.chosen} style={box}>
      <span className={styles.tag}>{name}</span>
      <fieldset className={styles.acts} aria-label={name}>
        <IconButton label={t('mailEditor.up')} onClick={() => acts.move(block, -1)}>
          <ArrowUp className="icon-s" aria-hidden="true" />
        </IconButton>
        <IconButton label={t('mailEditor.down')} onClick={() => acts.move(block, 1)}>
          <ArrowDown className="icon-s" aria-hidden="true" />
        </IconButton>
        <IconButton label={t('mailEditor.duplicate')} onClick={() => acts.duplicate(block)}>
          <Copy className="icon-s" aria-hidden="true" />
        </IconButton>
        <IconButton label={t('mailEditor.remove')} onClick={() => acts.remove(block)}>
          <Trash2 className="icon-s" aria-hidden="true" />
        </IconButton>
      </fieldset>
    </div>
  )
}
