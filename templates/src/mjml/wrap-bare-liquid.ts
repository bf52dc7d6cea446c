import { AppError } from '@relance/core/error/app-error'
import { positionOf } from '@relance/core/mail/position-of'
import { scanMjml } from './scan-mjml'

/**
 * MJML drops text that stands between sections or columns. Liquid there (`{% if %}` around a
 * section) is what an author means: it goes into mj-raw. Other text there is refused.
 */
export function wrapBareLiquid(shielded: string): string {
  let wrapped = ''
  let from = 0
  for (const { text, offset } of scanMjml(shielded)) {
    const other = text.replace(/QZ\d+ZQ/g, '').trim()
    if (other) {
      const at = positionOf(shielded, offset + text.search(/\S/))
      throw new AppError('invalid', `“${other.slice(0, 40)}” must stand inside mj-text.`, {
        field: 'mjml',
        ...at,
      })
    }
    wrapped += shielded.slice(from, offset) + text.replace(/QZ\d+ZQ/g, '<mj-raw>$&</mj-raw>')
    from = offset + text.length
  }
  return wrapped + shielded.slice(from)
}
