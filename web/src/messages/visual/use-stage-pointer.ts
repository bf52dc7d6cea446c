import type { MailBlock } from '@relance/core/mail/mail-block'
import { useEffect, useRef, useState } from 'react'
import type { BlockActs, Side } from './block-acts'
import { useDragged } from './dragged'
import { blockAt, drawnBlock } from './stage-document'

interface Place {
  block: MailBlock
  side: Side
}

/**
 * Clicks and drops on the glass over the mail. The mail itself lies under it and is only asked what is drawn where, so
 * that none of its links can be followed.
 */
export function useStagePointer({
  document: mail,
  blocks,
  acts,
  onSelect,
}: {
  document: Document | undefined
  blocks: readonly MailBlock[]
  acts: BlockActs
  onSelect: (id: number | null) => void
}) {
  const glass = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    const element = glass.current
    if (!element || !mail) return
    const at = (event: MouseEvent): MailBlock | null => {
      const { left, top } = element.getBoundingClientRect()
      const id = blockAt(mail, event.clientX - left, event.clientY - top)
      return id === null ? null : (blocks[id] ?? null)
    }
    const placeAt = (event: MouseEvent): Place | null => {
      const block = at(event)
      const drawn = block && drawnBlock(mail, block.id)?.getBoundingClientRect()
      if (!block || !drawn) return null
      const y = event.clientY - element.getBoundingClientRect().top
      return { block, side: y < drawn.top + drawn.height / 2 ? 'before' : 'after' }
    }
    const onClick = (event: MouseEvent) => onSelect(at(event)?.id ?? null)
    const onDragStart = (event: DragEvent) => {
      const block = at(event)
      event.dataTransfer?.setData('text/plain', '')
      if (block) useDragged.getState().setWhat({ blockId: block.id })
      else event.preventDefault()
    }
    const onDragOver = (event: DragEvent) => {
      if (!useDragged.getState().what) return
      event.preventDefault()
      setPlace(placeAt(event))
    }
    const onDragEnd = () => {
      setPlace(null)
      useDragged.getState().setWhat(null)
    }
    const onDrop = (event: DragEvent) => {
      const { what } = useDragged.getState()
      const target = placeAt(event)
      if (!what) return
      event.preventDefault()
      onDragEnd()
      if ('snippet' in what) acts.add(what.snippet, target?.block ?? null, target?.side)
      const moved = 'blockId' in what ? blocks[what.blockId] : undefined
      if (moved && target) acts.moveTo(moved, target.block, target.side)
    }
    const leave = () => setPlace(null)
    const watched = new AbortController()
    const { signal } = watched
    element.addEventListener('click', onClick, { signal })
    element.addEventListener('dragstart', onDragStart, { signal })
    element.addEventListener('dragover', onDragOver, { signal })
    element.addEventListener('dragleave', leave, { signal })
    element.addEventListener('dragend', onDragEnd, { signal })
    element.addEventListener('drop', onDrop, { signal })
    return () => watched.abort()
  }, [mail, blocks, acts, onSelect])
  return { glass, place }
}
