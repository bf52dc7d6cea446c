import type { Graph } from '@relance/core/graph/graph'
import type { NodeCategory } from '@relance/core/node/definition'
import { useMemo } from 'react'
import { stepType } from '../canvas/step-types'
import styles from './home.module.css'
import { placeGraph } from './place-graph'

const paint: Record<NodeCategory, { fill: string; stroke: string }> = {
  trigger: { fill: 'var(--n-trigger-soft)', stroke: 'var(--n-trigger-line)' },
  message: { fill: 'var(--n-message-soft)', stroke: 'var(--n-message-line)' },
  time: { fill: 'var(--n-time-soft)', stroke: 'var(--n-time-line)' },
  path: { fill: 'var(--n-logic-soft)', stroke: 'var(--n-logic-line)' },
  data: { fill: 'var(--n-data-soft)', stroke: 'var(--n-data-line)' },
  end: { fill: 'var(--n-end-soft)', stroke: 'var(--n-end-line)' },
  custom: { fill: 'var(--n-custom-soft)', stroke: 'var(--n-custom-line)' },
}

/** A scenario as a small picture, from left to right. */
export function GraphPicture({ graph }: { graph: Graph }) {
  const placed = useMemo(() => placeGraph(graph), [graph])
  return (
    <svg className={styles.picture} viewBox="0 0 280 84" aria-hidden="true">
      {placed.edges.map(({ key, from, to }) => {
        const middle = (from.x + to.x) / 2
        return (
          <path
            key={key}
            d={`M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`}
            fill="none"
            stroke="var(--edge)"
            strokeWidth="1.3"
          />
        )
      })}
      {placed.nodes.map(({ id, type, x, y, size }) => {
        const category = stepType(type)?.category ?? 'custom'
        const style = { ...paint[category], strokeWidth: 1.2 }
        const half = size / 2
        if (category === 'time') return <circle key={id} cx={x} cy={y} r={half * 0.72} {...style} />
        if (category === 'path')
          return (
            <rect
              key={id}
              x={x - half * 0.8}
              y={y - half * 0.8}
              width={half * 1.6}
              height={half * 1.6}
              rx={3}
              transform={`rotate(45 ${x} ${y})`}
              {...style}
            />
          )
        return (
          <rect
            key={id}
            x={x - half * 1.5}
            y={y - half}
            width={half * 3}
            height={size}
            rx={half * 0.5}
            {...style}
          />
        )
      })}
    </svg>
  )
}
