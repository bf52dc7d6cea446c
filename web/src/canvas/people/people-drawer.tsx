import { Dialog } from '../../ui/dialog'
import { useWords } from '../../words/use-words'
import { useCanvas, useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { PeopleList } from './people-list'

/** The list behind a figure, beside the drawing. */
export function PeopleDrawer() {
  const { t, language } = useWords()
  const { store } = useSession()
  const filter = useCanvas((state) => state.people)
  const titles = useContent((content) => stepTitles(content, language))
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
      about={step}
      onClose={() => store.getState().showPeople(null)}
    >
      <PeopleList filter={filter} />
    </Dialog>
  )
}
