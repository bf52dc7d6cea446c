import type { FieldSpec } from '@relance/core/node/definition'

/** What every field of the inspector gets; `value` is whatever the config holds, maybe nothing. */
export interface FieldProps {
  spec: FieldSpec
  field: string
  nodeId: string
  value: unknown
  onChange: (value: unknown) => void
}
