import { ViewportPortal } from '@xyflow/react'
import { useMemo } from 'react'
import { useCanvas, useContent } from '../canvas-context'
import { useLiveContent } from '../use-changes'
import styles from './gone.module.css'
import { GoneCard } from './gone-card'
import { gonePaths, goneSteps } from './gone-steps'

/** Steps that the draft has lost since the live version, dashed where they stood, with the paths they had. */
export function GoneLayer() {
  const live = useLiveContent()
  const comparing = useCanvas((state) => state.comparing)
  const draft = useContent((content) => content)
  const { steps, paths } = useMemo(() => {
    if (!live) return { steps: [], paths: [] }
    const gone = goneSteps(live, draft)
    return { steps: gone, paths: gonePaths(live, draft, gone) }
  }, [live, draft])
  if (!live || !comparing) return null
  return (
    <ViewportPortal>
      <svg className={styles.paths} width="1" height="1" aria-hidden="true">
        {paths.map(({ key, path }) => (
          <path key={key} d={path} data-gone-path={key} />
        ))}
      </svg>
      {steps.map(({ node, at }) => (
        <GoneCard key={node.id} node={node} at={at} live={live} />
      ))}
    </ViewportPortal>
  )
}
