import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  CircleStop,
  Columns2,
  Ellipsis,
  Keyboard,
  LayoutGrid,
  ListTree,
  Pause,
  Play,
  Trash2,
} from 'lucide-react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { deleteFlow, pauseFlow } from '../../api/flows'
import { mayPublishIn, useWorkspace } from '../../app/use-workspace'
import { IconButton } from '../../ui/button'
import { Menu, type MenuItem } from '../../ui/menu'
import { useWords } from '../../words/use-words'
import { useCanvas, useSession } from '../canvas-context'
import { useCommands } from '../use-commands'

/** Tidy, outline, both sides, keys; pause, resume and stop for those who may; delete what was never published. */
export function FlowMenu() {
  const { t } = useWords()
  const { flow, store, readOnly } = useSession()
  const commands = useCommands()
  const outline = useCanvas((state) => state.outline)
  const mayPublish = mayPublishIn(useWorkspace())
  const navigate = useNavigate()
  const queries = useQueryClient()
  const onError = (error: unknown) => void toast.error(messageOfError(error))
  const pause = useMutation({
    mutationFn: () => pauseFlow(flow.id),
    onSuccess: async () => {
      toast.success(t('pause.done'))
      await queries.invalidateQueries({ queryKey: ['flow', flow.id] })
      await queries.invalidateQueries({ queryKey: ['flows'] })
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: () => deleteFlow(flow.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['flows'] })
      await navigate({ to: '/' })
    },
    onError,
  })
  const icon = 'icon'
  const items: (MenuItem | null)[] = []
  if (!readOnly)
    items.push({
      label: t('canvas.tidy'),
      keys: 'L',
      icon: <LayoutGrid className={icon} aria-hidden="true" />,
      onSelect: () => void commands.tidy(),
    })
  if (!outline)
    items.push({
      label: t('outline.open'),
      keys: 'O',
      icon: <ListTree className={icon} aria-hidden="true" />,
      onSelect: () => store.getState().showOutline(true),
    })
  items.push({
    label: t('lanes.title'),
    icon: <Columns2 className={icon} aria-hidden="true" />,
    onSelect: () => void navigate({ to: '/scenarios/$flowId/sides', params: { flowId: flow.id } }),
  })
  items.push({
    label: t('shortcuts.title'),
    keys: '?',
    icon: <Keyboard className={icon} aria-hidden="true" />,
    onSelect: () => store.getState().showDialog('shortcuts'),
  })
  if (mayPublish && flow.status === 'live' && flow.sending !== 'over')
    items.push(null, {
      label: t('pause.button'),
      icon: <Pause className={icon} aria-hidden="true" />,
      onSelect: () => pause.mutate(),
    })
  if (mayPublish && flow.status === 'paused')
    items.push(null, {
      label: t('resume.open'),
      icon: <Play className={icon} aria-hidden="true" />,
      onSelect: () => store.getState().showDialog('resume'),
    })
  if (mayPublish && (flow.status === 'live' || flow.status === 'paused')) {
    items.push({
      label: t('stop.open'),
      icon: <CircleStop className={icon} aria-hidden="true" />,
      tone: 'danger',
      onSelect: () => store.getState().showDialog('stop'),
    })
  }
  if (!readOnly && flow.latest === 0) {
    items.push(null, {
      label: t('canvas.delete'),
      icon: <Trash2 className={icon} aria-hidden="true" />,
      tone: 'danger',
      onSelect: () => remove.mutate(),
    })
  }
  return (
    <Menu
      trigger={
        <IconButton label={t('common.more')}>
          <Ellipsis className="icon" aria-hidden="true" />
        </IconButton>
      }
      items={items}
    />
  )
}
