const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** Whether this is the address of something on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return loopback.includes(hostname)
}

/** Only https, or http that never leaves the machine: whoever can change what is on its way can sign in as anybody. */
export function safeUrl(text: string, whose = 'the sign-in service'): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url
  throw new Error(`The address of ${whose} must start with https://, or be http on this machine: ${text}`)
}
