/** Listens on the document for what happens inside elements that match. */
export const on = <Name extends keyof
  DocumentEventMap>(name: Name, selector: string, act: (element: HTMLElement, event: DocumentEventMap[Name]) => void) =>
  document.addEventListener(name, (event) => {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null
    if (found) act(found, event)
  })
