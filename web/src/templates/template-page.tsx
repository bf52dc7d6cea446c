import { useParams } from '@tanstack/react-router'
import { OnlyLooks } from '../app/drawn-form'
import { Page, PageHead } from '../app/page'
import { mayDrawIn, useWorkspace } from '../app/use-workspace'
import { GraphPicture } from '../home/graph-picture'
import { useStartFlow } from '../home/use-start-flow'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { TemplateData } from './template-data'
import { TemplateMails } from './template-mails'
import { TemplateSteps } from './template-steps'
import styles from './templates.module.css'
import { useTemplate } from './use-template'
import { useUnknown } from './use-unknown'

/** What a template is before anybody takes it: drawn, step by step, what it needs, and what it writes to whom. */
export function TemplatePage() {
  const { t } = useWords()
  const { key } = useParams({ from: '/app/templates/$key' })
  const mayDraw = mayDrawIn(useWorkspace())
  const { template, error, retry } = useTemplate(key)
  return (
    <Page crumb={{ to: '/', label: t('nav.scenarios'), here: template?.name ?? '…' }}>
      {error && <Failed error={error} retry={retry} />}
      {template === undefined && !error && <Loading rows={8} />}
      {template === null && <p>{t('templates.none')}</p>}
      {template && (
        <>
          <PageHead title={template.name}>
            {mayDraw ? <Take templateKey={key} /> : <OnlyLooks />}
          </PageHead>
          <p className={styles.about}>{template.about}</p>
          <div className={styles.columns}>
            <section className={panel.panel} aria-labelledby="template-steps">
              <div className={styles.drawn}>
                <GraphPicture graph={template.graph} />
              </div>
              <h2 id="template-steps">{t('templates.steps')}</h2>
              <TemplateSteps template={template} />
            </section>
            <div className={styles.side}>
              <TemplateData template={template} />
              <TemplateMails mails={template.mails} />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

/** Straight to the drawing where all it needs is known, else by way of the page that asks. */
function Take({ templateKey }: { templateKey: string }) {
  const { t, language } = useWords()
  const unknown = useUnknown(templateKey)
  const start = useStartFlow()
  const words = t('templates.use')
  if (!unknown || unknown.length === 0)
    return (
      <Button
        look="primary"
        disabled={!unknown || start.isPending}
        onClick={() => start.mutate({ template: templateKey, locale: language })}
      >
        {words}
      </Button>
    )
  return (
    <LinkButton look="primary" to="/templates/$key/start" params={{ key: templateKey }}>
      {words}
    </LinkButton>
  )
}
