import { said } from './said.js'
import { serve } from './serve.js'
import { settingsOf } from './settings/settings.js'
import { welcome } from './welcome.js'

try {
  const settings = settingsOf(process.env)
  const running = await serve(settings)
  console.log(welcome(running, settings))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void running.close().then(() => process.exit(0)))
} catch (error) {
  console.error(said(error))
  process.exit(2)
}
