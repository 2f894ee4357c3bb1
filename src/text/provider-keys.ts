// Keys and tokens that tell by their form who gave them out.

import { entropyOf, isStandIn } from './entropy.ts';
import { beginning } from './find-all.ts';

/** One of these stands in every key below. */
export const KEY_WORDS: readonly string[] = [
  ...['t3blbkfj', 'sk-ant-', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat-', 'akia', 'asia'],
  ...['abia', 'acca', 'aiza', 'hf_', 'gsk_', 'npm_', 'k_live_', 'sg.', 'xox', 'hooks.slack.com', 'pypi-age'],
  ...[
    'dop_v1_',
    'dapi',
    'shpat_',
    'shpca_',
    'shppa_',
    'shpss_',
    'pplx-',
    'ntn_',
    'lin_api_',
    'pmak-',
    'hvs.',
  ],
  ...['rubygems_', 'sq0atp-', 'sntryu_', 'xkeysib-'],
];

/** The forms, as gitleaks and the providers publish them; every repetition has an end. */
const FORMS: Readonly<Record<string, string>> = {
  OpenAI:
    'sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}',
  Anthropic: 'sk-ant-(?:api|admin)\\d\\d-[A-Za-z0-9_-]{93}AA',
  GitHub: 'gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{82}',
  GitLab: 'glpat-[\\w-]{20}',
  AWS: '(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}',
  Google: 'AIza[\\w-]{35}',
  'Hugging Face': 'hf_[A-Za-z]{34}',
  Groq: 'gsk_[A-Za-z0-9]{52}',
  npm: 'npm_[A-Za-z0-9]{36}',
  Stripe: '[sr]k_live_[A-Za-z0-9]{16,99}',
  SendGrid: 'SG\\.[\\w-]{22}\\.[\\w-]{43}',
  Slack:
    'xoxb-\\d{10,13}-\\d{10,13}-[A-Za-z0-9]{20,34}|xox[pe](?:-\\d{10,13}){3}-[A-Za-z0-9-]{28,34}|hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{43,56}',
  PyPI: 'pypi-AgEIcHlwaS5vcmc[\\w-]{50,200}',
  DigitalOcean: 'dop_v1_[a-f0-9]{64}',
  Databricks: 'dapi[a-f0-9]{32}',
  Shopify: 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}',
  Perplexity: 'pplx-[A-Za-z0-9]{48}',
  Notion: 'ntn_\\d{11}[A-Za-z0-9]{35}',
  Linear: 'lin_api_[A-Za-z0-9]{40}',
  Postman: 'PMAK-[a-f0-9]{24}-[a-f0-9]{34}',
  Vault: 'hvs\\.[\\w-]{90,120}',
  RubyGems: 'rubygems_[a-f0-9]{48}',
  Square: 'sq0atp-[\\w-]{22}',
  Sentry: 'sntryu_[a-f0-9]{64}',
  Brevo: 'xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}',
};
const NAMES = Object.keys(FORMS);
const ANY = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${Object.values(FORMS)
    .map((form) => `(${form})`)
    .join('|')})(?![A-Za-z0-9_-])`,
  'g',
);

/** Bits for each character; a word of a language has less, a random key more. */
const RANDOM = 3;

export interface FoundKey {
  readonly provider: string;
  readonly key: string;
  readonly at: number;
}

/** Every key in a text that is not one of documentation. */
export function providerKeys(text: string): FoundKey[] {
  const keys: FoundKey[] = [];
  for (const match of beginning(text).matchAll(ANY)) {
    const [key, ...forms] = match;
    const provider = NAMES[forms.findIndex((form) => form !== undefined)] ?? '';
    const secret = key.replace(/^.*?[-_./]/, '');
    if (isStandIn(secret) || /EXAMPLE/.test(key) || entropyOf(secret) < RANDOM) continue;
    keys.push({ provider, key, at: match.index });
  }
  return keys;
}
