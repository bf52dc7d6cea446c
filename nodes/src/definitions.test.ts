import type { FieldSpec } from '@relance/core/node/definition'
import { exitsOf } from '@relance/core/node/readable-config'
import { isProblemCode } from '@relance/core/words/problem-words'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { definitions } from './definitions'
import { runOf } from './runs'
import { cardOf } from './testing/card-of'

const all = Object.entries(definitions)

describe.each(all)('%s', (type, definition) => {
  test('is registered under its own type, with a run', () => {
    expect(definition.type).toBe(type)
    expect(runOf(type)).not.toBeNull()
  })
  test('says its sentence from its defaults and from nothing', () => {
    for (const config of [definition.defaults, {}, { odd: 1 }]) {
      for (const card of cardOf(definition, config))
        expect(card).not.toMatch(/[{}]|undefined|null|\[object/)
    }
  })
  test('has a label in both languages for every field it shows, and asks for what is required', () => {
    const shape = Object.keys(definition.config.shape)
    const fields: Record<string, FieldSpec | undefined> = definition.fields
    for (const [field, spec] of Object.entries(fields)) {
      expect(shape).toContain(field)
      expect(spec?.label.en && spec.label.fr).toBeTruthy()
      const chosen = spec?.when && fields[spec.when.field]
      const values = chosen?.options?.map(({ value }) => value) ?? []
      expect(values).toEqual(expect.arrayContaining([...(spec?.when?.oneOf ?? [])]))
    }
    for (const [field, code] of Object.entries(definition.required ?? {})) {
      expect(shape).toContain(field)
      expect(isProblemCode(String(code))).toBe(true)
    }
  })
  test('gives its exits whatever its config', () => {
    const junk = { branches: 7, shares: [{}], for: [], event: {}, otherwise: 'x', atMost: 'soon' }
    for (const config of [definition.defaults, {}, junk]) {
      const exits = exitsOf(definition, config).map(({ exit }) => exit)
      expect(new Set(exits).size).toBe(exits.length)
    }
  })
  test('its form can be generated', () => {
    expect(z.toJSONSchema(definition.config, { io: 'input' })).toMatchObject({ type: 'object' })
  })
})

test('a type nobody made has no run, not even one every object has', () => {
  expect(runOf('constructor')).toBeNull()
  expect(runOf('send-pigeon')).toBeNull()
})
