import type { Box } from '../layout/free-ground'

/** Where panels, the search and, in a small window, the settings stand over the drawing. */
export function boxesOver(canvas: HTMLElement): Box[] {
  const room = canvas.getBoundingClientRect()
  const parts = [
    ...document.querySelectorAll<HTMLElement>(
      '[data-region=panels] > *, [data-region=search], [data-region=inspector]',
    ),
  ]
  return (
    parts
      // A frame that lets presses through is none itself: what stands in it is.
      .flatMap((part) =>
        getComputedStyle(part).pointerEvents === 'none' ? [...part.children] : [part],
      )
      .map((part) => part.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.left < room.right && box.right > room.left)
  )
}
