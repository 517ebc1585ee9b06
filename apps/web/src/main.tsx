import '@vitejs/plugin-react/preamble'
import './styles.css'
import 'virtual:timetable-slots.css'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { readPageData } from './document/page-data.ts'
import { keepForOffline } from './offline/keep-for-offline.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root to take over.')

hydrateRoot(
  root,
  <StrictMode>
    <App data={readPageData(document)} />
  </StrictMode>,
)

keepForOffline()
