import { useQuery } from '@tanstack/react-query'
import { segmentsQuery } from '../api/segments'
import { DrawersOnly } from '../app/drawers-only'
import { LinkButton } from '../ui/link-button'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'

/** Not a segment's id: no one is left out. */
const EVERYBODY = 'everybody'

/** The list of customers is narrowed by a segment: a saved view of it. Another one is a rule away. */
export function SegmentFilter({
  segmentId,
  onChange,
}: {
  segmentId: string | undefined
  onChange: (segmentId: string | undefined) => void
}) {
  const { t, language } = useWords()
  const { data } = useQuery(segmentsQuery())
  const segments = (data?.items ?? []).toSorted((one, other) =>
    one.name.localeCompare(other.name, language),
  )
  return (
    <>
      {segments.length > 0 && (
        <Select
          label={t('customers.view')}
          look="field"
          value={segmentId ?? EVERYBODY}
          onChange={(chosen) => onChange(chosen === EVERYBODY ? undefined : chosen)}
          choices={[
            { value: EVERYBODY, label: t('customers.everybody') },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <DrawersOnly>
        <LinkButton look="ghost" to="/segments/new">
          {t('customers.newView')}
        </LinkButton>
      </DrawersOnly>
    </>
  )
}
