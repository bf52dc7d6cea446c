import {
  type Context,
  type Emitter,
  IfTag,
  isTruthy,
  LiquidError,
  Output,
  RenderError,
  type Template,
  TypeGuards,
  toValue,
  toValueSync,
} from 'liquidjs'
import { LimitedEmitter } from './limited-emitter'
import { maxOutput } from './limits'
import { readValue } from './read-value'

type Step = (context: Context, output: Emitter) => void

/** Of so many steps, one looks at the time; each turn of a loop does as well. */
const LOOK_EVERY = 32

/**
 * Fills templates without the generators that liquidjs takes each step with, so that it may wait for one: a mail waits
 * for nothing, and most of its time went there. Texts, values and conditions are worked out once for each template;
 * every other tag is liquidjs' own, and comes back here with what stands within it. What it writes is the same.
 */
export class DirectRenderer {
  readonly #steps = new WeakMap<Template[], Step[]>()

  renderTemplates(
    templates: Template[],
    context: Context,
    output: Emitter = new LimitedEmitter(maxOutput),
  ): string {
    context.renderLimit.check(performance.now())
    const steps = this.#stepsOf(templates)
    for (let n = 0; n < steps.length; n++) {
      if (n % LOOK_EVERY === LOOK_EVERY - 1) context.renderLimit.check(performance.now())
      steps[n]?.(context, output)
      if (context.breakCalled || context.continueCalled) break
    }
    return output.buffer
  }

  #stepsOf(templates: Template[]): Step[] {
    const known = this.#steps.get(templates)
    if (known) return known
    const steps = templates.map((template) => located(template, this.#stepOf(template)))
    this.#steps.set(templates, steps)
    return steps
  }

  #stepOf(template: Template): Step {
    if (TypeGuards.isHTMLToken(template.token)) {
      const text = template.token.getContent()
      return (_, output) => output.write(text)
    }
    if (template instanceof Output) {
      const read = readValue(template.value)
      return (context, output) => output.write(toValue(read(context)))
    }
    if (template instanceof IfTag) return this.#choice(template)
    return (context, output) => {
      const written = toValueSync(template.render(context, output))
      if (written) output.write(written)
    }
  }

  #choice({ branches, elseTemplates = [] }: IfTag): Step {
    const choices = branches.map(({ value, templates }) => ({ read: readValue(value), templates }))
    return (context, output) => {
      const chosen = choices.find(({ read }) => isTruthy(toValue(read(context)), context))
      this.renderTemplates(chosen?.templates ?? elseTemplates, context, output)
    }
  }
}

/** A failure says where in the template it was, as liquidjs does. */
const located =
  (template: Template, step: Step): Step =>
  (context, output) => {
    try {
      step(context, output)
    } catch (error) {
      if (LiquidError.is(error) || !(error instanceof Error)) throw error
      throw new RenderError(error, template)
    }
  }
