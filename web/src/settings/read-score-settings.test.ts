import { scoreSettings } from '@relance/core/score/score-settings'
import { expect, test } from 'vitest'
import { changedScores, scoreFormOf, wrongInScoreForm } from './read-score-settings'

const settings = scoreSettings.parse({})
const form = scoreFormOf(settings)

test('a form left as it was is right and changes nothing', () => {
  expect(wrongInScoreForm(form)).toEqual([])
  expect(changedScores(form, settings)).toEqual({})
})

test('what was changed comes back as the settings keep it, and nothing else', () => {
  const said = {
    ...form,
    highCurrentValue: '15',
    topShare: '10',
    window: 'P24M',
    rebuildAt: '02:30',
  }
  expect(wrongInScoreForm(said)).toEqual([])
  const change = changedScores(said, settings)
  expect(change).toEqual({
    highCurrentValue: 15,
    topShare: 0.1,
    window: 'P24M',
    rebuildAt: '02:30',
  })
  expect(changedScores({ ...said, window: '' }, { ...settings, window: 'P24M' }).window).toBeNull()
})

test('numbers out of range or not whole, and times that are none, are told field by field', () => {
  const said = {
    ...form,
    ...{ highCurrentValue: '26', highPotentialValue: '3,5', topShare: '', rebuildAt: '' },
  }
  expect(wrongInScoreForm(said).sort()).toEqual(
    ['highCurrentValue', 'highPotentialValue', 'rebuildAt', 'topShare'].sort(),
  )
})
