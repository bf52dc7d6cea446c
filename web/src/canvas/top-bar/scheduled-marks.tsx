import { ScheduledChip, scheduledActs } from '../../app/scheduled-chips'
import { useSession } from '../canvas-context'
import styles from './scenario-bar.module.css'

/** That the scenario is to start or to end by itself, or failed to; a press says more. */
export function ScheduledMarks() {
  const { flow, store } = useSession()
  return scheduledActs.map((act) => {
    const one = flow.scheduled[act]
    return one ? (
      <button
        key={act}
        type="button"
        className={styles.mark}
        onClick={() => store.getState().showDialog('scheduled')}
      >
        <ScheduledChip act={act} at={one.at} />
      </button>
    ) : null
  })
}
