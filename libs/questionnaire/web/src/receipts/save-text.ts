/** Lets the person keep a text as a file. */
export function saveText(fileName: string, text: string): void {
  // The byte order mark tells old editors that these are accented letters.
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
