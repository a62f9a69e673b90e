import { createContext, type LoaderFunctionArgs, type ServerBuild } from 'react-router'
import type { Carried } from '#kernel/page/use-answer.ts'

/** The answers that a page will hold as JSON, by the identifier of their element; null where data is asked without its page. */
export const answersInPage = createContext<Map<string, unknown> | null>(null)

/** As JSON that ends no script element, whatever its texts hold. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

const isPlain = (answer: unknown) => answer && Object.getPrototypeOf(answer) === Object.prototype

/** The build with answers that lie in their page, to be read by `useAnswer`: React Router encodes them value by value, a tenth of a page's time. */
export const carrying = (build: ServerBuild): ServerBuild => ({
  ...build, routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => {
    const read = route?.module.loader
    if (!route || !read) return [id, route]
    const loader = async (args: LoaderFunctionArgs) => {
      const [answer, inPage, carried] = [await read(args), args.context.get(answersInPage), `answer of ${id}`]
      if (!inPage || !isPlain(answer)) return answer
      inPage.set(carried, answer)
      return Object.defineProperty({ carried } satisfies Carried, 'answer', { value: answer })
    }
    return [id, { ...route, module: { ...route.module, loader } }]
  })),
})
