import type { SentenceNames } from '@relance/core/node/definition'
import { useMemo } from 'react'
import type { ScenarioTemplate } from '../api/types'
import type { DraftContent } from '../canvas/document/draft-content'
import { nameInSentence } from '../canvas/step-titles'
import { isTriggerType, stepType } from '../canvas/step-types'
import { useWords } from '../words/use-words'

/** What a template's sentences call its mails and offers, which no workspace has yet. */
export function useTemplateNames(
  { mails, offers }: ScenarioTemplate,
  content: DraftContent,
): SentenceNames {
  const { language, money } = useWords()
  return useMemo(() => {
    const mailName = new Map(mails.map(({ key, name }) => [key, name]))
    const offerName = new Map(
      offers.map(({ key, valueCents, currency }) => [key, money(valueCents, currency)]),
    )
    const trigger = Object.values(content.nodes).find(({ type }) => isTriggerType(type))
    return {
      template: (key) => mailName.get(key),
      offer: (key) => offerName.get(key),
      node: (id) => nameInSentence(content, id, language),
      segment: () => undefined,
      anchor: trigger && stepType(trigger.type)?.anchor?.[language],
    }
  }, [mails, offers, content, language, money])
}
