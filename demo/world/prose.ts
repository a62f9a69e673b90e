const startsBlock = /^(?:[-*#|]\s|>|#{2,}\s|\d+\.\s)/

/** Markdown written indented and wrapped in the source, given back with one line a paragraph or a list item. */
export const prose = (source: string): string => source.trim().split(/\n\s*\n/).map((block) =>
  block.split('\n').map((line) => line.trim()).reduce((text, line) =>
    text === '' ? line : text + (startsBlock.test(line) ? '\n' : ' ') + line, '')).join('\n\n')
