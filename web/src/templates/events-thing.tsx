import { renameableEvents } from '@relance/core/graph/rename-events'
import { eventTitle } from '@relance/core/words/event-words'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, TriangleAlert } from 'lucide-react'
import type { ScenarioTemplate } from '../api/types'
import { eventNamesQuery } from '../api/workspace'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './templates.module.css'
import { Thing } from './thing'
import things from './things.module.css'

/** What the shop must tell: what came already, and what an event is called there if it has a name of its own. */
export function EventsThing({
  template,
  names,
  onChange,
}: {
  template: ScenarioTemplate
  /** What the shop calls them, by their own names. */
  names: Record<string, string>
  onChange: (names: Record<string, string>) => void
}) {
  const { t, rich, language } = useWords()
  const { data } = useQuery(eventNamesQuery())
  const received = (data?.items ?? []).map(({ name }) => name)
  const { events } = template.needs
  const isThere = (event: string) => Boolean(template.ready[event] || names[event])
  const other = (event: string, chosen: string) => {
    const { [event]: _, ...rest } = names
    onChange(chosen === event ? rest : { ...rest, [event]: chosen })
  }
  return (
    <Thing
      title={t('templates.events')}
      about={t('templates.eventsAbout')}
      isKnown={events.every(isThere)}
    >
      <ul className={styles.rows}>
        {events.map((event) => {
          const mayBeRenamed =
            !template.ready[event] && renameableEvents.some((each) => each === event)
          const others = received.filter((name) => name !== event)
          const title = eventTitle(event, language)
          return (
            <li key={event} data-need={event}>
              {isThere(event) ? (
                <Check className={`icon-s ${styles.ok}`} aria-hidden="true" />
              ) : (
                <TriangleAlert className={`icon-s ${styles.missing}`} aria-hidden="true" />
              )}
              <span>{title}</span>
              {mayBeRenamed && others.length > 0 ? (
                <Select
                  label={t('templates.calledThere', { event: title })}
                  look="field"
                  value={names[event] ?? event}
                  onChange={(chosen) => other(event, chosen)}
                  choices={[event, ...others].map((name) => ({ value: name, label: name }))}
                />
              ) : (
                <small>{t(isThere(event) ? 'templates.received' : 'templates.notReceived')}</small>
              )}
            </li>
          )
        })}
      </ul>
      {!events.every(isThere) && (
        <p className={things.hint}>
          {rich(
            'templates.connect',
            {},
            { link: (words) => <Link to="/developers">{words}</Link> },
          )}
        </p>
      )}
    </Thing>
  )
}
