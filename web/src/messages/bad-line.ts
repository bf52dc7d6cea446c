import { RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, gutter } from '@codemirror/view'

interface BadLine {
  line: number
  message: string
}

/** Says which line the compiler stopped at and why; null: none. */
export const markBadLine = StateEffect.define<BadLine | null>()

class Sign extends GutterMarker {
  constructor(private readonly message: string) {
    super()
  }
  override eq = (other: GutterMarker) => other instanceof Sign && other.message === this.message
  override toDOM = () => {
    const sign = document.createElement('span')
    sign.className = 'cm-bad-sign'
    sign.textContent = '!'
    sign.title = this.message
    return sign
  }
}

/** The line as it stands, until the text changes. */
const bad = StateField.define<(BadLine & { from: number }) | null>({
  create: () => null,
  update: (before, { effects, state, docChanged }) => {
    const told = effects.find((effect) => effect.is(markBadLine))
    if (!told) return docChanged ? null : before
    const { value } = told
    const isThere = value !== null && value.line >= 1 && value.line <= state.doc.lines
    return isThere ? { ...value, from: state.doc.line(value.line).from } : null
  },
  provide: (field) =>
    EditorView.decorations.from(field, (at) =>
      at
        ? Decoration.set([Decoration.line({ class: 'cm-bad-line' }).range(at.from)])
        : Decoration.none,
    ),
})

/** Marks the line the compiler stopped at: painted, with a sign beside its number that says why. */
export const badLine = [
  bad,
  gutter({
    class: 'cm-bad-gutter',
    markers: ({ state }) => {
      const at = state.field(bad)
      return at ? RangeSet.of(new Sign(at.message).range(at.from)) : RangeSet.empty
    },
  }),
]
