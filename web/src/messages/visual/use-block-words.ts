import { kindOf } from '@relance/core/mail/block-kind'
import { attributeOf } from '@relance/core/mail/inherited-attribute'
import type { MailBlock } from '@relance/core/mail/mail-block'
import { useWords } from '../../words/use-words'
import { wordsIn } from './words-in'

/** What a block is called in the list, and what it says. */
export function useBlockWords(mjml: string) {
  const { t } = useWords()
  return ({ element }: MailBlock) => {
    const kind = kindOf(element)
    const name = t(`mailEditor.kind.${kind}`)
    const said =
      kind === 'image'
        ? (attributeOf(element, 'alt') ?? '')
        : kind === 'shared'
          ? (attributeOf(element, 'key') ?? '')
          : element.inner && element.children.length === 0
            ? wordsIn(mjml.slice(element.inner.from, element.inner.to))
            : ''
    return { kind, name, said }
  }
}
