import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useRef, useState } from 'react'
import { useActiveText } from './active-text'
import { type ChipWords, textDecorations } from './text-decorations'
import { type TextPiece, textPieces } from './text-pieces'
import { asHtml, wholeTags } from './whole-tags'

export interface TextEditorOptions {
  value: string
  onChange: (value: string) => void
  label: string
  /** One line: Enter does nothing, and line breaks that are pasted become spaces. */
  oneLine?: boolean
  /** Whether the text is HTML: then what is typed is escaped, and Enter is a break. */
  isHtml: boolean
  words: ChipWords
}

const oneLineOnly = EditorState.transactionFilter.of((transaction) =>
  transaction.newDoc.lines > 1 && transaction.docChanged ? [] : transaction,
)

const breakKeys = (oneLine: boolean, isHtml: boolean) =>
  keymap.of([
    {
      key: 'Enter',
      run: (view) => {
        if (!oneLine)
          view.dispatch({
            ...view.state.replaceSelection(isHtml ? '<br />\n' : '\n'),
            userEvent: 'input',
          })
        return true
      },
    },
  ])

/**
 * A text with chips for its data, kept in step with `value`. Answers the editor once it is there, and the piece the
 * cursor touches. What is not touched keeps every character.
 */
export function useTextEditor(options: TextEditorOptions) {
  const { value, label, oneLine = false, isHtml, words } = options
  const root = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<EditorView | null>(null)
  const [touched, setTouched] = useState<TextPiece | null>(null)
  const latest = useRef(options)
  latest.current = options
  const setActive = useActiveText((state) => state.setView)
  useEffect(() => {
    if (!root.current) return
    const editor = new EditorView({
      parent: root.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          breakKeys(oneLine, isHtml),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          // A long line is broken where it is shown, or its end would be out of sight.
          EditorView.lineWrapping,
          oneLine ? oneLineOnly : [],
          isHtml ? wholeTags : [],
          textDecorations(words),
          EditorView.clipboardInputFilter.of((text) => {
            const flat = oneLine ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text
            return isHtml ? asHtml(flat) : flat
          }),
          EditorView.inputHandler.of((target, from, to, typed) => {
            if (!isHtml || !/[<>&]/.test(typed)) return false
            const insert = asHtml(typed)
            target.dispatch({
              changes: { from, to, insert },
              selection: { anchor: from + insert.length },
              userEvent: 'input.type',
            })
            return true
          }),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-multiline': String(!oneLine),
            spellcheck: 'true',
          }),
          EditorView.domEventHandlers({ focus: (_event, target) => setActive(target) }),
          EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
            const text = state.doc.toString()
            if (docChanged && text !== latest.current.value) latest.current.onChange(text)
            if (!docChanged && !selectionSet) return
            const { head, empty } = state.selection.main
            const near = textPieces(text).find(
              ({ kind, from, to }) => kind === 'value' && from <= head && to >= head,
            )
            setTouched(empty ? (near ?? null) : null)
          }),
        ],
      }),
    })
    setView(editor)
    return () => {
      editor.destroy()
      setView(null)
      if (useActiveText.getState().view === editor) setActive(null)
    }
  }, [label, oneLine, isHtml, words, setActive])
  useEffect(() => {
    if (view && view.state.doc.toString() !== value)
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } })
  }, [view, value])
  return { root, view, touched }
}
