import { expect, test } from 'vitest'
import { echoLogLine } from './echo-log-line'

test('ordinary log entries stay in the log', () => {
  expect(echoLogLine('{"level":30,"msg":"request"}')).toBeUndefined()
})

test('a warning is shown in words, with the message of its error', () => {
  const line = '{"level":50,"msg":"burst failed","error":{"message":"no such node"}}'
  expect(echoLogLine(line)).toBe('error: burst failed: no such node')
})

test('what is no log entry is shown as it is', () => {
  expect(echoLogLine('Error: Cannot find module')).toBe('Error: Cannot find module')
  expect(echoLogLine('')).toBeUndefined()
})
