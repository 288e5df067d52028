import type Provider from 'oidc-provider'
import type { Configuration } from 'oidc-provider'

export type MakeProvider = (issuer: string, configuration: Configuration) => Provider

let loading: Promise<MakeProvider> | undefined

/**
 * Loads oidc-provider, which only a demonstration needs. It advises on the console, as it is loaded and made, against
 * Node 20 and against keeping sessions in memory: right for a real sign-in service, noise in this one.
 */
export function loadProvider(): Promise<MakeProvider> {
  return (loading ??= load())
}

async function load(): Promise<MakeProvider> {
  const speakAgain = silenceAdvice()
  const { default: OidcProvider } = await import('oidc-provider').finally(speakAgain)
  return (issuer, configuration) => {
    const speakAgain = silenceAdvice()
    try {
      return new OidcProvider(issuer, configuration)
    } finally {
      speakAgain()
    }
  }
}

/** Holds back what oidc-provider says, and nothing that anybody else does. */
function silenceAdvice(): () => void {
  const { console } = globalThis
  const { warn } = console
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('oidc-provider WARNING')) warn(...said)
  }
  return () => {
    console.warn = warn
  }
}
