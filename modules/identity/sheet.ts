import type { Context } from '#kernel/operation/operation.ts'

/** One line of a person's sheet that another module gives: where they belong, in which role, since when. */
export interface SheetLine { label: string; detail?: string; href?: string }

/** A part of the sheet: its title, and its lines for a person, read with the back office's role. */
export interface SheetPart { title: string; read: (context: Context, personId: string) => Promise<SheetLine[]> }

const parts: SheetPart[] = []

/** Modules that know more of a person add their part to the sheet of the back office: they need this module, which does not know them. */
export const addToSheet = (part: SheetPart): void => { parts.push(part) }
export const sheetParts = (): readonly SheetPart[] => parts
