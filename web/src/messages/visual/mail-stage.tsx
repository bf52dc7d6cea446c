import type { MailBlock } from '@relance/core/mail/mail-block'
import { useWords } from '../../words/use-words'
import type { BlockActs } from './block-acts'
import { BlockFrame, type Box } from './block-frame'
import styles from './stage.module.css'
import { drawnBlock, type MailTheme } from './stage-document'
import { useBlockWords } from './use-block-words'
import type { useMailFrame } from './use-mail-frame'
import { useStagePointer } from './use-stage-pointer'

const SCREEN_WIDTH = 640
const PHONE_WIDTH = 375
const LEAST_HEIGHT = 28
const EMPTY = '<!doctype html><html><head></head><body></body></html>'

/** The mail as the server made it for one customer, with the chosen block marked on it. */
export function MailStage({
  mjml,
  html,
  frameOf,
  isPhone,
  blocks,
  selected,
  acts,
  onSelect,
}: {
  mjml: string
  html: string | undefined
  frameOf: MailFrame
  isPhone: boolean
  blocks: readonly MailBlock[]
  selected: MailBlock | null
  acts: BlockActs
  onSelect: (id: number | null) => void
}) {
  const { t } = useWords()
  const describe = useBlockWords(mjml)
  const { frame, height, shown, onLoad } = frameOf
  const { glass, place } = useStagePointer({ document: shown?.document, blocks, acts, onSelect })
  const boxOf = (block: MailBlock): Box | null => {
    const drawn = shown && drawnBlock(shown.document, block.id)?.getBoundingClientRect()
    if (!drawn) return null
    const { top, left, width } = drawn
    return { top, left, width, height: Math.max(drawn.height, LEAST_HEIGHT) }
  }
  const chosen = selected && html !== undefined ? boxOf(selected) : null
  const target = place && boxOf(place.block)
  return (
    <div className={styles.paper} style={{ width: isPhone ? PHONE_WIDTH : SCREEN_WIDTH }}>
      <iframe
        ref={frame}
        title={t('mail.preview')}
        sandbox="allow-same-origin"
        srcDoc={EMPTY}
        onLoad={onLoad}
        tabIndex={-1}
        style={{ height: Math.max(height, 240) }}
      />
      <div ref={glass} className={styles.glass} draggable />
      {chosen && selected && (
        <BlockFrame box={chosen} block={selected} name={describe(selected).name} acts={acts} />
      )}
      {target && place && (
        <span
          className={styles.dropLine}
          style={{
            left: target.left,
            width: target.width,
            top: place.side === 'before' ? target.top : target.top + target.height,
          }}
        />
      )}
    </div>
  )
}

type MailFrame = ReturnType<typeof useMailFrame>

export type { MailFrame, MailTheme }
