import { Context, Liquid, toValueSync } from 'liquidjs'
import { LimitedEmitter } from '../liquid/limited-emitter'
import { maxOutput } from '../liquid/limits'
import { htmlLiquid } from '../liquid/mail-liquid'
import { parsedLiquid } from '../liquid/parsed-liquid'
import { RenderSettings } from '../liquid/render-settings'

const settings = new RenderSettings('fr', 'fr-FR', 'Europe/Paris', new Date('2026-03-23'), 'EUR')

/** The renderer that liquidjs itself has. */
export const { renderer: theirs } = new Liquid()

/** What a text becomes, or how it fails, by one renderer or the other. */
export function outcomeOf(text: string, data: object, renderer: Liquid['renderer']): string {
  const ours = htmlLiquid.renderer
  const output = new LimitedEmitter(maxOutput)
  const context = new Context(
    structuredClone(data),
    htmlLiquid.options,
    { sync: true, globals: settings },
    { liquid: htmlLiquid },
  )
  // Tags ask their engine for its renderer.
  Object.assign(htmlLiquid, { renderer })
  try {
    toValueSync(renderer.renderTemplates(parsedLiquid(htmlLiquid, text, 'html'), context, output))
    return output.buffer
  } catch (error) {
    return `${output.buffer} ⚠ ${error instanceof Error ? error.message : error}`
  } finally {
    Object.assign(htmlLiquid, { renderer: ours })
  }
}
