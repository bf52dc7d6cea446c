import { useLocalProblems } from '../problems/use-local-problems'
import { useKeepChanges } from './use-keep-changes'
import { useKeepProblems } from './use-keep-problems'
import { useKeepStats } from './use-keep-stats'

/** Keeps what is known of the steps beside how they are drawn. Once per canvas; shows nothing by itself. */
export function KnownWatch() {
  useLocalProblems()
  useKeepProblems()
  useKeepChanges()
  useKeepStats()
  return null
}
