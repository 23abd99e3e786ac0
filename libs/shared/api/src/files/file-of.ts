/** The file of an image in one of its widths. */
export const fileOf = (name: string, width: number): string => `${name}-${String(width)}.webp`;
