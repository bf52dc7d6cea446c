import { expect, test } from 'vitest'
import { cachedName, cachedPath, cliVersion, readGoMod } from './temporal-source'

const goMod = 'module x\n\nrequire (\n\tgithub.com/temporalio/cli v1.8.2 // indirect\n)\n'

test('the version is the one go.mod asks for', () => {
  expect(cliVersion(goMod)).toBe('1.8.2')
  expect(cliVersion(readGoMod())).toMatch(/^\d+\.\d+\.\d+$/)
})

test('a changed go.mod, system or processor is another file in the cache', () => {
  const name = cachedName(goMod, 'linux', 'x64')
  expect(name).toMatch(/^temporal-1\.8\.2-linux-x64-[0-9a-f]{12}$/)
  const others = [
    cachedName(`${goMod}\n`, 'linux', 'x64'),
    cachedName(goMod, 'darwin', 'x64'),
    cachedName(goMod, 'linux', 'arm64'),
  ]
  expect(new Set([name, ...others]).size).toBe(4)
})

test('the cache follows XDG_CACHE_HOME', () => {
  expect(cachedPath({ XDG_CACHE_HOME: '/cache' })).toMatch(/^\/cache\/relance\/temporal-/)
})
