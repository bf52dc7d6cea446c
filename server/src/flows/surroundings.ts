import type { Surroundings } from '@relance/workflows/compile/gather-facts'
import type { Services } from '../http/context'

/** What this installation adds to what a workspace knows of a draft. */
export const surroundings = ({ inboxUrl }: Pick<Services, 'inboxUrl'>): Surroundings => ({
  sendsForReal: inboxUrl === null,
})
