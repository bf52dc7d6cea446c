import { sentenceText } from '@relance/core/node/sentence'
import { summarise } from '@relance/core/node/summarise'
import type { PublishPreview } from '../../api/types'
import { Tile } from '../../ui/tile'
import { useWords } from '../../words/use-words'
import { useSession } from '../canvas-context'
import { ChangeSentence } from '../changes/change-sentence'
import type { Change } from '../document/compare-drafts'
import { readingOrder } from '../step-titles'
import { stepType } from '../step-types'
import { useChanges, useLiveContent } from '../use-changes'
import { useSentenceNames } from '../use-sentence-names'
import { ChangedMails } from './changed-mails'
import styles from './publish.module.css'

const SHOWN = 6

/** Each change as a sentence, before → after; a first version shows the whole flow. */
export function ChangesBlock({ preview }: { preview: PublishPreview }) {
  const { t } = useWords()
  const changes = useChanges()
  const live = useLiveContent()
  if (preview.live === null || !live) return <FirstVersion />
  return (
    <section className={styles.section}>
      <h3>{t('publish.changes')}</h3>
      {changes.length === 0 && preview.mails.length === 0 && (
        <p className={styles.quiet}>{t('draft.same', { version: preview.live })}</p>
      )}
      <ul className={styles.changes}>
        {changes.slice(0, SHOWN).map((change) => (
          <ChangeRow key={JSON.stringify(change)} change={change} />
        ))}
      </ul>
      {changes.length > SHOWN && (
        <p className={styles.quiet}>{t('draft.more', { n: changes.length - SHOWN })}</p>
      )}
      {preview.mails.length > 0 && <ChangedMails mails={preview.mails} />}
    </section>
  )
}

function ChangeRow({ change }: { change: Change }) {
  const { document } = useSession()
  const live = useLiveContent()
  if (!live) return null
  const draft = document.content
  const node =
    change.kind === 'rule' ? undefined : (draft.nodes[change.nodeId] ?? live.nodes[change.nodeId])
  const definition = node && stepType(node.type)
  return (
    <li>
      <Tile size="small" tone={definition?.category ?? 'mute'} icon={definition?.icon ?? 'flag'} />
      <span className={styles.wide}>
        <ChangeSentence change={change} before={live} after={draft} />
      </span>
    </li>
  )
}

function FirstVersion() {
  const { t, language } = useWords()
  const { document } = useSession()
  const names = useSentenceNames()
  const order = readingOrder(document.content)
  return (
    <section className={styles.section}>
      <h3>{t('publish.whatHappens')}</h3>
      <ul className={styles.changes}>
        {order.slice(0, SHOWN).map((id) => {
          const node = document.content.nodes[id]
          const definition = node && stepType(node.type)
          if (!node || !definition) return null
          return (
            <li key={id}>
              <Tile size="small" tone={definition.category} icon={definition.icon} />
              <span className={styles.wide}>
                {sentenceText(summarise(definition, node.config, language, names))}
              </span>
            </li>
          )
        })}
      </ul>
      {order.length > SHOWN && (
        <p className={styles.quiet}>{t('publish.moreSteps', { n: order.length - SHOWN })}</p>
      )}
    </section>
  )
}
