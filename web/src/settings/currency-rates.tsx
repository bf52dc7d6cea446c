import { useMutation, useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { ApiError, messageOfError } from '../api/api-error'
import { currencyRatesQuery, setCurrencyRate } from '../api/currency-rates'
import { queryClient } from '../api/query-client'
import { Button, IconButton } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { useWords } from '../words/use-words'
import { readNumber } from './read-number'
import styles from './settings.module.css'

/** Other currencies than the workspace's own, and what one unit of each is worth in it. */
export function CurrencyRates() {
  const { t, number } = useWords()
  const { data } = useQuery(currencyRatesQuery())
  const change = useMutation({
    mutationFn: setCurrencyRate,
    onSuccess: (now) => queryClient.setQueryData(currencyRatesQuery().queryKey, now),
  })
  if (!data) return null
  const { currency: own, rates } = data
  const before = (currency: string) => ({ currency, rate: rates[currency] ?? null })
  const undo = (was: ReturnType<typeof before>) => ({
    action: {
      label: t('settings.undo'),
      onClick: () =>
        change.mutate(was, { onError: (error) => void toast.error(messageOfError(error)) }),
    },
  })
  const remove = (currency: string) =>
    change.mutate(
      { currency, rate: null },
      {
        onSuccess: () =>
          void toast.success(t('rates.removed', { currency }), undo(before(currency))),
        onError: (error) => void toast.error(messageOfError(error)),
      },
    )
  const known = Object.entries(rates).sort(([one], [other]) => one.localeCompare(other))
  return (
    <section className={`${panel.panel} ${styles.form}`} aria-labelledby="rates">
      <h2 id="rates">{t('rates.title')}</h2>
      <p className={styles.about}>{t('rates.about', { currency: own })}</p>
      <ul className={styles.members}>
        {known.map(([currency, rate]) => (
          <li key={currency}>
            <span>{t('rates.one', { currency, rate: number(rate), own })}</span>
            <IconButton
              label={t('rates.remove', { currency })}
              disabled={change.isPending}
              onClick={() => remove(currency)}
            >
              <Trash2 className="icon" aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <AddRate
        own={own}
        isPending={change.isPending}
        save={(wanted, taken, refused) =>
          change.mutate(wanted, {
            onSuccess: () => {
              toast.success(
                t('rates.saved', { currency: wanted.currency }),
                undo(before(wanted.currency)),
              )
              taken()
            },
            onError: refused,
          })
        }
      />
    </section>
  )
}

type Wrong = { field: 'currency' | 'rate'; words: string } | null

function AddRate({
  own,
  isPending,
  save,
}: {
  own: string
  isPending: boolean
  save: (
    wanted: { currency: string; rate: number },
    taken: () => void,
    refused: (error: Error) => void,
  ) => void
}) {
  const { t } = useWords()
  const [currency, setCurrency] = useState('')
  const [rate, setRate] = useState('')
  const [wrong, setWrong] = useState<Wrong>(null)
  const submit = () => {
    const value = readNumber(rate)
    if (!/^[A-Z]{3}$/.test(currency))
      return setWrong({ field: 'currency', words: t('rates.noCurrency') })
    if (currency === own) return setWrong({ field: 'currency', words: t('rates.own', { own }) })
    if (value === null || value === 0) return setWrong({ field: 'rate', words: t('rates.noRate') })
    setWrong(null)
    save(
      { currency, rate: value },
      () => {
        setCurrency('')
        setRate('')
      },
      (error) => {
        const field = error instanceof ApiError && error.field === 'currency' ? 'currency' : 'rate'
        setWrong({ field, words: messageOfError(error) })
      },
    )
  }
  const errorOf = (field: 'currency' | 'rate') => (wrong?.field === field ? wrong.words : null)
  return (
    <form
      className={styles.rate}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Labelled
        label={t('rates.currency')}
        help={t('rates.currencyHelp')}
        error={errorOf('currency')}
      >
        {(props) => (
          <input
            {...props}
            className={fields.field}
            maxLength={3}
            autoComplete="off"
            value={currency}
            onChange={(event) => setCurrency(event.target.value.toUpperCase())}
          />
        )}
      </Labelled>
      <Labelled label={t('rates.rate', { own })} help={t('rates.rateHelp')} error={errorOf('rate')}>
        {(props) => (
          <input
            {...props}
            className={fields.field}
            inputMode="decimal"
            autoComplete="off"
            value={rate}
            onChange={(event) => setRate(event.target.value)}
          />
        )}
      </Labelled>
      <Button type="submit" disabled={isPending}>
        {t('rates.save')}
      </Button>
    </form>
  )
}
