import { type Connection, type Edge, type FinalConnectionState, useReactFlow } from '@xyflow/react'
import { type RefObject, useMemo } from 'react'
import { useSession } from './canvas-context'
import { connectExit, refusalToConnect } from './document/connect-exit'
import { isTriggerType } from './step-types'

/** Let go nearer than this to where it began, in pixels on the screen, nothing was meant. */
const NEAR_PX = 24

/**
 * What drawing a path does: onto a card it connects; onto the ground it asks what follows. An end of a path that is
 * there can be taken elsewhere.
 * @param root the drawing, which says meanwhile that a path is being drawn
 */
export function useConnections(root: RefObject<HTMLElement | null>) {
  const { document, store, readOnly } = useSession()
  const flow = useReactFlow()
  return useMemo(() => {
    const isTrigger = (id: string) => isTriggerType(document.content.nodes[id]?.type ?? '')
    const connect = (source: string, exit: string | null | undefined, target: string) => {
      if (exit) connectExit(document, source, exit, target, { key: 'act.connect' })
    }
    let isRedirecting = false
    const askWhatFollows = (
      event: MouseEvent | TouchEvent,
      { isValid, toNode, fromNode, fromHandle, from }: FinalConnectionState,
    ) => {
      const exit = fromHandle?.id
      if (isRedirecting || isValid || toNode || !fromNode || !exit || !('clientX' in event)) return
      const origin = from && flow.flowToScreenPosition(from)
      const isNear =
        origin && Math.hypot(origin.x - event.clientX, origin.y - event.clientY) < NEAR_PX
      if (isNear) return
      const place = { on: 'exit' as const, from: fromNode.id, exit }
      store.getState().pick({ mode: 'add', place, at: { x: event.clientX, y: event.clientY } })
    }
    return {
      onConnect: ({ source, sourceHandle, target }: Connection) =>
        connect(source, sourceHandle, target),
      isValidConnection: ({ source, target }: Connection | Edge) =>
        refusalToConnect(document, source, target, isTrigger) === null,
      onConnectStart: () => root.current?.setAttribute('data-connecting', 'true'),
      onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
        root.current?.removeAttribute('data-connecting')
        askWhatFollows(event, state)
      },
      onReconnect: readOnly
        ? undefined
        : (edge: Edge, { target }: Connection) => connect(edge.source, edge.sourceHandle, target),
      onReconnectStart: () => {
        isRedirecting = true
      },
      onReconnectEnd: () => {
        isRedirecting = false
      },
    }
  }, [document, flow, readOnly, root, store])
}
