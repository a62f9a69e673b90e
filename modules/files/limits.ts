/** Largest upload in bytes by what it is for; the page checks the same before it sends anything. */
export const limits = { image: 10_000_000, file: 50_000_000 } as const
export type Purpose = keyof typeof limits

/** Widths in pixels under which a picture is kept besides its own, for screens that need less. */
export const widths = [320, 640, 1280] as const
/** A picture is never kept wider nor higher than this. */
export const largest = 2560
