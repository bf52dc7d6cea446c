/** What the SMTP server is to answer instead of yes. Thrown by whoever is asked to take a mail. */
export class SmtpRefusal extends Error {
  /** @param responseCode three digits of RFC 5321: 4yz is tried again by the other side, 5yz is not */
  constructor(
    readonly responseCode: number,
    words: string,
  ) {
    super(words)
  }
}

export const noSuchAddress = () => new SmtpRefusal(550, '5.1.1 No such address here')
export const tooLarge = () => new SmtpRefusal(552, '5.3.4 Too large')
export const tooMany = () => new SmtpRefusal(421, '4.7.0 Too much from you at once, try later')
export const notNow = () => new SmtpRefusal(451, '4.3.0 Not now, try later')
