import type { SentenceNames } from '@relance/core/node/definition'
import type { Language } from '@relance/core/words/language'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { mailTemplatesQuery, offersQuery } from '../api/messages'
import { segmentsQuery } from '../api/segments'
import { useUnitsStore } from '../words/language-store'
import { useWords } from '../words/use-words'
import type { DraftContent } from './document/draft-content'
import type { DraftDocument } from './document/draft-document'
import { nameInSentence } from './step-titles'
import { isTriggerType, stepType } from './step-types'

const anchorIn = (content: DraftContent | undefined, language: Language) => {
  const trigger = Object.values(content?.nodes ?? {}).find((node) => isTriggerType(node.type))
  return trigger && stepType(trigger.type)?.anchor?.[language]
}

/**
 * Names of what steps refer to by id: mails, offers, other steps, the trigger's instant, and the zone whose clock says
 * instants: the scenario's own, or the workspace's. Of another step it says what that is called when asked, so it stays
 * the same object from act to act.
 */
export function useNames(document: DraftDocument | null): SentenceNames {
  const { language, money } = useWords()
  const mails = useQuery(mailTemplatesQuery()).data
  const offers = useQuery(offersQuery()).data
  const segments = useQuery(segmentsQuery()).data
  const nothing = () => () => undefined
  const anchor = useSyncExternalStore(document?.subscribe ?? nothing, () =>
    anchorIn(document?.content, language),
  )
  const ofWorkspace = useUnitsStore((units) => units.timeZone)
  const ownZone = useSyncExternalStore(
    document?.subscribe ?? nothing,
    () => document?.content.settings.timeZone,
  )
  const timeZone = ownZone ?? ofWorkspace
  return useMemo(() => {
    const mailName = new Map(mails?.items.map((mail) => [mail.id, mail.name]))
    const segmentName = new Map(segments?.items.map(({ id, name }) => [id, name]))
    const offerName = new Map(
      offers?.items.map((offer) => [offer.id, money(offer.valueCents, offer.currency)]),
    )
    return {
      template: (id) => mailName.get(id),
      offer: (id) => offerName.get(id),
      node: (id) => (document ? nameInSentence(document.content, id, language) : undefined),
      segment: (id) => segmentName.get(id),
      anchor,
      timeZone,
    }
  }, [anchor, timeZone, mails, offers, segments, language, money, document])
}
