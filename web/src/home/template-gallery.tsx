import { fieldWords } from '@relance/core/contact/contact-fields'
import { eventNoun } from '@relance/core/words/event-words'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { Check, TriangleAlert } from 'lucide-react'
import { scenarioTemplatesQuery } from '../api/flows'
import type { ScenarioTemplate } from '../api/types'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { GraphPicture } from './graph-picture'
import styles from './home.module.css'
import { useStartFlow } from './use-start-flow'

/** Scenarios ready to use, each drawn small, with what data it needs. */
export function TemplateGallery({ all }: { all: boolean }) {
  const { t, language } = useWords()
  const { data } = useQuery(scenarioTemplatesQuery(language))
  const start = useStartFlow()
  const templates = data?.items ?? []
  if (templates.length === 0) return null
  return (
    <section aria-labelledby="templates">
      <div className={styles.galleryHead}>
        <h2 id="templates">{t('home.templates')}</h2>
        <p>{t('home.templatesAbout', { n: templates.length })}</p>
      </div>
      <div className={styles.gallery}>
        {(all ? templates : templates.slice(0, 8)).map((template) => (
          <button
            key={template.key}
            type="button"
            className={clsx(panel.panel, styles.template)}
            disabled={start.isPending}
            data-template={template.key}
            onClick={() => start.mutate({ template: template.key, locale: language })}
          >
            <GraphPicture graph={template.graph} />
            <span className={styles.text}>
              <h3>{template.name}</h3>
              <p>{template.about}</p>
              <Readiness template={template} />
            </span>
          </button>
        ))}
      </div>
    </section>
  )
}

function Readiness({ template }: { template: ScenarioTemplate }) {
  const { t, language } = useWords()
  const { events, data } = template.needs
  const inWords = (need: string) => {
    if (events.includes(need)) return eventNoun(need, language)
    return data.includes(need) ? fieldWords(need, language) : need
  }
  const missing = Object.entries(template.ready)
    .filter(([, ready]) => !ready)
    .map(([need]) => inWords(need))
  const mails = t('home.mails', { n: template.needs.mails.length })
  if (missing.length === 0)
    return (
      <span className={styles.ready}>
        <Check className={`icon-s ${styles.ok}`} aria-hidden="true" />
        {t('home.ready', { mails })}
      </span>
    )
  return (
    <span className={styles.ready} title={missing.join(', ')}>
      <TriangleAlert className={`icon-s ${styles.missing}`} aria-hidden="true" />
      {t('home.needs', { what: missing.slice(0, 2).join(', ') })}
    </span>
  )
}
