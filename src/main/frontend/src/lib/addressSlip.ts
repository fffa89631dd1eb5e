/** Domains that many members have, and that are often written with a slip. */
const known = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'yahoo.com',
  'yahoo.co.uk',
  'icloud.com',
  'protonmail.com',
  'web.de',
  'gmx.de',
  'gmx.net',
];

/** Real domains that are one letter away from one above. */
const real = new Set([
  'ymail.com',
  'mail.com',
  'email.com',
  'gmx.com',
  'gmx.at',
  'gmx.ch',
  'yahoo.ca',
  'me.com',
]);

/** Ends that are no top-level domain. `.co` and `.cm` are, so they are not corrected for other domains. */
const ends: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  vom: 'com',
  xom: 'com',
  nte: 'net',
  ner: 'net',
  ogr: 'org',
  orgg: 'org',
};

/** Whether one letter is missing, extra or another one, or two neighbours are exchanged. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && typed.at(start) === meant.at(start)) start++;
  const [typedRest, meantRest] = [typed.slice(start), meant.slice(start)];
  return (
    typedRest.slice(1) === meantRest.slice(1) ||
    typedRest.slice(1) === meantRest ||
    typedRest === meantRest.slice(1) ||
    (typedRest.slice(2) === meantRest.slice(2) &&
      typedRest.slice(0, 2) === meantRest.slice(1, 2) + meantRest.slice(0, 1))
  );
}

function likelyDomain(domain: string): string | null {
  if (known.includes(domain) || real.has(domain)) return null;
  const dot = domain.lastIndexOf('.');
  const end = ends[domain.slice(dot + 1)];
  const corrected = dot > 0 && end !== undefined ? `${domain.slice(0, dot)}.${end}` : domain;
  const meant = known.find((each) => each === corrected || isOneSlipAway(corrected, each));
  if (meant !== undefined && !real.has(corrected)) return meant;
  return corrected === domain ? null : corrected;
}

/**
 * The address that was probably meant. Null if nothing looks like a slip. It is a hint: the address may be right, so nobody has
 * to follow it.
 */
export function addressSlip(address: string): string | null {
  const typed = address.trim();
  const at = typed.lastIndexOf('@');
  if (at < 1) return null;
  const meant = likelyDomain(typed.slice(at + 1).toLowerCase());
  return meant === null ? null : `${typed.slice(0, at)}@${meant}`;
}
