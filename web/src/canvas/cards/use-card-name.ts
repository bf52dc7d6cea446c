import type { SentencePart } from '@relance/core/node/definition'
import { sentenceText } from '@relance/core/node/sentence'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent } from '../canvas-context'
import { useOtherAt } from '../presence/use-presence'
import { readingPlaces } from '../step-titles'

/** The accessible name of a card: its title, its sentence, and where it stands. */
export function useCardName(id: string, title: string, parts: SentencePart[]): string {
  const { t } = useWords()
  const n = useContent((content) => readingPlaces(content).get(id)) ?? 1
  const of = useContent((content) => readingPlaces(content).size)
  const other = useOtherAt(id)
  const places = useCanvas((state) => state.path?.places[id]?.join(', '))
  const name = t('canvas.cardName', {
    title,
    sentence: sentenceText(parts),
    n,
    of,
  })
  const here = places ? t('try.cardOnPath', { name, places }) : name
  return other?.place.isEditing ? `${here}. ${t('presence.editedBy', { name: other.name })}` : here
}
