// Secrets and personal data never leave the tool: every text taken from data passes through here before anything shows it.

import { escapeStep, type Pointer, stepsOf } from './pointer.ts';

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
  /\b((?:A3T[A-Z0-9]|ABIA|ACCA))([A-Z0-9]{16})\b/g,
  /\b(dop_v1_|rubygems_|sntryu_|dapi|shp(?:at|ca|pa|ss)_|lin_api_|ntn_|pplx-|sq0atp-|PMAK-|xkeysib-|hv[sb]\.)([\w=.-]{20,300})/g,
  /\b(pypi-)(AgEIcHlwaS5vcmc[\w-]{20,1000})/g,
  /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)([A-Za-z0-9+/]{20,80})/g,
  /([?&](?:X-Amz-Signature|X-Goog-Signature|Signature|sig)=)([A-Za-z0-9%+/=_-]{16,400})/g,
  /\b((?:api[_-]?key|secret|token|passw(?:or)?d|pwd)\\?["']?\s{0,3}[:=]\s{0,3}\\?["'])([^\s"'*\\]{10,150})(?=\\?["'])/gi,
  /\b([a-z][a-z0-9+.-]{1,15}:\/\/[^\s:@/"']{1,64}:)([^\s@/"']{3,128})(?=@)/g,
];

/** Personal data, by their form alone: hiding one number too many does no harm. */
const PERSONAL: readonly RegExp[] = [
  /(?<![\w.%+-])([A-Za-z0-9])([A-Za-z0-9._%+-]{0,63})(?=@[A-Za-z0-9][A-Za-z0-9-]{0,62}\.[A-Za-z])/g,
  /(?<![\d.,-])([3-6]\d)(\d{2}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,4}){1,2})(?![\d.,-]\d)/g,
  /(?<![\d.,-])(3[47])(\d{2}[ -]?\d{6}[ -]?\d{5})(?![\d.,-]\d)/g,
  /\b([A-Z]{2}\d{2})((?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)(?![A-Za-z0-9])/g,
  /(?<![\w-])(\d)(\d{2}-\d{2}-\d{4})(?![\w-])/g,
  /(?<![\w+])(\+[1-9])([\d ().-]{7,20}\d)(?!\w)/g,
  /(?<![\w.-])(\(?[2-9])(\d{2}\)?[ .-]\d{3}[ .-]\d{4})(?![\w-])/g,
  /((?:\/Users|\/home|[A-Za-z]:\\Users)[/\\])([A-Za-z0-9._-]{2,32})(?=[/\\])/g,
];

// One cheap look says no for nearly every text: each secret above holds one of these.
const HINT =
  /sk-|gh[opsur]_|github_pat_|glpat-|npm_|hf_|gsk_|k_live_|SG\.|xox|A[A-Z0-9]{3}[A-Z0-9]{16}|AIza|eyJ|-----BEGIN|:\/\/|_v1_|rubygems_|sntryu_|dapi|shp[acps]|lin_api_|ntn_|pplx-|sq0atp-|PMAK-|xkeysib-|hv[sb]\.|pypi-|hooks\.slack|ig(?:nature)?=|["'][^\s"'*]{10}/i;
const PERSONAL_HINT = /@|\d{2}[ ().-]{0,2}\d|[/\\](?:Users|home)[/\\]/;

/** The text with every secret and all that points to a person replaced by its beginning, stars and its length. */
export function maskSecrets(text: string): string {
  const masked = HINT.test(text) ? maskAll(maskKeys(text), SECRETS) : text;
  return PERSONAL_HINT.test(masked) ? maskAll(masked, PERSONAL) : masked;
}

function maskAll(text: string, patterns: readonly RegExp[]): string {
  let masked = text;
  for (const pattern of patterns) {
    // What was masked before stays as it is, its length above all.
    masked = masked.replace(pattern, (whole, prefix: string, secret: string) =>
      secret.startsWith('***(') ? whole : `${prefix}***(${secret.length})`,
    );
  }
  return masked;
}

/** A pointer whose escapes would hide a secret from its pattern, masked step by step. */
export const maskPointer = (pointer: Pointer): Pointer =>
  pointer.includes('~')
    ? stepsOf(pointer)
        .map((step) => `/${escapeStep(maskSecrets(step))}`)
        .join('')
    : pointer;

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
