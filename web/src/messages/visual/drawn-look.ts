import { contrast } from '@relance/core/colour/contrast'
import { drawnBlock } from './stage-document'

/** How a block comes out for the chosen customer: colours as `#rrggbb`, and for a button its contrast and height. */
export interface DrawnLook {
  colour: string | undefined
  background: string | undefined
  /** Between the words and what is behind them, 1 to 21; null where one of them is not plain. */
  contrast: number | null
  /** Pixels. */
  height: number
}

const hex = (rgb: string) => {
  const parts = rgb.match(/^rgb\((\d+), (\d+), (\d+)\)$/)?.slice(1)
  return parts && `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

/** The look of a button where it is drawn, or null where it is not. */
export function drawnButton(mail: Document, id: number): DrawnLook | null {
  const label = drawnBlock(mail, id)?.querySelector('a, p')
  const ground = label?.closest('td')
  const view = mail.defaultView
  if (!label || !ground || !view) return null
  const colour = hex(view.getComputedStyle(label).color)
  const background =
    hex(view.getComputedStyle(label).backgroundColor) ??
    hex(view.getComputedStyle(ground).backgroundColor)
  return {
    ...{ colour, background, height: Math.round(ground.getBoundingClientRect().height) },
    contrast: colour && background ? contrast(colour, background) : null,
  }
}
