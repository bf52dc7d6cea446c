import type { Scenario } from './scenario'
import { kills } from './scenarios/kills'

/** Every scenario; those of one group run at the same time, because they mostly wait. */
export const groups: Scenario[][] = [[kills]]
