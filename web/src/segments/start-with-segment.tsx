import { useQuery } from '@tanstack/react-query'
import { LogIn, LogOut, Plus } from 'lucide-react'
import { scenarioTemplatesQuery } from '../api/flows'
import type { Segment } from '../api/segments'
import { useStartFlow } from '../home/use-start-flow'
import { Button } from '../ui/button'
import { FullMenu } from '../ui/full-menu'
import { useWords } from '../words/use-words'

/** Begins a scenario with a segment: when somebody enters or leaves it, or a template for its people only. */
export function StartWithSegment({ segment: { id, name } }: { segment: Segment }) {
  const { t, language } = useWords()
  const { data } = useQuery(scenarioTemplatesQuery(language))
  const start = useStartFlow()
  const whenSomebody = (change: 'enters' | 'leaves') =>
    start.mutate({
      name: t(`segments.${change}Name`, { name }),
      graph: {
        nodes: [{ id: 'start', type: 'on-segment', config: { segment: id, change } }],
        edges: [],
      },
    })
  const templates = (data?.items ?? []).map(({ key, name: title }) => ({
    label: title,
    onSelect: () =>
      start.mutate({
        template: key,
        locale: language,
        name: t('segments.templateName', { title, name }),
        segment: id,
      }),
  }))
  return (
    <FullMenu
      head={t('segments.startAbout')}
      trigger={
        <Button disabled={start.isPending}>
          <Plus className="icon-s" aria-hidden="true" />
          {t('segments.start')}
        </Button>
      }
      items={[
        {
          label: t('segments.enters'),
          icon: <LogIn className="icon" aria-hidden="true" />,
          onSelect: () => whenSomebody('enters'),
        },
        {
          label: t('segments.leaves'),
          icon: <LogOut className="icon" aria-hidden="true" />,
          onSelect: () => whenSomebody('leaves'),
        },
        null,
        ...templates,
      ]}
    />
  )
}
