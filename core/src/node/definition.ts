import type { z } from 'zod'
import type { Language, Words } from '../words/language'

export type NodeCategory = 'trigger' | 'message' | 'time' | 'path' | 'data' | 'end' | 'custom'

/** A named way out. An optional one left open follows the first exit. */
export interface ExitSpec {
  exit: string
  label: Words
  optional?: boolean
}

/**
 * How the generated form asks for a config field, and how a card says its value.
 * `kind` decides both: a duration is picked as number + unit and said as "14 days".
 */
export interface FieldSpec {
  kind:
    | 'duration'
    | 'event'
    | 'template'
    | 'offer'
    | 'segment'
    | 'rule'
    | 'text'
    | 'number'
    | 'choice'
    | 'choices'
    | 'time'
    | 'contact-field'
    | 'json'
    | 'instant'
    | 'rrule'
    /** A duration before or after, signed: `-P7D`. */
    | 'offset'
    /** A text, a number, yes or no, or nothing. */
    | 'value'
    /** Ranked branches of a condition: `[{exit, label?, rule}]`. */
    | 'branches'
    /** Percentages of a split: `[{exit, label?, share}]`. */
    | 'shares'
  label: Words
  /** The question shown inside the sentence and beside the form while it has no value. */
  question?: Words
  /** For `choice` and `choices`. */
  options?: { value: string; label: Words }[]
  help?: Words
  /** Asked only while another field of the step has one of these values. */
  when?: { field: string; oneOf: readonly string[] }
}

/** One part of a card's sentence: plain text, or the value of a field (semibold, clickable). */
export interface SentencePart {
  text: string
  field?: string
  missing?: boolean
}

/** What a sentence needs of the workspace: names of the things a config refers to by id. */
export interface SentenceNames {
  template(id: string): string | undefined
  offer(id: string): string | undefined
  node(id: string): string | undefined
  segment(id: string): string | undefined
  /** What waits count from, in words with its article: “the cart was abandoned”. */
  anchor?: string
  /** The flow's zone, for instants in a sentence. IANA name. */
  timeZone?: string
}

/** What `summarise` builds on. */
export interface SentenceKit {
  /** `summary` in the reader's language. */
  message: string
  /** A field's value in words by its kind, or its question. */
  slot(field: string): SentencePart
}

/** A node type, pure: runs in the browser and on the server. `run` lives apart, by the same type. */
export interface NodeDefinition<
  Type extends string = string,
  Config extends z.ZodObject = z.ZodObject,
> {
  type: Type
  version: number
  category: NodeCategory
  /** Name of a lucide icon, kebab-case. */
  icon: string
  title: Words
  /** Half a sentence for the picker. */
  about: Words
  /** Synonyms in both languages for the palette's search. */
  keywords: string[]
  config: Config
  /** What a freshly added node starts with; may lack values, which are then asked for. */
  defaults: Partial<z.input<Config>>
  fields: { [Field in keyof z.infer<Config>]?: FieldSpec }
  /** One message per language, its slots named after config fields. */
  summary: Words
  /** Where no message can say it (a rule, a list): the sentence, from config and language. */
  summarise?(
    config: Partial<z.infer<Config>>,
    language: Language,
    names: SentenceNames,
    parts: SentenceKit,
  ): SentencePart[]
  exits(config: Partial<z.infer<Config>>): ExitSpec[]
  /** Config fields whose emptiness has a V-code of its own (V04, V05, V14, …). */
  required?: { [Field in keyof z.infer<Config>]?: string }
  /** True where the walk may stop here; a cycle needs one (V29). */
  waits?: boolean
  /** Triggers: what its instant is, to end “24 hours after …”. */
  anchor?: Words
}

/** Every node type an installation knows, by type. */
export type Definitions = Readonly<Record<string, NodeDefinition>>

/** The definition of a type, or null where it is not known here. */
export const definitionOf = (definitions: Definitions, type: string): NodeDefinition | null =>
  Object.hasOwn(definitions, type) ? (definitions[type] ?? null) : null
