import { z } from 'zod'
import { AppError } from '../../error/app-error'
import type { Definitions } from '../../node/definition'
import type { Problem } from '../../plan/problem'
import type { Draft } from '../draft'
import { graphEdge } from '../graph'
import { flowSettings } from '../settings'
import { addNode } from './add-node'
import { setConfig, setSettings } from './change-node'
import { connect, disconnect } from './connect'
import { removeNode } from './remove-node'
import { replaceNode } from './replace-node'

const ofNode = z.object({ nodeId: z.string() })
const added = z.object({
  type: z.string(),
  id: z.string().optional(),
  from: z.string().optional(),
  exit: z.string().optional(),
})
const configured = ofNode.extend({ config: z.record(z.string(), z.unknown()) })
const replaced = ofNode.extend({ type: z.string(), id: z.string().optional() })

/** Applies the fix a problem proposes. Throws AppError invalid for an action that is not one of the draft's. */
export function applyFix(
  draft: Draft,
  { action, args }: NonNullable<Problem['fix']>,
  definitions: Definitions,
): Draft {
  switch (action) {
    case 'addNode':
      return addNode(draft, added.parse(args), definitions)
    case 'removeNode':
      return removeNode(draft, ofNode.parse(args), definitions)
    case 'replaceNode':
      return replaceNode(draft, replaced.parse(args), definitions)
    case 'connect':
      return connect(draft, graphEdge.parse(args))
    case 'disconnect':
      return disconnect(draft, graphEdge.pick({ from: true, exit: true }).parse(args))
    case 'setConfig':
      return setConfig(draft, configured.parse(args))
    case 'setSettings':
      return setSettings(draft, { settings: settingsPatch(args) })
    default:
      throw new AppError('invalid', 'This cannot be mended by itself.', { field: 'action' })
  }
}

/** Only the settings that are named: parsing must not add the defaults of the others. */
function settingsPatch(args: Record<string, unknown>): Partial<Draft['settings']> {
  const given = z.object({ settings: z.record(z.string(), z.unknown()) }).parse(args).settings
  const read = flowSettings.parse(given)
  const named = Object.entries(read).filter(([field]) => Object.hasOwn(given, field))
  return Object.fromEntries(named)
}
