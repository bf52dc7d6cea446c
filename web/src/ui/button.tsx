import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'ghost' | 'danger'
  size?: 'normal' | 'small'
}

/** A button with its words: a verb and its object. */
export function Button({ look = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={clsx(styles.button, styles[look], size === 'small' && styles.small, className)}
      {...rest}
    />
  )
}

/** An icon alone: needs a name for those who do not see it, shown as its tooltip too. */
export function IconButton({
  label,
  className,
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(styles.icon, className)}
      {...rest}
    />
  )
}
