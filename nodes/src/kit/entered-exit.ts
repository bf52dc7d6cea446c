import type { ExitSpec } from '@relance/core/node/definition'

/** The one way out of every trigger. */
export const enteredExit: ExitSpec = { exit: 'entered', label: { en: 'Entered', fr: 'Entrée' } }
