import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import {
  Activity,
  ChartScatter,
  CircleUserRound,
  Code,
  Mail,
  MessageSquareReply,
  Route,
  Settings,
  Upload,
  UserRound,
  UsersRound,
  Workflow,
} from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { contactsQuery } from '../api/contacts'
import { flowsQuery } from '../api/flows'
import { mailTemplatesQuery } from '../api/messages'
import { nameOfContact } from '../customers/name-of-contact'
import { useWords } from '../words/use-words'
import styles from './command-palette.module.css'
import { useGiveBack } from './use-give-back'

const pages = [
  { to: '/', key: 'nav.scenarios', icon: Workflow },
  { to: '/customers', key: 'nav.customers', icon: UsersRound },
  { to: '/segments', key: 'nav.segments', icon: CircleUserRound },
  { to: '/lifecycle', key: 'nav.lifecycle', icon: Route },
  { to: '/scores', key: 'nav.scores', icon: ChartScatter },
  { to: '/messages', key: 'nav.messages', icon: Mail },
  { to: '/answers', key: 'nav.answers', icon: MessageSquareReply },
  { to: '/imports', key: 'nav.imports', icon: Upload },
  { to: '/developers', key: 'nav.developers', icon: Code },
  { to: '/status', key: 'nav.status', icon: Activity },
  { to: '/settings', key: 'nav.settings', icon: Settings },
] as const

/** Any page, scenario, message or customer, found by typing. */
export function CommandPalette({ close }: { close: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  useGiveBack()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const flows = useQuery(flowsQuery()).data?.items ?? []
  const mails = useQuery(mailTemplatesQuery()).data?.items ?? []
  const people =
    useInfiniteQuery({ ...contactsQuery(wanted), enabled: wanted.length > 1 }).data?.pages[0]
      ?.items ?? []
  const go = (act: () => Promise<void>) => () => {
    close()
    void act()
  }
  return (
    <Command.Dialog
      open
      onOpenChange={(next) => !next && close()}
      label={t('search.placeholder')}
      className={styles.dialog}
      overlayClassName={styles.veil}
    >
      <Command.Input
        value={search}
        onValueChange={setSearch}
        placeholder={t('search.placeholder')}
        className={styles.input}
      />
      <Command.List className={styles.list}>
        <Command.Empty className={styles.empty}>{t('search.nothing')}</Command.Empty>
        <Command.Group heading={t('search.pages')}>
          {pages.map(({ to, key, icon: Icon }) => (
            <Command.Item
              key={to}
              value={`page ${t(key)}`}
              onSelect={go(() => navigate({ to }))}
              className={styles.item}
            >
              <Icon className="icon" aria-hidden="true" />
              {t(key)}
            </Command.Item>
          ))}
        </Command.Group>
        {flows.length > 0 && (
          <Command.Group heading={t('nav.scenarios')}>
            {flows.map((flow) => (
              <Command.Item
                key={flow.id}
                value={`scenario ${flow.name} ${flow.id}`}
                onSelect={go(() =>
                  navigate({ to: '/scenarios/$flowId', params: { flowId: flow.id } }),
                )}
                className={styles.item}
              >
                <Workflow className="icon" aria-hidden="true" />
                {flow.name}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {mails.length > 0 && (
          <Command.Group heading={t('nav.messages')}>
            {mails.map((mail) => (
              <Command.Item
                key={mail.id}
                value={`mail ${mail.name} ${mail.id}`}
                onSelect={go(() =>
                  navigate({ to: '/messages/$templateId', params: { templateId: mail.id } }),
                )}
                className={styles.item}
              >
                <Mail className="icon" aria-hidden="true" />
                {mail.name}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {people.length > 0 && (
          <Command.Group heading={t('nav.customers')} forceMount>
            {people.map((person) => (
              <Command.Item
                key={person.id}
                value={`${wanted} ${person.id}`}
                forceMount
                onSelect={go(() =>
                  navigate({ to: '/customers/$contactId', params: { contactId: person.id } }),
                )}
                className={styles.item}
              >
                <UserRound className="icon" aria-hidden="true" />
                {nameOfContact(person, t('customer.nameless'))}
                <small>{person.email}</small>
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command.Dialog>
  )
}
