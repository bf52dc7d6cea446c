import type { SentencePart } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent } from '../canvas-context'
import { useOtherAt } from '../presence/use-presence'
import { readingOrder } from '../step-titles'

/** The accessible name of a card: its title, its sentence, and where it stands. */
export function useCardName(id: string, title: string, parts: SentencePart[]): string {
  const { t } = useWords()
  // A text compares by value, so the order may be read anew each time.
  const place = useContent((content) => {
    const order = readingOrder(content)
    return `${order.indexOf(id) + 1}/${order.length}`
  })
  const [n = '1', of = '1'] = place.split('/')
  const other = useOtherAt(id)
  const places = useCanvas((state) => state.path?.places[id]?.join(', '))
  const name = t('canvas.cardName', {
    title,
    sentence: sentenceText(parts),
    n: Number(n),
    of: Number(of),
  })
  const here = places ? t('try.cardOnPath', { name, places }) : name
  return other?.place.isEditing ? `${here}. ${t('presence.editedBy', { name: other.name })}` : here
}
