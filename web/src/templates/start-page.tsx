import type { BrandKit } from '@relance/core/brand/brand-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { brandQuery } from '../api/brand'
import type { SenderSettings } from '../api/sender'
import type { ScenarioTemplate, Workspace } from '../api/types'
import { workspaceQuery } from '../api/workspace'
import { DrawnForm } from '../app/drawn-form'
import { Page, PageHead } from '../app/page'
import { useWorkspace } from '../app/use-workspace'
import { OwnersOnly } from '../settings/owners-only'
import { Button } from '../ui/button'
import { Failed, Loading } from '../ui/states'
import { useWords } from '../words/use-words'
import { EventsThing } from './events-thing'
import { LookThing } from './look-thing'
import { SenderThing } from './sender-thing'
import styles from './things.module.css'
import { useBegin } from './use-begin'
import { useTemplate } from './use-template'

/** The three things a scenario needs, asked once: who writes, in which look, and what the shop tells. */
export function StartPage() {
  const { t } = useWords()
  const { key } = useParams({ from: '/app/templates/$key/start' })
  const { template, error, retry } = useTemplate(key)
  const workspaceId = useWorkspace()?.id ?? ''
  const { data: workspace } = useQuery({
    ...workspaceQuery(workspaceId),
    enabled: workspaceId !== '',
  })
  const { data: brand } = useQuery(brandQuery())
  const isReady = template && workspace && brand
  return (
    <Page crumb={{ to: '/', label: t('nav.scenarios'), here: template?.name ?? '…' }}>
      <PageHead title={t('templates.things')} about={t('templates.thingsAbout')} />
      {error && <Failed error={error} retry={retry} />}
      {template === null && <p>{t('templates.none')}</p>}
      {!isReady && template !== null && !error && <Loading rows={8} />}
      {isReady && (
        <DrawnForm>
          <Things key={workspace.id} template={template} workspace={workspace} brand={brand} />
        </DrawnForm>
      )}
    </Page>
  )
}

function Things({
  template,
  workspace,
  brand,
}: {
  template: ScenarioTemplate
  workspace: Workspace
  brand: BrandKit
}) {
  const { t } = useWords()
  const [sender, setSender] = useState<SenderSettings>(() => ({
    name: workspace.name,
    ...workspace.sender,
  }))
  const [kit, setKit] = useState<BrandKit>(() => ({
    ...brand,
    companyName: brand.companyName ?? workspace.name,
  }))
  const [events, setEvents] = useState<Record<string, string>>({})
  const begin = useBegin(workspace.id, template.key)
  const isOwner = workspace.role === 'owner'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate({
      ...{ events },
      sender: isOwner && sender.address ? sender : undefined,
      kit: isOwner ? kit : undefined,
    })
  }
  return (
    <form onSubmit={submit}>
      <div className={styles.things}>
        <OwnersOnly name="sender">
          <SenderThing sender={sender} onChange={setSender} />
        </OwnersOnly>
        <OwnersOnly name="look">
          <LookThing kit={kit} onChange={setKit} />
        </OwnersOnly>
        <EventsThing template={template} names={events} onChange={setEvents} />
      </div>
      <div className={styles.actions}>
        <p className={styles.later}>{t('templates.later')}</p>
        <Button type="submit" look="primary" disabled={begin.isPending}>
          {t('templates.open')}
        </Button>
      </div>
    </form>
  )
}
