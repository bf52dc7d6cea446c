import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chooseCluster, removeCluster } from './cluster'
import { postgresUser } from './postgres-user'

// Made with mode 700: when root runs this, the database's user cannot pass.
const dataDir = mkdtempSync(join(tmpdir(), 'relance-cluster-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('the choice of folder and password is made once, and kept from other users', () => {
  const user = postgresUser()
  const chosen = chooseCluster(dataDir, user)
  expect(chooseCluster(dataDir, user)).toEqual(chosen)
  expect(chosen.directory === join(dataDir, 'postgres')).toBe(user.uid === undefined)
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600)
  removeCluster(chosen)
})
