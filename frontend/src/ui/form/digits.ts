/** Figures and marks as a Chinese keyboard may give them, in the form that can be read as a number. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff0c\uff0e\uff0d\uff0f]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u3002/g, '.')
    .trim();
}
