import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setUp } from './set-up.mjs'

setUp()
await import(pathToFileURL(join(root, 'dist/apps/front-door/apps/front-door/src/main.js')).href)
