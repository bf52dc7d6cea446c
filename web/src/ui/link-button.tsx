import { createLink } from '@tanstack/react-router'
import clsx from 'clsx'
import { type ComponentProps, forwardRef } from 'react'
import styles from './button.module.css'

interface AnchorProps extends ComponentProps<'a'> {
  look?: 'plain' | 'primary' | 'ghost'
  size?: 'normal' | 'small'
}

const Anchor = forwardRef<HTMLAnchorElement, AnchorProps>(function Anchor(
  { look = 'plain', size = 'normal', className, ...rest },
  ref,
) {
  const looks = clsx(styles.button, styles[look], size === 'small' && styles.small, className)
  return <a ref={ref} className={looks} {...rest} />
})

/** A link to another page that looks like a button. */
export const LinkButton = createLink(Anchor)
