import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { useState } from 'react'
import { scenarioTemplatesQuery } from '../api/flows'
import type { ScenarioTemplate } from '../api/types'
import panel from '../ui/panel.module.css'
import { Unanswered } from '../ui/states'
import { useWords } from '../words/use-words'
import { GraphPicture } from './graph-picture'
import styles from './home.module.css'
import { TemplateNeeds } from './template-needs'

const FEW = 8

const unready = ({ ready }: ScenarioTemplate) => Object.values(ready).filter((is) => !is)

/** Scenarios ready to use, each drawn small, with what data it needs. */
export function TemplateGallery({ all }: { all: boolean }) {
  const { t, language } = useWords()
  const asked = useQuery(scenarioTemplatesQuery(language))
  const { data, error } = asked
  const [isOpen, setIsOpen] = useState(false)
  // What can start today comes first.
  const templates = [...(data?.items ?? [])].sort((a, b) => unready(a).length - unready(b).length)
  if (error && !data) return <Unanswered asked={asked} what={t('home.templatesFailed')} />
  if (templates.length === 0) return null
  const shown = all || isOpen ? templates : templates.slice(0, FEW)
  return (
    <section aria-labelledby="templates">
      <div className={styles.galleryHead}>
        <h2 id="templates">{t('home.templates')}</h2>
        <p>{t('home.templatesAbout', { n: templates.length })}</p>
        {!all && templates.length > FEW && (
          <button
            type="button"
            className={styles.seeAll}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t(isOpen ? 'home.seeFew' : 'home.seeAll')}
          </button>
        )}
      </div>
      <div className={styles.gallery}>
        {shown.map((template) => (
          <Link
            key={template.key}
            to="/templates/$key"
            params={{ key: template.key }}
            className={clsx(panel.panel, styles.template)}
            data-template={template.key}
          >
            <GraphPicture graph={template.graph} />
            <span className={styles.text}>
              <h3>{template.name}</h3>
              <p>{template.about}</p>
              <TemplateNeeds template={template} />
            </span>
          </Link>
        ))}
      </div>
    </section>
  )
}
