import type { Scope } from '../connection/scope'
import { updateWorkspace } from '../workspace/update-workspace'

/** For tests about something else that write to one person more often than a new workspace would let them. */
export const withoutLimits = (scope: Scope) =>
  updateWorkspace(scope, {
    pressure: { emailMost: null, smsMost: null, allMost: null, sunset: false, repeatHours: null },
  })
