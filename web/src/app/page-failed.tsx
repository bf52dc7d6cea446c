import type { ErrorComponentProps } from '@tanstack/react-router'
import { Failed } from '../ui/states'

/** In place of a page whose code did not come, or that broke: the rest of the app stands, and it can be asked for again. */
export function PageFailed({ error }: ErrorComponentProps) {
  return <Failed error={error} retry={() => window.location.reload()} />
}
