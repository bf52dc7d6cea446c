import { useMutation, useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import type { Role } from '../api/types'
import { addMember, membersQuery, meQuery, removeMember } from '../api/workspace'
import { Button, IconButton } from '../ui/button'
import fields from '../ui/field.module.css'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

const roles: Role[] = ['viewer', 'editor', 'publisher', 'owner']

/** Who works here and what they may do. */
export function Members() {
  const { t } = useWords()
  const { data, error } = useQuery(membersQuery())
  const me = useQuery(meQuery()).data?.user
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const again = () => queryClient.invalidateQueries({ queryKey: membersQuery().queryKey })
  const onError = (failure: unknown) => void toast.error(messageOfError(failure))
  const add = useMutation({
    mutationFn: (given: { email: string; role: Role }) => addMember(given.email, given.role),
    onSuccess: async () => {
      setEmail('')
      await again()
    },
    onError,
  })
  const remove = useMutation({ mutationFn: removeMember, onSuccess: again, onError })
  const choices = roles.map((each) => ({ value: each, label: t(`role.${each}`) }))
  const asRole = (value: string): Role => roles.find((each) => each === value) ?? 'viewer'
  if (error) return null
  return (
    <section className={`${panel.panel} ${styles.form}`} aria-labelledby="members">
      <h2 id="members">{t('settings.members')}</h2>
      <ul className={styles.members}>
        {(data?.items ?? []).map((member) => (
          <li key={member.userId}>
            <span>
              <b>{member.name || member.email}</b>
              <small>{member.email}</small>
            </span>
            <Select
              label={t('settings.role')}
              value={member.role}
              choices={choices}
              onChange={(next) => add.mutate({ email: member.email, role: asRole(next) })}
            />
            {member.userId !== me?.id && (
              <IconButton
                label={t('settings.removeMember', { name: member.name || member.email })}
                onClick={() => remove.mutate(member.userId)}
              >
                <Trash2 className="icon" aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ email, role })
        }}
      >
        <input
          type="email"
          required
          className={fields.field}
          aria-label={t('settings.memberEmail')}
          placeholder={t('settings.memberEmail')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Select
          label={t('settings.role')}
          value={role}
          choices={choices}
          onChange={(next) => setRole(asRole(next))}
        />
        <Button type="submit" disabled={add.isPending}>
          {t('settings.addMember')}
        </Button>
      </form>
    </section>
  )
}
