import type { SentencePart } from './definition'

/** Plain text of a sentence. */
export const plain = (text: string): SentencePart => ({ text })

/** The value of a field: semibold on the card, a click opens the field. */
export const value = (field: string, text: string): SentencePart => ({ text, field })

/** A field without a value: its question stands in the sentence. */
export const missing = (field: string, question: string): SentencePart => ({
  text: question,
  field,
  missing: true,
})

/** A message with named slots as parts: `Wait {for}` with `{for: value('for', '14 days')}`. */
export function sentence(
  message: string,
  slots: Readonly<Record<string, SentencePart | readonly SentencePart[]>>,
): SentencePart[] {
  const parts = message.split(/\{(\w+)\}/).flatMap((text, index): readonly SentencePart[] => {
    if (index % 2 === 0) return [plain(text)]
    const slot = slots[text]
    return slot === undefined ? [] : [slot].flat()
  })
  return parts.filter(({ text }) => text !== '')
}

/** A sentence as one text, for accessible names and lists. */
export const sentenceText = (parts: readonly SentencePart[]): string =>
  parts.map(({ text }) => text).join('')
