import { describe, expect, test } from 'vitest'
import { languages } from './language'
import { traceTexts } from './trace-texts'
import { traceWords } from './trace-words'

const reader = {
  timeZone: 'Europe/Paris',
  template: (id: string) => (id === 't1' ? 'Help' : undefined),
}
const said = (code: string, params: Record<string, string | number | boolean | null> = {}) =>
  languages.map((language) => traceWords({ code, params }, { ...reader, language }))

describe('a line of a trace', () => {
  test.each([
    [
      'waiting-until',
      { at: '2026-03-16T10:00:00Z' },
      'Waiting until 16 March 2026, 11:00.',
      'Attente jusqu’au 16 mars 2026 à 11\u00a0h.',
    ],
    [
      'waiting-for',
      { event: 'Order Completed', until: '2026-04-22T08:00:00Z' },
      'Waiting for an order, until 22 April 2026, 10:00 at most.',
      'Attente\u00a0: une commande, jusqu’au 22 avril 2026 à 10\u00a0h au plus.',
    ],
    [
      'message-refused',
      { reason: 'no-consent' },
      'Not sent: no consent is recorded.',
      'Pas d’envoi\u00a0: aucun accord n’est enregistré.',
    ],
    [
      'message-queued',
      { template: 't1' },
      'Message prepared: “Help”.',
      'Message préparé\u00a0: «\u202fHelp\u202f».',
    ],
    [
      'too-late',
      { latest: 'PT1H' },
      'Left out: more than 1 hour had passed since the start.',
      'Message passé\u00a0: plus de 1 heure depuis le départ.',
    ],
    [
      'branch-held',
      { label: 'yes' },
      '“Yes”: the condition held.',
      '«\u202fOui\u202f»\u00a0: la condition est remplie.',
    ],
    [
      'split-drawn',
      { share: 'A', draw: 12.34 },
      'Drawn for “A” (draw 12.34).',
      'Tirage\u00a0: «\u202fA\u202f» (valeur 12,34).',
    ],
    ['ended', { detail: 'came-back' }, 'End: came back.', 'Fin\u00a0: retour spontané.'],
    ['ended', { detail: null }, 'End: end of the path.', 'Fin\u00a0: fin du parcours.'],
    [
      'field-set',
      { field: 'vip', value: true },
      'Wrote yes in “vip”.',
      'Inscription\u00a0: oui dans «\u202fvip\u202f».',
    ],
    [
      'field-set',
      { field: 'vip', value: 12.5 },
      'Wrote “12.5” in “vip”.',
      'Inscription\u00a0: «\u202f12,5\u202f» dans «\u202fvip\u202f».',
    ],
    [
      'entered-by-score-drop',
      { from: '37 %', to: '4 %' },
      'Entered: a score fell from 37% to 4%.',
      'Entrée\u00a0: un score est passé de 37\u00a0% à 4\u00a0%.',
    ],
    [
      'arrived-late',
      { event: 'Order Completed' },
      'An order arrived late: it had happened before.',
      'Arrivée tardive\u00a0: une commande, un fait plus ancien.',
    ],
  ])('%s', (code, params, en, fr) => expect(said(code, params)).toEqual([en, fr]))
})

test.each(Object.keys(traceTexts))(
  '%s is a sentence even where its values are missing or odd',
  (code) => {
    for (const text of [
      ...said(code),
      ...said(code, { at: 'soon', reason: 'odd-reason', detail: 'x' }),
    ]) {
      expect(text).toMatch(/^[^{}]+[.]$/)
      expect(text).not.toMatch(/undefined|null/)
    }
  },
)

test('why a call failed or a run stopped is told within the line, in the reader’s language', () => {
  const french: Record<string, string> = {
    'It answered 404.': 'Il a répondu 404.',
    'DNS does not answer just now.': 'Le DNS ne répond pas pour l’instant.',
  }
  const reads = {
    ...reader,
    language: 'fr' as const,
    error: (text: string) => french[text] ?? text,
  }
  const told = (code: string, error: string) => traceWords({ code, params: { error } }, reads)
  expect(said('call-failed', { error: 'It answered 404.' })[0]).toBe(
    'The call failed: it answered 404.',
  )
  expect(told('call-failed', 'It answered 404.')).toBe('L’appel a échoué\u00a0: il a répondu 404.')
  expect(told('call-failed', 'no-result')).toBe(
    'L’appel a échoué\u00a0: aucune réponse n’est venue.',
  )
  expect(told('attention', 'DNS does not answer just now.')).toBe(
    'Arrêt ici\u00a0: le DNS ne répond pas pour l’instant.',
  )
})

test('a code we have no words for is shown as it is', () =>
  expect(said('brand-new')).toEqual(['brand-new', 'brand-new']))
