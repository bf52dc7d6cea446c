import fields from '../../ui/field.module.css'
import { Labelled } from '../../ui/labelled'
import { useWords } from '../../words/use-words'
import type { BlockValues } from './block-values'

/** The picture of an image block and the words that stand for it. */
export function ImageFields({ values }: { values: BlockValues }) {
  const { t } = useWords()
  const alt = values.own('alt') ?? ''
  return (
    <>
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
