import { WidgetType } from '@codemirror/view'

/** What stands in a text for a piece of Liquid: its name on a chip. */
export class ChipWidget extends WidgetType {
  constructor(
    readonly label: string,
    readonly look: 'value' | 'liquid' | 'break' | 'letter',
    readonly title: string,
  ) {
    super()
  }

  override eq(other: ChipWidget): boolean {
    return other.label === this.label && other.look === this.look && other.title === this.title
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = `cm-chip cm-chip-${this.look}`
    chip.textContent = this.label
    chip.title = this.title
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}
