import { CaptureTag, type Context, Liquid, type LiquidOptions } from 'liquidjs'
import { DirectRenderer } from './direct-renderer'
import { LimitedEmitter } from './limited-emitter'
import { maxMemory, maxOutput, maxRenderMs, maxTemplate } from './limits'
import { addMailFilters } from './mail-filters'

/** As the built-in, but what is captured counts: doubling a capture in a loop must not fill memory. */
class LimitedCaptureTag extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const captured = yield this.liquid.renderer.renderTemplates(
      this.templates,
      context,
      new LimitedEmitter(maxOutput),
    )
    context.memoryLimit.use(captured.length)
    Reflect.set(context.bottom(), this.variable, captured)
  }
}

/** Tags that read other files, or that keep state between renders of one template. */
const withoutTags = ['include', 'render', 'layout', 'block']

function makeLiquid(options: LiquidOptions): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {}, // never the file system
    parseLimit: maxTemplate,
    renderLimit: maxRenderMs,
    memoryLimit: maxMemory,
    ...options,
  })
  liquid.registerTag('capture', LimitedCaptureTag)
  for (const tag of withoutTags) delete liquid.tags[tag]
  addMailFilters(liquid)
  Object.assign(liquid, { renderer: new DirectRenderer() })
  return liquid
}

const identity = (value: unknown) => value

/** For HTML: every value is escaped unless it ends in `| raw`. */
export const htmlLiquid = makeLiquid({ outputEscape: 'escape' })
const { escape: escapeFilter } = htmlLiquid.filters
if (typeof escapeFilter === 'function') {
  // Said on purpose by an author, it must not escape twice.
  htmlLiquid.registerFilter('escape', { handler: escapeFilter, raw: true })
}

/** For subjects and text parts: nothing is escaped, even where the author wrote `| escape`. */
export const textLiquid = makeLiquid({})
textLiquid.registerFilter('escape', identity)
textLiquid.registerFilter('escape_once', identity)
