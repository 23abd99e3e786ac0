// Plain JavaScript for Node 20, like install.mjs.

/** One sentence out of what npm said. */
export function installRefusal(said) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(said)?.[1] ?? '';
  if (/ENOSPC|EDQUOT|no space left/i.test(said))
    return 'Le disque est plein pendant l’installation : libérez au moins 1,5 Go, puis relancez.';
  if (
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR|ENETUNREACH|EHOSTUNREACH)$/.test(
      code,
    )
  )
    return `Le registre npm est injoignable (${code}) : vérifiez le réseau ou le réglage « npm config get registry », puis relancez.`;
  if (/^(E401|E403|E407|E5\d\d|UNABLE_TO_|SELF_SIGNED|CERT_|DEPTH_ZERO)/.test(code))
    return `Le registre npm refuse de répondre (${code}) : vérifiez le serveur mandataire, le certificat ou « npm config get registry », puis relancez.`;
  if (/^(E404|ETARGET|EINTEGRITY)$/.test(code))
    return `Le registre npm ne fournit pas une bibliothèque attendue (${code}) : ${firstDetail(said)} Essayez un autre registre (« npm config get registry »).`;
  if (code === 'EUSAGE')
    return 'package-lock.json ne correspond pas à package.json : reprenez les deux fichiers tels qu’ils sont dans le dépôt (« git checkout package.json package-lock.json »).';
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return `Ce compte n’a pas le droit d’écrire ici (${code}) : ${firstDetail(said)} Relancez avec le compte auquel le dossier appartient.`;
  return `L’installation des bibliothèques a échoué${code ? ` (${code})` : ''} : ${firstDetail(said) || 'npm n’a rien dit. '}Relancez, ou essayez « npm ci » pour voir le détail.`;
}

function firstDetail(said) {
  const detail = said
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .find((line) => line && !/^(code|errno|syscall|path|A complete log)/.test(line));
  return detail ? `${detail.replace(/\.?$/, '.')} ` : '';
}
