/** Hands a file to the browser, which saves it as people are used to. */
export function saveFile(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the press; it may go once that has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
