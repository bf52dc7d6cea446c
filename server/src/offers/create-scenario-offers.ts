import type { Language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { createOffer } from '@relance/db/offer/create-offer'
import { findOffer } from '@relance/db/offer/list-offers'
import type { ScenarioOffer } from '@relance/templates/scenario/scenario-file'

/** Makes the offers a scenario names, those the workspace has no key of yet; their ids by key. */
export async function createScenarioOffers(
  scope: Scope,
  wanted: readonly ScenarioOffer[],
  language: Language,
) {
  const idByKey = new Map<string, string>()
  for (const { key, name, kind, valueCents, currency, minimumCents, validFor } of wanted) {
    const there = await findOffer(scope, key)
    const offer =
      there ??
      (await createOffer(scope, {
        key,
        name: name[language],
        kind,
        valueCents,
        currency,
        minimumCents,
        validFor,
      }))
    idByKey.set(key, offer.id)
  }
  return idByKey
}
