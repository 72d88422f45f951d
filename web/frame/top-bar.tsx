/** Where you are, where you can go, whether the server is there. */

import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { isConnected, onEvent } from '../api/live.ts'
import { ThemeButton } from './theme-button.tsx'

const PLACES = [
  { path: '/', name: 'Papers', owns: (path: string) => path === '/' || path.startsWith('/papers') },
  { path: '/question', name: 'Question', owns: (path: string) => path.startsWith('/question') },
  { path: '/explore', name: 'Explore', owns: (path: string) => path.startsWith('/explore') },
  { path: '/work', name: 'Work', owns: (path: string) => path.startsWith('/work') },
] as const

export function TopBar() {
  const { path } = useLocation()
  useEffect(() => onEvent(() => {}), [])
  const place = PLACES.find((candidate) => candidate.owns(path))
  useEffect(() => {
    document.title = place ? `${place.name} · Calcigraph` : 'Calcigraph'
  }, [place])
  return (
    <header class="top-bar">
      <a class="brand" href="/" aria-label="Calcigraph, to the papers">
        <img src="/mark.svg" alt="" width="26" height="26" />
        <span>Calcigraph</span>
      </a>
      <nav aria-label="Views">
        {PLACES.map(({ path: target, name }) => (
          <a key={name} href={target} aria-current={place?.name === name ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {isConnected.value === false && (
        <span class="offline" role="status">
          <span class="offline-dot" aria-hidden="true" /> Server not reached
        </span>
      )}
      <ThemeButton />
    </header>
  )
}
