import { useMemo } from 'react'
import { useLoaderData, useRouteLoaderData, type LoaderFunctionArgs } from 'react-router'

/** Stands for an answer that lies in the page itself, under this identifier; `answer` is it, where the page is rendered. */
export interface Carried { readonly carried: string; readonly answer?: unknown }

const answerIn = (data: unknown): unknown => {
  const { carried, answer } = (data ?? {}) as Partial<Carried>
  return carried === undefined ? data : answer ?? JSON.parse(document.getElementById(carried)!.textContent)
}

/** The answer of the page's own loader. */
export const useAnswer = <Loader extends (args: LoaderFunctionArgs) => Promise<unknown>>() => {
  const data: unknown = useLoaderData()
  return useMemo(() => answerIn(data), [data]) as Awaited<ReturnType<Loader>>
}

/** The answer of a loader around the page; undefined where it has failed. */
export const useAnswerAround = <Loader extends (args: LoaderFunctionArgs) => Promise<unknown>>(id: string) => {
  const data: unknown = useRouteLoaderData(id)
  return useMemo(() => answerIn(data), [data]) as Awaited<ReturnType<Loader>> | undefined
}
