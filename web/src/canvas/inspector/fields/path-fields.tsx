import { Plus, X } from 'lucide-react'
import { IconButton } from '../../../ui/button'
import { useWords } from '../../../words/use-words'
import { FlowRuleEditor } from '../flow-rule-editor'
import type { FieldProps } from './field-props'
import styles from './fields.module.css'
import { branchesOf, newExit, sharesOf } from './path-values'

/** A rule of its own: a filter, an audience. */
export function RuleField({ value, onChange, nodeId, field }: FieldProps) {
  return (
    <FlowRuleEditor
      value={value}
      onChange={onChange}
      nodeId={nodeId}
      about={field === 'where' ? 'event' : 'person'}
    />
  )
}

/** One condition, or several in order of rank; each has its own exit. */
export function BranchesField({ value, onChange, nodeId }: FieldProps) {
  const { t } = useWords()
  const branches = branchesOf(value)
  const only = branches.length === 1 ? branches[0] : null
  const set = (place: number, change: object) =>
    onChange(branches.map((branch, each) => (each === place ? { ...branch, ...change } : branch)))
  const add = () => {
    const exit = newExit(
      'case',
      branches.map((branch) => branch.exit),
    )
    const named =
      branches.length === 1
        ? branches.map((branch) => ({
            ...branch,
            label: branch.label ?? t('branch.name', { n: 1 }),
          }))
        : branches
    onChange([
      ...named,
      { exit, label: t('branch.name', { n: branches.length + 1 }), rule: { or: [] } },
    ])
  }
  return (
    <>
      {only ? (
        <FlowRuleEditor
          value={only.rule}
          onChange={(rule) => set(0, { rule: rule ?? { or: [] } })}
          nodeId={nodeId}
          about="person"
        />
      ) : (
        branches.map((branch, place) => (
          <div key={branch.exit} className={styles.branch}>
            <div className={styles.branchHead}>
              <span className={styles.rank}>{t('branch.rank', { n: place + 1 })}</span>
              <input
                className={styles.text}
                aria-label={t('branch.label')}
                value={branch.label ?? branch.exit}
                onChange={(event) => set(place, { label: event.target.value })}
              />
              <IconButton
                label={t('branch.remove')}
                onClick={() => onChange(branches.filter((_, each) => each !== place))}
              >
                <X className="icon-s" aria-hidden="true" />
              </IconButton>
            </div>
            <FlowRuleEditor
              value={branch.rule}
              onChange={(rule) => set(place, { rule: rule ?? { or: [] } })}
              nodeId={nodeId}
              about="person"
            />
          </div>
        ))
      )}
      <p className={styles.links}>
        <button type="button" className={styles.link} onClick={add}>
          <Plus className="icon-s" aria-hidden="true" />
          {t('branch.add')}
        </button>
      </p>
    </>
  )
}

const colours = ['var(--c-1)', 'var(--c-2)', 'var(--c-3)', 'var(--c-4)', 'var(--c-5)']

/** Shares in percent; the last one takes what is left when a share is added or removed. */
export function SharesField({ value, onChange }: FieldProps) {
  const { t } = useWords()
  const shares = sharesOf(value)
  const set = (place: number, change: object) =>
    onChange(shares.map((share, each) => (each === place ? { ...share, ...change } : share)))
  const even = (count: number) =>
    Array.from(
      { length: count },
      (_, place) => Math.floor(100 / count) + (place < 100 % count ? 1 : 0),
    )
  const spread = (list: typeof shares) =>
    onChange(list.map((share, place) => ({ ...share, share: even(list.length)[place] ?? 0 })))
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {shares.map((share, place) => (
          <i
            key={share.exit}
            style={{ width: `${share.share}%`, background: colours[place % colours.length] }}
          />
        ))}
      </div>
      {shares.map((share, place) => (
        <div key={share.exit} className={styles.share}>
          <input
            className={styles.text}
            aria-label={t('share.label')}
            value={share.label ?? share.exit.toUpperCase()}
            onChange={(event) => set(place, { label: event.target.value })}
          />
          <span className={styles.pair}>
            <input
              type="number"
              min={0}
              max={100}
              className={styles.count}
              style={{ width: 58 }}
              aria-label={t('share.percent')}
              value={share.share}
              onChange={(event) => set(place, { share: Number(event.target.value) })}
            />{' '}
            %
          </span>
          {shares.length > 2 && (
            <IconButton
              label={t('share.remove')}
              onClick={() => spread(shares.filter((_, each) => each !== place))}
            >
              <X className="icon-s" aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      <p className={styles.links}>
        <button
          type="button"
          className={styles.link}
          onClick={() =>
            spread([
              ...shares,
              {
                exit: newExit(
                  '',
                  shares.map((share) => share.exit),
                ),
                share: 0,
              },
            ])
          }
        >
          <Plus className="icon-s" aria-hidden="true" />
          {t('share.add')}
        </button>
        <button type="button" className={styles.link} onClick={() => spread(shares)}>
          {t('share.even')}
        </button>
      </p>
    </>
  )
}
