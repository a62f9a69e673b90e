/** What is used of the package `sax`, which comes without types. */
declare module 'sax' {
  interface Parser {
    readonly line: number
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
    onclosetag: (name: string) => void
    ontext: (text: string) => void
    oncdata: (text: string) => void
    onerror: (error: Error) => void
    write: (text: string) => Parser
    close: () => Parser
  }
  const sax: { parser: (strict: boolean, options?: { strictEntities?: boolean }) => Parser }
  export default sax
}
