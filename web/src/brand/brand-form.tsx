import { type BrandKit, fontNames } from '@relance/core/brand/brand-kit'
import { brandWarnings } from '@relance/core/brand/brand-warnings'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import { brandQuery, saveBrand } from '../api/brand'
import { queryClient } from '../api/query-client'
import { Button } from '../ui/button'
import fields from '../ui/field.module.css'
import { Labelled } from '../ui/labelled'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import styles from './brand.module.css'
import { BrandPreview } from './brand-preview'
import { ColourField } from './colour-field'
import { LogoField } from './logo-field'

/** How all mails look and sign, beside a mail in that look. */
export function BrandForm() {
  const { data } = useQuery(brandQuery())
  return data ? <Form start={data} /> : null
}

const colours = ['primary', 'onPrimary', 'text', 'muted', 'surface', 'background'] as const
const texts = [
  { key: 'companyName', type: 'text' },
  { key: 'website', type: 'url' },
  { key: 'postalAddress', type: 'text' },
  { key: 'supportPhone', type: 'tel' },
  { key: 'supportHours', type: 'text' },
  { key: 'supportEmail', type: 'email' },
  { key: 'chatUrl', type: 'url' },
  { key: 'helpUrl', type: 'url' },
] as const

function Form({ start }: { start: BrandKit }) {
  const { t, language } = useWords()
  const [kit, setKit] = useState(start)
  const save = useMutation({
    mutationFn: () => saveBrand(kit),
    onSuccess: (saved) => {
      toast.success(t('settings.saved'))
      queryClient.setQueryData(brandQuery().queryKey, saved)
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  const warnings = brandWarnings(kit.colours, language)
  return (
    <section id="brand" className={`${panel.panel} ${styles.brand}`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <h2>{t('brand.title')}</h2>
        <p className={styles.about}>{t('brand.about')}</p>
        <div className={styles.pair}>
          {colours.map((name) => (
            <ColourField
              key={name}
              label={t(`brand.${name}`)}
              value={kit.colours[name]}
              onChange={(colour) => setKit({ ...kit, colours: { ...kit.colours, [name]: colour } })}
              warning={warnings.find(({ field }) => field === name)?.message}
            />
          ))}
        </div>
        <Labelled label={t('brand.font')} help={t('brand.fontHelp')}>
          {({ id }) => (
            <Select
              id={id}
              look="field"
              value={kit.font}
              onChange={(font) =>
                setKit({ ...kit, font: fontNames.find((each) => each === font) ?? kit.font })
              }
              choices={fontNames.map((font) => ({ value: font, label: t(`brand.font-${font}`) }))}
            />
          )}
        </Labelled>
        <LogoField logo={kit} onChange={(logo) => setKit({ ...kit, ...logo })} />
        {texts.map(({ key, type }) => (
          <Labelled key={key} label={t(`brand.${key}`)}>
            {(props) => (
              <input
                {...props}
                type={type}
                maxLength={500}
                className={fields.field}
                value={kit[key] ?? ''}
                onChange={(event) => setKit({ ...kit, [key]: event.target.value })}
              />
            )}
          </Labelled>
        ))}
        <Button look="primary" type="submit" disabled={save.isPending}>
          {t('settings.save')}
        </Button>
      </form>
      <BrandPreview kit={kit} />
    </section>
  )
}
