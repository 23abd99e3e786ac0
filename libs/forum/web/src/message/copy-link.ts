/** Puts an address of this site on the clipboard; gives what to say of it. */
export async function copyLink(path: string): Promise<string> {
  const address = window.location.origin + path;
  try {
    await navigator.clipboard.writeText(address);
    return 'Le lien vers ce message est copié.';
  } catch {
    // Browsers refuse it over plain HTTP, or when told to.
    return `Voici le lien vers ce message\u00a0: ${address}`;
  }
}
