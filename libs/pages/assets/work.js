/* global document, fetch, window, DOMParser */

const LOOK_EVERY = 2

/** Tells how far long work has come, and shows what was asked for as soon as it is there. */
export function followWork() {
  const work = document.querySelector('[data-work]')
  if (!work) return
  const [says, share] = ['says', 'share'].map((name) => `[data-work-${name}]`)

  const look = async () => {
    try {
      const answer = await fetch(window.location.href, { headers: { accept: 'text/html' } })
      if (answer.status !== 202) return window.location.reload()
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html')
      work.querySelector(says).textContent = now.querySelector(says).textContent
      work.querySelector(share).value = now.querySelector(share).value
    } catch {
      // Without a connection nothing is known: it is asked for again.
    }
    later()
  }
  const later = () => setTimeout(look, LOOK_EVERY * 1000)
  later()
}
