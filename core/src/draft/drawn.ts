import type { Draft } from '../graph/draft'

/** What is drawn of a scenario, without whose it is and how often it was saved. */
export type Drawn = Pick<Draft, 'graph' | 'positions' | 'settings'>
