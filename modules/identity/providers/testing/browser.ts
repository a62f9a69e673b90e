/** A browser of tests: it keeps cookies by host, and follows what leads from one server to another only when told. */
export const aBrowser = (ours: { origin: string; inject: (request: { method: 'GET' | 'POST', url: string, headers: Record<string, string>,
  payload?: string }) => Promise<{
  statusCode: number, headers: Record<string, unknown>, body: string }> }) => {
  const jar = new Map<string, Map<string, string>>()
  const cookies = (host: string) => [...jar.get(host) ?? []].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (host: string, lines: readonly string[]) => {
    const kept = jar.get(host) ?? new Map<string, string>()
    jar.set(host, kept)
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) kept.delete(name!)
      else kept.set(name!, value!)
    }
  }
  const visit = async (address: string, form?: Record<string, string>) => {
    const url = new URL(address, ours.origin)
    const method = form ? 'POST' as const : 'GET' as const
    const body = form && new URLSearchParams(form).toString()
    const headers = {
      cookie: cookies(url.host), 'user-agent': 'Mozilla/5.0 Firefox/140.0',
        ...form && { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin },
    }
    if (url.origin === ours.origin) {
      const answer = await ours.inject({ method, url: url.pathname + url.search, headers, payload: body })
      const set = answer.headers['set-cookie'] as string[] | string | undefined
      keep(url.host, [set ?? []].flat())
      const location = answer.headers['location'] as string | undefined
      return { status: answer.statusCode, location: location && new URL(location, url).href, body: answer.body, headers: answer.headers }
    }
    const answer = await fetch(url, { method, headers, body, redirect: 'manual' })
    keep(url.host, answer.headers.getSetCookie())
    const location = answer.headers.get('location')
    return { status: answer.status, location: location ? new URL(location, url).href : undefined, body: await answer.text(),
      headers: Object.fromEntries(answer.headers) }
  }
  /** Follows redirections until a page, or until one leads to an address that `stop` recognises: that one is not opened. */
  const follow = async (address: string, form?: Record<string, string>, stop: (url: string) => boolean = () => false) => {
    let at = new URL(address, ours.origin).href
    let answer = await visit(at, form)
    for (let times = 0; answer.location && times < 12; times++) {
      at = answer.location
      if (stop(at)) break
      answer = await visit(at)
    }
    return { ...answer, at }
  }
  return { visit, follow, jar, cookie: (name: string) => jar.get(new URL(ours.origin).host)?.get(name) }
}
