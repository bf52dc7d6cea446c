/**
 * Space is two keys in one: held while the mouse drags, it moves the drawing; pressed and let go, it chooses. So it
 * chooses when it is let go, unless the mouse was pressed meanwhile. Answers what says that it is pressed, and what
 * takes the listeners away.
 */
export function spaceKey(choose: () => void): { press: () => void; stop: () => void } {
  let isHeld = false
  const release = ({ key }: KeyboardEvent) => {
    if (key !== ' ' || !isHeld) return
    isHeld = false
    choose()
  }
  const cancel = () => {
    isHeld = false
  }
  window.addEventListener('keyup', release)
  window.addEventListener('pointerdown', cancel, true)
  window.addEventListener('blur', cancel)
  return {
    press: () => {
      isHeld = true
    },
    stop: () => {
      window.removeEventListener('keyup', release)
      window.removeEventListener('pointerdown', cancel, true)
      window.removeEventListener('blur', cancel)
    },
  }
}
