import type { SentencePart } from '@relance/core/node/definition'
import { useMemo } from 'react'
import type { ScenarioTemplate } from '../api/types'
import { contentOf } from '../canvas/document/draft-content'
import { stepSentence } from '../canvas/step-sentence'
import { stepType } from '../canvas/step-types'
import { type ScenarioLine, scenarioLines } from '../journey/scenario-lanes'
import { Tile } from '../ui/tile'
import { useWords } from '../words/use-words'
import styles from './templates.module.css'
import { useTemplateNames } from './use-template-names'

/** A template read aloud: its steps as sentences in order, a heading where a path parts. */
export function TemplateSteps({ template }: { template: ScenarioTemplate }) {
  const { t, language } = useWords()
  const content = useMemo(() => contentOf({ ...template, positions: {} }), [template])
  const names = useTemplateNames(template, content)
  const wayOf = ({ from, exit, number }: ScenarioLine & { kind: 'way' }) => {
    const node = content.nodes[from]
    const exits = (node && stepType(node.type)?.exits(node.config)) ?? []
    const label = exits.find((each) => each.exit === exit)?.label[language] ?? exit
    return number === null
      ? t('templates.way', { exit: label })
      : t('templates.goesOn', { exit: label, n: number })
  }
  return (
    <ol className={styles.steps}>
      {scenarioLines(content).map((line) => {
        if (line.kind === 'way')
          return (
            <li key={line.key} className={styles.way}>
              {wayOf(line)}
            </li>
          )
        const node = content.nodes[line.id]
        const definition = node && stepType(node.type)
        if (!node || !definition) return null
        return (
          <li key={line.id}>
            <small>{line.number}</small>
            <Tile size="small" tone={definition.category} icon={definition.icon} />
            <span className={styles.said}>
              <Sentence parts={stepSentence(node, language, names)} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** A sentence whose values are semibold. */
function Sentence({ parts }: { parts: SentencePart[] }) {
  const placed = parts.map((part, place) => ({ ...part, place }))
  return placed.map(({ text, field, place }) =>
    field ? <b key={place}>{text}</b> : <span key={place}>{text}</span>,
  )
}
