import type { Scenario } from './scenario'
import { badMailServer } from './scenarios/bad-mail-server'
import { everyFailpoint } from './scenarios/every-failpoint'
import { fullDisk } from './scenarios/full-disk'
import { kills } from './scenarios/kills'
import { movedClock } from './scenarios/moved-clock'
import { serverKills } from './scenarios/server-kills'
import { tryLater } from './scenarios/try-later'
import { twoWorkers } from './scenarios/two-workers'
import { wipe } from './scenarios/wipe'

/** Every scenario; those of one group run at the same time, because they mostly wait. */
export const groups: Scenario[][] = [
  [kills],
  [wipe, serverKills],
  [tryLater, badMailServer, fullDisk],
  [twoWorkers, movedClock],
  [everyFailpoint],
]
