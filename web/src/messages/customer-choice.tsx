import { Combobox } from '@base-ui/react/combobox'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { contactsQuery } from '../api/contacts'
import type { ContactRef } from '../api/types'
import list from '../canvas/inspector/fields/fields.module.css'
import { nameOfContact } from '../customers/name-of-contact'
import { useWords } from '../words/use-words'
import styles from './mail.module.css'

const FEWEST_LETTERS = 2

/** Whose mail is shown: a customer found by name, address or number, or nobody in particular. */
export function CustomerChoice({
  chosen,
  onChoose,
}: {
  chosen: ContactRef | null
  onChoose: (contact: ContactRef | null) => void
}) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search.trim())
  const { data } = useInfiniteQuery({
    ...contactsQuery(wanted),
    enabled: wanted.length >= FEWEST_LETTERS,
  })
  const found: ContactRef[] = data?.pages[0]?.items ?? []
  const nameOf = (contact: ContactRef) => nameOfContact(contact, t('customer.nameless'))
  return (
    <Combobox.Root<ContactRef>
      items={found}
      filter={null}
      value={chosen}
      onValueChange={onChoose}
      onInputValueChange={(typed) => {
        setSearch(typed)
        if (typed === '') onChoose(null)
      }}
      itemToStringLabel={nameOf}
      isItemEqualToValue={(one, other) => one.id === other.id}
    >
      <Combobox.Input
        className={styles.customer}
        aria-label={t('mail.shownAs')}
        placeholder={t('mail.exampleCustomer')}
        onFocus={(event) => event.target.select()}
      />
      <Combobox.Portal>
        <Combobox.Positioner className={list.positioner} sideOffset={4} align="start">
          <Combobox.Popup className={list.list}>
            <Combobox.Empty className={styles.noCustomer}>
              {wanted.length < FEWEST_LETTERS ? t('mail.findCustomer') : t('mail.noCustomer')}
            </Combobox.Empty>
            <Combobox.List>
              {(contact: ContactRef) => (
                <Combobox.Item key={contact.id} value={contact} className={list.item}>
                  <span>{nameOf(contact)}</span>
                  {contact.email && <small>{contact.email}</small>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
