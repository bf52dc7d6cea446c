import type { SentencePart } from '@relance/core/node/definition'
import type { ComponentProps } from 'react'
import { useCardName } from './use-card-name'

interface CardArticleProps extends ComponentProps<'article'> {
  stepId: string
  title: string
  parts: SentencePart[]
}

/** The card itself, named for whoever does not see it. Apart, as each added step renames all cards: “step 5 of 10”. */
export function CardArticle({ stepId, title, parts, children, ...rest }: CardArticleProps) {
  const name = useCardName(stepId, title, parts)
  return (
    <article id={`card-${stepId}`} data-step={stepId} aria-label={name} {...rest}>
      {children}
    </article>
  )
}
