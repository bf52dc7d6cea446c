import type { MailBlock } from '@relance/core/mail/mail-block'
import type { MailField } from '../../api/content-types'
import { useWords } from '../../words/use-words'
import { RichText } from '../rich-text/rich-text'
import type { BlockActs } from './block-acts'

/** The words of a block. White space around them stays as it is in the source. */
export function TextFields({
  mjml,
  block,
  fields,
  acts,
  oneLine = false,
}: {
  mjml: string
  block: MailBlock
  fields: readonly MailField[]
  acts: BlockActs
  oneLine?: boolean
}) {
  const { t } = useWords()
  const { inner } = block.element
  const whole = inner ? mjml.slice(inner.from, inner.to) : ''
  const words = whole.trim()
  const before = words ? whole.slice(0, whole.indexOf(words)) : ''
  const after = words ? whole.slice(before.length + words.length) : ''
  return (
    <RichText
      key={block.id}
      label={t('mailEditor.words')}
      fields={fields}
      oneLine={oneLine}
      value={words}
      onChange={(next) => acts.setContent(block, before + next + after)}
    />
  )
}
