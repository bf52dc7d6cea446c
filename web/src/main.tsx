import '@fontsource-variable/inter'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/dark.css'
import './styles/base.css'
import { dropOldAnswers } from './api/kept-answers'
import { queryClient } from './api/query-client'
import { beginPage } from './app/begin-page'
import { router } from './app/router'
import { tellNewer } from './app/tell-newer'
import { keepApp } from './offline/keep-app'
import { loadFirstWords } from './words/format-message'
import { readLanguage } from './words/language-store'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
const language = readLanguage()
document.documentElement.lang = language
beginPage(window.location.pathname)
await loadFirstWords(language)
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
keepApp(tellNewer)
void dropOldAnswers()
