// Marks of sources from a chat product.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const MARK =
  /【\d{1,3}(?::\d{1,3})?†[^】\n]{0,60}】|:?contentReference\[oaicite:?[^\]\n]{0,20}\](?:\{index=\d{1,4}\})?|\bturn\d{1,3}(?:search|news|view|image|file)\d{1,3}\b|\butm_source=(?:chatgpt\.com|openai|copilot\.com)|\[\^\d{1,2}\^\]|\battributableIndex\b/g;

export const citationArtifact = defineRecordRule({
  id: 'residue/citation-artifact',
  title: 'Source marks of a chat product',
  why: 'They point to nothing; the model learns to make up more of them.',
  mend: 'Remove them, or put the real source in their place.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { mark: '{count#source mark} of a chat product, such as {text}.' },
  sources: [{ title: 'Wikipedia, Signs of AI writing' }],
  examples: {
    good: [
      { title: 'a footnote', record: chat('Sources?', 'See [1].\n[1] Book') },
      { title: 'Chinese brackets', record: chat('标题？', '【新闻】今天') },
    ],
    bad: [
      {
        title: 'a file search',
        record: chat('Rain?', 'It rains【4:0†source】.'),
        finds: [
          { message: 'mark', pointer: '/messages/1/content', data: { count: 1, text: '【4:0†source】' } },
        ],
      },
      {
        title: 'two kinds',
        record: pair(
          'Rain?',
          'It rains :contentReference[oaicite:0]{index=0}. See https://a.org?utm_source=chatgpt.com',
        ),
        finds: [
          {
            message: 'mark',
            pointer: '/completion',
            data: { count: 2, text: ':contentReference[oaicite:0]{index=0}' },
          },
        ],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  fixText: removeMarks,
  create: ({ hint }) => {
    const words = hint([
      'oaicite',
      'contentreference',
      'turn0',
      'turn1',
      'utm_source=',
      'attributableindex',
      '†',
      '[^1^]',
    ]);

    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, MARK);
        if (found === undefined) continue;
        report({
          message: 'mark',
          pointer: textPointer(turn.message),
          data: { count: found.count, text: found.text },
          near: found.at,
        });
      }
    };
  },
});

/** Marks in brackets of their own are nothing else; a word that may be one has to stand alone, and links stay whole. */
function removeMarks(text: string): string {
  let kept = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(MARK)) {
    const before = text[index - 1] ?? '';
    const after = text[index + found.length] ?? '';
    const isAlone = /^\s?$/.test(before) && /^[\s.,;:!?]?$/.test(after);
    if (!/^[【:c]/.test(found) && !isAlone) continue;
    // The space before it goes with it, unless it parts two words.
    const start = before === ' ' && /^[\s.,;:!?]?$/.test(after) ? index - 1 : index;
    kept += text.slice(from, Math.max(from, start));
    from = index + found.length;
  }
  return kept + text.slice(from);
}
