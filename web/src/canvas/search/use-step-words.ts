import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { mailTemplateQuery } from '../../api/messages'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { readingOrder, stepTitles } from '../step-titles'
import { stepType } from '../step-types'
import { useSentenceNames } from '../use-sentence-names'
import { type StepWords, textOfSource } from './search-steps'

/** The words of every step, in reading order. Asks for the texts of the mails they send: use it while searching. */
export function useStepWords(): StepWords[] {
  const { document } = useSession()
  const names = useSentenceNames()
  const { language } = useWords()
  const nodes = useContent((content) => content.nodes)
  const edges = useContent((content) => content.edges)
  const mailIds = useMemo(
    () => [
      ...new Set(
        Object.values(nodes)
          .map(({ config }) => config.template)
          .filter((id) => typeof id === 'string' && id !== ''),
      ),
    ],
    [nodes],
  )
  const messages = useQueries({
    queries: mailIds.map((id) => ({ ...mailTemplateQuery(String(id)), retry: false })),
    combine: (results) =>
      results
        .map(({ data }) =>
          Object.values(data?.languages ?? {})
            .map(({ subject, preheader, mjml }) => `${subject} ${preheader} ${textOfSource(mjml)}`)
            .join(' '),
        )
        .join('\u0000'),
  })
  return useMemo(() => {
    const texts = messages.split('\u0000')
    const content = { ...document.content, nodes, edges }
    const titles = stepTitles(content, language)
    return readingOrder(content).flatMap((id): StepWords[] => {
      const node = nodes[id]
      if (!node) return []
      const definition = stepType(node.type)
      const sentence = definition
        ? sentenceText(summarise(definition, node.config, language, names))
        : ''
      const message = texts[mailIds.indexOf(node.config.template ?? '')] ?? ''
      return [{ id, title: titles.get(id) ?? id, sentence, node, message }]
    })
  }, [messages, nodes, edges, document, language, names, mailIds])
}
