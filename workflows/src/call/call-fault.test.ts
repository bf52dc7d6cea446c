import { expect, test } from 'vitest'
import { asCallFault, callFault, outcomeOf } from './call-fault'

const broken = (code: string) => Object.assign(new Error(`connect ${code} 10.0.0.1:443`), { code })
const silence = new DOMException('The operation was aborted due to timeout', 'TimeoutError')

test.each<[unknown, string, string]>([
  [broken('ECONNREFUSED'), 'unreachable', 'It cannot be reached (ECONNREFUSED).'],
  [broken('ENOTFOUND'), 'no-address', 'crm.example has no address.'],
  [broken('UND_ERR_HEADERS_TIMEOUT'), 'too-slow', 'It did not answer in time.'],
  [silence, 'too-slow', 'It did not answer in time.'],
  [
    broken('CERT_HAS_EXPIRED'),
    'bad-certificate',
    'Its certificate cannot be trusted (CERT_HAS_EXPIRED).',
  ],
  [callFault('bad-status', { status: 404 }), 'bad-status', 'It answered 404.'],
])(
  'a call that breaks ends with a code of its own, and words that hold no address: %s',
  (thrown, fault, error) => {
    expect(outcomeOf(asCallFault(thrown, 'https://crm.example/hook?key=1'))).toEqual({
      ...{ ok: false, status: null, error, fault },
    })
  },
)
