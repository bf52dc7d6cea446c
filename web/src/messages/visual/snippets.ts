import type { Snippet } from '@relance/core/mail/edit/insert-block'
import type { Language } from '@relance/core/words/language'
import { formatWords, type WordKey } from '../../words/format-message'

/** Blocks that are written here; those the server has stand in its own list. */
export const plainKinds = ['text', 'image', 'button', 'columns', 'rule', 'spacer'] as const
export type PlainKind = (typeof plainKinds)[number]

/** A new block of a kind with words of the mail's language in it, as MJML. */
export function snippetOf(kind: PlainKind, language: Language): Snippet {
  const say = (key: WordKey) => formatWords(language, key)
  const text = (words: string) => `<mj-text font-size="16px" line-height="26px">${words}</mj-text>`
  const column = (words: string) => `  <mj-column>\n    ${text(words)}\n  </mj-column>`
  const left = column(say('mailEditor.sample.left'))
  const right = column(say('mailEditor.sample.right'))
  const written: Record<PlainKind, Snippet> = {
    text: { level: 'content', mjml: text(say('mailEditor.sample.text')) },
    image: { level: 'content', mjml: '<mj-image src="" alt="" padding="12px 0" />' },
    button: {
      level: 'content',
      mjml: `<mj-button href="{{ selection_url | default: shop.url }}" padding="16px 0">${say('mailEditor.sample.button')}</mj-button>`,
    },
    columns: { level: 'section', mjml: `<mj-section>\n${left}\n${right}\n</mj-section>` },
    rule: {
      level: 'content',
      mjml: '<mj-divider border-width="1px" border-color="#d9d4cb" padding="18px 0" />',
    },
    spacer: { level: 'content', mjml: '<mj-spacer height="24px" />' },
  }
  return written[kind]
}
