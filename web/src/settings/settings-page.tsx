import type { ReactNode } from 'react'
import { Page, PageHead } from '../app/page'
import { useWorkspace } from '../app/use-workspace'
import { BrandForm } from '../brand/brand-form'
import { SetupStrip } from '../setup/setup-strip'
import type { WordKey } from '../words/format-message'
import { useWords } from '../words/use-words'
import { BehaviourForm } from './behaviour-form'
import { CatalogueFeed } from './catalogue-feed'
import { CurrencyRates } from './currency-rates'
import { Inactivity } from './inactivity'
import { KeyboardForm } from './keyboard-form'
import { Members } from './members'
import { OwnersOnly } from './owners-only'
import { OwnersSee } from './owners-see'
import { PasswordForm } from './password-form'
import { PressureForm } from './pressure-form'
import { ProvidersForm } from './providers-form'
import { RecommendationsForm } from './recommendations-form'
import { ReportsForm } from './reports-form'
import { ScoreForm } from './score-form'
import { SenderForm } from './sender-form'
import { SendingForm } from './sending-form'
import styles from './settings-page.module.css'
import { TopicsForm } from './topics-form'
import { WorkspaceForm } from './workspace-form'

const groups = ['workspace', 'messages', 'customers', 'products'] as const

/** The workspace itself, how it writes, how it knows its customers, what it sells, and who works in it. */
export function SettingsPage() {
  const { t } = useWords()
  const workspace = useWorkspace()
  const names = {
    workspace: 'settings.groupWorkspace',
    messages: 'nav.messages',
    customers: 'nav.customers',
    products: 'settings.groupProducts',
  } satisfies Record<(typeof groups)[number], WordKey>
  const group = (name: (typeof groups)[number], forms: ReactNode) => (
    <section id={`settings-${name}`} className={styles.group} aria-label={t(names[name])}>
      <p className={styles.name} aria-hidden="true">
        {t(names[name])}
      </p>
      {forms}
    </section>
  )
  const id = workspace?.id
  return (
    <Page>
      <PageHead title={t('nav.settings')} />
      <SetupStrip />
      <div className={styles.columns}>
        {workspace && id && (
          // Another workspace begins with forms of its own: nothing half typed goes along.
          <div key={id}>
            {group(
              'workspace',
              <>
                <OwnersOnly name="workspace">
                  <WorkspaceForm workspace={workspace} />
                </OwnersOnly>
                <OwnersOnly name="currency-rates">
                  <CurrencyRates />
                </OwnersOnly>
                <OwnersSee name="members" title="settings.members">
                  <Members />
                </OwnersSee>
                <PasswordForm />
                <KeyboardForm />
              </>,
            )}
            {group(
              'messages',
              <>
                <OwnersOnly name="sender">
                  <SenderForm workspaceId={id} />
                </OwnersOnly>
                <OwnersSee name="providers" title="provider.title">
                  <ProvidersForm />
                </OwnersSee>
                <OwnersOnly name="sending">
                  <SendingForm workspaceId={id} />
                </OwnersOnly>
                <OwnersOnly name="pressure">
                  <PressureForm workspaceId={id} />
                </OwnersOnly>
                <OwnersOnly name="topics">
                  <TopicsForm workspaceId={id} />
                </OwnersOnly>
                <OwnersOnly name="reports">
                  <ReportsForm workspaceId={id} />
                </OwnersOnly>
                <OwnersOnly name="brand">
                  <BrandForm />
                </OwnersOnly>
              </>,
            )}
            {group(
              'customers',
              <>
                <OwnersOnly name="scores">
                  <ScoreForm workspaceId={id} />
                </OwnersOnly>
                <OwnersOnly name="inactivity">
                  <Inactivity />
                </OwnersOnly>
                <OwnersOnly name="behaviour">
                  <BehaviourForm workspaceId={id} />
                </OwnersOnly>
              </>,
            )}
            {group(
              'products',
              <>
                <OwnersOnly name="feed">
                  <CatalogueFeed />
                </OwnersOnly>
                <OwnersOnly name="recommendations">
                  <RecommendationsForm workspaceId={id} />
                </OwnersOnly>
              </>,
            )}
          </div>
        )}
        <nav className={styles.nav} aria-label={t('settings.onThisPage')}>
          <ul>
            {groups.map((name) => (
              <li key={name}>
                <a href={`#settings-${name}`}>{t(names[name])}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </Page>
  )
}
