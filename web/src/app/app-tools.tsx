import { useQuery } from '@tanstack/react-query'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { forgetAnswers } from '../api/kept-answers'
import { queryClient } from '../api/query-client'
import { meQuery, signOut } from '../api/workspace'
import { TestClock } from '../clock/test-clock'
import { initialsOf } from '../customers/name-of-contact'
import { Button } from '../ui/button'
import { Menu } from '../ui/menu'
import { useLanguageStore } from '../words/language-store'
import { useWords } from '../words/use-words'
import styles from './app-tools.module.css'
import { type Theme, useThemeStore } from './theme-store'

const themes: { theme: Theme; icon: typeof Sun }[] = [
  { theme: 'system', icon: Monitor },
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
]

/** On the right of every top bar: the test clock where there is one, the language, and the person. */
export function AppTools({ compact }: { compact?: boolean }) {
  return (
    <>
      <TestClock compact={compact} />
      <LanguageSwitch />
      <PersonMenu />
    </>
  )
}

function LanguageSwitch() {
  const { t } = useWords()
  const { language, setLanguage } = useLanguageStore()
  const other = language === 'en' ? 'fr' : 'en'
  const change = async () => {
    await setLanguage(other)
    // What the server words comes in the new language too.
    void queryClient.invalidateQueries()
  }
  return (
    <Button
      look="ghost"
      onClick={() => void change()}
      aria-label={t('app.language')}
      title={t('app.language')}
      className={styles.language}
    >
      {language.toUpperCase()}
    </Button>
  )
}

function PersonMenu() {
  const { t } = useWords()
  const { data } = useQuery(meQuery())
  const { theme, setTheme } = useThemeStore()
  const name = data?.user?.name || data?.user?.email || '?'
  const leave = async () => {
    await signOut()
    await forgetAnswers()
    queryClient.clear()
    window.location.assign('/sign-in')
  }
  return (
    <Menu
      head={data?.user?.email}
      trigger={
        <button type="button" className={styles.avatar} aria-label={t('app.person', { name })}>
          {initialsOf(name)}
        </button>
      }
      items={[
        ...themes.map(({ theme: each, icon: Icon }) => ({
          label: t(`theme.${each}`),
          icon: <Icon className="icon" aria-hidden="true" />,
          checked: theme === each,
          onSelect: () => setTheme(each),
        })),
        null,
        {
          label: t('app.signOut'),
          icon: <LogOut className="icon" aria-hidden="true" />,
          onSelect: () => void leave(),
        },
      ]}
    />
  )
}
