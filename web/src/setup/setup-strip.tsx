import { useMutation } from '@tanstack/react-query'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { importsQuery, sampleForm, startImport } from '../api/workspace'
import { useWorkspace } from '../app/use-workspace'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import styles from './setup.module.css'
import { useSetupStore } from './setup-store'
import { type SetupItem, type SetupState, setupItems, useSetup } from './use-setup'

/** What a new workspace lacks before its first scenario pays: five things, each a press away or left out. */
export function SetupStrip({ aboveTemplates = false }: { aboveTemplates?: boolean }) {
  const { t } = useWords()
  const setup = useSetup()
  if (!setup || setupItems.every((item) => setup[item] !== 'open')) return null
  // Whoever has a scenario live finds the rest in the settings.
  if (aboveTemplates && setup.scenario === 'done') return null
  const done = setupItems.filter((item) => setup[item] === 'done').length
  return (
    <section className={styles.setup} aria-labelledby="setup">
      <header>
        <h2 id="setup">{t('setup.title')}</h2>
        <p>{t('setup.progress', { done, of: setupItems.length })}</p>
      </header>
      <ol>
        {setupItems.map((item) => (
          <li key={item} className={panel.panel} data-setup={item} data-state={setup[item]}>
            <Item item={item} state={setup[item]} aboveTemplates={aboveTemplates} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Item({
  item,
  state,
  aboveTemplates,
}: {
  item: SetupItem
  state: SetupState
  aboveTemplates: boolean
}) {
  const { t } = useWords()
  const workspaceId = useWorkspace()?.id ?? ''
  const skip = useSetupStore((store) => store.skip)
  const Icon = state === 'done' ? CircleCheck : CircleDashed
  return (
    <>
      <h3>
        <Icon
          className={`icon ${state === 'done' ? styles.done : styles.open}`}
          aria-hidden="true"
        />
        {t(`setup.${item}`)}
      </h3>
      <p>{t(state === 'open' ? `setup.${item}About` : `setup.${state}`)}</p>
      {state === 'open' && (
        <div className={styles.acts}>
          {!(item === 'scenario' && aboveTemplates) && <Act item={item} />}
          <Button look="ghost" size="small" onClick={() => skip(workspaceId, item)}>
            {t('setup.skip')}
          </Button>
        </div>
      )}
    </>
  )
}

/** What does the thing: a page that asks for it, or the sample in one press. */
function Act({ item }: { item: SetupItem }) {
  const { t } = useWords()
  if (item === 'scenario')
    return (
      <LinkButton size="small" to="/">
        {t('setup.scenarioAct')}
      </LinkButton>
    )
  if (item === 'data')
    return (
      <>
        <LinkButton size="small" to="/imports">
          {t('setup.dataAct')}
        </LinkButton>
        <SampleButton />
      </>
    )
  const hash = { shop: 'settings-workspace', sender: 'sender', look: 'brand' }[item]
  return (
    <LinkButton size="small" to="/settings" hash={hash}>
      {t(`setup.${item}Act`)}
    </LinkButton>
  )
}

function SampleButton() {
  const { t } = useWords()
  const start = useMutation({
    mutationFn: () => startImport(sampleForm()),
    onSuccess: () => {
      toast.success(t('setup.sampleComing'))
      return queryClient.invalidateQueries({ queryKey: importsQuery().queryKey })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  return (
    <Button
      size="small"
      disabled={start.isPending || start.isSuccess}
      onClick={() => start.mutate()}
    >
      {t('setup.sample')}
    </Button>
  )
}
