import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { messageOfError } from '../api/api-error'
import {
  type ApologyMade,
  type ApologyRequest,
  apologise,
  apologyAudienceQuery,
  type FaultySend,
  type FaultyStep,
  faultyList,
} from '../api/faulty'
import { mailTemplatesQuery } from '../api/messages'
import publish from '../canvas/publish/publish.module.css'
import { CountedFigure } from '../figures/counted-figure'
import styles from '../newsletters/newsletters.module.css'
import { Button } from '../ui/button'
import { Labelled } from '../ui/labelled'
import { LinkButton } from '../ui/link-button'
import panel from '../ui/panel.module.css'
import { Select } from '../ui/select'
import { useWords } from '../words/use-words'
import { LeftOut } from './left-out'

const severities = ['minor', 'serious', 'binding'] as const
type Whom = ApologyRequest['whom']
/** Not a mail's id: the one that ships. */
const SHIPPED = 'shipped'

/** How bad it is, then to whom the apology goes and with which mail. A minor slip keeps the button shut. */
export function ApologyForm({
  flowId,
  nodeId,
  send,
}: {
  flowId: string
  nodeId: string
  send: FaultySend
}) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [severity, setSeverity] = useState<(typeof severities)[number]>('minor')
  const [whom, setWhom] = useState<Whom>(send.repeated > 0 ? 'repeated' : 'everyone')
  const [mail, setMail] = useState(SHIPPED)
  const mails = useQuery(mailTemplatesQuery())
  const shipped = mails.data?.items.find(({ key }) => key === 'apology')?.id
  const looked = mail === SHIPPED ? shipped : mail
  const { data: audience } = useQuery({
    ...apologyAudienceQuery(flowId, nodeId, whom),
    enabled: severity !== 'minor',
  })
  // Whoever was promised something is answered by a person, reached by a mail or not.
  const isForNobody = severity === 'serious' && audience?.people === 0
  const act = useMutation({
    mutationFn: () =>
      apologise(flowId, nodeId, {
        ...{ severity, whom },
        ...(mail !== SHIPPED && { templateId: mail }),
      }),
    onSuccess: async ({ people, reason, cases }) => {
      if (reason) toast.info(reason)
      else toast.success(t('faulty.sent', { n: people }))
      if (cases > 0) toast.success(t('faulty.queued', { n: cases }))
      await queries.invalidateQueries({ queryKey: ['flow', flowId] })
    },
    onError: (failure) => toast.error(messageOfError(failure)),
  })
  return (
    <section className={`${panel.panel} ${styles.block}`}>
      <fieldset>
        <legend>
          <b>{t('faulty.severity')}</b>
        </legend>
        {severities.map((each) => (
          <label key={each} className={publish.option} data-on={severity === each || undefined}>
            <input
              type="radio"
              name="severity"
              checked={severity === each}
              onChange={() => setSeverity(each)}
            />
            <span>
              <b>{t(`faulty.${each}`)}</b>
              <span className={publish.about}>{t(`faulty.${each}About`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {severity !== 'minor' && (
        <div className={`${styles.pair} ${styles.approvals}`}>
          <Labelled label={t('faulty.whom')} help={t('faulty.once')}>
            {({ id }) => (
              <Select
                id={id}
                look="field"
                value={whom}
                choices={[
                  { value: 'repeated', label: t('faulty.whom-repeated', { n: send.repeated }) },
                  { value: 'everyone', label: t('faulty.whom-everyone', { n: send.hit }) },
                ]}
                onChange={(next) => setWhom(next as Whom)}
              />
            )}
          </Labelled>
          <Labelled label={t('faulty.mail')}>
            {({ id }) => (
              <Select
                id={id}
                look="field"
                value={mail}
                choices={[
                  { value: SHIPPED, label: t('faulty.shipped') },
                  ...(mails.data?.items ?? []).map((each) => ({
                    value: each.id,
                    label: each.name,
                  })),
                ]}
                onChange={setMail}
              />
            )}
          </Labelled>
        </div>
      )}
      {severity !== 'minor' && audience && (
        <Reached step={{ flowId, nodeId }} whom={whom} audience={audience} />
      )}
      <div className={styles.actions}>
        {severity !== 'minor' && looked && (
          <LinkButton to="/messages/$templateId" params={{ templateId: looked }}>
            {t('faulty.seeMail')}
          </LinkButton>
        )}
        <Button
          look="primary"
          disabled={severity === 'minor' || act.isPending || isForNobody}
          onClick={() => act.mutate()}
        >
          {severity !== 'minor' && (audience?.people || isForNobody)
            ? t('faulty.sendTo', { n: audience?.people ?? 0 })
            : t('faulty.send')}
        </Button>
      </div>
    </section>
  )
}

/** To how many it goes, and who is left out, before anything is sent. */
function Reached({
  step,
  whom,
  audience: { people, leftOut },
}: {
  step: FaultyStep
  whom: Whom
  audience: Pick<ApologyMade, 'people' | 'leftOut'>
}) {
  const { t, rich } = useWords()
  return (
    <p className={styles.figures}>
      <CountedFigure
        asked={faultyList(step, { figure: 'reached', whom })}
        count={people}
        title={t('faulty.list-reached')}
      >
        {rich('faulty.reached', { n: people })}
      </CountedFigure>
      <LeftOut
        leftOut={leftOut}
        listOf={(reason) => faultyList(step, { figure: 'leftOut', whom, reason })}
      />
    </p>
  )
}
