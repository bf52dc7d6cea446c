import { useState } from 'react'
import { ImagePicker } from '../../images/image-picker'
import { Button } from '../../ui/button'
import fields from '../../ui/field.module.css'
import { Labelled } from '../../ui/labelled'
import { useWords } from '../../words/use-words'
import type { BlockValues } from './block-values'

/** The picture of an image block, picked or by its address, and the words that stand for it. */
export function ImageFields({ values }: { values: BlockValues }) {
  const { t } = useWords()
  const [isPicking, setIsPicking] = useState(false)
  const alt = values.own('alt') ?? ''
  return (
    <>
      <p>
        <Button type="button" onClick={() => setIsPicking(true)}>
          {t('images.title')}
        </Button>
      </p>
      <ImagePicker
        open={isPicking}
        onClose={() => setIsPicking(false)}
        onPick={(image) => values.setAll({ src: image.url, alt: image.alt })}
      />
      <Labelled label={t('mailEditor.source')} help={t('mailEditor.sourceHelp')}>
        {(props) => (
          <input
            {...props}
            className={fields.field}
            value={values.own('src') ?? ''}
            onChange={(event) => values.set('src')(event.target.value.trim())}
          />
        )}
      </Labelled>
      <Labelled
        label={t('mailEditor.alt')}
        help={t('mailEditor.altHelp')}
        error={alt.trim() === '' ? t('mailEditor.altMissing') : null}
      >
        {(props) => (
          <input
            {...props}
            className={fields.field}
            value={alt}
            onChange={(event) => values.set('alt')(event.target.value)}
          />
        )}
      </Labelled>
    </>
  )
}
