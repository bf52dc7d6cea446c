import { AppError } from '@relance/core/error/app-error'
import { type PressureSettings, pressureSettings } from '@relance/core/pressure/pressure-settings'
import type { Tx } from '../connection/scope'
import { askHeldAgain } from '../pressure/ask-held-again'

/**
 * Changes how much the workspace writes to one person; what is held is asked about again at once.
 * @throws AppError invalid where a step of silence would come before the one above it
 */
export async function changePressureSettings(
  tx: Tx,
  change: Partial<PressureSettings>,
): Promise<void> {
  const { sql, workspaceId } = tx
  const [row] = await sql<{ pressure: unknown }[]>`
    select coalesce(settings -> 'pressure', '{}') as pressure from workspaces where id = ${workspaceId}`
  const before = pressureSettings.parse(row?.pressure ?? {})
  const wanted = pressureSettings.parse({ ...before, ...change })
  checkOrder(wanted)
  await sql`
    update workspaces set settings = settings || ${JSON.stringify({ pressure: wanted })}::jsonb where id = ${workspaceId}`
  await askHeldAgain(tx)
}

function checkOrder({ halfAfterDays, quarterAfterDays, stopAfterDays }: PressureSettings): void {
  if (halfAfterDays >= quarterAfterDays) throw outOfOrder('pressure.quarterAfterDays')
  if (quarterAfterDays >= stopAfterDays) throw outOfOrder('pressure.stopAfterDays')
}

const outOfOrder = (field: string) =>
  new AppError('invalid', 'Each step of silence must come later than the one before.', { field })
