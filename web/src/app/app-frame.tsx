import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Toaster } from 'sonner'
import { ApiError } from '../api/api-error'
import { forgetAnswers } from '../api/kept-answers'
import { meQuery } from '../api/workspace'
import { useWorkspaceStore } from '../api/workspace-store'
import { useAnnouncer } from '../canvas/announce'
import { Failed, Loading } from '../ui/states'
import { useUnitsStore } from '../words/language-store'
import { useWords } from '../words/use-words'
import styles from './app-frame.module.css'
import { CommandKey } from './command-key'
import { Sidebar } from './sidebar'
import { useSmallWindow } from './use-small-window'

/** Everything around the pages; those not signed in are led to the door. */
export function AppFrame() {
  const { t, language } = useWords()
  const { data, error, refetch } = useQuery(meQuery())
  const isSmall = useSmallWindow()
  const isDrawing = useRouterState({
    select: (state) => state.location.pathname.startsWith('/scenarios/'),
  })
  const { workspaceId, choose } = useWorkspaceStore()
  const first = data?.workspaces[0]?.id
  const known = data?.workspaces.some((workspace) => workspace.id === workspaceId)
  const own = data?.workspaces.find((workspace) => workspace.id === workspaceId)
  useEffect(() => {
    if (own) useUnitsStore.setState({ timeZone: own.timeZone, currency: own.currency })
  }, [own])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    if (first && !known) choose(first)
  }, [first, known, choose])
  const isOut = error instanceof ApiError && error.status === 401
  useEffect(() => {
    if (isOut) void forgetAnswers()
  }, [isOut])
  if (isOut) return <Navigate to="/sign-in" />
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />
  if (!data || (first && !known))
    return (
      <div className={styles.opening}>
        <Loading rows={6} />
      </div>
    )
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <div id="skip-links" />
      <Sidebar narrow={isSmall || isDrawing} isDrawing={isDrawing} />
      <div id="content" className={styles.content}>
        <Outlet />
      </div>
      <CommandKey />
      <Announcer />
    </div>
  )
}

/** The toasts and the polite live region, in the app and at the door alike. */
export function Root() {
  return (
    <>
      <Outlet />
      <Toaster
        className={styles.toasts}
        position="bottom-center"
        toastOptions={{ className: styles.toast }}
      />
    </>
  )
}

function Announcer() {
  const { text, count } = useAnnouncer()
  return (
    <p className="sr-only" role="status" aria-live="polite" key={count % 2}>
      {text}
    </p>
  )
}
