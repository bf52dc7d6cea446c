import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { html } from '@codemirror/lang-html'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import type { MailField } from '../api/content-types'
import { badLine, markBadLine } from './bad-line'
import styles from './code-editor.module.css'
import { liquidCompletion } from './liquid-completion'
import type { MailFault } from './mail-fault'

const colours = HighlightStyle.define([
  { tag: tags.tagName, color: 'var(--n-trigger)' },
  { tag: tags.attributeName, color: 'var(--n-logic)' },
  { tag: tags.attributeValue, color: 'var(--n-message)' },
  { tag: tags.comment, color: 'var(--text-3)' },
  { tag: tags.angleBracket, color: 'var(--text-3)' },
])

/** A source editor with line numbers; a line that does not compile is marked, and `shown` is gone to. */
export function CodeEditor({
  value,
  onChange,
  label,
  fault,
  shown,
  fields,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  fault: MailFault | null
  shown: { line: number } | null
  /** Data that is offered while Liquid is written. */
  fields: readonly MailField[]
}) {
  const root = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const tell = useRef(onChange)
  const first = useRef(value)
  const offered = useRef(fields)
  tell.current = onChange
  offered.current = fields
  useEffect(() => {
    if (!root.current) return
    const editor = new EditorView({
      parent: root.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          html(),
          liquidCompletion(() => offered.current),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          badLine,
          syntaxHighlighting(colours),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of(
            (update) => update.docChanged && tell.current(update.state.doc.toString()),
          ),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [label])
  useEffect(() => {
    const editor = view.current
    if (editor && editor.state.doc.toString() !== value)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])
  const { line = null, message = '' } = fault ?? {}
  useEffect(() => {
    view.current?.dispatch({ effects: markBadLine.of(line === null ? null : { line, message }) })
  }, [line, message])
  useEffect(() => {
    const editor = view.current
    if (!editor || !shown || shown.line > editor.state.doc.lines) return
    const { from, to } = editor.state.doc.line(shown.line)
    editor.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    editor.focus()
  }, [shown])
  return <div ref={root} className={styles.code} />
}
