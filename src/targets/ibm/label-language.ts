// Labels that are no plain English: watsonx.ai wants them to stay English, whatever the language of the text.

import { defineRecordRule } from '../../model/rule.ts';
import { DATA } from './studio-limit.ts';

const record = (output: string) => ({ input: 'Das ist gut.', output });

export const labelLanguage = defineRecordRule({
  id: 'target/ibm-label-language',
  title: 'Label that is not English',
  why: 'The labels of a classification have to stay English for the models of watsonx.ai, even where the text is in another language.',
  mend: 'Translate the label.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { letters: 'The label {label} has letters that English does not.' },
  sources: [DATA],
  examples: {
    good: [
      { title: 'an English label', target: 'ibm-sft', label: '/output', record: record('good') },
      { title: 'no label', target: 'ibm-sft', record: record('günstig') },
    ],
    bad: [
      {
        title: 'a German label',
        target: 'ibm-sft',
        label: '/output',
        record: record('günstig'),
        finds: [{ message: 'letters', pointer: '', data: { label: 'günstig' } }],
      },
      {
        title: 'a Chinese label',
        target: 'ibm-sft',
        label: '/output',
        record: record('好'),
        finds: [{ message: 'letters', pointer: '', data: { label: '好' } }],
      },
    ],
  },
  create: () => (view, report) => {
    const { label } = view;
    if (label === undefined || !isForeign(label)) return;
    report({ message: 'letters', pointer: '', data: { label } });
  },
});

function isForeign(label: string): boolean {
  for (let i = 0; i < label.length; i += 1) if (label.charCodeAt(i) > 127) return true;
  return false;
}
