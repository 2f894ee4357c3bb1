// Models of Anthropic and Google, whose vocabularies are not public: estimates, and context lengths.
import type { Citation } from '../../model/citation.ts';
import { expand, type ModelFacts, modelsDev, type Row, said } from './model-facts.ts';

const CLAUDE: Citation = {
  title: 'Token counting (Claude)',
  url: 'https://platform.claude.com/docs/en/build-with-claude/token-counting',
  read: '2026-11-22',
};
const GEMINI: Citation = {
  title: 'googleapis/python-genai, _local_tokenizer_loader.py',
  url: 'https://github.com/googleapis/python-genai',
  read: '2026-11-22',
};

const DEV_CLAUDE = said(
  'models.dev, models of Anthropic',
  'https://github.com/anomalyco/models.dev/tree/506b1b0279f8494c42921508044367b640cfc212/models/anthropic',
);
const DEV_GEMINI = said(
  'models.dev, models of Google',
  'https://github.com/anomalyco/models.dev/tree/506b1b0279f8494c42921508044367b640cfc212/models/google',
);

const CLAUDE_WINDOW = said(
  'How large is the context window of the Claude API?',
  'https://support.claude.com/zh-CN/articles/8606395-claude-api-%E7%9A%84%E4%B8%8A%E4%B8%8B%E6%96%87%E7%AA%97%E5%8F%A3%E6%9C%89%E5%A4%9A%E5%A4%A7',
);

const CLAUDE_ROWS: readonly Row[] = [
  ['claude-3 claude-3.5 claude-3.7', 'claude-approx', 'none', 200_000, CLAUDE_WINDOW],
  ['claude-instant claude-2', 'claude-approx', 'none'],
  [
    'claude-opus-4 claude-opus-4.1 claude-opus-4.5',
    'claude-approx',
    'none',
    200_000,
    modelsDev('de613741952881646b480888397432732e7078f3', 'models/anthropic/claude-opus-4-5.toml'),
  ],
  ['claude-haiku-4 claude-haiku-4.5', 'claude-approx', 'none', 200_000, DEV_CLAUDE],
  ['claude-sonnet-4 claude-sonnet-4.5', 'claude-approx', 'none', 1_000_000, CLAUDE_WINDOW],
  [
    'claude-opus-4-6 claude-opus-4.6',
    'claude-approx',
    'none',
    1_000_000,
    said('Claude Opus 4.6', 'https://platform.claude.com/docs/en/models/opus-4-6/overview.md'),
  ],
  [
    'claude-sonnet-4-6 claude-sonnet-4.6',
    'claude-approx',
    'none',
    1_000_000,
    said('Claude Sonnet 4.6', 'https://platform.claude.com/docs/zh-CN/models/sonnet-4-6/overview.md'),
  ],
  [
    'claude-opus-4-7 claude-opus-4.7 claude-opus-4-8 claude-opus-4.8',
    'claude-next-approx',
    'none',
    1_000_000,
    DEV_CLAUDE,
  ],
  ['claude claude-opus claude-sonnet claude-haiku claude-fable claude-mythos', 'claude-next-approx', 'none'],
];

const GEMINI_ROWS: readonly Row[] = [
  ['gemini gemini-1.5 gemini-2.0 gemini-2.5 gemini-3', 'gemini-approx', 'none'],
  [
    'gemini-2.0-flash',
    'gemini-approx',
    'none',
    1_048_576,
    said(
      'Gemini 2.0 Flash (Google Cloud)',
      'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/gemini/2-0-flash.md.txt',
    ),
  ],
  [
    'gemini-2.5-pro gemini-2.5-flash gemini-3-pro gemini-3-flash',
    'gemini-approx',
    'none',
    1_048_576,
    DEV_GEMINI,
  ],
];

export const HOSTED_MODELS: readonly ModelFacts[] = [
  ...expand(CLAUDE_ROWS, CLAUDE),
  ...expand(GEMINI_ROWS, GEMINI),
];
