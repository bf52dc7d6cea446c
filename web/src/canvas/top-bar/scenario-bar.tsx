import { Link } from '@tanstack/react-router'
import { ChevronRight, History, Redo2, Search, Undo2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { AppTools } from '../../app/app-tools'
import { FlowStatusChips } from '../../app/flow-status-chips'
import { useWorkspace } from '../../app/use-workspace'
import { Button, IconButton } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { PeopleHere } from '../presence/people-here'
import { useCommands } from '../use-commands'
import { useProblems } from '../use-problems'
import { AskedMark } from './asked-mark'
import { FlowMenu } from './flow-menu'
import { SaveStatus } from './save-status'
import styles from './scenario-bar.module.css'
import { ScenarioName } from './scenario-name'
import { ScheduledMarks } from './scheduled-marks'

/** Where we are, whether it is saved, and what can be done with the whole scenario. */
export function ScenarioBar() {
  const { t } = useWords()
  const { flow, readOnly, drawn } = useSession()
  const sendsToAudience = useContent(({ nodes }) =>
    Object.values(nodes).some(({ type }) => type === 'on-schedule' || type === 'on-date'),
  )
  return (
    <header className={styles.bar} data-region="bar">
      <nav className={styles.crumb} aria-label={t('nav.where')}>
        <Link to="/">{t('nav.scenarios')}</Link>
        <ChevronRight className="icon-s" aria-hidden="true" />
        <ScenarioName />
      </nav>
      <FlowStatusChips
        status={flow.status}
        version={flow.version}
        sending={flow.sending}
        isCancelled={flow.cancelled !== null}
      />
      <ScheduledMarks />
      {!readOnly && <AskedMark />}
      {!readOnly && <SaveStatus />}
      <span className={styles.grow} />
      <nav className={styles.views} aria-label={t('nav.views')}>
        <Link
          to="/scenarios/$flowId"
          params={{ flowId: flow.id }}
          activeOptions={{ exact: true }}
          className={styles.view}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t('view.build')}
        </Link>
        <Link
          to="/scenarios/$flowId/try"
          params={{ flowId: flow.id }}
          className={styles.view}
          activeProps={{ 'aria-current': 'page' }}
          data-view-try
        >
          {t('view.try')}
        </Link>
        <Link
          to="/scenarios/$flowId/live"
          params={{ flowId: flow.id }}
          className={styles.view}
          activeProps={{ 'aria-current': 'page' }}
          disabled={flow.version === null}
          aria-disabled={flow.version === null}
        >
          {t('view.live')}
        </Link>
        {sendsToAudience && (
          <Link
            to="/scenarios/$flowId/sendings"
            params={{ flowId: flow.id }}
            className={styles.view}
          >
            {t('sendings.view')}
          </Link>
        )}
      </nav>
      <span className={styles.grow} />
      <PeopleHere />
      <AppTools compact />
      {!readOnly && <HistoryButtons />}
      <SearchButton />
      {flow.latest > 0 && drawn === null && <VersionsButton />}
      <FlowMenu />
      {!readOnly && <PublishButton />}
    </header>
  )
}

function HistoryButtons() {
  const { t } = useWords()
  const { document } = useSession()
  const commands = useCommands()
  const undo = useSyncExternalStore(document.subscribe, () => document.undoName)
  const redo = useSyncExternalStore(document.subscribe, () => document.redoName)
  return (
    <>
      <IconButton
        label={undo ? t('canvas.undoAct', { act: commands.nameAct(undo) }) : t('canvas.undo')}
        disabled={!undo}
        onClick={commands.undo}
      >
        <Undo2 className="icon" aria-hidden="true" />
      </IconButton>
      <IconButton
        label={redo ? t('canvas.redoAct', { act: commands.nameAct(redo) }) : t('canvas.redo')}
        disabled={!redo}
        onClick={commands.redo}
      >
        <Redo2 className="icon" aria-hidden="true" />
      </IconButton>
    </>
  )
}

function SearchButton() {
  const { t } = useWords()
  const { store } = useSession()
  return (
    <IconButton label={t('search.open')} onClick={() => store.getState().openSearch()}>
      <Search className="icon" aria-hidden="true" />
    </IconButton>
  )
}

function VersionsButton() {
  const { t } = useWords()
  const { store } = useSession()
  return (
    <IconButton label={t('versions.title')} onClick={() => store.getState().showDialog('versions')}>
      <History className="icon" aria-hidden="true" />
    </IconButton>
  )
}

function PublishButton() {
  const { t } = useWords()
  const { store } = useSession()
  // Who draws and does not publish asks those who do.
  const words = useWorkspace()?.role === 'editor' ? 'ask' : 'publish'
  const fixes = useProblems().filter((problem) => problem.severity === 'fix').length
  return (
    <Button
      look="primary"
      aria-label={fixes > 0 ? t(`${words}.openWith`, { n: fixes }) : t(`${words}.open`)}
      onClick={() => store.getState().showDialog('publish')}
    >
      {t(`${words}.open`)}
      {fixes > 0 && <span className={styles.count}>{fixes}</span>}
    </Button>
  )
}
