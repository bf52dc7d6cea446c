import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { messageOfError } from '../api/api-error'
import { queryClient } from '../api/query-client'
import { request } from '../api/request'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import { PasswordField } from '../ui/password-field'
import { useWords } from '../words/use-words'
import { BrandMark } from './brand-mark'
import styles from './sign-in.module.css'

const sendLink = (email: string) =>
  request<unknown>('POST', '/api/auth/sign-in/magic-link', { email, callbackURL: '/' })
const withPassword = (email: string, password: string) =>
  request<unknown>('POST', '/api/auth/sign-in/email', { email, password })

/** The door: a link by mail, or a password for those who have one. */
export function SignInPage() {
  const { t, rich } = useWords()
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [usesPassword, setUsesPassword] = useState(false)
  const link = useMutation({ mutationFn: () => sendLink(email) })
  const enter = useMutation({
    mutationFn: () => withPassword(email, password),
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/' })
    },
  })
  const [expired] = useState(() => new URLSearchParams(window.location.search).has('error'))
  const error = usesPassword ? enter.error : link.error
  return (
    <main className={styles.page}>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault()
          if (usesPassword) enter.mutate()
          else link.mutate()
        }}
      >
        <p className={styles.brand}>
          <BrandMark />
          Relance
        </p>
        <h1>{t('signIn.title')}</h1>
        {expired && !link.isSuccess && (
          <p className={styles.expired} role="alert">
            {t('signIn.expired')}
          </p>
        )}
        {link.isSuccess && !usesPassword ? (
          <p className={styles.sent} role="status">
            {rich('signIn.sent', { email })}
          </p>
        ) : (
          <>
            <Labelled label={t('signIn.email')} error={error ? messageOfError(error) : null}>
              {(props) => (
                <input
                  {...props}
                  type="email"
                  required
                  autoComplete="email"
                  className={fields.field}
                  value={email}
                  onChange={(event) => setEmail(event.target.value)}
                />
              )}
            </Labelled>
            {usesPassword && (
              <PasswordField label={t('signIn.password')} value={password} onChange={setPassword} />
            )}
            <Button
              type="submit"
              look="primary"
              className={styles.submit}
              disabled={link.isPending || enter.isPending}
            >
              {usesPassword ? t('signIn.enter') : t('signIn.send')}
            </Button>
            <button
              type="button"
              className={styles.other}
              onClick={() => setUsesPassword(!usesPassword)}
            >
              {usesPassword ? t('signIn.useLink') : t('signIn.usePassword')}
            </button>
          </>
        )}
      </form>
    </main>
  )
}
