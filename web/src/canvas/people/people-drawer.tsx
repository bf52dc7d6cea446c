import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { useRangeWords } from '../use-range-words'
import { PeopleList } from './people-list'

/** The list behind a figure, beside the drawing. */
export function PeopleDrawer() {
  const { t, language } = useWords()
  const { store, range, drawn } = useSession()
  const filter = useCanvas((state) => state.people)
  const titles = useContent((content) => stepTitles(content, language))
  const rangeWords = useRangeWords()
  if (!filter) return null
  const title = filter.figure
    ? t(`people.${filter.figure}`)
    : filter.state
      ? t('people.attention')
      : t('people.all')
  const step = filter.nodeId ? titles.get(filter.nodeId) : undefined
  return (
    <Dialog
      open
      side
      width={420}
      title={title}
      about={[step, drawn === null ? null : rangeWords(range)].filter(Boolean).join(' · ')}
      onClose={() => store.getState().showPeople(null)}
    >
      <PeopleList filter={filter} />
    </Dialog>
  )
}
