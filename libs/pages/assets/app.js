import { initAll as startGovuk } from './govuk-frontend.js'
import { initAll as startMoj } from './moj-frontend.js'
import { keepDrafts } from './drafts.js'
import { showMatches } from './matches.js'
import { watchSession } from './session.js'
import { followWork } from './work.js'

// Every page works without this: it adds counters, moves focus to errors, folds menus on small screens, warns before a
// session ends, keeps what is typed, shows who may be registered already, and follows work that takes
// long.
startGovuk()
startMoj()
watchSession()
keepDrafts()
showMatches()
followWork()
