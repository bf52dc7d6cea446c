import { z } from 'zod'
import type { Finding } from '../finding'
import type { Survey } from '../survey'

const shares = z.array(z.looseObject({ share: z.number() })).min(1)
type Shares = z.infer<typeof shares>

/** V13: the shares of a split make 100%. */
export function checkShares({ nodes }: Survey): Finding[] {
  return [...nodes.values()].flatMap(({ node, definition, readable }) =>
    Object.entries(definition.fields).flatMap(([field, spec]): Finding[] => {
      const read = shares.safeParse(readable[field])
      if (spec?.kind !== 'shares' || !read.success) return []
      const total = Math.round(read.data.reduce((sum, { share }) => sum + share, 0) * 100) / 100
      if (total === 100) return []
      const args = { nodeId: node.id, config: { [field]: levelled(read.data, total) } }
      return [
        {
          code: 'V13',
          nodeId: node.id,
          field,
          params: { n: total },
          fix: { action: 'setConfig', args },
        },
      ]
    }),
  )
}

/** The same proportions in whole percents; what rounding leaves goes to the last. */
function levelled(given: Shares, total: number): Shares {
  const scaled = given.map((one) => {
    const part = total > 0 ? one.share / total : 1 / given.length
    return { ...one, share: Math.floor(part * 100) }
  })
  const rest = 100 - scaled.reduce((sum, { share }) => sum + share, 0)
  return scaled.map((one, index) =>
    index === scaled.length - 1 ? { ...one, share: one.share + rest } : one,
  )
}
