/* global document, getComputedStyle, innerHeight, innerWidth, HTMLInputElement, NodeFilter */

// Run by the browser, inside a page.

export const hasFocus = (element) => element === document.activeElement

export const optionShown = (list) => list.selectedOptions[0]?.label

/** Says what has the focus where nobody can see that it has: outside the window, covered, or without any mark. */
export function focusHidden() {
  const element = document.activeElement
  // Between the last stop and the first the focus is with the window itself.
  if (!element || element === document.body) return undefined
  const says = `${element.tagName} ${element.textContent.trim().slice(0, 60)} ${element.getAttribute('name') ?? ''}`
  const { left, top, width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return `${says} has no size`
  // What is taller than the window is seen where it is in the window.
  const x = (Math.max(left, 0) + Math.min(left + width, innerWidth)) / 2
  const y = (Math.max(top, 0) + Math.min(top + height, innerHeight)) / 2
  if (top + height < 0 || top > innerHeight || left + width < 0 || left > innerWidth)
    return `${says} is not in the window`
  const above = document.elementFromPoint(x, y)
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  if (above && !element.contains(above) && !above.contains(element) && !label?.contains(above))
    return `${says} is covered by ${above.tagName} ${above.className}`
  const styles = [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])]
  const marked = styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')
  return marked ? undefined : `${says} has no mark`
}

/**
 * What is lost on a narrow screen: a page that scrolls sideways, words that are cut off, words and controls outside.
 * What has a scroll bar of its own loses nothing, and words for screen readers alone are not looked at.
 */
export function lost() {
  const page = document.scrollingElement
  const found =
    page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} wide in ${page.clientWidth}`] : []
  const isForReadersAlone = (element) => element.closest('.govuk-visually-hidden, .govuk-skip-link') !== null
  /** Why what stands there, in this element, cannot be seen. */
  const whyLost = ({ left, right, top, bottom, width }, element) => {
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      if (overflowX === 'auto' || overflowX === 'scroll') return undefined
      if (overflowX !== 'visible' && (left < box.left - 1 || right > box.right + 1))
        return `is cut off by ${at.className}`
      if (overflowY !== 'visible' && overflowY !== 'auto' && (top < box.top - 1 || bottom > box.bottom + 1))
        return `is cut off by ${at.className}`
    }
    return width > 0 && (left < -1 || right > page.clientWidth + 1) ? 'reaches outside' : undefined
  }
  const look = (box, element, says) => {
    const why = whyLost(box, element)
    if (why) found.push(`"${says.trim().slice(0, 40)}" ${why}`)
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement
    if (!text.data.trim() || !element.checkVisibility() || isForReadersAlone(element)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects()) look(box, element, text.data)
  }
  for (const control of document.querySelectorAll('button, input:not([type=hidden]), select, textarea'))
    if (control.checkVisibility() && !isForReadersAlone(control))
      look(control.getBoundingClientRect(), control.parentElement, `${control.tagName} ${control.name}`)
  return found
}

/** The kinds of element that the page is made of, each once. */
export function partsOf() {
  const all = [...document.body.querySelectorAll('*')].map(
    ({ tagName, className, type }) => `${tagName}.${className}.${type}`,
  )
  return [...new Set(all)].sort().join(' ')
}
