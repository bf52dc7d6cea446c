import type { SentencePart } from '@relance/core/node/definition'
import styles from './step-card.module.css'

/** A step's sentence: values semibold, a missing one as its question. */
export function Sentence({ parts }: { parts: SentencePart[] }) {
  return parts.map((part, place) => {
    const key = `${place}:${part.field ?? ''}`
    if (part.missing)
      return (
        <em key={key} className={styles.missing}>
          {part.text}
        </em>
      )
    return part.field ? <b key={key}>{part.text}</b> : <span key={key}>{part.text}</span>
  })
}
