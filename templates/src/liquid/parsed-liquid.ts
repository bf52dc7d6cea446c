import type { Liquid, Template } from 'liquidjs'
import { parseLiquid } from './parse-liquid'

const kept = 300
const templatesByText = new WeakMap<Liquid, Map<string, Template[]>>()

/** As parseLiquid, but remembers the last few hundred texts: one mail goes to many people. */
export function parsedLiquid(liquid: Liquid, text: string, field: string): Template[] {
  const known = templatesByText.get(liquid) ?? new Map<string, Template[]>()
  templatesByText.set(liquid, known)
  const templates = known.get(text) ?? parseLiquid(liquid, text, field)
  // Taken out and put back: the map's first key is then the one unused for longest.
  known.delete(text)
  known.set(text, templates)
  const oldest = known.keys().next().value
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return templates
}
