import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Root, Declaration } from 'postcss'
import { dsfrRoot } from './pieces.ts'

const asData = (svg: string) => {
  const small = svg.trim().replace(/\s*\n\s*/g, ' ').replace(/> </g, '><').replace(/ (width|height)="24"/g, '')
    .replaceAll('"', "'").replace(/[#<>%{}]/g, encodeURIComponent)
  return `url("data:image/svg+xml,${small}")`
}

/** Puts each icon that is left inside the stylesheet: an icon weighs less than the request that would fetch it. */
export async function inlineIcons(css: Root, from: string): Promise<void> {
  const found: Declaration[] = []
  css.walkDecls((decl) => { if (/url\("(?!data:)[^"]+\.svg"\)/.test(decl.value)) found.push(decl) })
  await Promise.all(found.map(async (decl) => {
    const address = /url\("([^"]+)"\)/.exec(decl.value)![1]!
    const path = address.startsWith('icons/') ? join(dsfrRoot, address) : resolve(from, address)
    decl.value = decl.value.replace(/url\("[^"]+"\)/, asData(await readFile(path, 'utf8')))
  }))
}
