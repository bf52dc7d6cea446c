import type { SentenceNames } from '@relance/core/node/definition'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { mailTemplatesQuery, offersQuery } from '../api/messages'
import { useWords } from '../words/use-words'
import type { DraftDocument } from './document/draft-document'
import { stepTitles } from './step-titles'
import { isTriggerType, stepType } from './step-types'

/** Names of what steps refer to by id: mails, offers, other steps, the trigger's instant. */
export function useNames(document: DraftDocument | null): SentenceNames {
  const { language, money } = useWords()
  const mails = useQuery(mailTemplatesQuery()).data
  const offers = useQuery(offersQuery()).data
  const nothing = () => () => undefined
  const nodes = useSyncExternalStore(document?.subscribe ?? nothing, () => document?.content.nodes)
  return useMemo(() => {
    const trigger = Object.values(nodes ?? {}).find((node) => isTriggerType(node.type))
    const mailName = new Map(mails?.items.map((mail) => [mail.id, mail.name]))
    const offerName = new Map(
      offers?.items.map((offer) => [offer.id, money(offer.valueCents, offer.currency)]),
    )
    return {
      template: (id) => mailName.get(id),
      offer: (id) => offerName.get(id),
      node: (id) =>
        document ? stepTitles(document.content, language).get(id)?.toLowerCase() : undefined,
      segment: () => undefined,
      anchor: trigger && stepType(trigger.type)?.anchor?.[language],
    }
  }, [nodes, mails, offers, language, money, document])
}
