import { TestWorkflowEnvironment } from '@temporalio/testing'
import { cliVersion, readGoMod } from './temporal-source'

// The SDK downloads the CLI in order to start it; the start is the check that it is whole.
const [downloadDir] = process.argv.slice(2)
const version = `v${cliVersion(readGoMod())}`
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', version, downloadDir } },
})
await environment.teardown()
process.exit(0)
