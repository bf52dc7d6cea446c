import { Combobox } from '@base-ui/react/combobox'
import { useState } from 'react'
import type { MailField } from '../../api/content-types'
import list from '../../canvas/inspector/fields/fields.module.css'
import { useWords } from '../../words/use-words'
import styles from './rich-text.module.css'

/** Data of the customer found by name; choosing one hands it over, and the field is empty again. */
export function DataChoice({
  fields,
  onChoose,
}: {
  fields: readonly MailField[]
  onChoose: (field: MailField) => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  return (
    <Combobox.Root<MailField>
      items={fields}
      value={null}
      inputValue={typed}
      onInputValueChange={setTyped}
      onValueChange={(field) => {
        if (field) onChoose(field)
        setTyped('')
      }}
      itemToStringLabel={({ label }) => label}
      isItemEqualToValue={(one, other) => one.name === other.name}
    >
      <Combobox.Input
        className={styles.data}
        aria-label={t('mailEditor.findData')}
        placeholder={t('mailEditor.insertData')}
      />
      <Combobox.Portal>
        <Combobox.Positioner className={list.positioner} sideOffset={4} align="end">
          <Combobox.Popup className={list.list}>
            <Combobox.Empty className={styles.none}>{t('mailEditor.noData')}</Combobox.Empty>
            <Combobox.List>
              {(field: MailField) => (
                <Combobox.Item key={field.name} value={field} className={list.item}>
                  <span>{field.label}</span>
                  {field.sample && <small>{field.sample}</small>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
