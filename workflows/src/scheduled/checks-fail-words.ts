import type { Words } from '@relance/core/words/language'

/** Why a start that was confirmed does not happen; `names` of the checks. */
export const checksFailWords: Words = {
  en: 'These saved checks do not come out as confirmed when this was scheduled: {names}.',
  fr: 'Ces vérifications enregistrées ne donnent plus le résultat confirmé à la programmation\u00a0: {names}.',
}
