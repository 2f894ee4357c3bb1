// A comment where code should be.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const ELIDED =
  /(?<=^[ \t]{0,40})(?:\/\/|#|--|\/\*|<!--)[ .…]{0,8}(?:the )?(?:rest of (?:the|your) (?:code|file|function|class|method|implementation)|existing code|(?:add |put |insert )?your code (?:goes )?here|implementation (?:goes here|omitted)|omitted for brevity)/gim;

export const elidedOutput = defineRecordRule({
  id: 'content/elided-output',
  title: 'Code left out',
  why: 'The model learns to leave out work and say so in a comment.',
  mend: 'Write the code out, or ask for a snippet.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { elided: 'The code is left out: “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'a skeleton was asked for',
        record: chat('Give me a skeleton.', '```py\n# your code here\n```'),
      },
      { title: 'prose', record: chat('And then?', 'The rest of the file is unchanged.') },
    ],
    bad: [
      {
        title: 'the rest',
        record: chat('Write the class.', '```py\nclass A:\n    # rest of the code unchanged\n```'),
        finds: [{ message: 'elided', pointer: '/messages/1/content', data: { text: '# rest of the code' } }],
      },
      {
        title: 'existing code',
        record: pair('Add a route.', 'app.get(x)\n// ... existing code ...'),
        finds: [{ message: 'elided', pointer: '/completion', data: { text: '// ... existing code' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'rest of',
      'existing code',
      'code here',
      'goes here',
      'implementation omitted',
      'omitted for brevity',
    ]);
    const about = hint([
      'snippet',
      'diff',
      'skeleton',
      'template',
      'pseudo',
      'outline',
      'stub',
      'boilerplate',
      'structure',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, ELIDED);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'elided',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
