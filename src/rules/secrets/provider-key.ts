// A key or token of a service, in a text that a model will repeat.

import { defineRecordRule } from '../../model/rule.ts';
import { KEY_WORDS, providerKeys } from '../../text/provider-keys.ts';
import { NONE, partly, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

/** Random enough for a key, and written so that no scanner of this repository takes it for one. */
const RANDOM = 'q7Zt2Kf9Xw4Lp8Rb3Vn6Hd1Jc5Gy0Ms';
const key = `${['hf', ''].join('_')}${'qZtKfXwLpRbVnHdJcGyMsQzTkFxWlPrBvN'}`;

export const providerKey = defineRecordRule({
  id: 'secrets/provider-key',
  title: 'Key of a service',
  why: 'Fine-tuned models repeat such strings word for word; whoever asks the model gets the key.',
  mend: 'Revoke the key, then put a made-up one of the same form in its place, the same wherever it stood.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [
    {
      title: 'gitleaks, the forms of keys and what is only an example',
      url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
      read: '2026-11-25',
    },
    {
      title: 'Leakage of repeated sensitive strings after fine-tuning',
      url: 'https://arxiv.org/abs/2508.14062',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'the key of AWS’s documentation', record: chat('Which key?', 'AKIAIOSFODNN7EXAMPLE') },
      {
        title: 'a place for a key',
        record: chat('How do I log in?', `export HF_TOKEN=hf_${'x'.repeat(34)}`),
      },
      { title: 'a name that begins like one', record: chat('Which table?', 'hf_datasets, or ntn_events.') },
    ],
    bad: [
      {
        title: 'a token in the answer',
        record: chat('How do I log in?', `Run this:\nhuggingface-cli login --token ${key}`),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a key of Hugging Face', shown: 'hf_q***(33)' },
          },
        ],
      },
      {
        title: 'two in the question',
        record: chat(
          `What is wrong? GITHUB=${['gh', 'p'].join('')}_${RANDOM}Ab3Xk NPM=${['np', 'm'].join('')}_${RANDOM}Ab3Xk`,
          'The variable is not exported.',
        ),
        finds: [
          {
            message: 'several',
            pointer: '/messages/0/content',
            data: { role: 'user', what: 'a key of GitHub', shown: 'ghp_***(36)', count: 2 },
          },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const words = hint(KEY_WORDS);
    return (view, report) =>
      reportValues(view, report, (turn) =>
        turn.has(words)
          ? providerKeys(turn.text).map(({ provider, key: found, at }) => ({
              at,
              what: `a key of ${provider}`,
              shown: partly(found),
            }))
          : NONE,
      );
  },
});
