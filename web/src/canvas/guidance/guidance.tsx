import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../../api/api-error'
import { createFlow, flowsQuery } from '../../api/flows'
import { Button } from '../../ui/button'
import { useWords } from '../../words/use-words'
import { useContent, useSession } from '../canvas-context'
import { stepTitles } from '../step-titles'
import { isTriggerType } from '../step-types'
import { useView } from '../use-view'
import { branchDraft } from './branch-draft'
import styles from './guidance.module.css'
import { largestBranch } from './largest-branch'

/** From so many steps on, one scenario is hard to read. */
const MANY_STEPS = 60

/** Of a long scenario: the branch that could be one of its own, to be looked at, or copied into one. */
export function Guidance() {
  const { t, language } = useWords()
  const { document, store, flow } = useSession()
  const count = useContent((content) => Object.keys(content.nodes).length)
  const [isLeft, setLeft] = useState(false)
  const view = useView()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const isTrigger = (id: string) => isTriggerType(document.content.nodes[id]?.type ?? '')
  const find = () => {
    const branch = largestBranch(document.content, isTrigger)
    if (branch.length === 0) toast(t('guidance.none'))
    return branch
  }
  const make = useMutation({
    mutationFn: (branch: readonly string[]) => {
      const step = stepTitles(document.content, language).get(branch[0] ?? '') ?? ''
      return createFlow({
        name: t('guidance.newName', { scenario: flow.name, step }).slice(0, 120),
        ...branchDraft(document.content, branch),
      })
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: flowsQuery().queryKey })
      await navigate({ to: '/scenarios/$flowId', params: { flowId: id } })
    },
    onError: (error) => toast.error(messageOfError(error)),
  })
  if (count < MANY_STEPS || isLeft) return null
  return (
    <div className={styles.guidance} data-guidance>
      <p>
        <Lightbulb className="icon" aria-hidden="true" />
        {t('guidance.many', { n: count })}
      </p>
      <div>
        <Button
          size="small"
          onClick={() => {
            const branch = [...find()]
            store.getState().select(branch)
            view.fitSteps(branch)
          }}
        >
          {t('guidance.show')}
        </Button>
        <Button
          size="small"
          disabled={make.isPending}
          onClick={() => {
            const branch = find()
            if (branch.length > 0) make.mutate(branch)
          }}
        >
          {t('guidance.make')}
        </Button>
        <Button size="small" look="ghost" onClick={() => setLeft(true)}>
          {t('guidance.leave')}
        </Button>
      </div>
    </div>
  )
}
