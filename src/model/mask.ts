// Secrets never leave the tool: every text taken from data passes through here before anything shows it.

// Published prefixes of provider keys; a bounded tail keeps each pattern linear. The groups are: what stays, what is hidden.
const SECRETS: readonly RegExp[] = [
  /\b(sk-ant-)([A-Za-z0-9_-]{20,200})/g,
  /\b(sk-(?:proj-|svcacct-|admin-)?)([A-Za-z0-9_-]{20,200})/g,
  /\b((?:ghp|gho|ghu|ghs|ghr)_)([A-Za-z0-9]{30,255})/g,
  /\b(github_pat_)([A-Za-z0-9_]{30,255})/g,
  /\b(glpat-)([A-Za-z0-9_-]{16,64})/g,
  /\b(npm_)([A-Za-z0-9]{30,64})/g,
  /\b(hf_)([A-Za-z]{30,64})/g,
  /\b(gsk_)([A-Za-z0-9]{40,64})/g,
  /\b((?:sk|rk)_live_)([A-Za-z0-9]{16,128})/g,
  /\b(SG\.)([A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64})/g,
  /\b(xox[abeoprs]-)([A-Za-z0-9-]{10,200})/g,
  /\b(AIza)([A-Za-z0-9_-]{35})/g,
  /\b((?:AKIA|ASIA))([A-Z0-9]{16})\b/g,
  /\b(eyJ)([A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,1000})/g,
  /\b([a-z][a-z0-9+.-]{1,15}:\/\/[^\s:@/"']{1,64}:)([^\s@/"']{3,128})(?=@)/g,
];

// One cheap look says no for nearly every text: each secret above holds one of these.
const HINT =
  /sk-|gh[opsur]_|github_pat_|glpat-|npm_|hf_|gsk_|k_live_|SG\.|xox|AIza|AKIA|ASIA|eyJ|-----BEGIN|:\/\//;

/** The text with every secret replaced by its prefix, stars and its length. */
export function maskSecrets(text: string): string {
  if (!HINT.test(text)) return text;
  let masked = maskKeys(text);
  for (const pattern of SECRETS) {
    // What was masked before stays as it is, its length above all.
    masked = masked.replace(pattern, (whole, prefix: string, secret: string) =>
      secret.startsWith('***(') ? whole : `${prefix}***(${secret.length})`,
    );
  }
  return masked;
}

const KEY = /-----BEGIN (?:[A-Z]{2,12} ){0,3}PRIVATE KEY-----/g;
const DASHES = '-----';
const MASKED = /^\*\*\*\(\d+\)$/;

/** Private keys of any length, whole or broken off: what stands between their first line and the next dashes. */
function maskKeys(text: string): string {
  if (!text.includes('-----BEGIN ')) return text;
  let masked = '';
  let done = 0;
  for (const { 0: line, index } of text.matchAll(KEY)) {
    const from = index + line.length;
    const next = text.indexOf(DASHES, from);
    const to = next < 0 ? text.length : next;
    const body = text.slice(from, to);
    masked += text.slice(done, from) + (body === '' || MASKED.test(body) ? body : `***(${body.length})`);
    done = to;
  }
  return masked + text.slice(done);
}
