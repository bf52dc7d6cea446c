import { sameJson } from '@relance/core/json/same-json'
import type { FieldSpec } from '@relance/core/node/definition'
import type { DraftContent } from '../document/draft-content'
import { stepType } from '../step-types'

/** Values that hold exits or rules of one step: they make no sense for several. */
const ONE_STEPS_OWN: ReadonlySet<FieldSpec['kind']> = new Set([
  'branches',
  'shares',
  'rule',
  'json',
])

export interface SharedField {
  field: string
  spec: FieldSpec
  /** What all of them have; undefined where they differ, or where none has any. */
  value: unknown
  differs: boolean
}

/** The fields that all of these steps have, under one name and of one kind. */
export function sharedFields({ nodes }: Pick<DraftContent, 'nodes'>, ids: readonly string[]) {
  const steps = ids.flatMap((id) => nodes[id] ?? [])
  const [first, ...others] = steps
  if (!first) return []
  return Object.entries(stepType(first.type)?.fields ?? {}).flatMap(
    ([field, spec]): SharedField[] => {
      if (!spec || ONE_STEPS_OWN.has(spec.kind)) return []
      const specOf = (type: string) => stepType(type)?.fields[field]
      const all = others.every(({ type }) => specOf(type)?.kind === spec.kind)
      const isShown = steps.every(
        ({ config }) => !spec.when || spec.when.oneOf.includes(String(config[spec.when.field])),
      )
      if (!all || !isShown) return []
      const differs = others.some(
        ({ config }) => !sameJson(config[field] ?? null, first.config[field] ?? null),
      )
      return [{ field, spec, value: differs ? undefined : first.config[field], differs }]
    },
  )
}
