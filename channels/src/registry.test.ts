import { expect, test } from 'vitest'
import { channels } from './registry'

test('every channel stands under its own name and has a title in both languages', () => {
  for (const [name, { channel, title }] of Object.entries(channels)) {
    expect(channel).toBe(name)
    expect(title.en && title.fr).toBeTruthy()
  }
})
