import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { versionQuery, versionsQuery } from '../../api/flows'
import type { ListedVersion } from '../../api/types'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { LinkButton } from '../../ui/link-button'
import { Failed, Loading } from '../../ui/states'
import { useWords } from '../../words/use-words'
import { announce } from '../announce'
import { useContent, useSession } from '../canvas-context'
import { ChangeSentence } from '../changes/change-sentence'
import { compareDrafts } from '../document/compare-drafts'
import { contentOf } from '../document/draft-content'
import { restoreChange, restoreVersion } from '../document/restore-version'
import { kindOf } from '../step-types'
import styles from './versions.module.css'

/** What was published, by whom and when; how the draft differs from each, and the way back to it, whole or in part. */
export function VersionsDialog() {
  const { t } = useWords()
  const { flow, store } = useSession()
  const { data, error, refetch } = useQuery(versionsQuery(flow.id))
  const [chosen, setChosen] = useState<number | null>(null)
  const close = () => store.getState().showDialog(null)
  const shown = chosen ?? flow.version ?? data?.items[0]?.version ?? null
  return (
    <Dialog open side width={460} title={t('versions.title')} onClose={close}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      <ul className={styles.list}>
        {data?.items.map((listed) => (
          <li key={listed.version}>
            <VersionHead
              listed={listed}
              isShown={listed.version === shown}
              onShow={() => setChosen(listed.version)}
            />
            {listed.version === shown && <Differences version={listed.version} close={close} />}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

interface VersionHeadProps {
  listed: ListedVersion
  isShown: boolean
  onShow: () => void
}

function VersionHead({ listed, isShown, onShow }: VersionHeadProps) {
  const { t, date } = useWords()
  const { flow } = useSession()
  const { version, publishedAt, publishedBy, scheduledAt, people, note } = listed
  const told = [
    publishedBy
      ? t('versions.publishedBy', { at: date(publishedAt, 'stamp'), name: publishedBy })
      : date(publishedAt, 'stamp'),
    scheduledAt && t('versions.scheduled', { at: date(scheduledAt, 'stamp') }),
    people > 0 && t('versions.people', { n: people }),
  ]
  return (
    <button type="button" className={styles.head} aria-expanded={isShown} onClick={onShow}>
      <b>{t('versions.version', { version, isLive: String(version === flow.version) })}</b>
      <span>{told.filter(Boolean).join(' · ')}</span>
      {note && <span className={styles.note}>{note}</span>}
    </button>
  )
}

function Differences({ version, close }: { version: number; close: () => void }) {
  const { t } = useWords()
  const { flow, document, readOnly } = useSession()
  const { data, error, refetch } = useQuery(versionQuery(flow.id, version))
  const draft = useContent((content) => content)
  const then = useMemo(() => data && contentOf(data), [data])
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!then) return <Loading rows={2} />
  const changes = compareDrafts(then, draft)
  const name = { key: 'act.restore', values: { version } }
  const restored = () => announce(t('versions.restored', { version }))
  return (
    <div className={styles.body}>
      <p>
        {changes.length > 0
          ? t('versions.differs', { n: changes.length })
          : t('draft.same', { version })}
      </p>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            <ChangeSentence change={change} before={then} after={draft} />
            {!readOnly && (
              <Button
                size="small"
                look="ghost"
                onClick={() => {
                  restoreChange(document, then, change, kindOf, name)
                  restored()
                }}
              >
                {t('versions.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.acts}>
        {!readOnly && changes.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              restoreVersion(document, then, name)
              restored()
              close()
            }}
          >
            {t('versions.makeDraft')}
          </Button>
        )}
        <LinkButton
          size="small"
          to="/scenarios/$flowId/live"
          params={{ flowId: flow.id }}
          search={{ version }}
        >
          {t('versions.look')}
        </LinkButton>
      </p>
    </div>
  )
}
