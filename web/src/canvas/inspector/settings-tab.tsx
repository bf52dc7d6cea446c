import type { GraphNode } from '@relance/core/graph/graph'
import type { FieldSpec, NodeDefinition } from '@relance/core/node/definition'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { editConfig, editExits } from '../document/edit-step'
import { kindOf } from '../step-types'
import { useProblems } from '../use-problems'
import { useStep } from '../use-step'
import { ExitList } from './exit-list'
import { FieldEditor } from './fields/field-editor'
import fieldStyles from './fields/fields.module.css'
import styles from './inspector.module.css'
import { StepEffect } from './step-effect'
import { useFocusField } from './use-focus-field'

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

/** Whether a step cannot do without a value. */
const isAsked = ({ question, kind }: FieldSpec) => question !== undefined || kind === 'template'

/** The step's sentence, then each of its values with the picker for its kind. */
export function SettingsTab({
  id,
  node,
  definition,
}: {
  id: string
  node: GraphNode
  definition: NodeDefinition
}) {
  const { t, say } = useWords()
  const { document, readOnly } = useSession()
  const { parts } = useStep(id)
  const problems = useProblems().filter((problem) => problem.nodeId === id)
  const root = useRef<HTMLFieldSetElement>(null)
  const fields = Object.entries(definition.fields).filter(
    ([, spec]) => !spec?.when || spec.when.oneOf.includes(String(node.config[spec.when.field])),
  )
  useFocusField(
    root,
    fields.map(([field]) => field),
    node.config,
    fields.flatMap(([field, spec]) => (spec && isAsked(spec) ? [field] : [])),
  )
  const change = (field: string) => (value: unknown) => {
    const kind = kindOf(node.type)
    const name = { key: 'act.edit', values: { step: say(definition.title) } }
    if (
      kind &&
      (definition.fields[field]?.kind === 'branches' || definition.fields[field]?.kind === 'shares')
    ) {
      editExits(document, id, { [field]: value }, kind, name)
    } else editConfig(document, id, { [field]: value }, name)
  }
  const focus = (field: string) =>
    root.current
      ?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, button, textarea)`)
      ?.focus()
  return (
    <>
      <p className={styles.sentence}>
        {parts.map((part, place) => {
          const key = `${place}:${part.field ?? ''}`
          if (!part.field) return <span key={key}>{part.text}</span>
          const field = part.field
          return (
            <button
              key={key}
              type="button"
              className={`${styles.part} ${part.missing ? styles.ask : ''}`}
              onClick={() => focus(field)}
            >
              {part.text}
            </button>
          )
        })}
      </p>
      <fieldset ref={root} disabled={readOnly}>
        {fields.map(([field, spec]) => {
          if (!spec) return null
          const value = node.config[field]
          const mine = problems.filter(
            (problem) => problem.field === field || problem.field?.startsWith(`${field}.`),
          )
          return (
            <section key={field} className={fieldStyles.row} data-field={field}>
              <p className={fieldStyles.head}>
                {say(spec.label)}
                {isEmpty(value) && !isAsked(spec) && <small>{t('field.optional')}</small>}
              </p>
              <FieldEditor
                spec={spec}
                field={field}
                nodeId={id}
                value={value}
                onChange={change(field)}
              />
              {spec.help && <p className={fieldStyles.help}>{say(spec.help)}</p>}
              {mine.map((problem) => (
                <p
                  key={problem.code}
                  className={`${fieldStyles.problem} ${problem.severity === 'tip' ? fieldStyles.tip : ''}`}
                >
                  {problem.severity === 'fix' ? (
                    <CircleAlert className="icon" aria-hidden="true" />
                  ) : (
                    <TriangleAlert className="icon" aria-hidden="true" />
                  )}
                  {problem.message}
                </p>
              ))}
            </section>
          )
        })}
      </fieldset>
      {definition.category === 'path' && node.type === 'condition' && (
        <div className={fieldStyles.row}>
          <p className={styles.note}>
            <Info className="icon" aria-hidden="true" />
            <span>{t('inspector.openNote')}</span>
          </p>
        </div>
      )}
      <StepEffect id={id} definition={definition} />
      <ExitList id={id} node={node} definition={definition} />
    </>
  )
}
