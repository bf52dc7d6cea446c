import type { Language } from '@relance/core/words/language'

/**
 * What our filters must know of the reader, passed as the render's globals,
 * so that templates may also say `{{ language }}`.
 */
export class RenderSettings {
  constructor(
    readonly language: Language,
    /** BCP 47 for numbers and dates; of the same language. */
    readonly locale: string,
    /** IANA name. */
    readonly timeZone: string,
    /** What `since` counts to. */
    readonly now: Date,
    /** Used where a price names none. */
    readonly currency: string,
  ) {}

  /** The settings of the render under way; English in UTC while a template is only parsed. */
  static of(globals: unknown): RenderSettings {
    if (globals instanceof RenderSettings) return globals
    return new RenderSettings('en', 'en-GB', 'UTC', new Date(0), 'EUR')
  }
}
