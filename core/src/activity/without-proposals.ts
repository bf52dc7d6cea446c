import { z } from 'zod'

type Proposed = Record<string, z.ZodDefault>
type Change<Shape extends Proposed> = {
  [Key in keyof Shape]: z.ZodOptional<Shape[Key]['def']['innerType'] & z.ZodType>
}

/** Settings of which only some are given: none is required, and no proposal fills in what is left out. */
export const withoutProposals = <Shape extends Proposed>(settings: z.ZodObject<Shape>) => {
  const optional = Object.entries(settings.shape).map(([key, value]) => [
    key,
    z.optional(value.unwrap()),
  ])
  return z.object(Object.fromEntries(optional) as Change<Shape>)
}
