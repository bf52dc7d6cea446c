import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../../../api/api-error'
import { createOffer, mailTemplatesQuery, offersQuery } from '../../../api/messages'
import { segmentsQuery } from '../../../api/segments'
import { Select } from '../../../ui/select'
import { useWords } from '../../../words/use-words'
import type { FieldProps } from './field-props'
import styles from './fields.module.css'

/** Which mail is sent, with a way to write it. */
export function TemplateField({ spec, value, onChange }: FieldProps) {
  const { t, say } = useWords()
  const { data } = useQuery(mailTemplatesQuery())
  const chosen = typeof value === 'string' ? value : null
  const items = data?.items ?? []
  return (
    <>
      <Select
        look="field"
        label={say(spec.label)}
        value={chosen}
        tone={chosen ? undefined : 'missing'}
        placeholder={spec.question && say(spec.question)}
        choices={items.map((mail) => ({ value: mail.id, label: mail.name }))}
        onChange={onChange}
      />
      <p className={styles.links}>
        {chosen && (
          <Link to="/messages/$templateId" params={{ templateId: chosen }} className={styles.link}>
            <Pencil className="icon-s" aria-hidden="true" />
            {t('field.editMail')}
          </Link>
        )}
        <Link to="/messages" className={styles.link}>
          {t('field.allMails')}
        </Link>
      </p>
    </>
  )
}

/** What a first credit is worth, in the workspace's currency. */
const CREDIT_CENTS = 2500

/** Which single-use credit goes with it; none is a fine answer. */
export function OfferField({ spec, value, onChange }: FieldProps) {
  const { t, say, money, currency } = useWords()
  const { data } = useQuery(offersQuery())
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: () =>
      createOffer({
        name: t('offer.newName'),
        kind: 'credit',
        valueCents: CREDIT_CENTS,
        currency,
        minimumCents: 4000,
        validFor: 'P30D',
      }),
    onSuccess: async (offer) => {
      await queries.invalidateQueries({ queryKey: offersQuery().queryKey })
      onChange(offer.id)
    },
    onError: (error) => toast(messageOfError(error)),
  })
  const offers = data?.items ?? []
  const choices = [
    { value: '', label: t('field.noOffer') },
    ...offers.map((offer) => ({
      value: offer.id,
      label: `${offer.name} · ${money(offer.valueCents, offer.currency)}`,
    })),
  ]
  return (
    <>
      <Select
        look="field"
        label={say(spec.label)}
        value={typeof value === 'string' ? value : ''}
        choices={choices}
        onChange={(next) => onChange(next || null)}
      />
      {offers.length === 0 && (
        <p className={styles.links}>
          <button
            type="button"
            className={styles.link}
            disabled={make.isPending}
            onClick={() => make.mutate()}
          >
            {t('offer.make', { amount: money(CREDIT_CENTS) })}
          </button>
        </p>
      )}
    </>
  )
}

/** Which segment is meant. */
export function SegmentField({ spec, value, onChange }: FieldProps) {
  const { say } = useWords()
  const { data } = useQuery(segmentsQuery())
  const chosen = typeof value === 'string' ? value : null
  return (
    <Select
      look="field"
      label={say(spec.label)}
      value={chosen}
      tone={chosen ? undefined : 'missing'}
      placeholder={spec.question && say(spec.question)}
      choices={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
