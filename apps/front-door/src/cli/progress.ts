/** Says how long work gets on, at most once a second. */
export function everySecond(say: (text: string) => void): (text: () => string) => void {
  let last = Date.now()
  return (text) => {
    if (Date.now() - last < 1_000) return
    last = Date.now()
    say(text())
  }
}
