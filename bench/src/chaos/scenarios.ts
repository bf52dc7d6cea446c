import type { Scenario } from './scenario'
import { kills } from './scenarios/kills'
import { tryLater } from './scenarios/try-later'
import { wipe } from './scenarios/wipe'

/** Every scenario; those of one group run at the same time, because they mostly wait. */
export const groups: Scenario[][] = [[kills], [wipe], [tryLater]]
