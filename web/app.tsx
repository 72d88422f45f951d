/** The frame and the list of views; heavy ones are fetched when first opened. */
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso'
import { Nothing } from './frame/states.tsx'
import { TopBar } from './frame/top-bar.tsx'
import { PapersView } from './papers/papers-view.tsx'

const PaperView = lazy(() => import('./paper/paper-view.tsx').then((module) => module.PaperView))
const QuestionView = lazy(() => import('./question/question-view.tsx').then((module) => module.QuestionView))
const ExploreView = lazy(() => import('./explore/explore-view.tsx').then((module) => module.ExploreView))
const WorkView = lazy(() => import('./work/work-view.tsx').then((module) => module.WorkView))

/** Addresses under /api belong to the server. */
const OWN_ADDRESSES = /^\/(?!api\/)/

export function App() {
  return (
    <LocationProvider scope={OWN_ADDRESSES}>
      <a class="skip-link" href="#content">
        Skip to the content
      </a>
      <TopBar />
      <main id="content" tabIndex={-1}>
        <ErrorBoundary>
          <Router onRouteChange={focusContent}>
            <Route path="/" component={PapersView} />
            <Route path="/papers/:id" component={PaperView} />
            <Route path="/question" component={QuestionView} />
            <Route path="/explore/:tab?" component={ExploreView} />
            <Route path="/work/:tab?" component={WorkView} />
            <Route default component={Missing} />
          </Router>
        </ErrorBoundary>
      </main>
    </LocationProvider>
  )
}

let shownPath = location.pathname

/** A new view is read from its beginning; a new question within a view leaves the focus where it is. */
function focusContent(): void {
  if (location.pathname === shownPath) return
  shownPath = location.pathname
  document.getElementById('content')?.focus({ preventScroll: true })
}

function Missing() {
  return (
    <div class="page">
      <Nothing title="There is no such page">
        The address may be from an older version. <a href="/">Go to the papers</a>
      </Nothing>
    </div>
  )
}
