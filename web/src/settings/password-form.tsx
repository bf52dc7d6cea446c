import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, messageOfError } from '../api/api-error'
import { meQuery, setPassword } from '../api/workspace'
import { Button } from '../ui/button'
import panel from '../ui/panel.module.css'
import { PasswordField } from '../ui/password-field'
import { useWords } from '../words/use-words'
import styles from './settings.module.css'

const SHORTEST = 8

/** A password of one's own, to sign in without waiting for a link. */
export function PasswordForm() {
  const { t } = useWords()
  const me = useQuery(meQuery()).data?.user
  const [password, setNew] = useState('')
  const [current, setCurrent] = useState('')
  const save = useMutation({
    mutationFn: () => setPassword(password, current || undefined),
    onSuccess: () => {
      setNew('')
      setCurrent('')
      toast.success(t('password.saved'))
    },
  })
  const wrong = save.error instanceof ApiError ? save.error : null
  // Asked for only by a server that needs it: who came by a link just now may have forgotten it.
  const asksCurrent = wrong?.field === 'current' || current !== ''
  if (!me) return null
  return (
    <form
      className={`${panel.panel} ${styles.form}`}
      aria-labelledby="password"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2 id="password">{t('password.title')}</h2>
      <input type="hidden" name="username" autoComplete="username" value={me.email} />
      <PasswordField
        label={t('password.new')}
        help={t('password.help')}
        error={save.error && wrong?.field !== 'current' ? messageOfError(save.error) : null}
        value={password}
        onChange={setNew}
        isNew
        minLength={SHORTEST}
      />
      {asksCurrent && (
        <PasswordField
          label={t('password.current')}
          error={wrong?.field === 'current' ? wrong.message : null}
          value={current}
          onChange={setCurrent}
        />
      )}
      <Button type="submit" look="primary" disabled={save.isPending}>
        {t('password.save')}
      </Button>
    </form>
  )
}
