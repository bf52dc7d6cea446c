import { useParams } from '@tanstack/react-router'
import { DraftCanvas } from './draft-canvas'

/** Build: the draft, with everything to change it. */
export function BuildPage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId' })
  return <DraftCanvas flowId={flowId} />
}
