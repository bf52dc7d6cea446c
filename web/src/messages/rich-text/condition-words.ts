import { mailConditions } from '@relance/core/mail/mail-fields'
import type { UseWords } from '../../words/use-words'

/** What it takes to say Liquid in the reader's words. */
export interface LiquidWords extends Pick<UseWords, 't' | 'say'> {
  /** What the picker calls a value; the name itself where it is not known. */
  labelOf: (name: string) => string
}

/** Texts in quotes, comparisons with nothing, names and words. */
const TOKEN = /"[^"]*"|'[^']*'|\s*[=!]=\s*(?:blank|empty|nil)\b|[=!]=|[A-Za-z_][\w-]*(?:\.[\w-]+)*/g

/** What a condition asks, as `offer.minimum > 0 and cart` does. */
function asked(says: string, { t, labelOf }: LiquidWords): string {
  return says.replace(TOKEN, (token) => {
    if (/^["']/.test(token)) return t('mailEditor.chip.quoted', { text: token.slice(1, -1) })
    if (token === '==') return '='
    if (token === '!=') return '≠'
    if (/^\s*==/.test(token)) return ` ${t('mailEditor.chip.isBlank')}`
    if (/^\s*!=/.test(token)) return ` ${t('mailEditor.chip.isKnown')}`
    if (token === 'and') return t('mailEditor.chip.and')
    if (token === 'or') return t('mailEditor.chip.or')
    if (token === 'contains') return t('mailEditor.chip.contains')
    return labelOf(token.replace(/\.size$/, ''))
  })
}

/** Under which condition something stands: as the list of conditions calls it, else with the labels of its values. */
function condition(says: string, words: LiquidWords): string {
  const known = mailConditions.find((each) => each.says === says.replaceAll('"', "'").trim())
  return known
    ? words.say(known.words)
    : words.t('mailEditor.chip.if', { says: asked(says, words) })
}

/**
 * A piece of Liquid between `{%` and `%}` in the reader's words; what is rarer than conditions and repetitions stays as
 * it is written.
 * @param word if, elsif, else, endif, for, …
 */
export function liquidWords(word: string, says: string, words: LiquidWords): string {
  const { t } = words
  if (word.startsWith('end')) return t('mailEditor.chip.end')
  switch (word) {
    case 'if':
      return condition(says, words)
    case 'elsif':
      return t('mailEditor.chip.elsif', { says: asked(says, words) })
    case 'unless':
      return t('mailEditor.chip.unless', { says: asked(says, words) })
    case 'else':
      return t('mailEditor.chip.else')
    case 'for': {
      const list = /^\w+\s+in\s+([\w.]+)/.exec(says)?.[1]
      return list ? t('mailEditor.chip.for', { list: words.labelOf(list) }) : `for ${says}`
    }
    default:
      return `${word} ${says}`.trim()
  }
}
