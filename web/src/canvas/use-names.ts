import type { SentenceNames } from '@relance/core/node/definition'
import type { Language } from '@relance/core/words/language'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { mailTemplatesQuery, offersQuery } from '../api/messages'
import { segmentsQuery } from '../api/segments'
import { useWords } from '../words/use-words'
import type { DraftDocument } from './document/draft-document'
import { stepTitles } from './step-titles'
import { isTriggerType, stepType } from './step-types'

/** A step as a rule speaks of it: its own name in quotes, else what it is: “email 1”. */
function nameInSentence(document: DraftDocument | null, id: string, language: Language) {
  const own = document?.content.nodes[id]?.name
  if (own) return language === 'fr' ? `« ${own} »` : `“${own}”`
  return document ? stepTitles(document.content, language).get(id)?.toLowerCase() : undefined
}

/** Names of what steps refer to by id: mails, offers, other steps, the trigger's instant. */
export function useNames(document: DraftDocument | null): SentenceNames {
  const { language, money } = useWords()
  const mails = useQuery(mailTemplatesQuery()).data
  const offers = useQuery(offersQuery()).data
  const segments = useQuery(segmentsQuery()).data
  const nothing = () => () => undefined
  const nodes = useSyncExternalStore(document?.subscribe ?? nothing, () => document?.content.nodes)
  return useMemo(() => {
    const trigger = Object.values(nodes ?? {}).find((node) => isTriggerType(node.type))
    const mailName = new Map(mails?.items.map((mail) => [mail.id, mail.name]))
    const segmentName = new Map(segments?.items.map(({ id, name }) => [id, name]))
    const offerName = new Map(
      offers?.items.map((offer) => [offer.id, money(offer.valueCents, offer.currency)]),
    )
    return {
      template: (id) => mailName.get(id),
      offer: (id) => offerName.get(id),
      node: (id) => nameInSentence(document, id, language),
      segment: (id) => segmentName.get(id),
      anchor: trigger && stepType(trigger.type)?.anchor?.[language],
    }
  }, [nodes, mails, offers, segments, language, money, document])
}
