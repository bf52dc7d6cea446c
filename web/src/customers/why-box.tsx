import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Contact } from '../api/contact-types'
import { contactEnrolmentsQuery } from '../api/contacts'
import { flowsQuery, versionQuery } from '../api/flows'
import { contentOf } from '../canvas/document/draft-content'
import { readingOrder, stepTitles } from '../canvas/step-titles'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import shared from './customer.module.css'
import { WhyAnswers } from './why-answers'
import styles from './why-box.module.css'

/** The question why somebody got a message, or did not, as a sentence with two pickers, and its answers. */
export function WhyBox({ contact, name }: { contact: Contact; name: string }) {
  const { t, rich } = useWords()
  const { flows, messages, flowId, nodeId, titles, choose } = useQuestion(contact.id)
  if (!flows) return null
  const message = () => (
    <Select
      label={t('why.message')}
      value={nodeId}
      onChange={(next) => choose({ flowId, nodeId: next })}
      choices={messages.map((id) => ({ value: id, label: titles.get(id) ?? id }))}
    />
  )
  const flow = () => (
    <Select
      label={t('why.flow')}
      value={flowId}
      onChange={(next) => choose({ flowId: next, nodeId: null })}
      choices={flows.map(({ id, name: title }) => ({ value: id, label: title }))}
    />
  )
  return (
    <section className={panel.panel} aria-labelledby="why">
      <header className={shared.bar}>
        <h2 id="why">{t('why.title')}</h2>
      </header>
      {flows.length === 0 ? (
        <p className={shared.quiet}>{t('why.noFlow')}</p>
      ) : (
        <p className={styles.question}>{rich('why.question', { name }, { message, flow })}</p>
      )}
      {flowId && messages.length === 0 && <p className={shared.quiet}>{t('why.noMessage')}</p>}
      {flowId && nodeId && (
        <WhyAnswers contact={contact} flowId={flowId} nodeId={nodeId} titles={titles} />
      )}
    </section>
  )
}

/** What is asked: by default the last message of the scenario they entered last. */
function useQuestion(contactId: string) {
  const { language } = useWords()
  const [asked, choose] = useState<{ flowId: string | null; nodeId: string | null } | null>(null)
  const all = useQuery(flowsQuery()).data?.items
  const runs = useQuery(contactEnrolmentsQuery(contactId)).data?.items
  const flows = runs && all?.filter(({ version }) => version !== null)
  const own = flows?.find(({ id }) => id === runs?.[0]?.flowId)
  const flow = flows?.find(({ id }) => id === asked?.flowId) ?? own ?? flows?.[0]
  const version = useQuery({
    ...versionQuery(flow?.id ?? '', flow?.version ?? 0),
    enabled: flow !== undefined,
  }).data
  const drawn = useMemo(() => {
    const content = version && contentOf(version)
    const order = content ? readingOrder(content) : []
    return {
      messages: order.filter((id) => content?.nodes[id]?.type === 'send-email'),
      titles: content ? stepTitles(content, language) : new Map<string, string>(),
    }
  }, [version, language])
  const nodeId = drawn.messages.find((id) => id === asked?.nodeId) ?? drawn.messages.at(-1) ?? null
  return { flows, flowId: flow?.id ?? null, nodeId, choose, ...drawn }
}
