import { initAll as startGovuk } from './govuk-frontend.js'
import { initAll as startMoj } from './moj-frontend.js'
import { keepDrafts } from './drafts.js'
import { showMatches } from './matches.js'
import { watchSession } from './session.js'

// Every page works without this: it adds counters, moves focus to errors, folds menus on small screens, warns before a
// session ends, keeps what is typed, and shows who may be registered already.
startGovuk()
startMoj()
watchSession()
keepDrafts()
showMatches()
