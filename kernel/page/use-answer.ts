import { useLoaderData, type LoaderFunctionArgs } from 'react-router'

/** The answer of the page's own loader. */
export const useAnswer = <Loader extends (args: LoaderFunctionArgs) => Promise<unknown>>() => useLoaderData() as Awaited<ReturnType<Loader>>
