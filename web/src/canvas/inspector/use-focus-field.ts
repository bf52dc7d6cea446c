import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import { useCanvas, useSession } from '../canvas-context'
import { ruleBuilder } from './rule-builder'

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

/**
 * Puts the cursor in the field asked for, inside `root`: a named one, or for `*` the first of `asked` that is empty, else
 * the first of `fields`. @param asked those that a step needs; by default all
 */
export function useFocusField(
  root: RefObject<HTMLElement | null>,
  fields: string[],
  values: object,
  asked = fields,
) {
  const { store } = useSession()
  const wanted = useCanvas((state) => state.focusField)
  const canBuild = useSyncExternalStore(ruleBuilder.subscribe, ruleBuilder.read) !== null
  useEffect(() => {
    if (!wanted || wanted.startsWith('@')) return
    const held = new Map<string, unknown>(Object.entries(values))
    const field =
      wanted === '*'
        ? (asked.find((each) => isEmpty(held.get(each))) ?? fields[0])
        : wanted.split('.')[0]
    const control = root.current?.querySelector<HTMLElement>(
      `[data-field="${field}"] :is(input, button, textarea)`,
    )
    // The field of a rule stands empty until what rules are built with is there.
    if (!control && !canBuild && root.current?.querySelector(`[data-field="${field}"] [aria-busy]`))
      return
    control?.focus()
    // What is typed then takes the place of what was there.
    if (control instanceof HTMLInputElement) control.select()
    store.getState().focusOn(null)
  }, [wanted, fields, values, asked, canBuild, root, store])
}
