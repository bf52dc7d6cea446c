import { useParams } from '@tanstack/react-router'
import { DraftCanvas } from '../draft-canvas'
import { TryPanel } from './try-panel'

/** Try: the draft as it is drawn now, walked with a real customer; nothing can be changed, nothing is sent. */
export function TryPage() {
  const { flowId } = useParams({ from: '/app/scenarios/$flowId/try' })
  return <DraftCanvas flowId={flowId} side={<TryPanel />} />
}
