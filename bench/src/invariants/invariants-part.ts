import { AppError } from '@relance/core/error/app-error'
import { checkInvariants } from '@relance/db/invariant/check-invariants'
import { invariants } from '@relance/db/invariant/invariants'
import postgres from 'postgres'
import { exactly, type Part } from '../part'

/** How long work may lie before it counts as forgotten, on a copy that is running. */
const GRACE = '2 minutes'

/** Asks a running copy, named by DATABASE_URL as its owner, every invariant. */
export const invariantsPart: Part = {
  name: 'invariants',
  needs: 'DATABASE_URL',
  about: 'asks the database that DATABASE_URL names (as its owner) what must hold at any moment',
  async run(say) {
    const url = process.env.DATABASE_URL
    if (!url) throw new AppError('invalid', 'DATABASE_URL says which database to ask.')
    const owner = postgres(url, { max: 1, onnotice: () => undefined })
    try {
      const broken = await checkInvariants(owner, { grace: GRACE })
      for (const { number, says, rows } of broken)
        say(`${number}. ${says}\n${JSON.stringify(rows, null, 2)}`)
      return [exactly(`of ${invariants.length} invariants broken`, broken.length, 0, '')]
    } finally {
      await owner.end()
    }
  },
}
