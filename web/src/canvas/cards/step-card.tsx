import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useDetail } from '../layout/detail-context'
import { FarCard } from './far-card'
import { NearCard } from './near-card'
import { useJoints } from './use-joints'

/** One step on the canvas. Takes an id, so one changed step redraws one card. */
export const StepCard = memo(function StepCard({ id, selected }: NodeProps) {
  const detail = useDetail()
  useJoints(id, detail === 'all' ? 'drawn' : null)
  if (detail === 'all') return <NearCard id={id} selected={selected} />
  return <FarCard id={id} selected={selected} isNamed={detail === 'name'} />
})
